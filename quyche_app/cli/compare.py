"""``quyche compare OLD NEW``: aligned comparison as text, JSON or a page of two columns."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quyche_app.domain.texts import sayable
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.domain.beside import Uncompared
    from quyche_app.domain.comparisons import ChangeKind, Comparison, Layer
    from quyche_app.domain.three_way import ThreeWay


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    from quyche_app.domain.comparisons import ChangeKind, Layer
    from quyche_app.services.compare_outputs import KINDS, LAYERS

    parser.add_argument("old", metavar=tr("BẢN_CŨ"), type=Path)
    parser.add_argument("new", metavar=tr("BẢN_MỚI"), type=Path)
    parser.add_argument(
        "-o",
        "--out",
        metavar=tr("TỆP"),
        type=Path,
        action="append",
        default=[],
        help=tr("tệp kết quả (.html .txt .json)"),
    )
    parser.add_argument(
        "--only",
        metavar=tr("LOẠI"),
        action="append",
        default=[],
        choices=[kind.value for kind in ChangeKind],
        help=tr("chỉ hiện loại này; có thể nêu nhiều lần: {kinds}", kinds=_named(KINDS)),
    )
    parser.add_argument(
        "--hide",
        metavar=tr("LỚP"),
        action="append",
        default=[],
        choices=[layer.value for layer in Layer],
        help=tr("ẩn lớp này; có thể nêu nhiều lần: {layers}", layers=_named(LAYERS)),
    )
    parser.add_argument(
        "--base",
        metavar=tr("GỐC_CHUNG"),
        type=Path,
        help=tr("so ba bản: BẢN_CŨ là bản A, BẢN_MỚI là bản B, cùng sửa từ gốc chung này"),
    )
    parser.add_argument(
        "--pair",
        metavar=tr("CŨ=MỚI"),
        action="append",
        default=[],
        help=tr("ghép bằng tay hai điều khoản là một: d5/k2=d6/k1; có thể nêu nhiều lần"),
    )
    parser.add_argument(
        "--pairs",
        metavar=tr("TỆP"),
        type=Path,
        help=tr("các cặp đã ghép bằng tay, trong một bản so sánh .json ghi trước đó"),
    )
    parser.add_argument("--force", action="store_true", help=tr("ghi đè tệp đã có"))


def _named(words: Mapping[ChangeKind, str] | Mapping[Layer, str]) -> str:
    """The values of an option with what they mean: "edited (sửa), inserted (thêm)"."""
    return ", ".join(f"{name.value} ({tr(said)})" for name, said in words.items())


def run(args: argparse.Namespace) -> int:
    """Compare; differences are no error, but 3 when files differ in what was not compared."""
    from quyche_app.services.compare_outputs import check_comparison_target

    for path in args.out:
        inputs = [one for one in (args.old, args.new, args.base, args.pairs) if one]
        check_comparison_target(path, force=args.force, inputs=inputs)
    if args.base and (args.only or args.hide or args.pair or args.pairs):
        print(
            tr("Khi so ba bản (--base) không dùng --only, --hide, --pair, --pairs."),
            file=sys.stderr,
        )
        return 2
    return _three(args) if args.base else _two(args)


def _two(args: argparse.Namespace) -> int:
    from quyche_app.domain.comparisons import ChangeKind, Layer
    from quyche_app.services.compare import (
        by_hand,
        compare_files,
        kept_by_hand,
        shown_pairs,
        slips_of_versions,
    )
    from quyche_app.services.compare_outputs import comparison_bytes
    from quyche_app.services.files import write_file

    hand = [*by_hand(args.pair), *(kept_by_hand(args.pairs) if args.pairs else [])]
    comparison = compare_files(args.old, args.new, by_hand=hand)
    hidden = [Layer(name) for name in args.hide]
    pairs = shown_pairs(comparison, only=[ChangeKind(kind) for kind in args.only], hidden=hidden)
    names = (sayable(args.old.name), sayable(args.new.name))
    for path in args.out:
        write_file(
            path, comparison_bytes(comparison, pairs, path.suffix, names, hidden), force=args.force
        )
    if args.json or not args.out:
        suffix = ".json" if args.json else ".txt"
        sys.stdout.write(comparison_bytes(comparison, pairs, suffix, names, hidden).decode())
    if args.out or args.json:
        print(_counted(comparison), file=sys.stderr)
    for slip in slips_of_versions(comparison.old, comparison.new):
        print("  " + tr("cần xem · {slip}; xem lại số trong tệp", slip=tr(slip)), file=sys.stderr)
    return 3 if _told_uncompared(comparison.not_compared) else 0


def _counted(comparison: Comparison) -> str:
    from quyche_app.domain.comparisons import ChangeKind, kind_counts, told_pairs
    from quyche_app.services.compare_outputs import KINDS

    told = kind_counts(told_pairs(comparison.pairs))
    if not told:
        same = tr("Lời văn hai bản giống hệt nhau, từng chữ.")
        return same + _beside(comparison.not_compared)
    said = ", ".join(f"{tr(KINDS[ChangeKind(kind)])} {count}" for kind, count in told.items())
    return tr("{count} chỗ khác nhau: {changes}.", count=sum(told.values()), changes=said)


def _three_counted(result: ThreeWay) -> str:
    from quyche_app.domain.three_way import Standing
    from quyche_app.services.compare_outputs import STANDINGS

    counts = result.counts()
    apart = _beside(result.not_compared)
    if not counts:
        return tr("Lời văn ba bản giống hệt nhau, từng chữ.") + apart
    said = ", ".join(f"{tr(STANDINGS[Standing(name)])} {count}" for name, count in counts.items())
    total = sum(counts.values())
    return tr("{count} chỗ khác nhau: {changes}.", count=total, changes=said) + apart


def _beside(parts: Sequence[Uncompared]) -> str:
    """What differs and no change shows, behind another sentence."""
    words = " · ".join(tr(part.said) for part in parts)
    return " " + tr("Khác nhau mà phép so không hiện: {words}.", words=words) if words else ""


def _told_uncompared(parts: Sequence[Uncompared]) -> bool:
    """Name what differs and was not compared; True when a person must compare it."""
    for part in parts:
        words = tr(part.said)
        told = (
            tr("cần xem · không so, mà khác nhau: {words}", words=words)
            if part.needs_a_person
            else tr("lưu ý · không so, mà khác nhau: {words}", words=words)
        )
        print(f"  {told}", file=sys.stderr)
    return any(part.needs_a_person for part in parts)


def _three(args: argparse.Namespace) -> int:
    """Compare two texts that came from one base; 3 when somebody must decide."""
    from quyche_app.domain.three_way import Standing
    from quyche_app.services.compare import compare_three_files
    from quyche_app.services.compare_outputs import three_way_bytes
    from quyche_app.services.files import write_file

    result = compare_three_files(args.base, args.old, args.new)
    names = (sayable(args.base.name), sayable(args.old.name), sayable(args.new.name))
    for path in args.out:
        write_file(path, three_way_bytes(result, path.suffix, names), force=args.force)
    if args.json or not args.out:
        suffix = ".json" if args.json else ".txt"
        sys.stdout.write(three_way_bytes(result, suffix, names).decode())
    if args.out or args.json:
        print(_three_counted(result), file=sys.stderr)
    is_apart = _told_uncompared(result.not_compared)
    return 3 if result.counts().get(Standing.CONFLICT) or is_apart else 0
