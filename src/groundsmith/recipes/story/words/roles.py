"""Nouns for what somebody is: trades, ranks, ages and kinds of people, in both languages."""

from groundsmith.verify.words.listing import listed

ROLES = {
    "en": listed(
        """
        abbess abbot accountant acrobat actor actress adjutant admiral admirer advocate
        agent aide alien ambassador anarchist android announcer antiquary apothecary
        apprentice archer architect archivist armourer arsonist artist assassin assistant
        astronaut astronomer athlete attorney auctioneer author bailiff baker ballerina
        bandit bandmaster banker barber bargeman barkeeper barmaid barman baron barrister
        bartender basketmaker beadle beekeeper beggar bellringer biologist bishop blacksmith
        boatman boatswain bodyguard boilerman bookbinder bookkeeper bookseller bosun
        botanist bowman boxer brakeman brewer bride bridegroom brigadier broker builder
        bureaucrat burglar bursar butcher butler cabbie cabman captain cardinal caretaker
        carpenter carter cartographer cartwright cashier cellist chairman chairwoman
        chambermaid chancellor chaplain charwoman chauffeur chef chemist chief choirmaster
        clergyman clerk clockmaker clown coachman coastguard cobbler colonel colonist
        comedian commandant commander commissioner composer conductor confessor constable
        consul contessa convict cook cooper coroner corporal cosmonaut councillor countess
        courier courtier cowboy cowherd cowman crofter croupier curate curator
        customs-officer cyborg dairymaid dancer deacon dealer dean debutante defendant
        dentist deputy dervish detective diplomat director dispatcher diver docker doctor
        dogcatcher doorman dragon draughtsman drayman dressmaker driver druid drummer
        duchess duke dwarf economist editor elder electrician elf emir emperor empress
        engineer engraver envoy executioner expert explorer fairy farmer farmhand farrier
        ferryman ferrywoman fiddler firefighter fireman fisherman fishmonger fishwife
        flautist florist footman foreman forester forger fortune-teller founder friar
        furrier gambler gamekeeper gaoler gardener gaucho geisha general geologist
        ghostwriter gladiator glassblower glazier goatherd goblin godfather godmother
        goldsmith governess governor gravedigger grocer groom groundsman guard guardian
        guardsman guest guide guildmaster guitarist gunner gymnast hairdresser hangman
        harbour-master harbourmaster harpist harpooner headman headmaster headmistress
        healer heir heiress helmsman herald herbalist herder herdsman hermit highwayman
        historian horseman hostess hostler hotelier houseboy housekeeper housemaid hunter
        huntsman husbandman imam impresario innkeeper inspector intern interpreter invalid
        ironmonger jailer janitor jester jeweller jockey joiner journalist judge juggler
        juror keeper khan king kitchenmaid knave knight lady-in-waiting laird lamplighter
        landlady landlord landowner laundress lawyer leader lecturer legionnaire librarian
        lieutenant lighthouse-keeper linguist locksmith lodger longshoreman lord lumberjack
        machinist mage magician magistrate maid maidservant major manager mapmaker
        marchioness mariner marksman marquis marshal mason master matador mathematician
        matron mayor mechanic medic merchant mermaid messenger midwife milkmaid milkman
        miller milliner miner minister minstrel mistress moneylender monk mountaineer
        muleteer murderer musician nanny naturalist navigator neighbor neighbour newcomer
        newsagent newsboy nightwatchman nobleman noblewoman notary novice nun nurse
        nursemaid oarsman officer ogre oracle orderly organist orphan ostler outlaw overseer
        owner painter paramedic parson pastor patient patriarch patrolman peasant peddler
        pedlar pharmacist philosopher photographer physician physicist pianist pickpocket
        pilgrim pilot piper pirate plaintiff planter playwright ploughman plumber poacher
        poet poisoner policeman policewoman politician pope porter postman postmaster
        postmistress potter preacher priest prince princess printer prior prioress prisoner
        privateer professor prophet prophetess proprietor prosecutor prospector psychiatrist
        psychologist publican pupil purser quartermaster queen rabbi ranger rebel
        receptionist recruit recruiter rector registrar reporter rider robber robot roofer
        runaway saddler sailor salesman saleswoman satyr scholar schoolmaster schoolmistress
        schoolteacher scientist scout scribe scullion sculptor sculptress seamstress
        secretary seer senator sentry serf sergeant servant sexton shah shaman sharpshooter
        shepherd sheriff shipbuilder shipwright shoeblack shoemaker shopgirl shopkeeper
        sibyl signalman silversmith singer skipper slave smith smuggler soldier solicitor
        soothsayer sorcerer sorceress spy squire stableboy stablehand statesman
        stationmaster stevedore steward stoker stonemason storekeeper storyteller stowaway
        student stuntman sultan superintendent surgeon surveyor swineherd swordsman tailor
        tanner tavernkeeper taxidermist teacher technician teller tenant thatcher thief
        tinker toddler tracker trader trainer translator trapper traveler traveller
        treasurer troll trooper trumpeter tutor typist umpire undertaker usher usurer
        vagabond vagrant valet vampire verderer verger vestal vet vicar viceroy victim
        violinist viscount visitor vizier volunteer waiter waitress wanderer warden warder
        warlock warrior washerwoman watchmaker watchman weatherman weaver werewolf whaler
        wheelman wheelwright widow widower witch wizard woodcarver woodcutter woodsman
        workman wrestler writer yeoman zookeeper
        """
    ),
    "id": listed(
        """
        adipati admiral aktor aktris akuntan algojo android apoteker arsiparis arsitek
        astronom babu badut baginda bajak bangsawan bedinde begawan bendahara bidan biksu
        biksuni bintara budak bupati buronan buruh calo camat centeng dalang dayang demang
        detektif direktur distributor dokter dosen drummer duda dukun empu fotografer
        gembala gitaris gubernur guru haji hakim hansip hulubalang ilmuwan imam inang
        insinyur inspektur instruktur jagoan jaksa janda jenderal jongos juragan juri juru
        jurumudi kadet kapten kasir kelasi kepala kernet khatib kiai koki kolonel komandan
        komponis kondektur kopral korban kuli kusir laksamana letnan lurah maharaja
        mahasiswa majikan makelar maling manajer mandor mantri marbot masinis mata-mata
        mayor mekanik menteri modin montir mualim muazin murid musafir naga naib nakhoda
        nelayan notaris opas opsir pandai pangeran panglima pastor patih pawang pedagang
        pegawai pejabat pelatih pelaut pelawak pelayan pelukis pemahat pemain pemancing
        pematung pembajak pembalap pembantu pembatik pembunuh pemburu pemilik pemulung
        pemusik penabuh penambang penari penasihat pencuri pendaki pendeta pendulang
        penebang peneliti penenun penerjemah pengacara pengarang pengasuh pengembara
        pengemis penggali penggembala penghulu pengukir pengungsi penjaga penjahat penjahit
        penjual penulis penumpang penyair penyanyi penyelam penyelundup penyiar penyihir
        peramal perampok perantau perawat permaisuri perompak pertapa perwira pesepeda
        pesinden pesulap pesuruh petani peternak peziarah pilot polisi porter prajurit
        presiden profesor psikolog pustakawan putri raja raksasa ratu redaktur rektor
        rentenir reporter resi robot romo saksi santri sastrawan satpam saudagar sejarawan
        sekretaris serdadu sersan siluman sinden sinse sipir sopir sultan suster sutradara
        tabib tahanan tamu teknisi tentara terdakwa tersangka tukang tumenggung uskup ustaz
        ustazah vampir walikota wartawan wasit wedana
        """
    ),
}
PERSONS = {
    "en": {
        "woman": "f", "lady": "f", "man": "m", "gentleman": "m", "girl": "f", "boy": "m",
        "child": "", "fellow": "m", "lad": "m", "stranger": "", "youth": "m", "infant": "",
        "baby": "", "crone": "f", "maiden": "f",
    },
    "id": {
        "perempuan": "f", "wanita": "f", "lelaki": "m", "laki-laki": "m", "pria": "m", "anak": "",
        "gadis": "f", "pemuda": "m", "bocah": "", "bayi": "", "orang": "", "nenek": "f",
        "kakek": "m",
    },
}  # fmt: skip
"""Nouns that only say man, woman or child; each with its gender."""
FEMALE_ROLES = listed(
    """
    abbess aktris babu ballerina biksuni chairwoman chambermaid charwoman contessa countess
    dairymaid dayang debutante dressmaker duchess fishwife geisha godmother heiress hostess
    housemaid inang kitchenmaid maidservant marchioness mermaid milkmaid mistress nanny noblewoman
    nursemaid permaisuri prioress prophetess saleswoman sculptress shopgirl sibyl sorceress suster
    ustazah washerwoman
    actress barmaid bride empress ferrywoman governess headmistress landlady laundress maid matron
    midwife nun policewoman postmistress princess queen schoolmistress seamstress waitress widow
    witch bidan pesinden sinden putri ratu janda
    """
)
MALE_ROLES = listed(
    """
    baginda bargeman biksu brakeman cabman chairman clergyman cowman drayman footman friar godfather
    guardsman guildmaster helmsman highwayman huntsman laird lord lumberjack marquis marshal milkman
    nobleman ostler parson patriarch patrolman ploughman prior rabbi raksasa romo salesman sentry
    signalman squire stableboy statesman stoker sultan swordsman uskup viscount vizier warlock
    woodsman workman yeoman houseboy newsboy
    abbot barman baron boatman bridegroom butler coachman doorman duke emperor ferryman fireman
    fisherman foreman gamekeeper groom headmaster headman king landlord monk policeman pope postman
    prince schoolmaster shepherd watchman widower wizard woodcutter raja pangeran duda imam kiai
    kusir
    """
)
