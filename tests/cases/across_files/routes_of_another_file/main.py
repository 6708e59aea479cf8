"""A file that only gives another file's functions to its library, by way of the module; that file tells of it."""
import flask
import pages

app = flask.Flask(__name__)
app.add_url_rule("/greet", view_func=pages.greet)
app.add_url_rule("/remember", view_func=pages.remember)
app.add_url_rule("/again", view_func=pages.remember)
app.add_url_rule("/recall", view_func=pages.recall)


# missed: the file of the pages asks who serves it, and shows it
def missed_remembered_by_a_page_of_another_file_bad(user_id):
    return pages.remember(user_id)


def greeted_by_a_page_of_another_file_ok(user_id):
    return pages.greet(user_id)
