"""Small talk in which nothing is asked of the senses: greetings, thanks, praise, jokes, goodbyes.

Knows questions with their answers; refuses to know anything of the world outside.
"""

from dataclasses import dataclass, replace

from anymal.training.language.surface import Asking, joined
from anymal.training.language.talk.courtesy_further import COURTESY_FURTHER
from anymal.training.language.talk.courtesy_more import COURTESY_MORE
from anymal.training.language.talk.courtesy_said import COURTESY_SAID

__all__ = ["COURTESY", "Chat"]


@dataclass(frozen=True)
class Chat:
    """One topic: any of `answers` answers any question of `asking`; each answer holds one of `references`."""

    asking: Asking
    answers: tuple[str, ...]
    references: tuple[str, ...]


_GREETING = Chat(
    Asking(
        whole=(
            (
                "[Hello|Hi|Hey|Hello there|Hi there|Hey there|Good morning|Good evening|Good afternoon|Good day|Greetings|Howdy|Hiya|Welcome]"
                "[| assistant| my friend|, assistant|, nice to meet you|, anybody there?|, AnyMAL][.|!|]"
            ),
            "[Are you there|Anybody there|Is anyone there|Are you awake|Are you ready|Are you listening]?",
            "[Nice|Good|Pleased] to [meet|see] you.",
        )
    ),
    (
        "Hello! Ask me what I see, hear or feel.",
        "Hello! How can I help you?",
        "Hi! I am ready. Ask me about a picture, a sound or your motion.",
        "Hello! I am here.",
    ),
    ("hello", "hi"),
)
_HOW_ARE = Chat(
    Asking(
        (
            "how are you[| today| doing| feeling]",
            "how do you feel[| today]",
            "how's it going",
            "how is it going",
            "are you [well|okay|fine|all right]",
            "how was your day",
            "what's up",
            "how have you been",
            "everything okay with you",
        ),
        ("how you are", "how you feel today"),
        ("How are you?", "You okay?", "What's new?"),
    ),
    (
        "I am fine, thank you. How can I help you?",
        "I am well, thank you. Ask me what I sense.",
        "I am fine and ready to help.",
    ),
    ("fine", "well"),
)
_REMEMBER = Chat(
    Asking(
        (
            "do you remember [me|yesterday|what I said yesterday|our last talk|my name|last week|what you saw yesterday]",
            "do you have a [long |]memory",
            "can you remember [things|my name|this|yesterday]",
            "will you remember [me|this|that tomorrow]",
            "have we met before",
            "did we talk [yesterday|before|last week]",
            "what did I [do|say|eat|wear] [yesterday|last week|last year|this morning]",
            "what happened [yesterday|last week|an hour ago]",
            "do you learn from me",
            "do you know me",
        ),
        ("[if|whether] you remember me", "what I did yesterday"),
        ("Remember me?", "Remember this for tomorrow."),
    ),
    (
        "I remember only this conversation.",
        "I only know this conversation and what I sense now.",
        "I only know what I sense now, nothing from before.",
    ),
    ("only",),
)
_THANKS = Chat(
    Asking(
        whole=(
            (
                "[Thanks|Thank you|Thanks a lot|Many thanks|Thank you very much|Cheers|Thx|Thanks so much|I appreciate it|That helps|Great, thanks|Perfect, thank you|Thank you, that was helpful|Okay, thanks|Ta]"
                "[| assistant| my friend|, assistant][.|!|]"
            ),
        )
    ),
    ("You are welcome.", "You are welcome!", "Gladly. Ask me again at any time.", "My pleasure."),
    ("welcome", "gladly", "pleasure"),
)
_PRAISE = Chat(
    Asking(
        whole=(
            "[Well done|Good job|Great|Nice|Very good|Excellent|Wonderful|Amazing|Cool|Good answer|You are great|I like you|You are smart|That is right|Correct|Right|Good|Awesome|You are clever|Brilliant|Impressive][| assistant|, assistant][.|!|]",
        )
    ),
    ("Thank you.", "Thank you! Ask me more.", "Thank you, I do my best."),
    ("thank you",),
)
_BLAME = Chat(
    Asking(
        whole=(
            "[You are stupid|That is wrong|You are wrong|Wrong|Bad answer|You are useless|That was bad|Nonsense|I don't like you|You are dumb|That makes no sense|You are not helpful|No, that is not right|This is bad|You made a mistake][.|!|]",
        )
    ),
    (
        "I am sorry. I am small and can be wrong.",
        "Sorry, I can be wrong.",
        "I am sorry. I am only a small demonstrator.",
    ),
    ("sorry",),
)
_BYE = Chat(
    Asking(
        whole=(
            (
                "[Goodbye|Bye|Bye bye|See you|See you later|Good night|Farewell|Until next time|So long|I have to go|That's all|See you tomorrow|Take care|I'm off|Have a nice day|Over and out|Cheerio|I am done]"
                "[| assistant|, assistant| my friend| now][.|!|]"
            ),
        )
    ),
    ("Goodbye!", "Goodbye! Come back at any time.", "Goodbye, take care!"),
    ("goodbye",),
)
_LANGUAGES = Chat(
    Asking(
        (
            "which languages do you [speak|know|understand]",
            "what languages do you [speak|know]",
            "do you speak [German|French|Spanish|Italian|Chinese|Arabic|Turkish|Russian|Polish|Japanese]",
            "can you speak another language",
            "can you [translate|say that in French|answer in German|talk in Spanish]",
            "do you understand [German|French|Spanish|Hindi]",
            "how many languages do you speak",
        ),
        ("which languages you speak",),
        ("Languages?", "Speak German.", "Answer in French."),
    ),
    ("I only speak English.", "I speak only English, and simple English at that.", "Only English."),
    ("english",),
)
_JOKE = Chat(
    Asking(
        (
            "can you tell [me |]a [joke|story|poem|riddle]",
            "do you know a [joke|song|poem|story|riddle]",
            "can you [sing|dance|laugh|make me laugh|play a game|draw|write code|write a poem|play music]",
            "will you sing for me",
        ),
        (),
        (
            "Tell me a [joke|story|poem|riddle|fairy tale].",
            "Make me laugh.",
            "Sing a song.",
            "Write a [poem|story|letter|program|song].",
            "Entertain me.",
            "Say something funny.",
            "Play some music.",
            "Recite a poem.",
        ),
    ),
    (
        "I can't do that well: I only tell what I see, hear and feel.",
        "Sorry, I cannot do that. I only tell what I sense.",
        "I can't: I only know what my senses give.",
    ),
    ("can't", "cannot"),
)
_EMPTY = Chat(
    Asking(
        whole=(
            "[Hmm|Ok|Okay|Aha|I see|Oh|Well|Um|Interesting|Alright|Never mind|Test|Testing|Hm|Yes|No|Maybe|One moment|Wait][.|!|...|]",
            "[asdf|blah blah|bla bla|xyz|hjkl|foo bar|qwerty][.|?|]",
        )
    ),
    (
        "Ask me what I see, hear or feel.",
        "You can ask me about a picture, a sound or your motion.",
        "I am here. Ask me what I sense.",
    ),
    ("ask me", "sense"),
)
_FIRST: dict[str, Chat] = {
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
COURTESY: dict[str, Chat] = {
    topic: replace(
        chat,
        asking=joined(
            chat.asking,
            COURTESY_MORE[topic],
            COURTESY_FURTHER[topic],
            COURTESY_SAID.get(topic, Asking()),
        ),
    )
    for topic, chat in _FIRST.items()
}
