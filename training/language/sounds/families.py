"""Which sounds of the closed world belong together.

Knows families of sounds by what makes them; refuses to know questions and answers.
"""

from typing import Final

from anymal.training.language.sounds.words import SOUND_WORDS

__all__ = [
    "CRYING",
    "DOOR",
    "HANDS",
    "HUMAN",
    "MACHINES",
    "SCREAMING",
    "SILENCE",
    "TONES",
    "TOUCHED",
    "VOICE",
    "WOMAN",
]

# Sounds that a body or a voice makes: certain about a person, unlike dishes or typing.
HUMAN: Final = frozenset(
    name for name, words in SOUND_WORDS.items() if words.kind in ("a human voice", "a body sound")
)
VOICE: Final = frozenset(name for name, words in SOUND_WORDS.items() if words.kind == "a human voice")
CRYING: Final = frozenset(("a baby crying", "a woman crying"))
SCREAMING: Final = frozenset(("a woman screaming", "a man screaming"))
WOMAN: Final = frozenset(("a woman crying", "a woman screaming"))
MACHINES: Final = frozenset(("an electric shaver", "a hair dryer"))
DOOR: Final = frozenset(("a door slamming", "a door opening"))
TONES: Final = frozenset(("a steady tone", "beeping"))
SILENCE: Final = frozenset(("silence",))
HANDS: Final = frozenset(("hands clapping", "typing on a keyboard"))
# People may be at these, but need not.
TOUCHED: Final = DOOR | {
    "dishes clattering",
    "glass breaking",
    "keys jingling",
    "paper rustling",
    "running water",
}
