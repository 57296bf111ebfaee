"""How many words a text has, as people count them."""

import re

# Written one by one: Han, kana and their iteration marks, which run on without spaces between words.
IDEOGRAPHS = "々-〇ぁ-ゟァ-ヺー-ヿ㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
"""Inside the brackets of a regular expression."""
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")


def count_words(text: str) -> int:
    """The number of words between spaces; where nothing stands between them each ideograph is one, as everywhere."""
    spaced, ideographs = _IDEOGRAPH.subn(" ", text)
    words = spaced.split()
    return len(words) if not ideographs else ideographs + sum(any(map(str.isalnum, word)) for word in words)
