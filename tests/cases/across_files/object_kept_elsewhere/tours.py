"""Classes only; other files keep an object of some of them for all."""
import asyncio


class Tour:
    def __init__(self):
        self.remarks = []

    def note(self, remark):
        self.remarks.append(remark)  # error: 8, SIS004, "'Tour.remarks'"

    def read(self):
        return " ".join(self.remarks)


class Diary:
    def __init__(self):
        self.lines = []

    def note(self, line):
        self.lines.append(line)

    def read(self):
        return " ".join(self.lines)


class Guide:
    def __init__(self):
        self.guest = None

    async def lead(self, guest):
        self.guest = guest  # error: 8, SIS004, "'Guide.guest'"
        await asyncio.sleep(0)
        return self.guest


class Desk:
    def __init__(self):
        self.group = None

    def admit(self, group):
        self.group = group  # error: 8, SIS004, "'Desk.group'"

    def admitted(self):
        return self.group


class Visits:
    def __init__(self):
        self.count = 0
        self.seen = {}

    def add(self, guest, room):
        self.count += 1
        self.seen[guest] = room

    def of(self, guest):
        return self.seen[guest]
