"""The unquoted lines of a unit of an act: broken ones joined, run-on ones cut, orders behind a quotation
taken out, mistyped verbs recognised. Source: docs/field.md 4.8."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from quyche_app.domain.change_tables import STROKE
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import Message, message
from quyche_app.domain.patterns import late
from quyche_app.domain.quotations import after_closing, balance
from quyche_app.domain.sequences import only
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.texts import capital
from quyche_app.domain.units import Paragraph
from quyche_app.language.beginnings import is_order
from quyche_app.language.orders import Statement
from quyche_app.language.statements import read_statement


@dataclass
class ActLine:
    """An unquoted paragraph of a unit with the quotation that follows it."""

    number: int
    last: int
    text: str
    quoted: list[SourceParagraph] = field(default_factory=list)
    doubt: Message | None = None

    def doubted(self, why: Message | None) -> ActLine:
        """The line with a doubt, unless it has one already."""
        return replace(self, doubt=self.doubt or why)


_LEADING = late(r"^[\s.;,:]*(?:và\s+|đồng thời\s+|riêng\s+)?", re.IGNORECASE)


def cut_after_quotation(line: ActLine) -> list[ActLine]:
    """Words behind the mark that closes the new wording are an order of their own, or at least a
    doubt: "“1. Chủ trì.” và bãi bỏ khoản 3 Điều 8."."""
    if not line.quoted:
        return [line]
    last = line.quoted[-1]
    depth = 0
    for paragraph in line.quoted[:-1]:
        depth = max(balance(paragraph.text, depth), 0)
    if balance(line.text) > 0:
        depth += 1
    cut = after_closing(last.text, depth) if isinstance(last.block, Paragraph) else None
    if cut is None:
        return [line]
    words = _LEADING.sub("", last.text[cut:])
    words = capital(words)
    if not read_statement(words).orders:
        doubt = message(
            "doubt.words_behind_quotation", "sau dấu đóng ngoặc kép còn lời: “{words}”", words=words
        )
        return [line.doubted(doubt)]
    kept = last._replace(block=Paragraph(last.text[:cut]))
    return [
        replace(line, quoted=[*line.quoted[:-1], kept]),
        ActLine(last.number, last.number, words, doubt=line.doubt),
    ]


ANY_LABEL = late(r"(?:\d{1,3}[a-zđ]?|[a-zđ]{1,2}\d?)[.)]\s+")
_GOES_ON = late(r"(?:Điều|Khoản|khoản|điểm|Điểm|Luật|Nghị định|của|tại)\s")
_STOPPED = late(r"[.;:,!?”»\"’]\s*$")
_NEXT_CLAUSE = late(r"(?<=[\w.;]) \d{1,3}[.)] (?=[A-ZĐ])")
# "… trước ngày 05 tháng 12. Câu cuối: bỏ." names a month.
_CITES = late(
    r"\b(?:điều|khoản|điểm|mục|chương|phần|phụ lục|số|ngày|tháng|năm|quý|kỳ|dòng)$", re.IGNORECASE
)
_BROKEN = message("doubt.line_joined", "dòng bị ngắt giữa chừng, đã nối lại")


# Behind "thành" new wording of a provision may follow: words do where words stand before it.
_AWAITS_WORDS = late(r"\b(?:cụm từ|từ|chữ)$|[”\"»].*\b(?:bằng|thành)$", re.IGNORECASE | re.DOTALL)


def with_broken_words(line: ActLine) -> ActLine:
    """A line broken before its quoted words, as one: "… thành cụm từ" / "“07 ngày”."."""
    if not line.quoted or not _AWAITS_WORDS.search(line.text):
        return line
    words = " ".join(paragraph.text for paragraph in line.quoted)
    return ActLine(line.number, line.last, f"{line.text} {words}", doubt=line.doubt or _BROKEN)


_OPENED = late(r"(?::|\b(?:là|thành|bằng)(?=\s+[“„«\"]Điều \d))\s*(?P<words>[“„«\"][^“”«»\"]*)$")


def with_opened_wording(line: ActLine) -> ActLine:
    """A line whose colon is followed by the first words of a longer quotation, with all of it behind the
    line: "Điều 5 nay viết: “Điều 5. Họp" / "1. … “."""
    opened = _OPENED.search(line.text) if line.quoted else None
    if opened is None:
        return line
    first = SourceParagraph(line.number, Paragraph(opened["words"]))
    text = line.text[: opened.start("words")].rstrip()
    text = text if text.endswith(":") else f"{text}:"
    return replace(line, text=text, quoted=[first, *line.quoted])


def joined_lines(lines: list[ActLine]) -> list[ActLine]:
    """Lines broken in the middle of a citation, as one: "Bãi bỏ khoản 11" / "Điều 3 2. Bãi bỏ …"."""
    result: list[ActLine] = []
    for line in lines:
        before = result[-1] if result else None
        if before is not None and not before.quoted and _goes_on(before.text, line.text):
            result[-1] = ActLine(
                before.number,
                line.last,
                f"{before.text} {line.text}",
                line.quoted,
                line.doubted(before.doubt).doubted(_BROKEN).doubt,
            )
        else:
            result.append(line)
    return result


_PART_OF_ARTICLE = late(r"(?:Khoản|Điểm)\s+\w{1,3}\b[^“”]{0,40}:")
_ARTICLE_ALONE = late(r"(?:\W*\w{1,3}[.)]\s+)?(?:Tại\s+)?Điều \d{1,3}\w?\s*$", re.IGNORECASE)
_BEGINS_PLACE = late(r"(?:Điều|Khoản|Điểm)\s+\w{1,4}\b.*\w")
_NAMES_PLACE = late(
    r"\b(?:điều|khoản|điểm|tiết|mục|chương|phần|phụ lục)(?:\s+(?:\d|[IVX]+\b|[a-zđ]\b)|\s*,?$)"
    r"|\b(?:luật|nghị định|thông tư|quyết định|quy chế|số|ngày|tại|của|và)\s*$",
    re.IGNORECASE,
)


def _is_name(before: str) -> bool:
    """Whether a line is the name of what stands under it: it cites nothing and orders nothing, or is all in
    capitals."""
    if before.isupper():
        return True
    return not _NAMES_PLACE.search(before) and not read_statement(before).orders


_SMALL_PLACE = late(r"(?:tại|của|trong)\s")


def _goes_on(before: str, text: str) -> bool:
    """Whether a line is the rest of the one before it; a row of cells never goes on."""
    if not before or STROKE in before:
        return False
    if _SMALL_PLACE.match(text) and before.endswith(("”", '"', "»")):
        return True  # "… bằng cụm từ “07 ngày”" / "tại khoản 2 Điều 1."
    if _PART_OF_ARTICLE.match(text) and _ARTICLE_ALONE.match(before):
        return False  # "5. Điều 13" / "Khoản 1: “A” nay là “B”."
    if _BEGINS_PLACE.match(text) and _is_name(before):
        return False  # "Điều 6. Sử dụng kinh phí" / "Khoản 2 Điều 14 sửa như sau: …"
    return bool(_GOES_ON.match(text)) and not _STOPPED.search(before)


def split_lines(line: ActLine) -> list[ActLine]:
    """A line that runs into the next clause: "… Điều 3 2. Bãi bỏ khoản 2"."""
    pieces = []
    start = 0
    for found in _NEXT_CLAUSE.finditer(line.text):
        before = line.text[start : found.start()]
        if is_order(line.text[found.end() :]) and not _CITES.search(before):
            pieces.append(before)
            start = found.end()
    if not pieces:
        return [line]
    made = [ActLine(line.number, line.last, piece, doubt=line.doubt or _BROKEN) for piece in pieces]
    return [
        *made,
        ActLine(line.number, line.last, line.text[start:], line.quoted, line.doubt or _BROKEN),
    ]


_ANNOUNCED = late(r"(?P<what>.{3,120}?)\s+được\s[^“”:]{2,40}như sau\s*:?\s*$")


def announced(line: ActLine) -> Statement | None:
    """A line with a mistyped verb ("Điều 19 được sử dụng, bổ sung như sau:") whose quotation begins
    with the very provision it names: its new wording. None when it does not."""
    found = _ANNOUNCED.match(line.text)
    if found is None or not line.quoted:
        return None
    what = found["what"]
    statement = read_statement(f"Sửa đổi {what[:1].lower()}{what[1:]} như sau:")
    target = only([c for order in statement.orders for c in order.targets if c.steps])
    label = read_label(line.quoted[0].text.lstrip(' “"„'))
    if target is None or label is None or any(o.unknown for o in statement.orders):
        return None
    first = target.own
    same = (str(label.kind), label.label.casefold()) == (first.kind, first.label.casefold())
    return statement if same else None
