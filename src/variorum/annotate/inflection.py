"""Lemmas of the words that decide: inflected forms of the cue verbs, so that a wrong lemma does not hide a cue."""

from __future__ import annotations

from variorum.annotate import cues

_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "thought": "think",
    "felt": "feel",
    "swore": "swear",
    "sworn": "swear",
    "sought": "seek",
    "pled": "plead",
    "found": "find",
    "shown": "show",
    "retold": "retell",
    "foresaw": "foresee",
    "undertook": "undertake",
}
_VOWELS = "aeiou"


def inflections(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb: -s, -ed, -ing."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    forms = [third, verb + "ed", verb + "ing"]
    if len(verb) > 2 and verb[-1] not in "wxy" + _VOWELS and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        forms += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return tuple(forms)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for verb in sorted(cues.REPORTING | cues.WANT | cues.ACCUSE | cues.ACT | cues.LABEL | cues.VOW):
        table[verb] = verb
        for form in inflections(verb):
            table.setdefault(form, verb)
    return table | _IRREGULAR


_FORMS = _table()


def verb_lemma(word: str, lemma: str) -> str:
    """Return the lemma of a verb's form where it is a cue verb's, else `lemma`."""
    return _FORMS.get(word, lemma)
