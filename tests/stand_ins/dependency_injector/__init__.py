"""Stands in for Dependency Injector."""
