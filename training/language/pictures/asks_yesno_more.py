"""More words people ask in for a yes or a no about colour and place: joined by `pictures.asks_yesno`.

Knows wording only, and that "it can't be red, can it?" is answered by whether it is; refuses to
know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["IS_AT", "IS_COLOUR"]

IS_COLOUR: Final = asking(
    direct="""
    I [heard|hear] {it} {in} is {colour}. [is it|is that so|is that true]?
    did I hear right that {it} is {colour} {in}?
    does it sound right that {it} is {colour} {in}?
    my [nan|gran|sister|mum] says {it} {in} is {colour}. [is she right|has she got it right]?
    my [grandad|brother|boss|mate] says {it} {in} is {colour}. [is he right|has he got it right]?
    is it {colour}, {it} {in}?
    that's {colour}, {it} {in}, [right|yes|isn't it]?
    is {colour} what {it} is [painted|drawn|coloured] in {in}?
    is {it} [dressed|decked out|done up|all] in {colour} {in}?
    is {it} wearing {colour} {in}?
    does {it} come in {colour} {in}?
    {it} comes in {colour} {in}, [right|yes|true]?
    has {it} [turned out|come out|ended up] {colour} {in}?
    if I call {it} {in} {colour}, am I right?
    [I'm walking|I'm driving|my hands are full|I'm in a rush], so quick: is {it} {colour} {in}?
    [sounds daft|sounds silly|silly question|stupid question], but is {it} {colour} {in}?
    not the background, but {it}: is it {colour} {in}?
    [don't tell me|never mind] where {it} is, just [say|tell me] if it's {colour} {in}.
    one last thing before I go: is {it} {colour} {in}?
    before we [go|leave|move on]: is {it} {colour} {in}?
    [be honest|tell me straight|hand on heart], is {it} {colour} {in}?
    I'd bet [my hat|a fiver|my lunch] {it} is {colour} {in}. [do I win|am I right]?
    [in this light|from here|from where I stand] {it} looks {colour} {in}. is it?
    does {it} {in} [strike you as|seem|appear] {colour} [to you|]?
    {it} can't be {colour} {in}, can it?
    surely {it} isn't {colour} {in}, is it?
    is there {colour} [paint|ink] on {it} {in}?
    is {it} [supposed|meant] to be {colour} {in}?
    should I [paint|colour] {it} {colour} if I copy {pic}?
    {it} {in} is {colour} and not [another|some other] [colour|color], [right|yes|true]?
    you [think|reckon|say] {it} is {colour} {in}?
    would you paint {it} {colour} [to copy|if you copied] {pic}?
    what about {it} {in}, is [it|that] {colour}?
    now {it}: is [it|that] {colour} {in}?
    """,
    clauses="""
    [if|whether] {it} [came out|turned out|comes in] {colour} {in}
    [if|whether] {it} is [dressed|done|all] in {colour} {in}
    [if|whether] I may call {it} {colour} {in}
    whether or not {it} is {colour} {in}
    [if|whether] it's {colour}, {it} {in}
    """,
    terse="""
    {it}, is that {colour}?
    {it} in {colour}?
    {colour}, is it, {it}?
    so {it} is {colour}?
    and {it}, {colour}?
    {it} all {colour}?
    {it} isn't {colour}, is it?
    """,
)

IS_AT: Final = asking(
    direct="""
    I [heard|hear] {it} is {where} {in}. [is it|is that so|is that true]?
    did I hear right that {it} is {where} {in}?
    is it {where}, {it} {in}?
    that's {it} {where} {in}, [right|yes|isn't it]?
    the [thing|one|shape] {where} {in}, is that {it}?
    is {it} the [thing|one|shape] {where} {in}?
    does {it} have its [seat|home|spot] {where} {in}?
    is {it} [parked|stuck|hung|glued|resting|tucked away|lurking|stood] {where} {in}?
    did {it} [end up|land|go] {where} {in}?
    has {it} [ended up|landed|gone] {where} {in}?
    do my eyes find {it} {where} {in}?
    to see {it}, do I look {where} {in}?
    am I right to look {where} for {it} {in}?
    is {where} the right place to look for {it} {in}?
    my [nan|gran|sister|mum] says {it} is {where} {in}. [is she right|has she got it right]?
    my [grandad|brother|boss|mate] says {it} is {where} {in}. [is he right|has he got it right]?
    [I'm walking|I'm driving|my hands are full|I'm in a rush], so quick: is {it} {where} {in}?
    [sounds daft|sounds silly|silly question|stupid question], but is {it} {where} {in}?
    one last thing before I go: is {it} {where} {in}?
    before we [go|leave|move on]: is {it} {where} {in}?
    [be honest|tell me straight|hand on heart], is {it} {where} {in}?
    I'd bet [my hat|a fiver|my lunch] {it} is {where} {in}. [do I win|am I right]?
    {it} can't be {where} {in}, can it?
    surely {it} isn't {where} {in}, is it?
    {it} lives {where} {in}, [right|yes|doesn't it]?
    I'd have to look {where} to see {it} {in}, [right|yes|wouldn't I]?
    [don't tell me|never mind] how big {it} is, just [say|tell me] if it's {where} {in}.
    {it} [sits|stands|lies] {where} {in}: [true or false|right or wrong|yes or no]?
    {it} {in}: {where}, or [not|elsewhere|somewhere else]?
    could it be that {it} is {where} {in}?
    would I [run into|come across|meet] {it} {where} {in}?
    look {where} {in}. is {it} there?
    what about {it} {in}, is [it|that] {where}?
    now {it}: is [it|that] {where} {in}?
    should my copy of {pic} have {it} {where}?
    """,
    clauses="""
    [if|whether] {it} [ended up|landed|has its place] {where} {in}
    [if|whether] {it} is the one {where} {in}
    whether or not {it} is {where} {in}
    [if|whether] it's {where}, {it} {in}
    [if|whether] I [must|have to] look {where} to see {it} {in}
    """,
    terse="""
    {it}, is that {where}?
    so {it} is {where}?
    and {it}, {where}?
    {it} there, {where}?
    {where}, is it, {it}?
    {it} isn't {where}, is it?
    """,
)
