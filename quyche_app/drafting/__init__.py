"""What a drafter does to a text: edits, structure, numbering. Knows the domain alone."""
