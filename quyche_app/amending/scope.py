"""Is an instruction about this base? By number, by name, or, where neither tells, by likeness.

One act may amend many; only what is about the base applies (docs/field.md 4.4, 4.8).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto

from quyche_app.domain.acts import Act, blocks_lines
from quyche_app.domain.dates import date_at
from quyche_app.domain.operations import Instruction
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import fold_number, search_key

_NUMBER = late(r"\d{1,5}(?:/\d{4})?[-/] ?[A-ZĐƯ][\wĐđƯư-]*(?:[-/] ?[A-ZĐƯ\d][\wĐđƯư-]*)*")
_NAME_ENDS = late(
    r"\s+(?:số\s|ngày\s|của\s+(?:Bộ|Quốc hội|Chính phủ|Thủ tướng|Ủy ban|Thống đốc|Ban|Tỉnh|Thành)"
    r"|đã\s|được\s|ban hành|\(|như\s)|[(;:]|,\s+(?:đã|được|ban hành)"
)
_KIND = late(
    r"^(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|thông tư liên tịch|thông tư|quyết định|quy chế"
    r"|quy định|điều lệ)\s*",
    re.IGNORECASE,
)
_REGULATION = late(r"^(?:Quy chế|Quy định|Nội quy|Điều lệ)\b", re.IGNORECASE)
_OWN = late(
    r"^(?:Quy chế|Quy định|Nội quy|Điều lệ)\b(?!.*\bban hành\b(?!,?\s+ngày\s))", re.IGNORECASE
)


# "Quyết định ban hành Quy chế số 05-QC/HU": the number is the regulation's, not the decision's.
_ISSUES_NUMBERED = late(
    r"(?:Quyết định|Nghị quyết)\s+(?:về\s+)?(?:việc\s+)?ban hành\s+(?:Quy chế|Quy định|Nội quy)\b"
)


def numbers_in(reference: str) -> list[str]:
    """Give the numbers of acts named in a reference, folded, in text order."""
    return [fold_number(found.rstrip("-/.")) for found in _NUMBER.findall(reference)]


# "Điều 2 của Quyết định số 77": the number alone, without year and issuer.
_SHORT_NUMBER = late(r"\bsố\s+(?P<number>\d{1,5})(?![\w/.-]*\w)")


def speaks_of(reference: str, base: Act) -> bool | None:
    """Tell whether a reference is the base: by its number, else by its name; None = cannot tell."""
    if not reference:
        return True
    numbers = numbers_in(reference)
    known = own_numbers(base)
    if _ISSUES_NUMBERED.match(reference) and _REGULATION.match(base.kind):
        return False  # the decision that issued the base, which the file does not hold
    if numbers and known:
        if any(_same_number(numbers[0], number) for number in known):
            return True
        # "251-QĐ/TU" or "215-QĐ/HU" for "215-QĐ/TU": perhaps a slip of typing.
        return None if any(_is_slip_of(numbers[0], number) for number in known) else False
    short = _SHORT_NUMBER.search(reference)
    if short is not None and known:
        return any(_pieces(number)[0] == short["number"].lstrip("0") for number in known)
    if _OWN.match(reference):
        return _is_own_regulation(reference, base)
    name, title = name_key(reference), _title_key(base.title)
    if not name or not title or not _KIND.match(reference):
        return None
    if name == title:
        return True
    shorter, longer = sorted((name, title), key=len)
    if len(shorter) > 8 and longer.startswith(shorter):
        return True
    # Every body has a regulation of that name; without a number it is not sure to be another one.
    return None if _REGULATION.match(reference) and not numbers else False


_REGULATION_ENDS = late(
    r"[(;:,]|\s+(?:ban hành|kèm theo|số|ngày|đã|được|như|nêu|nói|trên)(?=\s|$)"
    r"|\s+hiện hành(?=\s*$|[(;:,]|\s+(?:ban hành|kèm theo|số|ngày)\s)"
)


def _is_own_regulation(reference: str, base: Act) -> bool | None:
    """ "Quy chế", "Quy chế làm việc" and the base's own name are the base; "Quy chế làm việc của Ban
    Thường vụ Huyện ủy" beside another name is not known."""
    day = _ISSUED.search(reference)
    read = date_at(reference[day.end() :]) if day is not None else None
    if read is not None and base.issue_date is not None and read[0] != base.issue_date:
        return None
    end = _REGULATION_ENDS.search(reference)
    name = _title_key(_KIND.sub("", reference[: end.start()] if end else reference))
    title = _title_key(_KIND.sub("", base.title))
    if name in ("", "nay", "lam viec", "lam viec nay"):
        return True
    if not title:
        return None  # a part of a text, without its head
    if any(f" {name} " in f" {_title_key(component.title)} " for component in base.components):
        return True  # the attached regulation has a name of its own
    if name.startswith(title) or _is_shortened(name, title):
        return True
    return None


_ISSUED = late(r"\bngày\s+(?=\d)")


def _is_shortened(name: str, title: str) -> bool:
    """A title with words left out: "hoạt động của Ban Chấp hành Liên đoàn quận" for "… quận Hải Thanh"."""
    rest = title.split()
    left_out: list[set[str]] = []
    for word in name.split():
        if word not in rest:
            return False
        at = rest.index(word)
        left_out.append(set(rest[:at]))
        rest = rest[at + 1 :]
    # "Phòng" is no short name of "Văn phòng": what is left out names a place.
    return not any(words <= _BODIES for words in left_out if words)


_ATTACHED = late(r"kèm\s+theo", re.IGNORECASE)


def own_numbers(base: Act) -> list[str]:
    """Give the numbers a base goes by: its own, and that of the act that issues it ("Ban hành kèm
    theo Quyết định số …")."""
    numbers = [fold_number(base.number)] if base.number else []
    for component in base.components:
        for line in blocks_lines(component.front[:12]):
            if _ATTACHED.search(line):
                numbers += numbers_in(line)[:1]
    return numbers


def _same_number(one: str, other: str) -> bool:
    """The same number, also when one is cited without its year or kind: "88/CP" for
    "88/1999/NĐ-CP", "17/QĐ-NHNN" for "17/2004/QĐ-NHNN"."""
    if _tokens(one) == _tokens(other):
        return True
    left, right = _pieces(one), _pieces(other)
    if left[0] != right[0] or bool(left[1]) == bool(right[1]):
        return False
    return left[2][-1] == right[2][-1]


def _is_slip_of(one: str, other: str) -> bool:
    """Whether one number is the other with two digits exchanged, or with one letter of the body another."""
    left, right = _tokens(one), _tokens(other)
    if len(left) != len(right) or left == right:
        return False
    if left[1:] == right[1:]:
        return len(left[0]) > 1 and sorted(left[0]) == sorted(right[0])
    differ = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    (first, second), *others = differ
    is_letter = (
        len(first) == len(second) > 1
        and sum(a != b for a, b in zip(first, second, strict=True)) == 1
    )
    return not others and is_letter and not first.isdigit()


def _pieces(number: str) -> tuple[str, str, list[str]]:
    """Number, year and the letters of an act's number: ("88", "1999", ["NĐ", "CP"])."""
    parts = re.split(r"[-/]", number)
    year = next((p for p in parts[1:] if len(p) == 4 and p.isdigit()), "")
    letters = [p for p in parts[1:] if not p.isdigit()]
    return parts[0].lstrip("0"), year, letters or [""]


def _tokens(number: str) -> list[str]:
    """The parts of a number: "5-QC/TU", "05/QC-TU" and "005-QC/TU" are one as people write it."""
    first, *others = re.split(r"[-/]", number)
    return [first.lstrip("0"), *others]


_AIM = late(r"\b(?:để|nhằm|thực hiện|căn cứ)\b.*|(?<!kèm )\btheo\b.*", re.IGNORECASE)


def amended_numbers(title: str) -> tuple[str, ...]:
    """Give the numbers of the acts that the title of an act says are amended; those that it carries out
    ("để thực hiện Nghị quyết số 18-NQ/TW") are none of them."""
    return tuple(numbers_in(_AIM.sub("", title)))


def is_number_of(number: str, base: Act) -> bool:
    """Tell whether a base goes by a folded number."""
    return any(_same_number(number, known) for known in own_numbers(base))


def is_about_another(amended: Sequence[str], base: Act) -> bool:
    """Tell whether a title names acts by number, and the base goes by none of them."""
    known = own_numbers(base)
    return bool(amended and known) and not any(_same_number(a, k) for a in amended for k in known)


# -- another regulation of the same number or without one ------------------------------------------

# Behind "Quyết định … của" stands who issued it, behind "Quy chế … của" whose it is; "quy định" in
# small letters is a verb.
_NAMED = late(r"\b(?:[Qq]uy chế|QUY CHẾ|Quy định|[Nn]ội quy|Điều lệ)\b(?P<rest>.*)")
_SUBJECT_ENDS = late(
    r"\s*(?:[(;:,]|\b(?:của|ban hành|kèm theo|số|ngày|nêu|nói|trên|này|như sau|đã|được|theo|hiện hành"
    r"|tại)\b).*"
)
_OWNER_ENDS = late(r"\s(?:khoa|nhiem ky|nam|giai doan|ban hanh|so|ngay|duoc|da|nhu|ve)\s.*")
_DATED = late(r"(?P<number>\d[^\s,;()]*),?\s+ngày\s+(?=\d)")
# Words of the names of bodies: what is left of a name is the name of a place or an office.
_BODIES = frozenset(
    (
        "ban",
        "chap",
        "hanh",
        "dang",
        "bo",
        "tinh",
        "uy",
        "huyen",
        "thanh",
        "thi",
        "xa",
        "phuong",
        "tran",
        "dac",
        "khu",
        "pho",
        "quan",
        "thuong",
        "vu",
        "truc",
        "co",
        "so",
        "van",
        "phong",
        "nhan",
        "dan",
        "hoi",
        "dong",
        "kiem",
        "tra",
        "mat",
        "to",
        "quoc",
        "viet",
        "nam",
        "chinh",
        "phu",
        "nha",
        "nuoc",
        "trung",
        "uong",
        "cac",
        "va",
        "toan",
        "doan",
        "khoi",
        "cap",
        "mau",
    )
)
_OFFICES = ("kiem tra", "nhan dan", "mat tran", "van phong", "thanh tra", "hoi dong", "thuong vu")


def names_another_regulation(reference: str, base: Act) -> bool:
    """Tell whether words speak of another regulation than the base although no number says so: of
    another body, on another subject, or signed on another day. Every body has its own "08-QC/ĐU"."""
    dated = _DATED.search(reference)
    if dated is not None and base.number and base.issue_date is not None:
        read = date_at(reference[dated.end() :])
        is_it = _same_number(fold_number(dated["number"]), fold_number(base.number))
        if read is not None and is_it:
            return read[0] != base.issue_date  # number and day together are no chance
    named = _NAMED.search(_AIM.sub("", reference))
    if named is None or not base.title:
        return False
    return _is_on_another_subject(named, base) or _is_of_another_body(named["rest"], base.title)


def is_of_another_issuer(one: str, other: str) -> bool:
    """Tell whether two heads are of bodies of other places: "ĐẢNG ỦY XÃ BẾN THƠ", "ĐẢNG ỦY XÃ ĐỒI GIÓ"."""
    left, right = (set(_title_key(issuer).split()) - _BODIES for issuer in (one, other))
    return bool(left and right) and not left & right


def _is_on_another_subject(named: re.Match[str], base: Act) -> bool:
    """ "Quy chế chi tiêu nội bộ" beside "Quy chế làm việc"."""
    subject = _title_key(_SUBJECT_ENDS.sub("", named["rest"]))
    own = _title_key(_KIND.sub("", base.title))
    return (
        bool(subject and own)
        and subject not in own
        and not subject.startswith(_title_key(_SUBJECT_ENDS.sub("", _KIND.sub("", base.title))))
    )


def _is_of_another_body(words: str, title: str) -> bool:
    owner, own = _owner(words), _owner(title)
    places, own_places = set(owner.split()) - _BODIES, set(own.split()) - _BODIES
    if places and own_places and not places & own_places:
        return True
    offices = [o for o in _OFFICES if o in owner]
    return bool(own) and any(office not in own for office in offices)


def _owner(name: str) -> str:
    """The body that a name ends with: "dang uy xa ben tho"."""
    _, _, owner = name.partition(" của ")
    return _OWNER_ENDS.sub("", f" {_title_key(owner)} ").strip()


def year_of_number(number: str) -> int | None:
    """Give the year in an act's number ("90/2025/QH15"); None when it has none."""
    year = _pieces(fold_number(number))[1] if number else ""
    return int(year) if year and 1945 <= int(year) <= 2100 else None


def name_key(reference: str) -> str:
    """Give the name of an act without its kind, number and issuer, to compare by."""
    name = _KIND.sub("", reference)
    end = _NAME_ENDS.search(name)
    return _title_key(name[: end.start()] if end else name)


def _title_key(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", search_key(title)).strip()


class About(Enum):
    """Whether an instruction is about the base, and how that is known."""

    BASE = auto()
    OTHER = auto()
    LIKELY = auto()  # neither number nor name tells; its targets and words fit the base best
    UNKNOWN = auto()  # neither number nor name tells, and others fit better


def choose_reference(
    instructions: Sequence[Instruction],
    base: Act,
    likeness: Callable[[Sequence[Instruction]], float],
) -> dict[int, About]:
    """Tell for every instruction (by index) whether it is about the base.

    Where number and name cannot tell, the references of one act are taken together: the only one is
    about a base without a head; of several the one whose targets and words fit best may be.
    """
    verdicts: dict[int, About] = {}
    open_groups: dict[str, list[Instruction]] = {}
    named = {instruction.act_reference for instruction in instructions}
    is_base = {reference: speaks_of(reference, base) for reference in named}
    for instruction in instructions:
        verdict = is_base[instruction.act_reference]
        if verdict is None:
            key = _group_key(instruction.act_reference)
            open_groups.setdefault(key, []).append(instruction)
        else:
            verdicts[instruction.index] = About.BASE if verdict else About.OTHER
    if not open_groups:
        return verdicts
    decided = any(verdicts.get(i.index) is About.BASE and i.act_reference for i in instructions)
    fitting = None if decided else _best_fitting(open_groups, likeness)
    is_sure = len(open_groups) == 1 and not base.title
    for key, group in open_groups.items():
        if key == fitting:
            about = About.BASE if is_sure else About.LIKELY
        else:
            is_other = _names_another(group[0].act_reference, base)
            about = About.OTHER if is_other else About.UNKNOWN
        verdicts.update({instruction.index: about for instruction in group})
    return verdicts


def passed_over_unsurely(
    instructions: Sequence[Instruction], base: Act, verdicts: Mapping[int, About]
) -> Instruction | None:
    """Give the first of the orders that are all taken for another text's although the base tells neither
    number nor name: any of the texts named may be it. None where that is not so."""
    if base.title or own_numbers(base):
        return None
    named = [one for one in instructions if one.act_reference]
    if any(verdicts.get(one.index) is not About.OTHER for one in named):
        return None
    return named[0] if named else None


_FITS = 0.3


def _best_fitting(
    groups: Mapping[str, Sequence[Instruction]],
    likeness: Callable[[Sequence[Instruction]], float],
) -> str | None:
    """The only reference, or of several the one that fits the base best; None when it fits badly."""
    best = max(groups, key=lambda key: likeness(groups[key]))
    if len(groups) == 1:
        return best
    return best if likeness(groups[best]) >= _FITS else None


def _names_another(reference: str, base: Act) -> bool:
    """Whether a reference that is not known as the base is sure to be another act. A number that is not
    the base's own names another one, though the base tells none."""
    numbers = numbers_in(reference)
    if numbers and any(_is_slip_of(numbers[0], number) for number in own_numbers(base)):
        return False
    if numbers or not base.title:
        return True
    return names_another_regulation(reference, base)


def _group_key(reference: str) -> str:
    numbers = numbers_in(reference)
    return numbers[0] if numbers else name_key(reference)
