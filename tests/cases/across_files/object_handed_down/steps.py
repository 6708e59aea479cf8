import maps


def plan(trip, goal):
    maps.mark(trip, goal)


def stop(trip, user_id):
    maps.mark_stop(trip, user_id)
