"""How a file is written: each fault is one sentence with its place, in English and in French."""

import pytest

from tests.content.author import both, change

CASES = [
    pytest.param(
        "scenario.yaml",
        "procedure: mayor",
        "procedure: no",
        [
            "tiny/scenario.yaml:9:12: expected a way of deciding from the rules, found “no” — known here: algorithm, mayor, majority, budget, consent",
            "tiny/scenario.yaml:9:12: façon de décider des règles attendue\u202f; trouvé\u00a0: «\u00a0no\u00a0» — on connaît ici\u00a0: algorithm, mayor, majority, budget, consent",
        ],
        id="norway",
    ),
    pytest.param(
        "scenario.yaml",
        "minutes: 20",
        "minutes: 12:30",
        [
            "tiny/scenario.yaml:8:10: “minutes”: expected a whole number, found “12:30”",
            "tiny/scenario.yaml:8:10: «\u00a0minutes\u00a0»\u00a0: nombre entier attendu\u202f; trouvé\u00a0: «\u00a012:30\u00a0»",
        ],
        id="sexagesimal",
    ),
    pytest.param(
        "scenario.yaml",
        "minutes: 20",
        "minutes: 1_00",
        [
            "tiny/scenario.yaml:8:10: “minutes”: expected a whole number, found “1_00”",
            "tiny/scenario.yaml:8:10: «\u00a0minutes\u00a0»\u00a0: nombre entier attendu\u202f; trouvé\u00a0: «\u00a01_00\u00a0»",
        ],
        id="underscore",
    ),
    pytest.param(
        "scenario.yaml",
        "minutes: 20",
        "minutes: 020",
        [
            'tiny/scenario.yaml:8:10: expected an ordinary number or a text, found “020”, which programs read differently — drop the leading zero, or put a text between quotation marks "…"',
            'tiny/scenario.yaml:8:10: nombre ordinaire ou texte attendu\u202f; trouvé\u00a0: «\u00a0020\u00a0», que les logiciels lisent de plusieurs façons — ôtez le zéro du début, ou mettez un texte entre guillemets droits "…"',
        ],
        id="octal",
    ),
    pytest.param(
        "scenario.yaml",
        "minutes: 20",
        "minutes: 20\nrounds: 3",
        [
            "tiny/scenario.yaml:9:1: expected “rounds” once, found it again; it stands already on line 7",
            "tiny/scenario.yaml:9:1: «\u00a0rounds\u00a0» attendu une fois, trouvé encore\u202f; il est déjà ligne 7",
        ],
        id="duplicate key",
    ),
    pytest.param(
        "city.yaml",
        "shocks:\n",
        "rounds: 4\nshocks:\n",
        [
            "tiny/city.yaml:27:1: expected “rounds” once, found it again; it stands in tiny/scenario.yaml, line 7",
            "tiny/city.yaml:27:1: «\u00a0rounds\u00a0» attendu une fois, trouvé encore\u202f; il est dans tiny/scenario.yaml, ligne 7",
        ],
        id="two files",
    ),
    pytest.param(
        "city.yaml",
        "shocks:\n",
        'sources: {guess: {fr: "Avis.", en: "View."}}\nshocks:\n',
        [
            "tiny/city.yaml:27:11: expected “guess” once, found it again; it stands in tiny/scenario.yaml, line 15",
            "tiny/city.yaml:27:11: «\u00a0guess\u00a0» attendu une fois, trouvé encore\u202f; il est dans tiny/scenario.yaml, ligne 15",
        ],
        id="source twice",
    ),
    pytest.param(
        "scenario.yaml",
        "decider: cityhall",
        "decider: *boss",
        [
            'tiny/scenario.yaml:10:10: expected a value, found the alias “*boss” — write the value out; a text that begins with “*”, “&” or “!” needs quotation marks "…"',
            'tiny/scenario.yaml:10:10: valeur attendue, alias «\u00a0*boss\u00a0» trouvé — écrivez la valeur en entier\u202f; un texte qui commence par «\u00a0*\u00a0», «\u00a0&\u00a0» ou «\u00a0!\u00a0» se met entre guillemets droits "…"',
        ],
        id="alias",
    ),
    pytest.param(
        "scenario.yaml",
        "decider: cityhall",
        "decider: &boss cityhall",
        [
            'tiny/scenario.yaml:10:10: expected a plain value, found the anchor “&boss” — write the value out; a text that begins with “*”, “&” or “!” needs quotation marks "…"',
            'tiny/scenario.yaml:10:10: valeur simple attendue, ancre «\u00a0&boss\u00a0» trouvée — écrivez la valeur en entier\u202f; un texte qui commence par «\u00a0*\u00a0», «\u00a0&\u00a0» ou «\u00a0!\u00a0» se met entre guillemets droits "…"',
        ],
        id="anchor",
    ),
    pytest.param(
        "scenario.yaml",
        "decider: cityhall",
        "decider: !!str cityhall",
        [
            'tiny/scenario.yaml:10:10: expected a plain value, found the tag “!!str” — write the value out; a text that begins with “*”, “&” or “!” needs quotation marks "…"',
            'tiny/scenario.yaml:10:10: valeur simple attendue, étiquette «\u00a0!!str\u00a0» trouvée — écrivez la valeur en entier\u202f; un texte qui commence par «\u00a0*\u00a0», «\u00a0&\u00a0» ou «\u00a0!\u00a0» se met entre guillemets droits "…"',
        ],
        id="tag",
    ),
    pytest.param(
        "scenario.yaml",
        "decider: cityhall",
        "---\ndecider: cityhall",
        [
            "tiny/scenario.yaml:10:1: expected one document a file, found a second one after “---”",
            "tiny/scenario.yaml:10:1: un seul document par fichier attendu, un second trouvé après «\u00a0---\u00a0»",
        ],
        id="documents",
    ),
    pytest.param(
        "scenario.yaml",
        "rounds: 2\n",
        "1: 2\nrounds: 2\n",
        [
            'tiny/scenario.yaml:7:1: expected a word as a key, found 1 — if it is a text, put it between quotation marks "…"',
            'tiny/scenario.yaml:7:1: mot attendu comme clé\u202f; trouvé\u00a0: 1 — si c’est un texte, mettez-le entre guillemets droits "…"',
        ],
        id="number key",
    ),
    pytest.param(
        "scenario.yaml",
        "rounds: 2\n",
        "? [a]\n: 2\nrounds: 2\n",
        [
            "tiny/scenario.yaml:7:3: expected a word as a key, found a list",
            "tiny/scenario.yaml:7:3: mot attendu comme clé\u202f; trouvé\u00a0: une liste",
        ],
        id="list key",
    ),
    pytest.param(
        "scenario.yaml",
        "minutes: 20",
        "minutes: 20000000000000000",
        [
            'tiny/scenario.yaml:8:10: expected a number of at most 15 digits, found a longer one — if it is a text, put it between quotation marks "…"',
            'tiny/scenario.yaml:8:10: nombre de 15 chiffres au plus attendu, un plus long trouvé — si c’est un texte, mettez-le entre guillemets droits "…"',
        ],
        id="long number",
    ),
    pytest.param(
        "scenario.yaml",
        "Nothing.",
        "No\x07thing.",
        [
            "tiny/scenario.yaml:4:35: expected visible text, found an invisible control character (U+0007) — delete the line and type it again",
            "tiny/scenario.yaml:4:35: texte visible attendu, caractère de commande invisible trouvé (U+0007) — effacez la ligne et retapez-la",
        ],
        id="control char",
    ),
    pytest.param(
        "scenario.yaml",
        "Nothing.",
        "No\u202ething.",
        [
            "tiny/scenario.yaml:4:35: expected visible text, found an invisible character that reverses the reading order (U+202E) — delete the line and type it again",
            "tiny/scenario.yaml:4:35: texte visible attendu, caractère invisible qui retourne le sens de lecture trouvé (U+202E) — effacez la ligne et retapez-la",
        ],
        id="bidi",
    ),
    pytest.param(
        "scenario.yaml",
        "Nothing.",
        "No\\u202ething.",
        [
            "tiny/scenario.yaml:4:32: expected visible text, found an invisible character that reverses the reading order (U+202E)",
            "tiny/scenario.yaml:4:32: texte visible attendu, caractère invisible qui retourne le sens de lecture trouvé (U+202E)",
        ],
        id="bidi escaped",
    ),
    pytest.param(
        "scenario.yaml",
        'en: "Nothing."',
        "en:",
        [
            'tiny/scenario.yaml:4:30: expected a space and a value after the colon, found “:}” — if it is a text, put it between quotation marks "…"',
            'tiny/scenario.yaml:4:30: une espace et une valeur attendues après le deux-points\u202f; trouvé\u00a0: «\u00a0:}\u00a0» — si c’est un texte, mettez-le entre guillemets droits "…"',
        ],
        id="empty half",
    ),
    pytest.param(
        "scenario.yaml",
        'summary: {fr: "Deux quartiers, deux défis.", en: "Two districts, two challenges."}',
        "summary:\n  fr: Deux quartiers\u00a0: deux défis.\n  en: Two districts.",
        [
            'tiny/scenario.yaml:4:22: expected one “key: value” on the line, found a second colon — if it is a text, put it between quotation marks "…"',
            'tiny/scenario.yaml:4:22: un seul «\u00a0clé: valeur\u00a0» attendu sur la ligne, un second deux-points trouvé — si c’est un texte, mettez-le entre guillemets droits "…"',
        ],
        id="colon in text",
    ),
    pytest.param(
        "scenario.yaml",
        "rounds: 2\n",
        "rounds 2\n",
        [
            "tiny/scenario.yaml:8:1: expected “key: value”, found a line without its colon — write “key: value”, with a space after the colon; a long text goes on with more spaces at its start",
            "tiny/scenario.yaml:8:1: «\u00a0clé: valeur\u00a0» attendu, ligne sans deux-points trouvée — écrivez «\u00a0clé: valeur\u00a0», avec une espace après le deux-points\u202f; un texte long continue avec plus d’espaces au début",
        ],
        id="no colon",
    ),
    pytest.param(
        "scenario.yaml",
        "agenda: [mobility, energy]",
        "agenda: [mobility, energy",
        [
            "tiny/scenario.yaml:12:10: expected “,” or “]” to go on with the list, found “:” — look for a missing comma or closing bracket, here or just above",
            "tiny/scenario.yaml:12:10: «\u00a0,\u00a0» ou «\u00a0]\u00a0» attendu pour continuer la liste\u202f; trouvé\u00a0: «\u00a0:\u00a0» — cherchez une virgule ou un crochet fermant oublié, ici ou juste au-dessus",
        ],
        id="open list",
    ),
    pytest.param(
        "scenario.yaml",
        'en: "Nothing."}',
        'en: "Nothing."',
        [
            'tiny/scenario.yaml:5:1: expected “,” or “}” to go on with the block, found “real_and_invented: {fr: "Tout est inven…” — look for a missing comma or closing bracket, here or just above',
            'tiny/scenario.yaml:5:1: «\u00a0,\u00a0» ou «\u00a0}\u00a0» attendu pour continuer le bloc\u202f; trouvé\u00a0: «\u00a0real_and_invented: {fr: "Tout est inven…\u00a0» — cherchez une virgule ou un crochet fermant oublié, ici ou juste au-dessus',
        ],
        id="open block",
    ),
    pytest.param(
        "scenario.yaml",
        '"Qui a gagné',
        '"Qui a ga"gné',
        [
            'tiny/scenario.yaml:13:20: expected “,” or “}” to go on with the block, found “gné ?", en: "Who gained?"}” — look for a missing comma or closing bracket, here or just above',
            'tiny/scenario.yaml:13:20: «\u00a0,\u00a0» ou «\u00a0}\u00a0» attendu pour continuer le bloc\u202f; trouvé\u00a0: «\u00a0gné ?", en: "Who gained?"}\u00a0» — cherchez une virgule ou un crochet fermant oublié, ici ou juste au-dessus',
        ],
        id="open quote",
    ),
    pytest.param(
        "challenges.yaml",
        'fr: "energy fr", en',
        'fr: "energy fr, en',
        [
            'tiny/challenges.yaml:63:34: expected “,” or “}” to go on with the block, found “energy en"}” — look for a missing comma or closing bracket, here or just above',
            'tiny/challenges.yaml:63:34: «\u00a0,\u00a0» ou «\u00a0}\u00a0» attendu pour continuer le bloc\u202f; trouvé\u00a0: «\u00a0energy en"}\u00a0» — cherchez une virgule ou un crochet fermant oublié, ici ou juste au-dessus',
        ],
        id="never closed",
    ),
    pytest.param(
        "scenario.yaml",
        "    icon: landmark\n",
        "\ticon: landmark\n",
        [
            "tiny/scenario.yaml:19:1: expected spaces, found a tab — replace the tab by spaces",
            "tiny/scenario.yaml:19:1: espaces attendues, tabulation trouvée — remplacez la tabulation par des espaces",
        ],
        id="tab",
    ),
    pytest.param(
        "scenario.yaml",
        "    icon: landmark\n",
        "   icon: landmark\n",
        [
            "tiny/scenario.yaml:19:4: expected the next key or entry in the same column as the one before, found “icon: landmark” — count the spaces at the start of the lines",
            "tiny/scenario.yaml:19:4: clé ou élément suivant attendu dans la même colonne que le précédent\u202f; trouvé\u00a0: «\u00a0icon: landmark\u00a0» — comptez les espaces au début des lignes",
        ],
        id="indent",
    ),
    pytest.param(
        "scenario.yaml",
        'en: "Nothing."',
        "en: @nothing",
        [
            'tiny/scenario.yaml:4:32: expected a value, found “@nothing}”, which can’t begin one — if it is a text, put it between quotation marks "…"',
            'tiny/scenario.yaml:4:32: valeur attendue\u202f; trouvé\u00a0: «\u00a0@nothing}\u00a0», qui ne peut pas en commencer une — si c’est un texte, mettez-le entre guillemets droits "…"',
        ],
        id="at",
    ),
    pytest.param(
        "scenario.yaml",
        'en: "Nothing."',
        'en: "C:\\programs"',
        [
            "tiny/scenario.yaml:4:35: expected a known character after “\\”, found “\\programs\"}” — write “\\\\” for a backslash, or put the text between '…'",
            "tiny/scenario.yaml:4:35: caractère connu attendu après «\u00a0\\\u00a0»\u202f; trouvé\u00a0: «\u00a0\\programs\"}\u00a0» — écrivez «\u00a0\\\\\u00a0» pour une barre oblique inverse, ou mettez le texte entre '…'",
        ],
        id="escape",
    ),
]


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_a_fault_of_writing_is_told_where_it_stands(file: str, old: str, new: str, expected: list[str]) -> None:
    """A scenario that is not strict YAML is refused by one clear sentence a fault."""
    change(file, old, new)

    assert expected == both()
