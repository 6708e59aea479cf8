"""A view that is made for each request."""


class View:
    def __init__(self, **options):
        vars(self).update(options)

    @classmethod
    def as_view(cls, **options):
        return lambda request: cls(**options).get(request)
