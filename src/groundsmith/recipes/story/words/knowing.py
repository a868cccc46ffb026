"""Words of knowing and of not knowing: what shows that somebody does, does not, or comes to."""

from groundsmith.verify.words.listing import listed

KNOWS = listed(
    """
    know recognise recognize remember recall tahu kenal ingat ketahui kenali
    hafal
    """
)
"""Verbs in their base form whose subject knows."""

HEARS = listed(
    """
    suspect hear guess learn realise realize discover notice understand see dengar
    curiga curigai sadar sadari duga sangka lihat pelajari
    """
)
"""Verbs whose subject knows from then on: they tell of knowing where they say since when."""

MINDLESS = listed(
    """
    nobody none no-one one it that this there what the they he she we you i tak tidak siapa itu
    ini ada mereka kami kita ia dia aku kecil paling seorang sendiri
    """
)
"""What stands as a subject and is no group of people."""

TELLS = listed(
    """
    tell announce confess reveal confide inform warn explain betray publish cerita ceritakan
    beritahu umum umumkan ungkap ungkapkan sampaikan kabarkan beber bocorkan bocor
    """
)
"""Verbs of letting others know."""

KEEPS = (
    r"told (?:no one|nobody|no soul|not a soul|no living soul|none)|never (?:told|breathed|let on"
    r"|confided|spoke|spoken)|(?:did not|didn['’]t|had not|hadn['’]t) (?:tell|told) (?:a soul"
    r"|anyone|anybody)|kept (?:it|this|that|(?:the|his|her) \w+)(?: (?:a )?(?:secret|hidden))?"
    r" from|kept (?:it |this )?(?:to (?:him|her)self|quiet)|hid(?:den)? (?:it|this|the \w+) from"
    r"|merahasiakan\w*|(?:tak|tidak|belum) pernah (?:bercerita|menceritakan\w*|memberi ?tahu"
    r"|mengatakan\w*|membuka mulut)|menyembunyikan\w* .{0,40}dari|(?:tidak|tak) (?:bercerita"
    r"|memberi ?tahu) (?:kepada )?siapa"
)
"""What says that somebody keeps what they know to themselves."""

STRANGER = (
    r"(?:still|yet) (?:knew|know|knows) (?:nothing|no)|still (?:had no idea|did(?: not|n['’]t)"
    r" know)|never (?:learn(?:ed|t)|known|heard of|heard a word)|never (?:once )?set (?:foot|eyes)"
    r"|a (?:complete |perfect |total |utter )?stranger to|(?:did(?: not|n['’]t)|could not) know"
    r" (?:a single|one|any) |masih (?:belum|tidak) tahu|belum tahu apa-apa|tidak tahu apa-apa"
    r"|(?:belum|tak|tidak) pernah (?:menginjak\w*|mengenal\w*|tahu|mengetahui|diingat"
    r"|diketahui)|asing (?:di|dengan|bagi)|(?:tak|tidak) satu pun .{3,30} pernah di\w+"
)
"""What says that somebody who was no stranger to a thing is one."""

FOUND = (
    r"found out|found (?:what|who|where|why|how|that)|discover(?:s|ed)|learn(?:ed|t) (?:that|who"
    r"|what|where"
    r"|of|about|how)|realised|realized|told (?:him|her|them|me|us) (?:that|about|of|who|what|where"
    r"|everything|the truth)|confessed|revealed|admitted|baru (?:tahu|mengetahui\w*|sadar)|ternyata"
    r"|mendapati|menceritakan|memberitahu\w*|mengaku(?:i)?|mengungkapkan|terungkap|yang sebenarnya"
)
"""What says that somebody comes to know."""

LONG_SINCE = (
    r"already|perfectly|all along|all the (?:while|time)|since|long(?: since| ago)?|exactly|of"
    r" course"
    r"|(?:very|quite|only too|too|all|well) well|well (?:enough|knew)|well(?= (?:that|who|what"
    r"|where"
    r"|why|how|knew))|all about|from the (?:start|beginning|first)|for (?:weeks|months|years|days)"
    r"|from (?:(?:his|her|my|their|the very|the|earliest) )?(?:childhood|birth|boyhood|girlhood"
    r"|outset|cradle|day one|first \w+)|the (?:very )?first (?:day|hour|night|moment|evening)"
    r"|before (?:any(?:one|body)?|every(?:one|body)|all of|the (?:others|rest))\b"
    r"|(?:weeks|months|years|days) (?:before|earlier)|all (?:his|her|my|their) li(?:fe|ves)"
    r"|every (?:night|day|hour) since"
    r"|always|at once|straight away|by heart|every (?:line|word|detail)|better than anyone"
    r"|everything"
    r"|selalu|selama ini|paling (?:dulu|dahulu)|lebih (?:dulu|dahulu)|sebelum (?:semua|siapa"
    r"|orang lain|yang lain)|(?:hari|jam|malam|saat) pertama|dari (?:kecil|lahir)|jauh hari"
    r"|sudah (?:lama|sejak|tahu|mendengar)|tahu (?:betul|benar|persis|pasti|semua\w*)|betul|persis"
    r"|dari (?:awal|dulu|mula)|sejak (?:awal|semula|dulu|lama|kecil|hari|malam|\w+)|semuanya"
    r"|berminggu-minggu"
    r"|berbulan-bulan|bertahun-tahun|langsung|seketika|luar kepala|sudah diketahui\w*"
)
"""What says that somebody knew before they could have been told."""

IGNORANT = (
    r"(?:did|does|do|had|have|has|could|would)(?: not|n['’]t) (?:yet |even |really |still"
    r" )?(?:know|knew"
    r"|known|guess|guessed|suspect|suspected|remember|recall|recognise|heard?|been told|told"
    r"|understand"
    r"|learn|learnt|learned|discovered?|(?:have|had) (?:any|the (?:least|faintest)) (?:idea"
    r"|notion))"
    r"|(?:has|have|had)(?: not|n['’]t) (?:any|the \w+) (?:idea|notion)|no (?:idea|notion|inkling"
    r"|clue)"
    r"|had (?:quite |entirely |completely |clean |wholly )?forgotten|forgot (?:all|every)"
    r"|neither .{2,40} (?:knew|suspected|guessed|had heard)|nobody (?:suspected|guessed)"
    r"|no one (?:suspected|guessed)|lupa (?:sama sekali|akan)|melupakan"
    r"|knew nothing|know nothing|knows nothing|knew (?:no|neither)|ignorant of|unaware"
    r"|never (?:knew|know|known|learn(?:ed|t)|found out|discovered|guessed|suspected|told|been"
    r" told|met"
    r"|seen|set eyes on|been (?:to|in|near|inside)|visited|heard|spoken to|read|tasted|touched)"
    r"|nobody (?:knew|knows|had (?:told|seen|heard)|else)|no one (?:knew|knows|had|else)|none of"
    r" .{2,20}"
    r" (?:knew|had)|only .{2,24} knew|(?:nobody|no one|none) (?:but|except) |wondered|hunting for"
    r"|hunted for"
    r"|search(?:ed|ing) for|looked everywhere|looking for|first time|mystery|a secret|kept (?:it"
    r"|the"
    r" \w+|this|that) (?:secret |hidden )?from|hid(?:den)? (?:it )?from|(?:tak|tidak)"
    r" seorang pun (?:\w+ ){0,2}(?:tahu|mengetahui|menyangka|menduga|curiga|kenal|mengenal"
    r"|mendengar|pernah|diberi|memberi|lain)"
    r"|(?:tidak|tak) ada yang (?:tahu|mengetahui|memberi ?tahu|bercerita)"
    r"|(?:tidak|tak|belum)(?: pernah| juga| lagi)? (?:tahu|mengetahui|kenal|mengenal\w*|ingat"
    r"|mengingat"
    r"|bertemu|berjumpa|melihat|mendengar|diberi tahu|diceritakan|menyangka|menduga|sadar|menyadari"
    r"|mencurigai|curiga|memberi ?tahu|ke"
    r" [A-Z]\w+)"
    r"|hanya .{2,24} yang tahu|bertanya-tanya|mencari-cari|mencari|pertama kali(?:nya)?|rahasia"
    r"|merahasiakan|menyembunyikan|disembunyikan\w*|dirahasiakan"
)
"""What says that somebody does not know, has not met, or looks for something."""

UNMET = (
    r"never (?:\w+ )?(?:met|seen|set eyes on|been (?:to|in|near|inside)|visited|heard of|spoken to"
    r"|set foot)"
    r"|first time|(?:belum|tidak|tak) pernah (?:bertemu|berjumpa|melihat|mendengar|ke|menginjak\w*"
    r"|mengenal)"
    r"|pertama kali(?:nya)?"
)
"""What says that somebody has not met a person, or not been to a place."""

HUSHES = (
    r"(?:not|never|n['’]t) (?:to )?(?:tell|speak|say|mention|breathe|let)|must (?:not|never)"
    r" (?:know|find"
    r" out|hear|learn)|between (?:you and me|us|ourselves)|keep (?:it|this) (?:to yourself|from)"
    r"|swore|promise"
    r"|jangan (?:bilang|cerita\w*|beri tahu|katakan|sampai)|tidak boleh tahu|jangan sampai .{2,20}"
    r" tahu"
)
"""What somebody says who wants nobody to know."""

FAMILIAR = (
    r"recogni[sz]ed|(?:the )?last time (?:he|she|they|i)\b|as always|as before|as ever|once more"
    r"|old friend|grown up"
    r" (?:on"
    r"|with|in)|every (?:summer|winter|year|sunday|week)|the (?:summer|year|winter|week) before"
    r"|used to|knew (?:him|her|them|it) (?:by|from)|by (?:his|her) real name|known (?:him|her)"
    r" (?:for|since)"
    r"|mengenali\w*|terakhir kali (?:ia|dia|mereka|ke)\b|yang terakhir ke|seperti dulu|seperti"
    r" biasa|sejak kecil|setiap"
    r" (?:liburan"
    r"|tahun|minggu|musim)|akrab|tahun lalu|kawan lama|teman lama"
)
"""What says that somebody is no stranger to a person or a place."""
