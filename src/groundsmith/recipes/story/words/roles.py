"""Nouns for what somebody is: trades, ranks, ages and kinds of people, in both languages."""

from groundsmith.verify.words.listing import listed

ROLES = {
    "en": listed(
        """
        abbot accountant actor actress admiral agent apothecary apprentice archer archivist artist
        astronomer baker banker barber barman barmaid baron bartender beggar bishop blacksmith
        boatman bookseller brewer bride bridegroom builder bursar butcher butler captain caretaker
        carpenter cashier chancellor chaplain chauffeur chemist chief clerk coachman cobbler
        colonel commander commissioner conductor constable cook cooper coroner corporal councillor
        courier curate curator dancer deacon dean dealer detective director diver doctor doorman
        driver duke editor emperor empress engineer farmer ferryman ferrywoman fiddler firefighter
        fireman fisherman foreman forester gamekeeper gaoler gardener general glazier goldsmith
        governess governor grocer groom guard guide gunner harbourmaster headman headmaster
        headmistress healer herbalist hermit historian housekeeper hunter innkeeper inspector
        jailer janitor jeweller joiner journalist judge keeper king knight landlady landlord
        laundress lawyer lecturer librarian lieutenant lighthouse-keeper locksmith lodger
        magistrate maid major manager mapmaker mason matron mayor mechanic medic merchant messenger
        midwife miller miner minister monk musician navigator nun nurse officer organist painter
        pastor pedlar pharmacist photographer physician pianist piper pilot pirate poet policeman
        policewoman pope porter postman postmaster postmistress potter preacher priest prince
        princess prisoner professor publican queen ranger receptionist rector reporter sailor
        schoolmaster schoolmistress schoolteacher scientist scribe sculptor seamstress secretary
        sergeant sexton shepherd sheriff shoemaker shopkeeper singer smith smuggler soldier
        solicitor spy stationmaster steward stonemason student surgeon surveyor tailor tanner
        teacher technician thatcher thief tutor undertaker valet verger vet vicar violinist waiter
        waitress warden watchmaker watchman weaver wheelwright widow widower witch wizard
        woodcutter writer
        """
    ),
    "id": listed(
        """
        dokter mantri bidan perawat guru kepala lurah camat bupati penghulu imam ustaz kiai pendeta
        pastor dukun nelayan petani pedagang saudagar penjual tukang pandai penjaga juru nakhoda
        kapten mualim jurumudi pelaut tentara prajurit sersan kopral letnan mayor kolonel jenderal
        polisi inspektur detektif jaksa hakim pengacara notaris wartawan penyair penulis pelukis
        dalang penari penyanyi pesinden sinden penabuh masinis sopir kusir kondektur kernet pelayan
        pembantu juragan mandor buruh kuli peternak penggembala gembala pemburu penebang penenun
        penjahit pembatik apoteker insinyur arsitek mekanik teknisi montir pilot astronom
        pustakawan arsiparis sejarawan mahasiswa murid santri raja ratu pangeran putri patih
        hulubalang panglima tabib penyihir peramal perampok pencuri maling bajak tahanan sipir
        satpam hansip janda duda pengemis pemulung pengasuh dosen profesor rektor sekretaris
        bendahara direktur manajer akuntan kasir koki penyelam pawang muazin marbot modin
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
    actress barmaid bride empress ferrywoman governess headmistress landlady laundress maid matron
    midwife nun policewoman postmistress princess queen schoolmistress seamstress waitress widow
    witch bidan pesinden sinden putri ratu janda
    """
)
MALE_ROLES = listed(
    """
    abbot barman baron boatman bridegroom butler coachman doorman duke emperor ferryman fireman
    fisherman foreman gamekeeper groom headmaster headman king landlord monk policeman pope postman
    prince schoolmaster shepherd watchman widower wizard woodcutter raja pangeran duda imam kiai
    kusir
    """
)
