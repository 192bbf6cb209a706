"""Libraries that come with the extra `export` only, and the sentence where they did not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _


class NotInstalled(StoreError):  # noqa: N818 - it names the situation, as the sentence does
    """A form needs a library that is not there."""


@contextmanager
def needed(form: str) -> Iterator[None]:
    """Import inside of this; what is not there is told in a sentence."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise NotInstalled(
            _(
                "For {form} files the extra “export” must be installed ({library} is missing): "
                "write pip install '.[export]' where facilitator was installed from."
            ).format(form=form, library=error.name)
        ) from error
