def mark(trip, goal):
    trip.goal = goal


def mark_stop(trip, user_id):
    trip.stops[user_id] = user_id
