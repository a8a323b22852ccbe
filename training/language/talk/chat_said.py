"""What people say aloud to ask about the assistant itself: with a story, an idiom or few words.

Knows questions only; refuses to know answers.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["CHAT_SAID"]

_WHO: Final[Asking] = talk_asking(
    direct="""
    who lives in these glasses
    what's your name, [love|pal|dear|little one|wee man]
    who have I got [here|in my glasses|on my nose]
    what are you [supposed to be|meant to be|when you're at home]
    what's the name of the [thing|machine|assistant|voice] [I'm talking to|in my glasses]
    what's this [thing|gadget|voice] that answers me
    what do I say when I want to call you
    wha's this I'm talking to
    who would you be
    what kind of thing have I got on my nose
    """,
    embedded="""
    who lives in these glasses
    what I've got on my nose
    what kind of thing answers me
    """,
    whole="""
    [I'm Tom|My name's Priya|They call me Ben]. [Who are you|And who are you|What do they call you]?
    [What|Who] [you|are you called|is you|be you]?
    You know me, but I don't know you. Who are you?
    [My grandson gave me these|I found you in a box|I got you for Christmas]. Who are you?
    Who's a clever [thing|machine] then? What's your name?
    """,
)
_CAN: Final[Asking] = talk_asking(
    direct="""
    what're you good for
    what can these glasses do[| for me]
    what's [new|special|clever] about you, what can you do
    what do folk use you for
    what are you like as a helper, what can you do
    what can you see, hear or feel in general
    what is there to ask you
    can you help [my gran|an old man|a blind friend|a deaf friend], and how
    how do I get an answer out of you
    what can I show you or let you hear
    what do I do with you
    what sort of help do you give
    """,
    embedded="""
    what these glasses can do
    what folk use you for
    what sort of help you give
    """,
    whole="""
    [I've only just put you on|I've never had smart glasses]. What can you do?
    [My hands are shaking|I'm eighty|I'm only six]. How can you help me?
    [Right then|Now then|Go on then], what can you do?
    [What you can|You can what|You good at what|You help how|How you help]?
    [Sell yourself|Show off a bit|Tell me your trick]: what can you do?
    I want to ask you something but I don't know what.
    """,
)
_HOW: Final[Asking] = talk_asking(
    direct="""
    how [does it|do you] work, a thing that sees and hears
    how can glasses [see|hear|know what I'm doing]
    how on earth do you [see|hear|know what I do]
    how is it [you can tell what I'm doing|that glasses can talk]
    what goes on in that little head of yours
    who taught you to see and hear, and how
    how did they teach you
    """,
    embedded="""
    how glasses can [see|hear|talk]
    how they taught you
    """,
    whole="""
    You've no eyes and no ears. How do you [see and hear|do it|work]?
    [I don't get it|Baffling]! How do you work?
    How it work[|, this thing]?
    """,
)
_OFFLINE: Final[Asking] = talk_asking(
    direct="""
    does [having no internet|a dead router|no signal|no wifi] stop you[| working| from working]
    will you [give up|be stuck|stop|go dumb|quit on me] without [the internet|wifi|a signal]
    do I have to [pay for|sign up for|set up|plug in] [the internet|wifi|a router] [for you|first]
    is a [router|SIM card|hotspot|phone contract] needed
    do you use up my [data|gigabytes|data allowance]
    do you tell [my mum|my boss|anyone|tales about me]
    do you tell anyone what [I ask|you see|you hear|I do]
    can my [mum|teacher|boss|neighbour] [see|find out|hear] what I ask you
    does anyone but me [see|hear|know] what you [see|hear]
    is somebody listening [in on us|to all this|at the other end]
    do my [secrets|pictures|words|steps] go anywhere
    are you going to send this [somewhere|to anyone|to the cloud]
    is it a problem [for you |]that we have no [internet|wifi|signal]
    """,
    embedded="""
    [if|whether] having no [internet|wifi] stops you
    [if|whether] anyone but me hears what you hear
    [if|whether] you tell anyone
    """,
    whole="""
    [We have|I've got|There's] no [internet|wifi|broadband] [at home|here]. Does that stop you[| working]?
    [The wifi's down|The router is broken|I didn't pay the bill]. Will that stop you[| working]?
    [I live in the hills|We're on a boat|Gran has no internet]. Do you need [the internet|wifi]?
    You don't [send|tell|pass on] what I show you, do you?
    Is someone listening? [I don't like it|I want to be alone|It feels odd].
    You need wifi[|, or]?
    """,
)
_WORKS_OFFLINE: Final[Asking] = talk_asking(
    direct="""
    will you work [all the same|anyhow|just as well] without [internet|wifi|a signal]
    can my gran use you without [wifi|internet|a computer]
    do you carry on if I [pull the plug on the router|switch off the wifi|leave the house]
    are you happy without the internet
    is it okay if we have no [internet|wifi]
    is it fine that [the wifi is off|there's no signal here|we have no internet]
    does what you see stay [here|with you|between us]
    does what [I say|I show you|I do] stay [here|in the glasses|between us]
    is my secret safe with you
    """,
    embedded="""
    [if|whether] you work without [wifi|internet|a signal] all the same
    [if|whether] it stays between us
    [if|whether] it is okay that we have no internet
    """,
    whole="""
    [We have|There's] no [internet|wifi] [at home|here]. [Will|Do|Can] you work [anyway|all the same]?
    [The wifi's down|The router is broken|The line is dead]. Do you [still work|work anyway]?
    Between you and me: does it stay [here|between us]?
    You work [with no|without] internet[|, yes]?
    """,
)
_MADE: Final[Asking] = talk_asking(
    direct="""
    who put you in these glasses
    who thought you up
    who do I write to about who made you
    who's the clever [man|woman|fellow|lot|person] that made you
    is it a big company that made you, or who
    where do they make things like you
    where did you grow up
    """,
    embedded="""
    who thought you up
    who put you in these glasses
    """,
    whole="""
    [Somebody clever made you|You didn't make yourself]. Who did?
    [Who make you|You made by who|You from where|From where you come]?
    Are you from a big company? Which?
    """,
)
_HUMAN: Final[Asking] = talk_asking(
    direct="""
    is there a [wee man|little man] in there
    is there somebody on the line
    do you get [cold|lonely|sleepy|bored] in there
    are you a person like me
    do you have a [mum|heart|bed|birthday|pulse]
    can I come and meet you in person
    is it a [lady|man|girl|boy] I'm talking to
    """,
    embedded="""
    [if|whether] there's a little man in there
    [if|whether] you are a person like me
    """,
    whole="""
    You sound so [nice|human|real|friendly]. Are you a person?
    Do you sleep at night? Like me?
    [You person|You human|Real man|Real lady], or?
    """,
)
_ROBOT: Final[Asking] = talk_asking(
    direct="""
    are you one of those [robots|computers|AI things]
    is it a [computer|machine|robot] in these glasses
    are you just [wires and chips|ones and zeros|a clever program|a talking gadget]
    """,
    embedded="""
    [if|whether] it's a [computer|machine|robot] in these glasses
    """,
    whole="""
    There's no person in there, just a [machine|computer|program], [right|yes]?
    [You robot|You machine|You computer], yes?
    """,
)
_LIMITS: Final[Asking] = talk_asking(
    direct="""
    do you ever [get it wrong|put your foot in it|make a mess of it]
    what's beyond you
    what should I not bother asking you
    should I take your word for it
    how often do you put your foot in it
    what trips you up
    can I cross the road on your word
    """,
    embedded="""
    what's beyond you
    what I needn't bother asking you
    """,
    whole="""
    [Grandma|My boss|My wife] doesn't trust you. How good are you?
    Nobody's perfect. What can't you do?
    What you cannot do?
    """,
)
CHAT_SAID: Final[Mapping[str, Asking]] = {
    "who": _WHO,
    "abilities": _CAN,
    "how_it_works": _HOW,
    "offline": _OFFLINE,
    "works_offline": _WORKS_OFFLINE,
    "maker": _MADE,
    "human": _HUMAN,
    "robot": _ROBOT,
    "limits": _LIMITS,
}
