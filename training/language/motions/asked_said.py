"""What people say aloud about their own motion: with a story, an idiom or a word of another sense beside it.

Knows questions only; words of seeing and hearing stand in them and decide nothing. Refuses to know answers.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["CAREFUL", "EITHER", "HOW_ACTIVE", "POSTURE", "REST", "STAIRS", "UP_DOWN", "WHAT"]

WHAT: Final[Asking] = talk_asking(
    direct="""
    what did I just do [there|now|with myself|with my body|with my hands and feet]
    what's [happening|going on|up] with [the glasses I wear|these glasses|the glasses on my nose][| right now]
    what are [my glasses|these glasses] [feeling|telling you|picking up|going through][| right now]
    what do [my|the|these] glasses [say|feel|notice] I'm doing
    how do [my|these] glasses [move|feel me move]
    what did I just do with [the box|my bag|my legs|that chair|my glasses|that thing]
    what did my [body|legs] just do
    what [moves|movements] did I just make
    what have I just [been at|got up to|gone and done]
    what have I been [up to|at] [in this corner|since I came in|here by the door|all this while]
    what am I doing [here in the corner|by the door|by the window|at my desk|in the hall][| right now]
    what do I tell my [wife|boss|mum|doctor|physio] I'm doing
    what would [somebody watching me|a passer-by|a fly on the wall] say I'm doing
    what's the [man|woman|lady|fellow] wearing you [doing|up to]
    what's [he|she] doing, the one who wears you
    never mind the [picture|sound|noise|camera|view], what am I doing
    leaving aside what you see and hear, what am I doing
    not what you see but what you feel, what am I doing
    I don't mean the [picture|people in the picture], I mean me, what am I doing
    what are my [arms and legs|hands and feet] [doing|up to]
    what am I about[| right now]
    what am I [playing at|busying myself with|spending my time on][| right now]
    I am doing [what|which activity|which movement]
    what y'all think I'm doing
    what's yours truly [doing|up to]
    what is it you feel me do
    how come I'm [moving like this|feeling like this], what am I doing
    what have we here, what's my activity
    """,
    embedded="""
    what I just did[| there| with my body]
    what's [happening|going on] with [my|these] glasses
    what [my|these] glasses [feel|go through|notice]
    what I've just [been at|got up to|been up to]
    what I am doing, not what you see
    what I am doing, never mind the [picture|sound]
    what [moves|movements] I just made
    what the one who wears you is doing
    """,
    whole="""
    [Guess|Have a guess|Bet you can't guess|Try and guess] what I just did[| with my body| there].
    Guess what I [just did|did just now|am at|was at|did a second ago].
    Guess what I just did with [the box|my bag|my legs|that chair|my glasses|that thing].
    I gave you my motion. What [am I doing|is it|does it say]?
    [There's a box in front of me|There was a box here|I had a bag with me]. Guess what I just did.
    [There's a chair here|There's a staircase here|Here's a table]. What am I doing?
    [Did you notice|Did you feel that|Did you get that|Notice anything about me]? What did I just do?
    [Something's up|Something is happening] with my glasses. What am I doing?
    What are the glasses up to on my nose?
    [My knees creak|My back hurts|My legs ache|I feel warm|I feel funny]. What am I doing?
    [Listen|Hear me out|Look|Look here|See|Watch me|Picture this]: what am I doing?
    I'm the one behind these glasses. What am I doing?
    [I don't mean the picture|Forget the picture|Never mind the noise]. What am I doing?
    [Don't look, feel|Close your eyes|Switch off your ears]: what am I doing?
    [My boss|My wife|The police officer|My teacher] wants to know what I've been up to.
    [What I do|Me do what|I do what|I doing what|What me doing|What doing I]?
    [Whit am I at|Whit am I daein noo|What am I at the now]?
    [Kindly tell|Do tell|Kindly inform me], which activity I am doing?
    [Number one question|First question|Question one]: what am I doing?
    [My legs|My feet|My arms], what are they up to?
    [Legs|Feet|Body]: doing what?
    And me? What am I doing?
    Me, I'm doing what[| right now]?
    [Somebody asked over the phone|The caller asks]: what are you doing? What do I answer?
    That thing I'm doing [now|with my body], what is it?
    [My moves|My last move|My last action|My doing|What I'm at]?
    [Say what you feel|Feel, don't look]: what's my activity?
    """,
)
POSTURE: Final[Asking] = talk_asking(
    direct="""
    am I sat or am I stood
    am I up or am I down, standing or sitting
    which is it for me, chair or feet
    do I stand or do I sit
    is it my [bum|backside] or my feet I'm on
    never mind the people in the picture, am I sitting or standing
    """,
    embedded="""
    [if|whether] I'm sat or stood
    [if|whether] it's my feet or a chair that I'm on
    """,
    whole="""
    [My legs are numb|I've lost the feeling in my legs]. Am I sitting or standing?
    [Sitting or standing, me|Me sit or stand|I sit or I stand|Stood or sat]?
    Do I stand? Or do I sit?
    """,
)
EITHER: Final[Asking] = talk_asking(
    direct="""
    is it {a} I'm doing, or {b}
    {a} or {b}, what am I doing
    what's my body at, {a} or {b}
    was I {a} or was it {b}
    would somebody watching me say {a} or {b}
    never mind the picture, am I {a} or {b}
    """,
    embedded="""
    [if|whether] somebody watching me would say {a} or {b}
    [if|whether] it was {a} or {b} that I did
    """,
    whole="""
    Was I {a}? Or was it {b}?
    First I said {a}, then {b}. [Which|Which is right]?
    My mum thinks I'm {a}, I think I'm {b}. Who's right?
    Could be {a}, could be {b}. [Which|You tell me]?
    I can't see myself. Am I {a} or {b}?
    """,
)
HOW_ACTIVE: Final[Asking] = talk_asking(
    direct="""
    how much of [a couch potato|an athlete|a lazybones] am I[| right now]
    how hard am I at it[| right now]
    how much go is in me[| right now]
    how much of a sweat is this
    how much [moving|exercise] am I getting
    """,
    embedded="""
    how hard I'm at it
    how much exercise I'm getting
    """,
    whole="""
    My doctor says I should move more. How active am I?
    [Lazy, middling or busy|Couch potato or athlete|Easy, middling or hard]: how active am I?
    I want to lose weight. How active am I[| right now]?
    """,
)
CAREFUL: Final[Asking] = talk_asking(
    direct="""
    should I mind how I go
    is this the moment to [go slowly|be careful|watch my step]
    could I end up on the floor [like this|doing this]
    should I [keep my wits about me|go easy|step with care]
    """,
    embedded="""
    [if|whether] I should mind how I go
    [if|whether] I could end up on the floor
    """,
    whole="""
    Grandpa [fell|slipped|tripped] last week. Should I [be careful|watch my step]?
    [I can't see where I tread|I'm blind|I've new shoes on]. Should I watch my step?
    Mind how I go?
    """,
)
STAIRS: Final[Asking] = talk_asking(
    direct="""
    [going up|going down] the [stairs|steps], am I
    up or down, the [stairs|steps]
    do the [stairs|steps] I'm on go up or down
    am I headed for the [attic or the cellar|upper floor or the ground floor] on these stairs
    """,
    embedded="""
    [if|whether] these stairs take me up or down
    """,
    whole="""
    [Up the stairs|Down the stairs], is it?
    I can't see the stairs. Am I going up or down them?
    """,
)
UP_DOWN: Final[Asking] = talk_asking(
    direct="""
    what's my direction, up or down
    [attic or cellar|roof or basement], where am I heading
    am I going up, or is it down
    """,
    embedded="""
    [if|whether] it's up or down with me
    """,
    whole="""
    Up, is it? Or down?
    Up I go? Or down?
    """,
)
REST: Final[Asking] = talk_asking(
    direct="""
    am I having a wee rest or am I on the go
    do I [laze about or move about|rest or am I at it|keep still or get about]
    am I [taking a breather or on the go|putting my feet up or on the move]
    is it rest or movement, what I do
    """,
    embedded="""
    [if|whether] I'm having a wee rest or on the go
    """,
    whole="""
    [The doctor told me to rest|I should be resting]. Am I resting or moving?
    [Feet up or on the go|Lazing or moving|Still or on the go], me?
    Am I resting? Or moving?
    """,
)
