"""Pictures: facts into pixels for the nano recipe, and real photographs with rule-made labels.

Knows the public names of the generator; refuses to know questions, captions and models.
"""

from anymal.training.pictures.draw import SIZE_PX, VIDEO_FRAMES, draw_picture, draw_video, frame_pictures
from anymal.training.pictures.random_facts import random_picture, random_video

__all__ = [
    "SIZE_PX",
    "VIDEO_FRAMES",
    "draw_picture",
    "draw_video",
    "frame_pictures",
    "random_picture",
    "random_video",
]
