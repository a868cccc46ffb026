"""How a story says that a limb is missing, that both are there, and that somebody wears glasses."""

import re

_ARM, _LEG = r"(?:arm|hand|forearm)", r"(?:leg|foot)"
_LENGAN, _KAKI = r"(?:lengan|tangan)", r"(?:kaki|tungkai)"
_LOST = r"(?:lost|losing|cost (?:him|her)|missing|without|amputated|took off|taken off|severed)"
ONE_HAND = re.compile(
    rf"\b(?:one-(?:armed|handed)|empty (?:left |right )?sleeve|(?:wooden|artificial|iron|metal"
    rf"|steel|prosthetic) {_ARM}|hook (?:for|instead of|in place of) a(?:n)? {_ARM}"
    rf"|{_LOST} (?:an|his|her|one|the|a) (?:left |right )?{_ARM}\b(?! of)"
    rf"|(?:only|just|but) (?:the )?one {_ARM}|(?:his|her|the) one (?:good |remaining )?{_ARM}"
    rf"|stump (?:of|where) (?:his|her)? ?(?:left |right )?{_ARM}"
    rf"|{_LENGAN}\w* (?:kiri|kanan)?(?:nya)? ?(?:\w+ )?(?:yang )?(?:dari )?"
    rf"(?:kayu|palsu|buntung|besi)\b"
    rf"|(?:buntung|kehilangan|diamputasi) {_LENGAN}|{_LENGAN}\w* (?:tinggal|cuma|hanya) satu"
    rf"|bertangan satu|tangan satu-satunya)",
    re.I,
)
BOTH_HANDS = re.compile(
    r"\b(?:(?:both|two) (?:of )?(?:his|her|my) (?:own )?(?:hands|arms)"
    r"|(?:his|her|my) two (?:\w+ )?(?:hands|arms)"
    r"|both (?:hands|arms|palms|fists)|all (?:ten|of (?:his|her)) fingers"
    r"|(?:ten|all his|all her) fingers|(?:his|her|my) ten fingers|(?:arms|hands) folded"
    r"|folded (?:his|her) arms|clasped (?:his|her) hands|clapped (?:his|her) hands"
    r"|kedua (?:belah )?(?:lengan|tangan|telapak tangan)\w*|kesepuluh jari\w*"
    r"|sepuluh jari\w*|bertepuk tangan|bersedekap)\b",
    re.I,
)
ONE_LEG = re.compile(
    rf"\b(?:one-legged|peg-leg|peg leg|(?:wooden|artificial|cork|iron|prosthetic|tin) {_LEG}"
    rf"|{_LOST} (?:a|his|her|one|the) (?:left |right )?{_LEG}\b(?! of)"
    rf"|{_KAKI}\w* (?:kiri|kanan)?(?:nya)? ?(?:\w+ )?(?:yang )?(?:dari )?(?:kayu|palsu|buntung)\b"
    rf"|(?:buntung|kehilangan|diamputasi) {_KAKI}|berkaki satu|{_KAKI}\w* (?:tinggal|cuma) satu)",
    re.I,
)
BOTH_LEGS = re.compile(
    r"\b(?:both (?:of )?(?:(?:his|her|my) )?(?:legs|feet|knees)|(?:his|her|my) two (?:legs|feet)"
    r"|kedua (?:belah )?(?:kaki|lutut|tungkai)\w*|all ten toes)\b",
    re.I,
)
GLASSES = re.compile(
    r"\b(?:(?:wore|wears|wearing|put on|puts on|took off|takes off|adjusted|adjusts|polished"
    r"|polishes|pushed up|removed|removes|cleaned|wiped|peered over|looked over|with)"
    r" (?:\w+ ){0,3}(?:glasses|spectacles|eyeglasses|pince-nez|bifocals)(?! of\b)"
    r"|(?:his|her|my) (?:\w+ ){0,2}(?:spectacles|eyeglasses|pince-nez|bifocals|reading glasses)"
    r"|(?:behind|over|through) (?:his|her|my) (?:\w+ ){0,2}glasses|bespectacled|berkacamata"
    r"|kacamata(?:nya|ku)"
    r"|(?:memakai|mengenakan|melepas|membetulkan) (?:se\w+ )?kacamata(?! hitam))",
    re.I,
)
NO_GLASSES = re.compile(
    r"\b(?:never (?:\w+ ){0,2}(?:worn|wore|needed|owned|had) (?:\w+ ){0,2}(?:glasses|spectacles)"
    r"|(?:did not|didn['’]t|had no need (?:of|for)|without ever) (?:\w+ )?(?:wear|need|wearing)? ?"
    r"(?:glasses|spectacles)|no glasses"
    r"|tidak (?:pernah )?(?:ber|memakai |mengenakan |perlu )kacamata"
    r"|tak (?:pernah )?(?:ber|memakai |perlu )kacamata|tanpa pernah berkacamata)",
    re.I,
)
