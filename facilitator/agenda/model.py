"""The model of an agenda: a list of stages, as contract 4 writes it in TOML.

Minutes are minutes here (floats, as the author wrote them); everything after fitting is in seconds.
"""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

Kind = Literal["talk", "round", "discussion", "silence", "writing", "capture"]
Cameras = Literal["on", "off", "free", "aside"]
"""`aside`: only the person who is spoken about has camera and microphone off."""

Repeat = Literal["person", "case", "member"]
"""`member`: of a small group, in all groups at once."""
Place = Literal["video", "phone", "room"]

KINDS: tuple[str, ...] = get_args(Kind)
CAMERAS: tuple[str, ...] = get_args(Cameras)
REPEATS: tuple[str, ...] = get_args(Repeat)
PLACES: tuple[str, ...] = get_args(Place)


class Group(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How many people an agenda is made for. Sizes advise and never refuse."""

    min: int | None = None
    best: int | None = None
    """The size that times are worked out for when nobody is given: of a range, the middle."""
    best_range: tuple[int, int] | None = None
    """From and to, where the file gives a range."""
    max: int | None = None


class Stage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One stage of an agenda.

    Exactly one of `minutes`, `per_person`, `per_other` is set, in minutes: a fixed length, so much for each
    person present, or so much for each person present but the case giver.
    `say` opens the stage, `say_last` is for its last minute, `say_stop` stops kindly and hands on.
    The sentences may hold {giver}, {chair}, {keeper}, {name}, {next}, {cameras} and {theme}.
    """

    id: str
    name: str
    kind: Kind
    minutes: float | None = None
    per_person: float | None = None
    per_other: float | None = None
    say: str
    say_last: str = ""
    say_stop: str = ""
    ask: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    cameras: Cameras = "on"
    speaker: str = ""
    """Who speaks, in words: "members ask, {giver} answers"."""
    records: tuple[str, ...] = ()
    """What the minutes get from this stage: takeaways, next steps, questions … Empty: nothing."""
    optional: bool = False
    protected: bool = False
    block: str = ""
    """Stages that stand together with the same word here are run together, again and again."""
    repeat: Repeat | None = None
    """For what the block is run again. Set exactly where `block` is."""
    breakouts: int | None = None
    """How many people are in each small group; None where all stay together."""
    keep_groups: bool = False
    """The small groups stay as they were in the stage with small groups before."""
    bank: str = ""
    """Name of the question bank that offers questions here."""
    private: bool = False
    """What is written here is nobody else's: nothing is recorded."""
    vote: tuple[float, ...] = ()
    """Minutes: the first are the stage's own; then the group votes to go on for the second, the third …"""


class Bank(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Questions for one kind of moment, to be chosen from. `name` is the file's stem."""

    name: str
    title: str
    language: str = ""
    source: str = ""
    questions: tuple[str, ...]


class Agenda(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A plan for a meeting. `minutes` is the planned length in all, for the best group size."""

    format: int = 1
    name: str = ""
    """The file's stem: what a person types to choose it, and part of the session folder's name."""
    title: str
    language: str = ""
    """A language tag such as `en`; empty where the file does not say."""
    purpose: str = ""
    when: str = ""
    """When to use it, in a sentence or two."""
    minutes: float | None = None
    group: Group = Group()
    cases: int = 1
    """How many times a block that is repeated for each case is run."""
    place: Place = "video"
    """Where the people are; it changes what is asked of cameras."""
    theme: str = ""
    """What a meeting is about, where that was chosen when it was opened; no file says it."""
    source: str = ""
    terms: str = ""
    """On what terms it may be used again."""
    banks: tuple[Bank, ...] = ()
    """The question banks that its stages name, whole, so that a session needs no other file."""
    stages: tuple[Stage, ...]


class Planned(Struct, frozen=True, kw_only=True):
    """A stage as fitted: how many seconds it is planned to take, and for each person where that is so.

    A stage of a block is planned once for each time that it is run, under the ids `share#1`, `share#2` …
    """

    id: str
    seconds: float
    each: float | None = None
