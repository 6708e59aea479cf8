"""What gives instances to those who call it."""


class Factory:
    """Gives each caller a new instance."""

    def __init__(self, cls, *args, **kwargs):
        self.make = lambda: cls(*args, **kwargs)

    def __call__(self):
        return self.make()


class Singleton(Factory):
    """Gives all callers one instance."""

    def __init__(self, cls, *args, **kwargs):
        super().__init__(cls, *args, **kwargs)
        self.made = None

    def __call__(self):
        if self.made is None:
            self.made = super().__call__()
        return self.made
