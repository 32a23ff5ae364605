"""Times of day: productions for `t.clock` (8:40 p.m.), `t.part` (morning) and `t.moment` (Tuesday at 8:40 p.m.)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract import timex_terms as t
from claimcheck.extract.grammar import GLUED, Place, Production, ahead, behind, kind, not_behind, opt, token
from claimcheck.extract.guard import NOT_SCORED
from claimcheck.extract.number import Number
from claimcheck.extract.timex_words import COUNTED, HALVES_OF_DAY, WORDS, capitalised, numeral
from claimcheck.extract.tokens import NUMERAL, WORD, Token
from claimcheck.model.value import Hedge, Relation

_MERIDIEM = frozenset(HALVES_OF_DAY)
_PARTS = frozenset(WORDS.parts)
_MOMENTS = {"noon": t.Clock(12, meridiem="pm"), "midday": t.Clock(12, meridiem="pm"), "midnight": t.Clock(0,
    meridiem="am")}
_PART_MERIDIEM = {"small hours": "am", "morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}
_PLACES = {"local", "eastern", "central", "mountain", "pacific"}
_CAPITAL_ZONES = WORDS.context["capital_zones"]


def _hour(n: Token) -> t.Clock:
    return t.Clock(int(n.text))


def _hour_minute(hour: Token, _: Token, minute: Token) -> t.Clock | None:
    return t.Clock(int(hour.text), int(minute.text)) if len(minute.text) == 2 else None


def _seconds(clock: t.Clock, _: Token, second: Token) -> t.Clock | None:
    return replace(clock, second=int(second.text)) if len(second.text) == 2 and clock.second is None else None


def _stopped(n: Token) -> t.Clock | None:
    """8.40"""
    hour, _, minute = n.text.partition(".")
    return _of_day(int(hour), int(minute))


def _of_day(hour: int, minute: int) -> t.Clock | None:
    """A day ends at 24.00, and with no minute behind it."""
    return t.Clock(hour, minute) if (hour < 24 and minute < 60) or (hour, minute) == (24, 0) else None


def _is_stopped(n: Token) -> bool:
    hour, _, minute = n.text.partition(".")
    return n.text.isascii() and hour.isdecimal() and minute.isdecimal() and len(hour) <= 2 and len(minute) == 2


def _compact(n: Token, *_: Token | None) -> t.Clock | None:
    """1140, 340, 0730"""
    hour, minute = int(n.text[:-2]), int(n.text[-2:])
    return _of_day(hour, minute)


def _is_compact(n: Token) -> bool:
    return n.text.isascii() and n.text.isdecimal() and len(n.text) in (3, 4)


def _meridiem(clock: t.Clock, word: Token) -> t.Clock | None:
    return replace(clock, meridiem=HALVES_OF_DAY[word.norm]) if clock.hour <= 23 and not clock.meridiem else None


def _short_meridiem(clock: t.Clock, word: Token, *_: Token | None) -> t.Clock | None:
    return replace(clock, meridiem="am" if word.norm == "a" else "pm") if 1 <= clock.hour <= 12 else None


def _word_hour(number: Number) -> t.Clock | None:
    return t.Clock(int(number.value)) if not number.digits and 1 <= number.value <= 12 else None


def _word_minutes(hour: t.Clock, _: Token | None, minute: Number) -> t.Clock | None:
    if hour.minute or minute.digits or not 5 <= minute.value <= 59:
        return None
    return replace(hour, minute=int(minute.value))


def _past(minutes: int, hour: t.Clock) -> t.Clock:
    return replace(hour, minute=minutes) if not hour.minute else _moved(hour, minutes)


def _moved(clock: t.Clock, by: int) -> t.Clock:
    total = (clock.hour * 60 + clock.minute + by) % (24 * 60)
    of_twelve = clock.meridiem or clock.hour == 1  # "a quarter to one"
    return replace(clock, hour=total // 60 or (12 if of_twelve else 0), minute=total % 60)


def _minutes(n: Number) -> int | None:
    return int(n.value) if 1 <= n.value <= 59 and n.value == int(n.value) else None


def _in_part(clock: t.Clock, *rest: Token | t.DayPart | None) -> t.Clock | None:
    """8 in the morning, 3 at night; the part settles what the figure leaves open."""
    part = rest[-1]
    assert isinstance(part, t.DayPart)
    if clock.meridiem or clock.hour > 12:
        return clock
    side = _PART_MERIDIEM.get(part.name)
    if part.name == "night" and (clock.hour == 12 or clock.hour < 5):
        side = "am"
    return replace(clock, meridiem=side) if side else None


def _part(word: Token) -> t.DayPart:
    return t.DayPart(WORDS.parts[word.norm])


def _early(word: Token, *rest: Token | t.DayPart | None) -> t.DayPart | None:
    part = rest[-1]
    assert isinstance(part, t.DayPart)
    piece = {"early": "early", "earlier": "early", "late": "late", "later": "late"}[word.norm]
    return None if part.piece else replace(part, piece=piece)


def _zoned(clock: t.Clock, *rest: Token | None) -> t.Clock | None:
    words = [w for w in rest if w is not None and w.norm not in "(),"]
    if clock.zone or not words or (words[0].norm in _CAPITAL_ZONES and not capitalised(words[0])):
        return None
    return replace(clock, zone=" ".join(w.text for w in words))


def _at(day: t.Term, *rest: Token | t.Term | None) -> t.Term | None:
    time = rest[-1]
    return _on(day, time) if isinstance(time, t.Clock | t.DayPart | t.Between | t.Limit) else None


def _of(time: t.Term, *rest: Token | t.Term | None) -> t.Term | None:
    day = rest[-1]
    return _on(day, time) if day is not None and not isinstance(day, Token) else None


def _on(day: t.Term, time: t.Term) -> t.At:
    """The part of the day settles what the figure leaves open: "five on Friday afternoon". "Two on Friday night" may be
    of either night."""
    if isinstance(day, t.At) and isinstance(day.time, t.DayPart) and isinstance(time, t.Clock):
        open_ = day.time.name == "night" and not 6 < time.hour < 12
        time = time if open_ else _in_part(time, day.time) or time
    return t.At(day, time)


def _clock_range(*found: Token | t.Clock | None) -> t.Between | None:
    low, high = (part for part in found if isinstance(part, t.Clock))
    return t.Between(low, high)


def _relation(word: Token) -> Relation:
    return _RELATIONS[word.norm]


def _hedged_clock(word: Token, clock: t.Clock) -> t.Hedged:
    return t.Hedged(_HEDGES[word.norm], clock)


def _open_place(after: Token | None) -> bool:
    """What may follow a bare hour: the end, or something that belongs to a time."""
    return after is None or after.norm in {".", "!", "?", "on", "tomorrow", "today", "tonight", "yesterday"}


def _open_or_when(after: Token | None) -> bool:
    return _open_place(after) or (after is not None and after.norm in {",", "when", "as"})


def _open_or_in(after: Token | None) -> bool:
    """ "At twenty to ten in the evening"."""
    return _open_or_when(after) or (after is not None and after.norm == "in")


def _is_full(clock: t.Clock) -> bool:
    """ "2400" and "0730", which are no years as "1940" may be."""
    return clock.hour == 24 or clock.hour < 10


def _it_was(tokens: Sequence[Token], at: int) -> bool:
    """ "It was 6.40 on Monday", "it was already 6.40 when"."""
    before = [t.norm for t in tokens[max(0, at - 3) : at] if t.norm not in {"already", "about", "around", "only"}]
    return before[-2:-1] == ["it"] and before[-1] in {"was", "is"}


def _behind_at(tokens: Sequence[Token], at: int) -> bool:
    """Behind "at", "at about", "since almost": not "rose from twenty to forty"."""
    before = next((t.norm for t in reversed(tokens[max(0, at - 3) : at]) if t.norm not in (*_HEDGES, *_ONLY)), "")
    return before in {"at", "since", "until", "till"}


def _shortly(tokens: Sequence[Token], at: int) -> bool:
    """Behind "shortly before", "just after"."""
    words = [t.norm for t in tokens[max(0, at - 2) : at]]
    return words[:1] in (["shortly"], ["just"], ["soon"]) and words[-1] in {"before", "after"}


def _no_time_left(tokens: Sequence[Token], at: int) -> bool:
    """No "with just 7:42 left in the half", nor "2:30 to play"; what stands behind "at" is a time."""
    before = next((t.norm for t in reversed(tokens[max(0, at - 3) : at]) if t.norm not in _ONLY), "")
    if before == "at":
        return True
    after = [t.norm for t in tokens[at + 3 : at + 5]]
    left = after[:1] == ["remaining"] or after in (["to", "play"], ["to", "go"])
    return not left and not (after[:1] == ["left"] and before == "with")


def _no_level(tokens: Sequence[Token], at: int) -> bool:
    """Not behind "stands at"."""
    return at < 2 or tokens[at - 2].norm not in WORDS.context["before_level"]


def _no_figure(word: Token | None) -> bool:
    return word is None or (word.norm not in COUNTED and word.kind != NUMERAL and word.norm not in _UNITS)


_UNITS = frozenset(WORDS.units)
_ONLY = {"about", "around", "just", "only", "under"}
_BESIDE_DAY = {"dawn", "dusk", "overnight", "small hours"}  # "before dawn Tuesday"
_HEDGES = {"about": Hedge.ABOUT, "around": Hedge.ABOUT, "approximately": Hedge.ABOUT, "roughly": Hedge.ABOUT,
           "circa": Hedge.ABOUT, "nearly": Hedge.NEARLY, "almost": Hedge.NEARLY}
_RELATIONS = {"before": Relation.BEFORE, "after": Relation.AFTER, "since": Relation.SINCE, "until": Relation.UNTIL,
              "till": Relation.UNTIL, "by": Relation.BY, "from": Relation.SINCE}
_TO = frozenset(("to", "-", "until", "till", "til", "through", "~"))
_DIGITAL_HOUR = token(NUMERAL, lambda n: numeral(n.text, 0, 24, 2))
_SIXTY = token(NUMERAL, lambda n: numeral(n.text, 0, 59, 2))
_TWELVE = token(NUMERAL, lambda n: numeral(n.text, 1, 12, 2))
_AT = opt({"at", "around", "about", ",", "for", "-", "from"})


CLOCK_PRODUCTIONS: tuple[Production, ...] = (
    Production("<h>:<mm>", "t.digital", (not_behind({":", "$", "£", "€"}), _DIGITAL_HOUR, GLUED, ":", GLUED, _SIXTY),
               _hour_minute),
    Production("<h>:<mm>:<ss>", "t.digital",
               (not_behind({"in", "of"}), kind("t.digital"), GLUED, ":", GLUED, _SIXTY), _seconds),
    Production("<h>:<mm>", "t.clock", (Place(_no_time_left), kind("t.digital")), lambda clock: clock),
    Production("T<h>:<mm>", "t.clock", (behind(lambda n: n is not None and n.kind == NUMERAL), "t", GLUED,
               kind("t.digital")),
               lambda _, clock: clock),
    Production("<h>.<mm>", "t.stopped", (token(NUMERAL, _is_stopped),), _stopped),
    Production("<hhmm>", "t.compact", (token(NUMERAL, _is_compact),), _compact),
    Production("<h>", "t.hour", (not_behind({"$", "£", "€", ":"}), _TWELVE), _hour),
    Production("<hour in words>", "t.wordhour", (kind("number.below100"),), _word_hour),
    Production("<hour in words> <minutes>", "t.wordhour", (kind("t.wordhour"), opt("-"), kind("number.below100")),
               _word_minutes),
    Production("<wordhour>", "t.hour", (kind("t.wordhour"),), lambda clock: clock),
    Production("<h> p.m.", "t.clock", (kind("t.hour"), _MERIDIEM), _meridiem),
    Production("<h>:<mm> p.m.", "t.clock", (kind("t.digital"), _MERIDIEM), _meridiem),
    Production("<h>.<mm> p.m.", "t.clock", (kind("t.stopped"), _MERIDIEM), _meridiem),
    Production("<hmm> p.m.", "t.clock", (kind("t.compact"), _MERIDIEM), _meridiem),
    Production("<h> p m", "t.clock", (kind("t.hour"), {"a", "p"}, opt("."), "m"), _short_meridiem),
    Production("<h>:<mm> p m", "t.clock", (kind("t.digital"), {"a", "p"}, opt("."), "m"), _short_meridiem),
    Production("<h>p", "t.clock", (kind("t.hour"), GLUED, {"a", "p"}), _short_meridiem),
    Production("<h>:<mm>p", "t.clock", (kind("t.digital"), GLUED, {"a", "p"}), _short_meridiem),
    Production("<h>.<pm>", "t.clock", (kind("t.hour"), GLUED, ".", GLUED, _MERIDIEM),
               lambda clock, _, word: _meridiem(clock, word)),
    Production("<h> o'clock", "t.clock", (kind("t.hour"), "o'clock"), lambda clock, _: clock),
    Production("<noon>", "t.clock", (frozenset(_MOMENTS),), lambda w: _MOMENTS[w.norm]),
    Production("<mid-day>", "t.clock", ("mid", opt("-"), {"day", "night"}), lambda _m, _h, w: _MOMENTS[
        "midday" if w.norm == "day" else "midnight"]),
    Production("<mid-morning>", "t.clock", ("mid", opt("-"), {"morning", "afternoon"}),
               lambda _m, _h, w: t.Clock(10 if w.norm == "morning" else 14)),
    Production("<midmorning>", "t.clock", ({"midmorning", "midafternoon"},),
               lambda w: t.Clock(10 if w.norm == "midmorning" else 14)),
    Production("<h>-ish", "t.clock", (kind("t.hour"), opt("-"), "ish"), lambda clock, *_: clock),
    Production("12 <noon>", "t.clock", (kind("t.hour", lambda c: c.hour == 12), frozenset(_MOMENTS)),
               lambda _, w: _MOMENTS[w.norm]),
    Production("half past <h>", "t.clock", ("half past", kind("t.oclock")), lambda _h, _p, hour: _past(30, hour)),
    Production("a quarter past <h>", "t.clock", (opt("a"), "quarter", {"past", "after"}, kind("t.oclock")),
               lambda _a, _q, _p, hour: _past(15, hour)),
    Production("a quarter to <h>", "t.clock", (opt("a"), "quarter", {"to", "before"}, kind("t.oclock")),
               lambda _a, _q, _t, hour: _moved(hour, -15)),
    Production("<n> quarters past <h>", "t.clock", ("three", opt("-"), "quarters past", kind("t.oclock")),
               lambda _t, _h, _q, _p, hour: _past(45, hour)),
    Production("<h>", "t.oclock", (kind("t.hour"),), lambda clock: clock),
    Production("<clock>", "t.oclock", (kind("t.clock", lambda c: not c.minute),), lambda clock: clock),
    Production("<n> minutes past <h>", "t.clock", (kind("cardinal"), opt({"minutes", "minute", "min", "mins"}), "past",
                                                   kind("t.oclock")),
               lambda n, _m, _p, hour: _past(m, hour) if (m := _minutes(n)) else None),
    Production("<n> minutes to <h>", "t.clock", (kind("cardinal"), {"minutes", "minute", "min", "mins"}, "to",
               kind("t.oclock")),
               lambda n, _m, _t, hour: _moved(hour, -m) if (m := _minutes(n)) else None),
    Production("twenty to <h>", "t.clock", (Place(_behind_at), "twenty", "to", kind("t.wordhour"),
                                            ahead(_open_or_in)),
               lambda _n, _t, hour: _moved(hour, -20)),
    Production("<h> in the <morning>", "t.clock", (kind("t.hour"), opt(","), "in", opt("the"),
                                                   kind("t.part")), _in_part),
    Production("<h>.<mm> in the <morning>", "t.clock", (kind("t.stopped"), "in", opt("the"), kind("t.part")), _in_part),
    Production("<h> at night", "t.clock", (kind("t.hour"), "at", kind("t.part")), _in_part),
    Production("<clock> in the <morning>", "t.clock", (kind("t.clock"), opt("in"), opt("the"), kind("t.part")),
               _in_part),
    Production("in the <afternoon> at <h>", "t.clock", (opt("in"), opt("the"), kind("t.part"), {"at", "around"},
                                                        kind("t.hour")), lambda *a: _in_part(a[-1], a[2])),
    Production("in the <afternoon> at <clock>", "t.clock", (opt("in"), opt("the"), kind("t.part"), opt({"at",
               "around"}),
                                                            kind("t.clock")), lambda *a: _in_part(a[-1], a[2])),
    Production("at <h>", "t.clock", (behind({"at", "around"}), Place(_no_level), kind("t.hour"), ahead(_open_place)),
               lambda clock: clock),
    Production("shortly before <h>", "t.clock", (Place(_shortly), kind("t.hour"), ahead(_open_or_when)),
               lambda clock: clock),
    Production("at <h>.<mm>", "t.clock", (behind({"at"}), kind("t.stopped"), ahead(_open_place)), lambda clock: clock),
    Production("it was <h>.<mm>", "t.clock", (Place(_it_was), kind("t.stopped"), ahead(_open_or_when)),
               lambda clock: clock),
    # Zones.
    Production("<clock> GMT", "t.clock", (kind("t.clock"), opt("("), WORDS.zones), _zoned),
    Production("<clock> local time", "t.clock", (kind("t.clock"), opt(","), token(WORD), opt("standard"), {"time",
               "timezone"}),
               lambda clock, comma, word, standard, time: _zoned(clock, word, standard, time)
               if capitalised(word) or word.norm in _PLACES else None),
    Production("<hhmm> GMT", "t.clock", (kind("t.compact"), WORDS.zones), _zoned),
    Production("<h>.<mm> GMT", "t.clock", (kind("t.stopped"), WORDS.zones), _zoned),
    *(Production(f"<{name}> Greenwich Mean Time", "t.clock", (kind(f"t.{name}"), "greenwich", opt("mean"), "time"),
                 lambda clock, *_: None if clock.zone else replace(clock, zone="GMT"))
      for name in ("clock", "stopped", "compact")),
    Production("<h>.<mm> local time", "t.clock", (kind("t.stopped"), {"local"}, "time"), _zoned),
    # Parts of the day.
    Production("<part of day>", "t.part", (_PARTS,), _part),
    Production("night-time", "t.part", ("night", "-", "time"), lambda *_: t.DayPart("night")),
    Production("the small hours", "t.part", ({"small", "early", "wee"}, "hours"), lambda *_: t.DayPart("small hours")),
    Production("later in the <part of day>", "t.alone", ({"early", "late", "later", "earlier"}, "in the",
               kind("t.part")),
               lambda w, _i, _t, part: _early(w, part)),
    Production("late <part of day>", "t.part", ({"early", "late"}, opt("-"), kind("t.part")), _early),
    # Ranges of the clock.
    Production("<clock> to <clock>", "t.clocks", (opt({"from", "between"}), kind("t.clock"), _TO | {"and"},
               kind("t.clock")),
               _clock_range),
    Production("<h> to <clock>", "t.clocks", (opt({"from", "between"}), not_behind({".", ","}), kind("t.hour"),
               _TO | {"and"},
                                              kind("t.clock", lambda c: bool(c.meridiem))), _clock_range),
    Production("between <h> and <clock>", "t.clocks", ({"from", "between"}, kind("t.hour"), _TO | {"and"},
               kind("t.digital")), _clock_range),
    Production("<clock> to <h>", "t.clocks", (opt({"from", "between"}), kind("t.clock"), _TO, kind("t.hour"),
               ahead(_no_figure)),
               _clock_range),
    Production("<h> to <h>", "t.hours", (opt({"from", "between"}), kind("t.hour"), _TO | {"and"}, kind("t.hour")),
               _clock_range),
    Production("<hhmm>-<hhmm>", "t.clocks", ("between", kind("t.compact"), {"-", "and"}, kind("t.compact")),
               lambda _b, low, _to, high: _clock_range(low, high) if min(low.hour, high.hour) < 10 else None),
    # A time on a day.
    Production("about <clock>", "t.when", (frozenset(_HEDGES), kind("t.clock")), _hedged_clock),
    Production("<clock>", "t.when", (kind("t.clock"),), lambda clock: clock),
    Production("<day> at <clock>", "t.moment", (kind("t.day"), _AT, opt({"at", "around"}), kind("t.clock")), _at),
    Production("<weekday abbreviated> at <clock>", "t.moment", (kind("t.wday"), _AT, kind("t.clock")), _at),
    Production("<day> at <h>", "t.moment", (kind("t.day"), {"at", "around", "about"}, kind("t.hour"),
               ahead(_no_figure)), _at),
    Production("<weekday abbreviated> at <h>", "t.moment", (kind("t.wday"), {"at", "around"}, kind("t.hour"),
                                                            ahead(_no_figure)), _at),
    Production("<clock> on <day>", "t.moment", (kind("t.clock"), opt({"on", ",", "of", "("}), opt({"the", "on"}),
               kind("t.day")), _of),
    Production("<hhmm> on <day>", "t.moment", (behind({"at"}), kind("t.compact", _is_full), "on", kind("t.day")), _of),
    Production("<h> on <day>", "t.moment", (behind({"at"}), Place(_no_level), kind("t.hour"), opt("on"), kind("t.day")),
               _of),
    Production("<day> <clocks>", "t.moment", (kind("t.day"), _AT, kind("t.clocks")), _at),
    Production("<day> <hours>", "t.moment", (kind("t.day"), kind("t.hours"), ahead(_no_figure)), _at),
    Production("<clocks> on <day>", "t.moment", (kind("t.clocks"), opt({"on", "of", ","}), kind("t.day")), _of),
    Production("<hours> on <day>", "t.moment", (NOT_SCORED, kind("t.hours"), {"on", "of"}, kind("t.day")), _of),
    Production("<hours> <today>", "t.moment", (kind("t.hours"), kind("t.today")), _of),
    Production("<day> <night>", "t.night", (kind("t.day"), opt("-"), kind("t.part")), _at),
    Production("<weekday abbreviated> <night>", "t.night", (kind("t.wday"), kind("t.part")), _at),
    Production("<day> in the <morning>", "t.night", (kind("t.day"), {"in", "at"}, opt("the"), kind("t.part")), _at),
    Production("<day> <am>", "t.night", (kind("t.day"), {"am", "pm"}),
               lambda day, w: t.At(day, t.DayPart("morning" if w.norm == "am" else "afternoon"))),
    Production("the <morning> of <day>", "t.night", (kind("t.part"), {"of", "on"}, opt("the"), kind("t.day")), _of),
    Production("the <small hours> of <Sunday morning>", "t.night",
               (opt("in"), opt("the"), kind("t.part", lambda p: p.name == "small hours"), {"of", "on"},
                kind("t.night")),
               lambda _i, _t, part, _o, night: t.At(night, part)),
    Production("<dawn> <day>", "t.night", (kind("t.part", lambda p: p.name in _BESIDE_DAY), kind("t.day")), _of),
    Production("in the <morning> of <day>", "t.night", ("in", "the", kind("t.part"), opt({"of", "on"}), opt("the"),
               kind("t.day")), lambda _i, _t, part, *rest: t.At(rest[-1], part)),
    Production("<night>", "t.moment", (kind("t.night"),), lambda night: night),
    Production("<stamp>", "t.moment", (kind("t.stamp"),), lambda at: at),
    Production("<night> at <clock>", "t.moment", (kind("t.night"), _AT, kind("t.clock")), _at),
    Production("<night> at <h>", "t.moment", (kind("t.night"), {"at", "around", "about"}, kind("t.hour"),
               ahead(_no_figure)), _at),
    Production("<clock> <night>", "t.moment", (kind("t.clock"), opt({"on", ","}), kind("t.night")), _of),
    Production("<h> <night>", "t.moment", (behind({"at"}), Place(_no_level), kind("t.hour"), opt(","), kind("t.night")),
               _of),
    Production("<night> <clocks>", "t.moment", (kind("t.night"), opt(","), kind("t.clocks")), _at),
    Production("<night> <hours>", "t.moment", (kind("t.night"), kind("t.hours")), _at),
    Production("<clocks> <night>", "t.moment", (kind("t.clocks"), opt("on"), kind("t.night")), _of),
    Production("<hours> <night>", "t.moment", (kind("t.hours"), opt("on"), kind("t.night")), _of),
    Production("<day> before <clock>", "t.moment", (kind("t.day"), opt(","), {"before", "after", "until", "by"},
               kind("t.clock")),
               lambda day, _, w, clock: t.At(day, t.Limit(_relation(w), clock))),
    # Standing alone.
    Production("in the <part of day>", "t.alone", ("in", opt("the"), kind("t.part", lambda p: p.name != "overnight")),
               lambda _i, _t, part: part),
    Production("at <dawn>", "t.alone", (behind({"at", "before", "after", "until", "by", "around", "during"}),
               opt("the"), kind("t.part")),
               lambda _t, part: part),
    Production("overnight", "t.alone", ("overnight",), lambda _: t.DayPart("overnight")),
    Production("<clock alone>", "t.alone", (kind("t.when"),), lambda clock: clock),
    Production("<clocks alone>", "t.alone", (kind("t.clocks"),), lambda clocks: clocks),
)
