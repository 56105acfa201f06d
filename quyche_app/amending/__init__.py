"""An amending act → instructions → operations on a base → consolidated text with provenance."""
