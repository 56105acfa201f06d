"""Finding words in every wording of the workspace, with or without tone marks.

Typed without marks, words find marked ones; a syllable typed with marks is found as typed; the two
places of a tone mark (hoà, hòa) are one. Source: docs/window.md 5.1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection

from quyche_app.domain.dates import short_date
from quyche_app.domain.encoding import is_component
from quyche_app.domain.messages import Message, message
from quyche_app.domain.texts import search_key, syllable_key, tokens
from quyche_app.services.ancestry import Ancestry, own_text
from quyche_app.services.library import rows_of
from quyche_app.services.progress import Progress
from quyche_app.services.text_as_at import day_asked
from quyche_app.services.views import DocumentRow, Role, SearchHit, SearchResult, Status
from quyche_app.services.workspace import Workspace
from quyche_app.storage.documents import Entry, entries
from quyche_app.storage.recordings import StoredSpan, spans_of_numbers
from quyche_app.storage.search import FILE_NAME, Found, Matches, SearchIndex
from quyche_app.storage.tables import FROM_FIRST_DAY, NO_DAY

_SHOWN = 60  # places that are told one by one; the others are counted


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """How to search.

    Attributes:
        with_marks: "hang" does not find "hằng".
        as_phrase: the words stand together in this order.
        with_past: wordings that are no longer in force, too.
    """

    with_marks: bool = False
    as_phrase: bool = False
    with_past: bool = False


def search(
    ws: Workspace,
    words: str,
    *,
    as_at: date | str | None = None,
    options: SearchOptions | None = None,
    progress: Progress | None = None,
) -> SearchResult:
    """Give every provision that says the words on a day.

    Args:
        as_at: a day, its text, or "issued"; None = today.

    Raises:
        StorageError: no such day, or the workspace cannot be read.
    """
    how = options or SearchOptions()
    with ws.reading() as connection:
        index = _index(ws)
        try:
            index.catch_up(connection, own_text, _told(progress))
            day = day_asked(as_at)
            matches = index.find(
                words,
                day=FROM_FIRST_DAY if day is None else day.toordinal(),
                with_marks=how.with_marks,
                as_phrase=how.as_phrase,
                with_past=how.with_past,
                most=_SHOWN,
            )
        finally:
            index.close()
        return _result(connection, words, how, day, matches)


def _told(progress: Progress | None):  # type: ignore[no-untyped-def]
    def tell(done: int, total: int) -> None:
        if progress is not None and done % 500 == 0:
            progress.step(done, total, message("progress.indexing", "Đang lập chỉ mục tìm kiếm"))

    return tell


def _index(ws: Workspace) -> SearchIndex:
    place = Path(ws.place)
    if place.is_dir():
        return SearchIndex(place / FILE_NAME)
    from hashlib import sha256

    from platformdirs import user_cache_path

    name = sha256(ws.place.encode()).hexdigest()[:16]
    return SearchIndex(user_cache_path("quyche", appauthor=False) / f"{name}-{FILE_NAME}")


def _result(
    connection: Connection, words: str, how: SearchOptions, day: date | None, matches: Matches
) -> SearchResult:
    lines = {entry.line: entry for entry in entries(connection)}
    wanted = dict.fromkeys(found.line for found in matches.best)
    rows = {row.id: row for row in rows_of(connection, [lines[line] for line in wanted])}
    asked = _asked(words, with_marks=how.with_marks)
    hits: list[SearchHit] = []
    for line in wanted:
        own = [found for found in matches.best if found.line == line]
        hits += _hits(connection, lines[line], rows[lines[line].uuid], own, asked, how)
    order = {(f.line, f.unit, f.recording, f.valid_from): n for n, f in enumerate(matches.best)}
    hits.sort(
        key=lambda hit: (
            not hit.is_current,
            hit.document.role is Role.DRAFT,
            not hit.is_phrase,
            order[hit.place],
        )
    )
    folded = _folded_drafts(hits)
    more = max(0, matches.count - len(matches.best))
    return SearchResult(
        words,
        day,
        tuple(folded),
        len(folded) + more,
        max(matches.line_count, 0) if hits else 0,
        len(lines),
    )


def _hits(
    connection: Connection,
    entry: Entry,
    row: DocumentRow,
    found: Sequence[Found],
    asked: Sequence[_Asked],
    how: SearchOptions,
) -> list[SearchHit]:
    """The hits of one line, with the address each provision had."""
    spans = spans_of_numbers(connection, entry.line, list(dict.fromkeys(f.unit for f in found)))
    by_key = {(s.unit, s.recording, s.valid_from): s for s in spans}
    ancestry = Ancestry(connection, entry, spans)
    hits = []
    for one in found:
        span = by_key.get((one.unit, one.recording, one.valid_from))
        if span is None or span.words is None:
            continue
        text = own_text(span.words)
        syllables = _Syllables(text, asked)
        phrases = syllables.phrases()
        marks = phrases if how.as_phrase else syllables.stretches()
        if not marks:
            continue
        path, words = ancestry.named(span)
        if is_component(json.loads(span.words)) and not path.startswith("pl"):
            words = "phần đầu và phần cuối"
        if path:
            hits.append(_hit(row, span, one, path, words, text, marks, bool(phrases)))
    return hits


def _hit(
    row: DocumentRow,
    span: StoredSpan,
    found: Found,
    path: str,
    words: str,
    text: str,
    marks: tuple[tuple[int, int], ...],
    is_phrase: bool,
) -> SearchHit:
    return SearchHit(
        row,
        span.unit_id,
        path,
        words,
        text,
        marks,
        found.is_current,
        _chip(row, found),
        (found.line, found.unit, found.recording, found.valid_from),
        is_phrase,
    )


def _chip(row: DocumentRow, found: Found) -> Message:
    """The chip of a hit: that of the text, unless the wording itself is over or not yet in force."""
    if found.is_current or row.status is Status.DRAFT:
        return row.chip
    if found.until is not None and found.until < NO_DAY:
        last = date.fromordinal(found.until) - timedelta(days=1)
        if last < date.today():
            return message("state.until", "Lời văn cũ, đến {day}", day=short_date(last))
    if found.valid_from > date.today().toordinal():
        if found.valid_from >= NO_DAY:
            return message("state.day_unknown", "Chưa rõ ngày có hiệu lực")
        return message(
            "state.not_yet",
            "Chưa có hiệu lực, từ {day}",
            day=short_date(date.fromordinal(found.valid_from)),
        )
    return message("state.old_wording", "Lời văn cũ")


def _folded_drafts(hits: Sequence[SearchHit]) -> list[SearchHit]:
    """Equal wordings of one provision in a text and its drafts as one hit with a count."""
    kept: dict[tuple[str, str, str], SearchHit] = {}
    for hit in hits:
        key = (hit.document.cited_as, hit.unit_id, hit.text)
        first = kept.get(key)
        if first is None:
            kept[key] = hit
        elif (
            hit.document.role is Role.DRAFT
        ):  # an equal wording of another time is not one more text
            kept[key] = replace(first, same_count=first.same_count + 1)
    return list(kept.values())


@dataclass(frozen=True, slots=True)
class _Asked:
    """A syllable that was typed; one without marks stands for all that fold to it."""

    folded: str
    key: str
    is_exact: bool


def _asked(words: str, *, with_marks: bool) -> list[_Asked]:
    typed = [token.lower() for token in tokens(words) if token[0].isalnum()]
    return [
        _Asked(search_key(token), syllable_key(token), with_marks or search_key(token) != token)
        for token in typed
    ]


class _Syllables:
    """A text by those of its syllables that are asked for."""

    def __init__(self, text: str, asked: Sequence[_Asked]) -> None:
        self._count = len(asked)
        self._spans: list[tuple[int, int]] = []
        self._said: list[frozenset[int]] = []  # which asked syllables each one is
        self._follows: list[bool] = []  # only spaces and marks between it and the one before
        last = -1
        known: dict[str, frozenset[int]] = {}
        for match in _pattern(frozenset(one.folded for one in asked)).finditer(_folded(text)):
            start, end = match.span()
            token = text[start:end]
            said = known.get(token)
            if said is None:
                key = syllable_key(token.lower())
                said = known[token] = frozenset(
                    n
                    for n, one in enumerate(asked)
                    if one.folded == match.group() and (not one.is_exact or one.key == key)
                )
            if said:
                self._follows.append(last >= 0 and _WORD.search(text, last, start) is None)
                self._spans.append((start, end))
                self._said.append(said)
                last = end

    def phrases(self) -> tuple[tuple[int, int], ...]:
        """Where the asked syllables stand in a row: first character and end."""
        width = self._count
        return tuple(
            (self._spans[n][0], self._spans[n + width - 1][1])
            for n, said in enumerate(self._said[: len(self._said) - width + 1])
            if 0 in said
            and all(k in self._said[n + k] and self._follows[n + k] for k in range(1, width))
        )

    def stretches(self) -> tuple[tuple[int, int], ...]:
        """Where they stand, neighbours as one; nothing when one of them is missing."""
        if len(frozenset().union(*self._said)) < self._count:
            return ()
        merged: list[tuple[int, int]] = []
        for span, follows in zip(self._spans, self._follows, strict=True):
            if follows:
                merged[-1] = (merged[-1][0], span[1])
            else:
                merged.append(span)
        return tuple(merged)


_WORD = re.compile(r"[^\W_]")
_MARKED = {
    ord(char): search_key(char)
    for char in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    if len(search_key(char)) == 1
}


def _folded(text: str) -> str:
    """The text without marks in small letters, every character in its place: stored words are NFC."""
    return text.translate(_MARKED).lower()


@lru_cache(maxsize=64)
def _pattern(syllables: frozenset[str]) -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, syllables), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{forms})(?![^\W_])")
