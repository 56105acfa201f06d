"""Where the name of an act begins and ends inside an instruction: citations in it are no targets."""

from __future__ import annotations

from collections.abc import Sequence

from quyche_app.domain.patterns import late
from quyche_app.language.lexer import Token, TokenKind

_NAME_STOPS = (
    TokenKind.FOLLOWS,
    TokenKind.QUOTE,
    TokenKind.COLON,
    TokenKind.JOIN,
    TokenKind.OBJECT,
)


def name_end(tokens: Sequence[Token], start: int, length: int) -> int:
    """Where the name of an act that begins at a token ends in the text."""
    for number in range(start + 1, len(tokens)):
        token = tokens[number]
        if token.kind in _NAME_STOPS or token.word == ";" or _cites(tokens, number):
            while number > start + 1 and tokens[number - 1].kind is TokenKind.SEPARATOR:
                number -= 1  # "Nghị quyết số 10 và khoản 2 Điều 3"
            return tokens[number].start
    return length


_LABEL = late(r"\d|[a-zđ]\d?[),]?$|[IVXLC]+$")


def _cites(tokens: Sequence[Token], number: int) -> bool:
    """Whether a provision is cited: "khoản 2", "điểm c", "tên Điều 3"; names of acts hold "điểm chuẩn"."""
    if number + 1 == len(tokens):
        return False
    following = tokens[number + 1]
    match tokens[number].kind:
        case TokenKind.UNIT:
            return _LABEL.match(following.value) is not None
        case TokenKind.SLOT:
            return following.kind is TokenKind.UNIT
    return False


def act_border(tokens: Sequence[Token], start: int, end: int) -> int:
    """The first token that belongs to the name of an act: citations behind it are not targets
    ("… Điều 9a được bổ sung bởi khoản 2 Điều 1 Thông tư số 68/2024/TT-BTC")."""
    for number in range(start, end):
        token = tokens[number]
        if token.kind is TokenKind.ACT:
            return number
        if token.word in ("được", "như") and number > start:
            return number
        if token.word == "ban" and number + 1 < end and (tokens[number + 1].word == "hành"):
            return number
    return end


def side_of(words: str) -> str:
    plain = words.lower()
    if "cuối" in plain:
        return "end"
    if "đầu" in plain:
        return "start"
    return "before" if "trước" in plain else "after"
