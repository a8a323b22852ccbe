"""Pictures and clips: facts that a viewer could check, pixels that agree with them, a trainable encoder."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="models and training need the export extra")

from anymal.models.encoder_protocol import build_encoder, encoder_options  # noqa: E402
from anymal.training.facts import COLUMNS, ROWS, Item, PictureFacts, VideoFacts  # noqa: E402
from anymal.training.pictures import (  # noqa: E402
    draw_picture,
    draw_video,
    frame_pictures,
    random_picture,
    random_video,
)
from anymal.training.pictures.palette import allowed_item_colours, luma  # noqa: E402
from anymal.training.pictures.photos import dominant_colours, is_bright, load_photos  # noqa: E402
from anymal.training.pictures.phrases import (  # noqa: E402
    CELL_GROUPS,
    GROUPS,
    UNKNOWN,
    cell_targets,
    picture_targets,
)


def _rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def _mass_centre(frame: np.ndarray) -> tuple[float, float, int]:
    """Where pixels differ clearly from the corner: x, y in picture widths and their number."""
    strange = np.abs(frame.astype(int) - np.median(frame.reshape(-1, 3), axis=0)).max(axis=2) > 60
    y, x = np.nonzero(strange)
    return (float(x.mean()) / 96, float(y.mean()) / 96, len(x)) if len(x) else (0.0, 0.0, 0)


def test_random_pictures_are_unambiguous() -> None:
    rng = _rng()
    for _ in range(500):
        facts = random_picture(rng)
        cells = [(item.column, item.row) for item in facts.items]
        assert len(set(cells)) == len(cells)
        assert len(cells) <= 6
        clear = allowed_item_colours(facts.background, facts.bright) if facts.background else ()
        assert all(item.colour in clear for item in facts.items)
        assert all(item.size == "large" for item in facts.items if not facts.sharp)


def test_every_kind_and_count_comes_up() -> None:
    rng = _rng()
    pictures = [random_picture(rng) for _ in range(600)]
    assert {p.kind for p in pictures} == {"shapes", "digit", "scene", "blank"}
    assert {len(p.items) for p in pictures if p.kind == "shapes"} == {1, 2, 3, 4, 5, 6}
    assert {p.digit for p in pictures} >= set(range(10))


@pytest.mark.parametrize("size_px", [96, 64, 150])
def test_pictures_have_the_wanted_size(size_px: int) -> None:
    rng = _rng(1)
    for _ in range(12):
        pixels = draw_picture(random_picture(rng), rng, size_px)
        assert pixels.shape == (size_px, size_px, 3)
        assert pixels.dtype == np.uint8


def test_same_seed_draws_the_same_picture() -> None:
    first, second = (draw_picture(random_picture(r), r) for r in (_rng(5), _rng(5)))
    assert np.array_equal(first, second)


def test_brightness_fact_agrees_with_pixels() -> None:
    rng = _rng(2)
    for _ in range(300):
        facts = random_picture(rng)
        mean = luma(draw_picture(facts, rng).reshape(-1, 3).mean(axis=0))
        assert (mean > 106) if facts.bright else (mean < 106)


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("row", ROWS)
def test_an_item_stands_in_its_cell(column: str, row: str) -> None:
    rng = _rng(3)
    for size in ("small", "large"):
        facts = PictureFacts("shapes", "white", (Item("circle", "blue", size, column, row),))
        for _ in range(8):
            x, y, _ = _mass_centre(draw_picture(facts, rng))
            assert (int(x * 3), int(y * 3)) == (COLUMNS.index(column), ROWS.index(row))


def test_blur_takes_detail_away() -> None:
    facts = PictureFacts("shapes", "white", (Item("star", "black", "large", "middle", "middle"),))
    detail = []
    for sharp in (True, False):
        pixels = [draw_picture(replace(facts, sharp=sharp), _rng(s)).astype(int) for s in range(10)]
        detail.append(np.mean([np.abs(np.diff(p.mean(axis=2), axis=0)).max() for p in pixels]))
    assert detail[1] < 0.6 * detail[0]


def test_a_photo_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="photo"):
        draw_picture(PictureFacts("photo", colours=("blue",)), _rng())


@pytest.mark.parametrize(
    ("movement", "rises"),
    [
        ("left to right", lambda a, b: b[0] > a[0] + 0.1),
        ("right to left", lambda a, b: b[0] < a[0] - 0.1),
        ("top to bottom", lambda a, b: b[1] > a[1] + 0.1),
        ("bottom to top", lambda a, b: b[1] < a[1] - 0.1),
        ("grows", lambda a, b: b[2] > 1.4 * a[2]),
        ("shrinks", lambda a, b: 1.4 * b[2] < a[2]),
        ("stays still", lambda a, b: abs(a[0] - b[0]) + abs(a[1] - b[1]) < 0.02),
    ],
)
def test_movements_go_where_they_say(movement: str, rises: Callable[..., bool]) -> None:
    starts = {"left": ("left", "middle"), "right": ("right", "middle"), "top": ("middle", "top")}
    column, row = starts.get(
        movement.split()[0], ("middle", "bottom" if "bottom to" in movement else "middle")
    )
    item = Item("circle", "black", "large" if movement == "shrinks" else "small", column, row)
    for seed in range(5):
        clip = draw_video(VideoFacts(item, movement, "white"), _rng(seed))
        assert clip.shape == (4, 96, 96, 3)
        assert all(rises(_mass_centre(a), _mass_centre(b)) for a, b in pairwise(clip))


def test_appearing_and_disappearing() -> None:
    item = Item("square", "red", "large", "left", "top")
    for movement, seen in (
        ("appears", [False, False, True, True]),
        ("disappears", [True, True, False, False]),
    ):
        facts = VideoFacts(item, movement, "white")
        clip = draw_video(facts, _rng(4))
        assert [_mass_centre(frame)[2] > 50 for frame in clip] == seen
        assert [picture.kind == "shapes" for picture in frame_pictures(facts)] == seen


def test_other_never_stands_in_the_way() -> None:
    rng = _rng(6)
    for _ in range(400):
        facts = random_video(rng)
        for picture in frame_pictures(facts):
            cells = [(item.column, item.row) for item in picture.items]
            assert len(set(cells)) == len(cells)


def test_targets_name_true_phrases() -> None:
    items = (Item("star", "red", "small", "left", "top"), Item("star", "blue", "large", "right", "bottom"))
    targets = picture_targets(PictureFacts("shapes", "white", items))
    said = {g.name: g.phrases[t] for g, t in zip(GROUPS, targets, strict=True) if t != UNKNOWN}
    assert said["count"] == "two shapes"
    assert said["star count"] == "two stars"
    assert said["cross count"] == "no crosses"
    assert said["red count"] == "one red shape"
    assert "digit" not in said
    cells = cell_targets(PictureFacts("shapes", "white", items))
    assert CELL_GROUPS[0].phrases[cells[0, 0]] == "a star here"
    assert CELL_GROUPS[1].phrases[cells[1, 8]] == "something blue here"
    assert CELL_GROUPS[0].phrases[cells[0, 4]] == "nothing here"
    assert cells[1, 4] == UNKNOWN


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ((90, 60, 35), "brown"),
        ((60, 42, 30), "brown"),
        ((200, 150, 120), "brown"),
        ((120, 180, 240), "blue"),
        ((90, 140, 60), "green"),
        ((128, 128, 128), "grey"),
        ((245, 245, 245), "white"),
        ((10, 10, 12), "black"),
        ((240, 140, 30), "orange"),
        ((240, 220, 60), "yellow"),
        ((200, 30, 40), "red"),
    ],
)
def test_plain_colours_get_their_everyday_name(rgb: tuple[int, int, int], name: str) -> None:
    assert dominant_colours(np.full((96, 96, 3), rgb, np.uint8)) == (name,)


def test_two_halves_are_two_colours_and_confetti_is_none() -> None:
    half = np.full((96, 96, 3), (120, 180, 240), np.uint8)
    half[60:] = (90, 140, 60)
    assert dominant_colours(half) == ("blue", "green")
    shades = [(200, 30, 40), (240, 220, 60), (90, 140, 60), (120, 180, 240), (245, 245, 245), (90, 60, 35)]
    assert dominant_colours(np.repeat(np.array(shades, np.uint8), 16, axis=0)[:, None].repeat(96, 1)) == ()


def test_brightness_has_a_dead_zone() -> None:
    levels = {40: False, 93: None, 150: True}
    for level, wanted in levels.items():
        assert is_bright(np.full((96, 96, 3), level, np.uint8)) is wanted


def test_photographs_of_both_splits(shared: Path) -> None:
    for split in ("train", "validation"):
        world = load_photos(shared, split)  # type: ignore[arg-type]
        rng = _rng(7)
        seen = [world.sample(rng) for _ in range(40)]
        assert all(facts.kind == "photo" and facts.colours and not facts.items for facts, _ in seen)
        assert all(is_bright(pixels) is facts.bright for facts, pixels in seen)
        assert {facts.sharp for facts, _ in seen} == {True, False}


def test_encoder_keeps_the_map() -> None:
    encoder = build_encoder("convnet", encoder_options("convnet", {})).eval()
    with torch.no_grad():
        features = encoder(torch.zeros(2, 96, 96, 3, dtype=torch.uint8))
    assert features.shape == (2, encoder.positions, encoder.features_dim) == (2, 36, 192)
    assert sum(p.numel() for p in encoder.parameters()) < 2_000_000


def test_training_learns_saves_and_resumes(shared: Path, tmp_path: Path) -> None:
    from anymal.models.image_encoder import ConvNetOptions
    from anymal.training.train_image import ImageTraining, train_image_encoder

    tiny = ConvNetOptions(widths=(4, 8, 8, 8), blocks=(0, 0, 0, 1), features_dim=16)
    training = ImageTraining(steps=6, batch=8, warm_up=2, save_every_s=0.0, held_out_batches=1)
    losses: list[float] = []

    def stop_after_three(done: int, total: int, values: dict[str, float]) -> None:
        losses.append(values["loss"])
        if len(losses) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train_image_encoder(tmp_path, shared, 0, training, tiny, progress=stop_after_three, workers=0)
    done: list[int] = []
    train_image_encoder(
        tmp_path, shared, 0, training, tiny, progress=lambda step, total, values: done.append(step), workers=0
    )
    assert done == [4, 5, 6]
    assert np.isfinite(losses).all()
    assert json.loads((tmp_path / "encoder.json").read_text())["kind"] == "convnet"
    assert (tmp_path / "encoder.safetensors").is_file()
    assert 0 <= json.loads((tmp_path / "metrics.json").read_text())["item shape"] <= 1
