"""Every engine makes the same of the same, also where a worker dies in the middle."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from newspkg import engines, readings
from newspkg.engines import engine_of
from newspkg.errors import EnvironmentFault
from newspkg.model import ArticleReading, RawArticle
from newspkg.model.context import BuildContext
from newspkg.pipeline import build
from newspkg.specs import default_schemas

ARTICLES = Path(__file__).parent.parent / "articles"


def doubled(number: int) -> int:
    return 2 * number


def process(number: int) -> int:
    return os.getpid()


def test_what_is_done_apart_is_done_in_another_process() -> None:
    assert os.getpid() not in engine_of("local", 1, is_apart=True)(process, range(1))
    assert list(engine_of("local", 1, is_apart=True)(process, ())) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_work(jobs: int) -> None:
    assert list(engine_of("local", jobs)(doubled, range(7))) == [0, 2, 4, 6, 8, 10, 12]


def test_ray_goes_on_where_a_worker_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    mark = tmp_path / "killed"

    def killed_once(number: int) -> int:
        if number == 5 and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return 2 * number

    assert list(engine_of("ray", 2)(killed_once, range(20))) == [2 * each for each in range(20)]
    assert mark.exists()


def test_a_build_on_ray_whose_worker_is_killed_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Ray is installed: half a minute, most of it the models that the workers load."""
    pytest.importorskip("ray")
    raw, mark, read_chunk = tmp_path / "raw", tmp_path / "killed", readings.read_chunk
    raw.mkdir()
    for path in sorted(ARTICLES.glob("*.md"))[:3]:
        shutil.copy(path, raw)

    def killed_once(articles: Sequence[RawArticle], schemas: Path, model: str | None) -> list[ArticleReading]:
        if articles[0].article_id == sorted(path.stem for path in raw.iterdir())[1] and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return read_chunk(articles, schemas, model)

    def built(engine: str) -> dict[str, bytes]:
        out = build(BuildContext(raw, default_schemas(), tmp_path / engine, jobs=2 if engine == "ray" else 1, engine=engine)).publication
        return {str(path.relative_to(out.folder)): path.read_bytes() for path in sorted(out.folder.rglob("*")) if path.is_file()}

    monkeypatch.setattr(readings, "CHUNK", 1)
    here = built("local")
    monkeypatch.setattr(readings, "read_chunk", killed_once)
    assert built("ray") == here
    assert mark.exists()


def test_ray_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(EnvironmentFault, match="not installed"):
        list(engines.on_ray(doubled, [1], 1, None))
