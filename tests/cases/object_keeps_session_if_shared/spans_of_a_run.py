"""A span that each run starts belongs to that run: kept on the object, the next run ends another's."""
import asyncio

from opentelemetry.trace import Tracer


def one_for_all(cls, *given):
    """What somebody may do in another file."""
    return eval("cls")(*given)


def is_one(span, other):
    return span is other


class Agent:
    def __init__(self, tracer):
        self.tracer = tracer
        self.span = None

    async def run(self):
        span = self.tracer.start_span("run")
        self.span = span  # error: 8, SIS104, "'run' sets 'Agent.span'"
        await asyncio.sleep(0)
        return is_one(self.span, span)


agent = one_for_all(Agent, Tracer())


async def span_of_a_run_bad(user):
    return await agent.run()


class Handing:
    def __init__(self, tracer):
        self.tracer = tracer

    async def run(self):
        span = self.tracer.start_span("run")
        return await self.end(span, span)

    async def end(self, span, begun):
        await asyncio.sleep(0)
        return span is begun


handing = one_for_all(Handing, Tracer())


async def span_handed_on_ok(user):
    return await handing.run()


class Service:
    def __init__(self, tracer):
        self.tracer = tracer
        self.span = None

    async def run(self):
        if self.span is None:
            self.span = self.tracer.start_span("service")
        await asyncio.sleep(0)
        return is_one(self.span, None)


service = one_for_all(Service, Tracer())


async def span_of_the_object_ok(user):
    return await service.run()
