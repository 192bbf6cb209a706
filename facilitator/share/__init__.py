"""Clipboard and files: the ways a text leaves the program, always on purpose."""
