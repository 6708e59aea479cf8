"""An object that keeps three things of the last caller."""


class Keeper:
    def __init__(self):
        self.name = self.text = self.title = ""

    def keep(self, name, text):
        self.name = name  # error: 8, SIS004, "'Keeper.name'"
        self.text = text
        self.title = name + text

    def told(self):
        return f"{self.name}: {self.title} {self.text}"
