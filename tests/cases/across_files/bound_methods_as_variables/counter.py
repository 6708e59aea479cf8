"""Gives a method of another file's object a name."""
from cloakroom import cloakroom

top = cloakroom.top
