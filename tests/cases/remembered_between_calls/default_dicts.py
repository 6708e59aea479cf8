"""A default dict keeps what is stored in it: harmless where each call stores anew before it looks, and in a memo."""
import asyncio


async def send(headers):
    sent = f"sent with {', '.join(headers.values())}"
    await asyncio.sleep(0)
    return sent


def sent(headers):
    return f"sent with {', '.join(headers.values())}"


def login(token, basic, headers={}):
    if basic:
        headers["Authorization"] = f"Basic {token}"  # error: 8, SIS006, "login.headers"
    return sent(headers)


async def stored_on_one_way_only_bad(user_id, message):
    return f"{login(message, basic=False)}, then {login(message, basic=True)}"


def login_in_own_dict(token, basic, headers=None):
    headers = dict(headers or {})
    if basic:
        headers["Authorization"] = f"Basic {token}"
    return sent(headers)


async def stored_in_a_dict_of_its_own_ok(user_id, message):
    return f"{login_in_own_dict(message, basic=False)}, then {login_in_own_dict(message, basic=True)}"


class Client:
    def __init__(self):
        self.key = None

    def login(self, token, basic, headers={}):
        self.key = f"Basic {token}"
        if basic:
            headers["Authorization"] = self.key  # error: 12, SIS006, "Client.login.headers"
        return sent(headers)


async def stored_from_an_attribute_bad(user_id, message):
    return f"{Client().login(message, basic=False)}, then {Client().login(message, basic=True)}"


def fetch(token, headers={}):
    headers["Authorization"] = token
    return sent(headers)


async def stored_anew_at_each_call_ok(user_id, message):
    return fetch(message)


async def stored_anew_but_used_after_a_pause_bad(user_id, message, headers={}):
    headers["Authorization"] = message  # error: 4, SIS006, "stores into"
    await asyncio.sleep(0)
    return sent(headers)


def counted(text, found={}):
    for word in text.split():
        found[word] = len(word)  # error: 8, SIS006, "counted.found"
    return found


async def returned_as_a_whole_bad(user_id, message):
    return ", ".join(counted(message))


def measured(text, found=None):
    found = {} if found is None else found
    for word in text.split():
        found[word] = len(word)
    return found


async def returned_dict_of_its_own_ok(user_id, message):
    return ", ".join(measured(message))


def upper(text, known={}):
    if text not in known:
        known[text] = text.upper()
    return known[text]


async def memo_ok(user_id, message):
    return upper(message)


def lower(text, _known={}):
    _known[text] = text.lower()
    return _known[text]


async def memo_by_its_name_ok(user_id, message):
    return lower(message)


def settings(made={}):
    if not made:
        made["greeting"] = "Hello".upper()
    return made


async def filled_once_ok(user_id, message):
    return f"{settings()['greeting']} {user_id}"


def numbered(text, count=[0]):
    count[0] += 1
    return f"{text} is a request"


async def variable_in_disguise_ok(user_id, message):
    return numbered(message)


def merged(options, defaults={}):
    defaults.update(options)  # error: 4, SIS006, "merged.defaults"
    return defaults


async def updated_bad(user_id, message):
    return ", ".join(merged({user_id: message}).values())


def joined(options, defaults={}):
    return {**defaults, **options}


async def joined_ok(user_id, message):
    return ", ".join(joined({user_id: message}).values())


def preferences(given={}):
    return given


async def given_back_and_changed_bad(user_id, message):
    mine = preferences()
    mine["language"] = mine.get("language", "") + message  # error: 4, SIS006, "preferences.given"
    return await send(mine)


def own_preferences(given={}):
    return given.copy()


async def copy_given_back_ok(user_id, message):
    mine = own_preferences()
    mine["language"] = mine.get("language", "") + message
    return await send(mine)


def with_language(headers):
    headers.setdefault("language", "en")
    return headers


def signed(user, headers={}):
    headers["user"] = headers.get("user", "") + user  # error: 4, SIS006, "'signed' stores into 'signed.headers'"
    return dict(with_language(headers))


async def changed_by_a_helper_too_but_reported_where_it_stands_bad(user_id, message):
    return signed(message)["user"]
