"""English words that may stand for one another: one group on a line, also variant spellings."""

SYNONYMS_EN = """
begin start commence launch
end finish conclude stop cease terminate complete
buy purchase acquire
build construct erect
big large huge great
small little tiny
help assist aid
show display exhibit demonstrate
show reveal find indicate
say state tell report declare announce remark note
say tell write explain add
call describe term
describe portray depict
get receive obtain gain
get become
give provide supply offer grant hand
need require call_for
use employ utilise utilize apply
use consume
keep retain preserve store hold
store hold contain
hold contain have
have own possess
begin open
buy take_over
quit leave resign
leave depart
arrive come reach
reach hit attain
return come_back go_back
send dispatch ship
carry transport bring take haul
move shift transfer relocate
change alter modify amend
fix repair mend
damage harm hurt
destroy ruin wreck demolish
kill slay
die perish pass_away
fight battle
win triumph
allow permit let
forbid ban prohibit bar
stop prevent
dismiss throw reject
halt stop
try attempt
choose select pick
think believe consider find
think reckon
guess estimate
know understand
understand grasp
learn discover
learn study
teach instruct
speak talk
ask request inquire enquire
answer reply respond
agree consent
refuse reject decline
want wish desire hope
hope aim intend plan
like enjoy
hate detest
see watch observe view notice
see spot
look appear seem
happen occur take_place
last continue go_on
continue carry_on proceed
grow increase rise climb
grow raise cultivate
decrease decline drop fall shrink
cut reduce lower trim decrease
raise increase lift boost
make produce manufacture create
make build
create found establish set_up
found establish
run operate manage
head lead run direct
lead guide
control manage
buy get
cost price
pay salary wage
money cash fund
job post position work
work labour labor
worker employee staff labourer
employee staff
boss head chief leader
chief main principal primary
main chief major
company firm business enterprise corporation
shop store
house home dwelling
flat apartment
road street
car automobile vehicle
lorry truck
plane aircraft airplane aeroplane
ship boat vessel
train rail railway
railway railroad
trip journey voyage
traveller tourist visitor
visitor guest
pupil student schoolchild
teacher instructor
professor prof
doctor physician dr
child kid
baby infant
man gentleman
woman lady
father dad
mother mum mom
film movie
book volume
picture image painting
photo photograph picture
song tune
author writer
illness disease sickness
ill sick
medicine drug medication
injury wound
rich wealthy
poor needy
fast quick rapid swift
fast rapidly quickly
slow gradual
easy simple
hard difficult tough
important significant key crucial
essential vital necessary
correct right accurate
wrong incorrect false
true accurate
error mistake fault
exact precise
whole entire complete full
empty vacant
new recent
old ancient
modern contemporary
usual normal common ordinary
common frequent widespread
rare uncommon
often frequently
sometimes occasionally
yearly annual
daily day
weekly week
monthly month
yearly year
annual year
about around approximately roughly some circa nearly
nearly almost
over above more
under below
near close nearby beside
between among
whole all
both two couple
area region zone district
country nation state
town city
village hamlet
hill mount mountain
mount mountain
sea ocean
forest wood woodland
stone rock
rain rainfall
storm gale
wind gust
cold chilly
warm hot
wet damp
dry arid
law act statute
rule regulation
court tribunal
judge magistrate
lawyer attorney solicitor counsel
police officer
prison jail gaol
crime offence offense
contract agreement
treaty accord pact
deal agreement
vote ballot
election poll
government administration
minister secretary
parliament assembly legislature
leader head
war conflict
army troops force
soldier troop
weapon arm
attack assault
study research investigation
study survey
test trial exam examination
trial study
result outcome finding
finding conclusion
report account
data figure
figure number
number amount quantity
part portion share section piece
piece fragment
kind type sort variety species
way method manner
aim goal purpose objective
reason cause
cause lead_to bring_about
effect impact influence consequence
problem issue difficulty trouble
risk danger hazard
chance opportunity likelihood
benefit advantage
limit ceiling maximum cap
level degree
speed pace rate
size extent
weight mass
height altitude elevation tall high
depth deep
width wide
length long
length duration
age old
quick brief short
start outset beginning
middle centre center
edge border boundary
front face
top summit peak
bottom foot base
colour color
grey gray
centre center
metre meter
litre liter
theatre theater
favour favor
labour labor
honour honor
harbour harbor port
neighbour neighbor
behaviour behavior
flavour flavor
organise organize arrange
recognise recognize
realise realize
analyse analyze
apologise apologize
programme program
cheque check
tyre tire
aluminium aluminum
grey gray
plough plow
travelled traveled
cancelled canceled call_off scrap
defence defense
licence license permit
practice practise
sceptic skeptic
catalogue catalog
dialogue dialog
kilometre kilometer km
gram gramme
tonne ton
percent per_cent
mould mold
jewellery jewelry
storey story floor
autumn fall
petrol gasoline gas
rubbish garbage trash waste
holiday vacation
lift elevator
football soccer
maths mathematics
biscuit cookie
tap faucet
pavement sidewalk
queue line
film movie
mobile cell
luggage baggage
ground earth soil
fee charge
free gratis
ticket pass
fine penalty
prize award
award medal
sum total amount
total overall
profit earning
sale turnover revenue
debt owe
loan credit
bank lender
rise increase growth
drop decline decrease fall
tell inform notify
warn alert
advise recommend suggest
advice recommendation
suggest propose
order command instruct
ask invite
plan scheme project
plan intend
decide resolve determine
choose opt
join enter
unite merge combine
link connect join
separate split divide
fasten attach fix
release free
release publish issue come_out
publish print issue
write compose pen
draw sketch
paint colour
cook prepare
bake roast
boil simmer
mix stir blend
chop cut
dig excavate
sow plant
harvest pick gather reap
gather collect
feed nourish
clean wash
throw toss cast discard
throw hurl
catch capture
hit strike
beat defeat overcome
lose forfeit
score record
play perform
stage perform put_on
sing perform
sight view
live reside dwell
live survive
stay remain
remain rest
rest remainder other
wait await
sleep rest
wake rouse
wear put_on
wear carry
buy order
order book reserve
cancel call_off abandon
delay postpone put_off put_back
replace substitute
succeed replace follow
follow ensue
precede go_before
own belong
bear carry
bear name
name call title entitle
title heading
hand_in submit file
submit present
award give
dismiss sack fire lay_off
hire employ recruit appoint take_on
resign step_down quit retire
elect choose
appoint name
found start
close shut
open unlock
lock fasten
hide conceal
discover find uncover detect
search look_for seek
lack want
miss lack
protect shield guard
guard watch
rescue save
save spare
waste squander
hurt injure
recover heal improve get_better
worsen deteriorate
treat handle
examine inspect check
check verify
measure gauge
weigh weight
count tally
cover span
span extend stretch
contain include comprise
include among
consist comprise
concern affect
affect influence
matter count
equal same identical
similar alike
different distinct other
various several
several some few many
many numerous lot
majority most
minority few
only sole just alone merely
single one sole
alone only
together jointly
again once_more anew
also too likewise additionally
but however yet though although
because since as
while whereas
therefore thus hence so
if provided
before prior earlier
after later following
during throughout
until till
now currently present today
then later
soon shortly
ago earlier
always ever
never not
perhaps maybe possibly
probably likely
certainly definitely surely undoubtedly
clearly obviously evidently
mainly mostly chiefly largely primarily
especially particularly notably
quite fairly rather
very extremely highly
completely fully entirely wholly totally
partly partially
former ex earlier previous
previous prior past earlier
next following
last final latest
first initial original
original first
leading top
famous renowned well-known celebrated
unknown obscure
popular favourite favorite
pretty beautiful
clever intelligent
careful cautious
calm quiet
angry furious
happy glad pleased
sad unhappy
afraid scared
tired weary
strong powerful
weak feeble
heavy weighty
light pale
bright brilliant
dark dim
loud noisy
deadly fatal lethal
safe secure harmless
dangerous hazardous risky
healthy fit well
fat overweight
thin slim slender
thick dense
wide broad
narrow tight
steep sheer
flat level
round circular
straight direct
sharp keen
smooth even
rough coarse
soft gentle
hard solid firm
raw uncooked
fresh new
stale old
sweet sugary
salty saline
sour acid
bitter sharp
owner proprietor holder
tenant renter
user client customer
customer client shopper
buyer purchaser
seller vendor dealer merchant trader
maker manufacturer producer
farmer grower
fisherman angler
singer vocalist
player footballer athlete
coach trainer manager
supporter fan
opponent rival
friend companion
partner spouse
husband spouse
wife spouse
relative kin
ancestor forebear
heir successor
king monarch ruler
queen monarch
priest clergyman vicar
scholar academic
scientist researcher
expert specialist
inventor creator
founder creator
chair chairman chairwoman chairperson
spokesman spokeswoman spokesperson
resident inhabitant
inhabitant population people
citizen national
foreigner alien
passenger traveller
driver motorist
cyclist rider
walker hiker pedestrian
kilo kilogram kg
hour hourly
fortnight two_week
half 50
quarter 25
dozen twelve 12
decade ten_year
century hundred
obligatory mandatory compulsory required
optional voluntary
forbidden prohibited banned
allowed permitted
able capable
unable incapable
likely probable
unlikely improbable
adult grown-up
minor child
"""
