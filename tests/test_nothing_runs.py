"""Nothing of the linted project runs: an audit hook sees no import of it, no process, no socket, no file written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TRAP = "import os\nopen({mark!r}, 'a').close()\nos.system('true')\nprint('this module was run')\n"
"""What each module of the project does when it is imported."""

FILES = {
    "main.py": (
        "import native\nfrom package.store import make, history\nfrom beside import *\n"
        'table = {"one": make}\nservice = table["one"]().itself()\n\n\n'
        "async def handle(message: 'package.Kind[print(1)]'):\n    history.append(message)\n    noted.append(message)\n"
        "    service.user = message\n    return history, noted\n"),
    "package/__init__.py": "",
    "package/store.py": (
        "history = []\n\n\nclass Service:\n    def itself(self):\n        return self\n\n\n"
        "def registered(function):\n    return function\n\n\n@registered\ndef make():\n    return Service()\n"),
    "beside.py": "noted = []\n",
    "setup.py": "",
    "conftest.py": "",
    "sitecustomize.py": "",
    "astroid.py": "",
}

WATCHED = r'''
import os, sys
project = sys.argv[1]
broken = []

def hook(event, args):
    if event == "open":
        mode, flags = args[1] or "", args[2] if isinstance(args[2], int) else 0
        writes = set(str(mode)) & set("wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and str(args[0]) != os.devnull:
            broken.append((event, args))
    elif event == "exec":
        if args[0].co_filename.startswith(project):
            broken.append((event, args))
    elif event == "import":
        if args[0].partition(".")[0] in ("native", "package", "beside", "setup", "conftest", "sitecustomize"):
            broken.append((event, args))
    elif event.startswith(("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "socket.",
                           "os.remove", "os.rename", "os.mkdir", "os.chmod", "shutil.", "ctypes.dlopen", "pty.")):
        broken.append((event, args))

sys.addaudithook(hook)
import ast
from flake8_session_isolation.analysis import check, explain
from flake8_session_isolation.settings import Settings

path = os.path.join(project, "main.py")
with open(path) as file:
    lines = file.readlines()
tree = ast.parse("".join(lines))
found = check(tree, lines, path, Settings())
explain(tree, lines, path, Settings())
print(len(found), "astroid" in sys.modules)
print(*broken, sep="\n")
'''


def test_a_project_full_of_side_effects_is_only_read(tmp_path: Path) -> None:
    folder, mark = tmp_path / "project", tmp_path / "mark"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TRAP.format(mark=str(mark)) + text, encoding="utf-8")
    (folder / "native.so").write_bytes(b"no library at all")
    before = sorted(folder.rglob("*"))
    command = [sys.executable, "-B", "-c", WATCHED, str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=tmp_path)
    assert (done.stderr, done.returncode) == ("", 0)
    asked, *broken = done.stdout.splitlines()
    assert asked == "2 True"
    assert [each for each in broken if each] == []
    assert sorted(folder.rglob("*")) == before
    assert not mark.exists()
