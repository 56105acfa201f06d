"""Writing files safely: beside the old one, then swapped; nothing half-written stays.

Source: docs/command-line.md 1, docs/architecture.md 7 (proved after writing).
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from quyche_app.domain.errors import WritingError
from quyche_app.domain.messages import Message, message


def check_target(path: Path, *, force: bool, inputs: Iterable[Path] = ()) -> None:
    """Refuse a target that exists (without force) or whose folder is not there, before any work.

    Args:
        inputs: files that are read: none of them may be overwritten, forced or not.
    Raises:
        WritingError (QC-W101, QC-W102, QC-W103: no such name can be, QC-W104: it is an input, QC-W105:
            it is a folder, QC-W106: a device or a pipe, which a finished file would take the place of;
            QC-W107 to W109: no right, no room, another reason of the system).
    """
    try:
        _check_target(path, force=force, inputs=inputs)
    except (OSError, ValueError) as cause:
        raise _refused(path, cause) from cause


def make_folder(folder: Path) -> None:
    """Make a folder for files where it is not there.

    Raises:
        WritingError: QC-W103 no such name can be, QC-W107 to W109 it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as cause:
        raise _refused(folder, cause) from cause


def _check_target(path: Path, *, force: bool, inputs: Iterable[Path]) -> None:
    if path.is_dir():
        raise WritingError(
            message("QC-W105", "{path} là thư mục. Hãy nêu cả tên tệp sẽ ghi.", path=path),
            place=str(path),
        )
    if path.exists() and not path.is_file():
        raise WritingError(
            message(
                "QC-W106",
                "{path} là thiết bị, không phải tệp thường. Hãy nêu tên một tệp sẽ ghi.",
                path=path,
            ),
            place=str(path),
        )
    if path.exists() and any(one.exists() and path.samefile(one) for one in inputs):
        raise WritingError(
            message(
                "QC-W104", "Tệp sẽ ghi {path} chính là tệp đang đọc. Hãy chọn tên khác.", path=path
            ),
            place=str(path),
        )
    if path.exists() and not force:
        raise WritingError(
            message("QC-W101", "Đã có tệp {path}. Muốn ghi đè, thêm --force.", path=path),
            place=str(path),
        )
    if not path.parent.is_dir():
        raise WritingError(
            message("QC-W102", "Không có thư mục {parent} để ghi tệp.", parent=path.parent),
            place=str(path),
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
    except (OSError, ValueError) as cause:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise _refused(path, cause) from cause


_REASONS = {
    errno.ENOENT: "nơi này không nhận tệp mới",
    errno.EROFS: "ổ đĩa chỉ đọc được",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EISDIR: "đó là thư mục",
    errno.EEXIST: "đã có tệp mang tên này",
    errno.ENOTDIR: "một phần của đường dẫn là tệp",
}


def _reason(number: int) -> Message:
    known = _REASONS.get(number)
    if known is not None:
        return message("file.reason", known)
    return message("file.system_error", "hệ thống báo lỗi số {number}", number=number)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _refused(path: Path, cause: OSError | ValueError) -> WritingError:
    if isinstance(cause, ValueError):
        return WritingError(
            message("QC-W103", "Tên tệp {path} có ký tự không dùng được.", path=path.name),
            place=repr(path),
        )
    if isinstance(cause, PermissionError):
        said = message(
            "QC-W107", "Không có quyền ghi vào {folder}. Hãy chọn thư mục khác.", folder=path.parent
        )
    elif cause.errno == errno.ENOSPC:
        said = message(
            "QC-W108", "Ổ đĩa chứa {folder} đã đầy. Không có tệp nào được ghi.", folder=path.parent
        )
    else:
        reason = _reason(cause.errno or 0)
        said = message("QC-W109", "Không ghi được tệp {path}: {reason}.", path=path, reason=reason)
    return WritingError(said, place=str(path))
