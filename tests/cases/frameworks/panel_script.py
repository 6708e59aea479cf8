"""A Panel script: the server runs it anew for each session, so that its variables are that session's own."""
import panel as pn
from panel.widgets import Button

history = []


# not executed: each run of the script has this list for itself
def variable_of_the_script_ok(user, message):
    history.append(message)
    return list(history)


button = Button(name="Ask")
button.on_click(variable_of_the_script_ok)
pn.Column(button).servable()
