"""What can be asked of several sounds in words of its own: what somebody does or needs by the sound.

Knows of which sounds each such question is true and false; refuses to know how an answer is worded.
"""

from typing import Final

from anymal.training.language.sounds.families import (
    CRYING,
    HANDS,
    HUMAN,
    MACHINES,
    SILENCE,
    TONES,
    TOUCHED,
)
from anymal.training.language.sounds.predicates import ALL, free, predicate

__all__ = ["FREE"]

FREE: Final = (
    predicate(
        free(
            "[do|can|did] [you|I|we] hear [any sound|any noise|anything|anything at all|a sound|a noise]",
            "is there [any sound|any noise|anything|a sound|some noise] to [be heard|hear]",
            "is [anything|something] [audible|to be heard|making a noise|making a sound]",
            "does [anything|something] make a [sound|noise]",
            "do your ears [catch|pick up] [anything|anything at all|any sound|something]",
            "is there [any sound|any noise|some sound|sound] [at all|whatsoever]",
            "has [any sound|any noise|a sound|a noise] been [made|heard|recorded]",
            "does the [recording|microphone|mic] [have|get|catch] [any sound|any noise|some sound]",
            "is a [sound|noise] [to be heard|audible|being made|there]",
            clauses=("there is [a sound|some noise] to be heard", "something makes a [noise|sound]"),
        ),
        ALL - SILENCE,
    ),
    predicate(
        free(
            "does [it|that|this|the sound] come from [a person|a human|somebody|a human being|a body]",
            "is [a person|a human|somebody|someone] making [that|this|the] [sound|noise] with their body",
            "is [that|this|it] [a human sound|a bodily sound|a sound of the body|a sound that people make]",
            "is the source [human|a person|a human being|a living being|alive]",
            "did [a person|a human being|someone's body] make [it|that sound|this noise]",
            "is [it|that|the sound] [human|of human origin|made by a human body|a noise of the human body]",
            "is a [person|human being] the source of [it|that|the sound]",
            "does a [person|human|human being] make [it|that sound|such a sound]",
            "is it [a person|a human being] [making|who makes] the sound",
            "would you [call|say] the sound [human|a human one]",
            clauses=("the sound comes from a person", "a person makes it", "it is a human sound"),
        ),
        HUMAN,
        HANDS | TOUCHED,
    ),
    predicate(
        free(
            "do you hear [people|a person|somebody|anybody]",
            "can you [hear|make out] [people|a person|somebody|anybody]",
            "is there [a person|somebody|anybody] to be heard",
            "do I hear [a person|somebody|anybody]",
            "am I hearing [people|a person|somebody|anybody]",
            "is [a person|somebody|anybody] [around|there|here|nearby] by the sound of it",
            "are [people|persons] to be heard",
            "can [a person|somebody|anybody|people] be heard",
            "do your ears [catch|notice|pick up] [a person|somebody|anybody|people]",
            "does it sound like there is [a person|somebody|anybody]",
            clauses=("there is a person to be heard", "you hear a person"),
        ),
        HUMAN | HANDS,
        TOUCHED | MACHINES | TONES,
    ),
    predicate(
        free(
            (
                "is [a machine|an appliance|something electric|some machine] "
                "[plugged in and running|switched on|running]"
            ),
            "did [somebody|someone] leave [an appliance|a machine|something electric] on",
            "should I [switch|turn] [off a machine|a machine off|an appliance off]",
            "does [it|that|this|the sound] come from [a machine|an appliance|something electric]",
            "is the source [mechanical|a machine|an appliance|electric]",
            "is [a machine|an appliance] [making|producing|behind] [it|the sound|the noise|that noise]",
            "does [it|that|the noise] sound [mechanical|like machinery|like an appliance|like a machine]",
            "was [a machine|an appliance] [switched|turned] on",
            "is [electricity|a plug socket|a motor] being used by the sound of it",
            "is there [a machine|an appliance|something with a plug] on",
            clauses=("a machine makes it", "the sound comes from a machine", "an appliance is running"),
        ),
        MACHINES,
        TONES | {"running water"},
    ),
    predicate(
        free(
            "does [it|that|this|the sound] come from [an electronic device|some electronics]",
            "is [it|that|this] [an electronic sound|an electronic noise|a signal from a device]",
            "is [a device|a gadget|some gadget] [signalling|giving a signal|making a tone]",
            "does [some device|a gadget|an electronic device] [make|give] [the sound|a signal|a tone]",
            "is [the sound|it] [made by electronics|electronic|an electronic tone|a signal tone]",
            "is [a device|electronics|an electronic gadget] [the source|what I hear|behind the sound]",
            "do you hear [an electronic sound|a signal tone|an electronic signal|some electronics]",
            clauses=("it is an electronic sound", "a device gives a signal"),
        ),
        TONES,
        MACHINES | {"typing on a keyboard"},
    ),
    predicate(
        free(
            "is anything wet [involved|to be heard]",
            "does it sound [wet|watery|splashy]",
            "should I [turn off|check|close] the [tap|faucet]",
            "did [somebody|someone] leave the [tap|faucet] on",
            "is there [anything|something] liquid to be heard",
            "has [somebody|someone] [left|turned] [a tap|the tap|a faucet|the faucet] on",
            "is [water|a tap|the tap|a faucet] [on|being used|what I hear] by the sound of it",
            "did [somebody|someone|I] forget to turn off the [tap|faucet|water]",
            (
                "is [the sound|it|that] [wet|watery|made by a liquid|of something liquid|from a tap|"
                "from the faucet]"
            ),
            "is water being [used|wasted|poured]",
            "does [the sound|it|that] come from [a tap|water|a faucet|something wet]",
            clauses=("the tap is on", "there is a liquid involved"),
        ),
        frozenset(("running water",)),
        frozenset(("dishes clattering",)),
    ),
    predicate(
        free(
            (
                "is [someone|somebody|anyone|anybody] [busy at a desk|at "
                "a computer|at the computer|writing an email]"
            ),
            "is [someone|somebody|anyone] [working at|using] a computer",
            "does it sound like [an office|office work|desk work]",
            "does [someone|somebody|anyone] [work at|use|sit at] a computer",
            (
                "is [someone|somebody|anyone] [writing on a computer|entering something|at a "
                "desktop|at a laptop]"
            ),
            "is a [computer|laptop] being used",
            clauses=("someone is at a computer", "someone works at a computer"),
        ),
        frozenset(("typing on a keyboard",)),
        frozenset(("paper rustling", "speech", "beeping")),
    ),
    predicate(
        free(
            "does it sound like [a kitchen|washing-up|somebody in the kitchen]",
            (
                "is [someone|somebody|anyone] [washing up|doing the "
                "washing-up|laying the table|clearing the table]"
            ),
            "is [someone|somebody|anyone] [in the kitchen|busy with plates]",
            "does [it|that|the sound] come from the kitchen",
            "is [someone|somebody|anyone] [setting the table|stacking plates|putting plates away]",
            "is [it|that|the sound] [a kitchen noise|from a kitchen|kitchen noise]",
            clauses=("someone is in the kitchen", "someone is clearing the table"),
        ),
        frozenset(("dishes clattering",)),
        frozenset(("running water", "glass breaking", "keys jingling", "speech", "beeping")),
    ),
    predicate(
        free(
            "is [someone|somebody|anyone] [coming in|entering|coming home|at the door]",
            "did [someone|somebody|anyone] [just |][come in|enter|walk in|come through the door]",
            "has [someone|somebody|anyone] [come in|entered|come home]",
            "does [someone|somebody|anyone] [come in|enter]",
            "is there [a visitor|somebody] coming in",
            "am I getting a visitor through the door",
            clauses=("someone is coming in", "someone came in"),
        ),
        frozenset(("a door opening",)),
        frozenset(("a door slamming", "keys jingling", "speech")),
    ),
    predicate(
        free(
            "do I need to sweep up [the pieces|shards|bits of glass]",
            "are there [shards|splinters|broken pieces|bits of glass] [on the floor|to sweep up|about]",
            "should I watch out for [shards|splinters|broken glass]",
            "has [somebody|someone] [broken|smashed|dropped] [a glass|a window|a vase|a bottle]",
            "is [a glass|a window|a vase|a bottle] [broken|in pieces|smashed] now",
            "should I [get|fetch] a [broom|dustpan] for the [shards|broken pieces|splinters]",
            "could I [step on|cut myself on] [shards|splinters|broken glass]",
            "is there a mess of [shards|splinters|broken pieces]",
            clauses=("something has been smashed", "there are shards about"),
        ),
        frozenset(("glass breaking",)),
        frozenset(("dishes clattering",)),
    ),
    predicate(
        free(
            "did [someone|somebody|anyone] like [the show|the performance|the play]",
            "is [there|this] [applause|a round of applause|an ovation]",
            "is an audience [showing its approval|pleased]",
            "do people [applaud|give a hand|show their approval with their hands]",
            "did [someone|somebody] get [a round of applause|applause|a big hand]",
            "was [the show|the performance|the speech] [applauded|well received]",
            clauses=("there is a round of applause", "an audience is pleased"),
        ),
        frozenset(("hands clapping",)),
        frozenset(("laughter",)),
    ),
    predicate(
        free(
            "should I say [bless you|gesundheit|bless you to someone]",
            "does [someone|somebody|anyone] need a [tissue|hanky|handkerchief] for their nose",
            "do I [have to|need to] say [bless you|gesundheit]",
            "would it be polite to say [bless you|gesundheit]",
            "does [someone|somebody|anyone] deserve a bless you",
            "is it time for a [bless you|gesundheit]",
            clauses=("I should say bless you", "someone needs a hanky for their nose"),
        ),
        frozenset(("a sneeze",)),
        frozenset(("coughing", *CRYING)),
    ),
)
