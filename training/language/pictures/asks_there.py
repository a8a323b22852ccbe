"""How people ask whether a drawn thing, or a person, is there at all.

Knows wording only, and that "there is no ..., is there?" is answered by what is there; refuses to
know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.pictures import asks_there_more as more

__all__ = ["ANYONE", "IS_THERE"]

_ANYONE: Final = asking(
    direct="""
    is [anyone|anybody|someone|somebody] [there|] {in}?
    is there [anyone|anybody|someone|somebody|a man or woman] {in}?
    do you see [anyone|anybody|someone|somebody|people|any people] {in}?
    are there [people|any people|humans] {in}?
    can you see [anyone|anybody|someone|somebody|people] {in}?
    does {pic} show [anyone|anybody|somebody|people]?
    is [anyone|anybody|somebody] [standing|visible|to be seen] {in}?
    {in} is there [anyone|anybody|somebody]?
    there's [someone|somebody|a person] {in}, [isn't there|right|yes|am I right|no]?
    there's [someone|somebody|a person] in there somewhere, isn't there?
    there's [nobody|no one|no person] {in}, is there?
    I [don't see|can't see|can't find] [anyone|anybody|a soul] {in}, [do you|can you]?
    isn't there [someone|somebody|a person|anybody] {in}?
    [any|is there any] sign of [people|a person|a human|human life] {in}?
    is [anyone|anybody|somebody] [around|about|out there|out and about] {in}?
    did they [draw|put|include] [anyone|anybody|a person|people|a human figure] {in}?
    does {pic} have [a person|a human|people|anybody|somebody] in it?
    is it just me or is there [someone|somebody|a person] {in}?
    do I see [someone|somebody|a person|a human figure] {in}?
    am I right [in thinking|] that there is [someone|somebody|a person] {in}?
    [true or false|right or wrong]: there is [someone|somebody|a person] {in}.
    is there a [human figure|living human|guy or a lady|man, woman or child] {in}?
    could you [check|look] [if|whether] [anyone|anybody|someone] is to be seen {in}?
    are there any [folks|humans|people|persons|human beings] {in}?
    I think [I see|there is] [someone|somebody|a person] {in}. [is that right|am I right|do I]?
    would I [see|meet|find] [anyone|anybody|a person|people] {in}?
    so [we have|there is|there's] [someone|a person] {in}, [yes|right|correct]?
    [do|can] you spot [anyone|anybody|a human|somebody] {in}?
    has {pic} got [anyone|anybody|somebody|a person] in it?
    is there a [bloke|chap|guy|fellow] or a [lady|woman|girl] {in}?
    can [anyone|anybody|a person|a human] be [seen|spotted|found|made out] {in}?
    is a [person|human|human being] [present|visible|there|shown|to be seen] {in}?
    have they [drawn|put|painted] [anyone|anybody|a person] {in}?
    {pic} has [somebody|someone|a person] in it, [right|doesn't it|yes|no]?
    there isn't [anyone|anybody|a person] {in}, is there?
    there aren't any [people|humans] {in}, are there?
    you don't see [anyone|anybody|any people] {in}, do you?
    does [anyone|anybody|somebody|a person] [appear|show up|feature] {in}?
    is there [at least one|even one|a single] [person|human|human being] {in}?
    I am looking for [people|a human|a person] {in}. [any luck|is there one|do you see one]?
    is [somebody|someone|anyone|a person|a human] [in|part of] {pic}?
    my [son|friend|wife] [says|thinks] there's [someone|somebody|a person] {in}. is that [so|right|true]?
    do [people|humans|any people] [appear|show up|feature] {in}?
    [kindly|please] [check|confirm|tell] [if|whether] [anyone|any person|somebody] is there {in}.
    [any person is|some person is|anyone is|people are] there {in}?
    [there is|is there|you see] [person|human] {in}?
    is [anyone|anybody|a person] [wandering|standing|hanging|walking] [about|around] {in}?
    say yes if you see [anyone|a person|a human] {in}, otherwise no.
    """,
    clauses="""
    [if|whether] [anyone|anybody|someone|somebody] is there {in}
    [if|whether] you see [anyone|anybody|people] {in}
    [if|whether] there is [a person|a human|anyone|someone] {in}
    [if|whether] there are [people|any people|humans] {in}
    [if|whether] they [drew|put] [anyone|a person] {in}
    [if|whether] [anyone|a person|a human] can be seen {in}
    [if|whether] {pic} has [people|a person|anybody] in it
    [if|whether] a [human figure|person|human] [appears|shows up] {in}
    """,
    terse="""
    [anyone|anybody|people] {in}?
    [anyone|anybody|any people]?
    [someone|somebody|a person|humans] there?
    [people|humans|a person], yes or no?
    any [humans|folks|persons]?
    [anyone|anybody|a person|people] or not?
    person {in}?
    see [anyone|anybody|people]?
    [somebody|someone|a person] {in}, [yes|no|right]?
    [any people|anybody], yes or no?
    """,
)

_IS_THERE: Final = asking(
    direct="""
    <isthere> {a} {in}?
    <isthere> {a} {in}?
    is there {a} {in}?
    is there {a} {in}?
    is there [a|any] {one} {in}?
    do you see {a} {in}?
    can you see {a} {in}?
    are there [any|some] {many} {in}?
    do you [see|spot|notice|find] any {many} {in}?
    can [you|I|we] [see|spot|find] [any|some] {many} {in}?
    does {pic} [have|show|contain|include|hold|feature] {a}?
    does {pic} [have|show|contain] [any|some] {many}?
    is {a} [visible|shown|drawn|to be seen|present|there] {in}?
    is {a} [part of|in] {pic}?
    {in} is there {a}?
    {in} do you see {a}?
    did they [draw|put] {a} {in}?
    has [somebody|someone|anybody] drawn {a} {in}?
    would I [see|find] {a} {in}?
    I am looking for {a} {in}. is there one?
    I think [there is|I see] {a} {in}. is that [right|true|so|correct]?
    is it [true|right|correct] that there is {a} {in}?
    is one of the <things> {in} {a}?
    is any of the <things> {in} {a}?
    [check|look] [if|whether] there is {a} {in}.
    there is {a} {in}, [right|isn't there|correct|true or not]?
    {a} {in}, is there one?
    is at least one {one} [there|drawn|visible] {in}?
    there's {a} in there somewhere, [isn't there|right|no]?
    there [is|must be|has to be|should be|ought to be] {a} {in} somewhere, [isn't there|right|no|yes]?
    [surely|I guess|I suppose|apparently] there's {a} {in}, [isn't there|right|no|yes]?
    there's {a} {in}, [isn't there|yes|no|innit|eh|yeah|am I right|don't you think|or is there not]?
    there isn't [{a}|any {one}] {in}, is there?
    there aren't any {many} {in}, are there?
    there's no {one} {in}, is there?
    you [don't|can't] see {a} {in}, [do|can] you?
    you can see {a} {in}, can't you?
    you [do|] see {a} {in}, don't you?
    you wouldn't happen to see {a} {in}, would you?
    [isn't there|don't you see|can't you see|haven't we got] {a} {in}?
    aren't there [any|some] {many} {in}?
    I [don't|can't] see {a} {in}. [do|can] you?
    I [can't find|have not found|couldn't find] [{a}|any {many}] {in}. can you?
    I [could swear|swear|believe|have a feeling|bet|reckon] there's {a} {in}. [am I right|right|is there]?
    my [friend|wife|kid|brother|gran] [says|thinks|claims|bets] there's {a} {in}. is that [so|right|true]?
    [somebody|someone] told me there [is|was] {a} {in}. is [there|that true|that so]?
    is it just me or [is there|do I see] {a} {in}?
    am I seeing things or is there {a} {in}?
    am I [right|correct] [in saying|in thinking|] that there is {a} {in}?
    would I be right [in thinking|to think|to say] there is {a} {in}?
    so [there's|there is|we have|we've got] {a} {in}, [yes|right|is that right|correct]?
    [oh|ah|ooh|wow|look], is that {a} I [see|spot|can see] {in}?
    [do|did|can] I see {a} {in}?
    [got|have you got|do we have|have we] any {many} {in}?
    [any|is there any|do you see any] [sign|trace|hint] of {a} {in}?
    [true or false|right or wrong|fact or not|confirm or deny]: there is {a} {in}.
    does {a} [appear|show up|turn up|feature|occur|exist|pop up] {in}?
    do any {many} [appear|show up|turn up|feature|occur|exist] {in}?
    will I find {a} if I look [closely|carefully|hard enough|] {in}?
    [[have they|has the artist] [put|included|drawn]|did [the artist|someone] [put|include|draw]] {a} {in}?
    {pic} has {a} in it, [doesn't it|right|yes|no|correct]?
    has {pic} got {a} [in it|anywhere|]?
    is {a} [among|one of] the <things> {in}?
    do you [reckon|think|believe|suppose] there's {a} {in}?
    would you say [there is|there's] {a} {in}?
    [scan|search|check] {pic} for {a}. [is there one|any luck|found one|anything]?
    [check|look|scan] for {a} {in}, [is there one|any luck|do you find one]?
    is there {a} anywhere {in}?
    is {a} anywhere [to be seen|to be found] {in}?
    [is there by any chance|is there possibly|might there be|could there be] {a} {in}?
    [can|could|would] you confirm [that|] there is {a} {in}?
    [please|] confirm [that|] there is {a} {in}.
    if I asked you for {a} {in}, could you point to one?
    [can|could] you [point to|show me|find me] {a} {in}?
    I need {a} for my [bingo card|scavenger hunt|game|quiz]. is there one {in}?
    my [son|daughter|niece|grandson] wants to see {a}. is there one {in}?
    [kids|children] love {many}. are there any {in}?
    is there {a} {in} or [not|isn't there|no such thing]?
    is there such a thing as {a} {in}?
    [can u see|do u see|u see|r there] [any|some|] {many} {in}?
    [is|iz] there a {one} in [there|it]?
    [after|with|on] a close look, is there {a} {in}?
    is there even one {one} {in}?
    is there [even|at least] a single {one} {in}?
    do the <things> {in} include {a}?
    what do you think, is there {a} {in}?
    I was told to look for {a} {in}. [is there one|does it exist]?
    I'm [hoping|not sure if|wondering if] there's {a} {in}. is there?
    are you able to [see|spot|make out] {a} {in}?
    I [spy|see|spot] {a} {in}. you too?
    there is {a} {in}?
    {in} there is {a}?
    is there {one} {in}?
    [any|some] {one} is there {in}?
    are {many} [there|present|visible|shown|drawn|included] {in}?
    are there {many} {in}?
    {many} {in}, are there any?
    {many}: do you see [any|one|some] {in}?
    [how|what] about {many} {in}, [are there any|do you see one|is there one]?
    [I'm|we're] [looking|searching|hunting] for {many} {in}. [any luck|are there any|do you see one]?
    [have you [come across|seen|found|spotted]|did you [see|spot|notice|find]] {a} {in}?
    [was|is] {a} [put|painted|placed|included] {in}?
    has {a} been [drawn|put|placed|painted|included] {in}?
    is {a} [one of the things|among the things|something] you [see|can see] {in}?
    if I [wanted|needed|asked for] {a}, would I find one {in}?
    say yes if [you see|there is] {a} {in}, otherwise no.
    can {a} be [seen|found|spotted|made out] {in}?
    can {many} be [seen|found|spotted] {in}?
    {pic} [shows|contains|includes|features] {a}, [right|yes|no|doesn't it|is that so]?
    {pic} doesn't have {a}, does it?
    I thought [I saw|there was] {a} {in}. [was I right|is there|am I right]?
    I [seem to|think I] see {a} {in}. [is it really there|am I right|do you see it too]?
    I'd [expect|like] to [see|find] {a} {in}. is there one?
    [kindly|please] [check|tell|confirm] [if|whether] there is {a} {in}.
    [kindly|please] [check|look] for {a} {in}. is one there?
    for the [report|record|log|checklist]: is there {a} {in}?
    [tell|describe to] a blind [person|friend|man|woman] [if|whether] there is {a} {in}.
    [d'you|d'ye|you|ye|y'all] see [{a}|any {many}] {in}?
    is there [some|any] kind of {one} {in}?
    is there [really|actually|indeed|truly] {a} {in}?
    ain't there {a} {in}?
    my [teacher|mum|boss|kid] asked me to [find|circle|mark] {a} {in}. is there one?
    are there one or more {many} {in}?
    [just checking|quick check][:|,] is there {a} {in}?
    """,
    clauses="""
    [if|whether] there is {a} {in}
    [if|whether] there is {a} {in}
    [if|whether] you [see|can see|spot] {a} {in}
    [if|whether] there are any {many} {in}
    [if|whether] {pic} [has|shows|contains] {a}
    [if|whether] {a} is [visible|shown|drawn] {in}
    [if|whether] there's {a} [anywhere|somewhere|] {in}
    [if|whether] {a} [appears|shows up|turns up|can be found] {in}
    [if|whether] any {many} are [there|visible|drawn|shown] {in}
    [if|whether] they [drew|put|included] {a} {in}
    [if|whether] you [come across|notice|find|make out] {a} {in}
    [if|whether] I [am right that|would be right that] there's {a} {in}
    [if|whether] at least one {one} is drawn {in}
    [if|whether] {many} [can be seen|appear|show up|are included] {in}
    [if|whether] {a} can be [seen|found|made out] {in}
    [if|whether] {a} is in {pic}
    [if|whether] {a} was [drawn|put|painted] {in}
    [if|whether] I [can|would|will] find {a} {in}
    [if|whether] there are {many} {in} or not
    """,
    terse="""
    any {many}?
    any {many} {in}?
    {a}?
    {a} {in}?
    {a}, yes or no?
    is {a} there?
    {many}?
    {a} there?
    {a} in there?
    {a} or not?
    got {a}?
    got any {many}?
    spot any {many}?
    any {one} {in}?
    {a}: there or not?
    {many} {in}?
    {many} or not?
    [see|seen|found] {a}?
    see any {many}?
    {one}, yes or no?
    {one}: [yes or no|there or not]?
    is {one} there?
    any {one}, yes or no?
    {a}, [right|true|correct]?
    """,
)
ANYONE: Final = joined(_ANYONE, more.ANYONE)
IS_THERE: Final = joined(_IS_THERE, more.IS_THERE)
