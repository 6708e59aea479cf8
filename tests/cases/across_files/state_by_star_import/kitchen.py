"""Variables only."""

orders = {}
