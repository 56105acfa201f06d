"""Layout profiles: the measures of a page, as data in ``resources/profiles`` with their source."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from quyche_app.domain.acts import Act, is_party_number
from quyche_app.domain.errors import WritingError
from quyche_app.domain.messages import message
from quyche_app.resources_folder import resource

PROFILES = ("dang", "nha-nuoc")


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """The measures of a page; lengths in millimetres, sizes in points."""

    name: str
    title: str
    source: str
    page_mm: tuple[float, float]
    margins_mm: dict[str, float]
    font: str
    sizes_pt: dict[str, float]
    first_line_mm: float
    space_after_pt: float
    line_pt: float


@cache
def load_profile(name: str) -> LayoutProfile:
    """Give a profile by its name.

    Raises:
        WritingError (QC-W120): there is no such profile.
    """
    if name not in PROFILES:
        raise WritingError(
            message(
                "QC-W120",
                "Không có mẫu trình bày “{name}”. Dùng một trong: {profiles}.",
                name=name,
                profiles=", ".join(PROFILES),
            )
        )
    data = json.loads(resource("profiles", f"{name}.json").read_text(encoding="utf-8"))
    width, height = data["page_mm"]
    return LayoutProfile(
        data["name"],
        data["title"],
        data["source"],
        (width, height),
        data["margins_mm"],
        data["font"],
        data["sizes_pt"],
        data["first_line_mm"],
        data["space_after_pt"],
        data["line_pt"],
    )


def profile_for(act: Act) -> str:
    """Give the profile that fits an act: by its number (docs/field.md 2.2)."""
    return "dang" if not act.number or is_party_number(act.number) else "nha-nuoc"
