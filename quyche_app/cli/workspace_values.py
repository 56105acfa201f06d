"""What the commands on a workspace share: opening it, and printing rows as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.dates import short_date
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.services.views import Remark, Verdict
    from quyche_app.services.workspace import Workspace


def opened(args: argparse.Namespace) -> Workspace:
    """Open the workspace of ``--workspace``, $QUYCHE_WORKSPACE or the user's folder."""
    # SQLAlchemy is loaded by commands on a workspace only: start-up counts.
    from quyche_app.services.workspace import open_workspace

    return open_workspace(args.workspace)


def document_id(workspace: Workspace, name: str) -> str:
    """Give the id of the text that DOC names."""
    from quyche_app.services.library import find_document

    return find_document(workspace, name).id


def print_json(name: str, **fields: object) -> None:
    """Print a result as ``quyche/<name>/1`` on standard output; rows are those of ``cli.rows``."""
    result = {"schema": f"quyche/{name}/1", **fields}
    print(json.dumps(result, ensure_ascii=False, indent=1))


def day_words(day: date | None, otherwise: str = "") -> str:
    """Give a day in the Vietnamese short form."""
    return short_date(day) if day is not None else otherwise


def told_remarks(remarks: Iterable[Remark]) -> bool:
    """Print remarks on files that were written; True when a person must look at one."""
    found = list(remarks)
    for remark in found:
        how = tr("cần xem") if remark.needs_a_person else tr("lưu ý")
        print(f"  {how} · {tr(remark.said)}", file=sys.stderr)
    return any(remark.needs_a_person for remark in found)


def verdict_lines(verdict: Verdict) -> list[str]:
    """Give a verdict as lines: what was checked, then each difference."""
    mark = tr("đúng") if verdict.is_true else tr("SAI")
    mark = mark if verdict.is_checked else tr("không kiểm")
    return [
        f"{mark}: {tr(verdict.checked)}",
        *(f"  - {tr(sentence)}" for sentence in verdict.differences),
    ]
