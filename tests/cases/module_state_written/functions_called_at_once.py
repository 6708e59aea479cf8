"""A function that a built-in one is given runs before that returns: what it reads, the caller reads."""
from flask import Flask

app = Flask(__name__)
weights = {}


@app.post("/best")
def key_of_a_search_reads_for_all_bad(user, message):
    before = dict(weights)
    weights["of"] = user  # error: 4, SIS001, "weights"
    return before, max(message.split(), key=lambda word: word == weights["of"])


signs = {}


@app.post("/signed")
def mapped_function_reads_for_all_bad(user, message):
    def signed(word):
        return f"{word} {signs['of']}"

    before = dict(signs)
    signs["of"] = user  # error: 4, SIS001, "signs"
    return before, list(map(signed, message.split()))


@app.post("/own")
def key_of_a_search_reads_its_own_ok(user, message):
    own = {"of": user}
    return max(message.split(), key=lambda word: word == own["of"])


ranks = {}


@app.post("/ranked")
def key_of_a_search_reads_under_a_key_ok(user, message):
    ranks[user] = len(message)
    return sorted(message.split(), key=lambda word: len(word) * ranks[user])
