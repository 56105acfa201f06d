"""The command line: parsing, printing, exit codes (docs/command-line.md 1)."""
