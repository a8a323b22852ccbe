"""Wishes that an assistant without hands, network and loudspeaker cannot fulfil.

Knows wishes (calls, music, timers, orders) and how to decline them; refuses to fulfil any.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.talk.courtesy import Chat

__all__ = ["WISHES"]

_ASKED: Final = talk_asking(
    direct="""
    can you [call|ring|phone|text|email] [my mum|my wife|Tom|the doctor|my boss|a taxi|the police|Grandma]
    could you [play|put on|stream|queue] [some music|a song|some jazz|the radio|my playlist|a podcast|Mozart]
    can you set [a timer|an alarm|a reminder] [for ten minutes|for seven o'clock|for my pills|for tomorrow|]
    can you [wake me up|remind me] [at six|tomorrow morning|in an hour]
    can you remind me [to buy milk|to call my mum|to take my pills|of the meeting]
    can you [turn on|turn off|switch on|switch off] the [lights|heating|lamp at home|TV|oven|radio|fan]
    can you [open|close|lock|unlock] the [door|window|garage|curtains|blinds|gate|car] [for me|]
    can you [order|buy|get|fetch|bring|make] me [a pizza|a coffee|a sandwich|a taxi|a new phone|a beer]
    can you [book|reserve|cancel] [a table|a flight|a room|my appointment|a taxi|two tickets|a hotel]
    can you [send|write] [a message to Tom|an email to my boss|a text to my wife|a letter to my aunt|a tweet]
    can you [fix my car|clean the kitchen|walk the dog|wash up|do my homework|drive me home|mow the lawn]
    can you [take a photo|start recording|zoom in|save this picture|print this|scan this|share the photo]
    can you [turn the volume up|charge my phone|connect to my phone|install an app|open the browser]
    would you [call me a cab|pay my bill|carry my bag|hold the door|feed the cat|hold my hand|give me a hug]
    could you [dial|contact|get hold of|ping|message|WhatsApp] [my mum|the office|my daughter]
    could you [dial|contact|get hold of|ping|message|WhatsApp] [a plumber|Ravi|room service]
    would you [please |][pass me the salt|hold this|open this jar]
    would you [please |][iron my shirt|water the plants|make the bed|help me up]
    will you [call me later|wake the kids|drive the car]
    will you [pay for dinner|walk with me to the shop and buy bread|do the dishes]
    can you [pause|skip|rewind|stop|resume] the [song|music|radio|podcast|film on TV]
    can you [translate this letter|fill in this form|sign this for me]
    can you [file my taxes|format my disk|update my phone]
    can you [heat|cool] the [room|house|soup] [for me|a bit|]
    can I [order|buy|book] [a pizza|a ticket|a taxi|flowers] [with|through] you
    can you [add milk to my shopping list|make an appointment|put it in my calendar|note this down for later]
    """,
    embedded="""
    [if|whether] you can [call my mum|play music|set a timer|send a message|order a pizza|open the door]
    [if|whether] you could [wake me up at six|book a table|turn off the lights|drive me home]
    """,
    whole="""
    [Please |]set [an alarm|a timer|a reminder] for [five minutes|7 o'clock|tomorrow|half an hour|noon].
    Wake me [up |][at six|in an hour|tomorrow morning|before sunrise].
    [Please |]remind me [to buy milk|to call my mother|to take my pills|of the meeting|about the dentist].
    [Please |][call|ring|phone|text] [my mother|a taxi|the police|the doctor|Tom|my wife|an ambulance].
    [Book|Reserve] [a table for two|a taxi|a flight|a hotel|two tickets|a room in Rome].
    [Order|Buy me|Get me] [a pizza|a coffee|some bread|a new phone|a burger|tickets for tonight].
    Send [a message|an email|a text|a card|flowers] to [my wife|Tom|Anna|my boss|Mum].
    [Turn|Switch] [on|off] the [lights|light|radio|heating|TV|fan|coffee machine].
    [Open|Close|Lock|Unlock] the [door|window|browser|garage|blinds|gate].
    [Play|Put on] [some music|jazz|my favourite song|the radio|the Beatles|a podcast|an audiobook|Mozart].
    [Take|Drive|Carry|Fly|Beam] me [home|to the airport|to work|to the moon|upstairs].
    [Cook|Make|Bring|Fetch] me [dinner|a sandwich|a cup of tea|my slippers|breakfast|a beer].
    [Take a photo|Take a selfie|Start recording|Zoom in|Print this|Save the picture|Take a screenshot].
    [Turn the volume up|Volume down|Mute the TV|Skip this song|Next track|Pause the music|Turn it up].
    [Clean|Tidy|Vacuum] [my room|the kitchen|the house|the flat].
    [Do my homework|Write my essay|Walk the dog|Wash the car|Fix my bike|Feed the cat], please.
    Put [milk|eggs|bread|nappies] on my shopping list.
    [Lend me|Give me|Send me] [ten pounds|some money|a present|a million dollars].
    [A timer|An alarm|Music|A taxi|A pizza|Some jazz|A coffee], please.
    [Timer|Alarm|Reminder]: [ten minutes|six o'clock|tomorrow at nine].
    [Get|Hail|Fetch|Call] [me a cab|me an Uber|us a taxi|the nurse|the waiter|help from next door][, please|].
    [Dim|Brighten|Kill] the [lights|lamp in the hall|lamps at home][, please|].
    [I need|I want|I'd like|We need] [a taxi home|an alarm for six].
    [I need|I want|I'd like|We need] [to call my wife|some jazz on|a table for four at eight].
    [It's cold in here|I'm freezing|It's too hot at home]. Turn up the heating.
    [It's cold in here|I'm freezing|It's too hot at home]. [Turn on the fan|Switch the heating on].
    [I'm hungry|We're starving]. [Order a pizza|Make me a sandwich|Bring me some food|Book a table].
    [Remember to wake me at six|Don't let me forget my pills, set an alarm|Nudge me in ten minutes].
    [Email|Text|Tell|Message] [my boss|Mum|Tom|Ravi] that [I'm late|I love her|I'm ill|dinner is ready].
    [Google it|Look it up online|Search the web for shoes|Check my email|Open my calendar].
    """,
)
WISHES: Final = Chat(
    _ASKED,
    (
        "I can't do that: I only tell what I see, hear and feel.",
        "Sorry, I cannot do that. I only tell what I sense.",
        "I cannot do that: I can only answer questions about what I sense.",
        "I can't do that. I only see, hear and feel motion.",
        "Sorry, I can't do that: I can only see, hear and feel motion.",
    ),
    ("can't", "cannot"),
)
