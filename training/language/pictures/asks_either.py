"""How people ask which of two it is: what is there, what colour, what shape; which digit is imported.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.pictures.asks_either_digit import DIGIT

__all__ = ["COLOUR", "DIGIT", "SHAPE", "THERE"]

THERE: Final = asking(
    direct="""
    is there {a} or {b} {in}?
    is there {a} or [rather|maybe|perhaps] {b} {in}?
    is it {a} or {b} [that I see|that you see|we see] {in}?
    is that {a} or {b} {in}?
    is it {a} or {b} {in}?
    do you see {a} or {b} {in}?
    [can you see|can you spot|can you find|do you find|do you spot|do you notice] {a} or {b} {in}?
    {in} is there {a} or {b}?
    which is {in}, {a} or {b}?
    which [one|of the two|of these] [is there|do you see|is shown|can you see|is drawn] {in}, {a} or {b}?
    what is {in}, {a} or {b}?
    what [do you see|is there|can you see|is shown|have we got|have we here] {in}, {a} or {b}?
    [am I|are we|are you] looking at {a} or {b} {in}?
    does {pic} [show|have|contain|hold|include] {a} or {b}?
    did they draw {a} or {b} {in}?
    [was|is] {a} or {b} [drawn|shown|painted] {in}?
    {a} or {b} {in}, [what is it|which is it|which one|what do you see]?
    {a} or {b}: which [is|can be seen|is there] {in}?
    I can't tell if [there is|it is|that is|this is] {a} or {b} {in}. which is it?
    I [think|believe] I see {a}, or is [it|that] {b} {in}?
    [one of us sees|my friend sees] {a}, the other {b} {in}. who is right?
    would you [call that|say that is|say it is] {a} or {b} {in}?
    have we got {a} or {b} {in}?
    is {a} there, or {b} {in}?
    there is {a} {in}, or is it {b}?
    what have [we|you|I] [here|got] {in}: {a} or {b}?
    which do [we|you|I] have {in}, {a} or {b}?
    is there {a} {in}? or [is there|is it|] {b}?
    is it {a} that [is there|you see|they drew] {in}, or {b}?
    either {a} or {b} {in}: [which|which one|which is it]?
    could be {a}, could be {b} {in}. [which|which is it|what do you think]?
    looks like {a}, or [is it|maybe|perhaps] {b} {in}?
    [some say|my brother says|she says] {a}, [others say|I say|he says] {b}. what do you see {in}?
    [we're arguing|we have a bet|we can't agree]: is there {a} or {b} {in}?
    I [can't decide|can't make up my mind|am torn] between {a} and {b}. which [is|do you see] {in}?
    between {a} and {b}, which [one|] is {in}?
    of {a} and {b}, which [one|] [do you see|is there|can be seen|did they draw] {in}?
    [choose|pick|pick one|make your choice]: {a} or {b} {in}?
    [have they|has somebody] [drawn|put|painted] {a} or {b} {in}?
    was it {a} or {b} that [they|somebody] [drew|painted|put] {in}?
    has {pic} [got|] {a} or {b}?
    is {pic} of {a} or {b}?
    is it a picture [of|with] {a} or {b}?
    I [hear|heard|read] there is {a} or {b} {in}. [which|which one|which is it]?
    should I [write|say|tick|note] {a} or {b} for {pic}?
    [will|would|do|can] I [see|find|get] {a} or {b} {in}?
    what [would I find|did they draw|did somebody put|is on show] {in}, {a} or {b}?
    [someone|a child|somebody] drew {a} or {b} {in}. which [was|is] it?
    [tell me|say|name] which [one|of the two] is {in}: {a} or {b}.
    [tell me|say] what there is {in}, {a} or {b}.
    [my eyes are bad|I'm blind|it's too small for me]. is there {a} or {b} {in}?
    {a}? {b}? [which is it|which do you see|what is there] {in}?
    out of these two, {a} or {b}, which [is there|do you see] {in}?
    is it {a} we have {in} or is it {b}?
    it's {a} or it's {b} {in}. [which|tell me which|which is it]?
    is {a} or is {b} [to be seen|present|visible|in there] {in}?
    do you get {a} or {b} {in}?
    """,
    clauses="""
    [if|whether] there is {a} or {b} {in}
    [if|whether] it is {a} or {b} {in}
    [if|whether] you see {a} or {b} {in}
    which of the two is {in}, {a} or {b}
    what is {in}, {a} or {b}
    [if|whether] they drew {a} or {b} {in}
    [if|whether] {pic} [shows|has|holds] {a} or {b}
    [if|whether] I am looking at {a} or {b} {in}
    [if|whether] {a} is there or {b} {in}
    which [you see|there is|they drew] {in}, {a} or {b}
    """,
    terse="""
    {a} or {b}?
    {a}, or {b}?
    {a} or {b} {in}?
    {a}? or {b}?
    which, {a} or {b}?
    {in} {a} or {b}?
    {a} vs {b}?
    see {a} or {b}?
    {a} or {b}: which?
    is it {a} or {b}?
    got {a} or {b} {in}?
    {a} or else {b}?
    """,
)
COLOUR: Final = asking(
    direct="""
    is {it} {a} or {b} {in}?
    is {it} {in} {a} or {b}?
    {in} is {it} {a} or {b}?
    is {it} [more|rather|really|actually] {a} or {b} {in}?
    is {it} {a}, or is it {b} {in}?
    is the <colour> of {it} {a} or {b} {in}?
    which <colour> is {it} {in}, {a} or {b}?
    what <colour> is {it} {in}, {a} or {b}?
    what is {it} {in}, {a} or {b}?
    {it} {in}[,|:] is it {a} or {b}?
    {it} {in}[,|:] {a} or {b}?
    would you [call {it}|say {it} is] {a} or {b} {in}?
    does {it} [look|seem|appear] {a} or {b} {in}?
    did they [paint|draw|make|colour] {it} {a} or {b} {in}?
    [was|is] {it} [painted|drawn|coloured|done] {a} or {b} {in}?
    [was|is] {it} [painted|drawn|done] in {a} or in {b} {in}?
    I can't tell if {it} is {a} or {b} {in}. which is it?
    I see {it} as {a}, [my wife|my friend|my son] as {b}. who is right?
    [I am colour-blind|I can't see colours|I'm blind]: is {it} {a} or {b} {in}?
    do you see {it} in {a} or in {b} {in}?
    [pick|choose] one: is {it} {a} or {b} {in}?
    {a} or {b}[,|:] which is {it} {in}?
    is it {a} or {b} that {it} is {in}?
    is it {a} or {b}, {it} {in}?
    what [would you call|do you call] {it} {in}, {a} or {b}?
    is {it} {a}? or [is it|rather|] {b} {in}?
    is it {a} {it} is {in}, or {b}?
    which is [right|correct|true] for {it} {in}, {a} or {b}?
    [which|what] [crayon|pen|paint|felt tip] did they use for {it} {in}, {a} or {b}?
    did they use [the|] {a} or [the|] {b} [crayon|paint|pen|ink] for {it} {in}?
    if I [copied|drew|painted] {it} {in}, would I [use|need|take] {a} or {b}?
    should I [paint|draw|colour|do] {it} {a} or {b} to copy {pic}?
    [we're arguing|we have a bet|we can't agree]: is {it} {a} or {b} {in}?
    I'd say {it} is {a}, or is it {b} {in}?
    I bet on {a}, my [sister|friend|brother|boss] on {b}: [who is right about|which is] {it} {in}?
    {it} could be {a}, could be {b} {in}. which [is it|]?
    either {a} or {b}: which [is|was] {it} {in}?
    I [can't decide|am not sure] whether {it} is {a} or {b} {in}. [which is it|what do you say]?
    [does|would] {it} count as {a} or {b} {in}?
    does {it} have the <colour> {a} or {b} {in}?
    [have they|has somebody] [painted|drawn|coloured|done] {it} {a} or {b} {in}?
    did {it} come out {a} or {b} {in}?
    {a} or {b}, [what's|how would you call|what would you say is] {it} {in}?
    [looking at|as for|take] {it} {in}: {a} or {b}?
    between {a} and {b}, which [fits|suits|matches] {it} {in}?
    {it} {in} is {a} or {b}?
    {it} [looks|seems] {a} or {b} to you {in}?
    [tell me|say] [what {it} is|how {it} is coloured] {in}, {a} or {b}.
    [the light is bad|it's dark here]. is {it} {a} or {b} {in}?
    {it}: would you go for {a} or {b} {in}?
    is {it} filled [in|] with {a} or [with|] {b} {in}?
    """,
    clauses="""
    [if|whether] {it} is {a} or {b} {in}
    [if|whether] {it} {in} is {a} or {b}
    [if|whether] {it} looks {a} or {b} {in}
    which {it} is {in}, {a} or {b}
    [if|whether] they [painted|drew|coloured] {it} {a} or {b} {in}
    [if|whether] the <colour> of {it} {in} is {a} or {b}
    whether to call {it} {a} or {b} {in}
    what <colour> {it} has {in}, {a} or {b}
    """,
    terse="""
    {it}, {a} or {b}?
    {it}: {a} or {b}?
    {it} {a} or {b}?
    {a} or {b}, {it}?
    is {it} {a} or {b}?
    {it}: {a}? {b}?
    {a} or {b} for {it}?
    {it} {in}: {a} or {b}?
    which, {a} or {b}, {it}?
    """,
)
SHAPE: Final = asking(
    direct="""
    is {it} {a} or {b} {in}?
    is {it} {in} {a} or {b}?
    {in} is {it} {a} or {b}?
    is {it} {a}, or is it {b} {in}?
    is {it} [more like|rather|really|actually] {a} or {b} {in}?
    what is {it} {in}, {a} or {b}?
    what [shape|form] is {it} {in}, {a} or {b}?
    which is {it} {in}, {a} or {b}?
    {it} {in}[,|:] is it {a} or {b}?
    would you [call {it}|say {it} is] {a} or {b} {in}?
    does {it} [look like|have the shape of] {a} or {b} {in}?
    is {it} [shaped like|in the shape of|in the form of] {a} or {b} {in}?
    did they draw {it} as {a} or as {b} {in}?
    [was|is] {it} drawn as {a} or {b} {in}?
    I can't tell if {it} is {a} or {b} {in}. which is it?
    do you see {it} as {a} or as {b} {in}?
    {a} or {b}[,|:] what is {it} {in}?
    [I think|my son thinks] {it} is {a}, or is it {b} {in}?
    [pick|choose] one: is {it} {a} or {b} {in}?
    is it {a} or {b}, {it} {in}?
    is {it} {a}? or [is it|rather|] {b} {in}?
    is it {a} {it} is {in}, or {b}?
    is {it} [meant|supposed] to be {a} or {b} {in}?
    what is {it} [meant|supposed] to be {in}, {a} or {b}?
    does {it} [remind you|make you think] of {a} or [of|] {b} {in}?
    should I call {it} {a} or {b} {in}?
    would [a child|my teacher|you|people] call {it} {a} or {b} {in}?
    does {it} count as {a} or {b} {in}?
    could {it} be {a}, or is it {b} {in}?
    I see {it} as {a}, my [friend|sister|brother|wife] as {b} {in}. who is right?
    [we're arguing|we have a bet|we can't agree]: is {it} {a} or {b} {in}?
    I [can't decide|am not sure] whether {it} is {a} or {b} {in}. [which is it|what do you say]?
    [have they|has somebody] drawn {it} as {a} or as {b} {in}?
    does {it} [have|show] the outline of {a} or of {b} {in}?
    if I [traced|felt|cut out] {it} {in}, would I [get|have] {a} or {b}?
    if I [copied|drew] {it} {in}, would I [draw|have to draw] {a} or {b}?
    {it} could be {a}, could be {b} {in}. which [is it|]?
    either {a} or {b}: which is {it} {in}?
    between {a} and {b}, which [fits|describes|matches] {it} {in}?
    [looking at|as for|take] {it} {in}: {a} or {b}?
    {it} {in} is {a} or {b}?
    {it} [looks|seems] like {a} or {b} to you {in}?
    [tell me|say] what {it} is {in}, {a} or {b}.
    by its [corners|edges|outline], is {it} {a} or {b} {in}?
    do you make {it} {a} or {b} {in}?
    [I'm blind|my eyes are bad|it's blurry to me]: is {it} {a} or {b} {in}?
    """,
    clauses="""
    [if|whether] {it} is {a} or {b} {in}
    [if|whether] {it} {in} is {a} or {b}
    [if|whether] {it} looks like {a} or {b} {in}
    what {it} is {in}, {a} or {b}
    [if|whether] {it} is meant to be {a} or {b} {in}
    [if|whether] {it} was drawn as {a} or {b} {in}
    whether to call {it} {a} or {b} {in}
    what [shape|form] {it} has {in}, that of {a} or {b}
    """,
    terse="""
    {it}, {a} or {b}?
    {it}: {a} or {b}?
    {a} or {b}, {it}?
    is {it} {a} or {b}?
    {it}: {a}? {b}?
    {it} {a} or {b}?
    {it} {in}: {a} or {b}?
    which, {a} or {b}, {it}?
    """,
)
