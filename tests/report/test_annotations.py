"""Notes and decisions as Web Annotations: what the W3C's model asks for, and places that are found again."""

import base64
import json

import pytest

import reviews
from crossread.report.additions import additions
from crossread.report.annotations import source_of, to_annotations
from worked_comparison import worked

SOURCES = {source_of(document): document for document in worked().documents}


@pytest.fixture(scope="module")
def collection():
    found = worked()
    return json.loads(
        to_annotations(found, additions(found, reviews.review(found, "The hull was torn open")))
    )


def test_it_is_a_collection_with_one_page(collection):
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["total"] == len(collection["first"]["items"]) == 5
    ids = [item["id"] for item in collection["first"]["items"]]
    assert len(set(ids)) == 5


def test_every_target_leads_to_its_words(collection):
    for item in collection["first"]["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            text = SOURCES[target["source"]].text
            quote, position = target["selector"]
            exact = text[position["start"] : position["end"]]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert quote["exact"] == exact
            assert f"{quote['prefix']}{exact}{quote['suffix']}" in text


def test_notes_comment_and_decisions_assess(collection):
    note, *decisions = collection["first"]["items"]
    assert note["motivation"] == "commenting"
    assert [(body["purpose"], body["value"]) for body in note["body"]] == [
        ("commenting", "The ministry says otherwise."), ("tagging", "call back"),
    ]  # fmt: skip
    assert note["creator"] == {"type": "Person", "name": "Ada Adler"}
    assert {item["motivation"] for item in decisions} == {"assessing"}
    assert [item["body"][0]["value"] for item in decisions] == [
        "confirmed",
        "disputed",
        "dismissed",
        "put off",
    ]


def test_a_document_is_named_by_the_digest_of_its_text():
    document = worked().documents[0]
    encoded = source_of(document).removeprefix("ni:///sha-256;")
    assert base64.urlsafe_b64decode(encoded + "=").hex() == document.digest
