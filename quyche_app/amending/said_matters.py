"""What an order says of the matter or the person of its place, held against the words that stand there.

"Đồng chí Lê Văn Hậu (khoản 2 Điều 1): …" where khoản 2 is somebody else's, "khoản 4 Điều 7 (gửi tài liệu
họp)" where khoản 3 speaks of that: one of the two is a slip. Source: docs/field.md 4.4.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from quyche_app.domain.flow import unit_lines
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, Target
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import CAPITALS, search_key, shortened
from quyche_app.domain.trees import Placed
from quyche_app.domain.units import Unit
from quyche_app.language.lexer import without_quotations
from quyche_app.language.roman_texts import with_clauses
from quyche_app.language.topic_heads import matter_of

_PERSON = late(rf"(?<=[đĐ]ồng chí )(?:[{CAPITALS}]\w*\s?){{1,5}}")
_UNIT = r"(?:điều|khoản|điểm|mục|phần|phụ lục|số thứ tự|dòng)\s+[\w.]{1,6}"
# "khoản 4 Điều 7 (gửi tài liệu họp)"
_BEHIND_PLACE = late(
    rf"\b{_UNIT}(?:(?:\s*,\s*|\s+){_UNIT})*\s*\((?P<words>(?!\s*(?:đã|được|do|theo|cũ|mới|nay|trước|sau|cả|trừ|gồm"
    r"|khoản|điểm|điều|mục|chương|phần|câu|đoạn|gạch|ý|tại|thuộc|bổ sung|sửa|bãi bỏ|ban hành|quy chế"
    r"|quy định|quyết định|nghị quyết|nội quy|văn bản)\b)"
    r"[^()\d“”]{4,80})\)",
    re.IGNORECASE,
)
# "Khoản 3 Điều 7, đối với tài liệu mật thay “02 ngày” bằng “03 ngày”"
_BETWEEN = late(
    r",\s*(?:đối với|(?:quy định\s+)?về)\s+(?P<words>[^,;:“”()\d]{4,60}?)\s*[,:]?\s+"
    r"(?:thay|bỏ|sửa|thêm|bổ sung)\b",
    re.IGNORECASE,
)
# "Thời hạn trả lời hồ sơ tại khoản 3 Điều 4: thay …"
_BEFORE_PLACE = late(
    rf"^\W*(?P<words>(?:thời|quyền|mức|chế độ|trách nhiệm|thẩm quyền|số|tiêu chuẩn)[^“”:;()\d]{{3,80}}?)\s+"
    rf"(?:tại|ở|trong)\s+{_UNIT}[^“”:;]{{0,60}}:",
    re.IGNORECASE,
)
_SENTENCE = late(r"[.;]\s+")
_ROW_NUMBER = late(r"row:(?P<number>\w+)")


def other_matter(placed: Placed, target: Target, instruction: Instruction) -> Message | None:
    """Give a doubt when the person that an order names does not stand at its place, or the matter is rather
    that of what stands beside it: another provision, row or sentence; None when nothing speaks against it."""
    matters = list(_matters(instruction.source_text))
    if not matters:
        return None
    own, beside = _own_and_beside(placed, target.slot)
    for matter in matters:
        for name in _PERSON.findall(matter):
            if not re.search(rf"\b{re.escape(search_key(name.strip()))}\b", own):
                return message("target.other_person", "ở đó không nêu “{name}”", name=name.strip())
        sentences = _SENTENCE.split(own)
        worded = [said for said in sentences if _holds_any(said, instruction.words_old)]
        there = own
        around = beside
        if worded and not _PERSON.search(matter):
            there = " ".join(worded)
            around = [*beside, *(said for said in sentences if said not in worded)]
        if max((_shared(matter, said) for said in around), default=0) > _shared(matter, there):
            return message(
                "target.other_matter",
                "“{words}” là nội dung của chỗ bên cạnh, không phải {place}",
                words=shortened(matter),
                place=placed.address.words,
            )
    return None


def _matters(source: str) -> Iterator[str]:
    """What a sentence says of the matter of its place, in any of the forms for that."""
    text = with_clauses(source)
    if matter := matter_of(text):
        yield matter
    plain = without_quotations(text)
    for form in (_BEHIND_PLACE, _BETWEEN, _BEFORE_PLACE):
        yield from (found["words"] for found in form.finditer(plain))


def _own_and_beside(placed: Placed, slot: str) -> tuple[str, list[str]]:
    """The words of a place, and those of each place beside it that has the same level."""
    unit = placed.unit
    row = _ROW_NUMBER.match(slot)
    if row is not None:
        rows = [line for line in unit_lines(unit) if "|" in line]
        own = [line for line in rows if line.split("|")[0].strip(" .") == row["number"]]
        return _key(own), [_key([line]) for line in rows if line not in own]
    parent = placed.parent
    siblings = parent.children if parent is not None else placed.component.units
    return _key(unit_lines(unit)), [_key(unit_lines(one)) for one in _others(siblings, unit)]


def _others(siblings: Sequence[Unit], unit: Unit) -> Iterator[Unit]:
    return (one for one in siblings if one.kind is unit.kind and one.id != unit.id)


def _key(lines: Sequence[str]) -> str:
    return search_key(" ".join(lines))


def _holds_any(said: str, words: Sequence[str]) -> bool:
    return any(search_key(one) in said for one in words)


def _shared(matter: str, lines: str) -> int:
    """How many pairs of syllables of a matter stand in lines: "giao ban", "tài liệu"."""
    syllables = search_key(matter).split()
    return sum(1 for pair in itertools.pairwise(syllables) if " ".join(pair) in lines)
