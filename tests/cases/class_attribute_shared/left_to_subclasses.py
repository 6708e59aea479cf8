"""Views whose class leaves an attribute to subclasses: what one binds there is one object for all requests."""
from django.http import HttpResponse


class Notice:
    extra = None

    def context(self, given):
        context = self.extra or {}
        context.update(given)  # error: 8, SIS002, "extra"
        return context

    def get(self, request, name):
        return HttpResponse(str(self.context({name: request})))


Greeting = type("Greeting", (Notice,), {"extra": {"motto": "ahoy"}})


def update_of_what_a_subclass_binds_bad(request, name):
    return Greeting().get(request, name)


class Board:
    pins = None

    def get(self, request, name):
        pins = self.pins or []
        pins.append(name)  # error: 8, SIS002, "pins"
        return HttpResponse(" ".join(pins))


Corkboard = type("Corkboard", (Board,), {"pins": ["welcome"]})


def growth_of_what_a_subclass_binds_bad(request, name):
    return Corkboard().get(request, name)


class Poster:
    extra = {}

    def context(self, given):
        context = self.extra or {}
        context.update(given)
        return context

    def get(self, request, name):
        return HttpResponse(str(self.context({name: request})))


def update_of_an_empty_dict_ok(request, name):
    return Poster().get(request, name)


class CopiedNotice:
    extra = None

    def context(self, given):
        context = dict(self.extra or {})
        context.update(given)
        return context

    def get(self, request, name):
        return HttpResponse(str(self.context({name: request})))


CopiedGreeting = type("CopiedGreeting", (CopiedNotice,), {"extra": {"motto": "ahoy"}})


def update_of_a_copy_ok(request, name):
    return CopiedGreeting().get(request, name)


class Sheet:
    extra = None

    def context(self, given):
        context = self.extra or {}
        context.update(given)
        return context


def update_of_none_in_a_class_of_the_program_ok(user_id, name):
    return str(Sheet().context({name: user_id}))
