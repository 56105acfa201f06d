"""An instruction as one Vietnamese sentence, for cards and reports: "Thay cụm từ “A” bằng cụm từ
“B” tại điểm a khoản 2 Điều 5: 3 chỗ". Source: docs/field.md 4.10.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quyche_app.domain.addresses import Address
from quyche_app.domain.operations import Instruction, Position, Target, Verb

_VERB_WORDS = {
    Verb.AMEND: "Sửa đổi",
    Verb.INSERT: "Bổ sung",
    Verb.REPEAL: "Bãi bỏ",
    Verb.REPLACE: "Thay thế",
    Verb.RENUMBER: "Đổi số",
    Verb.MOVE: "Chuyển",
    Verb.SPLIT: "Tách",
    Verb.MERGE: "Gộp",
    Verb.REPLACE_WORDS: "Thay cụm từ",
    Verb.ADD_WORDS: "Thêm cụm từ",
    Verb.REMOVE_WORDS: "Bỏ cụm từ",
}


def verb_words(verb: Verb) -> str:
    """Give the word of the office for a verb."""
    return _VERB_WORDS[verb]


def reading_of(instruction: Instruction, occurrences: int = 0) -> str:
    """Give the sentence that says what an instruction does."""
    places = places_words(instruction.targets) or "toàn văn bản"
    position = instruction.position
    match instruction.verb:
        case Verb.REPLACE_WORDS:
            pairs = "; ".join(
                f"“{old}” bằng cụm từ “{_new(instruction, n)}”"
                for n, old in enumerate(instruction.words_old)
            )
            sentence = f"Thay cụm từ {pairs} tại {places}"
        case Verb.ADD_WORDS:
            words = " ".join(instruction.words_new)
            sentence = f"Thêm cụm từ “{words}” {_beside(position)} {_at(position, places)}"
        case Verb.REMOVE_WORDS:
            words = "; ".join(f"“{old}”" for old in instruction.words_old)
            sentence = f"Bỏ cụm từ {words} tại {places}"
        case Verb.RENUMBER | Verb.MOVE | Verb.SPLIT | Verb.MERGE:
            results = places_words(instruction.results)
            sentence = f"{_VERB_WORDS[instruction.verb]} {places} thành {results}"
        case Verb.INSERT if position is not None and position.reference is not None:
            where = {"before": "trước", "after": "sau", "end": "vào cuối", "start": "vào đầu"}
            holds = (
                position.reference.slot == "unit"
                and instruction.targets
                and all(
                    t.address.steps and t.address != position.reference.address and t.slot == "unit"
                    for t in instruction.targets
                )
            )
            if holds and position.side in ("end", "start"):
                side = "vào đầu" if position.side == "start" else "vào"
                return f"Bổ sung {places} {side} {position.reference.address.words}"
            if position.side in ("end", "start"):
                return f"Bổ sung {where[position.side]} {position.reference.address.words}"
            sentence = (
                f"Bổ sung {places} vào {where.get(position.side, 'sau')} "
                f"{position.reference.address.words}"
            )
        case _:
            sentence = f"{_VERB_WORDS[instruction.verb]} {places}"
    return f"{sentence}: {occurrences} chỗ" if occurrences else sentence


def _new(instruction: Instruction, number: int) -> str:
    news = instruction.words_new
    return news[min(number, len(news) - 1)] if news else ""


def _at(position: Position | None, places: str) -> str:
    return places if position is not None and not position.words else f"tại {places}"


def _beside(position: Position | None) -> str:
    if position is None:
        return ""
    if not position.words:
        return "vào đầu" if position.side == "start" else "vào cuối"
    side = {"before": "trước", "after": "sau"}.get(position.side, "cạnh")
    return f"vào {side} cụm từ “{position.words}”"


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
