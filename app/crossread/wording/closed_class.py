"""Words of English that belong to no subject, as the comparison of words uses them."""

from crossread.align.closed_class import CLASSES, FUNCTION_WORDS, NEGATIONS, NUMBER_WORDS

__all__ = ["CLASSES", "FUNCTION_WORDS", "NEGATIONS", "NUMBER_WORDS"]
