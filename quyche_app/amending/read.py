"""An amending act → its instructions, and what was not read.

Walks over the tree of the act. Containers ("3. Sửa đổi, bổ sung một số khoản của Điều 34 như sau:")
give their article, clause and act to what stands under them; the nearest wins. Every paragraph of
the operative part belongs to an instruction, a container, an implementing clause, or the list of
what was not read. Source: docs/field.md 4.2-4.4, docs/architecture.md 5.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.act_context import Context, component_meant
from quyche_app.amending.act_lines import (
    ANY_LABEL,
    ActLine,
    announced,
    cut_after_quotation,
    joined_lines,
    split_lines,
    with_broken_words,
    with_opened_wording,
)
from quyche_app.amending.annotated_rows import annotated_row, heading_row
from quyche_app.amending.closing import (
    CHANGES,
    HIDDEN_REPEALS,
    adds_to_the_rest,
    changes_a_rule,
    hides_an_order,
    is_implementing,
    is_plain_order,
    limits_the_act,
    orders_something,
    says_places_stay,
    says_rest_stays,
)
from quyche_app.amending.effects import with_effects
from quyche_app.amending.instructions import (
    Common,
    common_steps,
    phrase_instructions,
    placeless,
    unit_instruction,
)
from quyche_app.amending.leftovers import Taken, told_behind, told_heads, told_leftovers
from quyche_app.amending.old_and_new_lines import COLUMNS, old_and_new
from quyche_app.amending.scope import amended_numbers
from quyche_app.amending.table_orders import row_of
from quyche_app.amending.unplaced import (
    HIDDEN_ORDER,
    has_a_verb_of_its_own,
    holds_itself,
    is_plain_wording,
    leaves_its_annex,
    misses_its_place,
    names_itself,
    orders_a_change,
    repeats_no_verb,
    unplaced,
    unplaced_reason,
)
from quyche_app.amending.unquoting import has_stray_marks, unquoted
from quyche_app.domain.acts import ComponentKind
from quyche_app.domain.change_tables import Columns, cells_of, columns_of
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import (
    Confidence,
    Instruction,
    ReadAmendments,
    Unread,
    Verb,
)
from quyche_app.domain.quotations import plain_marks
from quyche_app.domain.sources import AccountEntry, ReadText, Role, SourceParagraph
from quyche_app.domain.texts import capital, shortened
from quyche_app.domain.units import (
    GROUPING_KINDS,
    Paragraph,
    Table,
    Unit,
    UnitKind,
    block_lines,
    walk,
)
from quyche_app.language.beginnings import is_order
from quyche_app.language.citations import ARTICLE_RANK, Cited
from quyche_app.language.containers import limiting_words, listing_verb, small_name
from quyche_app.language.orders import Order, Statement, WordPair
from quyche_app.language.statements import read_statement
from quyche_app.language.subjects import about_one_spot, describes_part
from quyche_app.language.topics import names_a_place, place_alone
from quyche_app.language.word_order import active_form

_AMENDING_TITLE = re.compile(
    r"\bsửa\b|bổ sung|bãi bỏ|thay thế|thay đổi|đính chính|điều chỉnh|chỉnh lý|chỉnh sửa|hiệu chỉnh",
    re.IGNORECASE,
)
_IN_IMPLEMENTATION = message("doubt.in_implementation", "nằm trong điều khoản thi hành")
_LABEL_OUT_OF_ORDER = message("doubt.label_out_of_order", "số thứ tự lệch với các mục khác")
_ODD_MARK = message("wording.odd_quotation_mark", "trong lời văn mới còn dấu ngoặc kép lẻ")
_WORDING_LEFT = message(
    "wording.of_no_order", "lời văn trong ngoặc kép không thuộc nội dung sửa đổi nào"
)
_PLACE_NOT_SAID = message(
    "doubt.place_not_said", "không nêu thay ở đâu: hiểu là trong toàn văn bản"
)
_PART_DESCRIBED = message(
    "doubt.part_described", "chữ trong ngoặc đơn có thể chỉ nói một phần của chỗ bị bãi bỏ"
)
_WITHOUT_MARKS = message("quotation.without_marks", "lời văn mới không đặt trong ngoặc kép")
_UNKNOWN_PLACE = message("line.unknown_place", "chưa hiểu chỗ phải sửa được nêu trong đoạn này")
# Places are lists of children under an order that names none of its own.
_TRIMMED = ".;,: "


class AmendmentReader:
    """Reads one act; use ``read_amendments``."""

    def __init__(self, text: ReadText, act_no: int) -> None:
        self._text = text
        self._act_no = act_no
        self._paragraphs: dict[int, SourceParagraph] = {}
        for paragraph in text.source.paragraphs:
            self._paragraphs[paragraph.number] = _with_plain_marks(paragraph)
        self._entries: dict[str, list[AccountEntry]] = {}
        for entry in text.account:
            self._entries.setdefault(entry.owner_id, []).append(entry)
        self.instructions: list[Instruction] = []
        self.unread: list[Unread] = []
        self.implementing: list[tuple[int, int]] = []
        self._walked: list[tuple[int, int]] = []
        self._containers: set[int] = set()
        self._following: set[int] = set()
        self._leads: set[int] = set()
        self._passed: list[ActLine] = []  # of an act that amends besides, see ``_tell_passed``
        self._made_lines: dict[str, list[ActLine]] = {}
        title = f"{text.act.title} {text.act.kind}".strip()
        self._is_amending = bool(_AMENDING_TITLE.search(title)) or (
            not text.act.title and self._begins_with_orders()
        )

    def read(self) -> ReadAmendments:
        """Give the instructions of the act."""
        for component in self._text.act.components:
            if component.kind is not ComponentKind.APPENDIX:
                self._walk_all(component.units, Context(), "")
        self._tell_passed()
        taken = Taken(self._walked, self._containers, self.implementing, self._following)
        self.instructions, self.unread = told_leftovers(
            self._text, self._act_no, self.instructions, self.unread, taken
        )
        if self._is_amending:
            self.unread = [
                *told_heads(self._text, self._act_no),
                *self.unread,
                *told_behind(self._text, self._act_no),
            ]
        reading = ReadAmendments(
            self._text.act,
            tuple(self.instructions),
            tuple(self.unread),
            None,
            tuple(self.implementing),
            amended_numbers(self._text.act.title),
        )
        return with_effects(self._text, reading, self._act_no, is_amending=self._is_amending)

    def _tell_passed(self) -> None:
        """Tell what else of an act without a title speaks of a provision and may change it, where some of it
        is an order: it may be an amending one. A new law that repeals others has its title."""
        if not self.instructions or self._text.act.title:
            return
        for line in self._passed:
            if names_a_place(line.text) and _may_order(line.text):
                self._not_read(line, HIDDEN_ORDER)

    def _begins_with_orders(self) -> bool:
        """An act without its head (a part of a file) is an amending one when an article orders
        something about a named act or provision."""
        for article in self._text.act.units():
            lines = self._lines(article) if article.kind is UnitKind.ARTICLE else []
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
        lines = self._lines(unit)
        words = lines[0].text if lines else ""
        leads = bool(place_alone(words)) or self._is_order_unit(unit)
        if leads or not is_implementing(words):
            self._walk_whole(unit, context, "")
        else:
            self.implementing.append((lines[0].number, self._text.spans[unit.id][1]))

    def _walk_article(self, unit: Unit, context: Context) -> None:
        lines = self._lines(unit)
        words = lines[0].text if lines else ""
        is_order_line = orders_something(words)
        if self._is_amending and (is_order_line or not self._is_implementing(unit, words)):
            self._walk_whole(unit, context, "")
            return
        if not self._is_amending and is_order_line:
            self._walk_strict(unit, context, "")
            return
        if lines:
            self.implementing.append((lines[0].number, self._text.spans[unit.id][1]))
        inner = replace(context, strict=True)
        for line in lines[:1]:
            self._strict_line(unit, line, inner, _place("", unit))
        for line in lines[1:]:
            self._strict_line(unit, line, inner, _place("", unit))
        for child in unit.children:
            self._walk_strict(child, inner, _place("", unit))

    def _is_implementing(self, article: Unit, heading: str) -> bool:
        """An article on effect, transition or implementation; one without a name and without orders
        ("Điều 3" / "1. Luật này có hiệu lực …") is told by its clauses."""
        if heading.strip(_TRIMMED) or self._is_order_unit(article):
            return is_implementing(heading) or says_rest_stays(heading)
        lines = [line.text for child in article.children for line in self._lines(child)]
        return any(is_implementing(line) for line in lines)

    def _walk_strict(self, unit: Unit, context: Context, place: str) -> None:
        """Orders inside effect and implementing articles ("3. Bãi bỏ khoản 2 Điều 5 Thông tư …"),
        and inside acts that are no amendments themselves."""
        lines = self._lines(unit)
        if (
            lines
            and orders_something(lines[0].text)
            and (is_plain_order(lines[0]) or self._holds_plain_orders(unit))
        ):
            self._walk_whole(unit, replace(context, strict=True), place)
            return
        here = _place(place, unit)
        for line in lines:
            self._strict_line(unit, line, context, here)
        for child in unit.children:
            self._walk_strict(child, context, here)

    def _holds_plain_orders(self, unit: Unit) -> bool:
        return any(
            any(orders_something(line.text) and is_plain_order(line) for line in self._lines(child))
            or self._holds_plain_orders(child)
            for child in unit.children
        )

    def _strict_line(self, unit: Unit, line: ActLine, context: Context, place: str) -> None:
        if orders_something(line.text) and is_plain_order(line):
            self._statement(line, context, place)
            return
        done = is_told = False
        for found in HIDDEN_REPEALS.finditer(line.text):
            words = found["order"].strip(" .;,")
            statement = read_statement(capital(words))
            about = statement.act_name
            if "này" in found.group() and not about:
                continue  # "khoản 2 Điều 3 Nghị định này hết hiệu lực": of the act itself
            cited = [c for o in statement.orders for c in o.targets if c.steps]
            done = True
            if cited and all(o.verb is Verb.REPEAL and not o.unknown for o in statement.orders):
                piece = ActLine(line.number, line.last, words, doubt=line.doubt)
                self._statement(piece.doubted(_IN_IMPLEMENTATION), context, place, statement)
            elif self._is_amending:
                is_told = True
        if is_told or (self._is_amending and limits_the_act(line.text)):
            self._not_read(line, HIDDEN_ORDER)
        if done:
            return
        if not self._is_amending:
            self._passed.append(line)
            return
        if _may_order(line.text) or orders_something(line.text):
            self._not_read(line, HIDDEN_ORDER)

    # -- one unit ---------------------------------------------------------------------------------

    def _lines(self, unit: Unit) -> list[ActLine]:
        """The unquoted paragraphs of a unit, each with the quotation behind it; the first without
        its label. Asked of every unit from each that holds it, and made once."""
        if unit.id not in self._made_lines:
            self._made_lines[unit.id] = self._lines_made(unit)
        return list(self._made_lines[unit.id])

    def _lines_made(self, unit: Unit) -> list[ActLine]:
        lines: list[ActLine] = []
        prefix = unit.prefix.strip()
        for entry in self._entries.get(unit.id, []):
            paragraph = self._paragraphs.get(entry.line)
            is_quoted = entry.role is Role.QUOTATION
            if paragraph is not None and isinstance(paragraph.block, Table) and not is_quoted:
                lines += self._rows(paragraph, entry)
                continue
            if paragraph is None:  # a further row of a table
                if lines:
                    lines[-1].last = entry.line
                continue
            if entry.role is Role.QUOTATION and lines:
                lines[-1].quoted.append(paragraph)
                lines[-1].last = paragraph.number
                lines[-1].doubt = lines[-1].doubt or entry.doubt
                continue
            words = paragraph.text
            if entry.role is Role.LABEL:
                words = words[len(prefix) :].lstrip() if words.startswith(prefix) else words
            elif entry.role is Role.HEADING or (len(lines) == 1 and not lines[0].text):
                lines[0].text = f"{lines[0].text} {words}".strip()
                lines[0].last = paragraph.number
                continue
            line = ActLine(paragraph.number, paragraph.number, words, doubt=entry.doubt)
            lines.append(_without_odd_label(line) if entry.role is Role.TEXT else line)
        lines = [with_opened_wording(with_broken_words(line)) for line in lines]
        lines = [piece for line in lines for piece in cut_after_quotation(line)]
        return [piece for line in joined_lines(lines) for piece in split_lines(line)]

    def _rows(self, paragraph: SourceParagraph, entry: AccountEntry) -> list[ActLine]:
        """The rows of a table: that of changes line by line; another one as it is, with its words."""
        rows = block_lines(paragraph.block)
        if not rows or columns_of(cells_of(rows[0])) is None:
            last = paragraph.number + paragraph.line_count - 1
            return [ActLine(paragraph.number, last, paragraph.text, doubt=entry.doubt)]
        return [
            ActLine(paragraph.number + n, paragraph.number + n, row) for n, row in enumerate(rows)
        ]

    def _walk_whole(self, unit: Unit, context: Context, above: str) -> None:
        """A unit that orders something: every paragraph of it needs an account."""
        self._walked.append(self._text.spans[unit.id])
        self._walk(unit, context, above)

    def _walk(self, unit: Unit, context: Context, above: str) -> None:
        place = _place(above, unit)
        lines = self._lines(unit)
        if not lines:
            return
        left = self._without_pairs(lines, context, place)
        if left[:1] != lines[:1]:  # "1. Khoản 2, Điều 4" / "Hiện ghi: …" / "Nay ghi: …"
            self._listed_lines(left, context, place)
            for child in unit.children:
                self._walk(child, context, place)
            return
        head, more = lines[0], lines[1:]
        statement = read_statement(head.text)
        order_lines = [line for line in more if orders_something(line.text)]
        child_orders = [c for c in unit.children if self._is_order_unit(c)]
        has_rows = len(left) < len(lines)
        has_rows |= any(columns_of(cells_of(line.text)) is not None for line in more)
        more = left[1:]
        if not any((statement.orders, unit.children, order_lines, has_rows)):
            self._statement(head, context, place, statement)
            return
        if _is_complete(statement, head, context):
            self._statement(head, context, place, statement)
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
            self._containers.update(range(head.number, head.last + 1))
            runs_on = [line.number for line in more[:1]] == [head.number]
            if runs_on or _orders_besides(statement):
                self._statement(head, context, place, statement)
            first = unit.children[0] if unit.children else None
            led = self._lead_of(more, inner, first)
            self._listed_lines(more, inner, place)
            self._walk_led(unit.children, led or inner, inner, place)
            return
        if unit.children and not head.quoted and self._lists_under(unit, statement):
            self._containers.update(range(head.number, head.last + 1))
            for child in unit.children:
                self._walk_listed(child, inner, place)
            return
        self._statement(head, context, place, statement)
        if head.quoted:
            self._following.update(line.number for line in more)
        self._listed_lines(more, inner, place)
        for child in unit.children:
            if self._is_order_unit(child):
                self._walk(child, inner, place)

    def _walk_under_verb(self, unit: Unit, context: Context, place: str) -> None:
        """What stands under a line that is a verb alone: "3. Lược bỏ các nội dung:" / "- Khoản 3 Điều 6."."""
        head, *more = self._lines(unit)
        self._containers.update(range(head.number, head.last + 1))
        for line in more:
            self._statement(line, context, place)
        for child in unit.children:
            self._walk(child, context, place)

    def _listed_lines(self, lines: Sequence[ActLine], context: Context, place: str) -> None:
        """Orders that stand in lines with dashes; one that only names a place gives it to those with another
        mark under it: "- Tại Điều 2:" / "+ Điểm 2.3 bỏ." / "- Điều 3 bỏ."."""
        held, mark = context, ""
        columns: Columns | None = None
        for line, following in itertools.zip_longest(lines, lines[1:]):
            cells = cells_of(line.text)
            if columns is not None and len(cells) == columns.count:
                held = self._table_row(line, cells, columns, held, place)
                continue
            if (head := columns_of(cells)) is not None:
                columns = head
                self._containers.update(range(line.number, line.last + 1))
                continue
            if line.number in self._leads:
                self._containers.update(range(line.number, line.last + 1))
                continue
            own = _mark_of(line.text)
            led = self._led_by_line(context, line, following)
            if led != context:
                if led.is_misplaced and not _names_groups(line):
                    self._not_read(line, _UNKNOWN_PLACE)
                held, mark = led, own
                self._containers.update(range(line.number, line.last + 1))
                continue
            if self._goes_on_told(line):
                continue
            if own == mark:
                held = context
            self._statement(line, held, place)

    def _without_pairs(
        self, lines: Sequence[ActLine], context: Context, place: str
    ) -> list[ActLine]:
        """Read what stands as place, old words and new words on three lines; give the other lines."""
        left, at = list[ActLine](), 0
        while at < len(lines):
            found = old_and_new(lines[at : at + 3])
            row = row_of(found[1], COLUMNS) if found is not None else None
            if found is None or row is None or row.order is None:
                left.append(lines[at])
                at += 1
                continue
            self._row(*found, COLUMNS, context, place)
            at += 3
        return left

    def _led_by_line(self, context: Context, line: ActLine, following: ActLine | None) -> Context:
        """What a line gives to those with another mark under it: "- Tại Điều 2:", "- Điều 4 sửa như sau:"."""
        cited = place_alone(line.text)
        is_open = line.text.rstrip().endswith(":") or (bool(cited) and following is not None)
        if line.quoted or not is_open:
            return context
        below = _mark_of(following.text) if following is not None else ""
        if not cited and below not in ("", _mark_of(line.text)):
            led = self._led_by_change(context, replace(line, text=line.text.lstrip("-–+•* ")))
            if led != context:
                return led
        return context.led(line.text, cited)

    def _goes_on_told(self, line: ActLine) -> bool:
        """Take a line for the words of the order told right before it, which announces them: "Bổ sung vào
        Bảng 1:" / the cells of the table. What orders something itself is looked at alone."""
        told = self.unread[-1] if self.unread else None
        if told is None or line.quoted:
            return False
        if (told.lines[1] + 1, told.text.rstrip()[-1:]) != (line.number, ":"):
            return False
        if not is_plain_wording(line.text):
            return False
        self.unread[-1] = replace(told, lines=(told.lines[0], line.last))
        return True

    def _walk_led(
        self, children: Sequence[Unit], led: Context, context: Context, place: str
    ) -> None:
        """Units under a line that gives its place to them: "- Tại Điều 3:" / "a) Thay …" / "- Tại Điều 4:" /
        "a) Bỏ …"; such a line stands at the end of the unit before."""
        for child, following in itertools.zip_longest(children, children[1:]):
            further = self._lead_of(self._lines(child)[1:], context, following)
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
        if line.quoted or not self._is_order_unit(following):
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

    def _table_row(
        self, line: ActLine, cells: Sequence[str], columns: Columns, context: Context, place: str
    ) -> Context:
        """A row of a table of changes; gives what the rows below are about."""
        heading = heading_row(cells, columns)
        if heading is None:
            self._row(line, cells, columns, context, place)
            return context
        cited, row = heading
        if row.order is None:
            self._containers.update(range(line.number, line.last + 1))
        else:
            self._order(row.order, Statement((row.order,)), line, context, place)
        return replace(context, steps=cited.path_steps(), within=())

    def _row(
        self, line: ActLine, cells: Sequence[str], columns: Columns, context: Context, place: str
    ) -> None:
        """A row of a table of changes."""
        above = Cited(list(reversed(context.steps))) if context.steps else None
        row = annotated_row(cells, columns, above)
        if row is None and (cells[columns.old] or columns.note is None or above is None):
            row = row_of(cells, columns, above)
        if row is None and self._goes_on_new_article(line, cells[columns.new]):
            return
        if row is None:
            self._not_read(
                line, message("line.row_not_read", "chưa hiểu dòng này của bảng sửa đổi")
            )
        elif row.order is None:
            self._containers.update(range(line.number, line.last + 1))
        else:
            quoted = [SourceParagraph(line.number, Paragraph(words)) for words in row.wording]
            worded = replace(line, quoted=quoted)
            before = len(self.instructions)
            self._order(row.order, Statement((row.order,)), worded, context, place)
            for number in range(before, len(self.instructions)):
                if row.old and row.wording:
                    made = replace(self.instructions[number], words_old=(row.old,))
                    self.instructions[number] = made

    def _goes_on_new_article(self, line: ActLine, words: str) -> bool:
        """Take a row for the next paragraph of the article that the row before puts in: "Chưa quy định | Điều
        11a: Cho thuê" / "Chưa quy định | 1. …"."""
        last = self.instructions[-1] if self.instructions else None
        if last is None or last.verb is not Verb.INSERT or read_label(words) is None:
            return False
        kinds = {step.kind for target in last.targets for step in target.address.steps[-1:]}
        if (kinds, last.source_lines[1]) != ({UnitKind.ARTICLE}, line.number - 1):
            return False
        lines = (last.source_lines[0], line.last)
        quoted = (*last.quoted, Paragraph(words))
        self.instructions[-1] = replace(last, quoted=quoted, source_lines=lines)
        return True

    def _is_order_unit(self, unit: Unit) -> bool:
        lines = self._lines(unit)
        if any(orders_something(line.text) for line in lines):
            return True
        if any(columns_of(cells_of(line.text)) is not None for line in lines):
            return True
        if any(old_and_new(lines[at : at + 3]) is not None for at in range(len(lines) - 2)):
            return True
        return any(self._is_order_unit(child) for child in unit.children)

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
        for line in self._lines(unit):
            if has_a_verb_of_its_own(line.text):
                self._unread_line(line, context)
                continue
            words = line.text[:1].lower() + line.text[1:]
            if context.pairs:
                quoted = ", ".join(_pair_words(pair) for pair in context.pairs)
                words = f"{context.verb_words} {quoted} tại {words}"
            else:
                words = f"{context.verb_words} {words}"
            statement = read_statement(words)
            self._statement(line, context, place, statement)
        for child in unit.children:
            self._walk_listed(child, context, place)

    def _inner(self, context: Context, statement: Statement, head: ActLine) -> Context:
        """What this unit gives to what stands under it."""
        name = statement.act_name or small_name(head.text) or context.act_name
        # What denies holds for all under it.
        limit = context.limit or limiting_words(head.text, statement.act_name)
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
        lines = (line.text for unit in others for line in self._lines(unit)[:1])
        return any(_THE_REGULATION.search(line) for line in lines)

    # -- statements → instructions ----------------------------------------------------------------

    def _statement(
        self,
        line: ActLine,
        context: Context,
        place: str,
        statement: Statement | None = None,
    ) -> None:
        if says_places_stay(line.text) and not line.quoted:
            self.implementing.append((line.number, line.last))
            return
        statement = self._under_verb(line, statement or read_statement(line.text), context)
        if all(order.unknown for order in statement.orders):
            statement = announced(line) or statement
            if statement.orders and not any(order.unknown for order in statement.orders):
                line = line.doubted(message("doubt.no_verb", "không rõ động từ, đọc là sửa đổi"))
        if not statement.orders:
            self._unread_line(line, context)
            return
        if statement.slips:
            line = line.doubted(_slip_doubt(statement.slips))
        if statement.is_bare:
            line = line.doubted(_WITHOUT_MARKS)
        if any(order.verb is Verb.REPEAL for order in statement.orders) and describes_part(
            line.text
        ):
            line = line.doubted(_PART_DESCRIBED)
        for order in statement.orders:
            before = len(self.instructions), len(self.unread)
            self._order(order, statement, line, context, place)
            if (len(self.instructions), len(self.unread)) == before:
                self._not_read(
                    line, message("line.of_what", "không nói rõ điều, khoản nào hoặc cụm từ nào")
                )

    def _under_verb(self, line: ActLine, own: Statement, context: Context) -> Statement:
        """What a line that orders nothing itself orders with the verb of the line over it."""
        words = line.text.lstrip("-–+•* ")
        is_understood = bool(own.orders) and not any(order.unknown for order in own.orders)
        if not context.listed_verb or is_understood or not repeats_no_verb(words):
            return own
        listed = read_statement(f"{capital(context.listed_verb)} {words[:1].lower()}{words[1:]}")
        return listed if listed.orders else own

    def _not_read(self, line: ActLine, why: Message) -> None:
        """Tell once that an order of a line is not understood."""
        told = Unread(self._act_no, (line.number, line.last), line.text, why)
        if told not in self.unread:
            self.unread.append(told)

    def _unread_line(self, line: ActLine, context: Context) -> None:
        if context.strict or not line.text.strip(_TRIMMED):
            return
        if says_rest_stays(line.text) and not _may_order(line.text):
            self.implementing.append((line.number, line.last))
            return
        self._not_read(
            line, message("line.no_order", "không nhận ra yêu cầu sửa đổi trong đoạn này")
        )

    def _order(
        self, order: Order, statement: Statement, line: ActLine, context: Context, place: str
    ) -> None:
        if (why := _why_not(order, line, context)) is not None:
            self._not_read(line, why)
            return
        if of_itself := names_itself(line.text, self._text.act.kind):
            self._not_read(
                line,
                message("line.of_itself", "“{words}” là của chính văn bản này", words=of_itself),
            )
            return
        if context.subject:
            (order,) = about_one_spot((order,), context.subject)
        act_name = statement.act_name or context.act_name
        # What stands under the line is the wording of the order that announces it.
        is_worded = order.inline is not None and any(o.promises_text for o in statement.orders)
        # "Khoản 1 được sửa đổi, khoản 3 được bãi bỏ, cụ thể:": it is the wording of the first alone.
        is_worded |= order.verb is Verb.REPEAL and any(map(_takes_wording, statement.orders))
        quoted = unquoted([] if is_worded else line.quoted, order.inline)
        if has_stray_marks(quoted.blocks):
            line = line.doubted(_ODD_MARK)
        if line.quoted and not any(map(_takes_wording, statement.orders)):
            line = line.doubted(_WORDING_LEFT)
        common = Common(
            self._act_no,
            place,
            (line.number, line.last),
            line.text,
            act_name,
            component_meant(order, statement, context),
            quoted.blocks,
            quoted.openings,
            Confidence.DOUBTFUL if line.doubt else Confidence.HIGH,
            () if line.doubt is None else (line.doubt,),
            () if line.number in self._following else context.steps,
        )
        if order.pairs:
            if not (order.whole_act or context.steps or all(p.places for p in order.pairs)):
                # "1. Hội nghị Ban Chấp hành:" / "- Thay “05 ngày” bằng “03 ngày”."
                common = replace(
                    common,
                    confidence=Confidence.DOUBTFUL,
                    reasons=(*common.reasons, _PLACE_NOT_SAID),
                )
            made = phrase_instructions(order, common, context.steps)
        else:
            unit = unit_instruction(order, common, context.steps)
            made = [unit] if unit is not None else []
            exact = [one for one in order.targets if not one.generic]
            is_less = any(len(one.targets) < len(exact) for one in made)
            if is_less and order.verb is Verb.REPEAL:
                self._not_read(line, _UNKNOWN_PLACE)  # "khoản 2 Điều 6 và tên điều"
                return
        for instruction in made:
            is_left_out = any(context.leaves_out(t.address.steps) for t in instruction.targets)
            misses = not order.whole_act and misses_its_place(instruction, line.text)
            if misses or is_left_out:
                self._not_read(line, _UNKNOWN_PLACE)
            elif no_place := holds_itself(instruction):
                self._not_read(line, unplaced_reason(no_place))
            elif annex := leaves_its_annex(instruction, line.text, context.steps):
                self._not_read(
                    line,
                    message(
                        "line.unknown_place_in_annex", "chưa hiểu chỗ trong {place}", place=annex
                    ),
                )
            else:
                self._add(instruction)

    def _add(self, instruction: Instruction) -> None:
        self.instructions.append(replace(instruction, index=len(self.instructions)))


def _takes_wording(order: Order) -> bool:
    """Whether an order may have new wording of provisions; one on words or one that takes away has none."""
    return not order.pairs and order.verb not in (Verb.REPEAL, Verb.SUSPEND)


def _without_odd_label(line: ActLine) -> ActLine:
    """A line of text that is an order behind a label that does not fit the others."""
    label = ANY_LABEL.match(line.text)
    if label is None or not is_order(line.text[label.end() :]):
        return line
    return replace(line, text=line.text[label.end() :]).doubted(_LABEL_OUT_OF_ORDER)


def _may_order(words: str) -> bool:
    """Whether a line that orders nothing by its form may hide an order."""
    if adds_to_the_rest(words):
        return True
    return orders_a_change(words, CHANGES) or hides_an_order(words) or changes_a_rule(words)


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
_BOTH = re.compile(
    r"\b(?:Quyết định|Nghị quyết)\b[^;:“”]{0,80}?\s+và\s+(?:bản\s+)?(?:Quy chế|Quy định|Nội quy)\b"
    r"[^;:“”]{0,40}\bkèm theo\b"
)


def _component_under(head: str, statement: Statement, context: Context) -> str:
    """Of which text the orders under a line are, where they do not say; of neither for certain under one that
    names both."""
    if _BOTH.search(head):
        return ""
    return "regulation" if statement.names_regulation else context.component


_THE_DECISION = re.compile(r"\b(?:Quyết định|Nghị quyết)\s+số\s+\d")
_THE_REGULATION = re.compile(r"\b(?:Quy chế|Quy định|Nội quy)\b")
_HEADS = (UnitKind.ARTICLE, UnitKind.CLAUSE)
# "Chương ISỬA ĐỔI, BỔ SUNGĐiều 1. …": the article stands on the line of the chapter.
_GLUED_ARTICLE = re.compile(r"\S(?P<place>Điều \d{1,3}[a-zđ]?)[.:]\s")


def _with_plain_marks(paragraph: SourceParagraph) -> SourceParagraph:
    """A paragraph with the usual marks of quotation (docs/field.md 4.3)."""
    block = paragraph.block
    if not isinstance(block, Paragraph):
        return paragraph
    plain = plain_marks(block.text)
    return (
        paragraph if plain == block.text else paragraph._replace(block=replace(block, text=plain))
    )


def _slip_doubt(slips: Sequence[tuple[str, str]]) -> Message:
    typed, right = slips[0]
    return message("doubt.typing_slip", "chữ “{typed}” đọc là “{right}”", typed=typed, right=right)


def _why_not(order: Order, line: ActLine, context: Context) -> Message | None:
    """Why an order is told and not carried out; None when it may be."""
    if order.unknown:
        return message("line.unknown_words", "chưa hiểu lời “{words}”", words=order.unknown)
    if context.limit:
        return message(
            "line.under_denial",
            "đứng dưới dòng nói không sửa đổi hoặc có điều kiện: “{words}”",
            words=shortened(context.limit),
        )
    if order.pairs and not any(pair.places for pair in order.pairs):
        if line.text.rstrip().endswith(":") and not order.whole_act:
            return message("line.list_not_read", "chưa đọc được danh sách chỗ phải sửa")
        if context.is_misplaced:
            return _UNKNOWN_PLACE
    no_place = unplaced(order.text) or placeless(order, context.steps)
    return unplaced_reason(no_place) if no_place else None


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
