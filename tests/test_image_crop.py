"""The picture an encoder sees on the device is the one transformers' image processor would make."""

import numpy as np
import pytest

from anymal.engines.image_features import image_input
from anymal.engines.manifest import ImageInput
from anymal.samples import Frame

SPEC = ImageInput("rgb", 224, 224, "crop")


@pytest.mark.parametrize("size", [(60, 90), (333, 217), (225, 224), (224, 900), (1000, 301)])
def test_a_centre_crop_equals_clips_own(size: tuple[int, int]) -> None:
    clip = pytest.importorskip("transformers.models.clip", reason="transformers is not installed")
    processor = clip.CLIPImageProcessorPil(do_rescale=False, do_normalize=False)
    rgb = np.random.default_rng(1).integers(0, 255, (*size, 3), dtype=np.uint8)
    wanted = np.asarray(processor(rgb, return_tensors="np")["pixel_values"][0]).transpose(1, 2, 0)
    np.testing.assert_array_equal(image_input(Frame(0, rgb), SPEC), wanted)


@pytest.mark.parametrize("size", [(1, 60_000), (60_000, 1)])
def test_a_hairline_of_a_picture_does_not_need_all_the_memory(size: tuple[int, int]) -> None:
    rgb = np.full((*size, 3), 7, np.uint8)
    assert (image_input(Frame(0, rgb), SPEC) == 7).all()
