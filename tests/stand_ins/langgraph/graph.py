"""A compiled graph keeps messages by thread if it has a checkpointer."""
import asyncio


class CompiledStateGraph:
    def __init__(self, checkpointer):
        self.checkpointer = checkpointer

    async def ainvoke(self, inputs, config=None):
        await asyncio.sleep(0)
        if self.checkpointer is None:
            return inputs["messages"]
        messages = self.checkpointer.threads.setdefault(config["configurable"]["thread_id"], [])
        messages.append(inputs["messages"])
        return ", ".join(messages)


class StateGraph:
    def __init__(self, state):
        self.state = state
        self.nodes = {}

    def add_node(self, node, action=None):
        self.nodes[node] = action
        return self

    def add_conditional_edges(self, source, path, ends=None):
        return self

    def compile(self, checkpointer=None):
        return CompiledStateGraph(checkpointer)
