"""Agenda files as people write them: with comments everywhere, odd spacing, old line ends, other scripts."""

from __future__ import annotations

from pathlib import Path

from facilitator.agenda.folder import agendas_folder

COMMENTED = '''# Ours, for the evenings.   Nobody else's.

format = 1
title = "Our evening"  # not “meeting”
minutes = 21
# the end of the head


# --- people ---

[group]
best = 4 # four

# --- first half ---

# Arriving takes time.
[[stage]]   # one
id = "arrive"
name   =   "Arrive"
kind = "round"
per_person = 1 # each
say = "Welcome, {name}."
ask = [
    "How are you?", # really
    # and then
    "What is new?",
]
# below the first

[[stage]]
id = "tell"
  name = 'Tell'
  kind = "talk"
  minutes = 12
  say = """
[[stage]]
# this is no comment, {giver}"""
rules = "One speaks."
protected = true

# --- second half ---

[[stage]]
id = "go"
name = "Go \\"home\\""
kind = "talk"
minutes = 5
say = "Bríd, 李娜: until then."
optional = true # perhaps

# The end.
'''

COMPACT = (
    'format=1\ntitle="Kurz"\n'
    '[[stage]]\nid="a"\nname="A"\nkind="talk"\nminutes=5\nsay="Los."\n'
    '# now b\n[[stage]]\nid="b"\nname="B"\nkind="silence"\nminutes=2.5\nsay="Still."'
)

REPEATED = """format = 1
title = "In turn"
minutes = 32
cases = 2

[group]
min = 3
best = [3, 5]

[[stage]]
id = "begin"
name = "Begin"
kind = "talk"
minutes = 2
say = "Welcome."

[[stage]]
id = "share"
name = "Share"
kind = "talk"
block = "turn"
repeat = "case"
minutes = 4
say = "{name}, please."

[[stage]]
id = "help"
name = "Help"
kind = "discussion"
block = "turn"
repeat = "case"
minutes = 5
vote = [5, 2, 1]
say = "What do we think?"

[[stage]]
id = "close"
name = "Close"
kind = "round"
per_person = 3
say = "A last word."
"""

OLD_LINE_ENDS = COMMENTED.replace("\n", "\r\n")

INTERVISION = (Path(agendas_folder()) / "intervision.toml").read_text(encoding="utf-8")

ALL = {
    "commented": COMMENTED,
    "compact": COMPACT,
    "repeated": REPEATED,
    "old line ends": OLD_LINE_ENDS,
    "intervision": INTERVISION,
}
