"""A list in a base class is shared by the objects of all its subclasses, unless something binds an own one."""


class Base:
    items = []


class Derived(Base):
    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def list_of_the_base_bad(user_id, item):
    return Derived().put(item)


class BoundBase:
    items = []

    def __init__(self):
        self.items = []


class BoundDerived(BoundBase):
    def put(self, item):
        self.items.append(item)
        return list(self.items)


def list_bound_by_the_bases_init_ok(user_id, item):
    return BoundDerived().put(item)


class PlainBase:
    items = []


class BindingDerived(PlainBase):
    def __init__(self):
        super().__init__()
        self.items = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def list_bound_by_the_init_of_the_subclass_ok(user_id, item):
    return BindingDerived().put(item)


class MethodBase:
    items = []

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


class MethodDerived(MethodBase):
    pass


def method_of_the_base_bad(user_id, item):
    return MethodDerived().put(item)


class ForgetfulBase:
    items = []

    def __init__(self):
        self.items = []


class ForgetfulDerived(ForgetfulBase):
    def __init__(self, name):
        self.name = name

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def init_of_the_base_never_called_bad(user_id, item):
    return ForgetfulDerived(user_id).put(item)


class CarefulDerived(ForgetfulBase):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def init_of_the_base_called_ok(user_id, item):
    return CarefulDerived(user_id).put(item)


class GrandBase:
    items = []


class MiddleBase(GrandBase):
    pass


class GrandDerived(MiddleBase):
    def put(self, item):
        super().items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def reached_by_super_bad(user_id, item):
    return GrandDerived().put(item)


class CopyingDerived(MiddleBase):
    def put(self, item):
        return [*super().items, item]


def copied_from_super_ok(user_id, item):
    return CopyingDerived().put(item)


class Left:
    pass


class Right:
    items = []


class Mixed(Left, Right):
    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def list_of_a_mixin_bad(user_id, item):
    return Mixed().put(item)


class BindingLeft:
    def __init__(self):
        self.items = []


class BoundMixed(BindingLeft, Right):
    def put(self, item):
        self.items.append(item)
        return list(self.items)


def list_bound_by_a_mixin_ok(user_id, item):
    return BoundMixed().put(item)
