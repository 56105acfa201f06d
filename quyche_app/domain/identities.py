"""New identities: UUIDv7 for records, running numbers for files, derived ones for inserted units."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable

NewId = Callable[[], str]


def uuid7() -> str:
    """Give a UUIDv7 as 32 hexadecimal digits: sorted by time, unique (RFC 9562, 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    noise = int.from_bytes(os.urandom(10), "big") & ((1 << 74) - 1)
    value = milliseconds << 80 | 7 << 76 | (noise >> 62) << 64 | 2 << 62 | noise & ((1 << 62) - 1)
    return f"{value:032x}"


def running_numbers(prefix: str = "u") -> NewId:
    """Give identities u1, u2 … for work on files, where same input must give same output."""
    count = itertools.count(1)
    return lambda: f"{prefix}{next(count)}"


def derived(*parts: str) -> str:
    """Give an identity that depends on its parts alone: the unit an operation inserts is the same
    unit whenever the record is computed again."""
    import hashlib  # loads OpenSSL: commands that only read files do not need it

    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()
