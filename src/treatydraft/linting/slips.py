"""The words of a text that are a letter away from a word which the text, or every treaty, has."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from treatydraft.linting.words import words

# Words of treaties: what is one letter away from these is a slip, unless it is another word.
_TREATY: Final = words(
    """
    accordance according accordingly achieve achieved acknowledge address aggression agreement agreements
    ambassador amendment amendments annex annexes another applicable application applied appoint appropriate
    approve arrangement arrangements article articles assistance attack authentic authorise authorised
    authorities authority authorize authorized believe benefit between bilateral border borders capabilities
    capability channels charter citizens collaborate commission commitment commitments committee common
    communicate competent complement complete concerning conclude condemn condition conditions conduct
    confirm consent consider considering consist constitute construe consult consultation consultations
    continue continued contribute convene convention convinced cooperate cooperation coordinate council
    critical cultural customs declaration declare defence defense deliver denounce deposit designate
    desiring determine develop development diplomatic discuss dispute disputes divergence duplicate duration
    economic education effect effective either encourage endeavor endeavour enhance ensure ensuring enter
    entry environment environmental equally equipment establish established establishing establishment
    european evaluate event examine exchange exclude execute exercise existing expiration expiry explore
    express extended extension facilitate facilitating finance financial fisheries following follows force
    fulfill furnish furthermore future general global government governments guarantee health hereinafter
    hours however humanitarian identify immediately implement implementation implementing improve include
    included including increase independence industrial industry information infrastructure initiate
    integrity intelligence international interpretation investment investments joint jointly kingdom
    language languages maintain maintenance matter measure measures memorandum military minister ministry
    monitor month months multilateral mutual mutually national nationals nations necessary negotiate
    negotiation negotiations neither nevertheless notification notifications notwithstanding nuclear
    obligation obligations observe occurred occurrence operate original originals other paragraph paragraphs
    participant participants participate particular parties party perform period possess prepare present
    president prevail prevent principles private procedure procedures proceed process produce promote
    promoting propose protect protection protocol provide provided providing provision provisions public
    publish purpose purposes pursuant ratification reaffirm reaffirming recalling receipt receive received
    recognise recognising recognize recognizing recommend recover referred refrain regarding regional
    register registration regulate reinforce reiterate relevant remain renewal renewed replace represent
    republic request require research resilience resolve resources respect respective respectively respond
    responsibilities responsibility responsible restore scientific secretariat security separate settled
    settlement shall shared signatories signatory signature signed sovereignty special specific strengthen
    strengthening subject supplement support suspend sustain technical technologies technology terminate
    termination terms territorial territory their there therefore these those threat threats through trade
    training transfer transmit transport treaty under undersigned understand understanding undertake union
    united vessels welcome whereof whether which withdraw withdrawal within without witness writing written
    years
    """
)
# Words that are a letter away from one of those, or from another common word.
_REAL: Final = words(
    """
    accept achiever achieves acknowledged acknowledges adapt adopt affect affective aggressions ambassadors
    angel angle anion annexed anther applicably applications applier applies appoints appropriated
    appropriates approved approver approves articled articular attach attacks authorizes batter beard bears
    believed believer believes benefic benefits bequest berms birder birders boarder boarders bolder borden
    borer borers bother braining bread britten bunion burnish carter casual cations causal censure censuring
    center chancels channel chanter chapter charger charier charmer charnels charted charters chaster
    chatter choose chose cither citizen coastal collaborated collaborates commissions committed committees
    commons communicated communicates compete complements completed completer completes compliment concent
    concerting concluded concludes condemns conduce conducts conduit confider confirms conform consents
    considers consists constituted constitutes construed construes consul consuls consults contemn content
    contention continua continuer continues continuo contributed contributes convection convened convener
    convenes convent conventions convince convinces cooperage cooperated cooperates coordinated coordinates
    corder costal councils counsel curation custom custos dairy dears decare deceive deceived deciare
    declamation declarations declared declarer declares defensed defenses deferred delivers delivery delver
    denounced denouncer denounces deposits deration desert designated designates despond dessert determined
    determiner determines devaluate developments develops diary diplomatics discus discuses disputed
    disputer disputers dither divergences divergency draining duplicated duplicates durations eater
    economics educations eduction effects efrain empress encouraged encourager encourages endeavors endure
    enduring enhanced enhancer enhances enounce ensue ensuing ensured ensurer ensures enters entourage enure
    enuring environments equably equipments especial establisher establishes establishments ester esther
    etamine ether europeans evacuate evaluated evaluates evens events evert examined examinee examiner
    examines except exchanged exchanger exchanges excluded excludes executed executer executes exercised
    exerciser exercises exiting exorcise expended expiation expire explode explored explorer explores
    extender extensions facilitated facilitates fallowing fallows farce fatter fears fellows filing filling
    financed finances fitness follow followings forced forcer forces forge formally forme formerly forte
    fours fulfil fulfills fulfils furbish futures gears genera generals gentry germinate germination germs
    grade gratification guaranteed guarantees hared hatter healths healthy hears hearth heath hereof hither
    hoars hoers hollowing hollows hoping hopping horus houri houris humanitarians identity impalement
    implementations implements improved improver improves includes increased increases independency
    industrials infrastructures inion initiated initiates insure insuring intelligencer intelligences inter
    internationale internationals interpretations irade joins joints joist kingdoms langrage later latter
    lighting lightning lither loose lose lours maintains marital martial marty master mater mather matier
    matte matted mattel matters mattes measured measurer memorandums ministers minster mither monitors
    monitory monte montes monty mother moths mouth mouths mutter nation natter nears negotiated negotiates
    nether nettled notional notions nuder observed observer observes occurrences ocher onion operated
    operates order orders others otter overate panties panty paries parities parity parky parries parry
    participated participates particle particles particulars partied partly parts pasties pasty patter
    patties patty pears performs periods perms pernod personal personnel planed planned point posses possets
    pother pours precess preferred preform prepared preparer prepares presents preset presidents prevails
    prevents prevision previsions primate principal principle principled privater privates proceeds produced
    producer produces product profess project projection promoted promoter promotes prompting proposed
    proposer proposes protections protects protest protocols provider provides prowess purposed quiet quite
    raining ramification ratifications rational rationals rations ratter reaffirms rears receipts receiver
    receives recept recognized recognizee recognizer recognizes recommends recovers recovery reenforce
    refereed referrer refrains regain regelate registers registrations regrading regulated regulates
    reinforced reinforcer reinforces reiterated reiterates relieve remains remover reneged renewals renewer
    renounce renter replaced replacer replaces reposit represents republics requests required requires
    requite rescore resect resent resewed resident resiliency resister resole resolved resolver resolves
    resource resourced respects respelt responds responsibly restored restorer restores retain retarding
    retrain revaluate revolve rewarding sacred scared seared sears secretarial secretariats sentry separated
    separates settle settlements settler settles shaded shale shalt shamed shaped shard share sharer shares
    sharked sharped shaved shawl sheared shell shill shored shred sighed signatures signer signet silver
    singed sinister sinned sliver small smatter snared soared sours sovereignly spacial spall spared
    specials specifics squally stablish stall stared staring starring statue statute straining strengthens
    subjects sunder supplements supports suspends sustains suture tarty tatter teams tears teems tenter
    terminated terminates terminations terns territorials thebe thees theirs theme thereat therefor
    thereinafter thereof therm therme therms theses thess thole thorough though thread threads three throat
    throats tirade tither tother tours trace traded trader trades trail trailing trainings transfers transit
    transmits transports trave treat treats trial trough udder unclear understandings understands undertaken
    undertaker undertakes undesigned unions unison unite unites unsure untied unwon uther valuate venter
    vermination vessel waiting warty wealth wears welcomed welcomes wether wetness where wherefore whereon
    whetter whish whither whiting whose withdrawals withdrawn withdraws withdrew wither withing witless
    writhen writhing writings yeahs yeans yearn yearns yeats yours zither
    """
)
# Slips that are known, further away or not.
_KNOWN: Final = dict(
    pair.split(":")
    for pair in words(
        """
    accomodate:accommodate accomodation:accommodation accross:across acheive:achieve adn:and adress:address
    aggreement:agreement agreemnt:agreement agrement:agreement agression:aggression agressive:aggressive
    ammend:amend ammendment:amendment anex:annex apparant:apparent aquire:acquire arguement:argument
    artcle:article artical:article assistence:assistance attendence:attendance beetween:between
    beleive:believe benificial:beneficial betwen:between
    catagory:category comission:commission comittee:committee commision:commission commitee:committee
    committment:commitment committments:commitments concensus:consensus concious:conscious
    consultaion:consultation cooporation:cooperation coopration:cooperation cordination:coordination
    correspondance:correspondence defendent:defendant definately:definitely
    developement:development diplomatc:diplomatic disasterous:disastrous enviroment:environment
    enviromental:environmental existance:existence facillitate:facilitate febuary:february fo:of
    foriegn:foreign fullfil:fulfil futher:further garantee:guarantee goverment:government
    govermental:governmental goverments:governments guarentee:guarantee harrass:harass heirarchy:hierarchy
    hsall:shall hte:the immediatelly:immediately immediatly:immediately implemenation:implementation
    independance:independence independant:independent indispensible:indispensable infomation:information
    inital:initial intergrity:integrity internatioanl:international intrest:interest knowlege:knowledge
    langauge:language langauges:languages liason:liaison maintainance:maintenance maintenence:maintenance
    memorandom:memorandum milion:million milirary:military millenium:millennium miniser:minister
    natioanl:national neccessary:necessary necesary:necessary negociate:negotiate negociation:negotiation
    negociations:negotiations noticable:noticeable occassion:occasion occured:occurred occurence:occurrence
    occuring:occurring oppurtunity:opportunity paragragh:paragraph pargraph:paragraph parites:parties
    parliment:parliament parrties:parties particpants:participants perminent:permanent persistant:persistent
    persuant:pursuant posession:possession praties:parties preceed:precede preceeding:preceding
    presidant:president privelege:privilege priviledge:privilege procede:proceed proceedure:procedure
    protocal:protocol publically:publicly pursuent:pursuant ratificaton:ratification recieve:receive
    recieved:received recomend:recommend recommand:recommend referal:referral refered:referred
    refering:referring relevent:relevant resistence:resistance responsability:responsibility
    responsable:responsible responsiblity:responsibility sahll:shall secratariat:secretariat
    secretariate:secretariat seperate:separate seperately:separately seperation:separation shal:shall
    shalll:shall sieze:seize signitory:signatory signiture:signature sovereignity:sovereignty
    soverign:sovereign soverignty:sovereignty strenghten:strengthen strenghtening:strengthening
    succesful:successful succesor:successor successfull:successful supercede:supersede suppport:support
    surveilance:surveillance tecnical:technical teh:the thier:their tommorow:tomorrow transfered:transferred
    transfering:transferring treatys:treaties treshold:threshold truely:truly untill:until
    wensday:wednesday whithin:within wich:which wiht:with wil:will witheld:withheld writen:written
    writting:writing yeild:yield
    pary:party paty:party prty:party
        """
    )
)
_WORD: Final = re.compile(r"(?<![\w@/])[^\W\d_]{3,}(?![\w@/])")
_SHORTEST: Final = 5
_SHORTEST_OF_TEXT: Final = 6  # letters, where only the text itself knows the word
_OFTEN: Final = 5  # times that the text has the word, where a letter is missing or too many
_TWICE: Final = 2  # the same, where two letters changed places or one is doubled
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")


def slips(lowered: str) -> Mapping[str, str]:
    """Misspelt words of a text in small letters, each with the word that was meant.

    >>> slips("the agreeement of the goverment, recieved by the partes")
    {'agreeement': 'agreement', 'goverment': 'government', 'recieved': 'received', 'partes': 'parties'}
    """
    counts = Counter(_WORD.findall(lowered))
    often = {word for word, times in counts.items() if times >= _TWICE and len(word) >= _SHORTEST_OF_TEXT}
    near = _index(frozenset(often - _TREATY))
    found = {}
    for word, times in counts.items():
        if meant := _KNOWN.get(word) or (_may_be_slip(word) and _meant(word, times, near, counts)):
            found[word] = meant
    return found


def _may_be_slip(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _TREATY and word not in _REAL and _LETTERS.issuperset(word)


def _meant(word: str, times: int, near: Mapping[str, tuple[str, ...]], counts: Mapping[str, int]) -> str:
    return _of_treaties(word) or (_of_text(word, near, counts) if times == 1 else "")


def _of_treaties(word: str) -> str:
    """The word of treaties that was meant; endings and ways of spelling are no slips."""
    return next(
        (
            meant
            for meant in _candidates(word, _index(_TREATY))
            if word[0] == meant[0] or _is_swap(word, meant)
            if not _is_form(word, meant)
        ),
        "",
    )


def _of_text(word: str, near: Mapping[str, tuple[str, ...]], counts: Mapping[str, int]) -> str:
    """The word that the text has more often, where the change is inside the word."""
    if len(word) < _SHORTEST_OF_TEXT - 1:
        return ""
    for meant in _candidates(word, near):
        inside = word[0] == meant[0] and word[-1] == meant[-1] and len(meant) >= _SHORTEST_OF_TEXT
        if not inside or _is_form(word, meant):
            continue
        if _is_swap(word, meant) or _is_doubled(word, meant):
            return meant
        if counts[meant] >= _OFTEN and len(word) != len(meant) and len(meant) > _SHORTEST_OF_TEXT:
            return meant
    return ""


@cache
def _index(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Words by themselves and by what is left of them without one letter."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        for part in {word, *_shortened(word)}:
            found[part] = (*found.get(part, ()), word)
    return found


def _shortened(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _candidates(word: str, near: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The words that are one letter away: one more, one less, another one, or two that changed places."""
    for part in (word, *_shortened(word)):
        for other in near.get(part, ()):
            if other != word and _is_near(word, other):
                yield other


def _is_near(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) == 1:
        return True  # both lead to one of the two
    return _is_swap(word, other) or sum(a != b for a, b in zip(word, other, strict=True)) == 1


def _is_swap(word: str, other: str) -> bool:
    if len(word) != len(other):
        return False
    places = [at for at, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    at = places[0] if places else 0
    return places == [at, at + 1] and word[at] == other[at + 1] and word[at + 1] == other[at]


def _is_doubled(word: str, other: str) -> bool:
    """Whether one is the other with a letter twice."""
    shorter, longer = sorted((word, other), key=len)
    return any(
        longer[at] == longer[at - 1] and longer[:at] + longer[at + 1 :] == shorter
        for at in range(1, len(longer))
    )


def _is_form(word: str, meant: str) -> bool:
    """Whether it is the same word with an ending, or spelt as others spell it."""
    if word.startswith(meant) or word in (f"{meant}s", f"{meant}d"):
        return not _is_doubled(word, meant)
    if meant.startswith(word):
        return word + "s" == meant or word + "d" == meant or word + "ly" == meant
    if len(word) == len(meant):
        changed = next((a + b for a, b in zip(word, meant, strict=True) if a != b), "")
        return changed in ("sz", "zs", "cs", "sc") or word[:-1] == meant[:-1]
    shorter, longer = sorted((word, meant), key=len)
    at = next((n for n, letter in enumerate(shorter) if letter != longer[n]), len(shorter))
    extra = longer[at]
    if _is_doubled(word, meant) and extra != "l":
        return False
    return (
        (extra == "u" and longer[at - 1] == "o")
        or (extra == "l" and longer[at - 1] == "l")
        or (extra == "e" and longer[at + 1 :] in ("ment", "ments", "ing", "able"))
    )
