"""The blind spot on screen: what everyone may see, what a seat sees alone, what the facilitator lifts."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from attrs import evolve

from game.content.reveals import Reveal as Showing
from game.engine.moves import Cover, Reveal
from game.engine.phases import Phase
from game.engine.seating import Seat
from game.session import begin
from game.ui.blindspot.eyes import OPEN_FOR, Eyes, Look
from game.ui.blindspot.heading import axes
from game.ui.room import Room
from game.ui.scene import Key, Press, Push, Submit
from game.ui.scenes import SCENES
from game.ui.scenes.lives import PAGES
from game.wording.words import words_in
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, play_until, room, shipped, stage

Opened = Callable[..., Hands]
READINGS = ("lived", "equity", "worst_fifth", "displaced", "human_share", "coherence", "dependency")


@pytest.fixture
def lives(tmp_path: Path) -> Opened:
    """Returns a maker of the sheet over a table played until a round."""

    def made(
        round_: int = 4, size: tuple[int, int] = (1920, 1080), language: str = "fr", text: float = 1.0,
        phase: Phase = Phase.RESOLUTION, lifted: tuple[str, ...] = (), scene: str = "lives", **args: str,
    ) -> Hands:  # fmt: skip
        held = room(tmp_path, procedure="mayor")
        play_until(held.session, phase, round_)
        for of in lifted:
            held.session.submit(Reveal(of))
        shown = stage(SCENES, held, size, language, text=text)
        shown.open("table")
        shown.perform(Push(scene, dict(args)))
        return Hands(shown)

    return made


def shows(hands: Hands, of: str) -> bool:
    """Tells whether a reading stands on screen with its level: it can then be asked why."""
    return f"why {of}" in hands.keys("why ")


def test_the_table_sees_only_what_everyone_may(lives: Opened) -> None:
    """In round 4 coherence is on the table; how people live is not, and says who sees it and when."""
    hands = lives()

    assert [of for of in READINGS if shows(hands, of)] == ["coherence"]
    who = "Habitants, Association solidaire, Personnes à la marge"
    assert f"{who} dès le tour 2\u202f; tout le monde au bilan" in hands.says()


def test_a_seat_looks_alone_only_once_it_lifts_the_cover(lives: Opened) -> None:
    """Choosing a seat shows nothing more; lifting the cover does, until it falls again by itself."""
    hands = lives()
    hands.press("eyes residents")
    before = shows(hands, "lived")
    hands.press("look")
    during = shows(hands, "lived")
    hands.stage.tick(OPEN_FOR + 0.1)

    assert (before, during, shows(hands, "lived")) == (False, True, False)


def test_a_seat_does_not_see_what_is_anothers(lives: Opened) -> None:
    """City Hall, looking alone, sees the dependency and not how people live."""
    hands = lives()
    hands.stage.tell(Press("", Look("cityhall", open=True)))

    assert (shows(hands, "dependency"), shows(hands, "lived")) == (True, False)


def test_the_facilitator_lifts_a_cover_for_everyone_and_drops_it_again(lives: Opened) -> None:
    """Both are moves of the session, so that the journal has them; the curve of lived quality comes and goes."""
    hands = lives()
    title = "La mairie mesure"
    before = title in hands.says()
    hands.press("lift lived")
    lifted = shows(hands, "lived")
    hands.press("lift lived")

    moves = [turn.move for turn in hands.scene.room.session.turns[-2:]]
    assert (before, lifted, shows(hands, "lived")) == (True, True, False)
    assert moves == [Reveal("lived"), Cover("lived")]


def test_at_the_end_everything_shows(lives: Opened) -> None:
    """Once the session has ended there is nothing left to lift."""
    hands = lives(6, phase=Phase.ENDED)

    assert all(shows(hands, of) for of in READINGS)
    assert hands.keys("lift ") == []


def test_the_displaced_are_told_in_people_and_by_group(lives: Opened) -> None:
    """A lifted veil on departures gives their number and the groups they came from."""
    hands = lives(lifted=("displaced",), language="en")

    assert "people (" in hands.says()
    assert "People in hardship " in hands.says()


def test_the_way_is_not_drawn_along_what_is_covered(lives: Opened) -> None:
    """While lived quality is covered the path goes up with ecology; once lifted, with lived quality."""
    upward = []
    for lifted in ((), ("lived",)):
        session = lives(page="heading", lifted=lifted).scene.room.session
        upward.append(axes(Eyes(session, words_in("fr"))))

    assert upward == [("economy", "ecology"), ("economy", "lived")]


def test_the_dimensions_never_stand_without_the_warning(lives: Opened) -> None:
    """Covered or shown, what the paper says of ranking criteria is beside them."""
    told = shipped()[1].rulebook.dimensions_warning["fr"]

    assert told in lives(2, page="heading").says()
    assert told in lives(4, page="heading").says()


def test_the_page_turns_by_tab_and_by_key(lives: Opened) -> None:
    """5 and 6 open the two pages from the table and turn between them."""
    hands = lives()
    seen = []
    for name in ("6", "5"):
        hands.stage.tell(Key(name))
        seen.append(hands.scene.page)
    hands.press("page:1")

    assert (seen, hands.scene.page) == (["heading", "lives"], "heading")


def test_the_table_opens_the_pages_by_hand_and_by_key(lives: Opened) -> None:
    """The heart in the table's head, and the keys 5 and 6."""
    hands = lives()
    hands.strike(pygame.K_ESCAPE)
    hands.press("lives")
    by_hand = hands.scene.page
    hands.strike(pygame.K_ESCAPE)
    hands.stage.tell(Key("6"))

    assert (by_hand, hands.scene.page) == ("lives", "heading")


@pytest.mark.parametrize("of", ["equity", "worst_fifth", "displaced", "coherence", "lived", "human_share", "students"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reading_says_why(lives: Opened, of: str, language: str) -> None:
    """Each reading leads to its causes or to who it is made of, and nothing is cut."""
    hands = lives(lifted=() if of == "coherence" else (of,), scene="account", of=of, language=language)
    names = {"equity": "fifth best", "worst_fifth": "fifth worst", "displaced": "from_groups", "coherence": "leaning"}

    assert hands.cut() == []
    assert hands.keys(names[of]) if of in names else hands.keys("chart")


def test_why_of_what_is_covered_says_only_when(lives: Opened) -> None:
    """Asked for by name before its time, an account gives no number."""
    hands = lives(scene="account", of="lived")

    assert "tout le monde au bilan" in hands.says()
    assert hands.keys("chart") == []


def test_an_account_for_one_seats_eyes_closes_by_itself(lives: Opened) -> None:
    """What residents ask for alone does not stay on the wall."""
    hands = lives(scene="account", of="lived", seat="residents")
    before = hands.keys("chart")
    hands.stage.tick(OPEN_FOR + 0.1)

    assert before == ["chart"]
    assert type(hands.scene).__name__ == "TableScene"


def test_what_some_only_may_see_is_covered_on_the_role_card(lives: Opened) -> None:
    """The margins' card names what it follows; the level of the precarious shows once its seat asks."""
    hands = lives()
    hands.strike(pygame.K_ESCAPE)
    hands.press("seat margins")
    before = hands.says().count("pour ses yeux seulement")
    hands.press("reveal")

    assert (before, hands.says().count("pour ses yeux seulement")) == (1, 0)


def test_why_names_no_link_from_what_is_covered(lives: Opened) -> None:
    """The account of a gauge still adds up; what starts from lived quality or departures is one nameless part."""
    hands = lives(scene="why", headline="quality", scope="session")

    assert "Habitants évincés →" not in hands.says()
    assert "Qualité vécue →" not in hands.says()
    assert not any(name in hands.says() for name in ("Étudiants +", "Étudiants −"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [1.0, 1.25, 1.5])
def test_nothing_is_cut(lives: Opened, page: str, size: tuple[int, int], language: str, text: float) -> None:
    """Both pages fit, for everyone and for a seat's eyes, enlarged or not."""
    hands = lives(4, size, language, text, page=page)
    faults = hands.cut()
    hands.stage.tell(Press("", Look("solidarity", open=True)))

    assert faults + hands.cut() == []


def test_before_the_first_round_the_pages_say_so(lives: Opened) -> None:
    """Nothing has been resolved: no curve yet, and no fault."""
    hands = lives(1, phase=Phase.BRIEFING)

    assert words_in("fr").say("blindspot.no_round_yet") in hands.says()


def test_lifting_too_late_is_told_calmly(lives: Opened) -> None:
    """A cover that someone has lifted meanwhile is refused in one sentence."""
    hands = lives(lifted=("lived",))
    hands.stage.perform(Submit(Reveal("lived")))

    assert "Tout le monde le voit déjà." in hands.says()


def test_a_covered_gauge_keeps_its_place_and_its_number(tmp_path: Path) -> None:
    """A scenario may cover a gauge: its place says who sees it, nothing gives its number away."""
    loaded, rules = shipped()
    reveals = (Showing("ecology", ("greens",), 1),)
    changed = evolve(loaded, scenario=evolve(loaded.scenario, reveals=reveals))
    seats = [Seat(card.id, bot="persona") for card in loaded.scenario.stakeholders]
    held = Room(tmp_path)
    held.hold(begin(changed, rules, seats, 7, None, "2026-01-01T10:00:00"))
    play_until(held.session, Phase.RESOLUTION, 2)
    shown = stage(SCENES, held)
    shown.open("table")
    hands = Hands(shown)

    assert "Association écologiste dès le tour 1" in hands.says()
    assert "level ecology" not in hands.keys("level") and "account ecology" not in hands.keys("account")
    assert not any("Écologie" in line.text and "ville a changé" in line.text for line in held.lines(words_in("fr")))
    hands.stage.tell(Key("2"))
    assert type(hands.scene).__name__ == "TableScene"
    assert hands.cut() == []
