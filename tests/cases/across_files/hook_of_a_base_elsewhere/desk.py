"""A base of the project that a library calls, and that calls a method which others override."""
import parrot


class Desk(parrot.Bot):
    def on_text(self, update):
        return self.reply(update)

    def reply(self, said):
        raise NotImplementedError
