"""How people ask where one drawn shape is as seen from another.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["SIDE", "WHERE_TO"]

SIDE: Final = asking(
    direct="""
    is {a} {one} or {other} {b} {in}?
    is {a} {one} {b} or {other} it {in}?
    is {a} {in} {one} or {other} {b}?
    {in} is {a} {one} or {other} {b}?
    {a}[,|:] is it {one} or {other} {b} {in}?
    {one} or {other} {b}[,|:] where is {a} {in}?
    would you say {a} is {one} or {other} {b} {in}?
    [does|will] {a} [lie|sit|stand|come|appear] {one} or {other} {b} {in}?
    [did they|did somebody|did the artist] [draw|put|place|paint] {a} {one} or {other} {b} {in}?
    [was|is] {a} [drawn|placed|put|shown] {one} or {other} {b} {in}?
    do [I|you|we] [see|find|have] {a} {one} or {other} {b} {in}?
    [which is it|what is it], is {a} {one} or {other} {b} {in}?
    [looking|going|starting] from {b}, is {a} {one} or {other} it {in}?
    as seen from {b}, is {a} {one} or {other} it {in}?
    I can't [tell|make out|see] if {a} is {one} or {other} {b} {in}. which is it?
    I need to know: {a} {in}, is it {one} or {other} {b}?
    [compared to|relative to|next to] {b}, is {a} {one} or {other} it {in}?
    [one of us says|my friend says] {a} is {one} {b}, [the other|my brother] says {other}. who is right?
    should I look {one} or {other} {b} for {a} {in}?
    to find {a} {in}, do I look {one} or {other} {b}?
    is it {one} or {other} {b} that {a} is {in}?
    tell me [one thing|this]: is {a} {one} or {other} {b} {in}?
    {a} is {one} or {other} {b} {in}?
    where's {a} {in}, {one} or {other} {b}?
    where [do I find|will I see|must I look for] {a} {in}, {one} or {other} {b}?
    is {a} {one} {b} {in}? or [is it|] {other} it?
    is {a} {one} {b} {in}, or is it {other} it?
    do you see {a} {one} {b}, or {other} it {in}?
    which is [true|right|correct] {in}: {a} is {one} {b}, or {other} it?
    [pick one|choose|one of the two]: {a} is {one} or {other} {b} {in}?
    {a} {in}: {one} {b}, or rather {other} it?
    I'm at {b}. is {a} {one} or {other} it {in}?
    my finger is on {b}. is {a} {one} or {other} it {in}?
    [imagine|suppose|pretend] you [stand|sit|start] at {b}. is {a} {one} or {other} it {in}?
    take {b} {in}. is {a} {one} or {other} it?
    I [forget|forgot|don't remember|am not sure] if {a} is {one} or {other} {b} {in}. [which is it|which]?
    does {a} [hang|float|rest|live|go|belong] {one} or {other} {b} {in}?
    has {a} been [drawn|placed|put] {one} or {other} {b} {in}?
    [have they|has somebody] [drawn|put|placed] {a} {one} or {other} {b} {in}?
    if I go from {b} to {a} {in}, do I end up {one} or {other} it?
    I think {a} is {one} {b}, or is it {other} it {in}?
    [we're arguing|we have a bet|we can't agree]: is {a} {one} or {other} {b} {in}?
    I see both, {a} and {b}. is {a} {one} or {other} {b} {in}?
    with {b} [as a guide|as my mark|in mind], is {a} {one} or {other} it {in}?
    [tell me|say] where {a} is {in}, {one} or {other} {b}.
    it's either {one} or {other} {b} {in}: where is {a}?
    {a} {in} is either {one} or {other} {b}. which?
    I can find {b} but not {a}. is it {one} or {other} {b} {in}?
    would I [find|see|meet] {a} {one} or {other} {b} {in}?
    [if I drew|to draw|to copy] it myself, would {a} go {one} or {other} {b} {in}?
    {a} {in}, [would that be|is that] {one} or {other} {b}?
    """,
    clauses="""
    [if|whether] {a} is {one} or {other} {b} {in}
    [if|whether] {a} {in} is {one} {b} or {other} it
    [if|whether] {a} [lies|sits|is drawn|stands] {one} or {other} {b} {in}
    [if|whether] I have to look {one} or {other} {b} for {a} {in}
    [if|whether] I find {a} {one} or {other} {b} {in}
    [if|whether] {a} was [drawn|put|placed] {one} or {other} {b} {in}
    where {a} is {in}, {one} or {other} {b}
    [if|whether] {a} is {one} {b} {in} or rather {other} it
    """,
    terse="""
    {a}: {one} or {other} {b}?
    {a}, {one} or {other} {b}?
    {a} {one} or {other} {b}?
    {one} or {other} {b}, {a}?
    {one} {b} or {other}, {a}?
    is {a} {one} or {other} {b}?
    {a}, is it {one} {b} or {other}?
    {one} or {other} {b}: {a}?
    where's {a}, {one} or {other} {b}?
    {a} {in}: {one} or {other} {b}?
    """,
)
WHERE_TO: Final = asking(
    direct="""
    where is {a} [relative to|in relation to|compared to|as seen from|with respect to|seen from] {b} {in}?
    where is {a} {in} [relative to|in relation to|compared to|as seen from|with respect to] {b}?
    where is {a} if you [look from|start from|start at|stand at|go from] {b} {in}?
    where [does|would] {a} [lie|sit|stand|appear] [relative to|compared to|in relation to|as seen from] {b} {in}?
    on [which|what] side of {b} is {a} {in}?
    on [which|what] side of {b} [do you see|can you see|do I find|would I find] {a} {in}?
    [which|what] side of {b} is {a} on {in}?
    [which|what] way from {b} is {a} {in}?
    [which|what] way do I [go|look|move|turn] from {b} to [get to|find|reach|see] {a} {in}?
    in [which|what] direction from {b} is {a} {in}?
    in [which|what] direction [do I look|should I look|must I look|would I go] from {b} to find {a} {in}?
    how do I get from {b} to {a} {in}?
    from {b}, where is {a} {in}?
    [starting from|seen from|going from|looking from] {b}, where is {a} {in}?
    [relative to|in relation to|compared to|with respect to] {b}, where is {a} {in}?
    my finger is on {b}. where [is|do I find] {a}?
    I have found {b} {in}. [where is|where do I find|and] {a}?
    how are {a} and {b} placed to each other {in}?
    [describe|explain|give me|tell me|state] [where|the position of] {a} [is from|relative to|in relation to] {b} {in}.
    [describe|explain|give|tell me] the position of {a} [relative to|in relation to|with respect to] {b} {in}.
    where did they [draw|put|place] {a} [relative to|in relation to|compared to] {b} {in}?
    where [has|was] {a} [been put|drawn|placed] [relative to|in relation to|as seen from] {b} {in}?
    {a} {in}, where is it [relative to|in relation to|compared to|as seen from] {b}?
    where would you say {a} is [relative to|compared to|in relation to] {b} {in}?
    what is the [position|place] of {a} [relative to|in relation to|with respect to] {b} {in}?
    where is {a} from {b} {in}?
    where's {a} to {b} {in}?
    whereabouts is {a} [compared with|relative to|from|as seen from] {b} {in}?
    how does {a} [lie|sit|stand] [from|relative to|as seen from] {b} {in}?
    how is {a} [placed|positioned|situated|arranged] [relative to|with regard to|compared with] {b} {in}?
    [I'm at|I stand at|I'm standing on|I start at] {b}. [which way|in which direction|where] is {a} {in}?
    [pretend|imagine|suppose] you [are on|sit on|stand at] {b}. [which way|where] is {a} {in}?
    if I'm at {b}, [which way|where|in what direction] is {a} {in}?
    if I were [an ant|a bug|a mouse] on {b}, which way would I [run|crawl|walk] to {a} {in}?
    if {b} [is|were] my starting point, where is {a} {in}?
    take {b} as [the starting point|your reference|the mark]. where is {a} {in}?
    with {b} as [reference|the starting point|my landmark], where is {a} {in}?
    I [walk|go|travel|move] from {b} to {a} {in}. [which way|in what direction] [do I go|is that]?
    [guide|lead|direct] [me|my finger|my eyes] from {b} to {a} {in}.
    I'm [touching|pointing at|looking at] {b}. [where must I go for|which way is|how do I reach] {a} {in}?
    my eyes are on {b}. which way [do they move|do I look] to [see|find] {a} {in}?
    what's the [way|direction] from {b} to {a} {in}?
    what direction [takes me|gets me|leads] from {b} to {a} {in}?
    up, down, left or right: which way [is it|] from {b} to {a} {in}?
    above, below, left or right: where is {a} [from|as seen from|relative to] {b} {in}?
    I [can see|found|have] {b} but not {a} {in}. [which way do I look|where from there]?
    they [drew|put|placed] {a} on [which|what] side of {b} {in}?
    {a} is on [which|what] side of {b} {in}?
    {a} is where, [seen from|starting from|if I start at] {b} {in}?
    [going by|judging from|measured from] {b}, where is {a} {in}?
    where do I [look|go] to find {a} if I start at {b} {in}?
    where [would|should] I draw {a} [relative to|in relation to] {b} {in}?
    to which side of {b} [is|do you find|would you look for] {a} {in}?
    [I'm blind|I can't see well]. where is {a} [relative to|as seen from|from] {b} {in}?
    I need directions from {b} to {a} {in}.
    [describe|explain|tell me] the way from {b} to {a} {in}.
    """,
    clauses="""
    where {a} is [relative to|in relation to|compared to|as seen from|with respect to] {b} {in}
    on [which|what] side of {b} {a} is {in}
    [which|what] side of {b} {a} is on {in}
    in [which|what] direction from {b} {a} is {in}
    how to get from {b} to {a} {in}
    which way I must look from {b} to find {a} {in}
    where I find {a} if I start at {b} {in}
    which way {a} is from {b} {in}
    which way [I go|to go|to move|one must look] from {b} to {a} {in}
    how {a} [lies|is placed] [relative to|as seen from] {b} {in}
    to which side of {b} {a} lies {in}
    where {a} is, [going by|starting from] {b} {in}
    """,
    terse="""
    {a} [relative to|from|compared to|as seen from] {b}?
    from {b} to {a}: which way?
    [which|what] side of {b}, {a}?
    where is {a} from {b}?
    way from {b} to {a}?
    direction from {b} to {a}?
    {b} to {a}, which direction?
    {a}, seen from {b}?
    where's {a} to {b}?
    {a}: which side of {b}?
    which way to {a} from {b}?
    """,
)
