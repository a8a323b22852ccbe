"""How people ask about a whole picture: what it shows, background, light, sharpness.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = [
    "BACKGROUND",
    "DESCRIBE",
    "EMPTY",
    "IS_BACKGROUND",
    "IS_LOOK",
    "KIND",
    "LOOK",
]

_LOOK_DIRECT: Final = """
    is {pic} [{one} or {other}|{other} or {one}]?
    is {pic} [{one} or {other}|{other} or {one}]?
    is [this|it|that] a [{one} or a {other}|{other} or a {one}] [picture|image|photo]?
    does {pic} look [{one} or {other}|{other} or {one}]?
    would you [say|call] {pic} [is|] [{one} or {other}|{other} or {one}]?
    {pic}[,|:] is it [{one} or {other}|{other} or {one}]?
    is it [{one} or {other}|{other} or {one}] {in}?
    how {how} is {pic}?
    how {how} is {pic}, [{one} or {other}|{other} or {one}]?
    [describe|judge] the {noun} of {pic}.
    what can you say about the {noun} of {pic}?
    what is the {noun} of {pic} [like|]?
    how is the {noun} {in}?
    is the {noun} [{one} or {other}|{other} or {one}] {in}?
    """
_LOOK_CLAUSES: Final = """
    [if|whether] {pic} is [{one} or {other}|{other} or {one}]
    [if|whether] {pic} looks [{one} or {other}|{other} or {one}]
    how {how} {pic} is
    """
_LOOK_TERSE: Final = """
    [{one} or {other}|{other} or {one}]?
    {pic}: [{one} or {other}|{other} or {one}]?
    """
DESCRIBE: Final = asking(
    direct="""
    what [is|do you see] in {pic}?
    what is in {pic}?
    what's in {pic}?
    what do you see in {pic}?
    what can [you|I] [see|make out] in {pic}?
    what does {pic} [show|contain|depict|look like|represent]?
    what is [shown|visible|drawn|going on|happening|to be seen|displayed|depicted] in {pic}?
    what's [shown|visible|drawn|going on|happening|displayed] in {pic}?
    what can be seen in {pic}?
    what is {pic} [of|about|showing]?
    what is on {pic}?
    what am I looking at [in|on] {pic}?
    what [is|was] [drawn|painted] [in|on] {pic}?
    what is there to see in {pic}?
    what have we got in {pic}?
    what [things|shapes|objects] are in {pic}?
    describe {pic}.
    [please|] describe {pic} [for me|to me|].
    [please|] describe what [you see|is] in {pic}.
    can you describe {pic} [for me|]?
    could you [please|] describe {pic} [for me|]?
    [give me a|write a|make a|I need a] [short|brief|quick|] [description|caption|summary] [of|for] {pic}.
    caption {pic}.
    summarise {pic}.
    tell me [about|what is in|what you see in|everything about|something about] {pic}.
    list [everything|all|the things|what is] in {pic}.
    how would you describe {pic}?
    explain {pic} to me.
    look at {pic}. what do you see?
    look at {pic} and [tell me what you see|describe it|say what it shows].
    [I can't see|I cannot see|I am blind, describe] {pic}. [what does it show?|what is in it?|describe it.]
    {pic}: what is it?
    {pic}: what do you see?
    what do you [notice|observe|recognise|recognize] in {pic}?
    """,
    clauses="""
    what is in {pic}
    what's in {pic}
    what you see in {pic}
    what {pic} [shows|contains|depicts|looks like]
    what is [shown|drawn|visible|going on] in {pic}
    what can be seen in {pic}
    what there is to see in {pic}
    """,
    terse="""
    what do you see?
    what do you see {in}?
    what can you see?
    what is [this|that|it]?
    what's [this|that|here|there]?
    what is in front of [you|me]?
    what is there?
    what am I looking at?
    [describe|describe it|describe this|describe what you see].
    [description|caption] please?
    {pic}?
    what do we have here?
    what's up in {pic}?
    """,
)
BACKGROUND: Final = asking(
    direct="""
    <what> <colour> is the [background|backdrop|background|back] [of {pic}|{in}|]?
    <what> <colour> does the [background|backdrop] have {in}?
    <what> <colour> has the [background|backdrop] {in}?
    what is the [background|backdrop] <colour> {in}?
    what's the [background|backdrop] <colour> {in}?
    what is the <colour> of the [background|backdrop] {in}?
    {in} <what> <colour> is the [background|backdrop]?
    what is the [background|backdrop] like {in}?
    how is the [background|backdrop] [coloured|colored] {in}?
    <what> <colour> is behind [everything|it all|it|what is drawn] {in}?
    [on|against] <what> <colour> [is it drawn|are things drawn|is it] {in}?
    <give> [me|] the <colour> of the [background|backdrop] {in}.
    [please|] [name|tell me] the [background|backdrop] <colour> {in}.
    <what> <colour> [fills|is filling] the [background|backdrop] {in}?
    <what> <colour> is the [paper|canvas|page|wall behind|surface] {in}?
    """,
    clauses="""
    <what> <colour> the [background|backdrop] is {in}
    <what> <colour> the [background|backdrop] has {in}
    what the [background|backdrop] <colour> is {in}
    the <colour> of the [background|backdrop] {in}
    """,
    terse="""
    [background|backdrop]?
    [background|backdrop] <colour>?
    <colour> of the [background|backdrop]?
    the [background|backdrop] {in}?
    """,
)
IS_BACKGROUND: Final = asking(
    direct="""
    is the [background|backdrop] {c} {in}?
    is the [background|backdrop] {in} {c}?
    does {pic} have a {c} [background|backdrop]?
    is there a {c} [background|backdrop] {in}?
    is the <colour> of the [background|backdrop] {c} {in}?
    {in} is the [background|backdrop] {c}?
    do you see a {c} [background|backdrop] {in}?
    is it drawn on {c} {in}?
    is it [true|right|correct] that the [background|backdrop] is {c} {in}?
    the [background|backdrop] is {c} {in}, [right|isn't it|correct]?
    I think the [background|backdrop] is {c}. [is that right|am I right|is that true]?
    """,
    clauses="""
    [if|whether] the [background|backdrop] is {c} {in}
    [if|whether] {pic} has a {c} [background|backdrop]
    """,
    terse="""
    {c} [background|backdrop]?
    [background|backdrop] {c}?
    """,
)
LOOK: Final = asking(_LOOK_DIRECT, _LOOK_CLAUSES, _LOOK_TERSE)
IS_LOOK: Final = asking(
    direct="""
    is {pic} {claim}?
    is {pic} [very|rather|quite|] {claim}?
    is [this|it|that] a {claim} [picture|image|photo]?
    does {pic} look {claim} [to you|]?
    would you [call|say that] {pic} [is|] {claim}?
    is it {claim} {in}?
    {in} is it {claim}?
    do you find {pic} {claim}?
    is it [true|right|correct] that {pic} is {claim}?
    {pic} is {claim}, [right|isn't it|correct]?
    I think {pic} is {claim}. [is that right|am I right|is that true]?
    """,
    clauses="""
    [if|whether] {pic} is {claim}
    [if|whether] {pic} looks {claim}
    """,
    terse="""
    {claim}?
    is it {claim}?
    {claim}, yes or no?
    """,
)
EMPTY: Final = asking(
    direct="""
    is {pic} [empty|blank|bare|empty|completely empty|just blank]?
    is there [anything|something|anything at all] {in}?
    is [anything|something] [drawn|shown|visible|there] {in}?
    do you see [anything|something] {in}?
    can you see [anything|something|anything at all] {in}?
    does {pic} [show|contain|have] [anything|something]?
    is there [nothing|nothing at all] {in}?
    """,
    clauses="""
    [if|whether] there is [anything|something] {in}
    [if|whether] {pic} is [empty|blank]
    """,
    terse="""
    [empty|blank]?
    [anything|something] {in}?
    """,
)
KIND: Final = asking(
    direct="""
    what kind of [picture|image] is [this|it|that]?
    what sort of [picture|image] is [this|it]?
    is [this|it|that] a [photo or a drawing|drawing or a photo|photograph or a drawing]?
    is {pic} a [real photo or a drawing|drawing or a real photo]?
    is {pic} [drawn or photographed|real or drawn|photographed or drawn]?
    what type of [picture|image] do you see?
    """,
    clauses="""
    what kind of [picture|image] this is
    [if|whether] [this|it] is a [photo or a drawing|drawing or a photo]
    """,
    terse="""
    [photo or drawing|drawing or photo]?
    """,
)
