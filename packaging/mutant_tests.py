"""Which tests of the suite run a line, and one mutant put to them.

A mutant lives in the memory of a child process alone: the child loads the changed module from a text
and everything else from its files, so nothing on the disk changes and an interruption leaves nothing
behind. A test that starts the program as another process sees the unchanged module.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import CodeType, ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Rooms of tests that run in this process; windows and real texts take too long for every mutant.
TEST_ROOMS = (
    "domain",
    "language",
    "reading",
    "amending",
    "comparing",
    "drafting",
    "checking",
    "writing",
    "storage",
    "services",
    "properties",
    "sample",
    "cli",
)
_WITHOUT = ("randomly", "xdist", "cacheprovider", "pytest-qt")
_OPTIONS = (*(f"-pno:{plugin}" for plugin in _WITHOUT), "-q", "--tb=no", "--no-header")
# Loaded once, before children are forked: they take longer than most tests.
_HEAVY = ("hypothesis", "lxml.etree", "docx", "sqlalchemy.orm", "alembic.command", "rapidfuzz")
# Other programs and another kind of database start slowly and see no mutant.
_SLOW = "not postgresql and not libreoffice and not killed"
# Tests that carry out many texts at once: they see most of what a fault in any room changes.
_MANY_TEXTS = (
    "tests/amending/test_kept_orders.py::",
    "tests/amending/test_families.py::",
)
_MOST_TESTS = 1500
_BUDGET = 120.0  # processor seconds that the tests of one mutant took when they were mapped
_SPARE = 20.0  # processor seconds for loading, and for a slower line


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    TIMEOUT = "timeout"
    UNTESTED = "no test"


@dataclass(frozen=True)
class SuiteMap:
    """Which tests run which line.

    Attributes:
        seconds: what each test took, by its id.
        lines: module (path from the root) → line, counted from 1 → ids of tests. Line 0 has those of
            the whole module: what stands outside of functions runs when the module is loaded, and
            no test alone.
    """

    seconds: dict[str, float]
    lines: dict[str, dict[int, list[str]]]

    def chosen(self, module: str, first: int, last: int) -> list[str]:
        """Give the tests of some lines: of the module's own file first, then of its room, those of many
        texts, the laws and the rest; quick ones first within each, and as many as a mutant may take."""
        of_module = self.lines.get(module, {})
        found = {test for line in range(first, last + 1) for test in of_module.get(line, ())}
        found = found or set(of_module.get(0, ()))
        inside = Path(module).relative_to(Path(module).parts[0])
        nearest = (
            f"tests/{inside.parent}/test_{inside.stem}.py::",
            f"tests/{inside.parts[0]}/",
            *_MANY_TEXTS,
            "tests/properties/",
        )

        def order(test: str) -> tuple[int, float, str]:
            near = (place for place, start in enumerate(nearest) if test.startswith(start))
            return next(near, len(nearest)), self.seconds[test], test

        taken: list[str] = []
        spent = 0.0
        for test in sorted(found, key=order):
            spent += self.seconds[test]
            if taken and (spent > _BUDGET or len(taken) == _MOST_TESTS):
                break
            taken.append(test)
        return taken


class _Watch:
    """A plugin of pytest that gives every test a context of its own, takes its time, and keeps the
    names of what fails."""

    def __init__(self, switch: Callable[[str], object]) -> None:
        self.switch = switch
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.switch(item.nodeid)
        begun = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - begun
            self.switch("")


class _Chosen:
    """A plugin of pytest that keeps the chosen tests, in their order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.place = {test: place for place, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.place),
            key=lambda item: self.place[item.nodeid],
        )


def prepare() -> None:
    """Load what every child needs, and settle what laws look at: no search for the smallest example."""
    os.environ["QUYCHE_HYPOTHESIS"] = "mutants"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    for name in _HEAVY:
        importlib.import_module(name)


def map_tests(file: Path, rooms: Sequence[str] = TEST_ROOMS) -> list[str]:
    """Run the tests of rooms once under coverage and write which lines each runs; give what failed:
    then nothing is written."""
    failed = file.with_suffix(".failed")
    code = _in_child(lambda: _map_here(file, failed, rooms), 3600.0)
    return [] if code == 0 else failed.read_text(encoding="utf-8").split("\n")


def _map_here(file: Path, failed: Path, rooms: Sequence[str]) -> int:
    import coverage

    measure = coverage.Coverage(data_file=None, source=[str(ROOT / "quyche_app")])
    measure.start()
    watch = _Watch(measure.switch_context)
    folders = [f"tests/{room}" for room in rooms]
    failed.write_text("pytest", encoding="utf-8")
    code = pytest.main([*_OPTIONS, "-k", _SLOW, *folders], plugins=[watch])
    measure.stop()
    if code:
        failed.write_text("\n".join(watch.failed), encoding="utf-8")
        return int(code)
    data = measure.get_data()
    lines = {}
    for path in sorted(data.measured_files()):
        met = {
            line: sorted(tests)
            for line, contexts in data.contexts_by_lineno(path).items()
            if (tests := {each for each in contexts if each})
        }
        met[0] = sorted({test for tests in met.values() for test in tests})
        lines[Path(path).relative_to(ROOT).as_posix()] = met
    file.write_text(json.dumps({"seconds": watch.seconds, "lines": lines}), encoding="utf-8")
    return 0


def read_map(file: Path) -> SuiteMap:
    """Give the map that ``map_tests`` wrote."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    lines = {
        module: {int(line): tests for line, tests in of_module.items()}
        for module, of_module in kept["lines"].items()
    }
    return SuiteMap(kept["seconds"], lines)


class _FromText(importlib.machinery.SourceFileLoader):
    """Loads one module from a text instead of its file."""

    text = ""

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.text, self.path, "exec", dont_inherit=True)


class _Mutated(importlib.abc.MetaPathFinder):
    """Finds the changed module."""

    def __init__(self, module: str, text: str) -> None:
        self.path = ROOT / module
        parts = Path(module).with_suffix("").parts
        self.name = ".".join(parts).removesuffix(".__init__")
        self.text = text

    def find_spec(
        self, fullname: str, path: object, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        loader = _FromText(fullname, str(self.path))
        loader.text = self.text
        return importlib.util.spec_from_file_location(fullname, self.path, loader=loader)


def fate(module: str, text: str, tests: Sequence[str], seconds: float) -> Fate:
    """Put a changed module to tests until one fails.

    Args:
        module: its path from the root.
        text: its changed source.
        tests: ids of tests, those first that may fail soonest.
        seconds: what the tests take with the module as it is.
    """
    tests = [test for test in tests if (ROOT / test.partition("::")[0]).exists()]
    if not tests:
        return Fate.UNTESTED
    most = int(_SPARE + 5 * seconds)
    code = _in_child(lambda: _tests_here(module, text, tests, most), 10.0 * most)
    if code in (None, -signal.SIGXCPU, -signal.SIGKILL):
        return Fate.TIMEOUT
    if code == pytest.ExitCode.NO_TESTS_COLLECTED:
        return Fate.UNTESTED
    return Fate.SURVIVED if code == 0 else Fate.KILLED


_OURS = ("quyche_app", "tests")


def _tests_here(module: str, text: str, tests: Sequence[str], most: int) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    finder = _Mutated(module, text)
    sys.meta_path.insert(0, finder)
    if finder.name in sys.modules:  # the parent has loaded it as it is, and what uses it
        for name in [name for name in sys.modules if name.partition(".")[0] in _OURS]:
            del sys.modules[name]
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    return int(pytest.main([*_OPTIONS, "-x", *files], plugins=[_Chosen(tests)]))


def _in_child(work: Callable[[], int], seconds: float) -> int | None:
    """Do work in a forked child and give its exit code, or None when it took too long."""

    def alone() -> None:
        os.setsid()
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        code = 1
        with contextlib.suppress(Exception):
            code = work()
        os._exit(code)

    child = multiprocessing.get_context("fork").Process(target=alone)
    child.start()
    try:
        child.join(seconds)
    finally:
        # Whatever the tests started goes with them, also when a person ends this.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid or 0, signal.SIGKILL)
    if child.exitcode is None:
        child.join()
        return None
    return child.exitcode
