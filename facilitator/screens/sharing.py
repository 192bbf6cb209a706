"""Taking the minutes along from the close screen: shown whole first, then one Enter. Knows no Textual."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from facilitator.capture.names import Found
from facilitator.meeting.desk import carry_out, roster_of
from facilitator.meeting.meeting import Meeting
from facilitator.minutes.document import document
from facilitator.pod.beyond import NotYet
from facilitator.screens.beyond_round import BeyondRound
from facilitator.screens.effects import Effect
from facilitator.screens.preparing import Pending, Preparing
from facilitator.screens.refused_line import BEGINS
from facilitator.session import intents as it
from facilitator.settings.model import USUAL, Settings
from facilitator.share.addresses import check_address, keep_address, read_addresses
from facilitator.share.letters import owners
from facilitator.share.post import read_post
from facilitator.share.ways import Given, Way, ways
from facilitator.share.whom import members
from facilitator.share.wish import Wish, read_wish
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Sharing:
    """What waits for Enter, and what came of it. `now` is the wall clock, for what goes out."""

    def __init__(
        self,
        meeting: Meeting,
        home: Path,
        settings: Settings = USUAL,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.meeting = meeting
        self.home = home
        self.settings = settings
        self.done: set[str] = set()
        """Names of the ways that were gone."""
        self.round: BeyondRound | None = None
        """The questions before a text leaves the pod, while they are asked."""
        self._preparing = Preparing(meeting, home, settings, now)
        self._pending: Pending | None = None

    @property
    def waits(self) -> bool:
        """Whether Enter on an empty line would do something that was shown."""
        return self._pending is not None or self.round is not None

    @property
    def word(self) -> str:
        """What is asked left of the line; empty where nothing waits."""
        if self.round is not None:
            return self.round.word
        if self._pending is not None and self._pending.missing:
            return _("Address of {name}?").format(name=visible(self._pending.missing[0]))
        if self._pending is None:
            return ""
        words = {"save": _("Save it?"), "send": _("Send it?"), "beyond": _("Copy it?")}
        return words.get(self._pending.way, _("Open it?"))

    @property
    def about(self) -> str:
        """What is shown, for the heading; empty where the minutes are, as the pod reads them."""
        if self.round is not None or (self._pending is not None and self._pending.way == "beyond"):
            return _("This is for people outside the pod.")
        return _("Look at it first.") if self._pending is not None else ""

    @property
    def how(self) -> str:
        """What Enter does now, in a sentence; empty where nothing waits."""
        if self.round is not None:
            return f"{self.round.how}  ·  " + _("Esc stops here.")
        if self._pending is None:
            return ""
        if self._pending.missing:
            return self._pending.how + " " + _("An address typed here is kept at Enter.")
        return self._pending.how

    def suggestion(self) -> str:
        """What Tab writes on an empty line."""
        return self.round.suggestion if self.round is not None else ""

    def let_be(self) -> None:
        """Nothing of what was shown is to happen."""
        self._pending = self.round = None

    def takes(self, text: str) -> bool:
        """Whether this text, typed so far, belongs to what is asked here: else it is a line as any other."""
        if self.round is not None:
            return not text.startswith("/")
        if self._pending is None or not self._pending.missing or text.startswith(BEGINS):
            return False
        return len(text.split()) <= 1

    def ask(self, words: str) -> Effect:
        """Show what `/share` with these words would do."""
        self.let_be()
        wish = read_wish(words)
        if wish is None:
            said = _("Write /share mail, owners, save, send or copy; or /share NAME name@example.org.")
            return Effect(hint=said)
        return self._tried(lambda: self._asked(wish))

    def answered(self, text: str) -> Effect:
        """What came of a text that this screen asked for: an address, or an answer of the round."""
        if self.round is not None:
            return self._tried(lambda: self._went_round(lambda one: one.answer(text)))
        pending = self._pending
        if pending is None or not pending.missing:
            return Effect()
        if "@" not in text:
            return Effect(hint=_("{text} is no mail address.").format(text=visible(text.strip())))
        return self._tried(lambda: self._addressed(pending, text.strip()))

    def confirmed(self) -> Effect:
        """Enter: do what was shown, here and now, without a password."""
        if self.round is not None:
            return self.answered("")
        return self.carried_out(self.take())

    def take(self) -> Pending | None:
        """What waits, which is to be carried out now; nothing waits any more."""
        pending, self._pending = self._pending, None
        return pending

    def carried_out(self, pending: Pending | None, password: str = "") -> Effect:
        """Carry it out, and say what came of it. It may take its time."""
        if pending is None:
            return Effect()
        return self._tried(lambda: self._acted(pending, password))

    def ways(self) -> tuple[Way, ...]:
        """What can be done with the minutes now."""
        state, folder = self.meeting.state, self.settings.share_folder
        try:
            addresses = read_addresses(self.home)
        except StoreError:
            # Whoever goes one of these ways is told what is wrong with the file.
            addresses = {}
        return ways(
            Given(
                settings=self.settings,
                members=members(state),
                owners=owners(document(state)),
                addresses=addresses,
                folder_there=bool(folder) and Path(folder).expanduser().is_dir(),
                done=self.done,
            )
        )

    def sent_to(self) -> int:
        """To how many people something of this session was sent from here."""
        try:
            post = read_post(self.meeting.folder)
        except StoreError:
            return 0
        return len({one.address.casefold() for one in post.sent if one.outcome == "sent"})

    def _tried(self, act: Callable[[], Effect]) -> Effect:
        try:
            return act()
        except NotYet as trouble:
            self.round = None
            return Effect(line="", hint=" ".join(map(visible, trouble.sentence.splitlines())))
        except StoreError as trouble:
            return Effect(hint=visible(trouble.sentence))

    def _asked(self, wish: Wish) -> Effect:
        match wish.what:
            case "list":
                return self._listed()
            case "copy":
                return Effect(line="", copy=self._preparing.short(wish.audience))
            case "mail" | "save" | "send":
                return self._waiting(self._preparing.prepared(wish))
            case "beyond":
                return self._went_round(lambda one: one.begin(), BeyondRound(self.meeting, self.home))
            case "withdraw":
                return self._withdraw(wish.name)
        found = roster_of(self.meeting.state).find(wish.name)
        if not isinstance(found, Found):
            said = _("Nobody here is called {name}.").format(name=visible(wish.name))
            return Effect(hint=said)
        keep_address(self.home, found.name, check_address(wish.address))
        return Effect(
            line="", hint=_("The address of {name} is remembered.").format(name=visible(found.name))
        )

    def _listed(self) -> Effect:
        found = self.ways()
        wide = max(len(way.key) for way in found)
        lines = [f"{way.key:<{wide}}  {way.what}" for way in found]
        where = _("facilitator settings, in a terminal, says where the settings lie.")
        needs = () if all(way.works for way in found) else ("", where)
        return Effect(line="/share ", sheet=(_("What can be done with the minutes:"), "", *lines, *needs))

    def _waiting(self, pending: Pending) -> Effect:
        self._pending = pending
        return Effect(line="", hint=self.how, sheet=pending.sheet)

    def _acted(self, pending: Pending, password: str) -> Effect:
        effect = pending.act(password)
        self.done.add(pending.way)
        return effect

    def _addressed(self, pending: Pending, address: str) -> Effect:
        """An address that was asked for is remembered, and the message is shown anew with it."""
        keep_address(self.home, pending.missing[0], check_address(address))
        return self._asked(pending.wish)

    def _went_round(self, step: Callable[[BeyondRound], Effect], begun: BeyondRound | None = None) -> Effect:
        self.round = begun or self.round
        if self.round is None:
            return Effect()
        try:
            effect = step(self.round)
        except StoreError:
            self.round = None
            raise
        if not self.round.over:
            return effect
        self.round = None
        text = self._preparing.short("beyond")
        return self._waiting(
            Pending(
                way="beyond",
                act=lambda _password: Effect(copy=text),
                how=_("This may go: Enter copies it. /share mail beyond or save beyond hand it on."),
                sheet=effect.sheet,
            )
        )

    def _withdraw(self, name: str) -> Effect:
        approved = [one.giver for one in self.meeting.state.beyond]
        found = roster_of(self.meeting.state).find(name) if name else None
        giver = (
            found.name if isinstance(found, Found) else name or (approved[0] if len(approved) == 1 else "")
        )
        if not giver:
            return Effect(hint=_("Write /beyond withdraw and the name of who takes the yes back."))
        answer = carry_out(self.meeting, it.WithdrawBeyond(giver))
        if answer.refused:
            return Effect(hint=answer.refused)
        self.done.discard("beyond")
        said = _("{name} takes the yes back: nothing of this meeting goes beyond the pod.")
        again = _("What was passed on before cannot be called back by this program.")
        return Effect(line="", hint=f"{said.format(name=visible(giver))} {again}")
