"""Made-up regulations whose text is known to the letter, and what becomes of it by plain hand work.

The truth that composed orders are held against: nothing here uses the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from random import Random

REPEALED = "(được bãi bỏ)"
LETTERS = "abcdđeghiklmnopq"

_WHO = (
    "Văn phòng",
    "Ban Thường vụ",
    "Thường trực",
    "Ủy ban Kiểm tra",
    "Chi bộ cơ quan",
    "Phòng Tổng hợp",
    "Tổ thư ký",
    "Bộ phận văn thư",
)
_DOES = (
    "chuẩn bị tài liệu",
    "gửi giấy mời",
    "tổng hợp ý kiến góp ý",
    "lập biên bản họp",
    "báo cáo kết quả công tác",
    "theo dõi việc thực hiện kết luận",
    "thẩm định hồ sơ trình",
    "phân công người trực",
    "kiểm tra việc chấp hành nội quy",
    "đăng tải lịch làm việc",
)
_HOW = (
    "chậm nhất 03 ngày làm việc",
    "trước khi khai mạc hội nghị",
    "vào tuần cuối của tháng",
    "bằng văn bản giấy",
    "theo đúng mẫu đã ban hành",
    "trên hệ thống điện tử nội bộ",
    "cho đồng chí được giao phụ trách",
    "với các đơn vị trực thuộc",
    "hằng quý và khi có yêu cầu",
    "trong phạm vi nhiệm vụ được giao",
)
_HEADINGS = (
    "Phạm vi điều chỉnh",
    "Nguyên tắc chung",
    "Chế độ hội ý",
    "Quan hệ phối hợp",
    "Trách nhiệm cá nhân",
    "Đi cơ sở",
    "Tiếp dân",
    "Lưu trữ",
    "Khen thưởng",
    "Bảo mật",
)
_NEW_WORDS = (
    "thư ký phiên họp",
    "số hóa",
    "chữ ký số",
    "05 ngày",
    "bộ phận một cửa",
    "mạng dùng riêng",
    "hai lần mỗi năm",
    "người đứng đầu",
)


class Level(Enum):
    """The levels of a provision, with the word for it and how its label is printed."""

    ARTICLE = ("Điều", "Điều {}. ")
    CLAUSE = ("khoản", "{}. ")
    POINT = ("điểm", "{}) ")

    @property
    def word(self) -> str:
        return self.value[0]

    def printed(self, label: str) -> str:
        return self.value[1].format(label)


@dataclass
class Provision:
    """An article, clause or point. The text of an article is its heading."""

    level: Level
    label: str
    text: str
    children: list[Provision] = field(default_factory=list)
    repealed: bool = False

    def lines(self) -> Iterator[str]:
        """The lines as a consolidated text prints them."""
        if self.repealed:
            yield self.level.printed(self.label) + REPEALED
            return
        yield self.level.printed(self.label) + self.text
        for child in self.children:
            yield from child.lines()

    def worded(self) -> Iterator[Provision]:
        """Itself, unless it is a heading, and all below: whatever holds sentences."""
        if self.repealed:
            return
        if self.level is not Level.ARTICLE:
            yield self
        for child in self.children:
            yield from child.worded()

    @property
    def present(self) -> list[Provision]:
        """The children that are not repealed."""
        return [child for child in self.children if not child.repealed]


@dataclass
class Regulation:
    """A regulation with its head."""

    number: str
    title: str
    office: str
    day: str
    articles: list[Provision]

    def body(self) -> list[str]:
        return [line for article in self.articles for line in article.lines()]

    def text(self) -> str:
        return "\n".join([*self.head, *self.body()])

    @property
    def head(self) -> list[str]:
        lines = [self.office, "*", f"Số {self.number}", self.day, "QUY CHẾ", self.title]
        return [line for line in lines if line]


def sentence(chance: Random, end: str = ".") -> str:
    """A sentence of an office, with the sign that ends it."""
    words = [chance.choice(_WHO), chance.choice(_DOES), chance.choice(_HOW)]
    if chance.random() < 0.3:
        words[-1] += ", " + chance.choice(_HOW)
    return " ".join(words) + end


def heading(chance: Random) -> str:
    """The name of an article."""
    return chance.choice(_HEADINGS)


def new_words(chance: Random) -> str:
    """Words that no sentence holds."""
    return chance.choice(_NEW_WORDS)


def clause(chance: Random, label: str) -> Provision:
    """A clause, now and then with points."""
    if chance.random() < 0.65:
        return Provision(Level.CLAUSE, label, sentence(chance))
    count = chance.randint(2, 5)
    points = [
        Provision(Level.POINT, LETTERS[n], sentence(chance, ";" if n < count - 1 else "."))
        for n in range(count)
    ]
    return Provision(Level.CLAUSE, label, sentence(chance, ":"), points)


def article(chance: Random, label: str) -> Provision:
    """An article of two to five clauses."""
    clauses = [clause(chance, str(n)) for n in range(1, chance.randint(2, 5) + 1)]
    return Provision(Level.ARTICLE, label, heading(chance), clauses)


def regulation(chance: Random, *, number: str, title: str, office: str, day: str) -> Regulation:
    """A regulation of four to nine articles."""
    articles = [article(chance, str(n)) for n in range(1, chance.randint(4, 9) + 1)]
    return Regulation(number, title, office, day, articles)


# -- hand work -------------------------------------------------------------------------------------


def _whole(words: str) -> str:
    return rf"(?<!\w){re.escape(words)}(?!\w)"


def count_of(words: str, where: list[Provision]) -> int:
    """How often whole words stand in provisions and all below them."""
    found = re.compile(_whole(words))
    return sum(len(found.findall(each.text)) for top in where for each in top.worded())


def _count_of_any_case(words: str, where: list[Provision]) -> int:
    found = re.compile(_whole(words), re.IGNORECASE)
    return sum(len(found.findall("\n".join(top.lines()))) for top in where)


def put_for(old: str, new: str, where: list[Provision]) -> None:
    """Put words for whole words, everywhere in provisions and all below them."""
    for top in where:
        for each in top.worded():
            each.text = re.sub(_whole(old), new, each.text)


def taken_out(old: str, where: list[Provision]) -> None:
    """Take whole words out with the space before them."""
    for top in where:
        for each in top.worded():
            each.text = re.sub(" " + _whole(old), "", each.text)


def phrase_of(
    chance: Random, where: Provision, scope: list[Provision], *, once: bool = False
) -> str | None:
    """Two to four words from the middle of a sentence: no sign within, words on both sides, and nowhere
    in the scope with other capitals."""
    worded = list(where.worded())
    for _ in range(12):
        words = chance.choice(worded).text.split(" ") if worded else []
        length = chance.randint(2, 4)
        if len(words) < length + 2:
            continue
        at = chance.randint(1, len(words) - length - 1)
        phrase = " ".join(words[at : at + length])
        plain = not re.search(r"[^\w ]", phrase) and not words[at - 1].endswith(",")
        plain = plain and count_of(phrase, scope) == _count_of_any_case(phrase, scope)
        if plain and (not once or count_of(phrase, [where]) == 1):
            return phrase
    return None
