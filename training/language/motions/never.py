"""Activities that are never in our closed world: asked for, they are answered with no.

Knows their names only; refuses to know how an answer is worded.
"""

from typing import Final

from anymal.training.language.motions.predicates import ALL, MotionPredicate, doing

__all__ = ["FALSE_ONLY"]

# Never in our world, so always answered with no.
_NEVER: Final = (
    "[lying down|lying in bed|lying on the floor|flat on my back|in a lying position|stretched out on a bed]",
    "[asleep|sleeping|napping|having a nap|having a snooze|dozing|in the land of nod]",
    "[driving|driving a car|behind the wheel|at the wheel|steering a car]",
    "[swimming|in the water|swimming lengths|having a swim|doing the breaststroke]",
    "[cycling|riding a bike|riding a bicycle|on a bike|pedalling|on my bicycle|out on my bike]",
    "[dancing|dancing around|doing a dance|waltzing|dancing the tango|busting a move]",
    "[jumping|jumping up and down|hopping|bouncing|skipping rope|doing jumping jacks]",
    "[falling|falling down|tripping|tumbling|having a fall|taking a tumble]",
    "[flying|in the air]",
    "[skiing|skating|surfing|snowboarding|rollerblading|skateboarding]",
    "[crawling|on my knees|on all fours|kneeling]",
    "[rowing|paddling|in a canoe|in a kayak|rowing a boat]",
    "[doing push-ups|doing sit-ups|lifting weights|doing pull-ups|doing press-ups]",
    "[playing tennis|playing football|playing golf|playing cricket|playing basketball]",
    "[climbing a tree|climbing a ladder]",
    "[doing yoga|stretching|spinning around]",
    "[sunbathing|lying on a sofa|lying on my side|lying on the couch|tucked up in bed|in bed]",
    "[on a bus|on a train|on a plane|riding a motorbike|riding a horse|on horseback|riding a scooter]",
    "[riding a lift|in an elevator|going up in a lift]",
    "[boxing|wrestling|fencing|doing karate|practising judo]",
    "[doing a handstand|doing a somersault|upside down|doing cartwheels|trampolining]",
    "[throwing a ball|kicking a ball|playing volleyball|bowling|playing badminton]",
    "[painting a wall|chopping wood|ironing|washing up|sweeping the floor|hoovering]",
    "[diving|snorkelling|floating in a pool|taking a shower|having a bath]",
    "[mowing the lawn|gardening|digging the garden|vacuuming|mopping the floor]",
)
FALSE_ONLY: Final = tuple(MotionPredicate(doing(words), frozenset(), ALL) for words in _NEVER)
