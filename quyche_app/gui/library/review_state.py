"""What the review of an import shows: source paragraphs, the reading, doubts, facts. Plain Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from quyche_app.domain.acts import Act
from quyche_app.domain.dates import find_dates, short_date
from quyche_app.domain.sources import AccountEntry, SourceParagraph, doubtful_lines
from quyche_app.domain.sources import Role as SourceRole
from quyche_app.domain.texts import capital
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph, UnitKind, block_lines, walk
from quyche_app.languages import tr
from quyche_app.services.import_file import Correction, FileRead, role_of
from quyche_app.services.views import Role

UNDERSTOOD, DOUBTFUL, ASIDE = "understood", "doubtful", "aside"
CONVERTED = "old_fonts"  # findings that name a conversion
STATE_WORDS = {UNDERSTOOD: "đã hiểu", DOUBTFUL: "cần xem", ASIDE: "để riêng"}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One paragraph of the file.

    Attributes:
        unit_id: what it became part of.
        place: where that is, in words.
    """

    number: int
    text: str
    state: str
    unit_id: str
    place: str
    doubt: str


@dataclass
class ReviewState:
    """A file that was read and is not stored yet."""

    read: FileRead
    first: FileRead
    act: Act
    role: Role
    corrections: dict[int, Correction] = field(default_factory=dict)
    settled: frozenset[int] = frozenset()  # doubts that a person looked at
    chosen: int = 0  # paragraph number

    @classmethod
    def of(cls, read: FileRead) -> ReviewState:
        """Begin a review."""
        return cls(read, read, read.text.act, role_of(read.text.act))

    def take(self, read: FileRead) -> None:
        """Show another reading of the same file; facts that a person wrote stay."""
        old, now = self.act, read.text.act
        self.read = read
        self.act = replace(
            now,
            number=old.number,
            issuer=old.issuer,
            issue_date=old.issue_date,
            effect_date=old.effect_date,
        )

    def lines(self) -> list[SourceLine]:
        """Give every paragraph of the file, in its order."""
        words = {p.unit.id: p.address.words for p in TreeIndex(self.read.text.act)}
        texts, doubts = self._texts(), self._doubts()
        found = []
        for entry in self.read.text.account:
            doubt = doubts.get(entry.line, "" if entry.doubt is None else tr(entry.doubt))
            place = self._place(entry, words.get(entry.owner_id, ""))
            found.append(
                SourceLine(
                    entry.line,
                    texts.get(entry.line, ""),
                    self._state(entry, doubt),
                    entry.owner_id,
                    capital(place),
                    doubt,
                )
            )
        return found

    def _state(self, entry: AccountEntry, doubt: str) -> str:
        if entry.role is SourceRole.ASIDE:
            return ASIDE
        return DOUBTFUL if doubt and entry.line not in self.settled else UNDERSTOOD

    def _place(self, entry: AccountEntry, address: str) -> str:
        """Say where a paragraph went, "" for nowhere in particular."""
        if self.corrections.get(entry.line) is Correction.JOINED:
            if not address:
                return tr("liền với đoạn trước")
            return tr("liền với đoạn trước, {place}", place=address)
        if address:
            return address
        match entry.role:
            case SourceRole.FRONT:
                return tr("phần đầu")
            case SourceRole.BACK:
                return tr("phần cuối")
            case _:
                return ""

    def _doubts(self) -> dict[int, str]:
        text = self.read.text
        return {
            line: tr(doubt) for line, doubt in doubtful_lines(text.account, text.findings).items()
        }

    def _texts(self) -> dict[int, str]:
        """The words of every paragraph; rows of a table are paragraphs of their own."""
        texts: dict[int, str] = {}
        for paragraph in self._paragraphs():
            lines = block_lines(paragraph.block) or [""]
            if paragraph.line_count == 1:
                texts[paragraph.number] = " ".join(lines)
            else:
                texts |= {paragraph.number + n: line for n, line in enumerate(lines)}
        return texts

    def _paragraphs(self) -> tuple[SourceParagraph, ...]:
        """All of the file's, those set aside too: the first reading had them."""
        return self.first.text.source.paragraphs

    def account_words(self) -> tuple[str, str]:
        """Say that every paragraph has a place, with numbers that add up."""
        account = self.read.text.account
        aside = sum(entry.role is SourceRole.ASIDE for entry in account)
        ends = sum(entry.role in (SourceRole.FRONT, SourceRole.BACK) for entry in account)
        inside = len(account) - aside - ends
        parts = [
            tr("{count} đoạn vào cây", count=inside),
            tr("{count} đoạn phần đầu, phần cuối", count=ends),
        ]
        if aside:
            parts.append(tr("{count} đoạn để riêng", count=aside))
        return tr("{count} đoạn đều có chỗ", count=len(account)), " · ".join(parts)

    def can_join(self, number: int) -> bool:
        """Whether a paragraph could go on with the one before: both are words, not tables."""
        by_number = {p.number: p for p in self._paragraphs()}
        before = max((n for n in by_number if n < number), default=0)
        return (
            all(
                isinstance(by_number[n].block, Paragraph)
                for n in (before, number)
                if n in by_number
            )
            and before in by_number
            and number in by_number
        )

    def place_of(self, fact: str) -> int:
        """Give the paragraph that a fact of the text was read from, 0 when it is not found.

        Args:
            fact: "number", "issuer", "issued" or "effect".
        """
        act = self.read.text.act
        texts = self._texts()
        match fact:
            case "number" if act.number:
                return _first(texts, lambda words: act.number in words.replace(" ", ""))
            case "issuer" if act.issuer:
                return _first(texts, lambda words: act.issuer.upper() in words.upper())
            case "issued" if act.issue_date is not None:
                return _first(
                    texts, lambda words: act.issue_date in [d for _, d in find_dates(words)]
                )
            case "effect" if act.effect_date is not None:
                return self._place_of_effect(texts, act.effect_date)
            case _:
                return 0

    def _place_of_effect(self, texts: Mapping[int, str], day: date) -> int:
        said = {n: words for n, words in texts.items() if "hiệu lực" in words}
        named = _first(said, lambda words: day in [d for _, d in find_dates(words)])
        at_signing = _first(said, lambda words: "ngày ký" in words)
        return named or at_signing or self.place_of("issued")

    def font_words(self) -> str:
        """Say which old fonts were turned into Unicode, "" for none."""
        return " ".join(
            tr(finding.said) for finding in self.read.text.findings if finding.name == CONVERTED
        )

    def doubts(self) -> list[SourceLine]:
        """Give the paragraphs that a person should look at."""
        return [line for line in self.lines() if line.state == DOUBTFUL]

    @property
    def article_count(self) -> int:
        """How many articles the text has, as the library counts them: those of the regulation."""
        return sum(u.kind is UnitKind.ARTICLE for u in walk(self.read.text.act.main.units))

    def store_words(self) -> str:
        """What the button says."""
        left = len(self.doubts())
        return tr("Ghi vào kho, còn {count} chỗ cần xem", count=left) if left else tr("Ghi vào kho")


def _first(texts: Mapping[int, str], holds: Callable[[str], bool]) -> int:
    return next((number for number in sorted(texts) if holds(texts[number])), 0)


def day_field(day: date | None) -> str:
    """Give a day for a field, "" for none."""
    return short_date(day) if day is not None else ""
