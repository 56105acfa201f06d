"""Two languages: every sentence of the program has an English one, and words of texts are left alone."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message as Entry
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from quyche_app import languages
from quyche_app.domain.messages import message
from quyche_app.languages import language_in_use, tr, use_language

sys.path.insert(0, str(Path(__file__).parents[1] / "packaging"))
import catalogues
import sentences

ROOT = Path(__file__).resolve().parents[1]

# What stays Vietnamese in an English sentence: quotations, names, words that are spoken about.
_NAMES = re.compile(
    r"“[^”]*”|\([^)]*\)|Quy Chế|Tiếng Việt|Điều|[Kk]hoản|điểm|Phần|Chương|Mục|Tiểu mục|NĐ|hòa, ủy|hoà, uỷ"
    r"|Quyết định [^ ]*|đ\b"
)
_HOLES = re.compile(r"(?<!\{)\{([a-z_0-9]+)\}(?!\})")


@pytest.fixture
def english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("vi")


def entries(language: str) -> list[Entry]:
    """The entries of a catalogue without its head."""
    return [entry for entry in catalogues.read(language) if entry.id]


def forms(entry: Entry) -> tuple[str, ...]:
    """How an entry is said: one form, or one for each kind of number."""
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)


def key(entry: Entry) -> str:
    """The sentence as it stands in the code."""
    return entry.id if isinstance(entry.id, str) else entry.id[0]


# -- the catalogues ----------------------------------------------------------------------------


def test_every_sentence_of_the_program_has_an_english_one() -> None:
    assert list(catalogues.missing("en")) == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_catalogues_hold_what_the_program_says_and_nothing_else(language: str) -> None:
    """When this fails: ``python3 packaging/dev.py sentences``, then the English of what it names."""
    kept = catalogues.po_file(language).read_bytes()
    assert kept == catalogues.updated(language, catalogues.said())


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_what_the_program_reads_is_what_translators_wrote(language: str) -> None:
    made = catalogues.po_file(language).with_suffix(".mo")
    assert (made.read_bytes() if made.exists() else None) == catalogues.compiled(language)


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_nothing_is_guessed_from_a_likeness(language: str) -> None:
    assert [key(entry) for entry in entries(language) if entry.fuzzy] == []


def test_a_translation_has_the_holes_of_its_sentence() -> None:
    for entry in entries("en"):
        wanted = set(_HOLES.findall(key(entry)))
        *one, many = forms(entry)
        assert set(_HOLES.findall(many)) == wanted, key(entry)
        assert all(set(_HOLES.findall(each)) | {"count", "number"} >= wanted for each in one)


def test_what_is_counted_has_a_form_for_one_and_a_form_for_many() -> None:
    for entry in entries("en"):
        assert len(forms(entry)) == (2 if "{count}" in key(entry) else len(forms(entry)))
        assert all(forms(entry)), key(entry)
    assert catalogues.read("vi").num_plurals == 1


def test_translations_are_english() -> None:
    for entry in entries("en"):
        for words in forms(entry):
            left = [
                word for word in re.sub(_NAMES, "", words).split() if sentences.is_vietnamese(word)
            ]
            # Spellings that a rule speaks about may be named; they are fewer than what is said of them.
            assert len(left) * 2 <= len(words.split()) + 2, words


def test_no_sentence_is_put_together_before_it_is_said() -> None:
    """Neither ``tr(f"…")`` nor ``tr("…" + …)``: what stands in a hole would be taken for the sentence."""
    found = []
    for path in sorted((ROOT / "quyche_app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id == "tr" and isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
                found.append(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}")
    assert found == []


# -- what the program does with them -----------------------------------------------------------


def test_without_a_catalogue_everything_is_vietnamese() -> None:
    use_language("fr")
    assert language_in_use() == "vi"
    assert tr("Kho văn bản") == "Kho văn bản"


def test_a_sentence_is_looked_up_before_its_holes_are_filled(english: None) -> None:
    assert tr("Hủy") == "Cancel"
    assert tr("Đang nhập {name}", name="Hủy") == "Importing Hủy"
    assert tr("") == ""


@pytest.mark.parametrize(
    ("count", "vietnamese", "in_english"),
    [(0, "0 điều", "0 articles"), (1, "1 điều", "1 article"), (28, "28 điều", "28 articles")],
)
def test_the_number_decides_between_one_and_many(
    count: int, vietnamese: str, in_english: str, english: None
) -> None:
    assert tr("{count} điều", count=count) == in_english
    use_language("vi")
    assert tr("{count} điều", count=count) == vietnamese


def test_a_name_that_is_a_sentence_of_ours_stays_a_name(english: None) -> None:
    for entry in entries("en"):
        assert key(entry) in tr("Đã cất {name} vào Lưu trữ.", name=key(entry))


def test_a_message_in_a_message_is_said_in_the_language(english: None) -> None:
    inner = message("test.articles", "{count} điều", count=2)
    assert tr(message("test.outer", "Đang nhập {name}", name=inner)) == "Importing 2 articles"


def make(folder: Path, language: str, *entries: tuple[str, str]) -> None:
    """Make a catalogue as a translator's editor does."""
    text = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    text += "".join(f'\nmsgid "{said}"\nmsgstr "{words}"\n' for said, words in entries)
    file = folder / "translations" / language / "LC_MESSAGES" / "quyche.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, read_po(text.splitlines(), locale=language))


def test_an_office_words_a_vietnamese_sentence_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "vi", ("Kho văn bản", "Kho quy chế"))
    monkeypatch.setattr(languages, "resource", tmp_path.joinpath)
    use_language("vi")
    try:
        assert tr("Kho văn bản") == "Kho quy chế"
        assert tr("Hủy") == "Hủy"
    finally:
        monkeypatch.undo()
        use_language("vi")
    assert tr("Kho văn bản") == "Kho văn bản"


def test_in_vietnamese_nothing_is_imported_or_read() -> None:
    """Start-up: the language that the program is written in costs nothing."""
    code = (
        "import sys; before = set(sys.modules)\n"
        "from quyche_app.languages import tr, use_language\n"
        "use_language('vi'); tr('Hủy')\n"
        "print(sorted({'gettext', 'json', 'babel'} & (set(sys.modules) - before)))"
    )
    asked = [sys.executable, "-c", code]
    assert subprocess.run(asked, capture_output=True, text=True, cwd=ROOT).stdout.strip() == "[]"


# -- how they are found in the code ------------------------------------------------------------


def found_in(tmp_path: Path, code: str) -> list[tuple[str, str | tuple[str, str], list[str]]]:
    file = tmp_path / "some.py"
    file.write_text(code, encoding="utf-8")
    with file.open("rb") as stream:
        return [each[1:] for each in sentences.shown(stream, (), (), {})]


def test_a_sentence_is_found_with_its_code_and_its_kinds_of_numbers(tmp_path: Path) -> None:
    assert found_in(tmp_path, 'tr("OK")') == [("gettext", "OK", [])]
    assert found_in(tmp_path, 'message("QC-R101", "Không có {path}.", path=p)') == [
        ("gettext", "Không có {path}.", ["QC-R101"])
    ]
    assert found_in(tmp_path, 'tr("{count} tệp", count=3)') == [
        ("ngettext", ("{count} tệp", "{count} tệp"), [])
    ]
    assert found_in(tmp_path, 'tr("{number} tệp", number="1.000", count=1000)') == [
        ("ngettext", ("{number} tệp", "{number} tệp"), [])
    ]
    assert found_in(tmp_path, 'tr("Mở" if is_shut else "Đóng")') == [
        ("gettext", "Mở", []),
        ("gettext", "Đóng", []),
    ]


def test_docstrings_and_f_strings_are_no_sentences(tmp_path: Path) -> None:
    assert found_in(tmp_path, '"""Một tệp."""\nx = f"Tệp {name}"') == []
