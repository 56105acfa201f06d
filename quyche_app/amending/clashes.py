"""Orders of one act that speak against each other: of one provision it gives two wordings, or a wording and
its end, or a number and a word about the old number.

Which of them stands the order of the lines does not tell: neither is carried out, or both are doubtful.
Source: docs/field.md 4.10.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.account import Ledger
from quyche_app.amending.targets import TargetFinder
from quyche_app.domain.acts import blocks_lines
from quyche_app.domain.addresses import Address, stands_in
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import message
from quyche_app.domain.operations import Instruction, Target
from quyche_app.domain.verbs import Verb

_WHOLE = ("unit", "text")


def look_for_clashes(ledgers: Sequence[Ledger], finder: TargetFinder) -> None:
    """Fail or doubt the orders of an act that do not go together."""
    _fail_two_wordings(ledgers, finder)
    _fail_left_numbers(ledgers, finder)
    _doubt_parts_of_wholes(ledgers, finder)
    _doubt_repealed(ledgers, finder)


def meant_address(finder: TargetFinder, target: Target, instruction: Instruction) -> Address:
    """Give the address that a target means in the text before the act."""
    return finder.meant(target.address, instruction)[0]


def _fail_two_wordings(ledgers: Sequence[Ledger], finder: TargetFinder) -> None:
    """Two instructions of one act that ask for different wordings of one unit: neither is carried
    out (docs/field.md 4.10)."""
    first: dict[str, Ledger] = {}
    for ledger in ledgers:
        instruction = ledger.instruction
        if instruction.verb is not Verb.AMEND or not instruction.quoted:
            continue
        for target in instruction.targets:
            path = replace(target, address=meant_address(finder, target, instruction)).path
            other = first.setdefault(path, ledger)
            if other is not ledger and blocks_lines(other.instruction.quoted) != blocks_lines(
                instruction.quoted
            ):
                for one in (other, ledger):
                    one.fail(
                        message(
                            "clash.two_wordings",
                            "văn bản này cho {place} hai lời văn mới khác nhau",
                            place=target.words,
                        )
                    )


def _doubt_parts_of_wholes(ledgers: Sequence[Ledger], finder: TargetFinder) -> None:
    """One act gives a provision new wording, and a part of it another one that the first does not have: the
    later order of the two decides, which nobody says."""
    worded = [
        (replace(target, address=meant_address(finder, target, one.instruction)), one)
        for one in ledgers
        if one.instruction.verb is Verb.AMEND and one.instruction.quoted
        for target in one.instruction.targets
    ]
    wholes = {target.address.path: one for target, one in worded if target.slot in _WHOLE}
    for target, part in worded:
        steps = target.address.steps
        shortest = len(steps) if target.slot in _WHOLE else len(steps) + 1
        for length in range(1, shortest):
            holder = replace(target.address, steps=steps[:length])
            whole = wholes.get(holder.path, part)
            if whole is part or _holds_wording(whole.instruction, part.instruction):
                continue
            for one in (whole, part):
                one.doubt(
                    message(
                        "clash.part_and_whole",
                        "văn bản này cho {place} lời văn mới, và cho một phần của chỗ ấy lời văn khác",
                        place=holder.words,
                    )
                )


def _holds_wording(whole: Instruction, part: Instruction) -> bool:
    """Whether the new wording of a provision has that of its part, number and marks aside."""
    held = " ".join(blocks_lines(whole.quoted))
    return all(line.strip(" .;") in held for line in blocks_lines(part.quoted))


def _fail_left_numbers(ledgers: Sequence[Ledger], finder: TargetFinder) -> None:
    """A provision gets another number, and an order of the same act gives its old number new words or
    repeals it: whether what goes or what comes is meant, nobody says."""
    going = {
        meant_address(finder, target, ledger.instruction).path
        for ledger in ledgers
        if ledger.instruction.results and ledger.instruction.verb in (Verb.RENUMBER, Verb.MOVE)
        for target in ledger.instruction.targets
    }
    for ledger in ledgers if going else ():
        instruction = ledger.instruction
        if instruction.verb not in (Verb.AMEND, Verb.REPEAL):
            continue
        for target in instruction.targets:
            meant = meant_address(finder, target, instruction)
            if target.slot not in _WHOLE or meant.path not in going:
                continue
            if instruction.verb is Verb.REPEAL or _keeps_label(instruction, meant):
                ledger.fail(
                    message(
                        "clash.number_left",
                        "{place} được đánh số khác trong cùng văn bản: không rõ nội dung này nói về "
                        "chỗ cũ hay chỗ mới",
                        place=meant.words,
                    )
                )


def _keeps_label(instruction: Instruction, meant: Address) -> bool:
    """Whether the new wording begins with the number that a provision had."""
    label = read_label(blocks_lines(instruction.quoted)[0]) if instruction.quoted else None
    return label is not None and label.label.casefold() == meant.steps[-1].label.casefold()


def _doubt_repealed(ledgers: Sequence[Ledger], finder: TargetFinder) -> None:
    """A provision is repealed, and another order of the act gives it, or what is in it, new words: one of the
    two is a slip. Words that a list of places changes may stand in what goes."""
    gone = {
        meant_address(finder, target, one.instruction).path: one
        for one in ledgers
        if one.instruction.verb is Verb.REPEAL
        for target in one.instruction.targets
        if target.slot in _WHOLE
    }
    for other in ledgers if gone else ():
        places = [
            meant_address(finder, target, other.instruction) for target in other.instruction.targets
        ]
        for place in places:
            repeal = next((gone[path] for path in gone if _is_about(other, place, path)), other)
            if repeal is other or (other.instruction.verb is Verb.REPLACE_WORDS and places[1:]):
                continue
            # What is put into a repealed provision goes with it: the repeal itself is plain.
            both = (other,) if other.instruction.verb is Verb.INSERT else (repeal, other)
            for one in both:
                one.doubt(
                    message(
                        "clash.repealed_and_worded",
                        "văn bản này vừa bãi bỏ vừa sửa {place}, hoặc phần nằm trong chỗ bị bãi bỏ",
                        place=place.words,
                    )
                )


def _is_about(other: Ledger, place: Address, repealed: str) -> bool:
    """Whether an order is about what another one repeals; a new one may take its number."""
    match other.instruction.verb:
        case Verb.AMEND | Verb.REPLACE_WORDS | Verb.ADD_WORDS | Verb.REMOVE_WORDS:
            return stands_in(place.path, repealed)
        case Verb.INSERT:
            return place.path != repealed and stands_in(place.path, repealed)
        case _:
            return False
