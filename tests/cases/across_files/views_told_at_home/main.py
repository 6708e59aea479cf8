"""An application gives a function of another file to its library; that file tells of it, so this one need not."""
import flask
from views import greet, recall, remember

app = flask.Flask(__name__)
app.add_url_rule("/also-remember", view_func=remember)
app.add_url_rule("/also-recall", view_func=recall)


# missed: only the file that defines the views reports it
def missed_remembered_by_a_view_elsewhere_bad(user_id):
    remember(user_id)
    return recall(user_id)


def greeted_by_a_view_elsewhere_ok(user_id):
    return greet(user_id)
