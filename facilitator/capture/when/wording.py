"""How English, French and Spanish say a day: patterns for words folded as `name_key` folds them.

The names themselves (weekdays, months, small numbers) are in `calendar`. `{days}` stands for the weekdays.
"""

from __future__ import annotations

from msgspec import Struct

from facilitator.capture.calendar import Language


class Wording(Struct, frozen=True, kw_only=True):
    """The phrases of one language, each a pattern for a whole phrase where nothing else is said."""

    day_lead: str
    """What stands before a day."""
    span_lead: str
    """What stands before a length of time."""
    alone: tuple[str, ...] = ()
    """What is a day at the end of a step without a word before it, but not behind a preposition."""
    prepositions: tuple[str, ...] = ()
    spans: dict[str, int] = {}
    """Lengths that are one phrase, in days."""

    weekday: str
    next_weekday: str
    weekday_next_week: str

    day_number: str
    """The number of a day before its month; one group."""
    of: str
    """What joins day and month."""
    year: str
    """The year behind a month; one group."""
    month_first: bool = False
    """Whether the month may also stand before the day, in words and in numbers."""
    day_alone: str
    """The number of a day without a month; two groups."""

    this_week: str
    next_week: str
    end_of_next_week: str
    end_of_month: str
    end_of_next_month: str
    next_month: str
    end_of_year: str
    end_of_named_month: str
    """Two groups: the month, and its year if there is one."""


_FIN_ES = r"(?:a )?(?:el )?(?:fin(?:al)?|fines|finales)"

WORDINGS: dict[Language, Wording] = {
    "en": Wording(
        day_lead=r"due (?:by |on |before )?|by |before |no later than ",
        span_lead=r"due in |due within |in |within ",
        spans={"a fortnight": 14},
        weekday=r"(?:this |the )?(?P<day>{days})",
        next_weekday=r"next (?P<day>{days})",
        weekday_next_week=r"(?:the )?(?P<day>{days}) (?:of )?next week",
        day_number=r"(\d{1,2})(?:st|nd|rd|th)?",
        of=r" (?:of )?",
        year=r"(?:,? (\d{4}))?",
        month_first=True,
        day_alone=r"(?:the (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th))",
        this_week=r"(?:the )?(?:end of (?:the |this )?week|weekend)|this week",
        next_week=r"next week",
        end_of_next_week=r"(?:the )?end of next week",
        end_of_month=r"(?:the )?end of (?:the |this )?month",
        end_of_next_month=r"(?:the )?end of next month",
        next_month=r"next month",
        end_of_year=r"(?:the )?end of (?:the |this )?year",
        end_of_named_month=r"(?:the )?end of ([a-z]+)(?: (\d{4}))?",
    ),
    "fr": Wording(
        day_lead=r"d'ici |avant |pour |au plus tard ",
        span_lead=r"d'ici |dans |sous ",
        alone=("la semaine prochaine",),
        prepositions=("a", "de", "du", "des", "sur", "pour", "pendant", "depuis", "avec", "en"),
        weekday=r"(?:ce |le )?(?P<day>{days})",
        next_weekday=r"(?:le )?(?P<day>{days}) prochain",
        weekday_next_week=r"(?:le )?(?P<day>{days}) de la semaine prochaine",
        day_number=r"(\d{1,2}|1er|premier)",
        of=" ",
        year=r"(?: (\d{4}))?",
        day_alone=r"(?:le (\d{1,2})(?:er)?|(\d{1,2})er)",
        this_week=r"(?:la )?fin de (?:la |cette )?semaine|cette semaine|(?:le |ce )?week-?end",
        next_week=r"la semaine prochaine",
        end_of_next_week=r"(?:la )?fin de la semaine prochaine",
        end_of_month=r"(?:la )?fin (?:du|de ce|de) mois",
        end_of_next_month=r"(?:la )?fin du mois prochain",
        next_month=r"le mois prochain",
        end_of_year=r"(?:la )?fin de (?:l'|cette )?annee",
        end_of_named_month=r"(?:la )?fin (?:de |d')?([a-z]+)(?: (\d{4}))?",
    ),
    "es": Wording(
        day_lead=r"antes de |para |a mas tardar ",
        span_lead=r"en |dentro de ",
        alone=("la semana que viene", "la proxima semana"),
        prepositions=("a", "de", "del", "para", "sobre", "durante", "desde", "con", "en"),
        weekday=r"(?:este |el )?(?P<day>{days})",
        next_weekday=r"(?:el )?(?:proximo (?P<day>{days})|(?P<after>{days}) (?:proximo|que viene))",
        weekday_next_week=r"(?:el )?(?P<day>{days}) de la (?:semana que viene|proxima semana)",
        day_number=r"(\d{1,2}|1o|primero)",
        of=" de ",
        year=r"(?: (?:de |del )?(\d{4}))?",
        day_alone=r"(?:el (\d{1,2})|(\d{1,2})o)",
        this_week=r"(?:el )?fin(?:al)? de (?:la |esta )?semana|esta semana",
        next_week=r"la semana que viene|la proxima semana",
        end_of_next_week=r"(?:el )?fin(?:al)? de la (?:semana que viene|proxima semana)",
        end_of_month=_FIN_ES + r" de(?:l| este)? mes",
        end_of_next_month=_FIN_ES + r" del (?:mes que viene|proximo mes)",
        next_month=r"el mes que viene|el proximo mes",
        end_of_year=_FIN_ES + r" de(?:l| este)? ano",
        end_of_named_month=_FIN_ES + r" de ([a-z]+)(?: (?:de )?(\d{4}))?",
    ),
}

PREPOSITIONS = frozenset(word for wording in WORDINGS.values() for word in wording.prepositions)
"""Those of all languages: a phrase of one stands behind words of another as well."""
