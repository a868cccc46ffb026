"""Where things stand: places of one kind exclude each other; what says that it was always so."""

import re

from groundsmith.verify.words.listing import listed

PLACE_KINDS = {
    "room": listed(
        """
        attic basement bathroom bedroom cellar dining-room kitchen library nursery pantry parlour
        scullery study hall drawing-room loft stairs landing staircase
        stable barn workshop garden orchard yard church
        loteng dapur gudang kamar-mandi ruang-tamu ruang-makan perpustakaan kandang bengkel kebun
        sumur beranda pendapa surau garasi tangga
        """
    ),
    "furniture": listed(
        """
        jar mat drawer shelf floorboards mattress pillow chimney clock bench wardrobe cupboard
        chest trunk flowerpot bookcase sofa piano stove rafters vase teapot doormat desk dresser
        tikar jam-dinding kasur bantal lemari laci rak peti kolong ranjang bangku tempayan guci
        lumbung atap tungku papan vas meja
        """
    ),
    "land": listed(
        """
        island mountain mountains valley forest desert shore quay hill hilltop plain marsh swamp
        cliff coast meadow fields moor harbour
        pulau gunung lembah hutan gurun pantai bukit rawa tebing tepi-laut sawah dermaga pegunungan
        """
    ),
    "floor": listed(
        """
        ground-floor first-floor second-floor third-floor fourth-floor fifth-floor top-floor
        lantai-dasar lantai-satu lantai-dua lantai-tiga lantai-empat lantai-lima lantai-atas
        lantai-bawah
        """
    ),
}
"""Of one kind a thing is at one place only."""
LEVELS = frozenset({"room", "floor", "land"})
BUILT = listed(
    """
    house cottage tower castle palace convent monastery abbey inn hotel mill lighthouse school
    hospital museum office shop chapel church fort fortress prison farm temple grave tomb safe
    rumah menara istana benteng biara losmen hotel penginapan penggilingan mercusuar sekolah museum
    kantor toko gereja masjid surau penjara candi makam kuburan brankas warung
    """
)
"""What stays where it stands."""
STANDS = listed(
    """
    stand lie hang be live rest keep find occupy sit perch rise look
    letak diri berdiri gantung ada tinggal makam kubur simpan tanam taruh selip tinggalkan kuburkan
    makamkan ambil tarik temu ziarah tancap
    """
)
ALWAYS = re.compile(
    r"\b(?:always|never (?:left|moved|anywhere|budged|stood|been)|ever since|for (?:a"
    r" century|generations|as long as)|had stood there since|where"
    r" (?:\w+ ){1,3}(?:always|had) (?:\w+ )?(?:put|left|hidden|laid|kept|buried|found)"
    r"|(?:just )?as (?:they|he|she|we|I) had (?:found|left)"
    r"|(?:the|that) (?:very |same )?(?:spot|nail|place|corner) (?:where|it|he|she|that)"
    r"|for as long as|all (?:her|his|my|their) (?:life|lives|childhood)|was built"
    r"|from the first"
    r"|dari dulu|sejak dulu|selalu|tak pernah|tidak pernah|seperti biasa|turun-temurun|seumur hidup"
    r"|(?:persis |masih )?di tempat \w+(?: \w+)? (?:meng|men|me)\w+nya"
    r"|tempat \w+ (?:tadi )?me\w+nya"
    r"|yang (?:ditinggalkan|disimpan|diselipkan|ditaruh|ditanam|dikubur)\w*nya di (?:situ|sana))\b",
    re.I,
)
"""What says that a thing never was elsewhere."""
MOVES = re.compile(
    r"\b(?:moved|carried|brought|shifted|dragged|taken|took|hauled|lowered|raised|rebuilt|second"
    r"|another|other|new|copy|memindah\w*|dipindah\w*|pindah|membawa|dibawa|mengangkut|diangkut|lain"
    r"|kedua|baru|tiruan|salinan)\b",
    re.I,
)
"""What says that it was moved, or that it is another."""
WHEN = re.compile(
    r"\b(?:january|february|march|april|may(?= \d|,)|june|july|august|september|october|november"
    r"|december|midnight|that (?:week|night|month|winter|summer|spring|autumn)|tengah malam"
    r"|januari|februari|maret|april|mei|juni|juli|agustus|oktober|desember|minggu itu|malam itu"
    r"|bulan itu|tanggal (?:\d+|\w+(?: belas| puluh(?: \w+)?)?))\b",
    re.I,
)
"""Spans of time in which somebody may be at one place only."""
WHOLE = re.compile(
    r"\b(?:whole|all (?:that|of|through)|throughout|entire|did not (?:once )?leave|never left|from"
    r" beginning to end|locked|midnight|seharian|sepanjang|seluruh|selama|seminggu|sebulan|tengah"
    r" malam|tak pernah meninggalkan|tidak meninggalkan|dikurung|terkurung)\b",
    re.I,
)
"""What says that somebody was there all that time."""
