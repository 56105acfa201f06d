"""WordprocessingML: elements as strings, the package, tracked changes."""
