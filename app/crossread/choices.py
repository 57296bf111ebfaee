"""What a person settled before a comparison is made: the comparison respects all of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.align.pin import Pin
from crossread.spin.choice import SpinChoice
from crossread.text.choice import BoilerplateChoice, DocumentDetail, chosen
from crossread.text.document import Document


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything settled by hand, each in the order in which it was said; the last word holds.

    Attributes:
        pins: what belongs together and what does not.
        spin: what is not spun, and what is the original of what.
        boilerplate: what is part of an article and what is not.
        details: titles, dates and names of documents.
    """

    pins: tuple[Pin, ...] = ()
    spin: tuple[SpinChoice, ...] = ()
    boilerplate: tuple[BoilerplateChoice, ...] = ()
    details: tuple[DocumentDetail, ...] = ()

    def applied(self, documents: Sequence[Document]) -> tuple[Document, ...]:
        """The documents with their details, and with what is boilerplate, as they were set by hand.

        What was pinned together is part of an article, or the pin could not hold.
        """
        pinned = (anchor for pin in self.pins if pin.kind == "together" for anchor in pin.passages)
        boilerplate = (*self.boilerplate, *(BoilerplateChoice(anchor, True) for anchor in pinned))
        return tuple(chosen(document, self.details, boilerplate) for document in documents)
