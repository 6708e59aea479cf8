"""How facts are written down: words with values."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import ClassVar

if sys.version_info >= (3, 11):
    from typing import dataclass_transform
else:

    def dataclass_transform(**_: bool) -> Callable[[type], type]:
        """Nothing; type checkers, too, see no fields then."""
        return lambda cls: cls


@dataclass_transform(frozen_default=True, eq_default=False)
class Word:
    """A frozen dataclass of the annotated names, those of `Row` first; no code is generated when it is loaded."""

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = (*cls._fields, *cls.__annotations__)

    def __init__(self, *values: object, **named: object) -> None:
        self.__dict__.update(zip(self._fields, values), **named)
