"""Stands in for aiogram.fsm."""
