"""Names in scripts without spaces: which parts of one are a name of their own in running text."""

from __future__ import annotations

from collections.abc import Iterator

_BEFORE = "小老阿大"
"""What is put before a name of one sign to call somebody by it."""

_AFTER = (
    *"老师 老師 先生 女士 小姐 太太 姐 哥 妹 弟 总 總 医生 醫生 教授 同学 同學".split(),  # noqa: SIM905
    *"主任 经理 經理 院长 院長 校长 校長 工 さん 様 さま 君 くん ちゃん 氏 先輩".split(),  # noqa: SIM905
)

_SAYS = "说說问問讲講觉覺提想：:"


def forms(part: str) -> Iterator[str]:
    """How a part of a name (as typed, composed) can stand in a sentence, itself first."""
    yield part
    if not _is_ideographic_or_hangul(part):
        return
    count = len(part)
    if count == 1:
        return
    for length in range(2, count):
        yield part[:length]
        yield part[-length:]
    surname, given = part[0], part[1:]
    if count == 2:
        # One sign alone is a word of its own; before somebody's speech it is who speaks.
        yield from (called + verb for called in part for verb in _SAYS)
    for called in (surname, given) if count == 2 else (surname,):
        yield from (before + called for before in _BEFORE)
    yield from (surname + title for title in _AFTER)
    if len(given) == 1:
        yield given * 2
        yield from (given + title for title in _AFTER)


def _is_ideographic_or_hangul(part: str) -> bool:
    return all(
        "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or char >= "\U00020000" for char in part
    )
