"""Regular expressions that are compiled when a text first needs them.

Compiling every pattern of the rooms that read costs a fifth of the time in which ``quyche outline``
answers, and one text needs half of them. A pattern that cannot be compiled is found by the tests.
"""

from __future__ import annotations

import re
from typing import Any, cast

_OFFERED = (
    "match",
    "fullmatch",
    "search",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
    "pattern",
    "flags",
    "groups",
    "groupindex",
)


class _Late:
    """Stands for a compiled pattern. The first question compiles it and leaves its methods here, so
    that later questions cost what they cost on the pattern itself."""

    def __init__(self, words: str, flags: int) -> None:
        self._words, self._flags = words, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OFFERED:
            raise AttributeError(name)
        compiled = re.compile(self._words, self._flags)
        for offered in _OFFERED:
            setattr(self, offered, getattr(compiled, offered))
        return getattr(compiled, name)


def late(words: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern as ``re.compile`` does, compiled at its first use.

    Its methods raise re.error when the words are no pattern. The functions of ``re`` do not take it:
    ask the pattern itself.
    """
    return cast("re.Pattern[str]", _Late(words, flags))
