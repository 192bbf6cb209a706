"""One sentence to the reader of a rendering: what it is, and whether it may be passed on."""

from __future__ import annotations

from facilitator.minutes.document import Audience
from facilitator.words.language import gettext as _


def notice(audience: Audience) -> str:
    """The sentence under the heading, for each audience."""
    return {
        "pod": _("For the members of this pod; please do not pass on."),
        "beyond": _(
            "A learning note from a peer-mentoring pod. It names nobody, and those it is about "
            "have agreed to it."
        ),
        "programme": _("Figures of one meeting of a pod. What was said stays with its members."),
    }[audience]
