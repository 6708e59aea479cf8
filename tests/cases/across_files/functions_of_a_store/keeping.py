"""State and the functions around it; none of them serves anybody here."""

history = []
recalled = []
by_user = {}
greeting = "Hello"


def add_message(message):
    history.append(message)


def recall(message):
    recalled.append(message)


def remember(user_id, message):
    by_user[user_id] = message


def told(user_id=None):
    return by_user.get(user_id) or " ".join(history)


def latest():
    return greeting
