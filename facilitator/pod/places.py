"""The places that the check of a learning note knows: countries, cities of time zones, languages.

They come from CLDR through Babel and from the names of time zones, both on this machine. Nothing is looked up
anywhere else.
"""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from facilitator.minutes.beyond.places import Places

_LANGUAGES = "en fr es pt de it nl sw id tr ru uk ar fa he ur hi bn am zh ja ko th".split()  # noqa: SIM905
"""In which the places are known. What is written with capitals needs no list to be found, so these are the
languages of most pods, and those of scripts without capitals."""

_NO_LAND = frozenset(("001", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))


@cache
def known_places() -> Places:
    """All of them. Made once, in about a quarter of a second, since nothing but this check wants them."""
    # Imported here: Babel's data are large, and most commands do without.
    from babel import Locale
    from babel.localedata import locale_identifiers

    spoken = {name for name in locale_identifiers() if "_" not in name}
    lands: set[str] = set()
    others = {zone.rpartition("/")[2].replace("_", " ") for zone in available_timezones() if _is_city(zone)}
    for language in _LANGUAGES:
        locale = Locale.parse(language)
        lands.update(name for code, name in locale.territories.items() if code not in _NO_LAND)
        others.update(name for code, name in locale.languages.items() if code in spoken)
        cities = locale.time_zones.items()
        others.update(str(zone["city"]) for name, zone in cities if "city" in zone and _is_city(name))
    currencies = (name for code, name in Locale.parse("en").currencies.items() if not code.startswith("X"))
    # Kenyan Shilling, Peruvian Sol: who lives in a land stands in no other list.
    others.update(name.rpartition(" ")[0] for name in currencies if _is_of_a_land(name))
    return Places(lands, others)


def _is_city(zone: str) -> bool:
    """Whether a time zone is called after a city: Africa/Nairobi."""
    return "/" in zone and not zone.startswith("Etc/")


def _is_of_a_land(currency: str) -> bool:
    first, _space, coin = currency.rpartition(" ")
    return bool(coin) and " " not in first and first.endswith(("n", "ese", "ish", "i"))
