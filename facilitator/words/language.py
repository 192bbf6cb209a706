"""gettext for what the program says. Agendas and decks carry their own language and never pass here."""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

_catalogue = _gettext.translation("facilitator", Path(__file__).parent / "locale", fallback=True)

gettext = _catalogue.gettext
ngettext = _catalogue.ngettext
pgettext = _catalogue.pgettext

LANGUAGE = _catalogue.info().get("language") or "en"
"""A tag for the language that the program speaks now."""
