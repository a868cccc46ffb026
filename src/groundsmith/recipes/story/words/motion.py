"""Verbs of bodily action, by which a passage of action is told from one of summary."""

ACTS = {
    "en": "throw fling hurl toss roll kick punch hit strike slam smash crash burst leap jump "
    "spring dive "
    "duck dodge run sprint race dash bolt charge scramble crawl climb swing grab snatch seize "
    "clutch "
    "catch grip tear rip wrench pull push shove drag haul heave fall tumble stumble trip skid "
    "slide "
    "slip land rear fire shoot stab slash cut hack swerve spin whirl twist turn lunge pounce "
    "whip "
    "lash "
    "drop duck roll dig fight wrestle struggle flee chase hiss howl scream shout roar explode "
    "blow "
    "shatter crack snap break bite hook hang let plunge swim paddle row steer brake vault scale "
    "knock "
    "bang pound hammer ram drive reach stagger lurch topple collapse clamber clatter gasp pant "
    "bound "
    "spur gallop bark yank fumble aim jerk thrust parry block swipe miss hurtle scrape flatten "
    "sweep "
    "smack squeeze wriggle pin press kneel rush tackle swarm bounce rip stamp splash cling dangle",
    "id": "menjatuhkan berguling menendang meninju memukul menghantam membanting menabrak "
    "menerobos "
    "melompat melompati meloncat terjun menyelam merunduk mengelak menghindar lari berlari "
    "berpacu "
    "menyerbu merangkak memanjat mengayun mengayunkan menyambar merenggut mencengkeram menangkap "
    "merebut "
    "menggenggam merobek menarik mendorong menyeret mengangkat jatuh terjatuh tersandung "
    "tergelincir "
    "terpeleset mendarat menembak menikam menebas memotong membelok berputar memutar menerjang "
    "mencambuk "
    "menghambur bergulat bergumul kabur mengejar berdesing berteriak meledak pecah patah jebol "
    "menggigit mengait menggelantung bergantung berenang mendayung mengerem menghajar menjejak "
    "menyelinap "
    "terguling terhuyung roboh ambruk terengah terengah-engah memacu melempar melemparkan "
    "melontarkan "
    "menusuk menangkis meleset melesat menyabet menekan berlutut menyergap menginjak memercik "
    "terbanting terbang membungkus melangkahi berbalik menjepit mencabut meraih melepaskan "
    "menampar "
    "mengibas menyeruduk mendobrak membentur terlempar terpental bertahan menutup berderak "
    "menancap "
    "mengguncang menerkam menyepak mencekik tersungkur tergelepar menggeliat menyentak tersentak "
    "menukik membidik mengempas terempas menggapai membelit",
}

_IRREGULAR = {
    "throw": "threw thrown", "fling": "flung", "hit": "hit", "strike": "struck", "burst": "burst",
    "spring": "sprang sprung", "dive": "dived dove", "run": "ran", "swing": "swung", "catch":
    "caught", "tear": "tore torn", "fall": "fell fallen", "slide": "slid", "shoot": "shot",
    "cut": "cut", "spin": "spun", "dig": "dug", "fight": "fought", "flee": "fled", "blow":
    "blew blown", "break": "broke broken", "bite": "bit bitten", "hang": "hung", "let": "let",
    "swim": "swam swum", "drive": "drove driven", "leap": "leapt", "kneel": "knelt", "sweep":
    "swept", "cling": "clung", "thrust": "thrust", "stab": "stabbed",
}  # fmt: skip


def forms(verb: str) -> set[str]:
    """The inflected forms of an English verb, some of which do not exist."""
    stem = verb[:-1] if verb.endswith("e") else verb
    doubled = verb + verb[-1]
    return {
        verb, verb + "s", verb + "es", stem + "ed", stem + "ing", doubled + "ed", doubled + "ing",
        *(_IRREGULAR.get(verb, "").split()),
    }  # fmt: skip


ACTED = {
    "en": frozenset(form for verb in ACTS["en"].split() for form in forms(verb)),
    "id": frozenset(ACTS["id"].split()),
}
"""Every form of a verb of action."""
