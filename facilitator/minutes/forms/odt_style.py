"""How minutes look in OpenDocument: the styles of the library's template, made calm, and page numbers.

The look hangs on styles and not on single words, so that a pod can put its own over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from odfdo import Document as Odf

STRONG, SOFT, LIST = "facilitator_strong", "facilitator_soft", "facilitator_list"
FOOT = "facilitator_foot"
"""The last words, which belong to no section."""
TURNED = "facilitator_from_right_"
"""Before the name of a style: the same, written from right to left."""

_INK, _QUIET = "#1f2628", "#535d5c"
_LIST = f"""<text:list-style style:name="{LIST}" style:display-name="facilitator list">
<text:list-level-style-bullet text:level="1" text:bullet-char="•">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.6cm"
 fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/>
</style:list-level-properties></text:list-level-style-bullet></text:list-style>"""
"""The template's own list has its bullets in the text, without an indent."""
_HEADINGS = {1: ("18pt", "0cm", "0.2cm"), 2: ("13pt", "0.5cm", "0.2cm"), 3: ("11pt", "0.32cm", "0.07cm")}
_PAGE_NUMBER = """<style:footer><text:p text:style-name="Footer">
<text:page-number text:select-page="current">1</text:page-number> /
 <text:page-count>1</text:page-count></text:p></style:footer>"""
_FOOTER = """<style:footer-style><style:header-footer-properties fo:min-height="0cm" fo:margin-top="0.4cm"/>
</style:footer-style>"""


def dress(file: Odf) -> None:
    """Sizes, colours, a line under the sections, and the number of each page; headings without numbers."""
    from odfdo import Element

    for style in _common():
        file.insert_style(style)
    for style in _automatic():
        file.insert_style(style, automatic=True)
    for level in file.styles.get_elements("//text:outline-level-style"):
        level.set_attribute("style:num-format", "")
        for name in ("style:num-suffix", "loext:num-list-format", "text:display-levels"):
            if level.get_attribute(name) is not None:
                level.del_attribute(name)
    (layout,) = file.styles.get_elements("//style:page-layout")
    for empty in layout.get_elements("style:footer-style"):
        layout.delete(empty)
    layout.append(Element.from_tag(_FOOTER))
    (page,) = file.styles.get_elements("//style:master-page")
    page.append(Element.from_tag(_PAGE_NUMBER.replace("\n", "")))


def _common() -> Iterator[str]:
    yield (
        '<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"'
        ' style:parent-style-name="Standard" style:class="text"><style:paragraph-properties'
        ' fo:margin-top="0cm" fo:margin-bottom="0.13cm" fo:line-height="115%"/>'
        f'<style:text-properties {_size("11pt")} fo:color="{_INK}" {_FONT}/></style:style>'
    )
    for level, (size, before, after) in _HEADINGS.items():
        line = ' fo:border-bottom="0.5pt solid #c9cfcd" fo:padding-bottom="0.05cm"' if level == 2 else ""
        yield (
            f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}"'
            ' style:family="paragraph" style:parent-style-name="Heading"'
            ' style:next-style-name="Text_20_body"'
            f' style:default-outline-level="{level}" style:class="chapter"><style:paragraph-properties'
            f' fo:margin-top="{before}" fo:margin-bottom="{after}" fo:keep-with-next="always"{line}/>'
            f'<style:text-properties {_size(size)} {_BOLD} fo:color="{_INK}" {_FONT}/></style:style>'
        )
    yield (
        '<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"'
        ' style:class="extra"><style:paragraph-properties fo:text-align="center"/>'
        f'<style:text-properties {_size("9pt")} fo:color="{_QUIET}" {_FONT}/></style:style>'
    )


def _automatic() -> Iterator[str]:
    yield (
        f'<style:style style:name="{STRONG}" style:family="text"><style:text-properties {_BOLD}/>'
        "</style:style>"
    )
    yield (
        f'<style:style style:name="{SOFT}" style:family="text"><style:text-properties fo:color="{_QUIET}"/>'
        "</style:style>"
    )
    yield _LIST
    yield (
        f'<style:style style:name="{FOOT}" style:family="paragraph" style:parent-style-name="Text_20_body">'
        '<style:paragraph-properties fo:margin-top="0.6cm" fo:margin-bottom="0cm"/></style:style>'
    )
    for name in ("Text_20_body", *(f"Heading_20_{level}" for level in _HEADINGS)):
        yield (
            f'<style:style style:name="{TURNED}{name}" style:family="paragraph"'
            f' style:parent-style-name="{name}"><style:paragraph-properties fo:text-align="right"'
            ' style:writing-mode="rl-tb"/></style:style>'
        )


_SCRIPTS = ("", "-asian", "-complex")
_FONT = 'style:font-name="Liberation Sans" fo:font-family="\'Liberation Sans\', Calibri, sans-serif"'
_BOLD = " ".join(f'{"style" if script else "fo"}:font-weight{script}="bold"' for script in _SCRIPTS)


def _size(size: str) -> str:
    return " ".join(f'{"style" if script else "fo"}:font-size{script}="{size}"' for script in _SCRIPTS)
