"""Methods that other files bind to variables."""


class Cloakroom:
    def __init__(self):
        self.coat = None
        self.coats = {}
        self.hat = None

    def leave(self, coat):
        self.coat = coat  # error: 8, SIS004, "'Cloakroom.coat'"

    def fetch(self):
        return self.coat

    def hang(self, guest, coat):
        self.coats[guest] = coat

    def top(self, hat):
        self.hat = hat  # error: 8, SIS004, "'Cloakroom.hat'"


cloakroom = Cloakroom()
