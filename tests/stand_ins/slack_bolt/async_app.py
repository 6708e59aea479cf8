"""Stands in for slack_bolt.async_app."""
from slack_bolt import App


class AsyncApp(App):
    """Takes coroutine functions."""
