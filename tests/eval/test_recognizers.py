"""How a case of the Recognizers counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.recognizers import cases_of, tally


def parser_case(text: str, words: str, timex: str, **value: str) -> dict[str, Any]:
    """Return a case of a Monday, 17 June 2024, in the form of a parser's file."""
    readings = {"Timex": timex, "FutureResolution": value, "PastResolution": value}
    result = {"Text": words, "Start": text.index(words), "Length": len(words), "Value": readings}
    return {"Input": text, "Context": {"ReferenceDateTime": "2024-06-17T00:00:00"}, "Results": [result]}


def write(folder: Path, *cases: dict[str, Any]) -> Path:
    """Write cases as the files have them."""
    path = folder / "cases.json"
    path.write_text(json.dumps(list(cases)), encoding="utf-8-sig")
    return path


@pytest.mark.parametrize(
    ("case", "right"),
    [
        (parser_case("It sank on May 3.", "May 3", "XXXX-05-03", date="2024-05-03"), True),
        (parser_case("It sank on May 3.", "May 3", "XXXX-05-03", date="2023-05-04"), False),
        (
            parser_case("It sank last week.", "last week", "2024-W24", startDate="2024-06-10", endDate="2024-06-17"),
            True,
        ),
        (parser_case("From May 3 to 5.", "May 3 to 5", "(,,P2D)", startDate="2024-05-03", endDate="2024-05-05"), True),
        (parser_case("It sank on Feb 30.", "Feb 30", "XXXX-02-30", date="0001-01-01"), True),
        (parser_case("It sank on Feb 28.", "Feb 28", "XXXX-02-30", date="0001-01-01"), False),
    ],
)
def test_a_case_is_right_when_the_days_are_the_same(tmp_path: Path, case: dict[str, Any], right: bool) -> None:
    """Ends may stand in or out of a range; where there is no day, none may be given."""
    assert [c.right for c in cases_of(write(tmp_path, case))] == [right]


def test_cases_of_the_whole_model_are_dates_and_ranges(tmp_path: Path) -> None:
    """Times and durations among them are no cases."""
    values = [{"timex": "XXXX-05-03", "type": "date", "value": "2024-05-03"}]
    found = {"Text": "may 3", "Start": 11, "End": 15, "TypeName": "datetimeV2.date", "Resolution": {"values": values}}
    case = {"Input": "It sank on May 3 at noon.", "Context": {"ReferenceDateTime": "2024-06-17T00:00:00"}}
    time = found | {"Text": "noon", "Start": 20, "TypeName": "datetimeV2.time"}
    (only,) = cases_of(write(tmp_path, case | {"Results": [found, time]}))
    assert only.words == "May 3"
    assert only.right


def test_every_case_counts_in_the_share_of_all(tmp_path: Path) -> None:
    """Kinds left out are told with their counts, and lower the share of all cases when they fail."""
    path = write(
        tmp_path,
        parser_case("It sank on May 3.", "May 3", "XXXX-05-03", date="2024-05-03"),
        parser_case("It sank two weeks ago.", "two weeks ago", "2024-06-03", date="2024-06-03"),
        parser_case("It sank on the 27.", "the 27", "XXXX-XX-27", date="2024-05-27"),
    )
    figures = tally(path).figures()
    assert figures["all_share"] == pytest.approx(1 / 3)
    assert figures["share"] == 1.0
    assert list(figures["other_convention"].values()) == ["0 of 1"]
    assert list(figures["unsupported"].values()) == ["0 of 1"]


def test_no_cases_give_no_share(tmp_path: Path) -> None:
    """A share of nothing is unknown."""
    assert tally(write(tmp_path)).figures()["all_share"] is None
