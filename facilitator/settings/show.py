"""The settings as people read them: as lines, and as a file to fill in. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.settings.actions import Action
from facilitator.settings.model import Settings, described
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def as_lines(settings: Settings, actions: Iterable[Action]) -> list[str]:
    """Every setting with its value now, its default, and what it is for; a line each."""
    lines = [
        _("{name} = {value}  {why} Default: {default}.").format(
            name=one.name,
            value=_toml(getattr(settings, one.name)),
            why=one.why,
            default=_toml(one.default),
        )
        for one in described()
    ]
    lines.append(_("[keys]  Other keys for what the screens do."))
    for action in actions:
        usual = ",".join(action.keys)
        lines.append(
            _("{name} = {value}  {why}. Default: {default}.").format(
                name=action.id,
                value=_toml(settings.keys.get(action.id, usual)),
                why=action.what,
                default=_toml(usual),
            )
        )
    return lines


def commented(actions: Iterable[Action]) -> str:
    """A settings file with the defaults. Each line is a comment until its # is taken away."""
    lines = [
        "# " + _("The settings of facilitator. A line counts once its # is taken away."),
        "# " + _("facilitator settings says what counts now, and what is wrong in here."),
        "",
    ]
    for one in described():
        lines += [f"# {one.why}", f"# {one.name} = {_toml(one.default)}", ""]
    lines += [
        "# " + _("Keys: an F key, or ctrl+ and a letter that typing does not need; several with commas."),
        "[keys]",
    ]
    for action in actions:
        lines.append(f"# {action.id} = {_toml(','.join(action.keys))}  # {action.what}")
    return "\n".join(lines) + "\n"


def _toml(value: str | bool | int) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return '"' + visible(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
