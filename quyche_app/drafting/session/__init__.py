"""What the window knows of drafting: the session of a draft, its commands, and the values it shows.

The window imports this package and no module of ``drafting`` beside it (docs/architecture.md 2).
"""

from quyche_app.drafting.citations import citation_spans
from quyche_app.drafting.differences import BaseText, Differences, Fate, Removed
from quyche_app.drafting.edits import EditRefused
from quyche_app.drafting.finding import Place
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.session.changed import Changed
from quyche_app.drafting.session.citing import CitationIndex, citation_index
from quyche_app.drafting.session.commands import (
    ChangeLevel,
    Command,
    Demote,
    InsertAfter,
    InsertKind,
    Join,
    Move,
    MoveDown,
    MoveUp,
    NewParagraph,
    Promote,
    Recount,
    Remove,
    Repeal,
    RestoreText,
    SetNumbering,
    Split,
)
from quyche_app.drafting.session.marks import WordMarks
from quyche_app.drafting.session.session import DraftSession, Redo, Undo
from quyche_app.drafting.session.wording import (
    AddTable,
    ChangeTable,
    ChangeWords,
    Paste,
    ReplaceAll,
    RestoreWords,
    TakeTheirs,
    TypeWords,
)
from quyche_app.drafting.spots import Spot

__all__ = [
    "AddTable",
    "BaseText",
    "ChangeLevel",
    "ChangeTable",
    "ChangeWords",
    "Changed",
    "CitationIndex",
    "Command",
    "Demote",
    "Differences",
    "DraftSession",
    "EditRefused",
    "Fate",
    "InsertAfter",
    "InsertKind",
    "Join",
    "Move",
    "MoveDown",
    "MoveUp",
    "NewParagraph",
    "Numbering",
    "Paste",
    "Place",
    "Promote",
    "Recount",
    "Redo",
    "Remove",
    "Removed",
    "Repeal",
    "ReplaceAll",
    "RestoreText",
    "RestoreWords",
    "SetNumbering",
    "Split",
    "Spot",
    "TakeTheirs",
    "TypeWords",
    "Undo",
    "WordMarks",
    "citation_index",
    "citation_spans",
]
