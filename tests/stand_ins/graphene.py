"""Graphene, as far as cases need it to be imported."""


class ObjectType:
    pass


class Mutation:
    pass


class Schema:
    def __init__(self, **_types):
        pass

    def execute(self, _query, **_options):
        return None


def String(**_options):
    return None


def Field(*_types, resolver=None):
    return resolver
