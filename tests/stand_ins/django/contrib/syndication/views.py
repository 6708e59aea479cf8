"""A feed is one object, and is the view itself."""


class Feed:
    pass
