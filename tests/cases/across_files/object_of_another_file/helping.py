"""Functions that do not say of what class the things are that they are given."""


def tell(shelf, message):
    shelf.put(message)


def list_of(shelf):
    return shelf.names()
