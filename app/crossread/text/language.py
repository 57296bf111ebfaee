"""A guess at the language of a text, from its script and its commonest words."""

import re
import unicodedata
from collections import Counter

# A detector from a package index knows more languages but weighs megabytes and seconds; splitting
# sentences and spotting foreign captions need no more than this.
_COMMON_WORDS = {
    "en": "the of and to in is that was for it with as on be by this are from at have not but they has his",
    "de": "der die das und ist nicht ein eine den von mit dem des zu sich auf für auch im dass als sind hat",
    "fr": "le la les de des et est une un du dans que qui pour pas sur au par plus ce avec sont il elle",
    "es": "el la los las de y en que es un una del se por con para no su al lo como más pero fue son ha",
    "it": "il la di e che è un una per non con del della sono le gli si da come più anche ma alla nel dei",
    "nl": "de het een en van is dat niet in op te zijn voor met die aan er ook als bij maar om hij door",
    "pt": "o a os as de e que do da em um uma para não com no na por mais dos como se foi ao são",
    "ru": "и в не на что с по это как из он за от к для его но было то или также все мы был она",
    "uk": "і в не на що з та це як до за від у для його але було або також про є який був вона",
}
_COMMON = {language: frozenset(words.split()) for language, words in _COMMON_WORDS.items()}
_SCRIPT_LANGUAGE = {
    "HANGUL": "ko", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "DEVANAGARI": "hi", "THAI": "th",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters; more would not change the guess
_FEWEST_HITS = 0.08  # share of common words below which nothing is guessed


def guess_language(text: str) -> str | None:
    """ISO 639-1 code of the main language of ``text``, or None where that is not clear."""
    sample = text[:_SAMPLE]
    scripts = script_counts(sample)
    if not scripts:
        return None
    if scripts["KANA"] > 0.05 * scripts.total():
        return "ja"
    script = scripts.most_common(1)[0][0]
    if script == "CJK":
        return "zh"
    if script not in ("LATIN", "CYRILLIC"):
        return _SCRIPT_LANGUAGE.get(script)
    words = [word.lower() for word in _WORD.findall(sample)]
    hits = Counter({language: sum(word in common for word in words) for language, common in _COMMON.items()})
    (best, most), (_, second) = hits.most_common(2)
    return best if most > second and most >= _FEWEST_HITS * len(words) else None


def script_counts(text: str) -> Counter[str]:
    """How many letters of ``text`` belong to each script, by the first word of their Unicode names."""
    if text.isascii():  # most passages
        letters = sum(map(str.isalpha, text))
        return Counter({"LATIN": letters} if letters else {})
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char.isalpha():
            script = "LATIN" if char.isascii() else unicodedata.name(char, "UNKNOWN").split()[0]
            counts["KANA" if script in ("HIRAGANA", "KATAKANA") else script] += times
    return counts
