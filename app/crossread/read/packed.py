"""Files inside a packed file (ZIP, and Word, OpenDocument and e-books, which are ZIP files), within limits."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from crossread.errors import ReadError
from crossread.read.limits import Limits

_CHUNK = 1 << 16
_SMALL = 10_000_000  # bytes that any packed file may unpack to: text packs well, and no machine is harmed by so much
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError,
)  # fmt: skip


class Packed:
    """The files inside a packed file; a context manager. Nothing is ever written to a disk.

    Args:
        data: the packed file.
        limits: what is refused.

    Raises:
        ReadError: it is damaged, or holds too many files; the message is a predicate.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._left = min(max(_SMALL, limits.unpack_ratio * len(data)), limits.unpacked)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise ReadError(
                "is damaged or cut off; open it in the program it is from, or fetch it again, and save it anew"
            ) from error
        self._files = {info.filename: info for info in self._archive.infolist() if not info.is_dir()}
        if len(self._files) > limits.parts:
            raise ReadError(
                f"holds {len(self._files):,} files, more than the {limits.parts:,} that are looked at; unpack what is "
                "to be compared and open that, or raise the limit in the preferences"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def size(self, name: str) -> int:
        """Bytes that a file in it claims to have."""
        return self._files[name].file_size

    def read(self, name: str) -> bytes:
        """The bytes of a file in it.

        Raises:
            ReadError: it is not there, damaged or protected, or too much is unpacked; the message is a predicate.
        """
        info = self._files.get(name)
        if info is None:
            raise ReadError(f"lacks a part that files of its kind have ({name}); save it anew and open that")
        if info.flag_bits & 1:
            raise ReadError("is protected by a password; save a copy without one and open that")
        if info.file_size > self._left:
            raise self._bomb()
        chunks = []
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise self._bomb()
                    chunks.append(chunk)
        except _BROKEN as error:
            raise ReadError(
                f"is damaged ({name} in it cannot be unpacked); fetch it again, or open it in the program it is from "
                "and save it anew"
            ) from error
        return b"".join(chunks)

    def _bomb(self) -> ReadError:
        return ReadError(
            "unpacks to far more than its size, as files made to do harm do, and was not opened; unpack what is to be "
            "compared and open that"
        )
