"""What in a base makes an instruction unsafe however certain its reading is: the structure around its
target was perhaps not understood, or the target stands in two texts of the file.

Such an instruction is doubtful, so that ``--accept confident`` leaves the text alone. The doubts rest
on the text alone, never on what the act orders. Source: docs/field.md 3.5, 3.6, 4.10.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyche_app.amending.account import Ledger, may_close
from quyche_app.amending.phrases import find_words
from quyche_app.amending.said_matters import other_matter
from quyche_app.amending.targets import Found, TargetFinder
from quyche_app.domain.acts import Component, ComponentKind, blocks_lines
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.label_slips import slip_message, slips_among
from quyche_app.domain.labels import order_of
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, Target
from quyche_app.domain.patterns import late
from quyche_app.domain.stray_lines import (
    begins_annex,
    closing_paragraph,
    following_label,
    label_level,
    runs_on,
    words_after_first,
)
from quyche_app.domain.texts import search_key, shortened
from quyche_app.domain.trees import Placed
from quyche_app.domain.units import Paragraph, Unit, UnitKind, walk
from quyche_app.domain.verbs import WORD_VERBS, Verb
from quyche_app.language.lexer import without_quotations
from quyche_app.language.vocabulary import ATTACHED_KINDS

_SHOWN = 60
# An article with its chapter behind or before it; what one form has taken is not read again as the other.
_WITH_CHAPTER = late(
    r"\bđiều\s+(?P<article>\d{1,3}[a-zđ]?)\s*,?\s+\(?(?:(?:thuộc|của)\s+)?"
    r"(?:mục\s+\w+\s+(?:(?:thuộc|của)\s+)?)?chương\s+(?P<chapter>[IVXLC]+|\d{1,2})\b"
    r"|\bchương\s+(?P<first>[IVXLC]+|\d{1,2})\b\s*[,–-]?\s*(?:mục\s+\w+\s*[,–-]?\s*)?"
    r"điều\s+(?P<held>\d{1,3}[a-zđ]?)\b",
    re.IGNORECASE,
)
# "Mục 1 Điều 6": a section that holds the article, or a clause called so by habit.
_IN_SECTION = late(
    r"\bmục\s+(?P<section>[IVXLC]+|\d{1,2})\s*[,–-]?\s*(?:của\s+)?điều\s+(?P<article>\d{1,3}[a-zđ]?)\b"
    r"|\bđiều\s+(?P<held>\d{1,3}[a-zđ]?)\s*,?\s+\(?(?:(?:thuộc|của)\s+)?mục\s+(?P<behind>[IVXLC]+|\d{1,2})\b"
    r"(?!\s*(?:,\s*)?(?:điểm|khoản|phụ lục|phần))",
    re.IGNORECASE,
)
# "Tại Chương III, bãi bỏ khoản 2 Điều 5": every article of the line stands in it.
_ALL_IN_CHAPTER = late(
    r"\W*(?:tại|trong|ở)\s+chương\s+(?P<chapter>[IVXLC]+|\d{1,2})\s*[,:]\s*(?!.*\bchương\b)",
    re.IGNORECASE,
)
# "Điều 5 (Chế độ hội nghị)": an article with its name.
_WITH_NAME = late(r"\bđiều\s+(?P<article>\d{1,3}[a-zđ]?)\s*\((?P<name>[^()]{4,})\)", re.IGNORECASE)
# "từ khoản 2 đến khoản 5", "các khoản từ 3 đến 5", "khoản 3 - khoản 5", "khoản 3-5"
_RANGE = late(
    r"\b(?P<kind>khoản|điểm|điều)\s+(?:từ\s+)?\w{1,3}\s*(?:\s+đến\s+|[-–]\s*)(?:hết\s+)?(?:(?P=kind)\s+)?"
    r"(?!khoản|điểm|điều)\w{1,3}\b",
    re.IGNORECASE,
)
# A title that says by its first words that a regulation is amended, not the decision that issues it.
_OF_REGULATION = late(
    r"(?:(?:về )?(?:việc )?(?:sửa đổi|bổ sung|thay thế|bãi bỏ|điều chỉnh)[,\s]*(?:và\s+)?)+"
    r"(?:một số (?:điều|nội dung)(?: của)?\s+|(?:các|một số) quy định (?:của|tại)\s+)?"
    rf"(?:bản\s+)?(?:{'|'.join(ATTACHED_KINDS)})\b",
    re.IGNORECASE,
)


_FORM = late(r"Mẫu(?:\s+số)?\s+[\w./-]{1,8}\s*$", re.IGNORECASE)


def _is_in_other_form(component: Component, address: Address, unit: Unit) -> bool:
    """Whether a number of an appendix with several forms may be that of another one: none is named, or what
    the provision holds goes on into the next form."""
    if component.kind is not ComponentKind.APPENDIX:
        return False
    own = blocks_lines([*unit.lead, *unit.tail])
    if any(map(_FORM.match, own)):
        return True
    lines = [*blocks_lines(component.front), *_lines_of(component.units)]
    named = any(step.kind == "form" for step in address.steps)
    return not named and sum(1 for line in lines if _FORM.match(line)) > 1


def _lines_of(units: tuple[Unit, ...]) -> list[str]:
    return [line for unit in walk(units) for line in blocks_lines([*unit.lead, *unit.tail])]


_OF_DECISION = late(
    r"(?:Quyết định|Nghị quyết)\b(?!.*\b(?:Quy chế|Quy định|Nội quy|Điều lệ|kèm theo|ban hành)\b)"
)


class Safeguards:
    """Looks at the targets of instructions in one base; what it found out about an article is kept."""

    def __init__(self, finder: TargetFinder, amending_title: str) -> None:
        self._finder = finder
        self._index = finder.index
        self._title_names_regulation = bool(_OF_REGULATION.match(amending_title.strip()))
        self._of_article: dict[str, tuple[Message, ...]] = {}
        self._holders: dict[str, list[Component]] | None = None

    def look(self, ledger: Ledger) -> None:
        """Put the doubts about the targets of an instruction into its account."""
        instruction = ledger.instruction
        reference = instruction.position.reference if instruction.position is not None else None
        targets = [*instruction.targets, *instruction.results]
        for target in targets if reference is None else [*targets, reference]:
            address, _ = self._finder.meant(target.address, instruction)
            found = self._finder.present(address)
            if found is not None:
                self._look_at(ledger, target, address, found)
            elif len(address.steps) > 1:
                self._look_at_holder(ledger, Address(address.steps[:-1], address.component))
        self._look_at_range(ledger)

    def _look_at_holder(self, ledger: Ledger, address: Address) -> None:
        """What a new provision is to stand in: "Bổ sung khoản 3 vào Điều 10 (Chương II)"."""
        found = self._finder.present(address)
        article = self._article_of(found.placed.unit) if found is not None else None
        if article is not None:
            ledger.doubt(self._outside_its_chapter(article, ledger.instruction.source_text))

    def _look_at_range(self, ledger: Ledger) -> None:
        """ "Bãi bỏ từ khoản 2 đến khoản 5", where a khoản 3a stands between: whether it goes is not said."""
        instruction = ledger.instruction
        if not _RANGE.search(without_quotations(instruction.source_text)):
            return
        places = [self._finder.meant(t.address, instruction)[0] for t in instruction.targets]
        found = [one.placed for place in places if (one := self._finder.present(place)) is not None]
        ranges = {id(one.parent) for one in found}
        if len(found) < 2 or len(ranges) != 1:
            return
        named = [one.unit for one in found]
        kind = named[0].kind
        parent = found[0].parent
        orders = [order_of(unit.label) for unit in named if unit.kind is kind]
        for unit in parent.children if parent is not None else ():
            is_between = unit.kind is kind and min(orders) < order_of(unit.label) < max(orders)
            if is_between and unit not in named:
                ledger.doubt(
                    message(
                        "target.between",
                        "giữa các chỗ được nêu còn {place}: không rõ có kể cả chỗ ấy",
                        place=Step(unit.kind, unit.label).words,
                    )
                )

    def _look_at(self, ledger: Ledger, target: Target, address: Address, found: Found) -> None:
        unit = found.placed.unit
        article = self._article_of(unit)
        self._look_at_numerals(ledger, address, unit)
        ledger.doubt(other_matter(found.placed, target, ledger.instruction))
        ledger.doubt(self._takes_closing(unit, target, ledger.instruction))
        if article is not None:
            ledger.doubt(self._outside_its_chapter(article, ledger.instruction.source_text))
            ledger.doubt(self._called_like_another(article, ledger.instruction.source_text))
            if target in ledger.instruction.targets and ledger.instruction.verb is not Verb.MOVE:
                ledger.doubt(self._outside_its_line(article, ledger.instruction.under))
        if ledger.instruction.verb not in WORD_VERBS:
            for why in self._about_article(article) if article is not None else ():
                ledger.doubt(why)
            ledger.doubt(_swallowed(unit, target))
        elif article is not None and self._is_in_annex(article, ledger):
            ledger.doubt(self._about_article(article)[0])
        ledger.doubt(self._two_texts(ledger.instruction, address, found))
        if _is_in_other_form(found.placed.component, address, unit):
            ledger.fail(
                message(
                    "target.several_forms",
                    "phụ lục có nhiều mẫu: không rõ {place} của mẫu nào",
                    place=address.words,
                )
            )

    def _takes_closing(
        self, unit: Unit, target: Target, instruction: Instruction
    ) -> Message | None:
        """A doubt when an article's last clause changes, and what follows in it may close the article."""
        parent = self._index.by_id[unit.id].parent
        if parent is None or parent.kind is not UnitKind.ARTICLE or unit is not parent.children[-1]:
            return None
        if len(parent.children) < 2 or target.slot not in ("unit", "text") or unit.children:
            return None
        closing = closing_paragraph([b.text for b in unit.lead if isinstance(b, Paragraph)])
        if not closing:
            return None
        if instruction.verb in WORD_VERBS:
            # Words in the clause alone are its own; those put at its end come behind the paragraph.
            olds = instruction.words_old
            if olds and not any(search_key(words) in search_key(closing) for words in olds):
                return None
        elif instruction.verb is not Verb.REPEAL and len(instruction.quoted) != 1:
            return None
        return may_close(closing)

    def _look_at_numerals(self, ledger: Ledger, address: Address, unit: Unit) -> None:
        """ "Mục 2" found as "II.": under Roman sections it may mean the number 2 of one, and nothing is done
        where there is such a number."""
        last = address.own if address.steps else None
        if last is None or unit.kind is not UnitKind.SECTION or last.kind != unit.kind:
            return
        if not last.label.isdigit() or unit.label.isdigit():
            return
        why = message(
            "target.roman_section",
            "“mục {label}” hiểu là Mục {roman}",
            label=last.label,
            roman=unit.label,
        )
        if any(_is_number_of_section(placed, last.label) for placed in self._index):
            ledger.fail(why)
        ledger.doubt(why)

    def _article_of(self, unit: Unit) -> Unit | None:
        """The article that a unit is, or is in."""
        while unit.kind is not UnitKind.ARTICLE:
            above = self._index.by_id[unit.id].parent
            if above is None:
                return None
            unit = above
        return unit

    def _about_article(self, article: Unit) -> tuple[Message, ...]:
        """An annex read as words of the article, and clauses numbered twice or backwards."""
        known = self._of_article.get(article.id)
        if known is None:
            where = Step(article.kind, article.label).words
            annex = next((text for text in words_after_first(article) if begins_annex(text)), "")
            found: list[Message] = [_annex_in(where, annex)] if annex else []
            places = self._index.by_id
            found += [
                slip_message(places[s.unit.id].address, s) for s in slips_among(article.children)
            ]
            known = self._of_article[article.id] = tuple(found)
        return known

    def _outside_its_chapter(self, article: Unit, words: str) -> Message | None:
        """A doubt when an order names an article with a chapter that does not hold it."""
        text = without_quotations(words)
        chapters = [
            found["chapter"] or found["first"]
            for found in _WITH_CHAPTER.finditer(text)
            if (found["article"] or found["held"]).casefold() == article.label.casefold()
        ]
        if (over_all := _ALL_IN_CHAPTER.match(text)) is not None:
            chapters.append(over_all["chapter"])
        for chapter in chapters:
            if not self._is_held(article, UnitKind.CHAPTER, chapter):
                return message(
                    "target.other_chapter",
                    "Điều {label} không nằm trong Chương {chapter}",
                    label=article.label,
                    chapter=chapter,
                )
        for found in _IN_SECTION.finditer(text):
            if (found["article"] or found["held"]).casefold() != article.label.casefold():
                continue
            section = found["section"] or found["behind"]
            if not self._is_held(article, UnitKind.SECTION, section):
                return message(
                    "target.other_section",
                    "Điều {label} không nằm trong Mục {section}",
                    label=article.label,
                    section=section,
                )
        return None

    def _outside_its_line(self, article: Unit, under: Sequence[Step]) -> Message | None:
        """A doubt when an order names an article that the line above it does not hold: "Về Chương II:" over
        an article of Chương III."""
        for step in under:
            if step.kind == UnitKind.ARTICLE:
                is_in = step.label.casefold() == article.label.casefold()
            else:
                is_in = self._is_held(article, UnitKind(step.kind), step.label)
            if not is_in:
                return message(
                    "target.not_under",
                    "Điều {label} không thuộc {place} nêu ở dòng trên",
                    label=article.label,
                    place=step.words,
                )
        return None

    def _is_held(self, article: Unit, kind: UnitKind, label: str) -> bool:
        holder = self._holder(article, kind)
        return holder is not None and order_of(holder.label) == order_of(label)

    def _called_like_another(self, article: Unit, words: str) -> Message | None:
        """A doubt when an order gives an article in brackets the name of another one."""
        for found in _WITH_NAME.finditer(without_quotations(words)):
            name = search_key(found["name"]).strip(" .")
            if found["article"].casefold() != article.label.casefold():
                continue
            if name == search_key(article.heading or "").strip(" ."):
                continue
            others = [one.unit for one in self._index if one.unit.kind is UnitKind.ARTICLE]
            other = next(
                (u for u in others if search_key(u.heading or "").strip(" .") == name), None
            )
            if other is not None:
                return message(
                    "target.name_of_another",
                    "“{name}” là tên Điều {other}, không phải Điều {label}",
                    name=found["name"],
                    other=other.label,
                    label=article.label,
                )
        return None

    def _holder(self, article: Unit, kind: UnitKind) -> Unit | None:
        """The chapter or section that an article stands in."""
        holder = self._index.by_id[article.id].parent
        while holder is not None and holder.kind is not kind:
            holder = self._index.by_id[holder.id].parent
        return holder

    def _is_in_annex(self, article: Unit, ledger: Ledger) -> bool:
        """Whether the words of an order stand behind what may be the beginning of an annex."""
        if not self._about_article(article):
            return False
        texts = list(words_after_first(article))
        begin = next((place for place, text in enumerate(texts) if begins_annex(text)), len(texts))
        instruction = ledger.instruction
        anchor = instruction.position.words if instruction.position is not None else ""
        wanted = [words for words in (*instruction.words_old, anchor) if words]
        return any(find_words(text, words) for text in texts[begin:] for words in wanted)

    def _two_texts(
        self, instruction: Instruction, address: Address, found: Found
    ) -> Message | None:
        """The article stands in the decision and in a text that it issues, or in a form of an annex,
        and nothing tells which is meant."""
        first = address.top
        if first.kind != UnitKind.ARTICLE:
            return None
        others = [c for c in self._holding(first.label) if c is not found.placed.component]
        is_regulation = found.placed.component.kind is ComponentKind.REGULATION
        means_regulation = instruction.component == "regulation" or self._title_names_regulation
        if _OF_DECISION.match(instruction.act_reference) or _carries_out_a_decision(instruction):
            means_regulation = False  # "Sửa đổi Quyết định số 25:" / "Bãi bỏ Điều 2."
        if is_regulation and not means_regulation:
            others = [c for c in others if c.kind is ComponentKind.BODY]
        elif not is_regulation and means_regulation:
            others = [c for c in others if c.kind is ComponentKind.APPENDIX]
        else:
            return None
        if not others:
            return None
        if is_regulation:
            here = message("component.attached", "văn bản kèm theo")
        else:
            here = message("component.decision", "thân quyết định")
        return message(
            "stray.two_components",
            "{place} có cả ở chỗ khác trong tệp; ở đây hiểu là {component}",
            place=first.words,
            component=here,
        )

    def _holding(self, label: str) -> list[Component]:
        """The components that have an article of a number."""
        if self._holders is None:
            self._holders = {}
            for placed in self._index:
                if placed.unit.kind is UnitKind.ARTICLE:
                    holders = self._holders.setdefault(placed.unit.label.casefold(), [])
                    if placed.component not in holders[-1:]:
                        holders.append(placed.component)
        return self._holders.get(label.casefold(), [])


def _carries_out_a_decision(instruction: Instruction) -> bool:
    """Whether new wording is that of a decision's last article: "… thi hành Quyết định này"."""
    return any(map(_CARRIES_OUT.search, blocks_lines(instruction.quoted)))


_CARRIES_OUT = late(r"\bthi hành (?:Quyết định|Nghị quyết) này\b")


def _annex_in(place: str, line: str) -> Message:
    return message(
        "stray.annex",
        "trong {place} có dòng “{words}”, có thể là phụ lục hoặc biểu mẫu",
        place=place,
        words=shortened(line, _SHOWN),
    )


def _is_number_of_section(placed: Placed, label: str) -> bool:
    """Whether a unit is a number right below a Roman section."""
    above = placed.parent
    if above is None or above.kind is not UnitKind.SECTION:
        return False
    return (placed.unit.kind, placed.unit.label) == (UnitKind.CLAUSE, label)


def _swallowed(unit: Unit, target: Target) -> Message | None:
    """A paragraph of the target that begins like another unit of its level, or of one above: it goes
    away with the target. A letter under a dotted number ("4.2") is a level below."""
    if "." in unit.label or target.slot not in ("unit", "text", "tail"):
        return None
    levels = _LEVELS.get(unit.kind, ())
    stray = next((t for t in words_after_first(unit) if label_level(t) in levels), "")
    if unit.kind is UnitKind.ARTICLE and unit.children and not stray:
        stray = next((t for t in words_after_first(unit) if _BEGINS_AGAIN.match(t)), "")
    if not stray:
        stray = runs_on(unit, following_label(unit))
    if not stray:
        return None
    where = Step(unit.kind, unit.label).words
    return message(
        "stray.another_unit",
        "trong {place} có dòng “{words}”, có thể là một {kind} khác",
        place=where,
        words=shortened(stray, _SHOWN),
        kind=_NAMES[unit.kind],
    )


_BEGINS_AGAIN = late(r"1\s?[.)/](?!\d)\s*\S")


_LEVELS = {
    UnitKind.ARTICLE: (UnitKind.ARTICLE,),
    UnitKind.CLAUSE: (UnitKind.ARTICLE, UnitKind.CLAUSE),
    UnitKind.POINT: (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT),
}
_NAMES = {UnitKind.ARTICLE: "điều", UnitKind.CLAUSE: "khoản", UnitKind.POINT: "điểm"}
