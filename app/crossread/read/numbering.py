"""Numbers of list items as they are printed."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def figure(number: int, form: str) -> str:
    """A number in the form that Word and OpenDocument name ("decimal", "lowerLetter", "upperRoman" ...)."""
    if form in ("lowerLetter", "a", "upperLetter", "A"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 10 + 1)
        return letters if form in ("lowerLetter", "a") else letters.upper()
    if form in ("lowerRoman", "i", "upperRoman", "I") and 0 < number < 4000:
        roman = ""
        for value, letters in _ROMAN:
            times, number = divmod(number, value)
            roman += letters * times
        return roman if form in ("lowerRoman", "i") else roman.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)
