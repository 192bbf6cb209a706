"""How minutes look in Word: the styles of the library's template, made calm; page numbers; nothing else.

The look hangs on styles and not on single words, so that a pod can put its own over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

SOFT = "535D5C"
"""The quieter colour; 6.9 to 1 on white."""
_INK = "1F2628"
_FONT = "Calibri"
_STYLES = {"Normal": (11, 0, 4), "Heading 1": (18, 0, 6), "Heading 2": (13, 14, 3), "Heading 3": (11, 9, 2)}
"""Size, and room before and after, in points."""


def dress(file: Word) -> None:
    """Sizes, colours, a line under the sections, and the number of each page."""
    from docx.shared import Pt, RGBColor

    for name, (size, before, after) in _STYLES.items():
        style: ParagraphStyle = file.styles[name]
        style.font.size = Pt(size)
        _size_every_script(style, size)
        style.font.name = _FONT
        for theme in ("asciiTheme", "hAnsiTheme"):
            style.element.rPr.rFonts.attrib.pop(_w(theme), None)
        # Word takes a colour of the theme before any other.
        style.font.color.rgb = RGBColor.from_string(_INK)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.15
    items = file.styles["List Bullet"]
    items.paragraph_format.space_after = Pt(3)
    for squeezed in items.element.pPr.findall(_w("contextualSpacing")):
        items.element.pPr.remove(squeezed)
    _underline(file.styles["Heading 2"])
    _number_pages(file)
    _keep_up_to_date(file)


def set_apart(paragraph: Paragraph) -> None:
    """Room above the last words, which belong to no section."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(18)


def _size_every_script(style: ParagraphStyle, size: int) -> None:
    """Arabic, Hebrew and others have a size of their own, in half points, right behind the first."""
    for other in style.element.rPr.findall(_w("szCs")):
        style.element.rPr.remove(other)
    other = _made("szCs")
    other.set(_w("val"), str(2 * size))
    style.element.rPr.sz.addnext(other)


def _underline(style: ParagraphStyle) -> None:
    """A thin line below, as on the page for browsers."""
    border = _made("pBdr")
    line = _made("bottom")
    border.append(line)
    for name, value in {"val": "single", "sz": "4", "space": "2", "color": "C9CFCD"}.items():
        line.set(_w(name), value)
    # The order of what is in there is fixed, and Word refuses a file with another one.
    style.element.get_or_add_pPr().insert_element_before(border, "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _number_pages(file: Word) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    style = file.styles["Footer"]
    style.font.size = Pt(9)
    style.font.color.rgb = RGBColor.from_string(SOFT)
    paragraph = file.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number, field in enumerate(("PAGE", "NUMPAGES")):
        if number:
            paragraph.add_run(" / ")
        simple, run = _made("fldSimple"), _made("r")
        simple.set(_w("instr"), field)
        run.append(_made("t", "1"))
        simple.append(run)
        paragraph._p.append(simple)


def _keep_up_to_date(file: Word) -> None:
    """What the template says of an older Word: it would open the file in its compatibility mode."""
    settings = file.settings.element
    for one in settings.iter(_w("compatSetting")):
        if one.get(_w("name")) == "compatibilityMode":
            one.set(_w("val"), "15")
    for zoom in settings.iter(_w("zoom")):
        zoom.set(_w("percent"), "100")


def _made(name: str, text: str = "") -> BaseOxmlElement:
    from docx.oxml import OxmlElement

    made = OxmlElement(f"w:{name}")
    if text:
        made.text = text
    return made


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
