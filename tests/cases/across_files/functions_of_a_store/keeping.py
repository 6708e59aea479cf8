"""State and the functions around it; none of them serves anybody here."""

history = []
recalled = []
by_user = {}
played = {}
turns = {}
greeting = "Hello"


def add_message(message):
    history.append(message)


def recall(message):
    recalled.append(message)


def remember(user_id, message):
    by_user[user_id] = message


def note_played(user_id, title):
    played.setdefault(user_id, []).append(title)


def take_turn(session_id, message):
    turns.setdefault(session_id, []).append(message)
    return turns[session_id]


def told(user_id=None):
    return by_user.get(user_id) or " ".join(history)


def latest():
    return greeting
