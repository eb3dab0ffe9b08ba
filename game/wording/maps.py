"""A workshop's map of causes in words: its arrows, what changed between two maps, what the rules say of the same."""

from collections.abc import Iterable, Mapping

from game.city.explain import Parts
from game.city.model import Cause, CauseKind
from game.content.causalmap import Arrow, CausalMap, Change, Comparison, Turn, compared, names_on_maps
from game.content.maplinks import Against, against, common_with
from game.content.rulebook import Rulebook
from game.content.shapes import IndicatorId
from game.wording.teller import Teller
from game.wording.words import Words

Told = str


class MapTeller:
    """Tells maps of causes in one language."""

    def __init__(self, rules: Rulebook, words: Words) -> None:
        """Holds the rules whose names it needs and the words it speaks."""
        self.rules = rules
        self.words = words
        self.names: Mapping[IndicatorId, str] = {
            name: words.of(said) for name, said in names_on_maps(rules).items()
        }

    def ends(self, one: Arrow | Change) -> Told:
        """Returns what an arrow joins."""
        return self.words.say("cause.link", start=self.names[one.from_], end=self.names[one.to])

    def strength(self, strength: int) -> Told:
        """Returns a strength with its sign."""
        return self.words.signed(strength, 0)

    def arrow(self, arrow: Arrow) -> Told:
        """Returns an arrow as one sentence."""
        way = "up" if arrow.strength > 0 else "down"
        key = f"map.says.{way}.{abs(arrow.strength)}"
        return self.words.say(key, cause=self.names[arrow.from_], effect=self.names[arrow.to])

    def change(self, change: Change) -> Told:
        """Returns what became of an arrow, with its strengths."""
        before, after = self.strength(change.before), self.strength(change.after)
        return self.words.say(f"map.change.{change.turn.value}", ends=self.ends(change), before=before, after=after)

    def map_lines(self, drawn: CausalMap) -> list[Told]:
        """Returns a map: who drew it, then each arrow as a sentence with its strength."""
        head = self.words.count("map.drawn_by", len(drawn.arrows), author=drawn.author)
        return [head, *(f"  {self.strength(arrow.strength)}  {self.arrow(arrow)}" for arrow in drawn.arrows)]

    def comparison_lines(self, before: CausalMap, after: CausalMap) -> list[Told]:
        """Returns what changed from one map to another, the arrows that changed first."""
        found = compared(before, after)
        title = self.words.say("map.compared", before=before.author, after=after.author)
        return [title, *(f"  {line}" for line in self.changed(found)), self.common(found.common)]

    def changed(self, comparison: Comparison) -> list[Told]:
        """Returns each change as a line; how many arrows stayed as they were comes last."""
        lines = [self.change(change) for turn in CHANGES for change in comparison.of(turn)]
        kept = len(comparison.of(Turn.KEPT))
        return [*lines, *([self.words.count("map.kept", kept)] if kept else [])]

    def common(self, percent: int) -> Told:
        """Returns how much two maps have in common."""
        return self.words.say("map.common", share=self.words.percent(percent))

    def against_lines(self, drawn: CausalMap) -> list[Told]:
        """Returns a map held against the rules: where they agree, where they say the opposite, what each adds."""
        found = against(drawn, self.rules)
        lines = [self.words.say("map.against")]
        for key, named in self.against_parts(found):
            lines += [self.words.count(f"map.against.{key}", len(named)), *(f"    {name}" for name in named)]
        return [*lines, self.common(common_with(drawn, self.rules))]

    def against_parts(self, found: Against) -> list[tuple[str, list[Told]]]:
        """Returns the four parts of a comparison with the rules, each with its arrows in words."""
        theirs = [self.words.of(link.say) for link in found.theirs]
        opposed = [self.opposed(arrow) for arrow in found.opposed]
        return [
            ("agreed", [self._signed(arrow) for arrow in found.agreed]),
            ("opposed", opposed),
            ("ours", [self._signed(arrow) for arrow in found.ours]),
            ("theirs", theirs),
        ]

    def opposed(self, arrow: Arrow) -> Told:
        """Returns an arrow whose sign is not the rules', with the sentence of the rules."""
        link = next(each for each in self.rules.couplings if each.id == arrow.id)
        return self.words.say("map.opposed", ends=self._signed(arrow), rules=self.words.of(link.say))

    def _signed(self, arrow: Arrow) -> Told:
        return self.words.say("map.signed", ends=self.ends(arrow), strength=self.strength(arrow.strength))


CHANGES = (Turn.REVERSED, Turn.ADDED, Turn.DROPPED, Turn.STRONGER, Turn.WEAKER)
"""What became of an arrow, the most telling first."""


def share_lines(teller: Teller, parts: Parts, arrows: Mapping[str, int], largest: int) -> list[Told]:
    """Returns the causes that set a level apart, largest first; `teller` tells the game that ran on the map."""
    words = teller.words
    return [
        words.say("map.did_it", cause=cause_told(teller, cause, arrows), amount=words.change(amount, 1))
        for cause, amount in _largest(parts.items(), largest)
    ]


def cause_told(teller: Teller, cause: Cause, arrows: Mapping[str, int]) -> Told:
    """Returns a cause, and whether it is an arrow of the map, a link of the rules, or one that was missing."""
    told = teller.cause(cause)
    if cause.kind is not CauseKind.LINK:
        return told
    present = {link.id for link in teller.game.model.rules.couplings}
    whose = "ours" if cause.id in arrows else "theirs" if cause.id in present else "without"
    return teller.words.say(f"map.cause_{whose}", cause=told)


def _largest(parts: Iterable[tuple[Cause, int]], largest: int) -> list[tuple[Cause, int]]:
    return [(cause, amount) for cause, amount in parts if abs(amount) >= LEAST][:largest]


LEAST = 50
"""A twentieth of a point, in milli-points: below, a part shows as 0.0."""
