"""A Streamlit script that draws in `main`: it runs for each session, whatever it is called."""
import os

import streamlit as st

history = []


# not executed: each run of the script has this list for itself
def variable_of_the_script_ok(message):
    history.append(message)
    return list(history)


def main(user=None):
    st.title("Chat")
    before = os.environ.get("AGENT_KEY")
    os.environ["AGENT_KEY"] = st.sidebar.text_input("Key", user)  # error: 4, SIS001, "os.environ"
    variable_of_the_script_ok(user)
    return before


def main_serves_bad(user):
    return main(user)


if __name__ == "__main__":
    main()
