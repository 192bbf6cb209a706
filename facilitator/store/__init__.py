"""Atomic files, the event log, locks, places on disk."""
