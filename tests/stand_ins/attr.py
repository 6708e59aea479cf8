"""attrs, as far as cases need it: each instance gets what its fields' factories give."""


class Field:
    def __init__(self, factory=None, **_options):
        self.factory = factory


field = ib = Field


def define(**_options):
    def defined(cls):
        fields = {name: each for name, each in vars(cls).items() if isinstance(each, Field)}

        def made(self, **given):
            self.__dict__.update({name: each.factory() for name, each in fields.items()}, **given)

        cls.__attrs_init__ = made
        return cls

    return defined
