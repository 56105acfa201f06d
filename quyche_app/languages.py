"""The language of the program: Vietnamese as written in the code, or another from a catalogue.

Every sentence for a person is written in Vietnamese where it is said and passes through ``tr`` on
its way to the window or the terminal. The catalogues are those of gettext
(``resources/translations/<language>/LC_MESSAGES/quyche.po``, docs/window.md 8.4); a sentence is
looked up as it stands in the code, before its holes are filled. Words of a regulation, titles and names
only ever fill holes, so they are never translated.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quyche_app.domain.messages import Argument, Message, all_said, filled, said
from quyche_app.resources_folder import resource

if TYPE_CHECKING:
    from gettext import GNUTranslations

NATIVE = "vi"
LANGUAGES: tuple[tuple[str, str], ...] = ((NATIVE, "Tiếng Việt"), ("en", "English"))

_shown: GNUTranslations | None = None  # None: everything is said as it is written
_language = NATIVE


def use_language(language: str) -> None:
    """Show everything in a language from now on; one that there is no catalogue for is Vietnamese."""
    global _shown, _language
    _shown = _catalogue(language)
    _language = language if _shown is not None else NATIVE
    if _shown is None and language != NATIVE:
        _shown = _catalogue(NATIVE)


def language_in_use() -> str:
    """Give the language that everything is shown in."""
    return _language


def tr(sentence: str | Message | tuple[Message, ...], /, **values: Argument) -> str:
    """Give a Vietnamese sentence in the language of the program, with its holes filled:
    ``tr("Đang nhập {count} tệp", count=3)``; or what the library said, one message or several."""
    if isinstance(sentence, Message):
        return said(sentence, _translated)
    if isinstance(sentence, tuple):
        return all_said(sentence, _translated)
    return filled(sentence, values, _translated)


def tr_all(messages: Iterable[Message], between: str = " · ") -> str:
    """Give several messages of the library in one line."""
    return all_said(messages, _translated, between)


def _translated(sentence: str, count: int | None) -> str:
    if _shown is None or not sentence:
        return sentence
    if count is not None:
        return _shown.ngettext(sentence, sentence, count)
    return _shown.gettext(sentence)


def _catalogue(language: str) -> GNUTranslations | None:
    """Read the catalogue of a language; there is none where everything is said as it is written."""
    file = resource("translations", language, "LC_MESSAGES", "quyche.mo")
    if not file.is_file():
        return None
    from gettext import GNUTranslations  # start-up: the language of the program needs no catalogue

    with file.open("rb") as stream:
        return GNUTranslations(stream)
