"""No stack trace reaches a user, not even where the fault is newspkg's own."""

from __future__ import annotations

import click
import pytest

from newspkg.cli.running import TRACE, guarded


def broken() -> None:
    raise ValueError("nothing fits")


def test_a_fault_of_our_own_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv(TRACE, raising=False)
    with pytest.raises(SystemExit) as left:
        guarded(broken)
    told = capsys.readouterr().err
    assert left.value.code == 3
    assert "ValueError: nothing fits (test_running.py, line 12)" in told
    assert "Traceback" not in told
    assert told.count("\n") == 1


def test_the_stack_trace_is_there_for_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TRACE, "1")
    with pytest.raises(ValueError, match="nothing fits"):
        guarded(broken)


def test_what_click_raises_goes_on_to_click() -> None:
    def wrong() -> None:
        raise click.UsageError("no such option")

    with pytest.raises(click.UsageError):
        guarded(wrong)
