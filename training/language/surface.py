"""How people put a question on the surface: polite, indirect, terse, casual, brief.

Knows frames around a bare question ("what do you hear") and the slips of fast typing; refuses to
know what the question is about or what its answer is.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from anymal.training.language.chatter import among_chatter, hurried, slipped
from anymal.training.language.phrasing import count_variants, pick

__all__ = [
    "Asking",
    "Style",
    "ask",
    "brevity",
    "count_questions",
    "joined",
    "raise_first",
    "roughen",
    "yes_no_asking",
]

Style = Literal["", "one_word", "yes_no", "short"]

_BARE = "{q}?"
_DIRECT = (
    (
        "[Hey|Hi|Hello|Excuse me|Sorry|Okay|OK|So|Well|Now|Please|Assistant|Hey there|Um|Alright"
        "|Right then], {q}?"
    ),
    "[Quick question|A question|My question|Question|Tell me|Just tell me|Please tell me|Say|Honestly]: {q}?",
    "[And|But|So] {q}?",
    (
        "{^q}[, please|, can you tell|, do you know|, any idea|, if you can tell|, in your opinion"
        "|, would you say|"
        ", according to you|, my friend|, assistant|, roughly|, then]?"
    ),
    (
        "[I have a question.|Just curious.|I'm curious.|One more thing.|Help me out.|Listen.|I can't tell.|"
        "Another question.|Let's see.|I am not sure.|I was wondering.] {^q}?"
    ),
    "{^q}, [quickly|just quickly|in plain words|as far as you can tell|from what you sense]?",
    "[Hm|Hmm|Ah|Oh|Look|Okay so|Alright so|Good|Fine], {q}?",
    "[Do me a favour|Be so kind and tell me|Tell me honestly|Let me ask you|I'd like to ask|May I ask]: {q}?",
    (
        "[Excuse me, sir|Excuse me, madam|Pardon me|Good morning|Good evening|Hello again|Hiya|Oi|Aye"
        "|Listen up|"
        "Dear assistant|Nano|Computer|Mate|My dear|Sorry to bother you|If I may ask|If you don't mind"
        "|By the way|"
        "Out of interest|Just wondering|Just to be sure|Next question|For the record|Come on|Go on"
        "|Hang on], {q}?"
    ),
    (
        "[Answer me this|Here's my question|My question is this|One question|Another one|Do tell|Kindly tell|"
        "Tell us|They asked me|I was asked|My son asks|My wife asks|Grandma asks|The teacher asks"
        "|The doctor asks|"
        "The form says|Quiz question|A simple question|A quick one|Serious question"
        "|Stupid question maybe]: {q}?"
    ),
    (
        "[May I ask you something?|Can I ask something?|Got a second?|Can you help me?|Help me, please.|"
        "I need your help.|I can't do it myself.|I have my hands full.|I'm blind.|I'm deaf, so I ask you.|"
        "Somebody asked me this.|I need it for my report.|It's for my homework.|I'm new to this.|Think well.|"
        "We were just talking about it.|I promised to find out.|My glasses broke.|I'd better ask you.] {^q}?"
    ),
    (
        "{^q}, [mate|dear|love|sir|buddy|nano|pal|I wonder|by the way|honestly|if I may ask"
        "|if you don't mind|"
        "to the best of your knowledge|when you think about it|in your view|to your mind|you reckon"
        "|please and thanks]?"
    ),
    (
        "{^q}? [I can't tell.|I can't tell myself.|I wonder.|My wife wants to know.|The kids want to know.|"
        "I'm curious.|Just asking.|Just checking.|Thank you.|Cheers.|Much obliged.|Take your time.|No rush.|"
        "Quick, please.|Go on, tell me.|What do you say?|You tell me.|It matters to me.|It's for a friend."
        "|Sorry to ask.]"
    ),
    (
        "{^q}? [Please tell me.|Tell me.|Please.|I'd like to know.|I need to know.|Can you tell?|Any idea?"
        "|Thanks.]"
    ),
)
_EMBEDDED = (
    "[Can|Could|Would|Will] you [please |kindly |maybe |][tell me|say|let me know|work out|find out] {e}?",
    "[Can|Could|Would] you [possibly |][help me [work out|find out|understand]|explain to me] {e}?",
    "[Please |Just |Now |][tell me|let me know|say|report|work out|find out] {e}.",
    (
        "I [wonder|was wondering|am wondering|want to know|would like to know|need to know|have to know|"
        "cannot tell|can't tell|don't know|am not sure|am curious about] {e}."
    ),
    "I'd [like|love] to know {e}.",
    (
        "[Do you know|Do you have any idea|Any idea|Have you any idea|Any clue|Can you guess"
        "|Can you work out|"
        "Can you tell|Are you able to tell|Are you able to say|Is it possible to say"
        "|Do you happen to know] {e}?"
    ),
    (
        "[Would you mind telling me|Do you mind telling me|May I ask|Might I ask|Mind telling me|"
        "Would you be able to tell me|Would you be so kind and tell me|Is there a way to tell|Who knows] {e}?"
    ),
    "[Hey|Hi|Okay|Please|Excuse me|Sorry], [tell me|can you tell me|could you tell me|do you know] {e}?",
    (
        "[I have no idea|It would help me to know|It is important to know|I'd be glad to know"
        "|I'd be happy to know|"
        "I am trying to find out|I am trying to work out|I would love to know|I have been wondering] {e}."
    ),
    "{^e}, [can you tell me|do you know|could you say|tell me]?",
    (
        "[Would you be so kind as to|Could I trouble you to|Could I ask you to|May I ask you to"
        "|Might I ask you to|"
        "Would it be possible to|Is there any chance you could|Can I get you to|Would you be kind enough to] "
        "[tell me|say|let me know] {e}?"
    ),
    (
        "[My wife|My husband|My son|My daughter|Grandma|My doctor|The nurse|My teacher|A friend|My boss"
        "|Everyone] "
        "[wants|would like|needs|has] to know {e}."
    ),
    (
        "[I'd be grateful if you could|It would help me if you could|I'd appreciate it if you could|"
        "It'd be great if you could|I need you to|I want you to|Be a dear and|Be so kind as to"
        "|Go on,] tell me {e}."
    ),
    "[What I want to know is|My question is|The question is|All I want to know is|What interests me is] {e}.",
    (
        "[Nobody here|No one here|None of us] [can say|can tell|knows] {e}. [Can you?|Do you know?|Help us."
        "|Can you say?]"
    ),
    (
        "[I'm blind, so|I'm deaf, so|I'm not from here, so|I am new to this, so|My memory is bad, so"
        "|I'm busy, so] "
        "[please |][tell me|let me know|say] {e}."
    ),
    (
        "[I keep wondering|I've been asked|I can't work out|I can't figure out|I must find out"
        "|I'm dying to know] {e}."
    ),
    "[Wanna know|Gotta know|Need to know|Just want to know|Only want to know|Interested to know] {e}.",
    "[I bet you know|Surely you know|You must know|I'm sure you can tell|You can surely say] {e}.",
    (
        "[Care to tell me|Fancy telling me|Can u tell me|Pls tell me|Could u say|Any idea at all"
        "|D'you know] {e}?"
    ),
)
_ONE_WORD_AFTER = (
    " [Answer|Reply|Respond] [in|with|using] [one|a single|just one|only one|exactly one] word[.|, please.]",
    " [One word[, please| only|]|In one word[, please|]|Just one word|A single word[, please| will do]].",
    " [Use|Give me|Say|Tell me] [just |only |][one|a single] word.",
    (
        " [A single word is enough|One word is enough|One word is plenty|Nothing but one word"
        "|No more than one word]."
    ),
    (
        " [No sentence|No full sentence|No explanation|No long talk|No details], [just |only |][one"
        "|a single] word."
    ),
    " [Limit yourself to|Stick to|Make it|I only want|I have time for] [just |][one|a single] word.",
)
_ONE_WORD_BEFORE = (
    "[In|With|Using] [one|a single|just one|only one] word[,|:] ",
    "In a word[,|:] ",
    "One word[:|, please:] ",
    "[Answer|Reply|Tell me] [with|in] [one|a single|just one] word: ",
    "[One-word answer|Single-word answer|One word only|Just one word][, please|]: ",
)
_YES_NO_AFTER = (
    " [Just |Only |Please |][answer|say|reply] [with |][just |only |][yes or no|a yes or a no][, please|].",
    " [Yes or no|A simple yes or no|Yes or no, please]?",
    (
        " [A yes or no will do|Yes or no is enough|Nothing but yes or no|No more than yes or no"
        "|I want a yes or a no]."
    ),
    " [Is it yes or no|Is that a yes or a no|So, yes or no|Just yes or no]?",
)
_YES_NO_BEFORE = ("[Yes or no|Just yes or no|Answer yes or no|A yes or no question][:|,] ",)
_SHORT_AFTER = (
    (
        " [Be brief|Briefly|Keep it short|Short answer, please|Be short|In a few words|Make it short|"
        "Answer briefly|A short answer is enough|In short, please|Short and sweet, please|Don't be long|"
        "No long speech|In brief, please|Not too long, please|As short as you can|Just the gist"
        "|Few words, please]."
    ),
)
_SHORT_BEFORE = ("[Briefly|In short|In a few words|In brief][,|:] ",)


@dataclass(frozen=True)
class Asking:
    """Ways to ask one thing.

    `direct`: bare questions without mark or capital ("what do you hear"). `embedded`: what
    follows "tell me" ("what you hear"). `whole`: complete sentences with their punctuation.
    """

    direct: tuple[str, ...] = ()
    embedded: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


def joined(*askings: Asking) -> Asking:
    """One `Asking` that draws from the patterns of all of them."""
    return Asking(
        tuple(pattern for asking in askings for pattern in asking.direct),
        tuple(pattern for asking in askings for pattern in asking.embedded),
        tuple(pattern for asking in askings for pattern in asking.whole),
    )


def yes_no_asking(inverted: Sequence[str], clauses: Sequence[str], whole: Sequence[str] = ()) -> Asking:
    """Ways to ask a yes/no question given its inverted forms and its plain clauses ("someone is talking")."""
    direct = list(inverted) * 2
    for clause in clauses:
        direct.append(
            "[do you think|would you say|do you believe|is it true|could it be|can it be] [that |]" + clause
        )
        direct.append(clause + ", [right|correct|yes|is that right|is that true|am I right|or not]")
    embedded = tuple("[if|whether] " + clause + "[| or not]" for clause in clauses)
    return Asking(tuple(direct), embedded, tuple(whole))


def ask(asking: Asking, rng: random.Random, style: Style = "", **slots: str) -> str:
    """Draw one question; a `style` adds the demand for one word, yes or no, or few words."""
    text = _framed(asking, rng, slots)
    if rng.random() < 0.12:
        text = raise_first(among_chatter(text, rng))
    return roughen(brevity(text, style, rng), rng)


def _framed(asking: Asking, rng: random.Random, slots: dict[str, str]) -> str:
    kinds = ("direct",) * 12 * bool(asking.direct) + ("embedded",) * 5 * bool(asking.embedded)
    kinds += ("whole",) * 5 * bool(asking.whole)
    kind = rng.choice(kinds)
    if kind == "whole":
        return raise_first(pick(asking.whole, rng, **slots))
    if kind == "embedded":
        return raise_first(pick(_EMBEDDED, rng, e=pick(asking.embedded, rng, **slots)))
    question = pick(asking.direct, rng, **slots)
    if rng.random() < 0.7:
        return raise_first(f"{question}?")
    return raise_first(pick(_DIRECT, rng, q=question))


def brevity(question: str, style: Style, rng: random.Random) -> str:
    """Add to a question the words that demand `style`; an empty style adds nothing."""
    if not style:
        return question
    before, after = {
        "one_word": (_ONE_WORD_BEFORE, _ONE_WORD_AFTER),
        "yes_no": (_YES_NO_BEFORE, _YES_NO_AFTER),
        "short": (_SHORT_BEFORE, _SHORT_AFTER),
    }[style]
    if rng.random() < 0.3:
        lead = pick([pattern.rstrip() for pattern in before], rng)
        first = question.split(" ", 1)[0].rstrip(",.?:!")
        kept = question if first in ("I", "I'm", "I'd", "OK", "IMU") else question[:1].lower() + question[1:]
        return f"{lead} {kept}"
    if question.endswith("?") and style == "one_word" and rng.random() < 0.3:
        return f"{question[:-1]}, in {rng.choice(('one word', 'a single word', 'just one word'))}?"
    return f"{question} {pick(after, rng)}"


def roughen(text: str, rng: random.Random) -> str:
    """Type like a person: sometimes lower case, without mark or apostrophes, with a slip of the finger."""
    if rng.random() < 0.06:
        text = slipped(text, rng)
    elif rng.random() < 0.05:
        return hurried(text, rng)
    chance = rng.random()
    if chance < 0.70:
        return text
    if chance < 0.80:
        return text[:-1] if text[-1:] in "?." else text
    if chance < 0.86:
        return text[:1].lower() + text[1:]
    if chance < 0.92:
        return text.lower()
    if chance < 0.97:
        return text.lower().rstrip("?.").replace("'", "" if rng.random() < 0.5 else "'")
    return text[:-1] + rng.choice(("??", " ?", "!", "...")) if text[-1:] in "?." else text


def raise_first(text: str) -> str:
    """Return `text` with its first letter raised."""
    return text[:1].upper() + text[1:]


def count_questions(asking: Asking) -> int:
    """How many different questions `asking` can draw, before slots, styles and typing."""
    frames = 1 + sum(map(count_variants, _DIRECT))
    direct = frames * sum(map(count_variants, asking.direct))
    embedded = sum(map(count_variants, _EMBEDDED)) * sum(map(count_variants, asking.embedded))
    return direct + embedded + sum(map(count_variants, asking.whole))
