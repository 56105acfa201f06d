"""An instruction as one Vietnamese sentence, for cards and reports: "Thay cụm từ “A” bằng cụm từ
“B” tại điểm a khoản 2 Điều 5: 3 chỗ". Source: docs/field.md 4.10.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quyche_app.domain.addresses import Address
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, Position, Target
from quyche_app.domain.verbs import Verb

_WHOLE_TEXT = message("place.whole_text", "toàn văn bản")
# Of provisions, and of words in them: verb and place in one sentence, as the order of words of a
# language is not that of another.
_SENTENCES = {
    Verb.AMEND: "Sửa đổi {places}",
    Verb.INSERT: "Bổ sung {places}",
    Verb.REPEAL: "Bãi bỏ {places}",
    Verb.REPLACE: "Thay thế {places}",
    Verb.RENUMBER: "Đổi số {places} thành {results}",
    Verb.MOVE: "Chuyển {places} thành {results}",
    Verb.SPLIT: "Tách {places} thành {results}",
    Verb.MERGE: "Gộp {places} thành {results}",
    Verb.SUSPEND: "Tạm ngưng hiệu lực {places}",
}
_INSERTED = {
    "before": "Bổ sung {places} vào trước {holder}",
    "after": "Bổ sung {places} vào sau {holder}",
    "end": "Bổ sung {places} vào {holder}",
    "start": "Bổ sung {places} vào đầu {holder}",
}


def reading_of(instruction: Instruction, occurrences: int = 0) -> Message:
    """Give the sentence that says what an instruction does."""
    sentence = _sentence(instruction)
    if not occurrences:
        return sentence
    return message("reading.times", "{reading}: {count} chỗ", reading=sentence, count=occurrences)


def _sentence(instruction: Instruction) -> Message:
    places = places_words(instruction.targets) or _WHOLE_TEXT
    position = instruction.position
    match instruction.verb:
        case Verb.REPLACE_WORDS:
            return message(
                "reading.replace_words",
                "Thay cụm từ {pairs} tại {places}",
                pairs=_pairs(instruction),
                places=places,
            )
        case Verb.ADD_WORDS:
            return _added(instruction, position, places)
        case Verb.REMOVE_WORDS:
            return message(
                "reading.remove_words",
                "Bỏ cụm từ {phrases} tại {places}",
                phrases="; ".join(f"“{old}”" for old in instruction.words_old),
                places=places,
            )
        case Verb.INSERT if position is not None and position.reference is not None:
            return _inserted(instruction, position, position.reference, places)
        case Verb.MOVE if position is not None and position.reference is not None:
            return message(
                "reading.move_into",
                "Chuyển {places} vào {holder}",
                places=places,
                holder=position.reference.address.words,
            )
        case _:
            return message(
                f"reading.{instruction.verb}",
                _SENTENCES[instruction.verb],
                places=places,
                results=places_words(instruction.results),
            )


def _pairs(instruction: Instruction) -> tuple[Message, ...]:
    return tuple(
        message(
            "reading.pair", "“{old}” bằng cụm từ “{new}”", old=old, new=_new(instruction, number)
        )
        for number, old in enumerate(instruction.words_old)
    )


def _new(instruction: Instruction, number: int) -> str:
    news = instruction.words_new
    return news[min(number, len(news) - 1)] if news else ""


def _inserted(
    instruction: Instruction, position: Position, reference: Target, places: str | Message
) -> Message:
    holder = reference.address.words
    is_inside = (
        reference.slot == "unit"
        and bool(instruction.targets)
        and all(_is_new_in(target, reference) for target in instruction.targets)
    )
    if position.side in ("end", "start") and not is_inside:
        at_start = position.side == "start"
        text = "Bổ sung vào đầu {holder}" if at_start else "Bổ sung vào cuối {holder}"
        return message("reading.insert_words", text, holder=holder)
    text = _INSERTED.get(position.side, _INSERTED["after"])
    return message("reading.insert_into", text, places=places, holder=holder)


def _is_new_in(target: Target, reference: Target) -> bool:
    steps = target.address.steps
    return bool(steps) and target.address != reference.address and target.slot == "unit"


def _added(instruction: Instruction, position: Position | None, places: str | Message) -> Message:
    words = " ".join(instruction.words_new)
    if position is None:
        text = "Thêm cụm từ “{words}” tại {places}"
        return message("reading.add_words", text, words=words, places=places)
    if not position.words:
        at_start = position.side == "start"
        text = (
            "Thêm cụm từ “{words}” vào đầu {places}"
            if at_start
            else "Thêm cụm từ “{words}” vào cuối {places}"
        )
        return message("reading.add_words", text, words=words, places=places)
    texts = {
        "before": "Thêm cụm từ “{words}” vào trước cụm từ “{beside}” tại {places}",
        "after": "Thêm cụm từ “{words}” vào sau cụm từ “{beside}” tại {places}",
    }
    text = texts.get(position.side, "Thêm cụm từ “{words}” vào cạnh cụm từ “{beside}” tại {places}")
    return message("reading.add_words", text, words=words, beside=position.words, places=places)


def places_words(targets: Sequence[Target]) -> str:
    """Give provisions as a person writes them, what holds several named once: "khoản 2, khoản 3
    Điều 17 và khoản 2 Điều 18"."""
    groups: list[tuple[Address | None, list[str]]] = []
    for target in targets:
        steps = target.address.steps
        if len(steps) < 2:
            groups.append((None, [target.words]))
            continue
        above = Address(steps[:-1], target.address.component)
        own = replace(target, address=Address(steps[-1:])).words
        if groups and groups[-1][0] == above:
            groups[-1][1].append(own)
        else:
            groups.append((above, [own]))
    words = [
        listed(own, last=" và " if len(groups) == 1 else ", ")
        + (f" {above.words}" if above else "")
        for above, own in groups
    ]
    return listed(words)


def listed(words: list[str], last: str = " và ") -> str:
    """Give words as a list: "a, b và c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])}{last}{words[-1]}"
