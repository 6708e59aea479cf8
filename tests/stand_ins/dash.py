"""Dash, as far as cases need it to be imported: decorators give back the function."""


def given_back(*_arguments, **_options):
    return lambda function: function


callback = given_back


class Dash:
    callback = given_back

    def __init__(self, _name, **_options):
        self.layout = None


class Input:
    def __init__(self, *_names):
        pass


Output = State = Input


def register_page(_name, layout=None, **_options):
    return layout
