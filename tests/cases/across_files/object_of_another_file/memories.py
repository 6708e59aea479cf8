"""Classes only; another file shows of which an object is shared."""


class Book:
    def __init__(self):
        self.first_page = None


class Diary(Book):
    pass


class Memory:
    def __init__(self):
        self.turns = []

    def add(self, message):
        self.turns.append(message)  # error: 8, SIS004, "'Memory.turns'"

    def told(self):
        return " ".join(self.turns)


class Shelf:
    def __init__(self):
        self.books = []

    def put(self, book):
        self.books.append(book)

    def names(self):
        return " ".join(self.books)
