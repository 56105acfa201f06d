"""A file on the disk → its bytes: the size is asked before anything is read."""

from __future__ import annotations

import os
import stat
from io import FileIO
from pathlib import Path

from quyche_app.domain.errors import ReadingError
from quyche_app.domain.messages import message
from quyche_app.domain.texts import sayable
from quyche_app.reading import refusals


def file_bytes(path: Path) -> bytes:
    """Give what a file holds. What has no size (a pipe, a device) is read no further than the limit.

    Raises:
        ReadingError: QC-R002 it is too large; QC-R101 to R104, it is not there or may not be read.
    """
    try:
        about = path.stat()
        if about.st_size > refusals.MAX_FILE_BYTES:
            raise refusals.refusal("QC-R002", sayable(path.name))
        if stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode):
            return path.read_bytes()
        with FileIO(path, opener=_opened) as file:
            return _to_the_limit(path, file)
    except FileNotFoundError:
        raise ReadingError(
            message("QC-R101", "Không có tệp {path}.", path=path), place=str(path)
        ) from None
    except IsADirectoryError:
        raise ReadingError(
            message("QC-R102", "{path} là thư mục, không phải tệp.", path=path), place=str(path)
        ) from None
    except PermissionError:
        raise ReadingError(
            message("QC-R103", "Không có quyền đọc tệp {path}.", path=path), place=str(path)
        ) from None
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or str(cause)
        raise ReadingError(
            message("QC-R104", "Không đọc được tệp {path}: {reason}.", path=path, reason=reason),
            place=str(path),
        ) from cause


def _opened(path: str, flags: int) -> int:
    """Open without waiting for somebody to write into a pipe; reading it waits for those who do."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(handle, True)
    return handle


def _to_the_limit(path: Path, file: FileIO) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := file.read(refusals.MEGABYTE):
        chunks.append(chunk)
        size += len(chunk)
        if size > refusals.MAX_FILE_BYTES:
            raise refusals.refusal("QC-R002", sayable(path.name))
    return b"".join(chunks)
