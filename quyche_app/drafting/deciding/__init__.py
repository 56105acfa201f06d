"""Writing the amending decision that leads from one text to another."""
