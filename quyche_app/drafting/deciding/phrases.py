"""Where one phrase changed in several places, one order on words instead of many new wordings.

An order on words does all it says in the places it names (domain.md 4.5): a place is named only when
every occurrence in it changed, and nothing else did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quyche_app.comparing.words import word_changes
from quyche_app.domain.decisions import Item
from quyche_app.domain.operations import Target, Verb
from quyche_app.domain.units import Paragraph, block_lines
from quyche_app.drafting.deciding.old_words import OldWords

# So many places make an order on words; two when their wordings are long.
_PLACES, _LONG = 3, 300
_SYLLABLE = re.compile(r"\w+")

_Hunk = tuple[str, str]


def with_phrases(items: Sequence[Item], old_words: OldWords, plain: frozenset[str]) -> list[Item]:
    """Give the orders with those on words behind the others.

    Args:
        plain: identities of articles in which no order on words is given, because one did not prove
            true there.
    """
    found: dict[_Hunk, list[Item]] = {}
    for item in items:
        if item.verb is Verb.AMEND and old_words.article_id(item) not in plain:
            hunk = _only_hunk(item, old_words)
            if hunk is not None:
                found.setdefault(hunk, []).append(item)
    said: set[Item] = set()
    orders: list[Item] = []
    for (old, new), some in found.items():
        if len(some) >= _PLACES or (len(some) > 1 and sum(map(_length, some)) > _LONG):
            said.update(some)
            orders.append(_order(old, new, some))
    return [item for item in items if item not in said] + orders


def _order(old: str, new: str, items: Sequence[Item]) -> Item:
    first = items[0]
    return Item(
        Verb.REPLACE_WORDS if new else Verb.REMOVE_WORDS,
        tuple(Target(i.targets[0].address, _slot(i)) for i in items), first.component, "",
        first.order, tuple(u for i in items for u in i.old_ids),
        tuple(u for i in items for u in i.new_ids), (), old, new,
    )


def _slot(item: Item) -> str:
    slot = item.targets[0].slot
    return "text" if slot == "unit" else slot


def _length(item: Item) -> int:
    return sum(len(line) for block in item.quoted for line in block_lines(block))


def _only_hunk(item: Item, old_words: OldWords) -> _Hunk | None:
    """The one change of words of a provision, the same in every place of it, or None."""
    if not all(isinstance(block, Paragraph) for block in item.quoted):
        return None
    old = old_words.of(item)
    new = "\n".join(line for block in item.quoted for line in block_lines(block))
    hunks = list(_hunks(old, new))
    if not hunks or len(set(hunks)) != 1:
        return None
    gone, come = hunks[0]
    if not gone or "\n" in gone + come or len(_SYLLABLE.findall(gone)) < 2:
        return None
    if any(mark in gone + come for mark in "“”\"„"):
        return None
    return hunks[0] if _occurrences(old, gone) == len(hunks) else None


def _hunks(old: str, new: str) -> Iterable[_Hunk]:
    changes = word_changes(old, new)
    number = 0
    while number < len(changes):
        change = changes[number]
        number += 1
        if change.op == "equal":
            continue
        follows = number < len(changes) and changes[number].op == "insert" != change.op
        gone = change.text if change.op == "delete" else ""
        come = changes[number].text if follows else change.text if change.op == "insert" else ""
        number += follows
        yield (gone.strip(), come.strip()) if gone and come else (gone, come)


def _occurrences(text: str, words: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))


