"""Dash: callbacks run in threads, and the function of a layout is called for each page load."""
from dash import Dash, Input, Output, callback, register_page

app = Dash(__name__)
history = []


@app.callback(Output("answer", "children"), Input("question", "value"))
def callback_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


visits = 0


@callback(Output("visits", "children"), Input("question", "value"))
def callback_counts_bad(user):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return user


shown = []


def layout_of_each_load_bad(user, message):
    shown.append(message)  # error: 4, SIS001, "shown"
    return list(shown)


app.layout = layout_of_each_load_bad
pages = []


def page_bad(user, message):
    pages.append(message)  # error: 4, SIS001, "pages"
    return list(pages)


register_page(__name__, layout=page_bad)
prices = {"tea": 2}


@app.callback(Output("price", "children"), Input("name", "value"))
def table_is_only_read_ok(user, name="tea"):
    return prices.get("tea")
