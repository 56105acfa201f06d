"""Two trees → aligned provisions → word changes in layers."""
