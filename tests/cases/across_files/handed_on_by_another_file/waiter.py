import larder


def order(dish):
    larder.note(dish)
    return larder.noted()


def order_for(table, dish):
    larder.note_for(table, dish)


def ordered_for(table):
    return larder.noted_for(table)


def offer():
    return larder.dishes()
