"""Orders as one short line each, so that tables of tests can be read: "amend d5/k2 [after:d5/k1]"."""

from __future__ import annotations

from quyche_app.domain.addresses import Address
from quyche_app.language.citations import Cited
from quyche_app.language.orders import Order, WordPair


def cited(one: Cited | None) -> str:
    """Give a cited provision: "d5/k2", "d5#heading", "d5~3" with the rank of "một số khoản"."""
    if one is None:
        return ""
    slot = "" if one.slot == "unit" else f"#{one.slot}"
    generic = f"~{one.generic}" if one.generic else ""
    return f"{Address(one.path_steps()).path}{slot}{generic}"


def listed(several: tuple[Cited, ...]) -> str:
    """Give cited provisions in their order."""
    return " ".join(cited(one) for one in several)


def pair(one: WordPair) -> str:
    """Give a word pair: "“A”>“B” d5 d6 before “C”"."""
    beside = f" {one.side} “{one.anchor}”" if one.side else ""
    act = f" in {one.act}" if one.act else ""
    return f"“{one.old}”>“{one.new}” {listed(one.places)}".rstrip() + beside + act


def order(one: Order) -> str:
    """Give an order without the words it was read from."""
    parts = [one.verb.value, listed(one.targets)]
    if one.results:
        parts.append(f"=> {listed(one.results)}")
    if one.side:
        parts.append(f"[{one.side}:{cited(one.reference)}]")
    parts += [pair(each) for each in one.pairs]
    parts += [f"except “{words}” {listed(places)}" for words, places in one.exclusions]
    if one.whole_act:
        parts.append("everywhere")
    if one.inline is not None:
        parts.append(f": {one.inline}")
    if one.unknown:
        parts.append(f"? {one.unknown}")
    return " ".join(part for part in parts if part)
