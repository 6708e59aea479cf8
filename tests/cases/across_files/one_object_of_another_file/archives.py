class Kept(type):
    _kept = {}

    def __call__(cls, *arguments):
        if cls not in cls._kept:
            cls._kept[cls] = super().__call__(*arguments)
        return cls._kept[cls]


class Archive:
    _archive = None

    def __new__(cls):
        if cls._archive is None:
            cls._archive = super().__new__(cls)
            cls._archive.reader = None
        return cls._archive


class Catalogue:
    _catalogue = None

    def __init__(self):
        self.cards = []

    @classmethod
    def get(cls):
        if cls._catalogue is None:
            cls._catalogue = cls()
        return cls._catalogue
