"""English verbs by their forms: what a form comes from, and what it becomes in a question.

A closed list rather than suffix rules: `-ed` and `-s` make verbs of nouns and adjectives, and a
sentence misread there gives a question that no one would ask.
"""

from groundsmith.recipes.qa.extractive.words import terms

_REGULAR = """
abandon abolish absorb accept accompany accuse achieve acquire adapt add address adopt advance
advise affect agree aim allocate allow amend announce appear apply appoint approach appropriate
approve argue arm arrange arrest arrive ask assassinate assemble assert assign assist assume attack
attain attempt attend attract author authorize award back base believe belong bless border call
capture carry cause cease celebrate change charge chart cheer claim classify close code coin
collapse collect colonize combine commence comment commission compete compile complete compose
comprise concern conclude conduct confine confirm confiscate connect conquer consider consist
construct contact contain contend continue contribute convert convict convince correct cover create
credit criticize cross cure damage debut decide declare decline decorate decrease dedicate defeat
defend define delay deliver demand demolish demonstrate deny depend depict deploy derive describe
design designate destroy detail detain detect determine develop devise devote die differ direct
disband discontinue discover discuss dismiss dispatch display dissolve distribute divide divorce
dominate donate double doubt draft dub earn educate effect elect elevate eliminate emerge emigrate
emphasize employ enable enact encode encounter encourage end endorse engage enjoy enlarge enlist
ensure enter entitle erect erode escape establish estimate evolve examine exceed exchange execute
exhibit exist expand expect experience experiment explain exploit explore export express extend
face fail favor fear feature file fill finalize finance finish fire fix flood flourish flow focus
follow force form formulate found free fulfil fund gain gather generate govern graduate grant
guarantee guard guide happen harvest help highlight hire hope host house identify ignore illuminate
illustrate immigrate implement imply import impose imprison improve inaugurate include increase
indicate inflict influence inform inhabit inherit inhibit initiate injure inspire install instruct
intend interact interpret interview introduce invade invent invest invite involve isolate issue
join justify kill label labour lack land last launch list load locate lock look maintain manage
manufacture mark marry measure mention merge migrate mix modify monitor move murder name narrate
need nominate notch note notice number observe obtain occupy offer open operate oppose order
organize originate outlaw outline outnumber overlook overturn owe own pack paint participate pass
patent perceive perform persist persuade phone photograph pierce pioneer place plant play plead
please populate portray position possess practice practise praise predict premiere prepare present
preserve press prevent print proceed process proclaim procure produce prohibit promise promote
prompt propose prosecute protect prove provide provoke publish purchase pursue push question quote
raise range rank rate ratify reach react reactivate realise realize rebel recall recapture receive
recognise recognize recommend reconstruct record recover recruit recycle reduce refer reflect
reform refuse regain regard register reign reinforce reject relate relax release relieve relocate
rely remain remand remove rename renew renovate reopen repair repeal repeat replace report
represent request require rescue research resemble reserve reside resign resist resolve respond
restore restrict restructure result resume retain retire retreat return reveal reverse review
revise revive revolutionize reward rival rule sack sail sanction satisfy scatter schedule score
search seat secure select sentence separate serve settle shape share shift sign simplify skip
specialize specify sponsor stabilize staff stage start state station stay stimulate store
strengthen stress stretch structure struggle study subdue subsidize substitute succeed suffer
suggest summon supervise supply support suppress surpass surprise surrender surround survive
suspect sustain switch symbolize target tax terminate test testify threaten tie tolerate torture
trace track trade train transform translate transport travel treat trigger triumph turn uncover
undermine unify unite unveil update upgrade urge use utilize validate value vary venture verify
veto view violate visit vote wait waive walk want warn watch weigh welcome widen witness work
worship wound yield
"""
_DOUBLED = """
admit admitted|commit committed|compel compelled|control controlled|drop dropped|equip equipped|
expel expelled|map mapped|occur occurred|omit omitted|permit permitted|plan planned|
prefer preferred|program programmed|refer referred|ship shipped|span spanned|star starred|
stop stopped|submit submitted|transfer transferred|transmit transmitted|travel travelled
"""
_IRREGULAR = """
arise arose arisen|become became become|begin began begun|bind bound bound|break broke broken|
bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen|
come came come|deal dealt dealt|draw drew drawn|drive drove driven|fall fell fallen|
fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|give gave given|go went gone|grow grew grown|hang hung hung|have had had|
hear heard heard|hold held held|keep kept kept|know knew known|lead led led|leave left left|
lend lent lent|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|
overcome overcame overcome|overthrow overthrew overthrown|pay paid paid|rebuild rebuilt rebuilt|
rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|
send sent sent|show showed shown|shrink shrank shrunk|sing sang sung|sink sank sunk|
speak spoke spoken|spend spent spent|stand stood stood|strike struck struck|take took taken|
teach taught taught|tell told told|think thought thought|throw threw thrown|
undergo underwent undergone|understand understood understood|undertake undertook undertaken|
wear wore worn|win won won|withdraw withdrew withdrawn|write wrote written
"""
_THIRD_PERSON = """
allows applies appears becomes begins believes belongs brings carries comprises consists contains
contributes creates defines depends describes determines develops employs enables encourages
ensures enters exists explains follows gives goes grants grows happens helps holds improves
includes indicates introduces involves keeps lies maintains makes manages meets obtains occurs
offers operates owns pays permits possesses prevents produces prohibits protects provides
publishes receives recognizes recommends reduces refers regulates remains represents requires
resides runs sells sends serves specifies speaks stands supplies supports takes teaches treats
varies lasts costs covers hosts employs
"""


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


def _entries(table: str) -> list[list[str]]:
    return [entry.split() for entry in table.split("|")]


_BASES = _REGULAR.split()
BASE_OF_PAST: dict[str, str] = (
    {_past(base): base for base in _BASES}
    | {past: base for base, past in _entries(_DOUBLED)}
    | {past: base for base, past, _ in _entries(_IRREGULAR)}
)
"""Simple past → base form."""

BASES = frozenset(BASE_OF_PAST.values())
"""Base forms, which at the head of a sentence are commands."""

PAST_OF_PARTICIPLE: dict[str, str] = (
    {_past(base): _past(base) for base in _BASES}
    | {past: past for _, past in _entries(_DOUBLED)}
    | {participle: past for _, past, participle in _entries(_IRREGULAR)}
)
"""Past participle → simple past."""


def base_of_third(form: str) -> str:
    """The base form of a third person singular, by its ending."""
    if form.endswith("ies") and form != "lies":
        return form[:-3] + "y"
    if form == "goes":
        return "go"
    if form.endswith("shes"):
        return form[:-2]
    return form[:-2] if form.endswith("sses") else form[:-1]


PRESENT_PLURAL = terms(
    """
    allow appear apply become begin believe belong bring comprise consist contain contribute create
    define depend describe determine develop employ enable encourage ensure enter exist explain
    follow give go grow happen improve include indicate introduce involve keep lie maintain make
    meet obtain occur operate own pay permit possess prevent prohibit protect provide publish
    receive recognize recommend reduce refer regulate rely remain represent require reside sell
    send serve speak specify supply take teach use vary
    """
)
"""Base forms that are hardly ever nouns, so that after a plural they are its verb."""

BASE_OF_THIRD: dict[str, str] = {form: base_of_third(form) for form in _THIRD_PERSON.split()}
"""Third person singular present → base form; only forms that are hardly ever nouns."""
