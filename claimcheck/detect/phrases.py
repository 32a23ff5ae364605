"""Nouns and clauses of a text as a reader is told of them: short, without figures and denials."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from claimcheck.detect.capitals import is_name, spelled
from claimcheck.detect.clause import SUBJECTS, is_nobody, subject_of, verb_above
from claimcheck.detect.measure import Setting, figures
from claimcheck.detect.predicate import is_passive
from claimcheck.detect.verb_words import doing_words, is_finite, participle_words, particles
from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.participles import gerund, noun_of
from claimcheck.lexicon.predicates import concepts_of, words
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.tree import ancestors, children, subtree

# More words than these, or more behind a preposition, make a sentence of a label.
_LONGEST, _BEHIND, _CLAUSE = 6, 4, 9
_BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "cc", "punct", "parataxis", "appos", "prep", "nummod",
                    "quantmod", "npadvmod", "mark", "intj", "advmod", "predet", "preconj", "neg", "dep"})
# They begin with another sound than letter.
_SOUNDING = ("hour", "honest", "honour", "heir", "uni", "use", "us", "eu", "one", "once")
_TITLES = frozenset({"Mr", "Ms", "Mrs", "Dr", "Mr.", "Ms.", "Mrs.", "Dr."})
# A label has no more columns, and does not end with a word that leads to another.
WIDEST = 64
_LEADING = frozenset({"of", "for", "by", "in", "at", "on", "to", "from", "with", "the", "a", "an", "and", "that"})
_ARTICLES = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "my", "our"})
_VAGUE = frozenset({"more", "fewer", "less", "other", "another", "further", "additional", "many", "several", "few",
                    "some", "no", "all", "each", "every", "both", "about", "such", "same", "last", "next",
                    "first", "own", "worth"})
# Each holds, or is cut from, one stuff.
_PIECES = frozenset({"bar", "bottle", "bowl", "bag", "barrel", "box", "bucket", "can", "carton", "crate", "cup",
                     "glass", "jar", "loaf", "lump", "packet", "piece", "sack", "sheet", "slice", "tin", "tube"})
_LOOSE = frozenset({"according", "because", "due", "amid", "than", "as", "despite", "including", "like", "without"})
_INTO = frozenset({"into", "onto"})
_LASTING = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_SAYING_LITTLE = frozenset({"now", "then", "still", "only", "just", "also", "so", "too", "ago", "not", "there"})
# What adjectives of degree measure.
DEGREES = {"wide": "width", "long": "length", "tall": "height", "high": "height", "deep": "depth",
           "thick": "thickness", "heavy": "weight", "late": "delay", "old": "age"}
PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i", "you", "who", "that", "which"})


def noun_words(setting: Setting, noun: Token | None, *, article: bool = False) -> str:
    """The noun with what narrows it, without figures: "third-quarter net profit", "price of the takeover"; "" for a
    pronoun. With `article` it keeps its own "the", "its", "a"."""
    if noun is None or noun.pos == "PRON":
        return ""
    parsed, values = setting.parsed, figures(setting)
    inside = subtree(parsed, noun, without=_BELOW, most=2 * _LONGEST)
    misplaced = {below.index for t in inside if _is_misplaced(parsed, t, noun) for below in subtree(parsed, t)}
    inside = [t for t in inside if t.index not in misplaced and (t is noun or not _counts(parsed, t, values))]
    told = [t for t in _with_hyphens(parsed, inside) if t.index not in values and not _is_filler(t, noun, article)]
    if noun.pos == "ADJ" and (whole := _whole_of(setting, noun)):
        return f"{spelled(told)} of {whole}"  # "the older of the mill's two machines"
    kept = [t for t in told if not (t.dep == "case" and t.head in values)]  # of "Saturday's premiere" the "'s" goes too
    if noun.lemma.lower() == "one" and noun.pos != "PROPN":
        return ""  # "a second one": the other one is named elsewhere
    while len(kept) > _LONGEST:
        kept.pop(0)
    if all(t.dep == "det" or t.text.lower() in _ARTICLES for t in kept):
        return ""  # "the first", "the 49-year-old", "their 14th"
    return " ".join(part for part in (_with_its_article(spelled(kept)), words_behind(setting, noun)) if part)


def _with_its_article(name: str) -> str:
    """ "An attempt" for "a first attempt", without the "first"."""
    first, _, rest = name.partition(" ")
    return f"{'an' if rest[0].lower() in 'aeiou' else 'a'} {rest}" if first in ("a", "an") and rest and (
        rest[0].islower() and not rest.startswith(_SOUNDING)) else name


def _whole_of(setting: Setting, part: Token) -> str:
    behind = [t for t in children(setting.parsed, part, "prep") if t.lemma == "of"]
    whole = next((o for t in behind for o in children(setting.parsed, t, "pobj")), None)
    return named_words(setting, whole)


def _is_misplaced(parsed: ParsedSentence, token: Token, noun: Token) -> bool:
    """The "final" of "a win over City in the Cup final", which the parser takes for an adjective of the win."""
    between = [t for t in children(parsed, noun, "prep") if noun.index < t.index < token.index]
    measured = token.lemma in DEGREES and token.index > noun.index  # "a lion eight metres long"
    return token.dep == "amod" and token.head == noun.index and (measured or bool(between))


def _is_filler(token: Token, noun: Token, article: bool) -> bool:
    if token.index == noun.index:
        return False
    low = token.text.lower()
    if token.tag == "WP$":
        return True
    if token.dep == "det" or (low in _VAGUE and token.head == noun.index):
        return not article or low in _VAGUE
    return token.pos == "PRON" and not (article and low in _ARTICLES)


def _counts(parsed: ParsedSentence, token: Token, values: Collection[int]) -> bool:
    """The storeys of "the 12-storey tower", which is no storey tower."""
    hyphen = parsed.tokens[token.index - 1].tag == "HYPH" if token.index > 1 else False
    return hyphen and token.index - 2 in values


def _with_hyphens(parsed: ParsedSentence, tokens: list[Token]) -> list[Token]:
    """The hyphens between two of the tokens are part of the word, and so is what stands in front of one: "the
    family-owned mill", "an all-new car"."""
    fronts = {t.index - 2 for t in tokens if t.index > 1 and parsed.tokens[t.index - 1].tag == "HYPH"}
    inside = {t.index for t in tokens} | {i for i in fronts if parsed.tokens[i].dep in _BELOW - {"punct"}}
    tokens = [parsed.tokens[i] for i in inside]
    between = [parsed.tokens[t.index + 1] for t in tokens if t.index + 2 in inside]
    return sorted((*tokens, *(t for t in between if t.tag == "HYPH")), key=lambda t: t.index)


def with_the(noun: Token, name: str) -> str:
    """With an article, unless it has one or needs none."""
    first, _, rest = name.partition(" ")
    if first in ("a", "an"):
        return f"the {rest}"
    owned = any(first.endswith(mark) for mark in ("'s", "’s")) and first[0].isupper()
    bare = noun.pos == "PROPN" or is_name(noun) or noun.tag in ("NNS", "VBG") or first in _ARTICLES or owned
    return name if bare else f"the {name}"


def words_behind(setting: Setting, token: Token) -> str:
    """A short phrase behind a noun or verb: "of the takeover", "in Velmar", "on board", "against"."""
    loose = _LOOSE - {"without"} if token.lemma == "be" else _LOOSE  # "were without electricity"
    for preposition in [p for p in children(setting.parsed, token, "prep") if p.text.lower() not in loose][:1]:
        below = _without_beside(token, subtree(setting.parsed, preposition, most=_BEHIND + 2))
        whole = len(below) > 1 or (token.pos == "VERB" and not _leads_to_figure(setting, preposition))
        whole = whole and not _is_aside(setting.parsed, token, below)
        short = whole and len(below) <= _BEHIND and preposition.index > token.index
        if short and not {t.index for t in below} & figures(setting):
            return spelled(below)
    return ""


def _leads_to_figure(setting: Setting, preposition: Token) -> bool:
    """ "Fell to minus six", "sat for two hours", which the parser hangs on something else."""
    behind = setting.parsed.tokens[preposition.index + 1 : preposition.index + 2]
    return any(t.tag in ("CC", "CD", "$") for t in behind)


def _is_aside(parsed: ParsedSentence, token: Token, below: list[Token]) -> bool:
    """ "The party, all from Leeds": a comma parts it from its noun."""
    return token.pos in ("NOUN", "PROPN") and any(t.text == "," for t in parsed.tokens[token.index : below[0].index])


def _without_beside(piece: Token, below: list[Token]) -> list[Token]:
    """Of "two bars of chocolate and water" what one piece holds: the water is beside the bars."""
    joined = next((t.index for t in below if t.dep == "cc"), None) if piece.lemma in _PIECES else None
    beside = [t for t in below if joined is not None and t.index >= joined]
    return below[: -len(beside)] if beside and all(t.dep in ("cc", "conj") for t in beside) else below


def named_words(setting: Setting, noun: Token | None) -> str:
    """A noun as what something is of, by or for: "the ring", "Ann Lee"; "" for a pronoun."""
    name = noun_words(setting, noun, article=True)
    return with_the(noun, name) if noun is not None and name else ""


def degree_words(setting: Setting, adjective: Token) -> str:
    """ "width of the ring" for "the ring is 20 km wide"."""
    verb = verb_above(setting.parsed, adjective)
    holder = subject_of(setting.parsed, verb) if verb is not None else None
    if adjective.dep == "amod":
        holder = setting.parsed.tokens[adjective.head]
    name, measured = named_words(setting, holder), DEGREES[adjective.lemma]
    return f"{measured} of {name}" if name else measured


def act_words(setting: Setting, verb: Token) -> str:
    """What happens where nobody is named who does it, as a noun phrase: "the arrest", "closing the plant", "being taken
    to hospital"; "" where the verb says nothing."""
    parsed = setting.parsed
    target = next(iter(children(parsed, verb, "dobj", "attr", "acomp", "oprd")), None)
    done_to = object_words(setting, target) if target is not None else ""
    if noun := noun_of(verb.lemma):
        noun, _, to = noun.partition(" ")
        whom = named_words(setting, target) if target is not None and target.dep == "dobj" and done_to else ""
        return f"the {noun} {to or 'of'} {whom}" if whom else f"the {noun}"
    if verb.lemma == "be" and target is not None and target.pos == "NOUN" and done_to:
        someone = concept(target.lemma) in concepts_of("human")
        return f"being {done_to}" if someone else named_words(setting, target)  # "it will be a parade"
    passive, behind = is_passive(parsed, verb), done_to or words_behind(setting, verb)
    passive = passive and not is_finite(parsed, verb)
    if not (behind or passive or particles(parsed, verb)):
        return ""
    doing = f"being {participle_words(parsed, verb)}" if passive else " ".join(
        (gerund(verb.lemma), *(t.text.lower() for t in particles(parsed, verb))))
    return " ".join(part for part in (doing, behind) if part)


def clause_words(setting: Setting, verb: Token, *, object_: bool = True) -> str:
    """Who does what, in the words of the text without figures and denials: "the bill was adopted"; "" where nobody
    does it. Where that is too long, what stands behind the object is left out, then what stands behind the subject, and
    then the object."""
    parsed = setting.parsed
    subject = doer_words(setting, verb)
    if not subject:
        return ""
    doing, done_to, target = _doing_what(setting, verb, object_=object_)
    whole = f"{subject} {doing} {done_to}".strip()
    if _is_too_long(whole) and (name := _bare_name(parsed, doer_of(parsed, verb))):
        subject = name  # "Joan Ferris has led the school", without what she is
        whole = f"{subject} {doing} {done_to}".strip()
    if _is_too_long(whole) and target is None and done_to.startswith(tuple(f"{word} " for word in _INTO)):
        done_to = _cut_behind_noun(setting, verb, done_to)  # "into the museum", without which it says something else
        whole = f"{subject} {doing} {done_to}".strip()
    if _is_too_long(whole) and target is not None and (tail := words_behind(setting, target)):
        done_to = done_to.removesuffix(tail).rstrip()  # "made a statement", which is more than "made"
        whole = f"{subject} {doing} {done_to}".strip()
    if _is_too_long(whole) and done_to and target is not None and (doer := doer_of(parsed, verb)) is not None:
        subject = subject.removesuffix(words_behind(setting, doer)).rstrip() or subject
        whole = f"{subject} {doing} {done_to}"
    if target is not None and done_to and verb.lemma in words("light"):  # "set fire to the barn"
        behind = words_behind(setting, verb)
        whole = f"{whole} {behind}" if behind and len(f"{whole} {behind}".split()) <= _CLAUSE else whole
    if object_ and (aim := _aim(setting, verb)) and len(f"{whole} {aim}".split()) <= _CLAUSE:
        return f"{whole} {aim}"
    whole = whole if len(whole.split()) <= _CLAUSE else f"{subject} {doing_words(parsed, verb)}"
    if len(f"whether {subject} {doing}") > WIDEST and (doer := doer_of(parsed, verb)) is not None:
        bare = subject.removesuffix(words_behind(setting, doer)).rstrip() or subject
        return f"{bare}{whole.removeprefix(subject)}"  # else the verb would be cut off
    return whole


def _cut_behind_noun(setting: Setting, verb: Token, phrase: str) -> str:
    """The phrase of a verb without what stands behind its noun."""
    wheres = (o for p in children(setting.parsed, verb, "prep") if p.text.lower() in _INTO
              for o in children(setting.parsed, p, "pobj"))
    return phrase.removesuffix(words_behind(setting, where)).rstrip() if (where := next(wheres, None)) else phrase


def _bare_name(parsed: ParsedSentence, doer: Token | None) -> str:
    """Somebody's name without the post in front of it; "" for others."""
    if doer is None or doer.entity != "PERSON":
        return ""
    name = (t for t in (*children(parsed, doer, "compound"), doer) if t.entity == "PERSON" or t.text in _TITLES)
    return " ".join(t.text for t in name)


def _is_too_long(clause: str) -> bool:
    return len(clause.split()) > _CLAUSE or len(clause) > WIDEST - len("whether ")


def _doing_what(setting: Setting, verb: Token, *, object_: bool) -> tuple[str, str, Token | None]:
    """The verb, what it is done to or how, and the object, if any: "gave", "the club a win"."""
    parsed = setting.parsed
    doing = doing_words(parsed, verb)
    objects = children(parsed, verb, "dobj", "attr", "acomp", "oprd") if object_ else []
    if any(t.tag in ("WP", "WDT") for t in objects):
        return doing, "something", None  # "what we know"
    target = next((t for t in objects if t.index > verb.index), None)
    done_to = object_words(setting, target) if target is not None else (
        words_behind(setting, verb) or (_into(setting, verb) if object_ else ""))
    whom = _behind_state(setting, verb, target) if target is not None and target.pos == "ADJ" else None
    if whom is not None and (name := object_words(setting, whom)):
        done_to, target = f"{done_to} {name}", whom
    given = next(iter(children(parsed, verb, "dative")), None) if target is not None else None
    if given is not None and given.pos in ("NOUN", "PROPN"):  # "gave the club a win"
        done_to = f"{object_words(setting, given)} {done_to}".strip()
    late = [t.text.lower() for t in particles(parsed, verb) if target is not None and t.index > target.index]
    if late and done_to and doing.endswith(last := f" {' '.join(late)}"):  # "lifted the walkers off"
        doing, done_to = doing.removesuffix(last), done_to + last
    if not done_to and verb.lemma == "be":  # "the thieves were inside"
        done_to = next((t.text.lower() for t in children(parsed, verb, "advmod")
                        if t.index > verb.index and t.pos == "ADV" and t.text.lower() not in _SAYING_LITTLE), "")
    return doing, done_to, target


def _behind_state(setting: Setting, verb: Token, state: Token) -> Token | None:
    """The banker of "shot dead the banker", whom the parser hangs on either word."""
    below = (*children(setting.parsed, verb, "dobj"), *children(setting.parsed, state, "dobj"))
    return next((t for t in below if t.index > state.index), None)


def _into(setting: Setting, verb: Token) -> str:
    """ "Into the museum of clocks", without which "broke" and "turned" say something else, however long it is."""
    for preposition in [p for p in children(setting.parsed, verb, "prep") if p.text.lower() in _INTO][:1]:
        where = next(iter(children(setting.parsed, preposition, "pobj")), None)
        name = object_words(setting, where) if where is not None and where.pos in ("NOUN", "PROPN") else ""
        return f"{preposition.text.lower()} {name}" if name else ""
    return ""


def _aim(setting: Setting, verb: Token) -> str:
    """ "to pay" of "ordered the bank to pay"."""
    below = [t for t in children(setting.parsed, verb, "xcomp") if t.tag == "VB"]
    aux = [a for t in below for a in children(setting.parsed, t, "aux") if a.lemma == "to"]
    target = next(iter(children(setting.parsed, below[0], "dobj")), None) if aux else None
    object_ = object_words(setting, target) if target is not None else ""
    return f"to {below[0].lemma} {object_}".strip() if aux else ""


def object_words(setting: Setting, token: Token) -> str:
    if token.pos in ("NOUN", "PROPN"):
        name = noun_words(setting, token, article=True)
        return "" if token.index in figures(setting) else name
    return "" if token.pos in ("NUM", "SYM") or token.index in figures(setting) else token.text.lower()


def doer_of(parsed: ParsedSentence, verb: Token) -> Token | None:
    """The subject; of "ordered the bank to pay" the bank."""
    above = parsed.tokens[verb.head]
    led = verb.dep == "xcomp" and above.pos == "VERB" and above.lemma != "spend"  # "spent the night filling sandbags"
    told = next(iter(children(parsed, above, "dobj")), None) if led else None
    own = children(parsed, verb, *SUBJECTS)
    if not own and _is_second_verb(parsed, verb):
        return subject_of(parsed, above)
    return told if told is not None and told.index < verb.index and not own else subject_of(parsed, verb)


def _is_second_verb(parsed: ParsedSentence, verb: Token) -> bool:
    """ "The ship found under the pier sank": the participle is taken for the verb of the ship, and its verb for what is
    found."""
    above = parsed.tokens[verb.head]
    below = verb.dep == "ccomp" and verb.tag == "VBD" and above.tag == "VBN" and above.index < verb.index
    return below and not children(parsed, above, "aux", "auxpass", "dobj") and not children(parsed, verb, "mark")


def so_much(setting: Setting, verb: Token, clause: str) -> str:
    """Behind a verb whose object is but a figure " so much" or " so many", without which it says something else: "the
    firm lost"; "" elsewhere."""
    target = next((t for t in children(setting.parsed, verb, "dobj") if t.index > verb.index), None)
    if target is None or any(t.span.overlaps(target.span) for t in setting.times):
        return ""  # "ended at half past midnight"
    if target.index not in figures(setting) or not clause.endswith(doing_words(setting.parsed, verb)):
        return ""
    if target.lemma in ("cent", "percent", "%") or target.pos == "ADJ":
        return ""  # "rents rose 38 per cent", "delivered the first"
    if verb.lemma == "turn":
        return " so old"
    if target.lemma in _LASTING:
        return " so long"
    many = target.pos == "NUM" and not children(setting.parsed, target, "quantmod", "nmod")
    return " so many" if many else " so much"


def doer_words(setting: Setting, verb: Token) -> str:
    subject = doer_of(setting.parsed, verb)
    if subject is None or is_of_another(setting.parsed, verb, subject):
        return ""
    either = children(setting.parsed, subject, "preconj")  # "neither the mayor nor the council"
    if is_nobody(setting.parsed, subject) and not either:
        below = noun_words(setting, subject)
        return f"any {below}" if below and subject.lemma.lower() not in ("nobody", "none", "one") else "anyone"
    if subject.tag in ("WDT", "WP", "EX") or (subject.pos == "PRON" and subject.tag != "PRP"):
        return ""
    if subject.pos == "PRON":
        return subject.text if subject.text == "I" else subject.text.lower()
    name = noun_words(setting, subject, article=True) if subject.pos != "VERB" else ""
    if any(t.tag == "WP$" for t in subtree(setting.parsed, subject)):
        clause = next((t for t in (verb, *ancestors(setting.parsed, verb)) if t.dep == "relcl"), None)
        return _owned(setting, setting.parsed.tokens[clause.head], name) if clause is not None else name
    one = subject.tag == "NN" and any(t.lemma.lower() == "one" for t in children(setting.parsed, subject, "nummod"))
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}" if one and name else name  # "one shot was fired"


def is_of_another(parsed: ParsedSentence, verb: Token, subject: Token) -> bool:
    """ "The director said the cases were old and were to be replaced": one director "were" nothing; and of "will reopen
    the crossing, closed since March", who reopens it was not closed."""
    if any(t.index == subject.index for t in children(parsed, verb, *SUBJECTS)):
        return False
    finite = parsed.tokens[subject.head]
    joined = next((t for t in (verb, *ancestors(parsed, verb)) if t.dep == "conj"), None)
    said = [] if joined is None else [joined, *children(parsed, joined, "aux", "auxpass")]
    many = any(t.text.lower() in ("were", "are", "have") for t in said)
    one = subject.tag in ("NN", "NNP") and not children(parsed, subject, "conj")
    if many and one and finite.lemma in cues("speech"):
        return True
    aside = verb.dep == "advcl" and verb.tag in ("VBN", "VBD") and parsed.tokens[verb.index - 1].text == ","
    return aside and verb.index > finite.index and bool(children(parsed, finite, "dobj"))


def _owned(setting: Setting, owner: Token, name: str) -> str:
    """ "The nurse's son" for "the nurse, whose son was hurt"."""
    whose = owner.text if owner.entity == "PERSON" else named_words(setting, owner)
    return f"{whose}' {name}" if whose.endswith("s") else f"{whose}'s {name}" if whose else name


def short(label: str) -> str:
    """The label without a word that stands there twice in a row and is no name, and with no more than so many columns:
    the last phrases are left out as a whole."""
    said = label.split(" ")
    kept = [word for before, word in pairwise(["", *said])
            if word.lower() != before.lower() or (word.istitle() and before.istitle())]
    while len(" ".join(kept)) > WIDEST:
        ends = [i for i, word in enumerate(kept) if i > 1 and word.lower() in _LEADING]
        kept = kept[: ends[-1] if ends else -1]
    while kept and len(kept) < len(said) and kept[-1].lower() in _LEADING:
        kept.pop()
    return " ".join(kept)
