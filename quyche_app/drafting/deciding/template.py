"""The sentences of a decision, as data that an office edits (``resources/templates``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.dates import short_date
from quyche_app.domain.flow import component_lines, unit_lines
from quyche_app.domain.issuers import issuer_in_text
from quyche_app.domain.texts import DOUBLE_QUOTES, capital
from quyche_app.domain.units import Block, Cell, Mark, Paragraph, Table


@dataclass(frozen=True, slots=True)
class DecisionTemplate:
    """How a decision speaks; words in braces are filled in.

    Attributes:
        front, back, closing: lines of the head, of the foot, and one entry an article at the end.
        on_behalf: who signs for whom, where the issued text does not say it.
        container: opens the article on a text; ``alias``: what the text is called from there on.
        orders: a sentence for each sort of order.
    """

    front: tuple[str, ...]
    back: tuple[str, ...]
    closing: tuple[str, ...]
    on_behalf: str
    container: str
    alias: str
    phrases_title: str
    repeals_title: str
    appendices_title: str
    orders: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TextName:
    """What an amending decision calls a text.

    Attributes:
        full: "Quy chế làm việc … ban hành kèm theo Quyết định số 05-QĐ/TU, ngày …".
        short: "Quy chế".
    """

    full: str
    short: str


_REGULATIONS = ("Quy chế", "Quy định", "Điều lệ", "Nội quy", "Quy trình")
_ATTACHED = re.compile(r"\s*\(\s*(?:được\s+)?(?:ban hành\s+)?kèm theo.*$", re.IGNORECASE)


def name_of(act: Act, component: Component | None) -> TextName:
    """Give the name of a text, or of the component of it that is amended."""
    kind = act.kind or _own_kind(act)
    cited = _cited(act)
    if component is not None and component.kind is ComponentKind.REGULATION:
        return _name_of_attached(act, component, f"{kind}{cited}")
    number = f"{kind} số {act.number}" if act.number else kind
    if act.has_decision_and_regulation:
        # The name of the decision names what it issues; its own articles are meant.
        return TextName(f"{kind}{cited}", number)
    title = _title_with_kind(act, kind)
    return TextName(f"{title}{cited}", _short(kind, act.number, title))


def _cited(act: Act) -> str:
    """Number, day and issuer behind the name of an act."""
    number = f" số {act.number}" if act.number else ""
    comma = "," if "-" in act.number.split("/")[0] else ""
    day = f"{comma} ngày {short_date(act.issue_date)}" if act.issue_date else ""
    issuer = f" của {issuer_in_text(act.issuer)}" if act.issuer else ""
    return f"{number}{day}{issuer}"


def _name_of_attached(act: Act, component: Component, decision: str) -> TextName:
    """The regulation that a decision issues: "Quy chế làm việc … ban hành kèm theo Quyết định số …"."""
    attached = _ATTACHED.search(component.title)
    title = component.title[: attached.start() if attached else None].strip()
    name = _as_name(title, act) or "Quy chế"
    short = _regulation_in(name)
    if any(mark in name for mark in DOUBLE_QUOTES):
        name = short  # a quotation in a name would be taken for new wording
    if name.startswith(f"{short} "):
        # "QUY CHẾ" / "Làm việc của …" on two lines: its name begins small in a sentence.
        name = f"{short} {_small(name[len(short) + 1 :])}"
    if act.number or attached is None:
        return TextName(f"{name} ban hành kèm theo {decision}", short)
    # A head without a number: what the regulation itself says of the decision that issues it.
    said = attached[0].strip(" ()").removeprefix("Ban hành ").removeprefix("ban hành ")
    return TextName(f"{name} ban hành {_small(said)}", short)


def _title_with_kind(act: Act, kind: str) -> str:
    """The name of an act with its kind before it; the kind alone where it has no name."""
    title = _as_name(act.title, act)
    if act.title and not act.title.lower().startswith(kind.lower()):
        # "Quy chế làm việc": the name of a regulation begins small (HD 05).
        title = f"{kind} {_small(title) if kind in _REGULATIONS else title}"
    if act.number and any(mark in title for mark in DOUBLE_QUOTES):
        return kind  # a quotation in a name would be taken for new wording
    return title or kind


def _regulation_in(name: str) -> str:
    """The kind of regulation that a name begins with."""
    return next((w for w in _REGULATIONS if name.lower().startswith(w.lower())), "Quy chế")


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _own_kind(act: Act) -> str:
    """What a text without a head calls itself most often: "Luật này" → "Luật"."""
    lines = [line for component in act.components for line in component_lines(component)]
    counts = Counter(_ITSELF.findall("\n".join(lines)))
    return counts.most_common(1)[0][0] if counts else "Quy chế"


_ITSELF = re.compile(
    r"\b(Quy chế|Quy định|Quyết định|Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Điều lệ) này\b"
)


def _short(kind: str, number: str, title: str) -> str:
    """A regulation is called so in short; another text by its number, or by its name."""
    for name in _REGULATIONS:
        if kind.lower() == name.lower() or title.lower().startswith(name.lower()):
            return name
    return f"{kind} số {number}" if number else title


def _as_name(title: str, act: Act) -> str:
    """A title in capitals, or one that begins with capitals ("QUY CHẾ làm việc"), as a sentence has
    it; what it names is written as the text itself writes it."""
    words = title.split()
    large = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
    if large == len(words) or large > 1 or (large == 1 and len(words[0]) > 1):
        words[:large] = [word.lower() for word in words[:large]]
    text = " ".join(words)
    if not any(word[:1].isupper() for word in words[1:]):
        text = as_written_inside(
            text, (unit_lines(unit) for c in act.components for unit in c.units)
        )
    return capital(text)


_MOST_WORDS = 9
_ENOUGH = 40


def as_written_inside(title: str, lines: Iterable[Iterable[str]]) -> str:
    """Give a title without capitals with those that a text gives the same words: "ủy ban nhân dân
    xã" is "Ủy ban nhân dân xã" where it mostly stands so.

    Args:
        lines: the lines of the text, in groups.
    """
    body = " ".join(line for group in lines for line in group)
    lower = body.lower()
    if len(lower) != len(body):
        return title
    words, out = title.split(), []
    while words:
        length, spelt = next(
            (
                (n, found)
                for n in range(min(_MOST_WORDS, len(words)), 1, -1)
                if (found := _common_spelling(" ".join(words[:n]).lower(), body, lower))
            ),
            (1, words[0]),
        )
        out.append(spelt)
        words = words[length:]
    return " ".join(out)


def _common_spelling(words: str, body: str, lower: str) -> str:
    """How words are mostly spelt inside sentences; "" where they do not stand there."""
    counts: Counter[str] = Counter()
    at = lower.find(words)
    while at >= 0 and counts.total() < _ENOUGH:
        end = at + len(words)
        is_inside = body[at - 1 : at] == " " and body[at - 2] not in ".!?:–-+"
        if is_inside and not body[end : end + 1].isalnum():
            counts[body[at:end]] += 1
        at = lower.find(words, end)
    return counts.most_common(1)[0][0] if counts else ""


def filled(lines: Sequence[str], values: Mapping[str, str]) -> list[str]:
    """Give lines with their words in braces filled in; an unknown one stays as it is."""
    return [_BRACES.sub(lambda m: values.get(m[1], m[0]), line) for line in lines]


def template_blocks(lines: Sequence[str], *, centred: bool) -> tuple[Block, ...]:
    """Give the head or the foot of a decision: lines with " | " are rows of a table of two columns,
    "^" centres a line, <b>, <i>, <u> mark words.

    Args:
        lines: with their words in braces filled in.
        centred: both columns are centred (a head); else the right one alone (a foot).
    """
    blocks: list[Block] = []
    rows: list[tuple[Cell, ...]] = []
    for line in lines:
        if " | " in line:
            left, right = line.split(" | ", 1)
            rows.append(
                (
                    Cell((_marked(left, "center" if centred else ""),)),
                    Cell((_marked(right, "center"),)),
                )
            )
            continue
        if rows:
            blocks.append(Table(tuple(rows)))
            rows = []
        blocks.append(_marked(line.removeprefix("^"), "center" if line.startswith("^") else ""))
    return (*blocks, Table(tuple(rows))) if rows else tuple(blocks)


def _marked(line: str, align: str) -> Paragraph:
    """Take the tags out of a line and give them as marks."""
    line = line.strip()
    text, marks, at = "", [], 0
    opened: dict[str, int] = {}
    for tag in _TAGS.finditer(line):
        text += line[at : tag.start()]
        at = tag.end()
        if not tag["end"]:
            opened[tag["kind"]] = len(text)
        elif tag["kind"] in opened:
            marks.append(Mark(opened.pop(tag["kind"]), len(text), tag["kind"]))
    text += line[at:]
    return Paragraph(
        text, tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind))), align
    )


_TAGS = re.compile(r"<(?P<end>/?)(?P<kind>[biu])>")
_BRACES = re.compile(r"\{(\w+)\}")
