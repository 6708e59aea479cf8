"""Some places exist once in a process, such as the environment or an attribute of an imported module."""
import asyncio
import contextlib
import http.client
import io
import os
import random
import sys
from http.client import HTTPConnection


async def work(name):
    await asyncio.sleep(0)
    return f"work for {name}"


async def environment_variable_bad(user_id):
    os.environ["SESSION_TOKEN"] = user_id  # error: 4, SIS001, "os.environ"
    await work(user_id)
    return os.environ["SESSION_TOKEN"]


async def copy_of_the_environment_ok(user_id):
    environment = {**os.environ, "SESSION_TOKEN": user_id}
    await work(user_id)
    return environment["SESSION_TOKEN"]


async def environment_updated_bad(user_id):
    os.environ.update({"SESSION_USER": user_id})  # error: 4, SIS001, "os.environ"
    await work(user_id)
    return os.environ.get("SESSION_USER")


async def copy_of_the_environment_updated_ok(user_id):
    environment = os.environ.copy()
    environment.update({"SESSION_USER": user_id})
    await work(user_id)
    return environment.get("SESSION_USER")


async def environment_read_ok(user_id):
    await work(user_id)
    return f"{user_id} at {os.environ.get('HOME')}"


async def attribute_of_an_imported_module_bad(user_id):
    http.client.api_key = user_id  # error: 4, SIS001, "http.client.api_key"
    await work(user_id)
    return http.client.api_key


async def argument_instead_of_the_modules_attribute_ok(user_id):
    api_key = user_id
    await work(api_key)
    return api_key


async def attribute_of_an_imported_class_bad(user_id):
    HTTPConnection.user = user_id  # error: 4, SIS001, "HTTPConnection.user"
    await work(user_id)
    return HTTPConnection.user


class OwnConnection(HTTPConnection):
    user = None


async def attribute_of_an_object_of_a_subclass_ok(user_id):
    connection = OwnConnection("localhost")
    connection.user = user_id
    await work(user_id)
    return connection.user


async def setattr_on_an_imported_module_bad(user_id):
    setattr(http.client, "api_base", user_id)  # error: 4, SIS001, "http.client.api_base"
    await work(user_id)
    return http.client.api_base


async def setattr_on_an_object_made_here_ok(user_id):
    connection = OwnConnection("localhost")
    setattr(connection, "user", user_id)
    await work(user_id)
    return connection.user


class Prefixed(io.StringIO):
    """A stream that begins with the name of the user it is for."""

    def __init__(self, user_id):
        super().__init__()
        self.write(f"for {user_id}: ")


async def standard_output_replaced_bad(user_id, message):
    before = sys.stdout
    sys.stdout = Prefixed(user_id)  # error: 4, SIS001, "sys.stdout"
    await work(user_id)
    sys.stdout.write(message)
    answer = sys.stdout.getvalue()
    sys.stdout = before
    return answer


async def stream_of_its_own_ok(user_id, message):
    stream = Prefixed(user_id)
    await work(user_id)
    stream.write(message)
    return stream.getvalue()


async def standard_output_redirected_bad(user_id, message):
    with contextlib.redirect_stdout(Prefixed(user_id)):  # error: 9, SIS001, "sys.stdout"
        await work(user_id)
        sys.stdout.write(message)
        return sys.stdout.getvalue()


async def redirected_while_nothing_pauses_ok(user_id, message):
    await work(user_id)
    with contextlib.redirect_stdout(Prefixed(user_id)):
        sys.stdout.write(message)
        return sys.stdout.getvalue()


async def current_folder_changed_bad(user_id):
    os.chdir(user_id)  # error: 4, SIS001
    await work(user_id)
    return os.getcwd()


async def folder_as_an_argument_ok(user_id):
    folder = os.path.join("home", user_id)
    await work(user_id)
    return folder


async def numbers_seeded_bad(user_id):
    random.seed(user_id)  # error: 4, SIS001
    await work(user_id)
    return random.random()


async def generator_of_its_own_ok(user_id):
    own = random.Random(user_id)
    await work(user_id)
    return own.random()


def resolved(value, variables):
    """The configuration with each `$NAME` replaced; lists and tables are resolved in turn."""
    if isinstance(value, dict):
        return {key: resolved(each, variables) for key, each in value.items()}
    return variables[value[1:]] if value.startswith("$") else value


async def part_of_a_resolved_configuration_ok(user_id, data):
    parts = resolved({"chat": {"home": "$HOME"}}, os.environ)
    for part in parts.values():
        part["user"] = user_id
    await work(data)
    return parts["chat"]["user"]


async def variable_of_a_resolved_name_bad(user_id, data):
    for name in resolved({"chat": "CHAT_USER"}, os.environ).values():
        os.environ[name] = user_id  # error: 8, SIS001, "os.environ"
    await work(data)
    return os.environ["CHAT_USER"]
