"""Text written for old Vietnamese fonts → Unicode, stretch by stretch, with an account of what was done.

In: the paragraphs of a file as pieces of raw text, each under an old font or none. Out: the same
pieces in Unicode. Nothing may be cleaned before: in TCVN3 ư is the soft hyphen and é is Ð. Text that
is Unicode already stays, also under a font named like an old one; without the name of an old font
text is converted only where its words are clear.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from quyche_app.domain.messages import message
from quyche_app.domain.patterns import late
from quyche_app.domain.sources import Finding, FontConversion
from quyche_app.domain.syllables import is_syllable
from quyche_app.reading.old_encodings import (
    OldEncoding,
    OldFont,
    unicode_letters,
)
from quyche_app.reading.old_evidence import Votes, Word, has_hint, told, trusted, votes_of, words_of

CONVERTED = "old_fonts"  # finding: what was converted, from which fonts, where
DOUBTFUL = "old_font_text"  # finding: a paragraph that may be in an old font and was left as it is
_MOST_DOUBTS = 50
_MOST_PLACES = 50
_LEAST_CAPITALS = 2
_PRIVATE = late("[\uf000-\uf0ff]")
_RULING_SHARE = 10  # a word or two of VNI read as TCVN3 make syllables by chance


class Piece(NamedTuple):
    """Raw text of one format, the old font it stands in, and whether it is a sign of a symbol font."""

    text: str
    font: OldFont | None = None
    is_sign: bool = False


class Converted(NamedTuple):
    """A paragraph in Unicode: its pieces' texts, the fonts it came from, what is left in doubt."""

    texts: tuple[str, ...]
    fonts: frozenset[OldFont] = frozenset()
    is_doubtful: bool = False

    def joined(self, other: Converted) -> Converted:
        """Give both as one: the words of a paragraph and its label."""
        return Converted(
            (*self.texts, *other.texts),
            self.fonts | other.fonts,
            self.is_doubtful or other.is_doubtful,
        )


class _Paragraph:
    """The words of one paragraph, under the font of their first letter beyond ASCII."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.text = "".join([piece.text for piece in pieces])
        self._fonts = [piece.font for piece in pieces]
        self._ends = list(accumulate(len(piece.text) for piece in pieces))
        self.has_capitals = any(font is not None and font.is_capital for font in self._fonts)
        self._owners: dict[int, OldFont | None] = {}  # by the beginning of a word
        self.named: dict[OldEncoding, list[Word]] = {}
        self.unnamed: list[Word] = []
        words = "".join([" " * len(one.text) if one.is_sign else one.text for one in pieces])
        for word in words_of(words):
            font = self._owners[word.start] = self._owner(word)
            if font is None:
                if not _PRIVATE.search(word.text):  # bullets of a symbol font
                    self.unnamed.append(word)
            else:
                self.named.setdefault(font.encoding, []).append(word.judged(font.encoding))

    def font_of(self, word: Word) -> OldFont | None:
        """Give the old font that a word stands in."""
        return self._owners[word.start]

    def _owner(self, word: Word) -> OldFont | None:
        """Plain letters are the same in every font, so a word may begin under another one."""
        if word.text.isascii() or len(self._fonts) == 1:
            return self.font_at(word.start)
        beyond = next((n for n in range(word.start, word.end) if self.text[n] > "\x7f"), word.start)
        return self.font_at(beyond)

    def font_at(self, place: int) -> OldFont | None:
        """Give the old font of a character."""
        return self._fonts[bisect_right(self._ends, place)]

    def judged(self, encoding: OldEncoding) -> list[Word]:
        """Give the words under no old font, as if written in an encoding."""
        return [word.judged(encoding) for word in self.unnamed]


class OldFontConverter:
    """Converts the paragraphs of one file.

    Args:
        paragraphs: all paragraphs of the file: where one is silent, the others speak.
    """

    def __init__(self, paragraphs: Sequence[Sequence[Piece]]) -> None:
        self._named = dict.fromkeys(OldEncoding, Votes())
        self._unnamed = dict.fromkeys(OldEncoding, Votes())
        # Votes of all words of a long file cost more than reading it: one must ask for them first.
        self._is_told = False
        for pieces in paragraphs:
            paragraph = _Paragraph(pieces)
            for encoding, words in paragraph.named.items():
                self._named[encoding] += votes_of(words)
            self._is_told = self._is_told or self._asks(paragraph)
        for pieces in paragraphs if self._is_told else ():
            paragraph = _Paragraph(pieces)
            for encoding in OldEncoding:
                self._unnamed[encoding] += votes_of(paragraph.judged(encoding))
        self._ruling = self._found_ruling()

    def _found_ruling(self) -> OldEncoding | None:
        """Give the encoding of all the file's text under no old font, where one rules by far."""
        first, second = sorted(OldEncoding, key=lambda one: -self._unnamed[one].old)
        rules = self._unnamed[first].old > _RULING_SHARE * self._unnamed[second].old
        return first if rules else None

    @property
    def is_clear(self) -> bool:
        """Whether the text under no old font is clearly in an old encoding."""
        return any(votes.is_clear for votes in self._unnamed.values())

    def _asks(self, paragraph: _Paragraph) -> bool:
        return has_hint(paragraph.text) and any(
            word.vote > 0 for encoding in OldEncoding for word in paragraph.judged(encoding)
        )

    def converted(self, pieces: Sequence[Piece]) -> Converted:
        """Give a paragraph in Unicode."""
        paragraph = _Paragraph(pieces)
        letters = list(paragraph.text)
        fonts: set[OldFont] = set()
        for encoding, words in paragraph.named.items():
            self._convert_named(paragraph, encoding, words, letters, fonts)
        is_doubtful = self._is_told and self._convert_unnamed(paragraph, letters, fonts)
        texts, start = [], 0
        for piece in pieces:
            texts.append("".join(letters[start : start + len(piece.text)]))
            start += len(piece.text)
        return Converted(tuple(texts), frozenset(fonts), is_doubtful)

    def label(self, text: str, font: OldFont | None = None) -> Converted:
        """Give the automatic number of a paragraph ("§iÒu 1.") in Unicode: one sure word is enough.

        Numbers have no words around them that could speak, and are written by few words only.
        """
        named = self.converted([Piece(text, font)]) if font else None
        if named is not None and named.fonts:
            return named
        paragraph = _Paragraph([Piece(text)])
        for encoding in OldEncoding if has_hint(text) else ():
            words = paragraph.judged(encoding)
            votes = votes_of(words)
            if votes.old and not votes.unicode:
                letters = list(text)
                _write([word for word in words if not word.is_fixed], encoding, paragraph, letters)
                return Converted(("".join(letters),), frozenset({OldFont("", encoding)}))
        return Converted((text,))

    def _convert_named(
        self,
        paragraph: _Paragraph,
        encoding: OldEncoding,
        words: list[Word],
        letters: list[str],
        fonts: set[OldFont],
    ) -> None:
        lean = votes_of(words).within(self._named[encoding])
        kept = []
        for is_weak in (False, True):
            own = [w for w in words if _is_weak(paragraph.font_of(w)) is is_weak]
            kept += trusted(own, lean, is_weak=is_weak)
        for word in _write(kept, encoding, paragraph, letters):
            font = paragraph.font_of(word)
            if font is not None:
                fonts.add(font)

    def _convert_unnamed(
        self, paragraph: _Paragraph, letters: list[str], fonts: set[OldFont]
    ) -> bool:
        """Convert what is clear by its letters; tell whether something is left in doubt."""
        if paragraph.text.isascii():
            return False
        encoding = self._ruling or max(OldEncoding, key=lambda one: self._rank(paragraph, one))
        words, is_left = told(paragraph.judged(encoding), self._unnamed[encoding])
        if _write(words, encoding, paragraph, letters):
            fonts.add(OldFont("", encoding))
        return is_left

    def _rank(self, paragraph: _Paragraph, encoding: OldEncoding) -> tuple[int, int]:
        own, everywhere = votes_of(paragraph.judged(encoding)), self._unnamed[encoding]
        return own.old - own.unicode, everywhere.old - everywhere.unicode


def _is_weak(font: OldFont | None) -> bool:
    return font is not None and font.is_weak


# -- writing ----------------------------------------------------------------------------------


def _write(
    words: list[Word], encoding: OldEncoding, paragraph: _Paragraph, letters: list[str]
) -> list[Word]:
    """Put words into Unicode; give those that changed."""
    words = sorted(words, key=lambda word: word.start)
    for word in words:
        letters[word.start : word.end] = unicode_letters(word.text, encoding)
        for place in range(word.start, word.end) if paragraph.has_capitals else ():
            font = paragraph.font_at(place)
            if font is not None and font.is_capital:
                letters[place] = letters[place].upper()
    if encoding is OldEncoding.TCVN3:
        _mend_capitals(words, paragraph, letters)
    return [word for word in words if "".join(letters[word.start : word.end]) != word.text]


def _mend_capitals(words: list[Word], paragraph: _Paragraph, letters: list[str]) -> None:
    """Write "QUYếT ĐịNH" in capitals: the plain fonts have no capitals with a tone mark.

    Source: TCVN 5712:1993, VN3; practice (capital words typed without changing to the font of
    capitals). A single capital with small letters, "Xã", is such a word only among words of capitals.
    """
    single = []
    for place, word in enumerate(words):
        written = letters[word.start : word.end]
        small = [n for n, letter in enumerate(written) if letter.islower()]
        if not small or any(word.text[n].isascii() for n in small):
            continue
        capitals = sum(letter.isupper() for letter in written)
        if capitals >= _LEAST_CAPITALS or (capitals == 1 and not written[0].isupper()):
            _raise(word, letters)  # "ủY" is no word of small letters
        elif capitals == 1:
            single.append(place)
    for places in (single, single[::-1]):  # "Và Xã HỘI": the last one tells of those before it
        for place in places:
            if _is_among_capitals(words, place, paragraph.text, letters):
                _raise(words[place], letters)


def _raise(word: Word, letters: list[str]) -> None:
    letters[word.start : word.end] = [letter.upper() for letter in letters[word.start : word.end]]


def _is_among_capitals(words: list[Word], place: int, text: str, letters: list[str]) -> bool:
    """All words beside this one are in capitals, and one is no abbreviation ("Bộ GTVT")."""
    beside = []
    if place and text[words[place - 1].end : words[place].start].isspace():
        beside.append(words[place - 1])
    if place + 1 < len(words) and text[words[place].end : words[place + 1].start].isspace():
        beside.append(words[place + 1])
    written = ["".join(letters[word.start : word.end]) for word in beside]
    return all(len(one) >= _LEAST_CAPITALS and one.isupper() for one in written) and any(
        is_syllable(one.lower()) for one in written
    )


# -- the account ------------------------------------------------------------------------------


class ConversionAccount:
    """What was converted in a file, paragraph by paragraph."""

    def __init__(self) -> None:
        self._lines: dict[OldFont, list[int]] = {}
        self._notes = dict.fromkeys(OldEncoding, 0)
        self._doubts: list[int] = []

    def add(self, line: int, converted: Converted) -> None:
        """Note what became of the paragraph (or table row) of a number; a number may come again."""
        for font in converted.fonts:
            lines = self._lines.setdefault(font._replace(is_weak=False), [])
            if lines[-1:] != [line]:
                lines.append(line)
        if converted.is_doubtful and self._doubts[-1:] != [line]:
            self._doubts.append(line)

    def add_note(self, converted: Converted) -> None:
        """Note what became of a paragraph of a footnote: notes have no numbers."""
        for font in converted.fonts:
            self._lines.setdefault(font._replace(is_weak=False), [])
        for encoding in {font.encoding for font in converted.fonts}:
            self._notes[encoding] += 1

    def conversions(self) -> tuple[FontConversion, ...]:
        """Give the conversions, one for each font, in the order of encodings and names."""
        return tuple(
            FontConversion(str(font.encoding), font.name, tuple(lines))
            for font, lines in sorted(
                self._lines.items(), key=lambda item: (item[0].encoding, item[0].name)
            )
        )

    def findings(self) -> tuple[Finding, ...]:
        """Say what was converted, and which paragraphs may be in an old font and were left."""
        found: list[Finding] = []
        for encoding in OldEncoding:
            own = {
                font.name: lines for font, lines in self._lines.items() if font.encoding == encoding
            }
            found += _said(encoding, own, self._notes[encoding])
        doubts = [Finding(_DOUBT, line) for line in self._doubts[:_MOST_DOUBTS]]
        more = len(self._doubts) - _MOST_DOUBTS
        if more > 0:
            doubts.append(
                Finding(
                    message(
                        DOUBTFUL,
                        "Còn {count} đoạn khác có thể viết bằng phông cũ, chưa chuyển sang Unicode.",
                        count=more,
                    )
                )
            )
        return (*found, *doubts)


_DOUBT = message(
    DOUBTFUL,
    "Đoạn có chữ có thể viết bằng phông cũ (TCVN3 hoặc VNI), chưa chuyển sang Unicode: hãy xem lại.",
)


def _said(
    encoding: OldEncoding, fonts: Mapping[str, Sequence[int]], note_count: int
) -> Iterator[Finding]:
    """Give the findings of one encoding: font → paragraph numbers; the name "" = told by the letters."""
    names = ", ".join(sorted(name for name in fonts if name))
    lines = sorted({line for name, own in fonts.items() if name for line in own})
    if lines:
        yield Finding(
            message(
                CONVERTED,
                "Đã chuyển phông cũ: {count} đoạn từ {encoding} ({fonts}), ở đoạn {places}.",
                count=len(lines),
                encoding=str(encoding),
                fonts=names,
                places=_places(lines),
            )
        )
    told_lines = fonts.get("", ())
    if told_lines:
        yield Finding(
            message(
                CONVERTED,
                "Đã chuyển phông cũ: {count} đoạn từ {encoding} nhận ra theo chữ "
                "(tệp không ghi tên phông), ở đoạn {places}.",
                count=len(told_lines),
                encoding=str(encoding),
                places=_places(told_lines),
            )
        )
    if note_count:
        yield Finding(
            message(
                CONVERTED,
                "Đã chuyển phông cũ: {count} đoạn chú thích từ {encoding}.",
                count=note_count,
                encoding=str(encoding),
            )
        )


def _places(lines: Sequence[int]) -> str:
    """Give paragraph numbers as people write them. Example: 1, 2, 3, 7 → "1–3, 7"."""
    ranges: list[list[int]] = []
    for line in lines:
        if ranges and line == ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    shown = [str(a) if a == b else f"{a}–{b}" for a, b in ranges[:_MOST_PLACES]]
    return ", ".join([*shown, "…"] if len(ranges) > _MOST_PLACES else shown)
