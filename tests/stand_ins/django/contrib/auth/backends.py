"""A backend is made whenever somebody is looked for."""


class BaseBackend:
    pass
