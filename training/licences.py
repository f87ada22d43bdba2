"""What licenses a predicate's certainty, read off gold trees: nothing, a negation, a modal verb, a condition."""

from __future__ import annotations

from collections.abc import Sequence

#: Classes of the head, by what stands over the predicate.
LICENCES = ("plain", "negated", "modal", "negated modal", "conditional")

#: Of a word that is no predicate: no class, so nothing is learned from it.
NO_PREDICATE = ""

_NEGATIONS = frozenset({"not", "n't", "n’t", "nt", "never", "neither", "nor"})
_NONE = frozenset({"no", "nobody", "nothing", "none", "nowhere"})
_CONDITIONS = frozenset({"if", "unless", "provided", "lest"})
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall", "sha"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "expl", "obl"})


def licence_column(
    words: Sequence[str], heads: Sequence[int], relations: Sequence[str], upos: Sequence[str], xpos: Sequence[str]
) -> tuple[str, ...]:
    """Return the class of each predicate of a sentence and `NO_PREDICATE` elsewhere.

    A predicate is a verb, or what has a copula. "will" is no modal here: it tells a time. A condition
    stands over the clause that it opens; it outweighs a modal and a negation.

    Args:
        words: The sentence's words.
        heads: Number of each word's head, -1 for the root.
        relations: Universal relation of each, with its subtype.
        upos: Universal part of speech of each.
        xpos: Penn tag of each.
    """
    below: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head >= 0:
            below[head].append(i)
    lower = [w.lower() for w in words]
    none = [
        w in _NONE or any(relations[c] == "det" and lower[c] == "no" for c in below[i]) for i, w in enumerate(lower)
    ]
    out = []
    for i in range(len(words)):
        children = below[i]
        if upos[i] != "VERB" and not any(relations[c] == "cop" for c in children):
            out.append(NO_PREDICATE)
            continue
        negated = any(
            (relations[c].startswith(("advmod", "cc")) and lower[c] in _NEGATIONS)
            or (relations[c] in _ARGUMENTS and none[c])
            for c in children
        )
        modal = any(relations[c].startswith("aux") and xpos[c] == "MD" and lower[c] not in _FUTURE for c in children)
        if any(relations[c] == "mark" and lower[c] in _CONDITIONS for c in children):
            out.append("conditional")
        else:
            out.append(
                "negated modal" if negated and modal else "negated" if negated else "modal" if modal else "plain"
            )
    return tuple(out)
