"""Bottle, as far as cases need it to be imported: decorators give back the function."""
import types


def given_back(*_arguments, **_options):
    return lambda function: function


get = post = route = hook = error = given_back
request = types.SimpleNamespace(forms={})


class Bottle:
    get = post = hook = error = given_back

    def route(self, _path=None, _method="GET", callback=None, **_options):
        return callback if callback is not None else lambda function: function
