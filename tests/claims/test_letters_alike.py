"""Which letters pass for which."""

import pytest

from crossread.claims.scripts import twin


@pytest.mark.parametrize(
    ("letter", "script", "passes_for"),
    [("а", "LATIN", "a"), ("ο", "LATIN", "o"), ("о", "GREEK", ""), ("p", "CYRILLIC", "р"), ("ᴋ", "LATIN", "k"),
     ("κ", "LATIN", "k"), ("Ｋ", "LATIN", "K"), ("𝐤", "LATIN", "k"), ("ж", "LATIN", ""), ("語", "LATIN", ""),
     ("", "LATIN", "")],
)  # fmt: skip
def test_letters_of_one_script_that_pass_for_anothers(letter: str, script: str, passes_for: str) -> None:
    assert twin(letter, script) == passes_for
