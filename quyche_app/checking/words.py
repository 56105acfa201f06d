"""Rules about the words of one paragraph. Source of each: ``rules.py``."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from quyche_app.checking.findings import Flaw, Mend
from quyche_app.checking.syllables import odd_words, parted
from quyche_app.domain.messages import message
from quyche_app.domain.texts import BLANK, SMALL_LETTERS
from quyche_app.resources_folder import resource

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


@lru_cache(maxsize=16384)
def word_flaws(text: str) -> tuple[Flaw, ...]:
    """Give what the rules about words say of a paragraph, in the order of the text."""
    if not text:
        return ()
    found = [flaw for rule in _RULES for flaw in rule(text)]
    return tuple(sorted(found, key=lambda flaw: (flaw.start, flaw.end, flaw.rule)))


def _swap(text: str, start: int, end: int, words: str) -> tuple[Mend, ...]:
    return (
        Mend(
            message(
                "mend.change",
                "Đổi “{words}” thành “{wanted}”",
                words=text[start:end].strip() or text[start:end],
                wanted=words.strip(),
            ),
            start,
            end,
            words,
        ),
    )


# -- citations, dates, numbers ----------------------------------------------------------------------

_SMALL_LARGE = re.compile(r"(?<=[\s(“])(điều|chương|mục|tiểu mục|phần) (?=(\d+[a-zđ]?|[IVXL]+)\b)")
_LARGE_SMALL = re.compile(rf"(?<=[{SMALL_LETTERS},] )(Khoản|Điểm) (?=(\d+|[a-zđ])\b)")


def _capitals(text: str) -> Iterator[Flaw]:
    for match in _SMALL_LARGE.finditer(text):
        word = match.group(1)
        if word == "phần" and match.group(2).isdigit():
            continue  # "phần 3" counts shares as often as parts
        yield Flaw(
            "capitals",
            message(
                "flaw.capital",
                "“{word} {number}” viết hoa: “{wanted} {number}”.",
                word=word,
                number=match.group(2),
                wanted=word.capitalize(),
            ),
            match.start(1),
            match.end(2),
            _swap(text, match.start(1), match.end(1), word.capitalize()),
        )
    for match in _LARGE_SMALL.finditer(text):
        word = match.group(1)
        yield Flaw(
            "capitals",
            message(
                "flaw.small_letter",
                "“{word} {number}” viết thường: “{wanted} {number}”.",
                word=word,
                number=match.group(2),
                wanted=word.lower(),
            ),
            match.start(1),
            match.end(2),
            _swap(text, match.start(1), match.end(1), word.lower()),
        )


_DATE = re.compile(r"\bngày (\d{1,2}) tháng (\d{1,2})( năm \d{4})?\b")
_SLASHED = re.compile(r"\bngày (\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
_DAY_ALONE = re.compile(
    r"\btrước ngày (\d{1,2})\b(?!\s*(?:/|-|tháng|hằng tháng|hàng tháng|của tháng))"
)


def _dates(text: str) -> Iterator[Flaw]:
    for pattern in (_DATE, _SLASHED):
        for match in pattern.finditer(text):
            day, month = match.group(1), match.group(2)
            right_day = day.zfill(2)
            right_month = month.zfill(2) if int(month) in (1, 2) else str(int(month))
            if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
                yield Flaw(
                    "dates",
                    message(
                        "flaw.no_day", "“{words}” không phải là một ngày.", words=match.group()
                    ),
                    *match.span(),
                )
                continue
            if (day, month) == (right_day, right_month):
                continue
            words = match.group()
            cut = match.start()
            words = (
                words[: match.start(1) - cut]
                + right_day
                + words[match.end(1) - cut : match.start(2) - cut]
                + right_month
                + words[match.end(2) - cut :]
            )
            yield Flaw(
                "dates",
                message(
                    "flaw.date_written",
                    "“{words}” ghi là “{wanted}”.",
                    words=match.group(),
                    wanted=words,
                ),
                *match.span(),
                _swap(text, *match.span(), words),
            )
    for match in _DAY_ALONE.finditer(text):
        yield Flaw(
            "month",
            message("flaw.month", "“{words}” chưa rõ của tháng nào.", words=match.group()),
            *match.span(),
        )


_FIGURE = re.compile(rf"\b(\d{{1,2}}) \(([{SMALL_LETTERS} ]{{2,20}})\)")
_BARE = re.compile(
    r"(?<![\d.,/])(?<![Tt]háng )(?<![Nn]gày )(?<![Qq]uý )\b([1-9]) "
    rf"(?=\(?(?:[{SMALL_LETTERS} ]{{2,12}}\) )?(?:ngày|tháng|năm|người|giờ)\b)"
)
_DEADLINE = re.compile(
    rf"(?<![\d.,/])\b(\d{{1,2}})( \([{SMALL_LETTERS} ]+\))? ngày\b(?! làm việc| đêm)"
    r"(?=[^/\d]{0,30}(?:kể từ|trước|sau))"
)


def _figures(text: str) -> Iterator[Flaw]:
    for match in _FIGURE.finditer(text):
        said = number_words(int(match.group(1)))
        words = " ".join(match.group(2).split())
        if words.split()[0] in _NUMBER_WORDS and words not in said:
            yield Flaw(
                "figures",
                message(
                    "flaw.number_words", "“{words}”: số và chữ khác nhau.", words=match.group()
                ),
                *match.span(),
            )
    for match in _BARE.finditer(text):
        yield Flaw(
            "zeros",
            message(
                "flaw.leading_zero", "“{number}” thường ghi “0{number}”.", number=match.group(1)
            ),
            match.start(1),
            match.end(1),
            _swap(text, match.start(1), match.end(1), "0" + match.group(1)),
        )
    for match in _DEADLINE.finditer(text):
        yield Flaw(
            "working_days",
            message("flaw.working_days", "“{words}”: ngày hay ngày làm việc?", words=match.group()),
            *match.span(),
            (
                Mend(
                    message("mend.working_days", "Ghi rõ “ngày làm việc”"),
                    match.end(),
                    match.end(),
                    " làm việc",
                ),
            ),
        )


_NUMBER_WORDS = {*_UNITS, "mười", "hăm", "lăm", "mốt", "tư", "mươi", "bẩy"}


# How the last digit is said behind two tens or more.
_TAILS = {1: ("mốt", "một"), 4: ("bốn", "tư"), 5: ("lăm",)}


def number_words(number: int) -> tuple[str, ...]:
    """Give a number from 0 to 99 in words, all ways of saying it."""
    tens, unit = divmod(number, 10)
    if tens == 0:
        return (_UNITS[unit],) + (("bẩy",) if unit == 7 else ())
    head = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    if unit == 0:
        return (head,)
    if tens == 1:
        return (f"{head} {'lăm' if unit == 5 else _UNITS[unit]}",)
    tails = _TAILS.get(unit, (_UNITS[unit],))
    heads = (head, _UNITS[tens])
    return tuple(sorted(f"{head} {tail}" for head in heads for tail in tails))


# -- letters and marks ------------------------------------------------------------------------------

_GRAMMAR = frozenset(
    (
        "các",
        "của",
        "và",
        "là",
        "được",
        "theo",
        "cho",
        "với",
        "trong",
        "những",
        "tại",
        "do",
        "để",
        "về",
        "từ",
        "đến",
        "hoặc",
        "khi",
        "phải",
        "không",
        "có",
    )
)
_DOUBLED = re.compile(rf"\b([{SMALL_LETTERS}]+) \1\b")
_GAP_BEFORE = re.compile(r"(?<=\w) +(?=[,;:.!?)](?:\s|$))")
_NO_GAP = re.compile(rf"(?<=[{SMALL_LETTERS}])([,;:])(?=[{SMALL_LETTERS}])")
_TWO_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")


def _spaces(text: str) -> Iterator[Flaw]:
    for match in _GAP_BEFORE.finditer(text):
        yield Flaw(
            "spaces",
            message("flaw.space_before_mark", "Thừa dấu cách trước dấu câu."),
            match.start(),
            match.end() + 1,
            (Mend(message("mend.drop_space", "Bỏ dấu cách"), match.start(), match.end(), ""),),
        )
    for match in _NO_GAP.finditer(text):
        yield Flaw(
            "spaces",
            message("flaw.space_missing", "Thiếu dấu cách sau “{mark}”.", mark=match.group(1)),
            match.start() - 1,
            match.end() + 1,
            (Mend(message("mend.add_space", "Thêm dấu cách"), match.end(), match.end(), " "),),
        )
    blanks = {match.span() for match in BLANK.finditer(text)}  # left to be written by hand
    for match in _TWO_SPACES.finditer(text):
        if match.span() in blanks:
            continue
        yield Flaw(
            "spaces",
            message("flaw.two_spaces", "Hai dấu cách liền nhau."),
            match.start(),
            match.end(),
            (Mend(message("mend.one_space", "Để một dấu cách"), match.start(), match.end(), " "),),
        )


def _doubled(text: str) -> Iterator[Flaw]:
    for match in _DOUBLED.finditer(text):
        word = match.group(1)
        if word in _GRAMMAR:
            yield Flaw(
                "doubled",
                message(
                    "flaw.repeated",
                    "“{words}”: chữ “{word}” lặp lại.",
                    words=match.group(),
                    word=word,
                ),
                *match.span(),
                (
                    Mend(
                        message("mend.drop_one", "Bỏ một chữ “{word}”", word=word),
                        match.start(),
                        match.end(),
                        word,
                    ),
                ),
            )


_PAIRS = {")": "(", "”": "“", "]": "["}


def _pairs(text: str) -> Iterator[Flaw]:
    opened: list[tuple[str, int]] = []
    for at, mark in enumerate(text):
        if mark in "(“[":
            opened.append((mark, at))
        elif mark in _PAIRS:
            if opened and opened[-1][0] == _PAIRS[mark]:
                opened.pop()
            elif mark != ")":  # "a)" and "1)" are labels
                yield Flaw(
                    "pairs",
                    message("flaw.mark_alone", "Dấu {mark} không có dấu đi cùng.", mark=mark),
                    at,
                    at + 1,
                )
    for mark, at in opened:
        yield Flaw(
            "pairs",
            message("flaw.mark_alone", "Dấu {mark} không có dấu đi cùng.", mark=mark),
            at,
            at + 1,
        )


_MISSPELLED = {
    "kĩ thuật": "kỹ thuật",
    "kỉ luật": "kỷ luật",
    "kỉ niệm": "kỷ niệm",
    "công ti": "công ty",
    "mĩ thuật": "mỹ thuật",
    "lí do": "lý do",
    "quản lí": "quản lý",
    "xử lí": "xử lý",
    "địa lí": "địa lý",
    "kì họp": "kỳ họp",
    "định kì": "định kỳ",
    "nhiệm kì": "nhiệm kỳ",
    "chu kì": "chu kỳ",
    "sát nhập": "sáp nhập",
    "bổ xung": "bổ sung",
    "xử dụng": "sử dụng",
    "chia xẻ": "chia sẻ",
    "thăm quan": "tham quan",
    "đề suất": "đề xuất",
    "chuẩn đoán": "chẩn đoán",
}
_SPELLING = re.compile("|".join(rf"\b{wrong}\b" for wrong in _MISSPELLED), re.IGNORECASE)


def _spelling(text: str) -> Iterator[Flaw]:
    for match in _SPELLING.finditer(text):
        right = _MISSPELLED[match.group().lower()]
        if match.group()[0].isupper():
            right = right[0].upper() + right[1:]
        yield Flaw(
            "spelling",
            message(
                "flaw.usual_spelling",
                "“{words}” thường viết “{wanted}”.",
                words=match.group(),
                wanted=right,
            ),
            *match.span(),
            _swap(text, *match.span(), right),
        )


def _syllables(text: str) -> Iterator[Flaw]:
    for start, end in odd_words(text):
        word = text[start:end]
        split = parted(word)
        mends = _swap(text, start, end, split) if split else ()
        yield Flaw(
            "syllables",
            message("flaw.no_syllable", "“{words}” không phải là âm tiết tiếng Việt.", words=word),
            start,
            end,
            mends,
        )


_VAGUE = re.compile(
    r"\bvà/hoặc\b|\bkhi cần thiết\b|\bcác cơ quan (?:có )?liên quan\b|\bkịp thời\b|\bmột số trường hợp\b",
    re.IGNORECASE,
)


def _vague(text: str) -> Iterator[Flaw]:
    for match in _VAGUE.finditer(text):
        yield Flaw(
            "vague",
            message("flaw.vague", "“{words}”: ai, khi nào, thế nào?", words=match.group()),
            *match.span(),
        )


@cache
def _old_names() -> tuple[tuple[str, str, str], ...]:
    data = json.loads(resource("checks", "ten-cu.json").read_text(encoding="utf-8"))
    rows = [(row["cu"], row["moi"], row["vi_sao"]) for row in data["ten"]]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def _old_names_pattern() -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"\b{re.escape(old)}\b" for old, _, _ in _old_names()), re.IGNORECASE
    )


def _old(text: str) -> Iterator[Flaw]:
    names = {old.lower(): (new, why) for old, new, why in _old_names()}
    for match in _old_names_pattern().finditer(text):
        new, why = names[match.group().lower()]
        if new and text[match.start() :].startswith(new):
            continue  # "Ban Tuyên giáo và Dân vận" begins with the old name
        mends = _swap(text, *match.span(), new) if new else ()
        yield Flaw(
            "old_names",
            message("flaw.old_name", "“{name}”: {why}.", name=match.group(), why=why),
            *match.span(),
            mends,
        )


# -- where the tone mark stands ---------------------------------------------------------------------

_TONE_PLACE = re.compile(
    rf"(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]|[òóỏõọ][ae]|[ùúủũụ]y)(?![{SMALL_LETTERS}])", re.IGNORECASE
)


def tone_style(pair: str) -> str:
    """Give "old" for uỷ, "new" for ủy: which of two letters carries the tone."""
    first = unicodedata.normalize("NFD", pair[0])
    return "new" if len(first) > 1 else "old"


def tone_places(text: str) -> list[tuple[int, int, str]]:
    """Give where the two styles differ: first character, end, style."""
    return [(m.start(), m.end(), tone_style(m.group())) for m in _TONE_PLACE.finditer(text)]


def in_style(pair: str, style: str) -> str:
    """Give two letters with the tone on the letter that a style wants: uỷ ↔ ủy."""
    decomposed = [unicodedata.normalize("NFD", letter) for letter in pair]
    tone = "".join(mark for letter in decomposed for mark in letter[1:])
    bare = [letter[0] for letter in decomposed]
    at = 0 if style == "new" else 1
    bare[at] = unicodedata.normalize("NFC", bare[at] + tone)
    return "".join(bare)


_RULES: tuple[Callable[[str], Iterator[Flaw]], ...] = (
    _capitals,
    _dates,
    _figures,
    _spaces,
    _doubled,
    _pairs,
    _spelling,
    _syllables,
    _vague,
    _old,
)
