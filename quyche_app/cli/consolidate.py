"""``quyche consolidate BASE ACT … -o OUT``: apply acts, write the consolidated text, with report."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quyche_app.languages import tr, tr_all

if TYPE_CHECKING:  # the command must start without loading it
    from datetime import date

    from quyche_app.domain.operations import Consolidation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("base", metavar=tr("VĂN_BẢN_GỐC"), type=Path)
    parser.add_argument("acts", metavar=tr("VĂN_BẢN_SỬA_ĐỔI"), type=Path, nargs="+")
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
        "--report", metavar=tr("TỆP"), type=Path, help=tr("báo cáo cho máy đọc (.json)")
    )
    parser.add_argument(
        "--accept",
        choices=("recognised", "confident"),
        default="recognised",
        help=tr("recognised: áp dụng mọi nội dung đọc được; confident: chỉ nội dung chắc"),
    )
    parser.add_argument("--as-at", metavar=tr("NGÀY"), help=tr("lời văn có hiệu lực vào ngày này"))
    parser.add_argument(
        "--profile", metavar=tr("MẪU"), help=tr("mẫu trình bày: dang hoặc nha-nuoc")
    )
    parser.add_argument("--force", action="store_true", help=tr("ghi đè tệp đã có"))


def run(args: argparse.Namespace) -> int:
    """Consolidate; 3 when something needs a person."""
    from quyche_app.cli.dates import day_of
    from quyche_app.cli.progress import terminal_progress
    from quyche_app.cli.workspace_values import told_remarks
    from quyche_app.domain.counts import counts_of
    from quyche_app.services.consolidate import consolidate_files, has_changes
    from quyche_app.services.files import check_target, write_file
    from quyche_app.services.outputs import document_of, unsaid_in, write_consolidation
    from quyche_app.services.reports import consolidation_report

    day = day_of(args.as_at)
    for path in filter(None, [*args.out, args.report]):
        check_target(path, force=args.force, inputs=[args.base, *args.acts])
    with terminal_progress() as progress:
        result = consolidate_files(args.base, args.acts, accept=args.accept, progress=progress)
    is_changed = has_changes(result)
    for path in args.out if is_changed else ():
        write_consolidation(result, path, as_at=day, profile=args.profile, force=args.force)
    report = json.dumps(consolidation_report(result), ensure_ascii=False, indent=1) + "\n"
    if args.report:
        write_file(args.report, report.encode(), force=args.force)
    if args.json:
        sys.stdout.write(report)
    counts = counts_of(result)
    print(f"{tr_all(counts.parts, ', ')}.", file=sys.stderr)
    _tell_instructions(result)
    is_asked = _told_useless(result) | _told_undated(result, day)
    if not is_changed:
        print(
            tr("Không có nội dung nào được áp dụng nên không ghi văn bản hợp nhất."),
            file=sys.stderr,
        )
        return 3
    document = document_of(result, as_at=day, profile=args.profile)
    is_short = told_remarks(unsaid_in(document, args.out, names_acts=True))
    return 3 if any((counts.needs_a_person, is_asked, is_short)) else 0


def _told_useless(result: Consolidation) -> bool:
    """Ask about acts that change nothing; tell whether there were any."""
    from quyche_app.services.consolidate import useless_acts

    questions = [question for _, question in useless_acts(result)]
    for question in questions:
        print("  " + tr("cần xem · {question}", question=tr(question)), file=sys.stderr)
    return bool(questions)


def _told_undated(result: Consolidation, day: date | None) -> bool:
    """Say that acts without a day are not in the text of the day that was asked for."""
    undated = day is not None and any(stage.effect_date is None for stage in result.stages)
    if undated:
        print(
            tr(
                "  cần xem · có văn bản sửa đổi không rõ ngày có hiệu lực, nên không tính vào lời văn ngày "
                "được hỏi."
            ),
            file=sys.stderr,
        )
    return undated


def _tell_instructions(result: Consolidation) -> None:
    """Say what a person must look at: instructions with a reason, unread and transitional paragraphs."""
    for outcome in result.outcomes:
        if outcome.reasons and outcome.state != "ignored":
            where = f"{outcome.instruction.place}: {tr(outcome.account)}"
            print(
                "  " + tr("cần xem · {where} · {reason}", where=where, reason=tr(outcome.reasons)),
                file=sys.stderr,
            )
    for unread in result.unread:
        print(
            "  "
            + tr(
                "chưa đọc được · đoạn {line} · {text} · {reason}",
                line=unread.lines[0],
                text=unread.text,
                reason=tr(unread.why),
            ),
            file=sys.stderr,
        )
    for passage in (each for reading in result.amending for each in reading.transitional):
        where = f"{passage.lines[0]}-{passage.lines[1]}"
        print(
            "  "
            + tr(
                "cần xem · đoạn {lines} · {text} · {reason}",
                lines=where,
                text=passage.text,
                reason=tr(passage.why),
            ),
            file=sys.stderr,
        )
