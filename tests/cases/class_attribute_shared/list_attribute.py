"""A list that stands in the class is one list for all its objects, however it is reached."""
from collections import deque


class Basket:
    items = []

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "Basket.items"
        return list(self.items)


def two_baskets_share_a_list_bad(user_id, item):
    return Basket().put(item)


class OwnBasket:
    def __init__(self):
        self.items = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def each_basket_has_a_list_ok(user_id, item):
    return OwnBasket().put(item)


class AnnotatedBasket:
    items: list[str] = []

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def annotation_changes_nothing_bad(user_id, item):
    return AnnotatedBasket().put(item)


class DeclaredBasket:
    items: list[str]

    def __init__(self):
        self.items = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def annotation_without_a_value_ok(user_id, item):
    return DeclaredBasket().put(item)


class NamedBasket:
    items = []

    def put(self, item):
        NamedBasket.items.append(item)  # error: 8, SIS002, "items"
        return list(NamedBasket.items)


async def reached_by_the_name_of_the_class_bad(user_id, item):
    return NamedBasket().put(item)


class TypedBasket:
    items = []

    def put(self, item):
        type(self).items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


async def reached_by_type_of_self_bad(user_id, item):
    return TypedBasket().put(item)


class DunderBasket:
    items = []

    def put(self, item):
        self.__class__.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


async def reached_by_class_of_self_bad(user_id, item):
    return DunderBasket().put(item)


class ClassMethodBasket:
    items = []

    @classmethod
    def put(cls, item):
        cls.items.append(item)  # error: 8, SIS002, "items"
        return list(cls.items)


async def reached_by_a_class_method_bad(user_id, item):
    return ClassMethodBasket.put(item)


class ReturningBasket:
    items = []

    @classmethod
    def put(cls, item):
        return [*cls.items, item]


async def class_method_that_returns_a_new_list_ok(user_id, item):
    return ReturningBasket.put(item)


class AliasedBasket:
    items = []

    def put(self, item):
        items = self.items
        items.append(item)  # error: 8, SIS002, "items"
        return list(items)


def reached_by_a_local_name_bad(user_id, item):
    return AliasedBasket().put(item)


class CopyingBasket:
    items = []

    def put(self, item):
        items = list(self.items)
        items.append(item)
        return items


def copied_to_a_local_name_ok(user_id, item):
    return CopyingBasket().put(item)


class OpenBasket:
    items = []


async def reached_from_outside_bad(user_id, item):
    basket = OpenBasket()
    basket.items.append(item)  # error: 4, SIS002, "items"
    return list(basket.items)


class OwnOpenBasket:
    def __init__(self):
        self.items = []


async def reached_from_outside_and_bound_by_init_ok(user_id, item):
    basket = OwnOpenBasket()
    basket.items.append(item)
    return list(basket.items)


class OuterBasket:
    class Inner:
        items = []

        def put(self, item):
            self.items.append(item)  # error: 12, SIS002, "items"
            return list(self.items)


def class_inside_a_class_bad(user_id, item):
    return OuterBasket.Inner().put(item)


class OwnOuterBasket:
    class Inner:
        def __init__(self):
            self.items = []

        def put(self, item):
            self.items.append(item)
            return list(self.items)


def own_list_of_a_class_inside_a_class_ok(user_id, item):
    return OwnOuterBasket.Inner().put(item)


class Queue:
    waiting = deque()

    def put(self, item):
        self.waiting.appendleft(item)  # error: 8, SIS002, "waiting"
        return list(self.waiting)


def two_queues_share_a_deque_bad(user_id, item):
    return Queue().put(item)


class OwnQueue:
    def __init__(self):
        self.waiting = deque()

    def put(self, item):
        self.waiting.appendleft(item)
        return list(self.waiting)


def each_queue_has_a_deque_ok(user_id, item):
    return OwnQueue().put(item)


class LateBasket:
    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)

    items = []


def list_that_stands_below_the_method_bad(user_id, item):
    return LateBasket().put(item)


class LateOwnBasket:
    def put(self, item):
        self.items.append(item)
        return list(self.items)

    def __init__(self):
        self.items = []


def init_that_stands_below_the_method_ok(user_id, item):
    return LateOwnBasket().put(item)


class HelpedBasket:
    items = []

    def put(self, item):
        fill(self.items, item)
        return list(self.items)


def fill(items, item):
    items.append(item)  # error: 4, SIS002, "items"


def filled_by_a_helper_bad(user_id, item):
    return HelpedBasket().put(item)


class OwnHelpedBasket:
    def __init__(self):
        self.items = []

    def put(self, item):
        fill_own(self.items, item)
        return list(self.items)


def fill_own(items, item):
    items.append(item)


def own_list_filled_by_a_helper_ok(user_id, item):
    return OwnHelpedBasket().put(item)


class AsyncBasket:
    items = []

    async def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


async def filled_by_a_coroutine_bad(user_id, item):
    return await AsyncBasket().put(item)


class OwnAsyncBasket:
    def __init__(self):
        self.items = []

    async def put(self, item):
        self.items.append(item)
        return list(self.items)


async def own_list_filled_by_a_coroutine_ok(user_id, item):
    return await OwnAsyncBasket().put(item)
