"""What a card may hold: each fault is one sentence with its place, in English and in French."""

import pytest

from tests.content.author import both, change

CASES = [
    pytest.param(
        "challenges.yaml",
        "      - id: mobility.low\n",
        "      - id: mobility.low\n        placed: no\n",
        [
            "tiny/challenges.yaml:9:17: “placed”: expected true or false, found “no”",
            "tiny/challenges.yaml:9:17: «\u00a0placed\u00a0»\u00a0: true (oui) ou false (non) attendu\u202f; trouvé\u00a0: «\u00a0no\u00a0»",
        ],
        id="norway bool",
    ),
    pytest.param(
        "scenario.yaml",
        "minutes: 20",
        'minutes: "20"',
        [
            "tiny/scenario.yaml:8:10: “minutes”: expected a whole number, found “20” — remove the quotation marks, and write decimals with a point",
            "tiny/scenario.yaml:8:10: «\u00a0minutes\u00a0»\u00a0: nombre entier attendu\u202f; trouvé\u00a0: «\u00a020\u00a0» — ôtez les guillemets, et écrivez les décimales avec un point",
        ],
        id="quoted number",
    ),
    pytest.param(
        "scenario.yaml",
        "rounds: 2\n",
        "rounds: 2.0\n",
        [
            "tiny/scenario.yaml:7:9: “rounds”: expected a whole number, found 2.0 — write it without decimals",
            "tiny/scenario.yaml:7:9: «\u00a0rounds\u00a0»\u00a0: nombre entier attendu\u202f; trouvé\u00a0: 2.0 — écrivez-le sans décimales",
        ],
        id="float for int",
    ),
    pytest.param(
        "scenario.yaml",
        "rounds: 2\n",
        "rounds: true\n",
        [
            "tiny/scenario.yaml:7:9: “rounds”: expected a whole number, found true",
            "tiny/scenario.yaml:7:9: «\u00a0rounds\u00a0»\u00a0: nombre entier attendu\u202f; trouvé\u00a0: true",
        ],
        id="bool for int",
    ),
    pytest.param(
        "challenges.yaml",
        "cost: 9\n",
        "cost: .nan\n",
        [
            "tiny/challenges.yaml:49:15: “cost”: expected a number, found .nan",
            "tiny/challenges.yaml:49:15: «\u00a0cost\u00a0»\u00a0: nombre attendu\u202f; trouvé\u00a0: .nan",
        ],
        id="nan",
    ),
    pytest.param(
        "scenario.yaml",
        'en: "Tiny town"',
        "en: 1984",
        [
            'tiny/scenario.yaml:2:33: “en”: expected a text, found 1984 — if it is a text, put it between quotation marks "…"',
            'tiny/scenario.yaml:2:33: «\u00a0en\u00a0»\u00a0: texte attendu\u202f; trouvé\u00a0: 1984 — si c’est un texte, mettez-le entre guillemets droits "…"',
        ],
        id="number for text",
    ),
    pytest.param(
        "scenario.yaml",
        "minutes: 20",
        "minutes: 500",
        [
            "tiny/scenario.yaml:8:10: “minutes”: expected a number from 20 to 240, found 500",
            "tiny/scenario.yaml:8:10: «\u00a0minutes\u00a0»\u00a0: nombre de 20 à 240 attendu\u202f; trouvé\u00a0: 500",
        ],
        id="out of range",
    ),
    pytest.param(
        "scenario.yaml",
        "decider: cityhall",
        "decider: cityhall\nmintues: 20",
        [
            "tiny/scenario.yaml:11:1: expected a known key, found “mintues” — did you mean “minutes”?",
            "tiny/scenario.yaml:11:1: clé connue attendue, «\u00a0mintues\u00a0» trouvé — vouliez-vous dire «\u00a0minutes\u00a0»\u202f?",
        ],
        id="unknown key",
    ),
    pytest.param(
        "challenges.yaml",
        "kind: none, what",
        "xyz: 1, kind: none, what",
        [
            "tiny/challenges.yaml:20:16: expected a known key, found “xyz” — known here: kind, what",
            "tiny/challenges.yaml:20:16: clé connue attendue, «\u00a0xyz\u00a0» trouvé — on connaît ici\u00a0: kind, what",
        ],
        id="far unknown key",
    ),
    pytest.param(
        "scenario.yaml",
        "    icon: landmark\n",
        "",
        [
            "tiny/scenario.yaml:17:5: expected a key “icon”, found none",
            "tiny/scenario.yaml:17:5: clé «\u00a0icon\u00a0» attendue, absente",
        ],
        id="missing key",
    ),
    pytest.param(
        "scenario.yaml",
        ', en: "Nothing."',
        "",
        [
            "tiny/scenario.yaml:4:1: expected this text in English too, found nothing",
            "tiny/scenario.yaml:4:1: ce texte est attendu en anglais aussi, rien trouvé",
        ],
        id="half translated",
    ),
    pytest.param(
        "scenario.yaml",
        '{fr: "Rien.", en: "Nothing."}',
        "Nothing.",
        [
            'tiny/scenario.yaml:4:14: “inspired_by”: expected a text in French and in English, found “Nothing.” — write {fr: "…", en: "…"}',
            'tiny/scenario.yaml:4:14: «\u00a0inspired_by\u00a0»\u00a0: texte en français et en anglais attendu\u202f; trouvé\u00a0: «\u00a0Nothing.\u00a0» — écrivez {fr: "…", en: "…"}',
        ],
        id="monolingual",
    ),
    pytest.param(
        "scenario.yaml",
        'en: "Nothing."',
        'en: "Nothing.", de: "Nichts."',
        [
            "tiny/scenario.yaml:4:44: expected a known key, found “de” — known here: fr, en",
            "tiny/scenario.yaml:4:44: clé connue attendue, «\u00a0de\u00a0» trouvé — on connaît ici\u00a0: fr, en",
        ],
        id="third language",
    ),
    pytest.param(
        "scenario.yaml",
        '"Tiny town"',
        '"Tiny town Tiny town Tiny town Tiny town Tiny town Tiny town Tiny town "',
        [
            "tiny/scenario.yaml:2:33: expected at most 64 characters, found 69, 5 too many",
            "tiny/scenario.yaml:2:33: 64 caractères au plus attendus\u202f; trouvé\u00a0: 69, soit 5 de trop",
        ],
        id="long",
    ),
    pytest.param(
        "scenario.yaml",
        "id: tiny\n",
        "id: Tiny Town\n",
        [
            "tiny/scenario.yaml:1:5: “id”: expected a name in small letters, digits, “_”, “-” or “.”, found “Tiny Town”",
            "tiny/scenario.yaml:1:5: «\u00a0id\u00a0»\u00a0: nom en minuscules sans accents, chiffres, «\u00a0_\u00a0», «\u00a0-\u00a0» ou «\u00a0.\u00a0» attendu\u202f; trouvé\u00a0: «\u00a0Tiny Town\u00a0»",
        ],
        id="not id",
    ),
    pytest.param(
        "challenges.yaml",
        "data: {kind: personal",
        "data: {kind: personnel",
        [
            "tiny/challenges.yaml:55:22: “kind”: expected one of none, aggregate, personal, found “personnel” — did you mean “personal”?",
            "tiny/challenges.yaml:55:22: «\u00a0kind\u00a0»\u00a0: un mot parmi none, aggregate, personal attendu\u202f; trouvé\u00a0: «\u00a0personnel\u00a0» — vouliez-vous dire «\u00a0personal\u00a0»\u202f?",
        ],
        id="choice",
    ),
    pytest.param(
        "scenario.yaml",
        "agenda: [mobility, energy]",
        "agenda: mobility",
        [
            "tiny/scenario.yaml:11:9: “agenda”: expected a list, found “mobility” — begin each entry on a line of its own, with a dash and a space",
            "tiny/scenario.yaml:11:9: «\u00a0agenda\u00a0»\u00a0: liste attendue\u202f; trouvé\u00a0: «\u00a0mobility\u00a0» — commencez chaque élément sur sa propre ligne, par un tiret et une espace",
        ],
        id="not list",
    ),
    pytest.param(
        "scenario.yaml",
        "agenda: [mobility, energy]",
        "agenda: [mobility]",
        [
            "tiny/scenario.yaml:11:1: “agenda”: expected from 2 to 24 entries, found 1",
            "tiny/scenario.yaml:11:1: expected every challenge in the agenda, “energy” is missing",
            "tiny/scenario.yaml:11:1: «\u00a0agenda\u00a0»\u00a0: de 2 à 24 éléments attendus\u202f; trouvé\u00a0: 1",
            "tiny/scenario.yaml:11:1: tous les défis attendus dans l’ordre du jour, il manque «\u00a0energy\u00a0»",
        ],
        id="count",
    ),
    pytest.param(
        "city.yaml",
        "[0, 140]]",
        "[0, 140, 1]]",
        [
            "tiny/city.yaml:12:47: “polygon”: expected 2 entries, found 3",
            "tiny/city.yaml:12:47: «\u00a0polygon\u00a0»\u00a0: 2 éléments attendus\u202f; trouvé\u00a0: 3",
        ],
        id="point",
    ),
    pytest.param(
        "city.yaml",
        "start: {trust: 50, participation: 40, literacy: 45, dependency: 25, image: 45}",
        "start: 50",
        [
            "tiny/city.yaml:5:10: “start”: expected keys and values, found 50",
            "tiny/city.yaml:5:10: «\u00a0start\u00a0»\u00a0: des clés et leurs valeurs attendues\u202f; trouvé\u00a0: 50",
        ],
        id="not mapping",
    ),
]


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_a_fault_of_shape_is_told_where_it_stands(file: str, old: str, new: str, expected: list[str]) -> None:
    """A value of the wrong type, length or range, a key too many or too few: each is named where it stands."""
    change(file, old, new)

    assert expected == both()
