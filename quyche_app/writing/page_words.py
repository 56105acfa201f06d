"""The words of a written page, read back for its proof: without notes, marks and style."""

from __future__ import annotations

from html.parser import HTMLParser

_SKIPPED = {"style", "title", "sup", "ol"}
_LINES = {"p", "td", "tr"}


class _PageReader(HTMLParser):
    """Collects the words of paragraphs and cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipping += 1
        elif tag in _LINES:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipping -= 1

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.lines[-1] += data


def page_lines(page: str) -> list[str]:
    """Give the paragraphs and cells of a page in order."""
    reader = _PageReader()
    reader.feed(page)
    return [line.strip() for line in reader.lines if line.strip()]
