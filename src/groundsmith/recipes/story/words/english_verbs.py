"""English verbs: base forms, and the irregular ones with their past and participle.

Forms are made by rule, so that a verb is known by any of them; a form that two verbs share goes to
the commoner one, which stands first.
"""

from groundsmith.verify.words.listing import listed

_IRREGULAR = """
be was been|have had had|do did done|go went gone|come came come|see saw seen|say said said
take took taken|get got got|make made made|know knew known|think thought thought|give gave given
find found found|tell told told|feel felt felt|leave left left|keep kept kept|begin began begun
bring brought brought|stand stood stood|hear heard heard|let let let|mean meant meant
meet met met|run ran run|pay paid paid|sit sat sat|speak spoke spoken|lie lay lain|lead led led
read read read|grow grew grown|lose lost lost|fall fell fallen|send sent sent|build built built
understand understood understood|draw drew drawn|break broke broken|spend spent spent
cut cut cut|rise rose risen|drive drove driven|buy bought bought|wear wore worn
choose chose chosen|wake woke woken|hang hung hung|hold held held|catch caught caught
teach taught taught|throw threw thrown|fly flew flown|shake shook shaken|ride rode ridden
sing sang sung|sink sank sunk|drink drank drunk|eat ate eaten|sleep slept slept|swim swam swum
swing swung swung|stick stuck stuck|strike struck struck|blow blew blown|bend bent bent
bite bit bitten|bear bore borne|beat beat beaten|bet bet bet|bind bound bound|breed bred bred
burst burst burst|cast cast cast|cling clung clung|creep crept crept|deal dealt dealt
dig dug dug|dream dreamt dreamt|feed fed fed|flee fled fled|fling flung flung
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|grind ground ground
hide hid hidden|hit hit hit|hurt hurt hurt|kneel knelt knelt|lay laid laid|leap leapt leapt
lean leant leant|learn learnt learnt|lend lent lent|light lit lit|put put put|quit quit quit
ring rang rung|seek sought sought|sell sold sold|set set set|sew sewed sewn|shine shone shone
shoot shot shot|shut shut shut|slide slid slid|sling slung slung|spit spat spat|spin spun spun
split split split|spread spread spread|spring sprang sprung|steal stole stolen
sting stung stung|strive strove striven|swear swore sworn|sweep swept swept|tear tore torn
tread trod trodden|weep wept wept|win won won|wind wound wound|write wrote written
withdraw withdrew withdrawn|overhear overheard overheard|undo undid undone|become became become
forbid forbade forbidden|shrink shrank shrunk|stink stank stunk|sow sowed sown|mow mowed mown
show showed shown|prove proved proven|saw sawed sawn|swell swelled swollen|bid bade bidden
arise arose arisen|awake awoke awoken|mistake mistook mistaken|overcome overcame overcome
foresee foresaw foreseen|fight fought fought|shed shed shed|spill spilt spilt|spell spelt spelt
smell smelt smelt|spoil spoilt spoilt|burn burnt burnt|dwell dwelt dwelt|speed sped sped
slit slit slit|thrust thrust thrust|weave wove woven|wring wrung wrung|outgrow outgrew outgrown
retake retook retaken|rebuild rebuilt rebuilt|undergo underwent undergone|cost cost cost
drive drove driven|bleed bled bled|slay slew slain|wed wed wed|rend rent rent
"""

_REGULAR = """
accept accuse ache achieve act add address admire admit adopt advance advise age agree aim allow
amaze amuse announce annoy answer apologise appear applaud approach argue arrange arrest arrive
ask attack attend avoid back bake balance bandage bang bark bathe beckon beg behave believe belong
betray blame blaze bleach bless blink block blush board boast boil bolt borrow bother bounce bow
braid brake breathe brush bury busy button call calm camp care carry carve cause cease celebrate
change charge chase chat check cheer chew choke chop claim clap clasp clean clear clench climb
close clutch coach collapse collect comb comfort command compare complain complete confess
confirm confuse consider contain continue control cook cool copy cough count cover crack crash
crawl creak crop cross crouch crush cry curl curse curtsy damage dance dangle dare darken dart
dash date decide declare decline defend delay deliver demand deny depart depend describe deserve
destroy die dine dip disagree disappear discover discuss dislike dismiss dissolve disturb dive
divide divorce double doubt drag drain dress drift drip drop drown drum dry duck dump dust dye
earn echo edge embrace emerge empty end endure enjoy enter escape examine exchange exclaim excuse
exist expect explain explode explore extend face fade fail faint fan fancy fasten favour fear fetch
fill finger finish fire fish fit fix flap flash flatten flicker flinch flip float flood flow
fold follow fool force frame fret frown fumble gallop gasp gather gaze gesture giggle glance glare
glimpse glow grab greet grin grip groan growl grunt guard guess guide gulp halt hammer hand handle
happen harden hate haul haunt head heal heat help hesitate hire hiss hoist hope hop hug hum hunt
hurl hurry imagine improve include inform inhale inherit injure insist inspect intend
interrupt introduce invent invite iron jab jerk join joke judge jump justify kick kidnap kill kiss
knit knock knot label lack land last latch laugh launch lick lift like limp linger link list listen
live load lock lodge long look loosen love lower lurch manage march mark marry match matter
measure melt mend mention mind miss mix moan mount mourn move murder murmur mutter name nail narrow
need nod note notice number obey object obtain occur offer open oppose order owe own pack paddle
paint pant park part pass pat pause peel peer perform perish permit phone pick pin place plan plant
play plead please pluck plunge point poison pole polish pound pour practise praise pray predict
prefer prepare present press pretend prevent print promise promote pronounce protect protest
pull pump punish push puzzle quarrel question race rage rain raise reach realise recall receive
recognise record recover refuse regret reject relax release rely remain remark remember remind
remove rent repair repeat replace reply report rescue resign resist rest retire return reveal
reward rinse roar rob rock roll row rub ruin rule rush sail save scatter scold scramble scrape
scratch scream screw scrub seal search seat seem seize select separate serve settle shave
shelter shift shiver shock shoulder shout shove shrug sigh sign signal slam slap slice slip slow
smash smile smoke smooth snap snatch sneak sneeze sniff snore sob soften solve sort sound spare
spark spot sprint squeeze squint stab stagger stain stamp stand-up stare start starve stay
steady steer step stir stitch stoop stop store straighten strain strangle strap stretch stride
strip stroke stroll struggle study stumble succeed suck suffer suggest suit supply support
suppose surprise surrender surround survive suspect swallow sway swear-in swipe switch talk tap
taste tease telephone tempt tend test thank thicken thread threaten tick tidy tie tighten tilt tip
tire toss touch tow trace trade trail train translate trap travel treat tremble trick trim trip
trot trouble trust try tug tumble tune turn twist type uncover unfold unlock unpack untie unwrap
urge use usher vanish visit vote wade wail wait walk wander want warm warn wash waste watch water
wave weaken weigh welcome whimper whisper whistle widen wince wink wipe wish witness wonder work
worry wound wrap wrestle yawn yell yield zip marry graduate enlist retire work-out operate
"""


def _regular(base: str) -> tuple[str, str, str]:
    """The -s, -ed and -ing forms of a regular verb."""
    if base.endswith("e"):
        return (
            base + "s",
            base + "d",
            (base[:-2] + "y" if base.endswith("ie") else base[:-1]) + "ing",
        )
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    s = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return s, base + "ed", base + "ing"


def _doubled(base: str) -> bool:
    """Whether a verb doubles its last letter: `stop`, `admit`, `travel`."""
    if len(base) < 3 or base[-1] in "aeiouwxy" or base[-2] not in "aeiou":
        return False
    short = sum(letter in "aeiou" for letter in base) == 1
    return (short and base[-3] not in "aeiou") or base.endswith(
        ("mit", "gret", "rrel", "vel", "fer", "cur", "gin", "gal", "nap", "get", "trol", "bel")
    )


PAST: dict[str, str] = {}
"""Past forms, each with its verb."""
PARTICIPLE: dict[str, str] = {}
PRESENT: dict[str, str] = {}
"""Forms of the third person, each with its verb."""
GERUND: dict[str, str] = {}
BASE: set[str] = set()


def _fill() -> None:
    rows = [row.split() for row in _IRREGULAR.replace("\n", "|").split("|") if row.strip()]
    for base, past, participle in rows:
        s, _, ing = _regular(base)
        double = base + base[-1] if _doubled(base) else base
        BASE.add(base)
        PAST.setdefault(past, base)
        PARTICIPLE.setdefault(participle, base)
        PRESENT.setdefault(s, base)
        GERUND.setdefault(double + "ing" if _doubled(base) else ing, base)
    for base in _REGULAR.split():
        s, ed, ing = _regular(base)
        BASE.add(base)
        PRESENT.setdefault(s, base)
        forms = [(ed, ing)]
        if _doubled(base):
            forms.append((base + base[-1] + "ed", base + base[-1] + "ing"))
        for one, other in forms:
            PAST.setdefault(one, base)
            PARTICIPLE.setdefault(one, base)
            GERUND.setdefault(other, base)
    for form, base in (
        ("am", "be"), ("is", "be"), ("are", "be"), ("has", "have"), ("does", "do"),
        ("were", "be"), ("being", "be"), ("lying", "lie"), ("dying", "die"), ("tying", "tie"),
        ("learned", "learn"), ("dreamed", "dream"), ("leaned", "lean"), ("leaped", "leap"),
        ("burned", "burn"), ("spelled", "spell"), ("dove", "dive"), ("hanged", "hang"),
        ("kneeled", "kneel"), ("lighted", "light"), ("wakened", "wake"), ("awakened", "wake"),
        ("spoiled", "spoil"), ("smelled", "smell"), ("spilled", "spill"), ("gotten", "get"),
        ("weaved", "weave"), ("strode", "stride"), ("died", "die"),
    ):  # fmt: skip
        target = PRESENT if form in ("am", "is", "are", "has", "does") else PAST
        (GERUND if form.endswith("ing") else target)[form] = base
        if target is PAST and not form.endswith("ing") and form not in ("were", "strode", "dove"):
            PARTICIPLE.setdefault(form, base)
    PARTICIPLE["got"] = "get"


_fill()
NOT_FINITE = listed(
    """
    indeed need seed speed feed weed reed bed red hundred sacred naked wicked aged blessed wretched
    rugged ragged beloved crooked jagged bearded wooded one-eyed barefooted unmarried
    """
)
"""Words in -ed that are no verb."""
NOT_GERUND = listed(
    """
    something anything nothing everything morning evening ceiling wedding darling sibling duckling
    sterling herring pudding stocking lightning shilling viking farthing awning lodgings outing
    """
)
"""Words in -ing that are no verb."""


def lemma(word: str) -> str:
    """The base form of a verb in lower case; one that no list knows is cut by rule."""
    for forms in (PAST, PARTICIPLE, PRESENT, GERUND):
        if word in forms:
            return forms[word]
    if word in BASE:
        return word
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            if stem.endswith("i") and ending == "ed":
                return stem[:-1] + "y"
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            return stem + "e" if stem[-1] in "vucgzs" and stem[-2:] != "ss" else stem
    return word
