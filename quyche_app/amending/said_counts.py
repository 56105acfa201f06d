"""How many provisions an order says that it puts in, or makes of one, and how many its wording has."""

from __future__ import annotations

import re

from quyche_app.amending.account import Ledger
from quyche_app.amending.wording import Wording
from quyche_app.amending.work import WorkUnit
from quyche_app.domain.messages import message
from quyche_app.domain.operations import Instruction
from quyche_app.domain.patterns import late
from quyche_app.language.paraphrases.fragments import ALL_PARTS

_SAID_COUNT = late(
    r"\b(?:thêm|bổ sung(?: thêm)?|tách\b.{0,60}?\b(?:thành|làm))\s+(?P<count>0?\d|một|hai|ba|bốn|năm|sáu)\s+"
    r"(?P<kind>điều|khoản|điểm)(?!\s+\d)\b",
    re.IGNORECASE,
)
_COUNTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}


def compare_count(instruction: Instruction, wording: Wording, ledger: Ledger) -> None:
    """Doubt an order that says another number of provisions than its wording has.

    "thêm 02 khoản", "tách thành ba khoản".
    """
    said = _SAID_COUNT.search(instruction.source_text)
    if said is None:
        return
    count = _number(said["count"])
    given = len([target for target in instruction.targets if target.slot == "unit"])
    if not given:
        given = len(wording.units)
    if given != count:
        ledger.doubt(
            message(
                "insertion.other_count",
                "nêu bổ sung {said} nhưng lời văn mới có {given}",
                said=f"{said['count']} {said['kind']}",
                given=given,
            )
        )


_PARTS = late(ALL_PARTS, re.IGNORECASE)


def compare_parts(instruction: Instruction, unit: WorkUnit, ledger: Ledger) -> None:
    """Doubt an order that takes away a provision and counts its parts otherwise than they are: "Bãi bỏ khoản
    4 (cả hai điểm)"."""
    said = _PARTS.search(instruction.source_text)
    if said is not None and _number(said["count"]) != len(unit.children):
        ledger.doubt(
            message(
                "repeal.other_count",
                "nêu {said} nhưng chỗ bị bãi bỏ có {given}",
                said=f"{said['count']} {said['parts']}",
                given=len(unit.children),
            )
        )


_ALL_MERGED = late(
    r"\b(?:gộp|nhập|ghép)\s+(?:cả\s+)?(?P<count>hai|ba|0?[23])\s+khoản\s+(?:làm|thành)\s+(?:một|1|01)\b",
    re.IGNORECASE,
)


def compare_merged(instruction: Instruction, holder: WorkUnit | None, ledger: Ledger) -> None:
    """Doubt an order that merges "hai khoản" of an article without their numbers, where it has others."""
    said = _ALL_MERGED.search(instruction.source_text)
    if said is None or holder is None or _number(said["count"]) == len(holder.children):
        return
    ledger.doubt(
        message(
            "merge.other_count",
            "nêu gộp {said} khoản nhưng ở đó có {given}: không rõ khoản nào",
            said=said["count"],
            given=len(holder.children),
        )
    )


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.lower()]
