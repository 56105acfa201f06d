"""Source paragraphs → components (decision, attached regulation, appendices), each with its units.

Borders: a new title block in capitals followed by "(Ban hành kèm theo …)", PHỤ LỤC on a line of its
own, or article numbers that begin again at 1 after a signature. Source: docs/field.md 3.3-3.6.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from quyche_app.domain.acts import Component, ComponentKind
from quyche_app.domain.change_tables import STROKE, cells_of, heads_table, rows_of_change_tables
from quyche_app.domain.identities import NewId
from quyche_app.domain.labels import follows, number_of, order_of
from quyche_app.domain.line_labels import LineLabel, read_label, read_label_again
from quyche_app.domain.messages import Message, message
from quyche_app.domain.patterns import late
from quyche_app.domain.quotations import (
    LONGEST,
    QuotationEnd,
    balance,
    begins_quotation,
    has_unusual_marks,
    plain_marks,
    quotation_end,
)
from quyche_app.domain.sources import Finding, Placement, Role, SourceParagraph
from quyche_app.domain.structure import (
    NOT_BELIEVED,
    Belief,
    ForestBuilder,
    Node,
    doubted,
    settle_headings,
)
from quyche_app.domain.texts import DOUBLE_QUOTES, SINGLE_QUOTES, SMALL_LETTERS
from quyche_app.domain.units import REPEALED_TEXT, Block, Paragraph, UnitKind
from quyche_app.language.beginnings import is_order, leads_to_orders
from quyche_app.reading.announced_wording import (
    NAMES_ONE,
    PROCEDURE,
    PROMISES_TEXT,
    announces_dash,
    announces_exactly,
    announces_name,
    announces_part,
    announces_unit,
    ends_bare_wording,
    orders,
)
from quyche_app.reading.unnumbered_acts import tells_of_the_act, unnumbered_articles

_APPENDIX = late(
    r"(?:(?P<caps>PHỤ LỤC|PHỤ BIỂU)|Phụ lục)(?:\s+(?:[Ss]ố|SỐ))?"
    r"(?:\s+(?P<label>(?:[IVXLC]+[a-zA-Z]?|\d{1,3}[a-zA-Z]?|[A-ZĐ])(?:\.\d{1,2})*))?(?P<rest>\s*[.:–-]?\s*.*)$"
)
_REGULATION = late(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|QUY TRÌNH|QUY ƯỚC|HƯỚNG DẪN|CHƯƠNG TRÌNH|ĐỀ ÁN|KẾ HOẠCH"
    r"|CHIẾN LƯỢC|PHƯƠNG ÁN)(?:\s|$)"
)
_NO_LABEL = 8  # the length of "PHỤ LỤC:"
_ATTACHED = late(r"kèm\s+theo", re.IGNORECASE)
# The signature and what follows it (docs/field.md 1.5, 2.1).
_CLOSING = late(
    r"(?:Nơi nhận\b|NƠI NHẬN\b|XÁC THỰC VĂN BẢN|T/M\s|K/T\s|T/L\s"
    r"|(?:TM|KT|TL|TUQ)\s*\.\s*[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦ]"
    r"|(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỐNG ĐỐC|BÍ THƯ"
    r"|PHÓ BÍ THƯ|TỔNG BÍ THƯ|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|CHỦ NHIỆM|CHÁNH VĂN PHÒNG"
    r"|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TRƯỞNG BAN|HIỆU TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|CHI CỤC TRƯỞNG|TRƯỞNG PHÒNG)\b"
    rf"[^{SMALL_LETTERS}]*$"
    # "CHÁNH ÁN (đã ký)", "T/M CHI BỘ BÍ THƯ (đã ký, đóng dấu)"
    rf"|(?:[^{SMALL_LETTERS}()]{{3,80}})?\((?:đã |Đã )?(?:ký|Ký)[^)]*\)$"
    r"|(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Hiến pháp)(?: này)? (?:đã |được )*(?:được )?.{0,40}"
    r"Quốc hội .{0,80}thông qua|(?:Pháp lệnh|Nghị quyết) này (?:đã )?được .{0,120} thông qua)"
)
# A line that ends so goes on in the next: "… theo quy định tại" / "Điều 5. …".
_MID_CITATION = late(
    r"(?:[,(]|\b(?:tại|của|theo|và|hoặc|đến|từ|với|(?:khoản|điểm|tiết|các)(?:\s+[\da-zđ]{1,3})?))$",
    re.IGNORECASE,
)
_LONGEST_END = 30
_BULLETS = "-–+•* "
_OPENING_MARKS = ("“", "„", "«", '"', "‘", "'")
_LOOK_AHEAD = 12
_ARTICLE_DEPTH = UnitKind.ARTICLE.depth


def _goes_back(label: LineLabel, last: Node | None) -> bool:
    """Whether a number is not above that of the last article."""
    return last is not None and order_of(label.label) <= order_of(last.label)


def _labels_of(texts: list[str], rows: Collection[int]) -> list[LineLabel | None]:
    """The label that each paragraph begins with, before its neighbours are looked at."""
    labels = [read_label(text) for text in texts]
    for index in rows:
        labels[index] = None  # "Điều 15. … | Điều 15. …" is no article of this act
    for index, article in unnumbered_articles(texts, labels).items():
        labels[index] = article
    return labels


def _mark_of(label: LineLabel) -> str:
    """What stands around a label: "." or ")"."""
    return label.prefix.replace(label.label, "").strip()


@dataclass
class _Open:
    """A component while it is being read."""

    kind: ComponentKind
    id: str
    builder: ForestBuilder
    label: str = ""
    title: list[str] = field(default_factory=list)
    front: list[tuple[int, Block]] = field(default_factory=list)
    back: list[tuple[int, Block]] = field(default_factory=list)
    in_back: bool = False

    @property
    def has_units(self) -> bool:
        return self.builder.current is not None


class ReadComponents(NamedTuple):
    """Components with the place of every paragraph, and findings."""

    components: tuple[Component, ...]
    placements: tuple[Placement, ...]
    findings: tuple[Finding, ...]


class ComponentReader:
    """Walks over the paragraphs once; see the module for the rules of borders.

    Args:
        aside: indexes of paragraphs that are no part of the text.
    """

    def __init__(
        self, paragraphs: tuple[SourceParagraph, ...], new_id: NewId, *, aside: Collection[int] = ()
    ) -> None:
        self._paragraphs = paragraphs
        texts = [p.block.text if isinstance(p.block, Paragraph) else "" for p in paragraphs]
        self._texts = [plain_marks(text) for text in texts] if has_unusual_marks(texts) else texts
        for index in aside:
            self._texts[index] = ""
        self._aside = aside
        whole = "".join(self._texts)
        self._rows = frozenset(rows_of_change_tables(self._texts) if STROKE in whole else ())
        self._labels = _labels_of(self._texts, self._rows)
        self._is_notice = any(one is not None and not one.prefix for one in self._labels)
        self._has_quotes = any(mark in whole for mark in (*DOUBLE_QUOTES, *SINGLE_QUOTES))
        self._new_id = new_id
        self._done: list[_Open] = []
        self._now = self._begin(ComponentKind.BODY, 0)
        self._findings: list[Finding] = []
        self._doubts: dict[int, Message] = {}
        self._of_another_act: _Open | None = None  # the component that ends with such articles

    def read(self) -> ReadComponents:
        """Give the components."""
        index = 0
        while index < len(self._paragraphs):
            index = index + 1 if index in self._aside else self._take(index)
        self._done.append(self._now)
        return self._result()

    # -- one paragraph ------------------------------------------------------------------------

    def _take(self, index: int) -> int:
        """Place one paragraph, or a whole quotation; give the index of the next one."""
        now, text = self._now, self._texts[index]
        label = self._labels[index]
        if now.has_units and not now.in_back:
            behind = self._take_inside(index)
            if behind is not None:
                return behind
        # A component begins with capitals: "PHỤ LỤC", "Phụ lục", "QUY CHẾ".
        if text[:1].isupper() and self._begins_component(index):
            return index + 1
        if label is not None:
            belief = self._believed(index, label)
            if belief.is_one:
                return self._opened(index, label, belief.doubt)
        block = self._paragraphs[index].block
        now = self._now
        if not now.has_units:
            now.front.append((index, block))
        elif now.in_back or self._closes(index):
            now.in_back = True
            now.back.append((index, block))
        else:
            now.builder.words(index, block)
            if begins_quotation(text) and ":" in text and index not in self._rows:
                return self._quote(index + 1, self._end_of_quotation(index))
        return index + 1

    def _take_inside(self, index: int) -> int | None:
        """Place a paragraph inside a text, which needs no look at borders; None when that is not so."""
        if index in self._rows:
            return None  # "“mỗi quý” | “mỗi tuần” | Khoản 2"
        if self._texts[index].startswith(_OPENING_MARKS):  # no label begins so
            return self._quote(index, self._end_of_quotation(index))
        if self._texts[index - 1].endswith(":") and self._is_unquoted_wording(index):
            return self._take_unquoted(index)
        label = self._labels[index]
        if label is None or label.kind.depth <= _ARTICLE_DEPTH:
            return None
        # A clause or a point inside a text: nearly every paragraph. It begins no component and
        # no quotation, so only its neighbours decide.
        belief = self._now.builder.accepts(label)
        return self._opened(index, label, belief.doubt) if belief.is_one else None

    def _opened(self, index: int, label: LineLabel, doubt: Message | None) -> int:
        """Begin a unit at a paragraph, which may open a quotation too."""
        self._now.builder.open(index, label, self._paragraphs[index], doubt)
        if doubt:
            self._doubts[index] = doubt
        if self._has_quotes and begins_quotation(self._texts[index]):
            return self._quote(index + 1, self._end_of_quotation(index))
        return index + 1

    def _believed(self, index: int, label: LineLabel) -> Belief:
        """Tell whether a label begins a unit here, see ``ForestBuilder.accepts``; a first article may
        begin a component."""
        now = self._now
        builder = now.builder
        if now.in_back:
            if not label.is_strong_article:
                return NOT_BELIEVED
            if number_of(label.label) == 1:
                self._restart(index)
                builder = self._now.builder
            elif not builder.accepts(label).is_one or _goes_back(label, builder.last_article):
                return NOT_BELIEVED  # behind the signature an article of another act may be printed
            else:
                self._reopen(now)
        if not self._now.has_units and not self._may_begin(index, label):
            return NOT_BELIEVED
        if label.kind is UnitKind.ARTICLE and self._is_broken_citation(index, label):
            return NOT_BELIEVED
        belief = builder.accepts(label)
        if not label.is_strong_article:
            return belief
        if not _goes_back(label, builder.last_article):
            return belief
        if self._now.kind is ComponentKind.APPENDIX:
            return NOT_BELIEVED  # models of several acts
        if self._is_of_another_act(index):
            self._doubts[index] = message(
                "line.of_another_act", "giống một điều của văn bản khác: đọc thành lời văn"
            )
            return NOT_BELIEVED
        if self._begins_again(index, label):
            self._restart(index)
            return doubted(message("articles.begin_again", "số điều bắt đầu lại từ 1"))
        return belief

    def _begins_again(self, index: int, label: LineLabel) -> bool:
        """Whether the articles of another text begin: there were Điều 1 and Điều 2 already, and Điều 2
        follows again."""
        if label.label != "1" or not self._now.builder.article_labels >= {"1", "2"}:
            return False
        return next((later.label for later in self._articles_behind(index)), "") == "2"

    def _articles_behind(self, index: int) -> Iterator[LineLabel]:
        """The labels of articles that stand behind a paragraph."""
        for at in range(index + 1, len(self._labels)):
            label = self._article_at(at)
            if label is not None:
                yield label

    def _article_at(self, index: int) -> LineLabel | None:
        """The label of the article that a paragraph begins, if it clearly begins one."""
        label = self._labels[index]
        return label if label is not None and label.is_strong_article else None

    def _article_right_behind(self, index: int) -> LineLabel | None:
        """The label of the article that the next paragraph begins, if there is one."""
        return self._article_at(index + 1) if index + 1 < len(self._labels) else None

    def _is_of_another_act(self, index: int) -> bool:
        """Articles that go back behind a promise are those of an amending act that a consolidated text
        prints ("Điều 2 Quyết định số … quy định như sau:"), with all that follow them."""
        if self._texts[index - 1].endswith(":"):
            self._of_another_act = self._now
        return self._of_another_act is self._now

    def _is_broken_citation(self, index: int, label: LineLabel) -> bool:
        """ "1. Bãi bỏ khoản 3" / "Điều 22." / … / "Điều 2.": a line broken before the article it
        cites. Told by the line before it, which is not at an end, and by the number: it goes back,
        or it jumps and an article with a smaller one follows."""
        last = self._now.builder.last_article
        if last is None:
            return False
        if follows(label.label, last.label):
            return False  # the next one: nearly every article
        if label.rest and not _MID_CITATION.search(self._texts[index - 1][-_LONGEST_END:]):
            return False
        if _goes_back(label, last):
            return True
        before = number_of(last.label)
        for later in self._articles_behind(index):
            number = number_of(later.label)
            if number == 1:
                return False
            if number == before + 1 and later.rest:
                return True
        return False

    def _may_begin(self, index: int, label: LineLabel) -> bool:
        """Whether a label may be the first unit of the component."""
        if self._now.builder.has_articles:
            if not label.is_strong:
                return self._heads_first_article(index, label)
            return label.kind.depth <= _ARTICLE_DEPTH
        if label.kind in (UnitKind.PART, UnitKind.CHAPTER, UnitKind.ARTICLE):
            return True
        return follows(label.label, None) and label.kind in (UnitKind.SECTION, UnitKind.CLAUSE)

    def _heads_first_article(self, index: int, label: LineLabel) -> bool:
        """ "I. QUY ĐỊNH CHUNG" right before Điều 1."""
        if (label.kind, label.label, label.rest.isupper()) != (UnitKind.SECTION, "I", True):
            return False
        article = self._article_right_behind(index)
        return article is not None and article.label == "1"

    # -- borders ------------------------------------------------------------------------------

    def _begin(self, kind: ComponentKind, index: int, label: str = "") -> _Open:
        has_articles = self._has_articles(index, kind)
        builder = ForestBuilder(self._new_id, has_articles=has_articles)
        return _Open(kind, self._new_id(), builder, label)

    def _has_articles(self, index: int, kind: ComponentKind) -> bool:
        # Only an appendix ends where the next one begins.
        borders_from = index + 1 if kind is ComponentKind.APPENDIX else len(self._texts)
        for number in range(index, len(self._texts)):
            article = self._article_at(number)
            if article is not None:
                return not self._is_announced(index, number, article)
            if number >= borders_from and self._is_appendix(number):
                return False
        return False

    def _is_announced(self, index: int, number: int, article: LineLabel) -> bool:
        """Whether the first article is new wording of a notice that has none itself: it is not the
        first by its number, and the line before it announces it or numbered orders stand before it."""
        if order_of(article.label) <= order_of("1"):
            return False
        if number > index and announces_unit(self._unlabelled(number - 1), article):
            return True
        for label in filter(None, self._labels[index:number]):
            if (label.kind, label.label) == (UnitKind.CLAUSE, "1"):
                return is_order(label.rest) or leads_to_orders(label.rest)
        return False

    def _begins_component(self, index: int) -> bool:
        found = self._is_appendix(index)
        if found:
            kind = ComponentKind.APPENDIX
            if self._is_annexed_regulation(index):
                kind = ComponentKind.REGULATION
            self._begin_with_title(kind, index, found["label"] or "")
            return True
        builder = self._now.builder
        if builder.last_article is None or builder.awaits_heading:
            return False
        if not self._is_regulation_title(index):
            return False
        self._begin_with_title(ComponentKind.REGULATION, index)
        return True

    def _is_annexed_regulation(self, index: int) -> bool:
        """ "PHỤ LỤC" / "QUY CHẾ LÀM VIỆC …" / "(Kèm theo Quyết định …)" / "Điều 1": the one annex of a
        decision is the text that it issues."""
        if len(self._texts[index]) > _NO_LABEL or index + 1 >= len(self._texts):
            return False
        return self._is_regulation_title(index + 1) and self._article_restarts(index)

    def _begin_with_title(self, kind: ComponentKind, index: int, label: str = "") -> None:
        """Begin a component at the paragraph of its title."""
        self._done.append(self._now)
        self._now = self._begin(kind, index, label)
        self._now.front.append((index, self._paragraphs[index].block))

    def _is_appendix(self, index: int) -> re.Match[str] | None:
        text = self._texts[index]
        if text[:2] not in ("PH", "Ph") or len(text) > 300:
            return None
        match = _APPENDIX.match(text)
        if match is None:
            return None
        rest = match["rest"].strip(" .:–-")
        is_alone = not rest or rest.isupper()
        has_label = match["label"] is not None
        if match["caps"]:
            return match if any((has_label, is_alone, rest.startswith("("))) else None
        if not is_alone and rest != REPEALED_TEXT:
            return None
        is_apart = any((has_label, self._now.in_back, self._is_centred(index)))
        return match if is_apart else None

    def _is_centred(self, index: int) -> bool:
        block = self._paragraphs[index].block
        return isinstance(block, Paragraph) and block.align == "center"

    def _is_regulation_title(self, index: int) -> bool:
        text = self._texts[index]
        if not _REGULATION.match(text):
            return False
        if len(text) > 250 or text.upper() != text:
            return False
        for number in range(index + 1, min(index + _LOOK_AHEAD, len(self._texts))):
            label = self._labels[number]
            if label is not None and label.kind.depth <= _ARTICLE_DEPTH:
                return number_of(label.label) == 1 and self._article_restarts(number)
            if _ATTACHED.search(self._texts[number]):
                return True
        return False

    def _article_restarts(self, index: int) -> bool:
        for label in filter(None, self._labels[index : index + _LOOK_AHEAD]):
            if label.kind is UnitKind.ARTICLE:
                return label.label == "1"
        return False

    def _restart(self, index: int) -> None:
        """Article 1 again: what stands after the last signature is the front of a regulation."""
        self._done.append(self._now)
        former = self._now
        self._now = self._begin(ComponentKind.REGULATION, index)
        cut = next(
            (n for n, (i, _) in enumerate(former.back) if _REGULATION.match(self._texts[i])),
            len(former.back),
        )
        self._now.front = former.back[cut:]
        del former.back[cut:]
        line = self._paragraphs[index].number
        self._findings.append(
            Finding(
                message(
                    "articles_restart", "Số điều bắt đầu lại từ 1: đọc thành một văn bản kèm theo."
                ),
                line,
            )
        )

    def _reopen(self, now: _Open) -> None:
        """What was taken for the signature stood in the middle of the text."""
        now.in_back = False
        for index, block in now.back:
            now.builder.words(index, block)
        now.back.clear()

    def _closes(self, index: int) -> bool:
        if not self._looks_closing(index):
            return False
        article = self._now.builder.last_article
        if article is None:
            return not self._now.builder.has_articles
        for number in range(index + 1, min(index + 60, len(self._texts))):
            label = self._article_at(number)
            if label is not None:
                return not follows(label.label, article.label)
            if _REGULATION.match(self._texts[number]) or self._is_appendix(number):
                return True
        return True

    def _looks_closing(self, index: int) -> bool:
        """Whether a paragraph or a table reads like a signature or the list of recipients."""
        text = self._texts[index]
        if text:
            return _CLOSING.match(text) is not None
        text = self._paragraphs[index].text
        return "Nơi nhận" in text or _CLOSING.match(text) is not None

    # -- quotations ---------------------------------------------------------------------------

    def _end_of_quotation(self, index: int) -> QuotationEnd:
        return quotation_end(self._texts, index, self._is_next_order, self._heads_next_orders)

    def _heads_next_orders(self, index: int) -> bool:
        """Whether a line is an article that orders something, and the first line under it does so too: "Điều
        2. Thay thế, bãi bỏ một số cụm từ của Quy định …" / "1. Thay thế cụm từ “A” …"."""
        label = self._labels[index]
        following = self._labels[index + 1] if index + 1 < len(self._labels) else None
        if label is None or following is None or not label.is_strong_article:
            return False
        return following.label == "1" and orders(label.rest) and orders(following.rest)

    def _quote(self, first: int, end: QuotationEnd) -> int:
        last = end.last
        further = self._closes_again(last) if end.is_closed else last
        if further > last:
            last = further
            self._doubts[last] = message(
                "quotation.closed_early", "ngoặc kép đóng sớm, phần sau vẫn coi là lời văn mới"
            )
        for number in self._inside(first, last):
            self._now.builder.words(number, self._paragraphs[number].block, Role.QUOTATION)
        if not end.is_closed:
            self._doubts[last] = message("quotation.not_closed", "trích dẫn thiếu dấu đóng")
        if end.swallowed is not None and NAMES_ONE.search(self._texts[end.swallowed]):
            line = self._paragraphs[end.swallowed].number
            self._doubts[last] = message(
                "quotation.runs_over_order",
                "ngoặc kép chạy qua đoạn {line}, giống nội dung sửa đổi kế tiếp",
                line=line,
            )
        return last + 1

    def _inside(self, first: int, last: int) -> list[int]:
        return [number for number in range(first, last + 1) if number not in self._aside]

    def _closes_again(self, last: int) -> int:
        """ "… Điều này.”" / "Điều 191b. …" / … / "…”": a quotation closed before its last article.

        Told by that article's number, which does not follow this act's own, and by a further
        closing mark before the next order. Gives the paragraph of that mark, or ``last``.
        """
        label = self._article_right_behind(last)
        own = self._now.builder.last_article
        if label is None or own is None:
            return last
        if number_of(label.label) - number_of(own.label) <= 1:
            return last
        for number in range(last + 2, min(last + LONGEST, len(self._texts))):
            text = self._texts[number]
            if self._is_next_order(text) or begins_quotation(text):
                return last
            if balance(text) < 0:
                return number
        return last

    def _is_unquoted_wording(self, index: int) -> bool:
        """New wording without marks, after an order that promises it (docs/field.md 4.8)."""
        promise = self._texts[index - 1]
        before = self._unlabelled(index - 1)
        text, label = self._texts[index], self._labels[index]
        if announces_unit(before, label) or announces_dash(before, text):
            return True
        if announces_name(before, text, label) or announces_part(before, text, label):
            return True
        if not self._promises_text(promise, before):
            return False
        if not NAMES_ONE.search(before):
            return False  # "một số điều như sau:" only leads to others
        if not orders(before, len(before)):
            return False
        if heads_table(cells_of(text.partition("\n")[0])):
            return False  # a table of changes
        words = label.rest if label is not None else text.lstrip(_BULLETS)
        if orders(words) or begins_quotation(text):
            return False
        if label is None or label.kind is not UnitKind.ARTICLE:
            return True
        # "2. Điều 2 được sửa đổi như sau:" / "Điều 2. …": the article that was announced.
        announced = re.search(rf"\b[Đđ]iều\s+{label.label}\b(?!\s+của\s+\w+\s+này)", before)
        return announced is not None or not self._follows_open(label)

    def _unlabelled(self, index: int) -> str:
        """The words of a paragraph behind its label or its dash."""
        label = self._labels[index]
        return label.rest if label is not None else self._texts[index].lstrip(_BULLETS)

    def _promises_text(self, promise: str, before: str) -> bool:
        """Whether a line that ends with a colon announces new wording; in a notice without articles
        the colon is enough behind an order, or behind a place."""
        if PROCEDURE.search(promise):
            return False
        if PROMISES_TEXT.search(promise):
            return True
        is_notice = self._is_notice or not self._now.builder.has_articles
        if not is_notice or self._now.kind is not ComponentKind.BODY:
            return False
        return is_order(before)

    def _take_unquoted(self, index: int) -> int:
        last = index
        numbers = [label.label for label in (self._labels[index],) if label is not None]
        for number in range(index + 1, len(self._texts)):
            if self._ends_unquoted(index, number, numbers):
                break
            label = read_label_again(self._texts[number])
            numbers += [label.label] if label is not None else []
            last = number
        for number in self._inside(index, last):
            self._now.builder.words(number, self._paragraphs[number].block, Role.QUOTATION)
        if not self._is_surely_all(index, last):
            self._doubts[index] = message(
                "quotation.without_marks", "lời văn mới không đặt trong ngoặc kép"
            )
        return last + 1

    def _is_surely_all(self, first: int, last: int) -> bool:
        """Whether lines without marks are the whole of a new wording and nothing besides, as if they stood in
        marks: just what was announced, with its full stop, and behind it a line that cannot go on with it."""
        lines = [self._texts[number] for number in self._inside(first, last)]
        if not announces_exactly(self._unlabelled(first - 1), lines):
            return False
        if not all(line.isupper() or line.endswith((".", ";")) for line in lines):
            return False
        if last + 1 >= len(self._texts):
            return False
        if any((self._closes(last + 1), tells_of_the_act(self._texts[last + 1]))):
            return True
        own, behind = read_label_again(lines[-1]), read_label_again(self._texts[last + 1])
        if behind is None:
            return False
        if own is None:
            return True
        is_alike = (behind.kind, _mark_of(behind)) == (own.kind, _mark_of(own))
        return not (is_alike and follows(behind.label, own.label))

    def _ends_unquoted(self, first: int, index: int, numbers: list[str]) -> bool:
        """Whether a line cannot belong to new wording without marks.

        Args:
            first: where the wording begins, behind the line that announces it.
            numbers: the labels in the wording so far.
        """
        text, announcing = self._texts[index], self._texts[first - 1]
        if any((self._is_next_order(text), self._closes(index), self._is_appendix(index))):
            return True
        if self._heads_orders(index) or tells_of_the_act(text):
            return True  # "Về Điều 3:", "(9) Mục III, điểm 2 …"; "Thông báo này có hiệu lực …"
        if ends_bare_wording(text, announcing):
            return True  # "- Điều 2 sửa thành:" / "2. …" / "- Bãi bỏ Điều 9."
        if text[:1] not in _BULLETS and announces_dash(
            self._unlabelled(first - 1), self._texts[first]
        ):
            return True  # "Thêm gạch đầu dòng:" / "- …" / "2. Đối với Điều 3:"
        label = read_label_again(text)
        # "11) … ghi lại là:" / "2- …" / "12) …": not understood, and not of the wording
        return label is not None and self._goes_on_orders(label, announcing, numbers)

    def _heads_orders(self, index: int) -> bool:
        """Whether a line of an act without articles was found to begin orders (``unnumbered_articles``)."""
        label = self._labels[index]
        if label is None:
            return False
        mark = label.prefix[:1]
        return label.kind is UnitKind.CLAUSE if mark == "(" else self._is_notice and not mark

    def _goes_on_orders(self, label: LineLabel, announcing: str, numbers: list[str]) -> bool:
        """Whether a number goes on with those of the orders, in the marks of theirs, and with none of those
        in the wording."""
        own = read_label_again(announcing)
        if own is None or not self._follows_open(label):
            return False
        if not numbers or any(follows(label.label, number) for number in numbers):
            return False
        return (label.kind, _mark_of(label)) == (own.kind, _mark_of(own))

    def _is_next_order(self, text: str) -> bool:
        label = read_label_again(text)
        if label is None or not self._follows_open(label):
            return False
        if label.kind is UnitKind.ARTICLE:
            return True
        return orders(label.rest) or leads_to_orders(label.rest)

    def _follows_open(self, label: LineLabel) -> bool:
        node: Node | None = self._now.builder.current
        while node is not None:
            if node.kind is label.kind and follows(label.label, node.label):
                return True
            node = node.parent
        return False

    # -- result -------------------------------------------------------------------------------

    def _result(self) -> ReadComponents:
        components: list[Component] = []
        places: list[Placement | None] = [None] * len(self._paragraphs)
        for opened in self._done:
            settle_headings(opened.builder.nodes)
            forest = opened.builder.finish()
            title = [self._texts[i] for i, _ in opened.front[:12] if self._texts[i]]
            components.append(
                Component(
                    opened.id,
                    opened.kind,
                    opened.label,
                    " ".join(title[:4]),
                    tuple(block for _, block in opened.front),
                    forest.units,
                    tuple(block for _, block in opened.back),
                )
            )
            for placement in forest.placements:
                places[placement.place] = placement
            for index, _ in opened.front:
                places[index] = Placement(index, Role.FRONT, opened.id)
            for index, _ in opened.back:
                places[index] = Placement(index, Role.BACK, opened.id)
        for index in self._aside:
            places[index] = Placement(index, Role.ASIDE, "")
        for index, doubt in self._doubts.items():
            placed = places[index]
            places[index] = placed._replace(doubt=doubt) if placed is not None else None
        known = tuple([placed for placed in places if placed is not None])
        return ReadComponents(tuple(components), known, tuple(self._findings))
