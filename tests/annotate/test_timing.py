"""The day that a clause's words mean, by the tense of its verb in the tree; the report is of Wednesday, 14 May 2031."""

from __future__ import annotations

from datetime import date

import pytest

from tests.annotate.readings import annotated


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        (
            "The:DT:2:det ferry:NN:3:nsubj sailed:VBD:0:root on:IN:5:case Friday:NNP:3:obl .:.:3:punct",
            date(2031, 5, 9),
        ),
        (
            "The:DT:2:det ferry:NN:4:nsubj would:MD:4:aux sail:VB:0:root on:IN:6:case Friday:NNP:4:obl .:.:4:punct",
            date(2031, 5, 16),
        ),
        (
            "The:DT:2:det ferry:NN:4:nsubj could:MD:4:aux sail:VB:0:root on:IN:6:case Friday:NNP:4:obl .:.:4:punct",
            date(2031, 5, 16),
        ),
        (
            "The:DT:2:det ferry:NN:5:nsubj was:VBD:5:aux to:TO:5:mark sail:VB:0:root on:IN:7:case Friday:NNP:5:obl "
            ".:.:5:punct",
            date(2031, 5, 16),
        ),
        (
            "The:DT:2:det ferry:NN:5:nsubj was:VBD:5:cop not:RB:5:advmod late:JJ:0:root on:IN:7:case Friday:NNP:5:obl "
            ".:.:5:punct",
            date(2031, 5, 9),
        ),
    ],
)
def test_a_day_told_from_the_past_may_lie_ahead(sentence: str, day: date) -> None:
    """What would, could or was to happen has a day that is mostly still to come; what did happen has a past one."""
    (time,) = annotated(sentence).times
    assert time.moment.first == day
