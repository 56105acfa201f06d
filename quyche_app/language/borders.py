"""Where the name of an act begins and ends inside an instruction: citations in it are no targets."""

from __future__ import annotations

from collections.abc import Sequence

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
        cites = (
            token.kind is TokenKind.UNIT
            and number + 1 < len(tokens)
            and (tokens[number + 1].value[:1].isdigit())
        )
        if token.kind in _NAME_STOPS or token.word == ";" or cites:
            return token.start
    return length


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
