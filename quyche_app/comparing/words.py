"""Word changes inside a pair: whole syllables and numbers, few and readable, in layers.

Tokens are never cut. Source: docs/architecture.md 6, docs/libraries.md 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

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


class _Run(NamedTuple):
    """Words that stay (old and new are the same), or words that go with those that come."""

    old: str
    new: str
    is_change: bool

    @property
    def replaces(self) -> bool:
        """Words stand for words."""
        return self.is_change and bool(self.old) and bool(self.new)

    def steps(self) -> list[Piece]:
        """Give the removed words of a change, then those that replace them."""
        return [(op, text) for op, text in (("delete", self.old), ("insert", self.new)) if text]

    def joined(self, behind: _Run) -> _Run:
        """Both as one change."""
        return _Run(self.old + behind.old, self.new + behind.new, is_change=True)


_NOTHING = _Run("", "", is_change=False)
_FEWEST_RUNS = 2  # of which none is a space between two changes


def _cleaned(pieces: list[Piece]) -> list[Piece]:
    """Put removed words before the words that replace them, and take a lone space between two
    changes into them: "ba tháng" → "năm tuần" is one change, not two."""
    out: list[Piece] = []
    for run in _with_spaces(_runs(pieces)):
        if not run.is_change:
            out.append(("equal", run.old))
            continue
        out += run.steps()
    return _shifted(out)


def _runs(pieces: list[Piece]) -> list[_Run]:
    """Give words that stay and changes in turn."""
    runs: list[_Run] = []
    for op, text in pieces:
        if op == "equal":
            runs.append(_Run(text, text, False))
            continue
        old, new = (text, "") if op == "delete" else ("", text)
        if runs and runs[-1].is_change:
            last = runs.pop()
            old, new = last.old + old, last.new + new
        runs.append(_Run(old, new, True))
    return runs


def _with_spaces(runs: list[_Run]) -> list[_Run]:
    """Join changes over a lone space between them, where words stand for words in one of them."""
    if len(runs) <= _FEWEST_RUNS:
        return runs
    merged: list[_Run] = []
    for run, behind in zip(runs, [*runs[1:], _NOTHING], strict=True):
        before = merged[-1] if merged else _NOTHING
        is_joined = before.is_change
        if is_joined and not run.is_change:
            is_joined = _is_lone_space(run.old) and _are_one(before, behind)
        merged.append(merged.pop().joined(run) if is_joined else run)
    return merged


def _are_one(before: _Run, behind: _Run) -> bool:
    return behind.is_change and (before.replaces or behind.replaces)


def _is_lone_space(text: str) -> bool:
    return not text.strip() and "\n" not in text


def _shifted(pieces: list[Piece]) -> list[Piece]:
    """Move a change so that it begins at a word: "[ mới]" reads better than "[mới ]" before a mark,
    and a whole removed sentence begins at its first word."""
    out = list(pieces)
    for number in range(1, len(out) - 1):
        op, text = out[number]
        alone = out[number - 1][0] == out[number + 1][0] == "equal"
        if op == "equal" or not alone:
            continue
        before, after = out[number - 1][1], out[number + 1][1]
        if text[:1] == after[:1] == " " and before[-1:] not in ("", " "):
            out[number - 1] = ("equal", before + " ")
            out[number] = (op, text[1:] + " ")
            out[number + 1] = ("equal", after[1:])
    return [piece for piece in out if piece[1]]


# -- layers ---------------------------------------------------------------------------------------


def _layered(only_cites: bool, pieces: list[Piece], follows: Follows | None) -> list[Change]:
    changes: list[Change] = []
    number = 0
    before = ""  # the words in front
    said = ""  # the new words so far: the kind of a citation stands in them
    while number < len(pieces):
        op, text = pieces[number]
        if op == "equal":
            changes.append(Change(op, text))
            before = text
            said = (said + text)[-_CONTEXT:]
            number += 1
            continue
        steps = _change_at(pieces, number)
        number += len(steps)
        old = text if op == "delete" else ""
        new = steps[-1][1] if steps[-1][0] == "insert" else ""
        layer = _layer_of_change(old, new, before, only_cites)
        if layer is Layer.REFERENCES and follows is not None:
            ahead = pieces[number : number + _AHEAD]
            behind = "".join([text for op, text in ahead if op != "delete"])
            if not follows(old, new, said, behind):
                layer = Layer.SUBSTANCE
        changes += [Change(op, text, layer) for op, text in steps]
        before = steps[-1][1]
        said = (said + new)[-_CONTEXT:]
    return changes


def _change_at(pieces: list[Piece], number: int) -> list[Piece]:
    """Give the change that begins at a piece: words that go, those that come, or both."""
    steps = pieces[number : number + 2]
    is_replaced = [op for op, _ in steps] == ["delete", "insert"]
    return steps if is_replaced else steps[:1]


def _layer_of_change(old: str, new: str, before: str, only_cites: bool) -> Layer:
    if only_cites and _are_labels(old, new):
        return Layer.REFERENCES
    return layer_of(old, new, before)


def _are_labels(old: str, new: str) -> bool:
    """One number or letter became another."""
    are_plain = all(label.isascii() and label.isalnum() for label in (old, new))
    return are_plain and old.lower() != new.lower()


def layer_of(old: str, new: str, before: str = "") -> Layer:
    """Give the layer of words that replace words; ``before`` = the equal words in front."""
    if not _TEXT.search(old + new):
        return Layer.PUNCTUATION
    if "" in (old, new):
        return Layer.SUBSTANCE
    left, right = tokens(old), tokens(new)
    if len(left) == len(right) and all(map(_spelled_alike, left, right)):
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


def _spelled_alike(one: str, other: str) -> bool:
    return one == other or _spelling(one) == _spelling(other)


def _spelling(token: str) -> str:
    """A syllable without the place of its tone mark and with i for a y that is all its rhyme."""
    key = syllable_key(token)
    return _WHOLE_RHYME_Y.sub(_i_for, key) if "y" in key.lower() else key


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
