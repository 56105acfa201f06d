"""The language of acts that amend: its words, its citations, and what a sentence orders."""
