"""Choosing from a question bank: pure, and the same for the same seed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from facilitator.agenda.model import Bank


def choose(bank: Bank, count: int, seed: int, used: Collection[str] = ()) -> tuple[str, ...]:
    """So many questions of the bank, none of them twice; the same ones for the same seed.

    Those in `used` come only when the others are not enough, and then in their order there: the longest ago
    first. At most all of them are given.
    """
    # Imported here because it costs more than all the rest of this module, and start-up is felt.
    from random import Random

    order = list(bank.questions)
    Random(seed).shuffle(order)
    last_use = {question: place for place, question in enumerate(used)}
    order.sort(key=lambda question: last_use.get(question, -1))
    return tuple(order[:count])


def find_bank(banks: Sequence[Bank], name: str) -> Bank | None:
    """The bank of that name among these; None where there is none."""
    return next((bank for bank in banks if bank.name == name), None)
