"""Every colour, family name and size of the window, as data. Source: docs/window.md 6.

Nothing else in ``gui/`` contains a colour, a size of type or a font name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme (docs/window.md 6.1), as #RRGGBB."""

    name: str
    label: str
    is_dark: bool
    window: str
    panel: str
    page: str
    control: str
    line: str
    line_soft: str
    edge: str
    text: str
    text2: str
    accent: str
    on_accent: str
    accent_pale: str
    accent_text: str
    rail: str
    rail_text: str
    rail_active: str
    rail_active_text: str
    badge: str
    badge_text: str
    seal: str
    seal_text: str
    added: str
    added_pale: str
    removed: str
    removed_pale: str
    moved: str
    moved_pale: str
    good: str
    good_pale: str
    doubt: str
    doubt_pale: str
    edit_bar: str
    neutral: str
    found: str
    found_text: str
    tone1: str
    tone2: str
    tone3: str
    tone_text: str
    backdrop: str  # grey behind a printed page
    present: str  # behind the provision that has the caret
    orange: str  # removed words where blue and orange are told apart better
    orange_pale: str


LIGHT = Tokens(
    name="light",
    label="Sáng",
    is_dark=False,
    window="#F3F1EC",
    panel="#FAF9F6",
    page="#FFFFFF",
    control="#FFFFFF",
    line="#D5D0C5",
    line_soft="#E7E3DA",
    edge="#857F73",
    text="#1D2325",
    text2="#525A5C",
    accent="#0F5C5C",
    on_accent="#FFFFFF",
    accent_pale="#DCEBE8",
    accent_text="#0B4A4A",
    rail="#17302F",
    rail_text="#C6D4D1",
    rail_active="#2A4B49",
    rail_active_text="#FFFFFF",
    badge="#E2B650",
    badge_text="#2A1D00",
    seal="#A8322A",
    seal_text="#FFFFFF",
    added="#0B4FA8",
    added_pale="#E3EDFB",
    removed="#A61B1B",
    removed_pale="#FBE6E4",
    moved="#8A1A66",
    moved_pale="#F0E6F6",
    good="#1E6B3A",
    good_pale="#E1F0E5",
    doubt="#7A4B00",
    doubt_pale="#FBEFD5",
    edit_bar="#B4770F",
    neutral="#ECE8DF",
    found="#FFEFB0",
    found_text="#1D2325",
    tone1="#C9D9D6",
    tone2="#8FB9B2",
    tone3="#69AAA3",
    tone_text="#10302D",
    backdrop="#DDD8CC",
    present="#EEF5F4",
    orange="#8A4B00",
    orange_pale="#FBEBD5",
)
DARK = Tokens(
    name="dark",
    label="Tối",
    is_dark=True,
    window="#181B1C",
    panel="#1F2324",
    page="#262A2C",
    control="#2A2F31",
    line="#3C4244",
    line_soft="#313638",
    edge="#7E8788",
    text="#E8E5DE",
    text2="#B0B6B5",
    accent="#6CCABD",
    on_accent="#0B2624",
    accent_pale="#20403D",
    accent_text="#A5E3DA",
    rail="#101413",
    rail_text="#AEB9B7",
    rail_active="#24403D",
    rail_active_text="#FFFFFF",
    badge="#E2B650",
    badge_text="#2A1D00",
    seal="#A8322A",
    seal_text="#FFFFFF",
    added="#93BFFF",
    added_pale="#1B3050",
    removed="#FFA097",
    removed_pale="#4A2523",
    moved="#E6C7D9",
    moved_pale="#4A2F42",
    good="#86D39D",
    good_pale="#1D3A27",
    doubt="#F2C46D",
    doubt_pale="#43341A",
    edit_bar="#F2C46D",
    neutral="#323739",
    found="#FFEFB0",
    found_text="#1D2325",
    tone1="#2C4A46",
    tone2="#3B6A63",
    tone3="#43786F",
    tone_text="#FFFFFF",
    backdrop="#121516",
    present="#2B3434",
    orange="#F5B461",
    orange_pale="#43301A",
)
HIGH_CONTRAST = Tokens(
    name="contrast",
    label="Tương phản cao",
    is_dark=True,
    window="#000000",
    panel="#000000",
    page="#000000",
    control="#000000",
    line="#FFFFFF",
    line_soft="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    accent="#FFD800",
    on_accent="#000000",
    accent_pale="#1A1A00",
    accent_text="#FFD800",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_active="#FFD800",
    rail_active_text="#000000",
    badge="#FFD800",
    badge_text="#000000",
    seal="#000000",
    seal_text="#FFFFFF",
    added="#7CC7FF",
    added_pale="#000000",
    removed="#FFB0A8",
    removed_pale="#000000",
    moved="#E7B8FF",
    moved_pale="#000000",
    good="#8CF5A8",
    good_pale="#000000",
    doubt="#FFD800",
    doubt_pale="#000000",
    edit_bar="#FFD800",
    neutral="#000000",
    found="#FFD800",
    found_text="#000000",
    tone1="#000000",
    tone2="#1A1A1A",
    tone3="#262626",
    tone_text="#FFFFFF",
    backdrop="#000000",
    present="#14140A",
    orange="#FFC266",
    orange_pale="#000000",
)
# Paper is black on white in every theme (docs/window.md 5.8).
PAPER = replace(
    LIGHT, name="paper", text="#000000", text2="#000000", accent="#000000", page="#FFFFFF"
)
THEMES: dict[str, Tokens] = {tokens.name: tokens for tokens in (LIGHT, DARK, HIGH_CONTRAST)}

# Pairs that must be readable (4.5) and frames that must be seen (3.0): docs/window.md 6.1.
WORD_PAIRS: tuple[tuple[str, str], ...] = (
    ("text", "page"),
    ("text", "panel"),
    ("text", "window"),
    ("text2", "page"),
    ("text2", "panel"),
    ("text2", "window"),
    ("text", "accent_pale"),
    ("text2", "accent_pale"),
    ("accent_text", "accent_pale"),
    ("on_accent", "accent"),
    ("accent", "page"),
    ("accent", "panel"),
    ("added", "added_pale"),
    ("added", "page"),
    ("removed", "removed_pale"),
    ("removed", "page"),
    ("moved", "moved_pale"),
    ("moved", "page"),
    ("good", "good_pale"),
    ("doubt", "doubt_pale"),
    ("doubt", "page"),
    ("rail_text", "rail"),
    ("rail_active_text", "rail_active"),
    ("badge_text", "badge"),
    ("seal_text", "seal"),
    ("tone_text", "tone1"),
    ("tone_text", "tone2"),
    ("tone_text", "tone3"),
    ("found_text", "found"),
    ("orange", "orange_pale"),
    ("orange", "page"),
    ("text", "neutral"),
    ("text", "present"),
)
FRAME_PAIRS: tuple[tuple[str, str], ...] = (
    ("edge", "page"),
    ("edge", "panel"),
    ("edit_bar", "page"),
    ("accent", "window"),
)


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours by the WCAG formula, 1 to 21."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# -- type (docs/window.md 6.3) ----------------------------
PROGRAM_FAMILIES = ("Segoe UI", "Noto Sans", "Liberation Sans")
TEXT_FAMILIES = ("Times New Roman", "Liberation Serif", "Tinos", "Noto Serif")
SIZE_TINY = 11
SIZE_SMALL = 12
SIZE_BODY = 13
SIZE_H1 = 15
SIZE_EMPTY_TITLE = 21
SIZE_PAGE = 18.7  # 14 pt at 96 dots per inch
SIZE_COLUMN = 16.5
SIZE_QUOTATION = 15.0
LINE_HEIGHT = 1.42

# Letters a family must have; the rest of the 134 follow from base letters and five tone marks.
_BASES = "aăâeêioôơuưy"
_TONED = "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
VIETNAMESE_LETTERS = "".join(
    sorted({c for word in (_BASES, _TONED, "đ") for c in word + word.upper()} - set("aeiouyAEIOUY"))
)

# -- space (docs/window.md 3 and 6.4), px at 100 % ----------------------------
MENU_HEIGHT = 30
RAIL_WIDTH = 84
RAIL_NARROW = 48  # pictures alone
RAIL_ENTRY_HEIGHT = 58
HEADER_HEIGHT = 46
STATUS_HEIGHT = 24
CONTROL_HEIGHT = 28
SMALL_CONTROL_HEIGHT = 24
ROW_HEIGHT = 27
RADIUS_CHIP = 3
RADIUS_CONTROL = 4
RADIUS_CARD = 5
