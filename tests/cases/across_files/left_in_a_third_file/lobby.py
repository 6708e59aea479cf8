"""Variables that the handlers of other files set and read; nothing here changes them."""

guest = ""
shown = {"guest": None}
rooms: dict[str, str] = {}
opened_at = 0
unread = ""
greeting = "welcome"


class Porter:
    def __init__(self):
        self.called = None
        self.keys = []


porter = Porter()
