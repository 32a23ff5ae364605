"""What stands around a value in its clause: the nearest event, its arguments, names and modality."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.phrases import phrases
from claimcheck.lexicon.predicates import words
from claimcheck.model.claim import Factuality
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.model.tree import ancestors, children, per_token, subtree

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBJECTS = ("dobj", "obj", "attr", "oprd", "dative")
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_QUOTES = frozenset("\"'“”‘’«»")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_NOTED = frozenset({"CD", ",", "CC", "SYM", "NFP"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "xcomp", "pcomp", "punct"})


@functools.lru_cache(maxsize=64)
def _places(parsed: ParsedSentence) -> tuple[list[int], list[int]]:
    """Where the tokens start, and where they end: both ascend."""
    return [t.span.start for t in parsed.tokens], [t.span.end for t in parsed.tokens]


def tokens_in(parsed: ParsedSentence, span: Span) -> tuple[Token, ...]:
    """Tokens that overlap a span, in the order of the text."""
    starts, ends = _places(parsed)
    return parsed.tokens[bisect_right(ends, span.start) : bisect_left(starts, span.end)]


def tokens_before(parsed: ParsedSentence, span: Span) -> tuple[Token, ...]:
    """Tokens in front of a span, in the order of the text."""
    return parsed.tokens[: bisect_right(_places(parsed)[1], span.start)]


def tokens_after(parsed: ParsedSentence, span: Span) -> tuple[Token, ...]:
    """Tokens behind a span, in the order of the text."""
    return parsed.tokens[bisect_left(_places(parsed)[0], span.end) :]


def exit_token(parsed: ParsedSentence, span: Span) -> Token | None:
    """The token of a span whose head stands outside it: the syntactic head of the whole phrase."""
    inside = tokens_in(parsed, span)
    members = {t.index for t in inside}
    leaving = [t for t in inside if t.head not in members or t.head == t.index]
    if leaving and all(t.pos == "ADP" for t in leaving):
        # The span begins with its preposition: "within one day".
        leaving = [o for p in leaving for o in children(parsed, p, "pobj") if o.index in members] or leaving
    heads = [t for t in leaving if t.pos in ("NOUN", "PROPN", "NUM", "SYM", "ADJ")] or leaving
    return heads[-1] if heads else None


@per_token
def governor(parsed: ParsedSentence, token: Token) -> tuple[Token, str] | None:
    """The next verb or noun above `token`, and the preposition that leads to it ("" for none)."""
    preposition = ""
    for above in ancestors(parsed, token):
        if above.pos == "ADP" or above.dep == "prep":
            preposition = preposition or above.lemma
        elif above.pos in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
            return above, preposition
    return None


@per_token
def verb_above(parsed: ParsedSentence, token: Token) -> Token | None:
    """The verb of the clause that `token` stands in."""
    if token.pos in ("VERB", "AUX"):
        return token
    return next((a for a in ancestors(parsed, token) if a.pos in ("VERB", "AUX")), None)


@per_token
def subject_of(parsed: ParsedSentence, verb: Token) -> Token | None:
    """The subject, borrowed from the verb that this one is coordinated with or that controls it."""
    seen: set[int] = set()
    while verb.index not in seen:
        seen.add(verb.index)
        found = children(parsed, verb, *SUBJECTS)
        if found:
            return _antecedent(parsed, verb, found[0])
        if verb.dep == "acl":
            return parsed.tokens[verb.head]
        if verb.dep not in ("conj", "xcomp", "advcl", "acomp"):  # "the trial is due to end"
            return _behind_participle(parsed, verb)
        verb = parsed.tokens[verb.head]
    return None


def _antecedent(parsed: ParsedSentence, verb: Token, subject: Token) -> Token:
    """For "the attack that killed ..." the attack."""
    if subject.tag in ("WDT", "WP") and verb.dep == "relcl":
        return parsed.tokens[verb.head]
    return subject


def _behind_participle(parsed: ParsedSentence, verb: Token) -> Token | None:
    """ "Born in Tarvo, Ohio, Anna Weil, who has died at 80, sang": the parser takes her for a name of the place."""
    return next((t for participle in children(parsed, verb, "advcl") if participle.index < verb.index
                 for t in subtree(parsed, participle) if t.dep in ("appos", "conj") and is_whom(parsed, t)), None)


def is_whom(parsed: ParsedSentence, name: Token) -> bool:
    """Does ", who" stand behind a name, so that it is that of a person?"""
    behind = [t.lemma for t in parsed.tokens[name.index + 1 : name.index + 3]]
    return name.pos == "PROPN" and behind == [",", "who"]


@per_token
def phrasal(parsed: ParsedSentence, verb: Token) -> str:
    """The concept of a verb that means something only with what hangs on it ("opened fire"), else ""."""
    known = phrases(verb.lemma.lower())
    if not known:
        return ""
    own = [t for t in children(parsed, verb) if t.dep not in SUBJECTS and t.index > verb.index]
    own += [o for p in own if p.dep in ("prep", "prt", "advmod") for o in children(parsed, p, "pobj", "prep", "pcomp")]
    hanging = {t.lemma.lower() for t in own}
    return next((name for rest, name in known if rest <= hanging), "")


def event_of(parsed: ParsedSentence, verb: Token) -> str:
    """The concept of what a verb says happens."""
    return phrasal(parsed, verb) or concept(verb.lemma)


@per_token
def core(parsed: ParsedSentence, noun: Token) -> Token:
    """What a phrase is really about: "the process of withdrawing troops" -> withdrawing."""
    for _ in range(4):
        if noun.lemma.lower() not in words("light_noun"):
            return noun
        inner = next((i for p in children(parsed, noun, "prep") if p.lemma == "of" for i in _objects(parsed, p)), None)
        inner = inner or next(iter(children(parsed, noun, "acl")), None)
        if inner is None:
            return noun
        noun = inner
    return noun


def _objects(parsed: ParsedSentence, preposition: Token) -> list[Token]:
    return children(parsed, preposition, "pobj", "pcomp")


def content_words(tokens: Iterable[Token], leave_out: Collection[int] = frozenset()) -> frozenset[str]:
    """Concepts of the content words, without the tokens whose indices are left out."""
    return frozenset(
        concept(t.lemma)
        for t in tokens
        if t.pos in _CONTENT
        and t.lemma.lower() not in words("stop")
        and any(c.isalpha() for c in t.text)
        and t.index not in leave_out
    )


def indices_in(parsed: ParsedSentence, spans: Iterable[Span]) -> frozenset[int]:
    """The indices of the tokens that overlap one of the spans."""
    return frozenset(t.index for span in spans for t in tokens_in(parsed, span))


def name_words(tokens: Iterable[Token]) -> frozenset[str]:
    """Lower-cased words of proper names, without titles and roles."""
    return frozenset(
        t.text.lower().rstrip(".")
        for t in tokens
        if t.pos == "PROPN"
        and t.text[:1].isupper()
        and t.text.lower().rstrip(".") not in cues("title")
        and t.text.lower() not in cues("role")
    )


@per_token
def clause_tokens(parsed: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """The verb's own clause, without the clauses below it."""
    return tuple(subtree(parsed, verb, without=_CLAUSES))


@per_token
def is_negated(parsed: ParsedSentence, verb: Token) -> bool:
    """Negation of the verb itself ("not", "no one") or by what it hangs on ("refused to go", "without going")."""
    own = children(parsed, verb)
    if any(t.text.lower() == "longer" and "no" in _left(parsed, t) for t in own):
        return True
    subjects = children(parsed, verb, *SUBJECTS)
    ahead = subjects[0].index if subjects else 0  # "not fewer than 40 houses burned": the parser hangs it on the verb
    if any(t.dep == "neg" and not _hedged_negation(parsed, t) and not (t.index < ahead and _bounds(parsed, t))
           for t in own):
        return True
    # Of two subjects the nearer one: "No change in Ostra: bankers kept the rate" denies nothing.
    if subjects and is_nobody(parsed, subjects[-1]):
        return True
    above = parsed.tokens[verb.head]
    if verb.dep == "pcomp":
        return _is_left_out(parsed, above)
    return verb.dep in ("xcomp", "ccomp") and _negated_from_above(parsed, verb, above)


def is_kept_from(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Decided against landing", "was kept from landing". How much was not to land may be so all the same."""
    preposition = parsed.tokens[verb.head]
    if verb.dep != "pcomp" or preposition.lemma not in ("against", "from"):
        return False
    above = parsed.tokens[preposition.head]
    return above.lemma in cues(f"stopped_{preposition.lemma}") and not is_negated(parsed, above)


def listed(parsed: ParsedSentence, first: Token) -> list[Token]:
    """The members of "A, B and C", each of which hangs on the one before it, or on the first."""
    found = [first]
    for token in found:
        found += [t for t in children(parsed, token, "conj") if t not in found]
    return found


@per_token
def is_nobody(parsed: ParsedSentence, noun: Token) -> bool:
    """ "nobody", "no one", "no passenger", "neither passenger", "none of the passengers"."""
    if any(t.lemma.lower() in ("virtually", "almost", "nearly", "practically") for t in children(parsed, noun)):
        return False
    if noun.lemma.lower() in ("nobody", "none", "nothing", "neither"):
        return not _excepts(parsed, noun)
    return any(t.lemma.lower() in ("no", "neither") and t.dep in ("det", "preconj") and not _bounds(parsed, t)
               and not _is_cited(parsed, t) for t in children(parsed, noun))


def _is_cited(parsed: ParsedSentence, word: Token) -> bool:
    """The "no" of "three “no” votes"."""
    beside = [t.text for t in parsed.tokens[max(0, word.index - 1) : word.index + 2]]
    return len(beside) == 3 and beside[0] in _QUOTES and beside[2] in _QUOTES


def _excepts(parsed: ParsedSentence, nobody: Token) -> bool:
    """ "Nothing but rice", "none other than Brandt"."""
    behind = [t.text.lower() for t in parsed.tokens[nobody.index + 1 : nobody.index + 3]]
    return behind[:1] == ["but"] or behind == ["other", "than"]


def _bounds(parsed: ParsedSentence, negation: Token) -> bool:
    """The "no" of "no fewer than 40 houses" belongs to the figure."""
    behind = parsed.tokens[negation.index + 1 : negation.index + 3]
    return [t.lemma.lower() for t in behind[1:]] == ["than"] and behind[0].text.lower() in ("fewer", "less", "more")


def _negated_from_above(parsed: ParsedSentence, verb: Token, above: Token) -> bool:
    """By a verb that says so, or a negation that reaches through a verb that lets it."""
    if above.lemma in cues("negative_adjective"):
        return True
    if verb.dep == "xcomp" and above.lemma in ("have", "be") and any(t.lemma == "yet" for t in children(parsed, above)):
        return True  # "has yet to sign"
    if verb.dep == "ccomp" and (verb.tag == "VBD" or children(parsed, verb, *SUBJECTS)):
        return False  # a clause of its own
    if above.lemma == "rule" and any(t.lemma == "out" for t in children(parsed, above)):
        return True
    copula = parsed.tokens[above.head] if above.dep == "acomp" else above
    negated = any(t.dep == "neg" for v in {above, copula} for t in children(parsed, v))
    if above.lemma in cues("negative_verb"):
        return not negated
    return negated and above.lemma in cues("passing")


def _is_left_out(parsed: ParsedSentence, preposition: Token) -> bool:
    """ "without landing", "instead of landing", "stopped short of landing", "came close to landing"."""
    if preposition.lemma in ("without", "instead"):
        return True
    if preposition.lemma == "to":
        return parsed.tokens[preposition.head].lemma in ("close", "near")
    return preposition.lemma == "of" and _left(parsed, preposition) in ("instead", "short")


def _left(parsed: ParsedSentence, token: Token) -> str:
    return parsed.tokens[token.index - 1].lemma.lower() if token.index else ""


def _hedged_negation(parsed: ParsedSentence, negation: Token) -> bool:
    """ "not only", "not just" do not deny."""
    after = negation.index + 1
    return after < len(parsed.tokens) and parsed.tokens[after].lemma in ("only", "just", "merely", "necessarily")


@per_token
def is_conditional(parsed: ParsedSentence, verb: Token) -> bool:
    """Inside a condition: "if", "unless", "whether" open the clause of the verb or one above it."""
    above = [verb, *(a for a in ancestors(parsed, verb) if a.pos in ("VERB", "AUX"))]
    above += children(parsed, verb, "advcl")
    return any(t.lemma.lower() in cues("conditional") for v in above for t in children(parsed, v, "mark", "prep"))


@per_token
def is_expected(parsed: ParsedSentence, verb: Token) -> bool:
    """What was to be expected or should have been, not what a speaker says will be."""
    auxiliaries = {t.lemma.lower() for t in children(parsed, verb, "aux")}
    above = parsed.tokens[verb.head]
    return (
        "should" in auxiliaries
        or verb.lemma in cues("expectation")
        or (verb.dep in ("xcomp", "ccomp") and above.lemma in cues("expectation"))
    )


def is_definite(parsed: ParsedSentence, noun: Token) -> bool:
    """ "The cap", "its ships", "those of May": one that is known."""
    beside = children(parsed, noun, "det", "poss")
    return any(t.dep == "poss" or t.lemma.lower() in DEFINITE for t in beside)


@per_token
def is_pluperfect(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Had been stolen"."""
    return any(t.lemma == "have" and t.tag == "VBD" for t in children(parsed, verb, "aux"))


@per_token
def is_perfect(parsed: ParsedSentence, verb: Token) -> bool:
    """The present perfect: "has run it for ten years"."""
    return any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in children(parsed, verb, "aux"))


@per_token
def is_able(parsed: ParsedSentence, verb: Token) -> bool:
    """ "Can carry 180", "is certified to carry 180": what may be, not what is."""
    able = verb.dep == "xcomp" and parsed.tokens[verb.head].lemma in cues("enabling")
    return able or any(t.lemma.lower() == "can" for t in children(parsed, verb, "aux"))


def place_words(parsed: ParsedSentence, tokens: Iterable[Token]) -> frozenset[str]:
    """Words of names behind a preposition of place, and their initials: "in Harrow", "in the United States"."""
    found: set[str] = set()
    for preposition in tokens:
        if preposition.dep == "prep" and preposition.lemma in ("in", "at", "near", "across", "outside", "off"):
            for noun in children(parsed, preposition, "pobj"):
                name = [t.text.lower() for t in [*children(parsed, noun, "compound"), noun] if t.pos == "PROPN"]
                found |= {word.replace(".", "") for word in name}
                if len(name) > 1:
                    found.add("".join(word[0] for word in name))
    return frozenset(found)


def is_note(parsed: ParsedSentence, span: Span) -> bool:
    """ "as studies show (3)", "won three titles (2009, 2011 and 2014)": figures alone in brackets."""
    before, after = _around_notes(parsed)
    starts, ends = _places(parsed)
    opened, closed = before[bisect_right(ends, span.start)], after[bisect_left(starts, span.end)]
    return (opened, closed) == ("-LRB-", "-RRB-")


@functools.lru_cache(maxsize=64)
def _around_notes(parsed: ParsedSentence) -> tuple[list[str], list[str]]:
    """For each place between tokens the tag of the last one before it, and of the first one behind it, that does not
    belong to a list of figures; "" for none."""
    before, after = [""], [""]
    for token in parsed.tokens:
        before.append(before[-1] if token.tag in _NOTED else token.tag)
    for token in reversed(parsed.tokens):
        after.append(after[-1] if token.tag in _NOTED else token.tag)
    return before, after[::-1]


@per_token
def certainty(parsed: ParsedSentence, verb: Token) -> Factuality:
    """Factuality of a verb by its auxiliaries, adverbs and the verbs above it; polarity is not looked at here."""
    while True:
        own = children(parsed, verb)
        lemmas = {t.lemma.lower() for t in own if t.dep in ("aux", "advmod", "mark")}
        unable = lemmas & {"could"} and any(t.dep == "neg" for t in own)
        if lemmas & (cues("possible") - {"will", "would"}) and not unable:
            return Factuality.POSSIBLE
        if lemmas & {"will", "would", "shall", "'ll"}:
            return Factuality.PLANNED
        above = parsed.tokens[verb.head]
        if verb.dep == "xcomp" and above.lemma in cues("planned"):
            return Factuality.PLANNED
        # "will open and serve" shares its future; "will open, and 45 were dismissed" does not.
        shares = verb.dep == "conj" and verb.tag not in ("VBD", "VBZ", "VBP") and not _own_tense(own)
        shares = shares or (verb.dep == "xcomp" and verb.tag == "VBG")  # "will start sailing"
        if not shares or above.head == verb.index:
            return Factuality.ASSERTED
        verb = above


def is_arranged(parsed: ParsedSentence, verb: Token) -> bool:
    """ "The council is to spend": still ahead, though it is settled. "Was to spend" says nothing of when."""
    above = parsed.tokens[verb.head]
    now = above.lemma == "be" and above.tag in ("VBZ", "VBP")
    return now and verb.dep == "xcomp" and any(t.tag == "TO" for t in children(parsed, verb, "aux"))


def _own_tense(own: Iterable[Token]) -> bool:
    return any(t.dep in ("aux", "auxpass") and t.tag in ("VBD", "VBZ", "VBP", "MD") for t in own)
