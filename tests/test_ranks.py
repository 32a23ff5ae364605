"""Ranks and posts beside a name."""

from __future__ import annotations

import pytest

from claimcheck.lexicon.ranks import ranks_beside


@pytest.mark.parametrize(
    ("before", "after", "rung"),
    [
        ("Police Lt. ", "", "lieutenant"), ("Lt Col. ", "", "lieutenant colonel"),
        ("Lieutenant Colonel ", "", "lieutenant colonel"), ("Brig. Gen. ", "", "general"), ("Sgt ", "", "sergeant"),
        ("Deputy Harbour Director ", "", "deputy director"), ("", ", deputy director of the port,", "deputy director"),
        ("Vice-Chairman ", "", "vice chairman"), ("", ", the airline's vice president for marketing", "vice president"),
        ("", ", the station's first female captain, said", "captain"), ("", ", a sergeant with the", "sergeant"),
        # Longer titles, other senses, what is over or to come, and letters that only case folding makes alike.
        ("Postmaster General ", "", ""), ("Inspector General ", "", ""), ("", ", the inspector general for the", ""),
        ("", ", a major donor to the party,", ""), ("former Deputy Port Director ", "", ""),
        ("", ", governor-elect of", ""), ("\u017fgt. ", "", ""),
    ],
)
def test_a_rank_stands_right_beside_the_name(before: str, after: str, rung: str) -> None:
    assert [name for _, name in ranks_beside(before, after)] == ([rung] if rung else [])
