"""Stands in for Flask-Login."""
import types

current_user = types.SimpleNamespace(name="")
