"""Containers of providers."""


class DeclarativeContainer:
    """Holds providers as attributes."""
