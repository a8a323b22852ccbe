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
    ("[a dog|a dog barking|a barking dog|a puppy|woofing|a doggy]", frozenset()),
    ("[a cat|a cat meowing|a kitten|a pussycat|a kitty]", frozenset(("a baby crying",))),
    ("[music|a song|a melody|a tune|a band|a radio playing music]", frozenset(("a steady tone",))),
    ("[a car|a car engine|traffic|an engine|a lorry|road traffic]", _MACHINES),
    ("[a car horn|a horn]", _TONES),
    ("[a siren|an ambulance|a fire engine|a police car]", _TONES),
    ("[rain|rainfall|raindrops|a rain shower|a downpour]", frozenset(("running water",))),
    ("[thunder|a thunderstorm]", frozenset(("a door slamming",))),
    ("[a bird|birds singing|birdsong|a chirping bird|tweeting birds]", _TONES),
    ("[a guitar|a piano|a violin|a drum]", _TONES),
    ("[an aeroplane|an airplane|a helicopter|a plane]", _MACHINES),
    ("[footsteps|someone walking|steps on the floor|high heels]", frozenset()),
    ("[a train|a bus|a truck|a motorcycle]", _MACHINES),
    ("[a telephone|a phone ringing|a doorbell]", _TONES),
    ("[a clock|a clock ticking|a ticking watch|a cuckoo clock]", frozenset()),
    ("[wind|the wind blowing]", _MACHINES | {"breathing"}),
    ("[a crowd|a football match]", frozenset(("laughter", "hands clapping"))),
    ("[singing|someone singing|a choir]", _VOICE),
    ("[whistling|someone whistling]", _TONES),
    ("[a gunshot|an explosion|fireworks]", frozenset(("a door slamming",))),
    ("[a church bell|bells]", _TONES),
    ("[a horse|a cow|a sheep|a rooster|a pig|a goat|a duck|a lion]", frozenset()),
    ("[an animal|some animal|a pet|a wild animal|a farm animal|any animal|a beast]", frozenset()),
    ("[a lawnmower|a chainsaw|a tractor]", _MACHINES),
    ("[a frog|a cricket chirping|an owl]", _TONES),
    ("[a ball bouncing|a skateboard|a bicycle]", frozenset()),
    ("[a vacuum cleaner|a washing machine|a drill]", _MACHINES),
    ("[snoring|someone snoring]", frozenset(("breathing", "a yawn"))),
    ("[the sea|waves|a waterfall]", frozenset(("running water",))),
    ("[a fire|crackling fire]", frozenset(("paper rustling",))),
    ("[frying|something frying in a pan]", frozenset(("running water",))),
    ("[an insect|a bee|a mosquito]", _MACHINES | _TONES),
    ("[a hammer|hammering|a saw|somebody sawing wood|building work]", frozenset()),
)
FALSE_ONLY: Final = tuple(predicate(heard(name), frozenset(), unsure) for name, unsure in _NEVER)
