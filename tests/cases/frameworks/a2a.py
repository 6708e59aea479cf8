"""a2a: one executor executes the requests of all callers, each as a task."""
import asyncio

from a2a.server.agent_execution import AgentExecutor, RequestContext
from a2a.server.events import EventQueue
from a2a.server.request_handlers import DefaultRequestHandler

history = []


class Forgetless(AgentExecutor):
    async def execute(self, context: RequestContext, event_queue: EventQueue):
        history.append(context.text)  # error: 8, SIS001, "history"
        await event_queue.enqueue_event("working")
        return list(history)


async def history_of_all_callers_bad(context, event_queue):
    return await Forgetless().execute(context, event_queue)


histories = {}


class Keyed(AgentExecutor):
    async def execute(self, context: RequestContext, event_queue: EventQueue):
        histories[context.context_id] = [*histories.get(context.context_id, ()), context.text]
        await event_queue.enqueue_event("working")
        return context.text


async def history_of_each_conversation_ok(context, event_queue):
    return await Keyed().execute(context, event_queue)


class Remembering(AgentExecutor):
    def __init__(self):
        self.question = ""

    async def execute(self, context: RequestContext, event_queue: EventQueue):
        self.question = context.text  # error: 8, SIS004, "question"
        await event_queue.enqueue_event("working")
        return f"answer to {self.question}"


handler = DefaultRequestHandler(agent_executor=Remembering())


async def executor_remembers_the_question_bad(context, event_queue):
    return await handler.agent_executor.execute(context, event_queue)


cancelled = None


class Cancelling(AgentExecutor):
    async def cancel(self, context: RequestContext, event_queue: EventQueue):
        global cancelled
        cancelled = context.context_id  # error: 8, SIS001, "cancelled"
        await event_queue.enqueue_event("cancelled")
        return f"cancelled {cancelled}"


async def cancelled_by_another_bad(context, event_queue):
    return await Cancelling().cancel(context, event_queue)


class MadeOnDemand(AgentExecutor):
    def __init__(self):
        self.name = None
        self.ready = None

    def prepare(self):
        self.ready = asyncio.Event()
        self.name = "assistant"

    async def execute(self, context: RequestContext, event_queue: EventQueue):
        if self.name is None:
            self.prepare()
        await event_queue.enqueue_event("working")
        self.ready.set()
        return f"{self.name}: {context.text}"


made_on_demand = MadeOnDemand()


async def parts_made_together_on_demand_ok(context, event_queue):
    return await made_on_demand.execute(context, event_queue)


class MadeEachTime(AgentExecutor):
    def __init__(self):
        self.name = None
        self.ready = None

    def prepare(self):
        self.ready = asyncio.Event()  # error: 8, SIS004, "ready"

    async def execute(self, context: RequestContext, event_queue: EventQueue):
        if self.name is None:
            await event_queue.enqueue_event("starting")
        self.prepare()
        await event_queue.enqueue_event("working")
        mine = self.ready
        was_ready = mine.is_set()
        mine.set()
        return f"{was_ready}: {context.text}"


made_each_time = MadeEachTime()


async def part_made_each_time_bad(context, event_queue):
    return await made_each_time.execute(context, event_queue)
