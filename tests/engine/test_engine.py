"""Every engine makes the same of the same, also where a worker dies in the middle."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from newspkg import engines
from newspkg.engines import engine_of
from newspkg.errors import EnvironmentFault


def doubled(number: int) -> int:
    return 2 * number


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


def test_ray_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(EnvironmentFault, match="not installed"):
        list(engines.on_ray(doubled, [1], 1, None))
