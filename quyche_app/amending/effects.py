"""When an act and its single instructions take effect, and what of that is not sure.

"…; riêng khoản 5 Điều 1 có hiệu lực từ ngày 01/01/2019" dates the instructions of that place. What an
unquoted line says of time without a sure day is told as not read, never passed over; transitional
lines are listed. Source: docs/field.md 4.7 (read every date of the effect article, attach it by the
numbers named), docs/field.md 8.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from quyche_app.amending.unplaced import HIDDEN_ORDER
from quyche_app.domain.acts import ComponentKind, is_party_number
from quyche_app.domain.effect_clauses import (
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
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, ReadAmendments, Unread
from quyche_app.domain.quotations import is_order
from quyche_app.domain.sources import ReadText, Role
from quyche_app.domain.units import GROUPING_KINDS, Unit, UnitKind
from quyche_app.language.citations import Cited, cited_provisions
from quyche_app.language.grammar import OWN_EFFECT
from quyche_app.language.lexer import tokenize

_LABEL_WORDS = {
    UnitKind.ARTICLE: "Điều",
    UnitKind.CLAUSE: "khoản",
    UnitKind.POINT: "điểm",
    UnitKind.SUBPOINT: "tiết",
}
# A provision of another text: "khoản 2 Điều 5 của Quy chế", but "khoản 1 Điều 1 Quyết định này".
_OF_ANOTHER = re.compile(
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


@dataclass
class _Found:
    """What the lines say, line by line."""

    said: list[tuple[_Line, Clause]]
    told: list[Unread] = field(default_factory=list)
    dates: dict[int, date] = field(default_factory=dict)  # of instructions, by index
    day: date | None = None
    is_unknown: bool = False

    def tell(self, act_no: int, line: _Line, why: Message, *, whole: bool = False) -> None:
        """Name a line that a person must look at; ``whole``: the day of the whole act hangs on it."""
        self.told.append(Unread(act_no, (line.number, line.number), line.words, why, whole))
        self.is_unknown = self.is_unknown or whole


def with_effects(
    text: ReadText, reading: ReadAmendments, act_no: int, *, is_amending: bool
) -> ReadAmendments:
    """Give a reading with its days of effect: of the act, of instructions that have their own; with
    the lines that give no sure day among the unread, and the transitional ones in their list.

    Args:
        is_amending: its title says that it amends. Of another act only the articles that say when
            it is in force are looked at: the rest may order what it likes of days and deadlines.
    """
    # Lines behind the first of an instruction are its new wording, also where no mark says so.
    worded = {
        n for i in reading.instructions for n in range(i.source_lines[0] + 1, i.source_lines[1] + 1)
    }
    lines = [line for line in _lines_of(text) if line.number not in worded]
    clauses = clauses_by_line([_behind_order(line.words) for line in lines], text.act.issue_date)
    said = [(line, c) for line, some in zip(lines, clauses, strict=True) for c in some]
    on_effect = {
        line.article
        for line, c in said
        if c.says is Says.WHOLE or (c.says is Says.UNCLEAR and not c.places)
    }
    found = _Found(
        [
            (line, c)
            for line, c in said
            if is_amending or line.article in on_effect or c.says is Says.TRANSITION
        ]
    )
    _whole_act(text, reading, act_no, found)
    _parts(reading, act_no, found, {line.place for line in lines})
    sure = {line.number for line, c in found.said if c.says in (Says.WHOLE, Says.PART)}
    told = {unread.lines[0] for unread in found.told}
    unread = tuple(
        u
        for u in reading.unread
        if u.lines[0] not in told
        and (u.why == HIDDEN_ORDER or not (u.lines[0] == u.lines[1] and u.lines[0] in sure))
    )
    uncovered = [
        i for i in reading.instructions if i.effect_date is None and i.index not in found.dates
    ]
    day = found.day
    if day is None and found.dates and not uncovered and not found.is_unknown:
        day = min(
            found.dates.values()
        )  # "Điều 1 có hiệu lực từ ngày …; Điều 2 có hiệu lực từ ngày …"
    return replace(
        reading,
        instructions=tuple(
            replace(i, effect_date=i.effect_date or found.dates.get(i.index))
            for i in reading.instructions
        ),
        unread=unread + tuple(sorted(found.told, key=lambda each: each.lines)),
        effect_date=None if found.is_unknown else day,
        is_effect_unknown=found.is_unknown,
        transitional=_transitional(lines, found, reading, act_no),
    )


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
                prefix = unit.prefix.strip()
                if role is Role.LABEL and line.startswith(prefix):
                    line = line[len(prefix) :].lstrip()
                goes_on = goes_on or (len(line) < _TITLE_LENGTH and is_transition_title(line))
                if line:
                    found.append(_Line(number, line, place, own, component, goes_on))
            walk(unit.children, place, own, component, goes_on)

    for component in text.act.components:
        if component.kind is not ComponentKind.APPENDIX:
            walk(component.units, "", "", component.kind, is_transitional=False)
    return found


_TITLE_LENGTH = 60


def _place(above: str, unit: Unit) -> str:
    return f"{above} {_LABEL_WORDS.get(unit.kind, str(unit.kind))} {unit.label}".strip()


# -- the day of the act ---------------------------------------------------------------------------


def _whole_act(text: ReadText, reading: ReadAmendments, act_no: int, found: _Found) -> None:
    """Settle the day of the whole act, or say which lines leave it open."""
    kind = text.act.kind
    by_component: dict[ComponentKind, list[tuple[_Line, Clause]]] = {}
    others = []
    for line, clause in found.said:
        if clause.says not in (Says.WHOLE, Says.UNCLEAR, Says.NOTE, Says.HINT) or clause.places:
            continue
        own_kind = kind if line.component is ComponentKind.BODY else ""
        if clause.says is Says.HINT or not speaks_of_itself(clause, own_kind):
            others.append((line, clause))
        else:
            names_act = clause.kind == kind.lower()  # "Quyết định này", wherever it stands
            where = ComponentKind.BODY if names_act else line.component
            by_component.setdefault(where, []).append((line, clause))
    ordering = _ordering_component(text, reading)
    own = by_component.pop(ordering, [])
    for line, clause in own:
        if clause.says is Says.NOTE:
            found.tell(act_no, line, clause.reason or UNKNOWN_DAY)
    own = [(line, c) for line, c in own if c.says is not Says.NOTE]
    beside = [
        each for some in by_component.values() for each in some if each[1].says is not Says.NOTE
    ]
    if ordering is ComponentKind.REGULATION:  # what the decision says holds for what it issues
        own, beside = own + beside, []
    days = {c.day for _, c in own if c.says is Says.WHOLE}
    for line, clause in own:
        if clause.says is Says.UNCLEAR:
            found.tell(act_no, line, clause.reason or UNKNOWN_DAY, whole=True)
        elif len(days) > 1:
            found.tell(act_no, line, OTHER_DAY, whole=True)
        elif clause.day is not None and text.act.issue_date and clause.day < text.act.issue_date:
            found.tell(act_no, line, BEFORE_SIGNING)
        elif clause.day is None and clause.says is Says.WHOLE:
            found.is_unknown = True
            if text.act.number:  # one that has no number is not issued yet: its day will come
                found.tell(act_no, line, SIGNING_UNKNOWN, whole=True)
    own_lines = {line.number for line, _ in own}
    for line, clause in others:
        if own and line.number in own_lines and clause.says is Says.HINT:
            found.tell(act_no, line, UNKNOWN_PART)  # "…; quy định về họp có hiệu lực từ ngày khác"
    if not own:
        for line, clause in beside + others:
            found.tell(act_no, line, clause.reason or UNKNOWN_DAY, whole=True)
    found.day = next(iter(days)) if len(days) == 1 else None
    is_state = bool(text.act.number) and not is_party_number(text.act.number)
    is_silent = (
        not own and not found.is_unknown and not any(c.says is Says.PART for _, c in found.said)
    )
    if is_state and is_silent and reading.instructions:
        # The law gives State texts a day that hangs on their level and on their publication.
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
        touched = [i for i in reading.instructions if any(_is_in(i, place) for place in places)]
        is_foreign = bool(_OF_ANOTHER.search(clause.places))
        if places and not touched and not is_foreign and known.issuperset(places):
            continue
        if clause.says is Says.UNCLEAR:
            # "trừ quy định tại khoản 2 Điều này": what that clause says of itself is read there.
            own = [
                f"{line.article} khoản {label}"
                for named in _HERE.findall(clause.places)
                for label in re.findall(r"\d+[a-zđ]?", named)
            ]
            if not own or any(place not in dated_here for place in own):
                found.tell(act_no, line, clause.reason or UNKNOWN_PART)
            continue
        if is_foreign or not touched or clause.day is None:
            found.tell(act_no, line, UNKNOWN_PART)
            continue
        for instruction in touched:
            if found.dates.setdefault(instruction.index, clause.day) != clause.day:
                found.tell(act_no, line, OTHER_DAY)


_HERE = re.compile(
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
    known = {
        number
        for u in (*reading.unread, *found.told)
        for number in range(u.lines[0], u.lines[1] + 1)
    }
    dated = {line.number for line, c in found.said if c.says is Says.WHOLE}
    named = {line.number for line, c in found.said if c.says in (Says.TRANSITION, Says.GOES_ON)}
    result: list[Unread] = []
    articles: list[str] = []
    for line in lines:
        is_one = line.number in named or (line.is_transitional and line.number not in dated)
        if not is_one or line.number in known:
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


NOT_SAID = message(
    "effect.not_said", "văn bản không có câu nào nói ngày có hiệu lực; hãy tự nêu ngày"
)
TRANSITIONAL = message(
    "effect.transitional",
    "điều khoản chuyển tiếp: không nằm trong lời văn hợp nhất, hãy xem và tự ghi chú nếu cần",
)
