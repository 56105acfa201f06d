"""One line of an amending act → its instructions, or why it is told and not carried out.

Source: docs/field.md 4.2-4.4, 4.10.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.act_context import Context, component_meant
from quyche_app.amending.act_lines import ActLine, announced
from quyche_app.amending.closing import (
    CHANGES,
    adds_to_the_rest,
    changes_a_rule,
    hides_an_order,
    says_places_stay,
    says_rest_stays,
)
from quyche_app.amending.instructions import (
    Common,
    phrase_instructions,
    placeless,
    unit_instruction,
)
from quyche_app.amending.unplaced import (
    KEEPS_WHAT_CHANGES,
    holds_itself,
    leaves_its_annex,
    misses_its_place,
    names_itself,
    orders_a_change,
    repeats_no_verb,
    unplaced,
    unplaced_reason,
)
from quyche_app.amending.unquoting import has_stray_marks, unquoted
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Confidence, Instruction, Unread
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import capital, shortened
from quyche_app.domain.verbs import Verb
from quyche_app.language.orders import Order, Statement
from quyche_app.language.roman_texts import with_clauses
from quyche_app.language.statements import read_statement
from quyche_app.language.subjects import about_one_spot, describes_part
from quyche_app.language.topic_heads import matter_of, names_person

UNKNOWN_PLACE = message("line.unknown_place", "chưa hiểu chỗ phải sửa được nêu trong đoạn này")
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
TRIMMED = ".;,: "


# "- Điều 12, khoản 3 về máy fax." under "Bãi bỏ các nội dung sau:"
_WHAT_IT_IS_ABOUT = late(
    r"(?<=[\w.])\s+về\s+(?!việc không|trường hợp)[^,;:“”«»\"()\d]{2,50}(?=\s*[.;]?\s*$)",
    re.IGNORECASE,
)


_PART_STAYS = late(r"\W*(?:các\s+)?(?:câu|đoạn|gạch|ý|dòng)\b", re.IGNORECASE)


_SENTENCE_IN_PART = message("doubt.sentence_in_part", "câu này còn phần chưa hiểu")


class LineOrders:
    """What the lines of an act order, and where each line went.

    Attributes:
        instructions, unread: in the order of the act.
        implementing: first and last paragraphs of what is said of effect and implementation.
        containers: paragraphs that only lead to the orders under them.
        following: paragraphs behind the wording of an order.
    """

    def __init__(self, act_no: int, kind: str) -> None:
        self._act_no = act_no
        self._kind = kind
        self.instructions: list[Instruction] = []
        self.unread: list[Unread] = []
        self.implementing: list[tuple[int, int]] = []
        self.containers: set[int] = set()
        self.following: set[int] = set()

    def lead(self, line: ActLine) -> None:
        """Take a line that only leads to the orders under it."""
        self.containers.update(range(line.number, line.last + 1))

    def statement(
        self,
        line: ActLine,
        context: Context,
        place: str,
        statement: Statement | None = None,
    ) -> None:
        """Take what a line orders, or tell that it is not understood.

        Args:
            place: of the line in its act: "Điều 1 khoản 3".
            statement: what was read in the line, where it is known.
        """
        if says_places_stay(line.text) and not line.quoted:
            if _PART_STAYS.match(line.text) and self._changed_a_whole():
                self.tell(line, KEEPS_WHAT_CHANGES)
            self.implementing.append((line.number, line.last))
            return
        statement = self._under_verb(line, statement or read_statement(line.text), context)
        if all(order.unknown for order in statement.orders):
            statement = announced(line) or statement
            if statement.orders and not any(order.unknown for order in statement.orders):
                line = line.doubted(message("doubt.no_verb", "không rõ động từ, đọc là sửa đổi"))
        if not statement.orders:
            self.tell_nothing_read(line, context)
            return
        if statement.slips:
            line = line.doubted(_slip_doubt(statement.slips))
        if statement.is_bare:
            line = line.doubted(_WITHOUT_MARKS)
        if any(order.verb is Verb.REPEAL for order in statement.orders) and _says_part(line.text):
            line = line.doubted(_PART_DESCRIBED)
        first, told = len(self.instructions), len(self.unread)
        for order in statement.orders:
            before = len(self.instructions), len(self.unread)
            self.order(order, statement, line, context, place)
            if (len(self.instructions), len(self.unread)) == before:
                self.tell(
                    line, message("line.of_what", "không nói rõ điều, khoản nào hoặc cụm từ nào")
                )

        if len(self.unread) > told:
            self._doubt_from(first)

    def _doubt_from(self, first: int) -> None:
        """Make the orders of a sentence doubtful of which another part was not understood."""
        self.instructions[first:] = [
            replace(one, confidence=Confidence.DOUBTFUL, reasons=(*one.reasons, _SENTENCE_IN_PART))
            for one in self.instructions[first:]
        ]

    def _changed_a_whole(self) -> bool:
        """Whether the order before words a whole provision anew, or takes it away."""
        last = self.instructions[-1] if self.instructions else None
        if last is None or last.verb not in (Verb.AMEND, Verb.REPEAL, Verb.REPLACE):
            return False
        return any(target.slot == "unit" for target in last.targets)

    def _under_verb(self, line: ActLine, own: Statement, context: Context) -> Statement:
        """What a line that orders nothing itself orders with the verb of the line over it."""
        words = _WHAT_IT_IS_ABOUT.sub("", line.text.lstrip("-–+•* "))
        if not context.listed_verb or not repeats_no_verb(words):
            return own
        # "Điểm đ vào khoản 2 Điều 4: “đ) …”" under "Bổ sung:" words no point anew.
        is_understood = _is_understood(own)
        if is_understood and {order.verb for order in own.orders} != {Verb.AMEND}:
            return own
        listed = read_statement(f"{capital(context.listed_verb)} {words[:1].lower()}{words[1:]}")
        return listed if listed.orders and (_is_understood(listed) or not is_understood) else own

    def tell(self, line: ActLine, why: Message) -> None:
        """Tell, once, that an order of a line is not understood."""
        told = Unread(self._act_no, (line.number, line.last), line.text, why)
        if told not in self.unread:
            self.unread.append(told)

    def tell_nothing_read(self, line: ActLine, context: Context) -> None:
        """Tell that a line orders nothing that is understood; not of what only says that the rest stays."""
        if context.strict or not line.text.strip(TRIMMED):
            return
        if says_rest_stays(line.text) and not may_order(line.text):
            self.implementing.append((line.number, line.last))
            return
        self.tell(line, message("line.no_order", "không nhận ra yêu cầu sửa đổi trong đoạn này"))

    def order(
        self, order: Order, statement: Statement, line: ActLine, context: Context, place: str
    ) -> None:
        """Take one order of a line, with what its container gives, or tell why not."""
        if (why := _why_not(order, line, context) or self._of_itself(line)) is not None:
            self.tell(line, why)
            return
        if context.subject:
            (order,) = about_one_spot((order,), context.subject)
        common = self._common(order, statement, line, context, place)
        if order.pairs:
            made = phrase_instructions(order, common, context.steps)
        else:
            unit = unit_instruction(order, common, context.steps)
            made = [unit] if unit is not None else []
            exact = [one for one in order.targets if not one.generic]
            is_less = any(len(one.targets) < len(exact) for one in made)
            if is_less and order.verb is Verb.REPEAL:
                self.tell(line, UNKNOWN_PLACE)  # "khoản 2 Điều 6 và tên điều"
                return
        for instruction in made:
            why = _place_lost(instruction, order, line, context)
            if why is not None:
                self.tell(line, why)
            else:
                self._add(instruction)

    def _of_itself(self, line: ActLine) -> Message | None:
        """Why an order is told that speaks of a provision of its own act."""
        of_itself = names_itself(line.text, self._kind)
        if not of_itself:
            return None
        return message("line.of_itself", "“{words}” là của chính văn bản này", words=of_itself)

    def _common(
        self, order: Order, statement: Statement, line: ActLine, context: Context, place: str
    ) -> Common:
        """What all instructions of an order share."""
        # What stands under the line is the wording of the order that announces it.
        is_worded = order.inline is not None and any(o.promises_text for o in statement.orders)
        # "Khoản 1 được sửa đổi, khoản 3 được bãi bỏ, cụ thể:": it is the wording of the first alone.
        is_worded |= order.verb is Verb.REPEAL and any(map(_takes_wording, statement.orders))
        quoted = unquoted([] if is_worded else line.quoted, order.inline)
        if has_stray_marks(quoted.blocks):
            line = line.doubted(_ODD_MARK)
        if line.quoted and not any(map(_takes_wording, statement.orders)):
            line = line.doubted(_WORDING_LEFT)
        reasons = () if line.doubt is None else (line.doubt,)
        if order.pairs and not _is_placed(order, context):
            # "1. Hội nghị Ban Chấp hành:" / "- Thay “05 ngày” bằng “03 ngày”."
            reasons = (*reasons, _PLACE_NOT_SAID)
        return Common(
            self._act_no,
            place,
            (line.number, line.last),
            line.text,
            statement.act_name or context.act_name,
            component_meant(order, statement, context),
            quoted.blocks,
            quoted.openings,
            Confidence.DOUBTFUL if reasons else Confidence.HIGH,
            reasons,
            () if line.number in self.following else context.steps,
        )

    def _add(self, instruction: Instruction) -> None:
        self.instructions.append(replace(instruction, index=len(self.instructions)))


def _says_part(text: str) -> bool:
    """Whether a line describes what goes in words that may mean a part of its place: "Khoản 2 (trường hợp
    gấp)", "Việc cưỡng chế tại khoản 2 Điều 8: bãi bỏ"."""
    matter = matter_of(with_clauses(text))
    return describes_part(text) or (bool(matter) and not names_person(matter))


def _is_placed(order: Order, context: Context) -> bool:
    """Whether it is said where words are changed."""
    return bool(order.whole_act or context.steps) or all(pair.places for pair in order.pairs)


def _place_lost(made: Instruction, order: Order, line: ActLine, context: Context) -> Message | None:
    """Why an instruction is told: its place, or a part of it, is not understood."""
    if not order.whole_act and misses_its_place(made, line.text):
        return UNKNOWN_PLACE
    if any(context.leaves_out(target.address.steps) for target in made.targets):
        return UNKNOWN_PLACE
    if no_place := holds_itself(made):
        return unplaced_reason(no_place)
    if annex := leaves_its_annex(made, line.text, context.steps):
        return message("line.unknown_place_in_annex", "chưa hiểu chỗ trong {place}", place=annex)
    return None


def _takes_wording(order: Order) -> bool:
    """Whether an order may have new wording of provisions; one on words or one that takes away has none."""
    return not order.pairs and order.verb not in (Verb.REPEAL, Verb.SUSPEND)


def _is_understood(read: Statement) -> bool:
    return bool(read.orders) and not any(order.unknown for order in read.orders)


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
            return UNKNOWN_PLACE
    no_place = unplaced(order.text) or placeless(order, context.steps)
    return unplaced_reason(no_place) if no_place else None


def may_order(words: str) -> bool:
    """Tell whether a line that orders nothing by its form may hide an order."""
    if adds_to_the_rest(words):
        return True
    return orders_a_change(words, CHANGES) or hides_an_order(words) or changes_a_rule(words)
