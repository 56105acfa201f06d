"""Characters that may stand in an XML file."""

from __future__ import annotations

import re

# What XML 1.0 does not allow.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def legal(words: str) -> str:
    """Give words without the characters that XML 1.0 does not allow."""
    return _ILLEGAL.sub("", words)
