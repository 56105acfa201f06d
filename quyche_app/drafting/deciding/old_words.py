"""What the old text says where an order is about to change it."""

from __future__ import annotations

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address
from quyche_app.domain.decisions import Item
from quyche_app.domain.flow import own_head_lines, unit_lines
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import UnitKind


class OldWords:
    """Looks the words of orders up in the old text."""

    def __init__(self, old: Act) -> None:
        self._index = TreeIndex(old)

    def of(self, item: Item) -> str:
        """Give the words that an order to amend replaces: with its label, lines apart."""
        unit = self._index.by_id[item.old_ids[0]].unit
        match item.targets[0].slot:
            case "heading":
                return (unit.prefix + unit.heading_words).strip()
            case "lead" if unit.heading is not None:
                return "\n".join(own_head_lines(unit)[1:])
            case "lead":
                return "\n".join(own_head_lines(unit))
            case _:
                return "\n".join(unit_lines(unit))

    def article_id(self, item: Item) -> str:
        """Give the identity of the article that an order is about; "" for an insertion."""
        return self.article_of(item.old_ids[0]) if item.old_ids else ""

    def article_of(self, unit_id: str) -> str:
        """Give the identity of the article that holds a provision, of itself outside articles."""
        placed = self._index.by_id.get(unit_id)
        while placed is not None and placed.unit.kind is not UnitKind.ARTICLE:
            placed = self._index.by_id[placed.parent.id] if placed.parent is not None else None
        return placed.unit.id if placed is not None else unit_id

    def path_of(self, unit_id: str) -> str:
        """Give the path of a provision of the old text."""
        return self._index.by_id[unit_id].address.path if unit_id in self._index.by_id else ""

    def article_at(self, address: Address) -> str:
        """Give the identity of the article that holds an address; "" when it is not there."""
        found = self._index.find(address)
        return self.article_of(found[0].unit.id) if found else ""
