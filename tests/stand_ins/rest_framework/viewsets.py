"""Views that are made for each request."""


class ViewSet:
    pass
