"""A view whose own file tells what serves it."""
from flask import Blueprint

pages = Blueprint("pages", __name__)

latest = None


@pages.route("/remember")
def remember(user_id):
    global latest
    latest = user_id  # error: 4, SIS001, "latest"


@pages.route("/recall")
def recall(user_id):
    return latest


@pages.route("/greet")
def greet(user_id):
    return f"Hello {user_id}"


def remembered_by_a_view_of_a_blueprint_bad(user_id):
    remember(user_id)
    return recall(user_id)
