"""How people ask what a picture shows and whether it is empty.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.pictures import asks_describe_more as more

__all__ = ["DESCRIBE", "EMPTY"]

_DESCRIBE: Final = asking(
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
    [talk|walk|take] me through {pic}.
    paint me a picture in words of {pic}.
    [put|turn] {pic} into words [for me|].
    [imagine|pretend] [I am|I'm] blind. what does {pic} show?
    I'm [on the phone with you and can't look|not near the screen]: what [is|would I see] in {pic}?
    my [granny|grandad|mum|nan|wife|son] [sent me|drew|made] {pic}. what [is it|is in it|does it show]?
    somebody [sent|gave|handed] me {pic}. what [is on it|is in it|does it show|am I looking at]?
    what [have they drawn|has somebody drawn|did they put|did they show] [in|on] {pic}?
    what do you [reckon|think] [is in {pic}|is on {pic}|we have in {pic}|{pic} shows|{pic} is of]?
    what would you [write|put] [under|beneath|below] {pic} as a [caption|title|label]?
    what [sentence|words] would [fit|suit|go with|describe] {pic}?
    what [can you tell me|do you know|could you say|can you say|have you got to say] about {pic}?
    what [stands out|strikes you|catches your eye|jumps out] in {pic}?
    what's [the story with|the deal with|in|up with|there in|inside] {pic}?
    what all [is|can you see|do you see] in {pic}?
    what are we [looking at|seeing] in {pic}?
    what [contents|content] does {pic} have?
    what does {pic} have in it?
    what is {pic} [supposed|meant] to [show|be|depict]?
    what's the [subject|content|topic] of {pic}?
    what [would|will|does] a person [looking at|who looks at] {pic} see?
    [have|take] a [look|peek|gander|squint] at {pic} and [tell me what's there|say what's in it|describe it].
    [have|take] a [look|good look] at {pic}, [what's there|what's in it|what have we got]?
    [let me know|say|report|note down] what {pic} [shows|holds|contains|has in it].
    [run|go] through what is in {pic}.
    sum up {pic} [in a sentence|briefly|in a few words|for me].
    [in short|briefly|in a few words|in plain words|in a sentence][,|:] what [is in {pic}|does {pic} show]?
    tell a [child|kid|friend] what {pic} shows.
    how would you [explain|put|sum up] {pic} [to a child|to a blind person|over the phone|to a friend|]?
    I [would like|want|need] {pic} [described|explained|in words].
    I'd [like|love] [to hear|a few words about|to know] what {pic} [shows|has in it].
    [alt text|a caption|a description|an audio description] for {pic}[, please|].
    can you make [sense|anything] of {pic}? [what is it|what is there|what does it show]?
    [can|could] you [see|make out|work out] what [is in|is on] {pic}? [tell me|describe it].
    the [things|contents] of {pic}, [what are they?|please list them.]
    [guess|tell me] what I [drew|painted|am showing you] in {pic}.
    {pic}[,|:] [describe it.|tell me what is there.|what is it of?|what does it show?|what is on it?]
    {pic} shows [what|what exactly]?
    {pic} is a [picture|drawing|view] of what?
    {pic}, what's [that|it] [all about|about|meant to be]?
    what is it that {pic} [shows|depicts|is showing]?
    what [might|could|would] I [see|find|notice] if I looked at {pic}?
    what do your eyes [see|pick up|tell you] in {pic}?
    [kindly|would you kindly|go on,] describe {pic}.
    would you be so kind as to describe {pic} [to me|]?
    [I'd|I would] [be grateful|appreciate it|be glad] if you [could|would] describe {pic}.
    [may|can|could] I [have|get] a [description|rundown|summary] of {pic}?
    give me the [gist|lowdown|rundown|details|contents] of {pic}.
    [fill me in|clue me in|brief me] on {pic}.
    [be my eyes|lend me your eyes][:|,] what [is|do you see] in {pic}?
    I [got|received|found|opened] {pic}. what [is on it|is it|does it show]?
    I [sent|uploaded|attached|am holding up] {pic}. what [is in it|does it show|do you see]?
    I [can't open|can't load|can't view|have not seen] {pic}. what [is in it|would I see|does it show]?
    what [kind of|sort of|kinds of] things are in {pic}?
    what [stuff|all] is in {pic}?
    what is {pic}?
    what is {pic} showing [me|us|]?
    how does {pic} look like?
    how would {pic} sound in words?
    [say|write] [a few words|a sentence|a line|something] about {pic}.
    [write|compose|provide|produce|generate] [alt text|a caption|a description] for {pic}.
    if you had to describe {pic}, what would you say?
    if I were [blind|on the phone|in another room], how would you describe {pic} to me?
    [in your own words|for a blind person|for someone who can't see][,|:] what is in {pic}?
    everything you [see|notice|find] in {pic}, [please|tell me|list it].
    [whatcha|what d'ya|whaddya|what do ya] see in {pic}?
    what [do y'all|can y'all|d'ye|can ye] see in {pic}?
    what [is|are] there in {pic}?
    in {pic}, what [is there|do you see|can be seen|is shown]?
    [inspect|examine|study|analyse|analyze] {pic} and [report|describe what you find|tell me what you see].
    [name|tell me|state] the [contents|content|subject] of {pic}.
    [break {pic} down|spell {pic} out] for me.
    I [wonder|was wondering] about {pic}, what [is in it|does it show]?
    what could {pic} be [of|about|showing]?
    """,
    clauses="""
    what is in {pic}
    what's in {pic}
    what you see in {pic}
    what {pic} [shows|contains|depicts|looks like]
    what is [shown|drawn|visible|going on] in {pic}
    what can be seen in {pic}
    what there is to see in {pic}
    what {pic} [is of|is about|has in it|is meant to show]
    what is [on|inside|there in] {pic}
    what [they|somebody] [drew|put|painted] in {pic}
    what [I am|we are|you are] looking at in {pic}
    what you [notice|make out|recognise|observe|can see] in {pic}
    what {pic} is
    what is to be seen in {pic}
    how you would describe {pic}
    what [I would|a person would|one would|I should] see in {pic}
    what {pic} is [showing|supposed to be|all about]
    what [things|stuff|contents] {pic} has
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
    [describe|describe it|describe this].
    describe what you see.
    [description|caption] please?
    {pic}?
    what do we have here?
    what's up in {pic}?
    what [is it|is this|have you got|have we got|is there|do you make of it]?
    [your eyes see what|you see what|so what do you see]?
    so what's there?
    [go on, describe|describe, please|in words, please|alt text|caption this]?
    [details|contents|summary|content] of {pic}?
    [what's it look like|what's it show|what does it show|what's the picture]?
    be my eyes.
    [what|wot] is dis?
    what [you see|u see|do u see|r u seeing]?
    what's [on|in] it?
    describe {pic}.
    [whatcha|whaddya] see?
    what's all this?
    what on earth is [this|that]?
    and what's [this|that|here]?
    [tell me|say] what you see.
    describe the [scene|view|picture|image].
    [explain|summarise|summarize|sum up] {pic}.
    what [exactly|precisely] do you see?
    what's before [you|me]?
    [picture|image] description?
    what's visible {in}?
    I'm blind, what's [there|this|in front of me]?
    """,
)
_EMPTY: Final = asking(
    direct="""
    is {pic} [empty|blank|bare|empty|completely empty|just blank]?
    is there [anything|something|anything at all] {in}?
    is [anything|something] [drawn|shown|visible|there] {in}?
    do you see [anything|something] {in}?
    can you see [anything|something|anything at all] {in}?
    does {pic} [show|contain|have] [anything|something]?
    is there [nothing|nothing at all] {in}?
    is {pic} [a blank|totally blank|all blank|an empty sheet|empty or not|bare of anything]?
    is {pic} a [blank|bare|empty] [page|sheet|canvas|picture|image|square]?
    is it [empty|blank|just blank|all empty|completely blank] {in}?
    {pic} is [empty|blank|bare], [isn't it|right|yes|am I right|correct]?
    did I [send|give|show] you [an empty|a blank] [picture|image|page|sheet] [by mistake|]?
    did I [send|upload|give you|show you] nothing but a [plain|single] colour?
    is there really nothing {in}?
    there's nothing {in}, [right|correct|am I right]?
    there is nothing [to see|drawn|at all] {in}, [right|correct|true]?
    am I [right|correct] that there is nothing [drawn|] {in}?
    would you [call {pic}|say that {pic} is] [empty|blank]?
    was nothing [drawn|put|painted] {in}?
    do you see [nothing|nothing at all|nothing whatsoever] {in}?
    [has {pic} been|was {pic}] left [blank|empty]?
    did [anybody|somebody] [draw|put|paint] [anything|something] {in}?
    is there [anything|something] [to see|to look at|drawn|worth describing|at all] {in}?
    is there [anything|something] [apart from|other than|besides|but] the background {in}?
    is there [any|some] [thing|object|drawing|content] {in} at all?
    can you [make out|spot|find|detect|pick out] [anything|something|anything at all] {in}?
    have you [got|found|spotted] [anything|something] {in}?
    does [anything|something] [show up|appear|stand out] {in}?
    does {pic} [hold|have|show] [anything|something] [at all|besides the background|to look at]?
    there is [something|something or other] {in}, [isn't there|right|yes|correct]?
    is [anything|something] [in there|to be seen|on it] {in}?
    I think there is something {in}. [is there|am I right|is that true]?
    is there nothing [drawn|shown|visible|to describe] {in}?
    does {pic} [have|show|contain] nothing [at all|]?
    is {pic} just a background and nothing else?
    nothing but background {in}, [right|correct]?
    [does|would] {pic} count as [empty|blank]?
    has {pic} got nothing [on|in] it?
    I see nothing {in}. [is it blank|is it empty|am I right|is that right]?
    I [think|believe|guess] {pic} is [empty|blank]. [am I right|is that so|true]?
    is {pic} still [empty|blank]?
    [check|verify|confirm] [that|whether] {pic} is [empty|blank].
    is the [page|sheet|paper|canvas] [empty|blank|bare] {in}?
    so there's nothing {in}, [yes|right]?
    it looks [empty|blank] to me {in}, [agree|right|do you agree]?
    are there any [things|objects|drawings] {in}?
    do you [notice|find|spot|detect|recognise] [anything|something|anything whatsoever] {in}?
    has [anything|something] been [drawn|put there|painted] {in}?
    [could|can] [anything|something] be seen {in}?
    can I [see|find] [anything|something] {in}?
    is {pic} showing [anything|something]?
    is there [anything|something] I should [see|know about|be looking at] {in}?
    [check|see|look] [if|whether] there is [anything|something] {in}.
    did [anything|something] get drawn {in}?
    does {pic} have [anything|something] [in it|on it]?
    {pic}[:|,] is [anything|something] [in it|on it|there]?
    I can't see {pic}. is there [anything|something] [in|on] it?
    """,
    clauses="""
    [if|whether] there is [anything|something] {in}
    [if|whether] {pic} is [empty|blank]
    [if|whether] {pic} is [a blank|bare|completely empty]
    [if|whether] [anything|something] is [drawn|visible|to be seen] {in}
    [if|whether] you [see|can see|find] [anything|something] {in}
    [if|whether] there is nothing {in}
    [if|whether] {pic} [shows|holds|has] [anything|something]
    [if|whether] [anything|something] [was|has been] [drawn|painted] {in}
    [if|whether] {pic} [was|has been] left [blank|empty]
    """,
    terse="""
    [empty|blank]?
    [anything|something] {in}?
    [is it|all|just|totally] [empty|blank]?
    [empty|blank], [yes or no|or not|right]?
    [nothing|nothing at all] {in}?
    [anything|something] there?
    [see|spot|find] [anything|something]?
    [anything|something] [there at all|in it|on it|visible|to see|drawn]?
    nothing there, right?
    blank [page|picture|image]?
    [empty|blank] {in}?
    [see|got] anything {in}?
    """,
)
DESCRIBE: Final = joined(_DESCRIBE, more.DESCRIBE)
EMPTY: Final = joined(_EMPTY, more.EMPTY)
