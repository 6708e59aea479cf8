from langchain.chains import ConversationChain, LLMChain

kept = ConversationChain(llm="small")
forgetful = LLMChain(llm="small")


def new_chain():
    return ConversationChain(llm="small")


class Assistant:
    def __init__(self):
        self.chain = new_chain()
        self.plain = LLMChain(llm="small")
