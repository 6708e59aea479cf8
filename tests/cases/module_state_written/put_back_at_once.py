"""What is put back before any other task has its turn was never seen by others, whoever waited before."""
import asyncio
import warnings


async def rest():
    await asyncio.sleep(0)


def in_colour(text):
    return f"*{text}*"


def warned_in_colour(text):
    former = warnings.formatwarning
    warnings.formatwarning = lambda message, *rest: in_colour(message)
    said = warnings.formatwarning(text, UserWarning, "", 0)
    warnings.formatwarning = former
    return said


async def formatted_and_put_back_ok(user_id, message):
    await rest()
    return warned_in_colour(message)


async def formatted_until_others_ran_bad(user_id, message):
    former = warnings.formatwarning
    warnings.formatwarning = lambda text, *rest: message  # error: 4, SIS001, "formatwarning"
    await rest()
    said = warnings.formatwarning("", UserWarning, "", 0)
    warnings.formatwarning = former
    return said
