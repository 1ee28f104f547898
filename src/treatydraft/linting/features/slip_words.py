"""Words by which slips of the pen are told: those of treaties, others that look like them, known slips."""

from collections.abc import Mapping
from typing import Final

from treatydraft.linting.features.words import words

# Words of treaties: what is one letter away from these is a slip, unless it is another word.
TREATY: Final = words(
    """
    access accession accordance according accordingly account accountability achieve achieved acknowledge
    activities additional address administration administrative adopted adoption affairs affect against
    agencies agency agenda aggression aggressor agreed agreement agreements agriculture aircraft allies
    allocation ambassador amended amendment amendments amicably ammunition amount annex annexes annual
    another appendix applicable application applied appoint appropriate appropriation approval approve
    approved armour arrangement arrangements article articles artillery aspects assets assistance attached
    attack authentic authorise authorised authorities authority authorize authorized availability available
    aviation based basis because becomes before behalf believe benefit benefits better between bilateral
    bilaterally billion biological bodies border borders branch brings budget building candidate
    capabilities capability capacity carried carrying caused causes certain certified channels charter
    chemical children choose circumstances circumvention citizen citizens civil civilian claims classified
    clause clauses clearance climate close coalitions coast collaborate collective combat combined command
    commercial commission commitment commitments committed committee common communicate communication
    communications community compensation competence competent complement complete completed completion
    compliance comply comprehensive concerning conclude concluded conclusion condemn condition conditions
    conduct confer conference confidential confirm confirming conformity conforms connection consensus
    consent consider considered considering consist consistent consistently constitute constitution
    constitutional construe consular consult consultation consultations contained context continental
    continue continued continuing contracting contribute contribution contributions control controls convene
    convened convention convinced cooperate cooperation coordinate coordination copies corruption costs
    council counter countering countries country courts create creates crimes criminal critical cultural
    culture currency current customs damage dated dealing debris decide decided decision decisions
    declaration declare defence defend defense delegation deliver delivered delivery democratic denounce
    department deposit depositary deposited designate designated desire desiring detailed determine
    determined develop developed development difference different digital diplomatic direct disclosure
    discontinuation discontinue discontinued discuss discussion discussions disinformation displaced dispute
    disputes divergence diversion document documentation documents domain domestic drawn drones duplicate
    duration during duties earlier economic economy education effect effective efforts either electronic
    eligible emergency employees enacted encourage endeavor endeavour energy enforcement engagement
    engineering enhance enhanced enhancing ensure ensuring enter enterprise enterprises entire entities
    entitled entity entry environment environmental envisaged equality equally equipment equitable
    equivalent escalation establish established establishing establishment european evaluate event events
    evidence examine exceed except exceptional exchange exclude exclusive exclusively execute exercise
    exercises existing expenditure expenses experience experts expiration expiry explore export exports
    express expressed expression extended extension extent external facilitate facilitating facilities
    facility favourable federal fields finally finance financial financing fiscal fisheries fishing
    following follows force foreign formal format forms fortification forum forward foundation founded
    framework freedom freely friendly friendship fulfill fulfilment function functions funding funds furnish
    further furtherance furthermore future general given giving global goods governance government
    governments granted ground grounds group groups guarantee guided health hereinafter heritage higher
    highest hours housing however human humanitarian hybrid identified identify illegal immediate
    immediately immobilized implement implementation implemented implementing importance important imports
    impose imposed imposition improve include included including inclusive increase independence
    indispensable individual industrial industry information informed infrastructure inherent initiate
    initiative initiatives injured injury inside inspection institution institutional institutions
    instruments integral integration integrity intelligence intend intended intends intention interest
    interested interests internal international internationally interoperability interpretation
    investigations investment investments issued issues items itself joined joint jointly judicial juridical
    jurisdiction justice kingdom knowledge labour language languages lasting latter launched lawful layered
    leading legal legislation letter level levels liability liberated limited limits liquidation livelihoods
    located logistics macroeconomic maintain maintenance major management maneuver manipulation manner
    marine maritime market materials matter matters maximum means measure measures medicine meeting meetings
    member members membership memorandum method methods migration military million mindful minimum minister
    ministry missile missiles mission modification modified monitor monitoring month months multilateral
    municipal municipalities mutual mutually national nationals nations nearer necessary necessity needed
    negotiate negotiation negotiations neighbouring neither network nevertheless notice notification
    notifications notified notifies notwithstanding nuclear number numbers objective objectives obligation
    obligations observance observe obtained occur occurred occurrence office officer officers official
    officials ongoing operate operation operational operations opinion order ordnance organisation
    organisations organization organizations organized original originals other others outside overall
    paragraph paragraphs participant participants participate participating particular parties partner
    partners partnership party patrol payment payments peace peaceful penalties perform period periodic
    permanent permission permitted personnel persons place plans pledged plenary point policies policy
    political population position possess possible potential power powers practical practice preamble
    preference preparation prepare prepared presence present preserve president prevail prevent prevention
    previous principles prior priority private procedure procedures proceed process procurement produce
    product production products professional programme programmes progress project projects promote
    promoting property proposal proposals propose protect protected protection protocol provide provided
    providing provision provisional provisions public publish purchase purpose purposes pursuant pursues
    qualified quality questions radiological rapid ratification ratify reached reaffirm reaffirming reasons
    recalling receipt receive received recognise recognised recognising recognize recognized recognizes
    recognizing recommend recommendation recommendations reconstruction records recover recovery reference
    referred reform reforms refrain refugees regard regarding region regional regions register registered
    registration regular regulate regulation regulations reinforce reintegration reiterate relations
    relationship relative relevant relief remain remaining removal renewal renewed repair replace report
    reports represent representation representative representatives republic request requested require
    required requirement requirements research reservation reservations resilience resolution resolve
    resolved resources respect respected respective respectively respects respond response responses
    responsibilities responsibility responsible restore restrictions results return review revised revision
    rights rising rules safety sanctions schedule science scientific scope search secretariat section
    sections sector sectors security senior separate service services session sessions settled settlement
    several shall shared signatories signatory signature signed significant signing similar single situation
    social society sources sovereign sovereignty special specific spirit stability standard standards
    started statement statements station status steps stockpiles strategic strategy strengthen strengthening
    strong structure structures subject substantial successful sufficient suitable supervision supplement
    supplementary supplemented supplied supplies supply support surveillance suspend sustain sustainable
    system systems taken taking tariff taxation taxes technical technologies technology terminate terminated
    termination terms territorial territories territory their there therefore these third those threat
    threats through throughout timely title together toward towards trade traditional training transfer
    transit transition transmission transmit transmitted transparency transport transportation travel
    treatment treaty tribunal under undersigned understand understanding undertake undertaken undertaking
    undertakings unexploded union united unless unmanned until upkeep urgent valid validity value values
    various verification version versions vessel vessels veterans violation visits vital voluntary
    vulnerable warfare water welcome welfare whereas whereof whether which whoever willing withdraw
    withdrawal within without witness workers working writing written years
    """
)
# English words that are a letter away from one of those, or from another common word: no slips. That they are
# words was looked up in the word list of pyspellchecker (MIT licence).
REAL: Final = words(
    """
    abased abetter accept accessions accounts achiever achieves acknowledged acknowledges adapt adapted
    adaption administrations adopt adoptee adopter adoptions aerification affair affaire affaires affective
    affects agendas aggressions aggressors agree agrees aground allie allied allier allocations allocution
    ambassadors amender amiably amicable amounts amour anergy angel angle anion annal anneal annexed annuals
    annul anther aperiodic apolitical applicably applications applier applies appoints appropriated
    appropriates appropriations approvals approver approves arawn argent arising armor around articled
    articular asocial aspect assents asserts asses assess asset attach attacked attacks authorizes aversion
    aversions avigation awful baaed baked baking baled banner bared basel baser bases bashed basic basics
    basie basil basin basins basked basks bassets bassi basted basting bated batter batters bayed beached
    beading beans beard bearer bears beater become beings belief believed believer believes benefic bequest
    berms bessel bette betted betters bettor bevel bevels biased bields bights billing billions billiton
    billon bingle birder birders bitter blanch blasting boarder boarders boast bodes bodges bodices bodied
    bogies bolder borden borer borers bother bothers bounded bousing bower bowers brach braining brawn
    breached bread briggs brights brigs bring brinks britten brunch budge budged budges budgets buildings
    bullion bunion burnish bused butter caking candidates canner carfare carious carrie carrier carries
    carter cased cases casting casts casual cater cations causal cause causer causers causey cavil cayuses
    censure censuring center cerate cerates certifier certifies cervices cession cessions chancels channel
    chanter chapter charger charier charmer charnels charted charters chaster chatter chemicals chimes
    chooser chooses choosey choosy chose chunter chuntering circumstance circumstanced circumventions cither
    civic civilians claim clams clans classes classifieds classifier classifies clatter claude claus
    clearances climates climes clone closed closer closes closet clove coact coalition coastal coasts coats
    codification codified coffer coined collaborated collaborates collectives colts combats combine combiner
    combines comely commando commands commend commercials commissions committees commons communicated
    communicates communization communizations compensations compete competed competences competency
    complected complements completer completes completions complexion compliancy compliment comprehensives
    comsat concent concerting concludes conclusions condemns conduce conducts conduit confection conferences
    confers confider confirms conform conforming conger conies conifer conker connections conner consents
    considers consists constituted constitutes constitutionals constitutions construed construes consul
    consuls consults contacting container contemn content contention contest contexts continentals continua
    continuer continues continuo contrasting contributed contributes convection convener convenes convent
    conventions conveyed convince convinces cooperage cooperated cooperates coordinated coordinates coots
    copes copied copier copiers copses copts copulation corder corkers corking corms corruptions cosies
    costa costal coste coulter councils counsel counted counters counties counts county court courter
    coverall coward cowards cower cowers cozies crate crates crease creases created cremate cremates cremes
    crenate crete cries crime crimea criminals crimps cripes crises crones croup cruses cultured cultures
    cuman cumber cumbers curation curing currant currents curried currying curtain custom custos cuties
    cysts dairy dallies damaged damages dared daring darted dater dates dazed dealings deans dearer dears
    decade decare deceive deceived deciare decider decides decile declamation declarations declared declarer
    declares decode decoded deconstruction deeded defends defensed defenses deference deferred deform
    deforms deicide delative delegations deliverer delivers delver denegation denounced denouncer denounces
    departments depend deport deportment deports depository deposits derailed deration deride derided
    derision derris desert designates desired desiree desirer desires despond dessert detained determiner
    determines devaluate developer developments develops devised dialing diary differences dingle
    diplomatics directs direst disclosures discontinuations discontinues discursion discus discuses dishing
    displace displacer displaces displayed disputed disputer disputers dither divergences divergency
    diversions diving domaine domains domestics dorking dorms doted dousing dower dowers drain draining
    drawl draws drone droned droves drown duality duding dumber duping duplicated duplicates durations
    ealing eased easting eater economics educations eduction effects effort efrain eights elative
    electronics eligibly ember embers emceed emended emergence emigration emission employee employers
    employes empress encouraged encourager encourages endeavors endure enduring enforcements engagements
    enhancer enhances enmities enmity enounce ensue ensuing ensured ensurer ensures enterpriser enterprisers
    enters entice entitle entitles entourage enure enuring environments envisage envisages equably equatable
    equipments equitably equivalents escalations especial establisher establishes establishments ester
    esther etamine eternal ether europeans evacuate evaluated evaluates evens eversion eversions evert
    evidenced evidences exacted examined examinee examiner examines exceeds excepts excerpt exchanged
    exchanger exchanges excluded excludes exclusives executed executer executes exercised exerciser
    exercisers exerts exhort exhorts exigible exiting exorcise exorcises expanses expects expedience
    expended expenditures expense experienced experiences expert expiation expire explode explored explorer
    explores expresses expressions extant extend extender extensions extents externals extort extorts
    facilitated facilitates faking fallowing fallows farce farms farther fasting fated fatter favorable
    faxes fearer fears federals fellows fending fends fermat fetter field fiends fights filing filling
    financed finances finding finds firms fiscals fissile fission fitness flans flatter fledged foams follow
    followings foods forced forcer forces fords fores forgat forge forking forks formally formals formant
    formate formats forme formerly formyl forte fortifications forts forums forwards foundations founder
    founding founds fours frameworks freedoms friendships frights froward fulfil fulfillment fulfills
    fulfils funded fundus fundy funking funks furbish furthers futures gated gater geans gears genera
    generals gentry germinate germinated germination germs getter gibing givens giver gives givings glans
    glided goads golds gonds goody goofs gooks goons gower grade grafted grantee granter grated
    gratification gratify gravel greed grimes grout grouts grunted guaranteed guarantees guide guider guides
    gules gyving haman hared harried harrying hasting hated hater hatter hatters heading healing healths
    healthy hearer hears hearth heath hector hectors heeded hereof heritages hermitage highers hightest
    hither hiving hoars hoers hollowing hollows hoods hoping hopping horsing horus hosing hosts hounded
    houri houris housings howard humane humanitarians humans humber hunan hybrids hybris identifier
    identifies identity illegals immobilize immobilizer immobilizes impalement imparts implementations
    implementer implements import imposer imposes impositions impost imposts improved improver improves
    includes increased increases indention independency indispensables indispensably individuals industrials
    infernal informer infrastructures ingle ingoing inion initiated initiates injure injurer injures insider
    insides inspections instrument insure insured insuring integrals integrations intelligencer
    intelligences intendeds intension intent intentions intents inter internals internationale
    internationals interpretations interval inured invention investigation irade issue issuer issuers issus
    jeans jillion jingle jiving joiner joins jointed joints joist jorum jules junction junctions
    jurisdictions justices justine kevel killing kingdoms klans lability labor lading lagting langrage
    lanner lapful larine lashing lasing lated later lather latte latten lattes launcher launches laxation
    leached leafing leaking leaning leans leaping leasing leaving lection lector lectors lefter legals
    legion legions lending lester letters levee levees leven lever levers liberate liberates librated
    lighting lightning lights likability likelihoods limit limiter liquidations listing lither litter
    livability livelihood liven living loading locate locater locates logistic loose lose lours lousing
    lower lowers lumber lumbers lunched luring lusting macroeconomics maine mainer maintains majors making
    managements maneuvers manger manipulations manned manners manor marie marin marina mariner marines
    marino marital maritimer marked marker markets marline marne married marrying martial marty master
    masters mated mater material maters mather matier matte matted mattel mattes maurine maxes maximums
    maxine mayor meals meant meany measured measurer meats medicines melting memberships memorandums mended
    meting microeconomic mights migrations milling millions mingle minimums minimus ministers minium minster
    misfile misfiles misinformation misplaced missies missions missises missive missives mither moans
    modifications modifier modifies monitors monitory monte montes monty moods mortification mother mothers
    moths mounded mount mounter mousing mouth mouths mower mowers mules mullion multure municipals murine
    murther mutter mutters nation natter natters neared nears neater needled negotiated negotiates
    neighboring nether nettled networks nigher nighest nights normal norms noticed notices notifier
    notifiers notional notions novice nuder numbed oaken oasis observances observed observer observes
    obtainer occurrences occurs ocher ochers ocreate odder offices officinal older omission onion onside
    operated operates opinions orders ordinance organize organizer organizes otter otters outride outsider
    outsides outsize overalls overate paint palace panties panty pardner pardners paries parities parity
    parky parol parried parries parry parrying parsons participated participates particle particles
    particulars partied partly partnerships parts passible pasties pasting pasty patrols patron patter
    patters patties patty paused pauses paxes peaces peach peale pealing peans pearlier pears pease pence
    performs periods periotic permanents permissions permitter perms pernod person persona personal personas
    pertain pervious petrol petter pilling pillion pinion placed placer places placet plage plaice plains
    plane planed planes plank planks planned plano plant plants plate plats platter plays pleading pledge
    pledgee pledger pledges pledget pliability ploce plower plowers points pointy poker pokers poler polers
    police polices polities polity poods populations porer porkers poser posers positions positron posses
    possets possibles possibly posts potentials pother pothers pounded pours powder powders practicals
    practiced practicer practices practise prawn preached preambled preambles precess precious preferences
    preferred preform preforms preparations preparer prepares presences presents preservation preserved
    preserver preserves preset presidents pretence prevails preventions prevents preview prevision
    previsions prier primate primes principal principle principled print prion priors priory privater
    privates proceeds processional procurements produced producer produces productions profess professionals
    programmed programmer programmers projected projection promoted promoter promotes prompting properly
    proposed proposer proposes protections protects protest protested protocols provider provides prowess
    pryor pules purchased purchaser purchases purposed purses pursue pursued pursuer pursuers qualifier
    qualifies qualify question quiet quite rabid raining raising raking rales rallies ramification ramify
    ranch ranted rapacity raped rapids rarify rased rasing rated rater ratifications rational rationals
    rations ratter ratters ravel reacher reaches reacted reading reaffirms rears reason receipts receiver
    receives recept recognizee recognizer recognizers recommends reconstructions record recovers rector
    rectors redintegration reenforce refereed referenced references referrer reflations refrains refugee
    refuges regain regaining regal regards regelate regelation regin registers registrations regrading
    regulars regulated regulates reinforced reinforcer reinforces reiterated reiterates relation
    relationships relatives relegation relied reliefs relies relieve remains removals remover reneged
    renewals renewer renounce renter repaid repairs reparation replaced replacer replaces reposit
    representations represents republics requester requests requires requitable requite requited rescore
    resect resected resent reserve resewed resident resiliency resister resole resoled resolutions resolver
    resolves resort resorts resource resourced respecter respelt responds responser responsibly restored
    restorer restores restriction result retailed retain retaining retard retarding retched retort retorts
    retrain returns revaluate revel revels reverence reviews reviled revise reviser revises revisions
    revived revolution revolve revolved reward rewarding rewords ricing riding right righto riles riling
    rimes riming rings rinsing risings risking riven riving roast roles roods round rounded rounds rousing
    rower rowers rubes rubles ruled ruler rulers runes runless ruses sacred safely sallies sanction sapid
    sarong sated saxes scape scared scheduled scheduler schedules sciences scone scoped scopes score sealing
    seared sears seasons secretarial secretariats seeded seeps senhor seniors senor sensor sentry separated
    separates serviced servile setter settle settlements settler settles shaded shale shalt shamed shaped
    shard share sharer shares sharked sharped shaved shawl sheared shell shill shingle shored shred sighed
    sigher sighing sights signatures signer signet signings silver simitar singe singed singing singled
    singles singlet singly sining sinister sinned sinning sinuation situations skeps sledged sliver slope
    small smarted smatter smatters snared soared socials sounded source sourced sours sousing sovereignly
    sovereigns sower sowers spacial spall spared specials specifics spirits spirt sprit squally stablish
    staking stall starch stared staring starred starring starter startled starved stated states stations
    statius stats statue statues statute steeps stems stets stews stockpile stockpiled stope stops straining
    strategics stratus strengthens stricture strictures string structured strung subjects substantival
    suction suctions suitably sunder sunless supervisions supple supplements supplier suppliers supports
    suspends sustainably sustains suture swilling swingle tabes tabour tacking taker takes takin takings
    takins tales talking tallies tamely tames taming tanking tanner tapes taping tares tariffs taring
    tarried tarrying tarted tarty tasking tassets tasting tater tatter tatters tavel taxed taxer taxers
    taxies taxing taxis teams tearer tears teems tegular tenter terminates terminations terns territorials
    tetter thebe thees theirs theme thereat therefor thereinafter thereof therm therme therms theses thess
    thirds thole thorough though thread threads three throat throats throughput tights tilling tingle tirade
    tissues tithe tither titled titles tittle toast todies token toking tother tours tower towers trace
    traded trader trades trail trailing trainings transfers transitions transits transitted transmissions
    transmits transmitter transports trave travels traves treat treatments treats trial tribunals trough
    turgent turing tuxes udder umber unbanned unclear unction unctions understandings understands undertaker
    undertakes undesigned unexplored unformed unions unison unite unites unsure untanned untended untie
    untied untitled unwon uther vague vales valse valses valuate valued valuer valuers valve valves vapid
    vapidity vector vectors venter vents verifications vermination versification veteran viability vidal
    violations viral vising visit vitae vitals vitas vower vulnerably vulture wader wafer wager waiter
    waiting waken waking waler wallies walling walter wanner warty waster wasting waters watery waver waxes
    wealth weans wearer wears weeded welcomed welcomes welling wether wetness wetter where whereat wherefore
    whereon wheres whetter whish whither whiting whomever whose whosever wields wights wilding wildling
    wiling wilting wishing wising withdrawals withdrawn withdraws withdrew wither withing witless witling
    wiving wombat woods wording worker workings worming worms wounded wrights wrings writhen writhing
    writings yeahs yeans yearn yearns yeats yields yorkers yours yules zillion zither
    """
)
# Slips that are known, further away or not, each with the word that is meant.
KNOWN: Final[Mapping[str, str]] = dict(
    pair.split(":")
    for pair in words(
        """
        accomodate:accommodate accomodation:accommodation accross:across acheive:achieve adn:and
        adress:address aggreement:agreement agreemnt:agreement agrement:agreement agression:aggression
        agressive:aggressive ammend:amend ammendment:amendment anex:annex apparant:apparent aquire:acquire
        arguement:argument artcle:article artical:article assistence:assistance attendence:attendance
        beetween:between beleive:believe benificial:beneficial betwen:between catagory:category
        comission:commission comittee:committee commision:commission commitee:committee
        committment:commitment committments:commitments concensus:consensus concious:conscious
        consultaion:consultation cooporation:cooperation coopration:cooperation cordination:coordination
        correspondance:correspondence defendent:defendant definately:definitely developement:development
        diplomatc:diplomatic disasterous:disastrous enviroment:environment enviromental:environmental
        existance:existence facillitate:facilitate febuary:february fo:of foriegn:foreign fullfil:fulfil
        futher:further garantee:guarantee goverment:government govermental:governmental
        goverments:governments guarentee:guarantee harrass:harass heirarchy:hierarchy hsall:shall hte:the
        immediatelly:immediately immediatly:immediately implemenation:implementation
        independance:independence independant:independent indispensible:indispensable infomation:information
        inital:initial intergrity:integrity internatioanl:international intrest:interest knowlege:knowledge
        langauge:language langauges:languages liason:liaison maintainance:maintenance
        maintenence:maintenance memorandom:memorandum miliary:military milion:million milirary:military
        millenium:millennium miniser:minister natioanl:national neccessary:necessary necesary:necessary
        negociate:negotiate negociation:negotiation negociations:negotiations noticable:noticeable
        occassion:occasion occured:occurred occurence:occurrence occuring:occurring oppurtunity:opportunity
        paragragh:paragraph pargraph:paragraph parites:parties parliment:parliament parrties:parties
        particpants:participants pary:party paty:party perminent:permanent persistant:persistent
        persuant:pursuant posession:possession praties:parties preceed:precede preceeding:preceding
        presidant:president privelege:privilege priviledge:privilege procede:proceed proceedure:procedure
        protocal:protocol prty:party pubic:public publically:publicly pursuent:pursuant
        ratificaton:ratification recieve:receive recieved:received recomend:recommend recommand:recommend
        referal:referral refered:referred refering:referring relevent:relevant resistence:resistance
        responsability:responsibility responsable:responsible responsiblity:responsibility sahll:shall
        sall:shall secratariat:secretariat secretariate:secretariat seperate:separate seperately:separately
        seperation:separation shal:shall shalll:shall shlal:shall shll:shall sieze:seize signitory:signatory
        signiture:signature sovereignity:sovereignty soverign:sovereign soverignty:sovereignty
        strenghten:strengthen strenghtening:strengthening succesful:successful succesor:successor
        successfull:successful supercede:supersede suppport:support surveilance:surveillance
        tecnical:technical teh:the thier:their tommorow:tomorrow transfered:transferred
        transfering:transferring treatys:treaties treshold:threshold truely:truly untill:until
        wensday:wednesday whithin:within wich:which wiht:with wil:will witheld:withheld writen:written
        writting:writing yeild:yield
        """
    )
)
