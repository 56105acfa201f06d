"""Orders of one act that speak against each other: of one provision it gives two wordings, or a wording and
its end, or a number and a word about the old number.

Which of them stands the order of the lines does not tell: neither is carried out, or both are doubtful.
Source: docs/field.md 4.10.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from quyche_app.amending.account import Ledger
from quyche_app.amending.targets import TargetFinder
from quyche_app.domain.acts import blocks_lines
from quyche_app.domain.addresses import Address
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import message
from quyche_app.domain.operations import Instruction, Target
from quyche_app.domain.verbs import Verb

_WHOLE = ("unit", "text")
_WORDS_CHANGED = (Verb.AMEND, Verb.REPLACE_WORDS, Verb.ADD_WORDS, Verb.REMOVE_WORDS)


class _Said(NamedTuple):
    """One place that an order of the act is about, by its address in the text before the act."""

    by: Ledger
    place: Target

    @property
    def verb(self) -> Verb:
        return self.by.instruction.verb

    @property
    def is_whole(self) -> bool:
        return self.place.slot in _WHOLE

    @property
    def gives_wording(self) -> bool:
        return self.verb is Verb.AMEND and bool(self.by.instruction.quoted)


def look_for_clashes(ledgers: Sequence[Ledger], finder: TargetFinder) -> None:
    """Fail or doubt the orders of an act that do not go together."""
    said = [_Said(one, place) for one in ledgers for place in meant_places(one.instruction, finder)]
    _fail_two_wordings(said)
    _fail_left_numbers(said)
    _doubt_parts_of_wholes(said)
    _doubt_repealed(said)


def meant_address(finder: TargetFinder, target: Target, instruction: Instruction) -> Address:
    """Give the address that a target means in the text before the act."""
    return finder.meant(target.address, instruction)[0]


def meant_places(instruction: Instruction, finder: TargetFinder) -> list[Target]:
    """Give the places of an instruction by the addresses that they mean in the text before the act."""
    return [
        replace(target, address=meant_address(finder, target, instruction))
        for target in instruction.targets
    ]


def _fail_two_wordings(said: Sequence[_Said]) -> None:
    """Two instructions of one act that ask for different wordings of one unit: neither is carried
    out (docs/field.md 4.10)."""
    first: dict[str, Ledger] = {}
    for one in said:
        if not one.gives_wording:
            continue
        other = first.setdefault(one.place.path, one.by)
        if other is one.by or _lines(other) == _lines(one.by):
            continue
        for ledger in (other, one.by):
            ledger.fail(
                message(
                    "clash.two_wordings",
                    "văn bản này cho {place} hai lời văn mới khác nhau",
                    place=one.place.words,
                )
            )


def _lines(ledger: Ledger) -> list[str]:
    """The new wording of an order, line by line."""
    return blocks_lines(ledger.instruction.quoted)


def _doubt_parts_of_wholes(said: Sequence[_Said]) -> None:
    """One act gives a provision new wording, and a part of it another one that the first does not have: the
    later order of the two decides, which nobody says."""
    worded = [one for one in said if one.gives_wording]
    wholes = {one.place.address.path: one.by for one in worded if one.is_whole}
    for part in worded:
        for holder in _holders(part.place.address, with_itself=not part.is_whole):
            whole = wholes.get(holder.path, part.by)
            if whole is part.by or _holds_wording(whole, part.by):
                continue
            for ledger in (whole, part.by):
                ledger.doubt(
                    message(
                        "clash.part_and_whole",
                        "văn bản này cho {place} lời văn mới, và cho một phần của chỗ ấy lời văn khác",
                        place=holder.words,
                    )
                )


def _holders(address: Address, *, with_itself: bool) -> list[Address]:
    """The provisions that a place stands in, the largest first."""
    longest = len(address.steps) + (1 if with_itself else 0)
    return [replace(address, steps=address.steps[:length]) for length in range(1, longest)]


def _holds_wording(whole: Ledger, part: Ledger) -> bool:
    """Whether the new wording of a provision has that of its part, number and marks aside."""
    held = " ".join(_lines(whole))
    return all(line.strip(" .;") in held for line in _lines(part))


def _fail_left_numbers(said: Sequence[_Said]) -> None:
    """A provision gets another number, and an order of the same act gives its old number new words or
    repeals it: whether what goes or what comes is meant, nobody says."""
    going = {
        one.place.address.path
        for one in said
        if one.by.instruction.results and one.verb in (Verb.RENUMBER, Verb.MOVE)
    }
    for one in said if going else ():
        if not one.is_whole or one.place.address.path not in going:
            continue
        if one.verb is Verb.REPEAL or _keeps_label(one):
            one.by.fail(
                message(
                    "clash.number_left",
                    "{place} được đánh số khác trong cùng văn bản: không rõ nội dung này nói về "
                    "chỗ cũ hay chỗ mới",
                    place=one.place.address.words,
                )
            )


def _keeps_label(said: _Said) -> bool:
    """Whether the new wording begins with the number that a provision had."""
    if not said.gives_wording:
        return False
    label = read_label(_lines(said.by)[0])
    own = said.place.address.own.label
    return label is not None and label.label.casefold() == own.casefold()


def _doubt_repealed(said: Sequence[_Said]) -> None:
    """A provision is repealed, and another order of the act gives it, or what is in it, new words: one of the
    two is a slip. Words that a list of places changes may stand in what goes."""
    gone = {
        one.place.address.path: one.by for one in said if one.verb is Verb.REPEAL and one.is_whole
    }
    for one in said if gone else ():
        repeal = _repeal_of(one, gone)
        is_list = one.verb is Verb.REPLACE_WORDS and len(one.by.instruction.targets) > 1
        if repeal is None or is_list:
            continue
        # What is put into a repealed provision goes with it: the repeal itself is plain.
        both = (one.by,) if one.verb is Verb.INSERT else (repeal, one.by)
        for ledger in both:
            ledger.doubt(
                message(
                    "clash.repealed_and_worded",
                    "văn bản này vừa bãi bỏ vừa sửa {place}, hoặc phần nằm trong chỗ bị bãi bỏ",
                    place=one.place.address.words,
                )
            )


def _repeal_of(said: _Said, gone: Mapping[str, Ledger]) -> Ledger | None:
    """The order that repeals what another one is about; a new provision may take the number of what goes."""
    if said.verb not in (*_WORDS_CHANGED, Verb.INSERT):
        return None
    holders = _holders(said.place.address, with_itself=said.verb is not Verb.INSERT)
    return next((gone[one.path] for one in holders if one.path in gone), None)
