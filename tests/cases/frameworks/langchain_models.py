"""LangChain: an application makes one model and one retriever for all users."""
import asyncio

from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.language_models.llms import LLM
from langchain_core.retrievers import BaseRetriever
from langchain_openai import ChatOpenAI


class Remembering(LLM):
    def __init__(self):
        self.history = []

    def _call(self, prompt, stop=None, run_manager=None, **kwargs):
        self.history.append(prompt)  # error: 8, SIS004, "history"
        return "\n".join(self.history)


remembering = Remembering()


async def a_model_keeps_the_prompts_bad(prompt):
    return remembering._call(prompt)


class Configured(BaseChatModel):
    def __init__(self):
        self.options = {"temperature": 0}

    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        options = self.options
        options.update(kwargs)  # error: 8, SIS004
        return str(options)


configured = Configured()


async def options_of_a_call_stay_bad(message, user):
    return configured._generate([message], **{user: message})


class Reporting(ChatOpenAI):
    def __init__(self):
        self.last_request = None

    async def _agenerate(self, messages, stop=None, run_manager=None, **kwargs):
        self.last_request = messages  # error: 8, SIS004
        await asyncio.sleep(0)
        return f"answer to {self.last_request}"


reporting = Reporting()


async def the_last_request_is_kept_bad(message):
    return await reporting._agenerate([message])


class Finding(BaseRetriever):
    def __init__(self):
        self.question = None

    async def _aget_relevant_documents(self, query, *, run_manager=None):
        self.question = query  # error: 8, SIS004
        await asyncio.sleep(0)
        return [f"about {self.question}"]


finding = Finding()


async def a_retriever_keeps_the_question_bad(query):
    return await finding._aget_relevant_documents(query)


class Copying(BaseChatModel):
    def __init__(self):
        self.options = {"temperature": 0}

    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        options = {**self.options, **kwargs}
        return str(options)


copying = Copying()


async def options_are_copied_ok(message, user):
    return copying._generate([message], user=user)


class Connecting(BaseChatModel):
    def __init__(self):
        self.client = None

    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        if self.client is None:
            self.client = object()
        return f"{messages} by {self.client is not None}"


connecting = Connecting()


async def a_client_is_made_once_ok(message):
    return connecting._generate([message])


class Fake(BaseChatModel):
    responses = ("yes",)

    def __init__(self):
        self.turn = 0
        self.prompts = []

    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        self.turn += 1
        self.prompts.append(len(messages))
        return self.responses[0]


fake = Fake()


async def a_model_of_a_test_counts_its_turns_ok(message):
    return fake._generate([message])


class Cached(BaseRetriever):
    def __init__(self):
        self.found = {}

    def _get_relevant_documents(self, query, *, run_manager=None):
        if query not in self.found:
            self.found[query] = [query.upper()]
        return self.found[query]


cached = Cached()


async def a_retriever_caches_by_question_ok(query):
    return cached._get_relevant_documents(query)


async def a_model_for_each_call_ok(message):
    return Remembering()._call(message)


class Measuring(BaseChatModel):
    def __init__(self):
        self.tokens = 0

    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        self.tokens += len(messages)
        return "done"


measuring = Measuring()


async def a_model_counts_tokens_ok(message):
    return measuring._generate([message])
