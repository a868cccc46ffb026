"""Words of being somewhere: rooms and other places that exclude each other, and how one moves."""

from groundsmith.verify.words.listing import listed

ROOMS = {
    "en": listed(
        """
        kitchen bedroom attic cellar basement parlour library study bathroom nursery scullery pantry
        hall dining-room drawing-room stable barn garden orchard yard cowshed workshop office shop
        church chapel school schoolroom hospital ward prison cell dungeon tower station train
        platform harbour beach forest wood meadow market inn tavern pub cafe café hotel theatre
        cinema museum bank court courtroom barracks factory mill mine cave boat ship deck cabin
        greenhouse laboratory morgue cemetery churchyard graveyard bakery wardroom hut
        """
    ),
    "id": listed(
        """
        dapur loteng gudang perpustakaan kandang kebun halaman bengkel kantor toko warung gereja
        masjid surau sekolah kelas penjara sel menara stasiun kereta peron pelabuhan dermaga pantai
        hutan ladang sawah pasar losmen hotel bioskop museum bank pengadilan barak pabrik gua kapal
        geladak makam kuburan mercusuar balkon beranda teras kamar serambi
        """
    ),
}
"""Places of which one person is in one at a time."""

GOES = listed(
    """
    go walk run ride drive sail travel leave depart climb cross enter return arrive come reach hurry
    rush wander march step move follow turn pass cycle fly row escape flee emerge head set creep
    slip stride stroll hasten descend ascend drop fall land carry bring lead take send push pull
    jump leap crawl stagger back wake
    pergi jalan lari datang tiba sampai masuk keluar pulang kembali berangkat naik turun pindah
    tinggal langkah ikut antar bawa seberang layar lewat mampir singgah kabur lompat hampir dekat
    susul gegas panjat terbang dayung bangun kejar hambur muncul
    """
)
"""Verbs in their base form after which somebody may be elsewhere."""

DEPARTS = listed(
    """
    leave depart sail travel embark emigrate pergi berangkat tolak rantau layar
    """
)
"""Verbs whose subject is gone afterwards."""

BACK = (
    r"return\w*|c[ao]me?s?(?: back| home| in| down| up| out)?|coming|back|arriv\w+|enter\w*"
    r"|appear\w*"
    r"|home|reach\w*|got (?:in|home)|walked in|stepped|knock\w*|burst in|followed|joined|rejoined"
    r"|kembali|pulang|datang|tiba|sampai|muncul|masuk|mengetuk|menyusul|turun|ikut|bergabung"
)
"""What brings somebody back."""

AWAY = {
    "en": r"(?:would|will|[’']ll|could) not be (?:back|home) (?:until|till|before)|(?:has|had)"
    r" been in"
    r" [A-Z]\w+ (?:since|for)|(?:is|was|were) (?:away|abroad|still|now|off)? ?(?:in|at|on (?:his"
    r"|her)"
    r" way to) (?P<place>[A-Z]\w+)|stay(?:s|ed) (?:behind )?(?:in|at) [A-Z]\w+|remained in [A-Z]\w+"
    r"|(?:had |has )?(?:gone|left|sailed|travelled|moved|ridden|driven|flown) (?:away |off |back"
    r" )?(?:to"
    r"|for) [A-Z]\w+|(?:is|was|lay|lies) (?:away|abroad|in (?:hospital|prison|jail|gaol|the"
    r" infirmary))"
    r"|to be back (?:the next|tomorrow|on|by|in)|was to fetch"
    r"|had been sent (?:to (?:the|an?|[A-Z]\w+)\b|away|abroad)|leaves?"
    r" (?:at|on)"
    r" (?:noon|dawn|\w+)|stayed behind|stays behind",
    "id": r"(?:sedang|masih|ada|kini|sudah) (?:berada )?di (?P<place>[A-Z]\w+)|baru (?:pulang"
    r"|kembali|balik)"
    r" (?:hari|bulan|minggu|tahun|besok|lusa|pada|\w+day)|(?:sudah |telah )?(?:pergi|berangkat"
    r"|merantau"
    r"|pindah|berlayar) ke [A-Z]\w+|(?:dirawat|dipenjara|ditahan) di|ke luar"
    r" (?:kota"
    r"|negeri|pulau)|tidak (?:ikut(?! \w+)|ikut (?:pergi|pulang|serta|berangkat|berlayar|ke)"
    r"|pulang)|menginap di [A-Z]\w+",
}
"""What says that somebody is somewhere else, and for how long they will be."""
