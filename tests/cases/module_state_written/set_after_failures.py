"""That a store fails says something about the store; what a user asks for says something about the user."""
from fastapi import FastAPI

app = FastAPI()


class StoreError(Exception):
    pass


def count(user_id):
    if not user_id:
        raise StoreError


is_store_dead = False


@app.get("/counted")
async def fallback_after_a_failure_ok(user_id, limit):
    global is_store_dead
    if is_store_dead:
        if limit and count("check") is None:
            is_store_dead = False
        return limit
    if limit:
        try:
            count(user_id)
        except StoreError:
            is_store_dead = True
    return limit


@app.get("/health")
async def health_of_the_store_ok(user_id):
    return "down" if is_store_dead else "up"


is_verbose = False


# not executed: one session would have to begin its text with "long"
@app.get("/answer")
async def mode_that_a_user_chooses_bad(text):
    global is_verbose
    if text.startswith("long"):
        is_verbose = True  # error: 8, SIS001, "is_verbose"
    elif text.startswith("short"):
        is_verbose = False
    return text


@app.get("/again")
async def mode_that_another_user_chose_ok(text):
    return text * 2 if is_verbose else text
