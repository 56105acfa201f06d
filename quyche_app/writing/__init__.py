"""Trees, consolidations and comparisons → DOCX, HTML, text, JSON; layout profiles; proofs."""
