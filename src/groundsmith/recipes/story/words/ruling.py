"""How a story states that something is forbidden, due, kept to somebody, or befalls who does it."""

import re

FORBIDS = {
    "en": re.compile(
        r"\b(?:must (?:not|never)|may not|(?:is|was|are|were) (?:strictly |expressly )?(?:forbidden"
        r"|banned|prohibited|outlawed|taboo|not (?:allowed|permitted)|never (?:allowed|permitted"
        r"|\w+ed|\w+n))|it (?:is|was) (?:forbidden|against the (?:law|rules))"
        r"|[Nn]o \w+(?: of any kind)? (?:is|was|are|were|may|can|could|must|crosses|crossed|passes"
        r"|passed|enters?|entered|ever|shall|works?|worked)|(?:nobody|no one|none)(?: of \w+)?"
        r" (?:may"
        r"|might|ever|must|is to|was to|was allowed|could|can|spoke|crosse[sd])|[Ww]e don['’]t \w+"
        r" (?:after|before|on|in)|(?:does|do|did)(?: not|n['’]t) work|(?:never|cannot|can never"
        r"|could"
        r" never|could not) (?:\w+ ){1,6}?(?:on|in|after|before|beyond|without|twice|two|more than"
        r"|to"
        r" the|running|again|by)|against the law|punishable|on pain of|(?:an? \w+"
        r"|the (?:dead|living)|\w+s) (?:cannot|can never|can['’]t)|^\W*an? \w+ [^.;]{4,40}"
        r" (?:cannot|can never|can['’]t)"
        r"|(?:nobody|no one|none|no \w+) (?:who|that|which) .{4,60}? ever"
        r"|there (?:is|was|are|were|has been|had been) no(?:t a| \w+)? ?(?:\w+ )?(?:in|on)"
        r" (?:the )?"
        r"(?-i:[A-Z])\w+|it never \w+ (?:in|on) (?-i:[A-Z])\w+|(?:the dead|the living) (?:of"
        r" \w+ )?(?:do"
        r" not|never|don['’]t)|(?:an?|every) \w+ (?:\w+ )?(?:\w+s|can \w+) no \w+|could not be"
        r" (?:taken|undone|broken|lifted|opened|\w+n) ?(?:back|again)?)\b",
        re.I,
    ),
    "id": re.compile(
        r"\b(?:(?:tidak|tak) boleh|dilarang|pantang|tabu|(?:tidak|tak) ada (?:yang|perahu|orang \w+"
        r" yang|pertunjukan|satu)|terlarang|haram|jangan pernah|tidak dibawa|(?:tidak|tak)"
        r" (?:pernah"
        r" (?:\w+ ){1,5}?(?:pada|di|sebelum|sesudah|setelah|tanpa)|berlaku|mempan|bisa (?:\w+"
        r" ){0,4}?di"
        r" (?:luar|dalam))|(?:tidak|tak) seorang pun (?:\w+ )?(?:boleh|berani|bisa|dapat|diizinkan)"
        r"|yang melanggar|orang mati tidak|(?:tidak|tak) ada \w+ di (?-i:[A-Z])\w+|(?:tidak|tak)"
        r" diizinkan|diharamkan|(?:^|[.,;] ?)\W*(?:(?:seekor |seorang )?\w+(?: \w+)?|yang \w+"
        r" .{3,30})"
        r" (?:tidak|tak) (?:akan )?(?:pernah )?(?:bisa|dapat) (?:\w+ ){1,6}(?:di|pada|sebelum"
        r"|sesudah"
        r"|tanpa|lagi|air|musim))\b",
        re.I,
    ),
}
OBLIGES = re.compile(
    r"\b(?:(?:every|each|all|everybody|everyone|whoever)\b.{2,50}\b(?:must|had to|has to|have to"
    r"|was"
    r" bound to)|(?:setiap|tiap|semua|siapa pun)\b.{2,50}\b(?:wajib|harus|mesti))\b",
    re.I,
)
RESERVES = re.compile(
    r"\b(?:only|hanya) (?:the |a |an )?(?P<who>(?:\w+ ){1,2}?)(?:may|might|can|could|was allowed to"
    r"|were allowed to|is allowed to|had the right to|yang boleh|yang bisa|boleh|berhak)\b",
    re.I,
)
ONLY_UNDER = re.compile(
    r"\b(?:only (?:works?|worked|acts?|grows?|opens?|can|may|at|by|under|in)|(?:works?|worked) only"
    r"|(?:can|may|could) (?:only )?be \w+(?= (?:only )?once\b)|hanya (?:bekerja|berlaku|mempan"
    r"|tumbuh|bisa|dapat|terbuka|di bawah|pada))\b(?P<when>[^.;,]+)",
    re.I,
)
BEFALLS = re.compile(
    r"\b(?:(?:who|what)ever|any(?:one|body) who|those who|he who|all who|who(?= \w+s)|siapa"
    r"(?: pun| saja)?(?: yang)?|(?:orang|mereka|barang siapa) yang)\b(?P<does>.{6,70}?)"
    r"\b(?:will|shall|must|at once|forever|instantly|seketika|akan(?: segera)?|pasti|langsung)\b"
    r"(?P<fate>[^.;]+)",
    re.I,
)
TAIL = re.compile(
    r",? (?:because|since|for|as|whoever|whatever|whichever|and (?:none|nobody|there)|sebab|karena"
    r"|begitu\w*|apa pun|siapa pun|sekecil|tanpa kecuali|setiap saat|so that|sehingga)\b.*$",
    re.I | re.S,
)
"""What gives a rule's reason, or repeats it."""
BEFORE_DAWN = re.compile(
    r"\b(?:before|until|till|sebelum|sampai) (?:dawn|daybreak|sunrise|morning|fajar|subuh|pagi)\b",
    re.I,
)
SEEMING = re.compile(r"\b(?:as if|as though|seolah\w*|seakan\w*)\b.*$", re.I | re.S)
