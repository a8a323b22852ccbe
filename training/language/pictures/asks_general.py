"""How people ask about a whole picture: background, light, sharpness.

What it shows is in `pictures.asks_describe`.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.pictures.asks_describe import DESCRIBE, EMPTY, KIND

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
    would you [say {pic} is|call {pic}] [{one} or {other}|{other} or {one}]?
    {pic}[,|:] is it [{one} or {other}|{other} or {one}]?
    is it [{one} or {other}|{other} or {one}] {in}?
    how {how} is {pic}?
    how {how} is {pic}, [{one} or {other}|{other} or {one}]?
    [describe|judge] the {noun} of {pic}.
    what can you say about the {noun} of {pic}?
    what is the {noun} of {pic} [like|]?
    how is the {noun} {in}?
    is the {noun} [{one} or {other}|{other} or {one}] {in}?
    is it a [{one} or a {other}|{other} or a {one}] [picture|image|pic|shot|photo|view] {in}?
    which is {pic}, [{one} or {other}|{other} or {one}]?
    which is it {in}, [{one} or {other}|{other} or {one}]?
    which [word|] [fits|suits|describes] {pic} better, [{one} or {other}|{other} or {one}]?
    which would you [say|choose|pick] for {pic}, [{one} or {other}|{other} or {one}]?
    [{one} or {other}|{other} or {one}], [which is it|what is it|which would you say] {in}?
    [{one} or {other}|{other} or {one}], {pic}?
    [{one} or {other}|{other} or {one}]: [which|what] is {pic}?
    has {pic} come out [{one} or {other}|{other} or {one}]?
    did {pic} [come|turn] out [{one} or {other}|{other} or {one}]?
    does {pic} [seem|appear|strike you as] [{one} or {other}|{other} or {one}]?
    does it look [{one} or {other}|{other} or {one}] [to you|] {in}?
    do you find {pic} [{one} or {other}|{other} or {one}]?
    do you [see|get] a [{one} or a {other}|{other} or a {one}] [picture|image] {in}?
    have I got a [{one} or a {other}|{other} or a {one}] [picture|image] {in}?
    am I looking at a [{one} or a {other}|{other} or a {one}] [picture|image|photo|shot] {in}?
    are we seeing a [{one} or a {other}|{other} or a {one}] [picture|image] {in}?
    I can't [tell|decide] [if|whether] {pic} is [{one} or {other}|{other} or {one}]. [can you|which is it]?
    my eyes are [bad|poor|weak]. is {pic} [{one} or {other}|{other} or {one}]?
    is {pic} more [on the {one} or the {other} side|on the {other} or the {one} side]?
    is {pic} [rather|mostly|overall|generally] [{one} or {other}|{other} or {one}]?
    is {pic} [as a whole|on the whole|all in all] [{one} or {other}|{other} or {one}]?
    [tell|inform] me, is {pic} [{one} or {other}|{other} or {one}]?
    [judge|decide|say|choose]: is {pic} [{one} or {other}|{other} or {one}]?
    how would you [judge|rate|describe|put] the {noun} of {pic}?
    how do you [find|judge|rate] the {noun} of {pic}?
    how does the {noun} of {pic} look [to you|]?
    how [good|bad] is the {noun} {in}, [{one} or {other}|{other} or {one}]?
    what about the {noun} {in}, is it [{one} or {other}|{other} or {one}]?
    what do you [make of|think of|say about] the {noun} {in}, [{one} or {other}|{other} or {one}]?
    [comment on|assess|report|rate|check] the {noun} of {pic}.
    [give me a word|say a word] [about|on] the {noun} of {pic}.
    the {noun} of {pic}[,|:] [how is it|what is it like|what would you say]?
    would you [say|call it] [{one} or {other}|{other} or {one}] {in}?
    """
_LOOK_CLAUSES: Final = """
    [if|whether] {pic} is [{one} or {other}|{other} or {one}]
    [if|whether] {pic} looks [{one} or {other}|{other} or {one}]
    how {how} {pic} is
    [if|whether] {pic} [came|has come|turned] out [{one} or {other}|{other} or {one}]
    [if|whether] it is a [{one} or a {other}|{other} or a {one}] [picture|image] {in}
    what the {noun} of {pic} is like
    which of the two {pic} is, [{one} or {other}|{other} or {one}]
    """
_LOOK_TERSE: Final = """
    [{one} or {other}|{other} or {one}]?
    {pic}: [{one} or {other}|{other} or {one}]?
    {noun}, [{one} or {other}|{other} or {one}]?
    is it [{one} or {other}|{other} or {one}]?
    {noun} {in}?
    which, [{one} or {other}|{other} or {one}]?
    {pic}, [{one} or {other}|{other} or {one}]?
    """
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
    what [is|would be] the <colour> of the [paper|sheet|canvas|page] {in}?
    [on|upon] <what> <colour> of [paper|sheet|canvas|background] is {pic} [drawn|painted|done]?
    <what> <colour> [paper|sheet|card|canvas] was used for {pic}?
    <what> <colour> [surrounds|is around|lies behind|sits behind] [everything|it all|what is drawn] {in}?
    <what> <colour> is [at the back|in the back|behind it all|in behind|round the outside] {in}?
    <what> <colour> is [everything else|the rest of {pic}|the empty space|the space around] [{in}|]?
    <what> <colour> [have they painted|have they used for|did they pick for] the background {in}?
    <what> <colour> would you [call|say|name] the [background|backdrop] {in}?
    <what> <colour> [do you see|can you see|is there] [in|for] the [background|backdrop] {in}?
    <what> <colour> [forms|makes|makes up|covers] the [background|backdrop] {in}?
    <what> [paint|crayon|pen] would I need for the [background|backdrop] {in}?
    if I [cut|took] everything [out|away], <what> <colour> would [be left|remain] {in}?
    if you ignore [what is drawn|all that is drawn], <what> <colour> is left {in}?
    I want to paint the same [background|backdrop]. <what> <colour> do I [take|need|pick]?
    I can see [there is|] a [background|backdrop] {in}, but <what> <colour> is it?
    the [background|backdrop] {in}[,|:] <what> <colour> is it?
    the [background|backdrop] {in} is <what> <colour>?
    how would you [describe|name] the <colour> of the [background|backdrop] {in}?
    [look|have a look] at the [background|backdrop] {in}. <what> <colour> is it?
    [identify|report|describe|read off] the [background|backdrop] <colour> {in}.
    [remind|inform] me of the [background|backdrop] <colour> {in}.
    in <what> <colour> is the [background|backdrop] [painted|filled|done|kept] {in}?
    <what> <colour> do you find behind [it|everything] {in}?
    <what> [colour|color|shade] has {pic} got [at the back|as its background|for a background]?
    <what> is {pic}'s [background|backdrop] <colour>?
    it is all drawn on <what> <colour> {in}?
    """,
    clauses="""
    <what> <colour> the [background|backdrop] is {in}
    <what> <colour> the [background|backdrop] has {in}
    what the [background|backdrop] <colour> is {in}
    the <colour> of the [background|backdrop] {in}
    <what> <colour> is [behind everything|behind it all|at the back|in the background] {in}
    <what> <colour> the [paper|sheet|canvas] is {in}
    <what> <colour> was used for the [background|backdrop] {in}
    on <what> <colour> {pic} is [drawn|painted]
    """,
    terse="""
    [background|backdrop]?
    [background|backdrop] <colour>?
    <colour> of the [background|backdrop]?
    the [background|backdrop] {in}?
    <colour> [behind it|behind everything|at the back]?
    [background|backdrop], <what> <colour>?
    [and|] the [background|backdrop] is?
    [bg|back] <colour>?
    [paper|sheet|canvas] <colour>?
    <what> <colour> [background|backdrop]?
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
    has {pic} [got|] a {c} [background|backdrop]?
    is {pic} [drawn|painted|done] on [a {c} background|{c} paper|a {c} sheet|a {c} canvas]?
    is [everything|it all] [drawn|shown|painted] [on|against] {c} {in}?
    is it {c} [behind everything|behind it all|in the back|at the back] {in}?
    is the [background|backdrop] {in} [painted|coloured|filled in|kept in|made] {c}?
    is the [paper|sheet|canvas|page] {c} {in}?
    is {c} the [background|backdrop] <colour> {in}?
    is {c} the <colour> [behind everything|of the background|at the back|used for the background] {in}?
    would you [say|agree] the [background|backdrop] is {c} {in}?
    would you call the [background|backdrop] {c} {in}?
    does the [background|backdrop] look {c} [to you|] {in}?
    did they [paint|colour|make|fill] the [background|backdrop] {c} {in}?
    can [you|we|I] [say|confirm|tell] that the [background|backdrop] is {c} {in}?
    [confirm|verify|check] [that|whether] the [background|backdrop] is {c} {in}.
    {in} there is a {c} [background|backdrop], [right|isn't there|yes|correct]?
    so the [background|backdrop] is {c} {in}, [yes|right|true]?
    so it is all on a {c} [background|backdrop], [yes|right]?
    it's {c} [behind|in the background] {in}, [isn't it|right|correct|true or false]?
    the [background|backdrop] {in}[,|:] is it {c}?
    I take the [background|backdrop] to be {c}. [do you agree|am I right|correct]?
    I'd say the [background|backdrop] is {c} {in}. [do you agree|am I right|agreed]?
    my [friend|sister|brother|mum] says the [background|backdrop] is {c}. [is that right|is that true]?
    [true or false|right or wrong|yes or no]: the [background|backdrop] is {c} {in}?
    """,
    clauses="""
    [if|whether] the [background|backdrop] is {c} {in}
    [if|whether] {pic} has a {c} [background|backdrop]
    [if|whether] {pic} is [drawn|painted] on {c}
    [if|whether] the [background|backdrop] {in} looks {c}
    [if|whether] it is {c} behind everything {in}
    [if|whether] there is a {c} [background|backdrop] {in}
    """,
    terse="""
    {c} [background|backdrop]?
    [background|backdrop] {c}?
    is it {c} [behind|at the back]?
    [bg|back] {c}?
    [on|against] {c}?
    {c} [behind everything|behind it all|paper]?
    the [background|backdrop] {c}, [yes or no|right]?
    """,
)
LOOK: Final = asking(_LOOK_DIRECT, _LOOK_CLAUSES, _LOOK_TERSE)
IS_LOOK: Final = asking(
    direct="""
    is {pic} {claim}?
    is {pic} [very|rather|quite|] {claim}?
    is [this|it|that] a {claim} [picture|image|photo]?
    does {pic} look {claim} [to you|]?
    would you [call {pic}|say that {pic} is] {claim}?
    is it {claim} {in}?
    {in} is it {claim}?
    do you find {pic} {claim}?
    is it [true|right|correct] that {pic} is {claim}?
    {pic} is {claim}, [right|isn't it|correct]?
    I think {pic} is {claim}. [is that right|am I right|is that true]?
    is it a {claim} [picture|image|photo|pic|shot|view] {in}?
    is {pic} [a bit|kind of|sort of|pretty|fairly|really|all] {claim}?
    is {pic} coming across as {claim}?
    is {pic} [on the whole|all in all|overall|generally] {claim}?
    does {pic} [seem|appear] {claim} [to you|]?
    does it look {claim} [to you|] {in}?
    did {pic} [come|turn] out {claim}?
    has {pic} [come|turned] out {claim}?
    have I got a {claim} [picture|image] {in}?
    am I looking at a {claim} [picture|image|photo|shot] {in}?
    are we looking at a {claim} [picture|image] {in}?
    can [you|we] say that {pic} is {claim}?
    is {claim} the [right|correct|proper] word for {pic}?
    would {claim} be the [right|correct] word for {pic}?
    is it [just me or is|only me or is] {pic} {claim}?
    are my eyes [bad|tired] or is {pic} {claim}?
    I find {pic} {claim}. [do you too|do you agree|am I right|you too]?
    I'd say {pic} is {claim}. [do you agree|am I right|agreed|would you]?
    my [mum|wife|husband|friend|boss] says {pic} is {claim}. is [that right|that true|that so]?
    so {pic} is {claim}, [yes|right|then]?
    {pic} [looks|seems] {claim}, [doesn't it|right|don't you think|yes]?
    it's a {claim} [picture|image|photo|shot], [isn't it|right|yes]?
    {pic}[,|:] is it {claim}?
    [true or false|right or wrong|yes or no]: {pic} is {claim}?
    [check|confirm|verify] [that|whether] {pic} is {claim}.
    """,
    clauses="""
    [if|whether] {pic} is {claim}
    [if|whether] {pic} looks {claim}
    [if|whether] {pic} [came|has come|turned] out {claim}
    [if|whether] it is a {claim} [picture|image|photo] {in}
    [if|whether] you find {pic} {claim}
    """,
    terse="""
    {claim}?
    is it {claim}?
    {claim}, yes or no?
    {claim} [or not|right|at all]?
    [a|] {claim} [picture|image]?
    {pic} {claim}?
    [looks|seems] {claim}?
    [pretty|rather|very] {claim}, [right|isn't it|yes]?
    """,
)
