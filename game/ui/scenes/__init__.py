"""The screens of the game, one a file, none knowing another. Each is made with the room and its own arguments."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

SCORED: Final = frozenset(
    {
        "why", "account", "lives", "outlook", "assumptions", "causes", "recount", "ways", "compare", "made", "rulers",
        "whatif",
    }
)  # fmt: skip
"""Screens full of figures: while the facilitator hides the scores, another one stands in for each of them."""


def _opener(name: str, kind: str) -> Callable[..., Any]:
    """Returns what makes a screen; its module is read when the screen is first opened, so that starting is quick."""

    def opened(room: Any, **args: Any) -> Any:
        if name in SCORED and room.scoreless:
            return import_module(f"{__name__}.hidden").HiddenScene(room)
        return getattr(import_module(f"{__name__}.{name}"), kind)(room, **args)

    return opened


SCENES: Final = {
    name: _opener(name, kind)
    for name, kind in {
        "title": "TitleScene",
        "seats": "SeatsScene",
        "planner": "PlannerScene",
        "table": "TableScene",
        "why": "WhyScene",
        "menu": "MenuScene",
        "assumptions": "AssumptionsScene",
        "lives": "LivesScene",
        "account": "AccountScene",
        "ledger": "LedgerScene",
        "compare": "CompareScene",
        "made": "MadeScene",
        "outlook": "OutlookScene",
        "causes": "CausesScene",
        "recount": "RecountScene",
        "deals": "DealsScene",
        "weights": "WeightsScene",
        "rulers": "RulersScene",
        "whatif": "WhatIfScene",
        "commitments": "CommitmentsScene",
        "recorded": "RecordedScene",
        "inventing": "InventingScene",
        "papers": "PapersScene",
        "opinions": "OpinionsScene",
        "learning": "LearningScene",
        "ways": "WaysScene",
        "glossary": "GlossaryScene",
        "ending": "EndingScene",
        "debrief": "DebriefScene",
        "tables": "TablesScene",
        "facilitator": "FacilitatorScene",
    }.items()
}
"""Screens by the name that `Push` and `Replace` use, which is their module's, too."""
