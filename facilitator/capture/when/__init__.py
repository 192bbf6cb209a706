"""When a next step is due, in words: `by next Tue`, `d'ici la fin du mois`, `antes del viernes`.

A phrase is read as a whole or not at all, so that no day is ever made out of an ordinary word. What has two
readings is answered with both, and a day that does not exist is said to be none; the rest is None and stays
text. What `dates.read_due` reads keeps that one reading.
"""

from __future__ import annotations

from facilitator.capture.when.phrase import LONGEST, read_alone, read_any_day, read_when
from facilitator.capture.when.readings import Day, Either, Impossible, When

__all__ = ["LONGEST", "Day", "Either", "Impossible", "When", "read_alone", "read_any_day", "read_when"]
