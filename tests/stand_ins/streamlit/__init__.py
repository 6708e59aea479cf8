"""Streamlit, as far as cases need it to be imported: widgets give what they are made with, decorators the function."""
import functools
import types


def _shown(*arguments, **_options):
    return arguments[-1] if arguments else None


title = write = markdown = text_input = chat_input = chat_message = button = selectbox = set_page_config = _shown
sidebar = types.SimpleNamespace(text_input=_shown)
secrets = {}
session_state = types.SimpleNamespace()


def cache_resource(function=None, **_options):
    return functools.lru_cache(maxsize=None)(function) if function else cache_resource


cache_data = cache_resource


def fragment(function):
    return function


dialog = fragment
