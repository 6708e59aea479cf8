"""Which objects serve every session, so that their attributes are places where sessions meet.

One instance is enough: made in a module, a class or by code that runs once; of a class that a library keeps for all
(facts, or the shape of its methods); a part of such an object; the owner of a method that is registered as a handler.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.dataflow.lock_sets import LockSet
from flake8_session_isolation.dataflow.values import Read
from flake8_session_isolation.facts import Action, Fills
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function, Scope
from flake8_session_isolation.linking.bound_tasks import class_bound_to
from flake8_session_isolation.linking.captured_variables import captured, receiver_of
from flake8_session_isolation.linking.class_stores import class_stores
from flake8_session_isolation.linking.fixed_tables import is_fixed_table
from flake8_session_isolation.linking.instance_arguments import handed_to_each
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import Instance, Made, Shape
from flake8_session_isolation.linking.singletons import only_class


class Objects:
    """Places as attributes of the objects that serve every session, whose classes are in `shared`."""

    def __init__(self, sharing: Sharing, shared: frozenset[Class]) -> None:
        """For the functions of the module that `sharing` looks at. `holders` are, for each class of which an object was
        met, the attributes that hold it, or None where it serves all for itself."""
        self.sharing = sharing
        self.shared = shared
        self.handed = list(handed_to_each(sharing))
        self.holders: dict[str, set[tuple[str, str] | None]] = {}
        self._places: dict[tuple[Path, Function], Path] = {}

    def on_shared(self, effect: Effect, visitor: Function) -> Iterator[Effect]:
        """The effect as one on an attribute of the shared object that has the place; unchanged if no shared object has
        it. Reading a part also reads the variable that holds the object, and the attributes that hold the objects on
        the way to it."""
        path = effect.path if self._is_kept(effect, visitor) else self.place(effect.path, visitor)
        if path is effect.path or not effect.is_write:
            yield effect
        if len(effect.path.steps) - len(path.steps) > 1 and not effect.is_write:
            yield from (effect.replaced(path=each) for each in self._way_to(path, effect.path, visitor))
        if path is not effect.path:
            depends = frozenset(each._replace(read=self._read(each.read, visitor)) for each in effect.depends)
            places = frozenset(self.place(each, visitor) for each in effect.value.places)
            value = effect.value.replaced(places=places)
            yield effect.replaced(path=path, locks=self._locks(effect.locks, visitor), depends=depends, value=value)

    def _is_kept(self, effect: Effect, visitor: Function) -> bool:
        """Whether an instance only stores under the attribute an argument of its own, so that the attribute is not
        shared."""
        is_rebound = effect.action in (Action.REPLACE, Action.STORE) and len(effect.path.steps) == 1
        return is_rebound and self._handed_at(effect.path, visitor) is not None

    def _read(self, read: Read, visitor: Function) -> Read:
        return read._replace(path=self.place(read.path, visitor), locks=self._locks(read.locks, visitor))

    def _locks(self, locks: LockSet, visitor: Function) -> LockSet:
        return frozenset(each._replace(path=self.place(each.path, visitor)) for each in locks)

    def place(self, path: Path, visitor: Function) -> Path:
        """The place as an attribute of the object that has it; other places, and those below steps that are not known,
        stay as they are."""
        found = self._places.get((path, visitor))
        if found is None:
            found, _, _ = self._followed(path, visitor)
            self._places[path, visitor] = found
        return found

    def held_at(self, path: Path, visitor: Function) -> Class | None:
        """The class of the shared object that is itself at a place."""
        _, cls, steps = self._followed(path, visitor)
        return cls if not steps else None

    def _followed(self, path: Path, visitor: Function) -> tuple[Path, Class | None, tuple[Step, ...]]:
        """The place as an attribute of the object that has it, the class of the object at its end, and the steps that
        lead further."""
        return list(self._ways(path, visitor))[-1]

    def _way_to(self, end: Path, start: Path, visitor: Function) -> Iterator[Path]:
        """The places between one and where it leads, as attributes of the objects on the way. A parameter that an
        attribute keeps is not read from there."""
        way = (path for path, _, _ in self._ways(start, visitor))
        apart = (end, self._handed_at(start, visitor))
        return (each for each in way if each.root.kind is Kind.OBJECT and each not in apart)

    def _ways(self, path: Path, visitor: Function) -> Iterator[tuple[Path, Class | None, tuple[Step, ...]]]:
        """The place as it is, and as an attribute of each object on the way to the one that has it."""
        path = self._handed_at(path, visitor) or path
        cls, steps = self._object_at(path, visitor)
        yield path, cls, steps
        holder: tuple[str, str] | None = None
        while cls is not None and steps and not (steps[0].is_item or steps[0].is_cut):
            name, rest = steps[0].name, steps[1:]
            owner = self.sharing.attributes.home(cls, name).name
            self.holders.setdefault(owner, set()).add(holder)
            holder = (owner, name)
            path = Path(Root(Kind.OBJECT, owner, name), rest)
            cls, steps = self._one_of(self.sharing.attribute(cls, name), rest), rest
            yield path, cls, steps

    def _one_of(self, shapes: Iterable[Shape], steps: tuple[Step, ...]) -> Class | None:
        """The class of an object; of several, `Remote(url) if url else Local()`, the one that has the attribute which
        follows."""
        classes = {each.of for each in shapes if isinstance(each, Instance)}
        if len(classes) > 1 and steps and not steps[0].is_item:
            name, attributes = steps[0].name, self.sharing.attributes
            classes = {attributes.home(each, name) for each in classes if name in attributes.bindings(each)}
        return classes.pop() if len(classes) == 1 else None

    def _handed_at(self, path: Path, visitor: Function) -> Path | None:
        """The module variable whose object all instances of the receiver's class are given as an attribute."""
        filled = self._filled_at(path, visitor)
        if filled is not None or not self.handed:
            return filled
        owner, name, rest = self._own_attribute(path, visitor)
        if name is None or owner is None or owner in self.shared:
            return None
        for each in self.handed:
            if each.name == name and owner in each.to.lineage():
                module = self.sharing.module
                is_variable = isinstance(each.node, ir.Name) and module.scope.binds(each.node.id)
                variable = Root(Kind.MODULE, module.prefix[:-1], getattr(each.node, "id", ""))
                return Path(variable if is_variable else Root(Kind.OBJECT, each.to.name, name), rest)
        return None

    def _filled_at(self, path: Path, visitor: Function) -> Path | None:
        """The object that was stored under a parameter for all: `ctx["client"]`."""
        root, made = path.root, self.sharing.provisions.filled
        is_own = root.kind is Kind.PARAMETER and root.owner == visitor.name and bool(path.steps)
        if not is_own or not self.sharing.facts.row(Fills, root.name) or path.steps[0].name not in made:
            return None
        return Path(Root(Kind.STORAGE, "", f"{root.name}{path.steps[0]}"), path.steps[1:])

    def _own_attribute(self, path: Path, visitor: Function) -> tuple[Class | None, str | None, tuple[Step, ...]]:
        """If a path begins with an attribute of an object given to the visiting function: the object's class, and the
        steps from there."""
        root = path.root
        if root.kind is Kind.CLASS and root.by_instance:
            return visitor.owner, root.name, path.steps
        if root.kind is not Kind.PARAMETER or root.owner != visitor.name or not path.steps:
            return None, None, ()
        is_own = root.name == visitor.receiver
        owner = visitor.owner if is_own else only_class(self.sharing.parameter(visitor, root.name))
        return owner, path.steps[0].name, path.steps[1:]

    def _object_at(self, path: Path, visitor: Function) -> tuple[Class | None, tuple[Step, ...]]:
        """The class of the shared object in which a path begins, and the steps from there."""
        root = path.root
        match root.kind:
            case Kind.PARAMETER if root.name == visitor.receiver and root.owner == visitor.name:
                return (visitor.owner if visitor.owner in self.shared else None), path.steps
            case Kind.PARAMETER if self._is_bound_to(root, visitor):
                cls = only_class(self.sharing.parameter(visitor, root.name))
                return (cls if cls in self.shared else None), path.steps
            case Kind.MODULE if (module := self.sharing.modules.by_name(root.owner)) is not None:
                return self._held_at(root.name, module.scope, path.steps)
            case Kind.CLASS if (cls := self.sharing.modules.class_called(root.owner)) is not None:
                scope = cls.scope
                stored = (each for each, _ in class_stores(cls.module).get((cls, root.name), ()))
                is_made_here = any(isinstance(each, ir.Call) for each in (*scope.bindings.get(root.name, ()), *stored))
                return self._held_at(root.name, scope, path.steps) if is_made_here else (None, path.steps)
            case Kind.STORAGE:
                return self._stored_at(root.name.rpartition(".")[2], path.steps)
            case Kind.CACHED:
                return self._kept_by(root.name, path.steps)
            case Kind.ENCLOSED if (outer := self.sharing.modules.function_called(root.owner)) is not None:
                if receiver_of(root.name, outer):
                    return (outer.owner if outer.owner in self.shared else None), path.steps
                return self._among(captured(root.name, outer, self.sharing), path.steps)
        return None, path.steps

    def _is_bound_to(self, root: Root, visitor: Function) -> bool:
        """Whether a library hands the visitor its one object of a class as this parameter."""
        return root.owner == visitor.name and class_bound_to(visitor, root.name, self.sharing.facts) is not None

    def _stored_at(self, name: str, steps: tuple[Step, ...]) -> tuple[Class | None, tuple[Step, ...]]:
        """The object in an application's storage: made by a lifespan or stored there by functions."""
        provisions = self.sharing.provisions
        for shapes, rest in (
            (provisions.made.get(name, ()), steps),
            (provisions.stored.get(f".{name}", ()), steps),
            (provisions.stored.get(str(steps[0]), ()) if steps else (), steps[1:]),
        ):
            if cls := only_class(shapes):
                return cls, rest
        return None, steps

    def _kept_by(self, name: str, steps: tuple[Step, ...]) -> tuple[Class | None, tuple[Step, ...]]:
        """The object that a cached function returns: one, or one for each combination of its arguments."""
        function = self.sharing.modules.function_called(name)
        shapes = self.sharing.result(function) if function is not None else frozenset()
        cls = self.sharing.modules.class_called(name) if function is None else None
        if cls is not None:
            return cls, steps
        is_keyed = bool(steps) and steps[0].is_item
        return (None if is_keyed and steps[0].separates else only_class(shapes)), steps[is_keyed:]

    def _held_at(self, name: str, scope: Scope, steps: tuple[Step, ...]) -> tuple[Class | None, tuple[Step, ...]]:
        """The object that a variable holds, or that a container in it holds under a constant key; a key of a session
        only chooses among the objects of a table that nobody fills later."""
        if steps and steps[0].is_item and steps[0].separates and is_fixed_table((name, scope), self.sharing):
            steps = (steps[0]._replace(separates=False), *steps[1:])
        return self._among(self.sharing.variable(name, scope), steps)

    def _among(self, shapes: frozenset[Shape], steps: tuple[Step, ...]) -> tuple[Class | None, tuple[Step, ...]]:
        if not steps or not steps[0].is_item:
            return self._one_of(shapes, steps), steps
        entries = frozenset(each.entry for each in shapes if isinstance(each, Made) and each.entry is not None)
        return (None if steps[0].separates else only_class(entries)), steps[1:]
