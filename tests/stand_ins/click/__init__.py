"""Stands in for click: decorators give the function back, but a group is an object that has such decorators."""


class Group:
    def command(self):
        return command()


def command():
    return lambda function: function


def group():
    return lambda function: Group()
