"""ZIP files: every document in them by its own reader."""

from dataclasses import replace
from pathlib import PurePosixPath

from crossread.errors import ReadError
from crossread.read.extract import Extract
from crossread.read.kinds import SUFFIXES, ZIP, Source, kind_of, read_source
from crossread.read.names import quoted
from crossread.read.packed import Packed

_NOT_DOCUMENTS = ("__MACOSX/",)


def read(source: Source) -> tuple[Extract, ...]:
    """The documents in a ZIP file, in the order of its list.

    What cannot be read is told and does not stop the others. Nothing is unpacked to a disk, so that it does not matter
    what places the names in it claim.

    Raises:
        ReadError: it is damaged, or there is nothing in it that can be read.
    """
    if source.level >= source.limits.nesting:
        raise ReadError(
            f"lies in more than {source.limits.nesting} packed files, each in another; unpack what is to be compared "
            "and open that"
        )
    found: list[Extract] = []
    others = 0
    with Packed(source.data, source.limits) as packed:
        names = [name for name in packed if not _is_hidden(name)]
        for number, name in enumerate(names):
            source.progress(number / len(names))
            if PurePosixPath(name).suffix.lower() not in SUFFIXES:
                others += 1
                continue
            found += _documents(source, packed, name, number / len(names), 1 / len(names))
    if others:
        files = "1 file was" if others == 1 else f"{others} files were"
        source.problems.append(f"{files} left out of {quoted(source.name)}, of no kind that is read.")
    if not found:
        told = " ".join(source.problems)
        raise ReadError(
            f"holds no document that can be read{': ' + told if told else '; choose another file'}"
        )
    return tuple(found)


def part_of(source: Source, part: str) -> Source:
    """The file in a ZIP file that a document came from; the source itself where it is no ZIP file.

    Args:
        source: the file.
        part: of the document's provenance.

    Raises:
        ReadError: it is damaged.
    """
    while part and source.level <= source.limits.nesting and kind_of(source.data, source.name) == ZIP:
        with Packed(source.data, source.limits) as packed:
            name = next((name for name in packed if part == name or part.startswith(f"{name}/")), None)
            if name is None:
                break
            source = replace(source, data=packed.read(name), name=name, level=source.level + 1)
            part = part[len(name) + 1 :]
    return source


def _documents(source: Source, packed: Packed, name: str, done: float, share: float) -> list[Extract]:
    """The documents in one of the files; ``done`` is the share of all that was read before it, ``share`` its own."""
    try:
        data = packed.read(name)
        if not data:
            raise ReadError("is empty")
        inner = replace(
            source, data=data, name=name, level=source.level + 1,
            progress=lambda part: source.progress(done + share * part),
        )  # fmt: skip
        extracts = read_source(inner)
    except ReadError as error:
        source.problems.append(f"{quoted(name)} in {quoted(source.name)} {str(error).removesuffix('.')}.")
        return []
    return [
        replace(extract, part=f"{name}/{extract.part}" if extract.part else name)
        for extract in extracts
        if any(c.isalnum() for c in extract.text)
    ]


def _is_hidden(name: str) -> bool:
    return name.startswith(_NOT_DOCUMENTS) or PurePosixPath(name).name.startswith(".")
