"""How people ask whether a picture was drawn or photographed.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["KIND"]

KIND: Final = asking(
    direct="""
    what kind of [picture|image] is [this|it|that]?
    what sort of [picture|image] is [this|it]?
    is [this|it|that] a [photo or a drawing|drawing or a photo|photograph or a drawing]?
    is {pic} a [real photo or a drawing|drawing or a real photo]?
    is {pic} [drawn or photographed|real or drawn|photographed or drawn]?
    what type of [picture|image] do you see?
    is {pic} [a photo|a photograph|photographic] or [drawn|a drawing|hand-drawn|computer-drawn]?
    is {pic} [a drawing|drawn|a sketch|an illustration] or [a photo|a real photo|a photograph|a snapshot]?
    was {pic} [taken with a camera or drawn|drawn or taken with a camera|shot or drawn|drawn or shot]?
    did somebody [draw|paint] {pic} or [photograph it|take it with a camera|snap it]?
    did somebody [photograph|snap|shoot] {pic} or [draw|paint] it?
    did {pic} come [out of a camera or off a drawing board|from a camera or from a drawing program]?
    which is it, [a photo or a drawing|a drawing or a photo] {in}?
    which is {pic}, [a photo or a drawing|a drawing or a photo|a drawing or a photograph]?
    [photo or drawing|drawing or photo], which [is it|would you say] {in}?
    is it [a real-life shot or a drawing|a drawing or a real-life shot|a real scene or a drawn one] {in}?
    is {pic} [real life or made up|real or made up|the real world or a drawing|a drawing or real life]?
    is {pic} [artwork or a photo|a photo or artwork|a cartoon or a photo|a photo or a cartoon]?
    are we looking at [a photo or a drawing|a drawing or a photo|a drawing or a real photograph] {in}?
    am I looking at [a photo or a drawing|a drawing or a photo|something drawn or something real] {in}?
    would you [call {pic}|class {pic} as] [a photo or a drawing|a drawing or a photo]?
    how was {pic} made, [with a camera or by drawing|by drawing or with a camera|drawn or photographed]?
    in what way was {pic} made, [drawn or photographed|photographed or drawn]?
    what [medium|sort of image|type of image|kind of image] is {pic}, [photo or drawing|drawing or photo]?
    what [kind|sort|type] of [picture|image] [is it|have we got|am I looking at|are we looking at]?
    what [kind|sort|type] of [picture|image] did I [send|give|show] you?
    do I [have|see] [a photo or a drawing|a drawing or a photo] {in}?
    should I file {pic} under [photos or drawings|drawings or photos]?
    does {pic} look [drawn or photographed|photographed or drawn|like a photo or like a drawing]?
    [photograph or drawing|drawing or photograph]: what is {pic}?
    [classify|label|sort] {pic}[,|:] [photo or drawing|drawing or photo]?
    {pic} is [drawn or photographed|photographed or drawn], which [is it|]?
    was {pic} made [with a pencil or with a camera|with a camera or with a pen|with a brush or a camera]?
    was {pic} made [by an artist or by a photographer|by a photographer or by an artist]?
    [pen or camera|camera or pencil|camera or paintbrush|brush or camera]: how was {pic} made?
    is it [a photo|a photograph|a real photo] or [something drawn|just a drawing|only drawn] {in}?
    do we call {pic} [a photo or a drawing|a drawing or a photo]?
    I can't [tell|decide] [if|whether] {pic} is [a photo or a drawing|a drawing or a photo]. which is it?
    my [gran|boss|friend|teacher] asks [if|whether] {pic} is [a photo or a drawing|a drawing or a photo].
    does {pic} show the real world or is it drawn?
    is {pic} [from a camera or drawn|drawn or from a camera|camera-made or hand-made]?
    is what I [see|have|sent you] {in} [a photo or a drawing|a drawing or a photo]?
    {pic}[,|:] [a photo, or drawn|drawn, or a photo|photo or drawing]?
    how would you [classify|categorise|categorize|label] {pic}, [as a photo or as a drawing|drawing or photo]?
    what [would|do] you call {pic}, [a photo or a drawing|a drawing or a photo|a snapshot or a sketch]?
    of photo and drawing, which [fits|describes|suits] {pic}?
    is {pic} [computer-made or shot with a camera|shot with a camera or computer-made]?
    what is {pic}, [photo or drawing|a photograph or a drawing|a drawing or a real photograph]?
    into which [category|class] does {pic} fall, [photo or drawing|drawing or photo]?
    is {pic} for real or did somebody draw it?
    did someone sit down and draw {pic}, or take a photo?
    is {pic} [made up|invented|drawn] or from real life?
    is it the real thing or [just|only] a drawing {in}?
    does {pic} come from a [pencil|computer|brush] or a [camera|phone|lens]?
    was there a camera [involved|at work] or was {pic} drawn?
    [who|what] made {pic}, [a camera or an artist|an artist or a camera]?
    is {pic} a [doodle|sketch|painting|cartoon] or a [photo|snapshot]?
    my [nan|mate|son] says {pic} is a [photo|drawing]. is it [a photo or a drawing|a drawing or a photo]?
    [sounds daft|sounds silly|silly question], but is {pic} [a photo or a drawing|a drawing or a photo]?
    one last thing before I go: is {pic} [a photo or a drawing|a drawing or a photo]?
    what have I got {in}, [a photo or a drawing|a drawing or a photo]?
    what do you take {pic} for, [a photo or a drawing|a drawing or a photo]?
    [photo, drawing|drawing, photo]: which one is {pic}?
    if {pic} hung on a wall, would it be [a photo or a drawing|a drawing or a photo]?
    should I thank [the photographer or the artist|the artist or the photographer] for {pic}?
    never mind what it shows[,|:] is it [a photo or a drawing|a drawing or a photo] {in}?
    [I'm walking|I'm driving|I'm busy], so quick: is {pic} [a photo or a drawing|a drawing or a photo]?
    did a [lens|camera] see {pic}, or did a hand draw it?
    could {pic} be [a photo or a drawing|a drawing or a photo]?
    """,
    clauses="""
    what kind of [picture|image] this is
    [if|whether] [this|it] is a [photo or a drawing|drawing or a photo]
    [if|whether] {pic} is [a photo or a drawing|a drawing or a photo|drawn or photographed]
    [if|whether] {pic} was [drawn or photographed|taken with a camera or drawn]
    what [sort|type|kind] of [picture|image] [it is|we have|I am looking at]
    [if|whether] {pic} [is real or drawn|is drawn or real|came from a camera or a pencil]
    [if|whether] somebody [drew or photographed|photographed or drew] {pic}
    what [kind|type|sort] of [picture|image] {pic} is
    [who|what] made {pic}, a camera or an artist
    [if|whether] {pic} is real or [made up|drawn]
    [if|whether] I am looking at [a photo or a drawing|a drawing or a photo]
    """,
    terse="""
    [photo or drawing|drawing or photo]?
    [photo or drawn|drawn or photo|photograph or drawing|drawn or photographed|snap or sketch]?
    [kind|type|sort] of [picture|image]?
    [real|real photo|camera] or drawn?
    drawing or [real|camera|snapshot]?
    [sketch or photo|photo or sketch|cartoon or photo|photo or cartoon|drawn or real|real or drawn]?
    [photo, or drawn|drawn, or a photo]?
    [drawing or photo|photo or drawing] {in}?
    [camera|lens] or [pencil|pen|brush]?
    what [kind|type|sort] [of picture|of image|of pic]?
    {pic}: [photo or drawing|drawing or photo]?
    [snapped|taken|shot] or drawn?
    drawn or [snapped|taken|shot]?
    [art|doodle|painting|cartoon] or photo?
    photo, drawing, which?
    a photo, is it, or a drawing?
    [pencil|brush|computer] or camera?
    """,
)
