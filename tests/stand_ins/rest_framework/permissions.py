"""Permissions are made for each request."""


class BasePermission:
    pass
