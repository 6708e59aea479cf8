"""Flask: each request has a thread of its own, coroutine views included, and `g`, `session`, `request` are its own."""
import asyncio
import threading
from functools import wraps

from flask import Blueprint, Flask, g, jsonify, request, session
from flask.views import MethodView

app = Flask(__name__)
chats = Blueprint("chats", __name__)
history = []


@app.route("/chat", methods=["POST"])
def view_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return jsonify(list(history))


visits = 0


@chats.route("/visits")
def view_counts_bad(user):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return user


locked_visits = 0
lock = threading.Lock()


@app.route("/counted")
def view_counts_under_a_lock_ok(user):
    global locked_visits
    with lock:
        before = locked_visits
        locked_visits = before + 1
    return user


awaited = 0


@app.get("/awaited")
async def coroutine_view_counts_bad(user):
    global awaited
    before = awaited
    await asyncio.sleep(0)
    awaited = before + 1  # error: 4, SIS003, "awaited"
    return user


guarded = 0
guard = asyncio.Lock()


# not executed: here both run on one loop, and there each has a loop of its own
@app.get("/guarded")
async def lock_of_one_loop_bad(user):
    global guarded
    async with guard:
        before = guarded
        await asyncio.sleep(0)
        guarded = before + 1  # error: 8, SIS008, "'guard' works in one event loop"
    return user


current_user = None


# not executed: it takes what Flask makes for each request
@app.before_request
def remember_user_bad():
    global current_user
    current_user = request.form["user"]  # error: 4, SIS001, "current_user"


@app.get("/me")
def me():
    return jsonify({"user": current_user})


# not executed: the stand-in for `g` is one for all
@app.before_request
def kept_in_g_ok():
    g.user = request.form["user"]
    return None


# not executed: the stand-in for the session is one for all
@app.route("/login")
def kept_in_the_session_ok():
    session["user"] = request.form["user"]
    session.setdefault("said", []).append(request.form["message"])
    return jsonify(session["said"])


added = []


def added_by_rule_bad(user, message):
    added.append(message)  # error: 4, SIS001, "added"
    return list(added)


app.add_url_rule("/added", view_func=added_by_rule_bad)


def logged_in(view):
    @wraps(view)
    def checked(*arguments):
        return view(*arguments)
    return checked


wrapped = []


@app.route("/wrapped")
@logged_in
def wrapped_view_bad(user, message):
    wrapped.append(message)  # error: 4, SIS001, "wrapped"
    return list(wrapped)


said = []


class ChatView(MethodView):
    def post(self, message):
        self.message = message
        said.append(self.message)  # error: 8, SIS001, "said"
        return list(said)

    def get(self, message):
        self.message = message
        return self.message


app.add_url_rule("/view", view_func=ChatView.as_view("view"))


def method_of_a_view_bad(user, message):
    return ChatView().post(message)


def kept_on_a_view_ok(user, message):
    return ChatView().get(message)


class OneView(MethodView):
    init_every_request = False

    def get(self, message):
        self.message = message  # error: 8, SIS004, "OneView.message"
        return self.message


one_view = OneView()


def kept_on_the_only_view_bad(user, message):
    return one_view.get(message)


@app.post("/language")
def kept_in_the_configuration_bad(language):
    before = app.config.get("LANGUAGE")
    app.config["LANGUAGE"] = language  # error: 4, SIS001, "app.config"
    return before


app.last_user = None


@app.post("/last-user")
def kept_on_the_application_bad(user, message):
    before = app.last_user
    app.last_user = user  # error: 4, SIS001, "app.last_user"
    return before, message


class Store:
    def __init__(self):
        self.items = []


class StoreView(MethodView):
    def __init__(self, store):
        self.store = store

    def post(self, message):
        self.store.items.append(message)  # error: 8, SIS004, "Store.items"
        return list(self.store.items)


store = Store()
app.add_url_rule("/store", view_func=StoreView.as_view("store", store))


def argument_of_as_view_bad(user, message):
    return StoreView(store).post(message)


class OwnStoreView(MethodView):
    def __init__(self, limit):
        self.store = Store()
        self.limit = limit

    def post(self, message):
        self.limit = min(self.limit, 10)
        self.store.items.append(message)
        return self.store.items


app.add_url_rule("/own-store", view_func=OwnStoreView.as_view("own", 10))


def own_object_of_each_view_ok(user, message):
    return OwnStoreView(5).post(message)


def create_app():
    inner = Flask(__name__)
    kept = []

    @inner.route("/kept")
    def keep(message):
        kept.append(message)  # error: 8, SIS001, "kept"
        return list(kept)

    inner.keep = keep
    return inner


inner = create_app()


def view_of_a_factory_bad(user, message):
    return inner.keep(message)


names = []


@chats.record
def begin(state):
    names.append(state)


@app.get("/names")
def what_was_recorded_ok(user):
    return list(names)


asked_last = None


# not executed: it takes what Flask makes for each request
def helper_that_uses_the_request_bad():
    global asked_last
    asked_last = request.form["question"]  # error: 4, SIS001, "asked_last"


def last_question():
    return asked_last, request.path


def counted(view):
    calls = 0

    @wraps(view)
    def around(*given):
        nonlocal calls
        calls += 1
        return view(request.path, *given)

    return around


class Doorman:
    def __init__(self, known):
        self.known = known
        self.guest = None

    def checked(self, view):
        @wraps(view)
        def around(*given, **named):
            card = request.headers.get("Card")
            if card not in self.known:
                return "unknown", 401
            self.guest = card  # error: 12, SIS004, "'Doorman.guest'"
            return view(*given, **named)

        return around

    def checked_for_the_request(self, view):
        @wraps(view)
        def around(*given, **named):
            g.guest = request.headers.get("Card")
            return view(*given, **named)

        return around


# not executed: it takes what Flask makes for each request, and views of other files look at it
def guest_left_for_other_files_bad(user, view):
    return Doorman([user]).checked(view)


guest_at_the_bar = ""


# not executed: another request reads it
@app.route("/order")
def global_by_its_key_bad(user, message):
    globals()["guest_at_the_bar"] = user  # error: 4, SIS001, "guest_at_the_bar"
    return message


@app.route("/bill")
def bill_ok(user):
    return f"to pay for {guest_at_the_bar}" if guest_at_the_bar == user else "nothing to pay"


VIEWS = {"bill": "bill_ok"}


@app.route("/view")
def function_by_its_key_ok(user):
    return globals()[VIEWS["bill"]](user)
