"""What an amending act may order: the names of the verbs, which the language, the engine, reports and the
database share. Alone, so that whoever only reads a regulation loads nothing of the engine.

Source: docs/field.md 4.1, docs/command-line.md 6.2.
"""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What an instruction orders (docs/field.md 4.1)."""

    AMEND = "amend"
    INSERT = "insert"
    REPEAL = "repeal"
    REPLACE_WORDS = "replace_words"
    ADD_WORDS = "add_words"
    REMOVE_WORDS = "remove_words"
    REPLACE = "replace"
    RENUMBER = "renumber"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    SUSPEND = "suspend"


WORD_VERBS = frozenset({Verb.REPLACE_WORDS, Verb.ADD_WORDS, Verb.REMOVE_WORDS})
