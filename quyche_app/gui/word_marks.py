"""Which words of a text are new against an older one: whole syllables, never parts of them."""

from __future__ import annotations

import difflib

from quyche_app.domain.texts import tokens
from quyche_app.gui.text_lines import Run


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """Give the stretches of the new text that the old one does not have, as runs "added"."""
    before, after = tokens(old), tokens(new)
    starts = [0]
    for token in after:
        starts.append(starts[-1] + len(token))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        Run(starts[first], starts[last], "added")
        for op, _, _, first, last in matcher.get_opcodes()
        if op in ("insert", "replace") and "".join(after[first:last]).strip()
    )
