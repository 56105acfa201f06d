"""Words of the command line that no command can use: refused once, before any of them begins."""

from __future__ import annotations

import argparse
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from quyche_app.domain.errors import QuyCheError
from quyche_app.domain.messages import message

_SHOWN = 60  # characters of a word that a sentence repeats


def refuse_unusable(args: argparse.Namespace) -> None:
    """Refuse names of files that the system cannot have, and words that are no UTF-8.

    A file may have a name that is no UTF-8: that is opened as it is. The place of the workspace is
    looked at where it is opened.

    Raises:
        QuyCheError: QC-U001 a name of a file is too long or holds a zero byte, QC-U002 a word is no UTF-8.
    """
    for value in _values(args):
        if isinstance(value, Path):
            if not _can_be_named(value):
                raise QuyCheError(
                    message(
                        "QC-U001",
                        "Tên tệp {value} quá dài hoặc có ký tự không dùng được.",
                        value=_shown(str(value)),
                    ),
                )
        elif _is_undecodable(value) and not os.path.exists(value):
            raise QuyCheError(
                message(
                    "QC-U002",
                    "Chữ {value} trong dòng lệnh không phải UTF-8. Hãy gõ lại.",
                    value=_shown(value),
                )
            )


def _values(args: argparse.Namespace) -> Iterator[str | Path]:
    for name, value in vars(args).items():
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, (str, Path)) and name != "workspace":
                yield one


def _can_be_named(path: Path) -> bool:
    """Ask the system: it alone knows how long a name may be on this disk."""
    try:
        os.lstat(path)
    except ValueError:
        return False
    except OSError as cause:
        return cause.errno != errno.ENAMETOOLONG
    return True


def _is_undecodable(word: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in word)


def _shown(word: str) -> str:
    word = "".join(char if char.isprintable() else "\ufffd" for char in word)
    return word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"
