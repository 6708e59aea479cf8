"""What a module of tests keeps for its tests is no session's: a stand-in that writes down how it was called."""
import asyncio


class _Recorder:
    """Takes the place of a mailer."""

    sent: list[str] = []

    async def send(self, text):
        type(self).sent.append(text)


def _mailer(reply):
    class Mailer:
        asked: list[str] = []

        async def ask(self, text):
            Mailer.asked.append(text)
            return reply

    return Mailer()


greetings: list[str] = []


# not executed: only tests call it
async def greet_ok(user_id):
    greetings.append(user_id)
    await asyncio.sleep(0)
    return " ".join(greetings)


async def test_greeting():
    assert await greet_ok("ann") == "ann"


def test_sending():
    asyncio.run(_Recorder().send("hello"))
    assert _Recorder.sent == ["hello"]


def test_asking():
    assert asyncio.run(_mailer("yes").ask("well?")) == "yes"
