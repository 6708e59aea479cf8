"""WebSocket frames: what a client sends is read back as it was, and the examples of RFC 6455 are read."""

from __future__ import annotations

import pytest

from flake8_session_isolation.replay.websocket_frames import CLOSE, TEXT, Frame, closing, frame_of, frames_in

MASKED = 0x80
SIZES = {0: 2, 125: 2, 126: 4, 65_535: 4, 65_536: 10}
"""Bytes before the mask, by the bytes of the payload (RFC 6455, 5.2)."""


def as_a_server_sends_it(frame: bytes, head: int) -> bytes:
    """The frame of a client without its mask."""
    assert frame[1] & MASKED and frame[head : head + 4] == bytes(4)
    return bytes((frame[0], frame[1] & ~MASKED)) + frame[2:head] + frame[head + 4 :]


@pytest.mark.parametrize(("size", "head"), SIZES.items())
def test_a_message_of_any_size_is_read_back(size: int, head: int) -> None:
    [frame] = frames_in(as_a_server_sends_it(frame_of(b"x" * size), head))
    assert frame.message == b"x" * size


@pytest.mark.parametrize("texts", [[], [""], ["hello", "", "\x00"], ["é", "日本", "🙂" * 20, "\r\n\r\n"]])
def test_messages_are_read_one_after_the_other(texts: list[str]) -> None:
    written = b"".join(as_a_server_sends_it(frame_of(each), 2) for each in texts)
    assert [each.message for each in frames_in(written)] == texts


def test_examples_of_the_standard() -> None:
    assert list(frames_in(b"\x81\x05Hello")) == [Frame(TEXT, b"Hello")]
    assert [each.message for each in frames_in(b"\x82\x7e\x01\x00" + bytes(256))] == [bytes(256)]


def test_a_closing_frame_has_a_code() -> None:
    [frame] = frames_in(as_a_server_sends_it(closing(), 2))
    assert (frame.opcode, frame.code) == (CLOSE, 1000)
    assert Frame(CLOSE, b"").code == 1000
    assert Frame(CLOSE, b"\x0f\xa1gone").code == 4001
