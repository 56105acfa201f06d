"""Which lines of two texts stand for each other in a redline.

In: the pairs of a comparison and the lines of both sides. Out: pairs of line numbers that rise on
both sides; what is in none of them is deleted or inserted as a whole, what has moved too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from quyche_app.domain.comparisons import Comparison
from quyche_app.domain.sequences import heaviest_chain
from quyche_app.domain.texts import tokens
from quyche_app.writing.redline_lines import Line

# Below this share of common words a paragraph reads better replaced as a whole than word by word.
_LEAST_LIKENESS = 0.35
# Lines that the comparison does not pair must have more in common.
_LEAST_APART = 0.6
# Unlike lines are weighed one against another only in stretches up to this many combinations.
_MOST_WEIGHED = 4_000


def backbone(
    comparison: Comparison, old: Sequence[Line], new: Sequence[Line]
) -> list[tuple[int, int]]:
    """Give paired lines that rise on both sides: what the comparison pairs and does not cross,
    and like lines in the stretches that this leaves over."""
    compared = _compared(comparison, old, new)
    chain = [compared[number][:2] for number in heaviest_chain(compared)]
    result: list[tuple[int, int]] = []
    at_old = at_new = 0
    for i, j in [*chain, (len(old), len(new))]:
        stretch = aligned(old[at_old:i], new[at_new:j], least=_LEAST_APART)
        result += ((at_old + n, at_new + m) for n, m in stretch)
        result.append((i, j))
        at_old, at_new = i + 1, j + 1
    return result[:-1]


def _compared(
    comparison: Comparison, old: Sequence[Line], new: Sequence[Line]
) -> list[tuple[int, int, int]]:
    """Lines of compared provisions with the size of what they have in common: where two pairs
    cross, the smaller is what moved."""
    at_old, at_new = _by_place(old), _by_place(new)
    found: list[tuple[int, int, int]] = []
    for pair in comparison.pairs:
        left = [n for side in pair.old for n in at_old.get((side.unit_id, pair.slot), ())]
        right = [n for side in pair.new for n in at_new.get((side.unit_id, pair.slot), ())]
        mates = aligned([old[n] for n in left], [new[n] for n in right])
        is_one = len(pair.old) == len(pair.new) == 1 and pair.slot == "text"
        if is_one and left and right and not any(0 in mate for mate in mates):
            mates.append((0, 0))  # the line of its label stays, whatever it says now
        found += ((left[i], right[j], _common(old[left[i]], new[right[j]])) for i, j in mates)
    return sorted(found)


def _common(old: Line, new: Line) -> int:
    if old.text == new.text:
        return len(old.text) + 1
    return sum(len(word) * count for word, count in (_words(old) & _words(new)).items()) + 1


def _by_place(lines: Sequence[Line]) -> dict[tuple[str, str], list[int]]:
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        places[line.owner, line.slot].append(number)
    return places


def aligned(
    old: Sequence[Line], new: Sequence[Line], *, least: float = _LEAST_LIKENESS
) -> list[tuple[int, int]]:
    """Pair lines: equal ones first, like ones in the stretches between; ``least``: the share of
    common words from which on two lines are alike."""
    left, right = [_key(line) for line in old], [_key(line) for line in new]
    if left == right:
        return [(n, n) for n in range(len(left))]
    same = SequenceMatcher(None, left, right, autojunk=False)
    result: list[tuple[int, int]] = []
    at_old = at_new = 0
    for block in same.get_matching_blocks():
        stretch = _like(old[at_old : block.a], new[at_new : block.b], least)
        result += ((at_old + i, at_new + j) for i, j in stretch)
        result += ((block.a + n, block.b + n) for n in range(block.size))
        at_old, at_new = block.a + block.size, block.b + block.size
    return result


def _key(line: Line) -> tuple[bool, str]:
    return line.table is not None, line.text


def are_alike(old: str, new: str) -> bool:
    """Tell whether words in common make a paragraph easier to read changed word by word."""
    return _likeness(_counted(old), _counted(new)) >= _LEAST_LIKENESS


def _like(old: Sequence[Line], new: Sequence[Line], least: float) -> list[tuple[int, int]]:
    """The pairs, rising on both sides, whose likenesses add up to the most."""
    if not old or not new or len(old) * len(new) > _MOST_WEIGHED:
        return []
    left, right = [_words(line) for line in old], [_words(line) for line in new]
    weights = [
        [_weight(a, b, one, other, least) for b, other in zip(new, right, strict=True)]
        for a, one in zip(old, left, strict=True)
    ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            taken = weights[i][j] + best[i + 1][j + 1] if weights[i][j] else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    result: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if weights[i][j] and best[i][j] == weights[i][j] + best[i + 1][j + 1]:
            result.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return result


def _weight(old: Line, new: Line, one: Counter[str], other: Counter[str], least: float) -> float:
    if old.style != new.style or (old.table is None) != (new.table is None):
        return 0.0
    likeness = _likeness(one, other)
    return likeness if likeness >= least else 0.0


def _words(line: Line) -> Counter[str]:
    return _counted(line.text)


def _counted(text: str) -> Counter[str]:
    return Counter(token.lower() for token in tokens(text) if token[0].isalnum())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of common words."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
