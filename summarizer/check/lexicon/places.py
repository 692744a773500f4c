"""Countries, their people and capitals, and initialisms in common use. Own table, from memory."""

# a row of a table is one line, so that it reads and compares as one

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

from summarizer.check.lexicon.tables import list_words

# Country and its people in English and German; after "|" what often stands for its government.
_COUNTRIES = """
russia russian russians russland russisch russe russen rußland | moscow kremlin moskau kreml
ukraine ukrainian ukrainians ukrainisch ukrainer | kyiv kiev kiew
us usa american americans america amerika amerikanisch amerikaner vereinigte_staaten united_states | washington
uk britain british briton britons grossbritannien großbritannien britisch briten united_kingdom great_britain | london westminster
england english englishman engländer
scotland scottish scots scot scotsman schottland schottisch | holyrood edinburgh
wales welsh
ireland irish irishman irland irisch | dublin
france french frenchman frenchmen frankreich französisch franzosen | paris elysee élysée
germany german germans deutschland deutsch deutsche deutschen | berlin
italy italian italians italien italienisch italiener | rome rom
spain spanish spaniard spaniards spanien spanisch spanier | madrid
portugal portuguese portugiesisch | lisbon lissabon
netherlands dutch holland niederlande niederländisch niederländer | hague
belgium belgian belgians belgien belgisch
luxembourg luxembourgish luxemburg
switzerland swiss schweiz schweizer | bern berne
austria austrian austrians österreich österreichisch österreicher | vienna wien
poland polish pole poles polen polnisch | warsaw warschau
czechia czech czechs czech_republic tschechien tschechisch | prague prag
slovakia slovak slovaks slowakei slowakisch | bratislava
slovenia slovenian slovenians slovene slowenien | ljubljana
hungary hungarian hungarians ungarn ungarisch | budapest
romania romanian romanians rumänien rumänisch | bucharest bukarest
bulgaria bulgarian bulgarians bulgarien bulgarisch | sofia
greece greek greeks griechenland griechisch griechen | athens athen
turkey turkish turk turks türkei türkisch türken türkiye turkiye | ankara
cyprus cypriot cypriots zypern | nicosia
malta maltese | valletta
sweden swedish swede swedes schweden schwedisch | stockholm
norway norwegian norwegians norwegen norwegisch | oslo
denmark danish dane danes dänemark dänisch dänen | copenhagen kopenhagen
finland finnish finn finns finnland finnisch finnen | helsinki
iceland icelandic icelander icelanders island isländisch | reykjavik
estonia estonian estonians estland estnisch | tallinn
latvia latvian latvians lettland lettisch | riga
lithuania lithuanian lithuanians litauen litauisch | vilnius
belarus belarusian belarusians belarussian weißrussland belarussisch | minsk
moldova moldovan moldovans moldau | chisinau
georgia georgian georgians georgien georgisch | tbilisi
armenia armenian armenians armenien armenisch | yerevan
azerbaijan azerbaijani azerbaijanis azeri azeris aserbaidschan | baku
kazakhstan kazakh kazakhs kasachstan | astana
uzbekistan uzbek uzbeks usbekistan | tashkent
kyrgyzstan kyrgyz kirgisistan | bishkek
tajikistan tajik tajiks tadschikistan | dushanbe
turkmenistan turkmen | ashgabat
serbia serbian serbians serb serbs serbien serbisch | belgrade belgrad
croatia croatian croatians croat croats kroatien kroatisch | zagreb
bosnia bosnian bosnians bosniak bosnien | sarajevo
kosovo kosovan kosovar kosovars | pristina
albania albanian albanians albanien albanisch | tirana
macedonia macedonian macedonians mazedonien | skopje
montenegro montenegrin montenegrins | podgorica
israel israeli israelis israelisch | jerusalem
palestine palestinian palestinians palästina palästinenser palästinensisch | ramallah
lebanon lebanese libanon libanesisch | beirut
syria syrian syrians syrien syrisch syrer | damascus damaskus
jordan jordanian jordanians jordanien | amman
iraq iraqi iraqis irak irakisch | baghdad bagdad
iran iranian iranians iranisch iraner | tehran teheran
saudi saudis saudi_arabia saudi-arabien | riyadh riad
yemen yemeni yemenis jemen | sanaa
qatar qatari qataris katar | doha
emirates emirati emiratis uae | abu_dhabi
kuwait kuwaiti kuwaitis
bahrain bahraini bahrainis | manama
oman omani omanis | muscat
egypt egyptian egyptians ägypten ägyptisch | cairo kairo
libya libyan libyans libyen libysch | tripoli
tunisia tunisian tunisians tunesien | tunis
algeria algerian algerians algerien | algiers algier
morocco moroccan moroccans marokko marokkanisch | rabat
sudan sudanese | khartoum
south_sudan south_sudanese | juba
ethiopia ethiopian ethiopians äthiopien | addis
eritrea eritrean eritreans | asmara
somalia somali somalis | mogadishu
kenya kenyan kenyans kenia | nairobi
uganda ugandan ugandans | kampala
tanzania tanzanian tanzanians tansania | dodoma
rwanda rwandan rwandans ruanda | kigali
congo congolese kongo | kinshasa
burundi burundian burundians | gitega
chad chadian chadians tschad
gabon gabonese gabun | libreville
benin beninese
togo togolese
liberia liberian liberians | monrovia
guinea guinean guineans | conakry
gambia gambian gambians | banjul
mauritania mauritanian mauritanians | nouakchott
mauritius mauritian mauritians
djibouti djiboutian dschibuti
lesotho basotho
eswatini swazi swazis
seychelles seychellois
ivory_coast ivorian ivorians ivoire
burkina burkinabe burkinabé burkina_faso | ouagadougou
sierra_leone sierra_leonean | freetown
nigeria nigerian nigerians | abuja
niger nigerien nigeriens | niamey
ghana ghanaian ghanaians | accra
mali malian malians | bamako
senegal senegalese | dakar
cameroon cameroonian kamerun | yaounde
angola angolan angolans | luanda
zambia zambian zambians sambia | lusaka
zimbabwe zimbabwean zimbabweans simbabwe | harare
mozambique mozambican mosambik | maputo
malawi malawian malawians | lilongwe
botswana botswanan botswanans | gaborone
namibia namibian namibians | windhoek
south_africa south_african südafrika südafrikanisch | pretoria
madagascar malagasy | antananarivo
china chinese chinesisch chinesen | beijing peking
taiwan taiwanese | taipei
japan japanese japanisch japaner | tokyo tokio
north_korea north_korean nordkorea | pyongyang pjöngjang
south_korea south_korean südkorea | seoul
mongolia mongolian mongolians mongolei | ulaanbaatar
vietnam vietnamese | hanoi
thailand thai thais | bangkok
cambodia cambodian cambodians kambodscha
laos lao laotian
myanmar burma burmese birma | naypyidaw
malaysia malaysian malaysians | putrajaya
singapore singaporean singaporeans singapur
indonesia indonesian indonesians indonesien | jakarta
philippines philippine filipino filipinos philippinen | manila
australia australian australians australien australisch | canberra
zealand zealander zealanders neuseeland | wellington
india indian indians indien indisch inder | delhi
pakistan pakistani pakistanis | islamabad
bangladesh bangladeshi bangladeshis | dhaka
nepal nepalese nepali | kathmandu
bhutan bhutanese
maldives maldivian maldivians
brunei bruneian
fiji fijian fijians | suva
samoa samoan samoans | apia
tonga tongan tongans
vanuatu vanuatuan
papua papuan papuans
lanka lankan lankans | colombo
afghanistan afghan afghans | kabul
canada canadian canadians kanada kanadisch kanadier | ottawa
mexico mexican mexicans mexiko mexikanisch
cuba cuban cubans kuba kubanisch | havana havanna
haiti haitian haitians
jamaica jamaican jamaicans
barbados barbadian barbadians
guyana guyanese
suriname surinamese surinam
belize belizean belizeans
trinidad trinidadian trinidadians
costa_rica costa_rican
puerto_rico puerto_rican
dominican_republic dominican dominicans
guatemala guatemalan guatemalans
honduras honduran hondurans
salvador salvadoran salvadorans
nicaragua nicaraguan nicaraguans | managua
panama panamanian panamanians
colombia colombian colombians kolumbien | bogota bogotá
venezuela venezuelan venezuelans | caracas
ecuador ecuadorian ecuadorians ecuadorean ecuadoreans | quito
peru peruvian peruvians | lima
bolivia bolivian bolivians bolivien
chile chilean chileans | santiago
argentina argentine argentinian argentines argentinians argentinien | buenos
uruguay uruguayan uruguayans | montevideo
paraguay paraguayan paraguayans
brazil brazilian brazilians brasilien brasilianisch | brasilia brasília
europe european europeans europa europäisch
africa african africans afrika afrikanisch
asia asian asians asien asiatisch
"""

# A word that names a country or its people -> the country; several words are joined by "_".
COUNTRIES: dict[str, str] = {}
# A capital or seat that may stand for its government -> the country.
SEATS: dict[str, str] = {}
for _line in _COUNTRIES.strip().splitlines():
    _names, _, _seats = _line.partition("|")
    _country = _names.split()[0]
    COUNTRIES |= dict.fromkeys(_names.split(), _country)
    SEATS |= dict.fromkeys(_seats.split(), _country)

# Initialisms and short names whose full form does not spell them out letter by letter, or not in English.
ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "fed": ("federal reserve", "federal open market committee"),
    "eu": ("european union", "europäische union", "brussels", "bloc", "european", "eurostat"),
    "un": (
        "united nations",
        "vereinte nationen",
        "vereinten nationen",
        "security council",
        "general assembly",
        "world food programme",
        "world food program",
        "unicef",
        "unhcr",
        "unesco",
        "refugee agency",
    ),
    "uno": ("united nations", "vereinte nationen"),
    "nato": ("north atlantic treaty organization", "alliance", "otan"),
    "who": ("world health organization", "world health organisation", "weltgesundheitsorganisation"),
    "imf": ("international monetary fund", "iwf"),
    "ecb": ("european central bank", "ezb", "bce"),
    "gop": ("republican", "republicans", "republican party"),
    "dems": ("democrats", "democratic party"),
    "tories": ("conservatives", "conservative party", "conservative", "tory"),
    "met": ("metropolitan police", "met office"),
    "scotus": ("supreme court",),
    "covid": ("coronavirus", "sars-cov-2"),
    "downing": ("prime minister",),
    "pentagon": ("defense department", "department of defense", "us military"),
    "dod": ("pentagon", "defense department"),
    "nyc": ("new york",),
    "la": ("los angeles",),
    "dc": ("washington",),
    "cdc": ("centers for disease control",),
    "doj": ("justice department", "department of justice"),
    "dhs": ("homeland security",),
    "epa": ("environmental protection agency",),
    "ice": ("immigration and customs enforcement",),
    "boe": ("bank of england",),
    "boj": ("bank of japan",),
    "opec": ("organization of the petroleum exporting countries", "oil cartel"),
    "nhs": ("health service",),
    "ioc": ("olympic committee",),
    "yuan": ("renminbi",),
    "tv": ("television",),
    "ai": ("artificial intelligence",),
    "it": ("computer", "computers", "information technology"),
    "gdp": ("gross domestic product", "economic output", "national output", "national income", "economy"),
    "ev": ("electric vehicle", "electric car"),
    "evs": ("electric vehicles", "electric cars"),
    "hq": ("headquarters",),
    "cctv": ("surveillance camera", "surveillance cameras", "security cameras"),
    "icu": ("intensive care",),
    "ngo": ("aid group", "charity", "non governmental"),
    "ngos": ("aid groups", "charities", "non governmental"),
    "ceo": ("chief executive",),
    "cfo": ("chief financial officer", "finance chief"),
}

# Words in the names of bodies that only one country has -> the country, which a claim may add.
BODIES: dict[str, str] = {
    body: country
    for country, bodies in {
        "us": """
            fed pentagon scotus fbi cia nsa nasa fda epa faa cdc fema irs nypd nasdaq nfl nba mlb nhl gop
            """,
        "uk": "mi5 mi6 hmrc nhs ofcom ofgem ofsted ofwat raf ftse tories",
        "germany": "bundesbank bundestag bundesrat bundeswehr bafin bka dax cdu csu spd fdp afd bundesliga",
        "france": "élysée elysee matignon insee cac gendarmerie",
        "ireland": "dáil dail seanad taoiseach tánaiste tanaiste garda gardaí gardai oireachtas stormont",
        "canada": "rcmp tsx",
        "australia": "asic accc asx asio afl",
        "india": "sabha rbi sebi bjp sensex isro",
        "pakistan": "isi",
        "japan": "nikkei boj jaxa",
        "russia": "duma kremlin fsb gazprom rosneft roscosmos",
        "ukraine": "rada verkhovna",
        "poland": "sejm",
        "norway": "storting norges",
        "sweden": "riksdag riksbank säpo",
        "denmark": "folketing folketinget",
        "finland": "eduskunta",
        "iceland": "althingi alþingi",
        "israel": "knesset mossad idf likud",
        "lebanon": "hezbollah",
        "yemen": "houthi houthis",
        "afghanistan": "taliban",
        "turkey": "akp",
        "iran": "majlis",
        "mexico": "banxico pemex",
        "brazil": "petrobras planalto",
        "chile": "codelco",
        "south_africa": "anc eskom transnet",
        "kenya": "safaricom",
        "china": "politburo pboc",
        "italy": "carabinieri consob",
    }.items()
    for body in bodies.split()
}

# Places that stand for the bodies that sit there, but not after "in".
METONYMS: dict[str, tuple[str, ...]] = {
    place: tuple(bodies.split("|"))
    for place, bodies in {
        "brussels": "european commission|european union|eu|commission|bloc|eu leaders|nato",
        "strasbourg": "european parliament|european court of human rights|human rights court",
        "frankfurt": "european central bank|ecb|bundesbank",
        "downing": "prime minister|british government|government|number 10",
        "whitehall": "government|ministry|ministers|civil service|civil servants",
        "stormont": "northern ireland|assembly|executive",
        "threadneedle": "bank of england",
        "pentagon": "defence department|department of defence|defence secretary|defense secretary",
        "capitol": "congress|senate|house of representatives|lawmakers",
        "langley": "cia|central intelligence agency",
        "vatican": "pope|holy see|pontiff|catholic church",
        "turtle": "united nations|un",
        "hollywood": "film industry|studios|film studios|movie industry",
    }.items()
}
# People and adjectives of regions and cities whose ending alone does not lead to the name.
REGIONS: dict[str, str] = dict(
    pair.split(":")
    for pair in list_words(
        """
        cornish:cornwall breton:brittany bretons:brittany catalan:catalonia catalans:catalonia flemish:flanders
        fleming:flanders walloon:wallonia walloons:wallonia norman:normandy burgundian:burgundy saxon:saxony
        saxons:saxony prussian:prussia silesian:silesia moravian:moravia bohemian:bohemia frisian:friesland
        castilian:castile alsatian:alsace lombard:lombardy piedmontese:piedmont venetian:venice
        venetians:venice florentine:florence neapolitan:naples neapolitans:naples viennese:vienna
        mancunian:manchester mancunians:manchester liverpudlian:liverpool liverpudlians:liverpool
        glaswegian:glasgow glaswegians:glasgow aberdonian:aberdeen muscovite:moscow muscovites:moscow
        quebecois:quebec québécois:quebec tyrolean:tyrol tyroleans:tyrol manx:man basque:basque
        floridian:florida floridians:florida cantonese:canton athenian:athens athenians:athens
        cretan:crete cretans:crete balinese:bali javanese:java genevan:geneva zuricher:zurich
        bernese:bern basler:basel genoese:genoa turinese:turin varsovian:warsaw cracovian:krakow
        lisboeta:lisbon dubliner:dublin dubliners:dublin orcadian:orkney orcadians:orkney
        shetlander:shetland novocastrian:newcastle geordie:newcastle geordies:newcastle salopian:shropshire
        kentish:kent provencal:provence provençal:provence savoyard:savoy tuscan:tuscany tuscans:tuscany
        galician:galicia andalusian:andalusia andalucian:andalusia bavarian:bavaria hessian:hesse
        thuringian:thuringia westphalian:westphalia rhinelander:rhineland carinthian:carinthia
        styrian:styria istrian:istria dalmatian:dalmatia transylvanian:transylvania lapp:lapland
        crimean:crimea chechen:chechnya chechens:chechnya tatar:tatarstan dagestani:dagestan
        punjabi:punjab bengali:bengal kashmiri:kashmir tibetan:tibet uyghur:xinjiang hongkonger:hong
        hongkongers:hong angeleno:angeles angelenos:angeles philadelphian:philadelphia
        """
    )
)
# Large cities that are no capitals -> their country, which a claim may add.
CITIES: dict[str, str] = {
    city: country
    for country, cities in {
        "australia": "sydney melbourne brisbane perth adelaide darwin",
        "austria": "salzburg graz innsbruck linz",
        "bangladesh": "chittagong chattogram",
        "belgium": "antwerp ghent bruges liège liege brussels",
        "brazil": "rio são sao salvador recife fortaleza",
        "canada": "toronto montreal vancouver calgary edmonton winnipeg quebec halifax",
        "chile": "valparaíso valparaiso",
        "china": "shanghai shenzhen guangzhou wuhan chongqing tianjin chengdu hangzhou",
        "colombia": "medellín medellin cali cartagena",
        "croatia": "split dubrovnik rijeka",
        "czech": "brno ostrava",
        "denmark": "aarhus odense aalborg",
        "egypt": "alexandria suez luxor",
        "finland": "tampere turku espoo",
        "france": "marseille lyon toulouse nice bordeaux lille strasbourg nantes rennes grenoble",
        "germany": "munich münchen hamburg frankfurt cologne köln stuttgart düsseldorf dortmund leipzig dresden"
        " bremen hanover hannover nuremberg nürnberg essen",
        "greece": "thessaloniki patras piraeus athenian athenians",
        "hungary": "debrecen szeged",
        "india": "mumbai kolkata chennai bangalore bengaluru hyderabad ahmedabad pune",
        "indonesia": "surabaya bandung medan",
        "iran": "mashhad isfahan tabriz shiraz",
        "iraq": "basra mosul erbil",
        "ireland": "cork galway limerick",
        "israel": "haifa tel_aviv",
        "italy": "milan naples turin venice florence genoa bologna palermo bari verona trieste",
        "japan": "osaka kyoto nagoya yokohama kobe fukuoka sapporo hiroshima",
        "kenya": "mombasa kisumu",
        "mexico": "guadalajara monterrey tijuana cancún cancun",
        "morocco": "casablanca marrakesh marrakech fez tangier",
        "netherlands": "amsterdam rotterdam utrecht eindhoven groningen",
        "nigeria": "lagos kano ibadan",
        "norway": "bergen trondheim stavanger tromsø",
        "pakistan": "karachi lahore peshawar rawalpindi",
        "poland": "krakow kraków gdansk gdańsk wroclaw wrocław lodz łódź poznan poznań",
        "portugal": "porto braga faro",
        "romania": "cluj timisoara constanta",
        "russia": "petersburg novosibirsk kazan sochi vladivostok",
        "saudi": "jeddah mecca medina",
        "south_africa": "johannesburg durban soweto",
        "south_korea": "busan incheon",
        "spain": "barcelona valencia seville sevilla bilbao malaga málaga zaragoza",
        "sweden": "gothenburg malmö malmo uppsala",
        "switzerland": "zurich zürich geneva basel lausanne lugano lucerne davos",
        "syria": "aleppo homs idlib",
        "turkey": "istanbul izmir antalya bursa adana",
        "uk": "manchester liverpool birmingham leeds sheffield bristol glasgow edinburgh cardiff belfast newcastle"
        " nottingham leicester southampton plymouth brighton hull aberdeen",
        "england": "london manchester liverpool birmingham leeds sheffield bristol newcastle nottingham leicester",
        "scotland": "glasgow aberdeen dundee inverness",
        "wales": "cardiff swansea newport",
        "ukraine": "kharkiv odesa odessa lviv dnipro mariupol kherson",
        "us": "york angeles chicago houston boston seattle detroit philadelphia dallas atlanta miami phoenix"
        " denver baltimore minneapolis pittsburgh francisco",
        "vietnam": "saigon hue",
        "zealand": "auckland christchurch",
    }.items()
    for city in cities.split()
}
