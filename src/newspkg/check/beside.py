"""frictionless beside the compiled checks: in a process of its own where it would have to be loaded first, which takes it longest."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from newspkg.check.sample import Table
from newspkg.check.standard import Answer, Question, ask
from newspkg.model import Checked, Issue

SMALL = 1 << 20  # bytes of tables for which no process is worth its start


def begin(question: Question) -> Callable[[], Answer]:
    """Ask frictionless; the answer is there when it is called for."""
    if sum(table.path.stat().st_size for table in question.tables) < SMALL:
        return lambda: ask(question)
    if "frictionless" in sys.modules:
        pool = ThreadPoolExecutor(1)
        asked = pool.submit(ask, question)
        pool.shutdown(wait=False)
        return asked.result
    return _in_process(question) or (lambda: ask(question))


def _in_process(question: Question) -> Callable[[], Answer] | None:
    """None where the machine starts no process."""
    # -P: nothing is imported from the folder that is checked.
    command = [sys.executable, "-P", "-m", "newspkg.check.beside"]
    try:
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603
        assert child.stdin is not None  # noqa: S101 it is a pipe
        child.stdin.write(_written(question))
        child.stdin.close()
        child.stdin = None
    except OSError:
        return None

    def answer() -> Answer:
        out, _ = child.communicate()
        return _answer(out) if child.returncode == 0 else ask(question)

    return answer


def _written(question: Question) -> bytes:
    return json.dumps({**asdict(question), "descriptor": dict(question.descriptor)}, default=str).encode()


def _question(text: bytes) -> Question:
    value = json.loads(text)
    tables = tuple(Table(**{**each, "path": Path(each["path"])}) for each in value["tables"])
    return Question(value["descriptor"], tables, Path(value["path"]), value["most"])


def _answer(text: bytes) -> Answer:
    value = json.loads(text)
    return Answer([Issue(**each) for each in value["issues"]], [Checked(**each) for each in value["checked"]])


def main() -> None:
    """Answer the question on stdin."""
    sys.stdout.write(json.dumps(asdict(ask(_question(sys.stdin.buffer.read())))))


if __name__ == "__main__":
    main()
