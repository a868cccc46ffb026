"""Places that a story has one of, and words for where they lie."""

from groundsmith.verify.words.listing import listed

PLACES = listed(
    """
    sea ocean lake pond loch bay harbour harbor port quay docks pier beach shore coast island isle
    river stream brook creek canal ford bridge ferry landing waterfall marsh swamp fen moor heath
    forest wood woods jungle desert dune dunes hill hills mountain mountains ridge cliff cliffs
    valley
    gorge glacier volcano cave quarry mine mines field fields orchard vineyard garden park meadow
    village town city hamlet capital market square castle fort fortress palace manor mansion abbey
    monastery convent church chapel cathedral temple mosque shrine cemetery graveyard churchyard
    school
    university college library museum theatre cinema hospital clinic asylum prison jail barracks
    station
    airport airfield depot mill windmill factory works foundry forge smithy farm barn stable stables
    byre dairy brewery bakery shop inn tavern pub hotel lodge cottage house home hall study kitchen
    bedroom cellar attic nursery parlour pantry office workshop studio warehouse boathouse
    lighthouse
    watchtower tower gate well fountain road highway railway crossroads border frontier pass camp
    observatory greenhouse courthouse embassy bank post-office
    laut samudra danau telaga teluk pelabuhan dermaga pantai pulau sungai kali anak-sungai kanal
    jembatan
    muara air-terjun rawa hutan rimba gurun bukit gunung pegunungan tebing jurang lembah gua tambang
    ladang sawah kebun taman alun-alun kampung desa dusun kota ibukota pasar istana benteng keraton
    candi pura masjid mesjid surau langgar gereja kuil klenteng makam kuburan pemakaman sekolah
    madrasah
    pesantren perpustakaan museum bioskop gedung rumah-sakit puskesmas penjara barak stasiun
    terminal
    bandara penggilingan pabrik bengkel gudang lumbung kandang warung kedai toko losmen penginapan
    hotel
    rumah balai kantor dapur kamar mercusuar menara sumur jalan perbatasan kebun-raya balai-desa
    tanjung
    rel pos gerbang
    """
)
"""Nouns of places, singular and a few plurals."""

UNIQUE = PLACES - listed(
    """
    hill hills house home field fields road wood woods garden room kamar rumah jalan island isle
    mountain mountains cliff cliffs stream bukit gunung kebun ladang sawah gate gerbang shop toko
    warung
    farm cottage sungai kali pintu jendela pos kota town village desa kampung river pulau
    gedung shore coast pantai beach
    """
)
"""Places of which a story mostly has one, so that a name is not needed to tell which."""
