"""Words of English that belong to no subject: they are few, known, and carry the grammar."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS = _words("""
    not no never neither nor none nothing nobody cannot without can't won't don't doesn't didn't
    isn't aren't wasn't weren't hasn't haven't hadn't wouldn't shouldn't couldn't mustn't needn't
    n't
""")

NUMBER_WORDS = _words("""
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion trillion dozen half
""")

FUNCTION_WORDS = NEGATIONS | _words("""
    a an the this that these those some any each every all both either such what which who whom
    whose i me my mine we us our ours you your yours he him his she her hers it its they them their
    theirs myself ourselves yourself himself herself itself themselves one ones am is are was were
    be been being have has had having do does did doing done will would shall should can could may
    might must ought and or but nor so yet if unless because since although though while whereas
    when where why how than as whether of in on at by for with about against between into through
    during before after above below to from up down out off over under again further then once here
    there within across toward towards upon among amongst along around behind beside besides beyond
    despite except inside like near onto outside per past till until via also too very just only
    even still already however therefore thus 's 're 've 'll 'd 'm
""")


_GROUPS = (
    "a an the this that these those some any each every all both no another its their his her my our your",
    "i me we us you he him she her it they them who whom which that himself herself itself themselves "
    "one ones this",
    "am is are was were be been being 's 're become became",
    "have has had having 've",
    "do does did doing done",
    "will would shall should can could may might must ought 'll 'd able to going",
    "and or but nor so yet also as well plus",
    "if unless because since although though while whereas when as after before once until whether that",
    "of in on at by for with about to from into over under through during within towards toward upon "
    "near per",
    "among amongst along around behind beside besides beyond despite inside like onto outside past "
    "till via between",
    "against before after above below until out off up down",
    "not no never neither nor n't none nothing cannot without",
    "'s of their his her its",
    "however but yet still although though nevertheless",
    "also too as well",
    "only just merely solely",
    "many several some numerous few various",
)

CLASSES: dict[str, int] = {
    word: sum(1 << number for number, group in enumerate(_GROUPS) if word in group.split())
    for word in sorted(FUNCTION_WORDS.union(*(group.split() for group in _GROUPS)))
}
"""Function words by what they do, a bit for each group they belong to: two of one group may stand for one
another.
"""
