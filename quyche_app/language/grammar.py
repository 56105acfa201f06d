"""The clauses of a sentence → what each orders: verb, provisions, position, words.

One sentence may order several things ("Sửa đổi khoản 3, bổ sung khoản 3a vào sau khoản 3 Điều 7");
each becomes an ``Order``. Which provision a unit without its article belongs to is completed from
the sentence itself here, and from the container in ``contexts``. Source: docs/field.md 4.1-4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from quyche_app.domain.addresses import Step
from quyche_app.domain.patterns import late
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.language.borders import act_border, name_end, side_of
from quyche_app.language.citations import ARTICLE_RANK, Cited
from quyche_app.language.lexer import Token, TokenKind, kind_at
from quyche_app.language.orders import Clause, Order
from quyche_app.language.phrase_grammar import phrase_orders
from quyche_app.language.places import is_ambiguous, names_part_of_part, places
from quyche_app.language.unexplained import limits, unexplained
from quyche_app.language.vocabulary import ATTACHED_KINDS, verb_of


def clauses_of(tokens: Sequence[Token], text: str) -> list[Clause]:
    starts = [
        number
        for number, token in enumerate(tokens)
        if token.kind is TokenKind.VERB and _may_begin(tokens, number)
    ]
    if not _only_opening(tokens[: min(starts, default=0)]):
        return []
    return [
        Clause(verb_of(tokens[number].value), number, number + 1, end, tokens[number].value)
        for number, end in pairwise((*starts, len(tokens)))
    ]


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
        return kind_at(tokens, number + 1, len(tokens)) in _ORDERED
    if before.value in (".", "”.") and tokens[number].value[:1].isupper():
        return True  # a further sentence of the same line
    is_mark = (before.kind, before.value[:1].isalnum()) == (TokenKind.WORD, False)
    return is_mark and number <= 2


# What a verb orders something of.
_ORDERED = frozenset(
    (
        TokenKind.UNIT,
        TokenKind.SLOT,
        TokenKind.OBJECT,
        TokenKind.QUOTE,
        TokenKind.SOME,
        TokenKind.ACT,
    )
)


def act_named(tokens: Sequence[Token], text: str) -> tuple[str, bool]:
    """The act that a line names ("… Điều 5 của Luật Đầu tư số 61/2020/QH14"), and whether it speaks
    of a regulation that another act issues."""
    name, regulation = "", False
    reasons = [found.span() for found in _REASON.finditer(text)]
    for number, token in enumerate(tokens):
        if _begins_history(token, text):
            break
        if any(start < token.start < end for start, end in reasons):
            continue
        if token.kind is not TokenKind.ACT:
            continue
        if kind_at(tokens, number + 1, len(tokens)) is TokenKind.THIS:
            continue
        regulation |= token.word in ATTACHED_KINDS
        if not name:
            name = text[token.start : name_end(tokens, number, len(text))].strip(" ,;.")
            name = _BEHIND_NAME.sub("", name)
    return name, regulation


# "Hủy bỏ Điều 15 (đã quy định trong quy chế chi tiêu nội bộ)": why, and not of which act.
_REASON = late(
    r"\((?:đã (?:quy định|có|nêu|được quy định)|do|vì|theo|thực hiện theo|vì đã|do đã)\s[^()]*\)",
    re.IGNORECASE,
)


def _begins_history(token: Token, text: str) -> bool:
    """ "Điều 28 được bổ sung bởi khoản 3 Điều 3 Thông tư số 68/2024": the act behind "được" only
    tells what happened to the provision before."""
    if token.word != "được":
        return False
    return not text[token.end :].lstrip().startswith("ban hành kèm theo")


# "Bãi bỏ Điều 2 của Quy chế nữa", "… vào sau Điều 4 của Quy chế với nội dung như sau": not of the name.
# "Quy chế còn được sửa đổi, bổ sung các điểm sau:": what is said of it.
_BEHIND_NAME = late(
    r",?\s+(?:nữa|lại|với nội dung|nội dung(?: sau| mới)?|cụ thể|thành)$"
    r"|,?\s+(?:(?:còn|nay|cũng|tiếp tục|vẫn|đã)\s+)*(?:được\s+)?(?:sửa đổi|bổ sung"
    r"|điều chỉnh)(?:,?\s+bổ sung)?"
    r"(?:\s+(?:tiếp|thêm))?(?:\s+(?:các|những|một số)\s+(?:điểm|nội dung|chỗ|điều)(?:\s+sau)?(?:\s+đây)?)?$"
)


# -- one clause -----------------------------------------------------------------------------------


def orders_of(clause: Clause, tokens: Sequence[Token], text: str) -> list[Order]:
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
    if _gives_a_name(clause, tokens, quote, before):
        # "Đổi tên Điều 2 thành “…”"
        named = Order(Verb.AMEND, tuple(before), inline=tokens[quote].value, text=words)
        return [named, *_after_quotation(clause, quote, tokens, text)]
    pair = _is_pair(tokens, quote, clause.end)
    if all((pair, before, clause.verb is Verb.AMEND)):
        # "Đính chính điểm 3.1: «chuyễn» thành «chuyển»": words of the place, no new wording of it.
        rest = replace_start(clause, start)
        return phrase_orders(rest, tokens, words, text, before)
    if not is_phrase and _is_new_wording(clause, tokens, quote, before):
        order = _unit_order(replace_end(clause, quote), tokens, text, True, tokens[quote].value)
        return [order, *_after_quotation(clause, quote, tokens, text)]
    orders: list[Order] = []
    behind_words: list[Order] = []
    if all((before, is_phrase, clause.verb is Verb.REPEAL)):
        # "Bãi bỏ điểm c khoản 3, cụm từ “…” tại điểm a khoản 4": a unit and words in one order.
        orders.append(Order(Verb.REPEAL, tuple(before), text=words))
        behind = _units_behind_words(clause, tokens)
        more = places(tokens, behind, clause.end)
        if {cited.is_whole for cited in more} == {True}:
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
        return orders_of(following, tokens, text)
    words = text[tokens[rest].start : tokens[clause.end - 1].end]
    return [Order(clause.verb, text=words, unknown=words)]


_NAMES = frozenset(("heading", "title"))


def _gives_a_name(
    clause: Clause, tokens: Sequence[Token], quote: int, before: Sequence[Cited]
) -> bool:
    """ "Đổi tên Điều 2 thành “…”", "Thay tên Điều 2 bằng “…”"."""
    if not before:
        return False
    if any(cited.slot not in _NAMES for cited in before):
        return False
    if clause.verb is Verb.REPLACE:
        return not _is_pair(tokens, quote, clause.end)
    return clause.verb is Verb.RENUMBER


def _is_new_wording(
    clause: Clause, tokens: Sequence[Token], quote: int, before: Sequence[Cited]
) -> bool:
    """Whether a quotation is the wording of the provision before it, and no words in it."""
    if any(token.kind in _ANNOUNCING for token in tokens[clause.start : quote]):
        return True
    if not before:
        return False
    if clause.verb is Verb.REPLACE:
        return not _is_pair(tokens, quote, clause.end)
    return clause.verb in (Verb.AMEND, Verb.INSERT)


_ANNOUNCING = (TokenKind.FOLLOWS, TokenKind.COLON)


def _is_pair(tokens: Sequence[Token], quote: int, end: int) -> bool:
    """A quotation, a joining word, a quotation."""
    if kind_at(tokens, quote + 1, end) is not TokenKind.JOIN:
        return False
    return any(t.kind is TokenKind.QUOTE for t in tokens[quote + 2 : quote + 5])


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
    if (clause.words.lower().startswith("hoán đổi"), len(cited)) == (True, 2):
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
    yield _place_of_the_next(clause, tokens, text)


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
    if [one.is_whole for one in place] != [True]:
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


def _place_of_the_next(clause: Clause, tokens: Sequence[Token], text: str) -> str:
    """ "Bỏ khoản 2 Điều 10. Khoản 1 Điều 10: thay …": the place before the next verb is of that one."""
    if clause.end == len(tokens) or tokens[clause.end - 1].kind is not TokenKind.COLON:
        return ""
    cuts = (i for i in range(clause.start, clause.end - 2) if tokens[i].word in (".", ";"))
    cut = next((i for i in cuts if tokens[i + 1].kind is TokenKind.UNIT), None)
    return "" if cut is None else text[tokens[cut + 1].start : tokens[clause.end - 1].end]


def _open_range(tokens: Sequence[Token], start: int, stop: int, used: set[int], text: str) -> str:
    """ "từ khoản 3 Điều 5 đến khoản 2 Điều 6": a range that no list of numbers is."""
    left = (tokens[at] for at in range(start, stop) if at not in used)
    found = next((token for token in left if token.kind is TokenKind.RANGE), None)
    return "" if found is None else text[found.start : tokens[stop - 1].end]


def _behind_the_act(tokens: Sequence[Token], stop: int, end: int, text: str) -> str:
    """A further provision behind the name of an act, which the list of targets does not hold: "Bãi bỏ
    Điều 5 của Quy chế và Điều 3 của Quyết định"."""
    if kind_at(tokens, stop, end) is not TokenKind.ACT:
        return ""
    told_history = False
    for number in range(stop, end - 2):
        told_history |= tokens[number].word in ("được", "bởi")
        if tokens[number].kind in (TokenKind.FOLLOWS, TokenKind.QUOTE, TokenKind.JOIN):
            return ""
        if limits(tokens, number):
            return text[tokens[number].start : tokens[end - 1].end]
        if not told_history and _cites_further(*tokens[number : number + 3]):
            return text[tokens[number + 1].start : tokens[end - 1].end]
    return ""


def _cites_further(mark: Token, unit: Token, label: Token) -> bool:
    """ "… và Điều 3"."""
    kinds = (mark.kind, unit.kind)
    return kinds == (TokenKind.SEPARATOR, TokenKind.UNIT) and label.value[:1].isalnum()


# -- completing inside the statement --------------------------------------------------------------


def completed_inside(orders: list[Order]) -> list[Order]:
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
        if cited.is_this or cited.slot == "title":
            continue
        if cited.steps:
            _complete_from(cited, above)
            above = cited.steps
        elif above and not cited.generic:
            cited.steps = _from_article(above)
    return orders


def _complete_from(cited: Cited, following: list[Step]) -> None:
    """Give a provision what holds it, of the one that follows."""
    if cited.rank >= 4:
        _share_appendix(cited, following)
    else:
        cited.steps += [step for step in following if _rank(step) > cited.rank]


def _share_appendix(cited: Cited, following: list[Step]) -> None:
    """ "phần A và phần B Phụ lục số 01": both are in the appendix."""
    kinds = [step.kind for step in (cited.top, *following[-2:])]
    if kinds == [UnitKind.PART, UnitKind.PART, "appendix"]:
        cited.steps.append(following[-1])


def _rank(step: Step) -> int:
    return Cited([step]).rank


def _from_article(steps: list[Step]) -> list[Step]:
    """The article and above: what "tên điều" means beside "khoản 2 Điều 51"."""
    return [step for step in steps if _rank(step) >= 4]


def numbers_first(orders: list[Order]) -> list[Order]:
    """ "Bổ sung khoản 2 … và đánh số lại khoản 2 thành khoản 3": what stands there makes room first."""
    if [order.verb for order in orders] != [Verb.INSERT, Verb.RENUMBER]:
        return orders
    new, number = orders
    if not number.results:
        return orders
    article = [s for c in new.targets[:1] for s in c.steps]
    for cited in (*number.targets, *number.results):
        if 0 < cited.rank < 4:
            cited.steps += [step for step in article if _rank(step) > cited.rank]
    return [number, new]


def shared_places(orders: list[Order]) -> list[Order]:
    """Two verbs with one place at the end ("thay “A” bằng “B” và bỏ “C” tại khoản 2")."""
    result = []
    for number, order in enumerate(orders):
        lacks_place = any(not p.places for p in order.pairs)
        if lacks_place and not order.whole_act:
            later = (p for o in orders[number:] for p in o.pairs)
            # A place behind comes first; else the nearest before.
            named = chain(later, reversed(order.pairs))
            places = next((p.places for p in named if p.places), ())
            pairs = tuple(p if p.places else replace(p, places=places) for p in order.pairs)
            order = replace(order, pairs=pairs)
        result.append(order)
    return result
