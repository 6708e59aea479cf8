"""traitlets, as far as cases need it: what looks like a dict in the class is a descriptor."""
import collections


class TraitType:
    kind: type

    def __set_name__(self, _owner, name):
        self.name = name

    def __get__(self, owner, _cls=None):
        return self if owner is None else owner.__dict__.setdefault(self.name, self.kind())


class Dict(TraitType):
    kind = collections.UserDict


class List(TraitType):
    kind = list


class HasTraits:
    pass
