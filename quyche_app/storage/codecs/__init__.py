"""What the rows of a workspace hold as JSON: one module a stored kind, every name written out.

A stored text is a list of three: the name of its kind, the version of its form, and what it holds:

    ["instruction",1,{"index":0,"act_no":1,"lines":[12,18],"verb":"repeal",…}]

====================  ===========  ===================================================
column                name         holds
====================  ===========  ===================================================
operation.instruction instruction  an order of an amending act
amendment.reading     reading      what else was read of that act
note.notes            notes        the notes of a whole text (deflated)
original.account      account      where each paragraph of a file went (deflated)
outcome.reason        messages     what failed or is not certain
outcome.reading       messages     what an order does
recording.why         messages     what a recording is
====================  ===========  ===================================================

These names are those of the rows, not of Python: classes and fields may be renamed freely. A field that
holds nothing is left out; a field, a name or a version that a codec does not know is refused.

To change a form: raise the VERSION of its codec, and write a migration that rewrites the rows. A workspace
is migrated whole when it is opened, so a codec reads one version, and a migration brings its own knowledge
of both forms and never asks a codec.

The own words of provisions (content.words) carry no name and version, because their hash names them; their
form is that of ``domain.encoding``, which the quotations and heads in here use too.
"""
