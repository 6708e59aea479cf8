"""Stands in for aiogram.fsm.context."""


class FSMContext:
    """What is known of one user in one chat."""
