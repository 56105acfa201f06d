"""What the sentences of an act say about time: its own day of effect, that of its parts, its end, and
what goes on under the old rules.

A day is given only where a known form of words gives it surely; every other sentence on the effect
of the act itself is said to be unclear, for a person to decide. Source: docs/field.md 4.7, 8.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from quyche_app.domain.dates import date_at, small_number
from quyche_app.domain.messages import Message, message
from quyche_app.domain.patterns import late
from quyche_app.language.beginnings import is_order


class Says(StrEnum):
    """What a sentence says."""

    WHOLE = "whole"  # from when the act is in force
    PART = "part"  # from when some provisions of it are
    NOTE = "note"  # beside the day, what a person must know: an end, another time
    TRANSITION = "transition"  # what goes on under the old rules until or from its day of effect
    GOES_ON = "goes_on"  # what goes on, perhaps under the old rules
    UNCLEAR = "unclear"  # of its effect, in words that give no sure day
    HINT = "hint"  # perhaps of its effect: matters when nothing else tells it


class Clause(NamedTuple):
    """A sentence on time.

    Attributes:
        kind: of a text that speaks of itself, in small letters: "quyết định"; "" when not named.
        day: of WHOLE and PART; None where it is the day of signing and that is not known.
        places: of PART and of an exception without a day (UNCLEAR): the words that name provisions.
        reason: of UNCLEAR, NOTE and HINT: a sentence without its full stop.
    """

    says: Says
    kind: str = ""
    day: date | None = None
    places: str = ""
    reason: Message | None = None


_KINDS = (
    r"(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|thông tư liên tịch|thông tư|quyết định|quy định"
    r"|quy chế|chỉ thị|điều lệ|hướng dẫn|kết luận|thông báo|nội quy|quy trình|văn bản)"
)
_IN_FORCE = (
    r"(?:(?:chính thức|bắt đầu|sẽ|cũng)\s+)*"
    r"(?:có\s+hiệu\s+lực(?!\s+pháp\s+luật)(?:\s+(?:thi\s+hành|áp\s+dụng|thực\s+hiện))?"
    r"|(?:được\s+)?(?:thi\s+hành|áp\s+dụng|thực\s+hiện)(?=,?\s+(?:kể\s+)?từ\b))"
)
# "Quyết định này gồm 3 điều, có hiệu lực …", "… thay thế Quyết định số 11-QĐ/TU và có hiệu lực …": what
# stands between ends with a comma or "và"; without one the effect is that of the text named last.
_OWN = late(
    rf"(?:(?:{_KINDS})\s+sửa\s+đổi,?\s+bổ\s+sung\s+)?(?P<kind>{_KINDS})(?:\s+(?:sửa đổi, bổ sung|sửa đổi))?"
    rf"(?P<this>\s+này)?(?P<between>,?\s+(?:(?:(?!hiệu\s+lực)[^.;]){{2,260}}?(?:,|\s+và)\s+|(?:cùng|và)\s+[^.;,]{{2,160}}?kèm\s+theo\s+"
    rf"(?:[^.;,]{{0,60}}?\s)??)?)(?P<force>{_IN_FORCE})",
    re.IGNORECASE,
)
_NO_SUBJECT = late(
    r"(?:(?:(?:các|những)\s+(?:nội\s+dung|quy\s+định|điều\s+khoản|điều,\s+khoản|phần)\s+(?:khác|còn\s+lại)"
    rf"(?:\s+(?:của|tại)\s+{_KINDS}\s+này)?\s+(?:thì\s+)?)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?|hiệu\s+lực(?:\s+thi\s+hành)?\s*(?:[:.,–-]|là)?"
    r"|(?:thời\s+(?:điểm|gian)|ngày)\s+(?:bắt\s+đầu\s+)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*(?:[:–-]|là)?)"
    r"\s*(?=(?:kể\s+)?(?:từ|sau)\b|vào\b|ngày\b|\d|\()",
    re.IGNORECASE,
)
# "Kể từ ngày 01/4/2026, Quyết định này có hiệu lực": the same, turned round.
_TIME_FIRST = late(
    rf"^(?P<time>(?:kể\s+)?từ\s[^.;]{{4,60}}?),?\s+(?P<what>{_KINDS}\s+này\s+(?:chính\s+thức\s+|bắt\s+đầu\s+)?"
    r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?)$",
    re.IGNORECASE,
)
_PROVISION = (
    r"(?:điều|khoản|điểm|tiết|mục|chương|phần|phụ lục|biểu|mẫu)\s+(?:số\s+)?"
    r"(?:\d|[a-zđ]\b|[IVXLC]+\b)"
)
_ENDS = late(
    rf"{_KINDS}\s+này\b[^.;]*?(?<!làm )\bhết\s+hiệu\s+lực"
    rf"|(?:.*\b(?:này|{_PROVISION})|thời\s+(?:hạn|gian))\b.*?"
    r"\b(?:áp\s+dụng|thực\s+hiện|thi\s+hành|hiệu\s+lực|giá\s+trị)\b[^.;]{0,30}?"
    r"\b(?:cho\s+)?đến\s+(?:hết\s+)?(?:ngày|tháng|quý|năm|nhiệm\s+kỳ|khi|\d)",
    re.IGNORECASE,
)
_PART = late(
    rf"(?P<places>(?:[^.;]{{0,90}}?\b)?{_PROVISION}[^.;]{{0,400}}?)\s+(?:thì\s+)?(?P<force>{_IN_FORCE})",
    re.IGNORECASE,
)
_EXCEPTION = late(r",?\s+(?=(?:trừ|ngoại trừ|riêng|không bao gồm|không kể)\s)", re.IGNORECASE)
_REPLACES = late(
    r"[\s,;]*(?:\b(?:và|đồng\s+thời)\s+)*(?:thay\s+(?:thế|cho)|bãi\s+bỏ|h[uủ][ỷy]\s+bỏ|làm\s+hết\s+hiệu\s+lực)\b.*",
    re.IGNORECASE,
)
_SUBORDINATE = late(
    rf"\b(?:ngày|khi|lúc|thời\s+điểm|trước|sau|từ)\s+{_KINDS}(?:\s+này)?\s+(?:bắt\s+đầu\s+)?có\s+hiệu\s+lực",
    re.IGNORECASE,
)
_AT_ITS_EFFECT = late(
    rf"\b(?:trước|sau|kể\s+từ|từ|đến|tại)\s+(?:ngày|khi|lúc|thời\s+điểm)\s+{_KINDS}\s+này\s+(?:bắt\s+đầu\s+)?"
    r"có\s+hiệu\s+lực",
    re.IGNORECASE,
)
_GOES_ON = late(
    r"\b(?:tiếp\s+tục|vẫn)\s+(?:được\s+|có\s+|tổ\s+chức\s+)?(?:thực\s+hiện|áp\s+dụng|giải\s+quyết|xử\s+lý"
    r"|hiệu\s+lực|sử\s+dụng|hưởng|giữ|hoạt\s+động)\b[^.;]*\b(?:theo|đến|trước|trong\s+thời)\b"
    r"|\btrước\s+(?:ngày|khi)\b[^.;]*\b(?:tiếp\s+tục|vẫn|thì|được|theo)\b"
    r"|\b(?:theo|như)\s+(?:quy\s+định|quy\s+chế|quyết\s+định)\s+(?:trước\s+đây|cũ)\b"
    r"|\bvẫn\s+(?:họp|theo|làm|do)\b",
    re.IGNORECASE,
)
# "Các nội dung khác giữ nguyên hiệu lực", "Quyết định số 11 hết hiệu lực kể từ ngày Quyết định này …".
_NO_TRANSITION = late(
    r"(?:các|những|mọi)\s+(?:nội\s+dung|quy\s+định|điều\s+khoản|điều,\s+khoản|điều|phần)"
    r"\s+(?:khác|còn\s+lại|không|trước\s+đây)"
    r"|.*\b(?:hết\s+hiệu\s+lực|bãi\s+bỏ|được\s+thay\s+thế)\b",
    re.IGNORECASE,
)
_TRANSITION_TITLE = late(r"(?:(?:điều khoản|quy định|việc)\s+)?chuyển\s+tiếp\b", re.IGNORECASE)
# Looked for first, as plain words in small letters: most lines have none, and patterns are costly.
_ALONE = (
    "hiệu lực",
    "chuyển tiếp",
    "tiếp tục",
    "vẫn ",
    "trước ngày",
    "trước khi",
    "trước đây",
    "quy chế cũ",
    "quy định cũ",
    "quyết định cũ",
)
_SINCE = (" từ ", " đến ")
_BEGINS = tuple(
    f"{word}{comma}{since}"
    for word in ("này", "thi hành", "áp dụng", "thực hiện")
    for comma in ("", ",")
    for since in (" từ ", " kể từ ", " đến ", " cho đến ")
)


def _may_speak_of_time(words: str) -> bool:
    small = words.lower()
    return _holds(small, _ALONE) or (_holds(small, _SINCE) and _holds(small, _BEGINS))


def _holds(words: str, parts: Sequence[str]) -> bool:
    # A plain loop: asked of every line of a text.
    for part in parts:  # noqa: SIM110
        if part in words:
            return True
    return False


# A name and its text typed as one line: "Điều khoản thi hành Quyết định này có hiệu lực …".
_GLUED_TITLE = late(
    r"^(?:Điều khoản thi hành|Hiệu lực(?: thi hành)?|Tổ chức thực hiện|Thi hành)[\s.:–-]+"
    r"(?=(?-i:[A-ZĐ])(?:\w+\s+){1,3}này\s)",
    re.IGNORECASE,
)
_STOPS = late(r"[.;]\s+(?=\S)")

UNKNOWN_DAY = message(
    "effect.day_unknown",
    "chưa tính được chắc chắn ngày có hiệu lực từ câu này; hãy xem và tự nêu ngày",
)
_OTHER_TEXT = message(
    "effect.of_another_text",
    "câu này có thể nói về hiệu lực của văn bản khác; hãy xem và tự nêu ngày",
)
_MORE = message(
    "effect.more_than_one_time",
    "câu này còn nêu thời điểm khác ngoài ngày có hiệu lực; hãy xem lại ngày",
)
UNKNOWN_PART = message(
    "effect.part_unknown",
    "phần này có ngày có hiệu lực riêng nhưng chưa tính được chắc chắn; "
    "hãy xem lại ngày của nội dung đó",
)
_LIMITED = message(
    "effect.limited",
    "hiệu lực có thời hạn: chương trình không tự đưa lời văn cũ trở lại sau thời hạn đó",
)
SIGNING_UNKNOWN = message(
    "effect.signing_unknown", "hiệu lực tính từ ngày ký nhưng không đọc được ngày ký"
)
BEFORE_SIGNING = message(
    "effect.before_signing", "ngày có hiệu lực trước ngày ký; hãy xem lại ngày"
)
OTHER_DAY = message("effect.two_days", "hai câu trong văn bản cho hai ngày có hiệu lực khác nhau")


def is_transition_title(words: str) -> bool:
    """Tell whether an article's name says that it is transitional: "Điều khoản chuyển tiếp"."""
    return bool(_TRANSITION_TITLE.match(words.strip()))


def clauses_of(line: str, signed: date | None) -> list[Clause]:
    """Give what an unquoted line of an act, without its label, says about time.

    Args:
        signed: the day of signing; None = not known.
    """
    if not _may_speak_of_time(line) or is_order(line):
        return []
    found: list[Clause] = []
    line = line.lstrip(_BULLETS)
    if line.startswith(_GLUED):
        line = _GLUED_TITLE.sub("", line)
    for sentence in _STOPS.split(line):
        found += _said(sentence[:_LONGEST].strip(" .;/"), signed)
    return found


_GLUED = ("Điều khoản thi", "Hiệu lực", "Tổ chức", "Thi hành")
_LONGEST = 1500  # characters of a sentence that are looked at
_BULLETS = "-–+•* "


def clauses_by_line(lines: Sequence[str], signed: date | None) -> list[list[Clause]]:
    """Give the clauses of every line; a name on a line of its own goes with the next: "Hiệu lực thi
    hành" / "Từ ngày 01 tháng 4 năm 2026"."""
    found = []
    before = ""
    for line in lines:
        is_told_above = _EFFECT_TITLE.fullmatch(before) and _BEGINS_WITH_TIME.match(line)
        found.append(clauses_of(f"Hiệu lực {line}" if is_told_above else line, signed))
        before = line
    return found


_EFFECT_TITLE = late(r"(?:Ngày |Thời điểm )?(?:có )?hiệu lực(?: thi hành)?[\s.:]*", re.IGNORECASE)
_BEGINS_WITH_TIME = late(r"(?:(?:kể )?từ|sau)\s", re.IGNORECASE)


def speaks_of_itself(clause: Clause, kind: str) -> bool:
    """Tell whether the text that a clause names may be one of a kind ("Quyết định"): "Quy chế này" in a
    decision is another text, perhaps one that is quoted."""
    return not kind or clause.kind in ("", "văn bản", kind.lower())


def _said(sentence: str, signed: date | None) -> list[Clause]:
    if not _may_speak_of_time(sentence) or is_order(sentence):
        return []
    if sentence.lower().startswith(("từ ", "kể từ ")):
        sentence = _TIME_FIRST.sub(r"\g<what> \g<time>", sentence)
    pieces = [piece.strip() for piece in _EXCEPTION.split(sentence) if piece.strip()]
    main = pieces[0]
    own = _own_subject(main)
    bare = _NO_SUBJECT.match(main)
    if isinstance(own, list):
        found = own
    elif own is not None:
        found = _whole(own, main, signed)
    elif bare is not None:
        found = _from(main[bare.end() :], signed, Clause(Says.WHOLE))
    else:
        return _other(sentence, pieces, signed)
    return found + [clause for piece in pieces[1:] for clause in _exception(piece, signed)]


def _own_subject(main: str) -> re.Match[str] | list[Clause] | None:
    """The beginning of a sentence that says when the text itself is in force; its clauses when it
    may be about another text; None when it is no such sentence."""
    own = _OWN.match(main)
    if own is None:
        return None
    between = own["between"].strip()
    if own["this"] is None and between:
        return None  # "Quyết định số 11-QĐ/TU …": a text named by its number
    # "… thay thế Quyết định số 11-QĐ/TU, có hiệu lực từ ngày 25/01/2021": of which of the two?
    if (
        between.endswith(",")
        and re.search(r"\bsố\s+\d", between)
        and _REPLACES.match(f" {between}")
    ):
        read = _day_of(main[own.end() :], None)
        return [Clause(Says.UNCLEAR, reason=_OTHER_TEXT)] if read is None or read[0] else own
    return own


def _whole(own: re.Match[str], main: str, signed: date | None) -> list[Clause]:
    clause = Clause(Says.WHOLE, re.sub(r"\s+", " ", own["kind"].lower()))
    rest = main[own.end() :]
    # "Nghị quyết này được Hội đồng nhân dân … thông qua ngày 20 tháng 7 năm 2022 và có hiệu lực từ ngày thông
    # qua": the day of passing stands in the place of that of signing.
    passing = _PASSED.search(own["between"])
    passed = date_at(own["between"][passing.end() :]) if passing is not None else None
    if passed is None or _PASSING.search(rest) is None:
        return _from(rest, signed, clause)
    return _from(_PASSING.sub("ký", rest, count=1), passed[0], clause)


def _other(sentence: str, pieces: list[str], signed: date | None) -> list[Clause]:
    """A sentence that does not begin with the text itself: of parts of it, of other texts, or of what
    goes on."""
    is_subordinate = _SUBORDINATE.search(sentence) is not None
    is_no_transition = _NO_TRANSITION.match(sentence) is not None
    if _ENDS.match(sentence) and not is_subordinate:
        return [Clause(Says.NOTE, reason=_LIMITED)]
    if not is_no_transition:
        if _AT_ITS_EFFECT.search(sentence):
            return [Clause(Says.TRANSITION)]
        if _GOES_ON.search(sentence):
            return [Clause(Says.GOES_ON)]
    if any((is_subordinate, is_no_transition, "hết hiệu lực" in sentence)):
        return []
    part = [clause for piece in pieces for clause in _part(piece, signed)]
    return part or _hinted(sentence, signed)


def _hinted(sentence: str, signed: date | None) -> list[Clause]:
    """A sentence that names a day which no form tells."""
    from_then = _FROM_THEN.search(sentence)
    if from_then is not None:
        # "Văn phòng chịu trách nhiệm thi hành Quyết định này từ ngày 01/4/2026"
        read = _day_of(sentence[from_then.end() :], signed)
        is_known = read is not None and read[0] == signed
    else:
        is_known = not _OF_EFFECT.search(sentence) or _NUMBERED.search(sentence) is not None
    return [] if is_known else [Clause(Says.HINT, reason=UNKNOWN_DAY)]


def _part(piece: str, signed: date | None) -> list[Clause]:
    """Provisions with a day of their own: "trừ khoản 1 Điều 1 có hiệu lực từ ngày 01/7/2026"."""
    part = _PART.match(piece)
    if part is None or "chịu trách nhiệm" in part["places"]:
        return []
    made = _from(piece[part.end() :], signed, Clause(Says.PART, places=part["places"]))
    return [c._replace(reason=UNKNOWN_PART) if c.says is Says.UNCLEAR else c for c in made]


def _exception(piece: str, signed: date | None) -> list[Clause]:
    """What is taken out of the day of the whole act, with a day or without one that is known."""
    return _part(piece, signed) or [Clause(Says.UNCLEAR, places=piece, reason=UNKNOWN_PART)]


# -- the words behind "có hiệu lực" ---------------------------------------------------------------

_SIGNING = (
    r"(?:được\s+)?(?:(?:đồng\s+chí|ông|bà|chủ\s+tịch|bí\s+thư)\s+)?"
    r"(?:(?:quyết định|nghị quyết|quy định|quy chế|văn bản)\s+này\s+)?(?:được\s+)?"
    r"(?:ký|ban\s+hành|ra\s+quyết\s+định)(?:(?:\s*,\s*|\s+và\s+|\s+)(?:ký|ban\s+hành|quyết\s+định))*"
)
_PASSED = late(r"\bthông\s+qua\s+(?:vào\s+)?ngày\s+(?=\d)", re.IGNORECASE)
_PASSING = late(
    r"(?<=\bngày\s)(?:được\s+)?thông\s+qua\b|(?<=\bkhi\s)(?:được\s+)?thông\s+qua\b", re.IGNORECASE
)
_FROM_THEN = late(rf"\b{_KINDS}\s+này,?(?=\s+(?:kể\s+)?từ\b)", re.IGNORECASE)
_OF_EFFECT = late(r"(?:có|bắt\s+đầu)\s+hiệu\s+lực|\bhiệu\s+lực\b[^.;]*\bngày\b", re.IGNORECASE)
_NUMBERED = late(r"\bsố\s+\d")
_ON_SIGNING = late(
    r"[\s,]*(?:ngay\s+)?(?:(?:kể\s+)?từ\s+(?:ngày|khi|lúc|thời\s+điểm)|(?:sau\s+)?khi|ngày)"
    rf"\s+{_SIGNING}(?![^\W\d_])",
    re.IGNORECASE,
)
_COUNT = r"(?P<count>\d{1,3}|[^\W\d_]+(?:\s+[^\W\d_]+){0,2}?)\s*(?:\([^)]{1,30}\)\s*)?"
_DAYS_AFTER = late(
    rf"[\s,]*(?:(?:kể\s+)?từ\s+)?(?:sau|ngày\s+thứ)\s+(?:thời\s+hạn\s+)?{_COUNT}(?:ngày)?"
    r"(?P<working>\s+làm\s+việc)?\s*,?\s*"
    rf"(?:(?:tính\s+)?(?:kể\s+)?từ|sau)\s+(?:ngày|khi|lúc)\s+{_SIGNING}(?![^\W\d_])",
    re.IGNORECASE,
)
_COUNTING = late(r"sau|thứ", re.IGNORECASE)  # asked first: few texts count days
_TIME = (
    r"(?:(?P<hour>\d{1,2})\s*(?:giờ|h|:)\s*(?:(?P<minute>\d{1,2})\s*(?:phút|['’′])?)?\s*,?\s*)?"
    r"(?:(?:của\s+)?ngày\s+)?(?:m[oồuù]ng\s+)?"
)
_ON_DAY = late(
    rf"[\s,:]*(?:(?:bắt\s+đầu\s+)?(?:kể\s+)?từ\s+(?:lúc\s+)?|vào\s+(?:lúc\s+)?|là\s+)?{_TIME}(?=\d)",
    re.IGNORECASE,
)
_MAY_FOLLOW = late(
    r"\s*(?:[,:(–-]|(?:và|đồng\s+thời|cho|đến|đối|trên|trong|thay|là)\b|$)", re.IGNORECASE
)
_UNTIL = late(
    r"\b(?:cho\s+)?đến\s+(?:hết\s+)?(?:ngày|tháng|quý|năm|khi|nhiệm\s+kỳ|thời\s+điểm|\d)|\bđến\s+hết\b"
    r"|\btrong\s+vòng\b|\bthời\s+(?:hạn|gian)\b|\bhết\s+hiệu\s+lực\b",
    re.IGNORECASE,
)
_ANOTHER_TIME = late(
    r"\b(?:áp\s+dụng|thực\s+hiện|thi\s+hành|hiệu\s+lực)\b[^.;]{0,40}?\b(?:từ|sau|khi)\b"
    r"|\b(?:từ|sau|vào)\s+(?:ngày\s+)?\d|\btháng\s+\d{1,2}\s*$|\b(?:trừ|riêng)\b",
    re.IGNORECASE,
)


def _from(rest: str, signed: date | None, clause: Clause) -> list[Clause]:
    """Give the clause with the day that the words behind "có hiệu lực" give, and what else they say."""
    read = _day_of(rest, signed)
    if read is None:
        return [clause._replace(says=Says.UNCLEAR, reason=UNKNOWN_DAY)]
    day, end = read
    found = [clause._replace(day=day)]
    tail = rest[end:] and _REPLACES.sub("", rest[end:])
    if not tail:
        return found
    if not _MAY_FOLLOW.match(tail):
        return [clause._replace(says=Says.UNCLEAR, reason=UNKNOWN_DAY)]
    if _UNTIL.search(tail):
        found.append(Clause(Says.NOTE, clause.kind, reason=_LIMITED))
    elif _ANOTHER_TIME.search(tail):
        found.append(Clause(Says.NOTE, clause.kind, reason=_MORE))
    return found


def _day_of(rest: str, signed: date | None) -> tuple[date | None, int] | None:
    """The day and where its words end; a day of None: that of signing, which is not known."""
    after = _DAYS_AFTER.match(rest) if _COUNTING.search(rest) else None
    if after is not None:
        count = small_number(after["count"])
        if count is None or after["working"]:
            return None
        return (signed + timedelta(days=count) if signed else None), after.end()
    signing = _ON_SIGNING.match(rest)
    if signing is not None:
        return signed, signing.end()
    return _on_day(rest)


def _on_day(rest: str) -> tuple[date, int] | None:
    """The day of "từ 0 giờ ngày 01/4/2026" and where its words end."""
    on_day = _ON_DAY.match(rest)
    dated = date_at(rest[on_day.end() :]) if on_day is not None else None
    if on_day is None or dated is None:
        return None
    day, length = dated
    if on_day["hour"] and int(on_day["hour"]) >= 24:
        day += timedelta(days=1)  # "24 giờ 00 ngày 31/3" is the beginning of 01/4
    return day, on_day.end() + length
