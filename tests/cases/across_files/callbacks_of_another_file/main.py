"""A program gives functions of another file to an object of a library of which nothing is known."""
import parrot
from diary import note, read, welcome

hook = parrot.Hook("secret")
hook.add_handler("note", note)
hook.add_handler("read", read)
hook.add_handler("welcome", welcome)


# missed: the file of the functions asks who gives them to a library, and shows it
def missed_noted_elsewhere_bad(user_id, text):
    note(text)
    return read(text)


def welcomed_elsewhere_ok(user_id, text):
    return welcome(text)
