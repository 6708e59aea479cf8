"""A decorator that demands a right is called by everybody, also by those whom it refuses: what its object keeps of them
is a session's. A decorator below it only sees those who passed."""
import asyncio
from functools import wraps

from fastapi import FastAPI

app = FastAPI()


async def rest():
    await asyncio.sleep(0)


class RequireRole:
    """Keeps on itself whose role it asks for."""

    def __init__(self, role):
        self.role = role
        self.user = None

    def __call__(self, view):
        @wraps(view)
        async def inner(user_id):
            self.user = user_id  # error: 12, SIS004, "RequireRole.user"
            await rest()
            return await view(self.user) if self.allowed() else "no"

        return inner

    def allowed(self):
        return self.role in f"{self.user} accountant"


@app.get("/ledger")
@RequireRole("accountant")
async def ledger_of_the_last_one_bad(user_id):
    return [user_id, "ledger"]


class RequireLocalRole:
    """Keeps nothing of those who ask."""

    def __init__(self, role):
        self.role = role

    def __call__(self, view):
        @wraps(view)
        async def inner(user_id):
            await rest()
            return await view(user_id) if self.allowed(user_id) else "no"

        return inner

    def allowed(self, user):
        return self.role in f"{user} accountant"


@app.get("/books")
@RequireLocalRole("accountant")
async def books_of_whoever_asks_ok(user_id):
    return [user_id, "books"]


class Themed:
    """Below the decorator that lets in administrators alone: they set it for all."""

    def __init__(self):
        self.theme = "light"

    def __call__(self, view):
        @wraps(view)
        async def inner(theme):
            self.theme = theme
            return await view(theme)

        return inner


themed = Themed()


class Rights:
    @staticmethod
    def require_admin(view):
        @wraps(view)
        async def inner(theme):
            return await view(theme) if theme.startswith("administrator's") else "no"

        return inner


@app.get("/theme")
@Rights.require_admin
@themed
async def theme_set_by_an_administrator_ok(theme):
    return "set"


@app.get("/page")
async def page_in_the_theme_ok(user_id):
    await rest()
    return [user_id, themed.theme]
