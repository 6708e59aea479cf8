"""Graphene, as far as cases need it to be imported."""


class ObjectType:
    pass


class Mutation:
    pass


def String(**_options):
    return None


def Field(*_types, resolver=None):
    return resolver
