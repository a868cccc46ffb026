"""English forms that no stemmer leads back to their verb or adjective: `form form: base`."""

IRREGULAR_EN = """
rose risen: rise
fell fallen: fall
grew grown: grow
sold: sell
bought: buy
won: win
lost: lose
gave given: give
took taken: take
sent: send
lent: lend
spent: spend
left: leave
came: come
went gone: go
began begun: begin
built: build
broke broken: break
kept: keep
found: find
hid hidden: hide
taught: teach
thought: think
brought: bring
caught: catch
fought: fight
sought: seek
held: hold
told: tell
said: say
made: make
paid: pay
laid: lay
led: lead
read: read
wrote written: write
drove driven: drive
flew flown: fly
froze frozen: freeze
sank sunk: sink
shrank shrunk: shrink
stole stolen: steal
forgot forgotten: forget
forbade forbidden: forbid
knew known: know
saw seen: see
ate eaten: eat
drank drunk: drink
drew drawn: draw
threw thrown: throw
sang sung: sing
swam swum: swim
ran: run
met: meet
slept: sleep
felt: feel
dealt: deal
meant: mean
burnt: burn
learnt: learn
dug: dig
stuck: stick
struck: strike
hung: hang
stood: stand
understood: understand
withdrew withdrawn: withdraw
overtook overtaken: overtake
arose arisen: arise
bore borne: bear
became: become
chose chosen: choose
did done: do
wore worn: wear
tore torn: tear
shook shaken: shake
spoke spoken: speak
woke woken: wake
bent: bend
fed: feed
fled: flee
shot: shoot
swept: sweep
wept: weep
lit: light
slid: slide
spun: spin
wound: wind
ground: grind
bound: bind
men: man
women: woman
children: child
people: person
feet: foot
teeth: tooth
mice: mouse
geese: goose
wives: wife
lives: life
leaves: leaf
halves: half
died dying: die
"""
