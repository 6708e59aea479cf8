"""Helpers that serve nobody and keep nothing: what they change is what their caller hands or means."""
import os


def use_key(key):
    os.environ["ACCESS_KEY"] = key


def key_in_use():
    return os.environ["ACCESS_KEY"]


def note(notes, message):
    notes.append(message)


def note_for(notes, user_id, message):
    notes[user_id] = message
