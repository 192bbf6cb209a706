"""The commands, each with its usage and one line of help: for reading, completion, the palette and /help."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.words.language import gettext as _

Takes = Literal[
    "nothing",
    "person",
    "guest",
    "stage",
    "words",
    "line",
    "number",
    "kept",
    "length",
    "time",
    "meeting",
    "dimension",
    "command",
]
"""What stands after a command."""


class Spec(Struct, frozen=True):
    """One command."""

    name: str
    usage: str
    """As one types it; brackets around what may be left out."""
    help: str
    takes: Takes = "nothing"
    needed: bool = False
    """Whether the words after it are needed."""


_TABLE = (
    Spec("go", "/go", _("Leave the lobby and begin the first stage.")),
    Spec("next", "/next", _("Go to the next stage.")),
    Spec("back", "/back", _("Go back to the stage before.")),
    Spec("goto", _("/goto NUMBER or NAME"), _("Go to a stage by its number or its name."), "stage", True),
    Spec(
        "skip",
        _("/skip [later] [WHY]"),
        _("Leave this stage, or keep it for later; or leave out the time away."),
        "words",
    ),
    Spec("pause", "/pause", _("Stop the clock.")),
    Spec("resume", "/resume", _("Let the clock run again.")),
    Spec("more", _("/more [2]"), _("Give this stage more minutes: 2 where you say no number."), "length"),
    Spec("less", "/less 1", _("Take minutes from this stage."), "length", True),
    Spec("started", "/started 2", _("Say that this stage began so many minutes ago."), "length", True),
    Spec("end-at", "/end-at 20:30", _("Promise another end of the meeting."), "time", True),
    Spec("turn", _("/turn [NAME]"), _("Give somebody the turn; alone, the next person."), "person"),
    Spec("pass", "/pass", _("Whose turn it is passes.")),
    Spec("silence", "/silence 3", _("Put in a silence of so many minutes, then return."), "length", True),
    Spec("late", "/late", _("Ask what can be done when the meeting will not end on time.")),
    Spec("take", "/take 1", _("Take one of the offers that /late lists."), "words", True),
    Spec("drop", _("/drop STAGE"), _("Leave out a stage still to come."), "stage", True),
    Spec(
        "add",
        _("/add KIND [5]"),
        _("Add a stage: discussion, round, silence, writing, decisions, break; or a case, a topic."),
        "words",
        True,
    ),
    Spec(
        "swap",
        "/swap 6 7",
        _("Let two stages to come change places: numbers, or names with a comma."),
        "stage",
        True,
    ),
    Spec("order", _("/order [lot|quiet|turn|NAMES]"), _("Change the order of this round."), "words"),
    Spec("peek", "/peek", _("Look at the stages to come, and what to say in them.")),
    Spec("hard", _("/hard [WHICH]"), _("When it gets hard: what to say and to do."), "words"),
    Spec("here", _("/here NAME"), _("Somebody is here; /here all: nobody is away."), "person", True),
    Spec(
        "practices",
        _("/practices [WHICH]"),
        _("The leadership practices of your programme; with a number or a word, one to read aloud."),
        "words",
    ),
    Spec("away", _("/away NAME"), _("Somebody is away."), "person", True),
    Spec("join", _("/join NAME"), _("A guest joins."), "guest", True),
    Spec("chair", _("/chair NAME"), _("Say who chairs."), "person", True),
    Spec(
        "lead",
        _("/lead [NAME]"),
        _("A guest leads in the chair's place; alone, the chair leads again."),
        "guest",
    ),
    Spec("keeper", _("/keeper NAME"), _("Say who keeps the record."), "person", True),
    Spec(
        "giver",
        _("/giver [2] NAME"),
        _("Say who gives the case; with a number, that case."),
        "person",
        True,
    ),
    Spec("place", _("/place PLACE"), _("Say where you meet now: video, phone or room."), "words", True),
    Spec("prompt", _("/prompt [DIMENSION]"), _("Show the chair a card to read aloud."), "dimension"),
    Spec("later", _("/later [TEXT]"), _("Keep a topic for later; alone, list what was kept."), "words"),
    Spec(
        "return",
        _("/return [NUMBER or STAGE]"),
        _("Take up what was kept for later; alone, the last of it."),
        "kept",
    ),
    Spec("only", _("/only TEXT"), _("Keep a line for the pod only."), "line", True),
    Spec(
        "edit",
        _("/edit NUMBER [TEXT]"),
        _("Change a kept line; without text, open it in the line."),
        "number",
        True,
    ),
    Spec(
        "move",
        _("/move NUMBER up, down, above 4, to STAGE"),
        _("Put a kept line elsewhere; its number stays."),
        "number",
        True,
    ),
    Spec("merge", _("/merge 7 8"), _("Make one line of several; the first number stays."), "number", True),
    Spec(
        "split",
        _("/split NUMBER [WORDS]"),
        _("Make two lines of one: the second begins with these words."),
        "number",
        True,
    ),
    Spec(
        "mark",
        _("/mark NUMBER KIND"),
        _("Make a kept line a note, question, takeaway, step, decision; pod-only, or open again."),
        "number",
        True,
    ),
    Spec(
        "due",
        _("/due NUMBER DAY"),
        _("Say when a next step is due; none takes the day away."),
        "number",
        True,
    ),
    Spec(
        "done",
        _("/done [NUMBER]"),
        _("Say that a next step is done; alone, list those that are open."),
        "number",
    ),
    Spec("not-done", _("/not-done NUMBER"), _("A next step is not done after all."), "number", True),
    Spec("undo", "/undo", _("Take back the last thing.")),
    Spec("redo", "/redo", _("Do again what was taken back.")),
    Spec(
        "strike",
        _("/strike [NUMBER]"),
        _("Remove a line's words for good; alone, the newest line."),
        "number",
    ),
    Spec("off", "/off", _("Pens down: nothing is written.")),
    Spec("on", "/on", _("Pens up: writing is welcome again.")),
    Spec("meet", "/meet 2026-12-17 15:00 UTC", _("Say when the pod meets next."), "meeting", True),
    Spec("readback", "/readback", _("Read takeaways and next steps back to the group.")),
    Spec("count", "/count", _("Count the time away into this stage.")),
    Spec(
        "agree",
        _("/agree NAME [NUMBERS]"),
        _("Somebody agrees to her next steps, or the case giver to the lines of the case."),
        "person",
        True,
    ),
    Spec("close", "/close", _("End the meeting; its minutes are a draft.")),
    Spec(
        "share",
        _("/share [mail|owners|save|send|copy|NAME ADDRESS]"),
        _("After the close: take the minutes along, seen first; alone, all that can be done with them."),
        "words",
    ),
    Spec(
        "beyond",
        _("/beyond [withdraw NAME]"),
        _("After the close: a text without names for others, with a yes to exactly that text."),
        "words",
    ),
    Spec("final", "/final", _("Make the minutes final; after a correction, the next version.")),
    Spec(
        "keep-in", _("/keep-in FOLDER"), _("Keep the session in another folder from now on."), "words", True
    ),
    Spec("leave", "/leave", _("Leave; the meeting stays open.")),
    Spec("say", "/say", _("Ask what to say now.")),
    Spec("time", "/time", _("Ask how time stands.")),
    Spec("who", "/who", _("Ask who is here and whose turn it is.")),
    Spec("agenda", "/agenda", _("Ask for the stages.")),
    Spec("sheet", "/sheet", _("Have what is still to come on one page, for who goes on without the chair.")),
    Spec("notes", "/notes", _("Ask for the kept lines.")),
    Spec("steps", "/steps", _("Ask which next steps are open, of this meeting and of earlier ones.")),
    Spec("help", _("/help [COMMAND]"), _("Ask for the commands."), "command"),
    Spec("quiet", "/quiet", _("Mute all announcements but time, or hear them again.")),
    Spec("voices", "/voices", _("For the chair alone: a digit says who speaks; or end that.")),
    Spec(
        "voice",
        _("/voice [NAME]"),
        _("For the chair alone: who speaks now; alone, nobody."),
        "person",
    ),
    Spec("airtime", "/airtime", _("For the chair alone: who has spoken how long, as far as it was marked.")),
    Spec("hints", "/hints", _("For the chair alone: hints who speaks long or is not heard; on, off.")),
    Spec("wait", "/wait 4:00", _("In a rehearsal: let so much time go by."), "length", True),
)

COMMANDS: dict[str, Spec] = {spec.name: spec for spec in _TABLE}
"""Every command by its name, in the order in which they are shown."""


def mark_lines() -> list[str]:
    """The marks, each with what it makes of a line: what a lone `?` shows."""
    return [
        _("? and a space: a question. ! and a space: a takeaway. = and a space: a decision."),
        _("> and a space: a next step; end it with @Name and by Friday, due 2026-12-01 or in 2 weeks."),
        _("Name: in front says who said it. ~ in front keeps the line for the pod only."),
        _("\\ in front keeps the line just as it is. / begins a command; /help lists them."),
    ]
