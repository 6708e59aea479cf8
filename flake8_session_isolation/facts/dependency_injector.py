"""Dependency Injector: a singleton provider makes one instance for all who call it.

Source: dependency-injector 4.48.1 (dependency_injector/providers.pyx:2967, 3035, 3057).
"""

from flake8_session_isolation.facts import Keeps, Row

ROWS: tuple[Row, ...] = (
    Keeps("dependency_injector.providers.Singleton"),
    Keeps("dependency_injector.providers.DelegatedSingleton"),
    Keeps("dependency_injector.providers.ThreadSafeSingleton"),
)
