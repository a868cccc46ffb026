"""Everyday words that often open a sentence and are nobody's name; data only.

They stand beside the tables of what a language writes small, which know newspapers better than
stories: what is in a house, a yard, a sky, and what people call each other.
"""

from groundsmith.verify.words.listing import listed

EVERYDAY = {
    "en": listed(
        """
        acorn alarm anchor ant apple arrow ash axe bag balcony bat bear bed bee beetle bell bird
        blade blanket blood board boat bomb bone boot bottle bough boulder bowl branch bread breeze
        brick bridge bubble bucket bullet bush butter butterfly cabbage candle cannon captain card
        carpet cart cat cattle chair chicken child chimney claw clerk clock cloth cloud coal coat
        cobweb cock coin corn corridor cow crab cradle cricket crow crowd crumb cup curtain dark
        darkness dawn deer dew dog dolphin donkey door dove drawer driver drop drum duck dusk dust
        eagle ear earth echo egg elephant ember engine engineer envelope eye face farmer feather
        fern fiddle finger fire firefly fish fist flag flake flame flower fly fog foot footstep fox
        frog frost fruit gale garden gate ghost girl glass goat goose grass gravel guard guest gull
        gun gust hail hair hammer hand hare hat hawk head heart heat hen heron hoof horn horse
        hound ice insect ivy jar jackdaw jug kettle key kitten knife ladder lamb lamp lantern leaf
        letter lichen light lightning lily lip lizard lock log lorry machine man map mast mat match
        meat mice midge milk minute mirror mist monk money monkey moon morning moss moth mouse mouth
        mud navy army police neither none nobody no half most much many more love life time trade
        war work
        needle nest net night nurse oak oar officer onion orchid owl ox page pail palm pan paper
        passenger path pebble pen petal pig pigeon pillow pipe plank plate poppy pot priest puddle
        rabbit rain rat raven reed ribbon rice ring river rock roof rook root rope rose rust sack
        sail sailor salt sand sandbag scarf seagull seal seed servant shade shadow shark sheep
        sheet shell ship shirt shoe shot shutter silence sky sleet slate smoke snail snake snow
        soldier soup spark sparrow spider splinter spoon squirrel stair star steam stone storm
        straw stream sun sunlight swallow swan sweat sword table tear tent thorn thunder tide tile
        timber toad torch towel trader traffic train tree truck twig umbrella villager vine voice
        waiter wall wasp water wave weed whale wheel whistle wind window wine wing wolf woman wood
        wool worm wreck
        """
    ),
    "id": listed(
        """
        abu air akar aduh ayo baik bagus benar boleh cepat coba hutang utang maaf mohon selamat
        silakan silahkan sekian sudahlah terima tolong tunggu no residen ya
        alarm anak angin anjing api arus asap atap awan ayam ayunan babi bambu
        bangau bangku barangkali batang batu bau bayangan bayi bebek belalang belut benang bendera
        beras besi besok biji bis botol bubu buah bubur bugenvil buku bulan bulu bunga
        bungkusan burung buruh bus buaya cacing cahaya cangkir cermin cicak coba daging dahan darah
        daun debu dedaunan dinding domba duri ekor elang ember embun empat enam entah esok fajar
        gabah gagak gajah gamelan garam gelap gelas gelombang gema genta gerimis gerobak gigi gong
        gorden gudang gula guntur halaman hantu harimau hening hidung hujan hutan ikan ilalang itik
        jala jalan jam jamur jangan jangkrik jari jarum jaring jemuran jendela jerami juru kabin
        kabut kacang kaca kail kain kaki kali kaleng kambing kamar kambium kampak kapak
        kapal kapur karang karena karung kasur katak kawan kayu kelapa kelelawar keledai kemarau
        kemarin kembang kemudi kendi kepala kepiting kera kerbau kereta kerikil keringat
        kerumunan kilat kipas koin kolam koper kopi kompor kotak kucing kuda kue kukuran kulit
        kunang-kunang kumbang kunci kupu-kupu kura-kura kursi lalat lampu langit langkah lantai
        laron laut layar lebah lemari lentera lilin lima lobang lonceng lubang lumpur lumut lusa
        macan mainan maling malam manusia matahari meja mendung merpati mesin minyak mobil
        monyet musang musik naga nak nasi nelayan nyamuk obor ombak orang padi pagar pagi paku
        palang panah panas panci panggil paras parit pasir pasang payung pecahan pedang peluit
        peluru pelita penumpang perahu pelan pelaut petani petir pintu pipa piring pisau pisang
        pistol pohon polisi prajurit puing pukul puntung rambutan rantai ranting rerumputan rokok
        rombongan roti rumput rusa sampah sampai sampan sarung sawah sayang sayap sebab sejak
        selimut semut senja senapan senyap sepeda sepatu sepi serangga setan siang sinar singa
        sisa sopir sore suara subuh suling sumbu sumur sungai sunyi sup surat tahi takdir tali
        tamu tanah tangan tangga tangis tangki tanpa tas tebing telepon telur tembok tentara teras
        terang terik terompet tiang tiga tikar tikus tinta tirai topi toko truk tulang tupai tutup
        uang uap udara udang ular ulat upacara urat warga warna wayang
        """
    ),
}
