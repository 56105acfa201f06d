"""``quyche search WORDS``: where the texts of the workspace say something."""

from __future__ import annotations

import argparse

from quyche_app.cli.rows import day_row, hit_row
from quyche_app.cli.workspace_values import day_words, opened, print_json
from quyche_app.languages import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words, the day and how to search."""
    parser.add_argument(
        "words", metavar="WORDS", nargs="+", help=tr("chữ cần tìm, có dấu hoặc không dấu")
    )
    parser.add_argument("--as-at", metavar="D", help=tr("ngày, hoặc issued = lời văn khi ban hành"))
    parser.add_argument("--phrase", action="store_true", help=tr("đúng cụm từ, liền nhau"))
    parser.add_argument("--with-marks", action="store_true", help=tr("phân biệt dấu"))
    parser.add_argument("--past", action="store_true", help=tr("cả lời văn đã hết hiệu lực"))


def run(args: argparse.Namespace) -> int:
    """Print every provision that says the words, under a line that names the day and the counts."""
    from quyche_app.services.search import SearchOptions, search

    options = SearchOptions(args.with_marks, args.phrase, args.past)
    result = search(opened(args), " ".join(args.words), as_at=args.as_at, options=options)
    if args.json:
        print_json(
            "search",
            words=result.words,
            as_at=day_row(result.as_at),
            total=result.total,
            hits=[hit_row(each) for each in result.hits],
        )
        return 0
    day = day_words(result.as_at, tr("khi ban hành"))
    print(
        tr(
            "{count} chỗ trong {documents}, lời văn ngày {day}, tìm trong {searched}",
            count=result.total,
            documents=tr("{count} văn bản", count=result.document_count),
            day=day,
            searched=tr("{count} văn bản", count=result.searched_count),
        )
    )
    for hit in result.hits:
        same = (
            ", " + tr("{count} dự thảo ghi như vậy", count=hit.same_count) if hit.same_count else ""
        )
        print(f"{hit.words} ({hit.path}) · {hit.document.cited_as} · {hit.chip}{same}")
        for line in _marked(hit.text, hit.marks).split("\n"):
            print(f"\t{line}")
    if result.total > len(result.hits):
        print(
            tr(
                "Còn {count} chỗ nữa; hãy tìm cụm từ dài hơn.",
                count=result.total - len(result.hits),
            )
        )
    return 0


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    """The text with what was found between brackets."""
    for start, end in reversed(marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text
