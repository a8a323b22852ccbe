"""More words people ask in what a picture shows and whether it is empty: joined by `pictures.asks_describe`.

Knows wording only; refuses to know facts and answers. Of `EMPTY`, patterns that ask whether something
is there hold none of the words empty, blank, bare and nothing, and the others hold one.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["DESCRIBE", "EMPTY"]

DESCRIBE: Final = asking(
    direct="""
    [tell me|say] what's [on|there in|there on] {pic}.
    what have we here, in {pic}?
    I can't [make head or tail of|work out|figure out|make out] {pic}. what [is it|does it show]?
    what's going on [on|inside|in] {pic}?
    what's there [in|on] {pic}?
    what would I see {in} if my eyes were better?
    [in a nutshell|long story short|bottom line|simply put], what does {pic} show?
    {pic}[,|:] [in a nutshell|give me the gist|the gist please|a few words please].
    [I'm walking|I'm driving|my hands are full|I'm in a rush], so quick: what's in {pic}?
    [sounds daft|sounds silly|silly question|stupid question], but what is {pic} of?
    what does {pic} want to [tell|show] me?
    what's {pic} got [in it|on it]?
    what [do you make|can you make|would you make] of {pic}?
    how do you [see|read] {pic}?
    what did [I|we] [capture|get|catch] in {pic}?
    what did my camera [catch|get|pick up] in {pic}?
    help me see {pic}.
    let me see {pic} through your eyes.
    show me {pic} with words.
    who or what is in {pic}?
    who is in {pic}, or what?
    is there [anything|something] worth telling about {pic}? [describe it|what is it]?
    my eyes aren't what they were. what's in {pic}?
    I [forgot|left|lost|broke] my glasses. what's in {pic}?
    what would you tell [my nan|a friend|someone on the phone|a child] about {pic}?
    before we [go|leave|move on]: what's in {pic}?
    one last thing before I go: what's in {pic}?
    no need to count[,|:] just [describe|tell me about] {pic}.
    what sort of [stuff|things] [did they|have they] put in {pic}?
    {pic}, [tell me about it|what do you reckon it shows|what's there to see]?
    could you [give me an idea|paint a picture] of what's in {pic}?
    what should I [imagine|picture] when I think of {pic}?
    I want to [know|hear] all about {pic}.
    what do I have [before me|in front of me|under my nose]?
    what's [before|in front of] my [eyes|nose]?
    what's right in front of me?
    what am I [facing|staring at|holding up to you|showing you]?
    look what I've got. what is it?
    look here, what do you see?
    look, what's that?
    have you seen {pic}? what's in it?
    {pic} has what in it?
    let's talk about {pic}. what [is in it|does it show|do you see]?
    what would a painter say {pic} shows?
    give a [running|short|little] commentary on {pic}.
    I was handed {pic}. what [am I holding|is on it|is it of]?
    there's [something|a lot|stuff] in {pic}, but what?
    is {pic} hard to describe? have a go.
    """,
    clauses="""
    what's on {pic}
    what there is in {pic}
    what I [captured|caught|got] in {pic}
    what's going on in {pic}
    what to [imagine|picture] for {pic}
    what {pic} has got in it
    who or what is in {pic}
    what you make of {pic}
    """,
    terse="""
    what've we got?
    what've we got {in}?
    what's in front of my [nose|eyes]?
    what have they drawn?
    run me through it.
    tell me about it.
    what am I [showing you|holding up|staring at|pointing at]?
    say what's [there|on there|in it].
    what's going on?
    what you got?
    in a nutshell?
    give me the gist.
    well, what is it?
    who or what is [this|that]?
    what's [this|that|it] then?
    what [do you|d'you] make of [this|that|it]?
    and what do you see now?
    help me see.
    what've [they|you] got there?
    look, what's this?
    """,
)
EMPTY: Final = asking(
    direct="""
    is there nothing but [paper|one colour|background] {in}?
    am I looking at nothing [at all|] {in}?
    did they leave {pic} [empty|blank]?
    is it all [blank|empty] {in}, or not?
    there's nothing to [see|report|describe] {in}, [right|yes|correct]?
    I [heard|was told] {pic} is [empty|blank]. [is it|is that so|true]?
    could {pic} be [empty|blank]?
    is nothing [there|to be seen] {in}?
    [sounds daft|sounds silly|silly question], but is {pic} [empty|blank]?
    one last thing before I go: is {pic} [empty|blank]?
    is the [sheet|page|card|paper] still [blank|empty] {in}?
    is it [empty|blank], {pic}?
    did nobody draw a thing {in}, is it blank?
    does {pic} look [empty|blank] [to you|]?
    has {pic} come out [blank|empty]?
    did the [camera|lens] [catch|get|pick up] [anything|something] {in}?
    is there [anything|something] to [report|look at|talk about|tell me] {in}?
    have they drawn [anything|something] {in}?
    is there [some|any] [sort|kind] of [drawing|thing] {in}?
    have I got [anything|something] to look at {in}?
    does [anything|something] [catch|meet] your eye {in}?
    is [anything|something] going on {in}?
    [I'm walking|I'm driving|my hands are full], so quick: is there [anything|something] {in}?
    has somebody [drawn on|painted on|scribbled on] {pic}?
    [sounds daft|sounds silly|silly question], but is there [anything|something] {in}?
    [never mind|don't tell me] what it is, just say if there is [anything|something] {in}.
    before we [go|leave|move on]: is there [anything|something] {in}?
    """,
    clauses="""
    [if|whether] {pic} is [still|all|really] [empty|blank]
    [if|whether] nothing was [drawn|put] {in}
    [if|whether] there's [anything|something] to [look at|report|describe] {in}
    [if|whether] they drew [anything|something] {in}
    """,
    terse="""
    all blank?
    nothing on it?
    nothing drawn?
    still [empty|blank]?
    anything at all?
    anything at all {in}?
    anything on there?
    anything drawn?
    something or other there?
    """,
)
