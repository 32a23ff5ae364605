"""The rules in the order of the report; each has a module and, beside it, its page, both of its name."""

from claimcheck.model.finding import Verdict
from claimcheck.rules.rule import PLAIN, Rule, State, Story

# The key under which copy-drift speaks of sentences that nobody writes twice; short ones may well be alike by chance.
COPIED = "copy"
# It speaks last: of what the others left.
JUDGED = "judged-conflict"
# Precedence: what a copied sentence has is said in the clearest words by copy-drift, except that another speaker is no
# other name; of what may be no copy, and of quotations, any other rule says it better.
_SPEAKER, _COPIED, _QUOTED, _ALIKE = PLAIN + 2, PLAIN + 1, PLAIN - 1, PLAIN - 2

# `least` of word rules: event_weights.toml says how many labelled pairs are that likely one event, and how many are. It
# is .85 for an agreement (of 324 labelled ones that no guard stops 320 are of one event), .5 where one denies what the
# other says (of 110 labelled ones from there on 37 are a difference, and 43 are one event of which a denial was
# misread). The others are not estimated: their rules ask who did it to whom, and speak too seldom (measured).
# From which probability on two values in conflict are told: of labelled conflicts, cross-validated by event, 44 of 76
# amounts are of one thing from .22 on and 13 of 70 from .15 to .22; 6 of 7 times from .35 on, 6 of 13 from .27 to .35,
# and 2 of 21 from .2 to .27.
RULES: tuple[Rule, ...] = (
    Rule("copy-drift",
         "Of two sentences that are nearly the same word for word, one has another figure, date, name or negation.",
         (Verdict.CONTRADICTION, Verdict.TENSION), measured=(1, 5),
         retells=True, rank=_ALIKE, ranks=((COPIED, _COPIED),)),
    Rule("quantity-mismatch",
         "Two sources give amounts of one thing that cannot both be right.",
         (Verdict.CONTRADICTION, Verdict.TENSION), on_values=True, least=0.22),
    Rule("comparison-conflict",
         'A comparison such as "longer than" and the figures of other sources cannot hold together, or only if ...',
         (Verdict.CONTRADICTION, Verdict.TENSION), on_values=True),
    Rule("date-mismatch", "Two sources date one event differently.",
         (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE), on_values=True, least=0.27,
         likely=0.35),
    Rule("swapped-roles", "Sources swap who did it and to whom it was done.",
         (Verdict.CONTRADICTION, Verdict.TENSION), in_words=True, least=0.7),
    Rule("role-conflict", "Two sources name different fillers of one role.", (Verdict.TENSION,), in_words=True),
    Rule("polarity-conflict",
         "One source says it happened, the other that it did not.",
         (Verdict.TENSION,), State.PREVIEW, (8, 35), in_words=True, wide=True, certainty=True, least=0.5),
    Rule("antonym-conflict", "Sources say of one thing what excludes each other.", (Verdict.TENSION,),
         State.PREVIEW, (4, 15), in_words=True, least=0.5),
    Rule("filler-conflict", "Sources name different doers of one deed.", (Verdict.TENSION,), measured=(0, 1),
         in_words=True, least=0.5),
    Rule("story-disputed", "Sources tell one story as fact, as unconfirmed, as denied or as untrue.",
         (Verdict.TENSION,), measured=(14, 20), in_words=True, sums_up=True),
    Rule("place-conflict", "Sources put one event in two places.", (Verdict.TENSION,), measured=(0, 3),
         in_words=True, least=0.5),
    Rule("left-open", "One source states what the other leaves open.", (Verdict.TENSION,), measured=(0, 3),
         certainty=True, least=0.55),
    Rule("certainty-drift", "One source states what another gives as alleged or possible.", (Verdict.TENSION,),
         measured=(1, 2), certainty=True),
    Rule("attribution-conflict", "The same words are given to two speakers.", (Verdict.TENSION,), rank=_SPEAKER),
    Rule("quote-drift", "A direct quotation has another figure, name, negation or word.", (Verdict.TENSION,),
         measured=(4, 5), retells=True, rank=_QUOTED),
    Rule("name-spelling", "A name is spelled differently.", (Verdict.TENSION,), measured=(6, 9)),
    Rule("rank-conflict", "One person has different ranks or posts.", (Verdict.TENSION,)),
    Rule("diverging-bounds", "Two bounds in one direction on one measure lie far apart.", (Verdict.TENSION,),
         State.PREVIEW, (1, 14), on_values=True, least=0.33),
    # Of the seven updates in our own stories three lay under .09: two of other things, and one that is told besides.
    Rule("count-update", "A running count has changed since the earlier report.", (Verdict.UPDATE,), least=0.09),
    # Of 210 agreements that two readers judged (docs/rule-precision.md) 13 of 15 on equal values were right from .6 to
    # .7. Of labelled pairs, which are harder, 24 of 31 equal amounts are of one thing there, 41 of 51 to .8, of unequal
    # ones (about, rounded, near a bound) 27 of 36 to .8 and 107 of 111 beyond; of unequal times (a day within a month)
    # 42 of 64 to .8 and 169 of 189 beyond.
    Rule("same-quantity", "Sources agree on an amount.", (Verdict.AGREEMENT,), least=0.7),
    Rule("same-date", "Sources agree on a date.", (Verdict.AGREEMENT,), least=0.7, least_unequal=0.8),
    Rule("same-name", "Sources name the same person, organisation or place.", (Verdict.AGREEMENT,)),
    Rule("same-event", "Sources agree that something happened, or that it did not.", (Verdict.AGREEMENT,),
         certainty=True, least=0.85),
    Rule("single-source", "Only one source says so.", (Verdict.SINGLE_SOURCE,), least=0.5),
    Rule(JUDGED, "A language model that you named (--judge) says that two statements exclude each other.",
         (Verdict.TENSION,)),
)

# Pairs of figures and times that are likelier one thing than this are looked at by some rule.
LEAST = min(rule.least for rule in RULES if rule.least)
# From this probability on an alarm is raised. weights.toml says how many labelled conflicts are that likely, and how
# many of these are one thing.
ALARM = next(rule.least for rule in RULES if rule.name == "quantity-mismatch")

__all__ = ["ALARM", "COPIED", "JUDGED", "LEAST", "RULES", "Rule", "State", "Story"]
