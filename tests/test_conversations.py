"""Each library object that remembers a conversation has a row and, here, a line; so have those that only look so."""

from __future__ import annotations

import ast
from typing import NamedTuple

import pytest

from flake8_session_isolation.analysis import check
from flake8_session_isolation.settings import Settings


class Line(NamedTuple):
    """How one object is made with the module, and how a handler uses it."""

    imports: str
    made: str
    used: str

    @property
    def program(self) -> str:
        """A module with the object and one coroutine that is served."""
        made = self.made.replace("; ", "\n")
        return f"{self.imports}\n\n{made}\n\nasync def handle(user, text):\n    return {self.used}\n"


REMEMBER = (
    Line("from langchain.memory import ConversationSummaryMemory", "x = ConversationSummaryMemory(llm=1)",
         'x.save_context({"input": text}, {})'),
    Line("from langchain.memory.buffer import ConversationBufferMemory", "x = ConversationBufferMemory()",
         "x.chat_memory.add_user_message(text)"),
    Line("from langchain.chains.conversation.memory import ConversationBufferWindowMemory",
         "x = ConversationBufferWindowMemory(k=5)", "ask(text, memory=x.load_memory_variables({'input': text}))"),
    Line("from langchain_classic.memory import ConversationBufferMemory", "x = ConversationBufferMemory()",
         'x.save_context({"input": text}, {})'),
    Line("from langchain import ConversationChain", "x = ConversationChain(llm=1)", "x.predict(input=text)"),
    Line("from langchain_classic.chains import ConversationChain", "x = ConversationChain(llm=1)", "x.run(text)"),
    Line("from langchain.agents import initialize_agent", "x = initialize_agent([], 1, memory=2)", "x.run(text)"),
    Line("from langchain.chains import ConversationalRetrievalChain as Chain",
         "x = Chain.from_llm(llm=1, retriever=2, memory=3)", 'x({"question": text})'),
    Line("from langchain.chains import RetrievalQA",
         'x = RetrievalQA.from_chain_type(llm=1, chain_type_kwargs={"memory": 2})', "x.run(text)"),
    Line("from langchain_core.chat_history import InMemoryChatMessageHistory as History", "x = History()",
         "x.add_user_message(text)"),
    Line("from langchain_community.chat_message_histories import ChatMessageHistory as History", "x = History()",
         "x.messages.append(text)"),
    Line("from langchain_community.chat_message_histories import RedisChatMessageHistory as History",
         'x = History("one for all")', "x.add_user_message(text)"),
    Line("from langchain_core.runnables.history import RunnableWithMessageHistory",
         "x = RunnableWithMessageHistory(1, 2)", 'x.invoke(text, {"configurable": {"session_id": "a"}})'),
    Line("from langchain.callbacks import AsyncIteratorCallbackHandler", "x = AsyncIteratorCallbackHandler()",
         "ask(text, callbacks=[x])"),
    Line("from langgraph.prebuilt import create_react_agent", "x = create_react_agent(1, [], checkpointer=2)",
         'x.invoke(text, {"configurable": {"thread_id": 1}})'),
    Line("from langchain.agents import create_agent\nimport langgraph", "x = create_agent(1, [], checkpointer=2)",
         'x.stream(text, config={"configurable": {"thread_id": "a"}})'),
    Line("from llama_index.core import VectorStoreIndex", "x = VectorStoreIndex([]).as_chat_engine()", "x.chat(text)"),
    Line("from llama_index.core.chat_engine import SimpleChatEngine", "x = SimpleChatEngine.from_defaults()",
         "x.stream_chat(text)"),
    Line("from llama_index.core.memory import ChatMemoryBuffer", "x = ChatMemoryBuffer.from_defaults()",
         "agent.run(text, memory=x)"),
    Line("from llama_index.core.storage.chat_store import SimpleChatStore\n"
         "from llama_index.core.memory import ChatMemoryBuffer", "x = SimpleChatStore()",
         "ChatMemoryBuffer.from_defaults(chat_store=x)"),
    Line("from llama_index.core.workflow import Context", "x = Context(agent)", "agent.run(text, ctx=x)"),
    Line("from llama_index.agent.openai import OpenAIAgent", "x = OpenAIAgent.from_tools([])", "x.chat(text)"),
    Line("import google.generativeai as genai", 'model = genai.GenerativeModel("a"); x = model.start_chat(history=[])',
         "x.send_message(text)"),
    Line("from vertexai.generative_models import GenerativeModel", 'x = GenerativeModel("a").start_chat()',
         "x.send_message(text)"),
    Line("from google import genai", "client = genai.Client(); x = client.chats.create(model=1)",
         "x.send_message(text)"),
    Line("from openai import OpenAI", "client = OpenAI(); x = client.beta.threads.create()",
         "client.beta.threads.messages.create(thread_id=x.id, content=text)"),
    Line("from openai import OpenAI", "client = OpenAI(); x = client.conversations.create()",
         "client.responses.create(conversation=x.id, input=text)"),
    Line("from agents import Runner, SQLiteSession", 'x = SQLiteSession("a")', "Runner.run(1, text, session=x)"),
    Line("from agents.extensions.memory import RedisSession", 'x = RedisSession("")', "Runner.run(1, text, session=x)"),
    Line("import autogen", 'x = autogen.AssistantAgent("a")', "x.generate_reply(messages=[text])"),
    Line("from autogen import UserProxyAgent", 'x = UserProxyAgent("a")', "x.initiate_chat(other, message=text)"),
    Line("from autogen_agentchat.agents import AssistantAgent", 'x = AssistantAgent("a")', "x.run(task=text)"),
    Line("from autogen_agentchat.teams import RoundRobinGroupChat", "x = RoundRobinGroupChat([])", "x.run(task=text)"),
    Line("from crewai import Crew", "x = Crew(agents=[])", 'x.kickoff(inputs={"topic": text})'),
    Line("from crewai.flow.flow import Flow\nclass Own(Flow):\n    pass", "x = Own()",
         'x.kickoff(inputs={"a": text})'),
    Line("from semantic_kernel.contents import ChatHistory", "x = ChatHistory()", "x.add_user_message(text)"),
    Line("from semantic_kernel.agents import ChatHistoryAgentThread", "x = ChatHistoryAgentThread()",
         "agent.get_response(messages=text, thread=x)"),
    Line("from haystack_experimental.chat_message_stores.in_memory import InMemoryChatMessageStore as Store",
         "x = Store()", 'x.write_messages(chat_history_id="a", messages=[text])'),
    Line("from smolagents import CodeAgent", "x = CodeAgent(tools=[])", "x.run(text)"),
    Line("from strands import Agent", "x = Agent(tools=[])", "x(text)"),
    Line("from agno.agent import Agent", "x = Agent(model=1, add_history_to_context=True)", "x.run(text)"),
    Line("from agno.team import Team", "x = Team(members=[], add_history_to_messages=True)", "x.run(text)"),
    Line("from phi.agent import Agent", "x = Agent(add_history_to_messages=True)", "x.run(text)"),
    Line("from chatterbot import ChatBot", 'x = ChatBot("a")', "x.get_response(text)"),
    Line("from transformers import Conversation", "x = Conversation()", "x.add_user_input(text)"),
    Line("import dspy", "x = dspy.History(messages=[])", "x.messages.append(text)"),
    Line("from strawberry.dataloader import DataLoader", "x = DataLoader(load_fn=load)", "x.load(text)"),
    Line("from google.adk.runners import Runner", "x = Runner(agent=1)",
         'x.run_async(user_id="a", session_id="b", new_message=text)'),
)

FORGET = (
    Line("from langchain.chains import LLMChain", "x = LLMChain(llm=1)", "x.run(text)"),
    Line("from langchain.agents import AgentExecutor", "x = AgentExecutor(agent=1, tools=[])", "x.run(text)"),
    Line("from langchain.chains import ConversationalRetrievalChain as Chain",
         "x = Chain.from_llm(llm=1, retriever=2)", 'x({"question": text, "chat_history": []})'),
    Line("from langchain_core.runnables.history import RunnableWithMessageHistory",
         "x = RunnableWithMessageHistory(1, 2)", 'x.invoke(text, {"configurable": {"session_id": user}})'),
    Line("from langchain_core.runnables.history import RunnableWithMessageHistory",
         "x = RunnableWithMessageHistory(1, 2)", "x.invoke(text, config_of(user))"),
    Line("from langgraph.prebuilt import create_react_agent", "x = create_react_agent(1, [])",
         'x.invoke(text, {"configurable": {"thread_id": "a"}})'),
    Line("from langgraph.checkpoint.memory import MemorySaver", "x = MemorySaver()",
         "graph(checkpointer=x).invoke(text)"),
    Line("from llama_index.core import VectorStoreIndex",
         "x = VectorStoreIndex([]).as_query_engine()", "x.query(text)"),
    Line("from llama_index.core.agent.workflow import FunctionAgent", "x = FunctionAgent(tools=[])", "x.run(text)"),
    Line("from llama_index.core.storage.chat_store import SimpleChatStore\n"
         "from llama_index.core.memory import ChatMemoryBuffer", "x = SimpleChatStore()",
         "ChatMemoryBuffer.from_defaults(chat_store=x, chat_store_key=user)"),
    Line("import google.generativeai as genai", 'x = genai.GenerativeModel("a")', "x.generate_content(text)"),
    Line("from google import genai", "x = genai.Client()", "x.models.generate_content(contents=text)"),
    Line("from openai import OpenAI", "x = OpenAI()", "x.chat.completions.create(messages=[text])"),
    Line("from openai import OpenAI", "x = OpenAI()",
         "x.beta.threads.messages.create(thread_id=user, content=text)"),
    Line("from agents import Agent, Runner", 'x = Agent(name="a")', "Runner.run(x, text)"),
    Line("from agents import Agent, Runner, SQLiteSession", 'x = Agent(name="a")',
         "Runner.run(x, text, session=SQLiteSession(user))"),
    Line("from crewai import Crew", "x = Crew(agents=[])", 'x.copy().kickoff(inputs={"topic": text})'),
    Line("from crewai import Crew", "x = Crew(agents=[])", "x.kickoff()"),
    Line("from semantic_kernel.agents import ChatCompletionAgent", "x = ChatCompletionAgent()",
         "x.get_response(messages=text)"),
    Line("from pydantic_ai import Agent", 'x = Agent("a")', "x.run(text, message_history=history_of(user))"),
    Line("from haystack import Pipeline", "x = Pipeline()", "x.run(text)"),
    Line("from agno.agent import Agent", "x = Agent(model=1)", "x.run(text)"),
    Line("from agno.agent import Agent", "x = Agent(add_history_to_context=True)", "x.run(text, session_id=user)"),
    Line("import dspy", 'x = dspy.ChainOfThought("question -> answer")', "x(question=text)"),
    Line("from chatterbot import ChatBot", 'x = ChatBot("a", read_only=True)', "x.get_response(text)"),
    Line("from chatterbot import ChatBot", 'x = ChatBot("a")', "x.get_response(text, conversation=user)"),
    Line("import requests", "x = requests.Session()", "x.get(text)"),
    Line("import httpx", "x = httpx.AsyncClient()", 'x.get(text, headers={"User": user})'),
    Line("from sqlalchemy import create_engine", 'x = create_engine("a")', "x.connect()"),
    Line("from sqlalchemy.orm import sessionmaker", "x = sessionmaker(1)", "x().get(1, text)"),
    Line("from strawberry.dataloader import DataLoader", "x = DataLoader(load_fn=load, cache=False)", "x.load(text)"),
    Line("from google.adk.runners import Runner", "x = Runner(agent=1)",
         'x.run_async(user_id="a", session_id=user, new_message=text)'),
)


def codes(source: str) -> list[str]:
    """The codes of what is found in a program."""
    found = check(ast.parse(source), source.splitlines(keepends=True), "app.py", Settings())
    return [each.code for each in found]


@pytest.mark.parametrize("line", REMEMBER, ids=lambda line: f"{line.made}: {line.used}")
def test_one_for_all_that_remembers_is_reported(line: Line) -> None:
    assert codes(line.program) == ["SIS009"]


@pytest.mark.parametrize("line", REMEMBER, ids=lambda line: f"{line.made}: {line.used}")
def test_the_same_made_for_each_call_is_not(line: Line) -> None:
    made = "".join(f"    {each}\n" for each in line.made.split("; "))
    source = f"{line.imports}\n\nasync def handle(user, text):\n{made}    return {line.used}\n"
    assert codes(source) == []


@pytest.mark.parametrize("line", FORGET, ids=lambda line: f"{line.made}: {line.used}")
def test_objects_that_keep_nothing_or_get_the_session_are_not(line: Line) -> None:
    assert codes(line.program) == []
