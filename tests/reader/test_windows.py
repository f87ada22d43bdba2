"""Windows: nothing is left out, nothing is read twice, and segments of other kinds stay apart."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reader.reports import FERRY, make_report
from variorum.reader.windows import cut_windows, report_words


def test_words_keep_the_offsets_of_the_report() -> None:
    """Every word is the report's own characters, whatever stands before its segment."""
    report = make_report(("title", "Ferry aground"), *(("body", p) for p in FERRY))
    words = report_words(report)
    assert [report.text[a:b] for a, b in zip(words.start, words.end, strict=True)] == words.text
    assert words.text[:2] == ["Ferry", "aground"]


def test_only_neighbouring_body_segments_are_read_together() -> None:
    """A title, a caption and the body are three runs; two paragraphs of the body are one."""
    report = make_report(("title", "One"), ("body", "Two."), ("body", "Three."), ("caption", "Four"), ("body", "Five."))
    words = report_words(report)
    assert [words.run[words.text.index(w)] for w in ("One", "Two", "Three", "Four", "Five")] == [0, 1, 1, 2, 3]
    assert words.block[words.text.index("Two")] != words.block[words.text.index("Three")]


def test_a_blank_line_inside_a_segment_is_a_paragraph() -> None:
    """Text that came as one segment still has its paragraphs."""
    words = report_words(make_report(("body", "One here.\n\nTwo there.")))
    assert words.block == [0, 0, 0, 1, 1, 1]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(["body", "title"]), st.integers(1, 90)), max_size=12),
    st.integers(5, 60),
)
def test_every_word_is_kept_once(parts: list[tuple[str, int]], own: int) -> None:
    """However long its segments, each word of a report is in exactly one window, and no window is too long."""
    report = make_report(*((role, "word " * (n - 1) + "end.") for role, n in parts))  # type: ignore[misc]
    words = report_words(report)
    windows = cut_windows(words, own=own, context=10)
    kept = [i for w in windows for i in range(w.start, w.end)]
    assert kept == list(range(len(words.text)))
    assert all(w.end - w.start <= own and 0 <= w.start - w.context <= 10 for w in windows)
    assert all(words.run[w.context] == words.run[w.end - 1] for w in windows)


def test_windows_end_between_sentences() -> None:
    """A paragraph that is too long for one window is cut where a sentence may begin."""
    words = report_words(make_report(("body", "The wind rose over the bay. " * 12)))
    for window in cut_windows(words, own=20, context=10):
        assert words.text[window.start] == "The"
        assert words.text[window.context] == "The"
