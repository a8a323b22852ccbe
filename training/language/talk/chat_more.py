"""More ways to ask about the assistant itself, topic by topic of `talk.chat`.

Knows questions only; refuses to know answers.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["CHAT_MORE"]

_WHO: Final[Asking] = talk_asking(
    direct="""
    [who|what] [exactly|actually|on earth] are you
    who [am I|are we] [chatting with|dealing with|talking with|typing to]
    what do [they|people|I] call you
    what do you call yourself
    how do you call yourself
    who might you be
    have you got a name
    are you called [anything|something|nano|AnyMAL]
    what name do you go by
    what's the name of this [assistant|program|app|thing|model]
    what sort of [gadget|assistant|AI|bot|creature|thing] [are you|is this]
    which [AI|assistant|bot|model] [are you|is this|am I talking to]
    how should I [address you|call you]
    what does AnyMAL [mean|stand for]
    who is answering me
    """,
    embedded="""
    who I'm [dealing with|talking to|chatting with]
    what [they|people] call you
    what you're called
    something about yourself
    what sort of [assistant|AI|bot|thing] you are
    what I should call you
    """,
    whole="""
    [Name|Your name, please|State your name|And you are|And who are you|Who's there|Who dis]?
    [I don't think we've met|We haven't met|You have me at a disadvantage]. [Who are you|And you are]?
    [I'm|My name is] [Tom|Anna|Sam|Priya|Mia|Ben|Ali]. [And you|And who are you|What's your name|Yours]?
    [Present yourself|Tell us who you are|Remind me who you are|Remind me of your name].
    So you're [AnyMAL|nano|the assistant], [are you|right]?
    Tell me a bit about yourself[, please|].
    """,
)
_CAN: Final[Asking] = talk_asking(
    direct="""
    what [could|would] you do for me
    what are you [useful for|capable of|there for|made for|meant to do|supposed to do|here for]
    what [sort|kind] of [things|questions|tasks|jobs] can you [do|answer|help with|handle|deal with]
    what's your [job|speciality|talent|use|strong point|purpose]
    which [questions|tasks|jobs] [can|do] you [answer|handle|understand]
    what do you [help with|offer|have to offer|know how to do]
    what's [the point of you|this thing for|this app for|all this for]
    how can I get [the best out of you|started|something useful out of you]
    what can I [try|use you for|get from you|do here|say to you]
    how [could|do] you [help|assist] [me|a blind person|a deaf person|my grandmother|people]
    what tricks [do you know|have you got up your sleeve]
    can you [give me a hand|assist me|give me an example|show me what you can do]
    is there anything you can do [for me|]
    why would I [need|use] you
    what [topics|subjects] can we talk about
    where do I start with you
    """,
    embedded="""
    what you're [good at|for|capable of|useful for]
    what [sort|kind] of [questions|things] you can [answer|handle]
    what I can [use you for|try|do with you]
    what you can do for [me|us|blind people]
    how to [get started|begin with you]
    """,
    whole="""
    [Show me|Tell me|Let me see] what you [can do|have got|are good at].
    [I'm new here|First time here|I've never used you before]. What can you do?
    [Skills|Features|Menu|Options|Instructions|Manual|Usage|Examples]?
    [Give|Show] me [some examples|an example of what you can do|your features|a few ideas|the options].
    [Explain|Describe|Name|List] [your features|your skills|what you can do].
    [I need some help|I could use a hand|Give us a hand|I'm stuck|How to use this].
    So what can you do[, then|]?
    What should I ask first?
    """,
)
_HOW: Final[Asking] = talk_asking(
    direct="""
    how [come|is it that] you can [see|hear|sense motion|feel movement]
    what's [under the hood|under your bonnet|the trick|your secret|the technology behind you|behind you]
    how [are|were] you [put together|trained|taught|programmed|constructed]
    what did you [learn|train] [from|on]
    what data were you trained on
    where did you [learn|get] [that|all that|what you know]
    what [makes you tick|goes on inside you|are you made of|technology do you use|do you run on inside]
    what [algorithm|architecture|method] do you use
    how do [your eyes|your ears|your senses|you] [function|work][| inside]
    how does [this thing|this assistant|the system|that|all this] work[| inside]
    by what magic do you [see|hear|know things]
    do tell, how do you work
    """,
    embedded="""
    how [this thing|the system|it all|this assistant] works
    how you were [trained|built|taught]
    what's [under the hood|inside you]
    how you [do it|do that|come to your answers]
    what you were trained on
    """,
    whole="""
    [How does it work|How's it done|How it works|Inner workings|Training data|Tech specs|Architecture]?
    [Explain|Describe|Walk me through] [your inner workings|how you function|how you were trained].
    Explain it like I'm five: how do you work?
    I'm an engineer. How do you work inside?
    """,
)
_OFFLINE: Final[Asking] = talk_asking(
    direct="""
    are you [online|on the internet|on the web][| right now| now]
    are you [hooked up to the net|using the internet|on wifi][| right now| now]
    are you [reachable over|connected to] [the internet|the net|the web|a server|the cloud|wifi|Google]
    do you [need|require|use|want|rely on] [wifi|the net|mobile data|a data plan]
    do you [need|require|use|want|rely on] [4G|a signal|a server|a SIM card]
    do I need [wifi|the internet|a subscription|mobile data|an account] [for this|to use you|to talk to you]
    does [anyone|someone|anybody] [listen in|watch me|see my pictures|hear me]
    does [your company|the government|Google] [listen in|watch me|see my pictures|hear me]
    does [it|this|that] [leave the device|go to the cloud|get uploaded|use my data plan|cost data]
    do my [pictures|words|recordings|photos|questions] [leave the device|go to the cloud]
    do my [pictures|words|recordings|photos|questions] [get sent anywhere|get stored]
    are my [pictures|photos|words|conversations|recordings] [uploaded|shared|sold]
    are my [pictures|photos|words|conversations|recordings] [sent away|kept|saved somewhere]
    are you [spying on me|sending this somewhere|recording this|uploading anything|a cloud service]
    is [this|anything] [uploaded|sent to a server|sent to the cloud|being shared|being recorded]
    can you [look it up online|browse the web|surf the net|download things|check the internet|go online]
    will you [stop working|be useless] without [wifi|the internet|a signal|reception]
    is [wifi|a network|reception|a signal|a server] [required|necessary|needed]
    is there a server [involved|behind you|somewhere]
    """,
    embedded="""
    [if|whether] you're [online|connected to the internet|in the cloud|spying on me]
    [if|whether] [wifi|a network|a signal] is [needed|required]
    [if|whether] my [pictures|photos|recordings] [leave the device|are uploaded|are shared]
    [if|whether] [anyone|somebody] [listens in|can see my pictures|gets my data]
    """,
    whole="""
    [Online|Wifi needed|Server|Connected to the web|Any data sent|Network needed|Internet|Uploads]?
    Big Brother is [watching|listening], isn't he?
    You [send my data somewhere|upload everything], [don't you|right|aren't you|yes]?
    You [need the internet|are online], [don't you|right|aren't you|yes]?
    I have no [wifi|signal|reception|internet] here. Is that a problem?
    """,
)
_WORKS_OFFLINE: Final[Asking] = talk_asking(
    direct="""
    do you [still work|function|keep working|run] [on a plane|in flight mode]
    do you [still work|function|keep working|run] [in the desert|without reception|in a tunnel]
    do you [still work|function|keep working|run] [when the wifi is down|with no signal|off the grid|offline]
    can I use you [on a plane|abroad without data|without a signal|in the woods|underground|offline]
    will you [still work|manage|be fine] [without a signal|with the wifi off|offline|without the cloud]
    does [everything|it all|my data|all of this] [stay|remain|happen] [here|local|on the device|on my device]
    is [it all|everything|this] [kept on the device|local|done on the device|processed locally|offline]
    are my [pictures|secrets|words|recordings|photos] safe [with you|here]
    can you keep a secret
    is [my privacy|our talk|this conversation] [protected|private|safe]
    are you [a local model|self-contained|running locally|fully offline|off the grid]
    """,
    embedded="""
    [if|whether] you [still work|run] [on a plane|without a signal|offline|in flight mode]
    [if|whether] everything stays [local|on the device|here]
    [if|whether] my [pictures|photos|secrets] are safe[| with you]
    [if|whether] you are [private|local|self-contained]
    """,
    whole="""
    [Local|Runs locally|All local|Flight mode okay|Safe and private|Works without wifi]?
    It all stays [here|on the device|between us], [right|yes|doesn't it]?
    You work without [internet|wifi|the cloud], [don't you|right|yes]?
    """,
)
_MADE: Final[Asking] = talk_asking(
    direct="""
    who [came up with|invented|designed|is responsible for|is behind|is to thank for|put together] you
    who's your [daddy|boss|owner|developer|inventor|manufacturer|programmer|mother]
    who are your [makers|parents|developers|creators|owners]
    which [firm|lab|team|company|project|university] [built you|created you|is behind you|developed you]
    whose [idea|product|work|creation] are you
    where were you [made|born|built|developed]
    when were you [born|created|built]
    what's your [age|origin|background|birthday|history]
    are you made by [Google|Apple|Meta|Microsoft|OpenAI|Amazon]
    are you [related to|the same as|a kind of|like] [ChatGPT|Siri|Alexa|Claude|Gemini]
    what [project|company|team] are you [from|part of]
    """,
    embedded="""
    who [designed|invented|is behind|developed] you
    which [company|team|project|lab] made you
    where you were [made|born|built]
    who your [maker|inventor|creator|developer] is
    """,
    whole="""
    [Made by whom|Maker|Creator|Developer|Manufacturer|Inventor|Made where|Which company]?
    [Somebody|Someone] must have [made|built] you. Who?
    You're [ChatGPT|Siri|Alexa|Gemini], [aren't you|right]?
    Give credit: who built you?
    """,
)
_HUMAN: Final[Asking] = talk_asking(
    direct="""
    are you [flesh and blood|one of us|a bloke|a lady|a girl|a boy]
    are you [married|lonely|tired|hungry|sentient|in love]
    are you [afraid of anything|an actual person|a living thing|sad|bored|self-aware|ticklish|ever sick]
    do you [have a mum|have parents|have kids|have a wife|have a pet|have hobbies|have a soul|have a brain]
    do you [feel pain|get lonely|get hungry|go on holiday|need sleep|go to school|have a favourite food]
    do you [like me|hate people|want to be human|have a crush|fall in love|drink coffee|like music]
    is there a [person|human|man|woman|real person] [behind this|on the other end|typing this|inside]
    can you [cry|laugh|be hurt|have fun|get angry|die|marry me|be my friend in real life|feel love]
    would you [marry me|like to be human|go out with me|like a coffee]
    am I [talking|chatting] to [a real human|an actual person|someone real|a real man]
    """,
    embedded="""
    [if|whether] you are [a human being|flesh and blood|someone real|sentient|conscious]
    [if|whether] you [have a soul|get lonely|sleep|love me|have a family]
    [if|whether] I'm [talking|chatting] to a [human|real person]
    """,
    whole="""
    [Real person|A real human|Alive|Sentient|Anyone real there|Flesh and blood|Do you love me]?
    You're a [human|real person|man|woman], [aren't you|right|yes]?
    [Marry me|Be my girlfriend|Be my boyfriend]?
    """,
)
_ROBOT: Final[Asking] = talk_asking(
    direct="""
    are you [some kind of AI|just software|just code|software]
    are you [an algorithm|an app|a chatbot|an artificial intelligence]
    are you [a neural net|computer generated|a small model|only a machine|automated|a bot of some sort]
    is this [a bot|a machine|an AI|automated|a computer|software|a chatbot]
    am I [chatting with|typing to|speaking with] [an AI|a bot|a robot|software|a chatbot]
    do you run on a [computer|chip|small device|little computer]
    """,
    embedded="""
    [if|whether] you are [an AI|a bot|software|a chatbot|a computer program|a robot]
    [if|whether] [this is|I'm talking to] [a bot|an AI|a machine|a robot]
    """,
    whole="""
    [AI|Bot|Chatbot|Software|Just a program|Robot]?
    You're [a bot|an AI|a machine|a robot|only software], [aren't you|right|yes|am I right]?
    """,
)
_LIMITS: Final[Asking] = talk_asking(
    direct="""
    what [won't|couldn't|don't] you do
    what are you [bad at|not good at|unable to do|not able to do|not capable of|hopeless at]
    what [goes over your head|is beyond you|is too hard for you|do you struggle with|don't you know]
    where do you [fail|go wrong|fall short|struggle]
    how [reliable|smart|clever|precise|trustworthy|intelligent|exact] are you
    how [often|much] [are you wrong|do you get wrong|do you err|can I rely on you]
    do you [ever get it wrong|sometimes lie|ever lie|hallucinate|get things wrong|err|make things up|guess]
    can I [rely on|count on|believe|bet my life on] [you|your answers|what you say]
    are you [reliable|infallible|ever wrong|often wrong|trustworthy|any good|accurate]
    should I [trust|believe] [you|your answers|everything you say]
    what's your [IQ|accuracy|error rate|biggest weakness|size|number of parameters]
    how many parameters do you have
    """,
    embedded="""
    what you [can't do|won't do|are bad at|struggle with]
    how [reliable|accurate|good|clever] you are
    [if|whether] you [make mistakes|ever lie|can be wrong|are reliable]
    [if|whether] I can [rely on|believe] [you|your answers]
    """,
    whole="""
    [Weak points|Weaknesses|Shortcomings|Limitations|Error rate|Accuracy|Any drawbacks|Reliable]?
    [Name|List|Admit] your [limits|weaknesses|shortcomings|faults].
    You [never get it wrong|are always right|know everything], [do you|right|am I right]?
    What's the catch?
    Be honest, how good are you?
    """,
)
CHAT_MORE: Final[Mapping[str, Asking]] = {
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
