"""How people ask about drawn shapes, to be answered with yes or no: their colour and their place.

Knows wording only, and that "it is not red, is it?" is answered by whether it is; refuses to know
facts and answers. Whether something is there at all: `pictures.asks_there`.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.pictures import asks_yesno_more as more
from anymal.training.language.pictures.asks_there import ANYONE, IS_THERE

__all__ = [
    "ANYONE",
    "IS_AT",
    "IS_COLOUR",
    "IS_THERE",
]

_IS_COLOUR: Final = asking(
    direct="""
    is {it} {colour} {in}?
    is {it} {colour} {in}?
    is {it} {colour} {in}?
    is {it} {in} {colour}?
    is the [colour|color] of {it} {colour} {in}?
    does {it} [have the|have a|look] {colour} [colour|color] {in}?
    does {it} look {colour} {in}?
    {in} is {it} {colour}?
    is it [true|right|correct] that {it} is {colour} {in}?
    would you [call|say that] {it} {colour} {in}?
    {it} {in} is {colour}, [right|isn't it|correct|true or not]?
    {it} {in}: is it {colour}?
    {it}, is it {colour} {in}?
    I think {it} is {colour} {in}. [is that right|am I right|is that true|correct]?
    did they [paint|draw|colour] {it} {colour} {in}?
    is {it} [painted|drawn|filled|coloured] {colour} {in}?
    [check|look] [if|whether] {it} is {colour} {in}.
    {it} {in} is {colour}, [yes|no|innit|eh|yeah|am I right|don't you think|wouldn't you say]?
    {it} {in} isn't {colour}, is it?
    isn't {it} {colour} {in}?
    {it} [looks|seems] {colour} to me {in}. [does it to you|am I right|is it]?
    [I'd say|to me|I reckon|I believe] {it} is {colour} {in}. [agreed|do you agree|you too]?
    I [make|see] {it} [as|as being] {colour} {in}. you too?
    so {it} {in} [is|would be] {colour}, [yes|right|correct|is that right]?
    so [it's|we have] a {colour} one, {it} {in}, [yes|right]?
    [could|might] {it} [possibly|] be {colour} {in}?
    is {colour} the [colour|color|shade|hue] of {it} {in}?
    was {colour} used for {it} {in}?
    {colour}: is that the [colour|color] of {it} {in}?
    do I need {colour} [paint|ink] to copy {it} {in}?
    would a {colour} [crayon|pencil|pen|marker] be right for {it} {in}?
    are we talking {colour} [for|when it comes to] {it} {in}?
    my [friend|wife|kid|gran] [says|thinks|claims|bets] {it} is {colour} {in}. is that [so|right|true]?
    [somebody|someone] told me {it} was {colour} {in}. were they right?
    [true or false|right or wrong|fact or not|confirm or deny]: {it} is {colour} {in}.
    is it just me or is {it} {colour} {in}?
    am I [right|correct] [in saying|in thinking|] that {it} is {colour} {in}?
    would I be right [in thinking {it} is|to say {it} is|to call {it}] {colour} {in}?
    [I'm|I am] [colour-blind|colourblind|color blind][, so|.|:] is {it} {colour} {in}?
    {it} was [painted|drawn|coloured] {colour} {in}, wasn't it?
    would you describe {it} as {colour} {in}?
    does [the word|the colour|the color|] {colour} [describe|fit|suit|match] {it} {in}?
    do you agree that {it} is {colour} {in}?
    [can|could|would] you confirm that {it} is {colour} {in}?
    confirm that {it} is {colour} {in}.
    is {it} {colour} {in}, or [not|some other colour|another colour|a different color]?
    is {it} {in} [really|actually|truly|indeed] {colour}?
    do you [see {it} as|see {it} as being|read {it} as] {colour} {in}?
    do you [think|reckon|believe] {it} is {colour} {in}?
    [is|iz] {it} {colour} or wat?
    can I [say|write|report] that {it} is {colour} {in}?
    I wrote down {colour} for {it} {in}. [correct|is that right|did I get it right]?
    has {it} [got|been given] a {colour} [colour|color] {in}?
    would {it} go in the {colour} [box|pile|group]?
    {it} {in} [being|is] {colour}: [true|correct|is that so|yes or no]?
    what do you think, is {it} {colour} {in}?
    {it} {in}[,|:] {colour}, [would you say|wouldn't you say|do you think|is it]?
    it's {colour}, {it} {in}, [isn't it|right|yes|no]?
    {it} ain't {colour} {in}, is it?
    ain't {it} {colour} {in}?
    {it} {in} wasn't [painted|drawn|coloured] {colour}, was it?
    you'd call {it} {in} {colour}, [wouldn't you|right|yes]?
    unless I'm mistaken, {it} is {colour} {in}. [right|correct|is it]?
    I thought {it} was {colour} {in}. [is it|was I right|am I right]?
    I put {it} {in} down as {colour}. [is that right|correct|was I right]?
    I [painted|coloured] my copy of {it} {colour}. [does it match|is that right|was that correct]?
    [is {colour}|would {colour} be] [right|correct|a match|the right word] for {it} {in}?
    if I [said|told them] {it} {in} is {colour}, would [I be right|that be true|you agree]?
    say yes if {it} {in} is {colour}, otherwise no.
    is {it} of {colour} [colour|color] {in}?
    is {it} having {colour} [colour|color] {in}?
    {it} is [having|] {colour} [colour|color] {in}, [yes|no|right]?
    is it {colour} that {it} is {in}?
    is it {colour} you see [on|for] {it} {in}?
    can {it} be [described as|called|said to be] {colour} {in}?
    does {it} [count as|pass for|come out|show up|appear] {colour} {in}?
    did [the artist|someone|somebody] [choose|use|pick|take] {colour} for {it} {in}?
    have they [painted|made|drawn|coloured|colored] {it} {colour} {in}?
    was {it} [painted|drawn|made|coloured|colored] {colour} {in}?
    has {it} been [painted|coloured|colored|made] {colour} {in}?
    for the [report|record|log]: is {it} {colour} {in}?
    [kindly|please] [check|confirm|tell] [if|whether] {it} is {colour} {in}.
    tell a blind [person|friend] [if|whether] {it} is {colour} {in}.
    I'm sorting by [colour|color]. does {it} go with the {colour} ones {in}?
    [colour|color] check: {it} {in}, {colour}?
    my [teacher|mum|boss|client] [asks|wants to know] [if|whether] {it} is {colour} {in}. is it?
    {it} [should|ought to|has to] be {colour} {in}. is it?
    {colour}, [right|isn't it|am I right], {it} {in}?
    [never mind|forget] the [size|position]: is {it} {colour} {in}?
    I [can see|found] {it} {in}. is it a {colour} one?
    """,
    clauses="""
    [if|whether] {it} is {colour} {in}
    [if|whether] {it} is {colour} {in}
    [if|whether] {it} {in} is {colour}
    [if|whether] the [colour|color] of {it} is {colour} {in}
    [if|whether] {it} [looks|appears|seems] {colour} {in}
    [if|whether] they [painted|coloured|made] {it} {colour} {in}
    [if|whether] {colour} is the [colour|color] of {it} {in}
    [if|whether] you would [call {it}|describe {it} as] {colour}
    [if|whether] I am right that {it} is {colour} {in}
    [if|whether] {it} was [painted|drawn|made] {colour} {in}
    [if|whether] {colour} is [right|correct] for {it} {in}
    [if|whether] {it} has [the|a] {colour} [colour|color] {in}
    [if|whether] {it} [counts|passes] as {colour} {in}
    [if|whether] the artist used {colour} for {it} {in}
    [if|whether] {it} is {colour} or not {in}
    """,
    terse="""
    {it} {colour}?
    {colour} {it}, yes or no?
    {it}: {colour}?
    {it} {in} {colour}?
    {it} is {colour}, [yes|no|right]?
    {colour} or not, {it}?
    {it}: {colour} or not?
    {it} - {colour}, [yes or no|right|correct]?
    {it} = {colour}?
    is {it} {colour}?
    {colour}, {it}?
    {it} {colour} [colour|color]?
    {it} {in}: {colour}, yes or no?
    {it} {colour}, [true|correct|right]?
    """,
)
_IS_AT: Final = asking(
    direct="""
    is {it} {where} {in}?
    is {it} {where} {in}?
    is {it} {where} {in}?
    is {it} {in} {where}?
    is {it} [located|placed|positioned|drawn|shown] {where} {in}?
    do you see {it} {where} {in}?
    can [I|you|we] [see|find] {it} {where} {in}?
    does {it} [sit|stand|lie|appear] {where} {in}?
    {in} is {it} {where}?
    is it [true|right|correct] that {it} is {where} {in}?
    {it} is {where} {in}, [right|isn't it|correct|true or not]?
    {it} {in}: is it {where}?
    {it}, is it {where} {in}?
    I think {it} is {where} {in}. [is that right|am I right|is that true|correct]?
    is {where} where {it} is {in}?
    [check|look] [if|whether] {it} is {where} {in}.
    {it} is {where} {in}, [yes|no|innit|eh|yeah|am I right|don't you think|wouldn't you say]?
    {it} isn't {where} {in}, is it?
    isn't {it} {where} {in}?
    [I'd say|to me|I reckon|I believe] {it} is {where} {in}. [agreed|do you agree|you too|am I right]?
    I [see|spot|have] {it} {where} {in}. you too?
    so {it} {in} is {where}, [yes|right|correct|is that right]?
    so that's {it} {where} {in}, [yes|right|no]?
    is that {it} {where} {in}?
    [could|might] {it} [possibly|] be {where} {in}?
    will I [find|see|spot] {it} {where} {in}?
    if I look {where} {in}, do I [see|find|spot] {it}?
    should I look {where} {in} [for|to find] {it}?
    do I have to look {where} to [find|see|spot] {it} {in}?
    have they [put|drawn|placed|got] {it} {where} {in}?
    did they [put|draw|place|stick] {it} {where} {in}?
    can {it} be [found|seen|spotted] {where} {in}?
    {where} {in}, is that where {it} is?
    {where} {in}, do you see {it} there?
    is the [position|place|location] of {it} {where} {in}?
    does {it} [live|hide|hang out|rest|show up|belong] {where} {in}?
    my [friend|wife|kid|brother|gran] [says|thinks|claims|bets] {it} is {where} {in}. is that [so|right|true]?
    [somebody|someone] told me {it} was {where} {in}. were they right?
    [true or false|right or wrong|fact or not|confirm or deny]: {it} is {where} {in}.
    is it just me or is {it} {where} {in}?
    am I [right|correct] [in saying|in thinking|] that {it} is {where} {in}?
    would I be right [in thinking|to say] {it} is {where} {in}?
    do you agree that {it} is {where} {in}?
    [can|could|would] you confirm that {it} is {where} {in}?
    confirm that {it} is {where} {in}.
    is {it} {where} {in}, or [not|somewhere else|elsewhere]?
    is {it} {in} [really|actually|truly|indeed] {where}?
    do you [think|reckon|believe] {it} is {where} {in}?
    would you say [that|] {it} is {where} {in}?
    is {it} [sitting|standing|lying|to be found|to be seen] {where} {in}?
    I [put|pointed] my finger {where} {in}: is {it} there?
    I [can't see|have lost] {it} {in}. is it {where}?
    can I [say|write|report] that {it} is {where} {in}?
    I'm looking for {it} {in}. is it {where}?
    what do you think, is {it} {where} {in}?
    {it} {in}, [would that be|that's] {where}, [yes|right|no]?
    {where} {in}[,|:] is {it} there?
    ain't {it} {where} {in}?
    it's {where} {in}, {it}, [isn't it|right|yes|no]?
    {it} {in} isn't [placed|drawn|to be found] {where}, is it?
    you'd [find|see|spot] {it} {where} {in}, [wouldn't you|right|yes]?
    you see {it} {where} {in}, [don't you|right|yes|no]?
    you don't see {it} {where} {in}, do you?
    unless I'm mistaken, {it} is {where} {in}. [right|correct|is it]?
    I thought {it} was {where} {in}. [is it|was I right|am I right]?
    if I [said|told them] {it} is {where} {in}, would [I be right|that be true|you agree]?
    say yes if {it} is {where} {in}, otherwise no.
    {it} [should|ought to|has to] be {where} {in}. is it?
    is it {where} {in} that [I|you] [see|find] {it}?
    is it {where} that {it} is {in}?
    [was {it}|has {it} been] [drawn|put|placed] {where} {in}?
    did [the artist|someone|somebody] [draw|put|place] {it} {where} {in}?
    does {it} [turn up|have its place|find itself|happen to be] {where} {in}?
    is {it} [kept|present|situated|hiding] {where} {in}?
    is {it} there, {where} {in}?
    for the [report|record|log]: is {it} {where} {in}?
    [kindly|please] [check|confirm|tell] [if|whether] {it} is {where} {in}.
    tell a blind [person|friend] [if|whether] {it} is {where} {in}.
    my [teacher|mum|boss] [asks|wants to know] [if|whether] {it} is {where} {in}. is it?
    I [wrote|noted|put]: {it} is {where} {in}. [correct|is that right|was I right]?
    I [remember|recall|imagine] {it} being {where} {in}. is [it|that right]?
    [position|location] check: {it} {in}, {where}?
    {it}, {where} {in}, [right|isn't it|yes|no|am I right]?
    {it} is [there|lying|kept] {where} {in}, [yes|no|right]?
    [d'you|d'ye|do ya|you] see {it} {where} {in}?
    [never mind|forget] the [size|colour|color]: is {it} {where} {in}?
    """,
    clauses="""
    [if|whether] {it} is {where} {in}
    [if|whether] {it} is {where} {in}
    [if|whether] {it} is [located|placed|drawn] {where} {in}
    [if|whether] you see {it} {where} {in}
    [if|whether] {it} [sits|lies|appears|stands] {where} {in}
    [if|whether] I [will|would|can] find {it} {where} {in}
    [if|whether] they [put|drew|placed] {it} {where} {in}
    [if|whether] {it} can be [seen|found] {where} {in}
    [if|whether] I am right that {it} is {where} {in}
    [if|whether] {it} was [drawn|put|placed] {where} {in}
    [if|whether] {it} is to be [found|seen] {where} {in}
    [if|whether] it is {where} that {it} is {in}
    [if|whether] {it} is {where} or not {in}
    [if|whether] I should look {where} for {it} {in}
    """,
    terse="""
    {it} {where}?
    {it}: {where}?
    {it} {where}, yes or no?
    {it} is {where}, [yes|no|right]?
    {it} {where} or not?
    {it}: {where} or not?
    {it} {in}, {where}?
    {it} - {where}, [yes or no|right|correct]?
    {where}, {it}?
    is {it} {where}?
    {where} is {it}?
    {it} {in}: {where}, yes or no?
    {it} {where}, [true|correct|right]?
    see {it} {where}?
    """,
)
IS_COLOUR: Final = joined(_IS_COLOUR, more.IS_COLOUR)
IS_AT: Final = joined(_IS_AT, more.IS_AT)
