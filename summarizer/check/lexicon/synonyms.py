"""Words that news reports use for one another where a dictionary keeps them apart. Own table.

A row is a group; words of one group never make a difference when one stands in another's place.
"""

# A row of a table is one line, so that it reads and compares as one.

from __future__ import annotations

_GROUPS = """
additional further extra more another added
local resident inhabitant villager islander citizen
police cop officer policeman detective investigator
doctor medic physician clinician
lawmaker mp legislator parliamentarian deputy representative senator congressman member
deal pact agreement accord treaty contract
worker staff employee workforce labour personnel
prison jail gaol custody cell
ask urge request call appeal plead beg
storm hurricane typhoon cyclone gale
boat ship vessel ferry craft tanker
arrest detain hold apprehend
money cash fund funding
match game fixture tie
host stage hold organise organize mount
wife widow spouse
husband widower spouse
brother twin
sister twin
city town municipality
bill law legislation act measure
cancel scrap axe drop abandon call_off shelve
impose introduce bring_in enact levy
strong heavy severe intense fierce
big large huge major vast massive great considerable substantial enormous significant sizeable
small little minor slight modest tiny
boss chief head leader director chairman chair chairwoman president executive ceo manager
premier minister chancellor leader
win gain secure capture take clinch earn
reject refuse decline rebuff dismiss turn_down spurn rule_out
approve back endorse clear pass adopt accept authorise authorize agree ratify support
rise increase grow climb jump surge soar go_up gain advance rocket leap recover rebound rally
fall decrease drop decline shrink decline sink slump plunge tumble dip slide go_down ease slip
cut reduce lower slash trim curb shrink
raise increase lift hike boost put_up
say state add tell declare announce claim explain note report remark comment mention insist argue stress
warn caution alert
warn tell told inform notify
accuse blame charge allege
criticise criticize attack slam blast condemn denounce lambast
praise hail laud commend applaud welcome
think believe feel consider reckon hold
show reveal disclose find indicate suggest demonstrate prove
study research survey paper report analysis investigation review
scientist researcher expert academic scholar
company firm business corporation group enterprise concern maker
factory plant works site facility
shop store outlet retailer
home house flat apartment dwelling property
road street highway motorway
car vehicle automobile
lorry truck
train railway rail
service train bus flight ferry connection
plane aircraft jet airliner airplane
fire blaze inferno flame
crash accident collision wreck
quake earthquake tremor
flood flooding inundation deluge
kill die perish dead death fatality casualty victim
hurt injure wound
murder kill slay
row dispute quarrel argument conflict controversy
talk negotiation discussion meeting conversation
strike walkout stoppage action
protest demonstration rally march
protester demonstrator activist campaigner marcher
rebel insurgent militant fighter guerrilla
soldier troop serviceman
army military force troop
attack assault raid strike offensive
war conflict fighting hostility
ceasefire truce
voter elector electorate
election vote poll ballot
poll survey
court judge tribunal bench
verdict ruling judgment judgement decision sentence
lawyer attorney counsel solicitor barrister defence defense
trial case hearing proceeding
crime offence offense
suspect defendant accused
fine penalty
ban prohibit forbid bar outlaw block
allow permit let authorise authorize
start begin launch open commence kick_off
end finish conclude close stop halt cease
delay postpone put_off defer adjourn
continue go_on carry_on last persist proceed
resign quit step_down stand_down leave
sack fire dismiss oust
hire recruit employ appoint take_on
choose pick select elect name appoint
lead head run chair direct govern rule command manage
buy purchase acquire take_over snap_up
sell offload dispose
build construct erect put_up
destroy demolish raze wreck ruin level devastate
repair fix mend restore renovate refurbish
close shut
plan project scheme proposal programme program
aim want intend seek plan hope
need require demand
help aid assist support relief
pay salary wage earnings
price cost rate
profit earnings gain
revenue turnover sales income
debt loan borrowing
tax duty levy
share stock
investor shareholder
customer client consumer shopper buyer
child kid youngster
pupil student schoolchild
teacher educator
woman lady
man gentleman guy
person people individual human
baby infant newborn
disease illness sickness ailment
drug medicine medication treatment
jab vaccine shot vaccination inoculation
hospital clinic
patient case
doctor surgeon
film movie picture
show concert gig performance
singer vocalist
author writer novelist
book novel
painting picture artwork
exhibition show
club team side
coach manager trainer
player footballer
goal strike
season campaign
title trophy championship crown
border frontier
sea ocean
river stream
forest wood woodland
farmer grower
harvest crop yield
rain rainfall
snow snowfall
heat heatwave
near close by beside
about around roughly approximately some
quick fast rapid swift
slow sluggish
new fresh recent latest novel
old former previous ex earlier past
first initial
last final
important key crucial vital essential central
difficult hard tough tricky challenging
dangerous risky hazardous unsafe perilous
safe secure
happy pleased delighted glad satisfied
angry furious outraged irate
sad unhappy upset
worried concerned anxious alarmed
worry concern fear anxiety
evacuate leave flee
find discover locate uncover detect
search look hunt
see spot notice observe witness
happen occur take_place
cause trigger spark prompt provoke lead
stop prevent halt block
get receive obtain gain
win award
stake shareholding holding share interest
give hand grant award offer provide supply
send dispatch ship deliver
keep retain maintain hold stay remain
move shift transfer relocate
return come_back go_back back
arrive come reach land
go travel journey
visit tour
join enter
use employ utilise utilize
make produce manufacture create build
work operate function
live reside dwell
stand rise
sign ink seal
break violate breach flout
follow succeed come_after
complete finish
collapse fail break_down founder
rescue save
search hunt comb
seize confiscate impound
steal take rob
smuggle traffic
hide conceal cover_up
lie deceive
apologise apologize regret
apologise apologize sorry
thank praise
agree concur
disagree differ
promise pledge vow commit
threaten warn
expect predict forecast anticipate foresee
month fortnight
nearly almost
often frequently regularly
mostly mainly chiefly largely primarily
only just merely solely
also too
quickly rapidly swiftly fast
completely fully entirely totally wholly
total overall combined
million m
percent percentage
dead killed
unemployed jobless
unemployment joblessness
foreign overseas international
national domestic nationwide
government state cabinet administration authority ministry
ministry department
office agency bureau authority body
council board committee panel commission
spokesman spokeswoman spokesperson
mayor lord
party group
coalition alliance
opposition rival
opponent rival critic
supporter backer fan
plane flight
passenger traveller traveler
driver motorist
cyclist biker
pedestrian walker
migrant refugee immigrant
asylum refuge
building structure block
tower skyscraper
bridge crossing
dam barrier
power electricity energy
gas fuel
oil crude petroleum
coal lignite
mine pit colliery
site place location area spot
region area district province
country nation state land
world globe
capital city
village hamlet
park garden
school academy
university college
church parish
priest clergyman cleric vicar
bishop prelate
king monarch sovereign
queen monarch
prince royal
president leader
mistake error blunder
problem issue difficulty trouble
risk danger threat hazard
chance opportunity possibility
result outcome finding
reason cause
effect impact consequence
change alter amend modify revise
improve better
growth increase expansion
loss deficit
evidence proof
sign signal indication
rule regulation guideline
right entitlement
duty obligation
step measure move action
way manner method
part portion section share
half fifty
group band gang
gang ring
bomb explosive device
explosion blast
gun weapon firearm pistol rifle
bullet shot
knife blade
body corpse remains
funeral burial
wedding marriage
husband spouse
wife spouse
parent family
relative family kin
friend pal
neighbour neighbor
guest visitor
tourist visitor holidaymaker
hotel inn
restaurant eatery diner
food meal
drink beverage
water fluid
clothes clothing garment
phone telephone mobile
computer pc
internet web
site website
email mail
letter note
newspaper paper daily
magazine journal
journalist reporter correspondent
interview conversation talk
statement declaration announcement
speech address
question query
answer reply respond response
"""

# A word in its base form -> the numbers of its groups.
GROUPS: dict[str, frozenset[int]] = {}
for _number, _row in enumerate(_GROUPS.strip().splitlines()):
    for _word in _row.split():
        GROUPS[_word] = GROUPS.get(_word, frozenset()) | {_number}
