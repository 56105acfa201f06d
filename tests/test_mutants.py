"""Faults put into the program on purpose: which tests they meet, and what becomes of them."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from types import ModuleType

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "packaging"))
import mutant_tests
from mutant_tests import Fate, SuiteMap, fate, map_tests, read_map

MODULE = "quyche_app/domain/texts.py"
OWN = "tests/domain/test_texts.py::own"
ROOM = "tests/domain/test_labels.py::room"
OTHER = "tests/reading/test_text.py::other"
LAW = "tests/properties/test_amendments.py::law"
MANY = "tests/amending/test_kept_orders.py::many"


def source() -> str:
    return (mutant_tests.ROOT / MODULE).read_text(encoding="utf-8")


def test_the_tests_of_the_own_file_come_first_then_those_of_the_room() -> None:
    seconds = {OTHER: 0.1, LAW: 0.1, MANY: 5.0, ROOM: 0.2, OWN: 0.9}
    tests = SuiteMap(seconds, {MODULE: {7: [OTHER, LAW, MANY, ROOM, OWN], 0: []}})
    assert tests.chosen(MODULE, 7, 7) == [OWN, ROOM, MANY, LAW, OTHER]


def test_a_line_that_no_test_runs_alone_meets_the_tests_of_its_module() -> None:
    tests = SuiteMap({OWN: 0.1, ROOM: 0.1}, {MODULE: {0: [OWN], 7: [ROOM]}})
    assert tests.chosen(MODULE, 3, 4) == [OWN]
    assert tests.chosen("quyche_app/domain/other.py", 3, 4) == []


def test_a_mutant_meets_no_more_tests_than_it_has_time_for() -> None:
    many = [f"tests/domain/test_texts.py::{number}" for number in range(9)]
    tests = SuiteMap(dict.fromkeys(many, 20.0), {MODULE: {7: many}})
    assert tests.chosen(MODULE, 7, 7) == many[:6]


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> SuiteMap:
    """Give which lines the tests of a small folder run."""
    file = tmp_path_factory.mktemp("map") / "tests.json"
    assert map_tests(file, ["checking"]) == []
    return read_map(file)


def test_the_map_names_the_tests_that_run_a_line(mapped: SuiteMap) -> None:
    lines = mapped.lines["quyche_app/checking/words.py"]
    assert any(test.startswith("tests/checking/test_words.py::") for test in lines[0])
    assert mapped.seconds.keys() >= set(lines[0])


def test_a_fault_is_noticed_and_the_program_as_it_is_passes(mapped: SuiteMap) -> None:
    module = "quyche_app/checking/words.py"
    text = (mutant_tests.ROOT / module).read_text(encoding="utf-8")
    tests = mapped.chosen(module, 1, 9999)[:5]
    assert fate(module, text, tests, 1.0) is Fate.SURVIVED
    assert fate(module, f"{text}\nraise ValueError\n", tests, 1.0) is Fate.KILLED
    assert fate(module, text, [], 0.0) is Fate.UNTESTED
    assert fate(module, text, ["tests/checking/test_words.py::gone"], 0.0) is Fate.UNTESTED


def test_a_fault_that_never_ends_is_ended(
    mapped: SuiteMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = "quyche_app/checking/words.py"
    monkeypatch.setattr(mutant_tests, "_SPARE", 1.0)
    tests = mapped.chosen(module, 1, 9999)[:1]
    assert fate(module, "while True: pass\n", tests, 0.0) is Fate.TIMEOUT


# -- what cosmic-ray does ----------------------------------------------------------------------------


@pytest.fixture
def mutants(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    pytest.importorskip("cosmic_ray", reason="chưa cài cosmic-ray (dev.py mutants)")
    import mutants

    for name in ("SESSION", "ABOUT", "TESTS"):
        monkeypatch.setattr(mutants, name, tmp_path / name)
    monkeypatch.setattr(mutants, "sources_of", lambda rooms: {MODULE: source()})
    return mutants


def asked(seed: int = 1, *, new: bool = False) -> Namespace:
    return Namespace(seed=seed, sample=5, rooms=["domain"], new=new)


def test_a_seed_draws_the_same_faults(mutants: ModuleType) -> None:
    once, again, other = (list(mutants.drawn({MODULE: source()}, seed, 5)) for seed in (1, 1, 2))
    assert once == again != other
    assert len(once) == 5


@pytest.mark.parametrize(
    ("before", "after", "is_same"),
    [
        ("x: int | None = 1", "x: int & None = 1", True),
        ("def f(a: int) -> str: pass", "def f(a: str) -> int: pass", True),
        ("if TYPE_CHECKING:\n    import a", "if not TYPE_CHECKING:\n    import a", True),
        ("x = 1", "x = 2", False),
    ],
)
def test_types_alone_are_no_faults(
    mutants: ModuleType, before: str, after: str, is_same: bool
) -> None:
    assert mutants.runs_as(before, after) is is_same


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("try:\n    f()\nexcept (A, b.C):\n    pass\n", 1),
        ("def f(*, b):\n    pass\n", 0),
        ("x = 1 < y\n", 3),
    ],
    ids=["an exception with a dot", "the star of arguments", "a comparison and a number"],
)
def test_what_cannot_be_changed_is_not_drawn(mutants: ModuleType, text: str, count: int) -> None:
    assert len(list(mutants.drawn({MODULE: text}, 1, 99))) == count


def test_what_was_tried_is_not_tried_again(mutants: ModuleType) -> None:
    session = mutants.WorkDB(str(mutants.SESSION), mutants.WorkDB.Mode.create)
    mutants.begin(session, asked())
    first, second, *_ = mutants.left(session, False)
    for item, outcome in ((first, "killed"), (second, "survived")):
        session.set_result(
            item.job_id,
            mutants.WorkResult(
                mutants.WorkerOutcome.NORMAL,
                outcome,
                mutants.TestOutcome(outcome),
                "a\nb\nc\n-x\n+y",
            ),
        )
    session.close()
    later = mutants.WorkDB(str(mutants.SESSION), mutants.WorkDB.Mode.create)
    mutants.begin(later, asked(seed=9))
    assert [item.job_id for item in mutants.left(later, False)] == ["00003", "00004", "00005"]
    assert second in mutants.left(later, True)
    told = list(mutants.report(later))
    assert told[0] == f"{MODULE}:{second.mutations[0].start_pos[0]} (survived)"
    assert told[1:3] == ["    -x", "    +y"]
    assert told[-2].split() == ["all", "1", "1", "0", "0", "50.0", "%"]
    assert told[-1] == "2 of 5 tried"
    mutants.begin(later, asked(new=True))
    assert len(mutants.left(later, False)) == 5


def test_a_session_of_another_program_is_not_gone_on_with(
    mutants: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = mutants.WorkDB(str(mutants.SESSION), mutants.WorkDB.Mode.create)
    mutants.begin(session, asked())
    assert json.loads(mutants.ABOUT.read_text(encoding="utf-8"))["seed"] == 1
    monkeypatch.setattr(mutants, "sources_of", lambda rooms: {MODULE: "x = 1\n"})
    with pytest.raises(SystemExit):
        mutants.begin(session, asked())
