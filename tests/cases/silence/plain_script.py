"""Lines as in a notebook, without a coroutine or a thread: nobody is served."""
history = []
total = 0
settings = {"verbose": False}


# not executed: it belongs to the one who runs the script
def remember_ok(name, message):
    global total
    history.append(message)
    total += len(message)
    settings["last"] = name
    return history


class Counter:
    counts = {}

    def count(self, word):
        self.counts[word] = self.counts.get(word, 0) + 1


# not executed: it belongs to the one who runs the script
def count_words_ok(text):
    counter = Counter()
    for word in text.split():
        counter.count(word)
    return counter.counts


words = count_words_ok("one two two")
remember_ok("me", "one two two")
