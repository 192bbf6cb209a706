"""What can happen in a meeting: intents, events, state, decide, evolve. Pure."""
