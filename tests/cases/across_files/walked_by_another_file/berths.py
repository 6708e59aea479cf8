"""Sessions of this file add to the tables that another file walks over."""

moored = {}
anchored = {}
docked = {}


async def moor(ship, message):
    moored[ship] = message
    return message


async def anchor(ship, message):
    anchored[ship] = message
    return message


def dock(ship):
    """Nothing serves this: the table is filled before sessions come."""
    docked[ship] = len(docked)


dock("ferry")
dock("tug")
