"""``quyche amend DOC ACT``: read, apply and record an act in one transaction."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quyche_app.cli.rows import day_row, disturbed_rows, document_row, unread_rows
from quyche_app.cli.workspace_values import day_words, document_id, opened, print_json
from quyche_app.domain.dates import parse_date
from quyche_app.domain.operations import Confidence, State
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.services.views import Amended, Disturbed

_STATE_WORDS = {
    State.APPLIED: "áp dụng",
    State.FAILED: "KHÔNG áp dụng được",
    State.IGNORED: "về văn bản khác",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The regulation, the act, and how to take it."""
    parser.add_argument("document", metavar="DOC", help=tr("số, mã, hoặc một phần tên quy chế"))
    parser.add_argument(
        "act", metavar="ACT", help=tr("tệp văn bản sửa đổi, hoặc số, mã của nó trong kho")
    )
    parser.add_argument("--effect", type=_day, metavar="D", help=tr("ngày có hiệu lực"))
    parser.add_argument(
        "--accept",
        choices=("recognised", "confident"),
        default="recognised",
        help=tr("recognised: mọi nội dung đọc được; confident: chỉ nội dung chắc chắn"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=tr("chỉ cho biết kết quả, không ghi")
    )


def _day(text: str) -> date:
    day = parse_date(text)
    if day is None:
        raise argparse.ArgumentTypeError(tr("“{text}” không phải là ngày", text=text))
    return day


def run(args: argparse.Namespace) -> int:
    """Record the act; 3 when an instruction failed, was doubtful, or was not read."""
    from quyche_app.services.amend import amend

    workspace = opened(args)
    path = Path(args.act)
    act = path if path.exists() else document_id(workspace, args.act)
    done = amend(
        workspace,
        document_id(workspace, args.document),
        act,
        effect=args.effect,
        accept=args.accept,
        dry_run=args.dry_run,
    )
    if args.json:
        _print_json(done)
    else:
        _print(done, dry_run=args.dry_run)
    if done.plan.is_undated:
        print(
            tr("Cần xem, không rõ ngày có hiệu lực: khi ghi hãy cho biết ngày đó (--effect NGÀY)."),
            file=sys.stderr,
        )
    return 3 if _needs_a_person(done) else 0


def _needs_a_person(done: Amended) -> bool:
    plan = done.plan
    transitional = [reading.transitional for reading in plan.consolidation.amending]
    reasons = (done.failed, done.unread, _doubts(done), plan.disturbed, plan.is_undated)
    return any(reasons) or any(transitional)


def _doubts(done: Amended) -> int:
    return sum(
        1
        for outcome in done.plan.consolidation.outcomes
        if outcome.state is State.APPLIED and outcome.confidence is not Confidence.HIGH
    )


def _print_json(done: Amended) -> None:
    act = done.plan.act_document
    ids = done.operations or ("",) * len(done.plan.consolidation.outcomes)
    print_json(
        "amend",
        recording=done.recording,
        document=document_row(done.plan.document),
        act=None if act is None else document_row(act),
        effect_date=day_row(done.plan.effect_date),
        applied=done.applied,
        failed=done.failed,
        ignored=done.ignored,
        doubtful=_doubts(done),
        instructions=[
            {
                "operation": operation,
                "place": outcome.instruction.place,
                "verb": outcome.instruction.verb,
                "state": outcome.state,
                "confidence": outcome.confidence,
                "reason": outcome.reason,
                "reading": outcome.reading,
                "changed": outcome.changed,
            }
            for operation, outcome in zip(ids, done.plan.consolidation.outcomes, strict=True)
        ],
        unread=unread_rows(done.plan.consolidation.unread),
        transitional=unread_rows(
            passage
            for reading in done.plan.consolidation.amending
            for passage in reading.transitional
        ),
        disturbed=disturbed_rows(done.plan.disturbed),
    )


def print_disturbed(disturbed: Sequence[Disturbed]) -> None:
    """Name the recorded operations of other acts that come out otherwise now."""
    for each in disturbed:
        what = f"{each.operation}. {each.act_number}, {each.place}: {tr(each.account)}"
        if each.state == State.APPLIED and each.before != State.APPLIED:
            print(
                tr("Cần xem, nội dung đã ghi nay có tác dụng trở lại: {what}", what=what),
                file=sys.stderr,
            )
        elif each.state == each.before:
            print(
                tr(
                    "Cần xem, nội dung đã ghi nay phải xem lại: {what} ({reason})",
                    what=what,
                    reason=tr(each.reasons),
                ),
                file=sys.stderr,
            )
        else:
            print(
                tr(
                    "Cần xem, nội dung đã ghi nay KHÔNG áp dụng được: {what} ({reason})",
                    what=what,
                    reason=tr(each.reasons),
                ),
                file=sys.stderr,
            )


def _print(done: Amended, *, dry_run: bool) -> None:
    ids = done.operations or ("",) * len(done.plan.consolidation.outcomes)
    for operation, outcome in zip(ids, done.plan.consolidation.outcomes, strict=True):
        number = f"{operation}. " if operation else ""
        reason = f" ({tr(outcome.reasons)})" if outcome.reasons else ""
        print(
            f"{number}{outcome.instruction.place}: {tr(outcome.account)}: "
            f"{tr(_STATE_WORDS[outcome.state])}{reason}"
        )
    for unread in done.plan.consolidation.unread:
        print(
            tr(
                "Đoạn {first}-{last} chưa đọc được: {reason}",
                first=unread.lines[0],
                last=unread.lines[1],
                reason=tr(unread.why),
            ),
            file=sys.stderr,
        )
    for reading in done.plan.consolidation.amending:
        for passage in reading.transitional:
            where = f"{passage.lines[0]}-{passage.lines[1]}"
            print(
                tr(
                    "Cần xem, đoạn {lines}: {text}: {reason}",
                    lines=where,
                    text=passage.text,
                    reason=tr(passage.why),
                ),
                file=sys.stderr,
            )
    print_disturbed(done.plan.disturbed)
    counts = tr(
        "{applied} áp dụng, {failed} không áp dụng được, {ignored} về văn bản khác",
        applied=done.applied,
        failed=done.failed,
        ignored=done.ignored,
    )
    if dry_run:
        print(tr("Xem trước: {counts}. Chưa ghi gì vào kho.", counts=counts))
    else:
        print(
            tr(
                "Lần ghi {recording}, có hiệu lực {day}: {counts}.",
                recording=done.recording,
                day=day_words(done.plan.effect_date),
                counts=counts,
            )
        )
