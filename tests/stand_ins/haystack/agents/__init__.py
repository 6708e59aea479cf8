"""Agents: one made with a memory answers with all that it was asked."""


class Agent:
    def __init__(self, prompt_node, memory=None):
        self.memory = memory

    def run(self, query):
        if self.memory is None:
            return [query]
        self.memory.append(query)
        return list(self.memory)


class ConversationalAgent(Agent):
    def __init__(self, prompt_node, memory=None):
        super().__init__(prompt_node, [] if memory is None else memory)
