"""A zip file opened with care: names checked, sizes counted while unpacking, nothing written to disk.

In: bytes of a zip. Out: the bytes of single members, in memory. What a header says about sizes is
only ever used to refuse earlier. Limits: docs/libraries.md 6.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from quyche_app.domain.patterns import late
from quyche_app.reading.refusals import (
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_COUNTS_FROM_BYTES,
    refusal,
)

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    OverflowError,
    IndexError,
)
_UNSAFE_NAME = late(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|\x00")
_CHUNK = 256 * 1024
_CENTRAL_ENTRY = b"PK\x01\x02"
# A stored office file inside (an embedded sheet) has central entries of its own.
_SLACK = 4


class Archive:
    """The members of a zip by name, without regard to capitals (as OPC wants it)."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open a zip.

        Raises:
            ReadingError: QC-R010 password, R011 broken, R012 too much inside, R013 unsafe names.
        """
        self.name = name
        self._unpacked = 0
        if data.count(_CENTRAL_ENTRY) > MAX_MEMBERS * _SLACK:
            raise refusal("QC-R012", name, "too many members")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _BROKEN as cause:
            raise refusal("QC-R011", name, repr(cause)) from cause
        self._members = self._checked(infos)

    def _checked(self, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(infos) > MAX_MEMBERS or sum(i.file_size for i in infos) > MAX_UNPACKED_BYTES:
            raise refusal("QC-R012", self.name, f"{len(infos)} members")
        members: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            member = info.filename.replace("\\", "/")
            if _UNSAFE_NAME.search(member) or member.lower() in members:
                raise refusal("QC-R013", self.name, member)
            if info.flag_bits & 0x1:
                raise refusal("QC-R010", self.name, member)
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise refusal("QC-R011", self.name, f"{member}: method {info.compress_type}")
            members[member.lower()] = info
        return members

    def has(self, member: str) -> bool:
        """Tell whether a member is there."""
        return member.lower() in self._members

    def names(self) -> tuple[str, ...]:
        """Give the names of all members, in small letters."""
        return tuple(self._members)

    def size(self, member: str) -> int:
        """Give how many bytes a member that is there unpacks to at most: no more are ever unpacked."""
        return self._members[member.lower()].file_size

    def read(self, member: str) -> bytes:
        """Give the bytes of a member that is there (``has``).

        Raises:
            ReadingError: QC-R011 broken, QC-R012 it unpacks to too much.
        """
        return b"".join(self._chunks(member))

    def digest(self, member: str) -> str:
        """Give a name of the bytes of a member that is there; they are not kept.

        Raises:
            ReadingError: as ``read``.
        """
        from hashlib import sha256

        made = sha256()
        for chunk in self._chunks(member):
            made.update(chunk)
        return made.hexdigest()

    def _chunks(self, member: str) -> Iterator[bytes]:
        info = self._members[member.lower()]
        allowed = max(RATIO_COUNTS_FROM_BYTES, info.compress_size * MAX_RATIO)
        allowed = min(allowed, MAX_UNPACKED_BYTES - self._unpacked)
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > allowed:
                        raise refusal("QC-R012", self.name, member)
                    yield chunk
        except (*_BROKEN, RuntimeError) as cause:
            raise refusal("QC-R011", self.name, f"{member}: {cause!r}") from cause
        self._unpacked += size
