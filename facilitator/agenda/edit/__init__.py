"""Changing an agenda file: what can be done to its text, leaving all else as its author wrote it."""
