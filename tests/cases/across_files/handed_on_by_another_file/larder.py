"""State two files away from the handlers: the file between only hands on."""

orders = []
by_table = {}
menu = []


def note(dish):
    orders.append(dish)  # error: 4, SIS001, "appends to 'orders'"


def noted():
    return ", ".join(orders)


def note_for(table, dish):
    by_table[table] = dish


def noted_for(table):
    return by_table.get(table)


def write_menu():
    menu.append("soup")


def dishes():
    return list(menu)
