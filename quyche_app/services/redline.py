"""A Word file with tracked changes, written only when both of its sides were proved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from quyche_app.collector import collector_paused
from quyche_app.domain.beside import Beside, Dropped, Part, Uncompared, dropped
from quyche_app.domain.comparisons import Comparison
from quyche_app.domain.errors import WritingError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import message
from quyche_app.reading.files import read_file
from quyche_app.services.compare import compare_read
from quyche_app.services.files import check_target, write_file
from quyche_app.services.outputs import lines_verdict
from quyche_app.services.views import Remark, Verdict, known_or_today
from quyche_app.writing.layout import load_profile, profile_for
from quyche_app.writing.redline_lines import differing_looks
from quyche_app.writing.resolver import accept_all, reject_all, tracked_count

OLD_NAME = "bản cũ"


def redline_files(
    old: Path, new: Path, out: Path, *, author: str, day: date | None = None, force: bool = False
) -> Verdict:
    """Compare two files and write the changes that lead from one to the other; see
    ``write_redline``."""
    _check_redline_target(out, force=force, inputs=(old, new))
    with collector_paused():
        read = read_file(old), read_file(new)
    comparison = compare_read(*read)
    verdict = write_redline(comparison, out, author=author, day=day, force=force)
    return replace(verdict, remarks=_remarks(comparison, *(one.beside for one in read)))


def _remarks(comparison: Comparison, old: Beside, new: Beside) -> tuple[Remark, ...]:
    """What the files hold that the redline has not, and in what they differ that it does not show."""
    acts = comparison.old, comparison.new
    lost: dict[Part, Dropped] = {}
    for act, beside in zip(acts, (old, new), strict=True):
        for part in dropped(act, beside, ".docx", is_redline=True):
            kept = lost.get(part.part)
            lost[part.part] = part if kept is None or part.amount > kept.amount else kept
    said = []
    # Source notes follow from the wording, which the redline shows.
    grave = [
        part for part in lost.values() if part.needs_a_person and part.part is not Part.SOURCE_NOTES
    ]
    for is_grave in (True, False):
        parts = tuple(part.said for part in lost.values() if (part in grave) is is_grave)
        if parts:
            said.append(
                Remark(
                    message(
                        "remark.redline_dropped",
                        "Bản dấu sửa đúng lời văn nhưng không có: {parts} của tệp gốc.",
                        parts=parts,
                    ),
                    is_grave,
                )
            )
    return (*said, *apart_remarks(comparison.not_compared))


def apart_remarks(parts: Sequence[Uncompared]) -> tuple[Remark, ...]:
    """Say in what two files differ that no tracked change shows, what a person must look at first."""
    said = []
    for is_grave in (True, False):
        apart = tuple(part.said for part in parts if part.needs_a_person is is_grave)
        if apart:
            said.append(
                Remark(
                    message(
                        "remark.untracked", "Khác nhau mà không có dấu sửa: {parts}.", parts=apart
                    ),
                    is_grave,
                )
            )
    return tuple(said)


def write_redline(
    comparison: Comparison,
    out: Path,
    *,
    author: str,
    day: date | None = None,
    old_name: str = OLD_NAME,
    head: str = "",
    force: bool = False,
) -> Verdict:
    """Write a comparison as tracked changes.

    Args:
        day: when the changes were made; None = today.
        old_name: what the old text is, for the sentence of the proof.
        head: what the first page says above the text: for which day it holds.
    Raises:
        WritingError (QC-W131): the ending is not .docx.
        WritingError (QC-W130): rejected it is not the old text, or accepted not the new one; then
            nothing is left under the name.
        WritingError: QC-W132 there is no change to track; QC-W133 the two differ
            all the same, or that they do not.
    """
    _check_redline_target(out, force=force)
    from quyche_app.writing.redline import redline_bytes  # python-docx: only where one is written

    profile = load_profile(profile_for(comparison.new))
    data = redline_bytes(
        comparison, author=author, day=known_or_today(day), profile=profile, head=head
    )
    verdict = prove_redline(comparison, data, old_name)
    if verdict.is_true and not tracked_count(data):
        raise _nothing_tracked(comparison, out)
    if not verdict.is_true:
        raise WritingError(
            message(
                "QC-W130",
                "Bản dấu sửa {out} không đúng nên không được lưu: {differences}.",
                out=out.name,
                differences=verdict.differences[:3],
            ),
            place=str(out),
        )
    write_file(out, data, force=force)
    return verdict


def _check_redline_target(out: Path, *, force: bool, inputs: Iterable[Path] = ()) -> None:
    if out.suffix.lower() != ".docx":
        raise WritingError(
            message(
                "QC-W131",
                "Bản dấu sửa chỉ ghi được thành tệp .docx, không phải {suffix}.",
                suffix=out.suffix or out.name,
            ),
            place=str(out),
        )
    check_target(out, force=force, inputs=inputs)


def prove_redline(comparison: Comparison, data: bytes, old_name: str = OLD_NAME) -> Verdict:
    """Reject all must give the old text, accept all the new one, paragraph by paragraph."""
    old = lines_verdict(_lines(act_lines(comparison.old)), reject_all(data))
    new = lines_verdict(_lines(act_lines(comparison.new)), accept_all(data))
    differences = [
        message("proof.rejecting", "bỏ mọi thay đổi, {difference}", difference=d)
        for d in old.differences
    ]
    differences += [
        message("proof.accepting", "nhận mọi thay đổi, {difference}", difference=d)
        for d in new.differences
    ]
    count = tracked_count(data)
    checked = message(
        "proof.redline",
        "{count} dấu sửa, bỏ mọi thay đổi là {old}, nhận mọi thay đổi là bản mới",
        count=count,
        old=old_name,
    )
    return Verdict(not differences, checked, tuple(differences))


def _nothing_tracked(comparison: Comparison, out: Path) -> WritingError:
    """A file without a change looks like a proof that nothing was amended: none is written."""
    looks = [
        *differing_looks(comparison.old, comparison.new),
        *(part.words for part in comparison.not_compared),
    ]
    if not looks:
        said = message(
            "QC-W132",
            "Hai bản không khác nhau chữ nào nên không có gì để đánh dấu; không ghi tệp.",
        )
    else:
        said = message(
            "QC-W133",
            "Hai bản giống nhau từng chữ, chỉ khác ở {looks}: những chỗ ấy không có dấu sửa "
            "nên không ghi tệp.",
            looks=tuple(looks),
        )
    return WritingError(said, place=str(out))


def _lines(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip()]
