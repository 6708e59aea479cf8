"""A program that starts Streamlit: what it calls of the library draws no page, so that it runs once."""
import os
import sys

import streamlit as st
from streamlit.web import cli


# not executed: it would start a server
def main_ok():
    sys.argv = ["streamlit", "run", "page.py"]
    os.environ["PAGE_THEME"] = "dark"
    cli.main()


# not executed: it would start a server
def page_that_also_starts_one_bad(user):
    os.environ["PAGE_USER"] = user  # error: 4, SIS001, "os.environ"
    st.write(os.environ["PAGE_USER"])
    cli.main()


def page_bad(user):
    before = os.environ.get("PAGE_NAME")
    os.environ["PAGE_NAME"] = user  # error: 4, SIS001, "os.environ"
    st.write(before)
    return before
