"""More words people compare two groups or two shapes in: patterns that `asks_compare` joins to its own.

Knows wording only; refuses to know facts and answers. Each name holds direct patterns, clauses, terse ones.
"""

from typing import Final

__all__ = ["BIGGER", "BIGGER_ONE", "EITHER", "ONLY_FEWER", "ONLY_MORE", "RELATION"]

EITHER: Final = (
    """
    there are {a} and {b} {in}. [what|which] are there {more} of?
    I see {a} and {b} {in}. of which are there {more}?
    of which are there {more} {in}, {a} or {b}?
    of which do you [see|count|find] {more} {in}, {a} or {b}?
    is it {more} {a} or {more} {b} {in}?
    is there {more} of {a} or of {b} {in}?
    [we|the kids|my friends] are [arguing|betting|debating] about what there are {more} of {in}: {a} or {b}?
    which [do we have|have we got|do they have] {more} of {in}, {a} or {b}?
    who has {more} [members|players] {in}, the {a} or the {b}?
    which has the {larger} [count|number|tally|total] {in}, {a} or {b}?
    whose number is {larger} {in}, that of the {a} or that of the {b}?
    what is {larger} {in}, the number of {a} or the number of {b}?
    put the {a} on one side and the {b} on the other {in}: which side has {more}?
    if I sorted {a} and {b} {in} into two piles, which pile would have {more} in it?
    [number-wise|in number|by count|going by numbers], which are there {more} of {in}, {a} or {b}?
    when you count them {in}, are there {more} {a} or {b}?
    [tally|add up|tot up|count up] {a} and {b} {in}: which are there {more} of?
    who [{wins}] {in} if you count them, {a} or {b}?
    in a contest of numbers between {a} and {b} {in}, who [{wins}]?
    would I [find|count|get|see] {more} {a} or {more} {b} {in}?
    which come in {larger} numbers {in}, {a} or {b}?
    has {pic} got {more} {a} or {more} {b}?
    what is it that there are {more} of {in}, {a} or {b}?
    which of the two is [{numerous}] {in}, the {a} or the {b}?
    [help us settle this|settle a bet for us|make up my mind for me]: {more} {a} or {more} {b} {in}?
    the {a} and the {b} {in}, which are [{numerous}]?
    is the {larger} number {in} that of the {a} or that of the {b}?
    I [need|want|have] to know of what there are {more} {in}, {a} or {b}.
    which are there {more} of {in}, {a} or {b}?
    which have [I|we|you] got {more} of {in}, {a} or {b}?
    what's there {more} of {in}, {a} or {b}?
    which [lot|bunch|crowd|gang|heap] has {more} members {in}, the {a} or the {b}?
    the {a} and the {b} got on two buses {in}: which bus carries {more}?
    {a} in one box, {b} in another {in}: which box holds {more}?
    not the size, just the number: are there {more} {a} or {more} {b} {in}?
    it doesn't matter how big they are: what are there {more} of {in}, {a} or {b}?
    [wherever they sit|never mind where they are|no matter where they stand] {in}, {more} {a} or {more} {b}?
    I count {a}, you count {b} {in}: who gets the {larger} number?
    my {a} or my {b} {in}, which do I have {more} of?
    there are {a} {in} and there are {b}, but which are {more}?
    if the {a} played a match against the {b} {in}, who would have {more} players?
    what number is {larger} {in}, the one for {a} or the one for {b}?
    {more} {a} {in} or {more} {b}, what do you [say|reckon|think]?
    which [side|party] has the {larger} number {in}, {a} or {b}?
    do the {a} or the {b} have the {larger} number {in}?
    have a look at the {a} and the {b} {in}. {more} of which?
    are the {a} {more} {in}, or are the {b}?
    which of the two have the {larger} numbers {in}, the {a} or the {b}?
    """,
    """
    of which there are {more} {in}, {a} or {b}
    who [{wins}] by number {in}, {a} or {b}
    [if|whether] it is {more} {a} or {more} {b} {in}
    which number is {larger} {in}, that of {a} or that of {b}
    which of the two there are {more} of {in}, {a} or {b}
    which are there {more} of {in}, {a} or {b}
    what there's {more} of {in}, {a} or {b}
    [if|whether] the {a} or the {b} have the {larger} number {in}
    which lot has {more} members {in}, the {a} or the {b}
    """,
    """
    {a} or {b}, who [{wins}] in number?
    {more} of what, {a} or {b}?
    {a} or {b} {more}?
    {a} / {b}: which {more}?
    count: {more} {a} or {more} {b}?
    {larger} number: {a} or {b}?
    is it {more} {a} or {b}?
    which are there {more} of, {a} or {b}?
    {more} in number, {a} or {b}?
    {larger} number of which, {a} or {b}?
    {a} and {b}: {more} of which?
    {a} or {b}, {larger} number?
    {a} or {b}, what's {more}?
    """,
)
ONLY_MORE: Final = (
    """
    do the {a} outnumber the {b} {in}, or [is it the other way round|is it the other way around|vice versa]?
    do {a} outnumber {b} {in}, or do {b} outnumber {a}?
    [who outnumbers whom|which outnumber the others] {in}, {a} or {b}?
    which [make up|form|are] the majority {in}, {a} or {b}?
    who has the [edge|upper hand|majority|lead] in numbers {in}, {a} or {b}?
    what is there the most of {in}, {a} or {b}?
    which are the most {in}, {a} or {b}?
    is it mainly {a} or mainly {b} {in}?
    is it mostly {a} or mostly {b} that [I|you|we] see {in}?
    who would win a tug of war by sheer numbers {in}, the {a} or the {b}?
    which are thicker on the ground {in}, {a} or {b}?
    which do you come across more often {in}, {a} or {b}?
    who is in the majority {in}, the {a} or the {b}?
    what do [I|you|we] see the most of {in}, {a} or {b}?
    if they voted {in}, who would win, the {a} or the {b}?
    which are there extra of {in}, when you pair {a} with {b}?
    """,
    """
    who outnumbers whom {in}, {a} or {b}
    which are in the majority {in}, {a} or {b}
    whether it is mainly {a} or mainly {b} {in}
    who would win by sheer numbers {in}, {a} or {b}
    """,
    """
    majority: {a} or {b}?
    most, {a} or {b}?
    who outnumbers whom, {a} or {b}?
    mostly {a} or mostly {b}?
    in the majority: {a} or {b}?
    mainly {a} or {b}?
    """,
)
ONLY_FEWER: Final = (
    """
    are the {a} outnumbered by the {b} {in}, or [is it the other way round|the other way around|vice versa]?
    [who is|which are] outnumbered {in}, {a} or {b}?
    which [make up|form|are] the minority {in}, {a} or {b}?
    which are in shorter supply {in}, {a} or {b}?
    what is there the least of {in}, {a} or {b}?
    which are the fewest {in}, {a} or {b}?
    what are there not so many of {in}, {a} or {b}?
    who is in the minority {in}, the {a} or the {b}?
    what do [I|you|we] see the least of {in}, {a} or {b}?
    which are thinner on the ground {in}, {a} or {b}?
    which do you come across less often {in}, {a} or {b}?
    if they voted {in}, who would lose, the {a} or the {b}?
    which would need a few more to catch up in number {in}, {a} or {b}?
    which do they have too few of to match the others {in}, {a} or {b}?
    which are shorter in number {in}, {a} or {b}?
    which is the rarer sight {in}, {a} or {b}?
    """,
    """
    who is outnumbered {in}, {a} or {b}
    which are in the minority {in}, {a} or {b}
    which are the lower number {in}, {a} or {b}
    what there is the least of {in}, {a} or {b}
    """,
    """
    minority: {a} or {b}?
    [fewest|least], {a} or {b}?
    who is outnumbered, {a} or {b}?
    in the minority: {a} or {b}?
    rarer: {a} or {b}?
    the least of, {a} or {b}?
    """,
)
BIGGER: Final = (
    """
    between {a} and {b}, who is {more} {in}?
    I [can't decide|can't tell|am not sure|can't make out] which is {more} {in}, {a} or {b}.
    help me decide: is {a} {more} or {b} {in}?
    is it {a} which is {more} {in}, or {b}?
    {a} and {b} {in}: which one is the {more}?
    if you [compare|measure|look at] {a} and {b} {in}, which is {more}?
    which has the {more} size {in}, {a} or {b}?
    which [one|] [comes out|turns out|appears to be|seems|happens to be] {more} {in}, {a} or {b}?
    I [need|want|am looking for] the {more} one {in}: is that {a} or {b}?
    is {a} the {more} one {in} or is it {b}?
    is {a} {more} than {b} {in} or [the other way round|the other way around|vice versa|is {b} {more}]?
    does {a} or {b} have {space} area {in}?
    some say {a}, others say {b}: which is {more} {in}?
    [my wife|my husband|my brother] says {a}, I say {b}. which is {more} {in}?
    which should I [mark|circle|pick|tick] as the {more} one {in}, {a} or {b}?
    given {a} and {b} {in}, which is {more}?
    we have {a} and {b} {in}. which one is {more}?
    if {a} and {b} were [boxes|animals|shoes|fish], which would be {more} {in}?
    the {more} one {in}, is it {a} or {b}?
    what do you [think|say|reckon], is {a} or {b} {more} {in}?
    the size of {a} and the size of {b} {in}: which is {more}?
    which of both is {more} {in}, {a} or {b}?
    look at {a}, then at {b} {in}. which is {more}?
    who would win if I asked for the {more} one {in}, {a} or {b}?
    [hold|lay] {a} against {b} {in}: which is {more}?
    which of the pair is {more} {in}, {a} or {b}?
    between the pair of them, {a} and {b} {in}, which is the {more}?
    stand {a} beside {b} {in}: who is the {more} one?
    which would need {space} [paint|ink|paper] {in}, {a} or {b}?
    if I cut both out {in}, which piece would be {more}, {a} or {b}?
    not how many there are, but which is {more} itself {in}: {a} or {b}?
    [never mind the colours|forget the colours|wherever they sit]: which is {more} {in}, {a} or {b}?
    {a} or {b} {in}, whose size is {more}?
    one may be {more} {in}: is that {a} or {b}?
    which is the {more} {in}? {a}? {b}?
    they sit there {in}, {a} and {b}: which is {more}?
    is {a} {more} {in}, or is it {b} that is?
    who got the {more} size {in}, {a} or {b}?
    which did somebody give {space} room {in}, {a} or {b}?
    """,
    """
    which of the two is {more} [in size|] {in}, {a} or {b}
    [if|whether] it is {a} or {b} that is {more} {in}
    [if|whether] {a} is {more} than {b} {in} or the other way round
    which [turns out|appears to be] {more} {in}, {a} or {b}
    who is {more} {in}, {a} or {b}
    which of the pair is {more} {in}, {a} or {b}
    whose size is {more} {in}, that of {a} or that of {b}
    """,
    """
    {a} or {b} {more}?
    {a} / {b}: {more} one?
    {more} in size, {a} or {b}?
    {a} {more} than {b} or vice versa?
    {a} or {b}: who's {more}?
    {more} {in}: {a} or {b}?
    {a} or {b}, who is {more}?
    {more} of the pair, {a} or {b}?
    {a}, {b}: which {more}?
    """,
)
BIGGER_ONE: Final = (
    """
    of the {nouns} {in}, which is {more}: {a} or {b}?
    which {noun} would you [call|say is] the {more} one {in}, {a} or {b}?
    is {a} the {more} {noun} {in}, or is {b}?
    which {noun} did they [draw|make|paint] {more} {in}, {a} or {b}?
    I [want|need|am after] the {more} {noun} {in}: is that {a} or {b}?
    [talking about|when it comes to|as for] the {nouns} {in}, is {a} {more} or {b}?
    {nouns} {in}: {a} or {b}, which is {more}?
    which of the {nouns} {in} has the {more} size, {a} or {b}?
    is {a} a {more} {noun} than {b} {in}, or the other way round?
    I see [both|two] {nouns} {in}. is {a} or {b} {more}?
    two {nouns} {in}, {a} and {b}: which is {more}?
    which of the pair of {nouns} is {more} {in}, {a} or {b}?
    one of the {nouns} {in} may be {more}: is that {a} or {b}?
    not where they are, but their size: which {noun} is {more} {in}, {a} or {b}?
    whose size is {more} {in}, of the {nouns}: {a} or {b}?
    {a} and {b}, both {nouns}: which is the {more} {in}?
    which {noun} would need {space} paint {in}, {a} or {b}?
    """,
    """
    which of the {nouns} {in} is {more}, {a} or {b}
    [if|whether] {a} or {b} is the {more} {noun} {in}
    which of the pair of {nouns} is {more} {in}, {a} or {b}
    """,
    """
    {nouns}: {a} or {b} {more}?
    {more} of the {nouns}, {a} or {b}?
    {noun}: {a} {more} or {b}?
    {nouns}, {more} one: {a} or {b}?
    {more}, {a} or {b}, of the {nouns}?
    """,
)
RELATION: Final = (
    """
    which of the <things> {in} is {side} {it}?
    my finger is on {it} {in}. what is {side} it?
    {it} {in}: what is {side} it?
    what's that {side} {it} {in}?
    what can be [seen|found|made out] {side} {it} {in}?
    what [happens to be|do they have|might be|could be] {side} {it} {in}?
    there's something {side} {it} {in}, what is it?
    I [can't see|can't make out|don't see] what is {side} {it} {in}.
    suppose I [am|stand] at {it} {in}: what is {side} it?
    [taking|with] {it} as the starting point, what is {side} it {in}?
    what's sitting {side} {it} {in}?
    who [sits|lives|stands] {side} {it} {in}?
    {side} {it} {in} there's what?
    what have they got {side} {it} {in}?
    anything {side} {it} {in}? what?
    what did I miss {side} {it} {in}?
    {it} {in}, and {side} it, what is that?
    what else is {side} {it} {in}?
    start from {it} {in} and look {side} it: what do you come to?
    not {it} itself {in}, but what's {side} it?
    whatever is {side} {it} {in}, what is it?
    """,
    """
    which of the <things> {in} is {side} {it}
    what can be [seen|found] {side} {it} {in}
    who sits {side} {it} {in}
    what has been put {side} {it} {in}
    """,
    """
    {side} {it}: what?
    {it}: what's {side} it?
    which <thing> {side} {it}?
    anything {side} {it}? what?
    and {side} {it}?
    {side} {it} is what?
    """,
)
