"""Trees made by hand, for tests in which reading is not the matter."""

from __future__ import annotations

from typing import Any

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.messages import Message, message
from quyche_app.domain.units import Block, Cell, Paragraph, Table, Unit, UnitKind, printed_label


def unit(kind: UnitKind, label: str, words: str = "", *children: Unit, **rest: Any) -> Unit:
    """Give a provision with its printed label; its identity is kind and label unless one is given."""
    rest.setdefault("id", f"{kind}-{label}")
    rest.setdefault("prefix", printed_label(kind, label))
    rest.setdefault("lead", (Paragraph(words),) if words else ())
    return Unit(kind=kind, label=label, children=children, **rest)


def chapter(label: str, *children: Unit, **rest: Any) -> Unit:
    """Give a chapter."""
    return unit(UnitKind.CHAPTER, label, "", *children, **rest)


def article(label: str, name: str | None = None, *children: Unit, **rest: Any) -> Unit:
    """Give an article with a name."""
    return unit(UnitKind.ARTICLE, label, "", *children, heading=name, **rest)


def clause(label: str, words: str = "", *children: Unit, **rest: Any) -> Unit:
    """Give a clause."""
    return unit(UnitKind.CLAUSE, label, words, *children, **rest)


def point(label: str, words: str = "", *children: Unit, **rest: Any) -> Unit:
    """Give a point."""
    return unit(UnitKind.POINT, label, words, *children, **rest)


def component(
    kind: ComponentKind, *units: Unit, front: tuple[Block, ...] = (), **rest: Any
) -> Component:
    """Give a component; its identity is its kind and label unless one is given."""
    rest.setdefault("id", f"{kind}-{rest.get('label', '')}")
    return Component(kind=kind, units=units, front=front, **rest)


def act(*units: Unit, **rest: Any) -> Act:
    """Give an act that is one body of units."""
    return Act(components=(component(ComponentKind.BODY, *units),), **rest)


def table(*rows: tuple[str, ...]) -> Table:
    """Give a table of one paragraph a cell."""
    return Table(tuple(tuple(Cell((Paragraph(words),)) for words in row) for row in rows))


def why(name: str = "x") -> Message:
    """Give a message of which nothing but its code matters."""
    return message(f"test.{name}", name)
