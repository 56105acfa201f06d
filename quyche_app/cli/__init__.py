"""The command line: parsing, printing, exit codes (design: cli.md)."""
