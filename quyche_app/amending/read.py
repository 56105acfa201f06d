"""An amending act → its instructions, and what was not read.

Walks over the tree of the act. Containers ("3. Sửa đổi, bổ sung một số khoản của Điều 34 như sau:")
give their article, clause and act to what stands under them; the nearest wins. Every paragraph of
the operative part belongs to an instruction, a container, an implementing clause, or the list of
what was not read. Source: docs/field.md 4.2-4.4, docs/architecture.md 5.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quyche_app.amending.act_context import Context
from quyche_app.amending.act_lines import (
    ActLine,
)
from quyche_app.amending.act_paragraphs import ActParagraphs
from quyche_app.amending.change_rows import ChangeRows
from quyche_app.amending.closing import (
    HIDDEN_REPEALS,
    ended_texts,
    is_implementing,
    is_plain_order,
    limits_the_act,
    orders_something,
    replaces_the_text,
    says_rest_stays,
)
from quyche_app.amending.effects import with_effects
from quyche_app.amending.instructions import (
    common_steps,
)
from quyche_app.amending.leftovers import Taken, told_behind, told_heads, told_leftovers
from quyche_app.amending.line_orders import TRIMMED, UNKNOWN_PLACE, LineOrders, may_order
from quyche_app.amending.scope import amended_numbers
from quyche_app.amending.unplaced import (
    HIDDEN_ORDER,
    KEEPS_WHAT_CHANGES,
    has_a_verb_of_its_own,
    is_plain_wording,
)
from quyche_app.domain.acts import ComponentKind
from quyche_app.domain.addresses import Address
from quyche_app.domain.change_tables import (
    Columns,
    OrderColumns,
    cells_of,
    columns_of,
    heads_table,
    order_columns_of,
)
from quyche_app.domain.messages import message
from quyche_app.domain.operations import (
    Confidence,
    Instruction,
    ReadAmendments,
    Unread,
)
from quyche_app.domain.patterns import late
from quyche_app.domain.sources import ReadText
from quyche_app.domain.texts import capital
from quyche_app.domain.units import (
    GROUPING_KINDS,
    Unit,
    UnitKind,
    walk,
)
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import ARTICLE_RANK
from quyche_app.language.containers import limiting_words, listing_verb, small_name
from quyche_app.language.contradictions import kept_places
from quyche_app.language.orders import Order, Statement, WordPair
from quyche_app.language.statements import read_statement
from quyche_app.language.topics import names_a_place, place_alone
from quyche_app.language.word_order import active_form

_AMENDING_TITLE = late(
    r"\bsửa\b|bổ sung|bãi bỏ|thay thế|thay đổi|đính chính|điều chỉnh|chỉnh lý|chỉnh sửa|hiệu chỉnh",
    re.IGNORECASE,
)
_IN_IMPLEMENTATION = message("doubt.in_implementation", "nằm trong điều khoản thi hành")
# "khoản 3 (mới) Điều 7": the number that another order of the act gives.
_NEW_NUMBER = late(
    r"\b(?:khoản|điểm|điều)\s+\w{1,4}\s*(?:mới\b|\(\s*(?:mới|số mới|theo số mới|(?:đã|sau khi)\s+(?:được\s+)?"
    r"(?:đánh (?:lại )?số|sắp xếp|chuyển)[^()]{0,20})\s*\))",
    re.IGNORECASE,
)
_BY_NEW_NUMBER = message(
    "doubt.new_number",
    "gọi chỗ bằng số mới, trong khi văn bản này đánh lại số: đã hiểu theo số đang có",
)
_NUMBERS_ANEW = frozenset((Verb.RENUMBER, Verb.MOVE, Verb.INSERT))


def _by_new_numbers(instructions: Sequence[Instruction]) -> list[Instruction]:
    """The instructions, those doubtful that name a standing provision by its new number while another one of
    the act numbers anew."""
    anew = any(one.verb in (Verb.RENUMBER, Verb.MOVE) for one in instructions)
    return [
        replace(one, confidence=Confidence.DOUBTFUL, reasons=(*one.reasons, _BY_NEW_NUMBER))
        if anew and one.verb not in _NUMBERS_ANEW and _NEW_NUMBER.search(one.source_text)
        else one
        for one in instructions
    ]


_ENDS_THE_BASE = message(
    "line.ends_the_base",
    "câu này thay thế hoặc bãi bỏ cả văn bản gốc: hãy xem còn sửa văn bản gốc không",
)
# "Ban Thường vụ sửa đổi, bổ sung một số nội dung như sau:"
_LEADS_TO_CHANGES = late(
    r"\b(?:sửa đổi|bổ sung|điều chỉnh|thay đổi|đính chính)\b[^“”:]*(?:như sau|sau đây|cụ thể)\s*:\s*$",
    re.IGNORECASE,
)


class AmendmentReader:
    """Reads one act; use ``read_amendments``."""

    def __init__(self, text: ReadText, act_no: int) -> None:
        self._text = text
        self._act_no = act_no
        self._paragraphs = ActParagraphs(text)
        self._orders = LineOrders(act_no, text.act.kind)
        self._rows = ChangeRows(self._orders)
        self._walked: list[tuple[int, int]] = []
        self._leads: set[int] = set()
        self._passed: list[ActLine] = []  # of an act that amends besides, see ``_tell_passed``
        title = f"{text.act.title} {text.act.kind}".strip()
        first = next((u for u in text.act.units() if u.kind is UnitKind.ARTICLE), None)
        lines = self._paragraphs.lines(first) if first is not None else []
        self._head = " ".join([title, *(line.text for line in lines[:1])])
        self._is_amending = bool(_AMENDING_TITLE.search(title)) or (
            not text.act.title and self._begins_with_orders()
        )

    def read(self) -> ReadAmendments:
        """Give the instructions of the act."""
        for component in self._text.act.components:
            if component.kind is not ComponentKind.APPENDIX:
                self._walk_all(component.units, Context(), "")
        self._tell_passed()
        found = self._orders
        taken = Taken(self._walked, found.containers, found.implementing, found.following)
        instructions, unread = told_leftovers(
            self._text, self._act_no, found.instructions, found.unread, taken
        )
        instructions = _by_new_numbers(instructions)
        unread = [*unread, *self._kept_and_changed(instructions)]
        if self._is_amending:
            unread = [
                *told_heads(self._text, self._act_no),
                *unread,
                *told_behind(self._text, self._act_no),
            ]
        reading = ReadAmendments(
            self._text.act,
            tuple(instructions),
            tuple(unread),
            None,
            tuple(found.implementing),
            amended_numbers(self._text.act.title),
        )
        reading = replace(reading, ended=tuple(self._ended()))
        return with_effects(self._text, reading, self._act_no, is_amending=self._is_amending)

    def _ended(self) -> Iterator[tuple[str, Unread]]:
        """The texts that the closing lines replace or end as a whole: whether the base is one, it tells."""
        for line in self._paragraphs.between(self._orders.implementing):
            for number in ended_texts(line.text):
                lines = (line.number, line.number)
                yield number, Unread(self._act_no, lines, line.text, _ENDS_THE_BASE)

    def _kept_and_changed(self, instructions: Sequence[Instruction]) -> list[Unread]:
        """The closing lines that say of a provision that it stays, while an order of the act changes it; a
        chapter that stays may hold any article."""
        changed = [Address(t.address.steps).path for one in instructions for t in one.targets]
        told = []
        for line in self._paragraphs.between(self._orders.implementing):
            for kept in kept_places(line.text):
                path = Address(kept.path_steps()).path
                is_group = kept.rank > ARTICLE_RANK and kept.own.kind in GROUPING_KINDS
                if is_group or any(f"{other}/".startswith(f"{path}/") for other in changed):
                    told.append(
                        Unread(
                            self._act_no, (line.number, line.number), line.text, KEEPS_WHAT_CHANGES
                        )
                    )
                    break
        return told

    def _tell_passed(self) -> None:
        """Tell what else of an act without a title speaks of a provision and may change it, where some of it
        is an order: it may be an amending one. A new law that repeals others has its title."""
        if not self._orders.instructions or self._text.act.title:
            return
        for line in self._passed:
            if names_a_place(line.text) and may_order(line.text):
                self._orders.tell(line, HIDDEN_ORDER)

    def _begins_with_orders(self) -> bool:
        """An act without its head (a part of a file) is an amending one when an article orders
        something about a named act or provision."""
        for article in self._text.act.units():
            lines = self._paragraphs.lines(article) if article.kind is UnitKind.ARTICLE else []
            if lines and _LEADS_TO_CHANGES.search(lines[0].text):
                return self._paragraphs.hold_orders(article)
            if lines and orders_something(lines[0].text):
                statement = read_statement(lines[0].text)
                if re.search(r"\d", statement.act_name) or any(
                    cited.steps for order in statement.orders for cited in order.targets
                ):
                    return True
        return False

    def _walk_all(self, units: Sequence[Unit], context: Context, place: str) -> None:
        for unit in units:
            if unit.kind in GROUPING_KINDS:
                self._walk_group(unit, context)
            elif unit.kind is UnitKind.ARTICLE:
                self._walk_article(unit, context)
            else:
                self._walk_whole(unit, context, place)

    def _walk_group(self, unit: Unit, context: Context) -> None:
        """A chapter whose name says which act it amends (docs/field.md 4.4), or a Roman number with orders
        right under it: "I. Thống nhất sửa đổi Quy chế như sau:" / "- Điều 2 …"."""
        if self._is_amending and not any(u.kind is UnitKind.ARTICLE for u in walk((unit,))):
            self._walk_numbered(unit, context)
            return
        heading = (unit.heading or "").replace("\n", " ")
        statement = read_statement(heading)
        name = statement.act_name or _act_in_capitals(heading)
        inner = replace(context, act_name=name) if name else context
        glued = _GLUED_ARTICLE.search(heading)
        self._walk_all(unit.children, inner, glued["place"] if glued else "")

    def _walk_numbered(self, unit: Unit, context: Context) -> None:
        """A Roman number of an act without articles: orders, or what is said of effect and implementation."""
        lines = self._paragraphs.lines(unit)
        words = lines[0].text if lines else ""
        leads = bool(place_alone(words)) or self._paragraphs.hold_orders(unit)
        if leads or not is_implementing(words):
            self._walk_whole(unit, context, "")
        else:
            self._orders.implementing.append((lines[0].number, self._text.spans[unit.id][1]))

    def _walk_article(self, unit: Unit, context: Context) -> None:
        lines = self._paragraphs.lines(unit)
        words = lines[0].text if lines else ""
        is_order_line = orders_something(words)
        if self._is_amending and (is_order_line or not self._is_implementing(unit, words)):
            self._walk_whole(unit, context, "")
            return
        if not self._is_amending and is_order_line:
            self._walk_strict(unit, context, "")
            return
        if lines:
            self._orders.implementing.append((lines[0].number, self._text.spans[unit.id][1]))
        inner = replace(context, strict=True)
        for line in lines:
            self._strict_line(line, inner, _place("", unit))
        for child in unit.children:
            self._walk_strict(child, inner, _place("", unit))

    def _is_implementing(self, article: Unit, heading: str) -> bool:
        """An article on effect, transition or implementation; one without a name and without orders
        ("Điều 3" / "1. Luật này có hiệu lực …") is told by its clauses."""
        if heading.strip(TRIMMED) or self._paragraphs.hold_orders(article):
            return is_implementing(heading) or says_rest_stays(heading)
        lines = [line.text for child in article.children for line in self._paragraphs.lines(child)]
        return any(is_implementing(line) for line in lines)

    def _walk_strict(self, unit: Unit, context: Context, place: str) -> None:
        """Orders inside effect and implementing articles ("3. Bãi bỏ khoản 2 Điều 5 Thông tư …"),
        and inside acts that are no amendments themselves."""
        lines = self._paragraphs.lines(unit)
        if (
            lines
            and orders_something(lines[0].text)
            and (is_plain_order(lines[0]) or self._holds_plain_orders(unit))
        ):
            self._walk_whole(unit, replace(context, strict=True), place)
            return
        here = _place(place, unit)
        for line in lines:
            self._strict_line(line, context, here)
        for child in unit.children:
            self._walk_strict(child, context, here)

    def _holds_plain_orders(self, unit: Unit) -> bool:
        return any(
            any(
                orders_something(line.text) and is_plain_order(line)
                for line in self._paragraphs.lines(child)
            )
            or self._holds_plain_orders(child)
            for child in unit.children
        )

    def _strict_line(self, line: ActLine, context: Context, place: str) -> None:
        if orders_something(line.text) and is_plain_order(line):
            self._orders.statement(line, context, place)
            return
        done = is_told = False
        for found in HIDDEN_REPEALS.finditer(line.text):
            words = found["order"].strip(" .;,")
            statement = read_statement(capital(words))
            about = statement.act_name
            if "này" in found.group() and not about:
                # "khoản 2 Điều 3 Nghị định này hết hiệu lực": of the act itself; "Bãi bỏ khoản 1 Điều 1 Quyết
                # định này" takes an order of the act back.
                is_told |= self._is_amending and words.lower().startswith("bãi bỏ")
                continue
            cited = [c for o in statement.orders for c in o.targets if c.steps]
            done = True
            if cited and all(o.verb is Verb.REPEAL and not o.unknown for o in statement.orders):
                piece = ActLine(line.number, line.last, words, doubt=line.doubt)
                self._orders.statement(piece.doubted(_IN_IMPLEMENTATION), context, place, statement)
            elif self._is_amending:
                is_told = True
        if self._is_amending and replaces_the_text(line.text, self._head):
            is_told = True
        if is_told or (self._is_amending and limits_the_act(line.text)):
            self._orders.tell(line, HIDDEN_ORDER)
        if done:
            return
        if not self._is_amending:
            self._passed.append(line)
            return
        if may_order(line.text) or orders_something(line.text):
            self._orders.tell(line, HIDDEN_ORDER)

    # -- one unit ---------------------------------------------------------------------------------

    def _walk_whole(self, unit: Unit, context: Context, above: str) -> None:
        """A unit that orders something: every paragraph of it needs an account."""
        self._walked.append(self._text.spans[unit.id])
        self._walk(unit, context, above)

    def _walk(self, unit: Unit, context: Context, above: str) -> None:
        place = _place(above, unit)
        lines = self._paragraphs.lines(unit)
        if not lines:
            return
        left = self._rows.without_pairs(lines, context, place)
        if left[:1] != lines[:1]:  # "1. Khoản 2, Điều 4" / "Hiện ghi: …" / "Nay ghi: …"
            self._listed_lines(left, context, place)
            for child in unit.children:
                self._walk(child, context, place)
            return
        head, more = lines[0], lines[1:]
        if (beside := _order_in_brackets(head)) is not None:
            head, own = beside
            self._orders.statement(own, context, place)
        statement = read_statement(head.text)
        order_lines = [line for line in more if orders_something(line.text)]
        child_orders = [c for c in unit.children if self._paragraphs.hold_orders(c)]
        has_rows = len(left) < len(lines)
        has_rows |= any(heads_table(cells_of(line.text)) for line in more)
        more = left[1:]
        if not any((statement.orders, unit.children, order_lines, has_rows)):
            self._orders.statement(head, context, place, statement)
            return
        if _is_complete(statement, head, context):
            self._orders.statement(head, context, place, statement)
            self._listed_lines(more, context, place)
            for child in child_orders:
                self._walk(child, context, place)
            return
        inner = self._inner(context, statement, head)
        verb = "" if head.quoted or has_rows else listing_verb(head.text)
        if verb and any((more, unit.children)):
            self._walk_under_verb(unit, replace(inner, listed_verb=verb), place)
            return
        if not head.quoted and any((child_orders, order_lines, has_rows)):
            self._orders.lead(head)
            runs_on = [line.number for line in more[:1]] == [head.number]
            if runs_on or _orders_besides(statement):
                self._orders.statement(head, context, place, statement)
            first = unit.children[0] if unit.children else None
            led = self._lead_of(more, inner, first)
            self._listed_lines(more, inner, place)
            self._walk_led(unit.children, led or inner, inner, place)
            return
        if unit.children and not head.quoted and self._lists_under(unit, statement):
            self._orders.lead(head)
            for child in unit.children:
                self._walk_listed(child, inner, place)
            return
        self._orders.statement(head, context, place, statement)
        if head.quoted:
            self._orders.following.update(line.number for line in more)
        self._listed_lines(more, inner, place)
        for child in unit.children:
            if self._paragraphs.hold_orders(child):
                self._walk(child, inner, place)

    def _walk_under_verb(self, unit: Unit, context: Context, place: str) -> None:
        """What stands under a line that is a verb alone: "3. Lược bỏ các nội dung:" / "- Khoản 3 Điều 6."."""
        head, *more = self._paragraphs.lines(unit)
        self._orders.lead(head)
        for line in more:
            self._orders.statement(line, context, place)
        for child in unit.children:
            self._walk(child, context, place)

    def _listed_lines(self, lines: Sequence[ActLine], context: Context, place: str) -> None:
        """Orders that stand in lines with dashes; one that only names a place gives it to those with another
        mark under it: "- Tại Điều 2:" / "+ Điểm 2.3 bỏ." / "- Điều 3 bỏ."."""
        held, mark = context, ""
        columns: Columns | None = None
        ordering: OrderColumns | None = None
        for line, following in itertools.zip_longest(lines, lines[1:]):
            cells = cells_of(line.text)
            if columns is not None and len(cells) == columns.count:
                held = self._rows.under_head(line, cells, columns, held, place)
                continue
            if ordering is not None and len(cells) == ordering.count:
                self._rows.order(line, cells, ordering, context, place)
                continue
            if heads_table(cells):
                columns, ordering = columns_of(cells), order_columns_of(cells)
                self._orders.lead(line)
                continue
            if line.number in self._leads:
                self._orders.lead(line)
                continue
            own = _mark_of(line.text)
            led = self._led_by_line(context, line, following)
            if led != context:
                if led.is_misplaced and not _names_groups(line):
                    self._orders.tell(line, UNKNOWN_PLACE)
                held, mark = led, own
                self._orders.lead(line)
                continue
            if self._goes_on_told(line):
                continue
            if own == mark:
                held = context
            self._orders.statement(line, held, place)

    def _led_by_line(self, context: Context, line: ActLine, following: ActLine | None) -> Context:
        """What a line gives to those with another mark under it: "- Tại Điều 2:", "- Điều 4 sửa như sau:"."""
        cited = place_alone(line.text)
        below = _mark_of(following.text) if following is not None else ""
        # Under a line that ends with no colon stand those with another mark.
        leads_on = bool(cited) and following is not None and below != _mark_of(line.text)
        if line.quoted or not (line.text.rstrip().endswith(":") or leads_on):
            return context
        if not cited and below not in ("", _mark_of(line.text)):
            led = self._led_by_change(context, replace(line, text=line.text.lstrip("-–+•* ")))
            if led != context:
                return led
        return context.led(line.text, cited)

    def _goes_on_told(self, line: ActLine) -> bool:
        """Take a line for the words of the order told right before it, which announces them: "Bổ sung vào
        Bảng 1:" / the cells of the table. What orders something itself is looked at alone."""
        told = self._orders.unread[-1] if self._orders.unread else None
        if told is None or line.quoted:
            return False
        if (told.lines[1] + 1, told.text.rstrip()[-1:]) != (line.number, ":"):
            return False
        if not is_plain_wording(line.text):
            return False
        self._orders.unread[-1] = replace(told, lines=(told.lines[0], line.last))
        return True

    def _walk_led(
        self, children: Sequence[Unit], led: Context, context: Context, place: str
    ) -> None:
        """Units under a line that gives its place to them: "- Tại Điều 3:" / "a) Thay …" / "- Tại Điều 4:" /
        "a) Bỏ …"; such a line stands at the end of the unit before."""
        for child, following in itertools.zip_longest(children, children[1:]):
            further = self._lead_of(self._paragraphs.lines(child)[1:], context, following)
            self._walk(child, led, place)
            led = further or led

    def _lead_of(
        self, lines: Sequence[ActLine], context: Context, following: Unit | None
    ) -> Context | None:
        """What the last of some lines gives to the units behind it: it only names a place, or says that
        its place is changed."""
        if not lines or following is None:
            return None
        line = replace(lines[-1], text=lines[-1].text.lstrip("-–+•* "))
        if line.quoted or not self._paragraphs.hold_orders(following):
            return None
        cited = place_alone(line.text)
        led = context.led(line.text, cited) if cited else self._led_by_change(context, line)
        if led == context:
            return None
        self._leads.add(line.number)
        return led

    def _led_by_change(self, context: Context, line: ActLine) -> Context:
        """ "Sửa đổi, bổ sung một số nội dung của Điều 2 như sau:" over the orders."""
        statement = read_statement(line.text)
        changes = [order.verb is Verb.AMEND and not order.pairs for order in statement.orders]
        is_open = line.text.rstrip().endswith((":", "như sau"))
        return (
            self._inner(context, statement, line) if is_open and set(changes) == {True} else context
        )

    def _lists_under(self, unit: Unit, statement: Statement) -> bool:
        """The order's provisions or words stand in its children: "Bãi bỏ các quy định sau: a) …"."""
        if not statement.orders:
            return False
        exact = [
            cited for order in statement.orders for cited in order.targets if not cited.generic
        ]
        pairs = [order.pairs for order in statement.orders if order.pairs]
        placed = any(all(pair.places for pair in each) for each in pairs)
        return not exact and not placed

    def _walk_listed(self, unit: Unit, context: Context, above: str) -> None:
        """A child without a verb under an order that has one."""
        place = _place(above, unit)
        for line in self._paragraphs.lines(unit):
            if has_a_verb_of_its_own(line.text):
                self._orders.tell_nothing_read(line, context)
                continue
            words = line.text[:1].lower() + line.text[1:]
            if context.pairs:
                quoted = ", ".join(_pair_words(pair) for pair in context.pairs)
                words = f"{context.verb_words} {quoted} tại {words}"
            else:
                words = f"{context.verb_words} {words}"
            statement = read_statement(words)
            self._orders.statement(line, context, place, statement)
        for child in unit.children:
            self._walk_listed(child, context, place)

    def _inner(self, context: Context, statement: Statement, head: ActLine) -> Context:
        """What this unit gives to what stands under it."""
        name = statement.act_name or small_name(head.text) or context.act_name
        # What denies holds for all under it.
        limit = context.limit
        if not limit and not listing_verb(head.text):
            limit = limiting_words(head.text, statement.act_name)
        cited = place_alone(head.text)
        if self._is_of_decision(head.text):
            context = replace(context, component="body")
        if cited or not statement.orders:
            return replace(context.led(head.text, cited), act_name=name, limit=limit)
        steps = common_steps(statement.orders, context.steps)
        words = statement.orders[0].text.split(" ")
        verb_words = _verb_words(head.text) or " ".join(words[:2])
        pairs = tuple(p for o in statement.orders for p in o.pairs if not p.places)
        return replace(
            context,
            steps=steps,
            act_name=name,
            component=_component_under(head.text, statement, context),
            verb_words=verb_words,
            pairs=pairs,
            limit=limit,
        )

    def _is_of_decision(self, head: str) -> bool:
        """Whether a line over orders names the issuing decision, beside another one that names the
        regulation: "Điều 2. Quyết định số 9-QĐ/CB chỉnh sửa như sau:"."""
        if not _THE_DECISION.search(head) or _THE_REGULATION.search(head):
            return False
        others = (unit for unit in self._text.act.units() if unit.kind in _HEADS)
        lines = (line.text for unit in others for line in self._paragraphs.lines(unit)[:1])
        return any(_THE_REGULATION.search(line) for line in lines)

    # -- statements → instructions ----------------------------------------------------------------


def _is_complete(statement: Statement, line: ActLine, context: Context) -> bool:
    """Whether a line orders all it has to and announces nothing: what stands under it is not its list."""
    if line.quoted or line.text.rstrip().endswith((":", "như sau")):
        return False
    return bool(statement.orders) and all(_needs_nothing(o, context) for o in statement.orders)


def _needs_nothing(order: Order, context: Context) -> bool:
    """Whether neither new wording nor a place is missing."""
    if order.pairs:
        placed = all(pair.places for pair in order.pairs)
        return any((placed, order.whole_act, context.steps))
    if order.verb is Verb.REPEAL or order.inline is not None:
        return bool(order.targets) and all(cited.is_whole for cited in order.targets)
    return bool(order.results)


def _orders_besides(statement: Statement) -> bool:
    """Whether a line with orders under it orders something of its own: "Bãi bỏ khoản 4 và sắp xếp lại các
    khoản Điều 7 như sau:"."""
    if len(statement.orders) < 2:
        return False
    repeals = [order for order in statement.orders if order.verb is Verb.REPEAL]
    return any(cited.is_whole for order in repeals for cited in order.targets)


# "Sửa đổi Quyết định số 15-QĐ/ĐU, ngày 05/9/2025 và Quy chế ban hành kèm theo như sau:"
_BOTH = late(
    r"\b(?:Quyết định|Nghị quyết)\b[^;:“”]{0,80}?\s+và\s+(?:bản\s+)?(?:Quy chế|Quy định|Nội quy)\b"
    r"[^;:“”]{0,40}\bkèm theo\b"
)


def _component_under(head: str, statement: Statement, context: Context) -> str:
    """Of which text the orders under a line are, where they do not say; of neither for certain under one that
    names both."""
    if _BOTH.search(head):
        return ""
    return "regulation" if statement.names_regulation else context.component


_THE_DECISION = late(r"\b(?:Quyết định|Nghị quyết)\s+số\s+\d")
_THE_REGULATION = late(r"\b(?:Quy chế|Quy định|Nội quy)\b")
_HEADS = (UnitKind.ARTICLE, UnitKind.CLAUSE)
# "Chương ISỬA ĐỔI, BỔ SUNGĐiều 1. …": the article stands on the line of the chapter.
_GLUED_ARTICLE = late(r"\S(?P<place>Điều \d{1,3}[a-zđ]?)[.:]\s")


def _names_groups(line: ActLine) -> bool:
    """Whether a line says no more than which chapters those under it are about: "D. Phần IV và Phần V"."""
    cited = place_alone(line.text)
    return bool(cited) and all(one.is_whole and one.rank > ARTICLE_RANK for one in cited)


def _mark_of(words: str) -> str:
    """The mark that a line of a list begins with: "-", "+"; "" when it has none."""
    return words.lstrip()[:1] if words.lstrip()[:1] in "-–+•*" else ""


def _verb_words(text: str) -> str:
    match = re.match(
        r"(?:Sửa đổi,? (?:và )?bổ sung|Sửa đổi|Bổ sung|Bãi bỏ|Hủy bỏ|Huỷ bỏ|Thay thế|Thay|Bỏ|Sửa)",
        active_form(text),
        re.IGNORECASE,
    )
    return match.group() if match else ""


def _pair_words(pair: WordPair) -> str:
    return f"cụm từ “{pair.old}” bằng cụm từ “{pair.new}”" if pair.new else f"cụm từ “{pair.old}”"


def _place(above: str, unit: Unit) -> str:
    words = {
        UnitKind.ARTICLE: "Điều",
        UnitKind.CLAUSE: "khoản",
        UnitKind.POINT: "điểm",
        UnitKind.SUBPOINT: "tiết",
    }
    here = f"{words.get(unit.kind, str(unit.kind))} {unit.label}"
    return f"{above} {here}".strip()


_WITH_ORDER = late(
    r"(?P<place>[^()“”«»\":;]{3,80}?)\s*\("
    r"(?P<order>[^()“”«»\"]{2,60}[“«\"][^“”«»\"]+[”»\"][^()“”«»\"]{0,20})\)\s*:?\s*$"
)


def _order_in_brackets(line: ActLine) -> tuple[ActLine, ActLine] | None:
    """A line over orders as the place that it gives and the order that it has itself: "Về Chương III (tên
    chương nay là “…”)"; None where it has none."""
    found = None if line.quoted else _WITH_ORDER.match(line.text)
    if found is None or not place_alone(found["place"]):
        return None
    bare = re.sub(r"^(?:Về|Đối với|Tại)\s+", "", found["place"])
    own = replace(line, text=f"{capital(bare)}: {found['order']}")
    return replace(line, text=f"{found['place']}:"), own


def _act_in_capitals(heading: str) -> str:
    match = re.search(
        r"\b(?:BỘ LUẬT|LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|THÔNG TƯ|NGHỊ QUYẾT|QUYẾT ĐỊNH)\b.*", heading
    )
    return match.group() if match else ""


def read_amendments(text: ReadText, act_no: int = 1) -> ReadAmendments:
    """Give the instructions of an amending act.

    Args:
        text: the act as read from its file.
        act_no: which act of the call, from 1.
    """
    return AmendmentReader(text, act_no).read()
