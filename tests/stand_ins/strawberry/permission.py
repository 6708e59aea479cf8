"""A permission is made once for each field."""


class BasePermission:
    pass
