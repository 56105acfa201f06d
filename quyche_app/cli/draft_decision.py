"""``quyche draft-decision OLD NEW -o OUT``: the amending decision that leads from OLD to NEW."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from quyche_app.languages import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("old", metavar=tr("BẢN_CŨ"), type=Path)
    parser.add_argument("new", metavar=tr("BẢN_MỚI"), type=Path)
    parser.add_argument(
        "-o",
        "--out",
        metavar=tr("TỆP"),
        type=Path,
        action="append",
        default=[],
        help=tr("tệp kết quả (.docx .odt .html .txt .json); có thể nêu nhiều lần"),
    )
    parser.add_argument(
        "--profile", metavar=tr("MẪU"), help=tr("thể thức và mẫu câu: dang hoặc nha-nuoc")
    )
    parser.add_argument(
        "--reasons",
        metavar=tr("TỆP"),
        type=Path,
        help=tr("lý do của từng chỗ sửa (.json: địa chỉ → lý do)"),
    )
    parser.add_argument(
        "--skip-typing",
        action="store_true",
        help=tr("không sửa những chỗ chỉ khác chính tả, chữ hoa, dấu câu"),
    )
    parser.add_argument("--force", action="store_true", help=tr("ghi đè tệp đã có"))


def run(args: argparse.Namespace) -> int:
    """Write the decision; 3 when applying it does not give NEW, or something is to be looked at."""
    from quyche_app.domain.flow import act_lines
    from quyche_app.services.decide import decide_files, read_reasons
    from quyche_app.services.decision_outputs import (
        decision_report,
        verdict_sentences,
        write_decision,
    )
    from quyche_app.services.files import check_target
    from quyche_app.services.outputs import check_ending

    for path in args.out:
        inputs = [args.old, args.new, *([args.reasons] if args.reasons else [])]
        check_target(path, force=args.force, inputs=inputs)
        check_ending(path.suffix)
    reasons = read_reasons(args.reasons) if args.reasons else {}
    decision = decide_files(
        args.old, args.new, template=args.profile, reasons=reasons, skips_typing=args.skip_typing
    )
    for path in args.out:
        write_decision(decision, path, profile=args.profile, force=args.force)
    if args.json:
        print(json.dumps(decision_report(decision), ensure_ascii=False, indent=1))
    elif not args.out:
        print("\n".join(act_lines(decision.act)))
    for sentence in verdict_sentences(decision):
        print(tr(sentence), file=sys.stderr)
    return 3 if decision.needs_a_person else 0
