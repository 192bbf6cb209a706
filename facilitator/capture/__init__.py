"""A typed line becomes an intent: marks, names, dates, commands (contract 2)."""
