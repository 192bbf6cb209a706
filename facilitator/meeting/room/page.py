"""The room as one page for a browser: no script, nothing from the network, big type. Pure.

Without a script a page can only change by being loaded again, so it asks the browser to do that each second
from the disk. Style is in the page; its security policy forbids everything else.
"""

from __future__ import annotations

from html import escape

from facilitator.meeting.room.face import Face
from facilitator.words.language import gettext as _

MARK = '<meta name="generator" content="facilitator view">'
"""By this a page is known as one of ours, which may be replaced."""

RELOAD = 1
"""Seconds after which the page loads itself again; browsers know no parts of a second here."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

_STYLE = """
:root { color-scheme: light dark; --back: #fafaf7; --ink: #20282a; --soft: #55605f; --accent: #1b6a5d;
  --warn: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --back: #15191a; --ink: #dcdfe0; --soft: #9aa5a6; --accent: #8fc9ba; --warn: #e3b261; } }
* { box-sizing: border-box; margin: 0; }
body { background: var(--back); color: var(--ink); min-height: 100vh; padding: 4vh 5vw; display: flex;
  flex-direction: column; gap: 2.5vh; font: 400 clamp(1.1rem, 2.6vw, 3rem)/1.35 system-ui, sans-serif;
  overflow-wrap: anywhere; }
main { display: contents; }
p, h1, ul { max-width: 60ch; }
.small { color: var(--soft); font-size: .7em; }
h1 { font-size: clamp(2rem, 7vw, 8rem); line-height: 1.05; }
.clock { font-size: clamp(3.5rem, 15vw, 18rem); line-height: 1; font-weight: 600; color: var(--accent);
  font-variant-numeric: tabular-nums; }
.clock small { display: block; font-size: .18em; line-height: 1.5; font-weight: 400; color: var(--soft); }
.over { color: var(--warn); }
.turn { font-size: 1.6em; font-weight: 600; color: var(--accent); }
.say { font-size: 1.2em; }
.notice { font-weight: 600; color: var(--warn); }
ul { list-style: none; padding: 0; }
li { padding: .25em 0 .25em .8em; border-inline-start: .15em solid var(--accent); margin-bottom: .4em; }
footer { margin-top: auto; }
"""


def page(seen: Face, *, written: str = "", reload: bool = True, language: str = "en") -> str:
    """The page. `written`: a time of day for its foot; `reload`: it goes on changing.

    `language`: a tag for the program's own words.
    """
    agenda_words = f' lang="{escape(seen.language)}" dir="auto"' if seen.language else ' dir="auto"'
    name_words = "" if seen.own_name else agenda_words
    head = [
        '<meta charset="utf-8">',
        MARK,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(seen.agenda or seen.name)}</title>",
        f"<style>{_STYLE}</style>",
    ]
    if reload:
        head.insert(2, f'<meta http-equiv="refresh" content="{RELOAD}">')
    top = " · ".join(part for part in (seen.agenda, seen.place) if part)
    main = [
        _part("p", "small", top, agenda_words),
        f"<h1{name_words}>{escape(seen.name)}</h1>",
        _part("p", "small", seen.about, agenda_words),
        _clock(seen),
        _part("p", "turn", seen.turn, ' dir="auto"'),
        _part("p", "notice", seen.notice),
        _part("p", "say", seen.say, agenda_words),
        _questions(seen.ask, agenda_words),
    ]
    foot = _("As it was at {time}.").format(time=written) if written else ""
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        *head,
        "</head>",
        "<body>",
        "<main>",
        *filter(None, main),
        "</main>",
        *filter(None, [f'<footer class="small">{escape(foot)}</footer>' if foot else ""]),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _part(tag: str, name: str, words: str, more: str = "") -> str:
    return f'<{tag} class="{name}"{more}>{escape(words)}</{tag}>' if words else ""


def _clock(seen: Face) -> str:
    if not seen.clock:
        return _part("p", "small", seen.clock_note)
    over = " over" if seen.over else ""
    note = f"<small>{escape(seen.clock_note)}</small>"
    return f'<p class="clock{over}" role="timer">{escape(seen.clock)} {note}</p>'


def _questions(ask: tuple[str, ...], more: str) -> str:
    items = "".join(f"<li{more}>{escape(one)}</li>" for one in ask)
    return f"<ul>{items}</ul>" if items else ""
