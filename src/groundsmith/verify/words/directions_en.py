"""English words of more and less, up and down: what comparisons turn on, as opposites."""

DIRECTIONS_EN = """
rise increase grow climb go_up went_up gone_up jump soar surge expand swell higher |
    fall decrease decline drop go_down went_down gone_down sink plunge shrink slump
    lose_ground dwindle lower dip
gain_ground gained | lose_ground lost
raise boost hike put_up step_up | lower cut reduce trim slash
widen broaden grow | narrow shrink
strengthen intensify | weaken ease
improve better | worsen deteriorate
double twice triple treble | halve half
more greater | less fewer
most | least fewest
larger bigger greater largest biggest greatest | smaller lesser smallest
higher | lower
highest | lowest
longer longest | shorter shortest less
taller | shorter
tallest | shortest
heavier | lighter
heaviest | lightest
faster quicker sooner fastest quickest | slower slowest slowly
older elder | younger newer
oldest eldest | youngest newest
earlier sooner | later
earliest | latest
better | worse
best | worst
stronger | weaker
strongest | weakest
hotter warmer hottest warmest | cooler colder coolest coldest
wider broader | narrower
widest | narrowest
deeper | shallower
deepest | shallowest
thicker | thinner
thickest | thinnest
cheaper | dearer costlier pricier
cheapest | dearest costliest
richer | poorer
richest | poorest
easier simpler | harder tougher
easiest simplest | hardest toughest
harder | softer
nearer closer | farther further
nearest closest | farthest furthest
louder noisier | quieter
brighter lighter | darker dimmer
milder gentler | harsher severer stricter
safer | riskier
drier | wetter
steeper | flatter gentler
sweeter | sourer
fresher | staler
cleaner | dirtier
busier | emptier
rarer scarcer | commoner
rare rarer rarely less_often | frequent often more_often
above over exceed beyond | below under beneath
ahead | behind
before | after
outnumber exceed | trail
lead ahead_of | trail lag
overtake surpass outpace beat | lag trail
upper | lower
superior | inferior
maximum | minimum
accelerate speed_up | slow decelerate slow_down
lengthen | shorten
happier | sadder
softer | louder
finer | coarser
finest | coarsest
denser | sparser
tighter | looser
stricter | laxer
sharper | blunter
smarter | stupider
worse | better
majority | minority
profit | loss
surplus | deficit
upgrade | downgrade
appreciate | depreciate
overstate | understate
longer-lived | shorter-lived
"""
