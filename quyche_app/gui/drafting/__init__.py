"""Soạn thảo: the text as a page, with its structure and the history of each provision."""
