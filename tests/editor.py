"""What an editor shows: python-lsp-server is driven over the language server protocol, as an editor does it.

    python -m tests.editor

The server must be installed in the same environment, with flake8 and the plugin.  A file that leaks is opened: the
finding must be there, at its place.  The cure is typed and not saved: the finding must be gone.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

LEAK = """\
history = []


async def chat(message):
    history.append(message)
    return history
"""
CURE = LEAK.replace("    history.append", "    history = []\n    history.append").replace("history = []\n\n\n", "\n", 1)
SETTINGS = {"pylsp": {"plugins": {"flake8": {"enabled": True, "select": ["SIS"]}, "pycodestyle": {"enabled": False}}}}


class Server:
    """A running language server: messages in, messages out."""

    def __init__(self, folder: Path) -> None:
        """In a folder, initialised."""
        command = [sys.executable, "-m", "pylsp"]
        self.running = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.running.stdin is not None and self.running.stdout is not None
        self.into: BinaryIO = self.running.stdin  # type: ignore[assignment]  # it is a pipe
        self.out: BinaryIO = self.running.stdout  # type: ignore[assignment]  # it is a pipe
        self.send("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}}, identity=1)
        while "result" not in self.receive():
            pass
        self.send("initialized", {})
        self.send("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def send(self, method: str, params: object, identity: int | None = None) -> None:
        """A notification, or a request with its number."""
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        text = json.dumps(message if identity is None else {**message, "id": identity}).encode()
        self.into.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self.into.flush()

    def receive(self) -> dict[str, Any]:
        """The next message of the server."""
        length = 0
        while line := self.out.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise EOFError("the server has ended")
        answer: dict[str, Any] = json.loads(self.out.read(length))
        return answer

    def shown(self, version: int) -> list[tuple[int, int, str]]:
        """Line, column and code of what is shown of ours for a version of the file, each from 0."""
        while True:
            message = self.receive()
            params = message.get("params") or {}
            if message.get("method") == "textDocument/publishDiagnostics" and params.get("version") == version:
                starts = [(each["range"]["start"], str(each["code"])) for each in params["diagnostics"]]
                return [(at["line"], at["character"], code) for at, code in starts if code.startswith("SIS")]


def main() -> int:
    """Open, edit, and compare what is shown; the exit status is 1 where it is not as it should be."""
    with TemporaryDirectory() as name:
        path = Path(name).resolve() / "chat.py"
        path.write_text(LEAK, encoding="utf-8")
        server = Server(path.parent)
        uri = path.as_uri()
        try:
            opened = {"uri": uri, "languageId": "python", "version": 1, "text": LEAK}
            server.send("textDocument/didOpen", {"textDocument": opened})
            leak = server.shown(version=1)
            edited = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": CURE}]}
            server.send("textDocument/didChange", edited)
            cure = server.shown(version=2)
        finally:
            server.running.kill()
            server.running.wait()
    print(f"the leak: {leak}, the cure: {cure}")
    return int((leak, cure) != ([(4, 4, "SIS001")], []))


if __name__ == "__main__":
    sys.exit(main())
