"""Makes the chains: who imports them need not know the library."""
from functools import lru_cache

from langchain.chains import ConversationChain
from langchain.memory import ConversationBufferMemory

chain = ConversationChain(llm="small", memory=ConversationBufferMemory())


@lru_cache
def get_chain():
    return ConversationChain(llm="small", memory=ConversationBufferMemory())


def make_chain():
    return ConversationChain(llm="small", memory=ConversationBufferMemory())
