"""What a scenario must mean: each fault is one sentence with its place, in English and in French."""

import pytest

from tests.content.author import both, change

CASES = [
    pytest.param(
        "challenges.yaml",
        "district: south",
        "district: soth",
        [
            "tiny/challenges.yaml:66:15: expected a district of this scenario, found “soth” — did you mean “south”?",
            "tiny/challenges.yaml:66:15: quartier de ce scénario attendu\u202f; trouvé\u00a0: «\u00a0soth\u00a0» — vouliez-vous dire «\u00a0south\u00a0»\u202f?",
        ],
        id="unknown district",
    ),
    pytest.param(
        "scenario.yaml",
        "decider: cityhall",
        "decider: mayor",
        [
            "tiny/scenario.yaml:10:10: expected a seat of this scenario, found “mayor” — known here: cityhall, residents",
            "tiny/scenario.yaml:10:10: siège de ce scénario attendu\u202f; trouvé\u00a0: «\u00a0mayor\u00a0» — on connaît ici\u00a0: cityhall, residents",
        ],
        id="unknown stakeholder",
    ),
    pytest.param(
        "scenario.yaml",
        "[mobility, energy]",
        "[mobility, enrgy]",
        [
            "tiny/scenario.yaml:11:1: expected every challenge in the agenda, “energy” is missing",
            "tiny/scenario.yaml:11:20: expected a challenge of this scenario, found “enrgy” — did you mean “energy”?",
            "tiny/scenario.yaml:11:1: tous les défis attendus dans l’ordre du jour, il manque «\u00a0energy\u00a0»",
            "tiny/scenario.yaml:11:20: défi de ce scénario attendu\u202f; trouvé\u00a0: «\u00a0enrgy\u00a0» — vouliez-vous dire «\u00a0energy\u00a0»\u202f?",
        ],
        id="unknown challenge",
    ),
    pytest.param(
        "challenges.yaml",
        "requires: {sensing: 20}",
        "requires: {sensors: 20}",
        [
            "tiny/challenges.yaml:57:20: expected a measure from the rules, found “sensors” — known here: prosperity, efficiency, affordability, local_fabric, lowcarbon, resources, biodiversity, resilience, sensing, profiling, control, opacity, daily_life, solidarity, safety, heritage, trust, participation, literacy, dependency, image",
            "tiny/challenges.yaml:57:20: mesure tirée des règles attendue\u202f; trouvé\u00a0: «\u00a0sensors\u00a0» — on connaît ici\u00a0: prosperity, efficiency, affordability, local_fabric, lowcarbon, resources, biodiversity, resilience, sensing, profiling, control, opacity, daily_life, solidarity, safety, heritage, trust, participation, literacy, dependency, image",
        ],
        id="unknown indicator",
    ),
    pytest.param(
        "city.yaml",
        "indicator: daily_life",
        "indicator: dayly_life",
        [
            "tiny/city.yaml:38:21: expected a measure from the rules, found “dayly_life” — did you mean “daily_life”?",
            "tiny/city.yaml:38:21: mesure tirée des règles attendue\u202f; trouvé\u00a0: «\u00a0dayly_life\u00a0» — vouliez-vous dire «\u00a0daily_life\u00a0»\u202f?",
        ],
        id="unknown effect",
    ),
    pytest.param(
        "city.yaml",
        "source: guess",
        "source: paper",
        [
            "tiny/city.yaml:38:66: expected a key of “sources”, found “paper” — known here: guess",
            "tiny/city.yaml:38:66: clé de «\u00a0sources\u00a0» attendue\u202f; trouvé\u00a0: «\u00a0paper\u00a0» — on connaît ici\u00a0: guess",
        ],
        id="unknown source",
    ),
    pytest.param(
        "city.yaml",
        "{trust: 50",
        "{truth: 50",
        [
            "tiny/city.yaml:5:3: expected a level for each measure, found none for trust",
            "tiny/city.yaml:5:11: expected a measure of the whole city from the rules, found “truth” — did you mean “trust”?",
            "tiny/city.yaml:5:3: un niveau par mesure attendu, aucun trouvé pour trust",
            "tiny/city.yaml:5:11: mesure de toute la ville tirée des règles attendue\u202f; trouvé\u00a0: «\u00a0truth\u00a0» — vouliez-vous dire «\u00a0trust\u00a0»\u202f?",
        ],
        id="unknown variable",
    ),
    pytest.param(
        "city.yaml",
        "{workers: 30",
        "{worker: 30",
        [
            "tiny/city.yaml:13:20: expected a group of residents from the rules, found “worker” — did you mean “workers”?",
            "tiny/city.yaml:13:20: groupe d’habitants des règles attendu\u202f; trouvé\u00a0: «\u00a0worker\u00a0» — vouliez-vous dire «\u00a0workers\u00a0»\u202f?",
        ],
        id="unknown group",
    ),
    pytest.param(
        "challenges.yaml",
        "announces: {ecology: 8}",
        "announces: {green: 8}",
        [
            "tiny/challenges.yaml:58:21: expected one of the four gauges, found “green” — known here: economy, ecology, surveillance, quality",
            "tiny/challenges.yaml:58:21: une des quatre jauges attendue\u202f; trouvé\u00a0: «\u00a0green\u00a0» — on connaît ici\u00a0: economy, ecology, surveillance, quality",
        ],
        id="unknown headline",
    ),
    pytest.param(
        "scenario.yaml",
        "of: image",
        "of: imge",
        [
            "tiny/scenario.yaml:25:24: expected a measure, a gauge or a group from the rules, found “imge” — did you mean “image”?",
            "tiny/scenario.yaml:25:24: mesure, jauge ou groupe des règles attendu\u202f; trouvé\u00a0: «\u00a0imge\u00a0» — vouliez-vous dire «\u00a0image\u00a0»\u202f?",
        ],
        id="unknown watch",
    ),
    pytest.param(
        "city.yaml",
        "of: ecology",
        "of: eco",
        [
            "tiny/city.yaml:36:17: expected a measure or a gauge from the rules, found “eco”",
            "tiny/city.yaml:36:17: mesure ou jauge des règles attendue\u202f; trouvé\u00a0: «\u00a0eco\u00a0»",
        ],
        id="unknown level",
    ),
    pytest.param(
        "scenario.yaml",
        "icon: landmark",
        "icon: landmarks",
        [
            "tiny/scenario.yaml:19:11: expected the name of an icon of the game, found “landmarks” — did you mean “landmark”?",
            "tiny/scenario.yaml:19:11: nom d’une icône du jeu attendu\u202f; trouvé\u00a0: «\u00a0landmarks\u00a0» — vouliez-vous dire «\u00a0landmark\u00a0»\u202f?",
        ],
        id="unknown icon",
    ),
    pytest.param(
        "scenario.yaml",
        "procedure: mayor",
        "procedure: king",
        [
            "tiny/scenario.yaml:9:12: expected a way of deciding from the rules, found “king” — known here: algorithm, mayor, majority, budget, consent",
            "tiny/scenario.yaml:9:12: façon de décider des règles attendue\u202f; trouvé\u00a0: «\u00a0king\u00a0» — on connaît ici\u00a0: algorithm, mayor, majority, budget, consent",
        ],
        id="unknown procedure",
    ),
    pytest.param(
        "scenario.yaml",
        "procedure: mayor",
        "procedure: budget",
        [
            "tiny/scenario.yaml:9:12: expected a way of deciding that this version can play, found “budget” — known here: mayor, majority",
            "tiny/scenario.yaml:9:12: façon de décider jouable dans cette version attendue\u202f; trouvé\u00a0: «\u00a0budget\u00a0» — on connaît ici\u00a0: mayor, majority",
        ],
        id="not playable",
    ),
    pytest.param(
        "scenario.yaml",
        "[mobility, energy]",
        "[mobility, energy, energy]",
        [
            "tiny/scenario.yaml:11:28: expected each challenge once in the agenda, found “energy” again",
            "tiny/scenario.yaml:11:28: chaque défi attendu une fois dans l’ordre du jour\u202f; trouvé encore\u00a0: «\u00a0energy\u00a0»",
        ],
        id="agenda twice",
    ),
    pytest.param(
        "city.yaml",
        "workers: 30",
        "workers: 31",
        [
            "tiny/city.yaml:6:3: expected shares that make 100 over all districts and groups, found 101",
            "tiny/city.yaml:6:3: parts faisant 100 sur tous les quartiers et groupes attendues\u202f; trouvé\u00a0: 101",
        ],
        id="population",
    ),
    pytest.param(
        "city.yaml",
        "{workers: 30, retirees: 20}",
        "{workers: 60, retirees: 20}",
        [
            "tiny/city.yaml:6:3: expected shares that make 100 over all districts and groups, found 130",
            "tiny/city.yaml:13:7: expected at most 55.6% of the city’s people in one district, found 80",
            "tiny/city.yaml:6:3: parts faisant 100 sur tous les quartiers et groupes attendues\u202f; trouvé\u00a0: 130",
            "tiny/city.yaml:13:7: au plus 55.6\u202f% des habitants dans un seul quartier attendus\u202f; trouvé\u00a0: 80",
        ],
        id="crowded",
    ),
    pytest.param(
        "city.yaml",
        "prosperity: 60, ",
        "",
        [
            "tiny/city.yaml:14:7: expected a level for each measure, found none for prosperity",
            "tiny/city.yaml:14:7: un niveau par mesure attendu, aucun trouvé pour prosperity",
        ],
        id="missing level",
    ),
    pytest.param(
        "challenges.yaml",
        "- id: energy.mid",
        "- id: mobility.mid",
        [
            "tiny/challenges.yaml:85:13: expected a name used once, found “mobility.mid” again",
            "tiny/challenges.yaml:85:13: nom employé une seule fois attendu\u202f; trouvé encore\u00a0: «\u00a0mobility.mid\u00a0»",
        ],
        id="duplicate id",
    ),
    pytest.param(
        "challenges.yaml",
        "        tech: high\n",
        "        tech: mid\n",
        [
            "tiny/challenges.yaml:7:5: expected one answer each of low, mid and high tech, found low, mid, mid",
            "tiny/challenges.yaml:7:5: une réponse low, une mid et une high attendues\u202f; trouvé\u00a0: low, mid, mid",
        ],
        id="tech",
    ),
    pytest.param(
        "challenges.yaml",
        "indicator: efficiency, points: 12, source: guess, confidence: expert, delay: 1",
        "indicator: dependency, points: 12, source: guess, confidence: expert",
        [
            "tiny/challenges.yaml:43:13: expected every answer to have some merit, found “mobility.high” nowhere better than “mobility.low” — make it cheaper, quicker or stronger in something",
            "tiny/challenges.yaml:43:13: un mérite pour chaque réponse attendu, «\u00a0mobility.high\u00a0» n’est nulle part meilleur que «\u00a0mobility.low\u00a0» — rendez-la moins chère, plus rapide ou plus forte en quelque chose",
        ],
        id="dominated",
    ),
    pytest.param(
        "challenges.yaml",
        "      - id: mobility.low\n",
        "      - id: mobility.low\n        placed: false\n",
        [
            "tiny/challenges.yaml:25:90: expected an effect on the whole city, found one on a site: this answer has no place (placed: false)",
            "tiny/challenges.yaml:25:90: effet sur toute la ville attendu, effet local trouvé\u00a0: cette réponse n’a pas de lieu (placed: false)",
        ],
        id="site not placed",
    ),
    pytest.param(
        "city.yaml",
        "indicator: daily_life",
        "indicator: trust",
        [
            "tiny/city.yaml:38:47: expected “where: city”, found “site”: “trust” belongs to the whole city",
            "tiny/city.yaml:38:47: «\u00a0where: city\u00a0» attendu, «\u00a0site\u00a0» trouvé\u00a0: «\u00a0trust\u00a0» concerne toute la ville",
        ],
        id="site variable",
    ),
    pytest.param(
        "city.yaml",
        "    district: south\n",
        "",
        [
            "tiny/city.yaml:37:52: expected a “district” for this shock, found none while an effect is local",
            "tiny/city.yaml:37:52: «\u00a0district\u00a0» attendu pour cet événement, aucun trouvé alors qu’un effet est local",
        ],
        id="site without district",
    ),
    pytest.param(
        "challenges.yaml",
        ", rounds: 2",
        "",
        [
            "tiny/challenges.yaml:42:89: expected “rounds” from 1 up with “per_round”, found none",
            "tiny/challenges.yaml:42:89: «\u00a0rounds\u00a0» d’au moins 1 attendu avec «\u00a0per_round\u00a0», aucun trouvé",
        ],
        id="rounds missing",
    ),
    pytest.param(
        "challenges.yaml",
        ", when: per_round",
        "",
        [
            "tiny/challenges.yaml:42:91: expected “rounds” only with “when: per_round”, found it without",
            "tiny/challenges.yaml:42:91: «\u00a0rounds\u00a0» attendu seulement avec «\u00a0when: per_round\u00a0», trouvé sans",
        ],
        id="rounds unused",
    ),
    pytest.param(
        "city.yaml",
        "{of: ecology, below: 60}",
        "{of: ecology}",
        [
            "tiny/city.yaml:36:12: expected “above” or “below”, found neither",
            "tiny/city.yaml:36:12: «\u00a0above\u00a0» ou «\u00a0below\u00a0» attendu, ni l’un ni l’autre trouvé",
        ],
        id="open condition",
    ),
    pytest.param(
        "city.yaml",
        "{of: ecology, below: 60}",
        "{of: ecology, below: 60, above: 70}",
        [
            "tiny/city.yaml:36:12: expected a condition that can hold, found above 70 and below 60",
            "tiny/city.yaml:36:12: condition possible attendue, plus de 70 et moins de 60 trouvés",
        ],
        id="empty condition",
    ),
    pytest.param(
        "scenario.yaml",
        "sources:\n",
        'sources:\n  lost: {fr: "Perdu.", en: "Lost."}\n',
        [
            "tiny/scenario.yaml:15:3: expected every source to serve, found “lost” used nowhere",
            "tiny/scenario.yaml:15:3: chaque source doit servir, «\u00a0lost\u00a0» ne sert nulle part",
        ],
        id="unused source",
    ),
    pytest.param(
        "city.yaml",
        "size: [400, 300]",
        "size: [400, 0]",
        [
            "tiny/city.yaml:3:9: expected a width and a height above 0, found 400 and 0",
            "tiny/city.yaml:3:9: largeur et hauteur supérieures à 0 attendues, 400 et 0 trouvés",
        ],
        id="map size",
    ),
    pytest.param(
        "city.yaml",
        "[400, 300], [0, 300]",
        "[400, 310], [0, 300]",
        [
            "tiny/city.yaml:22:39: expected a point between 0, 0 and 400, 300, found 400, 310",
            "tiny/city.yaml:22:39: point entre 0, 0 et 400, 300 attendu, 400, 310 trouvé",
        ],
        id="off map",
    ),
    pytest.param(
        "city.yaml",
        "[[0, 0], [400, 0], [400, 140], [0, 140]]",
        "[[0, 0], [400, 0], [400, 0], [0, 0]]",
        [
            "tiny/city.yaml:12:16: expected at least 3 different points, found 2",
            "tiny/city.yaml:12:16: au moins 3 points différents attendus\u202f; trouvé\u00a0: 2",
        ],
        id="few points",
    ),
    pytest.param(
        "city.yaml",
        "[[0, 0], [400, 0], [400, 140], [0, 140]]",
        "[[0, 0], [400, 140], [400, 0], [0, 140]]",
        [
            "tiny/city.yaml:12:37: expected an outline that doesn’t cross itself, found sides 1 and 3 crossing or touching — give the points in order around the outline",
            "tiny/city.yaml:12:37: contour qui ne se croise pas attendu, les côtés 1 et 3 se croisent ou se touchent — donnez les points dans l’ordre, en suivant le contour",
        ],
        id="crossed",
    ),
]


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_a_fault_of_meaning_is_told_where_it_stands(file: str, old: str, new: str, expected: list[str]) -> None:
    """Names that nobody knows, sums that fail, choices that are none, maps that can't be drawn: each is named."""
    change(file, old, new)

    assert expected == both()
