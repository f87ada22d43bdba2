"""Reading beside other work: the network computes in a thread of its own while the caller does something else.

Half of a reading's time goes into the network's passes, which leave the interpreter free. On a second processor the
caller meanwhile loads modules, and decodes and annotates what the passes before gave. The passes are the same, one
after the other in one thread, and so are the readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import Empty, Queue, SimpleQueue
from threading import Thread
from types import TracebackType

from variorum.errors import ReaderError
from variorum.model import Reading, Report
from variorum.reader.network import Floats
from variorum.reader.reader import Outputs, Reader
from variorum.reader.windows import Words

#: Windows whose outputs wait to be decoded, about a megabyte each.
WAITING = 32

#: Seconds after which a thread that is to end looks again whether it may.
PATIENCE = 0.05

#: What the thread hands over about one report, in this order: its words, its windows, then None. A fault ends it.
_Part = Words | Outputs | Exception | None


class ReadAhead:
    """A reader that opens its network, and reads the reports it will be asked for, before it is asked.

    To be used in a `with` statement, which ends its thread.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._asked: SimpleQueue[Report | None] = SimpleQueue()
        self._given: Queue[tuple[str, _Part]] = Queue(WAITING)
        self._begun: dict[str, Report] = {}
        self._kept: dict[str, list[_Part]] = {}
        self._ended = False
        self._thread = Thread(target=self._work, name="reading", daemon=True)
        self._thread.start()

    def __enter__(self) -> ReadAhead:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the thread after the pass that it is at; what it has not read is not read."""
        self._ended = True
        self._asked.put(None)
        while self._thread.is_alive():  # it may wait for room
            with suppress(Empty):
                self._given.get(timeout=PATIENCE)

    @property
    def release(self) -> str:
        """See `Reader.release`."""
        return self._reader.release

    def compare(self, texts: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Floats:
        """See `Reader.compare`."""
        return self._reader.compare(texts, pairs)

    def begin(self, reports: Sequence[Report]) -> None:
        """Begin to read; what was begun before goes on.

        Args:
            reports: Best in the order in which they will be asked for, for then the fewest outputs wait.
        """
        for report in reports:
            if report.id not in self._begun:
                self._begun[report.id] = report
                self._asked.put(report)

    def read(self, report: Report) -> Reading:
        """Return the reading of a report, decoding each window as soon as the network is done with it.

        Args:
            report: One that was begun, or the same words with another day or source; each is given once. Any other
                is read now.

        Raises:
            ReaderError: The trained files are missing or damaged.
        """
        begun = self._begun.pop(report.id, None)
        if begun is None or (begun.text, begun.segments) != (report.text, report.segments):
            return self._reader.read(report)
        parts = self._parts(report.id)
        words = next(parts)
        assert isinstance(words, Words)
        return self._reader.decode(report.id, words, (part for part in parts if isinstance(part, tuple)))

    def _parts(self, report: str) -> Iterator[_Part]:
        """Give what the thread hands over about a report, up to its end; what is about others is kept for them."""
        kept = self._kept.pop(report, [])
        while True:
            if kept:
                part = kept.pop(0)
            else:
                about, part = self._given.get()
                if about != report:
                    self._kept.setdefault(about, []).append(part)
                    continue
            if isinstance(part, Exception):
                raise part
            if part is None:
                return
            yield part

    def _work(self) -> None:
        """Read every report that is asked for, until the end."""
        with suppress(ReaderError):  # shows again with the first report
            _ = self._reader.release
        while (report := self._asked.get()) is not None and not self._ended:
            try:
                words, outputs = self._reader.run(report)
                self._given.put((report.id, words))
                for window in outputs:
                    if self._ended:
                        return
                    self._given.put((report.id, window))
            except Exception as fault:  # told to whoever asks for the report
                self._given.put((report.id, fault))
            else:
                self._given.put((report.id, None))


@contextmanager
def reading_ahead(reader: Reader | ReadAhead, reports: Sequence[Report]) -> Iterator[Reader | ReadAhead]:
    """Give a reader that has begun to read these reports.

    Args:
        reader: One that reads ahead already goes on beyond the `with` statement.
        reports: In the order in which they will be asked for.
    """
    if isinstance(reader, ReadAhead):
        reader.begin(reports)
        yield reader
    elif isinstance(reader, Reader):
        with ReadAhead(reader) as ahead:
            ahead.begin(reports)
            yield ahead
    else:  # something that stands in for a reader
        yield reader
