"""The words of an instruction → what it orders, with the act it names.

A sentence is read in plain words, with what stands beside the order taken out; where it is not understood as
a whole, piece by piece. Source: docs/field.md 4.1-4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from quyche_app.domain.dates import find_dates
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.texts import capital
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.language.attachments import ill_joined, left_open, outside_its_place, unnamed
from quyche_app.language.bare_wordings import with_marks, with_stretches
from quyche_app.language.citations import ARTICLE_RANK, Cited
from quyche_app.language.contradictions import (
    gone_before,
    kept_inside,
    narrowed_behind,
    second_number,
    several_texts,
)
from quyche_app.language.grammar import (
    act_named,
    clauses_of,
    completed_inside,
    numbers_first,
    orders_of,
    shared_places,
)
from quyche_app.language.half_orders import half_said
from quyche_app.language.lexer import (
    Token,
    TokenKind,
    changed_outside_quotes,
    nothing,
    outside_quotes,
    quotes,
    tokenize,
)
from quyche_app.language.named_parts import read_of_named
from quyche_app.language.natural.reader import natural_statement
from quyche_app.language.orders import Clause, Order, Statement
from quyche_app.language.paraphrases.plain_words import plain_words
from quyche_app.language.places import places
from quyche_app.language.predicates import completed
from quyche_app.language.subjects import about_one_spot, counted, subject_of
from quyche_app.language.topics import (
    narrowing,
    new_ones,
    topic_orders,
    without_reasons,
    without_remarks,
)
from quyche_app.language.typing_slips import mended
from quyche_app.language.vocabulary import ATTACHED_KINDS, VERB_WORDS
from quyche_app.language.word_order import (
    active_form,
    begins_with_place,
    without_everywhere,
    without_opener,
)

# "Bỏ cụm từ “Họp, ” tại khoản 2 Điều 9 (chữ “bàn” tại khoản 2 Điều 9 viết hoa);"
_CAPITAL = late(
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
    return read_of_named(text, _read_sentence) or _read_sentence(text)


def _read_sentence(text: str) -> Statement:
    right = mended(with_stretches(_BULLET.sub("", text)))
    right = right._replace(text=changed_outside_quotes(_SHARED_KIND, _each_part, right.text))
    marked, is_bare = with_marks(right.text)
    plain = _with_articles_named(plain_words(marked))
    read = _in_turn_and_marked(plain)
    read = replace(read, is_bare=is_bare or read.is_bare)
    if not _is_understood(read):
        read = _piece_by_piece(plain) or read
    read = _read_better(_attached(read, plain), right.text, plain)
    orders = tuple(_at_level_said(order) for order in read.orders)
    if any(pair.old for order in orders for pair in order.pairs):
        own = orders if read.is_bare else ()
        orders = about_one_spot(orders, subject_of(right.text, own), counted(right.text))
    against = next(filter(None, _said_against(right.text, orders)), "")
    if against:
        orders = tuple(replace(one, unknown=one.unknown or against) for one in orders)
    return replace(read, orders=orders, slips=right.slips)


def _said_against(text: str, orders: Sequence[Order]) -> Iterator[str]:
    """What a sentence says that forbids carrying out its orders; "" for each way in which nothing does."""
    yield kept_inside(text, orders)
    yield second_number(text, orders)
    yield gone_before(text)
    yield several_texts(text)
    yield narrowed_behind(text, orders)
    yield half_said(text, orders)
    yield next((text for order in orders if _splits_part(order)), "")


def _splits_part(order: Order) -> bool:
    """ "Tách câu cuối khoản 3 thành khoản 4": what is left of the clause is not said."""
    return order.verb is Verb.SPLIT and not all(one.is_whole for one in order.targets)


def _attached(read: Statement, text: str) -> Statement:
    """A reading; not understood where a provision is named that is not joined to the others, or that no order
    is about."""
    if not _is_understood(read):
        return read
    text = without_remarks(without_reasons(text))
    tokens = tokenize(text)
    lost = next(filter(None, _unaccounted(read, tokens, text)), "")
    if not lost:
        return read
    return replace(read, orders=tuple(replace(one, unknown=lost) for one in read.orders))


def _unaccounted(read: Statement, tokens: Sequence[Token], text: str) -> Iterator[str]:
    """Words that a reading does not account for; "" for each way in which there are none."""
    yield ill_joined(tokens, text)
    yield unnamed(tokens, text, read.orders)
    yield outside_its_place(text, read.orders)
    yield left_open(text)
    yield _name_of_nothing(read)
    yield _verb_lost(read, text)


_DONE_ELSEWHERE = r"(?!(?:,?\s+(?:và\s+)?bổ sung)?\s+(?:tại|bởi|theo|bằng|trong|ngày|năm)\b)"
_PASSIVE = (
    (
        late(
            r"(?<!đã )\b(?:được|bị)\s+(?:bãi |hủy |huỷ |lược )?bỏ\b" + _DONE_ELSEWHERE,
            re.IGNORECASE,
        ),
        frozenset((Verb.REPEAL, Verb.REMOVE_WORDS, Verb.MERGE)),
    ),
    (
        late(r"(?<!đã )\bđược\s+sửa đổi\b" + _DONE_ELSEWHERE, re.IGNORECASE),
        frozenset(
            (Verb.AMEND, Verb.INSERT, Verb.REPLACE_WORDS, Verb.ADD_WORDS, Verb.MOVE, Verb.RENUMBER)
        ),
    ),
)


def _verb_lost(read: Statement, text: str) -> str:
    """A verb that no order has: "Khoản 1 được sửa đổi, khoản 2 được bãi bỏ như sau"."""
    verbs = {order.verb for order in read.orders}
    for passive, kinds in _PASSIVE:
        found = outside_quotes(passive, text)
        if found and not verbs & kinds:
            return found[0].group()
    return ""


def _name_of_nothing(read: Statement) -> str:
    """The name of a provision that is told apart from it: "Tại Điều 17, tên điều nay là “…”" is about the
    name, and no new wording of Điều 17."""
    for order in read.orders:
        names = [one for one in order.targets if one.slot == "heading" and not one.steps]
        wholes = [Cited(one.steps[:1]) for one in order.targets if one.is_whole]
        if names and any(one.rank >= ARTICLE_RANK for one in wholes):
            return "tên"
    return ""


_SEVERAL = late(r"[;,.]\s|\s(?:và|đồng thời)\s")


def _read_better(read: Statement, text: str, plain: str) -> Statement:
    """A reading, or that of the natural style: where the grammar does not understand a sentence, and where it
    reads several orders, or wording without marks, in another way; there the forms of the natural style
    account for every word of each clause."""
    if _is_understood(read):
        return _read_otherwise(read, text, plain) if _is_doubtful(read, text) else read
    return _natural(text, plain) or read


def _is_doubtful(read: Statement, text: str) -> bool:
    """Whether a sentence that the grammar understands may be meant in another way: wording without marks,
    and several orders."""
    if read.is_bare or _words_as_wording(read, text) or _ends_open(read):
        return True
    if len(read.orders) < 2:
        return False
    return _SEVERAL.search(text) is not None


def _ends_open(read: Statement) -> bool:
    """Whether words end with dots: "đoạn “Khi có vụ việc…”" may mean all that the paragraph has."""
    pairs = [pair for order in read.orders for pair in order.pairs]
    return any(pair.old.rstrip().endswith(("…", "...")) for pair in pairs)


def _words_as_wording(read: Statement, text: str) -> bool:
    """Whether one of two quotations was taken for new wording: "thêm vào trước chữ “A” cụm từ “B”"."""
    if not any(order.inline is not None for order in read.orders):
        return False
    return len(quotes(text)) == _TWO and len(read.orders) == 1


_TWO = 2


def _read_otherwise(read: Statement, text: str, plain: str) -> Statement:
    """The natural style where it orders something else, and what the grammar may take for something else:
    wording without marks, several orders, units that become several or one."""
    natural = _natural(text, plain)
    if natural is None:
        return read
    if _ends_open(read) or (read.is_bare and not natural.is_bare) or _words_as_wording(read, text):
        return natural  # what seems to be wording was a remark, or words beside which others go
    several_in_one = any(order.verb in (Verb.SPLIT, Verb.MERGE) for order in natural.orders)
    if not any((natural.is_bare, len(natural.orders) > 1, several_in_one)):
        return read
    return read if _essence(natural) == _essence(read) else natural


def _essence(read: Statement) -> list[tuple[object, ...]]:
    """What a reading orders, without how it was read."""
    essence: list[tuple[object, ...]] = [
        (
            str(order.verb),
            [(one.path_steps(), one.slot) for one in (*order.targets, *order.results)],
            order.inline or "",
            [
                (pair.old, pair.new, pair.anchor, [(c.path_steps(), c.slot) for c in pair.places])
                for pair in order.pairs
            ],
            order.side,
        )
        for order in read.orders
    ]
    return sorted(essence, key=repr)


def _natural(text: str, plain: str) -> Statement | None:
    """A sentence in the natural style, as it stands or in plainer words."""
    if left_open(plain):
        return None
    readings = map(natural_statement, dict.fromkeys((text, plain)))
    return next(filter(None, readings), None)


# "gạch đầu dòng thứ nhất, thứ ba và thứ tư": each is one.
_NTH = r"(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|cuối(?: cùng)?|\d{1,2})"
_SHARED_KIND = late(
    rf"\b(?:các\s+)?(?P<part>(?:dấu )?gạch đầu dòng|đoạn|câu|ý)\s+(?P<all>(?:thứ\s+)?{_NTH}"
    rf"(?:(?:\s*,\s*|\s+và\s+)(?:thứ\s+)?{_NTH}(?!\s+(?:lần|ngày|người|tháng|câu|đoạn)\b))+)\b",
    re.IGNORECASE,
)


def _each_part(found: re.Match[str]) -> str:
    return re.sub(
        rf"(?P<join>^|\s*,\s*|\s+và\s+)(?:thứ\s+)?(?P<nth>{_NTH})\b",
        lambda one: f"{one['join']}{found['part']} thứ {one['nth']}",
        found["all"],
        flags=re.IGNORECASE,
    )


_ARTICLE = late(r"\bĐiều\s+\d+\w?", re.IGNORECASE)
_LEADS_ELSEWHERE = late(r"\b(?:thành|sang|về|vào|xuống|lên)\s+(?:khoản|điểm|điều)\b", re.IGNORECASE)
_SAME_ARTICLE = late(
    r"(?:(?:của|tại)\s+)?(?:Điều này|cùng điều(?!\s+\d)|điều ấy|điều đó)\b", re.IGNORECASE
)


def _with_articles_named(text: str) -> str:
    """ "Khoản 2 Điều 3 bỏ, khoản 3 của Điều này đổi thành khoản 2": the article named before."""
    for same in reversed(outside_quotes(_SAME_ARTICLE, text)):
        before = text[: same.start()]
        named = {found.group().lower() for found in outside_quotes(_ARTICLE, before)}
        # Behind "thành khoản 3 Điều 6" either article may be meant.
        if len(named) == 1 and not outside_quotes(_LEADS_ELSEWHERE, before):
            article = outside_quotes(_ARTICLE, before)[-1].group()
            text = f"{before}{article}{text[same.end() :]}"
    return text


def _is_understood(read: Statement) -> bool:
    return bool(read.orders) and not any(order.unknown for order in read.orders)


# "Bỏ khoản 2 Điều 10. Khoản 1 Điều 10: thay …", "Điều 8 khoản 2: “A” thay bằng “B”; khoản 3 câu cuối bỏ".
_PIECES = late(
    r"(?:[.;]|,?\s+còn|,?\s+đồng thời|(?<=[”»\"]),|(?<=[”»\"])\s+và"
    r"|(?<=[.;][”»\"])(?=\s+(?:Khoản|Điểm|Điều|Đoạn|Câu)\s)"
    r"|,(?=\s+(?:khoản|điểm|tiết)\s+\S+\s+chuyển thành\s))\s+(?:(?:còn|riêng|đồng thời|và)\s+)?"
    rf"(?=(?:\W*(?:điều|khoản|điểm|tiết|mục|phần|đoạn|câu|ý|gạch|tên|cuối|{VERB_WORDS})\b))",
    re.IGNORECASE,
)
_STAYS = late(
    r"^[^“”\"«»:]{3,80}\s(?:(?:vẫn\s+)?giữ nguyên|không thay đổi|như cũ)[^“”\"«»:]{0,20}$",
    re.IGNORECASE,
)


_ORDERING = late(rf"\b(?:{VERB_WORDS}|chuyển|đổi|cũng|đánh số|gộp|nhập|tách)\b", re.IGNORECASE)


def _only_stays(piece: str) -> bool:
    """Whether a piece says that a place stays as it is, and orders nothing beside that."""
    return _STAYS.match(piece) is not None and _ORDERING.search(piece) is None


def _piece_by_piece(text: str) -> Statement | None:
    """Several orders of one line, each read for itself and the places of the later ones completed from those
    before; None when any of them is not understood."""
    cuts = outside_quotes(_PIECES, text)
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    said = [piece for piece in pieces if not _only_stays(piece)]
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
    if order.whole_act:
        return order
    if not _named_by(order) and order.side in ("start", "end"):
        at_border = replace(order, reference=above[-1])
        said = _LEVEL.search(order.text)
        return at_border if said else replace(order, unknown=order.unknown or order.text)
    pairs = tuple(
        replace(pair, places=tuple(completed(list(pair.places), above)) or tuple(above))
        for pair in order.pairs
    )
    reference = order.reference and only(completed([order.reference], above))
    return replace(
        order,
        targets=tuple(completed(list(order.targets), above)),
        results=tuple(completed(list(order.results), above)),
        reference=reference,
        pairs=pairs,
    )


_LEVEL = late(
    r"\bvào (?:đầu|cuối)\s+(?P<level>điều|khoản|điểm)\b(?!\s+(?:\d|[a-zđ]\b))", re.IGNORECASE
)
_LEVELS = {"điều": UnitKind.ARTICLE, "khoản": UnitKind.CLAUSE, "điểm": UnitKind.POINT}


def _at_level_said(order: Order) -> Order:
    """ "Khoản 1 Điều 2: …; bổ sung vào cuối điều: “…”": the article, not the clause of the topic; not
    understood where the place has none of that level."""
    said = _LEVEL.search(order.text)
    if said is None:
        return order
    named = [*(c for pair in order.pairs for c in pair.places), *filter(None, [order.reference])]
    level = _LEVELS[said["level"].lower()]
    if not all(map(partial(_holds, level), named)):
        return replace(order, unknown=order.unknown or order.text)
    up = partial(_up_to, level)
    pairs = tuple(replace(pair, places=tuple(map(up, pair.places))) for pair in order.pairs)
    return replace(order, pairs=pairs, reference=order.reference and up(order.reference))


def _holds(level: UnitKind, cited: Cited) -> bool:
    return any(step.kind == level for step in cited.steps)


def _up_to(level: UnitKind, cited: Cited) -> Cited:
    """The unit of a level that a place names, or that holds it."""
    if cited.own.kind == level:
        return cited
    at = next(n for n, step in enumerate(cited.steps) if step.kind == level)
    return Cited(cited.steps[at:])


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
_IN_TURN = late(
    r"\s+(?:lần lượt|tương ứng|theo thứ tự)"
    r"(?=\s+(?:bằng|thành|là|sửa|thay|đổi|cho|rút|nâng|tăng|giảm|hạ)\b|\s+[“„«\"])"
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
    text = changed_outside_quotes(_QUOTED_LETTER, _bare_letter, without_opener(text))
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


_CUT = late(
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
_OF_THE_TEXT = late(
    r"(?P<unit>\b(?:điều|khoản|điểm|chương|mục)\s+(?:\d[\w.]*|[IVXLC]+|[a-zđ]\d?)[)”\"»]?)"
    r"\s+(?P<name>(?:(?:của|trong|thuộc)\s+)?(?:bản\s+)?"
    r"(?P<kind>Quy chế(?:\s+làm việc)?)(?:\s+(?:này|hiện hành))?)"
    r"(?=\s*[,:;.()]|\s*$"
    r"|\s+(?:như sau|nay|được|bị|đều|có|và|lẫn|cùng|sau|trước|nữa|lại|với|nội dung|quy định"
    rf"|khoản|điểm|thành|bằng|là|nếu|hoặc|trừ|nhưng|đối với|{VERB_WORDS})(?!\w))",
    re.IGNORECASE,
)
_AN_ACT = late(
    r"\b(?:Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy định|Điều lệ|Quy chế|quy chế)\b"
)


# "gạch đầu dòng thứ hai và thứ ba": a list of parts, of which the grammar reads the first.
_ORDINAL = r"(?:nhất|đầu tiên|hai|ba|tư|năm|sáu|bảy|tám|cuối)"
_PARTS_LISTED = late(
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
    clauses = clauses_of(tokens, text)
    act_name, names_regulation = act_named(tokens, text)
    promises = any(t.kind is TokenKind.FOLLOWS for t in tokens) or text.rstrip().endswith(":")
    if not clauses:
        return Statement((), act_name, names_regulation, promises_text=promises)
    orders: list[Order] = []
    acts = [_numbers_named(tokens, clause) for clause in clauses]
    for clause, named in zip(clauses, acts, strict=True):
        made = orders_of(clause, tokens, text)
        if _are_others(acts[0], named):
            # "Bãi bỏ Điều 7 Quy chế số 5; bãi bỏ Điều 10 Quyết định số 9": of another act than the first.
            made = [replace(one, unknown=one.unknown or min(named)) for one in made]
        orders += made
    orders = [replace(order, effect=effect) for order in shared_places(completed_inside(orders))]
    orders = numbers_first(orders)
    if less := narrowing(own):
        orders = [replace(o, unknown=o.unknown or less) for o in orders]
    if everywhere:
        orders = [replace(o, whole_act=True) if o.pairs else o for o in orders]
    generic = any(c.generic for o in orders for c in (*o.targets, *o.results))
    return Statement(tuple(orders), act_name, names_regulation, generic, promises)


def _are_others(first: set[str], named: set[str]) -> bool:
    """Whether both name acts, and none of them is the same."""
    return min(len(first), len(named)) > 0 and named.isdisjoint(first)


_ACT_NUMBER = late(r"\d+[-/]\w+[-/\w]*")


def _numbers_named(tokens: Sequence[Token], clause: Clause) -> set[str]:
    """The numbers of acts that a clause names outside its quotations."""
    words = tokens[clause.start : clause.end]
    return {t.value for t in words if t.kind is TokenKind.WORD and _ACT_NUMBER.fullmatch(t.value)}


# "Chuyển Điều 21 (Chương IV) về cuối Chương III": to another chapter, under its own number.
_TO_GROUP = late(
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
    what, group = _places_in(found["what"]), only(_places_in(found["group"]))
    articles = [one for one in what if [s.kind for s in one.steps] == [UnitKind.ARTICLE]]
    if not articles or articles != what or group is None:
        return None
    return Order(Verb.MOVE, tuple(articles), reference=group, side="end", text=text)


# "Đổi tên Quy chế làm việc của … thành Quy chế hoạt động của …".
_RENAMED = late(
    rf"^\s*Đổi tên\s+(?:{'|'.join(ATTACHED_KINDS)})\s[^“”\":;]*?\s+thành\s+"
    rf"[“\"]?(?P<name>(?:{'|'.join(ATTACHED_KINDS)})\s[^“”\":;]*?)[”\"]?\s*[.;]?\s*$",
    re.IGNORECASE,
)


_RENAMES = late(rf"^\s*Đổi tên\s+(?:{'|'.join(ATTACHED_KINDS)})\s[^“”\"]*\sthành\s", re.IGNORECASE)
_FURTHER = late(
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


_BULLET = late(r"^\s*[-–+•*]+\s*")
# "điểm “a” khoản 2": a letter, no words.
_QUOTED_LETTER = late(
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
    act_name, names_regulation = act_named(tokens, plain)
    if act_name.lower().startswith(ATTACHED_KINDS):
        act_name = _OF_PREDICATE.sub("", act_name).rstrip(" ,")
    promises = any(order.promises_text for order in orders)
    made = tuple(replace(order, effect=effect) for order in orders)
    return Statement(made, act_name, names_regulation, promises_text=promises)


# "Điều 4 Quy chế bổ sung khoản 6": the name ends where something is said of the place.
_OF_PREDICATE = late(
    rf",?\s+(?:(?:nay|được|bị|đều|có|lẫn|trước|sau)\b|(?:{VERB_WORDS})\b).*$",
    re.IGNORECASE | re.DOTALL,
)
# "Bãi bỏ khoản 2 Điều 4. Quyết định này có hiệu lực từ ngày …": a sentence of the act itself.
OWN_EFFECT = late(
    r"[.;]\s+(?:Quyết định|Nghị quyết|Quy định|Thông báo|Thông tư|Nghị định|Luật|Pháp lệnh) này có hiệu lực"
    r"[^“”]*$"
)
_FROM_DAY = late(
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
    if not dates and re.search(r"\d", found.group()):
        return text, None  # a day that no calendar has, told as words not understood
    text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return text, dates[0][1] if dates else None


_SUSPENDS = late(r"\b(?:tạm (?:ngưng|dừng|đình chỉ)|ngưng hiệu lực)\b", re.IGNORECASE)
_UNTIL = late(
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
