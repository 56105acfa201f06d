"""Writing the amending decision that leads from one text to another, with a proof.

The decision is read by the reader that reads strangers' decisions and applied to the old text. Where
that does not give the new text, the article concerned is ordered more coarsely, and proved again;
what no order gives is shown. Source: docs/architecture.md 3, 7.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.addresses import PATH_PREFIX, parse_address
from quyche_app.domain.beside import differing
from quyche_app.domain.collecting import collector_paused
from quyche_app.domain.decisions import (
    Decision,
    Item,
    LeftOut,
    Mismatch,
    ProvisionVerdict,
    WrittenItem,
)
from quyche_app.domain.errors import ReadingError, WritingError
from quyche_app.domain.flow import act_lines, component_lines, own_head_lines
from quyche_app.domain.operations import Confidence, Consolidation, Outcome, State
from quyche_app.domain.sources import SourceParagraph, SourceText
from quyche_app.domain.texts import clean
from quyche_app.domain.trees import TreeIndex, tree_index
from quyche_app.domain.units import GROUPING_KINDS, Paragraph, UnitKind
from quyche_app.drafting.deciding.changes import ChangeFinder, plain_lines
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
from quyche_app.drafting.deciding.template import DecisionTemplate
from quyche_app.reading.disk import file_bytes
from quyche_app.reading.files import read_file, structured
from quyche_app.resources_folder import resource
from quyche_app.services.compare import compare_acts, slips_of_versions
from quyche_app.services.consolidate import counts_of
from quyche_app.services.read_amendments import reading_of

TEMPLATES = ("dang", "nha-nuoc")
_TURNS = 4


def load_template(name: str) -> DecisionTemplate:
    """Give the sentences of a decision.

    Raises:
        WritingError (QC-W160): there is no such template.
    """
    if name not in TEMPLATES:
        raise WritingError(
            "QC-W160", f"Không có mẫu quyết định “{name}”. Dùng một trong: {', '.join(TEMPLATES)}."
        )
    data = json.loads(resource("templates", f"quyet-dinh-{name}.json").read_text(encoding="utf-8"))
    return DecisionTemplate(
        tuple(data["front"]),
        tuple(data["back"]),
        tuple(data["closing"]),
        data["on_behalf"],
        data["container"],
        data["alias"],
        data["phrases_title"],
        data["repeals_title"],
        data["appendices_title"],
        data["orders"],
    )


def read_reasons(path: Path) -> dict[str, str]:
    """Give the reasons of a file: address (path or words) → why it is changed.

    Raises:
        ReadingError: QC-R101 to R104 from reading it; QC-R160 it is no table of reasons.
    """
    try:
        data = json.loads(file_bytes(path))
    except (ValueError, RecursionError) as cause:
        raise _no_reasons(path) from cause
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        raise _no_reasons(path)
    reasons: dict[str, str] = {}
    for key, reason in data.items():
        address = parse_address(key)
        if address is None:
            raise ReadingError(
                "QC-R160",
                f"Không hiểu địa chỉ “{key}” trong tệp lý do {path}. Viết như: d5/k2.",
                place=str(path),
            )
        reasons[address.path] = "; ".join(filter(None, (reasons.get(address.path), clean(reason))))
    return reasons


def _no_reasons(path: Path) -> ReadingError:
    return ReadingError(
        "QC-R160",
        f'Tệp {path} không phải bảng lý do: cần JSON dạng {{"d5/k2": "lý do"}}.',
        place=str(path),
    )


def decide_files(
    old: Path,
    new: Path,
    *,
    template: str | None = None,
    reasons: Mapping[str, str] | None = None,
    skips_typing: bool = False,
) -> Decision:
    """Write the decision that leads from one file to another.

    Raises:
        ReadingError: see ``read_file``.
        WritingError: see ``decide``; QC-W162 too where the files differ beside their words alone.
    """
    read = read_file(old), read_file(new)
    apart = differing(read[0].beside, read[1].beside)
    try:
        decision = decide(
            read[0].act, read[1].act, template=template, reasons=reasons, skips_typing=skips_typing
        )
    except WritingError as error:
        if error.code != "QC-W161" or not apart:
            raise
        raise _only_differ_in([part.words for part in apart]) from error
    return replace(decision, not_compared=apart)


def decide(
    old: Act,
    new: Act,
    *,
    template: str | None = None,
    reasons: Mapping[str, str] | None = None,
    skips_typing: bool = False,
) -> Decision:
    """Write the decision that leads from one text to another, and prove it.

    Args:
        template: "dang" or "nha-nuoc"; None = as the number of the old text says.
        reasons: path of a provision, in either text → why it is changed; carried along.
        skips_typing: what differs in spelling, capitals and marks alone is not amended.
    Raises:
        WritingError: QC-W160 no such template; QC-W161 the two texts do not differ; QC-W162 they
            differ only where no provision is to be amended; QC-W163 one has no provision at all.
    """
    for name, act in (("cũ", old), ("mới", new)):
        if not any(component.units for component in act.components):
            raise WritingError(
                "QC-W163",
                f"Bản {name} không có điều, khoản nào nên không lập được quyết định sửa đổi.",
            )
    with collector_paused():
        writer = _Writer(
            old,
            new,
            load_template(template or _template_for(old)),
            reasons or {},
            skips_typing=skips_typing,
        )
        return writer.decide()


def _only_differ_in(where: Sequence[str]) -> WritingError:
    return WritingError(
        "QC-W162", f"Không điều, khoản nào phải sửa đổi: hai bản chỉ khác ở {'; '.join(where)}."
    )


def _template_for(act: Act) -> str:
    from quyche_app.writing.layout import profile_for

    return profile_for(act)


class _Writer:
    def __init__(
        self,
        old: Act,
        new: Act,
        template: DecisionTemplate,
        reasons: Mapping[str, str],
        *,
        skips_typing: bool,
    ) -> None:
        self._reasons = _in_regulation(reasons, old, new) if reasons else {}
        self._reasons_used: set[str] = set()
        new = in_parts_of(old, new)
        old, new = with_repeals(old), with_repeals(new)
        self._matches = matches_of(compare_acts(old, new))
        printed = with_old_printing(new, self._matches)
        self._printed = TreeIndex(printed)
        new, copies = without_copies(printed, self._matches)
        reason = "đứng hai lần, số và lời văn như nhau: chỉ lấy một lần"
        self._copies = tuple(
            LeftOut(self._printed.by_id[unit_id].address.words, reason) for unit_id in copies
        )
        self._slips = slips_of_versions(old, new)
        self._old, self._new, self._template = old, new, template
        meant, self._only_typed = with_old_typing(new, self._matches) if skips_typing else (new, ())
        self._goal, self._relabelled = goal_of(meant, self._matches)
        self._words = OldWords(old)
        self._plain: set[str] = set()
        self._whole: set[str] = set()

    def decide(self) -> Decision:
        best: Decision | None = None
        for _ in range(_TURNS):
            decision = self._once()
            if best is None or len(decision.mismatches) < len(best.mismatches):
                best = decision
            if not decision.mismatches or not self._coarser(decision):
                break
        assert best is not None
        return best

    def _once(self) -> Decision:
        finder = ChangeFinder(self._old, self._goal, self._matches, frozenset(self._whole))
        items = with_phrases(finder.find(), self._words, frozenset(self._plain | self._whole))
        if not items:
            raise self._nothing_to_order(finder.left_out)
        apart = frozenset(self._words.path_of(one) for one in self._plain | self._whole)
        written = compose(self._with_reasons(items), self._old, self._goal, self._template, apart)
        result = applied(self._old, written.act)
        mismatches = _mismatches(self._goal, result.act)
        bad = {m.path for m in mismatches}
        return Decision(
            written.act,
            self._old,
            self._goal,
            self._verdicts(bad),
            tuple(_proved(entry, result, bad) for entry in written.places),
            self._relabelled,
            (*finder.left_out, *self._copies),
            mismatches,
            self._only_typed,
            tuple(path for path in self._reasons if path not in self._reasons_used),
            self._slips,
            counts_of(result),
        )

    def _nothing_to_order(self, left_out: Sequence[LeftOut]) -> WritingError:
        where = list(dict.fromkeys(one.words for one in (*left_out, *self._copies)))
        if self._only_typed:
            where.append("chính tả, chữ hoa, dấu câu")
        if self._relabelled:
            where.append("số điều, khoản, điểm đánh lại")
        if not where:
            return WritingError("QC-W161", "Hai bản không khác nhau nên không có gì để sửa đổi.")
        return _only_differ_in(where)

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
            for sides in (ordered, written):
                about = [
                    said
                    for said, own in zip(reasons, sides, strict=True)
                    if any(_is_on_one_line(path, one) for one in own)
                ]
                if about:
                    self._reasons_used.add(path)
                    for said in about:
                        said.append(reason)
                    break
        return [
            replace(item, reason="; ".join(dict.fromkeys(said)))
            for item, said in zip(items, reasons, strict=True)
        ]

    def _verdicts(self, bad: set[str]) -> tuple[ProvisionVerdict, ...]:
        """One verdict an article: it is true when no word and no label differs from the new text."""
        after = tree_index(self._goal)
        is_other = bool(self._relabelled or self._only_typed)
        changed = {m.path for m in _mismatches(self._new, self._goal)} if is_other else set()
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
            if (
                not item.old_ids
                and item.position is not None
                and item.position.reference
                and (item.article.partition("/")[0] in wrong)
            ):
                article = self._words.article_at(item.position.reference.address)
                changed |= article not in self._whole
                self._whole.add(article)
        return changed


def _in_regulation(reasons: Mapping[str, str], old: Act, new: Act) -> dict[str, str]:
    """ "d5" means the regulation where the decision that issues it has no such article."""
    known = {placed.address.path for act in (old, new) for placed in TreeIndex(act)}
    return {
        f"qc:{path}" if path not in known and f"qc:{path}" in known else path: reason
        for path, reason in reasons.items()
    }


def _is_on_one_line(one: str, other: str) -> bool:
    return one == other or one.startswith(other + "/") or other.startswith(one + "/")


def applied(old: Act, decision: Act) -> Consolidation:
    """Read a decision as any stranger's and apply it to the text that it amends."""
    lines = [line for line in act_lines(decision) if line.strip(" |")]
    source = SourceText(
        "quyet-dinh.txt",
        "text",
        tuple(SourceParagraph(number, Paragraph(line)) for number, line in enumerate(lines, 1)),
    )
    return consolidate(old, [read_amendments(structured(source), 1)])


def _mismatches(goal: Act, got: Act) -> tuple[Mismatch, ...]:
    """Provisions that differ: their own words, and their children in order; chapters that hold other
    articles, and whole appendices."""
    has_groups = any(unit.kind in GROUPING_KINDS for unit in goal.units())
    indexes = tree_index(goal), TreeIndex(got)
    wanted, found = (_provisions(index, has_groups=has_groups) for index in indexes)
    words = {placed.address.path: placed.address.words for index in indexes for placed in index}
    differing = [
        Mismatch(path, _words_of(path, words), wanted.get(path, ""), found.get(path, ""))
        for path in dict.fromkeys((*wanted, *found))
        if wanted.get(path) != found.get(path)
    ]
    rows = [({UnitKind.ARTICLE}, "thứ tự các điều")]
    if has_groups:
        rows.append((set(GROUPING_KINDS), "thứ tự các chương, mục"))
    for kinds, said in rows:
        one, other = (_order(index, kinds) for index in indexes)
        in_both = set(one) & set(other)
        orders = [", ".join(path for path in side if path in in_both) for side in (one, other)]
        if orders[0] != orders[1]:
            differing.append(Mismatch("", said, *orders))
    return tuple(differing)


def _words_of(path: str, words: Mapping[str, str]) -> str:
    """A provision in words; "d5#2" is the second one with that label."""
    plain, _, time = path.partition("#")
    return f"{words.get(plain, plain)} (lần thứ {time})" if time else words.get(path, path)


def _order(index: TreeIndex, kinds: set[UnitKind]) -> list[str]:
    """The living provisions of some kinds in the order of the text."""
    return [
        placed.address.path
        for placed in index
        if placed.unit.kind in kinds and not placed.unit.repealed
    ]


def _provisions(index: TreeIndex, *, has_groups: bool) -> dict[str, str]:
    """Article, or what stands outside articles → all its living words; chapter → its name and what
    articles it holds; appendix → all of it. A label that stands twice counts its units. Chapters are
    left out where the new text has none."""
    result: dict[str, str] = {}
    seen: Counter[str] = Counter()

    def add(path: str, words: str) -> None:
        seen[path] += 1
        result[path if seen[path] == 1 else f"{path}#{seen[path]}"] = words

    for placed in index:
        unit = placed.unit
        above = placed.parent
        if placed.component.kind is ComponentKind.APPENDIX:
            continue
        if unit.kind in GROUPING_KINDS:
            if has_groups and not unit.repealed:
                held = [
                    child.label
                    for child in unit.children
                    if child.kind is UnitKind.ARTICLE and not child.repealed
                ]
                add(placed.address.path, "\n".join([*own_head_lines(unit), *_named(held)]))
        elif unit.kind is UnitKind.ARTICLE or above is None or above.kind in GROUPING_KINDS:
            words = "\n".join(plain_lines((unit,)))
            if words:
                add(placed.address.path, words)
    for component in index.act.components:
        if component.kind is ComponentKind.APPENDIX and not component.repealed:
            add(
                f"{PATH_PREFIX['appendix']}{component.label}", "\n".join(component_lines(component))
            )
    return result


def _named(labels: Sequence[str]) -> list[str]:
    return [f"(Điều {', '.join(labels)})"] if labels else []


def _proved(entry: tuple[Item, str, str], result: Consolidation, bad: set[str]) -> WrittenItem:
    item, place, words = entry
    outcomes = [o for o in result.outcomes if o.instruction.place == place and _is_about(o, item)]
    fault = ""
    if not outcomes:
        fault = "đọc lại không thấy nội dung sửa đổi này"
    elif any(o.state is not State.APPLIED for o in outcomes):
        fault = next(o.reason for o in outcomes if o.state is not State.APPLIED)
    elif any(t.address.path.partition("/")[0] in bad for t in item.targets):
        fault = "áp dụng thử không ra lời văn của bản mới"
    doubt = next((o.reason for o in outcomes if o.confidence is not Confidence.HIGH), "")
    reading = reading_of(outcomes[0].instruction) if outcomes else ""
    return WrittenItem(item, place, words, reading, not fault, fault or doubt)


def _is_about(outcome: Outcome, item: Item) -> bool:
    wanted = {t.address.steps for t in item.targets}
    told = {t.address.steps for t in (*outcome.targets, *outcome.instruction.targets)}
    return bool(wanted & told)
