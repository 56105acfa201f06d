"""The crash journal of a draft: what a stopped program leaves, step by step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.drafting.edits import Step, Words
from quyche_app.drafting.records import decode_step
from quyche_app.services.journal import VERSION, Journal
from tests.making import clause


def step(name: str, words: str = "Họp.") -> Step:
    return Step(message("test", name), (Words("u", clause("1"), clause("1", words)),), "u")


def left(folder: Path) -> list[str]:
    """Give the names of the steps that a stopped program left."""
    found = Journal(folder, "d").read()
    return [] if found is None else [decode_step(line.decode()).name for line in found.lines]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = Journal(tmp_path, "d")
    made.begin(11, seen={"u": 12})
    return made


def test_steps_survive_in_their_order(journal: Journal, tmp_path: Path) -> None:
    for name in ("một", "hai"):
        journal.write(step(name))
        assert left(tmp_path)[-1] == name
    found = Journal(tmp_path, "d").read()
    assert found is not None
    assert (found.based_on, dict(found.seen), found.is_damaged) == (11, {"u": 12}, False)
    assert journal.line_count == 2


def test_nothing_typed_is_nothing_left(journal: Journal, tmp_path: Path) -> None:
    assert journal.read() is None
    assert Journal(tmp_path, "khác").read() is None


@pytest.mark.parametrize(
    ("behind", "names"), [(None, []), (0, ["một", "hai", "ba"]), (2, ["ba"]), (3, [])]
)
def test_a_recording_takes_the_steps_that_it_holds(
    journal: Journal, tmp_path: Path, behind: int | None, names: list[str]
) -> None:
    for name in ("một", "hai", "ba"):
        journal.write(step(name))
    journal.begin(12, behind)
    assert left(tmp_path) == names
    journal.write(step("bốn"))
    assert left(tmp_path) == [*names, "bốn"]


def test_beginning_with_steps_that_could_be_read(journal: Journal, tmp_path: Path) -> None:
    journal.begin_with(13, [step("một"), step("hai")], {})
    assert left(tmp_path) == ["một", "hai"]


def test_words_with_other_ends_of_lines_stay_in_one(journal: Journal, tmp_path: Path) -> None:
    odd = "a\u2028b\u2029c\u0085d\ud800"
    journal.write(step("một", odd))
    found = Journal(tmp_path, "d").read()
    assert found is not None
    (line,) = found.lines
    (edit,) = decode_step(line.decode("utf-8", "surrogatepass")).edits
    assert isinstance(edit, Words)
    assert edit.new.lead[0].text == odd  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "names", "based_on", "is_damaged"),
    [
        (b'{"version":1,"based_on":11,"seen":{}}\n%s\n', ["một"], 11, False),
        (b'{"based_on":11}\n%s\n', ["một"], 11, False),
        (b'{"version":1,"based_on":11,"seen":{}}\n%s', ["một"], 11, True),
        (b"%s\n", ["một"], None, True),
        (b"hong\n%s\n", ["một"], None, True),
        (b'{"based_on":true}\n%s\n', ["một"], None, True),
        (b'{"based_on":11,"seen":5}\n%s\n', ["một"], None, True),
        (b"{}\n%s\n", ["một"], None, True),
    ],
    ids=[
        "sound",
        "of version 1",
        "cut off",
        "without a head",
        "a head that is none",
        "no number",
        "no recordings seen",
        "an empty head",
    ],
)
def test_what_can_be_read_of_a_file(
    tmp_path: Path, data: bytes, names: list[str], based_on: int | None, is_damaged: bool
) -> None:
    from quyche_app.drafting.records import encode_step

    (tmp_path / "d.jsonl").write_bytes(data % encode_step(step("một")).encode())
    found = Journal(tmp_path, "d").read()
    assert found is not None
    assert [decode_step(line.decode()).name for line in found.lines] == names
    assert (found.based_on, found.is_damaged) == (based_on, is_damaged)


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    head = {"version": VERSION + 1, "based_on": 1}
    (tmp_path / "d.jsonl").write_text(json.dumps(head) + "\n")
    with pytest.raises(StorageError) as caught:
        Journal(tmp_path, "d").read()
    assert caught.value.code == "QC-S063"


def test_one_window_writes_at_a_time(tmp_path: Path) -> None:
    one, other = Journal(tmp_path / "n", "d"), Journal(tmp_path / "n", "d")
    one.hold()
    with pytest.raises(StorageError) as caught:
        other.hold()
    assert caught.value.code == "QC-S061"
    one.let_go()
    other.hold()
    other.let_go()


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    made = Journal(tmp_path / "tep", "d")
    for attempt in (made.hold, lambda: made.begin(1), made.read):
        with pytest.raises(StorageError) as caught:
            attempt()
        assert caught.value.code == "QC-S060"


def test_trouble_is_told_once_and_the_steps_come_with_the_next(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    journal.troubled = lambda error: told.append(error.code)

    def refuse(*words: object) -> int:
        raise OSError(28, "hết chỗ")

    journal.write(step("một"))
    with monkeypatch.context() as now:
        now.setattr("os.write", refuse)
        journal.write(step("hai"))
        journal.write(step("ba"))
    assert told == ["QC-S060"]
    assert left(tmp_path) == ["một"]
    journal.write(step("bốn"))
    assert left(tmp_path) == ["một", "hai", "ba", "bốn"]


def test_a_copy_is_kept_beside_each_time_and_the_file_is_taken_away(
    journal: Journal, tmp_path: Path
) -> None:
    journal.write(step("một"))
    copies = [journal.keep_copy(), journal.keep_copy()]
    assert len(set(copies)) == 2
    assert {copy.read_bytes() for copy in copies} == {(tmp_path / "d.jsonl").read_bytes()}
    journal.remove()
    assert not (tmp_path / "d.jsonl").exists()
    journal.remove()
