"""A handler keeps a session's data in one attribute, and puts an object that works for it into another: two bugs."""
from flask import Flask

app = Flask(__name__)


class Filter:
    """Smooths the levels of one stream."""

    def __call__(self, level):
        return level.lower()


class Studio:
    def __init__(self):
        self.channel = None
        self.filter = None

    def open(self, channel):
        self.channel = channel  # error: 8, SIS004, "'Studio.channel'"
        self.filter = Filter()  # error: 8, SIS004, "'Studio.filter'"

    def record(self, level):
        return f"{self.channel}: {self.filter(level)}"


studio = Studio()


@app.post("/open/<channel>")
def channel_opened_bad(channel):
    studio.open(channel)
    return studio.record(channel)


@app.post("/record/<level>")
def recorded(level):
    return studio.record(level)


class Booth:
    """Both are the call's own."""

    def record(self, channel, level):
        own = Filter()
        return f"{channel}: {own(level)}"


booth = Booth()


@app.post("/booth/<channel>")
def recorded_alone_ok(channel):
    return booth.record(channel, "LOUD")
