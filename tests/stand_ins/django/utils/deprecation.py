"""The base class of middleware: one object for all requests."""


class MiddlewareMixin:
    def __init__(self, get_response):
        self.get_response = get_response
