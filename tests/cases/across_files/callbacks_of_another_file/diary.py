"""Functions that look like those a library calls back, without a word of the library."""
notes = []


def note(message):
    notes.append(message)  # error: 4, SIS001, "notes"


def read(message):
    return list(notes)


def welcome(message):
    return [message]
