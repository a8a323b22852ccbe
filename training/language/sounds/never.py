"""Sounds that are never heard in our closed world: asked for, they are answered with no.

Knows which of our sounds could be taken for them; refuses to know how an answer is worded.
"""

from typing import Final

from anymal.training.language.sounds.predicates import heard, predicate

__all__ = ["FALSE_ONLY"]

_MACHINES: Final = frozenset(("an electric shaver", "a hair dryer"))
_TONES: Final = frozenset(("a steady tone", "beeping"))
_VOICE: Final = frozenset(
    ("a baby crying", "a woman crying", "a woman screaming", "laughter", "a man screaming", "speech")
)

# Never in our world, so always answered with no; sounds that could be taken for them are left out.
_NEVER: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    (
        (
            "[a dog|a dog barking|a barking dog|a puppy|woofing|a doggy|a hound|a howling dog|a "
            "growling dog|a dog that barks]"
        ),
        frozenset(),
    ),
    (
        "[a cat|a cat meowing|a kitten|a pussycat|a kitty|a meow|a purring cat|a cat that meows]",
        frozenset(("a baby crying",)),
    ),
    (
        "[music|a song|a melody|a tune|a band|a radio playing music|an orchestra|pop music|some music]",
        frozenset(("a steady tone",)),
    ),
    (
        (
            "[a car|a car engine|traffic|an engine|a lorry|road traffic|a passing car|a vehicle|a "
            "van|a motorbike]"
        ),
        _MACHINES,
    ),
    ("[a car horn|a horn|hooting|a honking car]", _TONES),
    ("[a siren|an ambulance|a fire engine|a police car|sirens|a police siren]", _TONES),
    (
        "[rain|rainfall|raindrops|a rain shower|a downpour|drizzle|rain on a roof]",
        frozenset(("running water",)),
    ),
    ("[thunder|a thunderstorm|a clap of thunder|rolling thunder]", frozenset(("a door slamming",))),
    (
        (
            "[a bird|birds singing|birdsong|a chirping bird|tweeting birds|a songbird|twittering "
            "birds|a crow|a seagull]"
        ),
        _TONES,
    ),
    ("[a guitar|a piano|a violin|a drum|a trumpet|a flute|a musical instrument]", _TONES),
    ("[an aeroplane|an airplane|a helicopter|a plane|a jet|a drone]", _MACHINES),
    (
        (
            "[footsteps|someone walking|steps on the floor|high heels|footfalls|somebody running "
            "about|boots on the floor]"
        ),
        frozenset(),
    ),
    ("[a train|a bus|a truck|a motorcycle|a tram|a steam train]", _MACHINES),
    ("[a telephone|a phone ringing|a doorbell|a ringing phone|a ringtone]", _TONES),
    ("[a clock|a clock ticking|a ticking watch|a cuckoo clock|a tick-tock]", frozenset()),
    ("[wind|the wind blowing|a gale|a storm|howling wind]", _MACHINES | {"breathing"}),
    ("[a crowd|a football match]", frozenset(("laughter", "hands clapping"))),
    ("[singing|someone singing|a choir|a singer|a lullaby]", _VOICE),
    ("[whistling|someone whistling]", _TONES),
    ("[a gunshot|an explosion|fireworks]", frozenset(("a door slamming",))),
    ("[a church bell|bells]", _TONES),
    (
        (
            "[a horse|a cow|a sheep|a rooster|a pig|a goat|a duck|a lion|a donkey|a hen|an elephant|"
            "a wolf|a monkey]"
        ),
        frozenset(),
    ),
    (
        (
            "[an animal|some animal|a pet|a wild animal|a farm animal|a beast|"
            "animals|an animal noise|an animal sound|cattle]"
        ),
        frozenset(),
    ),
    ("[a lawnmower|a chainsaw|a tractor|a leaf blower]", _MACHINES),
    ("[a frog|a cricket chirping|an owl]", _TONES),
    ("[a ball bouncing|a skateboard|a bicycle|a bouncing ball|roller skates]", frozenset()),
    ("[a vacuum cleaner|a washing machine|a drill|a hoover|a blender|a fan]", _MACHINES),
    ("[snoring|someone snoring|a snore|a snoring person]", frozenset(("breathing", "a yawn"))),
    ("[the sea|waves|a waterfall|the ocean|the surf]", frozenset(("running water",))),
    ("[a fire|crackling fire]", frozenset(("paper rustling",))),
    ("[frying|something frying in a pan]", frozenset(("running water",))),
    ("[an insect|a bee|a mosquito|a fly|a wasp]", _MACHINES | _TONES),
    ("[a hammer|hammering|a saw|somebody sawing wood|building work]", frozenset()),
    ("[a mouse|a rat|a squirrel|a fox|a hedgehog]", frozenset(("paper rustling",))),
    ("[a sewing machine|a coffee machine|a food mixer|an air conditioner|a power tool]", _MACHINES),
    (
        "[a balloon popping|a popping balloon|a cork popping]",
        frozenset(("a door slamming", "glass breaking")),
    ),
    ("[hiccups|somebody with hiccups|burping|a burp]", frozenset(("coughing", "a sneeze"))),
)
FALSE_ONLY: Final = tuple(predicate(heard(name), frozenset(), unsure) for name, unsure in _NEVER)
