"""An object that Streamlit caches is one for all runs of a script; what Python caches in the script is made in each."""
from functools import lru_cache

import streamlit as st


class Sheet:
    def __init__(self):
        self.rows = []
        self.title = None

    def load(self, text):
        self.rows = text.split()  # error: 8, SIS004, "'Sheet.rows'"

    def shown(self):
        return " ".join(self.rows)


@st.cache_resource
def get_sheet():
    return Sheet()


sheet = get_sheet()
text = st.text_input("Text")
if text:
    sheet.load(text)
    sheet.title = text  # error: 4, SIS004, "'Sheet.title'"
st.write(sheet.shown(), sheet.title)


def loaded_into_the_cached_object_bad(text):
    sheet = get_sheet()
    before = sheet.title
    sheet.title = text  # error: 4, SIS004, "'Sheet.title'"
    return before


class Draft:
    def __init__(self):
        self.lines = []

    def add(self, line):
        self.lines.append(line)
        return list(self.lines)


@lru_cache
def get_draft():
    return Draft()


# not executed: each run of the script has a cache of its own
def cached_within_the_run_ok(line):
    return get_draft().add(line)


class Page:
    def __init__(self, user):
        self.user = user
        self.lines = []

    def add(self, line):
        self.lines.append(line)
        return list(self.lines)


@st.cache_resource
def get_page(user):
    return Page(user)


def page_of_each_user_ok(user, line):
    return get_page(user).user
