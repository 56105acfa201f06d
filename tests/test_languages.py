"""Two languages: every sentence of the program has an English one, and words of texts are left alone."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quyche_app.languages import Catalogue, language_words, tr, use_language
from quyche_app.resources_folder import resource

sys.path.insert(0, str(Path(__file__).parents[1] / "packaging"))
import sentences as gathered

# Words of the law that are looked for, parts of sentences that are translated as a whole, and the
# example text: not to be shown in another language.
_OF_TEXTS = re.compile(
    r"amending/(act_lines|appendices|desk|phrase_operations|read|readings|targets|unit_operations)\.py|checking/words\.py"
    r"|drafting/draft\.py|services/(library|outline|text_as_at)\.py|gui/settings/(sample|controls|first_run)\.py"
    r"|gui/widgets/text_cell\.py|gui/timeline/state\.py|gui/theme/look\.py|gui/shell/commands\.py"
    r"|reading/components\.py|gui/drafting/(page_text|header)\.py|gui/library/review_state\.py|gui/defects\.py"
)
# What stays Vietnamese in an English sentence: quotations, names, words that are spoken about.
_NAMES = re.compile(
    r"“[^”]*”|\([^)]*\)|Quy Chế|Tiếng Việt|Điều|[Kk]hoản|điểm|Phần|Chương|Mục|Tiểu mục|NĐ|hòa, ủy|hoà, uỷ"
    r"|Quyết định [^ ]*|đ\b"
)
_HOLES = re.compile(r"\{(\d+)(?::[^{}]*)?\}")


@pytest.fixture
def english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("vi")


def test_every_sentence_of_the_program_has_an_english_one() -> None:
    words = language_words("en")
    missing = [
        f"{each.place}: {each.words}"
        for each in gathered.sentences()
        if each.words not in words and not _OF_TEXTS.match(each.place)
    ]
    assert missing == []


def test_no_module_hides_new_sentences_behind_the_exceptions() -> None:
    words = language_words("en")
    hidden = [
        each
        for each in gathered.sentences()
        if each.words not in words and _OF_TEXTS.match(each.place)
    ]
    assert len({each.words for each in hidden}) <= 60


def test_translations_keep_the_holes() -> None:
    for vietnamese, english_words in language_words("en").items():
        holes = {int(hole) for hole in _HOLES.findall(english_words)}
        assert holes == set(range(vietnamese.count("{}"))), vietnamese


def test_translations_are_english() -> None:
    for vietnamese, words in language_words("en").items():
        assert words, vietnamese
        left = [word for word in re.sub(_NAMES, "", words).split() if gathered.is_vietnamese(word)]
        # Spellings that a rule speaks about may be named; they are fewer than what is said of them.
        assert len(left) * 2 <= len(words.split()) + 2, (vietnamese, words)


def test_no_sentence_is_kept_that_nobody_says() -> None:
    said = {each.words for each in gathered.sentences()}
    for name in ("window.json", "library.json"):
        import json

        kept = json.loads(resource("translations", "en", name).read_text(encoding="utf-8"))
        assert [words for words in kept if words not in said] == []


def test_every_vietnamese_text_of_the_window_is_said_through_the_catalogue() -> None:
    """In a function of the window a text stands in tr(), or is one of the few that never change."""
    raw = [
        each
        for each in gathered.sentences()
        if each.place.startswith("gui") and not each.is_marked and not each.is_table
    ]
    known = {  # names of steps and milestones are recorded; they are translated when they are shown
        "thêm đoạn ở phần đầu, phần cuối",
        "dán ở phần đầu, phần cuối",
        "dán",
        "thêm bảng",
        "sửa bảng",
        "bỏ bảng",
        "sửa bảng ở phần đầu, phần cuối",
        "{} tại {}",
        "lấy lại lời văn {}",
        "lấy lại mốc “{}”",
        "Dự thảo lần {}",
        "sửa theo kiểm tra: {}",
        "Văn bản trong kho không bị thay đổi.",
    }
    left = [
        each
        for each in raw
        if each.words not in known
        and not _OF_TEXTS.match(each.place)
        and each.words not in language_words("en")
    ]
    assert [f"{each.place}: {each.words}" for each in left if "Quy Chế" not in each.words] == []


def test_without_a_catalogue_everything_is_vietnamese() -> None:
    use_language("fr")
    assert tr("Kho văn bản") == "Kho văn bản"


def test_a_sentence_with_holes_is_put_together(english: None) -> None:
    assert tr("Đang nhập 3 tệp") == "Importing 3 files"
    assert tr("Hủy") == "Cancel"


def test_words_in_quotation_marks_are_words_of_a_text() -> None:
    catalogue = Catalogue(
        {"bổ sung “{}”": "inserted “{0}”", "không": "absent", "bổ sung {}": "insert {0}"}
    )
    assert catalogue.say("bổ sung “không”") == "inserted “không”"
    assert catalogue.say("bổ sung không") == "insert absent"


def test_the_number_decides_between_one_and_many() -> None:
    catalogue = Catalogue({"{} điều": "{0} {0:article|articles}"})
    assert catalogue.say("1 điều") == "1 article"
    assert catalogue.say("28 điều") == "28 articles"


def test_reasons_joined_by_semicolons_are_said_one_by_one() -> None:
    catalogue = Catalogue({"không rõ": "unclear", "thiếu {}": "{0} is missing"})
    assert catalogue.say("không rõ; thiếu điểm đ") == "unclear; điểm đ is missing"
    assert catalogue.say("không rõ; Bộ Chính trị") == "không rõ; Bộ Chính trị"


def test_the_sentence_with_more_words_of_its_own_wins() -> None:
    catalogue = Catalogue(
        {"{} văn bản": "{0} documents", "Kho có {} văn bản": "Library of {0} documents"}
    )
    assert catalogue.say("Kho có 3 văn bản") == "Library of 3 documents"


def test_a_list_is_translated_part_by_part_and_a_full_stop_is_no_part_of_a_number() -> None:
    catalogue = Catalogue(
        {
            "{} điều": "{0} {0:article|articles}",
            "sửa đổi {} lần": "amended {0} {0:time|times}",
            "có {}": "there are {0}",
            "áp dụng {}": "{0} applied",
        }
    )
    assert catalogue.say("28 điều · sửa đổi 1 lần") == "28 articles · amended 1 time"
    assert catalogue.say("có 2 điều, 3 điều") == "there are 2 articles, 3 articles"
    assert catalogue.say("28 điều · Tỉnh ủy") == "28 điều · Tỉnh ủy"
    assert catalogue.say("áp dụng 26.") == "26 applied."
