"""The words of an instruction → what it orders: verb, provisions, position, words.

One statement may order several things ("Sửa đổi khoản 3, bổ sung khoản 3a vào sau khoản 3 Điều 7");
each becomes an ``Order``. Which provision a unit without its article belongs to is completed from
the statement itself here, and from the container in ``contexts``. Source: domain.md 4.1-4.5.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quyche_app.amending.citations import Cited, cited_provisions
from quyche_app.amending.lexer import Token, TokenKind, tokenize
from quyche_app.domain.addresses import Step
from quyche_app.domain.operations import Verb

_VERBS: tuple[tuple[str, Verb], ...] = (
    ("đánh số lại", Verb.RENUMBER), ("sắp xếp lại", Verb.RENUMBER), ("đổi số thứ tự", Verb.RENUMBER),
    ("sửa", Verb.AMEND), ("bổ sung, sửa", Verb.AMEND), ("điều chỉnh", Verb.AMEND),
    ("đính chính", Verb.AMEND), ("bổ sung", Verb.INSERT), ("thêm", Verb.INSERT),
    ("bãi bỏ", Verb.REPEAL), ("hủy bỏ", Verb.REPEAL), ("huỷ bỏ", Verb.REPEAL), ("bỏ", Verb.REPEAL),
    ("thay", Verb.REPLACE), ("chuyển", Verb.MOVE), ("đổi", Verb.RENUMBER), ("tách", Verb.SPLIT),
    ("gộp", Verb.MERGE), ("nhập", Verb.MERGE),
)
_PASSIVE = re.compile(
    r"^(?P<what>(?:Các |Một số )?(?:Điều|Khoản|Điểm|Tên|Tiêu đề|Đoạn|Mục|Chương|Phần|Phụ lục"
    r"|Cụm từ|Từ|Mẫu|Câu|Gạch đầu dòng|Tiết|Tiểu mục)\b.*?)\s+(?:đã )?được\s+(?P<verb>(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ"
    r"|huỷ bỏ|sửa|bỏ|thay)(?:(?:,| và) (?:sửa đổi|bổ sung|thay thế|bãi bỏ))*)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class WordPair:
    """Old and new words of a phrase operation with the places named for them alone."""

    old: str
    new: str
    places: tuple[Cited, ...] = ()
    act: str = ""  # the act these places are in, when one order names several
    anchor: str = ""  # neighbour words
    side: str = ""  # "before", "after", "end", "start"


@dataclass(frozen=True, slots=True)
class Order:
    """One thing that a statement orders; provisions are not completed from the container yet.

    Attributes:
        targets: cited provisions; of move, split and merge those before "thành".
        results: those after "thành".
        reference, side: where an insertion goes.
        pairs: of a phrase operation.
        exclusions: quoted words with places that are left out.
        inline: new wording quoted in the same paragraph.
        promises_text: "như sau" stands behind it.
        whole_act: the place is the whole act ("tại Nghị định này").
    """

    verb: Verb
    targets: tuple[Cited, ...] = ()
    results: tuple[Cited, ...] = ()
    reference: Cited | None = None
    side: str = ""
    pairs: tuple[WordPair, ...] = ()
    exclusions: tuple[tuple[str, tuple[Cited, ...]], ...] = ()
    inline: str | None = None
    promises_text: bool = False
    whole_act: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """An instruction line as read: its orders, and the act it names ("" = none).

    ``act_name``: the words after "của", "tại" that name an act; ``is_order`` False when the line
    orders nothing the grammar knows.
    """

    orders: tuple[Order, ...]
    act_name: str = ""
    names_regulation: bool = False
    has_generic: bool = False
    promises_text: bool = False


@dataclass
class _Clause:
    """A verb with the tokens up to the next verb."""

    verb: Verb
    token: int
    start: int
    end: int
    words: str
    cited: list[Cited] = field(default_factory=list)


def active_form(text: str) -> str:
    """Give "Khoản 2 Điều 5 được sửa đổi như sau:" as "Sửa đổi Khoản 2 Điều 5 như sau:"."""
    match = _PASSIVE.match(text)
    if match is None:
        return text
    what = match["what"]
    return f"{match['verb']} {what[:1].lower()}{what[1:]}{match['rest']}"


def read_statement(text: str) -> Statement:
    """Give what the words of an instruction order. Words without a known verb give no orders."""
    text = active_form(text)
    tokens = tokenize(text)
    clauses = _clauses(tokens, text)
    act_name, names_regulation = _act_named(tokens, text)
    promises = any(t.kind is TokenKind.FOLLOWS for t in tokens) or text.rstrip().endswith(":")
    if not clauses:
        return Statement((), act_name, names_regulation, promises_text=promises)
    orders: list[Order] = []
    for clause in clauses:
        orders += _orders_of(clause, tokens, text)
    orders = _shared_places(_completed(orders))
    generic = any(c.generic for o in orders for c in (*o.targets, *o.results))
    return Statement(tuple(orders), act_name, names_regulation, generic, promises)


def _clauses(tokens: Sequence[Token], text: str) -> list[_Clause]:
    starts = [
        number for number, token in enumerate(tokens)
        if token.kind is TokenKind.VERB and _may_begin(tokens, number)
    ]
    clauses = []
    for place, number in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(tokens)
        clauses.append(
            _Clause(_verb_of(tokens[number].value), number, number + 1, end, tokens[number].value)
        )
    if clauses and starts[0] > 0 and not _only_opening(tokens[: starts[0]]):
        return []
    return clauses


def _only_opening(tokens: Sequence[Token]) -> bool:
    """Nothing but a mark or a dash stands before the first verb."""
    return all(t.kind in (TokenKind.SEPARATOR, TokenKind.COLON) or not t.value[0].isalnum()
               for t in tokens)


def _may_begin(tokens: Sequence[Token], number: int) -> bool:
    """A verb orders something when it opens the line or stands after a separator; inside a name
    ("Luật sửa đổi, bổ sung …", "đã được bổ sung") it orders nothing."""
    if number == 0:
        return True
    before = tokens[number - 1]
    if before.kind in (TokenKind.SEPARATOR, TokenKind.COLON, TokenKind.FOLLOWS):
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        return following is not None and following.kind in (
            TokenKind.UNIT, TokenKind.SLOT, TokenKind.OBJECT, TokenKind.QUOTE, TokenKind.SOME,
            TokenKind.ACT,
        )
    return not before.value[0].isalnum() and before.kind is TokenKind.WORD and number <= 2


def _verb_of(words: str) -> Verb:
    plain = re.sub(r"\s+", " ", words.lower())
    if "sửa đổi" in plain:
        return Verb.AMEND
    return next((verb for start, verb in _VERBS if plain.startswith(start)), Verb.AMEND)


def _act_named(tokens: Sequence[Token], text: str) -> tuple[str, bool]:
    """The act that a line names ("… Điều 5 của Luật Đầu tư số 61/2020/QH14"), and whether it speaks
    of a regulation that another act issues."""
    name, regulation = "", False
    for number, token in enumerate(tokens):
        if token.kind is not TokenKind.ACT:
            continue
        after = tokens[number + 1] if number + 1 < len(tokens) else None
        if after is not None and after.kind is TokenKind.THIS:
            continue
        regulation = regulation or token.value.lower() in ("quy chế", "điều lệ", "quy định")
        if not name:
            name = text[token.start : _name_end(tokens, number, len(text))].strip(" ,;.")
    return name, regulation


_NAME_STOPS = (TokenKind.FOLLOWS, TokenKind.QUOTE, TokenKind.COLON, TokenKind.JOIN,
               TokenKind.OBJECT)


def _name_end(tokens: Sequence[Token], start: int, length: int) -> int:
    """Where the name of an act that begins at a token ends in the text."""
    for number in range(start + 1, len(tokens)):
        token = tokens[number]
        cites = token.kind is TokenKind.UNIT and number + 1 < len(tokens) and (
            tokens[number + 1].value[:1].isdigit()
        )
        if token.kind in _NAME_STOPS or token.value == ";" or cites:
            return token.start
    return length


# -- one clause -----------------------------------------------------------------------------------


def _orders_of(clause: _Clause, tokens: Sequence[Token], text: str) -> list[Order]:
    words = text[tokens[clause.token].start : tokens[clause.end - 1].end]
    promises = any(
        tokens[i].kind is TokenKind.FOLLOWS for i in range(clause.start, clause.end)
    )
    start = next((i for i in range(clause.start, clause.end) if tokens[i].kind is TokenKind.OBJECT
                  or tokens[i].kind is TokenKind.QUOTE), None)
    if start is None:
        return [_unit_order(clause, tokens, words, promises, None)]
    quote = next((i for i in range(start, clause.end) if tokens[i].kind is TokenKind.QUOTE), None)
    if quote is None:
        return [_unit_order(clause, tokens, words, promises, None)]
    is_phrase = tokens[start].kind is TokenKind.OBJECT and quote <= start + 2
    before = cited_provisions(tokens, clause.start, start)
    if not is_phrase:
        colon = any(tokens[i].kind in (TokenKind.FOLLOWS, TokenKind.COLON)
                    for i in range(clause.start, quote))
        if colon or (before and clause.verb in (Verb.AMEND, Verb.INSERT)):
            clause = replace_end(clause, quote)
            return [_unit_order(clause, tokens, words, True, tokens[quote].value)]
    orders = []
    if before and clause.verb is Verb.REPEAL and is_phrase:
        # "Bãi bỏ điểm c khoản 3, cụm từ “…” tại điểm a khoản 4": a unit and words in one order.
        orders.append(Order(Verb.REPEAL, tuple(before), text=words))
    return [*orders, *_phrase_orders(clause, tokens, words, text)]


def replace_end(clause: _Clause, end: int) -> _Clause:
    """Give the clause cut before a token."""
    return _Clause(clause.verb, clause.token, clause.start, end, clause.words)


def _unit_order(
    clause: _Clause, tokens: Sequence[Token], words: str, promises: bool, inline: str | None
) -> Order:
    stop = _act_border(tokens, clause.start, clause.end)
    joined = next((i for i in range(clause.start, stop) if tokens[i].kind is TokenKind.JOIN
                   and tokens[i].value == "thành"), None)
    moving = clause.verb in (Verb.MOVE, Verb.RENUMBER, Verb.SPLIT, Verb.MERGE)
    if moving and joined is not None:
        # Both sides are read as one list, so that "khoản 3 thành khoản 4 Điều 9" shares Điều 9.
        cited = cited_provisions(tokens, clause.start, stop)
        before = [c for c in cited if c.token < joined]
        after = [c for c in cited if c.token > joined]
        for result in after:
            # "Tách khoản 2 Điều 11 thành khoản 2 và khoản 2a": the parts stay in Điều 11.
            if before and 0 < result.rank < 4 <= before[-1].rank:
                result.steps += [s for s in before[-1].steps if _rank(s) > result.rank]
        return Order(clause.verb, tuple(before), tuple(after), inline=inline,
                     promises_text=promises, text=words)
    position = next((i for i in range(clause.start, stop)
                     if tokens[i].kind is TokenKind.POSITION), None)
    if position is None and clause.verb is Verb.REPLACE:
        position_end = next((i for i in range(clause.start, stop)
                             if tokens[i].kind is TokenKind.JOIN), stop)
        return Order(clause.verb, tuple(cited_provisions(tokens, clause.start, position_end)),
                     inline=inline, promises_text=promises, text=words)
    if position is None:
        cited = cited_provisions(tokens, clause.start, stop)
        if clause.verb is Verb.REPEAL and cited and _names_content(tokens, clause.start, cited):
            # "Bãi bỏ nhiệm vụ về … tại khoản 3": a part named by what it says, not quoted. Taking
            # away the whole unit would be a guess.
            return Order(clause.verb, text=words)
        return Order(clause.verb, tuple(cited), inline=inline, promises_text=promises, text=words)
    cited = cited_provisions(tokens, clause.start, stop)
    targets = tuple(c for c in cited if c.token < position)
    references = [c for c in cited if c.token > position]
    return Order(
        clause.verb, targets, reference=references[0] if references else None,
        side=_side(tokens[position].value), inline=inline, promises_text=promises, text=words,
    )


_PLAIN_WORDS = frozenset(["quy", "định", "toàn", "bộ", "nội", "dung", "những", "các", "việc", "áp", "dụng", "đối", "với"])


def _names_content(tokens: Sequence[Token], start: int, cited: Sequence[Cited]) -> bool:
    between = tokens[start : cited[0].token]
    return any(t.kind is TokenKind.AT for t in between) and any(
        t.kind is TokenKind.WORD and t.value.lower() not in _PLAIN_WORDS for t in between
    )


def _act_border(tokens: Sequence[Token], start: int, end: int) -> int:
    """The first token that belongs to the name of an act: citations behind it are not targets
    ("… Điều 9a được bổ sung bởi khoản 2 Điều 1 Thông tư số 68/2024/TT-BTC")."""
    for number in range(start, end):
        token = tokens[number]
        if token.kind is TokenKind.ACT:
            return number
        if token.value.lower() in ("được", "như") and number > start:
            return number
        if token.value.lower() == "ban" and number + 1 < end and (
            tokens[number + 1].value.lower() == "hành"
        ):
            return number
    return end


def _side(words: str) -> str:
    plain = words.lower()
    if "cuối" in plain:
        return "end"
    if "đầu" in plain:
        return "start"
    return "before" if "trước" in plain else "after"


# -- phrase operations ----------------------------------------------------------------------------


class _PhraseReader:
    """Reads "cụm từ “A” tại X, cụm từ “B” tại Y bằng cụm từ “C” tại Z" from left to right."""

    def __init__(self, clause: _Clause, tokens: Sequence[Token], text: str) -> None:
        self._clause, self._tokens, self._text = clause, tokens, text
        self.pairs: list[WordPair] = []
        self._olds: list[WordPair] = []  # without their new words yet
        self.exclusions: list[tuple[str, tuple[Cited, ...]]] = []
        self._excluded: list[str] = []
        self._expects = "old"
        self._side = ""
        self.whole_act = False

    def read(self) -> None:
        at = self._clause.start
        while at < self._clause.end:
            token = self._tokens[at]
            match token.kind:
                case TokenKind.QUOTE:
                    self._quote(token.value)
                case TokenKind.JOIN:
                    self._expects = "new"
                case TokenKind.POSITION:
                    self._side = _side(token.value)
                    if self._side in ("start", "end") and not self._quote_follows(at):
                        at = self._border_place(at + 1)
                        continue
                    self._expects = "anchor"
                case TokenKind.EXCEPT:
                    self._expects = "except"
                case TokenKind.AT | TokenKind.OF | TokenKind.UNIT | TokenKind.SLOT:
                    at = self._place(at)
                    continue
                case _:
                    pass
            at += 1
        self.pairs += self._olds

    def _quote_follows(self, at: int) -> bool:
        return any(t.kind is TokenKind.QUOTE for t in self._tokens[at + 1 : at + 3])

    def _border_place(self, at: int) -> int:
        """"vào đầu điểm c khoản 2": the words go to the start or end of the place itself."""
        self._olds = [replace(p, side=self._side) for p in self._olds]
        end = at
        while end < self._clause.end and not self._ends_place(end):
            end += 1
        cited = tuple(cited_provisions(self._tokens, at, _act_border(self._tokens, at, end)))
        if cited:
            self._give([(cited, "")])
        return max(end, at)

    def _quote(self, words: str) -> None:
        match self._expects:
            case "new":
                self.pairs += [replace(old, new=words) for old in self._olds]
                self._olds = []
                self._expects = "old"
            case "anchor":
                pending = self._olds or self.pairs[-1:]
                changed = [replace(p, anchor=words, side=self._side) for p in pending]
                if self._olds:
                    self._olds = changed
                else:
                    self.pairs[-1:] = changed
                self._expects = "old"
            case "except":
                self._excluded.append(words)
            case _:
                self._olds.append(WordPair(words, ""))

    def _place(self, at: int) -> int:
        end = at
        while end < self._clause.end and not self._ends_place(end):
            end += 1
        if end == at:
            return at + 1
        places = self._places(at, end)
        cited = places[0][0]
        if self._expects == "except":
            if self._excluded:
                self.exclusions.append((self._excluded[-1], cited))
                self._expects = "old"
            return end
        if not cited:
            names_act = any(self._tokens[i].kind is TokenKind.ACT for i in range(at, end))
            self.whole_act = self.whole_act or names_act
            return end
        self._give(places)
        return end

    def _places(self, at: int, end: int) -> list[tuple[tuple[Cited, ...], str]]:
        """Places with the act they are in: "… Điều 35 của Luật A; điểm a khoản 3 Điều 23 của Luật B"
        are two; one act alone is that of the statement and is not named here."""
        acts = [i for i in range(at, end) if self._tokens[i].kind is TokenKind.ACT
                and not (i + 1 < end and self._tokens[i + 1].kind is TokenKind.THIS)]
        found = []
        start = at
        for number in acts:
            cited = tuple(cited_provisions(self._tokens, start, number))
            if cited:
                stop = _name_end(self._tokens, number, self._tokens[end - 1].end)
                name = self._text[self._tokens[number].start : stop].strip(" ,;.")
                found.append((cited, name))
                start = next((i for i in range(number, end) if self._tokens[i].start >= stop), end)
        if len(found) > 1:
            return found
        border = _act_border(self._tokens, at, end)
        return [(tuple(cited_provisions(self._tokens, at, border)), "")]

    def _ends_place(self, at: int) -> bool:
        token = self._tokens[at]
        if token.kind in (TokenKind.QUOTE, TokenKind.OBJECT, TokenKind.EXCEPT):
            return True
        if token.kind is TokenKind.JOIN:
            return any(self._tokens[i].kind is TokenKind.QUOTE
                       for i in range(at + 1, min(at + 4, self._clause.end)))
        return token.kind is TokenKind.POSITION and at + 2 < self._clause.end and any(
            self._tokens[i].kind is TokenKind.QUOTE for i in range(at, at + 3)
        )

    def _give(self, places: list[tuple[tuple[Cited, ...], str]]) -> None:
        """A place belongs to every pair since the last place."""
        if self._olds and self._expects != "new":
            self._olds = _placed(self._olds, places)
            if any(p.new for p in self.pairs):
                return
        self.pairs = _placed(self.pairs, places)


def _placed(
    pairs: Sequence[WordPair], places: list[tuple[tuple[Cited, ...], str]]
) -> list[WordPair]:
    """Give pairs without a place these places, one pair for each act."""
    result: list[WordPair] = []
    for pair in pairs:
        if pair.places:
            result.append(pair)
        else:
            result += [replace(pair, places=cited, act=act) for cited, act in places]
    return result


def _phrase_orders(
    clause: _Clause, tokens: Sequence[Token], words: str, text: str
) -> list[Order]:
    reader = _PhraseReader(clause, tokens, text)
    reader.read()
    pairs = reader.pairs
    if not pairs:
        return [Order(clause.verb, text=words)]
    joined = any(pair.new for pair in pairs)
    verb = Verb.REPLACE_WORDS if joined or clause.verb is Verb.REPLACE else {
        Verb.INSERT: Verb.ADD_WORDS, Verb.REPEAL: Verb.REMOVE_WORDS,
    }.get(clause.verb, Verb.REPLACE_WORDS)
    if verb is Verb.ADD_WORDS:
        pairs = [replace(pair, old="", new=pair.old) for pair in pairs]
    return [Order(verb, pairs=tuple(pairs), exclusions=tuple(reader.exclusions),
                  whole_act=reader.whole_act, text=words)]


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
        if cited.is_this:
            continue
        if cited.rank >= 4 or not cited.steps:
            if cited.steps:
                above = cited.steps
            elif above:
                cited.steps = _from_article(above)
            continue
        missing = [step for step in above if _rank(step) > cited.rank]
        cited.steps += missing
        above = cited.steps
    return orders


def _rank(step: Step) -> int:
    return Cited([step]).rank


def _from_article(steps: list[Step]) -> list[Step]:
    """The article and above: what "tên điều" means beside "khoản 2 Điều 51"."""
    return [step for step in steps if _rank(step) >= 4]


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
