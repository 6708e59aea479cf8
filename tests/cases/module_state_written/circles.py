"""Coroutines that call each other and that nothing else in sight calls: sessions enter any of them."""

import asyncio

questions = []


async def asked_again_bad(text, rounds=2):
    questions.append(text)  # error: 4, SIS001, "questions"
    await asyncio.sleep(0)
    return await refined(text, rounds - 1) if rounds else ", ".join(questions)


async def refined(text, rounds=1):
    return await asked_again_bad(text, rounds)


async def kept_for_the_call_ok(text, rounds=2):
    mine = [text]
    await asyncio.sleep(0)
    return await once_more_ok(text, rounds - 1) if rounds else ", ".join(mine)


async def once_more_ok(text, rounds=1):
    return await kept_for_the_call_ok(text, rounds)
