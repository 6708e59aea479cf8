"""Views that are made for each request."""


class HTTPMethodView:
    pass
