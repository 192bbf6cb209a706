"""What is made in the writer's thread. A fault in it must never stop the log from being written."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _


def minutes_bytes(render: Callable[[], str]) -> bytes:
    """The minutes. Raises StoreError for a fault of ours."""
    try:
        return render().encode("utf-8", "replace")
    except Exception as error:
        raise StoreError(
            _("The minutes could not be made ({kind}). Every line is in the log all the same.").format(
                kind=type(error).__name__
            )
        ) from error


def room_bytes(make: Callable[[], bytes | None]) -> bytes | None:
    """What the room is shown; None where nothing is new. Raises StoreError for a fault of ours."""
    try:
        return make()
    except Exception as error:
        raise StoreError(
            _("The room cannot be shown this ({kind}). Every line is in the log all the same.").format(
                kind=type(error).__name__
            )
        ) from error
