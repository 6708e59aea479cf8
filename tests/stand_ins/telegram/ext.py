"""Stands in for telegram.ext: handlers and the application keep what they are given."""


class ContextTypes:
    DEFAULT_TYPE = object


class _Handler:
    def __init__(self, *arguments, **named):
        self.arguments, self.named = arguments, named


class CommandHandler(_Handler):
    pass


class MessageHandler(_Handler):
    pass


class CallbackQueryHandler(_Handler):
    pass


class ConversationHandler(_Handler):
    END = -1


class JobQueue:
    def run_repeating(self, callback, interval, **named):
        return callback

    run_once = run_daily = run_repeating


class filters:
    TEXT = COMMAND = ALL = object()


class Application:
    def __init__(self):
        self.bot_data = {}
        self.job_queue = JobQueue()
        self.handlers = []

    @staticmethod
    def builder():
        return ApplicationBuilder()

    def add_handler(self, handler, group=0):
        self.handlers.append(handler)

    def add_handlers(self, handlers, group=0):
        self.handlers.extend(handlers)

    def add_error_handler(self, callback, block=True):
        self.handlers.append(callback)

    def run_polling(self):
        """Does not go online."""


class ApplicationBuilder:
    def token(self, token):
        return self

    def concurrent_updates(self, concurrent_updates):
        return self

    def post_init(self, post_init):
        return self

    post_stop = post_shutdown = post_init

    def build(self):
        return Application()
