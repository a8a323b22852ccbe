"""How people ask whether a picture is bright or dark, sharp or blurred.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["IS_LOOK", "LOOK"]

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
    is it a [{one} or a {other}|{other} or a {one}] [picture|image|pic|shot|photo|view]?
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
    do you [see|get] a [{one} or a {other}|{other} or a {one}] [picture|image]?
    have I got a [{one} or a {other}|{other} or a {one}] [picture|image]?
    am I looking at a [{one} or a {other}|{other} or a {one}] [picture|image|photo|shot]?
    are we seeing a [{one} or a {other}|{other} or a {one}] [picture|image]?
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
    tell me about the {noun} of {pic}.
    I want to know about the {noun} {in}. is it [{one} or {other}|{other} or {one}]?
    what's the {noun} like {in}?
    what {noun} does {pic} have, [{one} or {other}|{other} or {one}]?
    how's the {noun} {in}, [{one} or {other}|{other} or {one}]?
    [before I print it|before I post it|for my report], is {pic} [{one} or {other}|{other} or {one}]?
    [should|do] I call {pic} [{one} or {other}|{other} or {one}]?
    my [boss|gran|teacher|friend] asks [if|whether] {pic} is [{one} or {other}|{other} or {one}].
    to your eyes, is {pic} [{one} or {other}|{other} or {one}]?
    {pic} is [{one} or {other}|{other} or {one}], [which|which one|what would you say]?
    {pic}, would you say it's [{one} or {other}|{other} or {one}]?
    does {pic} come across as [{one} or {other}|{other} or {one}]?
    did they make {pic} [{one} or {other}|{other} or {one}]?
    how would you [classify|sort|label] {pic}, [{one} or {other}|{other} or {one}]?
    in terms of {noun}, [how|what] is {pic}?
    {noun}-wise, is {pic} [{one} or {other}|{other} or {one}]?
    as for the {noun}, is {pic} [{one} or {other}|{other} or {one}]?
    is {pic} [{one} or is it {other}|{other} or is it {one}]?
    is {pic} [{one}, or rather {other}|{other}, or rather {one}]?
    I [can't|cannot] see {pic}. is it [{one} or {other}|{other} or {one}]?
    [kindly|please] [state|tell me|say] [if|whether] {pic} is [{one} or {other}|{other} or {one}].
    what [word|adjective] would you use for {pic}, [{one} or {other}|{other} or {one}]?
    {pic} looks [{one} or {other}|{other} or {one}] to you?
    describe how {how} {pic} is.
    would a photographer call {pic} [{one} or {other}|{other} or {one}]?
    what's {pic} like, [{one} or {other}|{other} or {one}]?
    what is {pic} [more|rather], [{one} or {other}|{other} or {one}]?
    [sounds daft|sounds silly|silly question], but is {pic} [{one} or {other}|{other} or {one}]?
    if you had to [choose|pick], is {pic} [{one} or {other}|{other} or {one}]?
    one last thing before I go: is {pic} [{one} or {other}|{other} or {one}]?
    [{one} or {other}|{other} or {one}]: which word goes with {pic}?
    which way does {pic} lean, [{one} or {other}|{other} or {one}]?
    not what it shows, but the {noun}: how is it {in}?
    never mind what it shows[,|:] is {pic} [{one} or {other}|{other} or {one}]?
    any [trouble|problem] with the {noun} {in}, or how is it?
    [I'm walking|I'm driving|my hands are full], so quick: is {pic} [{one} or {other}|{other} or {one}]?
    my [nan|mate|son] and I disagree: is {pic} [{one} or {other}|{other} or {one}]?
    is it me, or {pic}: [{one} or {other}|{other} or {one}]?
    what's the verdict on the {noun} of {pic}?
    how did the {noun} [come|turn] out {in}?
    it looks a bit odd to me {in}, is it [{one} or {other}|{other} or {one}]?
    did I get {pic} [{one} or {other}|{other} or {one}]?
    """
_LOOK_CLAUSES: Final = """
    [if|whether] {pic} is [{one} or {other}|{other} or {one}]
    [if|whether] {pic} looks [{one} or {other}|{other} or {one}]
    how {how} {pic} is
    [if|whether] {pic} [came|has come|turned] out [{one} or {other}|{other} or {one}]
    [if|whether] it is a [{one} or a {other}|{other} or a {one}] [picture|image]
    what the {noun} of {pic} is like
    which of the two {pic} is, [{one} or {other}|{other} or {one}]
    how the {noun} is {in}
    [if|whether] you [find|would call] {pic} [{one} or {other}|{other} or {one}]
    [if|whether] {pic} is [{one} or rather {other}|{other} or rather {one}]
    what you think of the {noun} of {pic}
    which word goes with {pic}, [{one} or {other}|{other} or {one}]
    how the {noun} of {pic} [came|turned] out
    [if|whether] I got {pic} [{one} or {other}|{other} or {one}]
    """
_LOOK_TERSE: Final = """
    [{one} or {other}|{other} or {one}]?
    {pic}: [{one} or {other}|{other} or {one}]?
    {noun}, [{one} or {other}|{other} or {one}]?
    is it [{one} or {other}|{other} or {one}]?
    the {noun} {in}?
    which, [{one} or {other}|{other} or {one}]?
    {pic}, [{one} or {other}|{other} or {one}]?
    how {how}?
    the {noun}?
    how's the {noun}?
    [{one} or {other}|{other} or {one}] {in}?
    {noun} [check|report|please]?
    it is [{one} or {other}|{other} or {one}]?
    [{one} or {other}|{other} or {one}], which?
    [{one} or {other}|{other} or {one}], would you say?
    the {noun}, how?
    how's it look, [{one} or {other}|{other} or {one}]?
    so, [{one} or {other}|{other} or {one}]?
    """
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
    is it a {claim} [picture|image|photo|pic|shot|view]?
    is {pic} [a bit|kind of|sort of|pretty|fairly|really|all] {claim}?
    is {pic} coming across as {claim}?
    is {pic} [on the whole|all in all|overall|generally] {claim}?
    does {pic} [seem|appear] {claim} [to you|]?
    does it look {claim} [to you|] {in}?
    did {pic} [come|turn] out {claim}?
    has {pic} [come|turned] out {claim}?
    have I got a {claim} [picture|image]?
    am I looking at a {claim} [picture|image|photo|shot]?
    are we looking at a {claim} [picture|image]?
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
    isn't {pic} {claim}?
    isn't it {claim} {in}?
    is {pic} what you would call {claim}?
    does {pic} [count as|strike you as|come across as|pass for] {claim}?
    do you [think|reckon|believe|agree|feel] {pic} is {claim}?
    would a [stranger|child|painter] call {pic} {claim}?
    did they make {pic} {claim}?
    [can|could] {pic} be [called|described as|said to be] {claim}?
    [can|may|should] I [say|write|report|note] that {pic} is {claim}?
    I was told {pic} is {claim}. [is it|true|is that right]?
    the [caption|label|note|email] says {pic} is {claim}. [is it|is that right|true]?
    I [hope|suppose|guess|believe|suspect] {pic} is {claim}. [is it|am I right|is that right]?
    {claim}, is that [what you'd call|a fair word for|how you'd describe] {pic}?
    {pic} is {claim}, [ain't it|innit|eh|aye|is it|true]?
    {pic}, {claim} or not?
    [before I print it|before I post it|for my report], is {pic} {claim}?
    to your eyes, is {pic} {claim}?
    is it [right|fair|true] to call {pic} {claim}?
    {pic} looks [a bit|rather|] {claim} to me. [is it|do you agree|am I right]?
    did I get {pic} {claim}?
    is it {claim}, {pic}?
    {pic} is {claim}, or [is it not|is it]?
    I [heard|hear] {pic} is {claim}. [is it|is that so|is that true]?
    [sounds daft|sounds silly|silly question], but is {pic} {claim}?
    never mind what it shows[,|:] is {pic} {claim}?
    one last thing before I go: is {pic} {claim}?
    is {pic} {claim}, or is it [my eyes|my glasses|just me]?
    would you agree {pic} is {claim}?
    if I call {pic} {claim}, am I right?
    does the word {claim} [fit|suit|describe] {pic}?
    is {pic} on the {claim} side?
    {pic} isn't {claim}, is it?
    {pic} can't be {claim}, can it?
    [be honest|tell me straight|hand on heart], is {pic} {claim}?
    [I'm walking|I'm driving|my hands are full], so quick: is {pic} {claim}?
    my [nan|sister|mate] finds {pic} {claim}. [do you|do you agree|is it]?
    """,
    clauses="""
    [if|whether] {pic} is {claim}
    [if|whether] {pic} looks {claim}
    [if|whether] {pic} [came|has come|turned] out {claim}
    [if|whether] it is a {claim} [picture|image|photo]
    [if|whether] you find {pic} {claim}
    [if|whether] {pic} can be called {claim}
    [if|whether] {pic} is [really|rather] {claim}
    [if|whether] you would call {pic} {claim}
    [if|whether] it's {claim} {in}
    [if|whether] I got {pic} {claim}
    whether or not {pic} is {claim}
    [if|whether] the word {claim} fits {pic}
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
    {claim} {in}?
    is {pic} {claim}?
    {claim}, [eh|innit|true|correct]?
    is [this|that] {claim}?
    [picture|image] {claim}?
    so it's {claim}?
    {claim}, would you say?
    {claim} or is it me?
    it isn't {claim}, is it?
    is it all {claim}?
    """,
)
