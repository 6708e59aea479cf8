"""A session has what was added until it is committed; a scoped one is another in each thread."""
import threading


class Session:
    def __init__(self, _engine):
        self.added = []

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        return None

    def add(self, row):
        self.added = [*self.added, row]

    def commit(self):
        committed, self.added = self.added, []
        return committed


class sessionmaker:
    def __init__(self, engine):
        self.engine = engine

    def __call__(self):
        return Session(self.engine)


class scoped_session:
    def __init__(self, make):
        self.make = make
        self.local = threading.local()

    def _own(self):
        if not hasattr(self.local, "session"):
            self.local.session = self.make()
        return self.local.session

    def add(self, row):
        self._own().add(row)

    def commit(self):
        return self._own().commit()
