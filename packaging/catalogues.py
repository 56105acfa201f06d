"""The catalogues of translations: what the code says goes into the .po files, these into the .mo files.

    python3 packaging/dev.py sentences

A translator edits ``resources/translations/<language>/LC_MESSAGES/quyche.po`` with any editor for
gettext. The Vietnamese one is empty: a sentence is said as it is written, unless an office words it
otherwise there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from sentences import METHODS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("vi", "en")
_NAME = "quyche"
# A fixed day in the heads of the files: the same sentences give the same bytes.
_MADE = datetime(2026, 1, 1, tzinfo=UTC)


def po_file(language: str) -> Path:
    """Give the file that translators edit."""
    return FOLDER / language / "LC_MESSAGES" / f"{_NAME}.po"


def said(root: Path = ROOT) -> Catalog:
    """Give every sentence of the program, with its places."""
    found = _empty(None)
    package = root / "quyche_app"
    for name, _, words, comments, _ in extract_from_dir(package, METHODS):
        found.add(words, None, [(f"quyche_app/{name}", 0)], auto_comments=comments)
    return found


def _empty(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        header_comment="# Quy Chế: sentences of the program (docs/window.md 8.4).",
        project="Quy Chế",
        version="1",
        msgid_bugs_address="-",
        last_translator="Quy Chế",
        language_team="Quy Chế",
        charset="utf-8",
        creation_date=_MADE,
        revision_date=_MADE,
        fuzzy=False,
    )


def read(language: str) -> Catalog:
    """Give the catalogue of a language as it is kept."""
    file = po_file(language)
    if not file.exists():
        return _empty(language)
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def updated(language: str, sentences: Catalog) -> bytes:
    """Give the .po file of a language with the sentences of now: new ones have no words yet, those that
    nobody says any more are gone. Nothing is guessed from likeness."""
    kept = read(language)
    kept.update(sentences, no_fuzzy_matching=True, update_creation_date=False)
    kept.creation_date = kept.revision_date = _MADE
    out = BytesIO()
    write_po(out, kept, width=100, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return out.getvalue()


def compiled(language: str) -> bytes | None:
    """Give the .mo file of a language; None while nothing is worded otherwise than in the code."""
    kept = read(language)
    if not any(_words(each.string) for each in kept if each.id):
        return None
    out = BytesIO()
    write_mo(out, kept)
    return out.getvalue()


def missing(language: str) -> Iterable[str]:
    """Give the sentences that a language has no words for."""
    for each in read(language):
        if each.id and not _words(each.string):
            yield each.id if isinstance(each.id, str) else each.id[0]


def _words(string: str | Iterable[str]) -> str:
    return string if isinstance(string, str) else "".join(string)


def main() -> int:
    """Write the catalogues anew, and name what has no English yet."""
    sentences = said()
    for language in LANGUAGES:
        file = po_file(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(updated(language, sentences))
        made = compiled(language)
        if made is None:
            file.with_suffix(".mo").unlink(missing_ok=True)
        else:
            file.with_suffix(".mo").write_bytes(made)
    unsaid = list(missing("en"))
    for words in unsaid:
        print(f"chưa có tiếng Anh: {words}", file=sys.stderr)
    return 1 if unsaid else 0


if __name__ == "__main__":
    sys.exit(main())
