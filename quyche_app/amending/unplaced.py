"""Places named in an order that cannot be told for certain: with them the order is not carried out.

"Bãi bỏ Điều 7, khoản 2." takes away a clause, not the article; "Điều 5, khoản 1; Điều 7" names clause 1
of Điều 5, not of Điều 7. Whatever names a large unit before the small one inside it is ambiguous beside
the usual order ("khoản 2 Điều 7"), so it is told, never half consumed. Source: docs/field.md 3.7,
4.10.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import shortened
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import WORD_VERBS, Verb
from quyche_app.language.lexer import without_quotations
from quyche_app.language.places import are_pairs
from quyche_app.language.typing_slips import mended

_LABEL = r"(?:thứ\s+)?(?:số\s+)?(?:\d{1,3}(?:\.\d{1,2})*[a-zđ]?|[IVXLC]+|[a-zđ]\d?)(?![\wđ])"
# A list of labels of one kind: "khoản 1, 2 và 3".
_LABELS = rf"{_LABEL}(?:(?:,\s*|\s+và\s+){_LABEL})*"
# Kinds of units, the smallest first.
_ORDER = (
    "điểm|tiết",
    "khoản",
    "điều",
    "tiểu mục|mục",
    "chương",
    "phần(?= (?:thứ|[IVXLC]))",
    "phụ lục|mẫu",
)
# Behind a comma a new item of the list may begin ("Điều 5, khoản 1 Điều 7"); behind a blank, a colon
# or a dash it cannot. In brackets behind a chapter stand the articles that it consists of.
_LINK = r"(?:\s*\([^()]*\))?(?P<comma>\s*,\s*)?(?:\s*[:–-]\s*|\s+|(?<=,))(?:các\s+)?"
_LINK_OF_ARTICLE = _LINK.replace("[:", "[:(")


def _descending(large: int) -> re.Pattern[str]:
    """A unit with a smaller one right behind it: "Điều 7, khoản 2"; what follows the smaller one without
    a comma says whose that is."""
    smaller = "|".join(_ORDER[:large])
    link = _LINK_OF_ARTICLE if _ORDER[large] == "điều" else _LINK
    # "tiêu đề Chương II, Điều 2": a heading holds no article.
    return re.compile(
        rf"(?<!tiêu đề )(?<!tên )\b(?P<large>(?:{_ORDER[large]})\s+{_LABELS}){link}"
        rf"(?P<small>(?:{smaller})\s+{_LABELS}(?:\s*(?:,|và|,\s*và)?\s*(?:{smaller})\s+{_LABELS})*)"
        rf"(?P<next>\s+(?:(?:của|thuộc|tại|trong)\s+)?(?:{'|'.join(_ORDER[large:])})\b)?",
        re.IGNORECASE,
    )


_DESCENDING = tuple(_descending(level) for level in range(len(_ORDER) - 1, 1, -1))
# "khoản 2 và Điều 7": the clause is not shared over such a border; nor over that of "khoản 1; Điều 7".
_CUT_OFF = late(
    rf"\b(?:điểm|tiết|khoản)\s+{_LABELS}\s+(?:và|hoặc)\s+(?:các\s+)?điều\s+\d", re.IGNORECASE
)
_SMALL_ALONE = late(
    r"^(?!.*\b(?:điều|chương|mục|phần|phụ lục|mẫu)\s+[\dIVXLC])"
    rf".*?(?P<small>\b(?:điểm|tiết|khoản)\s+{_LABELS})\s*$",
    re.IGNORECASE,
)
_ARTICLES = late(rf"\bđiều\s+{_LABELS}", re.IGNORECASE)
_LIST = late(r",|\svà\s")
_CITED = late(
    rf"\b(?:điều|khoản|điểm|chương|mục|phụ lục|mẫu)\s+{_LABEL}|\b(?:phần )?căn cứ\b", re.IGNORECASE
)
KEEPS_WHAT_CHANGES = message("line.keeps_what_changes", "nói giữ nguyên chỗ mà văn bản này sửa đổi")
HIDDEN_ORDER = message(
    "line.hidden_order", "có thể là nội dung sửa đổi nằm trong điều khoản thi hành"
)
_OF_TEXT = frozenset((UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT, UnitKind.SUBPOINT))
_VERB = late(
    r"\b(?:bổ sung|sửa đổi|sửa|thay thế|thay|bãi bỏ|lược bỏ|bỏ|thêm|xóa|xoá|chuyển|đổi|gộp|tách|đánh số)\b",
    re.IGNORECASE,
)
_BRACKETS = late(r"\([^()]*\)")
_OWN_WORD = late(
    r"\b(?:bổ sung|sửa đổi|sửa|thay thế|thay|bãi bỏ|lược bỏ|bỏ|thêm|xóa|xoá|chuyển|đổi|gộp|tách|đánh số)\b"
    r"|^(?!(?:các )?(?:cụm từ|từ)\b).*\s(?:thành|bằng)\s",
    re.IGNORECASE,
)
_HISTORY = late(r"\([^()]*\bđược\b[^()]*\)|\bđã được\b.*|\bđược (?:sửa đổi|bổ sung)\b.*")


def unplaced(words: str) -> str:
    """Give the words of an order whose place cannot be told; "" when there are none."""
    pieces = without_quotations(words).split(";")
    for piece in pieces:
        if are_pairs(piece):
            continue
        if (cut_off := _CUT_OFF.search(piece)) is not None:
            return cut_off.group().strip()
        articles = _ARTICLES.findall(piece)
        if len(articles) == 1 and not _LIST.search(articles[0]):
            continue  # "Điều 5, khoản 1": one article, whichever way round
        for pattern in _DESCENDING:
            for found in pattern.finditer(piece):
                if found["next"] is None or found["comma"] is None:
                    return f"{found['large']}, {found['small'].strip(' ,')}"
    lost = next(filter(None, map(_SMALL_ALONE.search, pieces[:-1])), None)
    if lost is None:
        return ""
    if not _ARTICLES.search(pieces[-1]):
        return ""
    kind = lost["small"].split()[0].lower()  # "khoản 2; khoản 3 Điều 6": of one article
    return "" if pieces[-1].strip().lower().startswith(f"{kind} ") else lost["small"]


def holds_itself(made: Instruction) -> str:
    """Give the words of a provision that an order names beside the one that holds it, both whole; ""
    when it does not: "Điều 1, khoản 1, khoản 2 Điều 1" means two clauses, or the article."""
    whole = [t.address for t in made.targets if t.slot in ("unit", "text") and t.address.steps]
    if made.verb not in WORD_VERBS and made.verb is not Verb.REPEAL:
        return ""
    inner = (
        one
        for one in whole
        for other in whole
        if len(one.steps) > len(other.steps) and one.steps[: len(other.steps)] == other.steps
    )
    return next((one.words for one in inner), "")


_IN_ANNEX = late(
    rf"\b(?:điều|khoản|điểm)\s+{_LABEL}\s+(?:của\s+|tại\s+|thuộc\s+|trong\s+)?"
    r"(?P<annex>(?:mẫu|biểu|phụ lục)\b(?:\s+(?:số\s+)?[\dIVXLC][\w.]*)?)",
    re.IGNORECASE,
)
_AT_ANNEX = late(
    r"^\W*(?:tại|trong)\s+(?P<annex>(?:mẫu|biểu|phụ lục)\s+(?:số\s+)?[\dIVXLC][\w.]*)",
    re.IGNORECASE,
)


def leaves_its_annex(made: Instruction, line: str, above: Sequence[Step]) -> str:
    """Give the annex or form that an order names as the place of an article, while the article was read
    as one of the text; "" when it was not."""
    own = [t for t in made.targets if t.address.steps and t.address.top.kind in _OF_TEXT]
    if not own:
        return ""
    if (
        above and above[-1].kind in ("appendix", "form") and above[-1].label
    ):  # "một số khoản, Phụ lục"
        return Address(tuple(above)).words
    text = without_quotations(line)
    found = _IN_ANNEX.search(text) or _AT_ANNEX.search(text)
    return found["annex"] if found is not None else ""


def names_itself(line: str, kind: str) -> str:
    """Give the words of an order that name a provision of the act that orders: "khoản 2 Điều 5 Quyết định
    này" in a decision; "" when there are none.

    Args:
        kind: what the act is: "Quyết định".
    """
    if not kind:
        return ""
    of_itself = re.compile(
        rf"\b(?:điều|khoản|điểm)\s+{_LABELS}\s+(?:của\s+|tại\s+|trong\s+)?{re.escape(kind)}\s+này\b",
        re.IGNORECASE,
    )
    found = of_itself.search(without_quotations(line))
    return found.group() if found is not None else ""


def misses_its_place(made: Instruction, line: str) -> bool:
    """Words are to be changed in the whole text, although the line names a provision."""
    everywhere = made.verb in WORD_VERBS and any(
        not target.address.steps and target.slot == "text" for target in made.targets
    )
    return (
        everywhere and not made.exclusions and _CITED.search(without_quotations(line)) is not None
    )


def has_a_verb_of_its_own(words: str) -> bool:
    """Tell whether words in a list under an order order something themselves: "Điều 18, bổ sung gạch
    đầu dòng thứ tư: …" under "Sửa đổi, bổ sung một số điều như sau:"."""
    text = mended(without_quotations(words)).text
    return _OWN_WORD.search(_HISTORY.sub("", text)) is not None


def repeats_no_verb(words: str) -> bool:
    """Tell whether words under a line that is a verb alone leave it to that: "“A” bằng “B” tại Điều 3" under
    "Thay từ ngữ:", "Khoản 3 Điều 6 (đã bổ sung năm 2018)" under "Bãi bỏ:"."""
    return _VERB.search(_BRACKETS.sub("", mended(without_quotations(words)).text)) is None


def orders_a_change(words: str, changes: re.Pattern[str]) -> bool:
    """Tell whether a line of an implementing article may change a provision or words: it speaks of change
    and names a provision that is not of the act itself, or quotes words."""
    text = without_quotations(words)
    if not changes.search(_HISTORY_IN_PASSING.sub("", mended(text).text)):
        return False
    return "“" in words or any(not _OF_ITSELF.match(text[c.end() :]) for c in _CITED.finditer(text))


# What only tells of a change made elsewhere, or of the time before it.
_HISTORY_IN_PASSING = late(
    r"\bđã được\s.*?(?=[,;.]|$)|\btrước ngày\b.*"
    r"|\bđược\s+(?:sửa đổi|bổ sung|thay thế|bãi bỏ)(?:,\s+(?:bổ sung|thay thế|bãi bỏ))*\s+(?:theo|bởi|tại|thì"
    r"|hoặc)\b[^;.]*",
    re.IGNORECASE,
)
_OF_ITSELF = late(
    r"(?:\s+(?:của\s+)?(?:điều|khoản|điểm)\s+\w+)*\s+(?:của\s+)?\w+(?:\s\w+)?\s+này\b",
    re.IGNORECASE,
)


def cites(words: str) -> bool:
    """Tell whether words outside quotation marks name a provision."""
    return _CITED.search(without_quotations(words)) is not None


def is_plain_wording(words: str) -> bool:
    """Tell whether words that were not read neither order anything nor name a provision: they may be
    wording that belongs to the order before them."""
    return not has_a_verb_of_its_own(words) and not cites(words)


def unplaced_reason(words: str) -> Message:
    """Give the sentence that says which words have no certain place."""
    return message(
        "line.unplaced", "không rõ “{words}” thuộc điều, khoản nào", words=shortened(words)
    )
