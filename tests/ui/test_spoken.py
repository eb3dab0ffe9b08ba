"""What is on screen can be heard: every stop has a name and a kind, every word is read once, in both languages."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from game.ui import spoken
from game.ui import widgets as w
from game.ui.citymap.view import MapView
from game.ui.field import TextField
from game.ui.node import Node, focus_order, scope
from game.wording.words import words_in
from tests.ui.everywhere import EVERYWHERE
from tests.ui.rooms import LANGUAGES

FR, EN = words_in("fr"), words_in("en")
UNREADABLE = re.compile(r"[▲▼−→]|M€|\bon\b, (button|option)|\{|\}")
"""What no voice should be given: signs it can't say, a placeholder."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVERYWHERE)
def test_everything_on_screen_can_be_heard(name: str, language: str, tmp_path: Path) -> None:
    """On every screen each stop of the keyboard has a name, a kind told in the language, and no sign left unsaid.

    The screen has a title, no line is empty, and none is said twice in a row.
    """
    shown = EVERYWHERE[name](tmp_path, language)
    root, words = shown.top.root, words_in(language)
    assert root is not None
    lines = spoken.lines(root, words)
    stops = [node for node in focus_order(root) if node.on_press is not None]

    assert spoken.title(root)
    assert [] == [f"{type(node).__name__} {node.key}" for node in stops if not spoken.name_of(node).strip()]
    assert [] == [node.key for node in stops if not words.has(f"voice.role.{node.role}")]
    assert [] == [line for line in lines if not line.strip() or UNREADABLE.search(line)]
    assert [] == [line for line, following in pairwise(lines) if following == line]
    assert all(spoken.spoken(node, words) in lines for node in stops)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_word(language: str) -> None:
    """Whatever kind a node is given in the window's code, the language has a word for it or it needs none."""
    sources = "\n".join(file.read_text(encoding="utf-8") for file in sorted(Path(spoken.__file__).parent.rglob("*.py")))
    kinds = set(re.findall(r"\brole ?= ?\"(\w*)\"", sources))

    assert {"button", "dialog", "heading"} <= kinds
    assert [] == sorted(
        kind for kind in kinds.difference(spoken.SILENT) if not words_in(language).has(f"voice.role.{kind}")
    )


@pytest.mark.parametrize("name", EVERYWHERE)
def test_every_word_drawn_is_read(name: str, tmp_path: Path) -> None:
    """No line of text is only for the eye: each stands in what is read, unless a label says it better."""
    root = EVERYWHERE[name](tmp_path, "fr").top.root
    assert root is not None
    read = "\n".join(spoken.lines(root, FR))

    drawn = [node for node in scope(root).walk() if isinstance(node, w.Label | w.Paragraph | w.Chip) and node.label]

    assert [] == [node.label for node in drawn if spoken.aloud(node.label, FR) not in read]


def test_a_node_is_what_its_kind_value_state_and_place() -> None:
    """A stop tells its label, its kind, its value, whether it is chosen or unavailable, and which of how many it is."""
    column = w.column(
        w.Card(label="Mairie", value="Une personne", on_press=1, chosen=True),
        w.Card(label="Habitants", on_press=1, enabled=False),
    )

    assert ["Mairie, bouton, Une personne, choisi, 1 sur 2", "Habitants, bouton, indisponible, 2 sur 2"] == [
        spoken.spoken(node, FR) for node in column.children
    ]


@pytest.mark.parametrize(
    ("node", "french", "english"),
    [
        (w.Button("Fermer", on_press=1), "Fermer, bouton", "Fermer, button"),
        (w.Toggle("Plein écran", True, on_press=1), "Plein écran, interrupteur, activé", "Plein écran, switch, on"),
        (w.Toggle("Muet", False, on_press=1), "Muet, interrupteur, désactivé", "Muet, switch, off"),
        (w.Button("Pour", on_press=1, on=True), "Pour, bouton, choisi", "Pour, button, chosen"),
        (TextField("Prénom", "", str), "Prénom, champ, vide", "Prénom, field, empty"),
        (w.heading("Pourquoi ?"), "Pourquoi ? titre", "Pourquoi ? heading"),
        (w.Label("Écologie", value="▼ −0,3"), "Écologie, en baisse moins 0,3", "Écologie, down minus 0,3"),
        (w.Label("Coût\u00a0: 5,3\u00a0M€"), "Coût\u00a0: 5,3 millions d’euros", "Coût\u00a0: 5,3 million euros"),
        (w.Label("Maj + V"), "Maj + V", "Maj + V"),
        (w.Label("Effet", value="+++"), "Effet, plus plus plus", "Effet, plus plus plus"),
    ],
)
def test_kinds_states_and_signs_are_said_in_words(node: Node, french: str, english: str) -> None:
    """Kinds and states are words of the language; signs that voices leave out are words too."""
    assert [french, english] == [spoken.spoken(node, words) for words in (FR, EN)]


def test_a_card_without_a_label_is_called_by_its_text() -> None:
    """What holds text and has no name of its own is called by that text, which is then not read again."""
    card = w.Card(w.Label("Port-Clair"), w.Paragraph("Au bord de la mer."), on_press=1)

    assert ["Port-Clair, Au bord de la mer. bouton"] == spoken.lines(w.column(card), FR)


def test_details_of_a_card_are_told_to_whoever_stops_at_it() -> None:
    """A card tells what else stands on it once it has the focus, and the reading of the screen tells it after it."""
    card = w.Card(w.Label("Consentement"), w.Paragraph("On objecte, on amende."), label="Consentement", on_press=1)

    assert ["On objecte, on amende."] == spoken.more(card, FR)
    assert ["Consentement, bouton", "On objecte, on amende."] == spoken.lines(w.column(card), FR)


def test_a_name_beside_its_choice_is_said_once() -> None:
    """The visible name of a choice and the name of the choice are one for the ear."""
    form = w.column(w.Label("Couleurs"), w.choices("Couleurs", [w.Option("Clair", 1)], 0))

    assert ["Couleurs, choix", "Clair, option, choisi"] == spoken.lines(form, FR)


def test_under_a_dialog_nothing_is_read() -> None:
    """Only the dialog is read while it is open."""
    page = w.stack(w.Label("Dessous"), w.Dialog("Sûr ?", actions=(w.Button("Oui", on_press=1),)))

    assert ["Sûr ? fenêtre", "Oui, bouton"] == spoken.lines(page, FR)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_district_tells_its_story(language: str, tmp_path: Path) -> None:
    """Whoever stops at a district hears its name and its place among them, then who lives there and its levels."""
    words = words_in(language)
    root = EVERYWHERE["reflection"](tmp_path, language).top.root
    assert root is not None
    city = next(node for node in root.walk() if isinstance(node, MapView))

    first, told = city.districts[0], spoken.more(city.districts[0], words)

    assert spoken.spoken(first, words).endswith(words.say("voice.place", number=1, count=len(city.districts)))
    assert 6 <= len(told)
    assert any(words.say("voice.role.progress") in line for line in told)


def test_pins_say_what_stands_where(tmp_path: Path) -> None:
    """Each pin of the map is read: what it is, and whether it is open, being built or proposed."""
    root = EVERYWHERE["deliberation"](tmp_path, "fr").top.root
    assert root is not None

    pins = [line for line in spoken.lines(root, FR) if line.endswith(FR.say("voice.role.pin"))]

    assert "Caméras qui reconnaissent les visages, proposé, repère sur la carte" in pins


@pytest.mark.parametrize("name", ["why", "lives", "causes", "debrief"])
def test_a_chart_has_words(name: str, tmp_path: Path) -> None:
    """A chart is read as its title and what it shows."""
    root = EVERYWHERE[name](tmp_path, "fr").top.root
    assert root is not None

    charts = [node for node in root.walk() if node.role == "chart"]

    assert charts
    assert all(chart.label and chart.value for chart in charts if name != "causes")
