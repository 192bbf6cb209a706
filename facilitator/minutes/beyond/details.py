"""What else in small letters says who or where: an age, an address of a house, the name of an office.

The words are those of English, French, Spanish and Portuguese, in which pods of many countries write. A
capital letter tells the rest.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

DetailKind = Literal["age", "address", "organisation", "office", "place"]

_W = r"[^\W\d_][\w'’.-]{0,40}"
"""A word. The bound keeps a long line without spaces from taking long."""

_LINK = r"(?:of|for|and|de|du|des|del|da|do|d'|d’|la|las|el|los|les|le|l'|l’|the|y|e|et|&)"

_AGE = (
    r"\b\d{1,3}[\s-](?:years?|yrs?)[\s-]olds?\b",
    r"\b(?:aged?|age of)\s+\d{1,3}\b(?!\s*(?:%|percent))",
    r"\b(?:turning|turns|turned)\s+\d{2}\b(?=\s*(?:$|[.,;:!?)]|and\b|in\b|last\b|this\b|next\b|years?\b))",
    r"\b\d{1,3}\s?(?:y/?o)\b",
    r"\b\d{1,3}\s+(?:ans|años|anos)\b(?:\s+de\s+(?:edad|idade))?",
    r"\b(?:born|née?|nacida|nacido|nascida|nascido)\s+(?:in|en|em)\s+\d{4}\b",
    r"\bin (?:her|his|their) (?:early |mid[- ]?|late )?"
    r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|\d0s)\b",
)
_STREET = "street|avenue|road|lane|boulevard|alley|highway|crescent|close|terrace|drive|st|ave|rd|blvd"
_ADDRESS = (
    rf"\b\d{{1,5}}[a-z]?\s+(?:{_W}\s+){{1,3}}(?:{_STREET})\b",
    rf"\b(?!the\b|a\b|this\b|that\b|our\b|on\b|off\b){_W}\s+(?:street|avenue|boulevard|road)\b",
    rf"\b(?:rue|boulevard|chaussée|quai|calle|carrera|avenida|jirón|jiron|rua|travessa|strada|piazza)\s+(?:(?:de|du|des|del|la|las|los|da|do|dos|das|le|les)\s+|d['’])*{_W}(?:\s+(?:n[°º.o]?\s*)?\d{{1,5}}\w?)?",
    rf"\b\d{{1,5}},?\s+(?:av\.?|avenue)\s+{_W}",
    rf"\b(?:[\w-]{0, 40}(?:straße|strasse|gasse|allee)|{_W}[\s-]str\.)\s+\d{{1,4}}\w?",
    r"\b(?:p\.?\s?o\.?\s?box|post office box|b\.?\s?p\.?|apartado(?: postal)?|caixa postal|postfach)"
    r"\s*(?:n[°º.o]?\s*)?\d+\b",
    r"\b(?:plot|house|flat|apartment)\s+(?:no\.?\s*|number\s+|n[°º]\s*)?\d+\w?\b",
    r"\b(?:zip|postcode|postal code|code postal|código postal|cep)\s*:?\s*[\w-]*\d[\w-]*",
)
_BODY = (
    "ministry|university|institute|foundation|embassy|municipality|parliament|directorate|secretariat|"
    "federation|archdiocese|diocese|"
    "ministère|université|fondation|ambassade|mairie|préfecture|"
    "ministerio|universidad|instituto|fundación|embajada|municipalidad|alcaldía|prefectura|"
    "ministério|universidade|fundação|embaixada|prefeitura"
)
_ORGANISATION = (
    rf"\b(?:{_BODY})\s+{_LINK}\s*(?:{_LINK}\s*)*{_W}(?:\s+(?:and|&|y|et|e)\s+{_W})?",
    rf"\b(?:bank|church|college|hospital|commission|department)\s+of\s+"
    rf"(?!the\b|a\b|an\b|our\b|all\b|every\b|which\b|their\b|its\b|his\b|her\b){_W}",
)
_PLACE = (
    r"\b(?:villages?|town|township|city|district|county|province|region|island|valley|parish|commune|"
    r"municipality|suburb)\s+(?:of|called|named)\s+(?:the\s+)?(?!origin\b|birth\b|residence\b|"
    rf"each\b|our\b|their\b|her\b|his\b|its\b|all\b|an?\b|about\b){_W}",
    rf"\b(?:village|ville|quartier|région|île|commune|pueblo|ciudad|distrito|provincia|cidade|aldeia|bairro)"
    rf"\s+(?:de|du|d'|d’|do|da)\s*(?:la\s+|las\s+|los\s+)?(?!vie\b|vida\b|cada\b|origen\b|origine\b|un\b|une\b){_W}",
)
_OFFICE = (
    rf"\b(?:mayor(?:ess)?|governor|bishop|imam|sultan|king|queen|prefect|senator|minister|ambassador|"
    rf"ma(?:i|y)re|préfet|préfète|ministre|alcalde(?:sa)?|gobernador(?:a)?|ministr[oa]|prefeit[oa])"
    rf"\s+(?:of|for|de|del|du|des|da|do|d'|d’)\s*(?:(?:the|la|las|los|l'|l’)\s*)?{_W}",
    rf"\bchief\s+of\s+(?:the\s+)?(?!staff\b|party\b){_W}",
)

_PATTERNS: tuple[tuple[DetailKind, tuple[str, ...]], ...] = (
    ("address", _ADDRESS),
    ("age", _AGE),
    ("office", _OFFICE),
    ("organisation", _ORGANISATION),
    ("place", _PLACE),
)
_ALL = [(kind, re.compile(one, re.IGNORECASE)) for kind, patterns in _PATTERNS for one in patterns]


class Detail(Struct, frozen=True):
    """Such words, and where they stand."""

    kind: DetailKind
    start: int
    end: int


def details(text: str) -> list[Detail]:
    """All of them in order; no two share a letter."""
    found: list[Detail] = []
    for kind, pattern in _ALL:
        for match in pattern.finditer(text):
            start, end = match.start(), match.start() + len(match[0].rstrip(" .,-'’"))
            if all(end <= one.start or one.end <= start for one in found):
                found.append(Detail(kind, start, end))
    return sorted(found, key=lambda one: one.start)
