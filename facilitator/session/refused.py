"""A wish that makes no sense now."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it is an answer in the conversation, not a fault
    """Why nothing happened, in one or two sentences for the person who asked."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
