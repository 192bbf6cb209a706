"""What the disk does not take, job by job: why, and when the job is tried again."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.store.trouble import StoreError


class Troubles:
    """The troubles of one writer. `changed` is called whenever one comes, goes or is another."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._sentences: dict[str, str] = {}
        self._again: dict[str, float] = {}
        self._sentence = ""

    @property
    def sentence(self) -> str:
        """Why the disk does not take what it is given, the log first; empty when all is well."""
        return self._sentence

    def of(self, job: str) -> str:
        """The trouble of one job; empty when it has none."""
        return self._sentences.get(job, "")

    def waits(self, job: str) -> bool:
        """Whether a job that failed waits to be tried again."""
        return job in self._again

    def due(self, job: str, usual: float) -> float:
        """When a job is to be done: tried again where it failed, else at its usual time."""
        return self._again.get(job, usual)

    def try_again(self) -> None:
        """No job waits any longer."""
        self._again.clear()

    def guard(self, job: str, act: Callable[[], None], again: Callable[[], float]) -> None:
        """Do one job. Its trouble stays until this very job succeeds, whatever else the disk takes.

        `again` says when a job that has just failed is to be tried again.
        """
        try:
            act()
        except StoreError as trouble:
            self._again[job] = again()
            self._say(job, trouble.sentence)
        else:
            self._again.pop(job, None)
            self._say(job, "")

    def _say(self, job: str, sentence: str) -> None:
        if sentence == self.of(job):
            return
        self._sentences[job] = sentence
        self._sentence = self.of("log") or next(filter(None, self._sentences.values()), "")
        self._changed()
