"""More ways to be polite or impolite, topic by topic of `talk.courtesy`.

Knows questions only; refuses to know answers.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["COURTESY_MORE"]

_GREETING: Final[Asking] = talk_asking(
    whole="""
    [G'day|Hullo|Heya|Yo|Morning|Evening|Afternoon][| mate| nano| all][.|!|]
    [Ahoy|Namaste|Salut|Bonjour|Hallo|Ciao|Wotcha][| mate| nano| all][.|!|]
    [Hi|Hello|Hey|Good morning|Good evening] [again|everyone|computer][.|!|]
    [Hi|Hello|Hey|Good morning|Good evening] [little one|robot|dear assistant|nano][.|!|]
    [Top of the morning|A very good morning|A good evening|Warm greetings|Hello hello|Hey hey][| to you][.|!|]
    [Long time no see|I'm back|It's me again|Here I am|Me again|Just saying hello|Just dropping in][.|!|]
    [Hi|Hello|Hey], [I'm|my name is|this is] [Tom|Anna|Sam|Priya|Mia|Ben|Ali|Grandma][.|!|]
    [Lovely|Great|So nice|A pleasure|Glad|Delighted] to [meet you|make your acquaintance|be talking to you][.|!|]
    [Hello|Hi|Hey], [is this thing on|are you there|are you awake|anyone home|you there]?
    [Is this thing on|Anyone home|You there|Knock knock|Are you with me|Wakey wakey|Rise and shine|Up yet]?
    [Can we talk|Shall we begin|Shall we start|Can we start|Ready to go|Do you have a minute|Got a minute]?
    [Happy birthday|Merry Christmas|Happy New Year|Happy Easter|Have a good day]! [Hello|Hi] there.
    """
)
_HOW_ARE: Final[Asking] = talk_asking(
    direct="""
    how [are things|is life|goes it|are you keeping|are you getting on][| with you]
    how's [everything|your day|life|tricks|yourself|your mood][| today]
    how was your [night|weekend|morning|week]
    are you [good|alright|doing okay|having a good day|having fun|in good shape|keeping well]
    did you [sleep well|have a good day|have a nice weekend]
    you [alright|good|well|all right], [mate|love|dear|buddy|pal]
    is [everything|all] [fine|well|good|in order] with you
    what's your mood[| like today]
    """,
    embedded="""
    how [you're doing|you are getting on|you're keeping|life is treating you|things are with you]
    [if|whether] you are [well|okay|fine|all right]
    """,
    whole="""
    [You well|All good with you|Doing okay|How are we today|And how are you|How do|Alright, mate]?
    [I'm fine|I'm good|I am well|Not bad here|I'm great today]. [And you|How about you|And yourself|You]?
    Hope you're [well|doing fine|having a good day]. Are you?
    """,
)
_REMEMBER: Final[Asking] = talk_asking(
    direct="""
    do you [recall|recollect|still know] [me|our last chat]
    do you [recall|recollect|still know] [what we talked about yesterday|my voice from last time]
    do you [keep|store] [memories|a diary|a log of our talks|old conversations]
    did you [see|hear|notice] [it|me|him|her|that] [yesterday|last night|last week|this morning]
    have we [spoken|chatted|talked|met] [before|already|last week]
    how [good|long] is your memory
    how far back [do you remember|does your memory go]
    what did you [see|hear|tell me|say to me] [yesterday|last week|last time|this morning|an hour ago]
    what [was I doing|did I ask you|did we talk about] [yesterday|last week|last time|this morning]
    what was [in the last picture yesterday|the last thing you saw yesterday|my question yesterday]
    will you [know me|recognise me|still know this|forget me|forget this] [tomorrow|next time|next week]
    can you [memorise|save|keep in mind|learn] [my name|this for next time|things for later|a shopping list]
    do you [get better|learn more|improve] [with time|every day|when I talk to you]
    """,
    embedded="""
    [if|whether] you [remember|recall|know] [me|our last talk|what I said yesterday|my name from last time]
    [if|whether] we [have met|spoke] before
    what I [did|said|asked|told you] [yesterday|last week|last time|this morning]
    what happened [yesterday|last night|last week]
    """,
    whole="""
    [Remember|Memorise|Save|Keep in mind] [my name for next time|this for later|what I told you for tomorrow].
    [Remember yesterday|Recall our last chat|Memory|Any memories|Know me from before|Met before]?
    [I told you last week|I asked you yesterday|We spoke yesterday]. Do you remember?
    """,
)
_THANKS: Final[Asking] = talk_asking(
    whole="""
    [Thanks a million|Thanks a bunch|Thanks ever so much|Much appreciated][.|!|]
    [Much obliged|Nice one, thanks|Tysm|Thank u][.|!|]
    [Bless you|Bless your heart|You're a star], [thanks|thank you][.|!|]
    [You're a lifesaver|You're a gem|You legend], [thanks|thank you][.|!|]
    [Thank you|Thanks] [kindly|so very much|for that][.|!|]
    [Thank you|Thanks] [for your help|for telling me|for your time|for everything][.|!|]
    [Thank you|Thanks], [dear|mate|nano|buddy|love|that's all I needed|very kind of you|good to know][.|!|]
    [That was kind|Very kind of you|How kind|That's really helpful|That was useful], [thanks|thank you][.|!|]
    [Oh, |Ah, |Right, |Lovely, ]thank you [so much|very much|a lot][.|!|]
    [Super, |Brilliant, |Wonderful, |Alright, |]thank you [so much|very much|a lot][.|!|]
    [I'm grateful|I'm very grateful|I owe you one|I can't thank you enough|I'm so thankful][| for that][.|!|]
    [Merci|Danke|Gracias|Ta very much|Ta, mate|Cheers, mate|Cheers for that|Cheers, big time][.|!|]
    """
)
_PRAISE: Final[Asking] = talk_asking(
    whole="""
    [Spot on|Bang on|Nailed it|Bravo|Good one][.|!|]
    [Well spotted|Top marks|Full marks|Bullseye|Exactly|Precisely][.|!|]
    [You are|You're] [so |very |really |][good at this|helpful|nice|kind|funny][.|!|]
    [You are|You're] [so |very |really |][sweet|cute|a genius|amazing|the best][.|!|]
    [That's|That was|This is] [right|correct|great|lovely|impressive][.|!|]
    [That's|That was|This is] [spot on|a good answer|clever|perfect|cool][.|!|]
    [Wow|Whoa|Superb|Fantastic|Marvellous|Splendid|Terrific][| work| job][.|!|]
    [Fab|Neat|Sweet|Lovely|Magic|Beautiful|Ace][| work| job][.|!|]
    [I love you|I like you a lot|I like it|I love it][.|!|]
    [I'm impressed|I'm amazed|You impress me|Good bot|Good boy][.|!|]
    [Way to go|Keep it up|Good work|Great job][.|!|]
    [Nicely done|Great stuff|Good thinking|Not bad|Not bad at all][.|!|]
    [You got it|You got that right|You were right|You guessed it|You're right|You're quite right][.|!|]
    """
)
_BLAME: Final[Asking] = talk_asking(
    whole="""
    [You're|You are] [rubbish|hopeless|terrible|annoying|a liar|lying][.|!|]
    [You're|You are] [no good|no help|an idiot|slow|silly|bad at this][.|!|]
    [That's|That is|That was] [rubbish|incorrect|false|not true|not it][.|!|]
    [That's|That is|That was] [silly|a lie|stupid|not what I asked|terrible][.|!|]
    [What a|Such a] [stupid answer|silly thing to say|let-down|disappointment|load of rubbish|mess][.|!|]
    [I hate you|You disappoint me|You let me down|I am disappointed|I'm not happy with you|You annoy me][.|!|]
    [Rubbish|Garbage|False|Nope, wrong|Not even close][.|!|]
    [Way off|Try harder|Shame on you|Fail|Epic fail|Boo][.|!|]
    [You got it wrong|You got that wrong|You're mistaken][.|!|]
    [You're way off|You don't get it|You misunderstood me][.|!|]
    [You never help|You don't understand me|You know nothing][.|!|]
    [This is useless|This thing is broken|Bad robot][.|!|]
    """
)
_BYE: Final[Asking] = talk_asking(
    whole="""
    [Ta-ta|Toodle-oo|Cya|See ya|Laters|Later][| mate| nano][.|!|]
    [Ciao for now|Adios|Au revoir|Tschüss|Bye for now|Bye then][| mate| nano][.|!|]
    [I'm leaving|I'm going|I'm heading off|I must go][.|!|]
    [I've got to run|Gotta go|I need to go|I'm off to bed][.|!|]
    [Talk to you later|Speak soon|Talk soon|Catch you later|See you around|See you soon|Until tomorrow][.|!|]
    [That will be all|That'll be all|We're done here][.|!|]
    [That's it for today|Nothing more for now|Let's stop here][.|!|]
    [Have a good one|Have a good night|Have a nice evening][.|!|]
    [Sleep well|Sleep tight|Nighty night|Sweet dreams][.|!|]
    [Goodbye|Bye|Farewell|Good night], [dear|nano|computer|robot][.|!|]
    [Goodbye|Bye|Farewell|Good night], [sleep well|see you soon|take care|and good luck][.|!|]
    """
)
_LANGUAGES: Final[Asking] = talk_asking(
    direct="""
    is English [all you speak|your only language|the only language you know|your mother tongue]
    [what|which] languages can I [use|speak with you|write in]
    can I [talk|speak|write] to you in [German|French|Spanish|Hindi|Dutch|Italian|Polish|my own language]
    can you [speak|understand|reply in|write in|answer in] [German|French|Spanish|Hindi]
    can you [speak|understand|reply in|write in|answer in] [Dutch|Korean|Greek|Welsh]
    do you know [any|some] [German|French|Spanish|Hindi|Dutch|Korean|Greek|foreign words|other languages]
    do you [only|just] [speak|know|understand] English
    are you [bilingual|multilingual|able to speak German|able to translate]
    """,
    embedded="""
    [which|what] languages you [speak|know|understand|support]
    [if|whether] you [speak|understand|know] [German|French|Spanish|Hindi|Dutch|Polish|other languages]
    """,
    whole="""
    [Parlez-vous|Sprechen Sie Deutsch|Habla usted|German, please|French, please|In Spanish, please]?
    [Say|Repeat] [that|it] in [German|French|Spanish|Hindi|Italian].
    [Switch to|Talk|Speak|Use|Reply in|Change to] [German|French|Spanish|Hindi|Italian|Dutch][, please|].
    """,
)
_JOKE: Final[Asking] = talk_asking(
    direct="""
    do you know [any|some|any good] [jokes|riddles|songs|stories|puns|tongue twisters|nursery rhymes]
    can you [crack|tell us|make up|think of|come up with] [a joke|a pun|a funny story|a riddle|a rhyme]
    could you [sing|hum|whistle] [a song|something|a tune|a lullaby][| for me]
    would you [sing|dance|recite a poem|tell a story|play chess] [for me|with me]
    can you [rap|beatbox|whistle|do impressions|do magic]
    can you [play chess|play hide and seek|paint|cook|compose music]
    got any [jokes|stories|riddles|good ones]
    how about a [joke|story|song|game|riddle|poem]
    shall we play [a game|chess|cards|hide and seek]
    """,
    whole="""
    [Tell|Give] [us|me] [a good joke|a knock-knock joke|a dad joke].
    [Tell|Give] [us|me] [a bedtime story|a ghost story|a limerick|a rhyme].
    [Sing|Hum|Whistle|Rap] [me something|us a tune|a lullaby|happy birthday|for me|a carol].
    [Crack a joke|Cheer me up with a joke|Amuse me|Say a poem|Dance for me|Let's play a game|Do a trick].
    [I'm bored|I am sad|I need a laugh|It's dull here]. [Tell me a joke|Tell me a story].
    [I'm bored|I am sad|I need a laugh|It's dull here]. [Entertain me|Sing for me].
    [Write|Compose|Make up] [a song for me|an essay|a haiku|a love letter|some code|a short story|a speech].
    """,
)
_EMPTY: Final[Asking] = talk_asking(
    whole="""
    [Uh|Er|Erm|Hmmm|Mm|Mhm|Right|Right then][.|!|...|]
    [So|Well well|I guess|Fine|Sure|Okay then|Whatever|Dunno|Eh][.|!|...|]
    [Let me think|Hold on|Hang on|One sec][.|!|...|]
    [Just a second|Give me a moment|Just a minute|Hold your horses][.|!|...|]
    [I don't know|No idea|I'm thinking|Nothing|Nothing really][.|!|...|]
    [Forget it|Skip it|Oh well|Who cares|Just testing][.|!|...|]
    [lorem ipsum|la la la|blub|aaaa|mmmm|dfghj|test test|one two one two|yada yada|abc|zzz|lol|haha|hehe][.|]
    """
)
COURTESY_MORE: Final[Mapping[str, Asking]] = {
    "greeting": _GREETING,
    "how_are_you": _HOW_ARE,
    "memory": _REMEMBER,
    "thanks": _THANKS,
    "praise": _PRAISE,
    "blame": _BLAME,
    "bye": _BYE,
    "languages": _LANGUAGES,
    "joke": _JOKE,
    "empty": _EMPTY,
}
