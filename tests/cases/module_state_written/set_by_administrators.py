"""A handler that first of all refuses whoever has no right sets what is meant for everybody; others, or one that
somebody enters by a password, leave their own."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


class Rights:
    admin_password = "open sesame"

    @staticmethod
    def is_admin(name):
        return name.startswith("session")


async def rest():
    await asyncio.sleep(0)


notice = "Welcome"


@app.put("/notice")
async def notice_of_an_administrator_ok(user_id, text):
    global notice
    name = user_id.lower()
    if not Rights.is_admin(name):
        return "no"
    notice = text
    return "set"


@app.get("/notice")
async def notice_shown_ok(user_id):
    await rest()
    return notice


motto = "Welcome"


@app.put("/motto")
async def motto_of_anybody_bad(user_id, text):
    global motto
    if not text:
        return "no"
    motto = text  # error: 4, SIS001, "motto"
    await rest()
    return motto


signed_in = None


@app.post("/session")
async def signed_in_by_a_password_bad(user_id, password):
    global signed_in
    if password == Rights.admin_password:
        return "no"
    signed_in = user_id  # error: 4, SIS001, "signed_in"
    await rest()
    return signed_in


asked = []


@app.post("/questions")
async def refused_after_it_was_noted_bad(user_id, message):
    asked.append(message)  # error: 4, SIS001, "asked"
    await rest()
    if not Rights.is_admin(user_id):
        return asked
    return "no"
