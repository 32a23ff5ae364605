"""The rules in the order of the report; each has a module and, beside it, its page, both of its name."""

from claimcheck.model.finding import Verdict
from claimcheck.rules.rule import Rule, Story

RULES: tuple[Rule, ...] = (
    Rule("copy-drift",
         "Of two sentences that are nearly the same word for word, one has another figure, date, name or negation.",
         (Verdict.CONTRADICTION, Verdict.TENSION)),
    Rule("quantity-mismatch",
         "Two sources give amounts of one thing that cannot both be right.",
         (Verdict.CONTRADICTION, Verdict.TENSION)),
    Rule("comparison-conflict",
         'A comparison such as "longer than" and the figures of other sources cannot hold together, or only if ...',
         (Verdict.CONTRADICTION, Verdict.TENSION)),
    Rule("date-mismatch", "Two sources date one event differently.", (Verdict.CONTRADICTION, Verdict.TENSION)),
    Rule("role-conflict", "Two sources name different fillers of one role.", (Verdict.TENSION,), in_words=True),
    Rule("polarity-conflict",
         "One source says it happened, the other that it did not.",
         (Verdict.TENSION,), in_words=True),
    Rule("antonym-conflict", "Sources say of one thing what excludes each other.", (Verdict.TENSION,), in_words=True),
    Rule("filler-conflict", "Sources name different doers of one deed.", (Verdict.TENSION,), in_words=True),
    Rule("story-disputed", "One source calls untrue what another tells as fact.", (Verdict.TENSION,), in_words=True),
    Rule("place-conflict", "Sources put one event in two places.", (Verdict.TENSION,), in_words=True),
    Rule("left-open", "One source states what the other leaves open.", (Verdict.TENSION,)),
    Rule("certainty-drift", "One source states what another gives as alleged or possible.", (Verdict.TENSION,)),
    Rule("attribution-conflict", "The same words are given to two speakers.", (Verdict.TENSION,)),
    Rule("quote-drift", "A direct quotation has another figure, name, negation or word.", (Verdict.TENSION,)),
    Rule("name-spelling", "A name is spelled differently.", (Verdict.TENSION,)),
    Rule("rank-conflict", "One person has different ranks or posts.", (Verdict.TENSION,)),
    Rule("diverging-bounds", "Two bounds in one direction on one measure lie far apart.", (Verdict.TENSION,)),
    Rule("count-update", "A running count has grown since the earlier report.", (Verdict.UPDATE,)),
    Rule("same-quantity", "Sources agree on an amount.", (Verdict.AGREEMENT,)),
    Rule("same-date", "Sources agree on a date.", (Verdict.AGREEMENT,)),
    Rule("same-name", "Sources name the same person, organisation or place.", (Verdict.AGREEMENT,)),
    Rule("same-event", "Sources agree that something happened, or that it did not.", (Verdict.AGREEMENT,)),
    Rule("single-source", "Only one source says so.", (Verdict.SINGLE_SOURCE,)),
)

__all__ = ["RULES", "Rule", "Story"]
