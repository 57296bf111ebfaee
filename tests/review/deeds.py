"""Things a person does, for tests and for hypothesis."""

from hypothesis import strategies as st

from crossread.align.pin import Pin
from crossread.review.action import (
    Action,
    Decision,
    DocumentAdded,
    DocumentRemoved,
    DocumentReplaced,
    FactCorrection,
    Note,
    NoteRemoved,
    Realigned,
    Redone,
    Tagged,
    Undone,
    Withdrawn,
)
from crossread.spin.choice import SpinChoice
from crossread.text.anchor import Anchor, Quoted
from crossread.text.choice import BoilerplateChoice, DocumentDetail
from crossread.text.span import Span

DIGESTS = [letter * 64 for letter in "abcd"]

digests = st.sampled_from(DIGESTS)
words = st.text(max_size=30)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 99))
anchors = st.builds(Anchor, digests, spans)
quotes = st.builds(Quoted, anchors, words, words, words)
some_anchors = st.lists(anchors, max_size=4).map(tuple)
few_quotes = st.lists(quotes, max_size=2).map(tuple)
few = st.sampled_from(["f1", "f2", "f3"])
tags = st.lists(words.filter(bool), max_size=3).map(tuple)
pins = st.one_of(
    st.builds(Pin, st.just("together"), some_anchors, silent=st.lists(digests, max_size=2).map(tuple)),
    st.builds(Pin, st.just("apart"), some_anchors, some_anchors),
)
deeds: st.SearchStrategy[Action] = st.one_of(
    st.builds(
        Decision, few, st.sampled_from(["open", "confirmed", "disputed", "dismissed", "put off"]), words,
        st.booleans(), st.integers(0, 99), st.just("numbers"), words, few_quotes,
    ),
    st.builds(Tagged, few, tags, st.integers(0, 99), words, st.just("numbers"), few_quotes),
    st.builds(Note, few, quotes, words, tags, st.booleans()),
    st.builds(NoteRemoved, few),
    st.builds(
        Realigned, st.sampled_from(["align", "apart", "merge", "split", "move"]),
        st.lists(pins, max_size=3).map(tuple), words,
    ),
    st.builds(
        FactCorrection, st.sampled_from(["same fact", "different facts", "value", "no quantity"]), some_anchors,
        words, some_anchors,
    ),
    st.builds(SpinChoice, st.sampled_from(["not spun", "original", "as found"]), digests, digests),
    st.builds(BoilerplateChoice, anchors, st.booleans()),
    st.builds(DocumentDetail, digests, st.sampled_from(["name", "title", "publisher"]), words),
    st.builds(DocumentAdded, digests, st.sampled_from("ABCD"), words),
    st.builds(DocumentRemoved, digests, words),
    st.builds(DocumentReplaced, digests, digests, words),
)  # fmt: skip
actions = st.one_of(deeds, few.map(Undone), few.map(Redone), few.map(Withdrawn))
