"""The table of picture question kinds: drawn shapes, digits, scenes, blank pictures.

Knows which makers there are; refuses to know their words.
"""

from typing import Final

from anymal.training.language.pictures import questions_count as count
from anymal.training.language.pictures import questions_digit as digit
from anymal.training.language.pictures import questions_either as either
from anymal.training.language.pictures import questions_general as general
from anymal.training.language.pictures import questions_items as items
from anymal.training.language.pictures import questions_list as lists
from anymal.training.language.pictures import questions_more as more
from anymal.training.language.pictures import questions_pointed as pointed
from anymal.training.language.pictures import questions_relation as relations
from anymal.training.language.pictures import questions_scene as scene
from anymal.training.language.pictures import questions_situation as situation
from anymal.training.language.pictures import questions_spot as spot
from anymal.training.language.pictures import questions_whole as whole
from anymal.training.language.pictures import questions_yesno as yesno
from anymal.training.language.pictures.questions_two import two_images
from anymal.training.language.turn import TurnMaker
from anymal.training.language.visual_turns import PictureMaker, about_one_picture, drawn_only

__all__ = ["KINDS", "MAKERS"]

MAKERS: Final[dict[str, PictureMaker]] = {
    "picture/describe": general.describe,
    "picture/list": lists.list_shapes,
    "picture/background": general.background,
    "picture/is_background": general.is_background,
    "picture/bright": drawn_only(general.bright),
    "picture/sharp": drawn_only(general.sharp),
    "picture/empty": general.empty,
    "picture/kind": drawn_only(general.kind_of),
    "picture/colour": items.colour_of,
    "picture/shape": items.shape_of,
    "picture/which_is_colour": items.which_is_colour,
    "picture/position": items.position_of,
    "picture/what_is_at": items.what_is_at,
    "picture/size": items.size_of,
    "picture/biggest": items.biggest,
    "picture/count": count.count_all,
    "picture/count_some": count.count_some,
    "picture/colours": count.different_colours,
    "picture/count_that": count.count_that,
    "picture/is_count": count.is_count,
    "picture/same_colour": count.same_colour,
    "picture/compare_counts": count.compare_counts,
    "picture/compare_sizes": count.compare_sizes,
    "picture/is_more": more.is_more,
    "picture/is_bigger": more.is_bigger,
    "picture/most": more.most,
    "picture/relation": relations.relation,
    "picture/side": relations.side,
    "picture/either": either.which_of_two,
    "picture/all_so": whole.all_so,
    "picture/same_among": whole.same_among,
    "picture/anything_at": spot.anything_at,
    "picture/next_to": spot.next_to,
    "picture/odd_one": spot.odd_one,
    "picture/common": spot.common,
    "picture/is_there": yesno.is_there,
    "picture/is_colour": pointed.is_colour,
    "picture/is_shape": pointed.is_shape,
    "picture/is_position": yesno.is_position,
    "picture/is_size": yesno.is_size,
    "picture/is_relation": yesno.is_relation,
    "picture/absent": yesno.absent,
    "picture/digit": digit.which_digit,
    "picture/digit_colour": digit.digit_colour,
    "picture/is_digit": digit.is_digit,
    "picture/digit_arithmetic": digit.digit_arithmetic,
    "picture/day_or_night": scene.day_or_night,
    "picture/is_time": scene.is_time,
    "picture/weather": scene.weather,
    "picture/is_weather": scene.is_weather,
    "picture/sky": scene.sky,
    "picture/things": scene.things,
    "picture/count_thing": scene.count_thing,
    **situation.MAKERS,
}
KINDS: Final[dict[str, TurnMaker]] = {name: about_one_picture(name, maker) for name, maker in MAKERS.items()}
KINDS["picture/two_images"] = two_images
