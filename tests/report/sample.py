"""A full debrief with invented figures, in either language, for tests and for looking at the page."""

import datetime
import sys
from pathlib import Path

from game.report.figures import (
    Account,
    Announcement,
    Answer,
    Ballot,
    Bearing,
    Budget,
    Cause,
    Close,
    Compass,
    Contested,
    Counting,
    Debrief,
    Decision,
    DistrictFate,
    Fact,
    Funded,
    Funding,
    Gain,
    GivenWord,
    GroupFate,
    Incident,
    Lifted,
    Otherwise,
    Part,
    Payoff,
    Plan,
    Reading,
    RolePage,
    Ruling,
    Seat,
    Series,
    Share,
    Shift,
    VisionShare,
    Watched,
    WayPlayed,
    Ways,
)
from game.report.hindsight import Commitment, Measured, Recorded, Ruler, WhatIf
from game.report.inventions import Expected, Invented
from game.report.mapfigures import MapLevel
from game.report.rosterfigures import Presence, SeatRow


def debrief(language: str = "fr") -> Debrief:
    """Returns the debrief of a six-round session on a city that grew rich and watched."""
    return _Sample(language).debrief()


class _Sample:
    def __init__(self, language: str) -> None:
        self.language = language

    def t(self, fr: str, en: str) -> str:
        return fr if self.language == "fr" else en

    def debrief(self) -> Debrief:
        t = self.t
        series = self.series()
        return Debrief(
            language=self.language,
            title="Port-Clair",
            summary=t(
                "Une ville méditerranéenne de taille moyenne reçoit 40 millions d’euros pour devenir « intelligente ».",
                "A mid-sized Mediterranean city is given 40 million euros to become “smart”.",
            ),
            city="Port-Clair",
            date=datetime.date(2026, 11, 23),
            rounds=6,
            series=series,
            dimensions=self.dimensions(),
            warning=t("Un rang n’est pas une vie.", "A rank is not a life."),
            readings=self.readings(),
            compass=self.compass(),
            accounts=self.accounts(series),
            turning_points=self.turning_points(),
            groups=self.groups(),
            districts=self.districts(),
            plan=Plan(
                (1100, 740),
                ((420, 0), (450, 140), (520, 260), (500, 400), (560, 560)),
                26,
                ((0, 640), (300, 600), (560, 560), (820, 610), (1100, 560), (1100, 740), (0, 740)),
            ),
            decisions=self.decisions(),
            budget=Budget((12_000, 9_400, 1_900, -2_600, -1_100, 3_300, 7_450), -12_000, 41_000, 17_300, 4_850),
            incidents=self.incidents(),
            close=(Close(t("L’éléphant blanc", "The white elephant"), t("C’est au tour 5 que c’était le plus près.", "It came nearest in round 5.")),),
            payoffs=self.payoffs(),
            roles=self.roles(),
            announcements=(
                Announcement(t("Tours connectées", "Connected towers"), 3, t("Écologie", "Ecology"), 10_000, -1_900),
                Announcement(t("Réseau électrique automatique", "Automatic power grid"), 2, t("Écologie", "Ecology"), 4_000, 4_600),
            ),
            given_words=(
                GivenWord(2, t("La mairie promet aux riverains : « <b>ouvrir</b> les données ».",
                               "City hall promises residents: “<b>open</b> the data”."), "kept"),
                GivenWord(3, t("La plateforme promet à la mairie : ne rien vendre.",
                               "The platform promises city hall: to sell nothing."), "broken"),
            ),
            otherwise=Otherwise(
                recount=(
                    Counting(t("Parts égales", "Equal shares"), (t("Une régie", "A public utility"),), 9_500, (), 1),
                    Counting(t("Glouton", "Greedy"), (), 0, (t("Le fleuve", "The river"), t("La marge", "The margins")), 2),
                ),
                ways=Ways(
                    (t("Qualité vécue", "Lived quality"), t("Surveillance", "Surveillance")), (50_000, 40_000),
                    (
                        WayPlayed(t("Mandat", "Mandate"), False, (53_000, 36_000), 7, 2, 0),
                        WayPlayed(t("Algorithme", "Algorithm"), False, (40_000, 60_000), 7, 7, 4),
                        WayPlayed(t("Vote majoritaire", "Majority vote"), True, (57_000, 28_000), 6, 0, 0),
                    ),
                ),
            ),
            presence=Presence(
                (1, 2), (SeatRow(t("Habitants", "Residents"), ("3", "2", "–")),), (8, 7, 7),
                (t("Tour 2 : Inès s’en va.", "Round 2: Inès leaves."),),
                (t("Noé a joué la Mairie au tour 2.", "Noé played City hall in round 2."),),
            ),
            inventions=(
                Invented(
                    t("Des bancs <b>partout</b>", "Benches <b>everywhere</b>"), t("On s’assoit.", "People sit down."),
                    self.language, "low-tech", t("Habitants", "Residents"), t("De l’ombre", "Shade"), 2, 3,
                    (Expected(t("Coût", "Cost"), "2", "1", "4"),), t("Retenue au tour 2.", "Taken in round 2."),
                ),
            ),
            funding=self.funding(),
            rulers=self.rulers(),
            what_ifs=self.what_ifs(),
            commitments=(Commitment("residents", t("Habitants", "Residents"), t("J’irai à la réunion.", "I will go to the meeting.")),),
            recorded=self.recorded(),
            opinions=None,
            contested=(Contested(2, "Prosperity → Affordability", "Growth pushes rents up <b>unless</b> residents have a say.", -4000, 0),),
            lifted=(Lifted(2, t("Qualité vécue", "Lived quality"), True), Lifted(4, t("Équité", "Equity"), False)),
            questions=(
                t("Qui est parti, et qui compte encore comme « la ville » ?",
                  "Who left, and who still counts as “the city”?"),
                t("À quel moment le tableau de bord et la rue se sont-ils séparés ?",
                  "When did the dashboard and the street part company?"),
                t("Quelle garantie avez-vous échangée contre de l’argent ?", "Which safeguard did you trade for money?"),
                t("À quelle flèche du modèle ne croyez-vous pas ?", "Which arrow of the model do you not believe?"),
                t("Que faudrait-il pour que l’autre plan l’emporte ?",
                  "What would have to be true for the other plan to win?"),
            ),
            seats=self.seats(),
            rulings=(Ruling(1, t("Vote majoritaire", "Majority vote")),),
            inspired_by=t(
                "Le scénario s’inspire des réseaux électriques intelligents essayés à Nice Côte d’Azur et des ateliers "
                "d’énergie menés avec des familles volontaires.",
                "The scenario takes its cue from the smart grids tried in Nice Côte d’Azur and from energy workshops held "
                "with volunteer families.",
            ),
            real_and_invented=t(
                "La ville, ses quartiers et ses chiffres sont inventés. Les signes des effets suivent un article de "
                "recherche ; leurs tailles sont les nôtres, à discuter et à remplacer par des données locales.",
                "The city, its districts and its figures are invented. The signs of the effects follow a research paper; "
                "their sizes are ours, to be argued with and replaced by local data.",
            ),
            facts=(
                Fact(t("En 2014, un prix a salué ces réseaux.", "In 2014 an award praised these grids."),
                     t("Un <journal> local, 2014", "A local <paper>, 2014")),
                Fact(t("La ville compte 180 000 habitants.", "The city has 180,000 people."), ""),
            ),
            sources=(
                t("L’article : croiser les réseaux et automatiser améliore la gestion des flux.",
                  "The paper: crossing networks and automation improve the handling of flows."),
                t("L’article : une offre imposée, sans écouter les attentes, est moins acceptée.",
                  "The paper: an offer imposed without hearing expectations is less accepted."),
                t("Jugement d’expert : l’entretien d’un équipement dense en données coûte 5 % par tour.",
                  "Expert judgement: upkeep of data-dense equipment costs 5% a round."),
            ),
            seed=20261123,
            version="0.1.0",
            place=t("Maison des associations, Nice", "House of Associations, Nice"),
            journal="port-clair-2026-11-23.jsonl",
        )  # fmt: skip

    def series(self) -> tuple[Series, ...]:
        t = self.t
        return (
            Series("economy", t("Économie", "Economy"), "up", (48_200, 49_100, 51_800, 55_300, 57_900, 59_400, 60_640)),
            Series("ecology", t("Écologie", "Ecology"), "up", (42_600, 42_900, 44_100, 44_800, 45_100, 44_900, 44_520)),
            Series("surveillance", "Surveillance", "down", (27_700, 33_900, 39_100, 45_300, 49_000, 51_700, 53_360)),
            Series("quality", t("Qualité de vie", "Quality of life"), "up",
                   (49_000, 50_200, 51_600, 52_900, 53_300, 53_500, 53_420)),
            Series("lived", t("Qualité vécue", "Lived quality"), "up",
                   (52_700, 51_900, 50_200, 48_100, 46_600, 45_900, 45_180)),
        )  # fmt: skip

    def dimensions(self) -> tuple[Reading, ...]:
        t = self.t
        rows = (
            ("economy", t("Économie", "Economy"), 47_000, 60_000),
            ("people", t("Habitants", "People"), 44_000, 41_000),
            ("governance", t("Gouvernance", "Governance"), 45_000, 36_000),
            ("mobility", t("Mobilité", "Mobility"), 46_000, 57_000),
            ("environment", t("Environnement", "Environment"), 43_000, 45_000),
            ("living", t("Cadre de vie", "Living"), 51_000, 50_000),
        )
        return tuple(Reading(id_, name, Shift(before, after)) for id_, name, before, after in rows)

    def readings(self) -> tuple[Reading, ...]:
        t = self.t
        return (
            Reading("equity", t("Équité", "Equity"), Shift(91_700, 78_400)),
            Reading("worst_fifth", t("Le cinquième le moins bien loti", "The worst-off fifth"), Shift(48_600, 36_200)),
            Reading("trust", t("Confiance", "Trust"), Shift(50_000, 38_500)),
            Reading("participation", "Participation", Shift(40_000, 33_100)),
            Reading(
                "dependency", t("Dépendance aux fournisseurs", "Dependency on suppliers"), Shift(25_000, 47_800), "down"
            ),
            Reading("human_share", t("Part des décisions humaines", "Share of human decisions"), Shift(77_500, 58_900)),
        )

    def compass(self) -> Compass:
        t = self.t
        visions = (
            VisionShare(
                "business", "Digital Business", t("La ville vitrine.", "The shop-window city."), 46_000, (90, 25)
            ),
            VisionShare("ecotechno", "Eco Techno", t("La ville pilotée.", "The steered city."), 27_000, (55, 30)),
            VisionShare(
                "jail", t("Ville prison", "Jail City"), t("La ville sous clé.", "The locked city."), 13_000, (85, 5)
            ),
            VisionShare("human", "Ethic & Human", t("La ville des gens.", "The people’s city."), 6_000, (45, 95)),
            VisionShare("ecolife", "Eco Life", t("La ville vivante.", "The living city."), 5_000, (30, 75)),
            VisionShare(
                "symbiotic",
                t("Ville symbiotique", "Symbiotic city"),
                t("La ville-monde.", "The whole."),
                3_000,
                (40, 100),
            ),
        )
        path = ((30, 60), (34, 58), (43, 53), (55, 45), (64, 40), (69, 37), (74, 35))
        across, upward = Bearing(t("Économie", "Economy")), Bearing(t("Qualité vécue", "Lived quality"))
        return Compass(visions, across, upward, tuple((float(x), float(y)) for x, y in path))

    def causes(self, total: int, amounts: tuple[int, ...]) -> tuple[Cause, ...]:
        t = self.t
        paper = t("L’article : poser d’abord un maillage de capteurs, puis des plateformes.",
                  "The paper: first a blanket of sensors, then platforms.")  # fmt: skip
        names: tuple[tuple[str, str, str], ...] = (
            (t("Caméras à reconnaissance faciale", "Face-recognition cameras"), "intervention", paper),
            (t("Profilage → Contrôle", "Profiling → Control"), "link",
             t("Plus on établit de profils, plus on est tenté de diriger les conduites.",
               "The more profiles there are, the stronger the urge to steer what people do.")),
            (t("Circulation pilotée par les plaques", "Plate-reading traffic control"), "intervention", paper),
            (t("Façon de décider : vote majoritaire", "Way of deciding: majority vote"), "procedure", ""),
            (t("Fuite de données", "Data leak"), "shock", ""),
            (t("Croissance urbaine", "Urban growth"), "pressure",
             t("Hypothèse : une croissance laissée à elle-même.", "Hypothesis: growth left alone.")),
            (t("Dépendance aux fournisseurs → Affaiblissement du tissu local", "Dependency on suppliers → Weakening of the local fabric"), "link", ""),
            (t("Jardins de pluie", "Rain gardens"), "intervention", ""),
        )  # fmt: skip
        last = total - sum(amounts)
        return tuple(
            Cause(name, kind, amount, source)  # type: ignore[arg-type]
            for (name, kind, source), amount in zip(names, (*amounts, last), strict=False)
        )

    def accounts(self, series: tuple[Series, ...]) -> tuple[Account, ...]:
        amounts = {
            "economy": (4_130, 2_410, 3_920, 640, -350, 120, 380),
            "ecology": (-210, 1_840, -1_130, 310, -490, -960, 1_050),
            "surveillance": (7_310, 6_140, 5_020, 1_170, 2_480, 0, 2_910),
            "quality": (1_990, -1_210, 2_630, 800, -410, -330, 480),
            "lived": (-1_410, -3_650, 1_090, 920, -1_870, -1_240, -960),
        }
        return tuple(
            Account(one.id, one.name, one.good, 0, 6, one.shift, self.causes(one.shift.change, amounts[one.id]))
            for one in series
        )

    def turning_points(self) -> tuple[Account, ...]:
        t = self.t
        return (
            Account("surveillance", "Surveillance", "down", 0, 1, Shift(27_700, 33_900), self.causes(6_200, (4_310, 940, 350, 400))),
            Account("surveillance", "Surveillance", "down", 2, 3, Shift(39_100, 45_300), self.causes(6_200, (1_210, 2_140, 2_020, 170, 580))),
            Account("economy", t("Économie", "Economy"), "up", 2, 3, Shift(51_800, 55_300), self.causes(3_500, (1_630, 410, 920, 140))),
        )  # fmt: skip

    def groups(self) -> tuple[GroupFate, ...]:
        t = self.t
        rows = (
            (
                "precarious",
                t("Personnes en situation précaire", "People in precarious situations"),
                19_000,
                49_000,
                34_600,
                11_400,
            ),
            ("workers", t("Salariés modestes", "Modest workers"), 38_000, 52_000, 45_100, 6_200),
            ("students", t("Étudiants", "Students"), 15_000, 51_400, 42_700, 8_900),
            ("retirees", t("Retraités", "Retirees"), 17_000, 54_900, 50_800, 3_700),
            ("nomads", t("Nomades numériques", "Digital nomads"), 11_000, 56_000, 68_300, 0),
        )
        return tuple(GroupFate(i, n, p, Shift(b, a), gone) for i, n, p, b, a, gone in rows)

    def districts(self) -> tuple[DistrictFate, ...]:
        t = self.t
        rows = (
            (t("Le Centre", "The Centre"), (14_100, -1_200, 31_000, 4_900, -3_300), ((300, 190), (560, 190), (580, 400), (330, 420))),
            (t("La Vieille Ville", "The Old Town"), (9_400, 2_100, 22_000, 5_800, -5_200), ((580, 190), (820, 170), (850, 400), (600, 400))),
            (t("Les Collines", "The Hills"), (8_300, 3_900, 19_000, -1_100, -12_600), ((0, 0), (400, 0), (290, 180), (320, 430), (0, 470))),
            (t("Le Campus", "The Campus"), (15_700, 1_000, 27_500, 6_300, 4_600), ((420, 0), (840, 0), (820, 160), (560, 180), (310, 180))),
            (t("Le Port", "The Port"), (16_200, -2_700, 30_100, 7_700, 3_200), ((850, 0), (1100, 0), (1100, 550), (880, 580), (830, 170))),
            (t("La Plage", "The Beach"), (11_000, 900, 24_800, 300, -6_900), ((0, 490), (330, 440), (600, 420), (860, 420), (870, 590), (560, 545), (300, 590), (0, 630))),
        )  # fmt: skip
        starts = (48_000, 43_000, 28_000, 49_000, 52_000)
        return tuple(
            DistrictFate(
                str(k), name, tuple(Shift(start, start + change) for start, change in zip(starts, changes, strict=True)),
                tuple((float(x), float(y)) for x, y in outline), 2_000 * k,
            )
            for k, (name, changes, outline) in enumerate(rows)
        )  # fmt: skip

    def decisions(self) -> tuple[Decision, ...]:
        t = self.t
        vote = t("Vote majoritaire", "Majority vote")
        hall, firm = t("Mairie", "City hall"), t("Plateforme Azurel", "Azurel platform")
        poor, green = (
            t("Association de solidarité", "Solidarity association"),
            t("Association écologiste", "Environmental association"),
        )
        shops, home = t("Commerçants", "Shopkeepers"), t("Habitants", "Residents")
        faces = Answer(
            t("Caméras à reconnaissance faciale", "Face-recognition cameras"),
            "high",
            (firm, hall),
            t("Le Centre", "The Centre"),
            4,
            True,
        )
        lights = Answer(
            t("Éclairage et bornes d’appel", "Lighting and call points"), "mid", (shops,), t("Le Port", "The Port"), 2
        )
        mediators = Answer(
            t("Médiateurs de rue", "Street mediators"), "low", (poor, home), t("Les Collines", "The Hills"), 2
        )
        ballots = tuple(
            Ballot(seat, answer.title)
            for seat, answer in (
                (hall, faces),
                (firm, faces),
                (shops, faces),
                (poor, mediators),
                (home, mediators),
                (green, lights),
            )
        )
        plates = Answer(
            t("Circulation pilotée par les plaques", "Plate-reading traffic control"),
            "high",
            (firm,),
            t("Le Centre", "The Centre"),
            5,
            True,
        )
        walk = Answer(
            t("Marche, vélo, minibus", "Walking, cycling, minibus"),
            "low",
            (green, home),
            t("Les Collines", "The Hills"),
            3,
        )
        towers = Answer(
            t("Tours connectées", "Connected towers"), "high", (firm, shops), t("Le Port", "The Port"), 3, True
        )
        charter = Answer(
            t("Habitat partagé et charte des loyers", "Co-housing and a rent charter"),
            "low",
            (poor,),
            t("La Vieille Ville", "The Old Town"),
            3,
        )
        rain = Answer(t("Jardins de pluie", "Rain gardens"), "mid", (green,), t("La Plage", "The Beach"), 6, True)
        data = Answer(
            t("Données ouvertes et plateforme citoyenne", "Open data and a citizens’ platform"),
            "mid",
            (home,),
            t("toute la ville", "the whole city"),
            3,
        )
        return (
            Decision(1, t("Comment se sentir en sûreté le soir ?", "How to feel safe at night?"), vote, (faces, lights, mediators), ballots, 4_500, 4_500, 41_000, False, 1, t("La réponse la plus soutenue : 4 voix sur 8.", "The most supported answer: 4 votes out of 8.")),
            Decision(2, t("Comment circuler sans étouffer ?", "How to move without choking?"), vote, (plates, walk), (), 5_000, 5_000, 37_000, False, 3, t("5 voix sur 8.", "5 votes out of 8.")),
            Decision(3, t("Où loger ceux qui arrivent ?", "Where to house the newcomers?"), vote, (towers, charter), (), 7_000, 7_000, 31_000, True, None, t("Égalité à 3 voix ; la mairie a tranché.", "A tie at 3 votes; city hall settled it.")),
            Decision(4, t("Que faire des jours de pluie ?", "What about rainy days?"), vote, (rain,), (), 5_600, 1_400, 66_000, False, 6, ""),
            Decision(5, t("Qui connaît les chiffres de la ville ?", "Who knows the city’s figures?"), vote, (data,), (), 0, 0, None, False, None, t("Aucune réponse n’a eu la majorité.", "No answer had a majority.")),
        )  # fmt: skip

    def incidents(self) -> tuple[Incident, ...]:
        t = self.t
        return (
            Incident(2, t("Canicule", "Heatwave"), t("Neuf jours au-dessus de 38 degrés ; les étages sous les toits sont invivables.", "Nine days above 38 degrees; top floors are unbearable."), t("toute la ville", "the whole city"), t("Il y avait 16 % de chances ce tour-là.", "The odds that round were 16%.")),
            Incident(5, t("Fuite de données", "Data leak"), t("Les trajets de 60 000 habitants circulent sur un forum.", "The trips of 60,000 residents are passed around on a forum."), t("Le Centre", "The Centre")),
        )  # fmt: skip

    def payoffs(self) -> tuple[Payoff, ...]:
        t = self.t
        lived = Watched(t("Qualité vécue", "Lived quality"), "up", Shift(52_700, 45_180))
        watched = Watched("Surveillance", "down", Shift(27_700, 53_360))
        money = Watched(t("Économie", "Economy"), "up", Shift(48_200, 60_640))
        image = Watched("Image", "up", Shift(45_000, 61_000))
        nature = Watched(t("Biodiversité", "Biodiversity"), "up", Shift(39_000, 36_500))
        rows = (
            (t("Mairie", "City hall"), t("Une ville prospère, et réélue.", "A thriving city, and re-election."), t("Une vitrine pour un mandat national.", "A shop window for a national career."), (47_000, 55_000), (money, lived), image),
            (t("Plateforme Azurel", "Azurel platform"), t("Équiper la ville entière.", "To equip the whole city."), t("Garder les données après le contrat.", "To keep the data after the contract."), (38_000, 61_000), (money,), Watched(t("Profilage", "Profiling"), "up", Shift(22_000, 44_000))),
            (t("Commerçants", "Shopkeepers"), t("Des rues vivantes et sûres.", "Lively and safe streets."), t("Retarder la zone piétonne.", "To delay the car-free zone."), (50_000, 54_000), (money, lived), image),
            (t("Association écologiste", "Environmental association"), t("Faire revenir l’eau et les bêtes.", "To bring water and animals back."), t("Gagner des adhérents.", "To gain members."), (42_000, 40_500), (nature,), image),
            (t("Association de solidarité", "Solidarity association"), t("Que personne ne soit chassé.", "That nobody is driven out."), t("Sauver son local.", "To save its own premises."), (51_000, 37_000), (lived, watched), lived),
            (t("Habitants", "Residents"), t("Vivre tranquilles, et être entendus.", "A quiet life, and to be heard."), t("Que rien ne se bâtisse en face.", "That nothing is built across the street."), (53_000, 43_000), (lived, watched), nature),
        )  # fmt: skip
        return tuple(Payoff(n, aim, secret, Shift(*score), w, s) for n, aim, secret, score, w, s in rows)

    def funding(self) -> Funding:
        """Returns a budget of which one vote was open and the other secret."""
        t = self.t
        seats = (t("Mairie", "City hall"), t("Habitants", "Residents"), t("Commerçants", "Shopkeepers"))
        grid, trees = t("Un réseau <i>automatique</i>", "An <i>automatic</i> grid"), t("Jardins de pluie", "Rain gardens")
        return Funding(
            "money", seats,
            (
                Funded(1, "grid", grid, 4_600, True, (Share(seats[0], 3_100), Share(seats[1], 1_500))),
                Funded(3, "gardens", trees, 2_000, False, (Share("", 1_200), Share("", 800))),
            ),
        )  # fmt: skip

    def rulers(self) -> tuple[Ruler, ...]:
        t = self.t
        parts = (
            Measured("economy", t("Économie", "Economy"), 60, False, 60_000, 28_800, 36_400),
            Measured("surveillance", "Surveillance", 40, True, 53_000, 28_900, 18_700),
        )
        return (
            Ruler("business", "Digital Business", t("On compte les entreprises.", "Firms are counted."), 57_700, 55_100, parts),
            Ruler("own", t("La nôtre", "Our own"), t("On compte les gens.", "People are counted."), 41_000, 30_200, parts[1:], True),
        )

    def what_ifs(self) -> tuple[WhatIf, ...]:
        t = self.t
        levels = (
            MapLevel("economy", t("Économie", "Economy"), 60_000, 58_100),
            MapLevel("lived", t("Qualité vécue", "Lived quality"), 45_000, 49_200),
        )
        people = (MapLevel("students", t("Étudiants", "Students"), 42_000, 47_000),)
        told = t("Au tour 3, des arbres plutôt que des tours.", "In round 3, trees rather than towers.")
        how = t("Le reste comme ce fut joué.", "The rest as it was played.")
        answers = t("Des arbres", "Trees"), t("Des tours", "Towers")
        return (WhatIf(3, *answers, told, how, "", levels, (MapLevel("business", "Digital Business", 46_000, 39_000),), people, people),)

    def recorded(self) -> tuple[Recorded, ...]:
        t = self.t
        held = t("Noé, Sami et Inès.", "Noé, Sami and Inès.")
        ballots = t("6 bulletins, que le fichier garde.", "6 ballots, which the file keeps.")
        typed = (t("ouvrir <b>les</b> données", "open <b>the</b> data"),)
        return (
            Recorded("residents", t("Habitants", "Residents"), held, ("Noé",), (t("propose « Caméras »", "proposes “Cameras”"),),
                     ballots, t("6, à couvert", "6, in secret"), typed, t("J’irai à la réunion.", "I will go to the meeting."), ()),
        )  # fmt: skip

    def roles(self) -> tuple[RolePage, ...]:
        t = self.t
        image = t("La confiance rend l’image.", "Trust makes the image.")
        word = GivenWord(2, t("La mairie promet aux riverains : « <b>ouvrir</b> les données ».",
                              "City hall promises residents: “<b>open</b> the data”."), "kept")  # fmt: skip
        parts = (
            Part(1, t("Se sentir en sécurité", "Feeling safe"), t("Caméras", "Cameras"),
                 (t("propose « Caméras »", "proposes “Cameras”"),), t("« Caméras »", "“Cameras”")),
            Part(2, t("De l’ombre", "Shade"), "", (), t("bulletin secret", "secret ballot")),
        )  # fmt: skip
        return tuple(
            RolePage(seat.icon, seat.players, image, payoff, self.gains(payoff), parts, (word,), (),
                     t("J’irai à la réunion de quartier.", "I will go to the neighbourhood meeting."))
            for seat, payoff in zip(self.seats(), self.payoffs(), strict=True)
        )

    def gains(self, payoff: Payoff) -> tuple[Gain, ...]:
        """Returns what a seat follows; the causes of the first are known."""
        first, rest = payoff.watches[0], payoff.watches[1:]
        causes = self.causes(first.shift.change, (4_130, 2_410))
        account = Account("economy", first.name, "up", 0, 6, first.shift, causes)
        return (
            Gain(first, False, account), *(Gain(each, False, None) for each in rest),
            Gain(payoff.secret_watch, True, None),
        )  # fmt: skip

    def seats(self) -> tuple[Seat, ...]:
        t = self.t
        return (
            Seat(t("Mairie", "City hall"), "landmark", ("Amina", "Paul")),
            Seat(t("Plateforme Azurel", "Azurel platform"), "cpu", ("Lucie",)),
            Seat(t("Commerçants", "Shopkeepers"), "store", ("Jean-Marc", "Ève")),
            Seat(t("Association écologiste", "Environmental association"), "leaf", (), True),
            Seat(t("Association de solidarité", "Solidarity association"), "heart-handshake", ("Fatou",)),
            Seat(t("Habitants", "Residents"), "users", ("Noé", "Sami", "Inès")),
        )


if __name__ == "__main__":
    from game.report.page import render
    from game.wording.words import words_in

    folder = Path(sys.argv[1])
    for language in ("fr", "en"):
        (folder / f"debrief.{language}.html").write_text(
            render(debrief(language), words_in(language)), encoding="utf-8"
        )
