"""State and the functions around it; who serves by them stands in another file."""

history = []
recalled = []
by_user = {}
played = {}
turns = {}
greeting = "Hello"


def add_message(message):
    history.append(message)  # error: 4, SIS001, "appends to 'history'"


def recall(message):
    recalled.append(message)  # error: 4, SIS001, "appends to 'recalled'"


def remember(user_id, message):
    by_user[user_id] = message


def note_played(user_id, title):
    played.setdefault(user_id, []).append(title)


def take_turn(session_id, message):
    turns.setdefault(session_id, []).append(message)  # error: 4, SIS003, "changed again"
    return turns[session_id]


def told(user_id=None):
    return by_user.get(user_id) or " ".join(history)


def latest():
    return greeting
