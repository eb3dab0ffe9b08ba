"""The rule pack of a session, told: whose thesis it is, what it has otherwise, which claims of the paper it breaks."""

from hashlib import sha256
from itertools import groupby
from typing import Final

from game.city.claims import Finding, tried
from game.content.load_claims import load_claims
from game.content.rulebook import Rulebook
from game.report.figures import Differing, RulePack
from game.session import Session
from game.wording.packs import differing, signed
from game.wording.teller import Teller
from game.wording.words import Words

LINKS: Final = ("link", "new_link", "no_link")
_TRIED: Final[dict[str, tuple[Finding, ...]]] = {}
"""Rules tried so far, by their digest: two tenths of a second each, and always the same answer."""


def departing(rules: Rulebook) -> tuple[Finding, ...]:
    """Returns the claims of the paper that do not hold under some rules, tried once for each rulebook."""
    key = sha256(repr(rules).encode()).hexdigest()
    if key not in _TRIED:
        loaded = load_claims(rules)
        findings = tried(loaded.reference, rules, loaded.claims)
        _TRIED[key] = tuple(finding for finding in findings if not finding.holds)
    return _TRIED[key]


def rule_pack(session: Session, words: Words) -> RulePack | None:
    """Returns what a session's rules have otherwise than the paper's, None when they are the paper's."""
    if session.pack is None:
        return None
    applied, teller = session.pack.applied, Teller(session.game, words)
    sources = {**applied.rulebook.sources, **applied.pack.sources}
    return RulePack(
        words.of(applied.pack.name),
        words.of(applied.pack.about),
        words.of(applied.pack.author),
        tuple(
            Differing(
                tuple(differing(each, teller) for each in (first, *others)),
                words.of(first.because),
                words.of(sources[first.source]) if first.source else "",
                first.name if first.part in LINKS else "",
                signed(first.was, words) if first.part in LINKS and first.was is not None else "",
            )
            for _, (first, *others) in groupby(applied.departures, key=lambda each: each.because)
        ),
        tuple((finding.name, words.of(finding.describe)) for finding in departing(applied.rulebook)),
    )
