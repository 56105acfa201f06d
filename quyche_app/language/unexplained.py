"""Words of an order that no rule of the grammar explains: with them the order is not carried out.

"Bãi bỏ dòng 3 Phụ lục 1" repeals a row, not the appendix: what is not understood is said, never
passed over (docs/field.md 4.10). In 3,700 orders of real acts fewer than one in a hundred holds
such words.
"""

from __future__ import annotations

from collections.abc import Sequence

from quyche_app.domain.patterns import late
from quyche_app.language.lexer import Token, TokenKind

EXPLAINED = frozenset(
    (
        TokenKind.SLOT,
        TokenKind.SEPARATOR,
        TokenKind.AT,
        TokenKind.OF,
        TokenKind.SOME,
        TokenKind.FOLLOWS,
        TokenKind.COLON,
        TokenKind.POSITION,
        TokenKind.JOIN,
        TokenKind.THIS,
        TokenKind.RANGE,
        TokenKind.QUOTE,
        TokenKind.OBJECT,
        TokenKind.UNIT,
    )
)
EXPLAINED_IN_WORDS = EXPLAINED | {TokenKind.EXCEPT}
# Words that change nothing: "toàn bộ nội dung quy định tại khoản 2", "các điều sau đây", "nhu sau".
_EMPTY = frozenset(
    (
        "quy định",
        "toàn",
        "bộ",
        "nội",
        "dung",
        "những",
        "các",
        "sau",
        "đây",
        "như",
        "nhu",
        "mới",
        "đã",
        "bổ",
        "sung",
        "kèm",
        "với",
        "theo",
        "thứ",
        "tự",
        "tương",
        "ứng",
        "lần",
        "lượt",
        "từ",
        "là",
        "nữa",
        "đi",
        "lại",
        "hẳn",
        "cả",
        "cụ",
        "thể",
    )
)
_NAMES_END = frozenset((TokenKind.QUOTE, TokenKind.OBJECT, TokenKind.FOLLOWS, TokenKind.COLON))


def unexplained(
    tokens: Sequence[Token],
    start: int,
    end: int,
    used: set[int],
    text: str,
    explained: frozenset[TokenKind] = EXPLAINED,
) -> str:
    """Give the first words of tokens[start:end] that nothing explains; "" when there are none.

    Args:
        used: indexes of tokens that citations took.
        explained: kinds of tokens that the order has a meaning for.
    """
    names = False  # inside the name of an act or of an appendix
    first = last = -1
    for index in range(start, end):
        token = tokens[index]
        names = _goes_on_name(tokens, index, names, index in used)
        is_mark = not token.value[:1].isalnum() and token.value != "?"
        if names or index in used or token.kind in explained or is_mark:
            if first >= 0 and (index in used or token.kind is not TokenKind.SEPARATOR):
                break
            continue
        if token.word in _EMPTY or any(form(tokens, index, end) for form in _PLAIN_FORMS):
            continue
        first = index if first < 0 else first
        last = index
    return text[tokens[first].start : tokens[last].end] if first >= 0 else ""


def _goes_on_name(tokens: Sequence[Token], index: int, names: bool, is_cited: bool) -> bool:
    """Whether a token stands in the name of an act or an appendix; ``names``: the one before it does."""
    token = tokens[index]
    if token.word == ";" or limits(tokens, index):
        return False
    if token.kind is TokenKind.ACT or _is_annex(token):
        return True
    ends = token.kind in _NAMES_END or (is_cited and token.kind is TokenKind.UNIT)
    return names and not ends


_LIMITING = frozenset(
    (
        "kể",
        "chỉ",
        "đến",
        "cho",
        "ngoài",
        "không",
        "đối",
        "nếu",
        "riêng",
        "áp",
        "thực",
        "giữ",
        "chưa",
        "trong",
    )
)
_LIMITING_ANYWHERE = frozenset(("nếu", "nhưng", "riêng", "hoặc"))
# "Quyết định số 15-QĐ/TU khi có hướng dẫn": the name ends with its number; a title may hold these words.
_LIMITING_BEHIND_NUMBER = frozenset(("khi", "sau", "cho", "để", "đến", "đối"))
_NUMBER = late(r"\d+[-/].*[A-ZĐ]")
# "Quy chế hiện hành cho đến khi có hướng dẫn mới": two words that stand in no title beside each other.
_TIMES = {"cho": ("đến", "tới"), "đến": ("khi", "hết"), "tới": ("khi",), "khi": ("có", "chưa")}
_LIMITING_ANNEX = frozenset(("dòng", "hàng", "trong"))


def limits(tokens: Sequence[Token], index: int) -> bool:
    """Whether words behind a name limit it: "Quy chế, kể từ Điều 5", "Phụ lục 1 dòng 3"."""
    if index == 0:
        return False
    token, before = tokens[index], tokens[index - 1]
    is_limit = (
        token.kind is TokenKind.EXCEPT,
        token.word in _LIMITING_ANYWHERE,
        _tells_time(tokens, index),
    )
    if any(is_limit):
        return True
    if token.word in _LIMITING_BEHIND_NUMBER and _NUMBER.match(before.value):
        return True
    if token.word in _LIMITING_ANNEX:
        return index > 1 and _is_annex(tokens[index - 2])
    return before.word in (",", ";", "(") and token.word in _LIMITING


def _tells_time(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return following in _TIMES.get(tokens[index].word, ())


def _announces(tokens: Sequence[Token], index: int, end: int) -> bool:
    """ "bổ sung vào cuối khoản 3 đoạn sau: “…”", "câu sau đây": the new words are a paragraph."""
    following = tokens[index + 1].word if index + 1 < end else ""
    return tokens[index].word in ("đoạn", "câu", "ý") and following in (
        "sau",
        "như sau",
        "mới",
    )


def _is_passive(tokens: Sequence[Token], index: int, end: int) -> bool:
    """ "cụm từ “A” được thay bằng cụm từ “B”"."""
    at = index if tokens[index].word == "được" else index - 1
    if tokens[at].word != "được":
        return False
    return [t.kind for t in tokens[at + 1 : min(at + 3, end)]] == [TokenKind.VERB, TokenKind.JOIN]


def _is_end_of_place(tokens: Sequence[Token], index: int, end: int) -> bool:
    """ "sau cụm từ “B” cuối khoản 1", "từ “A” ở đầu điểm c": the words stand at a border of the place."""
    if tokens[index].word not in ("đầu", "cuối") or not 0 < index < end - 1:
        return False
    before, behind = tokens[index - 1].kind, tokens[index + 1].kind
    opens = (TokenKind.UNIT, TokenKind.SOME)
    return before in (TokenKind.QUOTE, TokenKind.AT) and behind in opens


def _is_annex(token: Token) -> bool:
    """ "Mẫu số 02 (Chứng thư xuất khẩu)", "Phụ lục IV Danh mục ngành, nghề": a name may follow."""
    return token.kind is TokenKind.UNIT and token.word.startswith(("phụ lục", "mẫu", "biểu"))


def _counts_units(tokens: Sequence[Token], index: int, end: int) -> bool:
    """ "bổ sung một khoản vào Điều 47": a number of units, whose labels the new words tell."""
    if tokens[index].word not in ("một", "hai", "ba", "01", "02", "03"):
        return False
    return [token.kind for token in tokens[index + 1 : min(index + 2, end)]] == [TokenKind.UNIT]


_PLAIN_FORMS = (_counts_units, _announces, _is_passive, _is_end_of_place)
