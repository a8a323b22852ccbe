"""How people ask which of two there are more of, which is bigger, and what there is most of, in other words.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["IS_BIGGER", "IS_MORE", "MOST"]

IS_MORE: Final = asking(
    direct="""
    are there more {a} than {b} {in}?
    are there more {a} than {b} {in}?
    are there more {a} {in} than {b}?
    do you [see|count|find] more {a} than {b} {in}?
    can you [see|count|find] more {a} than {b} {in}?
    does {pic} [have|show|contain|hold] more {a} than {b}?
    is it true that there are more {a} than {b} {in}?
    do the {a} outnumber the {b} {in}?
    are the {a} more numerous than the {b} {in}?
    is the number of {a} [larger|greater|higher] than [the number|that] of {b} {in}?
    {in} are there more {a} than {b}?
    """,
    clauses="""
    [whether|if] there are more {a} than {b} {in}
    [whether|if] you see more {a} than {b} {in}
    [whether|if] the {a} outnumber the {b} {in}
    """,
    terse="""
    more {a} than {b}?
    more {a} than {b} {in}?
    """,
)
IS_BIGGER: Final = asking(
    direct="""
    is {a} {more} than {b} {in}?
    is {a} {more} than {b} {in}?
    {in} is {a} {more} than {b}?
    is {a} drawn {more} than {b} {in}?
    does {a} look {more} than {b} {in}?
    would you say {a} is {more} than {b} {in}?
    is it true that {a} is {more} than {b} {in}?
    compared with {b}, is {a} {more} {in}?
    """,
    clauses="""
    [whether|if] {a} is {more} than {b} {in}
    [whether|if] {a} looks {more} than {b} {in}
    """,
    terse="""
    {a} {more} than {b}?
    {a}: {more} than {b}?
    """,
)
MOST: Final = asking(
    direct="""
    <what> {kind} do you see [most|the most of|most often] {in}?
    <what> {kind} is there [most|the most] of {in}?
    <what> {kind} [is|appears|shows up|comes up] [most often|the most|most] {in}?
    <what> is the [most common|most frequent|commonest] {kind} {in}?
    <what> {kind} is [the|] [most common|most frequent|commonest] {in}?
    <what> {kind} are most <things> {in}?
    [name|give me|tell me] the [most common|most frequent] {kind} {in}.
    {in} <what> {kind} do you see [most|the most of]?
    <what> {kind} wins by number {in}?
    """,
    clauses="""
    <what> {kind} there is [most|the most] of {in}
    <what> {kind} you see [most|the most of|most often] {in}
    <what> {kind} is [the|] most common {in}
    """,
    terse="""
    most common {kind}?
    the [most common|commonest|most frequent] {kind} {in}?
    """,
)
