"""XML that is not trusted: no entities, no network, no depth without end."""

from typing import TYPE_CHECKING

from crossread.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parsed(data: bytes) -> "_Element":
    """The root of an XML document.

    libxml2 itself refuses elements nested more than 256 deep and texts of more than 10 MB.

    Raises:
        ReadError: it is no XML, or defines entities, as only files made to do harm do; the message is a predicate.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, remove_comments=True,
        remove_pis=True, huge_tree=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "emory" in str(error):  # libxml2's own words
            raise MemoryError from error
        raise ReadError(
            "is damaged (the XML in it cannot be read); open it in the program it is from, save it anew and open that"
        ) from error
    found = root.getroottree().docinfo.internalDTD
    if found is not None and next(iter(found.iterentities()), None) is not None:
        raise ReadError("defines entities of its own, as files made to do harm do, and was not opened")
    return root


def local(element: "_Element") -> str:
    """The name of an element without its namespace; empty for an entity or a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: "_Element", name: str) -> str:
    """An attribute by its name without namespace, or empty."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""
