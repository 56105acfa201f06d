"""Operations on words: replace, add, remove, in every place named.

All are looked up in the text as it stood before the act and carried out together, the longest first;
what another instruction of the same act wrote is left alone. Source: docs/field.md 4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from quyche_app.amending.account import Ledger
from quyche_app.amending.phrase_places import Spot, Stretch, WordPlaces
from quyche_app.amending.phrases import (
    Match,
    find_words,
    is_in_longer_word,
    joined_words,
    splits_name,
)
from quyche_app.amending.targets import TargetFinder
from quyche_app.amending.work import WorkText
from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import message
from quyche_app.domain.operations import (
    ABOUT,
    COUNTED,
    Instruction,
    Occurrence,
    Position,
    Target,
)
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.texts import SMALL_LETTERS, shortened
from quyche_app.domain.units import Block, Cell, Paragraph, Table
from quyche_app.domain.verbs import Verb

# More occurrences in one place than this: an act usually means one (docs/field.md 4.5, rule 2).
_MANY = 5


_END_OF_WHICH = message(
    "phrase.end_of_which", "chỗ được nêu có nhiều đơn vị: đã thêm vào cuối đơn vị cuối cùng"
)


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters start to end of a spot get new words; ``order`` = which instruction."""

    start: int
    end: int
    new: str
    order: int


_REWRITTEN = message(
    "phrase.rewritten_by_another", "lời văn ở đó do nội dung khác của cùng văn bản viết lại"
)
_PART_LEFT = message(
    "phrase.part_left", "có chỗ trùng với cụm từ khác của cùng văn bản nên không đổi lần nữa"
)


_NOTHING_LEFT = message("phrase.nothing_left", "sau khi bỏ, chỗ ấy không còn lời nào")


_ODD_MARKS = late(r"[;,:]\s*[.;,(]|\(\s*\)|(?<!\.)\.\s*\.(?!\.)|^[;,.]")
# A sentence that begins small: new words are taken as quoted, so what a removal leaves is looked at.
_SMALL_HEAD = late(rf"[.!?]\s+[{SMALL_LETTERS}]")
# "từ ngày ngày 15/8/2025": the new words bring one that stands before them already.
# Or several at once: "ngày làm việc làm việc".
_CONNECTS = late(
    r",\s+(?:của|ở|tại|thuộc|do|được|đối với|theo|trong|để|cho|từ|khi)\b", re.IGNORECASE
)
_TWICE = late(r"\b([^\W\d_]+(?: [^\W\d_]+){0,2}) \1\b", re.IGNORECASE)
_WORD_TWICE = message("phrase.word_twice", "sau khi sửa, một chữ đứng liền hai lần ở chỗ ấy")
_MARKS_LEFT = message(
    "phrase.marks_left", "sau khi sửa, dấu câu hoặc chữ hoa ở chỗ ấy không còn đúng"
)


def _leaves_marks(removed: Sequence[_Edit], before: str, after: str) -> bool:
    """Whether what goes takes a paragraph's end along, or leaves marks or small letters amiss."""
    if any(edit.end >= len(before.rstrip()) for edit in removed):
        return True
    # "cán bộ, công chức, của Văn phòng": the last of a list went, its comma stays.
    amiss = [_ODD_MARKS, _SMALL_HEAD, _CONNECTS] if removed else [_ODD_MARKS]
    return any(len(mark.findall(after)) > len(mark.findall(before)) for mark in amiss)


_GLOSS_LEFT = message("phrase.gloss_left", "ngay sau chỗ ấy còn số cũ ghi bằng chữ trong ngoặc đơn")
_GLOSS = late(
    r"\s*(?:[^\W\d]+\s+){0,3}?\((?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|triệu"
    r"|\s)+\b[^()]{0,30}\)",
    re.IGNORECASE,
)
_DIGITS = late(r"\d+")


def _loses_stop(old: str, new: str, behind: str) -> bool:
    """Whether a whole sentence is replaced by words without its stop: "thay câu “A.” bằng “B”"."""
    ends = old.rstrip()[-1:] in ".;" and new.rstrip()[-1:] not in ".;:!?…"
    return ends and bool(new) and behind.lstrip()[:1] not in tuple(".;:,")


def _is_against_its_gloss(old: str, new: str, behind: str) -> bool:
    """Whether a number changes that is said in words right behind: "05 ngày (ba ngày)"."""
    return _DIGITS.findall(old) != _DIGITS.findall(new) and _GLOSS.match(behind) is not None


def _empties_cell(before: str, after: str) -> bool:
    """Whether a cell of a row had words and has none now: "4 | Lái xe | 150.000"."""
    if "|" not in before:
        return False
    filled = [sum(1 for cell in text.split("|") if cell.strip()) for text in (before, after)]
    return filled[1] < filled[0]


class _Standing(NamedTuple):
    """Where words stand when they are written: the text that the edits count in, and what another
    instruction put behind it."""

    spot: Spot
    text: str
    behind: str


def _stands_beside(text: str, match: Match, new: str, position: Position | None) -> bool:
    """Whether words to be added stand beside their neighbour already."""
    words = new.strip(" ,;.")
    if position is not None and position.side == "before":
        return bool(words) and text[: match.start].rstrip(" ,;.").endswith(words)
    return bool(words) and text[match.end :].lstrip(" ,;.").startswith(words)


_WHOLE_DASH = late(r"[-–+•]\s+\w")
_AMOUNT = late(r"\d")


def _means_one(old: str, instruction: Instruction) -> bool:
    """Whether old words are those of one spot: a dash as it stands, an amount that an order without marks
    raises or lowers, or words of something that the order names."""
    position = instruction.position
    if _WHOLE_DASH.match(old) or (position is not None and position.side == ABOUT):
        return True
    is_bare = any(why.code == "quotation.without_marks" for why in instruction.reasons)
    return is_bare and _AMOUNT.match(old) is not None


_PLACEHOLDER = late(r"\W*(?:…|\.{3,}|_{2,})\W*")


class PhraseDesk:
    """Collects the edits of every phrase instruction of an act and carries them out at the end."""

    def __init__(self, finder: TargetFinder, work: WorkText) -> None:
        self._finder = finder
        self._places = WordPlaces(finder, work)
        self._work = work
        self._edits: dict[Spot, list[_Edit]] = {}
        self._texts: dict[Spot, str] = {}
        self._ledgers: dict[int, Ledger] = {}
        self._whole: str | None = None

    # -- collecting -------------------------------------------------------------------------------

    def collect(self, ledger: Ledger, order: int) -> None:
        """Find the words of one instruction in every place it names."""
        instruction = ledger.instruction
        self._ledgers[order] = ledger
        if any(_PLACEHOLDER.fullmatch(words) for words in instruction.words_new):
            ledger.fail(message("phrase.placeholder", "cụm từ mới chỉ là dấu chấm lửng"))
            return
        excluded = self._excluded(ledger)
        found: dict[tuple[str, Target], int] = {}
        for target in instruction.targets:
            stretches = self._places.stretches(target, ledger)
            if not stretches:
                continue
            side = instruction.position.side if instruction.position else ""
            if side in ("start", "end") and instruction.verb is Verb.ADD_WORDS:
                self._collect_border(stretches, side, ledger, order)
                if side == "end" and len({one.spot.unit_id for one in stretches}) > 1:
                    ledger.doubt(_END_OF_WHICH)
                continue
            for old, new in _pairs(ledger):
                found[old, target] = self._collect_pair(
                    stretches, old, new, target, ledger, order, excluded
                )
        self._compare_count(sum(found.values()), ledger)
        missing = [at for at, count in found.items() if not count]
        for old, target in missing:
            if not _is_one_of_many(old, target, found):
                ledger.fail(
                    message(
                        "phrase.missing",
                        "không thấy cụm từ “{words}” trong {place}",
                        words=shortened(old),
                        place=target.words,
                    )
                )

    def _compare_count(self, count: int, ledger: Ledger) -> None:
        """ "(cả hai chỗ)" where the words stand three times, or once."""
        position = ledger.instruction.position
        if position is None or position.side != COUNTED or position.words == str(count):
            return
        ledger.doubt(
            message(
                "phrase.other_count",
                "nêu {said} chỗ, nhưng cụm từ có {found} chỗ ở đó",
                said=position.words,
                found=str(count),
            )
        )

    def _collect_pair(
        self,
        stretches: Sequence[Stretch],
        old: str,
        new: str,
        target: Target,
        ledger: Ledger,
        order: int,
        excluded: dict[Spot, list[tuple[int, int]]],
    ) -> int:
        """Note every place of one phrase in one target; gives how many there are."""
        matches = [
            (one.spot, one.text, match)
            for one in stretches
            for match in self._matches(one, old, target.slot, ledger)
            if not _is_inside(match, excluded.get(one.spot, ()))
        ]
        if len(matches) > 1 and _means_one(old, ledger.instruction):
            ledger.fail(
                message(
                    "phrase.which_one",
                    "“{words}” có {count} chỗ trong {place}: không rõ chỗ nào",
                    words=shortened(old),
                    count=len(matches),
                    place=target.words,
                )
            )
            return len(matches)
        heads = {match.capital for _, _, match in matches}
        only_name = {one.slot for one, _, _ in matches} == {"heading"}
        if target.address.steps and (heads == {True, False} or (heads == {True} and only_name)):
            ledger.doubt(
                message(
                    "phrase.other_case",
                    "cụm từ “{words}” có cả chỗ viết hoa đầu câu trong {place}",
                    words=shortened(old),
                    place=target.words,
                )
            )
        for spot, text, match in matches:
            self._add_edit(spot, text, match, old, new, ledger, order)
        self._say_what_was_found(matches, old, target, ledger)
        return len(matches)

    def _say_what_was_found(
        self, matches: Sequence[tuple[Spot, str, Match]], old: str, target: Target, ledger: Ledger
    ) -> None:
        """Say what makes it unsure that all of the old words are meant."""
        count = len(matches)
        place = target.words
        if self._stands_right_behind(target, old, ledger):
            ledger.doubt(
                message(
                    "phrase.right_behind",
                    "cụm từ “{words}” còn ở đoạn ngay sau {place}; không rõ đoạn ấy thuộc chỗ nào",
                    words=shortened(old),
                    place=place,
                )
            )
        if not all(match.exact for _, _, match in matches):
            ledger.doubt(
                message(
                    "phrase.loosely",
                    "trong {place} cụm từ “{words}” chỉ khớp khi bỏ qua hoa, thường, dấu câu hoặc "
                    "khoảng trắng",
                    place=place,
                    words=shortened(old),
                )
            )
        is_one_word = len(old.split()) == 1
        # An order for the whole text means all of them; one word stands inside names too.
        if count > _MANY and (target.address.steps or is_one_word):
            ledger.doubt(
                message(
                    "phrase.many_places",
                    "cụm từ “{words}” có {count} chỗ trong {place}",
                    words=shortened(old),
                    count=count,
                    place=place,
                )
            )
        if count > 1 and is_one_word and target.address.steps:
            ledger.doubt(
                message(
                    "phrase.single_word",
                    "“{words}” là một từ đơn có {count} chỗ trong {place}",
                    words=old,
                    count=count,
                    place=place,
                )
            )

    def _add_edit(
        self, spot: Spot, text: str, match: Match, old: str, new: str, ledger: Ledger, order: int
    ) -> None:
        """Note what one occurrence of the old words becomes."""
        instruction = ledger.instruction
        start, end = match.start, match.end
        words = new
        stays = instruction.verb is Verb.ADD_WORDS
        if old[:1].islower() and text[start].isupper() and not stays:
            words = new[:1].upper() + new[1:]  # the words stand at the head of a sentence
        loses_capital = start == 0 and old[:1].isupper() and new[:1].islower()
        if loses_capital and instruction.verb is Verb.REPLACE_WORDS:
            ledger.doubt(_MARKS_LEFT)
        if instruction.verb is Verb.REPLACE_WORDS and _loses_stop(old, new, text[end:]):
            ledger.doubt(_MARKS_LEFT)
        if _is_against_its_gloss(text[start:end], new, text[end:]):
            ledger.doubt(_GLOSS_LEFT)
        if _is_so_already(text, match, new):
            ledger.doubt(
                message(
                    "phrase.already_so",
                    "chỗ “{words}” vốn đã nằm trong cụm từ mới",
                    words=shortened(old),
                )
            )
        if is_in_longer_word(text, start, end) or splits_name(old, new, text[end:]):
            ledger.doubt(
                message(
                    "phrase.in_longer_word",
                    "cụm từ “{words}” có chỗ nằm trong một từ hoặc số dài hơn",
                    words=shortened(old),
                )
            )
        if stays and _stands_beside(text, match, new, instruction.position):
            ledger.doubt(
                message(
                    "phrase.stands_already",
                    "cạnh “{words}” đã có sẵn cụm từ được thêm",
                    words=shortened(old),
                )
            )
        edit = _edit_of(instruction.verb, instruction.position, start, end, words, order)
        if edit.start == edit.end == 0:
            edit = self._before_everything(text, words, order, ledger)
        self._edits.setdefault(spot, []).append(edit)
        self._texts[spot] = text

    def _stands_right_behind(self, target: Target, old: str, ledger: Ledger) -> bool:
        """Whether words stand in a paragraph behind the last point of a clause too, which may be the
        point's own or close the clause."""
        address, _ = self._finder.meant(target.address, ledger.instruction)
        found = self._finder.present(address)
        unit = self._work.by_id.get(found.placed.unit.id) if found is not None else None
        if unit is None or unit.parent is None or unit is not unit.parent.children[-1]:
            return False
        paragraphs = [block for block in unit.parent.tail if isinstance(block, Paragraph)]
        return any(find_words(block.text, old) for block in paragraphs)

    def _collect_border(
        self, stretches: Sequence[Stretch], side: str, ledger: Ledger, order: int
    ) -> None:
        """Words for the start of a place, or for its end before the closing mark."""
        one = stretches[0] if side == "start" else stretches[-1]
        words = " ".join(ledger.instruction.words_new)
        self._texts[one.spot] = one.text
        edits = self._edits.setdefault(one.spot, [])
        if side == "start":
            inside = self._before_everything(one.text[one.start :], words, order, ledger)
            edits.append(replace(inside, start=one.start, end=one.start + inside.end))
        else:
            at, words = _at_end(one.text, one.end, words)
            edits.append(_Edit(at, at, words, order))

    def _before_everything(self, text: str, words: str, order: int, ledger: Ledger) -> _Edit:
        """Words put before a paragraph: its old first word goes on in small letters, unless it is a
        name."""
        first = text.split(" ", 1)[0]
        ends_sentence = words.rstrip()[-1:] in (".", ":", "!", "?")
        if ends_sentence or not first[:1].isupper() or first[1:2].isupper() or self._is_name(text):
            return _Edit(0, 0, words, order)
        ledger.doubt(
            message("phrase.capital_lowered", "chữ hoa đầu câu cũ đã đổi thành chữ thường")
        )
        return _Edit(0, len(first), f"{words.rstrip()} {first[:1].lower()}{first[1:]}", order)

    def _is_name(self, text: str) -> bool:
        """Whether the first two words of a paragraph are written with a capital elsewhere inside
        sentences too, and more often than without."""
        start = " ".join(re.findall(r"\w+", text)[:2])
        small = start[:1].lower() + start[1:]
        if self._whole is None:
            self._whole = "\n".join(act_lines(self._finder.act))
        capital = len(re.findall(rf"(?<=[{SMALL_LETTERS},;] ){re.escape(start)}\b", self._whole))
        lower = len(re.findall(rf"(?<=[\w,;:] ){re.escape(small)}\b", self._whole))
        return capital > lower

    def _matches(self, one: Stretch, old: str, slot: str, ledger: Ledger) -> list[Match]:
        """Where old words stand in a stretch, those that the order means."""
        text = one.text
        position = ledger.instruction.position
        inside = [(one.start, one.end)]
        found = [match for match in find_words(text, old) if _is_inside(match, inside)]
        if self._is_said_in_both_cases(old, ledger.instruction):
            found = [match for match in found if match.exact]
        if slot == "text:start":
            found = [match for match in found if match.start == one.start]
        elif slot == "text:end":
            found = [match for match in found if not text[match.end : one.end].strip(" .;,:")]
        if ledger.instruction.verb is Verb.ADD_WORDS or position is None or not position.words:
            return found
        if position.side in (ABOUT, COUNTED):
            return found
        # "thay “A” trước cụm từ “B”": only the occurrence beside its neighbour.
        near = [(m.start, m.end) for m in find_words(text, position.words)]
        if position.side == "before":
            return [f for f in found if any(0 <= s - f.end <= 2 for s, _ in near)]
        return [f for f in found if any(0 <= f.start - e <= 2 for _, e in near)]

    def _is_said_in_both_cases(self, old: str, instruction: Instruction) -> bool:
        """Whether an order names words with capitals and without, each for itself: "“Cơ sở”, “cơ sở” lần
        lượt thành …"."""
        alike = [one for one in instruction.words_old if one.casefold() == old.casefold()]
        return len(set(alike)) > 1

    def _excluded(self, ledger: Ledger) -> dict[Spot, list[tuple[int, int]]]:
        result: dict[Spot, list[tuple[int, int]]] = {}
        for exclusion in ledger.instruction.exclusions:
            found = False
            for target in exclusion.targets:
                for one in self._places.stretches(target, Ledger(ledger.instruction)):
                    found = True
                    spans = [(m.start, m.end) for m in find_words(one.text, exclusion.words)]
                    if not exclusion.words:  # the whole place is left out
                        spans = [(one.start, one.end)]
                    result.setdefault(one.spot, []).extend(spans)
            if not found:
                ledger.doubt(message("phrase.no_exclusion", "không tìm được chỗ được trừ ra"))
        return result

    # -- carrying out -----------------------------------------------------------------------------

    def carry_out(self, rewritten: set[str]) -> None:
        """Make the collected edits, except in words that another instruction wrote."""
        done: set[int] = set()
        blocked: set[int] = set()
        for spot, edits in self._edits.items():
            if self._is_closed(spot, rewritten):
                blocked.update(edit.order for edit in edits)
                continue
            chosen, dropped = _without_overlaps(edits)
            blocked.update(edit.order for edit in dropped)
            for edit in dropped:
                if not any(_are_same(edit, taken) for taken in chosen):
                    self._ledgers[edit.order].doubt(_PART_LEFT)
            standing = self._standing(spot, chosen)
            if standing is None:
                standing, chosen = self._beside_a_change(spot, chosen)
            if standing is None:
                for edit in chosen:
                    self._ledgers[edit.order].fail(_REWRITTEN)
                continue
            self._write(spot, standing, chosen)
            done.update(edit.order for edit in chosen)
        for order, ledger in self._ledgers.items():
            if order in blocked - done:
                ledger.fail(_REWRITTEN)

    def _standing(self, spot: Spot, edits: Sequence[_Edit]) -> _Standing | None:
        """Where the words of a spot stand now, after what other instructions of the act did to paragraphs and
        sentences: at its place, perhaps with more words behind them, or at another one of the unit; None
        when they are gone."""
        known = self._texts[spot]
        now = _text_at(self._blocks_of(spot), spot) or ""
        if now == known:
            return _Standing(spot, known, "")
        stem = known.rstrip(" .;,:")
        last = max((edit.end for edit in edits), default=0)
        if last <= len(stem) and now.startswith(stem):
            return _Standing(spot, stem, now[len(stem) :])
        others = [
            number
            for number, block in enumerate(self._blocks_of(spot))
            if isinstance(block, Paragraph) and block.text == known
        ]
        index = only(others)
        if spot.inner or index is None:
            return None
        return _Standing(replace(spot, index=index), known, "")

    def _beside_a_change(
        self, spot: Spot, edits: Sequence[_Edit]
    ) -> tuple[_Standing | None, list[_Edit]]:
        """Where the words stand when another instruction changed something before or behind all of them:
        "Câu cuối bỏ; câu thứ hai thay “A” bằng “B”". Gives the edits as they count there."""
        known = self._texts[spot]
        now = _text_at(self._blocks_of(spot), spot) or ""
        same_start = _same_start(known, now)
        same_end = _same_start(known[::-1], now[::-1])
        same_end = min(same_end, len(known) - same_start, len(now) - same_start)
        shift = len(now) - len(known)
        moved = []
        for edit in edits:
            if edit.end <= same_start:
                moved.append(edit)
            elif edit.start >= len(known) - same_end:
                moved.append(replace(edit, start=edit.start + shift, end=edit.end + shift))
            else:
                return None, list(edits)
        return (_Standing(spot, now, "") if now else None), moved

    def _blocks_of(self, spot: Spot) -> Sequence[Block]:
        """The blocks that the index of a spot counts, as they stand now."""
        if spot.slot == "front":
            return self._work.component(spot.unit_id).front
        unit = self._work.by_id[spot.unit_id]
        if spot.slot == "heading":
            return [Paragraph(unit.heading or "")]
        return unit.lead if spot.slot == "lead" else unit.tail

    def _is_closed(self, spot: Spot, rewritten: set[str]) -> bool:
        """Whether another instruction wrote the words of a spot, or took away what holds them."""
        if not rewritten.isdisjoint((spot.unit_id, f"{spot.unit_id}#{spot.slot}")):
            return True
        return spot.slot != "front" and spot.unit_id not in self._work.by_id

    def _write(self, spot: Spot, standing: _Standing, edits: list[_Edit]) -> None:
        text = standing.text
        result, at = "", 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            result, rest = joined_words(result + text[at : edit.start], edit.new, text[edit.end :])
            at = len(text) - len(rest)
        result += text[at:] + standing.behind
        goes = [edit for edit in edits if (edit.start, edit.new) == (0, "") and edit.end]
        for edit in goes if text[:1].isupper() and result[:1].islower() else ():
            self._ledgers[edit.order].doubt(_MARKS_LEFT)
        if _leaves_marks([edit for edit in edits if not edit.new], text, result):
            for edit in edits:
                self._ledgers[edit.order].doubt(_MARKS_LEFT)
        if len(_TWICE.findall(result)) > len(_TWICE.findall(text)):
            for edit in edits:
                self._ledgers[edit.order].doubt(_WORD_TWICE)
        if not any(char.isalnum() for char in result) or _empties_cell(text, result):
            for edit in edits:
                self._ledgers[edit.order].doubt(_NOTHING_LEFT)
        result = self._without_label(spot, text, result, edits)
        self._put(standing.spot, result)
        before = self._texts[spot]
        for edit in edits:
            ledger = self._ledgers[edit.order]
            ledger.write(spot.unit_id, "words" if spot.slot != "heading" else "words:heading")
            path = self._path(spot)
            ledger.occurrences.append(Occurrence(spot.unit_id, path, before, result))

    def _without_label(self, spot: Spot, old: str, new: str, edits: list[_Edit]) -> str:
        """New words that begin a provision with its label again: "2. Họp …" in clause 2 is no "2. 2.
        Họp …"."""
        unit = self._work.by_id.get(spot.unit_id)
        label = unit.prefix.strip() if unit is not None else ""
        is_first = spot.slot == "lead" and spot.index == 0 and not spot.inner
        if not is_first or not label or not new.startswith(label) or old.startswith(label):
            return new
        for order in dict.fromkeys(e.order for e in edits):
            self._ledgers[order].doubt(
                message(
                    "phrase.label_dropped",
                    "cụm từ mới mang số {label} của chính chỗ được sửa: bỏ số ấy",
                    label=label,
                )
            )
        return new[len(label) :].lstrip()

    def _path(self, spot: Spot) -> str:
        placed = self._finder.index.by_id.get(spot.unit_id)
        return placed.address.path if placed is not None else "*"

    def _put(self, spot: Spot, text: str) -> None:
        if spot.slot == "front":
            component = self._work.component(spot.unit_id)
            component.front[spot.index] = _changed(component.front[spot.index], spot.inner, text)
            component.touched = True
            return
        unit = self._work.by_id[spot.unit_id]
        if spot.slot == "heading":
            unit.heading = text
        else:
            blocks = unit.lead if spot.slot == "lead" else unit.tail
            blocks[spot.index] = _changed(blocks[spot.index], spot.inner, text)
        unit.touch()


def _at_end(text: str, end: int, words: str) -> tuple[int, str]:
    """Where words go at the end of a stretch, and those words: a sentence of its own behind the closing mark,
    others before it and without a mark of their own."""
    is_sentence = words[:1].isupper() and words.rstrip().endswith((".", "!", "?"))
    if is_sentence:
        return len(text[:end].rstrip(" |")), words
    at = len(text[:end].rstrip(" .;,:|"))  # strokes stand between the cells of a row
    return at, words.rstrip(" .;") if text[at:end].strip() else words


def _same_start(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_one_of_many(old: str, target: Target, found: Mapping[tuple[str, Target], int]) -> bool:
    """ "thay các cụm từ “A”, “B” tại khoản 2, khoản 3": each phrase stands in one of the places, and each
    place has one of them."""
    elsewhere = any(count for (words, _), count in found.items() if words == old)
    if not elsewhere:
        return False
    return any(count for (_, place), count in found.items() if place == target)


def _is_so_already(text: str, match: Match, new: str) -> bool:
    """Whether words that get more words around them have these already: "hội nghị" → "hội nghị Đảng ủy" in
    "hội nghị Đảng ủy"; "03 tháng" → "02 tháng một lần" in "03 tháng một lần"."""
    words = new.split()
    before, behind = text[: match.start].rstrip(), text[match.end :].lstrip()
    ends = (" ".join(words[-count:]) for count in range(2, len(words)))
    starts = (" ".join(words[:count]) for count in range(2, len(words)))
    old = text[match.start : match.end]
    at = new.find(old)
    if at >= 0 and len(new) > len(old):
        return text.startswith(new, max(match.start - at, 0))
    return any(behind.startswith(end) for end in ends) or any(map(before.endswith, starts))


def _is_inside(match: Match, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= match.start and match.end <= end for start, end in spans)


def _pairs(ledger: Ledger) -> Iterator[tuple[str, str]]:
    instruction = ledger.instruction
    match instruction.verb:
        case Verb.ADD_WORDS:
            anchor = instruction.position.words if instruction.position else ""
            if not anchor:
                ledger.fail(message("phrase.beside_what", "không nói rõ thêm vào cạnh cụm từ nào"))
                return
            yield anchor, " ".join(instruction.words_new)
        case Verb.REMOVE_WORDS:
            for old in instruction.words_old:
                yield old, ""
        case _:
            news = instruction.words_new
            for number, old in enumerate(instruction.words_old):
                if not news:
                    ledger.fail(message("phrase.no_new_words", "không có cụm từ mới"))
                    return
                yield old, news[min(number, len(news) - 1)]


def _edit_of(verb: Verb, position: object, start: int, end: int, new: str, order: int) -> _Edit:
    if verb is not Verb.ADD_WORDS:
        return _Edit(start, end, new, order)
    side = getattr(position, "side", "after")
    at = start if side in ("before", "start") else end
    return _Edit(at, at, new, order)


def _without_overlaps(edits: list[_Edit]) -> tuple[list[_Edit], list[_Edit]]:
    """The longest first, then in the order of the act; what overlaps an edit taken is dropped."""
    chosen: list[_Edit] = []
    dropped: list[_Edit] = []
    for edit in sorted(edits, key=lambda e: (-(e.end - e.start), e.order, e.start)):
        is_dropped = any(_overlaps(edit, taken) for taken in chosen)
        (dropped if is_dropped else chosen).append(edit)
    return chosen, dropped


def _are_same(edit: _Edit, taken: _Edit) -> bool:
    return (edit.start, edit.end, edit.new) == (taken.start, taken.end, taken.new)


def _overlaps(edit: _Edit, taken: _Edit) -> bool:
    """Whether an edit touches characters of another, or puts the same words at the same place."""
    if _are_same(edit, taken):
        return True
    return edit.start < taken.end and taken.start < edit.end


def _text_at(blocks: Sequence[Block], spot: Spot) -> str | None:
    """The words of a spot among blocks; None when there is no such paragraph."""
    if spot.index >= len(blocks):
        return None
    block: Block = blocks[spot.index]
    if isinstance(block, Table) and spot.inner:
        row, column, place = spot.inner
        block = block.rows[row][column].blocks[place]
    return block.text if isinstance(block, Paragraph) else None


def _changed(block: Block, inner: tuple[int, ...], text: str) -> Block:
    if isinstance(block, Paragraph):
        marks = () if block.text != text else block.marks
        return Paragraph(text, marks, block.align)
    assert isinstance(block, Table)
    row, column, place = inner
    cell = block.rows[row][column]
    pieces = list(cell.blocks)
    pieces[place] = _changed(pieces[place], (), text)
    cells = list(block.rows[row])
    cells[column] = Cell(tuple(pieces), cell.span)
    rows = list(block.rows)
    rows[row] = tuple(cells)
    return Table(tuple(rows))
