"""Still more ways to be polite or impolite, topic by topic of `talk.courtesy`.

Knows questions only; refuses to know answers.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["COURTESY_FURTHER"]

_GREETING: Final[Asking] = talk_asking(
    whole="""
    [Aye aye|Hey ho|Hello hello hello|Hoy|Hiya pal|Howdy partner][.|!|]
    [Howdy y'all|Hey y'all|Sup|Heyyy|Helloo|Hii][.|!|]
    [Salaam|Shalom|Namaste ji|Aloha|Hola|Guten Tag|Buongiorno|Konnichiwa|Moin][| friend| my dear][.|!|]
    [Well hello|Why hello][| there][.|!]
    [Oh hello|Hello my old friend|Good to hear you|Peekaboo][| there][.|!]
    [A very good evening|A pleasant morning] to [you|you, sir|you all|my little helper][.|!|]
    [A fine day|Good day] to [you|you, sir|you all|my little helper][.|!|]
    [Allow me to greet you|I greet you|May I say hello][.|!|]
    [I wanted to say hello|Grandma says hello|My son says hi][.|!|]
    [Hello|Hi|Good morning], [this is|it's] [grandpa|your owner|the doctor][.|!|]
    [Hello|Hi|Good morning], [this is|it's] [Miss Brown|Ravi|me|Officer Clark][.|!|]
    [Hi|Hello], [first time here|new user here][.|!|]
    [Hi|Hello], [just got my glasses|greetings from Scotland|greetings from India][.|!|]
    [Enchanted|Charmed|So we meet|We meet again|Welcome back|Good to see you again][.|!|]
    [Are you on|Are you up|Are you working|Are you switched on|Are you home]?
    [Testing, testing: are you there|Come in, come in]?
    [Do you read me, nano|Nano, are you there|Hello, can we start]?
    """
)
_HOW_ARE: Final[Asking] = talk_asking(
    direct="""
    how [do you do|fare you|are you bearing up|is it hanging|does the day find you|are we feeling][| today]
    how's [it hanging|your morning|your evening|the family|the world treating you|it with you]
    are you [in a good mood|rested|content|comfortable|doing well|on form][| today]
    what's [new|happening|going on] with you
    are you having a [nice|good|pleasant|lovely] [day|morning|evening]
    you doing [all right|okay|well|good][| today]
    how ye doing
    how is you health
    """,
    embedded="""
    how [you fare|your day is going|your day was|you've been|it is with you][| today]
    [if|whether] [everything is fine with you|you slept well|you are in good spirits]
    """,
    whole="""
    [What's cracking|Whassup|Wassup|Hows u|How u doing|How r u|How do you do, sir|Hows things|You good]?
    [It's a lovely day|What a day|I had a hard day]. [How are you|How was yours|And how is yours]?
    Long time no see. How [are you|have you been|is everything]?
    """,
)
_REMEMBER: Final[Asking] = talk_asking(
    direct="""
    do you [remember|recall] [our holiday|my first question from last week|me from the shop|my birthday wish]
    do you [forget|keep] [everything|what I say|things] [overnight|when I switch you off|after our talk]
    when did we [last speak|last talk|first meet|talk before]
    how many times have we [talked|met|spoken] before
    where did we [meet before|talk last time|leave off last week]
    what did [we|you and I] [do|talk about|look at] [yesterday|the day before|last month|on Monday]
    what was I [wearing|eating|saying|looking at] [yesterday|last night|a week ago|last Sunday]
    can you [recall|bring back|look up] [our last chat|yesterday's picture|what I asked last time]
    can you [note|store|hold on to] [this|my name] [for tomorrow|for next week|until later]
    am I [a stranger to you|known to you|familiar to you from before]
    have you [seen|heard|met] me before[| today]
    did I [tell you|show you|ask you] [this yesterday|that last week|my name last time]
    will this [be stored|be remembered|stay in your memory] [until tomorrow|for next time]
    do you keep what I [tell|show] you in mind [for next time|for ever|until tomorrow]
    """,
    embedded="""
    [if|whether] you [forget everything overnight|have a memory|keep old conversations|have seen me before]
    what we [talked about|looked at|did] [yesterday|last time|last week]
    when we last [spoke|met|talked]
    what I [wore|ate|showed you] [yesterday|last night|last week]
    """,
    whole="""
    [Yesterday's picture|Last week|Long-term memory|Our history|Chat history|Previous talks|Past chats]?
    [I'm back from my holiday|It's me from yesterday|I am the lady from last week]. Do you [know|remember] me?
    [Make a note for tomorrow|Don't forget me|Learn my name for next time|Write this in your diary].
    """,
)
_THANKS: Final[Asking] = talk_asking(
    whole="""
    [Thank ye kindly|Thank you kindly, sir|I thank you|My thanks|Thanks y'all][.|!|]
    [Thanks heaps|Thanks love|Tks|Tnx|Ty][.|!|]
    [With thanks|All my thanks|A thousand thanks][.|!|]
    [Thanks again|Thank you again|Thanks once more|A big thank you][.|!|]
    [Grandma|My son|My wife|The whole class|Everybody here] [says thanks|says thank you|thanks you][.|!|]
    [You've been|You were] [a great help|so helpful|very kind|a big help]. [Thanks|Thank you][.|!|]
    [You saved me|You made my day|That saved me a lot of trouble|That put my mind at rest], thank you[.|!|]
    [God bless you|Heaven bless you|Bless you, dear], and thank you[.|!|]
    [That'll do nicely|That's great|That's fine|That's lovely|That will do], [thanks|thank you|cheers][.|!|]
    [Okay|Right|Fine|Super|Good|Cool|Alright|Got you], [thanks a lot|thanks very much][.|!|]
    [Okay|Right|Fine|Super|Good|Cool|Alright|Got you], [thanks mate|cheers][.|!|]
    [I appreciate your help|I appreciate your patience|I do appreciate it|Appreciated|It's appreciated][.|!|]
    [Shukriya|Dhanyavaad|Obrigado|Arigato|Grazie|Thank you dear][.|!|]
    [What would I do without you|Couldn't have done it without you]? Thank you[.|!|]
    """
)
_PRAISE: Final[Asking] = talk_asking(
    whole="""
    [Bingo|Ten out of ten|A plus|Gold star for you|Hats off][.|!|]
    [Chapeau|Kudos|Hooray|Hurrah|Yay|Yes, exactly][.|!|]
    [Ye're a wee gem|Attaboy|Attagirl|Good on you][.|!|]
    [Good lad|Good girl|Clever clogs|Clever thing|Smart cookie][.|!|]
    [You are|You're] [doing great|doing well|a clever machine|a marvel][.|!|]
    [You are|You're] [brilliant|spot on|my hero|a treasure][.|!|]
    [That's|That was] [so cool|brilliant|awesome|really good][.|!|]
    [That's|That was] [fantastic|exactly right|quite right|a good guess][.|!|]
    [I couldn't have said it better|Better than I could|Better than my old one|Better than my doctor][.|!|]
    [My son|Grandma|My wife|The class] [loves you|is impressed|likes you|thinks you are great][.|!|]
    [How clever|How smart|How wonderful|How nice|Aren't you clever|Aren't you a clever one][.|!|]
    Right on[.|!|]
    [So true|You nailed it|Correct answer][.|!|]
    [Mind-blowing|Incredible|Unbelievable, so good|Outstanding|Remarkable|First class|Top notch|Legend][.|!|]
    """
)
_BLAME: Final[Asking] = talk_asking(
    whole="""
    [You're|You are] [a waste of time|a waste of money|not listening][.|!|]
    [You're|You are] [confused|off your head|daft|clueless][.|!|]
    [You're|You are] [worse than my old one|getting on my nerves][.|!|]
    [You're|You are] [not very bright|no use at all|talking rot][.|!|]
    [That's|That was] [a poor answer|far from right|a bad guess|utter nonsense|plain wrong|ridiculous][.|!|]
    [Oh come on|For goodness' sake|Good heavens|Seriously now], that's [wrong|not right|nonsense][.|!|]
    [I want my money back|I'm going to return you][.|!|]
    [I'll throw you away|I'm fed up with you|You drive me mad][.|!|]
    [You always get it wrong|Wrong again|Not again][.|!|]
    [You keep getting it wrong|Still wrong|Wrong wrong wrong][.|!|]
    [My cat is cleverer than you|A toddler knows better|My toaster is smarter|Even I can do better][.|!|]
    [Error|Mistake|Incorrect|Untrue|Bah|Pff|Thumbs down|Two out of ten|Nul points|Poor show|Poor work][.|!|]
    [No no no|Nah|Nope], [you're wrong|that's wrong|you are mistaken|not at all right][.|!|]
    [You didn't listen|You didn't answer my question|I asked something else|You don't listen][.|!|]
    """
)
_BYE: Final[Asking] = talk_asking(
    whole="""
    [Cheerio|Pip pip|Toodles|Bye-bye|Byeee][| then][.|!|]
    [Bubye|Hasta la vista|Sayonara|Arrivederci|Ciao ciao|Tata][| then][.|!|]
    [Peace out|Laters, mate|Catch ya later|See yous|See y'all][.|!|]
    [Later, gator|See you, wee man|I'm out|Gtg|Ttyl|Cu][.|!|]
    [I'm signing off|I'm logging off|Signing off|Time to go|Time for bed|I'm off home|I'm off to work][.|!|]
    [I'll be off|I'll go now|I'll leave you in peace][.|!|]
    [I'll let you rest|I'll be back|I'll switch you off now][.|!|]
    [You can rest now|You may sleep now|Go to sleep|Switch yourself off|Shut down now|Close the chat][.|!|]
    [It was nice|It was good|It was a pleasure] [talking|chatting] to you[.|!|][| Bye.| Goodbye.]
    [Until next week|Until we meet again|See you on Monday|See you next time|Till then|Till tomorrow][.|!|]
    [Farewell, my friend|Godspeed|Safe travels|All the best|Best wishes, bye|Be well|Stay safe][.|!|]
    [My taxi is here|Dinner is ready|My mum is calling me|The bus is coming], [bye|goodbye|see you][.|!|]
    [No more questions|That was all|That's everything|I've heard enough|I'm finished|We are finished][.|!|]
    """
)
_LANGUAGES: Final[Asking] = talk_asking(
    direct="""
    in [what|which] [language|languages] can [I|we] [talk|speak|write] [to you|]
    what's your [mother tongue|native language|first language]
    are you able to [speak|understand|answer in] [French|Hindi|Urdu|Portuguese|Tamil|Swahili|Gaelic]
    will you [answer|speak|talk] [French|Hindi|Russian|Portuguese|Chinese] [to me|with me|]
    do you [speak|talk|get|follow] [Bengali|Urdu|Portuguese|Welsh|Gaelic|Romanian|Thai|Swedish|my language]
    is there [any other|another] language you [speak|know|understand]
    may I [write|speak|ask] in [Spanish|German|Tamil|Punjabi|Czech|my mother tongue]
    could we [talk|continue|go on] in [Spanish|German|Hindi|French|Italian]
    what if I [speak|write] [German|French|Spanish|Hindi] to you
    you speak [Spanish|German|Chinese|Hindi|Polish]
    """,
    embedded="""
    [if|whether] I [can|may] [speak|write] [German|Spanish|Hindi|French] [to you|]
    what your [native language|mother tongue] is
    [if|whether] you are [multilingual|bilingual]
    """,
    whole="""
    [English only|Only English|Other languages|Multilingual|Deutsch|Español|Français|Italiano|Hindi]?
    My English is bad. [Can you speak German|Any other language]?
    [I am not good in English|My gran speaks no English]. [Can you speak German|Any other language]?
    [Please answer|Answer me|Talk to me|Go on] in [Polish|Turkish|Arabic|Portuguese|Urdu|Swedish].
    """,
)
_JOKE: Final[Asking] = talk_asking(
    direct="""
    would you [tell|read] [me|us|the children] a [story|joke|poem|fairy tale]
    will you [tell me a story|make a joke|make me smile|read me something|play with me]
    have you got a [joke|riddle|story|good one] for [me|us|the kids]
    do you do [jokes|impressions|card tricks|stand-up|magic tricks|poetry]
    can I [have|get] a [joke|story|song|poem]
    can you [juggle|act|moonwalk|yodel|make a rhyme|draw me a cat|write an email|paint my portrait]
    are you able to [sing|tell jokes|write poems|tell stories|play games|draw]
    what's your [best|favourite|funniest] joke
    heard any good jokes lately
    """,
    embedded="""
    [if|whether] you [can sing|know a joke|can tell a story|could write a poem]
    """,
    whole="""
    [A joke|A story|A song|A poem|A riddle][, please|].
    [One joke|Bedtime story|Joke time|Story time|Knock knock joke][, please|].
    [I want|I'd like|I need|We want|The kids want] [to hear a joke|a story|a song|to hear a poem].
    [Read|Recite] [me|us] [something funny|a story|a verse|Shakespeare|a poem by heart].
    [Make|Do] [a joke|a rhyme|a funny voice|a silly face|a magic trick][| for me| for us].
    [We're bored|The kids can't sleep]. [Tell us a story|Sing to me].
    [It's a long journey|I can't sleep|I feel down]. [Tell us a story|Sing to me].
    """,
)
_EMPTY: Final[Asking] = talk_asking(
    whole="""
    [Yeah|Yep|Nope|Nah|Aye|Okey-dokey|K][.|!|...|]
    [Kk|Roger|Copy that|Gotcha|Fair enough|As you say|If you say so][.|!|...|]
    [Wait a minute|Wait wait|One second|Bear with me|Just a tick][.|...|]
    [Two ticks|Hold the line|Not yet|Not now|Later on][.|...|]
    What was I going to say[.|...|]
    [I lost my train of thought|I forgot what I wanted|Nothing in particular][.|...|]
    [Oops, wrong button|Oops|Whoops][.|]
    [Sorry, pressed by mistake|That wasn't for you|I wasn't talking to you|Ignore that][.|]
    [Hmm okay|Oh okay|I see, I see|Mhm okay|Good good|Right right][.|...|]
    [Yada|Etcetera|And so on|So so|Meh|Huh okay][.|...|]
    [qwertz|sdfsdf|jkjkjk|blabla|bleh|trololo|tralala][.|]
    [dum di dum|check check|mic check|hocus pocus|xoxo|omg|rofl][.|]
    """
)
COURTESY_FURTHER: Final[Mapping[str, Asking]] = {
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
