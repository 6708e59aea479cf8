"""Classes and their factories; nothing here shows that an object is shared."""


class Clerk:
    def __init__(self):
        self.customer = None

    @classmethod
    def hired(cls):
        return cls()

    def welcome(self, user_id):
        self.customer = user_id


class Apprentice(Clerk):
    pass


def hire(name="clerk"):
    clerk = Clerk()
    return clerk


def hire_apprentice() -> Apprentice:
    return Apprentice.hired()
