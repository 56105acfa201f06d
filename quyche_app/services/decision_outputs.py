"""A written decision as files, each proved by reading it back, and as a report for machines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from quyche_app.domain.addresses import parse_path
from quyche_app.domain.decisions import Decision, Item, WrittenItem
from quyche_app.domain.flow import act_lines
from quyche_app.domain.texts import capital
from quyche_app.services.files import write_file
from quyche_app.services.outputs import write_document
from quyche_app.services.reports import target_fields
from quyche_app.services.views import Verdict
from quyche_app.writing.comparison_json import uncompared_rows
from quyche_app.writing.consolidated import ConsolidatedDocument
from quyche_app.writing.layout import profile_for

Json = dict[str, Any]


def write_decision(
    decision: Decision, path: Path, *, profile: str | None = None, force: bool = False
) -> Verdict:
    """Write a decision as .docx, .html or .txt, see ``write_document``; as .json its account, with the
    text, the verdicts and the reasons.

    Raises:
        WritingError: the file is there, cannot be written, or is not what was meant.
    """
    if path.suffix.lower() == ".json":
        report = json.dumps(decision_report(decision), ensure_ascii=False, indent=1)
        write_file(path, f"{report}\n".encode(), force=force)
        return Verdict(True, "")
    document = ConsolidatedDocument(
        act=decision.act,
        footnotes=(),
        amended_by=(),
        as_at=None,
        profile_name=profile or profile_for(decision.old),
        made_on=None,
        made_by="",
    )
    return write_document(document, path, force=force)


def decision_report(decision: Decision) -> Json:
    """Give the account ``quyche/decision/1``: orders, verdicts, proposals, and the text."""
    return {
        "schema": "quyche/decision/1",
        "verdict": decision.gives_new,
        "as_proposed": decision.is_true,
        "instructions": [_item_row(written) for written in decision.items],
        "provisions": [
            {"path": verdict.path, "new": verdict.new_path, "true": verdict.is_true}
            for verdict in decision.provisions
        ],
        "relabelled": [
            {"new": r.new_path, "path": r.path, "inserted": r.is_inserted}
            for r in decision.relabelled
        ],
        "only_typed": list(decision.only_typed),
        "slips": list(decision.slips),
        "not_compared": uncompared_rows(decision.not_compared),
        "unused_reasons": list(decision.unused_reasons),
        "left_out": [{"words": one.words, "reason": one.reason} for one in decision.left_out],
        "mismatches": [
            {"path": m.path, "expected": m.expected, "got": m.got} for m in decision.mismatches
        ],
        "lines": act_lines(decision.act),
    }


def _item_row(written: WrittenItem) -> Json:
    item: Item = written.item
    row: Json = {
        "place": written.place,
        "verb": item.verb.value,
        **target_fields(item.targets),
        "position": item.position.text if item.position is not None else None,
        "words_old": [item.words_old] if item.words_old else [],
        "words_new": [item.words_new] if item.words_new else [],
        "text": written.words,
        "reading": written.reading,
        "true": written.is_true,
        "trouble": written.trouble,
        "reason": item.reason,
    }
    return row


def _words(path: str) -> str:
    address = parse_path(path)
    return capital(address.words) if address is not None else path


def verdict_sentences(decision: Decision) -> list[str]:
    """Give what a person is told: the verdict, then everything that is to be looked at."""
    count = decision.counts.total
    if decision.is_true:
        said = [f"{count} nội dung sửa đổi. Áp dụng thử: khớp, {len(decision.provisions)} điều."]
        if not decision.gives_new:
            said[0] = f"{count} nội dung sửa đổi. Áp dụng thử: khớp, trừ những chỗ nêu dưới đây."
    else:
        places = ", ".join(m.words for m in decision.mismatches[:3])
        off = f", lệch ở {places}" if places else ""
        said = [f"{count} nội dung sửa đổi. Áp dụng thử: không khớp{off}."]
    said += [
        f"  cần xem · {w.place} · {w.words} · {w.trouble}" for w in decision.items if w.trouble
    ]
    said += [f"  không đưa vào · {one.words} · {one.reason}" for one in decision.left_out]
    said += [
        f"  {'cần xem' if part.needs_a_person else 'lưu ý'} · không so, mà khác nhau: {part.words}"
        for part in decision.not_compared
    ]
    said += [f"  cần xem · {slip}; xem lại số trong tệp" for slip in decision.slips]
    if decision.unused_reasons:
        said.append(f"  lý do không dùng đến · {', '.join(map(_words, decision.unused_reasons))}")
    if decision.only_typed:
        said.append(
            f"  không sửa · {len(decision.only_typed)} chỗ chỉ khác chính tả, chữ hoa, dấu câu"
        )
    if decision.relabelled:
        shown = "; ".join(f"{_words(r.new_path)} → {r.words}" for r in decision.relabelled[:8])
        more = len(decision.relabelled) - 8
        tail = f"; và {more} chỗ nữa" if more > 0 else ""
        said.append(
            f"  cần xem · bản mới đánh số lại văn bản đã ban hành: đề nghị giữ số cũ, chèn số xen kẽ. "
            f"Số trong bản mới → số đề nghị: {shown}{tail}"
        )
    return said
