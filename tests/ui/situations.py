"""Every screen of the game in the situations that matter, for tests of what can be read and reached on them.

A new scene must be named here: `test_every_scene` fails on one that isn't.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen

from game.content.answersheets import AnswerSheet, When
from game.content.causalmap import Arrow, CausalMap, Moment
from game.content.keptsheets import keep
from game.content.load_questions import load_questions
from game.content.shapes import ProcedureId, ScenarioId
from game.content.tickets import tickets
from game.engine.moves import Draw, HideScores, Move, Poll, Proceed, Propose
from game.engine.phases import Phase
from game.engine.seating import Gather, Swap
from game.forgetting.anew import notes_file
from game.journal.entries import Branched, Header, MoveMade
from game.journal.file import Journal
from game.session import Session
from game.ui.blindspot.eyes import Look
from game.ui.debrief.pages import NEEDED
from game.ui.debrief.pages import PAGES as DEBRIEF
from game.ui.facilitator.desk import Freeze, Spotlight
from game.ui.learning.keeping import answers_file
from game.ui.planner.pages import PAGES as PLANNED
from game.ui.room import Room
from game.ui.scene import Change, Pop, Press, Push, Refused, Submit
from game.ui.scenes import SCENES
from game.ui.scenes.compare import PAGES as COMPARED
from game.ui.tabletop.table import Hold
from tests.engine.inventions import inventing
from tests.report.test_opinions import room as sheets_of
from tests.session.rooms import carry_on
from tests.session.rooms import session as kept_session
from tests.ui.hands import Hands
from tests.ui.rooms import Silent, everyone, play_until, session, stage

HEADER: Final = Header(
    ScenarioId("port-clair"), ProcedureId("majority"), 2, 7, (), {}, "0", "2026-01-01T10:00:00"
)
Then = Callable[[Hands], None]
EVERYONE: Final = everyone()
VOTED: Final = ("majority", "ranked", "experts", "budget", "consent")
PEOPLE: Final = ("residents", "river")
MAP: Final = CausalMap("la salle", (Arrow("prosperity", "affordability", -3), Arrow("sensing", "safety", 3)))
LATER: Final = CausalMap("la salle", (Arrow("prosperity", "affordability", -2), Arrow("sensing", "trust", -2)))


@frozen
class Played:
    """A session played until a phase of a round, by people and computer players."""

    phase: Phase = Phase.BRIEFING
    round: int = 1
    people: tuple[str, ...] = ()
    way: str = "majority"
    rounds: int | None = None
    seed: int = 7
    voting: bool = False
    """Whether the computer players have already voted."""
    moves: tuple[Move, ...] = ()
    """What has been moved since."""


@frozen
class Situation:
    """A screen, opened over a session, and what was done on it."""

    scene: str
    name: str
    played: Played | None = Played()
    then: Then = lambda hands: None
    args: dict[str, Any] = field(factory=dict)
    over: str = ""
    """The screen below."""

    def open(self, folder: Path) -> Hands:
        """Returns hands on the screen, in French at 1920 × 1080."""
        room = Room(folder, pace=0.5)
        if self.played is not None:
            room.hold(again(self.played))
        shown = stage(SCENES, room)
        if self.over:
            shown.open(self.over)
        shown.perform(Push(self.scene, self.args))
        hands = Hands(shown)
        self.then(hands)
        return hands


@cache
def _played(how: Played) -> Session:
    held = session(how.people, how.way, how.rounds, how.seed)
    play_until(held, how.phase, how.round)
    while how.voting and (chosen := held.bot_choice()):
        held.submit(chosen[1].move)
    for move in how.moves:
        held.submit(move)
    return held


def again(how: Played) -> Session:
    """Returns a session of one's own at that point; it is played only once."""
    return _played(how).as_it_stands()


def press(*keys: str) -> Then:
    """Returns what presses these keys one after another; one that ends in "…" is the first that begins so."""

    def pressed(hands: Hands) -> None:
        for key in keys:
            hands.press(hands.keys(key[:-1])[0] if key.endswith("…") else key)

    return pressed


def hold(**values: object) -> Then:
    """Returns what takes something in hand at the table."""
    return lambda hands: hands.stage.tell(Press("", Hold(values)))


def tell(heard: Any) -> Then:
    """Returns what tells the screen something."""
    return lambda hands: hands.stage.tell(heard)


def submit(*asked: object) -> Then:
    """Returns what the room is asked for, as the facilitator's controls do."""
    return lambda hands: [hands.stage.perform(Submit(each)) for each in asked] and None


def after(*each: Then) -> Then:
    """Returns what does several things in order."""
    return lambda hands: [one(hands) for one in each] and None


def _saved(hands: Hands) -> None:
    """Keeps a session on disk and a journal that can't be read, then opens the shelf."""
    room = hands.scene.room
    (room.folder / "2020-broken.jsonl").write_text("{no", encoding="utf-8")
    hands.press("watch")
    room.close()
    hands.stage.open("title")
    hands.press("resume")


def _tables(hands: Hands) -> None:
    """Keeps the journals of two tables on disk, and ticks both."""
    folder = hands.scene.room.folder
    for seed in (1, 2):
        table = kept_session(folder / f"2026-01-0{seed}-table.jsonl", seed, rounds=1)
        carry_on(table, 5)
        table.close()
    hands.stage.perform(Pop())
    hands.stage.perform(Push("tables"))
    for key in hands.keys("tick"):
        hands.press(key)


def _maps(hands: Hands) -> None:
    """Puts the maps of two moments on the wall."""
    others = CausalMap("les voisines", MAP.arrows)
    for drawn, moment in ((others, Moment.BEFORE), (MAP, Moment.BEFORE), (LATER, Moment.AFTER)):
        hands.scene.room.session.submit(Draw(drawn, moment))
    hands.stage.refresh()


def _polled(people: int) -> Then:
    """Returns what keeps the sheets of so many people and shows what they say."""

    def polled(hands: Hands) -> None:
        hands.scene.room.session.submit(Poll(tuple(sheets_of(people, 2, 1)[0])))
        hands.stage.refresh()
        hands.press("tabs:1")

    return polled


def _answered(*keys: str) -> Then:
    """Returns what keeps the sheets of a dozen people, opens the questionnaire again, and presses these keys."""

    def answered(hands: Hands) -> None:
        _filled_in(hands)
        hands.stage.perform(Pop())
        hands.stage.perform(Push("learning", {"page": "after"}))
        press(*keys)(hands)

    return answered


def _printed(hands: Hands) -> None:
    """Writes the sheets of the questionnaire, and waits for the way to their folder."""
    hands.press("print")
    hands.wait("open prints")


def _filled_in(hands: Hands) -> None:
    """Keeps the sheets of a dozen people, of before and of after."""
    asked, file = load_questions(), answers_file(hands.scene.room)
    numbers = {When.BEFORE: 1, When.AFTER: 3}
    keep(
        file,
        [
            AnswerSheet(ticket, when, {item.id: min(5, number + ticket % 2) for item in asked.items[4:]})
            for when, number in numbers.items()
            for ticket in tickets(12)[when is When.AFTER :]
        ],
        asked,
    )
    hands.stage.refresh()


def _half_typed(hands: Hands) -> None:
    """Types one whole sheet and one with a number that nobody has."""
    for place, (ticket, run) in enumerate((("101", "123012345123"), ("102", "1230"))):
        for name, written in (("ticket", ticket), ("run", run)):
            hands.click(f"{name} {place}")
            hands.type(written)


def _wait(work: str) -> Then:
    """Returns what waits until all that is worked out beside the frames is there."""

    def waited(hands: Hands) -> None:
        getattr(hands.scene, work).finish()
        hands.stage.tick(0.1)

    return waited


def _offered(hands: Hands) -> None:
    """Offers a deal in words and shows the ledger with it."""
    hands.press(f"to {EVERYONE[1]}")
    hands.press("gives word")
    hands.click("gives words")
    hands.type("Une place au conseil du quartier")
    hands.press("offer")


def _invented(*titles: str, moves: int = 5) -> Then:
    """Returns what invents answers to the challenge on the table; of the last one only so many moves are made."""

    def invented(hands: Hands) -> None:
        room = hands.scene.room
        for title in titles:
            made = inventing(room.session.game, room.session.state, PEOPLE[0], title=title)
            for move in made if title is not titles[-1] else made[:moves]:
                room.handle(move)
        hands.stage.refresh()

    return invented


def _debated(hands: Hands) -> None:
    """Invents an answer, proposes it, and opens the debate on it."""
    _invented("Le banc des voisins")(hands)
    session = hands.scene.room.session
    challenge = session.game.challenge(session.state.challenge)
    hands.scene.room.handle(Propose(PEOPLE[0], session.state.invented[0], challenge.district))
    hands.scene.room.handle(Proceed())
    hands.stage.refresh()


def _drafted(hands: Hands) -> None:
    """Writes an answer as far as it can be put to the room."""
    hands.click("write title")
    hands.type("Le banc des voisins")
    hands.click("write words")
    hands.type("Une heure par semaine, chacun réveille une cour d’immeuble : bancs, eau, ombre.")
    for key in ("tech low", "leaning human", "data aggregate", "touch safety", "touch literacy"):
        hands.press(key)
    hands.click("write records")
    hands.type("Le nombre de personnes à chaque heure")


def _lost(hands: Hands) -> None:
    """Opens the first of the powers that the table has lost."""
    hands.press(f"lost {hands.scene.room.session.state.lost[0]}")


def _wrong(hands: Hands) -> None:
    """Writes a number that no ballot can carry in each cell of the first row of papers."""
    seat = hands.scene.seats[0]
    for key in [key for key in hands.keys(f"cell {seat} ") if hands.node(key).role == "field"]:
        hands.click(key)
        hands.type("9")


def _weighed(hands: Hands) -> None:
    """Lets the room have said what counts for it before it played."""
    hands.scene.room.session.weights = (("ecology", 40), ("-surveillance", 35), ("worst_fifth", 25))
    hands.stage.top.build(hands.stage.frame)


def _elsewhere(hands: Hands) -> None:
    """Waits until what was chosen has been played."""
    hands.wait("done")


def _committed(hands: Hands) -> None:
    """Writes a sentence for one seat, and keeps one for another."""
    hands.click("commit residents")
    hands.type("Je demande où vont les images des caméras")
    hands.press("keep residents")
    hands.click("commit river")
    hands.type("J’en parle au conseil")


def _forgetting(hands: Hands) -> None:
    """Keeps a journal of the session, with a sentence in it, and asks to delete it."""
    session = hands.scene.room.session
    session.commitments = {"residents": "Je demande où vont les images des caméras"}
    session.journal = Journal(hands.scene.room.folder / "2026-01-01-port-clair-7.jsonl", HEADER)
    session.journal.close()
    hands.press("seat residents")
    hands.press("forget")


def _of_the_room(*keys: str) -> Then:
    """Returns what keeps a journal with a map, a branch and a note, turns to the room's page, and presses these."""

    def turned(hands: Hands) -> None:
        session, path = hands.scene.room.session, hands.scene.room.folder / "2026-01-01-port-clair-7.jsonl"
        session.journal = Journal(path, HEADER)
        session.journal.append(MoveMade(Draw(evolve(MAP, author="Zoé et Ahmed"), Moment.AFTER), ""))
        session.journal.append(Branched(1, "Si l’on avait choisi les arbres"))
        session.journal.close()
        notes_file(path).write_text("Redemander aux habitants.\n", encoding="utf-8")
        press("seat room", *keys)(hands)

    return turned


COMINGS: Final = (
    Gather(PEOPLE[0], ("Aïcha", "", "")), Swap(*PEOPLE, 2), Gather("cityhall", ("",)), Gather("cityhall", ()),
)  # fmt: skip
"""Two come late, two seats change places, and nobody is left at a third."""
VOICED: Final = Change({"voice": "voice"})
FORWARD: Final = Played(Phase.RESOLUTION, 4, way="mayor")
ENDED: Final = Played(Phase.ENDED, 6)
TALKING: Final = Played(Phase.DELIBERATION, 1, EVERYONE[:3])
PROPOSING: Final = Played(Phase.PROPOSAL, 1, PEOPLE)
MAPPED: Final = Played(Phase.ENDED, 9, way="mayor")
DEBATE: Final = Played(Phase.DELIBERATION, 2, PEOPLE)
MOVED: Final = evolve(DEBATE, moves=COMINGS)
TABLE: Final = (
    Situation("table", "people deliberate", DEBATE),
    Situation("table", "first briefing", Played(people=("cityhall",))),
    Situation("table", "people propose", Played(Phase.PROPOSAL, 1, ("cityhall", "residents"))),
    Situation("table", "a full room proposes", Played(Phase.PROPOSAL, 1, EVERYONE)),
    Situation("table", "computers propose", Played(Phase.PROPOSAL, 3)),
    Situation("table", "people vote", Played(Phase.DECISION, 2, PEOPLE)),
    Situation("table", "a mandate decides", Played(Phase.DECISION, 2, ("cityhall",), "mayor")),
    Situation("table", "an algorithm decides", Played(Phase.DECISION, 2, ("cityhall",), "algorithm")),
    Situation("table", "a budget is shared", Played(Phase.DECISION, 2, PEOPLE, "budget")),
    Situation("table", "resolution", Played(Phase.RESOLUTION, 3)),
    Situation("table", "later briefing", Played(Phase.BRIEFING, 4, way="mayor")),
    Situation("table", "reflection", Played(Phase.REFLECTION, 3)),
    Situation("table", "the end", ENDED),
    Situation("table", "lost powers", Played(Phase.ENDED, 6, way="algorithm"), hold(tab="seats")),
    Situation("table", "map tab", Played(Phase.PROPOSAL, 2, PEOPLE), hold(tab="map", district="centre")),
    Situation("table", "gauges tab", Played(Phase.RESOLUTION, 3), hold(tab="gauges")),
    Situation("table", "seats tab", DEBATE, hold(tab="seats")),
    Situation("table", "log tab", Played(Phase.RESOLUTION, 3), hold(tab="log")),
    Situation("table", "refused", DEBATE, tell(Refused(Silent()))),
    Situation("table", "with an answer of the room", PROPOSING, _invented("Le banc des voisins")),
    Situation("table", "with three of them", PROPOSING, _invented("Le banc des voisins", "Une nuit", "Le jeudi")),
    Situation("table", "an answer of the room debated", PROPOSING, _debated),
    Situation("table", "without scores", Played(Phase.RESOLUTION, 3), submit(HideScores())),
)
DIALOGS: Final = (
    *(Situation("table", f"role card of {seat}", DEBATE, hold(card=seat, revealed=True)) for seat in EVERYONE[::3]),
    *(
        Situation(
            "table", f"ballot, {way}", Played(Phase.DECISION, 1, ("cityhall",), way, voting=True), press("main step")
        )
        for way in VOTED
    ),
    *(Situation("table", f"way told, {way}", Played(way=way), press("way")) for way in ("algorithm", "consent")),
    Situation("table", "amending", Played(people=EVERYONE), press("main step", "propose …", "main step", "amend …")),
    Situation("table", "asking", Played(people=("cityhall",), way="mayor"), press("step circle-help")),
    Situation("table", "watching", Played(people=("cityhall",), way="algorithm"), press("step bot")),
    Situation("table", "frozen", DEBATE, submit(Freeze("Regardez-vous"))),
    Situation("table", "a seat in the light", DEBATE, submit(Spotlight("residents"))),
    Situation("table", "the clock", DEBATE, hold(clock=True)),
    Situation("table", "telling a count", Played(Phase.RESOLUTION, 1, ("cityhall",), "ranked"), press("count …")),
    Situation("table", "a lost power told", Played(Phase.ENDED, 6, way="algorithm"), _lost),
)
SHEETS: Final = (
    Situation("menu", "in a round", Played(Phase.RESOLUTION, 2), over="table"),
    Situation("menu", "at the start", over="table"),
    Situation("menu", "at the end", ENDED, over="table"),
    Situation("menu", "with a voice", Played(), lambda hands: hands.stage.perform(VOICED), over="table"),
    Situation("why", "this round", FORWARD, args={"headline": "quality"}, over="table"),
    Situation("why", "the session", FORWARD, args={"headline": "surveillance", "scope": "session"}, over="table"),
    Situation("why", "nothing moved", Played(Phase.PROPOSAL), args={"headline": "quality"}, over="table"),
    Situation("lives", "lived", FORWARD, args={"page": "lives"}, over="table"),
    Situation("lives", "heading", FORWARD, args={"page": "heading"}, over="table"),
    Situation("lives", "a seat's eyes", FORWARD, tell(Press("", Look("solidarity", open=True))), over="table"),
    *(
        Situation("account", of, FORWARD, args={"of": of, "seat": "solidarity"}, over="table")
        for of in ("lived", "displaced", "coherence")
    ),
    *(Situation("ledger", of, FORWARD, args={"of": of}, over="table") for of in ("money", "time")),
    *(Situation("compare", page, DEBATE, args={"page": page}, over="table") for page in COMPARED),
    Situation("compare", "an answer of the room", PROPOSING, _invented("Le banc des voisins"), over="table"),
    Situation("compare", "three of them", PROPOSING, _invented("Le banc", "Une nuit", "Le jeudi"), over="table"),
    Situation("made", "a dimension", FORWARD, args={"kind": "dimension", "of": "environment"}, over="table"),
    Situation("made", "a vision", FORWARD, args={"kind": "vision", "of": "ethic_human"}, over="table"),
    Situation("made", "a payoff", ENDED, args={"kind": "payoff", "of": "platform", "lifted": True}, over="table"),
    Situation("outlook", "the fifth round", Played(Phase.BRIEFING, 5, way="mayor", seed=4), over="table"),
    Situation("outlook", "a calm round", over="table"),
    Situation("recount", "one decision", ENDED, _wait("counting"), over="table"),
    Situation("recount", "a count told", ENDED, after(_wait("counting"), press("how runoff")), over="table"),
    Situation(
        "recount", "nobody was asked", Played(Phase.ENDED, 2, (), "algorithm", 2), _wait("counting"), over="table"
    ),
    Situation("deals", "a new deal", TALKING, press("gives answer"), over="table"),
    Situation("deals", "picking an answer", TALKING, press(f"to {EVERYONE[1]}", "gives answer"), over="table"),
    Situation("deals", "offered", TALKING, _offered, over="table"),
    Situation("deals", "at the end", ENDED, over="table"),
    Situation("inventing", "an answer to write", PROPOSING, _drafted, over="table"),
    Situation("inventing", "nothing can be written", over="table"),
    *(
        Situation("inventing", name, PROPOSING, after(_invented(*titles, moves=moves), hands_), over="table")
        for name, titles, moves, hands_ in (
            ("the first voice", ("Le banc des voisins",), 1, press("step:1")),
            ("two voices of three", ("Le banc des voisins",), 3, press("step:1", "voice Ana")),
            ("to be admitted", ("Le banc des voisins",), 4, press("step:2")),
            ("admitted", ("Le banc des voisins", "Une nuit sans voitures", "Le jeudi des clefs"), 5, press("step:2")),
        )
    ),
    *(
        Situation("papers", way, Played(Phase.DECISION, 1, EVERYONE[::2], way, voting=True), _wrong, over="table")
        for way in VOTED[::2]
    ),
    Situation("tables", "fewer than two", None, over="title"),
    Situation("tables", "two ticked", None, _tables, over="title"),
    Situation("glossary", "its words", over="table"),
    *(
        Situation("facilitator", page, FORWARD, press(f"pages:{at}"))
        for at, page in enumerate(("say", "seats", "shocks", "time", "notes"))
    ),
    Situation("facilitator", "people in the room", DEBATE, after(submit(*COMINGS), press("pages:5"))),
    Situation("facilitator", "first names", DEBATE, after(submit(*COMINGS), press("pages:5", f"name {PEOPLE[0]}"))),
    Situation("facilitator", "changing places", DEBATE, press("pages:5", f"swap {PEOPLE[0]}")),
    Situation("table", "people have come and gone", DEBATE, after(hold(tab="seats"), submit(*COMINGS))),
    Situation("facilitator", "over the table", DEBATE, args={"private": False}, over="table"),
    Situation("opinions", "typing", over="table"),
    Situation("opinions", "eight people", then=_polled(8), over="table"),
    Situation("opinions", "forty people", then=_polled(40), over="table"),
    Situation("weights", "before play", then=press("points economy-", "points economy-"), over="table"),
    Situation("weights", "once play has begun", FORWARD, over="table"),
    Situation("rulers", "three visions", ENDED, over="table"),
    Situation("rulers", "and the room", ENDED, _weighed, over="table"),
    Situation("whatif", "another answer", Played(rounds=2, phase=Phase.ENDED, round=2), _elsewhere, over="table"),
    Situation("whatif", "before any round", over="table"),
    Situation("commitments", "two kept", Played(Phase.ENDED, 2, PEOPLE, rounds=2), _committed, over="table"),
    Situation("recorded", "a seat of people", Played(Phase.ENDED, 2, PEOPLE, rounds=2), over="table"),
    Situation("recorded", "asking once", Played(Phase.ENDED, 2, PEOPLE, rounds=2), _forgetting, over="table"),
    Situation("recorded", "the room", Played(Phase.ENDED, 2, PEOPLE, rounds=2), _of_the_room(), over="table"),
    Situation(
        "recorded", "the whole session", Played(Phase.ENDED, 2, PEOPLE, rounds=2), _of_the_room("delete session"),
        over="table",
    ),
    Situation("learning", "before", over="table"),
    Situation("learning", "a number", then=press("ask"), over="table"),
    Situation("learning", "a question", then=press("ask", "go"), over="table"),
    Situation("learning", "a statement", then=press("ask", "go", *["answer 1"] * 4), over="table"),
    Situation("learning", "thanks", then=press("ask", "go", *["skip"] * 12), over="table"),
    Situation("learning", "a number asked", then=_answered("ask"), over="debrief"),
    Situation("learning", "erasing", then=_answered("erase"), over="debrief"),
    Situation("learning", "what they say", ENDED, _answered("page:2"), over="debrief"),
    Situation("learning", "printed", then=_printed, over="table"),
    Situation("learning", "typing in", then=after(press("type"), _half_typed), over="table"),
    Situation("ways", "all seven", Played(rounds=2), _wait("playing"), over="table"),
)
PAGES: Final = (
    Situation("title", "first", None),
    Situation("title", "settings", None, press("settings")),
    Situation("title", "saved sessions", None, _saved),
    Situation("title", "with sessions kept", None, after(_saved, press("close"))),
    Situation("planner", "as proposed", None, _wait("reading")),
    *(Situation("planner", page, None, press(f"pages:{at}")) for at, page in enumerate(PLANNED) if at),
    Situation("planner", "paper, half a day", None, press("length:2", "devices:1", "audience:1", "people+")),
    Situation("planner", "another city, kept", None, after(_wait("reading"), press("city nordhamn", "keep"))),
    Situation("seats", "as proposed", None),
    Situation("seats", "all that can be chosen", None, press("advanced", "who river:1", "way budget")),
    Situation("seats", "a rule pack", None, press("rules techno-optimist")),
    Situation("assumptions", "as they are", FORWARD, over="table"),
    Situation("assumptions", "a link tried", FORWARD, press("erase …"), over="table"),
    Situation("assumptions", "a link read", FORWARD, press("read …"), over="table"),
    *(
        Situation("causes", name, MAPPED, after(_maps, press(f"view:{at}")), over="table")
        for at, name in enumerate(("before", "during", "after", "rules", "changes", "beside"))
    ),
    Situation("causes", "without a session", None, over="title"),
    Situation("causes", "choosing a cause", MAPPED, after(_maps, press("view:0", "cause")), over="table"),
    Situation("causes", "loading", MAPPED, after(_maps, press("view:0", "load")), over="table"),
    Situation("ending", "what the city has become", ENDED),
    Situation("debrief", "frozen", ENDED, submit(Freeze("Regardez-vous"))),
    Situation("ending", "hardly anything decided", Played(Phase.ENDED, 2, EVERYONE, rounds=2)),
    *(
        Situation("debrief", name, Played(Phase.ENDED, 2, rounds=2), press(f"page:{at}"))
        for at, name in enumerate(each for each in DEBRIEF if each not in NEEDED)
    ),
    Situation("debrief", "who sat where", MOVED, press("page:9")),
    Situation("debrief", "what was learnt", Played(Phase.ENDED, 2, rounds=2), after(_filled_in, press("page:9"))),
    Situation("debrief", "who funded what", Played(Phase.ENDED, 2, rounds=2, way="budget"), press("page:7")),
)
REGISTRY: Final = (*PAGES, *TABLE, *DIALOGS, *SHEETS)
"""Each scene's first situation stands for it where all combinations are tried."""
