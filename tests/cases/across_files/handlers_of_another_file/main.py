"""An application gives functions of another file to its library; what they leave behind is shown in their own."""
import flask
from answering import greet, recall, remember

app = flask.Flask(__name__)
app.add_url_rule("/remember", view_func=remember)
app.add_url_rule("/greet", view_func=greet)
app.add_url_rule("/recall", view_func=recall)


# missed: the file of the views asks who serves it, and shows it
def missed_remembered_by_a_view_elsewhere_bad(user_id):
    remember(user_id)
    return recall(user_id)


def greeted_by_a_view_elsewhere_ok(user_id):
    return greet(user_id)
