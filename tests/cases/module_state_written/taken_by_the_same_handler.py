"""A handler that an unknown library calls may compare what an earlier call left; no session gets it."""
import parrot

hook = parrot.Hook("secret")
limit = 20


def on_limit(event):
    global limit
    if event.kind == "limit":
        limit = event.value
    elif event.value > limit:
        hook.alarm()


hook.add_handler(on_limit)


# not executed: the library is not known
def compared_on_another_way_ok(event):
    on_limit(event)
