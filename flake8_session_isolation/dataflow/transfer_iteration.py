"""Effects of loops over containers, and the values of their elements."""

from __future__ import annotations

from functools import partial

from flake8_session_isolation.dataflow.access_paths import Step
from flake8_session_isolation.dataflow.effects import Effect, Use
from flake8_session_isolation.dataflow.recording import is_tracked, note, read
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import Read, Value
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.sets import in_order
from flake8_session_isolation.linking.places import Kind


def walk_over(source: Value, node: ir.Node, here: Here, flow: Flow) -> Value:
    """Record that a container is iterated over; returns what each step gives."""
    step = Step("*", True, True)
    places = frozenset(each.then(step) for each in source.places)
    looked = read(Value(places), Use.TEST, node, here, flow)
    return Value(places, source.origins, source.reads | looked.reads | _of_copy(source, step, node, here, flow))


def _of_copy(source: Value, step: Step, node: ir.Node, here: Here, flow: Flow) -> frozenset[Read]:
    """The elements of the containers of which the source is a copy, as old as the copy, where instances reach one of
    their class: what a loop does under each of these keys, it does to every entry. A registry of the class itself is
    meant to have one entry for each key."""
    old = {each.path for each in source.reads if each in flow.stale}
    site, locks = here.frame.site(node), here.locks | flow.held
    paths = (each.path for each in source.copied)
    copied = (each for each in paths if each.root.kind is Kind.CLASS and each.root.by_instance)
    made = {path: Read(path.then(step), site, locks) for path in copied}
    flow.stale |= {each for path, each in made.items() if path in old}
    flow.fresh |= {each for path, each in made.items() if path not in old}
    return frozenset(made.values())


def walk_across(source: Value, node: ir.Node, here: Here, flow: Flow) -> None:
    """Record that others run between the steps of an iteration."""
    for path in filter(partial(is_tracked, here=here), in_order(source.places)):
        kind, site, locks = Value(shapes=source.shapes), here.frame.site(node), here.locks | flow.held
        effect = Effect(path, Action.ITERATE, site, locks, late=True, exposed=True, value=kind)
        here.frame.effects.add(effect)


def use_element(known: Value, use: Use, node: ir.Node, here: Here, flow: Flow) -> None:
    """Record that a loop's element is used: its container is read, as it was at this step."""
    if use in (Use.PLACE, Use.DROPPED):
        return
    for path in in_order(known.places):
        if path.steps and path.steps[-1].name == "*" and is_tracked(path, here):
            note(
                Effect(path, Action.READ, here.frame.site(node), here.locks | flow.held, use=use, exposed=True),
                here,
                flow,
            )
