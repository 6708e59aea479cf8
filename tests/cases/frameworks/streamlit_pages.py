"""A module that a Streamlit script imports: it is loaded once, so that its variables are shared by all sessions."""
import streamlit as st

history = []


def chat_bad(user, message):
    history.append(st.chat_input(message))  # error: 4, SIS001, "history"
    st.write(history)
    return list(history)


visits = 0


def page_counts_bad(user):
    global visits
    before = visits
    st.write(before)
    visits = before + 1  # error: 4, SIS003, "visits"
    return user


said = []


@st.fragment
def fragment_bad(user, message):
    said.append(message)  # error: 4, SIS001, "said"
    return list(said)


last = None


def remember(message):
    global last
    before = last
    last = message  # error: 4, SIS001, "last"
    return before


def button():
    st.button("Remember", on_click=remember)


def given_to_a_button_bad(user, message):
    return remember(message)


# not executed: the stand-in for the session's state is one for all
def state_of_the_session_ok(user):
    st.session_state.user = user
    return st.session_state.user


words = {}


@st.cache_resource
def load_words(language):
    words[language] = [language]
    return words[language]


def what_was_loaded_ok(user):
    return load_words("en")
