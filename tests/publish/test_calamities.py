"""A full disk, a folder that can't be written, kills at random, a clock that jumps: nothing is lost, and the next build works."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made import PACKAGE, article, published, rows, snapshot, tables

from newspkg.errors import EnvironmentFault
from newspkg.history import verify

HERE = str(Path(__file__).parent)
HOME = PACKAGE.name
MORE = """
import sys
sys.path.insert(0, {here!r})
from pathlib import Path
from made import article, published, rows, tables
def more(count):
    return tables(articles=rows("articles", *(article(f"a{{n:03}}") for n in range(count)), article()))
"""
FULL = (
    MORE
    + """
import resource
from newspkg.errors import EnvironmentFault
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
try:
    published(Path({out!r}), more(300))
except EnvironmentFault as fault:
    print(fault)
else:
    print("published")
"""
)
ENDLESS = (
    MORE
    + """
print("ready", flush=True)
for count in range(1, 10_000):
    published(Path({out!r}), more(count))
"""
)


def python(code: str, **told: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env={**os.environ, **told})
    assert done.returncode == 0, done.stderr
    return done.stdout


def whole(out: Path) -> dict[str, dict[str, bytes]]:
    """The published versions, each proved."""
    found = {}
    for folder in sorted((out / HOME).glob("*")):
        if folder.is_dir() and not folder.name.startswith("."):
            assert [issue for issue in verify(folder) if issue.is_error and issue.check != "index"] == [], folder.name
            found[folder.name] = snapshot(folder)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize("limit", [0, 100, 2_000, 9_000, 25_000])
def test_a_disk_that_is_full_at_any_byte(tmp_path: Path, limit: int) -> None:
    published(tmp_path)
    before = snapshot(tmp_path)
    assert "nothing was published" in python(FULL.format(here=HERE, out=str(tmp_path), limit=limit))
    assert snapshot(tmp_path) == before
    assert published(tmp_path, tables(articles=rows("articles", article(), article("beta")))).version == "1.1.0"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_kills_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - not for secrets
    known: dict[str, dict[str, bytes]] = {}
    for _ in range(4):
        with subprocess.Popen([sys.executable, "-c", ENDLESS.format(here=HERE, out=str(tmp_path))], stdout=subprocess.PIPE) as build:
            assert build.stdout is not None and build.stdout.readline() == b"ready\n"
            time.sleep(0.3 + chance.random())
            os.kill(build.pid, signal.SIGKILL)
        now = whole(tmp_path)
        assert {name: now[name] for name in known} == known  # no published version was touched
        known = now
    published(tmp_path)
    index = json.loads((tmp_path / HOME / "index.json").read_text())
    assert [each["version"] for each in index["versions"]] == sorted(whole(tmp_path), key=lambda name: list(map(int, name.split("."))))
    assert not list((tmp_path / HOME).glob(".*"))


def test_a_read_only_folder(tmp_path: Path) -> None:
    published(tmp_path)
    before = snapshot(tmp_path)
    (tmp_path / HOME).chmod(0o555)
    try:
        if os.access(tmp_path / HOME, os.W_OK):
            pytest.skip("this user may write everywhere")
        with pytest.raises(EnvironmentFault, match="grant the rights"):
            published(tmp_path, tables(articles=rows("articles", article("beta"))))
    finally:
        (tmp_path / HOME).chmod(0o755)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(("call", "number"), [("mkdir", errno.EROFS), ("rename", errno.EACCES), ("write_text", errno.EROFS)])
def test_a_folder_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int) -> None:
    published(tmp_path)
    before = snapshot(tmp_path)
    more = tables(articles=rows("articles", article("beta")))

    def refused(self: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, call, refused)
        with pytest.raises(EnvironmentFault, match=os.strerror(number)):
            published(tmp_path, more)
    assert snapshot(tmp_path) == before
    assert published(tmp_path, more).version == "1.1.0"


CLOCK = (
    MORE
    + """
import time
real = time.time
time.time = lambda: real() + {years} * 365 * 86_400
time.time_ns = lambda: int(time.time() * 1e9)
print(published(Path({out!r}), more(2)).version)
"""
)


def test_a_clock_that_jumps(tmp_path: Path) -> None:
    """Neither another year nor another zone nor the files' own times make other bytes, or another order of versions."""
    made = []
    for years, zone in ((60, "Asia/Kathmandu"), (-50, "America/St_Johns")):
        out = tmp_path / str(years)
        published(out)
        moment = 4_000_000_000 + years * 10_000_000
        for path in (out / HOME).rglob("*"):
            os.utime(path, (moment, moment))
        assert python(CLOCK.format(here=HERE, out=str(out), years=years), TZ=zone) == "1.1.0\n"
        made.append(snapshot(out))
    assert made[0] == made[1]
