"""The palette's commands: everything the line understands, and every stage to go to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from facilitator.capture.grammar import COMMANDS
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from facilitator.screens.live import LiveScreen


class CommandProvider(Provider):
    """Commands of the capture line, for those who do not know them by heart."""

    def _all(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        screen: LiveScreen = self.screen  # type: ignore[assignment]
        for spec in COMMANDS.values():
            if spec.takes == "nothing":
                yield spec.usage, spec.help, lambda line=f"/{spec.name}": screen.run_line(line)  # type: ignore[misc]
            else:
                yield spec.usage, spec.help, lambda line=f"/{spec.name} ": screen.insert_command(line)  # type: ignore[misc]
        state = screen.meeting.state
        for number, item in enumerate(state.plan, 1):
            name = state.find_stage(item.id).name
            yield (
                _("Go to {number}. {stage}").format(number=number, stage=name),
                _("Leave this stage for that one."),
                lambda line=f"/goto {number}": screen.run_line(line),  # type: ignore[misc]
            )

    async def discover(self) -> Hits:
        """What is shown before anything is typed."""
        for name, help_text, act in self._all():
            yield DiscoveryHit(name, act, help=help_text)

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for name, help_text, act in self._all():
            score = max(matcher.match(name), matcher.match(help_text) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(name), act, help=help_text)
