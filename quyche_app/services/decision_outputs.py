"""A written decision as files, each proved by reading it back, and as a report for machines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from quyche_app.domain.addresses import parse_path
from quyche_app.domain.decisions import Decision, Item, WrittenItem
from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import Message, message
from quyche_app.domain.texts import capital
from quyche_app.services.files import write_file
from quyche_app.services.outputs import write_document
from quyche_app.services.reports import target_fields
from quyche_app.services.views import Verdict
from quyche_app.writing.comparison_json import uncompared_rows
from quyche_app.writing.consolidated import ConsolidatedDocument
from quyche_app.writing.layout import profile_for

Json = dict[str, Any]


_SHOWN_PLACES = 3
_SHOWN_LABELS = 8


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
        return Verdict(True, message("proof.account", ""))
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
        "slips": [str(slip) for slip in decision.slips],
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
        "reading": str(written.reading or ""),
        "true": written.is_true,
        "trouble": str(written.trouble or ""),
        "reason": item.reason,
    }
    return row


def _words(path: str) -> str:
    address = parse_path(path)
    return capital(address.words) if address is not None else path


def verdict_sentences(decision: Decision) -> list[Message]:
    """Give what a person is told: the verdict, then everything that is to be looked at."""
    count = decision.counts.total
    if decision.is_true:
        said = [
            message(
                "verdict.true",
                "{orders} nội dung sửa đổi. Áp dụng thử: khớp, {articles} điều.",
                orders=count,
                articles=len(decision.provisions),
            )
        ]
        if not decision.gives_new:
            said[0] = message(
                "verdict.true_but",
                "{orders} nội dung sửa đổi. Áp dụng thử: khớp, trừ những chỗ nêu dưới đây.",
                orders=count,
            )
    else:
        said = [_off(count, [m.words for m in decision.mismatches[:_SHOWN_PLACES]])]
    said += [
        message(
            "verdict.trouble",
            "  cần xem · {place} · {words} · {trouble}",
            place=w.place,
            words=w.words,
            trouble=w.trouble,
        )
        for w in decision.items
        if w.trouble
    ]
    said += [
        message(
            "verdict.left_out",
            "  không đưa vào · {words} · {reason}",
            words=one.words,
            reason=one.reason,
        )
        for one in decision.left_out
    ]
    said += [
        message(
            "verdict.not_compared_look" if part.needs_a_person else "verdict.not_compared",
            "  cần xem · không so, mà khác nhau: {part}"
            if part.needs_a_person
            else "  lưu ý · không so, mà khác nhau: {part}",
            part=part.said,
        )
        for part in decision.not_compared
    ]
    said += [
        message("verdict.slip", "  cần xem · {slip}; xem lại số trong tệp", slip=slip)
        for slip in decision.slips
    ]
    if decision.unused_reasons:
        said.append(
            message(
                "verdict.unused_reasons",
                "  lý do không dùng đến · {places}",
                places=", ".join(map(_words, decision.unused_reasons)),
            )
        )
    if decision.only_typed:
        said.append(
            message(
                "verdict.only_typed",
                "  không sửa · {count} chỗ chỉ khác chính tả, chữ hoa, dấu câu",
                count=len(decision.only_typed),
            )
        )
    if decision.relabelled:
        said.append(_relabelled(decision))
    return said


def _off(count: int, places: list[str]) -> Message:
    if not places:
        text = "{orders} nội dung sửa đổi. Áp dụng thử: không khớp."
        return message("verdict.false", text, orders=count)
    return message(
        "verdict.false_at",
        "{orders} nội dung sửa đổi. Áp dụng thử: không khớp, lệch ở {places}.",
        orders=count,
        places=tuple(places),
    )


def _relabelled(decision: Decision) -> Message:
    shown = [f"{_words(r.new_path)} → {r.words}" for r in decision.relabelled[:_SHOWN_LABELS]]
    more = len(decision.relabelled) - len(shown)
    if not more:
        text = (
            "  cần xem · bản mới đánh số lại văn bản đã ban hành: đề nghị giữ số cũ, chèn số xen kẽ. "
            "Số trong bản mới → số đề nghị: {labels}"
        )
        return message("verdict.relabelled", text, labels="; ".join(shown))
    text = (
        "  cần xem · bản mới đánh số lại văn bản đã ban hành: đề nghị giữ số cũ, chèn số xen kẽ. "
        "Số trong bản mới → số đề nghị: {labels}; và {more} chỗ nữa"
    )
    return message("verdict.relabelled_more", text, labels="; ".join(shown), more=more)
