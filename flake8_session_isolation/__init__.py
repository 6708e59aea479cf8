"""A flake8 plugin that finds state through which one user's session reaches another's."""

__version__ = "0.1.0"
