"""Amending orders composed at random from the wordings of offices, with what they mean.

The wordings are a file of their own (``wordings.txt``), written from how offices write and never
from the grammar. What an order does is done by hand on a text that is known (``known_regulations``).

    python -m tests.properties.composed_orders --examples 20000 --chains 2000

prints how many were right, told, silently wrong, and which wordings were not right.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from random import Random

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Confidence, State
from quyche_app.reading.files import read_bytes
from tests.properties.known_regulations import (
    LETTERS,
    Level,
    Provision,
    Regulation,
    article,
    clause,
    heading,
    new_words,
    phrase_of,
    put_for,
    regulation,
    sentence,
    taken_out,
)

WORDINGS = Path(__file__).with_name("wordings.txt")


@cache
def wordings() -> dict[str, tuple[str, ...]]:
    """The templates by section."""
    sections: dict[str, list[str]] = {}
    for line in WORDINGS.read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            here = sections.setdefault(line[1:-1], [])
        elif line.strip() and not line.startswith("#"):
            here.append(line)
    return {name: tuple(lines) for name, lines in sections.items()}


class Verdict(StrEnum):
    """What the program made of an order or a chain."""

    RIGHT = "right"
    TOLD = "told"  # not done, or done and called doubtful
    SILENT = "silently wrong"


@dataclass
class Order:
    """An order of an act: its lines, the wordings it was made from, what it does to the text.

    ``act`` is None where nothing may be done: the sentence gives no order that can be carried out.
    """

    lines: list[str]
    made_from: tuple[str, ...]
    act: Callable[[], None] | None


@dataclass
class Place:
    """A provision of the regulation, the provisions above it, and its words in an order."""

    way: tuple[Provision, ...]
    words: str
    template: str

    @property
    def provision(self) -> Provision:
        return self.way[-1]


class NoSuchOrder(Exception):
    """The text has nothing that such an order could be about: another is drawn."""


@dataclass
class Composer:
    """Draws orders on one regulation. Each provision named by an order is left alone by others."""

    chance: Random
    base: Regulation
    used: set[str] = field(default_factory=set)  # labels of articles
    made_from: list[str] = field(default_factory=list)
    bound: dict[str, str] | None = (
        None  # section → its only wording; others give their first that fits
    )

    # -- drawing -----------------------------------------------------------------------------

    def drawn(self, section: str, fits: Callable[[str], bool] = lambda _: True) -> str:
        """Draw a wording of a section and remember it."""
        choices = [t for t in wordings()[section] if fits(t)]
        drawn = self.chance.choice(choices)
        template = drawn if self.bound is None else self.bound.get(section, choices[0])
        self.made_from.append(f"[{section}] {template}")
        return template

    def _free_article(self) -> Provision:
        free = [a for a in self.base.articles if not a.repealed and a.label not in self.used]
        if not free:
            raise NoSuchOrder
        return self.chance.choice(free)

    def way(self, *levels: Level) -> tuple[Provision, ...]:
        """Draw a provision of one of the levels, with those above it; its article is used then."""
        level = self.chance.choice(levels)
        top = self._free_article()
        way = [top]
        while way[-1].level is not level:
            choices = way[-1].present
            if level is Level.POINT and len(way) == 1:
                choices = [c for c in choices if c.present]
            if not choices:
                raise NoSuchOrder
            way.append(self.chance.choice(choices))
        self.used.add(top.label)
        return tuple(way)

    def fits_base(self, template: str) -> bool:
        number = re.search(r"số (\d\S*)", template)
        if number is not None and number[1] != self.base.number:
            return False
        return "làm việc" not in template or "làm việc" in self.base.title

    def worded(
        self, way: tuple[Provision, ...], fits: Callable[[str], bool] | None = None
    ) -> Place:
        """Give a provision an address in words."""
        section = ("place article", "place clause", "place point")[len(way) - 1]
        template = self.drawn(section, lambda t: self.fits_base(t) and (fits is None or fits(t)))
        labels = dict(zip("dkp", (each.label for each in way), strict=False))
        return Place(way, template.format(**labels), template)

    def place(self, *levels: Level) -> Place:
        return self.worded(self.way(*levels))

    def quoted(self, words: str) -> str:
        """Words in quotation marks; one kind of marks for a whole order would be the rule."""
        opening, closing = self._marks
        return f"{opening}{words}{closing}"

    def __post_init__(self) -> None:
        kinds = (("“", "”"), ("“", "”"), ("“", "”"), ('"', '"'), ("«", "»"))
        self._marks = self.chance.choice(kinds) if self.bound is None else kinds[0]

    def block(self, lines: list[str]) -> list[str]:
        """New wording on lines of its own, in quotation marks."""
        result = list(lines)
        opening, closing = self._marks
        result[0] = opening + result[0]
        result[-1] += closing + self.chance.choice(("", "", ".", ";"))
        return result

    # -- orders ------------------------------------------------------------------------------

    def _reworded(self, provision: Provision) -> Provision:
        """A new wording of a provision, with its label."""
        if provision.level is Level.ARTICLE:
            return article(self.chance, provision.label)
        if provision.level is Level.CLAUSE:
            return clause(self.chance, provision.label)
        end = provision.text[-1] if provision.text[-1] in ".;" else "."
        return Provision(Level.POINT, provision.label, sentence(self.chance, end))

    @staticmethod
    def _become(old: Provision, new: Provision) -> Callable[[], None]:
        def act() -> None:
            old.text, old.children, old.repealed = new.text, new.children, False

        return act

    def amend(self, section: str = "amend", way: tuple[Provision, ...] | None = None) -> Order:
        place = self.place(*Level) if way is None else self.under(way)
        new = self._reworded(place.provision)
        order = self.drawn(section).format(place=place.words)
        lines = [order, *self.block(list(new.lines()))]
        return self._made(lines, self._become(place.provision, new))

    def amend_inline(self) -> Order:
        place = self.place(Level.CLAUSE, Level.POINT)
        new = self._reworded(place.provision)
        new.children = []
        new.text = new.text.replace(":", ".")
        lines = list(new.lines())
        if self.bound is None and self.chance.random() < 0.2:
            lines = [new.text]  # without its label
        order = self.drawn("amend inline").format(place=place.words, text=self.quoted(lines[0]))
        return self._made([order], self._become(place.provision, new))

    def repeal(self, section: str = "repeal", way: tuple[Provision, ...] | None = None) -> Order:
        place = self.place(*Level) if way is None else self.under(way)
        order = self.drawn(section).format(place=place.words)
        return self._made([order], lambda: self._repealed([place.provision]))

    @staticmethod
    def _repealed(which: list[Provision]) -> None:
        for each in which:
            each.repealed = True

    def repeal_two(self) -> Order:
        if self.chance.random() < 0.5:
            clauses, words = self._two_clauses()
        else:
            clauses, words = self._two_places()
        order = self.drawn("repeal two").format(places=words)
        return self._made([order], lambda: self._repealed(clauses))

    def _two_clauses(self) -> tuple[list[Provision], str]:
        """Two clauses of one article."""
        (top,) = self.way(Level.ARTICLE)
        if len(top.present) < 2:
            raise NoSuchOrder
        which = sorted(self.chance.sample(range(len(top.present)), 2))
        clauses = [top.present[n] for n in which]
        words = self.drawn("clauses", self.fits_base).format(
            d=top.label, k1=clauses[0].label, k2=clauses[1].label
        )
        return clauses, words

    def _two_places(self) -> tuple[list[Provision], str]:
        """Two places of one level, written alike; commas in places and between them leave open what
        belongs together, for a reader as well."""
        level = self.chance.choice(list(Level))
        a, b = self.way(level), self.way(level)
        one = self.worded(a, lambda t: not re.search("[,(]|- ", t))
        other = self.worded(b, lambda t: t == one.template)
        words = self.drawn("places").format(a=one.words, b=other.words)
        return [a[-1], b[-1]], words

    def _phrase(
        self, place: Place, scope: list[Provision] | None = None, *, once: bool = False
    ) -> str:
        phrase = phrase_of(self.chance, place.provision, scope or [place.provision], once=once)
        if phrase is None:
            raise NoSuchOrder
        return phrase

    def replace(self) -> Order:
        place = self.place(*Level)
        old, new = self._phrase(place), new_words(self.chance)
        order = self.drawn("replace").format(
            old=self.quoted(old), new=self.quoted(new), place=place.words
        )
        return self._made([order], lambda: put_for(old, new, [place.provision]))

    def replace_everywhere(self) -> Order:
        if self.used:
            raise NoSuchOrder
        place = self.place(Level.ARTICLE)
        self.made_from.pop()  # its address is not written
        self.used |= {each.label for each in self.base.articles}
        old, new = self._phrase(place, self.base.articles), new_words(self.chance)
        order = self.drawn("replace everywhere", self.fits_base).format(
            old=self.quoted(old), new=self.quoted(new)
        )
        return self._made([order], lambda: put_for(old, new, self.base.articles))

    def remove_words(self) -> Order:
        place = self.place(*Level)
        old = self._phrase(place)
        order = self.drawn("remove words").format(old=self.quoted(old), place=place.words)
        return self._made([order], lambda: taken_out(old, [place.provision]))

    def add_words(self) -> Order:
        place = self.place(*Level)
        anchor, words = self._phrase(place, once=True), new_words(self.chance)
        side = self.chance.choice(("after", "before"))
        order = self.drawn(f"add words {side}").format(
            anchor=self.quoted(anchor), words=self.quoted(words), place=place.words
        )
        both = f"{anchor} {words}" if side == "after" else f"{words} {anchor}"
        return self._made([order], lambda: put_for(anchor, both, [place.provision]))

    def insert_after(self) -> Order:
        place = self.place(*Level)
        level, label = place.provision.level, place.provision.label
        siblings = place.way[-2].children if len(place.way) > 1 else self.base.articles
        if (not label[-1].isdigit() and level is not Level.POINT) or (
            label[-1] == "1" and label[0].isalpha()
        ):
            raise NoSuchOrder  # after 2a comes 2b: how that is written is another matter
        new_label = label + ("1" if level is Level.POINT else "a")
        if any(each.label == new_label for each in siblings):
            raise NoSuchOrder
        blank = Provision(level, new_label, ".")
        new = self._reworded(blank)
        order = self.drawn("insert after").format(
            place=place.words, newunit=f"{level.word} {new_label}"
        )
        lines = [order, *self.block(list(new.lines()))]

        def act() -> None:
            siblings.insert(siblings.index(place.provision) + 1, new)

        return self._made(lines, act)

    def insert_at_end(self) -> Order:
        place = self.place(Level.ARTICLE, Level.CLAUSE)
        children = place.provision.children
        if not children or children[-1].repealed:
            raise NoSuchOrder
        last = children[-1].label
        if place.provision.level is Level.ARTICLE:
            new = clause(self.chance, str(int(re.match(r"\d+", last)[0]) + 1))  # type: ignore[index]
        else:
            next_letter = LETTERS[LETTERS.index(last[0]) + 1]
            new = Provision(Level.POINT, next_letter, sentence(self.chance))
        order = self.drawn("insert at end").format(
            place=place.words, newunit=f"{new.level.word} {new.label}"
        )
        lines = [order, *self.block(list(new.lines()))]
        return self._made(lines, lambda: children.append(new))

    def rename(self) -> Order:
        (top,) = self.way(Level.ARTICLE)
        title = heading(self.chance) + " và " + new_words(self.chance)
        order = self.drawn("rename article").format(d=top.label, title=self.quoted(title))

        def act() -> None:
            top.text = title

        return self._made([order], act)

    def told(self) -> Order:
        place = self.place(*Level)
        return self._made([self.drawn("told").format(place=place.words)], None)

    def impossible(self) -> Order:
        """An order about a provision that is not there."""
        (top,) = self.way(Level.ARTICLE)
        gone = Provision(
            Level.CLAUSE, str(int(re.match(r"\d+", top.children[-1].label)[0]) + 4), ""
        )  # type: ignore[index]
        place = self.worded((top, gone))
        if self.chance.random() < 0.5:
            return self._made([self.drawn("repeal").format(place=place.words)], None)
        order = self.drawn("replace").format(
            old=self.quoted("chuẩn bị tài liệu"), new=self.quoted("số hóa"), place=place.words
        )
        return self._made([order], None)

    def under(self, way: tuple[Provision, ...]) -> Place:
        """A place that is named under a line which gave the rest: "khoản 2"."""
        provision = way[-1]
        return Place(way, f"{provision.level.word} {provision.label}", "")

    def container(self) -> Order:
        """A line with a place and two orders under it."""
        place = self.place(Level.ARTICLE, Level.CLAUSE)
        below = place.provision.present
        if len(below) < 2:
            raise NoSuchOrder
        lines = [self.drawn("container").format(place=place.words)]
        acts = []
        chosen = self.chance.sample(range(len(below)), 2)
        for mark, number in zip("ab", sorted(chosen), strict=False):
            way = (*place.way, below[number])
            if self.chance.random() < 0.5:
                order = self.amend("under amend", way)
            else:
                order = self.repeal("under repeal", way)
            lines += [f"{mark}) {order.lines[0]}", *order.lines[1:]]
            acts.append(order.act)
        return self._made(lines, lambda: [act() for act in acts if act] and None)

    def container_of_words(self) -> Order:
        """A line with a place, and words to put for others there."""
        place = self.place(*Level)
        old, new = self._phrase(place), new_words(self.chance)
        lines = [self.drawn("container").format(place=place.words)]
        order = self.drawn("under replace").format(old=self.quoted(old), new=self.quoted(new))
        return self._made([lines[0], f"a) {order}"], lambda: put_for(old, new, [place.provision]))

    def _made(self, lines: list[str], act: Callable[[], None] | None) -> Order:
        return Order(lines, tuple(self.made_from), act)

    def order(self, kinds: Sequence[str] = ()) -> Order:
        """Draw an order of one of the kinds, or of any."""
        names = kinds or [name for name, share in KINDS.items() for _ in range(share)]
        while True:
            self.made_from = []
            used = set(self.used)
            try:
                return self._drawn_order(self.chance.choice(names))
            except NoSuchOrder:
                self.used = used
                if not any(not a.repealed and a.label not in used for a in self.base.articles):
                    raise

    def _drawn_order(self, kind: str) -> Order:
        made: Callable[[], Order] = getattr(self, kind)
        return made()


# The kinds of orders, with how often each is drawn.
KINDS = {
    "amend": 4,
    "amend_inline": 2,
    "repeal": 4,
    "repeal_two": 2,
    "replace": 4,
    "replace_everywhere": 1,
    "remove_words": 2,
    "add_words": 3,
    "insert_after": 3,
    "insert_at_end": 2,
    "rename": 1,
    "container": 2,
    "container_of_words": 1,
    "told": 2,
    "impossible": 1,
}


# -- acts ------------------------------------------------------------------------------------------


def _noise(chance: Random, line: str) -> str:
    """Type a line as people type: now and then a slip that changes nothing of its sense."""
    slips: tuple[Callable[[str], str], ...] = (
        lambda s: s.replace(" ", "  ", 1),
        lambda s: s.replace(" ", "\xa0"),
        lambda s: unicodedata.normalize("NFD", s),
        lambda s: s.rstrip(".") if not s.endswith("..") else s,
        lambda s: s.replace("khoản", "Khoản"),
        lambda s: re.sub(r"^([^“«\"]*?), ", r"\1 , ", s),
        lambda s: s + " ",
        lambda s: s.replace("Điều", "điều"),
    )
    return chance.choice(slips)(line) if chance.random() < 0.12 else line


@dataclass
class ComposedAct:
    """An amending act, and the orders it was made of."""

    text: str
    orders: list[Order]

    @property
    def made_from(self) -> tuple[str, ...]:
        return tuple(part for order in self.orders for part in order.made_from)


_OFFICES = {
    "TU": "TỈNH ỦY MẪU",
    "HU": "HUYỆN ỦY MẪU",
    "ĐU": "ĐẢNG ỦY CƠ QUAN MẪU",
    "ĐHKT": "TRƯỜNG ĐẠI HỌC KINH TẾ MẪU",
    "LĐLĐ": "LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU",
    "VP": "VĂN PHÒNG MẪU",
}


def base_for(chance: Random, opening: str) -> Regulation:
    """A regulation that an opening speaks of."""
    number = re.search(r"Quyết định số ([^\s,]+)", opening)
    day = re.search(r"ngày (\d+)(?:/| tháng )(\d+)(?:/| năm )(\d{4})", opening)
    what = re.search(
        r"Quy chế(?: (làm việc|chi tiêu nội bộ|phối hợp))?(?: (của .+?))?,?(?: ban| như|$)", opening
    )
    kind = (what[1] if what else None) or "làm việc"
    whose = (what[2] if what else None) or "của Ban Chấp hành"
    known = number[1] if number else "15-QĐ/TU"
    return regulation(
        chance,
        number=known,
        title=f"{kind} {whose}",
        office=_OFFICES[re.split("[-/]", known)[-1]],
        day=f"Mẫu, ngày {day[1]} tháng {day[2]} năm {day[3]}" if day else "",
    )


def composed(
    chance: Random,
    base: Regulation,
    opening: str,
    orders: int,
    number: int = 1,
    kinds: Sequence[str] = (),
    bound: dict[str, str] | None = None,
) -> ComposedAct:
    """Compose an act of a number of orders. What they do is not yet done.

    With ``bound`` it is typed without slips, and of the other sections the first wordings are taken.
    """
    composer = Composer(chance, base, bound=bound)
    made: list[Order] = []
    for _ in range(orders):
        try:
            made.append(composer.order(kinds))
        except NoSuchOrder:
            break
    lines = [
        base.office,
        "*",
        f"Số {100 + number}{base.number.lstrip('0123456789')}",
        f"Mẫu, ngày 0{number} tháng 02 năm 2026",
        "QUYẾT ĐỊNH",
        f"sửa đổi, bổ sung một số điều của Quy chế {base.title}",
        f"Điều 1. {opening}",
    ]
    mark = chance.choice(("{}. ",) * 8 + ("{}) ", "- ")) if bound is None else "{}. "
    for place, order in enumerate(made, 1):
        first, *rest = order.lines
        typed = _noise(chance, first) if bound is None else first
        lines += [mark.format(place) + typed, *rest]
    closings = wordings()["closing"]
    of_effect = [
        one for one in closings if "hiệu lực kể từ" in one or "hiệu lực thi hành kể" in one
    ]
    others = [one for one in closings if "có hiệu lực" not in one]
    said = [*chance.sample(others, chance.randint(0, 2)), chance.choice(of_effect)]
    lines += [f"Điều {place}. {line}" for place, line in enumerate(said, 2)]
    return ComposedAct("\n".join(lines), made)


def judged(base: Regulation, acts: list[ComposedAct], truth: Regulation) -> tuple[Verdict, str]:
    """Say what the program makes of acts on a base, with the reason or the difference."""
    readings = [
        read_amendments(read_bytes("sua.txt", act.text.encode()), number)
        for number, act in enumerate(acts, 1)
    ]
    result = consolidate(read_bytes("goc.txt", base.text().encode()).act, readings)
    told = [
        f"{o.instruction.source_text}: {o.reason}"
        for o in result.outcomes
        if o.state is not State.APPLIED or o.confidence is not Confidence.HIGH
    ]
    told += [f"{unread.text}: {unread.reason}" for reading in readings for unread in reading.unread]
    got, wanted = list(act_lines(result.act))[len(base.head) :], truth.body()
    nothing_to_do = any(order.act is None for act in acts for order in act.orders)
    same = got == wanted
    if same and (told or not nothing_to_do):
        certain = not told or nothing_to_do
        return (Verdict.RIGHT if certain else Verdict.TOLD), "; ".join(told)
    if told:
        return Verdict.TOLD, "; ".join(told)
    other = [line for line in difflib.ndiff(wanted, got) if line[0] in "-+"]
    return Verdict.SILENT, " | ".join(other[:4]) or "nothing told"


@dataclass
class Example:
    """A regulation, acts that amend it one after another, and the text that is right at the end."""

    base: Regulation
    acts: list[ComposedAct]
    truth: Regulation

    def verdict(self) -> tuple[Verdict, str]:
        return judged(self.base, self.acts, self.truth)

    @property
    def made_from(self) -> tuple[str, ...]:
        return tuple(part for act in self.acts for part in act.made_from)


def example(chance: Random, acts: int = 1, orders: int = 1, kinds: Sequence[str] = ()) -> Example:
    """Compose an example: ``acts`` acts of up to ``orders`` orders each."""
    opening = chance.choice(wordings()["opening"])
    truth = base_for(chance, opening)
    base = deepcopy(truth)
    made = []
    for number in range(1, acts + 1):
        act = composed(chance, truth, opening, chance.randint(1, orders), number, kinds)
        for order in act.orders:
            if order.act is not None:
                order.act()
        made.append(act)
    return Example(base, made, truth)


def examples(
    seed: int, count: int, acts: int = 1, orders: int = 1, kinds: Sequence[str] = ()
) -> Iterator[Example]:
    """Give examples that a seed draws."""
    for number in range(count):
        chance = Random(f"{seed}-{number}-{acts}-{'-'.join(kinds)}")
        yield example(chance, chance.randint(3, 6) if acts > 1 else 1, orders, kinds)


# The kind of order that says each section's wordings.
SAID_BY = {
    "place article": "repeal",
    "place clause": "repeal",
    "place point": "repeal",
    "places": "repeal_two",
    "clauses": "repeal_two",
    "amend": "amend",
    "amend inline": "amend_inline",
    "repeal": "repeal",
    "repeal two": "repeal_two",
    "replace": "replace",
    "replace everywhere": "replace_everywhere",
    "remove words": "remove_words",
    "add words after": "add_words",
    "add words before": "add_words",
    "insert after": "insert_after",
    "insert at end": "insert_at_end",
    "rename article": "rename",
    "container": "container",
    "under amend": "container",
    "under repeal": "container",
    "under replace": "container_of_words",
    "told": "told",
}


def alone(section: str, template: str, count: int) -> Iterator[Example]:
    """Give examples whose only unusual wording is this one."""
    bound = {section: template}
    wanted = f"[{section}] {template}"
    openings = wordings()["opening"]
    for number in range(40 * count):
        chance = Random(f"{wanted}-{number}")
        opening = openings[number % len(openings)]
        truth = base_for(chance, opening)
        base = deepcopy(truth)
        if not Composer(chance, base).fits_base(template):
            continue
        act = composed(chance, truth, opening, 1, 1, (SAID_BY[section],), bound)
        if wanted not in act.made_from:
            continue
        for order in act.orders:
            if order.act is not None:
                order.act()
        yield Example(base, [act], truth)
        count -= 1
        if not count:
            return


# -- telling ---------------------------------------------------------------------------------------


def main(words: list[str] | None = None) -> int:
    """Print the figures, and the wordings that were not right."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", type=int, default=2000)
    parser.add_argument("--chains", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="examples to print of each wording")
    asked = parser.parse_args(words)
    silent = 0
    runs = (("orders", asked.examples, 1, 1), ("chains", asked.chains, 2, 2))
    for name, count, acts, orders in runs:
        verdicts: Counter[Verdict] = Counter()
        wrong: dict[str, list[tuple[Verdict, str, str]]] = defaultdict(list)
        met: Counter[str] = Counter()
        for each in examples(asked.seed, count, acts, orders):
            verdict, why = each.verdict()
            verdicts[verdict] += 1
            met.update(set(each.made_from))
            if verdict is not Verdict.RIGHT:
                lines = "\n".join("\n".join(o.lines) for a in each.acts for o in a.orders)
                for part in set(each.made_from):
                    wrong[part].append((verdict, lines, why))
        if count:
            print(
                name,
                count,
                {v.value: verdicts[v] for v in Verdict},
                f"{verdicts[Verdict.RIGHT] / count:.2%}",
            )
        silent += verdicts[Verdict.SILENT]
        for part, cases in sorted(wrong.items(), key=lambda item: -len(item[1]) / met[item[0]]):
            quiet = sum(1 for case in cases if case[0] is Verdict.SILENT)
            print(f"{len(cases)}/{met[part]} ({quiet} silent) {part}")
            for verdict, lines, why in sorted(cases, key=lambda c: c[0] is not Verdict.SILENT)[
                : asked.show
            ]:
                print(f"    {verdict.value}: {lines}\n        {why}")
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
