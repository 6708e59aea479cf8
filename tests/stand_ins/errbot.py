"""Stand-in for Errbot, as far as the cases need it: commands stay what they are."""


class BotPlugin:
    """A plugin that subclasses complete."""


def botcmd(command):
    """Mark a method as a command."""
    return command


def re_botcmd(pattern):
    """Mark a method as a command that is found by a pattern."""
    del pattern
    return botcmd
