"""The use cases, one module each: the only door for the command line and the window."""
