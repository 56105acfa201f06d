"""Comparing two texts, and choosing what of it is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from quyche_app.collector import collector_paused
from quyche_app.comparing import compare
from quyche_app.comparing.align import shared_components
from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import parse_address
from quyche_app.domain.beside import Part, Uncompared, differing
from quyche_app.domain.comparisons import Change, ChangeKind, Comparison, Layer, Pair
from quyche_app.domain.errors import ReadingError
from quyche_app.domain.label_slips import label_slip_messages
from quyche_app.domain.messages import Message, message
from quyche_app.domain.sources import ReadText
from quyche_app.domain.texts import capital
from quyche_app.domain.three_way import ThreeWay
from quyche_app.domain.trees import TreeIndex
from quyche_app.reading.composition import as_written
from quyche_app.reading.disk import file_bytes
from quyche_app.reading.files import read_file


def compare_acts(old: Act, new: Act) -> Comparison:
    """Compare two texts; states of one record, which share identities, are paired by them."""
    shared = {unit.id for unit in old.units()} & {unit.id for unit in new.units()}
    by_identity = bool(shared) and all(len(identity) == 32 for identity in shared)
    return compare(old, new, by_identity=by_identity)


def slips_of_versions(old: Act, new: Act) -> tuple[Message, ...]:
    """Give the numbers that stand twice or out of order in two versions: "bản mới: Điều 7 có hai lần".
    One that both versions have is told once."""
    sides = [label_slip_messages(act) for act in (old, new)]
    both = set(sides[0]) & set(sides[1])
    return (
        *(message("slip.in_both", "hai bản: {slip}", slip=s) for s in sides[0] if s in both),
        *(message("slip.in_old", "bản cũ: {slip}", slip=s) for s in sides[0] if s not in both),
        *(message("slip.in_new", "bản mới: {slip}", slip=s) for s in sides[1] if s not in both),
    )


def compare_files(old: Path, new: Path, *, by_hand: Iterable[tuple[str, str]] = ()) -> Comparison:
    """Compare two files; words typed in pieces (NFD) are told from those in whole letters.

    Args:
        by_hand: see ``compare``.
    Raises:
        ReadingError: see ``read_file``; QC-R162 a provision to be paired is not there; QC-R164 one is
            paired twice; QC-R165 the two stand in different components.
    """
    hand = tuple(dict.fromkeys(by_hand))
    with collector_paused():
        read = read_file(old), read_file(new)
        beside = differing(read[0].beside, read[1].beside)
        acts = as_written(read[0]), as_written(read[1])
        if hand:
            _check_paths(hand, acts, (old, new))
        return replace(compare(*acts, by_hand=hand), not_compared=beside)


def compare_read(old: ReadText, new: ReadText) -> Comparison:
    """Compare two files that were read, in whole letters, as all files are that the program writes: how
    letters are typed is told as not compared."""
    apart = differing(old.beside, new.beside)
    typed = old.source.in_pieces, new.source.in_pieces
    if typed[0] != typed[1]:
        apart = (*apart, Uncompared(Part.TYPING, *map(len, typed)))
    with collector_paused():
        return replace(compare(old.act, new.act), not_compared=apart)


def _check_paths(
    hand: Sequence[tuple[str, str]], acts: tuple[Act, Act], files: tuple[Path, Path]
) -> None:
    homes = [{placed.address.path: placed.component for placed in TreeIndex(act)} for act in acts]
    for side, (known, file) in enumerate(zip(homes, files, strict=True)):
        named = [pair[side] for pair in hand]
        twice = next((path for path in named if named.count(path) > 1), None)
        if twice is not None:
            raise ReadingError(
                message("QC-R164", "{twice} được ghép hai lần.", twice=twice), place=str(file)
            )
        for pair in hand:
            if pair[side] not in known:
                raise ReadingError(
                    message(
                        "QC-R162",
                        "{file} không có {provision} nên không ghép được.",
                        file=file.name,
                        provision=pair[side],
                    ),
                    place=str(file),
                )
    together = shared_components(*acts)
    for old, new in hand:
        if not any(homes[0][old] is left and homes[1][new] is right for left, right in together):
            raise ReadingError(
                message(
                    "QC-R165",
                    "{old} và {new} thuộc hai phần khác nhau của văn bản nên không ghép được.",
                    old=old,
                    new=new,
                ),
            )


def by_hand(said: Iterable[str]) -> list[tuple[str, str]]:
    """Give pairings as a person writes them, "d5/k2=d6/k1", as paths.

    Raises:
        ReadingError: QC-R161 one is not two addresses with "=" between them, QC-R167 they are not of
            one level.
    """
    return [_pair_of(*words.partition("=")[::2]) for words in said]


def _pair_of(old: str, new: str) -> tuple[str, str]:
    """Two addresses as paths."""
    sides = []
    for words in (old, new):
        address = parse_address(words.strip())
        if address is None or not address.steps:
            raise ReadingError(
                message(
                    "QC-R161",
                    "Không hiểu địa chỉ “{words}” trong cặp ghép “{old}={new}”. Viết như: "
                    "d5/k2=d6/k1; điểm c là đc: d5/k2/đc.",
                    words=words,
                    old=old,
                    new=new,
                ),
            )
        sides.append(address)
    if sides[0].own.kind != sides[1].own.kind:
        raise ReadingError(
            message(
                "QC-R167",
                "{provision} và {other} không cùng cấp nên không ghép được.",
                provision=capital(sides[0].words),
                other=sides[1].words,
            ),
        )
    return sides[0].path, sides[1].path


def kept_by_hand(path: Path) -> list[tuple[str, str]]:
    """Give the pairings by hand that a comparison written as .json keeps.

    Raises:
        ReadingError: QC-R101 to R104 from reading it; QC-R163 it is no such file.
    """
    data = file_bytes(path)
    try:
        kept = json.loads(data)["by_hand"]
        return [_pair_of(pair["old"], pair["new"]) for pair in kept]
    except (ReadingError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise ReadingError(
            message(
                "QC-R163", "{path} không phải bản so sánh .json do chương trình ghi.", path=path
            ),
            place=str(path),
        ) from cause


def compare_three_files(base: Path, mine: Path, theirs: Path) -> ThreeWay:
    """Compare two files that came from one base.

    Raises:
        ReadingError: see ``read_file``.
    """
    # Most comparisons are of two texts, and start-up counts.
    from quyche_app.comparing.three_way import compare_three

    with collector_paused():
        read = [read_file(path) for path in (base, mine, theirs)]
        beside = (
            *differing(read[0].beside, read[1].beside),
            *differing(read[0].beside, read[2].beside),
        )
        return replace(
            compare_three(*map(as_written, read)), not_compared=tuple(dict.fromkeys(beside))
        )


def shown_pairs(
    comparison: Comparison, *, only: Iterable[ChangeKind] = (), hidden: Iterable[Layer] = ()
) -> list[Pair]:
    """Give the pairs of some kinds, with the changes of hidden layers shown as equal words of the
    new text. Nothing is dropped from the comparison itself."""
    kinds, layers = set(only), set(hidden)
    pairs = [_without(pair, layers) for pair in comparison.pairs] if layers else comparison.pairs
    gone = ChangeKind.REMOVED if Layer.SUBSTANCE in layers else None
    return [pair for pair in pairs if pair.kind is not gone and (not kinds or pair.kind in kinds)]


def _stays(change: Change, layers: set[Layer]) -> bool:
    """Whether a change is shown when these layers are hidden; what is equal always is."""
    return change.op == "equal" or change.layer not in layers


def _without(pair: Pair, layers: set[Layer]) -> Pair:
    if pair.only_follows and Layer.NUMBERING in layers:
        return pair._replace(kind=ChangeKind.UNCHANGED)
    if all(_stays(change, layers) for change in pair.changes):
        return pair
    changes = []
    for change in pair.changes:
        if _stays(change, layers):
            changes.append(change)
        elif change.op == "insert":
            changes.append(Change("equal", change.text))
    left = any(change.op != "equal" for change in changes)
    plain = not left and pair.kind in (
        ChangeKind.EDITED,
        ChangeKind.RENUMBERED,
        ChangeKind.INSERTED,
    )
    kind = ChangeKind.UNCHANGED if plain else pair.kind
    return pair._replace(changes=tuple(changes), kind=kind)
