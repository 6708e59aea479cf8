"""The class of another module, or its metaclass, gives one object to whoever asks."""
import asyncio

from archives import Archive, Catalogue, Kept


async def rest():
    await asyncio.sleep(0)


async def kept_by_a_class_elsewhere_bad(reader, page):
    archive = Archive()
    archive.reader = reader  # error: 4, SIS004, "archives.Archive.reader"
    await rest()
    return [archive.reader, page]


class Shelf(metaclass=Kept):
    def __init__(self):
        self.book = None


async def kept_by_a_metaclass_elsewhere_bad(reader, book):
    Shelf().book = book  # error: 4, SIS004, "Shelf.book"
    await rest()
    return [reader, Shelf().book]


async def given_by_a_class_method_elsewhere_bad(reader, card):
    Catalogue.get().cards.append(card)  # error: 4, SIS004, "archives.Catalogue.cards"
    await rest()
    return list(Catalogue.get().cards)


async def made_anew_from_a_class_elsewhere_ok(reader, card):
    mine = Catalogue()
    mine.cards.append(card)
    await rest()
    return list(mine.cards)
