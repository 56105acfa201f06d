"""What the program says, as a value: which sentence, by its code, and what it is about.

The library makes messages and never reads one: what a caller needs to know (a day, a count, a place)
stands in a field of its own. Words are chosen at the doors, where the catalogue of a language is known
(``quyche_app/languages.py``); a report or the database keeps the code and the arguments
(docs/architecture.md 9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Any, TypeAlias

from quyche_app.domain.dates import short_date

# A text from a document or a name is never translated; a message inside a message is.
Argument: TypeAlias = "str | int | date | PurePath | Message | tuple[Argument, ...]"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, or a part of one.

    Attributes:
        code: what it means, stable and never reused: "QC-R105", "reason.target_missing".
        text: how it is said in Vietnamese, with a named hole for each argument; the key of the
            catalogues.
        arguments: name of the hole → what it is about. ``count`` decides between one and many.
    """

    code: str
    text: str = field(compare=False)  # rewording a sentence makes no other message of it
    arguments: tuple[tuple[str, Argument], ...] = ()

    def __str__(self) -> str:
        return said(self)

    def about(self, name: str) -> Argument | None:
        """Give an argument; None when the message has none of that name."""
        return dict(self.arguments).get(name)


def message(code: str, text: str, /, **arguments: Argument) -> Message:
    """Make a message: ``message("QC-R101", "Không có tệp {path}.", path=path)``."""
    return Message(code, text, tuple(arguments.items()))


# How a catalogue says a sentence: text, and the number that decides between one and many.
Translate = Callable[[str, int | None], str]


def _in_vietnamese(text: str, count: int | None) -> str:
    return text


def said(of: Message, translate: Translate = _in_vietnamese) -> str:
    """Put a message into words, in Vietnamese when no catalogue is given."""
    return filled(of.text, dict(of.arguments), translate)


def filled(
    text: str, arguments: Mapping[str, Argument], translate: Translate = _in_vietnamese
) -> str:
    """Say a sentence with its holes filled; a text without arguments is said as it stands."""
    count = arguments.get("count")
    sentence = translate(text, count if isinstance(count, int) else None)
    if not arguments:
        return sentence
    return sentence.format_map({name: _words(of, translate) for name, of in arguments.items()})


def _words(of: Argument, translate: Translate) -> str:
    if isinstance(of, Message):
        return said(of, translate)
    if isinstance(of, tuple):
        between = "; " if all(isinstance(each, Message) for each in of) else ", "
        return between.join(_words(each, translate) for each in of)
    if isinstance(of, date):
        return short_date(of)
    return str(of)


def all_said(
    messages: Iterable[Message], translate: Translate = _in_vietnamese, between: str = "; "
) -> str:
    """Put several messages into one line, each once, in their order."""
    return between.join(dict.fromkeys(said(each, translate) for each in messages))


def facts_of(of: Message) -> dict[str, object]:
    """Give what a message is about as plain values, for a report: a day as "2018-07-05", a message inside
    by its code and facts."""
    return {name: _fact(value) for name, value in of.arguments}


def _fact(of: Argument) -> object:
    if isinstance(of, Message):
        return {"code": of.code, "facts": facts_of(of)}
    if isinstance(of, tuple):
        return [_fact(each) for each in of]
    return of if isinstance(of, int) else str(of)


def message_fields(one: Message) -> list[object]:
    """Give a message as a list that JSON can hold: code, words, facts."""
    return [one.code, one.text, {name: _fact_fields(value) for name, value in one.arguments}]


def read_message(held: Sequence[Any]) -> Message:
    """Give the message of such a list.

    Raises:
        ValueError: it is none.
    """
    code, text, arguments = held
    return Message(
        str(code), str(text), tuple([(name, _read_fact(of)) for name, of in arguments.items()])
    )


def _fact_fields(value: Argument) -> object:
    """Words and numbers stand as they are, everything else under the name of its kind."""
    if isinstance(value, Message):
        return {"message": message_fields(value)}
    if isinstance(value, tuple):
        return {"list": [_fact_fields(each) for each in value]}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return str(value) if isinstance(value, str | PurePath) else value


def _read_fact(held: Any) -> Argument:
    match held:
        case {"message": of}:
            return read_message(of)
        case {"list": several}:
            return tuple([_read_fact(each) for each in several])
        case {"day": day}:
            return date.fromisoformat(day)
        case str() | int():
            return held
        case _:
            raise ValueError(f"no argument: {held!r}")
