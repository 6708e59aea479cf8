"""Local variables that hold a class attribute, or another object where that is empty."""


class Menu:
    links = ["home"]

    def shown_to(self, user):
        links = self.links or []
        links.append(user)  # error: 8, SIS002, "links"
        return " ".join(links)


def fallback_of_a_filled_list_bad(user_id, item):
    return Menu().shown_to(item)


class SavedMenu:
    links = ["home"]

    def shown_to(self, user):
        links = self.links or []
        links.append(user)  # error: 8, SIS002, "links"
        self.links = links
        return " ".join(self.links)


def fallback_that_is_kept_afterwards_bad(user_id, item):
    return SavedMenu().shown_to(item)


class AskedMenu:
    links = ["home"]

    def shown_to(self, user):
        links = self.links if self.links else []
        links.append(user)  # error: 8, SIS002, "links"
        return " ".join(links)


def conditional_expression_with_a_filled_list_bad(user_id, item):
    return AskedMenu().shown_to(item)


class PlainMenu:
    links = ["home"]

    def shown_to(self, user):
        links = self.links
        links.append(user)  # error: 8, SIS002, "links"
        return " ".join(links)


def variable_for_the_attribute_bad(user_id, item):
    return PlainMenu().shown_to(item)


class CopiedMenu:
    links = ["home"]

    def shown_to(self, user):
        links = list(self.links or [])
        links.append(user)
        return " ".join(links)


def fallback_that_is_copied_ok(user_id, item):
    return CopiedMenu().shown_to(item)


class EmptyMenu:
    links = []

    def shown_to(self, user):
        links = self.links or []
        links.append(user)
        return " ".join(links)


def fallback_of_an_empty_list_ok(user_id, item):
    return EmptyMenu().shown_to(item)


class SavedEmptyMenu:
    links = []

    def shown_to(self, user):
        links = self.links or []
        links.append(user)
        self.links = links
        return " ".join(self.links)


def fallback_of_an_empty_list_that_is_kept_ok(user_id, item):
    return SavedEmptyMenu().shown_to(item)


class BareMenu:
    links = []

    def shown_to(self, user):
        links = self.links or []
        links.append(user)  # error: 8, SIS002, "links"
        return " ".join(links)


class FilledMenu(BareMenu):
    links = ["home"]


def fallback_of_a_list_that_a_subclass_fills_bad(user_id, item):
    return FilledMenu().shown_to(item)


class GrowingMenu:
    links = []

    def begin(self):
        self.links.append("home")  # error: 8, SIS002, "links"

    def shown_to(self, user):
        links = self.links or []
        links.append(user)
        return " ".join(links)


def fallback_of_a_list_that_another_method_fills_bad(user_id, item):
    menu = GrowingMenu()
    menu.begin()
    return menu.shown_to(item)


DISHES = {"soup": 4}


class ConfiguredMenu:
    prices = None

    def __init__(self, **options):
        for name, value in options.items():
            setattr(self, name, value)

    def order(self, user, dish):
        prices = self.prices or {}
        prices["today"] = f"{prices.get('today')} {user}"  # error: 8, SIS002, "prices"
        return " ".join(map(str, prices.values()))


async def fallback_that_a_constructor_may_fill_by_name_bad(user_id, item):
    return ConfiguredMenu(prices=DISHES).order(user_id, item)


class FixedMenu:
    prices = None

    def __init__(self, **options):
        for name in ("title", "motto"):
            setattr(self, "title", options.get(name))

    def order(self, user, dish):
        prices = self.prices or {}
        prices["today"] = user
        return " ".join(map(str, prices.values()))


async def fallback_of_none_that_nothing_fills_ok(user_id, item):
    return FixedMenu(title="Today").order(user_id, item)
