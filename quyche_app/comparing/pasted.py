"""Two wordings that somebody pasted, word by word, as they were typed: without structure or layers.

diff-match-patch compares them on tokens, each standing as one character, so that nothing inside a
syllable or a number is ever cut; its clean-up takes chance words between two changes into them. Why
pairs of provisions are compared otherwise: docs/decisions/0006-two-engines-for-words.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from quyche_app.comparing.words import token_steps
from quyche_app.domain.comparisons import Change, Likeness, PastedComparison, TokenCounts
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import syllable_key

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

MOST_CHARACTERS = 20_000  # on a side: some ten pages

# Numbers with what stands inside them (1.000, 01/02/2026), syllables and labels (14a), any other sign.
_TOKEN = late(r"(?s)(?:\d+(?:[.,/:]\d+)+|\w)(?:\w|[\u0300-\u036f])*|.")
_WORD = late(r"\w")
# So many tokens may come and go: the time of the engine grows with the square of it. Texts that are
# further apart are compared as pairs of provisions are.
_MOST_EDITS = 600
# Words stand as ideographs, which are letters to the engine; spaces and marks stand for themselves.
# There are more of them (42,718) than two texts of this length have words.
_FIRST_WORD = 0x20000
_OPS = {-1: "delete", 0: "equal", 1: "insert"}
# Categories of characters that nobody sees: separators, control and format characters.
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})


def compare_pasted(left: str, right: str) -> PastedComparison:
    """Compare two wordings.

    Raises:
        ValueError: one has more than ``MOST_CHARACTERS`` characters.
    """
    if max(len(left), len(right)) > MOST_CHARACTERS:
        raise ValueError(f"more than {MOST_CHARACTERS} characters")
    changes = _changes(left, right)
    return PastedComparison(
        changes,
        _likeness(left, right),
        left=_counts([left]),
        right=_counts([right]),
        removed=_counts(change.text for change in changes if change.op == "delete"),
        added=_counts(change.text for change in changes if change.op == "insert"),
    )


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _counts(texts: Iterable[str]) -> TokenCounts:
    tokens = [token for text in texts for token in _tokens(text)]
    words = sum(_is_word(token) for token in tokens)
    unseen = sum(_is_unseen(token) for token in tokens)
    return TokenCounts(words, len(tokens) - words - unseen)


def _is_word(token: str) -> bool:
    return _WORD.match(token) is not None


def _is_unseen(token: str) -> bool:
    return unicodedata.category(token[0]) in _UNSEEN


# -- what differs ------------------------------------------------------------------------------------


def _changes(left: str, right: str) -> tuple[Change, ...]:
    from rapidfuzz.distance import Indel

    signs = _Signs()
    old, new = signs.of(left), signs.of(right)
    if Indel.distance(old, new) > _MOST_EDITS:
        return tuple(Change(op, text) for op, text in token_steps(_tokens(left), _tokens(right)))
    steps = _engine().diff_main(old, new, False)
    _engine().diff_cleanupSemantic(steps)
    return tuple(Change(_OPS[op], signs.words(written)) for op, written in steps if written)


class _Signs:
    """One character for each token, the same for the same token."""

    def __init__(self) -> None:
        self._sign_of: dict[str, str] = {}
        self._token_of: dict[str, str] = {}

    def of(self, text: str) -> str:
        """Write a text in signs."""
        return "".join(self._sign(token) if _is_word(token) else token for token in _tokens(text))

    def _sign(self, word: str) -> str:
        sign = self._sign_of.get(word)
        if sign is None:
            sign = self._sign_of[word] = chr(_FIRST_WORD + len(self._sign_of))
            self._token_of[sign] = word
        return sign

    def words(self, written: str) -> str:
        """Give the text that is written in signs."""
        return "".join(self._token_of.get(sign, sign) for sign in written)


@cache
def _engine() -> diff_match_patch:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # a clock would make the result depend on the machine
    return engine


# -- what is the same ---------------------------------------------------------------------------------


def _likeness(left: str, right: str) -> Likeness:
    return next(
        (likeness for likeness, key in _LADDER if key(left) == key(right)), Likeness.DIFFERENT
    )


def _seen(text: str) -> str:
    return "".join(character for character in text if not _is_unseen(character))


def _whole_letters(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _tones_behind(text: str) -> str:
    """Every syllable with its tone written last."""
    return "".join(syllable_key(token) for token in _tokens(text))


def _typed_words(text: str) -> str:
    return _seen(_tones_behind(text))


_LADDER: tuple[tuple[Likeness, Callable[[str], str]], ...] = (
    (Likeness.SAME, str),
    (Likeness.SPACES, _seen),
    (Likeness.CODING, _whole_letters),
    (Likeness.TONES, _tones_behind),
    (Likeness.TYPING, _typed_words),
)
