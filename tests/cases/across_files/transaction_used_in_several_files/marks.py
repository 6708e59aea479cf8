import database


def mark(order):
    database.orders.add(order)
    database.orders.commit()


def note(text):
    database.notes.add(text)
    database.notes.commit()
