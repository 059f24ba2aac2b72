"""`benchmarks.hostile`: its classes, its guards and its figures."""

from __future__ import annotations

import os

import pytest

import cleaner
from benchmarks import hostile
from benchmarks.hostile_forms import TEXT, forms, repeated

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the command forks its processes")
PLAIN = hostile.Cost("plain page", [0.010, 0.020, 0.040], [1.0, 2.0, 8.0])


def test_every_class_fills_a_page_of_the_size() -> None:
    classes = forms()
    assert len(classes) > 640
    for name, form in classes.items():
        page = form(20_000, 7)
        assert 15_000 < len(page.encode("utf-8", "surrogatepass")) < 40_000, name
        assert "{n}" not in page, name
        assert "{tag}" not in page, name


def test_figures_are_multiples_of_a_plain_page() -> None:
    cost = hostile.Cost("x", [0.020, 0.060, 0.120], [1.0, 2.0, 16.0])
    assert (cost.factor, cost.multiple(PLAIN), cost.memory(PLAIN)) == pytest.approx((3.0, 3.0, 2.0))
    assert cost.misses(PLAIN)
    again = cost.best(hostile.Cost("x", [0.030, 0.050, 0.110], [1.0, 2.0, 16.0]))
    assert again.seconds == [0.020, 0.050, 0.110]
    assert not again.misses(PLAIN)
    assert hostile.Cost("x", failed="ValueError: no").misses(PLAIN)


def test_errors_of_others_count_and_those_of_the_cleaner_are_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    def measure(form: str) -> hostile.Cost:
        return hostile.measure("x", repeated(form), (2_000,), limits=cleaner.Limits(depth=20))

    assert "stand open" in measure("<div>").refused
    assert measure("<p>x").seconds
    monkeypatch.setattr(cleaner.Cleaner, "clean", lambda *_: [][0])
    assert measure("<p>x").failed.startswith("IndexError")


def test_a_process_that_takes_too_long_is_killed() -> None:
    def endless(size: int, first: int) -> str:
        while True:
            first += 1

    guard = hostile.Guard(seconds=1)
    limits = cleaner.Limits()
    costs = hostile.measure_all({"x": endless}, (2_000,), record=False, limits=limits, guard=guard, processes=1)
    (cost,) = costs
    assert cost.failed in (
        "the process ended with SIGXCPU",
        "killed after 5 s",
    )  # the latter where others run beside it


def test_the_command_prints_the_worst_first(capsys: pytest.CaptureFixture[str]) -> None:
    hostile.main(["--only", "^p: filled$", "--only", f"^{TEXT}short lines$", "--size", "3000"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["class", "time", "memory", "factor", "ms", "MB"]
    assert lines[-1].startswith("2 classes, 0 refused, 0 untyped errors or killed; worst time ")
    assert hostile.main(["--list", "--only", "^p: filled$"]) == 0
    assert capsys.readouterr().out == "p: filled\n"
