"""Words of knowing and of not knowing: what shows that somebody does, does not, or comes to."""

from groundsmith.verify.words.listing import listed

KNOWS = listed(
    """
    know recognise recognize remember recall tahu kenal ingat ketahui kenali
    """
)
"""Verbs in their base form whose subject knows."""

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
    r"|always|at once|straight away|by heart|every (?:line|word|detail)|better than anyone"
    r"|everything"
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
    r" \w+|this|that) (?:secret |hidden )?from|hid(?:den)? (?:it )?from|tak seorang pun|tidak"
    r" seorang pun|tidak ada yang tahu"
    r"|(?:tidak|tak|belum)(?: pernah| juga| lagi)? (?:tahu|mengetahui|kenal|mengenal\w*|ingat"
    r"|mengingat"
    r"|bertemu|berjumpa|melihat|mendengar|diberi tahu|diceritakan|menyangka|menduga|sadar|ke"
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
