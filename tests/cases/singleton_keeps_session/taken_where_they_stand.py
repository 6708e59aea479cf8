"""Elements that some function finds and deletes where they stand are a queue; a history that is kept short is none."""
from flask import Flask

app = Flask(__name__)


class Letters:
    def __init__(self):
        self.waiting = []

    def put(self, letter):
        self.waiting.append(letter)
        self.waiting.sort(key=len)

    def next(self):
        found = next((each for each in self.waiting if each), None)
        if found:
            del self.waiting[self.waiting.index(found)]
        return found


letters = Letters()


@app.route("/letters/<letter>", methods=["PUT"])
def letter_is_put_ok(letter):
    letters.put(letter)
    return "put"


# not executed: it has no parameter
@app.route("/letters/next")
def letter_is_sent_ok():
    return "sent" if letters.next() else "nothing to send"


class Remarks:
    def __init__(self):
        self.latest = []

    def put(self, remark):
        self.latest.append(remark)  # error: 8, SIS004, "Remarks.latest"
        if len(self.latest) > 1:
            del self.latest[0]


remarks = Remarks()


@app.route("/remarks/<remark>", methods=["PUT"])
def short_history_is_shown_bad(remark):
    remarks.put(remark)
    return " ".join(remarks.latest)
