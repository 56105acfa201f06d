"""The built-in sample: its Word files say what its text files say, and it shows every verb."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from quyche_app.domain.addresses import parse_path
from quyche_app.domain.flow import act_lines
from quyche_app.domain.verbs import Verb
from quyche_app.reading.files import read_file
from quyche_app.resources_folder import resource, sample_file

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["quy-che", "quyet-dinh-3868"]


def lines_of(name: str) -> list[str]:
    """Give the lines of a text file of the sample."""
    return sample_file(name).read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def make_sample() -> ModuleType:
    """Load packaging/make_sample.py as a module of its own."""
    path = ROOT / "packaging" / "make_sample.py"
    spec = importlib.util.spec_from_file_location("quyche_make_sample", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # a dataclass looks for its module there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    """Give the readings that the sample's decision must get."""
    text = sample_file("quyet-dinh-3868.expected.json").read_text(encoding="utf-8")
    answer: dict[str, Any] = json.loads(text)
    return answer


@pytest.mark.parametrize("name", NAMES)
def test_the_word_file_was_made_from_the_text(make_sample: ModuleType, name: str) -> None:
    with zipfile.ZipFile(sample_file(f"{name}.docx")) as package:
        stored = {part: package.read(part).decode("utf-8") for part in package.namelist()}
    assert stored == make_sample.parts(lines_of(f"{name}.txt"), name)


@pytest.mark.parametrize("name", NAMES)
def test_making_it_twice_gives_the_same_bytes(
    make_sample: ModuleType, tmp_path: Path, name: str
) -> None:
    for copy in ("one", "two"):
        make_sample.write(lines_of(f"{name}.txt"), name, tmp_path / copy)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("ending", ["docx", "txt"])
@pytest.mark.parametrize("name", NAMES)
def test_the_file_reads_back_line_by_line(name: str, ending: str) -> None:
    read = read_file(sample_file(f"{name}.{ending}"))
    assert act_lines(read.act) == lines_of(f"{name}.txt")


@pytest.mark.parametrize("name", [*NAMES, "hop-nhat.expected"])
def test_it_says_that_it_is_an_illustration(name: str) -> None:
    lines = lines_of(f"{name}.txt")
    assert "(Văn bản minh họa)" in lines[1]
    assert sum("văn bản minh họa" in line for line in lines) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_the_word_file_carries_the_mark(name: str) -> None:
    with zipfile.ZipFile(sample_file(f"{name}.docx")) as package:
        assert "Văn bản minh họa" in package.read("word/footer1.xml").decode("utf-8")


def test_the_regulation_has_28_articles_in_five_chapters() -> None:
    regulation = read_file(sample_file("quy-che.docx")).act.main
    articles = [
        article
        for chapter in regulation.units
        for unit in chapter.children
        for article in ((unit,) if unit.kind == "article" else unit.children)
    ]
    assert [chapter.label for chapter in regulation.units] == ["I", "II", "III", "IV", "V"]
    assert [article.label for article in articles] == [str(number) for number in range(1, 29)]


def test_it_uses_every_verb(expected: dict[str, Any]) -> None:
    verbs = [instruction["verb"] for instruction in expected["instructions"]]
    # A suspension changes no word; tests/amending/test_told_or_done.py has one.
    assert set(verbs) | {str(Verb.SUSPEND)} == {str(verb) for verb in Verb}
    assert len(verbs) >= 18


def test_every_expected_target_is_a_path_into_the_regulation(expected: dict[str, Any]) -> None:
    for instruction in expected["instructions"]:
        for path in instruction["targets"]:
            address = parse_path(path.partition("#")[0])
            assert address is not None, path
            assert address.component == "qc"


def test_the_expected_text_keeps_the_order_of_labels() -> None:
    articles = [
        found[1]
        for line in lines_of("hop-nhat.expected.txt")
        if (found := re.match(r"Điều (\d+a?)\. ", line))
    ]
    wanted = [str(number) for number in range(1, 29)]
    wanted.insert(wanted.index("15"), "14a")
    assert articles == ["1", "2", "3", "4", *wanted]


def test_the_sample_lies_in_the_resources() -> None:
    assert resource("sample", "quy-che.txt") == sample_file("quy-che.txt")
    assert sample_file("quy-che.txt").is_file()
