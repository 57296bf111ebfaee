"""Finds letters put in another's place because they look the same, and marks stacked on letters.

A word that mixes scripts is suspect only where a letter has a twin in the script of the rest of the word; a word of
look-alikes alone only where no real word of its script stands on the same line. So a Ukrainian caption in an English
report, a Greek letter in a formula and a Cyrillic brand with an English ending pass.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from crossread.claims.hidden import Found
from crossread.claims.lexicon import common_words
from crossread.claims.scripts import script, twin

_OTHER_LETTER = re.compile(r"(?=[\u0250-\u303f\ua000-\uabff\ud7b0-\U0010ffff])[^\W\d_]")
_UNSEEN = "\xad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
_WORD = re.compile(rf"[^\W_]+(?:[{_UNSEEN}]+[^\W_]+)*")
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\u20e5-\u20f0\ufe20-\ufe2f]+"
)
_MOST_MARKS = 3  # Vietnamese and phonetic transcriptions stack two, rarely three
_OVERLAYS = frozenset("\u0334\u0335\u0336\u0337\u0338\u20d2\u20d3")
_MAIN_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_OPENING, _CLOSING = frozenset("([«“"), frozenset(")]»”")
_WIDE_OR_STYLED = frozenset({"FULLWIDTH", "MATHEMATICAL"})


def lookalikes(text: str) -> Iterator[Found]:
    """Letters of another script that pass for a letter of the word they stand in, in the order of the text."""
    if not _OTHER_LETTER.search(text):
        return
    offset = 0
    for line in text.split("\n"):
        if _OTHER_LETTER.search(line):
            yield from _in_line(line, offset)
        offset += len(line) + 1


def _in_line(line: str, offset: int) -> Iterator[Found]:
    words = [(word.start(), word.group()) for word in _WORD.finditer(line)]
    mains = [_main_script(word) for _, word in words]
    if mains.count("LATIN") * 2 > len(mains):
        mains = [
            "LATIN" if _could_be_latin(word) else main for main, (_, word) in zip(mains, words, strict=True)
        ]
    genuine = {
        main
        for main, (_, word) in zip(mains, words, strict=True)
        if main != "LATIN" and _is_genuine(word, main)
    }
    for number, (start, word) in enumerate(words):
        if word.isascii():
            continue
        main = mains[number]
        if main in _MAIN_SCRIPTS:
            spelt_in_phonetics = start > 0 and line[start - 1] in "/[ˈ"
            yield from _mixed(word, main, start + offset, spelt_in_phonetics)
        if main and main != "LATIN" and main not in genuine:
            beside = {
                _nearest(mains[max(0, number - 3) : number][::-1]),
                _nearest(mains[number + 1 : number + 4]),
            } - {""}
            bracketed = (
                line[start - 1 : start] in _OPENING
                and line[start + len(word) : start + len(word) + 1] in _CLOSING
            )
            if beside == {"LATIN"} and not bracketed:
                yield from _disguised(word, main, start + offset)


def _nearest(mains: list[str]) -> str:
    """The script of the nearest word that has one; figures have none."""
    return next((main for main in mains if main), "")


def _main_script(word: str) -> str:
    if word.isascii():
        return "LATIN" if any(character.isalpha() for character in word) else ""
    counts = Counter(found for found in map(script, word) if found)
    if not counts:
        return ""
    most = max(counts.values())
    leaders = sorted(found for found, count in counts.items() if count == most)
    return "LATIN" if "LATIN" in leaders else leaders[0]


def _could_be_latin(word: str) -> bool:
    """Whether a word of mixed scripts reads as Latin from end to end."""
    if word.isascii():
        return False
    scripts = [found for found in map(script, word) if found]
    letters = zip(scripts, filter(script, word), strict=True)
    return "LATIN" in scripts and all(
        written == "LATIN" or twin(letter, "LATIN") for written, letter in letters
    )


def _is_genuine(word: str, main: str) -> bool:
    """Whether at least one letter of a word in ``main`` script can be taken for no Latin letter."""
    letters = [character for character in word if script(character) == main]
    return any(not twin(character, "LATIN") for character in letters)


def _mixed(word: str, main: str, offset: int, phonetic: bool) -> Iterator[Found]:
    for at, character in enumerate(word):
        if character.isascii() and main == "LATIN":
            continue
        written = script(character)
        if character.isdigit():
            if not character.isascii() and any(other.isascii() and other.isdigit() for other in word):
                plain = str(unicodedata.digit(character, 0))
                yield _accuse(offset + at, character, plain, "digit of another script among ordinary digits")
            continue
        if not written or (written == main and not _is_phonetic(character)):
            continue
        if (written == main and phonetic) or (written == "GREEK" and not _passes_for_latin(word, at)):
            continue
        other = twin(character, main)
        if other:
            yield _accuse(offset + at, character, other, f"looks like {other!r} inside a {main.title()} word")


def _is_phonetic(character: str) -> bool:
    return 0x250 <= ord(character) <= 0x2AF or 0x1D00 <= ord(character) <= 0x1DBF


def _passes_for_latin(word: str, at: int) -> bool:
    """Whether a Greek letter stands where a letter is expected: formulas put theirs beside capitals and digits."""
    beside = word[max(0, at - 1) : at] + word[at + 1 : at + 2]
    return any(character.islower() for character in beside) or (word[at].isupper() and word.isupper())


def _disguised(word: str, main: str, offset: int) -> Iterator[Found]:
    """A word all of whose letters pass for Latin, amid Latin words."""
    letters = [character for character in word if character.isalpha()]
    if main in _WIDE_OR_STYLED or (main == "GREEK" and len(letters) < 3):
        return
    if not all(script(character) == main and twin(character, "LATIN") for character in letters):
        return
    latin = "".join(twin(character, "LATIN") for character in letters).casefold()
    if word.isupper() and len(letters) > 2 and latin not in common_words():
        return  # an abbreviation of another language (СССР)
    number = any(character.isdigit() for character in word)
    for at, character in enumerate(word):
        if character.isalpha():
            other = twin(character, "LATIN")
            other = "0" if number and other in "oO" else other
            yield _accuse(offset + at, character, other, f"looks like {other!r} amid Latin words")


def _accuse(at: int, character: str, clean: str, why: str) -> Found:
    return Found(at, at + len(character), "look-alike", True, why, clean)


def stacked_marks(text: str) -> Iterator[Found]:
    """Combining marks that are doubled, struck through a letter or stacked beyond what any language writes."""
    for run in _MARKS.finditer(text):
        base = text[run.start() - 1] if run.start() else ""
        if script(base) not in _MAIN_SCRIPTS:
            continue
        marks = run.group()
        kept = "".join(mark for mark in dict.fromkeys(marks) if mark not in _OVERLAYS)
        if len(marks) > _MOST_MARKS:
            yield Found(
                run.start(), run.end(), "marks", True, "stacks more marks than any language writes", ""
            )
        elif kept != marks:
            struck = any(mark in _OVERLAYS for mark in marks)
            why = "strikes through a letter" if struck else "puts the same mark on a letter twice"
            yield Found(run.start(), run.end(), "marks", True, why, kept)
