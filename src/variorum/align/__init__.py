"""Claims of many reports side by side: the story's entities, copied passages, groups of claims, quotations."""

from variorum.align.copies import find_copies
from variorum.align.entities import join_entities
from variorum.align.groups import group_claims, weigh_claims
from variorum.align.quotations import match_quotations

__all__ = ["find_copies", "group_claims", "join_entities", "match_quotations", "weigh_claims"]
