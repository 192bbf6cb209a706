"""The palette: every key and what it does now, everything the line understands, and every stage to go to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher
from textual.markup import escape

from facilitator.capture.grammar import COMMANDS
from facilitator.screens.live_keys import to_stage
from facilitator.session.going_on import main_step
from facilitator.settings.actions import ACTIONS
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

if TYPE_CHECKING:
    from facilitator.screens.live import LiveScreen


class Offer(Struct, frozen=True):
    """What can be chosen: its name, what it is for, and doing it."""

    name: str
    about: str
    act: Callable[[], object]


def key_offers(screen: LiveScreen) -> Iterator[Offer]:
    """The keys of the screen, with what they do now."""
    state, now = screen.meeting.state, dict[str, str]()
    if state.phase == "running":
        now = {"live.main": main_step(state).label, "live.stage": to_stage(state)}
    for binding in screen.BINDINGS:
        if not isinstance(binding, Binding) or not screen.check_action(binding.action, ()):
            continue
        if id := binding.id:
            what = ACTIONS[id].what
            name = f"{screen.app.settings.key(id)}  {now.get(id, what)}"
            yield Offer(name, what if id in now else "", getattr(screen, f"action_{binding.action}"))
    if state.phase == "running":
        cover = "Esc  " + _("Cover the notes, or show them")
        yield Offer(cover, _("Before you share the screen."), screen.action_cover)


def command_offers(screen: LiveScreen) -> Iterator[Offer]:
    """What begins with `/`: done at once, or put into the line where something more has to be said."""
    for spec in COMMANDS.values():
        if spec.takes == "nothing":
            yield Offer(spec.usage, spec.help, lambda line=f"/{spec.name}": screen.run_line(line))  # type: ignore[misc]
        else:
            yield Offer(spec.usage, spec.help, lambda line=f"/{spec.name} ": screen.insert_command(line))  # type: ignore[misc]


def stage_offers(screen: LiveScreen) -> Iterator[Offer]:
    """Every stage of the plan."""
    state = screen.meeting.state
    for number, item in enumerate(state.plan, 1):
        name = _("Go to {number}. {stage}").format(number=number, stage=state.find_stage(item.id).name)
        yield Offer(
            name,
            _("Leave this stage for that one."),
            lambda line=f"/goto {number}": screen.run_line(line),  # type: ignore[misc]
        )


class AppProvider(Provider):
    """What the app offers on every screen."""

    def offers(self) -> Iterator[Offer]:
        """All that can be chosen; a screen with a provider of its own gives these too, behind its own."""
        if not self.screen.COMMANDS:
            yield from self.of_the_app()

    def of_the_app(self) -> Iterator[Offer]:
        """What does not depend on the screen."""
        for command in self.app.get_system_commands(self.screen):
            yield Offer(command.title, command.help, command.callback)

    async def discover(self) -> Hits:
        """What is shown before anything is typed."""
        for one in self.offers():
            name = visible(one.name)
            yield DiscoveryHit(Content(name), one.act, text=name, help=escape(one.about))

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for one in self.offers():
            name = visible(one.name)
            score = max(matcher.match(name), matcher.match(one.about) * 0.8)
            if score > 0:
                yield Hit(score, _highlighted(matcher, name), one.act, text=name, help=escape(one.about))


class CommandProvider(AppProvider):
    """Keys and commands, for those who do not know them by heart, then what the app offers.

    One provider for all of it: the offers of two would stand in any order.
    """

    def offers(self) -> Iterator[Offer]:
        """The keys first: not all of them fit into the row at the foot."""
        screen: LiveScreen = self.screen  # type: ignore[assignment]
        yield from key_offers(screen)
        yield from command_offers(screen)
        yield from stage_offers(screen)
        yield from self.of_the_app()


def _highlighted(matcher: Matcher, name: str) -> Content:
    """The name, those letters marked that were typed; Textual's own way would read it as markup."""
    content = Content(name)
    _score, offsets = matcher.fuzzy_search.match(matcher.query, name)
    for offset in offsets:
        if not name[offset].isspace():
            content = content.stylize(matcher.match_style, offset, offset + 1)
    return content
