"""Panel, served by the program: callbacks run on the loop, for everybody."""
import panel as pn
from panel.widgets import Button

history = []


def callback_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


Button(name="Ask").on_click(callback_bad)
bound = []


def bound_to_a_widget_bad(user, message):
    bound.append(message)  # error: 4, SIS001, "bound"
    return list(bound)


def page_bad(user, message):
    pages.append(message)  # error: 4, SIS001, "pages"
    return pn.bind(bound_to_a_widget_bad, message), list(pages)


pages = []
pn.serve(page_bad)


def own_ok(user, message):
    said = []
    said.append(message)
    return said
