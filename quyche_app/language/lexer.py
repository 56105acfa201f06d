"""Words of an instruction → tokens: verbs, kinds of units, quotations, positions, separators.

One lexer for every form of docs/field.md 4; what it does not know is a plain word. Cost: linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from quyche_app.domain.patterns import late
from quyche_app.language.vocabulary import JOINED_VERBS, VERB_WORDS

_PAIRS = {"“": "”", "„": "”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_CLOSERS = "”»"
_OPENS = late("[“„«‘\"']")


class TokenKind(StrEnum):
    """What a token is to the grammar."""

    QUOTE = "quote"
    VERB = "verb"
    UNIT = "unit"  # điều, khoản …: labels follow
    SLOT = "slot"  # tên, đoạn mở đầu …
    OBJECT = "object"  # cụm từ, từ
    JOIN = "join"  # bằng, thành, bởi
    POSITION = "position"  # vào sau, vào trước, vào cuối
    AT = "at"  # tại
    OF = "of"  # của, thuộc, trong
    SOME = "some"  # một số, các
    EXCEPT = "except"  # trừ
    FOLLOWS = "follows"  # như sau
    ACT = "act"  # Luật, Nghị định …
    THIS = "this"  # này
    RANGE = "range"  # đến
    SEPARATOR = "separator"  # , ; và hoặc
    COLON = "colon"
    WORD = "word"


class Token(NamedTuple):
    """A token with its place in the text (0-based, end excluded); ``value`` is the plain form.

    ``word`` is the token in small letters, asked far more often than made; nothing for a quotation, whose
    words are no words of the grammar: "thay “;” bằng “thành”".
    """

    kind: TokenKind
    value: str
    start: int
    end: int
    word: str


_ONE_VERB = f"(?:{'|'.join(JOINED_VERBS)})"
_VERBS = (
    # "sửa đổi, bổ sung" is one verb; "sửa đổi, bỏ cụm từ" is two orders.
    rf"{_ONE_VERB}(?:(?: ?,| và)? {_ONE_VERB}(?! (?:cụm )?từ\b))+|{VERB_WORDS}"
)
# A quotation follows: what tells "từ “và”" from the preposition "từ".
_QUOTED = r"(?= [“„«\"‘'])"
_ORDINAL = r"(?:nhất|duy nhất|đầu tiên|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|cuối cùng|cuối|\d{1,2})"
_SLOTS = (
    r"(?:tên|tiêu đề)(?: của)? (?:Thông tư|Nghị định|Quyết định|Quy chế|Quy định|Luật|văn bản)"
    r"(?=\s*[,;.:]|\s+(?:và|sửa|đổi|thay|nay|được|như|thành|là)\s|$)"
    r"|tên gọi|tên|tiêu đề|đoạn mở đầu|đoạn đầu|đoạn cuối|phần mở đầu"
    r"|câu dẫn|phần dẫn|lời dẫn|đoạn dẫn|câu mũ"
    r"|phần căn cứ(?: ban hành| pháp lý)?|căn cứ ban hành|câu đầu|câu cuối"
    rf"|(?:(?:dấu )?gạch (?:đầu dòng|ngang)|đoạn|câu|cột|ý)(?: thứ)? {_ORDINAL}"
    r"|số thứ tự(?: số)? \d+(?:\.\d+)*[a-zđ]?(?:, \d+(?:\.\d+)*)*|ghi chú số \(?\d+\)?"
    r"|công thức(?: tính)? \w+"
)
_AFTER_POSITION = (
    r"(?:ngay )?(?:cụm|từ|chữ|các|điều|khoản|điểm|tiết|chương|mục|phần|tiểu|đoạn|câu|gạch|phụ"
    r"|[“„«\"‘'])"
)
_UNITS = (
    r"tiểu mục|phụ lục(?: số)?|mẫu(?: số)?(?= [\dIVX])|biểu(?: mẫu)?(?: số)?(?= [\dIVX])"
    r"|ý(?= [a-zđ]\b)"
    # "bổ sung số 6 vào cuối Mục II": a number of a text without articles.
    r"|(?:(?<=bổ sung )|(?<=bộ )|(?<=bỏ )|(?<=tên )|(?<=sửa ))số(?= \d{1,2}(?![\w/-]|\.\d))"
    r"|chương(?! trình)|phần(?= (?:thứ|[IVXLC]+\b|[A-Z]\b))|mục|điều(?! lệ\b)|khoản|điểm|tiết"
)
_ACTS = (
    r"Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Quy chế"
    r"|Quy định|Điều lệ|Chỉ thị|Hướng dẫn|Kết luận|Nội quy|Quy trình|Quy ước|Chương trình|Đề án|Kế hoạch"
    r"|Chiến lược|Phương án"
)
_PATTERN = late(
    "|".join(
        (
            rf"(?P<verb>\b(?:{_VERBS})\b)",
            r"(?P<follows>\bnhư sau\b)",
            rf"(?P<object>\b(?:(?:tất cả|toàn bộ|mọi) )?(?:các |những )?"
            rf"(?:cụm từ|từ ngữ|(?:chỗ ghi|từ|chữ|đoạn|câu|dấu|số|nội dung){_QUOTED}))",
            rf"(?P<slot>\b(?:{_SLOTS})\b)",
            r"(?P<position>\b(?:đặt )?(?:vào )?(?:(?:ngay|liền|tiếp) )?(?:phía )?(?:sau|trước)\b"
            rf"(?= {_AFTER_POSITION})"
            r"|\bvào cuối\b|\bvào đầu\b)",
            rf"(?P<unit>\b(?:{_UNITS})\b)",
            r"(?P<at>\b(?:quy định tại|tại|ở)\b)",
            r"(?P<of>\b(?:của|thuộc|trong|vào)(?: bản)?\b)",
            r"(?P<some>\b(?:một số|các)\b)",
            r"(?P<except>\btrừ\b)",
            rf"(?P<act>\b(?:{_ACTS})\b)",
            r"(?P<join>\b(?:bằng|thành|bởi|nay là|(?:nay )?rút xuống(?: còn)?|xuống còn|nay tăng lên"
            rf"|lên thành|(?:lên|xuống){_QUOTED}|(?:(?:nay )?ghi )?là(?= (?:cụm từ |từ |chữ )?[“„«\"‘']))\b)",
            r"(?P<this>\bnày\b)",
            r"(?P<range>\bđến\b)",
            r"(?P<separator>[,;&]|\b(?:và|hoặc|lẫn|cùng với|cùng)\b)",
            r"(?P<colon>:)",
            # Marks in a word are few; a leader of dots is one token, and never looked at twice.
            r"(?P<word>[./-]{0,3}\w+(?:[./-]{1,3}\w+)*\)?|[./-]{4,}|[^\w\s])",
        )
    ),
    re.IGNORECASE,
)
# "Luật" with a small letter is no name, "điều lệ" neither; "Điều 7 quy chế" speaks of the text.
_BEFORE_THE_TEXT = late(r"(?:\d[a-zđ]?|của|của bản|trong|thuộc|văn|bộ|cả)\s+$", re.IGNORECASE)


_CAO_BANG = late(r"\bCao Bằng$")  # of the names of provinces the one that holds a word of orders


def _is_name(found: re.Match[str]) -> bool:
    if found.group()[0].isupper():
        return True
    before = found.string[max(found.start() - 12, 0) : found.start()]
    return found.group() == "quy chế" and _BEFORE_THE_TEXT.search(before) is not None


@lru_cache(maxsize=64)
def tokenize(text: str) -> tuple[Token, ...]:
    """Give the tokens of an instruction; a quotation is one token whose value has no marks. Several forms
    look at one sentence."""
    tokens: list[Token] = []
    position = 0
    for start, end, inner in quotes(text):
        tokens += _plain(text, position, start, opens_quote=True)
        tokens.append(Token(TokenKind.QUOTE, inner, start, end, ""))
        position = end
    tokens += _plain(text, position, len(text), opens_quote=False)
    return tuple(tokens)


def is_closed(quotation: Token) -> bool:
    """Tell whether a quotation has its closing mark."""
    return quotation.end - quotation.start == len(quotation.value) + 2


_KINDS: dict[str, TokenKind] = {str(kind): kind for kind in TokenKind}


def _plain(text: str, start: int, end: int, *, opens_quote: bool) -> list[Token]:
    # The mark after the stretch is left visible to the look-ahead of "từ “…”".
    stop = end + 1 if opens_quote else end
    out = []
    for match in _PATTERN.finditer(text, start, stop):
        if match.start() >= end:
            break
        kind = _KINDS[match.lastgroup or "word"]
        value = match.group()
        in_name = kind is TokenKind.JOIN and _CAO_BANG.search(text, 0, match.end()) is not None
        if in_name or (kind is TokenKind.ACT and not _is_name(match)):
            kind = TokenKind.WORD
        out.append(Token(kind, value, match.start(), match.end(), value.lower()))
    return out


def kind_at(tokens: Sequence[Token], at: int, end: int) -> TokenKind | None:
    """Give the kind of a token; nothing behind the end."""
    return tokens[at].kind if at < end else None


def without_quotations(text: str) -> str:
    """Give a text with blanks in the place of what stands in quotation marks."""
    for start, end, _ in quotes(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


@lru_cache(maxsize=256)
def quotes(text: str) -> tuple[tuple[int, int, str], ...]:
    """Give (start, end, words) of every quotation of a text, the outermost only.

    A quotation that is not closed runs to the end of the text. One sentence is asked many times.
    """
    found = []
    position = 0
    while opening := _OPENS.search(text, position):
        start, char = opening.start(), opening.group()
        if char in "'‘" and _is_apostrophe(text, start):
            position = start + 1
            continue
        end = _closing(text, start, char, _PAIRS[char])
        found.append((start, min(end + 1, len(text)), text[start + 1 : end]))
        position = end + 1
    return tuple(found)


def outside_quotes(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Give what a pattern finds in a text, but not in its quotations."""
    every = list(pattern.finditer(text))
    inside = [(start, end) for start, end, _ in quotes(text)] if every else []
    return [
        found for found in every if not any(start <= found.start() < end for start, end in inside)
    ]


def changed_outside_quotes(
    pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], text: str
) -> str:
    """Give a text with what a pattern finds changed; the words in quotation marks stay as they are."""
    for found in reversed(outside_quotes(pattern, text)):
        text = f"{text[: found.start()]}{change(found)}{text[found.end() :]}"
    return text


def blank(found: re.Match[str]) -> str:
    """Give as many blanks as there are letters: what stands behind keeps its place."""
    return " " * (found.end() - found.start())


def nothing(_: re.Match[str]) -> str:
    """Give nothing in the place of what is found."""
    return ""


def _is_apostrophe(text: str, position: int) -> bool:
    return position > 0 and text[position - 1].isalnum()


def _closing(text: str, start: int, opener: str, closer: str) -> int:
    """The index of the mark that closes the quotation opened at ``start``; len(text) if none."""
    depth = 1
    straight = text.find('"', start + 1)
    # A straight mark may close what a curly one opened: the first, where no curly one follows.
    straight = straight if opener in "“„" and text.rfind("”") < straight else -1
    for index in range(start + 1, len(text)):
        char = text[index]
        if char == closer or (opener in "“„«‘" and char in _CLOSERS) or index == straight:
            depth -= 1
            if depth == 0:
                return index
        elif char == opener and opener != closer:
            depth += 1
    if depth > 1:  # two opening marks and one closing: an inverted or doubled mark
        last = text.rfind(closer, start + 1)
        return last if last > 0 else len(text)
    return len(text)
