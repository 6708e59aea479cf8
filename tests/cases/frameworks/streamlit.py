"""A Streamlit script: each session runs it anew, so that its variables are private; the process and caches are not."""
import os

import streamlit as st

history = []
visits = 0


class Settings:
    names = []


# not executed: each run of the script has these variables for itself
def variable_of_the_script_ok(user, message):
    global visits
    before = visits
    visits = before + 1
    history.append(message)
    Settings.names.append(user)
    return list(history)


class Draft:
    def __init__(self):
        self.text = ""

    def add(self, message):
        self.text += message
        return self.text


draft = Draft()


# not executed: each run of the script makes the object anew
def object_of_the_script_ok(user, message):
    return draft.add(message)


st.title("Chat")
key = st.text_input("Key")
if key:
    os.environ["AGENT_KEY"] = key  # error: 4, SIS001, "os.environ"


def key_of_the_user_bad(user):
    before = os.environ.get("AGENT_KEY")
    os.environ["AGENT_KEY"] = user  # error: 4, SIS001, "os.environ"
    return before


@st.cache_resource
def shared_history():
    return []


def cached_resource_bad(user, message):
    history = shared_history()
    history.append(message)  # error: 4, SIS006, "shared_history"
    return list(history)


@st.cache_resource(scope="session")
def own_history():
    return []


# not executed: the stand-in keeps one for all
def cached_resource_of_the_session_ok(user, message):
    history = own_history()
    history.append(message)
    return list(history)


# not executed: the stand-in for the session's state is one for all
def state_of_the_session_ok(user):
    st.session_state.user = user
    return st.session_state.user


if prompt := st.chat_input(None):
    history.append(prompt)
    st.write(variable_of_the_script_ok(st.session_state.user, prompt))
