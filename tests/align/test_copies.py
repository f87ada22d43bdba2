"""Passages that two reports share nearly word for word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.stories import report
from variorum.align import find_copies

LONG = (
    "The ferry left the northern harbour shortly after midnight with forty passengers and struck a submerged "
    "container about two miles from the lighthouse, the coast guard reported"
)


def test_a_shared_sentence_is_found_where_it_stands() -> None:
    """Both spans hold the shared sentence, and the first stands in the report whose id sorts first."""
    a, b = report("a", "Short news today.", LONG + "."), report("b", LONG + " on Friday.", "Other words follow.")
    (copy,) = find_copies([b, a])
    assert (copy.first.report, copy.second.report) == ("a", "b")
    assert a.passage(copy.first) == b.passage(copy.second) == LONG
    assert copy.similarity == 1.0


def test_an_editors_cut_is_bridged() -> None:
    """A few words taken out of the middle leave one passage, a little less alike."""
    cut = LONG.replace("shortly after midnight ", "")
    (copy,) = find_copies([report("a", LONG), report("b", cut)])
    assert len(copy.first) == len(LONG)
    assert 0.6 < copy.similarity < 1.0


def test_words_in_quotation_marks_are_no_copying() -> None:
    """Two reporters who hear one sentence do not copy from each other."""
    quoted = f'"{LONG}"'
    assert find_copies([report("a", quoted + " she said."), report("b", "He heard: " + quoted)]) == ()


def test_names_and_formulas_are_no_copying() -> None:
    """A run of names and titles stands in every report of an event."""
    line = "Prime Minister Ada Maria Holt of Norland and President Karl Otto Reiner of Sudland met in Port Amber"
    assert find_copies([report("a", line), report("b", line)]) == ()


def test_titles_and_boilerplate_are_not_compared() -> None:
    """A related story's title under both reports is the page's, not the writer's."""
    a = report("a", LONG, roles=["boilerplate"])
    assert find_copies([a, report("b", LONG)]) == ()


def test_a_shared_error_counts_for_much() -> None:
    """A Cyrillic letter inside an English word, in two captions, means one source of a short line."""
    plain = "At the great Harbour Сenter in the outer Amber bay, Norland"
    mixed = [report("a", plain, roles=["caption"]), report("b", plain, roles=["caption"])]
    clean = [report(r.id, r.text.replace("С", "C"), roles=["caption"]) for r in mixed]
    assert len(find_copies(mixed)) == 1
    assert find_copies(clean) == ()


@given(st.lists(st.sampled_from([LONG, "Rain fell.", LONG[40:], LONG[:90], "No words at all?"]), max_size=4))
@settings(deadline=None, max_examples=20)
def test_order_changes_nothing_and_spans_lie_in_their_reports(lines: list[str]) -> None:
    """Reports in another order give the same passages, whose words can be looked up."""
    reports = [report(f"r{n}", line, "And more.") for n, line in enumerate(lines)]
    found = find_copies(reports)
    assert found == find_copies(reports[::-1])
    by_id = {r.id: r for r in reports}
    for copy in found:
        assert by_id[copy.first.report].passage(copy.first)
        assert by_id[copy.second.report].passage(copy.second)
        assert 0.6 <= copy.similarity <= 1.0
