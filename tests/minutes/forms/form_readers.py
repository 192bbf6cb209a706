"""Each form of the minutes, read by somebody else's reader: its headings, paragraphs and items, in order."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from typing import Any, NamedTuple
from xml.etree import ElementTree

import docx
import html5lib
import pypandoc
from markdown_it import MarkdownIt
from odf import opendocument, teletype
from odf.namespaces import TEXTNS
from pypdf import PdfReader


class Part(NamedTuple):
    """What it is (`1` to `3`: a heading of that level, `p`, `li`) and its words."""

    kind: str
    text: str


def read_markdown(markdown: str) -> list[Part]:
    """By markdown-it, as GitHub reads it. The box before a step is of Markdown only."""
    parts: list[Part] = []
    items = 0
    heading = section = ""
    for token in MarkdownIt("gfm-like").parse(markdown):
        items += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "heading_open":
            heading = token.tag[1]
        elif token.type == "inline":
            text = "".join(one.content for one in token.children or [])
            if heading:
                section = text
            elif items and section == "Next steps":
                assert text.startswith("[ ] "), text
                text = text.removeprefix("[ ] ")
            parts.append(Part(heading or ("li" if items else "p"), text))
            heading = ""
    return parts


def html_tree(page: str) -> ElementTree.Element:
    """By html5lib, which fails at every error that the standard names."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def read_html(page: str) -> list[Part]:
    kinds = {"h1": "1", "h2": "2", "h3": "3", "p": "p", "li": "li"}
    body = html_tree(page).find("body")
    return [Part(kinds[one.tag], "".join(one.itertext())) for one in body.iter() if one.tag in kinds]


def read_docx(data: bytes) -> list[Part]:
    """By python-docx: the words exactly as they are in the file."""
    parts = []
    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        style = paragraph.style.name
        kind = {"List Bullet": "li", "Normal": "p"}.get(style) or style.removeprefix("Heading ")
        parts.append(Part(kind, paragraph.text))
    return parts


def read_odt(data: bytes) -> list[Part]:
    """By odfpy: the words exactly as they are in the file."""
    parts = []
    for one in opendocument.load(io.BytesIO(data)).text.childNodes:
        text = teletype.extractText
        if one.qname == (TEXTNS, "h"):
            parts.append(Part(str(one.getAttribute("outlinelevel")), text(one)))
        elif one.qname == (TEXTNS, "list"):
            parts += [Part("li", text(item)) for item in one.childNodes]
        else:
            parts.append(Part("p", text(one)))
    return parts


def read_by_pandoc(data: bytes, form: str, folder: Any) -> list[Part]:
    """By pandoc, which knows docx, odt and html; runs of white space are one space for it."""
    path = folder / f"minutes.{form}"
    path.write_bytes(data)
    parts: list[Part] = []
    _walk(json.loads(pypandoc.convert_file(str(path), "json", format=form))["blocks"], "p", parts)
    return parts


def _walk(blocks: list[Any], kind: str, parts: list[Part]) -> None:
    for block in blocks:
        match block["t"], block.get("c"):
            case "Header", (level, _about, inlines):
                parts.append(Part(str(level), _said(inlines)))
            case (("Para" | "Plain"), inlines):
                parts.append(Part(kind, _said(inlines)))
            case "BulletList", items:
                for item in items:
                    _walk(item, "li", parts)
            case "Div", (_about, inner):
                _walk(inner, kind, parts)
            case other:
                raise AssertionError(other)


def _said(inlines: list[Any]) -> str:
    said = ""
    for one in inlines:
        match one["t"], one.get("c"):
            case "Str", text:
                said += text
            case (("Space" | "SoftBreak"), _):
                said += " "
            case "Strong", inner:
                said += _said(inner)
            case "Span", (_about, inner):
                said += _said(inner)
            case other:
                raise AssertionError(other)
    return " ".join(said.split())


def pdf_text(data: bytes) -> str:
    """By pypdf: the words in order, without their white space, since lines break anywhere."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return "".join(text.split())


def pdf_headings(data: bytes) -> list[tuple[str, str]]:
    """The bookmarks and their levels are made of the headings: (level, words)."""
    found: list[tuple[str, str]] = []

    def walk(entries: list[Any], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                found.append((str(level), str(entry.title)))

    walk(PdfReader(io.BytesIO(data)).outline, 1)
    return found


def pdf_tags(data: bytes) -> list[str]:
    """The kinds of the structure elements, in order of reading."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]).removeprefix("/"))
            if "/K" in node:
                walk(node["/K"])

    walk(PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def check_package(data: bytes) -> dict[str, bytes]:
    """The files of a docx or odt; each XML file is well formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, content in files.items():
        if content and name.endswith((".xml", ".rels")):
            ElementTree.fromstring(content)
    return files
