"""The words of an instruction → what it orders: verb, provisions, position, words.

One statement may order several things ("Sửa đổi khoản 3, bổ sung khoản 3a vào sau khoản 3 Điều 7");
each becomes an ``Order``. Which provision a unit without its article belongs to is completed from
the statement itself here, and from the container in ``contexts``. Source: docs/field.md 4.1-4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from quyche_app.domain.addresses import Step
from quyche_app.domain.dates import find_dates
from quyche_app.domain.operations import Verb
from quyche_app.domain.texts import capital
from quyche_app.domain.typing_slips import mended
from quyche_app.domain.units import UnitKind
from quyche_app.language.bare_wordings import with_marks
from quyche_app.language.borders import act_border, name_end, side_of
from quyche_app.language.citations import ARTICLE_RANK, Cited
from quyche_app.language.lexer import (
    Token,
    TokenKind,
    changed_outside_quotes,
    nothing,
    outside_quotes,
    quotes,
    tokenize,
)
from quyche_app.language.orders import Clause, Order, Statement
from quyche_app.language.paraphrases import plain_words
from quyche_app.language.phrase_grammar import phrase_orders
from quyche_app.language.places import is_ambiguous, names_part_of_part, places
from quyche_app.language.predicates import completed
from quyche_app.language.topics import (
    begins_with_place,
    narrowing,
    new_ones,
    topic_orders,
    without_reasons,
    without_remarks,
)
from quyche_app.language.unexplained import limits, unexplained
from quyche_app.language.vocabulary import ATTACHED_KINDS, VERB_WORDS, verb_of
from quyche_app.language.word_order import active_form, without_everywhere, without_opener

# "Bỏ cụm từ “Họp, ” tại khoản 2 Điều 9 (chữ “bàn” tại khoản 2 Điều 9 viết hoa);"
_CAPITAL = re.compile(
    r"\s*\((?:chữ|từ|cụm từ)\s+[“\"](?P<word>[^“”\"]+)[”\"]\s+(?P<at>tại\s[^()“”\"]*?)\s+"
    r"viết hoa\)(?=\s*[.;]?\s*$)",
    re.IGNORECASE,
)


def _with_capital(text: str) -> Statement:
    """A sentence, and behind it in brackets a word that gets a capital."""
    found = _CAPITAL.search(text)
    if found is None:
        return _statement(text)
    read = _statement(text[: found.start()] + text[found.end() :])
    word = found["word"]
    more = _statement(f"Thay chữ “{word}” bằng chữ “{capital(word)}” {found['at']}")
    return replace(read, orders=(*read.orders, *more.orders)) if read.orders else read


def read_statement(text: str) -> Statement:
    """Give what the words of an instruction order. Words without a known verb give no orders."""
    right = mended(text)
    plain = _with_articles_named(plain_words(right.text))
    read = _in_turn_and_marked(plain)
    if not _is_understood(read):
        read = _piece_by_piece(plain) or read
    return replace(read, slips=right.slips)


_ARTICLE = re.compile(r"\bĐiều\s+\d+\w?", re.IGNORECASE)
_SAME_ARTICLE = re.compile(
    r"(?:(?:của|tại)\s+)?(?:Điều này|cùng điều|điều ấy|điều đó)\b", re.IGNORECASE
)


def _with_articles_named(text: str) -> str:
    """ "Khoản 2 Điều 3 bỏ, khoản 3 của Điều này đổi thành khoản 2": the article named before."""
    for same in reversed(outside_quotes(_SAME_ARTICLE, text)):
        named = outside_quotes(_ARTICLE, text[: same.start()])
        if named:
            text = f"{text[: same.start()]}{named[-1].group()}{text[same.end() :]}"
    return text


def _is_understood(read: Statement) -> bool:
    return bool(read.orders) and not any(order.unknown for order in read.orders)


# "Bỏ khoản 2 Điều 10. Khoản 1 Điều 10: thay …", "Điều 8 khoản 2: “A” thay bằng “B”; khoản 3 câu cuối bỏ".
_PIECES = re.compile(
    r"(?:[.;]|,?\s+còn|,?\s+đồng thời|(?<=[”»\"]),|(?<=[”»\"])\s+và"
    r"|,(?=\s+(?:khoản|điểm|tiết)\s+\S+\s+chuyển thành\s))\s+(?:(?:còn|riêng|đồng thời|và)\s+)?"
    rf"(?=(?:\W*(?:điều|khoản|điểm|tiết|mục|phần|đoạn|câu|ý|gạch|tên|cuối|{VERB_WORDS})\b))",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"^[^“”\"«»:]{3,80}\s(?:(?:vẫn\s+)?giữ nguyên|không thay đổi|như cũ)[^“”\"«»:]{0,20}$",
    re.IGNORECASE,
)


def _piece_by_piece(text: str) -> Statement | None:
    """Several orders of one line, each read for itself and the places of the later ones completed from those
    before; None when any of them is not understood."""
    cuts = outside_quotes(_PIECES, text)
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    said = [piece for piece in pieces if _STAYS.match(piece) is None]
    if len(pieces) < 2 or not said:
        return None
    orders: list[Order] = []
    reads = [_in_turn_and_marked(capital(piece.strip())) for piece in said]
    if not all(map(_is_understood, reads)):
        return None
    if len({read.act_name for read in reads if read.act_name}) > 1:
        return None  # which of the acts a place without a name is in
    above: list[Cited] = []
    for read in reads:
        for order in read.orders:
            orders.append(_placed_below(order, above))
            above = [c for c in _named_by(orders[-1]) if c.steps][-1:] or above
    is_bare = any(read.is_bare for read in reads)
    return replace(reads[0], orders=tuple(orders), is_bare=is_bare)


def _named_by(order: Order) -> list[Cited]:
    """The places that an order names, those to change first."""
    beside = [order.reference] if order.reference is not None else []
    return [*beside, *order.results, *(c for p in order.pairs for c in p.places), *order.targets]


def _placed_below(order: Order, above: list[Cited]) -> Order:
    """An order whose places are completed from the one before it; words without a place stand there too."""
    if not above:
        return order
    if order.side in ("start", "end") and not _named_by(order):
        return replace(order, reference=Cited(list(above[-1].steps)))
    pairs = tuple(
        replace(pair, places=tuple(completed(list(pair.places), above)) or tuple(above))
        for pair in order.pairs
    )
    reference = order.reference and completed([order.reference], above)[0]
    return replace(
        order,
        targets=tuple(completed(list(order.targets), above)),
        results=tuple(completed(list(order.results), above)),
        reference=reference,
        pairs=pairs,
    )


def _in_turn_and_marked(text: str) -> Statement:
    """One statement in plain words; lists in turn, and new wording without marks."""
    plain, is_bare = with_marks(text)
    in_turn = len(quotes(plain)) >= _TWO_PAIRS and bool(outside_quotes(_IN_TURN, plain))
    if in_turn:
        plain = changed_outside_quotes(_IN_TURN, nothing, plain)
    read = _with_capital(plain)
    if in_turn:
        read = replace(read, orders=tuple(_in_turn(order) for order in read.orders))
    return replace(read, is_bare=is_bare)


# "lần lượt thay “A”, “B” bằng “C”, “D”", "sửa tương ứng thành", "… (theo thứ tự)": the first of one list
# belongs to the first of the other, and so on.
_IN_TURN = re.compile(
    r"\s+(?:lần lượt|tương ứng|theo thứ tự)(?=\s+(?:bằng|thành|là|sửa|thay|đổi|cho)\b|\s+[“„«\"])"
    r"|(?<![^\s:,])(?:lần lượt|tương ứng)\s+(?=(?:thay|sửa|đổi|bỏ)\s)"
    r"|\s*,?\s*\(?\b(?:theo thứ tự|lần lượt|tương ứng)\)?(?=[\s.;:]*$)",
    re.IGNORECASE,
)
_TWO_PAIRS = 4  # quotations of two pairs of words


def _in_turn(order: Order) -> Order:
    """Pairs of words that share as many places as they are: each has its own."""
    shared = order.pairs[0].places if order.pairs else ()
    if not 1 < len(shared) == len(order.pairs) or any(p.places != shared for p in order.pairs):
        return order
    own = zip(order.pairs, shared, strict=True)
    return replace(order, pairs=tuple(replace(pair, places=(place,)) for pair, place in own))


def _statement(text: str) -> Statement:
    """A sentence, and what it orders behind a semicolon with the place first: "Bỏ điểm b khoản 2 Điều 6;
    các điểm c, d chuyển thành điểm b, c"."""
    text = changed_outside_quotes(
        _QUOTED_LETTER, _bare_letter, without_opener(_BULLET.sub("", text))
    )
    for cut in outside_quotes(_CUT, text):
        rest = text[cut.end() :]
        if begins_with_place(text) or not begins_with_place(rest):
            continue
        head = _sentence(text[: cut.start()] + (":" if text.rstrip().endswith(":") else ""))
        above = [c for order in head.orders for c in (*order.results, *order.targets)][-1:]
        plain = without_remarks(rest)
        more = topic_orders(tokenize(plain), plain, above) if head.orders else []
        if more and any(order.results or order.pairs for order in more):
            is_first = _moves(more) and head.orders[0].verb is Verb.INSERT
            both = (*more, *head.orders) if is_first else (*head.orders, *more)
            return replace(head, orders=both)
    return _sentence(text)


_CUT = re.compile(
    r";\s+|,\s+(?=(?:các\s+)?(?:khoản|điểm|điều)\s[^“”;]{1,60}?\b(?:đánh số lại|chuyển|đổi)\s+thành\s)",
    re.IGNORECASE,
)


def _bare_letter(found: re.Match[str]) -> str:
    """ "điểm “b” khoản 2": the letter without its marks."""
    return f"{found['kind']}{found['letter']}"


def _moves(orders: Sequence[Order]) -> bool:
    """What gets other numbers does so before something new takes the old ones."""
    return all(order.results for order in orders)


# "Bãi bỏ Điều 5 của Quy chế": the text that is amended, by no more than its kind.
_OF_THE_TEXT = re.compile(
    r"(?P<unit>\b(?:điều|khoản|điểm|chương|mục)\s+(?:\d[\w.]*|[IVXLC]+|[a-zđ]\d?)[)”\"»]?)"
    r"\s+(?P<name>(?:(?:của|trong|thuộc)\s+)?(?:bản\s+)?"
    r"(?P<kind>Quy chế(?:\s+làm việc)?)(?:\s+(?:này|hiện hành))?)"
    r"(?=\s*[,:;.()]|\s*$"
    r"|\s+(?:như sau|nay|được|bị|đều|có|và|lẫn|cùng|sau|trước|nữa|lại|với|nội dung|quy định"
    rf"|khoản|điểm|thành|bằng|là|nếu|hoặc|trừ|nhưng|đối với|{VERB_WORDS})(?!\w))",
    re.IGNORECASE,
)
_AN_ACT = re.compile(
    r"\b(?:Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy định|Điều lệ|Quy chế|quy chế)\b"
)


# "gạch đầu dòng thứ hai và thứ ba": a list of parts, of which the grammar reads the first.
_ORDINAL = r"(?:nhất|đầu tiên|hai|ba|tư|năm|sáu|bảy|tám|cuối)"
_PARTS_LISTED = re.compile(
    rf"\b(?:gạch đầu dòng|đoạn|câu|ý)\s+thứ\s+{_ORDINAL}(?:\s*,\s*|\s+và\s+)(?:thứ\s+)?{_ORDINAL}\b",
    re.IGNORECASE,
)


def _sentence(text: str) -> Statement:
    """One sentence; a list of its parts is told."""
    read = _of_the_text(text)
    listed = outside_quotes(_PARTS_LISTED, text)
    if not listed:
        return read
    words = listed[0].group()
    return replace(read, orders=tuple(replace(one, unknown=words) for one in read.orders))


def _of_the_text(text: str) -> Statement:
    """One sentence; that it speaks of a provision of "the regulation" tells whose that is, and no more."""
    of_text = outside_quotes(_OF_THE_TEXT, text)
    plain = text
    for found in of_text:
        blank = " " * len(found["name"])
        plain = f"{plain[: found.start('name')]}{blank}{plain[found.end('name') :]}"
    if not of_text:
        return _plain_sentence(text)
    if outside_quotes(_AN_ACT, plain):
        return _plain_sentence(text)
    read = _plain_sentence(plain)
    name = capital(" ".join(of_text[0]["kind"].split()))
    return replace(read, act_name=name, names_regulation=True)


def _plain_sentence(text: str) -> Statement:
    text, until = _without_end(text)
    if until:
        return _until(_plain_sentence(text), until)
    whole = _moved_to_group(text) or _renamed(text)
    if whole is not None:
        return Statement((whole,))
    if _RENAMES.match(text):
        return Statement((Order(Verb.AMEND, text=text, unknown=text),))
    own = changed_outside_quotes(OWN_EFFECT, nothing, without_reasons(text))
    by_place = _by_place(own, text)
    if by_place is not None:
        return by_place
    own, everywhere = without_everywhere(own)
    text, effect = _without_day(active_form(own))
    tokens = tokenize(text)
    clauses = _clauses(tokens, text)
    act_name, names_regulation = _act_named(tokens, text)
    promises = any(t.kind is TokenKind.FOLLOWS for t in tokens) or text.rstrip().endswith(":")
    if not clauses:
        return Statement((), act_name, names_regulation, promises_text=promises)
    orders: list[Order] = []
    acts = [_numbers_named(tokens, clause) for clause in clauses]
    for clause, named in zip(clauses, acts, strict=True):
        made = _orders_of(clause, tokens, text)
        if _are_others(acts[0], named):
            # "Bãi bỏ Điều 7 Quy chế số 5; bãi bỏ Điều 10 Quyết định số 9": of another act than the first.
            made = [replace(one, unknown=one.unknown or min(named)) for one in made]
        orders += made
    orders = [replace(order, effect=effect) for order in _shared_places(_completed(orders))]
    orders = _numbers_first(orders)
    if less := narrowing(own):
        orders = [replace(o, unknown=o.unknown or less) for o in orders]
    if everywhere:
        orders = [replace(o, whole_act=True) if o.pairs else o for o in orders]
    generic = any(c.generic for o in orders for c in (*o.targets, *o.results))
    return Statement(tuple(orders), act_name, names_regulation, generic, promises)


def _are_others(first: set[str], named: set[str]) -> bool:
    """Whether both name acts, and none of them is the same."""
    return min(len(first), len(named)) > 0 and named.isdisjoint(first)


_ACT_NUMBER = re.compile(r"\d+[-/]\w+[-/\w]*")


def _numbers_named(tokens: Sequence[Token], clause: Clause) -> set[str]:
    """The numbers of acts that a clause names outside its quotations."""
    words = tokens[clause.start : clause.end]
    return {t.value for t in words if t.kind is TokenKind.WORD and _ACT_NUMBER.fullmatch(t.value)}


# "Chuyển Điều 21 (Chương IV) về cuối Chương III": to another chapter, under its own number.
_TO_GROUP = re.compile(
    r"^\s*Chuyển\s+(?P<what>(?:các\s+)?Điều\s+\d[^()“”\":;]*?)"
    r"(?:\s*\((?:(?:thuộc|của)\s+)?(?:Mục|Chương)\s[^()]*\))?"
    r"(?:\s+(?:từ|thuộc|của)\s+(?:Mục\s+\w+,?\s+)?Chương\s+\w+)?"
    r"\s+(?:về|sang|vào|xuống|lên|đến)\s+(?:cuối\s+)?"
    r"(?P<group>(?:Mục\s+\w+,?\s+)?(?:của\s+)?Chương\s+\w+)\s*[.;]?\s*$",
    re.IGNORECASE,
)


def _moved_to_group(text: str) -> Order | None:
    """Articles that go to another chapter; None when a sentence does not say so alone."""
    found = _TO_GROUP.match(text)
    if found is None:
        return None
    what, group = (_places_in(found[name]) for name in ("what", "group"))
    articles = [one for one in what if [s.kind for s in one.steps] == [UnitKind.ARTICLE]]
    if not articles or articles != what or len(group) != 1:
        return None
    return Order(Verb.MOVE, tuple(articles), reference=group[0], side="end", text=text)


# "Đổi tên Quy chế làm việc của … thành Quy chế hoạt động của …".
_RENAMED = re.compile(
    rf"^\s*Đổi tên\s+(?:{'|'.join(ATTACHED_KINDS)})\s[^“”\":;]*?\s+thành\s+"
    rf"[“\"]?(?P<name>(?:{'|'.join(ATTACHED_KINDS)})\s[^“”\":;]*?)[”\"]?\s*[.;]?\s*$",
    re.IGNORECASE,
)


_RENAMES = re.compile(
    rf"^\s*Đổi tên\s+(?:{'|'.join(ATTACHED_KINDS)})\s[^“”\"]*\sthành\s", re.IGNORECASE
)
_FURTHER = re.compile(
    r"\b(?:điều|khoản|chương|phụ lục)\s+[\dIVX]|\bvà (?:bỏ|bãi bỏ|sửa|thay|bổ sung|chuyển)\b",
    re.IGNORECASE,
)


def _renamed(text: str) -> Order | None:
    """A new name of the whole text, given without marks."""
    found = _RENAMED.match(text)
    if found is None or _FURTHER.search(found["name"]):
        return None
    return Order(Verb.AMEND, (Cited([], "title"),), inline=found["name"], text=text)


def _places_in(words: str) -> list[Cited]:
    tokens = tokenize(words)
    return places(tokens, 0, len(tokens))


_BULLET = re.compile(r"^\s*[-–+•*]+\s*")
# "điểm “a” khoản 2": a letter, no words.
_QUOTED_LETTER = re.compile(
    r"(?P<kind>\b(?:điểm|tiết)\s+)[“\"«](?P<letter>[a-zđ]\d?)[”\"»](?=\s*(?:,|khoản|của|thuộc|điều|$))",
    re.IGNORECASE,
)


def _by_place(text: str, said: str) -> Statement | None:
    """A sentence that names its place first; None when it is none, or is not understood so.

    Args:
        said: the sentence with its remarks and reasons.
    """
    if not begins_with_place(text):
        return None
    plain, effect = _without_day(without_remarks(text))
    tokens = tokenize(plain)
    orders = new_ones(topic_orders(tokens, plain), said)
    if not orders:
        return None
    act_name, names_regulation = _act_named(tokens, plain)
    if act_name.lower().startswith(ATTACHED_KINDS):
        act_name = _OF_PREDICATE.sub("", act_name).rstrip(" ,")
    promises = any(order.promises_text for order in orders)
    made = tuple(replace(order, effect=effect) for order in orders)
    return Statement(made, act_name, names_regulation, promises_text=promises)


# "Điều 4 Quy chế bổ sung khoản 6": the name ends where something is said of the place.
_OF_PREDICATE = re.compile(
    rf",?\s+(?:(?:nay|được|bị|đều|có|lẫn|trước|sau)\b|(?:{VERB_WORDS})\b).*$",
    re.IGNORECASE | re.DOTALL,
)
# "Bãi bỏ khoản 2 Điều 4. Quyết định này có hiệu lực từ ngày …": a sentence of the act itself.
OWN_EFFECT = re.compile(
    r"[.;]\s+(?:Quyết định|Nghị quyết|Quy định|Thông báo|Thông tư|Nghị định|Luật|Pháp lệnh) này có hiệu lực"
    r"[^“”]*$"
)
_FROM_DAY = re.compile(
    r",?\s*(?:kể )?từ (?:ngày|lúc)\s+(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}"
    r"|(?:Quyết định|Quy định|Luật|Nghị định|Thông tư|Nghị quyết) này có hiệu lực(?: thi hành)?"
    r"|ký(?: ban hành)?)(?=[\s.;,]|$)"
)


def _without_day(text: str) -> tuple[str, date | None]:
    """Take "kể từ ngày 01/01/2020" out of an order; quotations keep theirs."""
    found = next(iter(outside_quotes(_FROM_DAY, text)), None)
    if found is None:
        return text, None
    dates = find_dates(found.group())
    text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return text, dates[0][1] if dates else None


_SUSPENDS = re.compile(r"\b(?:tạm (?:ngưng|dừng|đình chỉ)|ngưng hiệu lực)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r",?\s*(?:cho\s+)?(?P<until>đến\s+(?:hết\s+)?ngày\s+"
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}))(?=[\s.;,]|$)",
    re.IGNORECASE,
)


def _until(read: Statement, until: str) -> Statement:
    """Give the orders of a sentence with the last day of what they suspend."""
    if any(order.verb is not Verb.SUSPEND for order in read.orders):
        return replace(read, orders=tuple(replace(one, unknown=until) for one in read.orders))
    return replace(read, orders=tuple(replace(one, until=until) for one in read.orders))


def _without_end(text: str) -> tuple[str, str]:
    """Take the last day of a suspension out of a sentence that suspends; "" where there is none."""
    found = next(iter(outside_quotes(_UNTIL, text)), None)
    if found is None or not _SUSPENDS.search(text):
        return text, ""
    return f"{text[: found.start()]}{text[found.end() :]}", found["until"]


def _clauses(tokens: Sequence[Token], text: str) -> list[Clause]:
    starts = [
        number
        for number, token in enumerate(tokens)
        if token.kind is TokenKind.VERB and _may_begin(tokens, number)
    ]
    clauses = []
    for place, number in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(tokens)
        clauses.append(
            Clause(verb_of(tokens[number].value), number, number + 1, end, tokens[number].value)
        )
    if clauses and starts[0] > 0 and not _only_opening(tokens[: starts[0]]):
        return []
    return clauses


def _only_opening(tokens: Sequence[Token]) -> bool:
    """Nothing but a mark, a dash or an empty quotation stands before the first verb."""
    return all(
        t.kind in (TokenKind.SEPARATOR, TokenKind.COLON) or not t.value[:1].isalnum()
        for t in tokens
    )


def _may_begin(tokens: Sequence[Token], number: int) -> bool:
    """A verb orders something when it opens the line or stands after a separator; inside a name
    ("Luật sửa đổi, bổ sung …", "đã được bổ sung") it orders nothing."""
    if number == 0:
        return True
    before = tokens[number - 1]
    if before.kind in (TokenKind.SEPARATOR, TokenKind.COLON, TokenKind.FOLLOWS):
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        return following is not None and following.kind in (
            TokenKind.UNIT,
            TokenKind.SLOT,
            TokenKind.OBJECT,
            TokenKind.QUOTE,
            TokenKind.SOME,
            TokenKind.ACT,
        )
    if before.value in (".", "”.") and tokens[number].value[:1].isupper():
        return True  # a further sentence of the same line
    return not before.value[:1].isalnum() and before.kind is TokenKind.WORD and number <= 2


def _act_named(tokens: Sequence[Token], text: str) -> tuple[str, bool]:
    """The act that a line names ("… Điều 5 của Luật Đầu tư số 61/2020/QH14"), and whether it speaks
    of a regulation that another act issues."""
    name, regulation, told_history = "", False, False
    for number, token in enumerate(tokens):
        # "Điều 28 được bổ sung bởi khoản 3 Điều 3 Thông tư số 68/2024": the act behind "được" only
        # tells what happened to the provision before.
        told_history = told_history or (
            token.word == "được" and not text[token.end :].lstrip().startswith("ban hành kèm theo")
        )
        if token.kind is not TokenKind.ACT or told_history:
            continue
        after = tokens[number + 1] if number + 1 < len(tokens) else None
        if after is not None and after.kind is TokenKind.THIS:
            continue
        regulation = regulation or token.word in ATTACHED_KINDS
        if not name:
            name = text[token.start : name_end(tokens, number, len(text))].strip(" ,;.")
            name = _BEHIND_NAME.sub("", name)
    return name, regulation


# "Bãi bỏ Điều 2 của Quy chế nữa", "… vào sau Điều 4 của Quy chế với nội dung như sau": not of the name.
_BEHIND_NAME = re.compile(r",?\s+(?:nữa|lại|với nội dung|nội dung(?: sau| mới)?|cụ thể|thành)$")


# -- one clause -----------------------------------------------------------------------------------


def _orders_of(clause: Clause, tokens: Sequence[Token], text: str) -> list[Order]:
    words = text[tokens[clause.token].start : tokens[clause.end - 1].end]
    promises = any(tokens[i].kind is TokenKind.FOLLOWS for i in range(clause.start, clause.end))
    start = next(
        (
            i
            for i in range(clause.start, clause.end)
            if tokens[i].kind in (TokenKind.OBJECT, TokenKind.QUOTE)
        ),
        None,
    )
    if start is None:
        return [_unit_order(clause, tokens, text, promises, None)]
    quote = next((i for i in range(start, clause.end) if tokens[i].kind is TokenKind.QUOTE), None)
    if quote is None:
        return [_unit_order(clause, tokens, text, promises, None)]
    is_phrase = tokens[start].kind is TokenKind.OBJECT and quote <= start + 2
    before = places(tokens, clause.start, start)
    names = before and all(c.slot in _NAMES for c in before)
    if names and _gives_a_name(clause, tokens, quote):
        # "Đổi tên Điều 2 thành “…”"
        named = Order(Verb.AMEND, tuple(before), inline=tokens[quote].value, text=words)
        return [named, *_after_quotation(clause, quote, tokens, text)]
    pair = _is_pair(tokens, quote, clause.end)
    if pair and before and clause.verb is Verb.AMEND:
        # "Đính chính điểm 3.1: «chuyễn» thành «chuyển»": words of the place, no new wording of it.
        rest = replace_start(clause, start)
        return phrase_orders(rest, tokens, words, text, before)
    if not is_phrase:
        colon = any(
            tokens[i].kind in (TokenKind.FOLLOWS, TokenKind.COLON)
            for i in range(clause.start, quote)
        )
        verbs = (Verb.AMEND, Verb.INSERT) if pair else (Verb.AMEND, Verb.INSERT, Verb.REPLACE)
        if colon or (before and clause.verb in verbs):
            order = _unit_order(replace_end(clause, quote), tokens, text, True, tokens[quote].value)
            return [order, *_after_quotation(clause, quote, tokens, text)]
    orders: list[Order] = []
    behind_words: list[Order] = []
    if before and clause.verb is Verb.REPEAL and is_phrase:
        # "Bãi bỏ điểm c khoản 3, cụm từ “…” tại điểm a khoản 4": a unit and words in one order.
        orders.append(Order(Verb.REPEAL, tuple(before), text=words))
        behind = _units_behind_words(clause, tokens)
        more = places(tokens, behind, clause.end)
        if more and all(cited.is_whole for cited in more):
            clause = replace_end(clause, behind - 1)
            behind_words = [Order(Verb.REPEAL, tuple(more), text=words)]
    return [*orders, *phrase_orders(clause, tokens, words, text), *behind_words]


def _units_behind_words(clause: Clause, tokens: Sequence[Token]) -> int:
    """Where a list of units and words goes on with units: "khoản 2 Điều 21; cụm từ “A” tại khoản 8 Điều 77;
    các điều 90, 91"; the end of the clause where it does not."""
    quotation = max(i for i in range(clause.start, clause.end) if tokens[i].kind is TokenKind.QUOTE)
    cuts = [i for i in range(quotation, clause.end - 1) if tokens[i].word == ";"]
    return cuts[0] + 1 if cuts else clause.end


def _after_quotation(clause: Clause, quote: int, tokens: Sequence[Token], text: str) -> list[Order]:
    """What stands behind the new wording in its own line: a further provision with its wording
    ("…: “1. …”; khoản 2 như sau: “2. …”"), or words that are not understood."""
    rest = next(
        (
            i
            for i in range(quote + 1, clause.end)
            if tokens[i].value[:1].isalnum() and tokens[i].kind is not TokenKind.SEPARATOR
        ),
        None,
    )
    if rest is None:
        return []
    following = Clause(clause.verb, rest, rest, clause.end, clause.words)
    if any(tokens[i].kind is TokenKind.QUOTE for i in range(rest, clause.end)):
        return _orders_of(following, tokens, text)
    words = text[tokens[rest].start : tokens[clause.end - 1].end]
    return [Order(clause.verb, text=words, unknown=words)]


_NAMES = frozenset(("heading", "title"))


def _gives_a_name(clause: Clause, tokens: Sequence[Token], quote: int) -> bool:
    """ "Đổi tên Điều 2 thành “…”", "Thay tên Điều 2 bằng “…”"."""
    if clause.verb is Verb.REPLACE:
        return not _is_pair(tokens, quote, clause.end)
    return clause.verb is Verb.RENUMBER


def _is_pair(tokens: Sequence[Token], quote: int, end: int) -> bool:
    """A quotation, a joining word, a quotation."""
    joined = quote + 1 < end and tokens[quote + 1].kind is TokenKind.JOIN
    return joined and any(t.kind is TokenKind.QUOTE for t in tokens[quote + 2 : quote + 5])


def replace_start(clause: Clause, start: int) -> Clause:
    """Give the clause without what stands before a token."""
    return Clause(clause.verb, clause.token, start, clause.end, clause.words)


def replace_end(clause: Clause, end: int) -> Clause:
    """Give the clause cut before a token."""
    return Clause(clause.verb, clause.token, clause.start, end, clause.words)


def _unit_order(
    clause: Clause, tokens: Sequence[Token], text: str, promises: bool, inline: str | None
) -> Order:
    stop = act_border(tokens, clause.start, clause.end)
    used: set[int] = set()
    cited = places(tokens, clause.start, stop, used)
    strange = _strange(clause, tokens, text, stop, used, cited, promises)
    order = Order(
        clause.verb,
        inline=inline,
        promises_text=promises,
        text=text[tokens[clause.token].start : tokens[clause.end - 1].end],
        unknown=next(filter(None, strange), ""),
    )
    inside = range(clause.start, stop)
    if clause.verb in (Verb.MOVE, Verb.RENUMBER, Verb.SPLIT, Verb.MERGE):
        joined = (TokenKind.JOIN, "thành")
        at = next((i for i in inside if (tokens[i].kind, tokens[i].word) == joined), None)
        if at is not None:
            return _becoming(order, cited, at)
    if clause.words.lower().startswith("hoán đổi") and len(cited) == 2:
        return replace(order, targets=tuple(cited), results=tuple(cited[::-1]))
    position = next((i for i in inside if tokens[i].kind is TokenKind.POSITION), None)
    if position is not None:
        return _beside(order, tokens, text, cited, (clause.start, position, stop))
    if clause.verb is Verb.REPLACE:
        end = next((i for i in inside if tokens[i].kind is TokenKind.JOIN), stop)
        return replace(order, targets=tuple(places(tokens, clause.start, end)))
    into = _put_into(clause, tokens, stop, cited) if clause.verb is Verb.INSERT else ()
    return replace(order, targets=into or tuple(cited))


def _strange(
    clause: Clause,
    tokens: Sequence[Token],
    text: str,
    stop: int,
    used: set[int],
    cited: Sequence[Cited],
    promises: bool,
) -> Iterator[str]:
    """Give what of a clause no rule takes, by the rules one after another; "" where one finds nothing."""
    yield unexplained(tokens, clause.start, stop, used, text)
    yield _behind_the_act(tokens, stop, clause.end, text)
    yield _not_exact(clause, tokens[clause.start : stop], cited, promises)
    yield _open_range(tokens, clause.start, stop, used, text)


def _becoming(order: Order, cited: Sequence[Cited], joined: int) -> Order:
    """What stands before "thành" becomes what stands behind it. Both sides are read as one list, so that
    "khoản 3 thành khoản 4 Điều 9" shares Điều 9."""
    before = [c for c in cited if c.token < joined]
    after = [c for c in cited if c.token > joined]
    for result in after:
        # "Tách khoản 2 Điều 11 thành khoản 2 và khoản 2a": the parts stay in Điều 11.
        if before and 0 < result.rank < 4 <= before[-1].rank:
            result.steps += [s for s in before[-1].steps if _rank(s) > result.rank]
    return replace(order, targets=tuple(before), results=tuple(after))


def _beside(
    order: Order,
    tokens: Sequence[Token],
    text: str,
    cited: Sequence[Cited],
    span: tuple[int, int, int],
) -> Order:
    """Something before, behind or at the end of a provision.

    Args:
        span: the first token of the clause, the position ("vào sau"), the token behind the last.
    """
    start, position, stop = span
    targets = tuple(c for c in cited if c.token < position)
    references = [c for c in cited if c.token > position]
    alone = places(tokens, position + 1, stop) if order.verb is Verb.INSERT else []
    if alone and [len(one.steps) for one in alone] != [len(one.steps) for one in references]:
        # "điểm c1 vào sau Điều 7, khoản 5, điểm c": each side is read for itself.
        targets, references = tuple(places(tokens, start, position)), alone
    # "sau Điều 9, Chương II" is one place, "Điều 2, Điều 3" and "khoản 1 Điều 8, Điều 9" are two.
    named = {step.kind for one in references[:1] for step in one.steps}
    is_one = named.isdisjoint(step.kind for one in references[1:] for step in one.steps[:1])
    several = "" if is_one else text[tokens[position].start : tokens[stop - 1].end]
    return replace(
        order,
        targets=targets,
        reference=references[0] if references else None,
        side=side_of(tokens[position].value),
        unknown=order.unknown or several,
    )


def _put_into(
    clause: Clause, tokens: Sequence[Token], stop: int, cited: Sequence[Cited]
) -> tuple[Cited, ...]:
    """ "Bổ sung vào khoản 1 Điều 2 điểm e", "Bổ sung điểm e vào Điều 2 (khoản 1)": what is new in the place;
    nothing where one reading of all of it says the same."""
    at = next((i for i in range(clause.start, stop) if tokens[i].word == "vào"), None)
    if at is None:
        return ()
    if at == clause.start:
        place, new = list(cited[:1]), list(cited[1:])
    else:
        new, place = places(tokens, clause.start, at), places(tokens, at + 1, stop)
        if [one.steps for one in cited] == [[*one.steps, *p.steps] for one in new for p in place]:
            return ()
    if len(place) != 1 or not place[0].is_whole:
        return ()
    (held,) = place
    if any(not 0 < one.rank < held.rank for one in new):
        return ()
    return tuple(replace(one, steps=[*one.steps[:1], *held.steps]) for one in new)


def _not_exact(
    clause: Clause, tokens: Sequence[Token], cited: Sequence[Cited], promises: bool
) -> str:
    """What of a repeal names no provision exactly: "hai khoản của Điều 6", "điều sau Điều 6", "khoản 1 hoặc
    khoản 3"; a part of a part. Under a head with a colon the provisions follow."""
    if any(token.word == "hoặc" for token in tokens):
        return clause.words
    if promises:
        names = [one for one in cited if one.slot in _NAMES]
        return clause.words if 1 < len(names) == len(cited) else ""
    if clause.verb not in (Verb.REPEAL, Verb.SUSPEND):
        return ""
    if names_part_of_part(tokens, 0, len(tokens)) or is_ambiguous(tokens, 0, len(tokens)):
        return clause.words
    parts = [one for one in cited if one.slot.startswith(("sentence:", "paragraph:", "item:"))]
    if parts and any(one.is_whole for one in cited):  # "câu thứ hai khoản 1 Điều 3, Điều 1"
        return clause.words
    vague = [one for one in cited if 0 < one.generic <= ARTICLE_RANK]  # "Danh mục" names no section
    beside = [token for token in tokens if token.kind is TokenKind.POSITION]
    return clause.words if vague or beside else ""


def _open_range(tokens: Sequence[Token], start: int, stop: int, used: set[int], text: str) -> str:
    """ "từ khoản 3 Điều 5 đến khoản 2 Điều 6": a range that no list of numbers is."""
    found = next(
        (
            tokens[at]
            for at in range(start, stop)
            if tokens[at].kind is TokenKind.RANGE and at not in used
        ),
        None,
    )
    return "" if found is None else text[found.start : tokens[stop - 1].end]


def _behind_the_act(tokens: Sequence[Token], stop: int, end: int, text: str) -> str:
    """A further provision behind the name of an act, which the list of targets does not hold: "Bãi bỏ
    Điều 5 của Quy chế và Điều 3 của Quyết định"."""
    if stop >= end or tokens[stop].kind is not TokenKind.ACT:
        return ""
    told_history = False
    for number in range(stop, end - 2):
        told_history = told_history or tokens[number].word in ("được", "bởi")
        if tokens[number].kind in (TokenKind.FOLLOWS, TokenKind.QUOTE, TokenKind.JOIN):
            return ""
        if limits(tokens, number):
            return text[tokens[number].start : tokens[end - 1].end]
        further = tokens[number].kind is TokenKind.SEPARATOR and (
            tokens[number + 1].kind is TokenKind.UNIT and tokens[number + 2].value[:1].isalnum()
        )
        if further and not told_history:
            return text[tokens[number + 1].start : tokens[end - 1].end]
    return ""


# -- completing inside the statement --------------------------------------------------------------


def _completed(orders: list[Order]) -> list[Order]:
    """Give units without their article the article that follows in the same statement: "Bãi bỏ
    khoản 1, sửa đổi khoản 2 Điều 103". An insertion takes it from its reference too."""
    everything: list[Cited] = []
    for order in orders:
        everything += order.targets
        everything += order.results
        if order.reference is not None:
            everything.append(order.reference)
        for pair in order.pairs:
            everything += pair.places
    above: list[Step] = []
    for cited in reversed(everything):
        if cited.generic and not cited.steps:
            continue
        if cited.is_this or cited.slot == "title":
            continue
        if cited.rank >= 4 or not cited.steps:
            if cited.steps:
                _share_appendix(cited, above)
                above = cited.steps
            elif above:
                cited.steps = _from_article(above)
            continue
        missing = [step for step in above if _rank(step) > cited.rank]
        cited.steps += missing
        above = cited.steps
    return orders


def _share_appendix(cited: Cited, following: list[Step]) -> None:
    """ "phần A và phần B Phụ lục số 01": both are in the appendix."""
    if (
        len(following) > 1
        and following[-1].kind == "appendix"
        and (cited.steps[-1].kind == following[-2].kind == UnitKind.PART)
    ):
        cited.steps.append(following[-1])


def _rank(step: Step) -> int:
    return Cited([step]).rank


def _from_article(steps: list[Step]) -> list[Step]:
    """The article and above: what "tên điều" means beside "khoản 2 Điều 51"."""
    return [step for step in steps if _rank(step) >= 4]


def _numbers_first(orders: list[Order]) -> list[Order]:
    """ "Bổ sung khoản 2 … và đánh số lại khoản 2 thành khoản 3": what stands there makes room first."""
    if [order.verb for order in orders] != [Verb.INSERT, Verb.RENUMBER] or not orders[1].results:
        return orders
    new, number = orders
    article = [s for c in new.targets[:1] for s in c.steps]
    for cited in (*number.targets, *number.results):
        if 0 < cited.rank < 4:
            cited.steps += [step for step in article if _rank(step) > cited.rank]
    return [number, new]


def _shared_places(orders: list[Order]) -> list[Order]:
    """Two verbs with one place at the end ("thay “A” bằng “B” và bỏ “C” tại khoản 2")."""
    result = []
    for number, order in enumerate(orders):
        if order.pairs and not order.whole_act and not all(p.places for p in order.pairs):
            later = next((p.places for o in orders[number:] for p in o.pairs if p.places), ())
            earlier = next((p.places for p in reversed(order.pairs) if p.places), ())
            places = later or earlier
            pairs = tuple(p if p.places else replace(p, places=places) for p in order.pairs)
            order = replace(order, pairs=pairs)
        result.append(order)
    return result
