"""Which messages minutes make: one for everybody, or one for each owner with only her steps. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from facilitator.minutes.document import Document
from facilitator.minutes.forms.making import make
from facilitator.share.letter import Attachment, Letter, Recipient
from facilitator.words.language import gettext as _

KINDS = {
    "md": "text/markdown",
    "html": "text/html",
    "txt": "text/plain",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "ics": "text/calendar",
}
"""The media type of each form that can be attached."""


def for_all(
    minutes: Document, to: Sequence[Recipient], attach: Sequence[str] = (), without: Sequence[str] = ()
) -> Letter:
    """One message with the minutes, for everybody named.

    `attach` are forms; raises NotInstalled. `without` are people it is for whose address is not known.
    """
    return Letter(
        to=tuple(to),
        without=tuple(without),
        subject=_subject(minutes),
        text=make(minutes, "txt").data.decode("utf-8"),
        html=make(minutes, "html").data.decode("utf-8"),
        attachments=tuple(
            Attachment(f"{file_stem(minutes)}.{form}", make(minutes, form).data, KINDS[form])
            for form in attach
        ),
    )


def for_people(
    minutes: Document, names: Sequence[str], addresses: Mapping[str, str], attach: Sequence[str] = ()
) -> Letter:
    """One message for these people: to those whose address is known, the others told in `without`."""
    to = [Recipient(name, addresses[name]) for name in names if name in addresses]
    return for_all(minutes, to, attach, [name for name in names if name not in addresses])


def for_owners(minutes: Document, addresses: Mapping[str, str]) -> list[Letter]:
    """A message for each owner of a step, with her steps and the next meeting; known addresses first."""
    names = sorted(owners(minutes), key=lambda name: name not in addresses)
    return [_for_owner(minutes, name, addresses.get(name)) for name in names]


def _for_owner(minutes: Document, name: str, address: str | None) -> Letter:
    mine = only_steps_of(minutes, name)
    return Letter(
        to=(Recipient(name, address),) if address else (),
        without=() if address else (name,),
        subject=_("{format}, {date}: your next steps").format(format=minutes.format, date=minutes.date),
        text=make(mine, "txt").data.decode("utf-8"),
        html=make(mine, "html").data.decode("utf-8"),
    )


def owners(minutes: Document) -> tuple[str, ...]:
    """Everybody who has a next step, in the order of the steps."""
    return tuple(dict.fromkeys(name for line in minutes.steps for name in line.owners))


def only_steps_of(minutes: Document, name: str) -> Document:
    """Minutes with nothing in them but one person's next steps and the next meeting."""
    return Document(
        audience=minutes.audience,
        language=minutes.language,
        session=minutes.session,
        key=minutes.key,
        as_of=minutes.as_of,
        format=minutes.format,
        status=minutes.status,
        version=minutes.version,
        date=minutes.date,
        span=minutes.span,
        rehearsal=minutes.rehearsal,
        steps=tuple(line for line in minutes.steps if name in line.owners),
        next_meeting=minutes.next_meeting and replace(minutes.next_meeting, roles=()),
    )


def file_stem(minutes: Document) -> str:
    """The name of a file with these minutes, without its ending; from the folder of the session."""
    return f"{minutes.session}-minutes" if minutes.session else "minutes"


def _subject(minutes: Document) -> str:
    # Never the title of the case: a subject is read over shoulders and on locked telephones.
    return _("{format}, {date}: minutes").format(format=minutes.format, date=minutes.date)
