"""A flake8 plugin that finds shared state that leaks data between user sessions."""

__version__ = "0.1.0"
