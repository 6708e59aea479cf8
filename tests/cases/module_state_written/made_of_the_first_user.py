"""What is made once is everybody's: made of the user who comes first, it is that user's for all who come later."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Mailbox:
    def __init__(self, owner):
        self.owner = str(owner)

    async def letters(self):
        await rest()
        return f"letters of {self.owner}"


_mailbox = None


def _mailbox_of(user_id):
    global _mailbox
    if _mailbox is None:
        _mailbox = Mailbox(user_id)  # error: 8, SIS001, "_mailbox"
    return _mailbox


async def made_of_who_comes_first_bad(user_id):
    mailbox = _mailbox_of(user_id=user_id)
    await rest()
    return await _mailbox.letters() if mailbox else None


_locker = None


def _locker_of(user_id):
    global _locker
    if _locker is None or _locker.owner != user_id:
        _locker = Mailbox(user_id)
    return _locker


async def made_anew_for_another_user_ok(user_id):
    return await _locker_of(user_id).letters()


_drawer = None
_drawer_owner = None


def _drawer_of(user_id):
    global _drawer, _drawer_owner
    if _drawer is None or _drawer_owner != user_id:
        _drawer = Mailbox(user_id)
        _drawer_owner = user_id
    return _drawer


async def compared_with_whose_it_was_ok(user_id):
    return await _drawer_of(user_id).letters()


_shelves = {}


def _shelf_of(user_id):
    if user_id not in _shelves:
        _shelves[user_id] = Mailbox(user_id)
    return _shelves[user_id]


async def one_for_each_user_ok(user_id):
    return await _shelf_of(user_id).letters()


_board = None


def _board_for_all(name="all"):
    global _board
    if _board is None:
        _board = Mailbox(name)
    return _board


async def made_of_nobody_ok(user_id):
    return [user_id, await _board_for_all().letters()]


_safe = None


async def _safe_for(user_id, key):
    global _safe
    if _safe is None:
        await rest()
        _safe = Mailbox(f"{user_id}:{key}")  # error: 8, SIS001, "_safe"
    return _safe


async def helper_that_is_told_whose_it_is_bad(user, message):
    return await (await _safe_for(user.upper(), message)).letters()


_archive = None


async def _archive_at(place, pages):
    global _archive
    if _archive is None:
        await rest()
        _archive = Mailbox(place * pages)
    return _archive


async def helper_that_is_told_nothing_of_a_session_ok(user_id, message):
    return await (await _archive_at("attic", 3)).letters()
