"""The people who meet: who was here last time."""
