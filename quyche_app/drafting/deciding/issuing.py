"""What an issued text says of who issues it, for the head and the foot of a decision that amends it:
the superior body, on whose behalf it is signed, and the office of who signs.

Source: docs/field.md 1.5, 2.1; HD 05-HD/VPTW, I.2; NĐ 30/2020, phụ lục I, mục II.2 and II.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quyche_app.domain.acts import Act, blocks_lines
from quyche_app.domain.units import Block, Table, block_lines, line_cells

_ON_BEHALF = re.compile(r"(?:T/M|TM\s*\.)\s*\S")
_DEPUTY = re.compile(r"(?:K/T|KT\s*\.)\s*")
_NO_BODY = re.compile(r"(?:ĐẢNG CỘNG SẢN|CỘNG H[ÒO][ÀA]? |[*\-–\s]*$)")


@dataclass(frozen=True, slots=True)
class Issuing:
    """Who issues; "" for what the text does not say.

    Attributes:
        superior: "ĐẢNG BỘ HUYỆN AN BÌNH", above the body that issues.
        on_behalf: "T/M BAN CHẤP HÀNH".
        office: "BÍ THƯ".
    """

    superior: str = ""
    on_behalf: str = ""
    office: str = ""


def issuing_of(act: Act) -> Issuing:
    """Give who issued a text, as its first component says."""
    if not act.components:
        return Issuing()
    first = act.components[0]
    on_behalf, office = _signature(list(_column(first.back, last=True)))
    return Issuing(_superior(list(_column(first.front, last=False)), act.issuer), on_behalf, office)


def _column(blocks: tuple[Block, ...], *, last: bool) -> Iterator[str]:
    """The left (issuing body, number) or the right column (signature) of a head or a foot."""
    at = -1 if last else 0
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from blocks_lines(row[at].blocks)
        else:
            yield from (line_cells(line)[at] for line in block_lines(block))


def _superior(lines: list[str], issuer: str) -> str:
    lines = [line for line in lines if line]
    for number, line in enumerate(lines if issuer else ()):
        if issuer in (line, " ".join(lines[number : number + 2])):
            before = lines[number - 1] if number else ""
            return before if _names_body(before) else ""
        above, _, _ = line.partition(f" {issuer}")
        if above != line and _names_body(above):
            return above  # a head whose lines were joined
    return ""


def _names_body(line: str) -> bool:
    return line.isupper() and not _NO_BODY.match(line)


def _signature(lines: list[str]) -> tuple[str, str]:
    for number, line in enumerate(lines):
        if _ON_BEHALF.match(line) and line.isupper():
            below = next((other for other in lines[number + 1 :] if other), "")
            office = _DEPUTY.sub("", below)  # the office that a deputy signs for
            return line, office if office.isupper() and not _ON_BEHALF.match(office) else ""
    return "", ""


def without_empty_places(lines: list[str]) -> list[str]:
    """Give the lines of a head whose left column moves up where no superior body stands on top."""
    if not lines or not lines[0].startswith(" | "):
        return lines
    rows = [line.split(" | ", 1) for line in lines if " | " in line]
    place = next((n for n, (left, _) in enumerate(rows) if left.startswith("Số")), len(rows))
    lefts = [left for left, _ in rows[:place] if left.strip()]
    lefts += [""] * (place - len(lefts))
    moved = [
        f"{left} | {right}"
        for left, (_, right) in zip(lefts, rows, strict=False)
        if (left + right).strip()
    ]
    return [*moved, *lines[place:]]
