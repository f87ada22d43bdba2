"""What every room speaks: frozen dataclasses without I/O that import nothing else of ours."""

from variorum.model.claim import (
    Attribution,
    Certainty,
    Claim,
    ClaimKind,
    Mode,
    Participant,
    ParticipantRole,
    Tense,
)
from variorum.model.comparison import (
    Conflict,
    ConflictKind,
    ConflictReading,
    Coverage,
    Development,
    Outcome,
    Quotation,
    TimelineEntry,
)
from variorum.model.dossier import Dossier, Generator
from variorum.model.entity import Entity, EntityKind, Mention, MentionForm
from variorum.model.moment import ClockBound, Moment, Precision, TimeExpression, TimeOfDay
from variorum.model.point import (
    ClaimGroup,
    CopiedPassage,
    Factor,
    Origin,
    OriginKind,
    Point,
    Standing,
    Transmission,
    WeighedPair,
)
from variorum.model.quantity import Bound, Quantity
from variorum.model.reading import AttributionSpans, EntityLabel, EntitySpan, Reading
from variorum.model.report import Publication, PublishedBasis, Report, Role, Segment
from variorum.model.span import Span
from variorum.model.story import AnnotatedReport, SetAside, Story

__all__ = [
    "AnnotatedReport",
    "Attribution",
    "AttributionSpans",
    "Bound",
    "Certainty",
    "Claim",
    "ClaimGroup",
    "ClaimKind",
    "ClockBound",
    "Conflict",
    "ConflictKind",
    "ConflictReading",
    "CopiedPassage",
    "Coverage",
    "Development",
    "Dossier",
    "Entity",
    "EntityKind",
    "EntityLabel",
    "EntitySpan",
    "Factor",
    "Generator",
    "Mention",
    "MentionForm",
    "Mode",
    "Moment",
    "Origin",
    "OriginKind",
    "Outcome",
    "Participant",
    "ParticipantRole",
    "Point",
    "Precision",
    "Publication",
    "PublishedBasis",
    "Quantity",
    "Quotation",
    "Reading",
    "Report",
    "Role",
    "Segment",
    "SetAside",
    "Span",
    "Standing",
    "Story",
    "Tense",
    "TimeExpression",
    "TimeOfDay",
    "TimelineEntry",
    "Transmission",
    "WeighedPair",
]
