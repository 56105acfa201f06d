"""Made-up regulations and what a drafter makes of them, for the laws of comparing and deciding.

A text is a list of chapters of articles of clauses of points, each with words of its own; a revision
changes words, inserts, removes, moves, splits and joins, and is then either counted anew, or keeps
issued labels and counts in between ("2a", "đ1").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from quyche_app.domain.acts import Act
from quyche_app.domain.labels import POINT_LETTERS
from quyche_app.reading.files import read_bytes

_WHO = ("Văn phòng", "Ban Thường vụ", "Thường trực", "Ủy ban Kiểm tra", "cơ quan chủ trì", "Bí thư")
_DOES = ("chuẩn bị", "xem xét", "báo cáo", "đôn đốc", "trình", "thẩm định", "lưu trữ", "công bố")
_WHAT = (
    "chương trình công tác",
    "dự thảo nghị quyết",
    "hồ sơ cán bộ",
    "lịch làm việc",
    "tờ trình",
    "kế hoạch kiểm tra",
    "biên bản hội nghị",
    "quy định bảo mật",
    "đề án “Đổi mới”",
    "đơn thư",
)
_WHEN = (
    "trong 05 ngày làm việc",
    "trước ngày 25",
    "hằng quý",
    "khi có yêu cầu",
    "bằng văn bản",
    "theo khoản 1 Điều 2",
    "ít nhất 03 tháng một lần",
    "qua mạng nội bộ, có chữ ký số",
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_CHAPTERS = ("QUY ĐỊNH CHUNG", "CHẾ ĐỘ HỌP", "VĂN BẢN", "TIẾP DÂN", "THI HÀNH", "PHỤ TRÁCH")
SENTENCES = st.tuples(
    st.sampled_from(_WHO),
    st.sampled_from(_DOES),
    st.sampled_from(_WHAT),
    st.sampled_from(_WHEN),
    st.integers(1, 99),
).map(lambda w: f"{w[0]} {w[1]} {w[2]} số {w[4]} {w[3]}")


@dataclass
class Part:
    """A provision while it is being made: its words, what stands in it, its issued label, the words
    behind its points, and the chapter that an article begins (0: none)."""

    words: str
    parts: list[Part] = field(default_factory=list)
    label: str = ""
    tail: str = ""
    chapter: int = 0

    def copy(self) -> Part:
        """Give a copy whose changes do not touch this one."""
        parts = [part.copy() for part in self.parts]
        return Part(self.words, parts, self.label, self.tail, self.chapter)


@st.composite
def regulations(draw: st.DrawFn) -> list[Part]:
    """Give the articles of a text, labelled."""
    articles = [draw(_articles()) for _ in range(draw(st.integers(1, 5)))]
    if draw(st.booleans()):
        chapter = 1
        for article in articles:
            article.chapter = chapter
            chapter += draw(st.integers(0, 1))
    count_anew(articles)
    return articles


@st.composite
def _articles(draw: st.DrawFn) -> Part:
    clauses = [draw(_clauses()) for _ in range(draw(st.integers(0, 4)))]
    name = draw(SENTENCES)
    return Part(f"{name[0].upper()}{name[1:]}", clauses)


@st.composite
def _clauses(draw: st.DrawFn) -> Part:
    points = [Part(draw(SENTENCES)) for _ in range(draw(st.sampled_from((0, 0, 2, 3))))]
    tail = draw(SENTENCES) if points and draw(st.booleans()) else ""
    return Part(draw(SENTENCES), points, tail=tail)


def count_anew(articles: list[Part]) -> None:
    """Give every provision the label of its place."""
    for number, article in enumerate(articles, 1):
        article.label = str(number)
        for place, clause in enumerate(article.parts, 1):
            clause.label = str(place)
            for letter, point in zip(POINT_LETTERS, clause.parts, strict=False):
                point.label = letter


@st.composite
def revisions(draw: st.DrawFn, *, keeps_labels: bool) -> tuple[Act, Act]:
    """Give an issued text and its revision."""
    old = draw(regulations())
    new = [article.copy() for article in old]
    for _ in range(draw(st.integers(1, 6))):
        _edit(draw, new)
    if not new:
        new.append(draw(_articles()))
    if keeps_labels:
        _label_between(new, _article_label)
        for article in new:
            _label_between(article.parts, _article_label)
            for clause in article.parts:
                _label_between(clause.parts, _point_label)
    else:
        count_anew(new)
    return act_of(old), act_of(new)


def _edit(draw: st.DrawFn, articles: list[Part]) -> None:
    lists = [
        articles,
        *(a.parts for a in articles if a.parts),
        *(c.parts for a in articles for c in a.parts if c.parts),
    ]
    siblings = draw(st.sampled_from(lists))
    depth = 0 if siblings is articles else 1 if any(siblings is a.parts for a in articles) else 2
    at = draw(st.integers(0, max(0, len(siblings) - 1)))
    match draw(
        st.sampled_from(
            (
                "words",
                "words",
                "words",
                "insert",
                "insert",
                "remove",
                "split",
                "join",
                "move",
                "tail",
            )
        )
    ):
        case "words" if siblings:
            words = siblings[at].words.split()
            place = draw(st.integers(0, len(words) - 1))
            came = draw(st.sampled_from(("kịp thời", "đầy đủ,", "của cấp ủy", "07")))
            words[place : place + draw(st.integers(0, 2))] = [came]
            siblings[at].words = " ".join(words)
        case "insert":
            makers = (_articles(), _clauses(), SENTENCES.map(Part))
            siblings.insert(at + draw(st.integers(0, 1)), draw(makers[depth]))
        case "remove" if len(siblings) > 1:
            del siblings[at]
        case "split" if (
            siblings
            and depth == 1
            and not siblings[at].parts
            and (siblings[at].words.count(" ") > 3)
        ):
            words = siblings[at].words.split()
            siblings[at].words = " ".join(words[:4])
            siblings.insert(at + 1, Part(" ".join(words[4:])))
        case "join" if len(siblings) > at + 1:
            gone = siblings.pop(at + 1)
            siblings[at].words += f"; {gone.words}"
            siblings[at].parts += gone.parts
            siblings[at].tail = siblings[at].tail or gone.tail
        case "move" if len(siblings) > 1:
            part = siblings.pop(at)
            part.label = ""
            homes = (
                [articles]
                if depth == 0
                else [a.parts for a in articles]
                if depth == 1
                else [c.parts for a in articles for c in a.parts]
            )
            home = draw(st.sampled_from(homes))
            home.insert(draw(st.integers(0, len(home))), part)
        case "tail" if siblings and depth == 1 and siblings[at].parts:
            siblings[at].tail = draw(st.sampled_from(("", "Mọi việc khác do Bí thư quyết định")))


def _label_between(siblings: list[Part], after: object) -> None:
    taken = {part.label for part in siblings if part.label}
    before = ""
    for part in siblings:
        if not part.label:
            part.label = after(before, taken)  # type: ignore[operator]
            taken.add(part.label)
        before = part.label


def _article_label(before: str, taken: set[str]) -> str:
    """ "2a" behind 2; at the beginning "1a" would stand before 1: then a text takes 0 for none."""
    stem = before.rstrip(POINT_LETTERS) or "1"
    return next(f"{stem}{letter}" for letter in POINT_LETTERS if f"{stem}{letter}" not in taken)


def _point_label(before: str, taken: set[str]) -> str:
    stem = before.rstrip("0123456789") or "a"
    return next(f"{stem}{n}" for n in range(1, 99) if f"{stem}{n}" not in taken)


def act_of(articles: list[Part]) -> Act:
    """Give the act that the reader makes of the printed text."""
    lines = ["TỈNH ỦY MẪU", "Số 05-QC/TU", "QUY CHẾ", "làm việc của Tỉnh ủy Mẫu"]
    chapter = 0
    for article in articles:
        if article.chapter > chapter:
            chapter += 1
            lines += [f"Chương {_ROMAN[chapter - 1]}", _CHAPTERS[article.chapter - 1]]
        lines.append(f"Điều {article.label}. {article.words}")
        for clause in article.parts:
            lines.append(f"{clause.label}. {clause.words}{':' if clause.parts else '.'}")
            lines += [f"{point.label}) {point.words};" for point in clause.parts]
            lines += [f"{clause.tail}."] if clause.tail and clause.parts else []
    return read_bytes("x.txt", "\n".join(lines).encode()).act
