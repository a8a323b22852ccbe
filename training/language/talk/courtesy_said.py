"""What people say aloud to be polite or not, topic by topic of `talk.courtesy`.

Knows questions only; refuses to know answers.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["COURTESY_SAID"]

_GREETING: Final[Asking] = talk_asking(
    whole="""
    [Good morning|Morning|Hello|Hi|Hiya], [love|pal|sunshine|wee one|sweetheart|old friend|glasses][.|!|]
    [Hello|Hi|Hey] [in there|my glasses|clever thing|you two|little helper][.|!|]
    [Good morning|Good evening|Hello], [did you miss me|here I am|I've just put you on|we meet at last][.|!|]
    [I've just put my glasses on|I just sat down|I just walked in|I'm up]. [Hello|Hi|Good morning][.|!|]
    [Look who's here|See who's here|Guess who's back|Look, it's me][.|!|]
    [Say hello|Say hi|Wave hello] to [me|grandma|the class|my son|everyone][.|!|]
    [Can you hear me|Do you hear me|Hear me], [nano|love|pal|glasses]? [Hello|Hi]!
    [How do|Ey up|Alreet|Hiya love|Hey buddy|Vanakkam|Sat sri akal|Wagwan|Merhaba|Ahlan][.|!|]
    [Good morning|Good evening], I [slept well|hope you slept well|come in peace][.|!|]
    [Pleased|Happy|Honoured] to [have you|wear you|meet you at last][.|!|]
    """
)
_HOW_ARE: Final[Asking] = talk_asking(
    direct="""
    how are you [this morning|this evening|then|my dear|my friend|getting along]
    how's [yourself|my wee helper|the little helper|it going with you]
    are you feeling [well|fine|all right|okay][| today]
    you keeping well
    how's [it going|life] in there
    """,
    embedded="""
    how you are [this morning|getting along|this evening]
    """,
    whole="""
    [Good morning|Hello|Hi], how are you[| today| keeping]?
    [I slept badly|I'm tired today|I'm well]. And you, how are you?
    [You fine|You okay there|You well today]?
    """,
)
_REMEMBER: Final[Asking] = talk_asking(
    direct="""
    did you [see|hear] what I [did|saw|ate|said] [yesterday|last night|last week]
    what was that noise [yesterday|last night|last week]
    where was I walking [yesterday|last week]
    what picture did I show you [yesterday|last week|last time]
    do you still know what I [told|asked|showed] you [yesterday|last week]
    will you know me when I put you on again tomorrow
    """,
    embedded="""
    what I showed you [yesterday|last week|last time]
    what that noise was [yesterday|last night]
    """,
    whole="""
    Yesterday I asked you something. What was it?
    [I took you off last night|I was here last week]. Do you remember me?
    """,
)
_THANKS: Final[Asking] = talk_asking(
    whole="""
    [That's a relief|Phew|Ah, lovely|Oh good|Smashing|Champion], [thank you|thanks|cheers][.|!|]
    [Thanks|Thank you|Cheers|Ta], [glasses|my wee helper|little helper|sunshine|kind machine][.|!|]
    [Thank you|Thanks] for [your eyes|your ears|looking|listening|seeing that for me|being my eyes][.|!|]
    [Now I can sleep|Now I can sit down|That's off my mind], [thank you|thanks][.|!|]
    [My mother says thanks|We all thank you|All of us say thanks|Thanks from both of us][.|!|]
    [Thank you so so much|Thanks ever so|Thanks a ton|Cheers big ears|Thanks, champ][.|!|]
    """
)
_PRAISE: Final[Asking] = talk_asking(
    whole="""
    [Sharp ears|Sharp eyes|Good ears|Good eyes|You've good ears|You've good eyes|Eyes like a hawk][.|!|]
    [What a clever machine|What a good answer|What a helper|What a star][.|!|]
    [You see better than me|You hear better than me|You beat my old ears][.|!|]
    [Smashing|Grand|Champion|Belter|Class|Shabash|Wah|Mint|Lush][.|!|]
    [You're right again|Right again|You got that one|Dead right|Right you are][.|!|]
    [Clever girl|Clever boy|Clever wee thing|You clever little thing][.|!|]
    """
)
_BLAME: Final[Asking] = talk_asking(
    whole="""
    [Are you blind|Are you deaf|Have you got cloth ears]? [That's wrong|You're wrong|That was wrong].
    [You're blind as a bat|You're deaf as a post][.|!|]
    [You talk nonsense|You talk rubbish|You're making it up|You tell lies][.|!|]
    [That's no help|That's no use to me|A fat lot of good you are|You're no use][.|!|]
    [Wrong as usual|You got it wrong again|Wrong, wrong|That's just wrong|Bad machine][.|!|]
    [I'm cross with you|I'm angry with you|I'm fed up with these glasses][.|!|]
    """
)
_BYE: Final[Asking] = talk_asking(
    whole="""
    [Bye|Goodbye|See you|Night night|Good night], [love|pal|glasses|sunshine|little helper|wee one][.|!|]
    [I'm taking you off|I'll take my glasses off|I'm putting you away] now, [bye|goodbye|good night][.|!|]
    [I'm off to bed|I'm going to sleep|Bedtime|Off to bed with me]. [Good night|Night night|Bye][.|!|]
    [I have to run|I must run|I'll walk home now|I'd better go|Got to dash], [bye|goodbye|see you][.|!|]
    [I've heard enough|I've seen enough|Enough for today|That'll do for now], [bye|goodbye|ta and bye][.|!|]
    [Tara|Ta-ra|Ta ra duck|Cheers, bye|Bye now|Bye for now|Alvida|Khuda hafiz|Adios|Tschuss][.|!|]
    """
)
COURTESY_SAID: Final[Mapping[str, Asking]] = {
    "greeting": _GREETING,
    "how_are_you": _HOW_ARE,
    "memory": _REMEMBER,
    "thanks": _THANKS,
    "praise": _PRAISE,
    "blame": _BLAME,
    "bye": _BYE,
}
