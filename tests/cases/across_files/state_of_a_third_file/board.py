"""Figures that other files change."""

visits = 0
doors = 0
lamps = 0
