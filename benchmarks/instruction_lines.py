"""Real instruction lines with their readings (``instructions.jsonl``): each is put into a small act
under its containers and read as any act is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quyche_app.amending.read import read_amendments
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.operations import Instruction
from quyche_app.reading.files import read_bytes

_LEVELS = ("Điều 1. {}", "1. {}", "a) {}")
_NEW_WORDING = "“Nội dung mới được thay vào chỗ này.”."


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


def lines(file: Path) -> Iterator[Line]:
    """Give every line of the file."""
    for row in file.read_text(encoding="utf-8").rstrip("\n").split("\n"):  # a text may hold U+2028
        fields = json.loads(row)
        yield Line(fields["id"], fields["text"], fields)


def readings(line: Line) -> list[Instruction]:
    """Give what the program reads in the line."""
    above = line.containers or ["Sửa đổi, bổ sung một số điều như sau:"]
    rows = [
        pattern.format(_bare(words))
        for pattern, words in zip(_LEVELS, [*above, line.text], strict=False)
    ]
    if not line.expected["words_old"] and line.expected["verb"] in ("amend", "insert"):
        rows.append(_NEW_WORDING)
    act = "\n".join(["NGHỊ ĐỊNH", "sửa đổi, bổ sung một số điều", *rows]) + "\n"
    read = read_amendments(read_bytes("van-ban.txt", act.encode()))
    last = len(above) + 3  # the instruction stands behind the head and its containers
    return [i for i in read.instructions if i.source_lines[0] == last]


def is_right(line: Line) -> bool:
    """Tell whether verb, targets, slot and words are those expected. A line that orders several
    things is given with its first: ``also`` names the others."""
    found = readings(line)
    expected = line.expected
    several = bool(expected.get("also"))
    verbs = list(dict.fromkeys(str(i.verb) for i in found))
    if not found or (
        expected["verb"] not in verbs if several else expected["verb"] != "+".join(verbs)
    ):
        return False
    paths = [t.address.path for i in found for t in i.targets]
    wanted = []
    for path in expected["targets"]:
        act, _, inner = path.rpartition(" ")  # "act:28/2024/TT-BCT d9/k2"
        if act and act.removeprefix("act:") not in found[0].act_reference:
            return False
        wanted.append(inner.lstrip("+-").partition("#")[0])
    if (paths[: len(wanted)] if several else paths) != wanted:
        return False
    slots = {t.slot for i in found for t in i.targets}
    if expected["slot"] not in ("unit", "text", "mixed") and expected["slot"] not in slots:
        return False
    old = [w for i in found for w in i.words_old]
    new = [w for i in found for w in i.words_new]
    if several or expected["slot"] == "heading":
        return True
    return old == (expected["words_old"] or old) and new == (expected["words_new"] or new)


def _bare(words: str) -> str:
    label = read_label(words)
    return label.rest if label is not None else words.lstrip("-– ")
