"""An object is called as a function is: what its `__call__` does is done by whoever calls it."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Recall:
    def __init__(self):
        self.said = []

    def __call__(self, message):
        self.said.append(message)  # error: 8, SIS004, "'Recall.said'"
        return list(self.said)


recall = Recall()


async def called_by_its_variable_bad(message):
    await rest()
    return ", ".join(recall(message))


async def made_for_the_call_ok(message):
    own = Recall()
    await rest()
    return ", ".join(own(message))


class Count:
    def __init__(self):
        self.texts = []

    async def __call__(self, message):
        self.texts.append(message)  # error: 8, SIS004, "'Count.texts'"
        await rest()
        return ", ".join(self.texts)


class Desk:
    def __init__(self):
        self.count = Count()

    async def receive(self, message):
        return await self.count(message)


desk = Desk()


async def called_by_an_attribute_bad(message):
    return await desk.receive(message)


class Upper:
    def __init__(self, ending):
        self.ending = ending

    def __call__(self, message):
        return message.upper() + self.ending


upper = Upper("!")


async def called_without_a_trace_ok(message):
    await rest()
    return upper(message)


class Detector:
    def __init__(self):
        self.heard = ""

    def __call__(self, message):
        self.heard += message  # error: 8, SIS004, "'Detector.heard'"
        return self.heard


class Line:
    def __init__(self):
        self.detector = None

    def open(self):
        self.detector = Detector()

    def hear(self, message):
        return self.detector(message)


line = Line()


async def replaced_by_the_next_caller_bad(message):
    line.open()
    await rest()
    return line.hear(message)
