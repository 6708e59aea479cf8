"""What is called after a lock is taken for one, a decorator, too; words that only contain such a word are not."""
import courier
from fastapi import FastAPI

app = FastAPI()


class Berth:
    ship = None

    @courier.asynchronous
    def moor(self, ship):
        Berth.ship = ship  # error: 8, SIS002, "Berth.ship"
        return self.shown()

    def shown(self):
        return f"moored: {Berth.ship}"


@app.post("/berths")
def decorated_with_another_word_bad(user_id, message):
    return Berth().moor(message)


class Dock:
    ship = None

    @courier.synchronized
    def moor(self, ship):
        Dock.ship = ship
        return self.shown()

    def shown(self):
        return f"docked: {Dock.ship}"


@app.post("/docks")
def decorated_with_a_word_for_locks_ok(user_id, message):
    return Dock().moor(message)
