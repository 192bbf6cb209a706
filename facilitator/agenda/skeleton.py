"""A new agenda to begin from: short, with comments, and good as it stands."""

from __future__ import annotations

from facilitator.agenda.edit.lines import written_value
from facilitator.words.language import gettext as _


def skeleton(name: str) -> str:
    """The text of a new agenda file called `name`, with a title made from it."""
    return _TEXT.format(name=name, title=written_value(title_from(name)))


def title_from(name: str) -> str:
    """A title from the name of a file: `our-evening` becomes Our evening."""
    words = name.replace("-", " ").replace("_", " ").strip() or name
    return words[:1].upper() + words[1:]


_TEXT = _(
    """\
# A way of meeting, to be made your own. Every word and every number may be changed.
#     facilitator agenda edit {name}      changes it on a screen
#     facilitator agenda check {name}     says what is not right yet
#     facilitator run {name}              holds a meeting with it

format = 1
title = {title}
language = "en"
purpose = "Everyone is heard, one question is looked at together, and we know what comes next."
minutes = 45
source = "Our own."

[group]
min = 2
best = 5
max = 8

# A stage begins with [[stage]]. Its kind is talk, round, discussion, silence, writing or capture.
# Its length is one of: minutes = 10, per_person = 2, per_other = 2 (each person but the case giver).
# The chair reads aloud: `say` to open, `say_last` in the last minute, `say_stop` to end kindly.
# {{chair}}, {{keeper}}, {{giver}}, {{name}} and {{next}} become the names of people.

[[stage]]
id = "arrive"
name = "Arrive"
kind = "round"
per_person = 1
say = "Welcome. A sentence each: how are you here today? You may pass. {{name}}, will you begin?"
say_last = "A last sentence, {{name}}, if you like."
say_stop = "Thank you, {{name}}. We go on with {{next}}."
rules = ["What is said here stays here."]

[[stage]]
id = "question"
name = "Our question"
kind = "discussion"
minutes = 27
say = "This is our question for today. Who would like to begin?"
say_last = "Our time for this is nearly over. Who has not spoken yet and would like to?"
say_stop = "Thank you. We leave it here, so that we have time for what comes of it."
ask = [
    "What do we know about it from our own work?",
    "Where do we see it in different ways?",
]

[[stage]]
id = "steps"
name = "Next steps"
kind = "capture"
minutes = 8
say = "What do we take with us, and who does what, by which day? What you say is written down."
say_last = "Now I ask {{keeper}} to read it back. Is it right?"
say_stop = "Thank you, it is written down."
records = ["takeaways", "next steps"]
# This stage keeps its time, also when the meeting is short.
protected = true

[[stage]]
id = "close"
name = "Close"
kind = "round"
per_person = 1
say = "A word each before we part. {{name}}, will you begin?"
say_last = "A last word, {{name}}, if you like."
say_stop = "Thank you, {{name}}. We go on with {{next}}."
# This stage is the first to go when time is short.
optional = true
"""
)
