"""Its application is the window of one user."""


class App:
    def set_interval(self, seconds, callback):
        """Calls it again and again."""
