"""What people call the kinds of lines, the roles and the places."""

from __future__ import annotations

from facilitator.words.language import gettext as _

KIND_WORDS = {
    "note": _("note"),
    "question": _("question"),
    "takeaway": _("takeaway"),
    "step": _("next step"),
    "decision": _("decision"),
    "later": _("kept for later"),
}

ROLE_WORDS = {"chair": _("chair"), "keeper": _("record keeper"), "giver": _("case giver")}

PLACE_WORDS = {"video": _("by video"), "phone": _("by phone"), "room": _("in one room")}
"""How people meet, in a sentence."""

GUEST_LEADS = _("guest facilitator")
