"""What is written, as a test looks at it."""

from __future__ import annotations

from lxml import etree

from quyche_app.writing.ooxml.elements import Element, name, root


def xml(*elements: Element) -> str:
    """Give elements as they stand in a part, without its root."""
    written = etree.tostring(root("body", *elements), encoding="unicode")
    return written.partition(">")[2].removesuffix("</w:body>")


def tags(element: Element) -> list[str]:
    """Give the names of the children."""
    return [etree.QName(child).localname for child in element]


def values(element: Element, tag: str, key: str) -> list[str | None]:
    """Give an attribute of every element of a name inside, in order."""
    return [one.get(name(key)) for one in element.iter(name(tag))]


def words(element: Element) -> str:
    """Give the words inside."""
    return "".join(str(piece) for piece in element.itertext())
