"""Writing the amending decision that leads from one text to another, in turns of order and proof.

The decision is read by the reader that reads strangers' decisions and applied to the old text. Where
that does not give the new text, the article concerned is ordered more coarsely, and proved again;
what no order gives is shown. Source: docs/architecture.md 3, 7.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from quyche_app.amending.apply import consolidate
from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import stands_in
from quyche_app.domain.comparisons import Comparison
from quyche_app.domain.counts import counts_of
from quyche_app.domain.decisions import Decision, Item, LeftOut, ProvisionVerdict
from quyche_app.domain.errors import WritingError
from quyche_app.domain.messages import message
from quyche_app.domain.operations import ReadAmendments, Target
from quyche_app.domain.trees import TreeIndex, tree_index
from quyche_app.domain.units import UnitKind
from quyche_app.drafting.deciding.changes import ChangeFinder
from quyche_app.drafting.deciding.compose import compose
from quyche_app.drafting.deciding.goal import (
    goal_of,
    in_parts_of,
    with_old_printing,
    with_old_typing,
    with_repeals,
    without_copies,
)
from quyche_app.drafting.deciding.matches import matches_of
from quyche_app.drafting.deciding.old_words import OldWords
from quyche_app.drafting.deciding.phrases import with_phrases
from quyche_app.drafting.deciding.proof import mismatches, proved
from quyche_app.drafting.deciding.template import DecisionTemplate

_TURNS = 4


def only_differ_in(where: Sequence[str]) -> WritingError:
    """Give the error that says where alone two texts differ."""
    return WritingError(
        message(
            "QC-W162",
            "Không điều, khoản nào phải sửa đổi: hai bản chỉ khác ở {where}.",
            where="; ".join(where),
        )
    )


class DecisionWriter:
    """Finds the orders that lead from one text to another, and orders more coarsely what its proof
    shows to be wrong.

    Args:
        compared: the two texts, compared; repealed provisions are those of ``with_repeals``.
        read_back: reads a decision as any stranger's.
        reasons: path of a provision, in either text → why it is changed.
        skips_typing: what differs in spelling, capitals and marks alone is not amended.
    """

    def __init__(
        self,
        old: Act,
        new: Act,
        template: DecisionTemplate,
        reasons: Mapping[str, str],
        *,
        compared: Callable[[Act, Act], Comparison],
        read_back: Callable[[Act], ReadAmendments],
        skips_typing: bool,
    ) -> None:
        self._reasons = _in_regulation(reasons, old, new) if reasons else {}
        self._reasons_used: set[str] = set()
        new = in_parts_of(old, new)
        old, new = with_repeals(old), with_repeals(new)
        self._matches = matches_of(compared(old, new))
        printed = with_old_printing(new, self._matches)
        self._printed = TreeIndex(printed)
        new, copies = without_copies(printed, self._matches)
        reason = "đứng hai lần, số và lời văn như nhau: chỉ lấy một lần"
        self._copies = tuple(
            LeftOut(self._printed.by_id[unit_id].address.words, reason) for unit_id in copies
        )
        self.versions = old, new
        self._old, self._new, self._template = old, new, template
        meant, self._only_typed = with_old_typing(new, self._matches) if skips_typing else (new, ())
        self._goal, self._relabelled = goal_of(meant, self._matches)
        self._words = OldWords(old)
        self._read_back = read_back
        self._plain: set[str] = set()
        self._whole: set[str] = set()

    def decide(self) -> Decision:
        """Give the best decision after at most four turns.

        Raises:
            WritingError: QC-W161 the two texts do not differ; QC-W162 they differ only where no
                provision is to be amended.
        """
        tried: list[Decision] = []
        for _ in range(_TURNS):
            decision = self._once()
            tried.append(decision)
            if not decision.mismatches or not self._coarser(decision):
                break
        return min(tried, key=lambda decision: len(decision.mismatches))

    def _once(self) -> Decision:
        finder = ChangeFinder(self._old, self._goal, self._matches, frozenset(self._whole))
        items = with_phrases(finder.find(), self._words, frozenset(self._plain | self._whole))
        if not items:
            raise self._nothing_to_order(finder.left_out)
        apart = frozenset(self._words.path_of(one) for one in self._plain | self._whole)
        written = compose(self._with_reasons(items), self._old, self._goal, self._template, apart)
        result = consolidate(self._old, [self._read_back(written.act)])
        wrong = mismatches(self._goal, result.act)
        bad = {m.path for m in wrong}
        return Decision(
            written.act,
            self._old,
            self._goal,
            self._verdicts(bad),
            tuple(proved(entry, result, bad) for entry in written.places),
            self._relabelled,
            (*finder.left_out, *self._copies),
            wrong,
            self._only_typed,
            tuple(path for path in self._reasons if path not in self._reasons_used),
            (),
            counts_of(result),
        )

    def _nothing_to_order(self, left_out: Sequence[LeftOut]) -> WritingError:
        where = list(dict.fromkeys(one.words for one in (*left_out, *self._copies)))
        if self._only_typed:
            where.append("chính tả, chữ hoa, dấu câu")
        if self._relabelled:
            where.append("số điều, khoản, điểm đánh lại")
        if not where:
            return WritingError(
                message("QC-W161", "Hai bản không khác nhau nên không có gì để sửa đổi.")
            )
        return only_differ_in(where)

    def _with_reasons(self, items: Sequence[Item]) -> list[Item]:
        """The reason given for the provision itself, or for what holds it or stands in it. An address
        means the issued text; where nothing is ordered there, the new one."""
        if not self._reasons:
            return list(items)
        new = TreeIndex(self._new).by_id
        ordered = [[target.address.path for target in item.targets] for item in items]
        written = [[new[i].address.path for i in item.new_ids if i in new] for item in items]
        reasons: list[list[str]] = [[] for _ in items]
        for path, reason in self._reasons.items():
            about = _about(path, ordered) or _about(path, written)
            if about:
                self._reasons_used.add(path)
            for number in about:
                reasons[number].append(reason)
        return [
            replace(item, reason="; ".join(dict.fromkeys(said)))
            for item, said in zip(items, reasons, strict=True)
        ]

    def _verdicts(self, bad: set[str]) -> tuple[ProvisionVerdict, ...]:
        """One verdict an article: it is true when no word and no label differs from the new text."""
        after = tree_index(self._goal)
        is_other = bool(self._relabelled or self._only_typed)
        changed = {m.path for m in mismatches(self._new, self._goal)} if is_other else set()
        return tuple(
            ProvisionVerdict(
                path := after.by_id[placed.unit.id].address.path,
                placed.address.path,
                path not in bad and placed.address.path not in changed,
            )
            if placed.unit.id in after.by_id
            else (ProvisionVerdict(placed.address.path, placed.address.path, False))
            for placed in self._printed
            if placed.unit.kind is UnitKind.ARTICLE
        )

    def _coarser(self, decision: Decision) -> bool:
        """Order the articles that did not come out right more coarsely; False when they are whole."""
        wrong = {m.path.partition("/")[0] for m in decision.mismatches}
        changed = False
        for written in decision.items:
            item = written.item
            for target, old_id in zip(item.targets, item.old_ids, strict=False):
                if target.address.path.partition("/")[0] in wrong or not written.is_true:
                    article = self._words.article_of(old_id)
                    level = self._whole if article in self._plain else self._plain
                    changed |= article not in self._whole
                    level.add(article)
            beside = _beside_what(item)
            if beside is not None and item.article.partition("/")[0] in wrong:
                article = self._words.article_at(beside.address)
                changed |= article not in self._whole
                self._whole.add(article)
        return changed


def _beside_what(item: Item) -> Target | None:
    """The provision beside which an order inserts what the old text has not."""
    if item.old_ids or item.position is None:
        return None
    return item.position.reference


def _in_regulation(reasons: Mapping[str, str], old: Act, new: Act) -> dict[str, str]:
    """ "d5" means the regulation where the decision that issues it has no such article."""
    known = {placed.address.path for act in (old, new) for placed in TreeIndex(act)}
    return {
        f"qc:{path}" if path not in known and f"qc:{path}" in known else path: reason
        for path, reason in reasons.items()
    }


def _about(path: str, places: Sequence[Sequence[str]]) -> list[int]:
    """Which orders are on a provision, on what holds it or on what stands in it, by their places."""
    return [
        number
        for number, own in enumerate(places)
        if any(_is_on_one_line(path, one) for one in own)
    ]


def _is_on_one_line(one: str, other: str) -> bool:
    return stands_in(one, other) or stands_in(other, one)
