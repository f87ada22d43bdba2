"""A passage: a report and a range of its characters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage of one report.

    Attributes:
        report: The report's id.
        start: Offset of the first character, in Unicode code points of `Report.text`.
        end: Offset behind the last character; `text[start:end]` is the passage, never empty.
    """

    report: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no passage: {self.start}..{self.end} of {self.report}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: Span) -> int:
        """Return the number of characters that both passages hold; 0 across reports."""
        if self.report != other.report:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this passage."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end
