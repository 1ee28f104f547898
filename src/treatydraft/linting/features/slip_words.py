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
# English words that are a letter away from one of those: no slips.
REAL: Final = words(
    """
    adapted adaption allied annexed annul assents asserts assess attacked baked bases basics basins
    beings biased blanch boarder bolder bullion butter cased cases casts cause chapter charger chimes
    chose classes climes clone coasts coats commend compete competed compliment conduit confirms conform
    conforming conifer consul contacting contemn content contention contest convent conveyed copes
    counties counts county crate crates crease creases cremated cries crises curtain dared daring decade
    decode decoded depend depository derailed detained displayed drain drown employers endure enduring
    enmity ensue ensuing entitles entourage equatable eternal ether evacuate evens exacted excerpt
    exiting expects expended expert explode extant extort farms farther fellows finding finds firms
    fords forge forks forte forts forums founding fulfil funded genera grafted hearth identity imparts
    imposts insured intents interval invention issuers jointed lading later leaking leaning leasing
    leaving lending levees levers liability likelihoods listing litter loading manor master masters
    mater mayor meals meats meeting melting minium missive mouth mouths mutter notional notions novice
    offices older ordinance otter paint palace parities parity parry partly pence personas petrol plains
    plane planes planks plants plate plats plays poker polices powder powders precious preset pretence
    print processional produces profess programmers projected projection prompting properly protects
    purses pursuers qualify raising ramification ramify reacted recognizers reflations refuges regain
    regaining remover reneged resort retain retaining retort retrain reverence revived revolution
    revolve revolved reward rewarding riding risking roles rubles rulers safely scape scared score
    sensor shaded shaped shard shaved sheared shell shored shred slope small sovereignly spared stall
    starch stared starred stated states stats statues stems stops string substantival suction suppliers
    tacking takes tales talking tames taming tapes tariffs tasking taxis teams theme thereat therefor
    thorough though threads three throat throats throughput tithe titles token trace trailing treat
    treats trough unclear unexplored unison untied vague valve valves wager waiter waiting walling waver
    wether whither whomever withdrew wording
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
