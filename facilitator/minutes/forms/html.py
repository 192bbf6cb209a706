"""The minutes as one page for a browser, to read, print or listen to: no script, nothing from the network.

Text is escaped by the standard library. A `bdi` around what was typed keeps its white space and its own
direction of writing. The security policy in the page forbids all but its own style.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from facilitator.minutes.document import Document
from facilitator.minutes.forms.outline import Outline, Run, Section, Words, outline, plain, runs_right_to_left
from facilitator.minutes.forms.xml_text import fit_for_html

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """
:root { color-scheme: light dark; --back: #fdfdfb; --ink: #1f2628; --soft: #535d5c; --line: #c9cfcd; }
@media (prefers-color-scheme: dark) {
  :root { --back: #15191a; --ink: #dcdfe0; --soft: #a3adae; --line: #3c4546; } }
body { margin: 0; padding: 1.5rem 1.25rem 3rem; background: var(--back); color: var(--ink);
  font: 400 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 44rem; margin-inline: auto; }
bdi { white-space: pre-wrap; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem; padding-bottom: .2rem;
  border-bottom: 1px solid var(--line); }
h3 { font-size: 1.0625rem; margin: 1.25rem 0 .25rem; }
p { margin: .5rem 0; }
ul { margin: .5rem 0; padding-inline-start: 1.25rem; }
li { margin: .35rem 0; }
li[dir=rtl] { margin-left: -1.25rem; margin-right: 1.25rem; }
.soft { color: var(--soft); }
.foot { margin-top: 2.5rem; color: var(--soft); font-size: .9rem; }
@media print {
  :root { color-scheme: light; --back: #fff; --ink: #000; --soft: #333; --line: #999; }
  @page { margin: 2cm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
  body { padding: 0; font-size: 11pt; }
  h1, h2, h3 { break-after: avoid; }
  li { break-inside: avoid; } }
"""


def to_html(document: Document) -> str:
    """The whole page, ending with a line break."""
    return "\n".join(_page(outline(document))) + "\n"


def _page(page: Outline) -> Iterator[str]:
    yield "<!doctype html>"
    yield f'<html lang="{escape(page.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(fit_for_html(plain(page.title)))}</title>"
    yield f"<style>{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield _element("h1", page.title)
    yield from _under(page.paragraphs, page.items)
    for section in page.sections:
        yield from _section(section, 2)
    if page.foot:
        # Not in a footer: some programs that take over a page leave that out.
        yield f'<p class="foot">{_words(page.foot)}</p>'
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _section(section: Section, level: int) -> Iterator[str]:
    yield "<section>"
    yield _element(f"h{level}", section.heading)
    yield from _under(section.paragraphs, section.items)
    for inner in section.sections:
        yield from _section(inner, level + 1)
    yield "</section>"


def _under(paragraphs: Iterable[Words], items: tuple[Words, ...]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield _element("p", paragraph)
    if items:
        yield "<ul>"
        for item in items:
            yield _element("li", item)
        yield "</ul>"


def _element(name: str, words: Words) -> str:
    way = ' dir="rtl"' if runs_right_to_left(words) else ""
    return f"<{name}{way}>{_words(words)}</{name}>"


def _words(words: Words) -> str:
    return "".join(map(_run, words))


def _run(run: Run) -> str:
    text = escape(fit_for_html(run.text), quote=False)
    if run.typed:
        text = f'<bdi class="soft">{text}</bdi>' if run.soft else f"<bdi>{text}</bdi>"
    return f"<strong>{text}</strong>" if run.strong else text
