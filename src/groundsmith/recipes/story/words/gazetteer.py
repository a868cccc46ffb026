"""Words that name places, or show that a name is a place's; data only.

The decision to question: countries, capitals and the largest towns are listed because nothing in
"so this is Mars" says that Mars is no person; what is small or invented is told by its company.
"""

from groundsmith.verify.words.listing import listed

PLACE_NOUNS = {
    "en": listed(
        """
        street road lane avenue alley square park gardens garden hall house barracks academy school
        college church chapel abbey cathedral hill hills mount mountain mountains valley bridge
        tower castle palace court inn hotel tavern arms station airport harbour harbor port quay
        dock docks pier wharf river lake sea ocean bay gulf strait cape island islands isle isles
        wood woods forest heath moor marsh fen field fields farm mill mills village town city
        county kingdom republic empire province district parish quarter gate market green cross
        hospital prison library museum theatre theater cinema rue place plaza piazza strasse beach
        point head rock reef falls springs pass ridge canyon desert plain plains colony crossing
        junction terrace crescent row yard works lodge manor cottage cemetery
        """
    ),
    "id": listed(
        """
        jalan jln gang lorong kampung desa dusun kota kecamatan kabupaten provinsi pulau gunung
        bukit lembah sungai kali danau teluk tanjung selat laut pantai pelabuhan dermaga stasiun
        terminal bandara pasar alun-alun losmen hotel penginapan wisma rumah gedung kantor pos
        sekolah asrama pesantren masjid surau gereja candi pura makam hutan alas rimba kebun
        perkebunan ladang waduk bendungan jembatan benteng istana keraton kerajaan negeri negara
        pabrik tambang rawa muara hulu hilir tepi perbatasan lapangan taman bioskop toko warung
        kedai rumah-sakit penjara kedutaan kebayoran
        """
    ),
}
KNOWN_PLACES = listed(
    """
    afghanistan, africa, america, antarctica, arabia, argentina, asia, australia, austria, bavaria,
    belgium, brazil, britain, bulgaria, burma, cambodia, canada, chile, china, colombia, cuba,
    cyprus, denmark, egypt, england, ethiopia, europe, finland, france, germany, ghana, greece,
    greenland, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, japan,
    kenya, korea, lebanon, libya, malaysia, malta, mexico, mongolia, morocco, nepal, netherlands,
    holland, nigeria, norway, pakistan, palestine, peru, philippines, poland, portugal, prussia,
    romania, russia, scotland, serbia, siberia, singapore, somalia, spain, sudan, sweden,
    switzerland, syria, taiwan, thailand, tibet, tunisia, turkey, ukraine, uruguay, venezuela,
    vietnam, wales, yemen, zimbabwe, alps, andes, himalayas, pyrenees, amsterdam, athens, baghdad,
    bangkok, barcelona, beijing, belfast, berlin, bombay, boston, brussels, budapest, cairo,
    calcutta, cambridge, chicago, copenhagen, delhi, dover, dublin, edinburgh, geneva, glasgow,
    hamburg, harwich, istanbul, jerusalem, lagos, lisbon, liverpool, london, madrid, manchester,
    marseille, melbourne, milan, moscow, munich, nairobi, naples, oslo, oxford, paris, prague,
    rangoon, rome, rotterdam, seville, shanghai, stockholm, sydney, tokyo, toronto, trieste,
    valparaíso, vancouver, venice, vienna, warsaw, zurich,
    mercury, venus, earth, mars, jupiter, saturn, uranus, neptune, pluto, ceres, titan, europa,
    ganymede, callisto,
    aceh, ambon, arab, balikpapan, bali, bandung, banjarmasin, banten, banyuwangi, batavia,
    belanda, belitung, bengkulu, bima, blitar, bogor, borneo, buitenzorg, bumi, cilacap, cina,
    cirebon, demak, denpasar, depok, eropa, flores, garut, gresik, halmahera, inggris, jakarta,
    jambi, jatinegara, jawa, jayapura, jepang, jember, kalimantan, kediri, kendari, kupang,
    lampung, lamongan, lombok, madiun, madura, magelang, makassar, malang, maluku, manado, mataram,
    medan, mekah, merauke, nusantara, padang, palembang, palu, papua, parepare, pekalongan,
    pekanbaru, perancis, prancis, pontianak, probolinggo, purwokerto, rangkasbitung, samarinda,
    semarang, serang, sidoarjo, solo, sorong, sukabumi, sulawesi, sumatera, sumatra, sumba,
    sumbawa, sunda, surabaya, surakarta, tangerang, tarakan, tasikmalaya, tegal, ternate, tidore,
    timor, toraja, tuban, yogyakarta, yogya, kanada, mesir, jerman, spanyol, rusia, singapura
    """
)
"""In both languages. Names that people bear too (Florence, Jordan, Sofia, Georgia) are left out."""
