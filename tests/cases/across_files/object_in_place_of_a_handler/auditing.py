"""Offers decorators: who uses them decides what they are put in place of."""


class Audited:
    def __init__(self, handler):
        self.handler = handler
        self.user = None

    async def __call__(self, user_id, message):
        self.user = user_id
        answer = await self.handler(user_id, message)
        return [self.user, answer]


class Passed:
    def __init__(self, handler):
        self.handler = handler

    async def __call__(self, user_id, message):
        answer = await self.handler(user_id, message)
        return [user_id, answer]
