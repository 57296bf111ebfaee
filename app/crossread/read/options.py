"""What a person may ask of reading."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

Records = Literal["auto", "one", "each"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person may ask of reading a file.

    Attributes:
        whole_page: take all that a web page shows for its text, not only the article in it.
        column: the column of a table (CSV) or the key of records (JSON) that holds the text; the wordiest by default.
        records: whether the records of a table are one document together or a document each; by default the latter
            where they are as long as articles.
        encoding: of the text in the file, where a person knows it; found by default.
        repair_encoding: set right text that was once decoded wrongly (mojibake), as "cafÃ©" for "café".
    """

    whole_page: bool = False
    column: str = ""
    records: Records = "auto"
    encoding: str = ""
    repair_encoding: bool = False

    def plain(self) -> dict[str, Any]:
        """All options by name, as they are sent to the process that reads."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


NO_OPTIONS = ReadOptions()


def options_of(stored: Any) -> ReadOptions:
    """Options from a message; what is missing or senseless takes its default."""
    if not isinstance(stored, Mapping):
        return NO_OPTIONS
    known: dict[str, Any] = {
        field.name: value
        for field in fields(ReadOptions)
        if type(value := stored.get(field.name)) is type(getattr(NO_OPTIONS, field.name))
        and (field.name != "records" or value in get_args(Records))
    }
    return replace(NO_OPTIONS, **known)
