"""What deserves a second look: passages of the shipped rules, or of the tiny scenario, replaced, by name.

What the game answers stands in warnings.en.txt and warnings.fr.txt; after a change on purpose, write them again with
`python -m tests.content.test_lints` and read the difference.
"""

from tests.content.mistakes import Mistake

HEAD = (
    "indicators.yaml",
    "city_variables:\n",
    "city_variables:\n  - id: transit\n    name: {fr: Passage, en: Transit}\n    good: up\n"
    "    about: {fr: Passants., en: Passers-by.}\n",
)
"""A measure that nothing moves and nothing reads."""
START = ("reference.yaml", "start: {", "start: {transit: 50, ")
PRESSURE = ("dynamics.yaml", "      lowcarbon: -0.5\n", "      lowcarbon: -0.5\n      transit: -1\n")
ROOTS = "  - from: biodiversity\n    to: resilience\n"


def ring(one: str, other: str) -> str:
    """Returns two links that a workshop may set very strong, each the cause of the other."""
    return "".join(
        f"  - {{from: {cause}, to: {effect}, per10: 1, low: 0, high: 8, settling: 2, kind: workshop, claims: [], "
        'source: hypothesis, say: {fr: "Un lien.", en: "A link."}, because: {fr: "Parce que.", en: "Because."}}\n'
        for cause, effect in ((one, other), (other, one))
    )


RULES: dict[str, tuple[Mistake, ...]] = {
    "mute link": (("couplings.yaml", "per10: 1.5\n    low: 0\n", "per10: 0\n    low: 0\n"),),
    "still cause": (HEAD, START, ("couplings.yaml", ROOTS, "  - from: transit\n    to: resilience\n")),
    "never above": (
        HEAD,
        START,
        PRESSURE,
        ("couplings.yaml", ROOTS, "  - from: transit\n    when: above\n    to: resilience\n"),
    ),
    "never below": (
        ("couplings.yaml", "from: displaced\n    to: trust\n", "from: displaced\n    when: below\n    to: trust\n"),
    ),
    "unread effect": (HEAD, START, ("couplings.yaml", ROOTS, "  - from: biodiversity\n    to: transit\n")),
    "runaway range": (
        (
            "couplings.yaml",
            "couplings:\n",
            "couplings:\n" + ring("resources", "literacy") + ring("resources", "local_fabric"),
        ),
    ),
    "gates apart": (
        ("visions.yaml", "- {of: human_share, high: 35}", "- {of: surveillance, low: 40, high: 60}"),
    ),
    "gate beyond": (("visions.yaml", "- {of: ecology, low: 50}", "- {of: ecology, low: 58}"),),
    "far vision": (
        ("visions.yaml", "- {of: surveillance, low: 68}", "- {of: surveillance, high: 25}"),
        ("visions.yaml", "- {of: participation, high: 22}", "- {of: participation, low: 70}"),
        ("visions.yaml", "- {of: human_share, high: 35}", "- {of: dependency, high: 25}"),
    ),
    "social harm": (("reference.yaml", "{prosperity: 16,", "{heritage: -6, prosperity: 16,"),),
    "bought trust": (("reference.yaml", "{efficiency: 5, opacity: -12,", "{trust: 4, efficiency: 5, opacity: -12,"),),
}

NORTH = "[[0, 0], [400, 0], [400, 140], [0, 140]]"
"""The outline of the tiny scenario's first district."""

CARDS: dict[str, Mistake] = {
    "social harm of an answer": (
        "challenges.yaml",
        "{indicator: dependency, points: 6,",
        "{indicator: opacity, points: 6,",
    ),
    "long plain sentence": (
        "challenges.yaml",
        "    district: north\n",
        '    district: north\n    plain: {fr: "Les bus sont pleins. Que faire ?", en: "The buses that go to the port '
        'every morning and every evening are full of people. What now?"}\n',
    ),
    "bought trust of an answer": (
        "challenges.yaml",
        "{indicator: solidarity, points: 4, source: guess, confidence: expert, where: site}",
        "{indicator: trust, points: 4, source: guess, confidence: expert}",
    ),
    "districts that overlap": ("city.yaml", "[[0, 160], [400, 160],", "[[0, 100], [400, 100],"),
    "district in district": (
        "city.yaml",
        "[[0, 160], [400, 160], [400, 300], [0, 300]]",
        "[[150, 40], [250, 40], [250, 100], [150, 100]]",
    ),
    "district drawn twice": ("city.yaml", "[[0, 160], [400, 160], [400, 300], [0, 300]]", NORTH),
    "district in the sea": ("city.yaml", "  seed: 1\n", "  seed: 1\n  sea: [[300, 200], [400, 200], [400, 300]]\n"),
    "district over the river": (
        "city.yaml",
        "  seed: 1\n",
        "  seed: 1\n  river: {width: 20, points: [[0, 150], [200, 150], [260, 300]]}\n",
    ),
    "name that looks plural": ("scenario.yaml", "    plural: true\n", ""),
    "another folder": ("scenario.yaml", "id: tiny\n", "id: town\n"),
}
