"""A desk for all guests, and who provides it."""


class Desk:
    guest = None
    language = "en"

    def seat(self, guest):
        self.guest = guest  # error: 8, SIS004, "Desk.guest"

    def speak(self, language):
        self.language = language


desk = Desk()


def get_desk():
    return desk
