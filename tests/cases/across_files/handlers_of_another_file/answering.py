"""Views, without a word of what serves them."""

latest = None


def remember(user_id):
    global latest
    latest = user_id  # error: 4, SIS001, "'remember' sets 'latest'"


def recall(user_id):
    return latest


def greet(user_id):
    return f"Hello {user_id}"
