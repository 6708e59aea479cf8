"""WebSocket messages as bytes: the client's end of RFC 6455, without extensions."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

TEXT, BINARY, CLOSE = 1, 2, 8

DROPPED = 1006
"""The code of a connection that ended without a closing frame (RFC 6455, 7.1.5)."""

UPGRADE = (
    ("connection", "Upgrade"), ("upgrade", "websocket"), ("sec-websocket-version", "13"),
    ("sec-websocket-key", "AAAAAAAAAAAAAAAAAAAAAA=="),
)
"""The headers that ask for a WebSocket."""

_LAST, _MASKED = 0x80, 0x80
_NO_MASK = bytes(4)
"""A client has to mask what it sends; this mask changes nothing."""


class Frame(NamedTuple):
    """One frame: what its payload is, and the payload."""

    opcode: int
    payload: bytes

    @property
    def message(self) -> str | bytes:
        """The payload as the receiver gets it."""
        return self.payload.decode() if self.opcode == TEXT else self.payload

    @property
    def code(self) -> int:
        """The code of a closing frame: 1000 where it has none."""
        return int.from_bytes(self.payload[:2], "big") or 1000


def frame_of(message: str | bytes) -> bytes:
    """A message as a client sends it."""
    return _sent(Frame(TEXT, message.encode()) if isinstance(message, str) else Frame(BINARY, message))


def closing() -> bytes:
    """The closing frame of a client that is done."""
    return _sent(Frame(CLOSE, (1000).to_bytes(2, "big")))


def _sent(frame: Frame) -> bytes:
    size = len(frame.payload)
    first = _LAST | frame.opcode
    if size < 126:
        start = struct.pack("!BB", first, _MASKED | size)
    elif size < 1 << 16:
        start = struct.pack("!BBH", first, _MASKED | 126, size)
    else:
        start = struct.pack("!BBQ", first, _MASKED | 127, size)
    return start + _NO_MASK + frame.payload


def frames_in(written: bytes) -> Iterator[Frame]:
    """The frames that a server wrote, one after the other; servers do not mask, and each message is one frame."""
    at = 0
    while at + 2 <= len(written):
        opcode, size = written[at] & 0x0F, written[at + 1] & 0x7F
        at += 2
        if size > 125:
            width = 2 if size == 126 else 8
            size = int.from_bytes(written[at : at + width], "big")
            at += width
        yield Frame(opcode, written[at : at + size])
        at += size
