"""Dates as they stand over articles."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari",
            "february feb februar février fevrier febrero febbraio fevereiro februari",
            "march mar märz maerz mars marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août aout agosto augustus",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober okt octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre diciembre dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)年\s*(?P<m>\d{1,2})月\s*(?P<d>\d{1,2})日",
        rf"\b(?P<b>{_NAME})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)\b",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+|of\s+)?(?P<b>{_NAME})\b\.?,?[\s-]+(?:de\s+)?"
        r"(?P<y>(?:19|20)\d\d)\b",
        r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)(?!\d)",
        r"(?<![\d/])(?P<a>\d{1,2})/(?P<c>\d{1,2})/(?P<y>(?:19|20)\d\d)(?!\d)",
    )
)


def first_date(text: str) -> str | None:
    """The first full date in ``text`` as ISO 8601, or None.

    Day and month of "06/07/2026" are not guessed: such a date counts only where one of the two cannot be a
    month.
    """
    found = [
        (match.start(), day) for form in _FORMS for match in form.finditer(text) if (day := _exact(match))
    ]
    return min(found)[1] if found else None


def without_dates(text: str) -> str:
    """``text`` with every date of a known form taken out."""
    for form in _FORMS:
        text = form.sub(" ", text)
    return text


def _exact(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["c"])
        if (first > 12) == (second > 12) and first != second:
            return None
        month, day = (second, first) if first > 12 else (first, second)
    else:
        month = int(parts["m"]) if parts.get("m") else _MONTHS[parts["b"].lower()]
        day = int(parts["d"])
    try:
        return date(int(parts["y"]), month, day).isoformat()
    except ValueError:
        return None
