"""Instruction lines with their readings (``instructions.jsonl``, ``instructions-party.jsonl``): each is
put into a small act under its containers and read as any act is.

Two readings are the same when they order the same thing: see ``_Meaning`` for what is not compared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quyche_app.amending.read import read_amendments
from quyche_app.domain.operations import Confidence, Instruction
from quyche_app.reading.files import read_bytes

_LEVELS = ("Điều 1. {}", "1. {}", "a) {}", "- {}")
_ALL = "Sửa đổi, bổ sung một số điều như sau:"
# Of a line of an act; "Mục II.3.b" is an address.
_LABEL = re.compile(r"^(?:Điều \d+\.|\d+(?:\.\d+)*[.)/]|[a-zđ]+(?:\.\d+)?[.)/]|[-–+])\s+")
_NEW_WORDING = "Nội dung mới được thay vào chỗ này."
# Rows of a table of changes come without the row that names its columns.
_HEADS = {
    4: "STT | Điều, khoản | Nội dung cũ | Nội dung sửa đổi, bổ sung",
    2: "Nội dung cũ\tNội dung sửa đổi, bổ sung",
}
_LABELS = {"d": "Điều {}. ", "k": "{}. ", "đ": "{}) "}
_OF_ALL = ("title", "preamble")  # as targets; the program's slots of the whole text


@dataclass(frozen=True)
class Line:
    """One line with what it should be read as."""

    id: str
    text: str
    expected: dict[str, Any]

    @property
    def containers(self) -> list[str]:
        """The lines above it, the outermost first."""
        return [one for one in (self.expected["container"] or "").split(" > ") if one]

    @property
    def cells(self) -> int:
        """How many cells the line has as a row of a table; 0 when it is none."""
        if "\t" not in self.text and self.text.endswith(('"', "”", '".', "”.")):
            return 0  # an order with the new row
        count = self.text.count("\t" if "\t" in self.text else " | ") + 1
        return count if count in _HEADS else 0

    @property
    def is_to_be_asked(self) -> bool:
        """Tell whether a person must decide: what is meant is named by its content alone."""
        return bool(self.expected["slot"] == "part of text")


@dataclass(frozen=True)
class _Meaning:
    """What is compared of one target: what is done, where, and with which words.

    Not compared: the component ("qc:"), which a line alone cannot tell; whether a number below an
    article is called khoản or điểm, and the numbers that a decimal one repeats ("k1/đ1.3"), for both
    are seen on the base; "correct", which is a replacement of words; a sentence put at the end,
    which is read as words added there or as a paragraph, as the base has it.
    """

    verb: str
    path: str
    slot: str


def lines(file: Path) -> Iterator[Line]:
    """Give every line of the file."""
    for row in file.read_text(encoding="utf-8").rstrip("\n").split("\n"):  # a text may hold U+2028
        fields = json.loads(row)
        yield Line(fields["id"], fields["text"], fields)


def readings(line: Line) -> list[Instruction]:
    """Give what the program reads in the line."""
    above = line.containers
    if not above or above[0].startswith(("Điều", "Về")):  # no head of an article that amends
        above = [_ALL, *above]
    rows = [
        pattern.format(f"{_bare(words).rstrip(':')}:")
        for pattern, words in zip(_LEVELS, above, strict=False)
    ]
    if line.cells:
        rows += [_HEADS[line.cells], line.text]
    else:
        rows.append(_LEVELS[len(above)].format(_bare(line.text)))
    rows += _wording(line)
    act = "\n".join(["NGHỊ ĐỊNH", "sửa đổi, bổ sung một số điều", *rows]) + "\n"
    read = read_amendments(read_bytes("van-ban.txt", act.encode()))
    first = 3 + len(above)  # the instruction stands behind the head and its containers
    last = first + (1 if line.cells else 0)
    return [
        i for i in read.instructions if i.source_lines[0] <= last and i.source_lines[1] >= first
    ]


def is_right(line: Line) -> bool:
    """Tell whether verb, targets, slot and words are those expected. A line that orders several
    things is given with its first: ``also`` names the others."""
    found = readings(line)
    if line.is_to_be_asked:
        return all(one.confidence is not Confidence.HIGH for one in found)
    wanted = [line.expected, *(line.expected.get("also") or ())]
    if not all(_is_named(one, found) for one in wanted):
        return False
    meant = {meaning for one in wanted for meaning in _expected(one)}
    got = {meaning for one in found for meaning in _found(one)}
    got = {_with_label(one, meant) for one in got}
    if not (meant <= got if len(wanted) > 1 else meant == got):
        return False
    old = {words for one in wanted for words in one.get("words_old") or ()}
    new = {words for one in wanted for words in one.get("words_new") or ()}
    read_old = {words for one in found for words in one.words_old}
    read_new = {words for one in found for words in one.words_new}
    return old <= read_old and (not read_new or new <= read_new)


def _is_named(expected: dict[str, Any], found: list[Instruction]) -> bool:
    """Tell whether the other act that an order is about is the one expected."""
    acts = [path.rpartition(" ")[0].removeprefix("act:") for path in expected["targets"]]
    return all(any(act in one.act_reference for one in found) for act in acts if act)


def _expected(order: dict[str, Any]) -> Iterator[_Meaning]:
    """Give what an order means. "amend+insert" has a mark at each place that is not amended."""
    marks = dict.fromkeys("+-", order["verb"])
    verb, _, other = order["verb"].partition("+")
    if other:
        marks = {"+": "insert", "-": "repeal"}
        verb = "amend"
    is_led_by_another = not other and len(order["targets"]) > 1
    slot, position = order.get("slot") or "unit", order.get("position") or ""
    for target in order["targets"]:
        if (
            target.startswith("+") and is_led_by_another
        ):  # what a split gives, an article of a new section
            continue
        path, _, part = target.rpartition(" ")[2].lstrip("+-").partition("#")
        if path in _OF_ALL:
            path, part = "*", path
        yield _meaning(marks.get(target[0], verb), path, part or slot, position)


def _unquoted(slot: str) -> str:
    """A part called by its words, which the program writes in marks: item:“K3”."""
    return slot.replace("“", "").replace("”", "")


def _found(instruction: Instruction) -> Iterator[_Meaning]:
    is_beside = instruction.position is not None and bool(instruction.quoted)
    for target in instruction.targets:
        path, slot = target.address.path, _unquoted(target.slot)
        if is_beside and slot.startswith(("item", "paragraph", "row")):
            slot = f"after:{slot}"
        yield _meaning(str(instruction.verb), path, slot, "")


def _meaning(verb: str, path: str, slot: str, position: str) -> _Meaning:
    verb = {"correct": "replace_words"}.get(verb, verb)
    kind, _, place = position.partition(":")
    if verb == "insert" and kind == "end" and slot in ("tail", "paragraph"):
        slot = place.rpartition("/")[2] if re.search(r"/(item|paragraph)", place) else "tail"
    if verb == "insert" and kind == "after" and slot.startswith(("item", "row")):
        slot = position
    if verb == "insert" and not slot.startswith(("after", "unit")):
        verb = "add_words"
    if slot in ("unit", "text", "text:end", "mixed") or (verb == "add_words" and slot == "tail"):
        slot = ""
    return _Meaning(verb, _plain(path), slot)


def _with_label(got: _Meaning, meant: set[_Meaning]) -> _Meaning:
    """Give what is put at the end of a place with the label that its quotation alone has."""
    if got.verb != "add_words" or got.slot:
        return got
    return next(
        (
            one
            for one in meant
            if one.verb == "insert" and one.path.startswith(f"{got.path}/".removeprefix("*/"))
        ),
        got,
    )


def _plain(path: str) -> str:
    """Give a path without its component and without what a decimal number says twice."""
    bare = path.removeprefix("qc:").split("/")
    steps = [re.sub(r"^[kđe](?=[\d.]+$|[a-zđ]$)", "", step) for step in bare]
    return "/".join(
        step
        for number, step in enumerate(steps)
        if not any(later.startswith(f"{step}.") for later in steps[number + 1 :])
    )


def _wording(line: Line) -> list[str]:
    """Give the new wording that an order announces: with the label of what it is about, as every
    real one has it."""
    expected = line.expected
    if line.cells or expected["words_old"] or expected["verb"] not in ("amend", "insert"):
        return []
    if any(mark in line.text for mark in '“"«'):
        return []
    step = expected["targets"][-1].rpartition("/")[2].lstrip("+-").removeprefix("qc:")
    label = _LABELS.get(step[:1], "") if expected["slot"] == "unit" else ""
    return [f"“{label.format(step[1:])}{_NEW_WORDING}”."]


def _bare(words: str) -> str:
    return _LABEL.sub("", words)
