"""Word changes inside a pair: whole syllables and numbers, few and readable, in layers.

Tokens are never cut. Source: docs/architecture.md 6, docs/libraries.md 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from quyche_app.comparing.vocabulary import masked
from quyche_app.domain.comparisons import Change, Layer
from quyche_app.domain.texts import syllable_key, tokens

# Tokens of two lists of labels: "2, 3 và 4" and what they became.
_LONGEST_LABELS = 40
# So many characters before a number, and pieces behind it, tell what it cites.
_CONTEXT, _AHEAD = 80, 6
# Tokens compared at once, one side times the other: the table of a comparison takes a bit for each.
_MOST_AT_ONCE = 400_000_000
# What says something: letters, digits, and signs that are read aloud.
_TEXT = re.compile(r"[\w%‰≥≤<>=≠×÷±°$€&@#]")
# "kỷ", "kỉ", "quý", "quí" are one syllable; "hai" and "hay", "tai" and "tay" are not. Behind a
# ``syllable_key`` the tone stands last.
_WHOLE_RHYME_Y = re.compile(
    r"(?:(?<=[bcdđhklmnprstvx])|(?<=qu))y(?=[\u0300-\u036f]*$)", re.IGNORECASE
)

Piece = tuple[str, str]  # op, text
Follows = Callable[[str, str, str, str], bool]


def word_changes(
    old: str,
    new: str,
    old_label: str = "",
    new_label: str = "",
    *,
    only_cites: bool = False,
    follows: Follows | None = None,
) -> tuple[Change, ...]:
    """Give the changes that lead from one wording to another.

    Args:
        old, new: words with paragraphs separated by a line feed.
        old_label, new_label: labels at their start, compared apart: layer numbering.
        only_cites: nothing but the numbers of cited provisions differs.
        follows: tells whether labels in a citation (old, new, the words before and behind) only
            follow a renumbering: layer references, else substance. None: all of them do.
    """
    if old == new:
        return (Change("equal", old),) if old else ()
    changes: list[Change] = []
    if old_label and new_label and old.startswith(old_label) and new.startswith(new_label):
        changes += _label_changes(old_label, new_label)
        old, new = old[len(old_label) :], new[len(new_label) :]
        if old == new:
            return (*changes, Change("equal", old)) if old else tuple(changes)
    start, end = _same_ends(old, new)
    middle = _pieces(tokens(old[start : len(old) - end]), tokens(new[start : len(new) - end]))
    pieces = _cleaned(_between_ends(old[:start], middle, old[len(old) - end :]))
    changes += _layered(only_cites, pieces, follows)
    return tuple(_joined(changes))


def _same_ends(old: str, new: str) -> tuple[int, int]:
    """Give how many characters at the start and at the end are the same, up to a space on both
    sides: what lies between need not be cut into tokens."""
    shortest = min(len(old), len(new))
    start = _same_length(lambda n: old[:n] == new[:n], shortest)
    start = max(0, old.rfind(" ", 0, start))
    end = _same_length(lambda n: old[len(old) - n :] == new[len(new) - n :], shortest - start)
    if end:
        found = old.find(" ", len(old) - end)
        end = len(old) - found if found >= 0 else 0
    return start, end


def _between_ends(start: str, middle: list[Piece], end: str) -> list[Piece]:
    pieces = list(middle)
    if start:
        if pieces and pieces[0][0] == "equal":
            start += pieces.pop(0)[1]
        pieces.insert(0, ("equal", start))
    if end:
        if pieces[-1][0] == "equal":
            end = pieces.pop()[1] + end
        pieces.append(("equal", end))
    return pieces


def _same_length(same: Callable[[int], bool], most: int) -> int:
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if same(middle):
            low = middle
        else:
            most = middle - 1
    return low


@lru_cache(maxsize=4096)
def _label_changes(old: str, new: str) -> list[Change]:
    if old == new:
        return [Change("equal", old)]
    return [
        Change(op, text, Layer.NUMBERING if op != "equal" else Layer.SUBSTANCE)
        for op, text in token_steps(tokens(old), tokens(new))
    ]


def token_steps(left: Sequence[str], right: Sequence[str]) -> list[Piece]:
    """Give the steps (op, text) from some tokens to others: fewest tokens, then made readable."""
    return _cleaned(_pieces(left, right))


def _pieces(left: Sequence[str], right: Sequence[str]) -> list[Piece]:
    """Give the edits of fewest tokens."""
    from rapidfuzz.distance import Indel

    if len(left) * len(right) > _MOST_AT_ONCE:
        return _by_lines(left, right)
    pieces: list[Piece] = []
    for op in Indel.opcodes(left, right):
        gone = "".join(left[op.src_start : op.src_end])
        come = "".join(right[op.dest_start : op.dest_end])
        if op.tag == "equal":
            pieces.append(("equal", gone))
            continue
        if gone:
            pieces.append(("delete", gone))
        if come:
            pieces.append(("insert", come))
    return pieces


def _by_lines(left: Sequence[str], right: Sequence[str]) -> list[Piece]:
    """The same for very long texts: paragraphs first, then the words of those that differ. Where a
    single paragraph is that long it goes whole."""
    from rapidfuzz.distance import Indel

    lines = [_split(side) for side in (left, right)]
    pieces: list[Piece] = []
    gone: list[str] = []
    come: list[str] = []

    def changed() -> None:
        if gone and come and len(gone) * len(come) <= _MOST_AT_ONCE:
            pieces.extend(_pieces(gone, come))
        else:
            pieces.extend(
                (op, "".join(side)) for op, side in (("delete", gone), ("insert", come)) if side
            )
        gone.clear()
        come.clear()

    for op in Indel.opcodes(*lines):
        old = [token for line in lines[0][op.src_start : op.src_end] for token in line]
        new = [token for line in lines[1][op.dest_start : op.dest_end] for token in line]
        if op.tag == "equal":
            changed()
            pieces.append(("equal", "".join(old)))
        else:
            gone += old
            come += new
    changed()
    return pieces


def _split(side: Sequence[str]) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = []
    start = 0
    for number, token in enumerate(side, 1):
        if "\n" in token or number == len(side):
            lines.append(tuple(side[start:number]))
            start = number
    return lines


def _cleaned(pieces: list[Piece]) -> list[Piece]:
    """Put removed words before the words that replace them, and take a lone space between two
    changes into them: "ba tháng" → "năm tuần" is one change, not two."""
    runs: list[tuple[str, str, str]] = []  # ("equal", text, "") or ("change", old, new)
    for op, text in pieces:
        if op == "equal":
            runs.append(("equal", text, ""))
            continue
        if not runs or runs[-1][0] == "equal":
            runs.append(("change", "", ""))
        _, old, new = runs[-1]
        runs[-1] = ("change", old + text, new) if op == "delete" else ("change", old, new + text)
    merged: list[tuple[str, str, str]] = []
    for number, run in enumerate(runs):
        lone = (
            run[0] == "equal"
            and not run[1].strip()
            and "\n" not in run[1]
            and merged
            and number + 1 < len(runs)
        )
        if lone and _replaces(merged[-1], runs[number + 1]):
            kind, old, new = merged[-1]
            merged[-1] = (kind, old + run[1], new + run[1])
        elif run[0] == "change" and merged and merged[-1][0] == "change":
            merged[-1] = ("change", merged[-1][1] + run[1], merged[-1][2] + run[2])
        else:
            merged.append(run)
    out: list[Piece] = []
    for kind, old, new in merged:
        if kind == "equal":
            out.append(("equal", old))
        else:
            out += [(op, text) for op, text in (("delete", old), ("insert", new)) if text]
    return _shifted(out)


def _replaces(before: tuple[str, str, str], after: tuple[str, str, str]) -> bool:
    """Two changes around a lone space are one when words stand for words on one side at least."""
    changes = before[0] == after[0] == "change"
    return changes and (bool(before[1] and before[2]) or bool(after[1] and after[2]))


def _shifted(pieces: list[Piece]) -> list[Piece]:
    """Move a change so that it begins at a word: "[ mới]" reads better than "[mới ]" before a mark,
    and a whole removed sentence begins at its first word."""
    out = list(pieces)
    for number in range(1, len(out) - 1):
        op, text = out[number]
        alone = out[number - 1][0] == "equal" and out[number + 1][0] == "equal"
        if op == "equal" or not alone:
            continue
        before, after = out[number - 1][1], out[number + 1][1]
        if text.startswith(" ") and after.startswith(" ") and before and not before.endswith(" "):
            out[number - 1] = ("equal", before + " ")
            out[number] = (op, text[1:] + " ")
            out[number + 1] = ("equal", after[1:])
    return [piece for piece in out if piece[1]]


# -- layers ---------------------------------------------------------------------------------------


def _layered(only_cites: bool, pieces: list[Piece], follows: Follows | None) -> list[Change]:
    changes: list[Change] = []
    number = 0
    said = ""  # the new words so far: the kind of a citation stands in them
    while number < len(pieces):
        op, text = pieces[number]
        if op == "equal":
            changes.append(Change("equal", text))
            said = (said + text)[-_CONTEXT:]
            number += 1
            continue
        is_replaced = number + 1 < len(pieces) and (op, pieces[number + 1][0]) == (
            "delete",
            "insert",
        )
        old = text if op == "delete" else ""
        new = pieces[number + 1][1] if is_replaced else text if op == "insert" else ""
        before = pieces[number - 1][1] if number else ""
        is_label = (
            only_cites
            and old.isalnum()
            and new.isalnum()
            and (old.isascii() and new.isascii() and old.lower() != new.lower())
        )
        layer = Layer.REFERENCES if is_label else layer_of(old, new, before)
        number += 2 if is_replaced else 1
        if layer is Layer.REFERENCES and follows is not None:
            behind = "".join(
                [text for op, text in pieces[number : number + _AHEAD] if op != "delete"]
            )
            if not follows(old, new, said, behind):
                layer = Layer.SUBSTANCE
        said = (said + new)[-_CONTEXT:]
        changes.append(Change(op, text, layer))
        if is_replaced:
            changes.append(Change("insert", new, layer))
    return changes


def layer_of(old: str, new: str, before: str = "") -> Layer:
    """Give the layer of words that replace words; ``before`` = the equal words in front."""
    if not _TEXT.search(old + new):
        return Layer.PUNCTUATION
    if not old or not new:
        return Layer.SUBSTANCE
    left, right = tokens(old), tokens(new)
    if len(left) == len(right) and all(
        one == other or _spelling(one) == _spelling(other)
        for one, other in zip(left, right, strict=True)
    ):
        return Layer.ORTHOGRAPHY
    if _letters(old) == _letters(new):
        return Layer.PUNCTUATION
    if len(left) + len(right) <= _LONGEST_LABELS:
        context = before[-40:]
        if masked(context + old) == masked(context + new):
            return Layer.REFERENCES
    return Layer.SUBSTANCE


def typing_key(text: str) -> str:
    """Give the words of a text without what is a matter of typing: the place of tone marks, i for y,
    capitals, stops and spaces."""
    return " ".join(_spelling(token) for token in tokens(text.lower()) if _TEXT.match(token))


def _spelling(token: str) -> str:
    """A syllable without the place of its tone mark and with i for a y that is all its rhyme."""
    key = syllable_key(token)
    return _WHOLE_RHYME_Y.sub(_i_for, key) if "y" in key or "Y" in key else key


def _i_for(match: re.Match[str]) -> str:
    return "i" if match[0] == "y" else "I"


def _letters(text: str) -> str:
    return "".join(_TEXT.findall(text.lower()))


def _joined(changes: list[Change]) -> list[Change]:
    out: list[Change] = []
    for change in changes:
        if not change.text:
            continue
        if out and (out[-1].op, out[-1].layer) == (change.op, change.layer):
            out[-1] = Change(change.op, out[-1].text + change.text, change.layer)
        else:
            out.append(change)
    return out
