"""English verbs by their forms: what a form comes from, and what it becomes in a question.

A closed list rather than suffix rules: `-ed` and `-s` make verbs of nouns and adjectives, and a
sentence misread there gives a question that no one would ask.
"""

_REGULAR = """
abandon abolish absorb accept accompany accuse achieve acquire adapt add address adopt affect
aim allow amend announce appear apply appoint approve argue arrange arrive ask assign assist
assume attack attain attend attract authorize award base begin_ believe belong capture carry
cause cease celebrate change choose_ claim close collapse collect colonize combine commission
compete complete comprise concern conclude conduct confirm connect conquer consider consist
construct contain continue contribute convert convince cover create criticize cross cure declare
decide decline decrease dedicate defeat defend define deliver demand demonstrate deny depend
derive describe design destroy detect determine develop devise die direct disband discover discuss
divide divorce dominate donate earn elect eliminate emerge emigrate employ enable encourage end
endorse enjoy ensure enter entitle equip_ escape establish evolve examine exceed execute exhibit
exist expand expel_ experience explain explore export express extend face fail favor feature file
finance finish flow follow force form found fund gain generate govern graduate grant guarantee
guide happen help highlight hire host identify ignore illustrate implement import improve include
increase indicate influence inform inherit inspire install intend introduce invade invent invest
invite involve issue join justify kill labour lack land last launch locate look maintain manage
manufacture mark marry measure mention migrate monitor move murder name need note observe obtain
occupy occur_ offer open operate oppose order organize originate outline own paint participate
pass patent perform persuade place plant play possess practise practice predict prefer_ prepare
present preserve prevent proclaim produce prohibit promise promote propose prosecute protect prove
provide publish purchase pursue raise range rank rate reach realize rebuild_ receive recognize
recommend record recover recruit reduce refer_ reform refuse regard register reign reject relate
release relocate rely remain remove rename renew repair repeat replace report represent request
require rescue research reside resign resist resolve restore restrict result retain retire retreat
return reveal reverse review revise revive rule score search secure select separate serve settle
shape share show_ sign start state stay stop_ strengthen study submit_ succeed suffer suggest
supply support suppress surrender surround survive suspect switch target terminate test threaten
trace trade train transfer_ transform translate transport travel treat turn undergo_ unify unite
urge use vary visit vote wait walk want warn watch weigh welcome widen witness work worship yield
"""
_DOUBLED = """
admit admitted|commit committed|compel compelled|control controlled|drop dropped|equip equipped|
expel expelled|map mapped|occur occurred|omit omitted|permit permitted|plan planned|
prefer preferred|program programmed|refer referred|ship shipped|stop stopped|submit submitted|
transfer transferred|transmit transmitted|travel travelled
"""
_IRREGULAR = """
arise arose arisen|become became become|begin began begun|bind bound bound|break broke broken|
bring brought brought|build built built|buy bought bought|catch caught caught|
choose chose chosen|come came come|deal dealt dealt|draw drew drawn|drive drove driven|
fall fell fallen|fight fought fought|find found found|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|give gave given|go went gone|grow grew grown|hang hung hung|
have had had|hear heard heard|hold held held|keep kept kept|know knew known|lead led led|
leave left left|lend lent lent|lie lay lain|lose lost lost|make made made|mean meant meant|
meet met met|overcome overcame overcome|overthrow overthrew overthrown|pay paid paid|
rebuild rebuilt rebuilt|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|
sell sold sold|send sent sent|show showed shown|shrink shrank shrunk|sing sang sung|
sink sank sunk|speak spoke spoken|spend spent spent|stand stood stood|strike struck struck|
take took taken|teach taught taught|tell told told|throw threw thrown|undergo underwent undergone|
understand understood understood|undertake undertook undertaken|wear wore worn|win won won|
withdraw withdrew withdrawn|write wrote written
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


_BASES = [base for base in _REGULAR.split() if not base.endswith("_")]
BASE_OF_PAST: dict[str, str] = (
    {_past(base): base for base in _BASES}
    | {past: base for base, past in _entries(_DOUBLED)}
    | {past: base for base, past, _ in _entries(_IRREGULAR)}
)
"""Simple past → base form."""

PAST_OF_PARTICIPLE: dict[str, str] = (
    {_past(base): _past(base) for base in _BASES}
    | {past: past for _, past in _entries(_DOUBLED)}
    | {participle: past for _, past, participle in _entries(_IRREGULAR)}
)
"""Past participle → simple past."""


def _base_of_third(form: str) -> str:
    if form.endswith("ies") and form != "lies":
        return form[:-3] + "y"
    if form == "goes":
        return "go"
    if form.endswith("shes"):
        return form[:-2]
    return form[:-2] if form.endswith("sses") else form[:-1]


BASE_OF_THIRD: dict[str, str] = {form: _base_of_third(form) for form in _THIRD_PERSON.split()}
"""Third person singular present → base form; only forms that are hardly ever nouns."""
