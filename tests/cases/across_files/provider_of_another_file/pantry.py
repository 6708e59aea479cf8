class Servant:
    def __init__(self):
        self.guest = None


dishes = []
waiter = Servant()


def get_menu():
    return dishes


def get_waiter():
    yield waiter
