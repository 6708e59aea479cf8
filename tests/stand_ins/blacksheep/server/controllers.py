"""Controllers are made for each request."""


class Controller:
    pass
