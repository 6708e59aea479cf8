"""State of a file whose functions only another one runs, in threads."""


class Register:
    def __init__(self):
        self.guest = None

    def sign(self, guest):
        self.guest = guest  # error: 8, SIS004, "'Register.guest'"

    def current(self):
        return self.guest


register = Register()


def shout(text):
    return text.upper()
