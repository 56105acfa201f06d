"""Comparing two texts, and choosing what of it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quyche_app.comparing import compare
from quyche_app.domain.acts import Act
from quyche_app.domain.collecting import collector_paused
from quyche_app.domain.comparisons import Change, ChangeKind, Comparison, Layer, Pair
from quyche_app.reading.composition import as_written
from quyche_app.reading.files import file_bytes, read_bytes


def compare_acts(old: Act, new: Act) -> Comparison:
    """Compare two texts; states of one record, which share identities, are paired by them."""
    shared = {unit.id for unit in old.units()} & {unit.id for unit in new.units()}
    by_identity = bool(shared) and all(len(identity) == 32 for identity in shared)
    return compare(old, new, by_identity=by_identity)


def compare_files(
    old: Path, new: Path, *, by_hand: Iterable[tuple[str, str]] = ()
) -> Comparison:
    """Compare two files; ``by_hand``: see ``compare``.

    Raises:
        ReadingError: see ``read_file``.
    """
    with collector_paused():
        return compare(_act_as_written(old), _act_as_written(new), by_hand=by_hand)


def _act_as_written(path: Path) -> Act:
    data = file_bytes(path)
    return as_written(read_bytes(path.name, data).act, path.name, data)


def shown_pairs(
    comparison: Comparison, *, only: Iterable[ChangeKind] = (), hidden: Iterable[Layer] = ()
) -> list[Pair]:
    """Give the pairs of some kinds, with the changes of hidden layers shown as equal words of the
    new text. Nothing is dropped from the comparison itself."""
    kinds, layers = set(only), set(hidden)
    pairs = [p for p in comparison.pairs if not kinds or p.kind in kinds]
    return [_without(pair, layers) for pair in pairs] if layers else pairs


def _without(pair: Pair, layers: set[Layer]) -> Pair:
    changes = []
    for change in pair.changes:
        if change.op == "equal" or change.layer not in layers:
            changes.append(change)
        elif change.op == "insert":
            changes.append(Change("equal", change.text))
    left = any(change.op != "equal" for change in changes)
    plain = pair.kind in (ChangeKind.EDITED, ChangeKind.RENUMBERED) and not left
    kind = ChangeKind.UNCHANGED if plain else pair.kind
    return pair._replace(changes=tuple(changes), kind=kind)
