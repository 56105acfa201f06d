"""What changed in the workspace, told to every screen: each reads again what it shows of it, no more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """What is not as it was.

    Attributes:
        has_other_documents: texts came, or stand in another place of the library.
        texts: texts that something was recorded in.
        remarks: texts whose remarks are others.
        is_unknown: something changed and nobody knows what: everything is read again.
    """

    has_other_documents: bool = False
    texts: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset()
    is_unknown: bool = False

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return self != NOTHING

    def __or__(self, other: Changes) -> Changes:
        """Give both together."""
        return Changes(
            self.has_other_documents or other.has_other_documents,
            self.texts | other.texts,
            self.remarks | other.remarks,
            self.is_unknown or other.is_unknown,
        )

    @property
    def in_documents(self) -> bool:
        """Whether there are other texts, or others in another place."""
        return self.has_other_documents or self.is_unknown

    @property
    def in_list(self) -> bool:
        """Whether a line of the library says something else: also a text with a new recording does."""
        return self.in_documents or bool(self.texts)

    def in_text(self, *documents: str) -> bool:
        """Whether something was recorded in one of these texts."""
        return self.is_unknown or not self.texts.isdisjoint(documents)

    def in_remarks(self, document: str) -> bool:
        """Whether a text has other remarks."""
        return self.is_unknown or document in self.remarks


NOTHING = Changes()
DOCUMENTS = Changes(has_other_documents=True)  # in another place of the library
UNKNOWN = Changes(is_unknown=True)


def come(*documents: str) -> Changes:
    """These texts came into the workspace, each with its first recording."""
    return Changes(has_other_documents=True, texts=frozenset(documents))


def recorded_in(*documents: str) -> Changes:
    """Something was recorded in these texts."""
    return Changes(texts=frozenset(documents))


def remarked_on(document: str) -> Changes:
    """A text has other remarks."""
    return Changes(remarks=frozenset((document,)))
