"""The search index: every wording of the workspace by its syllables without marks.

A file of its own (SQLite FTS5) beside the workspace, or in the user's folder for a shared one. It is
derived: it catches up with what was recorded since, may be deleted at any time, and takes nothing
from the speed of writing. unicode61 folds ữ but not đ, so we fold (docs/libraries.md 7).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.domain.texts import search_key, syllable_key, tokens
from quyche_app.storage import tables

FILE_NAME = "tim-kiem.db"
_FORM = "3"
_RANKED = (
    4000  # more matches than these are told in the order of recording: ranking them takes longer
)
_MAKE = """
CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(
    folded, toned, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0");
CREATE TABLE place(line INT, unit INT, recording INT, valid_from INT, content INT, until INT,
                   is_newest INT, PRIMARY KEY(line, unit, recording, valid_from)) WITHOUT ROWID;
CREATE INDEX place_content ON place(content);
"""
_NEWEST_OF = """
UPDATE place SET
    until = (SELECT min(o.valid_from) FROM place o WHERE o.line = place.line AND o.unit = place.unit
             AND o.recording = place.recording AND o.valid_from > place.valid_from),
    is_newest = recording = (SELECT max(o.recording) FROM place o
                             WHERE o.line = place.line AND o.unit = place.unit)
WHERE (line, unit) IN (SELECT line, unit FROM place WHERE recording > ?)
"""
_IN_FORCE = "p.is_newest AND p.valid_from <= :day AND (p.until IS NULL OR p.until > :day)"
_FIND = """
SELECT p.content, p.line, p.unit, p.recording, p.valid_from, p.until, {force}
FROM words JOIN place p ON p.content = words.rowid
WHERE words MATCH :asked AND (:past OR {force}) ORDER BY 7 DESC, {order} LIMIT :most
"""
_COUNT = """
SELECT count(*), count(DISTINCT p.line) FROM words JOIN place p ON p.content = words.rowid
WHERE words MATCH :asked AND (:past OR {force})
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A wording that holds the words.

    Attributes:
        until: the day before which it counts, None = until further notice.
        is_current: in force on the day asked for, by the newest recording of its line.
    """

    content: int
    line: int
    unit: int
    recording: int
    valid_from: int
    until: int | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """What a search found: the best ones, and how many there are in how many lines."""

    best: tuple[Found, ...]
    count: int
    line_count: int


class SearchIndex:
    """The index of one workspace.

    Args:
        path: its file; None = in memory, for a place that cannot be written.
    """

    def __init__(self, path: Path | None) -> None:
        self._connection = _opened(path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _take_places(self, source: Connection, recorded: int) -> None:
        """Take in where words stand, of the recordings behind one."""
        wording = tables.wording.c
        places = select(
            wording.line, wording.unit, wording.recording, wording.valid_from, wording.content
        ).where(wording.recording > recorded)
        self._connection.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, NULL, 0)",
            (tuple(row) for row in source.execute(places)),
        )

    def catch_up(
        self,
        source: Connection,
        text_of: Callable[[str], str],
        told: Callable[[int, int], object] = lambda done, total: None,
    ) -> None:
        """Take in what was recorded since the last time.

        Args:
            text_of: stored words → the text that they print.
            told: called with how many wordings are in and how many there are; it may raise to stop.
        """
        uuid = source.execute(select(tables.workspace.c.uuid)).scalar_one()
        content = tables.content.c
        last = source.execute(select(func.max(content.id))).scalar() or 0
        newest = source.execute(select(func.max(tables.recording.c.number))).scalar() or 0
        # Another workspace in the same place, or this one put back from a copy.
        if self._fact("workspace") not in ("", uuid) or int(self._fact("recording") or 0) > newest:
            self._empty()
        done = int(self._fact("content") or 0)
        recorded = int(self._fact("recording") or 0)
        if done >= last and recorded >= newest:
            return
        with self._connection:
            query = select(content.id, content.words).where(content.id > done).order_by(content.id)
            for number, words in source.execute(query):
                text = text_of(words)
                self._connection.execute(
                    "INSERT INTO words(rowid, folded, toned) VALUES (?, ?, ?)",
                    (number, _all(text, folded), _all(text, toned)),
                )
                told(number, last)
            self._take_places(source, recorded)
            self._connection.execute(_NEWEST_OF, (recorded,))
            for name, value in (("workspace", uuid), ("content", last), ("recording", newest)):
                self._connection.execute("REPLACE INTO fact VALUES (?, ?)", (name, str(value)))

    def find(
        self,
        words: str,
        *,
        day: int,
        with_marks: bool = False,
        as_phrase: bool = False,
        with_past: bool = False,
        most: int = 200,
    ) -> Matches:
        """Give the wordings that hold every syllable, those in force first, then the best.

        A syllable typed without marks is looked for without marks, unless ``with_marks``.

        Args:
            day: ordinal.
            as_phrase: in a row; where some syllables are typed with marks and others without, the
                caller looks at the words again.
        """
        asked = _query(words, with_marks=with_marks, as_phrase=as_phrase)
        if not asked:
            return Matches((), 0, 0)
        values = {"asked": asked, "day": day, "past": with_past, "most": most}
        count, lines = self._connection.execute(_COUNT.format(force=_IN_FORCE), values).fetchone()
        order = "words.rank" if count <= _RANKED else "p.line, p.unit"
        rows = self._connection.execute(_FIND.format(force=_IN_FORCE, order=order), values)
        best = tuple(Found(c, n, u, r, v, e, bool(now)) for c, n, u, r, v, e, now in rows)
        return Matches(best, count, lines)

    def _fact(self, name: str) -> str:
        row = self._connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return "" if row is None else str(row[0])

    def _empty(self) -> None:
        with self._connection:
            self._connection.execute("INSERT INTO words(words) VALUES ('delete-all')")
            self._connection.execute("DELETE FROM place")
            self._connection.execute("DELETE FROM fact WHERE name <> 'form'")


_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}


def folded(token: str) -> str:
    """Give a syllable or number without marks."""
    return search_key(token)


def toned(token: str) -> str:
    """Give a syllable with its tone as a digit behind it, so that hoà = hòa."""
    key = syllable_key(token.lower())
    tone = _TONES.get(key[-1:], "")
    return key[:-1] + tone if tone else key


def _all(text: str, key: Callable[[str], str]) -> str:
    return " ".join(key(token) for token in tokens(text) if token[0].isalnum())


def _query(words: str, *, with_marks: bool, as_phrase: bool) -> str:
    """The question to the index: every syllable in its column, or all in a row."""
    typed = [token for token in tokens(words) if token[0].isalnum()]
    exact = [with_marks or folded(token) != token.lower() for token in typed]
    if as_phrase and typed and len(set(exact)) == 1:
        column, key = _COLUMNS[exact[0]]
        return f'{column} : "{" ".join(key(token) for token in typed)}"'
    asked = [(_COLUMNS[is_exact], token) for token, is_exact in zip(typed, exact, strict=True)]
    return " AND ".join(f'{column} : "{key(token)}"' for (column, key), token in asked)


# The column of the index, and what makes its words: without marks, with them.
_COLUMNS = {False: ("folded", folded), True: ("toned", toned)}


def _opened(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _with_form(_connect(str(path)))
        except (sqlite3.Error, OSError):
            # Damaged, of another form or not to be written: derived data is made anew.
            try:
                path.unlink(missing_ok=True)
                return _with_form(_connect(str(path)))
            except (sqlite3.Error, OSError):
                pass
    return _with_form(_connect(":memory:"))


def _connect(where: str) -> sqlite3.Connection:
    try:
        return sqlite3.connect(where, check_same_thread=False, timeout=10)
    except sqlite3.Error as cause:
        raise StorageError(
            message("QC-S070", "Không mở được chỉ mục tìm kiếm."), detail=str(cause)
        ) from cause


def _with_form(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        with closing(connection.execute("SELECT value FROM fact WHERE name = 'form'")) as rows:
            form = rows.fetchone()
    except sqlite3.OperationalError:
        form = None
    if form is None:
        connection.executescript(_MAKE)
        connection.execute("INSERT INTO fact VALUES ('form', ?)", (_FORM,))
        connection.commit()
    elif form[0] != _FORM:
        connection.close()
        raise sqlite3.DatabaseError("another form")
    return connection
