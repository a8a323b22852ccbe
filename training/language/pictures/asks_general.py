"""How people ask about a whole picture: its background, and where the rest is.

What it shows is in `pictures.asks_describe`, light and sharpness in `pictures.asks_look`.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.pictures.asks_describe import DESCRIBE, EMPTY
from anymal.training.language.pictures.asks_kind import KIND
from anymal.training.language.pictures.asks_look import IS_LOOK, LOOK

__all__ = [
    "BACKGROUND",
    "DESCRIBE",
    "EMPTY",
    "IS_BACKGROUND",
    "IS_LOOK",
    "KIND",
    "LOOK",
]

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
    <what> <colour> is used [as|for] the [background|backdrop] {in}?
    <what> <colour> is the [area|part|space|bit] [behind|around] [what is drawn|everything] {in}?
    <what> <colour> was the [paper|sheet|canvas|page] [before they drew on it|to begin with] {in}?
    [drawn|painted|set] on a background of <what> <colour> {in}?
    [not the drawing, the background|not what is drawn, but the background] {in}: <what> <colour> is it?
    never mind what is drawn, <what> <colour> is the [background|backdrop] {in}?
    my [printer|son|teacher|boss|designer] [needs|wants] the [background|backdrop] <colour> {in}. what is it?
    I [need|must|have to|want to] match the background {in}. <what> <colour> is it?
    <what> <colour> should I [fill|paint|make] the [background|backdrop] to copy {pic}?
    the [background|backdrop] {in} has <what> <colour>?
    <what> [background|backdrop] <colour> [does {pic} have|has {pic} got|did they choose for {pic}]?
    <what> <colour> [background|backdrop] [is it|is there|do you see|has it got] {in}?
    with <what> <colour> [is|was] the [background|backdrop] [painted|filled|coloured] {in}?
    what's behind everything {in}, <what> <colour>?
    <what> <colour> [lies|is put|can be seen] [behind|underneath] [it|everything|what is drawn] {in}?
    in the [background|backdrop] of {pic}, <what> <colour> [is there|do you see]?
    [kindly|please] [specify|state|mention|indicate] the [background|backdrop] <colour> {in}.
    the [background|backdrop] of {pic} is [what|which] <colour>?
    and what about the [background|backdrop] {in}, <what> <colour> is that?
    if I [wiped|rubbed|scraped|cleaned] everything off {pic}, <what> <colour> would [I see|be there|remain]?
    what would you say the [background|backdrop] <colour> is {in}?
    I [can't|cannot] see {pic}. <what> <colour> is its [background|backdrop]?
    what is [it|everything|it all] [drawn|painted|lying|sitting|standing|set] on {in}, <what> <colour>?
    what's [it|everything|it all] [drawn|painted|done] on {in}?
    on <what> <colour> is everything [drawn|painted|lying|sitting|placed] {in}?
    behind the [shapes|drawing|things|stuff] {in}[,|:] <what> <colour> is it?
    <what> <colour> is [behind|in back of|around] the [shapes|drawing|things|stuff] {in}?
    what's behind the [shapes|drawing|things|stuff] {in}?
    the [paper|sheet|page|canvas|card] {in}, <what> <colour> is it?
    the [paper|sheet|page|canvas|card] {in} is <what> <colour>?
    is the [paper|sheet|canvas] white {in}, or <what> <colour> is it?
    <what> <colour> is the [wallpaper|base|backing|board|card] {in}?
    the [empty|free|unused] [part|area|space] {in}, <what> <colour> is it?
    <what> <colour> do you see where nothing is drawn {in}?
    where nothing is drawn {in}, <what> <colour> is it?
    <what> <colour> is [it|there] in between the [shapes|drawing|things|stuff] {in}?
    apart from what is drawn, <what> <colour> is {pic}?
    not the [shapes|drawing|things|stuff] but what's behind {in}: <what> <colour> is it?
    if nothing were drawn on it, <what> <colour> would {pic} be?
    I'd like {pic} on the same [paper|card]. <what> <colour> do I need?
    [sounds daft|sounds silly|silly question], but <what> <colour> is the background {in}?
    [I'm walking|I'm driving|my hands are full], so quick: the background <colour> {in}?
    one last thing before I go: <what> <colour> is the background {in}?
    now the [background|backdrop|paper] {in}. <what> <colour> is that?
    how about the [background|backdrop|paper] {in}?
    what about behind [it|everything] {in}, <what> <colour> is that?
    [colour|color]-wise, what is the [background|backdrop|paper] {in}?
    what does the [background|backdrop] look like {in}?
    what have they put behind [it|everything] {in}?
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
    <what> <colour> the [background|backdrop] [was|is] [painted|filled|coloured] {in}
    <what> <colour> they [used|chose|picked] for the background {in}
    <what> <colour> [background|backdrop] {pic} has
    what the <colour> of the [background|backdrop] is {in}
    <what> <colour> lies behind everything {in}
    what it is all [drawn|painted|lying] on {in}
    what's behind the [shapes|drawing|things] {in}
    <what> <colour> it is where nothing is drawn {in}
    <what> <colour> of [paper|card|sheet] it is on {in}
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
    the [background|backdrop] is <what> <colour>?
    <what> [background|backdrop]?
    [background|backdrop] [please|is what]?
    [bg|background] [colour|color|clr] {in}?
    <what> <colour> [behind|at the back|in the back]?
    <what> <colour> is it [behind|at the back]?
    behind it?
    behind everything?
    drawn on what?
    on what <colour>?
    the paper?
    and behind?
    what's behind?
    <what> <colour> paper?
    what's it drawn on?
    <colour> where nothing is?
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
    isn't the [background|backdrop] {c} {in}?
    is the [background|backdrop] [really|actually|perhaps] {c} {in}?
    is what lies behind [everything|it all] {c} {in}?
    is the [area|space|part] [behind|around] what is drawn {c} {in}?
    {c} is the [background|backdrop] <colour> {in}, [right|yes|isn't it]?
    was {c} [used|chosen|picked|taken] for the [background|backdrop] {in}?
    did they [use|choose|pick|take] {c} for the [background|backdrop] {in}?
    do you [think|reckon|agree|find] the [background|backdrop] is {c} {in}?
    do you see {c} [behind everything|in the background|behind it all] {in}?
    [can|should|may] I [write|say|report|note] that the [background|backdrop] is {c} {in}?
    I [believe|guess|suppose|reckon] the [background|backdrop] {in} is {c}. [is it|correct|am I right]?
    I was told the [background|backdrop] is {c} {in}. [is it|is that right|true]?
    could the [background|backdrop] be {c} {in}?
    if I painted the background {c}, would it match {pic}?
    it looks like a {c} [background|backdrop] {in}, [right|am I right|correct|eh|innit]?
    the [background|backdrop] {in} [looks|seems] {c}, [doesn't it|right|yes]?
    is there {c} [behind everything|behind it all|in the background] {in}?
    the [background|backdrop], is it {c} {in}?
    the [background|backdrop] is {c} {in}, [innit|ain't it|eh|aye|is it not]?
    I can't see {pic}. is its [background|backdrop] {c}?
    is it {c} behind the [shapes|drawing|things|stuff] {in}?
    is it all [drawn|painted|lying|sitting] on {c} {in}?
    are things [drawn|lying|sitting|placed] on {c} {in}?
    the [paper|sheet|card] {in} is {c}, [right|isn't it|yes]?
    is the [wallpaper|base|backing|board|card] {c} {in}?
    is it {c} where nothing is drawn {in}?
    is it {c} [between|around] the [shapes|drawing|things|stuff] {in}?
    apart from what is drawn, is {pic} {c}?
    I [heard|hear] the [background|backdrop|paper] is {c} {in}. [is it|is that so|is that true]?
    [sounds daft|sounds silly|silly question], but is the background {c} {in}?
    is {c} what it's drawn on {in}?
    not the [shapes|drawing|things|stuff], the background {in}: is it {c}?
    would I need {c} [paper|card] to copy {pic}?
    if I call the [background|backdrop] {in} {c}, am I right?
    the background can't be {c} {in}, can it?
    the [background|backdrop|paper] isn't {c} {in}, is it?
    one last thing before I go: is the background {c} {in}?
    have they put {c} behind [it|everything] {in}?
    my [nan|sister|mate] says the [background|backdrop|paper] {in} is {c}. [right or wrong|is it]?
    """,
    clauses="""
    [if|whether] the [background|backdrop] is {c} {in}
    [if|whether] {pic} has a {c} [background|backdrop]
    [if|whether] {pic} is [drawn|painted] on {c}
    [if|whether] the [background|backdrop] {in} looks {c}
    [if|whether] it is {c} behind everything {in}
    [if|whether] there is a {c} [background|backdrop] {in}
    [if|whether] the [background|backdrop] could be called {c} {in}
    [if|whether] they [used|chose|picked] {c} for the background {in}
    [if|whether] the [paper|sheet|canvas] is {c} {in}
    [if|whether] it is {c} behind the [shapes|drawing|things] {in}
    [if|whether] it is {c} where nothing is drawn {in}
    [if|whether] it is all [drawn|lying] on {c} {in}
    """,
    terse="""
    {c} [background|backdrop]?
    [background|backdrop] {c}?
    is it {c} [behind|at the back]?
    [bg|back] {c}?
    [on|against] {c}?
    {c} [behind everything|behind it all|paper]?
    the [background|backdrop] {c}, [yes or no|right]?
    [background|backdrop], is it {c}?
    {c} [bg|backdrop|back]?
    is the [background|bg] {c}?
    {c} as [background|backdrop]?
    drawn on {c}?
    on {c} [paper|card]?
    is the paper {c}?
    {c} where nothing is?
    behind it {c}?
    """,
)
