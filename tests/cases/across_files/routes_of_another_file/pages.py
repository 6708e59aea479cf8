"""Pages; in this file nothing shows that they serve."""

latest = None


def remember(user_id):
    global latest
    latest = user_id  # error: 4, SIS001, "'remember' sets 'latest'"
    return recall(user_id)


def recall(user_id):
    return f"{latest} was here before {user_id}"


def greet(user_id):
    return f"Hello {user_id}"
