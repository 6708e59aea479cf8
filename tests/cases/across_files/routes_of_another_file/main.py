"""A file that only gives another file's functions to its library, by way of the module; told at the first that it gives."""
import flask
import pages

app = flask.Flask(__name__)
app.add_url_rule("/greet", view_func=pages.greet)
app.add_url_rule("/remember", view_func=pages.remember)  # error: 40, SIS001, "'pages.remember' sets 'pages.latest'"
app.add_url_rule("/again", view_func=pages.remember)
app.add_url_rule("/recall", view_func=pages.recall)


def remembered_by_a_page_of_another_file_bad(user_id):
    return pages.remember(user_id)


def greeted_by_a_page_of_another_file_ok(user_id):
    return pages.greet(user_id)
