"""What the program remembers on this machine for this person. Source: docs/window.md 4.8."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

Kept = str | list[str] | QByteArray
_PLACES = 200  # places in texts that are kept; the oldest are forgotten


class Memory:
    """Names and values, in the person's settings file or, without one, until the program closes."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings
        self._values: dict[str, Kept] = {}

    def get(self, name: str, otherwise: str = "") -> str:
        """Give a remembered word."""
        return str(self._value(name, otherwise))

    def get_bytes(self, name: str) -> QByteArray | None:
        """Give a remembered layout."""
        value = self._value(name, None)
        return value if isinstance(value, QByteArray) else None

    def get_list(self, name: str) -> list[str]:
        """Give remembered words in their order."""
        value = self._value(name, [])
        return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]

    def keep(self, name: str, value: Kept) -> None:
        """Remember something."""
        if self._settings is not None:
            self._settings.setValue(name, value)
        else:
            self._values[name] = value

    def keep_first(self, name: str, value: str, most: int) -> None:
        """Put a word before the others of a list that has a length at the most."""
        others = [each for each in self.get_list(name) if each not in (value, "")]
        self.keep(name, [value, *others][:most])

    def keep_place(self, document: str, words: str) -> None:
        """Remember something of a text: caret, folded chapters. Old texts are forgotten."""
        kept = [each for each in self.get_list("places/order") if each not in (document, "")]
        for old in kept[_PLACES:]:
            self._forget(f"places/{old}")
        self.keep("places/order", [document, *kept[:_PLACES]])
        self.keep(f"places/{document}", words)

    def place(self, document: str) -> str:
        """Give what is remembered of a text."""
        return self.get(f"places/{document}")

    def _value(self, name: str, otherwise: Kept | None) -> object:
        if self._settings is not None:
            return self._settings.value(name, otherwise)
        return self._values.get(name, otherwise)

    def _forget(self, name: str) -> None:
        if self._settings is not None:
            self._settings.remove(name)
        else:
            self._values.pop(name, None)
