"""An act: what its head says, and its components (body, attached regulation, appendices).

Source: docs/architecture.md 4.1, docs/field.md 3.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quyche_app.domain.units import Block, Unit, block_lines, walk


class ComponentKind(StrEnum):
    """A component of a file: each has numbering of its own (docs/field.md 3.5)."""

    BODY = "body"
    REGULATION = "regulation"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Component:
    """A tree with its own numbering.

    Attributes:
        id: opaque identity.
        kind: body, attached regulation or appendix.
        label: of an appendix: "I", "02"; "" where it has none.
        title: its name, lines joined by a space.
        front: blocks before the first unit (head, title, căn cứ).
        units: the top units.
        back: blocks after the last unit (signature, recipients).
    """

    id: str
    kind: ComponentKind
    label: str = ""
    title: str = ""
    front: tuple[Block, ...] = ()
    units: tuple[Unit, ...] = ()
    back: tuple[Block, ...] = ()
    repealed: bool = False


class Citable:
    """What has the number and the title of an act, and how sentences call it."""

    __slots__ = ()
    number: str
    title: str

    @property
    def cited_as(self) -> str:
        """Its number, or its title when it has none."""
        return self.number or self.title


@dataclass(frozen=True, slots=True)
class Act:
    """A text with its head; empty strings and None mean that the file does not say."""

    number: str = ""  # "3868-QĐ/TU", "65/2020/QH14"
    kind: str = ""  # "Quyết định", "Luật", "Quy chế"
    title: str = ""  # the name after the kind
    issuer: str = ""
    place: str = ""
    issue_date: date | None = None
    effect_date: date | None = None
    signer: str = ""
    components: tuple[Component, ...] = ()

    @property
    def full_name(self) -> str:
        """Kind and title in one line, as the library list shows it; a title may begin with the kind."""
        if self.kind and self.title.casefold().startswith(self.kind.casefold()):
            return self.title
        return " ".join(part for part in (self.kind, self.title) if part)

    @property
    def main(self) -> Component:
        """The component a person means: the attached regulation where there is one, else the body."""
        for component in self.components:
            if component.kind is ComponentKind.REGULATION:
                return component
        return self.components[0]

    @property
    def has_decision_and_regulation(self) -> bool:
        """A decision with articles of its own stands before the regulation (paths need qc:)."""
        return self.main.kind is ComponentKind.REGULATION and any(
            component.kind is ComponentKind.BODY and component.units
            for component in self.components
        )

    @property
    def regulations(self) -> tuple[Component, ...]:
        """The texts that a decision issues."""
        return tuple(one for one in self.components if one.kind is ComponentKind.REGULATION)

    def address_root(self, component: Component) -> str:
        """Give what addresses inside a component begin with: "", "qc", and "qc2" for a second text that
        the same decision issues."""
        ids = [one.id for one in self.regulations]
        if component.id not in ids:
            return ""
        number = ids.index(component.id) + 1
        if number > 1:
            return f"qc{number}"
        return "qc" if self.has_decision_and_regulation else ""

    def units(self) -> Iterator[Unit]:
        """Give every unit of every component in the order of the text."""
        for component in self.components:
            yield from walk(component.units)


def blocks_lines(blocks: Iterable[Block]) -> list[str]:
    """Give the lines of several blocks."""
    return [line for block in blocks for line in block_lines(block)]


def component_head(component: Component) -> str:
    """Give the line that names a component: "Phụ lục 2"."""
    lines = blocks_lines(component.front)
    return lines[0] if lines else component.title


def is_party_number(number: str) -> bool:
    """Tell a Party number by the hyphen behind its digits: "05-QC/TU" (docs/field.md 1.2)."""
    return number.lstrip("0123456789").startswith("-")
