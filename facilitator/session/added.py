"""Stages that can be added while a meeting runs, from a small list."""

from __future__ import annotations

from facilitator.agenda.model import Kind, Stage
from facilitator.words.language import gettext as _

KINDS: dict[str, tuple[Kind, str]] = {
    "discussion": ("discussion", _("Open discussion")),
    "round": ("round", _("Round")),
    "silence": ("silence", _("Silence")),
    "writing": ("writing", _("Writing")),
    "decisions": ("capture", _("What we decide")),
    "break": ("talk", _("Break")),
}
"""What one can ask for: its kind of stage, and the name that it gets."""


def stage(word: str, stage_id: str, seconds: float) -> Stage:
    """A stage of that sort, with sentences that fit any meeting. Raises KeyError for an unknown word."""
    kind, name = KINDS[word]
    say, last, stop = {
        "discussion": (
            _("We take some time for this together. Who would like to begin?"),
            _("We have about a minute for this. One last thought?"),
            _("Thank you. We leave it here and go on."),
        ),
        "round": (
            _("Let us hear everyone, one after the other. You may always pass. {next}, will you begin?"),
            _("One last sentence, {name}."),
            _("Thank you, {name}. {next}, it is your turn."),
        ),
        "silence": (
            _("Let us be quiet together. Cameras and microphones off; I will call you back."),
            "",
            _("Welcome back. Cameras on when you are ready."),
        ),
        "writing": (
            _("Some minutes to write, each for yourself. Nothing of it is recorded."),
            _("One more minute to write."),
            _("Please finish your sentence. We go on."),
        ),
        "decisions": (
            _("What do we decide, and who does what by when? {keeper} writes it down."),
            _("One more minute: is anything without a name or a day?"),
            _("Thank you, it is written down. We go on."),
        ),
        "break": (
            _("We take a break. Please be back on time."),
            _("One more minute of the break."),
            _("Welcome back. We go on."),
        ),
    }[word]
    return Stage(
        id=stage_id,
        name=name,
        kind=kind,
        minutes=seconds / 60,
        say=say,
        say_last=last,
        say_stop=stop,
        cameras="off" if kind == "silence" else ("free" if word in ("break", "writing") else "on"),
    )
