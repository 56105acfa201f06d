"""Addresses of provisions: paths of the command line contract, and words as a person reads them.

Path: ``qc:d14a/k2/đđ1`` (p part, c chapter, m section, t subsection, d article, k clause, đ point,
e subpoint, i item, pl appendix, mẫu form). Source: docs/command-line.md 5.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quyche_app.domain.patterns import late
from quyche_app.domain.units import UnitKind

# Order matters when a step is read: longer prefixes first.
_PREFIXES: tuple[tuple[str, str], ...] = (
    ("biểu", "form_table"),
    ("mẫu", "form"),
    ("pl", "appendix"),
    ("p", UnitKind.PART),
    ("c", UnitKind.CHAPTER),
    ("m", UnitKind.SECTION),
    ("t", UnitKind.SUBSECTION),
    ("d", UnitKind.ARTICLE),
    ("k", UnitKind.CLAUSE),
    ("đ", UnitKind.POINT),
    ("e", UnitKind.SUBPOINT),
    ("i", UnitKind.ITEM),
)
PATH_PREFIX = {kind: prefix for prefix, kind in _PREFIXES}
KIND_WORDS = {
    UnitKind.PART: "phần",
    UnitKind.CHAPTER: "chương",
    UnitKind.SECTION: "mục",
    UnitKind.SUBSECTION: "tiểu mục",
    UnitKind.ARTICLE: "điều",
    UnitKind.CLAUSE: "khoản",
    UnitKind.POINT: "điểm",
    UnitKind.SUBPOINT: "tiết",
    UnitKind.ITEM: "mục",
    "appendix": "phụ lục",
    "form": "mẫu số",
    "form_table": "biểu",
}
# Phần, Chương, Mục, Tiểu mục, Điều take a capital in a citation (NĐ 30/2020, phụ lục II, V.7).
_CAPITAL = {
    UnitKind.PART,
    UnitKind.CHAPTER,
    UnitKind.SECTION,
    UnitKind.SUBSECTION,
    UnitKind.ARTICLE,
    "appendix",
    "form",
    "form_table",
}


# Labels of steps that say where among its siblings a unit stands, until a text tells its own.
FIRST, LAST = "đầu", "cuối"


@dataclass(frozen=True, slots=True)
class Step:
    """One level of an address; ``kind`` is a UnitKind value, "appendix", "form" or "form_table"."""

    kind: str
    label: str

    @property
    def path(self) -> str:
        """The step as in a path: k2, đđ1, plI."""
        return PATH_PREFIX[self.kind] + self.label

    @property
    def words(self) -> str:
        """The step in words with the capital letter the rules ask for: khoản 2, Điều 5."""
        word = KIND_WORDS[self.kind]
        if self.kind in _CAPITAL:
            word = word[0].upper() + word[1:]
        return f"{word} {self.label}".strip()


@dataclass(frozen=True, slots=True)
class Address:
    """Where a provision stands; ``component`` is "", "qc" (the regulation a decision issues), "qc2"
    (a second one of the same decision).

    An empty tuple of steps is the whole component.
    """

    steps: tuple[Step, ...]
    component: str = ""

    @property
    def path(self) -> str:
        """The address as a path of the command line; "*" for the whole act."""
        inner = "/".join(step.path for step in self.steps) or "*"
        return f"{self.component}:{inner}" if self.component else inner

    @property
    def words(self) -> str:
        """The address in words, from the small to the large: điểm đ khoản 2 Điều 14a."""
        return " ".join(step.words for step in reversed(self.steps)) or "toàn văn bản"

    @property
    def top(self) -> Step:
        """The largest step; there must be one."""
        return self.steps[0]

    @property
    def own(self) -> Step:
        """The step of the provision itself, the smallest; there must be one."""
        return self.steps[-1]

    def child(self, kind: str, label: str) -> Address:
        """Give the address of a child."""
        return Address((*self.steps, Step(kind, label)), self.component)

    def label_of(self, kind: str) -> str | None:
        """Give the label of the step of a kind, or None."""
        return next((step.label for step in self.steps if step.kind == kind), None)


_WORD_KINDS = {word: kind for kind, word in KIND_WORDS.items() if kind != UnitKind.ITEM}
_WORDS = late(
    r"(?P<kind>tiểu mục|phụ lục|phần|chương|mục|điều|khoản|điểm|tiết|dieu|khoan|diem|chuong)"
    r"\s+(?P<label>thứ\s+\w+|[\w.]+)",
    re.IGNORECASE,
)
_PART_OF_UNIT = late(r"(?:đoạn|câu|ý|gạch|tên|tiêu đề|lời dẫn)\b", re.IGNORECASE)
_UNIT_KINDS = {str(kind) for kind in UnitKind}
_PLAIN = {"dieu": "điều", "khoan": "khoản", "diem": "điểm", "chuong": "chương"}


def parse_path(path: str) -> Address | None:
    """Give the address a path names, or None when it is none: "d5/k2/đa", "qc:d14a"."""
    component, _, inner = path.rpartition(":")
    steps = []
    for piece in inner.split("/"):
        if (
            " " in piece and "thứ " not in piece
        ):  # a part may be "thứ hai", no other label has words
            return None
        for prefix, kind in _PREFIXES:
            if piece.startswith(prefix) and (len(piece) > len(prefix) or kind == "appendix"):
                steps.append(Step(str(kind), piece[len(prefix) :]))
                break
        else:
            return None
    return Address(tuple(steps), component)


def stands_in(path: str, holder: str) -> bool:
    """Tell whether a path is that of a provision, or of something inside it: d5/k2 stands in d5 and in
    d5/k2, d51 does not stand in d5."""
    return f"{path}/".startswith(f"{holder}/")


def parse_address(text: str) -> Address | None:
    """Give the address of a path or of words ("điểm a khoản 2 Điều 5", "dieu 5"), or None: also where a
    part of a provision is named ("đoạn cuối khoản 2 Điều 1"), which has no address of its own."""
    text = text.strip()
    if _PART_OF_UNIT.match(text):
        return None
    found = list(_WORDS.finditer(text))
    if not found:
        return parse_path(text)
    steps = []
    for match in found:
        word = match["kind"].lower()
        kind = _WORD_KINDS[_PLAIN.get(word, word)]
        steps.append(Step(str(kind), match["label"]))
    if len(steps) > 1 and _rank(steps[0]) > _rank(steps[-1]):
        steps.reverse()
    return Address(tuple(steps))


def _rank(step: Step) -> int:
    return UnitKind(step.kind).depth if step.kind in _UNIT_KINDS else -1
