"""English opposites: on each line, each word before the bar is opposed to each word behind it.

Words of one side mean nearly the same, so that one may stand for another. Only pairs that can
hardly both be true of one thing at one place are here; `man | woman` is, `tea | coffee` is not.
A line with `~` holds converses: who sells to one is bought from by the other.
"""

ANTONYMS_EN = """
open opened unlock unlocked | close closed shut lock locked
accept approve agree endorse adopt welcome | reject refuse decline veto turn_down condemn
~ buy purchase acquire bought | sell sold
hot warm heated scorching | cold cool chilled chilly icy
~ import importer imported | export exporter exported
left leftmost left-hand port-side | right rightmost right-hand starboard
~ win victory winner triumph | lose loss loser defeat
hire recruit employ appoint | lay_off dismiss fire sack
arrive | depart leave
enter entrance entry | exit
begin start launch commence open_up | end finish stop cease conclude
adore | hate loathe detest
praise applaud commend laud | criticise criticize blame attack denounce
defend | attack
support favour favor | oppose resist
friend ally | enemy foe rival
allow permit authorise authorize let | forbid ban prohibit outlaw bar
legal lawful | illegal unlawful illicit
public | private
rich wealthy affluent | poor impoverished
strong powerful | weak feeble
hard firm | soft
heavy | light
thick | thin
wide broad | narrow
deep | shallow
wet damp moist humid | dry arid
clean | dirty filthy polluted contaminated
new modern recent | old ancient outdated
young youthful | old elderly
early | late
fast quick rapid swift speedy | slow sluggish
bright brilliant luminous | dark dull dim
loud noisy | quiet silent
safe secure harmless | dangerous unsafe hazardous harmful risky perilous
easy simple effortless | difficult hard tough challenging
full | empty
high tall | low short
long lengthy | short brief
big large huge great major enormous giant | small little tiny minor
inner interior inside internal indoor indoors | outer exterior outside external outdoor outdoors
~ upper | lower
top | bottom
front | back rear
~ north northern | south southern
~ east eastern | west western
~ northeast northeastern | southwest southwestern
~ northwest northwestern | southeast southeastern
upstream | downstream
uphill | downhill
upstairs | downstairs
forward forwards | backward backwards
clockwise | anticlockwise counterclockwise
horizontal | vertical
expand stretch | contract shrink
inflate | deflate
attach fasten connect join link | detach unfasten disconnect separate
include | exclude omit
add | remove subtract delete
multiply | divide
positive | negative
active | passive inactive
alive living | dead
birth born | death died
life | death
male man boy | female woman girl
~ husband father son brother uncle nephew | wife mother daughter sister aunt niece
king prince | queen princess
~ parent | child
~ teacher | pupil student
~ employer | employee worker
~ landlord owner | tenant
~ lender creditor | borrower debtor
~ lend loan | borrow
~ seller vendor | buyer customer
plaintiff prosecution prosecutor | defendant defence defense
innocent acquit | guilty convict
~ host | guest
master | servant
doctor | patient
junior | senior
minority | majority
minimum minimal | maximum maximal
ascend climb | descend
ascent | descent
rises | sets
sunrise dawn daybreak | sunset dusk nightfall
day daytime | night nighttime overnight
morning | evening
summer | winter
spring springtime | autumn fall_season
noon midday | midnight
today | yesterday
sweet | sour bitter
fresh | stale rotten
raw uncooked | cooked
ripe | unripe
acid acidic | alkaline
sharp | blunt
smooth | rough
straight | crooked curved bent
flat level | steep
gentle mild | harsh severe
tight | loose
tighten fasten | loosen slacken
rigid stiff | flexible
solid | liquid
freeze froze frozen | melt thaw
boil | freeze
ignite light_up | extinguish
float | sink sank sunk
push | pull
~ throw | catch
~ give gave given donate | take took taken receive
~ send sent | receive
give | withhold
~ borrow | return
steal stole stolen | donate
~ lend | repay
spend spent | save
earn | spend
profit gain surplus | loss deficit
income revenue | expense expenditure
asset | liability
credit | debit
deposit | withdraw withdrawal
tax taxable | exempt
gross | net
demand | supply
cheap inexpensive | expensive costly dear pricey
wholesale | retail
import_duty | export_duty
success successful succeed | failure fail unsuccessful
victory | defeat
peace peaceful | war warlike
ally | opponent
attack assault | retreat withdraw
advance | retreat
invade | withdraw
surrender | resist
conquer | liberate
arrest detain imprison jail | release free
capture | release
build construct erect | demolish destroy raze dismantle
create make | destroy
repair fix mend | break damage
improve recover n deteriorate
heal cure | harm injure
healthy | sick ill unhealthy
sane | insane
asleep sleeping | awake waking
remember | forget forgot forgotten
truth true correct right accurate | false wrong incorrect inaccurate untrue
confirm admit acknowledge concede | deny denied
confess | deny
reveal disclose expose | conceal hide hidden hid
show | hide
appear emerge | disappear vanish
visible | invisible
presence | absence
find found discover | lose lost
remember | overlook
obey comply follow | disobey break violate defy
keep retain preserve | discard abolish scrap
keep kept | break broke broken
permanent lasting | temporary provisional
constant steady stable | variable unstable fluctuating
common frequent widespread | rare infrequent scarce uncommon
usual ordinary normal typical | unusual extraordinary abnormal exceptional
ordinary | special
general | specific particular
whole entire complete | partial incomplete
single unmarried | married
odd | even
first | last
oldest eldest | youngest newest
former previous | latter next
ancient | modern
natural | artificial synthetic
real genuine authentic | fake counterfeit forged false
original | copy replica
wild | tame domestic domesticated farmed
domestic | foreign
native indigenous | foreign introduced
local | global
national | international
urban | rural
city | countryside
land | sea
offshore | onshore
coastal | inland
civilian | military
religious sacred | secular profane
sacred holy | profane
angel | devil
heaven | hell
optimist optimistic hopeful | pessimist pessimistic
cheerful happy glad joyful | gloomy sad unhappy sorrowful
calm | excited agitated
brave courageous | cowardly fearful
generous | stingy mean miserly
kindly | cruel unkind
polite courteous | rude impolite
proud | ashamed humble
patient | impatient
honest | dishonest
careful cautious | careless reckless
clever smart intelligent | stupid foolish
wise | foolish
lazy idle | diligent industrious
voluntary optional | compulsory mandatory obligatory
deliberate intentional purposely | accidental unintentional
simple | complex complicated
clear | unclear vague
clear clearly | cloudy murky
transparent | opaque
sunny | cloudy shaded shady overcast
shaded | sunlit
calm | stormy
guilty | blameless
comedy | tragedy
hero | villain
victim | perpetrator
friend | stranger
fiction | nonfiction
poetry | prose
singular | plural
noun | verb
vowel | consonant
verse | chorus
major_key | minor_key
soprano | bass
crescendo | diminuendo
amateur | professional
novice beginner | expert
manual manually | automatic automatically
digital | analogue analog
wired | wireless
online | offline
hardware | software
input | output
encrypt encode | decrypt decode
compress | decompress
upload | download
install | uninstall remove
enable activate switch_on turn_on | disable deactivate switch_off turn_off
insert | eject remove
connect | disconnect
save | delete
lock | unlock
load | unload
pack | unpack
cover | uncover
wrap | unwrap
fold | unfold
tie | untie
dress | undress
zip | unzip
plug | unplug
screw | unscrew
wind | unwind
veil | unveil
roll | unroll
bind | unbind
floor | ceiling
attic | cellar
root | crown
stem | leaf
predator | prey
carnivore carnivorous | herbivore herbivorous
mammal | reptile
edible | poisonous toxic
fertile | barren infertile sterile
deciduous | evergreen
annual | perennial
seed | harvest
sow plant | harvest reap uproot
water | drain
flood | drought
ebb | flood flow
inflow | outflow
inhale | exhale
inbound incoming | outbound outgoing
arrival | departure
immigrant immigrate immigration | emigrant emigrate emigration
embark board | disembark alight
takeoff take_off | landing land touch_down
accelerate speed_up | decelerate brake slow_down
~ ancestor forebear | descendant
~ predecessor | successor
~ precede | follow succeed
cause | effect
attract | repel
absorb | emit release reflect
anode | cathode
proton | electron
north_pole | south_pole
convex | concave
parallel | perpendicular
arrogant | modest humble
agree | disagree differ
consent | refusal
unite merge | split divide separate
unity | division
together jointly | apart separately alone
gather assemble | scatter disperse
love | hatred
trust confidence | distrust suspicion
hope | despair
joy | grief sorrow
beautiful pretty | ugly
good excellent | bad poor evil
best | worst
benefit advantage | disadvantage drawback
encourage | discourage
enjoy | dislike
respect admire | despise
help assist aid | hinder obstruct hamper
protect | endanger expose
reward | punish penalise penalize
promote | demote
elect | defeat
vote_for | vote_against
government | opposition
ruling | opposition
liberal progressive left-wing | conservative right-wing
democracy democratic | dictatorship autocratic
free freedom | captive slavery
independent independence | dependent dependence
emperor | subject
noble | commoner
officer | private
occupy | vacate
inhabited populated occupied | uninhabited deserted vacant empty
crowded busy | empty deserted
nearby | distant remote
previously formerly | later subsequently
often frequently | seldom rarely
everywhere | nowhere
temporary | permanent
immediate instant | delayed
punctual | late
accelerating | slowing
abundant plentiful ample | scarce sparse
excess surplus | shortage lack deficit
enough sufficient adequate | insufficient inadequate
possible | impossible
likely probable | unlikely improbable
certain sure definite | uncertain doubtful
necessary essential vital | unnecessary superfluous dispensable
important significant crucial | unimportant insignificant trivial
useful | useless
valuable | worthless
effective | ineffective
efficient | inefficient wasteful
popular | unpopular
famous renowned well-known | unknown obscure
successful | failed
finished completed complete | unfinished incomplete
known | unknown
aware | unaware
able capable | unable incapable
similar alike same identical | different dissimilar
equal | unequal
symmetrical | asymmetrical
regular | irregular
formal | informal
official | unofficial
direct | indirect
literal | figurative
objective | subjective
theoretical theory | practical practice
abstract | concrete
mental | physical
spiritual | material
offensive | defensive
aggressive | peaceful
civilised | barbaric
primary main chief | secondary
superior | inferior
upward upwards | downward downwards
inward | outward
eastward | westward
northward | southward
maternal | paternal
bride | groom
widow | widower
actor | actress
host | hostess
ram | ewe
bull | cow
rooster cock | hen
stallion | mare
buck | doe
gander | goose
cub | adult
infant baby child minor | adult grown-up
virgin | married
divorce | marry
shorten | lengthen extend prolong
widen broaden | narrow
deepen | shallow
strengthen reinforce | weaken undermine
tighten | relax ease loosen
harden | soften
sweeten | sour
lighten | darken
brighten | darken dim
heat | cool
warming | cooling
moisten wet | dry
thicken | thin
sharpen | blunt
flatten | steepen
enlarge magnify widen | reduce shrink diminish
simplify | complicate
clarify | obscure confuse
delay postpone | hasten advance bring_forward
resume continue | halt suspend interrupt cease
extend renew | terminate cancel
establish found | abolish dissolve
open_doors | close_doors
nationalise nationalize | privatise privatize
centralise centralize | decentralise decentralize
regulate | deregulate
ratify sign | repudiate
overestimate | underestimate
overstate exaggerate | understate
overvalue | undervalue
surplus | shortfall
inflation | deflation
boom | bust recession
bull | bear
bankrupt insolvent | solvent
monopoly | competition
labour labor | capital management
strike | lockout
skilled | unskilled
paid | unpaid
full-time | part-time
permanent | casual
prefix | suffix
synonym | antonym
problem | solution
theorem | conjecture
numerator | denominator
even_numbered | odd_numbered
finite | infinite
convergent | divergent
rational | irrational
concave | convex
acute | obtuse
benign | malignant
chronic | acute
contagious infectious | noncontagious
symptomatic | asymptomatic
fever | chill
constrict narrow | dilate widen
contract | relax
tense | relaxed
stimulate activate | inhibit suppress
agonist | antagonist
artery | vein
systolic | diastolic
inhalation | exhalation
antibody | antigen
prescription | over-the-counter
oral | intravenous
dilute | concentrated
soluble | insoluble
volatile | nonvolatile
combustible flammable | fireproof nonflammable
conductor | insulator
magnetic | nonmagnetic
opaque | translucent
glossy shiny | matt matte
hollow | solid
vacant | occupied
cultivated | fallow wild
organic | inorganic conventional
salty saline | freshwater
windward | leeward
tailwind | headwind
stern aft | bow
port | starboard
bow | stern
zenith | nadir
perihelion | aphelion
waxing | waning
eastbound | westbound
northbound | southbound
outskirts suburb | centre center downtown
entrance | exit
admit admission | exclude expel
expel | admit
congratulate | condole
greet | farewell
victor | vanquished
ascendant | declining
prosper thrive flourish | decline wither
prosperity wealth | poverty
luxury | necessity
feast | fast famine
thirst | hunger
sober | drunk
guilt | innocence
mercy | cruelty
courage | cowardice
strength | weakness
wisdom | folly
order | chaos
beginning start onset | end ending close
origin source | destination mouth
maximum | minimum
peak summit | valley foot
ceiling | floor
attic | basement
majority | minority
attack | defence
amusing funny | serious
tragic | comic
lively | dull
fertility | sterility
pure | impure contaminated
holy | unholy
noble | base
brittle fragile delicate | sturdy robust tough
elastic | inelastic
humid | arid
tropical | polar arctic
equator | pole
villain | saint
"""
