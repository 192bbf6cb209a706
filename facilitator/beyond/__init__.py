"""Asking a person, in plain numbered questions, for all that a learning note needs before it may go.

Enter takes what is offered. Every answer is kept at once, so that a broken line costs nothing. Nothing is
written anywhere else before the yes is on disk.
"""
