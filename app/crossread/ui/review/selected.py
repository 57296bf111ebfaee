"""What text is selected in a view, as places in the documents."""

from PySide6.QtWidgets import QWidget

from crossread.comparison import Place
from crossread.text.span import Span
from crossread.ui.grid.view import GridView
from crossread.ui.ribbon.view import RibbonView


def selected_places(view: QWidget) -> tuple[Place, ...]:
    """The stretches that are selected, one for each row they stand in; nothing in a view without text."""
    selection = view.shown.selection if isinstance(view, GridView | RibbonView) else None
    if isinstance(view, GridView) and view.shown.selection:
        name = view.page.documents[view.shown.selection.column].id
        spans = view.shown.selection.spans(view.page)
    elif isinstance(view, RibbonView) and view.shown.selection and selection:
        name = view.leaves.documents[view.shown.selection.column].id
        spans = [view.shown.selection.span]
    else:
        return ()
    return tuple(Place(name, span) for span in spans if span.start < span.end)


def keyed_places(view: QWidget) -> tuple[Place, ...]:
    """What the keyboard is at: the passages of the Grid's cell, or the Ribbon's passage."""
    if isinstance(view, RibbonView):
        return (view.shown.place,) if view.shown.place else ()
    if not isinstance(view, GridView) or view.shown.row is None or not view.page.documents:
        return ()
    document = view.page.documents[view.shown.column]
    cell = view.page.cell(view.shown.column, view.shown.row)
    return tuple(Place(document.id, document.by_id[passage].span) for passage in cell.passages)


def as_one(places: tuple[Place, ...]) -> Place | None:
    """All of a selection as one stretch, for a note; None without any."""
    if not places:
        return None
    spans = [place.span for place in places]
    return Place(places[0].document, Span(min(s.start for s in spans), max(s.end for s in spans)))
