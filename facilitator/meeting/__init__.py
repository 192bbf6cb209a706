"""A running session: its folder, writer, draft, clock, and minutes kept current."""
