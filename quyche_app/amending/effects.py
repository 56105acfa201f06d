"""Effect dates of single instructions: "…; riêng khoản 5 Điều 1 có hiệu lực từ ngày 01/01/2019".

Source: domain.md 4.7 (read every date of the effect article, attach it by the numbers named).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from quyche_app.amending.citations import cited_provisions
from quyche_app.amending.lexer import tokenize
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.dates import find_dates
from quyche_app.domain.operations import Instruction
from quyche_app.domain.units import UnitKind, unit_lines

_EFFECT = re.compile(r"có\s+hiệu\s+lực")
_SENTENCE = re.compile(r"[;.]\s+|,\s+(?=trừ\b|riêng\b)")
_LABEL_WORDS = {UnitKind.ARTICLE: "Điều", UnitKind.CLAUSE: "khoản", UnitKind.POINT: "điểm",
                UnitKind.SUBPOINT: "tiết"}


def effect_dates(act: Act, instructions: Sequence[Instruction]) -> dict[int, date]:
    """Give the effect dates of instructions that have one of their own, by index."""
    result: dict[int, date] = {}
    for line in _effect_lines(act):
        for piece in _SENTENCE.split(line):
            if not _EFFECT.search(piece):
                continue
            dates = find_dates(piece)
            if not dates:
                continue
            for place in _own_places(piece[: dates[-1][0]]):
                for instruction in instructions:
                    if instruction.place == place or instruction.place.startswith(place + " "):
                        result[instruction.index] = dates[-1][1]
    return result


def _effect_lines(act: Act) -> list[str]:
    lines = []
    for component in act.components:
        if component.kind is ComponentKind.APPENDIX:
            continue
        for unit in component.units[-5:]:
            text = unit_lines(unit)
            if any(_EFFECT.search(line) for line in text):
                lines += [line for line in text if not line.startswith(("“", '"'))]
    return lines


def _own_places(words: str) -> list[str]:
    """The places of the act's own provisions that words cite, as ``Instruction.place`` has them."""
    tokens = tokenize(words)
    places = []
    for cited in cited_provisions(tokens, 0, len(tokens)):
        steps = cited.path_steps()
        if not steps or steps[0].kind != UnitKind.ARTICLE:
            continue
        places.append(" ".join(
            f"{_LABEL_WORDS.get(UnitKind(s.kind), s.kind)} {s.label}" for s in steps
        ))
    return places
