"""Writing the amending decision that leads from one text to another, with a proof.

Files, templates and reasons come in here; orders and their proof are ``drafting.deciding``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.collector import collector_paused
from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import parse_address
from quyche_app.domain.beside import differing
from quyche_app.domain.decisions import (
    Decision,
)
from quyche_app.domain.errors import ReadingError, WritingError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import message
from quyche_app.domain.operations import Consolidation, ReadAmendments
from quyche_app.domain.sources import SourceParagraph, SourceText
from quyche_app.domain.texts import clean
from quyche_app.domain.units import Paragraph
from quyche_app.drafting.deciding.template import DecisionTemplate
from quyche_app.drafting.deciding.writer import DecisionWriter, only_differ_in
from quyche_app.reading.disk import file_bytes
from quyche_app.reading.files import read_file, structured
from quyche_app.resources_folder import resource
from quyche_app.services.compare import compare_acts, slips_of_versions

TEMPLATES = ("dang", "nha-nuoc")


def load_template(name: str) -> DecisionTemplate:
    """Give the sentences of a decision.

    Raises:
        WritingError (QC-W160): there is no such template.
    """
    if name not in TEMPLATES:
        raise WritingError(
            message(
                "QC-W160",
                "Không có mẫu quyết định “{name}”. Dùng một trong: {templates}.",
                name=name,
                templates=", ".join(TEMPLATES),
            )
        )
    data = json.loads(resource("templates", f"quyet-dinh-{name}.json").read_text(encoding="utf-8"))
    return DecisionTemplate(
        tuple(data["front"]),
        tuple(data["back"]),
        tuple(data["closing"]),
        data["on_behalf"],
        data["container"],
        data["alias"],
        data["phrases_title"],
        data["repeals_title"],
        data["appendices_title"],
        data["orders"],
    )


def read_reasons(path: Path) -> dict[str, str]:
    """Give the reasons of a file: address (path or words) → why it is changed.

    Raises:
        ReadingError: QC-R101 to R104 from reading it; QC-R160 it is no table of reasons,
            QC-R166 a key is no address.
    """
    try:
        data = json.loads(file_bytes(path))
    except (ValueError, RecursionError) as cause:
        raise _no_reasons(path) from cause
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        raise _no_reasons(path)
    reasons: dict[str, str] = {}
    for key, reason in data.items():
        address = parse_address(key)
        if address is None:
            raise ReadingError(
                message(
                    "QC-R166",
                    "Không hiểu địa chỉ “{key}” trong tệp lý do {path}. Viết như: d5/k2.",
                    key=key,
                    path=path,
                ),
                place=str(path),
            )
        reasons[address.path] = "; ".join(filter(None, (reasons.get(address.path), clean(reason))))
    return reasons


def _no_reasons(path: Path) -> ReadingError:
    return ReadingError(
        message(
            "QC-R160",
            'Tệp {path} không phải bảng lý do: cần JSON dạng {{"d5/k2": "lý do"}}.',
            path=path,
        ),
        place=str(path),
    )


def decide_files(
    old: Path,
    new: Path,
    *,
    template: str | None = None,
    reasons: Mapping[str, str] | None = None,
    skips_typing: bool = False,
) -> Decision:
    """Write the decision that leads from one file to another.

    Raises:
        ReadingError: see ``read_file``.
        WritingError: see ``decide``; QC-W162 too where the files differ beside their words alone.
    """
    read = read_file(old), read_file(new)
    apart = differing(read[0].beside, read[1].beside)
    try:
        decision = decide(
            read[0].act, read[1].act, template=template, reasons=reasons, skips_typing=skips_typing
        )
    except WritingError as error:
        if error.code != "QC-W161" or not apart:
            raise
        raise only_differ_in([part.words for part in apart]) from error
    return replace(decision, not_compared=apart)


def decide(
    old: Act,
    new: Act,
    *,
    template: str | None = None,
    reasons: Mapping[str, str] | None = None,
    skips_typing: bool = False,
) -> Decision:
    """Write the decision that leads from one text to another, and prove it.

    Args:
        template: "dang" or "nha-nuoc"; None = as the number of the old text says.
        reasons: path of a provision, in either text → why it is changed; carried along.
        skips_typing: what differs in spelling, capitals and marks alone is not amended.
    Raises:
        WritingError: QC-W160 no such template; QC-W161 the two texts do not differ; QC-W162 they
            differ only where no provision is to be amended; QC-W163 one has no provision at all.
    """
    for name, act in (("cũ", old), ("mới", new)):
        if not any(component.units for component in act.components):
            raise WritingError(
                message(
                    "QC-W163",
                    "Bản {name} không có điều, khoản nào nên không lập được quyết định sửa đổi.",
                    name=name,
                ),
            )
    with collector_paused():
        writer = DecisionWriter(
            old,
            new,
            load_template(template or _template_for(old)),
            reasons or {},
            compared=compare_acts,
            read_back=_as_read,
            skips_typing=skips_typing,
        )
        return replace(writer.decide(), slips=slips_of_versions(*writer.versions))


def _template_for(act: Act) -> str:
    from quyche_app.writing.layout import profile_for

    return profile_for(act)


def applied(old: Act, decision: Act) -> Consolidation:
    """Read a decision as any stranger's and apply it to the text that it amends."""
    return consolidate(old, [_as_read(decision)])


def _as_read(decision: Act) -> ReadAmendments:
    lines = [line for line in act_lines(decision) if line.strip(" |")]
    source = SourceText(
        "quyet-dinh.txt",
        "text",
        tuple(SourceParagraph(number, Paragraph(line)) for number, line in enumerate(lines, 1)),
    )
    return read_amendments(structured(source), 1)
