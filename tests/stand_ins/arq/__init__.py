"""Stands in for arq."""


def cron(coroutine, **named):
    return coroutine


def func(coroutine, **named):
    return coroutine
