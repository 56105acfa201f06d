"""Sentences of the library that are still put together before they are said, found by their shape; goes
when the library says messages only."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache, partial
from typing import NamedTuple

from quyche_app.resources_folder import resource

_HOLE = re.compile(r"\{(\d+)(?::([^|{}]*)\|([^{}]*))?\}")
_WORDS = re.compile(r"[^\W\d_]")
_LEAST_LITERAL = 2  # letters at the beginning; fewer would fit anything
_ONE = frozenset({"1", "một", "one"})


class _Pattern(NamedTuple):
    """A sentence with holes: what it looks like, and what it says in the other language."""

    shape: re.Pattern[str]
    target: str
    weight: tuple[int, int]  # letters beside the holes, then everything beside them
    starts: bool  # it begins with words, not with a hole
    quoted: frozenset[int]  # holes in quotation marks: words of a text, never translated


class Catalogue:
    """Sentences of one language.

    Args:
        entries: Vietnamese sentence, with ``{}`` for each hole, to the sentence of the language,
            where ``{0}`` stands for the first hole and ``{0:article|articles}`` for a word that
            follows the number in it.
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._exact = {key: words for key, words in entries.items() if "{}" not in key}
        self._patterns = sorted(
            (_pattern(key, words) for key, words in entries.items() if "{}" in key),
            key=lambda pattern: pattern.weight,
            reverse=True,
        )
        self._starting = [pattern for pattern in self._patterns if pattern.starts]
        self.say = lru_cache(maxsize=4096)(self._say)

    def knows(self, sentence: str) -> bool:
        """Whether the sentence has a translation, whole or by a pattern."""
        return sentence in self._exact or any(p.shape.match(sentence) for p in self._patterns)

    def _say(self, sentence: str) -> str:
        parts = sentence.split("; ")
        if len(parts) > 1 and sentence not in self._exact and all(map(self.knows, parts)):
            return "; ".join(self._whole(part, self._patterns) for part in parts)
        said = self._whole(sentence, self._patterns)
        if said == sentence and sentence.endswith("."):
            said = self._whole(sentence[:-1], self._patterns) + "."
        return self._in_parts(sentence) if said == sentence else said

    def _in_parts(self, sentence: str) -> str:
        """A list of things that are each known: "28 điều · sửa đổi 1 lần"."""
        for between in (" · ", ", "):
            parts = sentence.split(between)
            if len(parts) > 1 and all(
                self.knows(part) or not _WORDS.search(part) for part in parts
            ):
                return between.join(self._whole(part, self._patterns) for part in parts)
        return sentence

    def _whole(self, sentence: str, patterns: list[_Pattern]) -> str:
        exact = self._exact.get(sentence)
        if exact is not None:
            return exact
        for pattern in patterns:
            match = pattern.shape.match(sentence)
            if match is not None:
                *found, stop = match.groups()
                return _HOLE.sub(partial(self._fill, pattern, found), pattern.target) + stop
        return sentence

    def _fill(self, pattern: _Pattern, found: list[str], hole: re.Match[str]) -> str:
        at = int(hole[1])
        words = found[at]
        if hole[2] is not None:
            return hole[2] if words.strip() in _ONE else hole[3]
        # What fills a hole may be a name of a text: only what begins like a sentence of ours is
        # translated further.
        if at in pattern.quoted:
            return words
        said = self._in_parts(words)
        return self._whole(words, self._starting) if said == words else said


def _pattern(key: str, target: str) -> _Pattern:
    parts = key.split("{}")
    weight = sum(character.isalpha() for part in parts for character in part), sum(map(len, parts))
    # A full stop behind the last hole is no part of it.
    holes = ["(.*?)"] * (len(parts) - 1)
    shape = re.escape(parts[0]) + "".join(
        hole + re.escape(part) for hole, part in zip(holes, parts[1:], strict=True)
    )
    starts = sum(character.isalpha() for character in parts[0]) >= _LEAST_LITERAL
    quoted = frozenset(
        at
        for at in range(len(parts) - 1)
        if parts[at].endswith("“") and parts[at + 1].startswith("”")
    )
    stop = "" if parts[-1] else r"\.?"
    return _Pattern(re.compile(rf"{shape}({stop})\Z", re.DOTALL), target, weight, starts, quoted)


@cache
def read_patterns(language: str) -> Catalogue:
    """Read the patterns of a language; they are read once."""
    entries: dict[str, str] = {}
    for file in sorted(resource("translations", language).glob("*.json")):
        entries |= json.loads(file.read_text(encoding="utf-8"))
    return Catalogue(entries)
