"""Footnotes of a consolidated text, in the wording counted in docs/field.md 5.4.

Shape: <thing> được <verb> theo quy định tại <place in the act> của <act>, có hiệu lực kể từ ngày ….
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from quyche_app.amending.account import Ledger
from quyche_app.domain.acts import Act, ComponentKind, is_party_number
from quyche_app.domain.addresses import Address
from quyche_app.domain.dates import long_date, short_date
from quyche_app.domain.operations import Footnote, Instruction, slot_words
from quyche_app.domain.texts import capital
from quyche_app.domain.trees import Placed, TreeIndex
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb

_THIS = {
    UnitKind.PART: "Phần này",
    UnitKind.CHAPTER: "Chương này",
    UnitKind.SECTION: "Mục này",
    UnitKind.SUBSECTION: "Tiểu mục này",
    UnitKind.ARTICLE: "Điều này",
    UnitKind.CLAUSE: "Khoản này",
    UnitKind.POINT: "Điểm này",
    UnitKind.SUBPOINT: "Tiết này",
    UnitKind.ITEM: "Mục này",
}
_LEVELS = ("tiết", "điểm", "khoản", "Điều")


def act_words(act: Act) -> str:
    """Give an act as a note names it: "Quyết định số 3868-QĐ/TU, ngày 05/7/2018" for a Party text,
    kind, number and title for a State one (docs/field.md 1.6, 5.4, 5.5)."""
    number = f" số {act.number}" if act.number else ""
    kind = act.kind or "Văn bản"
    if is_party_number(act.number):
        day = f", ngày {short_date(act.issue_date)}" if act.issue_date else ""
        return f"{kind}{number}{day}"
    title = f" {act.title[:1].lower()}{act.title[1:]}" if act.title else ""
    return f"{kind}{number}{title}"


def place_words(place: str) -> str:
    """Give "Điều 1 khoản 3 điểm a" as a citation, the small first: "điểm a khoản 3 Điều 1"."""
    parts: list[str] = []
    for word in place.split(" "):
        if word in _LEVELS or not parts:
            parts.append(word)
        else:
            parts[-1] += f" {word}"
    return " ".join(reversed(parts))


def footnotes_of(
    ledger: Ledger, act: Act, result: TreeIndex, effect: date | None, times: Counter[str]
) -> list[Footnote]:
    """Give the notes of one applied instruction, one per changed unit.

    Args:
        result: the text after the act, for the paths.
        times: how often each unit was amended before; counted on ("lần thứ hai").
    """
    instruction = ledger.instruction
    source = f"theo quy định tại {place_words(instruction.place)} của {act_words(act)}"
    in_force = f", có hiệu lực kể từ {long_date(effect)}" if effect else ""
    notes = []
    seen: set[tuple[str, str]] = set()
    for unit_id, what in ledger.notes:
        if (unit_id, what) in seen:
            continue
        seen.add((unit_id, what))
        placed = result.by_id.get(unit_id)
        thing = _THIS[placed.unit.kind] if placed else "Phụ lục này"
        path = placed.address.path if placed else component_path(result, unit_id)
        noted_at = unit_id
        if (
            what == "repeal"
            and placed is None
            and (gone := _gone(unit_id, instruction, result)) is not None
        ):
            thing, holder = gone
            noted_at, path = holder.unit.id, holder.address.path
        for sentence in _sentences(ledger, what, thing, placed, unit_id, times):
            notes.append(
                Footnote(
                    noted_at,
                    path,
                    f"{sentence} {source}{in_force}.",
                    instruction.act_no,
                    instruction.index,
                    what.partition(":")[2] or what.partition(":")[0],
                )
            )
    return notes


def _gone(unit_id: str, instruction: Instruction, result: TreeIndex) -> tuple[str, Placed] | None:
    """The words of a repealed provision whose number another one got, and what held it: there the note
    stands. None where the instruction names several, or an appendix."""
    is_component = any(component.id == unit_id for component in result.act.components)
    if is_component or len(instruction.targets) != 1:
        return None
    address = instruction.targets[0].address
    above = Address(address.steps[:-1])  # a file of one text leaves the component out
    holders = result.find(replace(above, component=address.component)) or result.find(above)
    return (capital(address.words), holders[0]) if holders else None


def component_path(index: TreeIndex, component_id: str) -> str:
    """Give the path of an appendix ("pl1"), "*" for any other component."""
    for component in index.act.components:
        if component.id == component_id and component.kind is ComponentKind.APPENDIX:
            return f"pl{component.label}"
    return "*"


def _sentences(
    ledger: Ledger,
    what: str,
    thing: str,
    placed: Placed | None,
    unit_id: str,
    times: Counter[str],
) -> list[str]:
    instruction = ledger.instruction
    match what.partition(":")[0]:
        case "words":
            return _word_sentences(ledger)
        case "insert":
            return [f"{thing} được bổ sung"]
        case "repeal":
            return [f"{thing} được bãi bỏ"]
        case "suspend":
            return [" ".join((f"{thing} tạm ngưng hiệu lực", *instruction.words_new))]
        case "heading":
            return [f"Tên {thing[:1]}{thing[1:]} được sửa đổi, bổ sung"]
        case "lead":
            return ["Đoạn mở đầu này được sửa đổi, bổ sung"]
        case "tail":
            return ["Đoạn này được bổ sung"]
        case "paragraph" | "item" | "sentence":
            words = slot_words(what)
            return [f"{capital(words)} của {thing.lower()} được sửa đổi, bổ sung"]
        case "renumber":
            done = "chuyển" if instruction.verb is Verb.MOVE else "đánh số lại"
            return [f"{thing} được {done} từ {_came_from(instruction, placed)}"]
        case _:
            times[unit_id] += 1
            count = times[unit_id]
            again = f" lần thứ {_ORDINALS.get(count, str(count))}" if count > 1 else ""
            return [f"{thing} được sửa đổi, bổ sung{again}"]


def _came_from(instruction: Instruction, placed: Placed | None) -> str:
    """The words of the provision that got the number of a unit."""
    steps = placed.address.steps if placed is not None else ()
    pairs = zip(instruction.targets, instruction.results, strict=False)
    source = next((old for old, new in pairs if new.address.steps == steps), instruction.targets[0])
    return source.address.words


_ORDINALS = {2: "hai", 3: "ba", 4: "tư", 5: "năm", 6: "sáu", 7: "bảy", 8: "tám", 9: "chín"}


def _word_sentences(ledger: Ledger) -> list[str]:
    instruction = ledger.instruction
    match instruction.verb:
        case Verb.REPLACE_WORDS:
            news = instruction.words_new
            return [
                f"Cụm từ “{old}” được thay thế bằng cụm từ “{news[min(n, len(news) - 1)]}”"
                for n, old in enumerate(instruction.words_old)
                if news
            ]
        case Verb.ADD_WORDS:
            return [f"Cụm từ “{' '.join(instruction.words_new)}” được bổ sung"]
        case _:
            return [f"Cụm từ “{old}” được bỏ" for old in instruction.words_old]
