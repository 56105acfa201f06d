"""What the export dialog shows and asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quyche_app.domain.dates import short_date
from quyche_app.domain.operations import Footnote
from quyche_app.domain.texts import search_key
from quyche_app.gui.shown import Shown, read_shown, shown_words, state_words
from quyche_app.gui.text_lines import TextBlock, with_notes
from quyche_app.gui.words import moment_words
from quyche_app.languages import tr
from quyche_app.resources_folder import resource
from quyche_app.services.views import Exported, Role, TextAt

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be exported: key for the service, name, what it is, part of the file name."""

    key: str
    name: str
    remark: str
    file_part: str


KINDS: tuple[Kind, ...] = (
    Kind(
        "consolidated",
        "Văn bản hợp nhất",
        "Lời văn có hiệu lực, có chú thích nguồn từng chỗ sửa",
        "hop-nhat",
    ),
    Kind(
        "redline",
        "Bản đánh dấu thay đổi",
        "So với lời văn khi ban hành; nhận hoặc bỏ từng chỗ trong Word",
        "danh-dau",
    ),
)
DRAFT_KIND = Kind(
    "consolidated", "Dự thảo", "Lời văn đang soạn; đầu tệp ghi rõ là dự thảo", "du-thao"
)
DRAFT_REDLINE_KIND = Kind(
    "redline", "Bản đánh dấu thay đổi", "So với văn bản mà dự thảo bắt đầu từ đó", "danh-dau"
)
FILE_TYPES: tuple[tuple[str, str], ...] = (
    (".docx", "Word"),
    (".odt", "OpenDocument"),
    (".html", "HTML"),
    (".txt", "Chữ"),
)
_PROFILE_NAMES = {"dang": "Đảng", "party": "Đảng", "nha-nuoc": "Nhà nước", "state": "Nhà nước"}
_UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)


def profiles() -> tuple[tuple[str, str], ...]:
    """Give (key, name) of the layout profiles that are installed."""
    folder = resource("profiles")
    if not folder.is_dir():
        return ()
    found = sorted({path.stem for path in folder.iterdir() if path.suffix in (".json", ".toml")})
    return tuple((stem, tr(_PROFILE_NAMES[stem])) for stem in found if stem in _PROFILE_NAMES)


def proposed_profile(number: str) -> str:
    """Propose a profile: a Party number has a hyphen behind its digits (docs/field.md 1.2)."""
    is_party = not number or number.lstrip("0123456789").startswith("-")
    return "dang" if is_party else "nha-nuoc"


def file_stem(number: str, part: str, day: date | None) -> str:
    """Give the name proposed for the file, in plain letters: 05-QD-TU_hop-nhat_2018-07-17."""
    plain = _UNSAFE.sub("-", _plain_letters(number)).strip("-") or "van-ban"
    when = day.isoformat() if day is not None else "ban-hanh"
    return f"{plain}_{part}_{when}"


def _plain_letters(text: str) -> str:
    folded = search_key(text)
    pairs = zip(text, folded, strict=False) if len(text) == len(folded) else ()
    return "".join(f.upper() if t.isupper() else f for t, f in pairs) or folded


@dataclass(frozen=True, slots=True)
class Preview:
    """The text to be exported, what was left undecided in it, and the text it is compared with."""

    text: TextAt
    warning: str
    before: TextAt | None = None


def read_preview(workspace: Workspace, shown: Shown) -> Preview:
    """Give the text that a screen shows, with a warning when it is not the present text, or not whole."""
    from quyche_app.services.standing import standing_remarks

    text = read_shown(workspace, shown)
    before = read_shown(workspace, shown.before) if shown.before is not None else None
    said = [later_words(text)] if text.amended_later else []
    said += [tr(remark.said) for remark in standing_remarks(workspace, text)]
    return Preview(text, " ".join(said), before)


def later_words(text: TextAt) -> str:
    """Say which acts amend a text after its day."""
    acts = "; ".join(
        tr(
            "{number} (có hiệu lực {day})",
            number=act.cited_as,
            day=short_date(act.effect_date),
        )
        if act.effect_date is not None
        else act.cited_as
        for act in text.amended_later
    )
    return tr(
        "Lời văn này đã được sửa đổi, bổ sung sau ngày được chọn: {acts}. Tệp ghi ra nói rõ điều đó.",
        acts=acts,
    )


def export_files(
    workspace: Workspace,
    shown: Shown,
    outs: tuple[Path, ...],
    kind: str,
    profile: str | None,
    force: bool,
) -> Exported:
    """Write the files and prove each of them."""
    from quyche_app.services.export import REDLINE, export, export_compared

    if kind == REDLINE and shown.before is not None:
        before, text = read_shown(workspace, shown.before), read_shown(workspace, shown)
        return export_compared(
            workspace, before, text, outs, old_name=state_words(before), force=force
        )
    return export(
        workspace,
        shown.document,
        outs,
        as_at=shown.as_at,
        known_at=shown.known_at,
        kind=kind,
        profile=profile,
        force=force,
    )


@dataclass
class ExportState:
    """The dialog as it is filled in."""

    document: str
    day: date | None
    kind: str = "consolidated"
    types: tuple[str, ...] = (".docx",)
    folder: Path = Path()
    stem: str = ""
    is_stem_typed: bool = False
    preview: Preview | None = None
    blocks: tuple[TextBlock, ...] = ()
    notes: tuple[tuple[int, Footnote], ...] = ()
    exported: Exported | None = None
    known_at: int | None = None
    before: Shown | None = None

    @property
    def shown(self) -> Shown:
        """The text in the state that is exported."""
        return Shown(self.document, self.day, self.known_at, self.before)

    def take(self, preview: Preview) -> None:
        """Show another text."""
        self.preview = preview
        self.blocks, self.notes = with_notes(preview.text.act, preview.text.footnotes)
        self.propose_stem()

    @property
    def is_draft(self) -> bool:
        """Whether the text is a draft."""
        return self.preview is not None and self.preview.text.document.role is Role.DRAFT

    def kinds(self) -> tuple[Kind, ...]:
        """Give what can be exported of this text: a draft is not the text in force."""
        if not self.is_draft:
            return KINDS
        of_draft = {kind.key: kind for kind in (DRAFT_KIND, DRAFT_REDLINE_KIND)}
        return tuple(of_draft.get(kind.key, kind) for kind in KINDS)

    def title(self) -> str:
        """Name what is exported: the text in its state, or both that are compared."""
        if self.preview is None:
            return tr("Xuất văn bản")
        words = shown_words(self.preview.text, self.shown)
        if self.kind == "redline" and self.preview.before is not None:
            words = f"{state_words(self.preview.before)} → {words}"
        return tr("Xuất văn bản · {words}", words=words)

    @property
    def has_day(self) -> bool:
        """Whether another day may be chosen: not of a draft, nor of one of two that are compared."""
        return not self.is_draft and self.before is None

    def propose_stem(self) -> None:
        """Propose a file name unless a person typed one."""
        if self.preview is not None and not self.is_stem_typed:
            part = next(kind.file_part for kind in self.kinds() if kind.key == self.kind)
            self.stem = file_stem(self.preview.text.document.number, part, self.day)

    def outs(self) -> tuple[Path, ...]:
        """Give the files that would be written."""
        types = (".docx",) if self.kind == "redline" else self.types
        return tuple(self.folder / f"{self.stem}{kind}" for kind in types)

    def existing(self) -> str:
        """Say that a file of that name is there already, else ""."""
        for path in self.outs():
            if path.exists():
                changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
                when = moment_words(changed, date.today())
                return tr("Đã có tệp {name}, sửa lần cuối {when}.", name=path.name, when=when)
        return ""

    def other_name(self) -> None:
        """Take a name that no file has: …-2."""
        base, number = self.stem, 2
        while self.existing():
            self.stem = f"{base}-{number}"
            number += 1
        self.is_stem_typed = True

    @property
    def can_export(self) -> bool:
        """Everything that is needed is filled in."""
        return bool(self.preview is not None and self.stem.strip() and self.outs())

    def account(self) -> tuple[str, str]:
        """Give the sentence after exporting and its colour: "good", "doubt" where a person must know
        something, "removed" where a file failed its proof."""
        if self.exported is None:
            return "", "good"
        count = len(self.exported.paths)
        wrong = [verdict for verdict in self.exported.verdicts if not verdict.is_true]
        if not wrong:
            said = [tr("Đã xuất {count} tệp. Đối chiếu lời văn: đúng từng chữ.", count=count)]
            if self.kind == "redline":
                checked = "; ".join(tr(verdict.checked) for verdict in self.exported.verdicts)
                said = [
                    tr("Đã xuất {count} tệp. Đối chiếu: {checked}.", count=count, checked=checked)
                ]
            said += [tr(remark.said) for remark in self.exported.remarks]
            return " ".join(said), "doubt" if self.exported.needs_a_person else "good"
        differences = "; ".join(tr(each) for verdict in wrong for each in verdict.differences[:2])
        return tr(
            "Đã xuất {count} tệp. Đối chiếu thấy chỗ lệch: {differences}",
            count=count,
            differences=differences,
        ), "removed"
