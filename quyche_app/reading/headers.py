"""What the head and the foot of an act say: number, kind, title, issuer, dates, signer.

Source: docs/field.md 1.2, 1.5, 2.1, 4.7.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from quyche_app.domain.acts import Act, Component, ComponentKind, blocks_lines
from quyche_app.domain.dates import find_dates
from quyche_app.domain.flow import last_lines
from quyche_app.domain.patterns import late
from quyche_app.domain.quotations import begins_quotation, quotation_end
from quyche_app.domain.texts import SMALL_LETTERS, capital
from quyche_app.domain.units import line_cells
from quyche_app.language.effect_clauses import Says, clauses_by_line, speaks_of_itself

_NUMBER = late(
    r"(?:Luật số|Bộ luật số|Nghị quyết số|Pháp lệnh số|Số|SỐ)\s*:?\s*"
    r"(?P<number>\d{1,5}[a-z]?\s?(?:/\d{4})?\s?[-/]{1,2}\s?[A-ZĐƯ][\wĐđƯư.-]*(?:[-/]\s?[A-ZĐƯ][\wĐđƯư.-]*)*)"
)
KINDS = (
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Thông tư liên tịch",
    "Thông tư",
    "Quyết định",
    "Quy định",
    "Quy chế",
    "Chỉ thị",
    "Kết luận",
    "Hướng dẫn",
    "Thông báo",
    "Điều lệ",
    "Kế hoạch",
    "Chương trình",
    "Đề án",
    "Báo cáo",
    "Tờ trình",
    "Văn bản hợp nhất",
)
_KIND = late(rf"(?P<kind>{'|'.join(kind.upper() for kind in KINDS)})(?:\s+(?P<rest>.*))?$")
# "CỦA QUỐC HỘI NƯỚC … SỐ 28/2001/QH10" stands between kind and name in laws of 2000-2002.
_BETWEEN = late(r"(?:CỦA|SỐ|Số|NGÀY|Ngày)\s")
_TITLE_ENDS = late(
    r"(?:[-–*_]{3,}|[-–]?\s*Căn cứ\b|Theo đề nghị|Xét đề nghị|Thực hiện|\(|Chương\s+[IVXL\d]|Điều\s+\d"
    r"|[-–_*]+$|QUYẾT ĐỊNH:?$|.*\bban hành\b.*[.:]$|Số\b)"
)
# Kinds behind whose title the body or the office that decides is named (NĐ 30/2020, phụ lục III).
_DECIDED = ("Quyết định", "Nghị quyết", "Nghị định", "Thông tư", "Thông tư liên tịch")
_GOES_ON = late(r"\b(?:của|cho|với|và|tại|về(?: việc)?|bổ nhiệm|miễn nhiệm)$", re.IGNORECASE)
_OFFICE = late(
    rf"(?:(?:PHÓ )?CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|CHÁNH VĂN PHÒNG"
    rf"|(?:TỔNG )?GIÁM ĐỐC|HIỆU TRƯỞNG|(?:CỤC|VỤ) TRƯỞNG)\b[^{SMALL_LETTERS}]*"
)
_NOT_ISSUER = late(
    r"(?:CỘNG H[ÒO][ÀA]? XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập|ĐỘC LẬP|[-–*_\s]+$|VĂN BẢN|DỰ THẢO)"
)
# A body with its own name behind it; what follows at once is part of the name: "ĐẢNG ỦY ỦY BAN …".
_BODY = late(
    r"(?:(?<=\s)|^)(?:(?:ĐẢNG|TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|CHI) (?:ỦY|UỶ)|ĐẢNG BỘ|(?:ỦY|UỶ) BAN NHÂN DÂN|UBND)"
    r"(?! (?:ĐẢNG|TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|CHI|ỦY|UỶ) (?:ỦY|UỶ|BAN))(?= )"
)
_RANKS = (("ĐẢNG BỘ", "TỈNH", "THÀNH"), ("HUYỆN", "QUẬN", "THỊ"), ("ĐẢNG",), ("CHI",))
# "ĐẢNG ỦY CƠ QUAN …", "ĐẢNG BỘ VĂN PHÒNG HUYỆN ỦY …": one body of another one.
_INSIDE = late(r"\b(?:CƠ QUAN|VĂN PHÒNG|KHỐI|BAN (?!NHÂN))")
_LEVEL = late(
    r"(?:(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)|(?:TỈNH|HUYỆN|QUẬN|THÀNH PHỐ|THỊ XÃ)(?! (?:ỦY|UỶ|ĐOÀN)\b))\s"
)
_BLANK_DAY = late(r"ngày[\s.…_]*tháng\b", re.IGNORECASE)
_CITING = ("Căn cứ", "- Căn cứ")
_PLACE = late(r"(?P<place>[^,|]{2,60}),\s*ngày\s+\d")


class _Title(NamedTuple):
    kind: str
    title: str


def describe(components: tuple[Component, ...]) -> Act:
    """Give the act with what its head and foot say; what is not said stays empty."""
    body = components[0]
    lines = [cell for line in blocks_lines(body.front) for cell in line_cells(line)]
    head = lines[:40]
    number = _first_number(head)
    issue_date = _issue_date(head)
    issuer = _issuer(head, number)
    named = _title(lines, issuer)
    place = next((m["place"].strip() for line in head if (m := _PLACE.match(line))), "")
    act = Act(
        number=number,
        kind=named.kind,
        title=named.title,
        issuer=issuer,
        place=place,
        issue_date=issue_date,
        signer=_signer(components),
        components=components,
    )
    return _with_effect(act)


def _issue_date(lines: list[str]) -> date | None:
    """The first day that is named, but not one of an act that is cited; a day left blank to be written
    by hand ("ngày    tháng    năm 2025") is not known."""
    for line in lines:
        if _BLANK_DAY.search(line):
            return None
        if "ngày" in line and not line.startswith(_CITING):
            for _, day in find_dates(line):
                return day
    return None


def _first_number(lines: list[str]) -> str:
    for line in lines:
        match = _NUMBER.search(line)
        if match and not line.startswith((*_CITING, "(")):
            return match["number"].replace(" ", "").rstrip(".-/")
    return ""


def _title(lines: list[str], issuer: str) -> _Title:
    for number, line in enumerate(lines):
        match = _KIND.match(line.rstrip(":"))
        if match is None or line.rstrip().endswith(":"):
            continue
        kind = next(k for k in KINDS if k.upper() == match["kind"])
        parts = [match["rest"]] if match["rest"] else []
        for following in lines[number + 1 : number + 8]:
            if not parts and _BETWEEN.match(following):
                named = re.search(r"\s(?:VỀ|về)\s+(?P<name>.+)$", following)
                if named:
                    parts.append(named["name"])
                continue
            if not following or _TITLE_ENDS.match(following):
                break
            is_whole = bool(parts) and not _GOES_ON.search(parts[-1])
            if (
                is_whole
                and kind in _DECIDED
                and (following == issuer or _OFFICE.fullmatch(following))
            ):
                break  # who decides stands alone behind the title of a State decision
            parts.append(re.sub(r"^(?:VỀ|Về) ", "", following) if not parts else following)
        return _Title(kind, _as_sentence(" ".join(parts)))
    return _Title("", "")


def _as_sentence(title: str) -> str:
    """A title in capitals reads better with only its first letter large; numbers stay."""
    if not title.isupper():
        return title
    words = [w if any(c.isdigit() for c in w) or "/" in w else w.lower() for w in title.split()]
    text = " ".join(words)
    return capital(text)


def _issuer(lines: list[str], number: str) -> str:
    found: list[str] = []
    for line in lines[:8]:
        line = re.split(r"\s+[-–]{3,}|\s+\*", line)[0].strip(" *-–")
        if (number and number in line.replace(" ", "")) or _KIND.match(line) or find_dates(line):
            break
        if line and line.upper() == line and not _NOT_ISSUER.match(line):
            if found and _LEVEL.match(line):
                line = f"{found.pop()} {line}"  # "ỦY BAN NHÂN DÂN" / "XÃ AN BÌNH"
            found.append(_last_body(line))
    return found[-1] if found else ""


def _last_body(line: str) -> str:
    """ "HUYỆN ỦY ĐỒNG VĂN ĐẢNG ỦY XÃ LŨNG CÚ": a head whose lines were joined names the superior body
    first."""
    bodies = list(_BODY.finditer(line))
    if len(bodies) < 2 or bodies[0].start() or _INSIDE.search(line[: bodies[-1].start()]):
        return line
    first, last = (_rank(match[0]) for match in (bodies[0], bodies[-1]))
    return line[bodies[-1].start() :] if first <= last else line


def _rank(body: str) -> int:
    """How far down a body stands; an "ĐẢNG BỘ" above a body is that of its superior."""
    return next((n for n, words in enumerate(_RANKS) if body.startswith(words)), len(_RANKS))


def _signer(components: tuple[Component, ...]) -> str:
    for component in components:
        lines = [cell for line in blocks_lines(component.back) for cell in line_cells(line)]
        for line in reversed(lines):
            words = line.split()
            if 2 <= len(words) <= 5 and all(w[:1].isupper() and not w.isupper() for w in words):
                return line
    return ""


def _with_effect(act: Act) -> Act:
    return replace(act, effect_date=effect_date(act))


def effect_date(act: Act) -> date | None:
    """Give the day from which the act as a whole is in force, read from its last articles.

    "kể từ ngày ký" is the issue date (docs/field.md 4.7); None when the text does not say so
    surely.
    """
    for component in act.components:
        if component.kind is ComponentKind.APPENDIX:
            continue
        kind = act.kind if component.kind is ComponentKind.BODY else ""
        lines = last_lines(component.units[-4:], _LINES_OF_THE_END)
        said = clauses_by_line(_unquoted(lines), act.issue_date)
        days = {
            clause.day
            for clauses in said
            for clause in clauses
            if clause.says in (Says.WHOLE, Says.UNCLEAR)
            and not clause.places
            and speaks_of_itself(clause, kind)
        }
        if days:
            return days.pop() if len(days) == 1 else None
    return None


_LINES_OF_THE_END = 160  # in which an act says when it takes effect
_LABEL = late(
    r"(?:Điều\s+\w+\s*[.:–-]|\d{1,3}[a-zđ]?\s*[.)–-]|[a-zđ]\s*\)|[-–+•])\s*", re.IGNORECASE
)


def _unquoted(lines: Sequence[str]) -> list[str]:
    """The lines without their labels, and without new wording in quotation marks."""
    found = []
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if begins_quotation(line):
            index = quotation_end(lines, index - 1, lambda _: False)[0] + 1
        elif line:
            label = _LABEL.match(line)
            found.append(line[label.end() :] if label else line)
    return found
