"""How people ask what sort of thing a picture holds, and on which side of a number a written digit lies.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["COMPARE", "SUBJECT"]

_SORTS: Final = (
    "[shapes, a digit or a scene|a digit, shapes or a scene|a scene, a digit or shapes"
    "|a number, a landscape or shapes|shapes, a number or a landscape|a landscape, shapes or a number"
    "|geometric shapes, a numeral or a little scene|an outdoor scene, a written number or some shapes"
    "|a written digit, a view of the outdoors or drawn shapes"
    "|figures like circles and squares, a scene or a digit]"
)
SUBJECT: Final = asking(
    direct=f"""
    does {{pic}} [show|have|contain|hold] {_SORTS}?
    is {{pic}} [a drawing|a picture] of {_SORTS}?
    what [is|was] [drawn|shown] in {{pic}}, {_SORTS}?
    what does {{pic}} [show|hold|contain], {_SORTS}?
    [do|can] you see {_SORTS} {{in}}?
    do [we|I] [have|see] {_SORTS} {{in}}?
    am I looking at {_SORTS} {{in}}?
    what sort of drawing is {{pic}}, {_SORTS}?
    what [kind|type|sort] of drawing [is it|have we got|do you see] {{in}}, {_SORTS}?
    did somebody draw {_SORTS} {{in}}?
    which [is it|do you see] {{in}}, {_SORTS}?
    {_SORTS}[,|:] what is drawn {{in}}?
    [sort|classify|label] {{pic}}[,|:] {_SORTS}?
    I can't see {{pic}}. is it {_SORTS}?
    is it {_SORTS} [that I see|that you see|] {{in}}?
    would you say {{pic}} [shows|has|is a picture of] {_SORTS}?
    which of these [fits|describes|suits] {{pic}}: {_SORTS}?
    which of these [do you see|is drawn] {{in}}: {_SORTS}?
    what [do you see|is there|have we got|can be seen|am I looking at] {{in}}, {_SORTS}?
    {{pic}}[,|:] [is it|does it show|would that be] {_SORTS}?
    how would you [sort|file|label|classify|categorise] {{pic}}, as {_SORTS}?
    under <what> [heading|category|label] would you [file|put] {{pic}}, {_SORTS}?
    did [they|the artist|my kid|someone] [paint|sketch|draw] {_SORTS} {{in}}?
    [my son|my pupil|somebody|my daughter] [drew|made] {{pic}}. is it {_SORTS}?
    [three choices|choose one|pick one|multiple choice] for {{pic}}: {_SORTS}?
    I can't tell [if|whether] {{pic}} [shows|has] {_SORTS}. [can you|which is it]?
    the [subject|topic|theme|motif] of {{pic}}, is it {_SORTS}?
    [kindly|please] [tell me|say] what is there {{in}}, {_SORTS}.
    {{pic}} is of what, {_SORTS}?
    has {{pic}} got {_SORTS} [in it|on it]?
    what's it about {{in}}, {_SORTS}?
    what have they drawn {{in}}, {_SORTS}?
    [don't describe|no details|never mind the colours], just say [what|which] it is {{in}}: {_SORTS}?
    what would you say {{pic}} is [about|of], {_SORTS}?
    one of [three|these] {{in}}: {_SORTS}. which?
    my pupils guessed {_SORTS}. which [is|was] it {{in}}?
    [look|have a look] at {{pic}}. {_SORTS}?
    [sounds daft|sounds silly|silly question], but does {{pic}} show {_SORTS}?
    what did I get {{in}}, {_SORTS}?
    what am I holding up to you, {_SORTS}?
    is {{pic}} about {_SORTS}?
    """,
    clauses=f"""
    [if|whether] {{pic}} [shows|has|contains] {_SORTS}
    [if|whether] {_SORTS} [is|was] drawn {{in}}
    which {{pic}} shows, {_SORTS}
    what is drawn {{in}}, {_SORTS}
    [if|whether] it is {_SORTS} [that I see|that you see] {{in}}
    [if|whether] I am looking at {_SORTS} {{in}}
    what {{pic}} is about, {_SORTS}
    what they drew {{in}}, {_SORTS}
    """,
    terse=f"""
    {_SORTS}?
    {_SORTS} {{in}}?
    {_SORTS}, which?
    {{pic}}: {_SORTS}?
    which, {_SORTS}?
    so, {_SORTS}?
    what is it, {_SORTS}?
    """,
)
COMPARE: Final = asking(
    direct="""
    is the {num} {in} {sides}?
    is [this|that] {num} {sides} {in}?
    the {num} {in}[,|:] is it {sides}?
    which is the {num} {in}, {sides}?
    would you say the {num} {in} is {sides}?
    {sides}[,|:] which is the {num} {in}?
    I can't read the {num} {in}. is it {sides}?
    [read|look at] the {num} {in}. is it {sides}?
    [tell me|say|decide][,|:] is the {num} {in} {sides}?
    do I [have|see] a {num} {in} that is {sides}?
    does the {num} {in} turn out to be {sides}?
    [do you think|do you reckon|would you guess] the {num} {in} is {sides}?
    {in} is the {num} {sides}?
    is the value of the {num} {in} {sides}?
    how does the {num} {in} compare: is it {sides}?
    [compare|check|test|judge] the {num} {in}[:|.] is it {sides}?
    there is a {num} {in}. is it {sides}?
    I [see|found|spotted] a {num} {in}, but is it {sides}?
    [did they|did someone|did somebody] write a {num} {in} that is {sides}?
    [we are|my class is] [learning|practising] to compare numbers[:|.] is the {num} {in} {sides}?
    [in terms of|going by] value, is the {num} {in} {sides}?
    would the {num} {in} be {sides}?
    the {num} you see {in}, is it {sides}?
    can you [tell|see|work out] [if|whether] the {num} {in} is {sides}?
    [kindly|please] [tell me|say] [if|whether] the {num} {in} is {sides}.
    I need to [sort|file] the {num} {in}. is it {sides}?
    my [son|daughter|pupil] asks: is the {num} {in} {sides}?
    what about the {num} {in}, is it {sides}?
    now the {num} {in}. is it {sides}?
    [sounds daft|sounds silly|silly question], but is the {num} {in} {sides}?
    never mind its [colour|color], is the {num} {in} {sides}?
    would you [call|put] the {num} {in} {sides}?
    whatever the {num} {in} is, is it {sides}?
    """,
    clauses="""
    [if|whether] the {num} {in} is {sides}
    [if|whether] the {num} [written|shown] {in} is {sides}
    [if|whether] the {num} you see {in} is {sides}
    [if|whether] they wrote a {num} {in} that is {sides}
    which the {num} {in} is, {sides}
    which it is {in}, {sides}, the {num}
    [if|whether] the {num} {in} comes out {sides}
    """,
    terse="""
    {sides}?
    {num} {sides}?
    {num} {in}: {sides}?
    is it {sides}?
    {num}, {sides}?
    {sides}, which?
    the {num}, {sides}?
    {num}? {sides}?
    """,
)
