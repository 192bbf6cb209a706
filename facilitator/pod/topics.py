"""The topic bank of a pod: `topics.toml` in the home folder, with the days on which each topic was used.

A person may write in the file; what is changed here leaves her comments and her order as they are. Until
there is such a file, the topics that come with the program stand in for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from facilitator.agenda.located import LARGEST
from facilitator.agenda.problem import AgendaError
from facilitator.pod.lists import Topic, parse_topics
from facilitator.store.atomic import write_whole
from facilitator.store.places import make_home
from facilitator.store.trouble import shown
from facilitator.store.whole import read_whole
from facilitator.words.dates import long_date
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

FILE = "topics.toml"
TABLE = ("topic",)
SHIPPED = Path(__file__).with_name(FILE)

_ORDER = ("title", "about", "used")


def by_use(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """Those never used first, as they stand in the file; then the others, the longest ago first."""
    return tuple(sorted(topics, key=lambda topic: max(topic.used, default=date.min)))


def in_words(topic: Topic) -> str:
    """A topic in one line of a list: its title, and when it was last used."""
    if not topic.used:
        return visible(topic.title)
    return _("{topic} (used on {date})").format(topic=visible(topic.title), date=long_date(max(topic.used)))


def last_used(topic: Topic) -> str:
    """When a topic was last used, in a sentence."""
    if not topic.used:
        return _("Not used yet.")
    return _("Last used on {date}.").format(date=long_date(max(topic.used)))


def lines(home: Path) -> list[str]:
    """The topics as lines for a person, and where they lie. Raises AgendaError or StoreTrouble."""
    said = [in_words(topic) for topic in topics_of(home)] or [_("There are no topics yet.")]
    where = _("They lie in {path}.")
    if not (home / FILE).exists():
        where = _("These come with the program. The first one used or added makes {path}.")
    return [*said, where.format(path=shown(home / FILE))]


def find_topic(topics: Sequence[Topic], title: str) -> Topic | None:
    """The topic of that title, whatever the case of its letters."""
    key = " ".join(title.split()).casefold()
    return next((topic for topic in topics if topic.title.casefold() == key), None)


def mark_used(text: str, title: str, day: date) -> str:
    """The file's text in which this topic was also used on that day; the same where it is marked already.

    Raises KeyError where there is no such topic, AgendaError where the file is not good, and NotEditableError
    where it is written in a way that cannot be changed here.
    """
    # Imported here and below: only a change needs them, and they are not light.
    from facilitator.agenda.edit.lines import set_value
    from facilitator.agenda.edit.parts import join, split

    topics = parse_topics(text.encode("utf-8"), FILE)
    topic = find_topic(topics, title)
    if topic is None:
        raise KeyError(title)
    if day in topic.used:
        return text
    parts = list(split(text))
    places = [place for place, part in enumerate(parts) if part.table == TABLE]
    if len(places) != len(topics):
        raise _unusual()
    place = places[topics.index(topic)]
    used = (*topic.used, day)
    part = parts[place]
    parts[place] = type(part)(set_value(part.text, "used", used, _ORDER), part.after, part.table)
    return join(parts)


def with_new(text: str, topics: Sequence[Topic]) -> tuple[str, int]:
    """The file's text with those topics at its end that it does not have yet, and how many these are."""
    from facilitator.agenda.edit.lines import written_value
    from facilitator.agenda.edit.parts import line_end

    there = parse_topics(text.encode("utf-8"), FILE) if text else ()
    new = [topic for topic in topics if find_topic(there, topic.title) is None]
    end = line_end(text)
    pieces = [text.rstrip("\r\n") if text else f"{_('# Topics for our meetings.')}\n\nformat = 1"]
    for topic in new:
        rows = ["[[topic]]", f"title = {written_value(topic.title)}"]
        rows += [f"about = {written_value(topic.about)}"] if topic.about else []
        rows += [f"used = {written_value(topic.used)}"] if topic.used else []
        pieces.append(end.join(rows))
    if text and not new:
        return text, 0
    longer = (end * 2).join(pieces) + end
    try:
        parse_topics(longer.encode("utf-8"), FILE)
    except AgendaError as error:
        raise _unusual() from error
    return longer, len(new)


def read_topics(home: Path) -> tuple[Topic, ...]:
    """The topics in the home folder; none where there is no file. Raises AgendaError or StoreTrouble."""
    text = read_text(home)
    return parse_topics(text.encode("utf-8"), str(home / FILE)) if text else ()


def topics_of(home: Path) -> tuple[Topic, ...]:
    """The topics to choose from, those not used for longest first. Raises AgendaError or StoreTrouble."""
    return by_use(parse_topics(_text(home).encode("utf-8"), str(home / FILE)))


def keep_used(home: Path, title: str, day: date) -> None:
    """Mark a topic as used, in the file; one that is not there yet is added first.

    Raises AgendaError where the file cannot be understood or changed, and StoreTrouble for the disk.
    """
    text, _count = with_new(_text(home), [Topic(title=title)])
    _write(home, mark_used(text, title, day))


def add_topic(home: Path, title: str, about: str = "") -> bool:
    """Add a topic to the file; False where it was there already. Raises as `keep_used`."""
    text, count = with_new(_text(home), [Topic(title=title, about=about)])
    if count:
        _write(home, text)
    return count > 0


def _text(home: Path) -> str:
    """The text of the pod's own file, or of the topics that come with the program."""
    if (home / FILE).exists():
        return read_text(home)
    return SHIPPED.read_text(encoding="utf-8")


def _write(home: Path, text: str) -> None:
    make_home(home)
    path = home / FILE
    if not path.exists() or read_text(home) != text:
        write_whole(path, text.encode("utf-8"))


def read_text(home: Path) -> str:
    """The text of the file, empty where there is none. Raises AgendaError or StoreTrouble."""
    path = home / FILE
    data = read_whole(path, LARGEST + 1)
    if data is None:
        return ""
    # Says where it is not UTF-8, or no list of topics.
    parse_topics(data, str(path))
    return data.decode("utf-8-sig")


def _unusual() -> AgendaError:
    from facilitator.agenda.edit.lines import NotEditableError

    return NotEditableError(
        _("The topics are written in an unusual way. Begin each of them with [[topic]] on its own row.")
    )
