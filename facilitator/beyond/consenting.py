"""The yes: whose is needed, and who said it."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.beyond.desk import Asking, Desk
from facilitator.capture.names import name_key
from facilitator.minutes.beyond.consent import fingerprint
from facilitator.pod.beyond import NotYet, Prepared, wanted_yes
from facilitator.session import intents as it
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def ask_consents(desk: Desk) -> Asking:
    """Ask for every yes that is missing and record it. Raises NotYet where there is none yet."""
    while not desk.prepared().consent.given():
        yield from _ask(desk, desk.prepared())


def _ask(desk: Desk, now: Prepared) -> Asking:
    consent = now.consent
    name = consent.asked[0] if consent.asked else ""
    if name:
        question = _("{name} {why}. Read or send the whole text to {name}: may exactly this leave the pod?")
    else:
        question = _(
            "Somebody {why}, but the meeting does not say who. "
            "Ask that person: may exactly this leave the pod?"
        )
    desk.say("")
    desk.say(question.format(name=visible(name), why=consent.why))
    desk.say(_("After a yes, type the full name of who said it. Enter alone: there is no yes yet."))
    said = yield "yes"
    if not said:
        raise NotYet("\n".join((_("Nothing is written yet."), *wanted_yes(consent))))
    who = _who(said, (name,) if name else desk.state.names())
    if who:
        approval = it.ApproveBeyond(
            giver=who, digest=fingerprint(now.note.document), left_out=desk.left_out()
        )
        desk.recorded(approval)
        desk.say(_("Recorded: {name} says yes to exactly this text.").format(name=visible(who)))
    elif name:
        desk.say(_("The yes of {name} is needed. Type that full name.").format(name=visible(name)))
    else:
        listed = ", ".join(map(visible, desk.state.names()))
        desk.say(_("Type the full name of somebody of this meeting: {names}.").format(names=listed))


def _who(said: str, names: Sequence[str]) -> str:
    """Who said yes, as the meeting writes the name; empty where that cannot be told."""
    if not names:
        return said
    return next((name for name in names if name_key(name) == name_key(said)), "")
