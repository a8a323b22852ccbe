"""Still more ways to ask about the assistant itself, topic by topic of `talk.chat`.

Knows questions only; refuses to know answers.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["CHAT_FURTHER"]

_WHO: Final[Asking] = talk_asking(
    direct="""
    with whom [am I|do I have the pleasure of] speaking
    to whom am I [speaking|talking]
    what do you go by
    what's your [full name|proper name|real name|first name|brand|model name|title]
    what [app|software] [is this|have I got here|am I using]
    does this [assistant|gadget] have a name
    are you [somebody|someone] I know
    do you [answer|listen] to a name
    by what name [are you known|should I call you]
    what [creature|thing|being] [lives in here|is in these glasses]
    wha are ye
    you are who
    what is you name
    """,
    embedded="""
    who is on the other end
    what [this assistant|this app] is called
    what name you [have|go by|answer to]
    """,
    whole="""
    [Whom do I talk to|Your identity]?
    [Identify yourself|Present yourself|Say your name|Name yourself|Introduce yourself to my class].
    My [grandma|son|teacher|wife] asks [who you are|what you're called|your name].
    [I didn't catch your name|I forgot your name|I don't know your name yet]. What is it?
    [You there|Hey you|Hello you], [who are you|what's your name|what are you called]?
    I'd [like|love] to [get to know you|know who I'm talking to].
    [who r u|wat r u|whats ur name|ur name|name pls]?
    """,
)
_CAN: Final[Asking] = talk_asking(
    direct="""
    what [use|good|help] are you[| to me]
    what services do you [provide|offer]
    in what way can you [be of help|be useful|assist me|support me]
    how can you be of [service|use|assistance]
    what are you [used|intended|designed|built] for
    what [can|may] one ask you
    what's in it for me if I use you
    what can a [blind man|pensioner|child|teacher|nurse|tourist] do with you
    what [would|will] you be able to tell me
    what have you [got to offer|been taught|learned to do]
    which [things|jobs|tricks] are you good at
    where could you help me [in everyday life|at work|at home|at school]
    do you have [any skills|any talents|any special powers|a help page|instructions]
    what can you no problem do
    what is it [that you do|you can do|you're good for]
    can you tell me what I [can|could|should] ask
    """,
    embedded="""
    what [use|help] you are
    how you could be [useful|helpful] to [me|us|a blind person|my students]
    what you've been [built|made|designed|trained] for
    which questions [make sense|you can answer|I could ask]
    what else you can do
    """,
    whole="""
    [Help menu|Commands|List of commands|User guide|Tutorial|How to use|Functions|Your talents|Your tasks]?
    [Dazzle me|Impress me|Surprise me]: what can you do?
    [I just got you|I got you as a present|Someone handed me these glasses]. What [can you do|are you for]?
    I don't know where to start. [Help me|What can I ask]?
    [No idea how this works|I'm not good with computers]. [Help me|What can I ask]?
    Give me a [tour|quick tour|demo|short introduction][, please|].
    [Teach|Show] me how to use [you|this thing|these glasses].
    [wat can u do|what u do|what can u do for me]?
    [Aid|Assist|Support] me[, please|].
    """,
)
_HOW: Final[Asking] = talk_asking(
    direct="""
    what's the [science|principle|idea|mechanism|maths] behind [you|this]
    what happens inside [you|the box] when I ask [something|you a question]
    how do you [manage|do] [that|all that|it|to see and hear]
    how do you get from a [picture|sound] to [an answer|words]
    how do you come up with [your answers|what you say]
    how do you [process|understand|turn into words] [pictures|sounds|what I give you]
    are you [built from|made up of] several parts
    what are the [parts|building blocks|components] you are made of
    what [software|kind of network|engine|model] is inside
    how did you learn to [see|hear|speak|tell sounds apart]
    how is it possible that [a machine|a little program|you] can [see|hear]
    how does a [machine|program|computer] like you [see|hear|understand me]
    """,
    embedded="""
    how [a thing like you|someone like you] works
    how you [manage it|learned to see|learned all that|turn pictures into words]
    what [happens|goes on] inside you
    what you're made of
    """,
    whole="""
    [Technology|Principle|Method|How made|How trained|Components|What's inside]?
    [I'm a teacher|My pupils want to know|For my school project|I study engineering]: how do you work?
    [In simple words|In layman's terms|For dummies], how do you work?
    I [don't get|can't understand|would like to understand] how you [work|do it|can see].
    It's like magic. How [do you do it|does it work|is that done]?
    """,
)
_OFFLINE: Final[Asking] = talk_asking(
    direct="""
    does this [need|use|require|go over] [the internet|a connection|wifi|mobile data|the cloud|a server]
    must I be [online|connected|in reach of wifi] [to use you|for this|]
    must you be [online|connected] [for this|to work|]
    do you [talk to|phone|contact|report to] [a server|Google|your makers|headquarters|the police]
    do you [keep|collect|save|sell|steal|track] my [data|pictures|private data|voice|location]
    do you [pass|hand] my [data|pictures|words] on[| to anyone| to others| to the police| to advertisers]
    will my [photos|pictures|words|voice] end up [online|on the internet|on some server|with strangers]
    is somebody [watching me through you|listening through you|spying on me|spying on us through you]
    is there someone who [can see|gets|stores] [what I show you|my pictures|my questions]
    can [hackers|strangers|my boss|my wife] see [what I show you|my pictures] over the net
    are you [wiretapping|bugging|tracking|eavesdropping on|taping] me
    do you have [internet|web access|an internet connection|network access|access to the web]
    are we [online|connected to the internet] [now|]
    do I [pay|get charged] for [data|the connection]
    """,
    embedded="""
    [if|whether] I [must|have to] be online
    [if|whether] you [keep|sell|share|collect|save] my [data|pictures|recordings]
    [if|whether] [strangers|others|your makers] can see my pictures
    [if|whether] you have [internet|web access|a connection to a server]
    """,
    whole="""
    [Data collection|Tracking|Do you snoop|Eavesdropping|Spyware|Needs wifi|Net connection|Data plan needed]?
    [I'm a bit worried|I don't want to be watched|I don't trust gadgets]. Do you [send|share|sell] my data?
    [The internet is down|My wifi is gone|We've no signal]. Do you need it?
    I hope you don't [send|share|upload] [this|my pictures|anything]. Do you?
    """,
)
_WORKS_OFFLINE: Final[Asking] = talk_asking(
    direct="""
    can I [trust you with my secrets|tell you a secret|count on my privacy]
    does this [work|run|function] [offline|without internet|without wifi|with no connection|in the mountains]
    would you [still work|run] [on a boat|in the jungle|at sea|in a cellar|on the moon]
    are you [standalone|independent of the cloud|independent of the internet|an offline assistant]
    are you [usable|available] [offline|without the internet|without wifi]
    is it [safe|okay|all right] to show you [private things|my letters|my papers]
    is this [private|confidential|just between us]
    does my [data|secret] stay [with me|with us|safe|here]
    do you respect my privacy
    do you manage [without the internet|without wifi|without a server|on your own]
    do you do [it all|everything|all the thinking] [here|yourself|on the device|locally]
    """,
    embedded="""
    [if|whether] [this|it] works [offline|without internet|in a tunnel]
    [if|whether] you can [keep a secret|work alone|do without the internet]
    [if|whether] [this|our talk|what I show you] stays [private|between us|here]
    """,
    whole="""
    [Offline use|Offline mode|Airplane mode|No wifi needed|Does it work offline|Confidential|My secret safe]?
    [I'm going hiking|We're flying tomorrow|There's no signal where I live]. Do you [still work|work offline]?
    You [respect my privacy|keep it all to yourself|don't need the internet], [right|yes]?
    """,
)
_MADE: Final[Asking] = talk_asking(
    direct="""
    who [produced|manufactured|constructed|engineered|coded|raised|taught|sells|gave birth to] you
    who do I [thank|blame] for you
    who [owns|controls|runs] you
    whom do you [work for|belong to|serve]
    who [was|is] [it that made you|the genius behind you|your mum and dad|your boss]
    by whom were you [made|built|written|developed]
    what [country|lab|place|firm|factory] do you come from
    which [people|folks|engineers|scientists] [made|built] you
    how [long|many years] have you been around
    since when do you exist
    how did you come [into being|to exist|about]
    what's your [nationality|home country|date of birth]
    have you got [a maker|a creator|a father|an inventor]
    are you some sort of [ChatGPT|Alexa|Siri|Gemini]
    """,
    embedded="""
    who [is responsible for|produced|coded|owns|sells] you
    which people [made|built|are behind] you
    where you [are from|were created|originate]
    how old you are
    """,
    whole="""
    [Your age|Origin|Owner|Produced by|Brand|Who's behind this|Vendor|Your parents]?
    I'd like to [thank|meet|write to] your [maker|makers|inventor]. Who [is it|made you]?
    [Did Google make you|Did Apple build you|Is this from Microsoft|Is it OpenAI|Are you Alexa's cousin]?
    [who made u|who build you|who is make you]?
    """,
)
_HUMAN: Final[Asking] = talk_asking(
    direct="""
    do you [breathe|bleed|age|grow|blush|dance|pray|go to church|have blood|have a birthday party]
    do you [have legs|have a face|have hair|have a home|have a girlfriend|have a boyfriend|have children]
    do you ever get [tired|bored|sad|angry|jealous|ill|hungry|homesick|scared]
    are you [a woman or what|made of flesh|a he|a she|an adult|a kid|a ghost|an animal|someone like me]
    are you [angry|cross|jealous|in pain|scared of the dark]
    can I [hug you|meet you in person|marry you|shake your hand|see your face]
    is a [human|person|real man|real woman] [answering me|hiding in there]
    is anyone [real|human] [answering me|in there]
    do you have a [consciousness|personality like people|will of your own|gender|mother|childhood]
    were you [ever a child|born|a baby once|once human]
    """,
    embedded="""
    [if|whether] [a human|a person|somebody real] is [answering|behind this]
    [if|whether] you [breathe|eat|sleep|get tired|can love]
    [if|whether] you are [real|a living being|one of us]
    """,
    whole="""
    [Are you for real, a person|Got a body|Got feelings|Any emotions]?
    [My son|My grandma|My friend] thinks you're [a human|a real person|alive]. Are you?
    I think you're [a real person|human|alive]. [Right|Am I right|Are you]?
    [Do you get hungry|Will you marry me|Are you lonely in there]?
    """,
)
_ROBOT: Final[Asking] = talk_asking(
    direct="""
    are you [computer-made|man-made|digital|virtual|electronic|mechanical|synthetic|non-human]
    are you [a gadget|a digital assistant|a virtual assistant|a talking machine|a talking computer]
    are you one of [those AIs|those chatbots|these bots]
    is it [a machine|a computer|a robot|an AI] [I'm talking to|that answers me]
    is a [machine|computer|robot|program] [answering|talking to] me
    did a [machine|computer|program] write [that|this|your answers]
    so you're not [human|a person|real], are you a [machine|robot|computer]
    """,
    embedded="""
    [if|whether] a [machine|computer|robot] is [answering|talking to me]
    [if|whether] you are [artificial|digital|virtual|man-made|a machine of some sort]
    """,
    whole="""
    [Artificial|Virtual|Digital assistant|A computer|Computer program|An AI then|Automated]?
    [My son|My grandma|My friend] says you're [a robot|a machine|an AI]. Is that so?
    I'm talking to [a machine|a computer|a robot], [right|am I not|yes]?
    [r u a bot|r u a robot|u a bot|are u an ai]?
    """,
)
_LIMITS: Final[Asking] = talk_asking(
    direct="""
    what are your [flaws|faults|failings|downsides|blind spots|restrictions|boundaries|drawbacks]
    what shouldn't I [ask you|expect|use you for]
    what should I [not ask you|be careful with|watch out for]
    what [is too difficult|can't be done|doesn't work|remains impossible] for you
    what do you [often|usually|mostly] get wrong
    what can you not [see or hear|recognise|understand|tell|answer]
    how far can I [trust|rely on|believe] you
    how [sure|certain] can I be of [your answers|what you say]
    how [large|small|big|powerful|limited|dependable] are you
    how well do you [see|hear|do|know things]
    is everything you say [true|correct|right|reliable]
    is it [safe|wise|okay] to [rely on|trust|believe] you
    are you [fallible|foolproof|limited|bulletproof|ever mistaken|sometimes wrong|dependable|safe to rely on]
    do you [slip up|know everything|see everything|fail sometimes|mess up|mix things up]
    can you be [wrong|mistaken|fooled|tricked]
    """,
    embedded="""
    what you [don't understand|often get wrong|fail at|can't recognise]
    what I shouldn't [ask you|use you for]
    how far I can [trust|rely on] you
    [if|whether] you [know everything|mess up sometimes|can be fooled]
    """,
    whole="""
    [Reliability|Trustworthy|Any weaknesses|Any limits]?
    [Error prone|How good|How accurate|Downsides|Disclaimer]?
    [Can a blind person rely on you|Can I cross the road because you say so|Is your word law]?
    [Nobody is perfect|Everyone has limits|There must be a catch]. What are [yours|your limits]?
    Tell me [honestly|the truth]: [how reliable are you|what are you bad at|do you make mistakes]?
    """,
)
CHAT_FURTHER: Final[Mapping[str, Asking]] = {
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
