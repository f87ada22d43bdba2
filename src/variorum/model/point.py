"""What several claims tell alike, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.span import Span

Standing = Literal["corroborated", "repeated", "single"]
OriginKind = Literal["voice", "document", "agency", "outlet"]


@dataclass(frozen=True, slots=True)
class Factor:
    """One reason for a decision, so that a wrong one can be understood.

    Attributes:
        name: The feature ("same head", "moments apart").
        value: Its strength; positive speaks for the decision, negative against it.
        detail: The words or values compared, in few words; may be empty.
        evidence: The passages that it rests on.
    """

    name: str
    value: float
    detail: str = ""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class WeighedPair:
    """Two claims weighed against each other: whether they tell one happening.

    Attributes:
        first: Id of the claim that comes first in the dossier.
        second: Id of the other.
        probability: That they tell one happening, 0 to 1.
        bar: Mean probability that two groups of claims need to become one.
        joined: They stand in one point.
        refused: Why they do not, in few words of our own; empty when they do.
        factors: What spoke most for them and against, the strongest first.
    """

    first: str
    second: str
    probability: float
    bar: float
    joined: bool
    refused: str = ""
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims that tell the same, before their origins are traced.

    Attributes:
        claims: Ids, sorted by report and position; one or more.
        factors: Why they stand together; empty for a single claim.
        likeness: Ids of two of its claims, the earlier row first, with the probability that they tell the same;
            pairs that were never compared are left out, and it is empty where nobody compared any.
    """

    claims: tuple[str, ...]
    factors: tuple[Factor, ...] = ()
    likeness: tuple[tuple[str, str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One happening or state, and the claims that tell it.

    Attributes:
        id: `pN`, numbered by coverage: told by most origins first.
        claims: Claim ids, sorted by report and position.
        standing: `corroborated` by two or more origins, `repeated` by several reports
            from one origin, or `single`.
        origins: Origin ids, sorted.
        best: The claim that stands for the point where one line is shown.
        factors: Why the claims stand together.
    """

    id: str
    claims: tuple[str, ...]
    standing: Standing
    origins: tuple[str, ...]
    best: str
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where claims come from before any outlet.

    Attributes:
        id: `oN`.
        name: The voice, document, agency or outlet, verbatim.
        kind: Which of these.
        reports: Ids of the reports that it reached, sorted.
        entity: Entity id of the voice, None for what is no entity.
        evidence: Passages that show it: where the source is named, or what was copied.
    """

    id: str
    name: str
    kind: OriginKind
    reports: tuple[str, ...]
    entity: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Transmission:
    """A road from an origin to a report.

    Attributes:
        origin: Origin id.
        via: The channels' names, nearest to the report first; empty for none.
        report: Report id.
        claims: Ids of the claims that came this way, sorted; never empty.
    """

    origin: str
    via: tuple[str, ...]
    report: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """A passage that two reports share nearly word for word.

    Attributes:
        first: In the report whose id sorts first.
        second: In the other.
        similarity: Share of the longer passage's words that both have, 0 to 1.
    """

    first: Span
    second: Span
    similarity: float
