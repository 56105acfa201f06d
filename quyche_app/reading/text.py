"""A text file → its paragraphs, one a line.

In: bytes. Out: ``SourceText`` whose paragraph numbers are the line numbers of the file, empty lines
counted (as the measure of amendments counts them) but not given. UTF-8, UTF-16 with its mark, and
CP1258 or UTF-7 where the result is plainly Vietnamese. Text written for old Vietnamese fonts (TCVN3, VNI), in
bytes or pasted into UTF-8, is put into Unicode where that is clear. Anything else is refused rather
than guessed.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

from quyche_app.domain.change_tables import cells_of, heads_table
from quyche_app.domain.messages import message
from quyche_app.domain.patterns import late
from quyche_app.domain.sources import Finding, SourceParagraph, SourceText
from quyche_app.domain.texts import CAPITALS, SMALL_LETTERS, clean, is_clean
from quyche_app.domain.units import Paragraph
from quyche_app.reading.composition import may_have_pieces, words_in_pieces
from quyche_app.reading.old_evidence import VIETNAMESE, has_hint
from quyche_app.reading.old_fonts import DOUBTFUL, ConversionAccount, OldFontConverter, Piece
from quyche_app.reading.refusals import MAX_TEXT_BYTES, MAX_TEXT_LINES, refusal
from quyche_app.reading.text_columns import STROKE, with_columns

_CONTROL = late(r"[\x00-\x08\x0e-\x1b\x7f]")
_CONTROL_SHARE = (
    50  # at most one control character in so many; strays of old conversions are dropped
)
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # of str.splitlines
_LEAST_MARKED = 3
_SHIFTED = re.compile(rb"\+[A-Za-z0-9/]{3,}")
MAX_OLD_LETTERS = 8_000_000  # some 3,000 pages; weighing the words of more takes minutes
_TOO_LONG = Finding(
    message(
        DOUBTFUL,
        "Tệp quá dài để xét phông cũ (TCVN3 hoặc VNI): nếu có, chữ chưa được chuyển sang Unicode.",
    )
)
# What else stands in Vietnamese office texts beside ASCII and Vietnamese letters.
_PUNCTUATION = frozenset("\u00a0“”‘’„«»–—…•·°§×÷±²³½¼¾€©®")
# What nearly every text has alone: one look instead of one for each sort of trouble.
_UNUSUAL = late(f"[^\r\n -~“”‘’–…\u0300-\u036f{SMALL_LETTERS}{CAPITALS}]")
_VIETNAMESE = VIETNAMESE | {letter.upper() for letter in VIETNAMESE}


def read_text(name: str, data: bytes) -> SourceText:
    """Give the paragraphs of a text file.

    Raises:
        ReadingError: QC-R018 no encoding fits; QC-R009 it is no text; QC-R021 too long.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise refusal("QC-R021", name)
    text = _decoded(name, data)
    if sum(map(text.count, _LINE_ENDS)) > MAX_TEXT_LINES:
        raise refusal("QC-R021", name)
    lines = text.splitlines()
    in_pieces = words_in_pieces(lines) if may_have_pieces(data) else {}
    if not _UNUSUAL.search(text):
        return SourceText(name, "text", _numbered(lines, is_plain=True), in_pieces=in_pieces)
    if _CONTROL.search(text) and (
        "\0" in text or len(_CONTROL.findall(text)) * _CONTROL_SHARE > len(text)
    ):
        raise refusal("QC-R009", name, "control characters")
    account = ConversionAccount()
    if has_hint(text):
        if len(text) > MAX_OLD_LETTERS:
            return SourceText(
                name, "text", _numbered(lines), findings=(_TOO_LONG,), in_pieces=in_pieces
            )
        lines = _in_unicode(lines, account)
    return SourceText(
        name,
        "text",
        _numbered(lines),
        findings=account.findings(),
        conversions=account.conversions(),
        in_pieces=in_pieces,
    )


def _numbered(lines: list[str], *, is_plain: bool = False) -> tuple[SourceParagraph, ...]:
    """Give the lines that say something; ``is_plain``: nothing but spaces is to be cleaned."""
    lines = _with_strokes(lines)
    # Line by line: one word in pieces would send the whole text through the slow way.
    lines = [line if is_normalized("NFC", line) else normalize("NFC", line) for line in lines]
    whole = "".join(lines)
    # Asked once for all: most files have nothing else to clean.
    if "  " not in whole if is_plain else is_clean(whole):
        cleaned = [line.strip(" ") for line in lines]
    else:
        cleaned = [clean(line) for line in lines]
    numbered = tuple(
        [SourceParagraph(number, Paragraph(line)) for number, line in enumerate(cleaned, 1) if line]
    )
    return with_columns(numbered) if STROKE in whole else numbered


def _with_strokes(lines: list[str]) -> list[str]:
    """Give the lines with strokes for tabs in a table of changes: cells are lost where tabs become blanks."""
    made, count = list(lines), 0
    for number, line in enumerate(lines):
        if "\t" not in line:
            count = 0
            continue
        cells = cells_of(line)
        if heads_table(cells):
            count = len(cells)
        if count and len(cells) == count:
            made[number] = " | ".join(cells)
    return made


def _in_unicode(lines: list[str], account: ConversionAccount) -> list[str]:
    """Give the lines with text of old fonts converted; no line of a text file names its font."""
    converter = OldFontConverter([[Piece(line)] for line in lines])
    out = []
    for number, line in enumerate(lines, 1):
        converted = converter.converted([Piece(line)])
        account.add(number, converted)
        out.append(converted.texts[0])
    return out


def _decoded(name: str, data: bytes) -> str:
    encoding = "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    try:
        return _from_utf7(data) or data.decode(encoding)
    except UnicodeDecodeError as cause:
        text = None if encoding == "utf-16" else _from_cp1258(data) or _from_old_font(data)
        if text is None:
            raise refusal("QC-R018", name, str(cause)) from cause
        return text


def _from_utf7(data: bytes) -> str | None:
    """Decode the form of old mail (RFC 2152: "+HqE-" is "ạ"), or give None where it is not plainly that.

    Such a file is ASCII, so that nothing else tells it from a text without marks.
    """
    if not data.isascii() or len(_SHIFTED.findall(data)) < _LEAST_MARKED:
        return None
    try:
        text = normalize("NFC", data.decode("utf-7"))
    except UnicodeDecodeError:
        return None
    return text if _is_plain(text) else None


def _from_cp1258(data: bytes) -> str | None:
    """Decode the old Windows encoding of Vietnamese, or give None where that is not plain.

    Every letter beyond ASCII must be Vietnamese: TCVN3 and VNI texts are not (docs/field.md 9).
    """
    try:
        text = normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    return text if _is_plain(text) else None


def _is_plain(text: str) -> bool:
    beyond = [char for char in text if char > "\x7f" and char not in _PUNCTUATION]
    return len(beyond) >= _LEAST_MARKED and _VIETNAMESE.issuperset(beyond)


def _from_old_font(data: bytes) -> str | None:
    """Give the characters of a text in TCVN3 or VNI, or None where it is not clearly one.

    Its letters are bytes from 0xA1 on, and Windows adds its quotation marks and dashes (CP1252).
    """
    if len(data) > MAX_OLD_LETTERS:
        return None
    text = data.decode("cp1252", errors="replace")
    is_clear = "\ufffd" not in text and OldFontConverter([[Piece(text)]]).is_clear
    return text if is_clear else None
