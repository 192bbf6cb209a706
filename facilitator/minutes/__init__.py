"""State to document to Markdown and the short text."""
