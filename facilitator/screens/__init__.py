"""One moment of the meeting a file."""
