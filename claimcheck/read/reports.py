"""Reports that claimcheck wrote itself. Beside the articles they are about they would be read as one more account."""

from __future__ import annotations

import re

from claimcheck.model.finding import Verdict

OWN = "a report that claimcheck wrote, and no article; leave it out"
# By so much of its beginning a report is known.
HEAD = 8_192
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_VERDICTS = "|".join(Verdict)
_COUNTED = r"[0-9,]+\s+(?:(?:contradiction|tension|update|agreement|failure)s?|in\s+one\s+source\s+only)"
_SIGN = r"[✖▲↻✔•X!~=*]"
_NONE = r"no\s+contradiction,\s+tension\s+or\s+update"
_END = r"[ ]*(?:\n|\Z)"
# How each format begins: text (of a story, of none), Markdown, page, recording, JSON, JSON Lines, SARIF, GitLab, JUnit,
# CSV, concise, GitHub.
_BEGINS = re.compile("|".join((
    rf"(?:(?:━━|==) [^\n]+\n\n)?[0-9,]+ documents?(?:\s+[·-]\s+(?:{_SIGN}\s+{_COUNTED}|{_NONE}))+{_END}",
    r"(?:(?:━━|==) [^\n]+\n\n)?[0-9,]+ documents?\s+Nothing\s+could\s+be\s+compared:",
    rf"[0-9,]+ (?:story|stories) checked: (?:{_COUNTED}(?:, {_COUNTED})*|no findings(?: in the [0-9,]+ that could be "
    rf"compared)?|nothing could be compared){_END}",
    r"# claimcheck\n(?:\n## [^\n]*\n)?\n[0-9,]+ (?:documents?|story|stories): ",
    r"<!(?:doctype|DOCTYPE) html>.{0,4000}?<meta name=\"generator\" content=\"claimcheck[ \"]",
    r"<svg class=\"rich-terminal\".{0,400}?\.report-[0-9a-f]{8}-",
    r"\{\s*\"schema\": [0-9]+,\s*(?:\"model\": .{0,2000}?\"documents\": \[|\"stories\": \[)",
    rf"\{{\"schema\": [0-9]+, \"story\": \"(?:[^\"\\]|\\.)*\", \"verdict\": \"(?:{_VERDICTS})\", ",
    r"\{\s*\"\$schema\": \"[^\"]+\",\s*\"version\": \"[^\"]+\",\s*\"runs\": \[\s*\{\s*\"tool\": \{\s*\"driver\": \{"
    r"\s*\"name\": \"claimcheck\"",
    rf"\[\s*\{{\s*\"description\": \"(?:{_VERDICTS}): (?:[^\"\\]|\\.)*\",\s*\"check_name\": ",
    r"(?:<\?xml [^>]*>\s*)?<testsuites name=\"claimcheck\"",
    r"story,finding,side,verdict,severity,rule,",
    rf"(?>[^\n]+: failure [^\n]+\n)*+[^\n]+:[0-9]+:[0-9]+: (?:{_VERDICTS}) [a-z-]+ [^\n]+\[[0-9a-f]{{16}}\]",
    rf"::(?:error|warning|notice) [^\n]*?title=(?:claimcheck(?: failure)?|(?:{_VERDICTS})%3A [a-z-]+)::",
)), re.DOTALL)


def is_own_report(text: str) -> bool:
    """Whether the text, or so much of its beginning as HEAD, is what some format of ours writes."""
    return _BEGINS.match(_COLOUR.sub("", text[:HEAD]).replace("\r\n", "\n")) is not None
