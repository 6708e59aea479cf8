"""Variables only."""

shared_list = []
table = {}
current = None
