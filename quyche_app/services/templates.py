"""New regulations: a draft begins from the frame of its kind. Source of the frames:
docs/field.md 6.1."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.resources_folder import resource
from quyche_app.services.drafts import begin_draft
from quyche_app.services.import_file import import_file
from quyche_app.services.library import ARCHIVED
from quyche_app.services.remarks import choose
from quyche_app.services.views import DocumentRow
from quyche_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Template:
    """A frame to begin from."""

    key: str
    title: str
    remark: str


TEMPLATES: tuple[Template, ...] = (
    Template("dang-uy", "Quy chế làm việc của cấp ủy", "5 chương, thể thức văn bản của Đảng"),
    Template(
        "uy-ban", "Quy chế làm việc của Ủy ban nhân dân", "5 chương, thể thức văn bản hành chính"
    ),
)


def begin_from_template(
    ws: Workspace,
    key: str,
    issuer: str,
    place: str,
    *,
    who: str | None = None,
    chosen: Mapping[str, str] | None = None,
) -> DocumentRow:
    """Begin a draft from a frame; the frame itself is put into the archive.

    Args:
        issuer: who will issue it: "Đảng ủy xã Mẫu".
        place: the place of the head: "Xã Mẫu".
        chosen: what is chosen for the draft from its beginning.

    Raises:
        StorageError: QC-S073 no such frame, QC-S074 no issuer.
    """
    if key not in {template.key for template in TEMPLATES}:
        raise StorageError(message("QC-S073", "Không có mẫu “{key}”.", key=key))
    issuer, place = " ".join(issuer.split()), " ".join(place.split())
    if not issuer:
        raise StorageError(message("QC-S074", "Hãy ghi tên cơ quan ban hành."))
    frame = resource("templates", f"{key}.txt").read_text(encoding="utf-8")
    text = (
        frame.replace("{CO_QUAN}", issuer.upper())
        .replace("{Co_quan}", issuer)
        .replace("{NOI}", place or "…")
        .replace("{NAM}", str(date.today().year))
    )
    with tempfile.TemporaryDirectory(prefix="quyche-mau-") as folder:
        file = Path(folder, f"khung {issuer.replace('/', '-')}.txt")
        file.write_text(text, encoding="utf-8")
        document = import_file(ws, file, who=who).document
    draft = begin_draft(ws, document.id, as_at="issued", who=who, chosen=chosen)
    choose(ws, document.id, {ARCHIVED: "1"}, who=who)
    return draft
