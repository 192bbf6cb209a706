"""How next steps stand once somebody has said so: done, or open again."""

from __future__ import annotations

from facilitator.words.language import ngettext


def done_sentence(numbers: tuple[int, ...], done: bool) -> str:
    """How these steps stand, once that was said of them."""
    if done:
        said = ngettext("Next step {numbers} is done.", "Next steps {numbers} are done.", len(numbers))
    else:
        said = ngettext(
            "Next step {numbers} is not done: it is open again.",
            "Next steps {numbers} are not done: they are open again.",
            len(numbers),
        )
    return said.format(numbers=", ".join(map(str, numbers)))


def done_words(numbers: tuple[int, ...], done: bool) -> str:
    """The same as a thing that can be taken back."""
    if done:
        said = ngettext(
            "that next step {numbers} is done", "that next steps {numbers} are done", len(numbers)
        )
    else:
        said = ngettext(
            "that next step {numbers} is not done", "that next steps {numbers} are not done", len(numbers)
        )
    return said.format(numbers=", ".join(map(str, numbers)))
