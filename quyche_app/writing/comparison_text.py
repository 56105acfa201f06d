"""A comparison in the terminal: one block for each changed provision, [-gone-] and {+come+}."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from quyche_app.domain.beside import Uncompared
from quyche_app.domain.comparisons import (
    Change,
    ChangeKind,
    Comparison,
    Layer,
    Pair,
    kind_counts,
    told_pairs,
)
from quyche_app.domain.texts import capital, shortened

KIND_WORDS = {
    ChangeKind.UNCHANGED: "không đổi",
    ChangeKind.EDITED: "sửa",
    ChangeKind.INSERTED: "thêm",
    ChangeKind.REMOVED: "bỏ",
    ChangeKind.MOVED: "chuyển",
    ChangeKind.MOVED_EDITED: "chuyển và sửa chữ",
    ChangeKind.RENUMBERED: "đánh số lại",
    ChangeKind.SPLIT: "tách",
    ChangeKind.MERGED: "gộp",
}
_EQUAL_SHOWN = 60


def pair_title(pair: Pair) -> str:
    """Give the provisions of a pair in words: "khoản 3 Điều 5 → khoản 4 Điều 5"."""
    old = " và ".join(side.words for side in pair.old)
    new = " và ".join(side.words for side in pair.new)
    if old and new and old != new:
        return f"{old} → {new}"
    return old or new


LAYER_WORDS = {
    Layer.SUBSTANCE: "nội dung",
    Layer.NUMBERING: "số",
    Layer.REFERENCES: "dẫn chiếu",
    Layer.ORTHOGRAPHY: "chính tả",
    Layer.PUNCTUATION: "dấu câu, chữ hoa",
    Layer.FORMATTING: "kiểu chữ",
}


def comparison_lines(
    comparison: Comparison, pairs: Sequence[Pair], hidden: Collection[Layer] = ()
) -> list[str]:
    """Give the changed provisions and a line of counts; ``hidden``: layers left out of ``pairs``."""
    lines = []
    for pair in told_pairs(pairs):
        title = pair_title(pair)
        guess = "" if pair.sure else " (đoán theo lời văn)"
        lines.append(f"{capital(title)}: {KIND_WORDS[pair.kind]}{guess}")
        if any(change.op != "equal" for change in pair.changes):
            lines += [f"    {row}" for row in marked_words(pair.changes).split("\n")]
    return [*lines, counts_sentence(comparison, pairs, hidden)]


def marked_words(changes: Sequence[Change]) -> str:
    """Give words with [-what went-] and {+what came+}; long equal stretches are cut."""
    out = []
    for number, change in enumerate(changes):
        match change.op:
            case "delete":
                out.append(f"[-{change.text}-]")
            case "insert":
                out.append(f"{{+{change.text}+}}")
            case _:
                out.append(_short(change.text, number == 0, number == len(changes) - 1))
    return "".join(out)


def _short(text: str, is_first: bool, is_last: bool) -> str:
    if len(text) <= 2 * _EQUAL_SHOWN:
        return text
    start = "" if is_first else shortened(text, _EQUAL_SHOWN)
    end = "" if is_last else "…" + text[text.rfind(" ", 0, len(text) - _EQUAL_SHOWN) :]
    return (start + end).replace("……", "…") or "…"


def counts_sentence(
    comparison: Comparison, pairs: Sequence[Pair] | None = None, hidden: Collection[Layer] = ()
) -> str:
    """Give the counts as one sentence: of what is shown, and of what is not. Provisions that keep their
    own number and words inside a renumbered one are counted apart."""
    counts = kind_counts(told_pairs(comparison.pairs))
    apart = uncompared_sentence(comparison.not_compared)
    if not counts:
        return "Lời văn hai bản giống hệt nhau, từng chữ." + apart
    shown = counts if pairs is None else kind_counts(told_pairs(pairs))
    words = [f"{KIND_WORDS[ChangeKind(kind)]} {count}" for kind, count in shown.items()]
    said = f"{sum(shown.values())} chỗ khác nhau" + (f": {', '.join(words)}." if words else ".")
    follow = sum(pair.only_follows for pair in (comparison.pairs if pairs is None else pairs))
    if follow:
        said += f" {follow} khoản, điểm ở trong đó giữ nguyên số và lời."
    left = sum(counts.values()) - sum(shown.values())
    layers = comparison.layer_counts()
    named = [
        f"{LAYER_WORDS[layer]} {layers[layer.value]}"
        for layer in Layer
        if layer in hidden and layers.get(layer.value)
    ]
    if named:
        said += f" Đang ẩn: {', '.join(named)}."
    said = f"{said} Còn {left} chỗ không hiện ở đây." if left else said
    return f"{said}{apart}"


def uncompared_sentence(parts: Iterable[Uncompared]) -> str:
    """Name the parts in which two files differ and which no change shows, behind another sentence; ""
    for none."""
    words = " · ".join(part.words for part in parts)
    return f" Khác nhau mà phép so không hiện: {words}." if words else ""
