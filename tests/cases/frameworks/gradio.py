"""gradio: the functions of events run in threads, for everybody; `gr.State` is each session's own."""
from functools import partial

import gradio as gr

history = []


def chat_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


gr.ChatInterface(chat_bad)
answers = []


def interface_bad(user, message):
    answers.append(message)  # error: 4, SIS001, "answers"
    return list(answers)


gr.Interface(fn=interface_bad, inputs="text", outputs="text")
visits = 0


def event_counts_bad(user):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return user


clicked = []


def click_bad(user, message):
    clicked.append(message)  # error: 4, SIS001, "clicked"
    return list(clicked)


followed = []


def follow_bad(user, message):
    followed.append(message)  # error: 4, SIS001, "followed"
    return list(followed)


opened = []


def each_page_load_bad(user, message):
    opened.append(message)  # error: 4, SIS001, "opened"
    return list(opened)


partly = []


def given_in_part_bad(user, message, *, limit=10):
    partly.append(message)  # error: 4, SIS001, "partly"
    return partly[:limit]


told = []


def state_of_the_session_ok(user, message, state=()):
    state = [*state, message]
    return user, state


def build():
    with gr.Blocks() as page:
        box = gr.Textbox()
        state = gr.State([])
        button = gr.Button("Ask")
        button.click(click_bad, inputs=[box], outputs=[box]).then(follow_bad, [box], [box])
        box.submit(fn=partial(given_in_part_bad, limit=3))
        box.change(state_of_the_session_ok, [box, state], [state])
        gr.Button("Count").click(event_counts_bad)
        gr.Button("Tell").click(lambda message: told.append(message) or list(told))  # error: 48, SIS001, "told"
        page.load(each_page_load_bad)
    return page


class Bot:
    def answer(self, user, message):
        said.append(message)  # error: 8, SIS001, "said"
        return list(said)


said = []
bot = Bot()

with gr.Blocks() as demo:
    gr.Button("Ask").click(bot.answer)


def bound_method_bad(user, message):
    return bot.answer(user, message)


class Memory:
    def __init__(self):
        self.last = None

    def remember(self, user, message):
        before = self.last
        self.last = message  # error: 8, SIS004, "Memory.last"
        return before


memory = Memory()
gr.Button("Remember").click(memory.remember)


def kept_on_the_object_of_a_method_bad(user, message):
    return memory.remember(user, message)


decorated = []


@demo.load(inputs=None)
def decorated_bad(user, message):
    decorated.append(message)  # error: 4, SIS001, "decorated"
    return list(decorated)


async def stream_bad(user, message):
    streamed.append(message)  # error: 4, SIS001, "streamed"
    yield list(streamed)


streamed = []
gr.ChatInterface(stream_bad)
sessions = {}


# not executed: it takes gradio's request
@gr.on(triggers=None)
def kept_by_the_session_ok(message, request: gr.Request):
    sessions.setdefault(request.session_hash, []).append(message)
    return sessions[request.session_hash]


shown = gr.Textbox(value="nobody")
shown.value = "nobody"


def value_of_a_component_bad(user, message):
    before = shown.value
    shown.value = message  # error: 4, SIS001, "shown.value"
    return before


gr.Button("Show").click(value_of_a_component_bad)


def value_of_an_own_component_ok(user, message):
    made = gr.Textbox()
    made.value = message
    return made.value


gr.Button("Make").click(value_of_an_own_component_ok)
