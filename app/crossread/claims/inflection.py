"""Regular forms of English verbs."""

from functools import cache


@cache
def inflected(verb: str) -> frozenset[str]:
    """The regular forms of an English verb; forms that do not exist do no harm."""
    forms = {verb, verb + "s", verb + "ed", verb + "ing"}
    if verb.endswith("e"):
        forms |= {verb + "d", verb[:-1] + "ing"}
    elif verb.endswith("y"):
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    elif verb[-1] in "bdgmnprtl":
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    if verb.endswith(("s", "sh", "ch", "x")):
        forms.add(verb + "es")
    return frozenset(forms)
