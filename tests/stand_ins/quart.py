"""Quart, as far as cases need it to be imported: decorators give back the function."""
import sys
import types


def given_back(*_arguments, **_options):
    return lambda function: function


class Quart:
    route = get = post = websocket = given_back

    def __init__(self, _name, **_options):
        self.config = {}

    def before_request(self, function):
        return function

    before_serving = after_serving = while_serving = before_request

    def add_url_rule(self, _rule, endpoint=None, view_func=None, **_options):
        return view_func


class Blueprint(Quart):
    def __init__(self, name, _import_name, **_options):
        super().__init__(name)


g = types.SimpleNamespace()
session = {}
request = types.SimpleNamespace(form={})


class _View:
    @classmethod
    def as_view(cls, _name, *arguments, **options):
        return lambda: cls(*arguments, **options)


views = types.ModuleType("quart.views")
sys.modules["quart.views"] = views
views.View = views.MethodView = _View
