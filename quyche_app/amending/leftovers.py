"""Paragraphs of an amending act that no instruction took: they are told, and with them the
instruction that they follow, whose new wording may go on in them.

"Sửa đổi Điều 1 như sau: / “Điều 1. Phạm vi mới” / 1. Một mới. / 2. Hai mới.": read by its marks
alone the order takes the clauses away. Source: docs/architecture.md 5 (the account of an act is
complete), docs/field.md 4.3, 4.10.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from quyche_app.amending.scope import numbers_in
from quyche_app.amending.unplaced import cites, is_plain_wording
from quyche_app.domain.acts import ComponentKind
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Confidence, Instruction, Unread
from quyche_app.domain.patterns import late
from quyche_app.domain.sources import ReadText, Role
from quyche_app.domain.texts import capital, shortened
from quyche_app.domain.units import UnitKind, walk
from quyche_app.language.beginnings import is_order
from quyche_app.language.lexer import quotes

_SHOWN = 60  # characters of a paragraph that a reason quotes
_REASON = message("line.in_no_order", "không thuộc nội dung sửa đổi nào")
_IN_HEAD = message("line.in_the_head", "đứng ở phần đầu văn bản, chưa đọc thành nội dung sửa đổi")
_BEHIND_SIGNATURE = message(
    "line.behind_signature", "đứng sau phần chữ ký, chưa đọc thành nội dung sửa đổi"
)
_IN_APPENDIX = message("line.in_appendix", "nằm trong phụ lục, chưa đọc thành nội dung sửa đổi")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Taken:
    """What the reader has an account of, as paragraph numbers of the act's file.

    Attributes:
        spans: (first, last) of the articles and clauses that order something, with all inside.
        containers: paragraphs that only lead to the orders under them.
        implementing: (first, last) of effect, transition and implementation.
        following: paragraphs without a number behind the quotation of an order.
    """

    spans: Sequence[Span]
    containers: Collection[int]
    implementing: Sequence[Span]
    following: Collection[int] = ()


def told_leftovers(
    text: ReadText,
    act_no: int,
    instructions: Sequence[Instruction],
    unread: Sequence[Unread],
    taken: Taken,
) -> tuple[list[Instruction], list[Unread]]:
    """Give the instructions and the unread paragraphs with every leftover of the act told.

    Returns:
        instructions in the same order, those followed by a leftover doubtful; unread paragraphs in
        the order of the text.
    """
    known = set(taken.containers)
    spans = [i.source_lines for i in instructions] + [u.lines for u in unread]
    for first, last in (*spans, *taken.implementing):
        known.update(range(first, last + 1))
    words = {p.number: p.text for p in text.source.paragraphs}
    # "Điều 3 1. Luật này có hiệu lực …": the act's own article of effect, its number lost in the words.
    effect = re.compile(
        rf"Điều\s+\d+\w?\s.*\b{re.escape(text.act.kind)} này có hiệu lực", re.IGNORECASE
    )
    made, told = list(instructions), list(unread)
    for span in taken.spans:
        for first, last in _runs(n for n in range(span[0], span[1] + 1) if n not in known):
            some = [words[n] for n in range(first, last + 1) if words.get(n, "").strip()]
            if not some or effect.match(some[0]):
                continue
            told.append(Unread(act_no, (first, last), "\n".join(some), _REASON))
            _doubt_the_one_before(made, span, first, some[0])
        for one in unread:
            if span[0] <= one.lines[0] <= span[1] and (
                one.lines[0] in taken.following or is_plain_wording(one.text)
            ):
                _doubt_the_one_before(made, span, one.lines[0], one.text)
    return made, sorted(told, key=lambda one: one.lines)


_DRAFT = late(r"^\W*(?:BẢN\s+)?(?:DỰ THẢO|Dự thảo)\b")
_IS_DRAFT = message("act.is_draft", "văn bản ghi là dự thảo, chưa phải quyết định")


def told_heads(text: ReadText, act_no: int) -> list[Unread]:
    """Give the paragraphs of the head that read like numbered orders: of an act without any điều the
    reader takes what stands before the first believed label for the head; and the words of it that call
    the act a draft."""
    words = {p.number: p.text for p in text.source.paragraphs}
    front = [entry.line for entry in text.account if entry.role is Role.FRONT]
    lines = [(number, words.get(number, "")) for number in front]
    first_ground = next((number for number, line in lines if _GROUND.match(line)), _NOWHERE)
    told = [
        number
        for number, line in lines
        if _is_numbered_order(line) or (number > first_ground and _is_order_line(line))
    ]
    drafts = [number for number, line in lines if _DRAFT.match(line)]
    return [
        *(Unread(act_no, (number, number), words[number], _IS_DRAFT) for number in drafts),
        *(Unread(act_no, (number, number), words[number], _IN_HEAD) for number in told),
    ]


def told_behind(text: ReadText, act_no: int) -> list[Unread]:
    """Give the paragraphs behind the signature, and in the appendices, that order something: a note to the
    decision, a list of changes that is attached to it. What stands there is no order of an article."""
    annexes = [one for one in text.act.components if one.kind is ComponentKind.APPENDIX]
    annexed = {unit.id for one in annexes for unit in walk(one.units)}
    annexed |= {one.id for one in annexes}  # of lists and tables without a number of their own
    words = {p.number: p.text for p in text.source.paragraphs}
    told = []
    for entry in text.account:
        line = words.get(entry.line, "")
        if entry.role is Role.BACK and _orders_aside(line):
            told.append(Unread(act_no, (entry.line, entry.line), line, _BEHIND_SIGNATURE))
        elif entry.owner_id in annexed and entry.role is not Role.QUOTATION and _orders_aside(line):
            told.append(Unread(act_no, (entry.line, entry.line), line, _IN_APPENDIX))
    return told


_NOTE = late(r"\W*(?:ghi chú|chú thích|lưu ý|bổ sung)\s*:\s*", re.IGNORECASE)
_ALSO = late(r"\W*(?:đồng thời|ngoài ra|thống nhất|nay)\s*,?\s+", re.IGNORECASE)


def _orders_aside(line: str) -> bool:
    words = _ALSO.sub("", _NOTE.sub("", line, count=1), count=1)
    label = read_label(words)
    words = label.rest if label is not None else words.lstrip("-–+•* ")
    if not is_order(capital(words)):
        return False
    # "Bỏ cụm từ “đăng ký” … tại thủ tục số 5 Quyết định số 18/QĐ-UBND": no provision, but surely an order.
    return cites(words) or bool(quotes(words) and numbers_in(words))


_NOWHERE = 10**9


def _is_numbered_order(line: str) -> bool:
    label = read_label(line)
    if label is None or label.kind.depth < UnitKind.CLAUSE.depth:
        return False
    return not is_plain_wording(label.rest)


def _is_order_line(line: str) -> bool:
    """An order behind the grounds, where no title stands any more."""
    return is_order(line) and cites(line)


# Behind the grounds of an act no line is its title any more.
_GROUND = late(r"\W*(?:căn cứ|xét|theo)\b", re.IGNORECASE)


def _runs(numbers: Iterable[int]) -> list[Span]:
    runs: list[Span] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _doubt_the_one_before(made: list[Instruction], span: Span, line: int, words: str) -> None:
    """Every instruction of the statement that ends last before a paragraph of its article."""
    before = [
        i.source_lines for i in made if span[0] <= i.source_lines[0] and i.source_lines[1] < line
    ]
    if not before:
        return
    nearest = max(before, key=lambda lines: lines[1])
    why = message(
        "line.behind_in_no_order",
        "lời ngay sau không thuộc nội dung nào: “{words}”",
        words=shortened(words, _SHOWN),
    )
    for place, one in enumerate(made):
        if one.source_lines == nearest and one.quoted:
            made[place] = doubted(one, why)


def doubted(instruction: Instruction, why: Message) -> Instruction:
    """Give an instruction that is no longer certain, and why."""
    reasons = (*instruction.reasons, why)
    return replace(instruction, confidence=Confidence.DOUBTFUL, reasons=reasons)
