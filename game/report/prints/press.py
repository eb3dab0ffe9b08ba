"""Typst at work in a process of its own, which gives back what it remembers.

It keeps every layout it has made, half a gigabyte for what one workshop prints, and has no way to forget. So its
process ends after some documents, or when none has come for a while: an old machine goes on with its memory free.
"""

import json
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from threading import RLock, Timer
from typing import Any, Final

from attrs import define, field, frozen

DOCUMENTS: Final = 24
"""Documents that one process sets: about what one workshop prints, each sheet looked at and written."""
IDLE: Final = 5.0
"""Seconds without a document after which a process ends."""


@frozen
class Job:
    """What is to be set: a template in its folder, the folder of the fonts, the data as JSON."""

    template: str
    folder: str
    fonts: str
    data: str


@define
class Press:
    """The process of the moment, if there is one."""

    _process: ProcessPoolExecutor | None = None
    _set: int = 0
    _turn: RLock = field(factory=RLock)
    _end: Timer | None = None

    def run(self, work: Callable[..., Any], job: Job, **asked: Any) -> Any:
        """Returns what the work makes of a job. Raises RuntimeError where Typst refuses it, or its process ends."""
        try:
            return self._given(work, job, asked).result()
        except BrokenProcessPool as fault:
            self.close()
            raise RuntimeError(str(fault)) from fault
        finally:
            self._rest()

    def _given(self, work: Callable[..., Any], job: Job, asked: dict[str, Any]) -> Future[Any]:
        with self._turn:
            if self._process is None or self._set >= DOCUMENTS:
                self.close()
                self._process = ProcessPoolExecutor(1, get_context("spawn"), signal, (SIGINT, SIG_IGN))
            self._set += 1
            return self._process.submit(work, job, **asked)

    def _rest(self) -> None:
        """Waits for another document, a while."""
        with self._turn:
            if self._end is not None:
                self._end.cancel()
            self._end = Timer(IDLE, self.close)
            self._end.daemon = True
            self._end.start()

    def close(self) -> None:
        """Lets the process end when it has set what it was given."""
        with self._turn:
            if self._process is not None:
                self._process.shutdown(wait=False)
            self._process, self._set = None, 0


def as_pdf(job: Job, standard: str) -> bytes:
    """Returns the PDF of a job."""
    return bytes(_compiler(job).compile(format="pdf", pdf_standards=[standard]))


def as_pictures(job: Job, ppi: float) -> list[bytes]:
    """Returns each page of a job as a PNG picture."""
    found = _compiler(job).compile(format="png", ppi=ppi)
    return [bytes(page) for page in found] if isinstance(found, list) else [bytes(found)]


def marked(job: Job, mark: str) -> list[Any]:
    """Returns the values that the template has left under a mark."""
    found: list[Any] = json.loads(_compiler(job).query(f"<{mark}>", field="value"))
    return found


def _compiler(job: Job):  # type: ignore[no-untyped-def]  # typst has no types
    import typst

    return typst.Compiler(
        f"{job.folder}/{job.template}.typ",
        root=job.folder,
        font_paths=[job.fonts],
        ignore_system_fonts=True,
        sys_inputs={"data": job.data},
    )
