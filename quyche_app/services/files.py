"""Writing files safely: beside the old one, then swapped; nothing half-written stays.

Source: cli.md (common rules), architecture.md 7 (proved after writing).
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from quyche_app.domain.errors import WritingError


def check_target(path: Path, *, force: bool) -> None:
    """Refuse a target that exists (without force) or whose folder is not there, before any work.

    Raises:
        WritingError (QC-W101, QC-W102).
    """
    if path.exists() and not force:
        raise WritingError(
            "QC-W101", f"Đã có tệp {path}. Muốn ghi đè, thêm --force.", place=str(path)
        )
    if not path.parent.is_dir():
        raise WritingError(
            "QC-W102", f"Không có thư mục {path.parent} để ghi tệp.", place=str(path)
        )


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write bytes to a temporary neighbour and rename it.

    Raises:
        WritingError: it exists, no permission, disk full; the old file is as it was.
    """
    check_target(path, force=force)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as cause:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise _refused(path, cause) from cause


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _refused(path: Path, cause: OSError) -> WritingError:
    if isinstance(cause, PermissionError):
        sentence = f"Không có quyền ghi vào {path.parent}. Hãy chọn thư mục khác."
    elif cause.errno == 28:
        sentence = f"Ổ đĩa chứa {path.parent} đã đầy. Không có tệp nào được ghi."
    else:
        sentence = f"Không ghi được tệp {path}: {cause.strerror or cause}."
    return WritingError("QC-W103", sentence, place=str(path))
