"""What a text is: units, labels, addresses, citations, acts, operations, dates. Pure values, no I/O."""
