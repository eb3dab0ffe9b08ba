"""The charts of the page, each drawn twice: for a desk or a sheet of paper, and for a telephone."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

from attrs import frozen

from game.report import charts, elsewise, findings, funders
from game.report.drawing import Drawing, to_svg
from game.report.figures import Account, Debrief, Decision, Shift
from game.report.hindsight import WhatIf
from game.report.learnt import finding
from game.report.palette import PAPER
from game.wording.words import Words

PAGE: Final = 1000.0
"""Width of a chart across the whole page, in CSS pixels."""
COLUMN: Final = 560.0
"""Width of a chart that has a table beside it."""
PHONE: Final = 350.0

Chart = Callable[[float, float], Drawing]


@frozen
class Plate:
    """One chart as SVG, for wide and for narrow pages."""

    wide: str
    narrow: str
    chart: Chart
    """What draws it at any width and size of letters."""


def plate(uid: str, chart: Chart, width: float = PAGE) -> Plate:
    """Returns the chart drawn at a width and again for a telephone."""
    wide = to_svg(chart(width, 14), PAPER, uid)
    return Plate(wide, to_svg(chart(PHONE, 13), PAPER, f"{uid}-n"), chart)


def funds(decisions: Sequence[Decision], words: Words, width: float, text: float) -> Drawing:
    """Returns who paid for what was decided: the city and investors, each project in the order it was taken."""
    payers = (
        charts.Payer(words.say("funds.city"), "accent"),
        charts.Payer(words.say("funds.investors"), "economy"),
    )
    bought = [
        charts.Bought(each.chosen.title, (each.public, each.private))
        for each in decisions
        if each.chosen and each.public + each.private
    ]
    return charts.flows(payers, bought, words, findings.funds(decisions, words), width, text)


def _line(number: int, each: WhatIf, words: Words) -> str:
    """Returns what stands before the row of a what-if: its number in the list, the answer and its round."""
    key = "whatif.line" if each.what else "whatif.line_none"
    return words.say(key, number=words.whole(number), what=each.what, was=each.was, round=words.whole(each.round))


class Plates:
    """The charts of one debrief; each is named by what it shows."""

    def __init__(self, debrief: Debrief, words: Words) -> None:
        self.debrief = debrief
        self.words = words

    @cached_property
    def flags(self) -> list[charts.Flag]:
        """The turning points, as marks on the curves."""
        flags: dict[int, list[str]] = {}
        for account in self.debrief.turning_points:
            told = f"{account.name}\u00a0{charts.arrowed(account.shift.change, self.words)}"
            flags.setdefault(account.until, []).append(told)
        return [charts.Flag(until, self.words.whole(until), ", ".join(told)) for until, told in flags.items()]

    @property
    def marked(self) -> str:
        """What each mark on the curves stands for, to read below them."""
        say = self.words.say
        return " ".join(say("report.caption.mark", n=flag.label, told=flag.tip) for flag in self.flags)

    @cached_property
    def curves(self) -> Plate:
        """The five headlines over the rounds."""
        debrief, words, marks = self.debrief, self.words, self.flags
        title = findings.largest(debrief.series, words)
        return plate("curves", lambda w, t: charts.curves(debrief.series, marks, words, title, w, t))

    @cached_property
    def places(self) -> Plate:
        """The map, shaded by lived quality, with the decisions."""
        debrief, words, column = self.debrief, self.words, self.lived
        pins = [
            charts.Pin(chosen.district, words.whole(decision.round), chosen.tech, chosen.title)
            for decision in debrief.decisions
            if (chosen := decision.chosen)
        ]
        title = findings.where(debrief, column, words)
        return plate(
            "places",
            lambda w, t: charts.places(debrief.plan, debrief.districts, column, pins, words, title, w, t),
            COLUMN,
        )

    @property
    def lived(self) -> int:
        """The column of lived quality among a district's levels, or of the last headline it has."""
        return min(len(self.debrief.series), *(len(one.levels) for one in self.debrief.districts)) - 1

    def why(self, account: Account, uid: str) -> Plate:
        """The waterfall of an account."""
        title = findings.turn(account, self.words)
        return plate(uid, lambda w, t: charts.waterfall(account, self.words, title, w, t), COLUMN)

    @cached_property
    def radar(self) -> Plate:
        """The six dimensions."""
        title = findings.largest(self.debrief.dimensions, self.words)
        return plate("radar", lambda w, t: charts.radar(self.debrief.dimensions, self.words, title, w, t), COLUMN)

    @cached_property
    def mixture(self) -> Plate:
        """The shares of the visions."""
        title = findings.resemblance(self.debrief.compass, self.words)
        return plate("mixture", lambda w, t: charts.mixture(self.debrief.compass, self.words, title, w, t), 470)

    @cached_property
    def path(self) -> Plate:
        """The way across the compass."""
        title = self.words.say("report.compass.way")
        return plate("path", lambda w, t: charts.path(self.debrief.compass, self.words, title, w, t), 470)

    @cached_property
    def groups(self) -> Plate:
        """The groups' satisfaction before and after."""
        rows = [charts.Row(group.name, group.satisfaction) for group in self.debrief.groups]
        title = findings.people(self.debrief.groups, self.words)
        return plate("groups", lambda w, t: charts.slopes(rows, self.words, title, w, t), COLUMN)

    @cached_property
    def districts(self) -> Plate:
        """The districts' changes, headline by headline."""
        names = [one.name for one in self.debrief.series]
        title = findings.where(self.debrief, self.lived, self.words)
        return plate("districts", lambda w, t: charts.heat(self.debrief.districts, names, self.words, title, w, t))

    @cached_property
    def readings(self) -> Plate:
        """What the gauges do not show."""
        rows = [charts.Row(reading.name, reading.shift) for reading in self.debrief.readings]
        title = findings.largest(self.debrief.readings, self.words)
        return plate("readings", lambda w, t: charts.scores(rows, self.words, title, w, t))

    def map_of_causes(self, at: int) -> Plate:
        """The map of causes of that place on the wall."""
        story, words = self.debrief.maps, self.words
        assert story is not None
        drawn = story.maps[at]
        stations = [charts.Station(each.id, each.name, each.family) for each in story.measures]
        shafts = [charts.Shaft(each.from_id, each.to_id, each.strength, tip=each.told) for each in drawn.arrows]
        title = words.count("map.drawn_by", len(drawn.arrows), author=drawn.author)
        told = " ".join(each.told for each in drawn.arrows)
        return plate(f"map-{at}", lambda w, t: charts.ring(stations, shafts, title, told, w, t * 42, t))

    @cached_property
    def payoffs(self) -> Plate:
        """How close the city is to what each stakeholder wants."""
        rows = [charts.Row(payoff.stakeholder, payoff.score) for payoff in self.debrief.payoffs]
        title = findings.payoffs(self.debrief, self.words)
        return plate("payoffs", lambda w, t: charts.scores(rows, self.words, title, w, t))

    def role(self, at: int) -> Plate:
        """Where what a role follows stood before and after; the role is the one of that place."""
        gains, words = self.debrief.roles[at].gains, self.words
        rows = [charts.Row(gain.watched.name, gain.watched.shift) for gain in gains]
        title = findings.largest([gain.watched for gain in gains], words)
        return plate(f"role-{at}", lambda w, t: charts.scores(rows, words, title, w, t))

    @cached_property
    def rulers(self) -> Plate:
        """The score of the session by each ruler."""
        rows = [charts.Row(each.name, Shift(each.before, each.after)) for each in self.debrief.rulers]
        title = findings.rulers(self.debrief.rulers, self.words)
        return plate("rulers", lambda w, t: charts.scores(rows, self.words, title, w, t))

    @cached_property
    def what_ifs(self) -> Plate:
        """How the city would have ended with each other answer that tells something."""
        words, told = self.words, elsewise.sorted_out(self.debrief.what_ifs).telling
        rows = [
            charts.Line(_line(at, each, words), tuple(Shift(level.was, level.would) for level in each.gauges))
            for at, each in enumerate(told, 1)
        ]
        names, title = [level.name for level in told[0].gauges], elsewise.what_ifs(self.debrief.what_ifs, words)
        return plate("what-ifs", lambda w, t: charts.heat(rows, names, words, title, w, t))

    @cached_property
    def agreement(self) -> Plate:
        """What the room thinks of each seat's argument."""
        found, words = self.debrief.opinions, self.words
        assert found is not None
        title = findings.opinions(found, words)
        return plate("agreement", lambda w, t: charts.agreement(found, words, title, w, t))

    @cached_property
    def opinion_map(self) -> Plate:
        """Who seems to think alike."""
        found, words = self.debrief.opinions, self.words
        assert found is not None and found.grouping is not None
        grouping, title = found.grouping, findings.groups_of_opinion(found, words)[0]
        return plate("opinion-map", lambda w, t: charts.opinion_map(grouping, words, title, w, t), COLUMN)

    @cached_property
    def ways(self) -> Plate:
        """What each way of deciding makes of the same city."""
        assert self.debrief.otherwise is not None
        ways, words = self.debrief.otherwise.ways, self.words
        rows = [
            charts.Line(each.name, tuple(Shift(*pair) for pair in zip(ways.start, each.levels, strict=True)))
            for each in ways.played
        ]
        title = findings.ways(ways, words)
        return plate("ways", lambda w, t: charts.heat(rows, ways.measures, words, title, w, t))

    @cached_property
    def funds(self) -> Plate:
        """Who paid for what was decided."""
        return plate("funds", lambda w, t: funds(self.debrief.decisions, self.words, w, t))

    @cached_property
    def funding(self) -> Plate:
        """Which seats funded what, under a participatory budget."""
        found, words = self.debrief.funding, self.words
        assert found is not None
        title = funders.finding(found, words)
        return plate("funding", lambda w, t: charts.funding(found, words, title, w, t))

    @cached_property
    def purse(self) -> Plate:
        """The city's money."""
        title = findings.purse(self.debrief.budget, self.words)
        return plate("purse", lambda w, t: charts.purse(self.debrief.budget, self.words, title, w, t), COLUMN)

    @cached_property
    def learnt(self) -> Plate:
        """How far the room moved between two questionnaires."""
        found, words = self.debrief.learnt, self.words
        assert found is not None
        return plate("learning", lambda w, t: charts.learnt(found, words, finding(found, words), w, t))
