"""Where one phrase changed in several places, one order on words instead of many new wordings.

An order on words does all it says in the places it names (docs/field.md 4.5): a place is named only
when every occurrence in it changed, and nothing else did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quyche_app.comparing.words import word_changes
from quyche_app.domain.decisions import Item
from quyche_app.domain.operations import Position, Target
from quyche_app.domain.units import Paragraph, block_lines
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.old_words import OldWords

# So many places make an order on words; two when their wordings are long.
_PLACES, _LONG = 3, 300
_FEW_BETWEEN, _MOST_ANCHOR = 2, 6
_SYLLABLE = re.compile(r"\w+")
_HANGS_BEFORE = re.compile(r"[^\s.,;:“”\"]+$")
_HANGS_BEHIND = re.compile(r"[^\s.,;:“”\"]+")
_WITHIN = re.compile(r"[\n.,;:()]")
# A phrase of fewer syllables takes its neighbours along.
_WHOLE = 3

# Component, what went, what came, the last words before what only came.
_Name = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Hunk:
    """A phrase that changed, with what stays before and after it; ``gone`` "" when words only
    came."""

    gone: str
    come: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Place:
    """An order on a provision that says nothing but one change of words.

    Attributes:
        old: the words before.
        befores, afters: what stands before and after each place where the phrase changed.
    """

    item: Item
    old: str
    befores: tuple[str, ...]
    afters: tuple[str, ...]


def with_phrases(items: Sequence[Item], old_words: OldWords, plain: frozenset[str]) -> list[Item]:
    """Give the orders with those on words behind the others.

    Args:
        plain: identities of articles in which no order on words is given, because one did not prove
            true there.
    """
    found: dict[_Name, list[_Place]] = {}
    for item in items:
        if item.verb is Verb.AMEND and old_words.article_id(item) not in plain:
            _put(item, old_words, found)
    said: set[Item] = set()
    orders: list[Item] = []
    for (_, gone, come, _), places in found.items():
        anchor = ""
        if gone:
            gone, come = _widened(gone, come, places)
            if _syllables(gone) < 2:
                continue  # a lone word stands in too many places to be named
        else:
            anchor = _common_end([b for place in places for b in place.befores])
        some = [p.item for p in places if _occurrences(p.old, gone or anchor) == len(p.befores)]
        if _is_worth_naming(some):
            said.update(some)
            orders.append(_order(gone, come, anchor, some))
    return [item for item in items if item not in said] + orders


def _syllables(words: str) -> int:
    return len(_SYLLABLE.findall(words))


def _is_worth_naming(items: Sequence[Item]) -> bool:
    """Whether one order on words says shorter what orders on several provisions say."""
    if len(items) >= _PLACES:
        return True
    return len(items) > 1 and sum(map(_length, items)) > _LONG


def _put(item: Item, old_words: OldWords, found: dict[_Name, list[_Place]]) -> None:
    """Note the one phrase that changed in a provision, when nothing else did."""
    if not _is_of_words_alone(item):
        return
    old = old_words.of(item)
    new = "\n".join(line for block in item.quoted for line in block_lines(block))
    hunks = list(_hunks(old, new))
    names = {_name_of(hunk, item.component) for hunk in hunks}
    if len(names) != 1:
        return
    name = names.pop()
    _, gone, come, _ = name
    if any(sign in gone + come for sign in '\n“”"„'):
        return
    place = _Place(
        item, old, tuple(hunk.before for hunk in hunks), tuple(hunk.after for hunk in hunks)
    )
    found.setdefault(name, []).append(place)


def _is_of_words_alone(item: Item) -> bool:
    """Whether an order gives paragraphs alone: no order on words changes a table."""
    return all(isinstance(block, Paragraph) for block in item.quoted)


def _name_of(hunk: _Hunk, component: str) -> _Name:
    """What tells a change of words from others."""
    last_words = "" if hunk.gone else " ".join(hunk.before.split()[-2:])
    return component, hunk.gone, hunk.come, last_words


def _order(gone: str, come: str, anchor: str, items: Sequence[Item]) -> Item:
    first = items[0]
    verb = Verb.ADD_WORDS if not gone else Verb.REPLACE_WORDS if come else Verb.REMOVE_WORDS
    return Item(
        verb,
        tuple(Target(i.targets[0].address, _slot(i)) for i in items),
        first.component,
        "",
        first.order,
        tuple(u for i in items for u in i.old_ids),
        tuple(u for i in items for u in i.new_ids),
        (),
        gone,
        come,
        Position("after", words=anchor) if anchor else None,
    )


def _slot(item: Item) -> str:
    slot = item.targets[0].slot
    return "text" if slot == "unit" else slot


def _length(item: Item) -> int:
    return sum(len(line) for block in item.quoted for line in block_lines(block))


def _hunks(old: str, new: str) -> Iterator[_Hunk]:
    """Give the phrases that changed: changes with few equal words between them are one."""
    runs = _runs(old, new)
    number = 0
    while number < len(runs):
        run = runs[number]
        before = runs[number - 1][0] if number else ""
        number += 1
        if len(run) == 1:
            continue
        gone, come = run
        while number + 1 < len(runs) and _is_short(runs[number][0]):
            gone += runs[number][0] + runs[number + 1][0]
            come += runs[number][0] + runs[number + 1][1]
            number += 2
        after = runs[number][0] if number < len(runs) else ""
        yield _with_hanging_signs(gone, come, before, after)


def _runs(old: str, new: str) -> list[list[str]]:
    """The words of two texts in turn: [old, new] where they differ, [equal] where they do not."""
    runs: list[list[str]] = []
    for change in word_changes(old, new):
        if change.op == "equal":
            runs.append([change.text])
            continue
        if not runs or len(runs[-1]) == 1:
            runs.append(["", ""])
        runs[-1][0 if change.op == "delete" else 1] += change.text
    return runs


def _with_hanging_signs(gone: str, come: str, before: str, after: str) -> _Hunk:
    """Signs that hang on the words go along: "(A+B)*[1]" is not torn."""
    if (gone[:1] + come[:1]).strip():
        hanging = _HANGS_BEFORE.search(before)
        if hanging is not None:
            before = before[: hanging.start()]
            gone, come = hanging[0] + gone, hanging[0] + come
    if (gone[-1:] + come[-1:]).strip():
        hanging = _HANGS_BEHIND.match(after)
        if hanging is not None:
            after = after[hanging.end() :]
            gone, come = gone + hanging[0], come + hanging[0]
    return _Hunk(gone.strip(), come.strip(), before.rstrip(), after.lstrip())


def _widened(gone: str, come: str, places: Sequence[_Place]) -> tuple[str, str]:
    """Take along the words that all places have before and behind a short phrase, so that a name is
    not cut: "của" → "cơ quan chuyên môn của Ủy ban nhân dân cấp tỉnh"."""
    if _syllables(gone) >= _WHOLE:
        return gone, come
    left = _common_end([b for place in places for b in place.befores], least=1)
    right = _common_start([a for place in places for a in place.afters])
    before, after = (
        " ".join(part for part in (left, gone, right) if part),
        " ".join(part for part in (left, come, right) if part),
    )
    return before, after


def _is_short(equal: str) -> bool:
    return "\n" not in equal and len(_SYLLABLE.findall(equal)) <= _FEW_BETWEEN


def _common_end(befores: Sequence[str], least: int = 2) -> str:
    """The words that all places have before a phrase, within a part of a sentence."""
    ends = [_WITHIN.split(before)[-1].split() for before in befores]
    count = _common([end[::-1] for end in ends])
    return " ".join(ends[0][len(ends[0]) - count :]) if count >= least else ""


def _common_start(afters: Sequence[str]) -> str:
    """The words that all places have behind a phrase, within a part of a sentence."""
    starts = [_WITHIN.split(after)[0].split() for after in afters]
    return " ".join(starts[0][: _common(starts)])


def _common(lists: Sequence[Sequence[str]]) -> int:
    count = 0
    while (
        count < _MOST_ANCHOR
        and all(len(words) > count for words in lists)
        and (len({words[count] for words in lists}) == 1)
    ):
        count += 1
    return count


def _occurrences(text: str, words: str) -> int:
    if not words:
        return -1
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))
