"""Views that are functions."""


def api_view(_methods):
    return lambda function: function


action = api_view
