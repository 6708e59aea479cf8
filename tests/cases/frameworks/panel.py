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


loaded = []


def each_load_bad(user, message):
    loaded.append(message)  # error: 4, SIS001, "loaded"
    return list(loaded)


pn.state.onload(each_load_bad)


# not executed: what is kept there outlives the program
def kept_for_all_bad(user, message):
    before = pn.state.cache.get("last")
    pn.state.cache["last"] = message  # error: 4, SIS001, "state.cache"
    return before


@pn.cache(per_session=True)
def own_notes():
    return []


# not executed: here it keeps one for all
def kept_for_the_session_ok(user, message):
    notes = own_notes()
    notes.append(message)
    return notes


Button(name="Keep").on_click(kept_for_all_bad)
Button(name="Note").on_click(kept_for_the_session_ok)
