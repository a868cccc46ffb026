"""Words of dying: how somebody dies, is killed, is mourned, and who animals are.

Each list is an alternation of a regular expression, so that a phrase may stand beside a word.
"""

ILLS = (
    "fever|cancer|plague|consumption|tuberculosis|cholera|typhus|typhoid|smallpox|influenza|flu"
    "|pneumonia|malaria|disease|illness|sickness|infection|stroke|tumou?r|poison|venom|sea|river"
    "|flood|wave|current|avalanche|blizzard|winter|cold|fire|blast|explosion|bomb|war|famine"
    "|hunger|drink|bullet|shot|lake|storm|sniper|mine"
)
"""What takes somebody."""

KILLED = (
    "killed|murdered|hanged|executed|beheaded|buried|slain|assassinated|cremated|strangled|lynched"
    "|guillotined|electrocuted|interred|entombed|slaughtered|butchered|massacred|laid to rest"
    "|put to death|put down|shot dead|gunned down|stabbed to death|beaten to death|burnt alive"
    "|burned alive|drowned|lost at sea|lost overboard|pronounced dead|declared dead"
)
"""Participles of a death at others' hands, or after it."""

KILLS = (
    "killed|murdered|hanged|executed|beheaded|buried|slew|assassinated|cremated|strangled|lynched"
    "|drowned|slaughtered|butchered|shot dead|gunned down|put down|mourned|shot and killed"
    "|(?:survived|lived|saved|got out|came back|returned)(?: alive)?,? (?:but|except|save|bar)(?:"
    " for)?|(?:no one|nobody|none) [^.;]{0,30}(?:survived|alive)[^.;]{0,20},?"
    " (?:not even|including)"
)
"""The same as verbs with an object."""

DIES = (
    r"(?:fell|falls|sank|dropped|collapsed|slumped|crumpled|hung|lay|lies)(?: down)? lifeless"
    r"|died|dies|drowned(?! (?:the|in (?:sorrow|work|paper|noise|silence))\b| out)|drowns|perished"
    r"|expired|succumbed|suffocated|passed away"
    r"|passed on(?! (?:without|to|by|through|his|her|the|with|into|down|along|a|its|from|[a-z]+ing)"
    r"\b|,)|been dead|lay dead|lies dead|fell dead"
    r"|dropped dead|(?:bled|burn(?:ed|t)|fro(?:ze|zen)|starved|choked|drunk? (?:him|her)self"
    r"|drank (?:him|her)self) to death|(?:fell|fallen|leapt|jumped|plunged|went|gone) to (?:his"
    r"|her|its|their) deaths?|lost (?:his|her|its|their) (?:life|lives)|(?:took|taken) (?:his|her)"
    r" own life|(?:hanged|shot|killed|drowned|poisoned|gassed) (?:him|her)self|(?:gave|given)"
    r" (?:his|her) life|breathed (?:his|her|its) last|(?:drew|drawn) (?:his|her|its) last breath"
    r"|(?:gave|given) up the ghost|(?:went|gone) down with (?:the|his|her|their) \w+|stopped"
    r" breathing|(?:did not|didn['’]t|had not|hadn['’]t|never) survived?"
    r"|(?:never|did not|didn['’]t|would not) (?:woke|wakes?|waken|got up|get up|came round"
    r"|regained?"
    r" consciousness|stir(?:red)?|came? up|surfaced?|rose|rise)(?: up)?(?: again| any ?more)"
    r"|never (?:woke|regained consciousness)|(?:never|did not|didn['’]t) (?:came?|returned?|got"
    r"|get)(?: back"
    r"| home)? (?:from|out of) (?:the )?(?:war|sea|mines?|front|trenches|mountain|pit|fire)"
    r"|gone stiff|gone to (?:his|her|its) grave|met (?:his|her|its) (?:death|end)"
    r"|(?:gone|went) of (?:the )?\w+(?: fever)?|fallen in (?:the war|battle|action)"
    r"|(?:was|were|is|are) no more(?=[.,;]|$)"
    r"|(?:lay|lies|sat|slumped|found)\b[^.;]{0,60} with (?:a|the|his|her) (?:[\w-]+ ){1,2}(?:in"
    r"|through) (?:his"
    r"|her) (?:back|heart|chest|throat|skull|head|brain|breast|neck)"
)
"""What the subject does who dies."""

DIES_ID = (
    r"meninggal|(?<!orang )(?<!yang )mati(?! (?:lampu|rasa|kutu|angin|suri|listrik|gaya|langkah"
    r"|kata)|-matian)|tewas"
    r"|wafat|gugur|mangkat|terbunuh|dibunuh|dikubur(?:kan)?|dimakamkan|dikebumikan|disemayamkan"
    r"|dikremasi|meregang nyawa|(?:meng|me)?(?:h)?embuskan na[fp]as(?:nya)? (?:yang )?terakhir\w*"
    r"|menghembuskan na[fp]as terakhir|berpulang|tutup usia|sudah tiada|telah tiada|tak bernyawa"
    r"|tidak bernyawa|(?:tidak|tak) selamat|(?:jatuh|rebah|roboh|terkulai) (?:tak|tidak)"
    r" bernyawa|tak tertolong|tidak tertolong|bunuh diri|gantung diri|kehilangan nyawa"
    r"|ditembak mati|dihukum (?:mati|gantung)|dieksekusi|dipancung|digantung|hanyut dan tidak"
    r"|tenggelam(?! (?:dalam|di (?:dalam )?(?:pikiran|lamunan|pekerjaan|kesedihan)))"
    r"|(?:tidak|tak) (?:pernah )?(?:bangun|terbangun|sadar|muncul|bernapas) lagi|dibacok sampai"
    r" mati"
    r"|ajal(?:nya)? (?:tiba|menjemput)|dijemput (?:ajal|maut)|kehabisan darah|dimangsa \w+"
)
KILLS_ID = (
    r"membunuh|mengubur(?:kan)?|memakamkan|mengebumikan|menewaskan|menembak mati|menggantung"
    r"|merenggut nyawa|mengambil nyawa|mencabut nyawa|meracuni|memancung|membantai|menyembelih"
    r"|mengkremasi|menghabisi(?: nyawa)?|melayat(?: ke)?|selamat kecuali|selamat, kecuali"
    r"|(?:tidak|tak) (?:seorang|satu) pun (?:yang )?(?:selamat|hidup)[^.;]{0,40}? termasuk"
    r"(?: (?!\b[A-Z])\w+)?"
)
GRAVES = (
    "funeral|grave|graveside|tomb|tombstone|headstone|gravestone|corpse|coffin|ashes|remains"
    "|dead body|lifeless body|burial|death|murder|killing|suicide|wake|widow|widower|drowning"
    "|obituary|execution|ghost"
)
"""What only the dead have."""

GRAVES_ID = (
    "mayat|jenazah|jasad|makam|kubur|kuburan|pusara|nisan|pemakaman|kematian|almarhum(?:ah)?"
    "|mendiang|abu jenazah|peti mati|arwah|janda|duda|pembunuhan|abu"
)
BEASTS = {
    "en": "dog|hound|puppy|terrier|spaniel|sheepdog|cat|kitten|tomcat|horse|mare|stallion|gelding"
    "|pony|mule|donkey|ox|cow|bull|calf|goat|ram|ewe|pig|sow|hen|rooster|goose|parrot|canary|raven"
    "|falcon|hawk|owl|fox|wolf|bear|tiger|lion|elephant|camel|monkey|snake|dragon|rabbit|tortoise",
    "id": "anjing|kucing|kuda|kerbau|sapi|kambing|domba|burung|beo|kakatua|merpati|gajah|harimau"
    "|monyet|ular|naga|kelinci|buaya|unta|keledai|babi|ayam jago",
}
"""Animals that a story may have one of."""
