"""What can be said of spun text by hand: that a document is none, and what it is a copy of."""

from PySide6.QtWidgets import QMenu

from crossread.text.shown import one_line
from crossread.ui.review.aligning import Aligning
from crossread.ui.review.desk import Desk
from crossread.ui.session import Session


def fill_spinning(menu: QMenu, session: Session, desk: Desk, aligning: Aligning) -> None:
    """Offer for every document that it is not spun, and which other one is its original."""
    menu.clear()
    documents, said = session.documents, desk.review.spin
    menu.setEnabled(len(documents) > 1)
    for number, document in enumerate(documents, 1):
        title = one_line(document.title or document.name, 40).replace("&", "&&")
        part = menu.addMenu(f"&{number % 10}  {document.id}  {title}")
        choice = said[document.digest].action if document.digest in said else None
        action = part.addAction("&Not spun")
        action.setCheckable(True)
        action.setChecked(choice is not None and choice.kind == "not spun")
        action.triggered.connect(lambda _=False, digest=document.digest: aligning.not_spun(digest))
        part.addSeparator()
        for other in documents:
            if other.digest == document.digest:
                continue
            action = part.addAction(f"{other.id} is the original")
            action.setCheckable(True)
            action.setChecked(choice is not None and choice.original == other.digest)
            action.triggered.connect(
                lambda _=False, copy=document.digest, original=other.digest: aligning.original(copy, original)
            )
