"""What a program calls once, when it starts, is known by its name: settings of all are no session's."""
import asyncio

__all__ = ["configure", "set_config", "set_default_language", "language_of", "use_language"]

settings = {"name": "none"}
languages = {"default": "en"}
config = "none"


def configure(name):
    settings["name"] = name


def set_config(name):
    global config
    config = name


def set_default_language(name):
    languages["default"] = name


def language_of(message):
    return f"{languages['default']} {config} {settings['name']} {message}"


LANGUAGE = {"of": language_of}


async def settings_made_at_the_start_ok(user, message):
    await asyncio.sleep(0)
    return LANGUAGE.get("of")(message)


language = "en"


def use_language(name):
    global language
    language = name  # error: 4, SIS101, "'use_language' sets 'language'"


def message_in_language(message):
    return f"{language} {message}"


CHOSEN = {"use": use_language, "of": message_in_language}


async def language_chosen_by_each_bad(user, message):
    CHOSEN.get("use")(user)
    await asyncio.sleep(0)
    return CHOSEN.get("of")(message)
