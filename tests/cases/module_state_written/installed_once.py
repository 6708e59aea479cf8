"""What a flag of the module lets happen once is no session's, though it changes the process."""
import asyncio
import sys
import threading


class Tee:
    def __init__(self, stream, whose=""):
        self.stream = stream
        self.whose = whose

    def write(self, text):
        return self.stream.write(text)

    def flush(self):
        self.stream.flush()


async def rest():
    await asyncio.sleep(0)


_installing = threading.Lock()
_is_installed = False


def install():
    global _is_installed
    with _installing:
        if _is_installed:
            return
        sys.stderr = Tee(sys.stderr)
        _is_installed = True


async def installed_once_behind_a_flag_ok(name):
    install()
    await rest()
    return name


_is_wanted = True


async def want(is_wanted):
    global _is_wanted
    _is_wanted = is_wanted


async def installed_whenever_it_is_wanted_bad(name):
    if not _is_wanted:
        return name
    sys.stdout = Tee(sys.stdout, name)  # error: 4, SIS001, "'sys.stdout'"
    await rest()
    return sys.stdout.whose


class Console:
    def __init__(self):
        self.is_open = False

    def open(self, name):
        if self.is_open:
            return
        sys.stdin = Tee(sys.stdin, name)  # error: 8, SIS001, "'sys.stdin'"
        self.is_open = True


async def installed_once_for_each_object_bad(name):
    console = Console()
    console.open(name)
    await rest()
    return sys.stdin.whose
