"""When an act and its single instructions take effect, and what of that is not sure.

"…; riêng khoản 5 Điều 1 có hiệu lực từ ngày 01/01/2019" dates the instructions of that place. What an
unquoted line says of time without a sure day is told as not read, never passed over; transitional
lines are listed. Source: docs/field.md 4.7 (read every date of the effect article, attach it by the
numbers named), docs/field.md 8.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from quyche_app.amending.closing import orders_something
from quyche_app.amending.line_orders import may_order
from quyche_app.amending.unplaced import HIDDEN_ORDER, KEEPS_WHAT_CHANGES
from quyche_app.domain.acts import Act, ComponentKind, is_party_number
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, ReadAmendments, Unread
from quyche_app.domain.patterns import late
from quyche_app.domain.sources import ReadText, Role
from quyche_app.domain.units import GROUPING_KINDS, Unit, UnitKind
from quyche_app.language.beginnings import is_order
from quyche_app.language.citations import Cited, cited_provisions
from quyche_app.language.effect_clauses import (
    BEFORE_SIGNING,
    OTHER_DAY,
    SIGNING_UNKNOWN,
    UNKNOWN_DAY,
    UNKNOWN_PART,
    Clause,
    Says,
    clauses_by_line,
    is_transition_title,
    speaks_of_itself,
)
from quyche_app.language.lexer import tokenize
from quyche_app.language.statements import OWN_EFFECT
from quyche_app.language.topics import place_alone

_LABEL_WORDS = {
    UnitKind.ARTICLE: "Điều",
    UnitKind.CLAUSE: "khoản",
    UnitKind.POINT: "điểm",
    UnitKind.SUBPOINT: "tiết",
}
# A provision of another text: "khoản 2 Điều 5 của Quy chế", but "khoản 1 Điều 1 Quyết định này".
_OF_ANOTHER = late(
    r"\b(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|thông tư|quyết định|quy chế|điều lệ|kết luận)\b"
    r"(?!\s+này)"
    r"|\bquy định\s+số\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """An unquoted line of an article: its paragraph, its words without the label, the place of its
    unit ("Điều 2 khoản 1") and of its article."""

    number: int
    words: str
    place: str
    article: str
    component: ComponentKind
    is_transitional: bool


_Said = list[tuple[_Line, Clause]]


@dataclass
class _Found:
    """What the lines say, line by line."""

    said: _Said
    told: list[Unread] = field(default_factory=list)
    dates: dict[int, date] = field(default_factory=dict)  # of instructions, by index
    day: date | None = None
    is_unknown: bool = False

    def tell(self, act_no: int, line: _Line, why: Message, *, whole: bool = False) -> None:
        """Name a line that a person must look at; ``whole``: the day of the whole act hangs on it."""
        self.told.append(Unread(act_no, (line.number, line.number), line.words, why, whole))
        self.is_unknown = self.is_unknown or whole

    def tell_reason(
        self,
        act_no: int,
        line: _Line,
        clause: Clause,
        usual: Message = UNKNOWN_DAY,
        *,
        whole: bool = False,
    ) -> None:
        """Name a line for the reason that its clause gives, else for the usual one."""
        self.tell(act_no, line, clause.reason or usual, whole=whole)

    def day_of(self, instruction: Instruction) -> date | None:
        """Give the day of effect that an instruction has of its own."""
        return instruction.effect_date or self.dates.get(instruction.index)


def with_effects(
    text: ReadText, reading: ReadAmendments, act_no: int, *, is_amending: bool
) -> ReadAmendments:
    """Give a reading with its days of effect: of the act, of instructions that have their own; with
    the lines that give no sure day among the unread, and the transitional ones in their list.

    Args:
        is_amending: its title says that it amends. Of another act only the articles that say when
            it is in force are looked at: the rest may order what it likes of days and deadlines.
    """
    lines = _lines_beside_wording(text, reading)
    found = _Found(_said(lines, text.act.issue_date, is_amending=is_amending))
    _whole_act(text, reading, act_no, found)
    _parts(reading, act_no, found, {line.place for line in lines})
    told = tuple(sorted(found.told, key=lambda each: each.lines))
    return replace(
        reading,
        instructions=tuple(replace(i, effect_date=found.day_of(i)) for i in reading.instructions),
        unread=_still_unread(reading, found) + told,
        effect_date=_day_of_act(reading, found),
        is_effect_unknown=found.is_unknown,
        transitional=_transitional(lines, found, reading, act_no),
    )


def _lines_beside_wording(text: ReadText, reading: ReadAmendments) -> list[_Line]:
    """The unquoted lines that are no new wording: lines behind the first of an instruction are, also
    where no mark says so."""
    worded = {
        n for i in reading.instructions for n in range(i.source_lines[0] + 1, i.source_lines[1] + 1)
    }
    return [line for line in _lines_of(text) if line.number not in worded]


def _said(lines: Sequence[_Line], signed: date | None, *, is_amending: bool) -> _Said:
    """What the lines say of effect and transition that counts for this act, see ``with_effects``."""
    clauses = clauses_by_line([_behind_order(line.words) for line in lines], signed)
    said = [(line, c) for line, some in zip(lines, clauses, strict=True) for c in some]
    if is_amending:
        return said
    on_effect = {line.article for line, c in said if _is_on_whole_act(c)}
    return [(line, c) for line, c in said if line.article in on_effect or c.says is Says.TRANSITION]


def _is_on_whole_act(clause: Clause) -> bool:
    """Whether a clause dates the whole act, or would if it were clear."""
    if clause.says is Says.UNCLEAR:
        return not clause.places
    return clause.says is Says.WHOLE


_FULL_STOP = late(r"\.\s+")
_BEFORE_PLACES = late(
    r"^(?:(?:riêng|đối với|các|những|quy định|nội dung|tại|của|ở)\s+)*", re.IGNORECASE
)


def _dates(clause: Clause) -> bool:
    """Whether a clause gives a day to the act, or to provisions of which it says nothing else: not "Mức chi
    tại khoản 2 Điều 1 tăng gấp đôi"."""
    if clause.says is Says.PART:
        return bool(place_alone(_BEFORE_PLACES.sub("", clause.places.rstrip(" ,"))))
    return clause.says is Says.WHOLE


def _only_dates(words: str) -> bool:
    """Whether no sentence of a line orders a change besides."""
    return not any(may_order(said) or orders_something(said) for said in _FULL_STOP.split(words))


def _still_unread(reading: ReadAmendments, found: _Found) -> tuple[Unread, ...]:
    """The unread lines that are not known by now as lines on effect, and no more than that."""
    told = {unread.lines[0] for unread in found.told}
    dated = {line.number for line, c in found.said if _dates(c) and _only_dates(line.words)}

    def is_known(unread: Unread) -> bool:
        first, last = unread.lines
        if unread.why in (HIDDEN_ORDER, KEEPS_WHAT_CHANGES) or first != last:
            return first in told
        return first in told | dated

    return tuple(unread for unread in reading.unread if not is_known(unread))


def _day_of_act(reading: ReadAmendments, found: _Found) -> date | None:
    """The day of the whole act; where every part has a day of its own, the first of these: "Điều 1
    có hiệu lực từ ngày …; Điều 2 có hiệu lực từ ngày …"."""
    if found.is_unknown:
        return None
    if found.day is not None:
        return found.day
    is_all_dated = all(found.day_of(i) is not None for i in reading.instructions)
    return min(found.dates.values(), default=None) if is_all_dated else None


def _behind_order(words: str) -> str:
    """What a line says of effect: all of it, or what stands behind the order that it begins with."""
    own = OWN_EFFECT.search(words)
    return own.group().lstrip(" .;") if own is not None and is_order(words) else words


# -- lines ----------------------------------------------------------------------------------------


def _lines_of(text: ReadText) -> list[_Line]:
    """The unquoted lines of every article of the act, not of its appendices."""
    words = {paragraph.number: paragraph.text for paragraph in text.source.paragraphs}
    owned: dict[str, list[tuple[int, Role]]] = {}
    for entry in text.account:
        if entry.role not in (Role.QUOTATION, Role.ASIDE) and entry.line in words:
            owned.setdefault(entry.owner_id, []).append((entry.line, entry.role))

    found: list[_Line] = []

    def walk(
        units: Sequence[Unit],
        above: str,
        article: str,
        component: ComponentKind,
        is_transitional: bool,
    ) -> None:
        for unit in units:
            grouping = unit.kind in GROUPING_KINDS
            place = "" if grouping else _place(above, unit)
            own = place if unit.kind is UnitKind.ARTICLE else article
            goes_on = is_transitional or is_transition_title(unit.heading or "")
            for number, role in owned.get(unit.id, ()):
                line = words[number]
                if role is Role.LABEL:
                    line = _behind_label(line, unit.prefix.strip())
                goes_on = goes_on or _is_title_of_transition(line)
                if line:
                    found.append(_Line(number, line, place, own, component, goes_on))
            walk(unit.children, place, own, component, goes_on)

    for component in text.act.components:
        if component.kind is not ComponentKind.APPENDIX:
            walk(component.units, "", "", component.kind, is_transitional=False)
    return found


_TITLE_LENGTH = 60


def _behind_label(line: str, label: str) -> str:
    return line[len(label) :].lstrip() if line.startswith(label) else line


def _is_title_of_transition(line: str) -> bool:
    """Whether a whole line is no more than a title of transitional lines."""
    return len(line) < _TITLE_LENGTH and is_transition_title(line)


def _place(above: str, unit: Unit) -> str:
    return f"{above} {_LABEL_WORDS.get(unit.kind, str(unit.kind))} {unit.label}".strip()


# -- the day of the act ---------------------------------------------------------------------------


def _whole_act(text: ReadText, reading: ReadAmendments, act_no: int, found: _Found) -> None:
    """Settle the day of the whole act, or say which lines leave it open."""
    by_component, others = _on_the_act(found.said, text.act.kind)
    ordering = _ordering_component(text, reading)
    own = by_component.pop(ordering, [])
    for line, clause in own:
        if clause.says is Says.NOTE:
            found.tell_reason(act_no, line, clause)
    own = _without_notes(own)
    beside = _without_notes([each for some in by_component.values() for each in some])
    if ordering is ComponentKind.REGULATION:  # what the decision says holds for what it issues
        own, beside = own + beside, []
    _tell_own_days(own, text.act, act_no, found)
    _tell_hints(own, others, act_no, found)
    if not own:
        for line, clause in beside + others:
            found.tell_reason(act_no, line, clause, whole=True)
        _tell_silence(text.act, reading, act_no, found)


_ON_WHOLE = (Says.WHOLE, Says.UNCLEAR, Says.NOTE, Says.HINT)


def _on_the_act(said: _Said, kind: str) -> tuple[dict[ComponentKind, _Said], _Said]:
    """What is said of the whole act, by the component that says it; and what is said of something
    else or only hinted at.

    Args:
        kind: of the act, "Quyết định".
    """
    by_component: dict[ComponentKind, _Said] = {}
    others = []
    for line, clause in said:
        if clause.says not in _ON_WHOLE or clause.places:
            continue
        own_kind = kind if line.component is ComponentKind.BODY else ""
        if clause.says is Says.HINT or not speaks_of_itself(clause, own_kind):
            others.append((line, clause))
        else:
            names_act = clause.kind == kind.lower()  # "Quyết định này", wherever it stands
            where = ComponentKind.BODY if names_act else line.component
            by_component.setdefault(where, []).append((line, clause))
    return by_component, others


def _without_notes(said: _Said) -> _Said:
    return [(line, clause) for line, clause in said if clause.says is not Says.NOTE]


def _tell_own_days(own: _Said, act: Act, act_no: int, found: _Found) -> None:
    """Take the day that the act says of itself, and name the lines that are unclear, that give
    several days or one that is not known yet."""
    days = {clause.day for _, clause in own if clause.says is Says.WHOLE}
    found.day = next(iter(days)) if len(days) == 1 else None
    signed = act.issue_date or date.min
    for line, clause in own:
        if clause.says is Says.UNCLEAR:
            found.tell_reason(act_no, line, clause, whole=True)
        elif len(days) > 1:
            found.tell(act_no, line, OTHER_DAY, whole=True)
        elif clause.day is None:
            found.is_unknown = True
            if act.number:  # one that has no number is not issued yet: its day will come
                found.tell(act_no, line, SIGNING_UNKNOWN, whole=True)
        elif clause.day < signed:
            found.tell(act_no, line, BEFORE_SIGNING)


def _tell_hints(own: _Said, others: _Said, act_no: int, found: _Found) -> None:
    """ "…; quy định về họp có hiệu lực từ ngày khác": beside the day of the act, a part has another."""
    own_lines = {line.number for line, _ in own}
    for line, clause in others:
        if line.number in own_lines and clause.says is Says.HINT:
            found.tell(act_no, line, UNKNOWN_PART)


def _tell_silence(act: Act, reading: ReadAmendments, act_no: int, found: _Found) -> None:
    """Say that an act gives no day at all. The law gives State texts one that hangs on their level and
    on their publication; one that has no number is not issued yet."""
    is_state = bool(act.number) and not is_party_number(act.number)
    if found.is_unknown or not is_state:
        return
    dates_a_part = any(clause.says is Says.PART for _, clause in found.said)
    if reading.instructions and not dates_a_part:
        found.told.append(Unread(act_no, (1, 1), "", NOT_SAID, True))
        found.is_unknown = True


def _ordering_component(text: ReadText, reading: ReadAmendments) -> ComponentKind:
    """The component that holds the orders: an act may decide, or issue a text that amends."""
    if reading.instructions:
        first = reading.instructions[0].source_lines[0]
        for component in text.act.components:
            spans = [text.spans[unit.id] for unit in component.units]
            if spans and spans[0][0] <= first <= spans[-1][1]:
                return component.kind
    return ComponentKind.BODY


# -- parts with days of their own -----------------------------------------------------------------


def _parts(reading: ReadAmendments, act_no: int, found: _Found, known: set[str]) -> None:
    """Date the instructions whose places are named with a day, and name the lines that cannot be.

    Args:
        known: places of the act; one of them that holds no instruction is its own affair.
    """
    dated_here = {line.place for line, c in found.said if c.says is Says.PART}
    for line, clause in found.said:
        if not clause.places:
            continue
        places = [_own_place(each, line) for each in _cited(clause.places)]
        is_foreign = bool(_OF_ANOTHER.search(clause.places))
        touched = [] if is_foreign else _instructions_in(places, reading)
        is_own_affair = bool(places) and known.issuperset(places)
        if is_own_affair and not touched and not is_foreign:
            continue
        if clause.says is not Says.UNCLEAR:
            _date(touched, clause.day, act_no, line, found)
        elif not _is_read_there(line, clause, dated_here):
            found.tell_reason(act_no, line, clause, UNKNOWN_PART)


def _instructions_in(places: Sequence[str], reading: ReadAmendments) -> list[Instruction]:
    return [i for i in reading.instructions if any(_is_in(i, place) for place in places)]


def _date(
    touched: Sequence[Instruction], day: date | None, act_no: int, line: _Line, found: _Found
) -> None:
    """Give instructions a day of their own, and name the line where they have another one, or where
    there is nothing to date or no day."""
    if day is None or not touched:
        found.tell(act_no, line, UNKNOWN_PART)
        return
    for instruction in touched:
        if found.dates.setdefault(instruction.index, day) != day:
            found.tell(act_no, line, OTHER_DAY)


def _is_read_there(line: _Line, clause: Clause, dated_here: Collection[str]) -> bool:
    """ "trừ quy định tại khoản 2 Điều này": what that clause says of itself is read there."""
    own = [
        f"{line.article} khoản {label}"
        for named in _HERE.findall(clause.places)
        for label in re.findall(r"\d+[a-zđ]?", named)
    ]
    return bool(own) and all(place in dated_here for place in own)


_HERE = late(
    r"khoản\s+((?:\d+[a-zđ]?(?:\s*,\s*|\s+và\s+)?(?:khoản\s+)?)+)\s*Điều\s+này", re.IGNORECASE
)


def _cited(words: str) -> list[Cited]:
    tokens = tokenize(words)
    return [each for each in cited_provisions(tokens, 0, len(tokens)) if each.steps or each.is_this]


def _own_place(cited: Cited, line: _Line) -> str:
    """The place of a provision of the act itself, as ``Instruction.place`` has it."""
    steps = cited.path_steps()
    words = " ".join(
        f"{_LABEL_WORDS.get(UnitKind(s.kind), s.kind)} {s.label}"
        for s in steps
        if s.kind in _LABEL_WORDS
    )
    return words if words.startswith("Điều ") else f"{line.article} {words}".strip()


def _is_in(instruction: Instruction, place: str) -> bool:
    return instruction.place == place or instruction.place.startswith(place + " ")


# -- what goes on under the old rules -------------------------------------------------------------


def _transitional(
    lines: Sequence[_Line], found: _Found, reading: ReadAmendments, act_no: int
) -> tuple[Unread, ...]:
    """The transitional lines, those of one article together."""
    numbers = _transitional_numbers(lines, found, reading)
    result: list[Unread] = []
    articles: list[str] = []
    for line in lines:
        if line.number not in numbers:
            continue
        last = result[-1] if result else None
        if last is not None and articles[-1] == line.article and last.lines[1] >= line.number - 1:
            result[-1] = replace(
                last, lines=(last.lines[0], line.number), text=f"{last.text} {line.words}"
            )
        else:
            result.append(Unread(act_no, (line.number, line.number), line.words, TRANSITIONAL))
            articles.append(line.article)
    return tuple(result)


def _transitional_numbers(
    lines: Sequence[_Line], found: _Found, reading: ReadAmendments
) -> set[int]:
    """The lines that say what goes on under the old rules, without those that are told anyway."""
    known = {
        number
        for u in (*reading.unread, *found.told)
        for number in range(u.lines[0], u.lines[1] + 1)
    }
    dated = {line.number for line, c in found.said if c.says is Says.WHOLE}
    named = {line.number for line, c in found.said if c.says in (Says.TRANSITION, Says.GOES_ON)}
    titled = {line.number for line in lines if line.is_transitional}
    return (named | (titled - dated)) - known


NOT_SAID = message(
    "effect.not_said", "văn bản không có câu nào nói ngày có hiệu lực; hãy tự nêu ngày"
)
TRANSITIONAL = message(
    "effect.transitional",
    "điều khoản chuyển tiếp: không nằm trong lời văn hợp nhất, hãy xem và tự ghi chú nếu cần",
)
