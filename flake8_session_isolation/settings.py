"""What a user sets: dotted names, source roots, and the codes that are on.

Only text comes in and only values go out; where the text was written is `plugin`'s affair.
"""

from __future__ import annotations

from collections.abc import Iterable

CLAIMS = "SIS0"
OPTIONAL = "SIS1"
DOTTED = ("handler_decorators", "handler_bases", "run_once", "shared_on_purpose")


class MalformedOption(ValueError):
    """An option holds what it cannot hold; the text of the error is one line for the user."""

    def __init__(self, name: str, item: object, wanted: str) -> None:
        super().__init__(f"--sis-{name.replace('_', '-')}: {item!r} is not {wanted}")


class Settings:
    """The options of one run: a value, never changed, equal to another with the same options.

    `codes` holds the optional codes that are on; without an entry there, an optional rule does not run.
    Raises MalformedOption when a name is no dotted name, or a source root no name of a folder.
    """

    __slots__ = (*DOTTED, "source_roots", "codes")

    def __init__(
        self,
        handler_decorators: tuple[str, ...] = (),
        handler_bases: tuple[str, ...] = (),
        run_once: tuple[str, ...] = (),
        shared_on_purpose: tuple[str, ...] = (),
        source_roots: tuple[str, ...] = (),
        codes: frozenset[str] = frozenset(),
    ) -> None:
        """Check each item."""
        self.handler_decorators = handler_decorators
        self.handler_bases = handler_bases
        self.run_once = run_once
        # Messages name entries too, such as `carts[user]`; the option concerns the whole variable.
        self.shared_on_purpose = tuple(
            each.partition("[")[0] if isinstance(each, str) else each for each in shared_on_purpose
        )
        self.source_roots = source_roots
        self.codes = codes
        for name in DOTTED:
            for item in getattr(self, name):
                if not is_dotted_name(item):
                    raise MalformedOption(name, item, "a dotted name such as app.start or app.db.*")
        for root in source_roots:
            if not is_folder_name(root):
                raise MalformedOption("source_roots", root, "the name of a folder")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Settings) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        """As it could be written."""
        return f"Settings{self._values()}"

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    @property
    def concerns_any_file(self) -> bool:
        """Whether any file may hold what is looked for: the user names functions that serve sessions, or asks what
        would be wrong if something served those of a library."""
        return self.names_handlers or self.supposes

    @property
    def names_handlers(self) -> bool:
        """Whether the user names functions that serve sessions."""
        return bool(self.handler_decorators or self.handler_bases)

    @property
    def supposes(self) -> bool:
        """Whether a code is on that says what is wrong if something is shared or served."""
        return bool(self.codes)


def is_dotted_name(item: object) -> bool:
    """Whether `item` is `app.start`, `app.db.*` or `app.handle_*`; a star alone names nothing."""
    if not isinstance(item, str) or item == "*":
        return False
    # The star stands for the rest of a name, so a letter in its place must make a whole one.
    whole = f"{item[:-1]}x" if item.endswith("*") else item
    return all(part.isidentifier() for part in whole.split("."))


def is_folder_name(item: object) -> bool:
    """Whether `item` can name a folder: no pattern, and not the `#` of a comment behind the value."""
    return isinstance(item, str) and item != "" and item[0] != "#" and set("*?\0\n").isdisjoint(item)


def optional_codes(selected: Iterable[str]) -> frozenset[str]:
    """The optional codes that `selected`, the user's own prefixes, turns on.

    Each must be asked for by a prefix of its own family: `SIS1` and `SIS103` do, `SIS` and `S` do not.
    flake8's default-ignore list cannot tell this, because any `ignore =` of the user replaces it.
    """
    prefixes = tuple(prefix for prefix in selected if prefix.startswith(OPTIONAL))
    family = (f"{OPTIONAL}{number:02}" for number in range(100))
    return frozenset(code for code in family if code.startswith(prefixes))


def claims_can_show(selected: Iterable[str], ignored: Iterable[str], *, by_default: bool) -> bool:
    """Whether flake8 could print a code that is on by default; False only when it certainly will not.

    `selected` and `ignored` are the user's own prefixes; `by_default` says that every plugin is selected.
    """
    if any(prefix.startswith(CLAIMS) or CLAIMS.startswith(prefix) for prefix in selected):
        return True  # `ignored` may still win, by the longer prefix: that is flake8's own business
    return by_default and not any(CLAIMS.startswith(prefix) for prefix in ignored)
