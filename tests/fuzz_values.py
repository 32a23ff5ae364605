"""python -m tests.fuzz_values [--n 50000] [--seed 1] [--megabytes 0.1]

Read many hostile texts for quantities and times: no exception, spans exact, a long line in linear time. Prints the
number of inputs and the slowest one; exits 1 on the first failure, with the text as a Python literal.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from datetime import datetime

from claimcheck.extract.timex_resolve import resolve
from claimcheck.extract.values import Values, read_values
from claimcheck.lexicon.bounds import bounds
from claimcheck.lexicon.calendar import calendar_words
from claimcheck.lexicon.numbers import number_words
from claimcheck.lexicon.units import currencies, units

NASTY = (
    "\0", "\u202e", "\u2066", "\u200d", "\u200b", "e\u0301", "\u0301\u0301", "👩‍👩‍👧", "İ", "ß", "ǅ", "٣", "२", "①",
    "²", "½", "\ufeff", "\r\n", "\n\n", "\u2028", "\u00a0", "\u202f", "9" * 40, "1" * 400, "0" * 30, "1,", "1.", "-",
    "–", "/", ":", "(", ")", "[", "“", "'", "’s", "%", "$", "£", "°", "#", "@x1", "https://a.b/1", "..", "\ud800",
)
REFERENCES = (None, datetime(1, 1, 1), datetime(2022, 1, 12), datetime(9999, 12, 31))
LONG = ("9", "1 ", "one ", "1,2", "and ", "between ", "at least ", "10 days and ", "$", "May ", "3 and ", "to ", "\0",
        "\u0301", "👩", "\u202e", "of the ", "3, ")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_values", description="Read hostile texts.")
    parser.add_argument("--n", type=int, default=50_000, help="number of short texts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--megabytes", type=float, default=0.1, help="length of each long line; 0 leaves them out")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    words = vocabulary()
    begin = time.process_time()
    slowest, characters = (0.0, ""), 0
    for _ in range(options.n):
        text = hostile(chance, words)
        started = time.process_time()
        fault = fault_in(text, chance.choice(REFERENCES))
        slowest = max(slowest, (time.process_time() - started, text))
        characters += len(text)
        if fault:
            print(f"{fault}: {text!r}", file=sys.stderr)
            return 1
    print(f"{options.n} texts, {characters} characters, {time.process_time() - begin:.0f} s: no fault; the slowest "
          f"took {slowest[0] * 1000:.0f} ms for {len(slowest[1])} characters")
    return long_lines(int(options.megabytes * 1_000_000)) if options.megabytes else 0


def vocabulary() -> tuple[str, ...]:
    """Every word of the lexicons, in an order of their own."""
    phrases = [*units().words, *units().signs, *currencies().words, *number_words().small, *number_words().tens,
               *calendar_words().months, *calendar_words().weekdays, *calendar_words().units]
    for table in (bounds().before, bounds().after, bounds().hedges):
        phrases += [phrase for some in table.values() for phrase in some]
    return tuple(sorted(set(phrases)))


def hostile(chance: random.Random, words: tuple[str, ...]) -> str:
    """Words of the lexicons, figures, hostile characters and any code points, glued or not."""
    makers = (
        lambda: chance.choice(words), lambda: chance.choice(NASTY),
        lambda: str(chance.randrange(10 ** chance.randrange(1, 9))),
        lambda: chr(chance.randrange(0x110000)), lambda: chance.choice(words).title(),
    )
    parts = [chance.choice(makers)() for _ in range(chance.randrange(1, 14))]
    return chance.choice((" ", " ", "", "-")).join(parts)


def fault_in(text: str, reference: datetime | None) -> str:
    """What is wrong with the reading of `text`; "" for nothing."""
    try:
        values = read_values(text)
        resolve(values.times, text, reference=reference)
    except Exception as error:  # the point of the exercise
        return f"{type(error).__name__}: {error}"
    return "a span that is not exact" if any(not _exact(text, s) for s in _spans(values)) else ""


def long_lines(size: int) -> int:
    """Lines of `size` and of a quarter of it: four times the length must take far less than sixteen times as long."""
    for piece in LONG:
        seconds = []
        for length in (size // 4, size):
            started = time.process_time()
            read_values(piece * (length // len(piece)))
            seconds.append(time.process_time() - started)
        print(f"{size} characters of {piece!r}: {seconds[1]:.1f} s, a quarter of it {seconds[0]:.1f} s", flush=True)
        if seconds[1] > 8 * max(seconds[0], 0.1):
            print("slower than linear", file=sys.stderr)
            return 1
    return 0


def _spans(values: Values) -> list[tuple[int, int]]:
    spans = [q.span for q in values.quantities] + [t.span for t in values.times] + [x.span for x in values.looks]
    return [(s.start, s.end) for s in spans]


def _exact(text: str, span: tuple[int, int]) -> bool:
    start, end = span
    return 0 <= start < end <= len(text) and text[start:end] == text[start:end].strip()


if __name__ == "__main__":
    sys.exit(main())
