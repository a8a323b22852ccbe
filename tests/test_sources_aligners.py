"""Aligners from every place a recipe can name: the right rows, and a clear refusal of what does not fit."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import torch
import transformers
from safetensors.torch import save_file
from torch import nn

from anymal.errors import AnymalError, ConfigError, ExportError
from anymal.export.sources import ModalitySource, open_source
from anymal.export.sources.aligner_file import save_aligner
from anymal.export.sources.aligners import open_aligner
from anymal.models.aligner import AlignerShape, LinearOptions, PerceiverOptions, build_aligner
from anymal.models.checkpoint import save_modality
from anymal.models.encoder_protocol import encoder_options
from anymal.models.modality import FusedModality, ModalityOptions
from tests import tiny_sources as tiny

DIM, POSITIONS, TOKENS, N_EMBD = 32, 16, 3, 24


class Half(nn.Module):
    """An aligner of somebody else: every second position, projected."""

    def __init__(self, features_dim: int, positions: int, n_embd: int) -> None:
        super().__init__()
        self.project = nn.Linear(features_dim, n_embd)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        found: torch.Tensor = self.project(features[:, ::2])
        return found


def wide(features_dim: int, positions: int, n_embd: int) -> nn.Module:
    return Half(features_dim, positions, n_embd + 1)


def no_module(features_dim: int, positions: int, n_embd: int) -> str:
    return "rows"


def bare(features_dim: int, positions: int, n_embd: int) -> nn.Module:
    raise KeyError("weights")


def mistyped(features_dim: int, positions: int, n_embd: int) -> nn.Module:
    return nn.Linear(features_dim, "wide")  # type: ignore[arg-type]


def late(features_dim: int, positions: int, n_embd: int) -> nn.Module:
    class Late(nn.Module):
        def forward(self, features: torch.Tensor) -> torch.Tensor:
            rows: dict[str, torch.Tensor] = {}
            return rows["late"]

    return Late()


def unfilled(features_dim: int, positions: int, n_embd: int) -> nn.Module:
    module = Half(features_dim, positions, n_embd)
    nn.init.constant_(module.project.bias, torch.nan)
    return module


def rows_of(text: str, **sides: int) -> torch.Tensor:
    sides = {"features_dim": DIM, "positions": POSITIONS, "n_embd": N_EMBD, **sides}
    found = open_aligner(text, "image", **sides)
    with torch.no_grad():
        rows: torch.Tensor = found.module(features())
    assert rows.shape[1] == found.tokens
    return rows


def features() -> torch.Tensor:
    return torch.randn(2, POSITIONS, DIM, generator=torch.Generator().manual_seed(3))


def write_aligner(path: Path, kind: str = "perceiver", **values: Any) -> torch.Tensor:
    """An aligner of ours in a file; returns the rows it makes of `features()`."""
    torch.manual_seed(1)
    shape = AlignerShape(DIM, POSITIONS, TOKENS, N_EMBD)
    options = PerceiverOptions(layers=1, width=16, heads=2) if kind == "perceiver" else LinearOptions()
    aligner = build_aligner(kind, shape, options).eval()
    save_aligner(path, aligner, kind, options, shape)
    with torch.no_grad():
        rows: torch.Tensor = aligner(features())
    return rows


@pytest.mark.parametrize("kind", ["perceiver", "linear"])
def test_an_aligner_of_ours_comes_back_as_it_was_saved(kind: str, tmp_path: Path) -> None:
    wanted = write_aligner(tmp_path / "image.safetensors", kind)
    assert torch.equal(rows_of(f"checkpoint:{tmp_path / 'image.safetensors'}"), wanted)
    assert torch.equal(rows_of(f"checkpoint:{tmp_path}"), wanted)


@pytest.mark.parametrize(
    ("sides", "message"),
    [
        ({"n_embd": 32}, "makes rows of width 24; the LLM reads width 32"),
        (
            {"features_dim": 48},
            r"\(16 positions of width 32\): the encoder gives .* width 48, and project_in",
        ),
        ({"positions": 17}, r"another encoder.*places has shape \[16, 16\], wanted \[17, 16\]"),
    ],
)
def test_an_aligner_of_another_width_is_refused(sides: dict[str, int], message: str, tmp_path: Path) -> None:
    write_aligner(tmp_path / "image.safetensors")
    with pytest.raises(ExportError, match=message):
        rows_of(f"checkpoint:{tmp_path}", **sides)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"tokens": "four"}, "tokens a whole number, found 'perceiver' and 'four'"),
        ({"tokens": None}, "found 'perceiver' and None"),
        ({"tokens": True}, "found 'perceiver' and True"),
        ({"tokens": -1}, "tokens must be from 1 to 65536, found -1"),
        ({"tokens": 10**9}, "tokens must be from 1 to 65536, found 1000000000"),
        ({"tokens": 4}, r"latents has shape \[3, 16\], wanted \[4, 16\]"),
        ({"aligner": ["perceiver"]}, "aligner must be a string"),
        ({"aligner": "qformer"}, "aligner kind 'qformer' is unknown"),
        ({"aligner_options": [1]}, r"aligner 'perceiver': options must be an object, found \[1\]"),
        ({"layers": "2"}, "layers must be of type int, found '2'"),
        ({"layers": 2.5}, "layers must be of type int, found 2.5"),
        ({"layers": 10**6}, "layers must be from 1 to 1024"),
        ({"heads": 0}, "heads must be from 1 to 1024, found 0"),
        ({"heads": 3}, "width 16 cannot be split over 3 heads"),
        ({"width": 10**7}, "width must be from 0 to"),
        ({"width": 10**6}, r"latents has shape \[3, 16\], wanted \[3, 1000000\]"),
        ({"row_norm": float("nan")}, "row_norm must be from 0 to 1e\\+09, found nan"),
    ],
)
def test_a_description_that_cannot_be_is_told_of_its_file(
    values: dict[str, Any], message: str, tmp_path: Path
) -> None:
    write_aligner(tmp_path / "image.safetensors")
    path = tmp_path / "image.json"
    described = json.loads(path.read_text())
    own = {name: value for name, value in values.items() if name in described}
    described["aligner_options"] |= {name: value for name, value in values.items() if name not in described}
    path.write_text(json.dumps({**described, **own}))
    with pytest.raises(ExportError, match=rf"image\.(json|safetensors): .*{message}"):
        rows_of(f"checkpoint:{tmp_path}")


def test_the_files_that_the_document_describes_are_an_aligner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (Path(__file__).parent.parent / "docs" / "export.md").read_text()
    blocks = dict(re.findall(r"```(python|json)\n(.+?)```", text.split("## Aligners in files")[1], re.DOTALL))
    sides = {"features_dim": 768, "positions": 196, "n_embd": 2048}
    monkeypatch.chdir(tmp_path)
    exec(blocks["python"], {})
    written = json.loads(Path("image.json").read_text())
    described = json.loads(blocks["json"])
    assert written["aligner_options"].items() >= described.pop("aligner_options").items()
    assert written.items() >= described.items()
    Path("image.json").write_text(blocks["json"])  # what the defaults leave out is not needed
    assert open_aligner("checkpoint:image.safetensors", "image", **sides).tokens == 64


def test_the_aligner_of_a_whole_modality_of_ours_is_taken_out(tmp_path: Path) -> None:
    options = ModalityOptions(
        "image",
        "vit",
        encoder_options("vit", {"size_px": 32, "patch_px": 8, "width": 32, "layers": 1, "heads": 4}),
        "perceiver",
        PerceiverOptions(layers=1, width=16, heads=2),
        TOKENS,
        N_EMBD,
    )
    module = FusedModality(options).eval()
    save_modality(tmp_path, module)
    with torch.no_grad():
        assert torch.equal(rows_of(f"checkpoint:{tmp_path}"), module.align(features()))
    # The same folder as encoder and aligner is the whole modality again.
    opened = open_source(ModalitySource("image", f"checkpoint:{tmp_path}", f"checkpoint:{tmp_path}"), N_EMBD)
    raw = torch.from_numpy(tiny.pictures(2, 32, 32))
    with torch.no_grad():
        assert torch.equal(opened.module(raw), module(raw))
    assert opened.input == {"name": "rgb", "size_px": [32, 32], "fit": "squash"}
    assert set(opened.provenance["encoder"]["weights"]) == {"image.safetensors"}


def test_motion_of_ours_needs_to_say_how_fast_its_samples_come(tmp_path: Path) -> None:
    options = ModalityOptions(
        "imu", "conv_gru", encoder_options("conv_gru", {}), "linear", LinearOptions(), TOKENS, N_EMBD
    )
    save_modality(tmp_path, FusedModality(options))
    name = f"checkpoint:{tmp_path}"
    with pytest.raises(ConfigError, match="set window_s"):
        open_source(ModalitySource("imu", name, name), N_EMBD)
    opened = open_source(ModalitySource("imu", name, name, window_s=5.0), N_EMBD)
    assert (opened.input["rate_hz"], opened.input["window_s"]) == (100, 5.0)


@pytest.fixture(scope="module")
def llava(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = transformers.LlavaConfig(
        vision_config={**tiny.VISION_SIZES, "model_type": "clip_vision_model"},
        text_config={
            "model_type": "llama",
            "hidden_size": N_EMBD,
            "intermediate_size": 32,
            "num_hidden_layers": 1,
            "num_attention_heads": 4,
            "vocab_size": 40,
        },
        image_token_index=39,
    )
    model = transformers.LlavaForConditionalGeneration(config)
    return tiny.save(model, tmp_path_factory.mktemp("llava") / "llava", tiny.CLIP_RULES)


def test_the_projector_of_llava_gives_one_row_per_position(llava: Path) -> None:
    model = transformers.LlavaForConditionalGeneration.from_pretrained(llava).eval()
    with torch.no_grad():
        wanted = model.model.multi_modal_projector(features())
    assert torch.equal(rows_of(f"llava:{llava}"), wanted)


def test_a_tower_and_llavas_projector_are_llavas_image_features(llava: Path, tmp_path: Path) -> None:
    model = transformers.LlavaForConditionalGeneration.from_pretrained(llava).eval()
    tower = tmp_path / "tower"
    model.model.vision_tower.save_pretrained(tower)
    opened = open_source(ModalitySource("image", str(tower), f"llava:{llava}", layer=-2), N_EMBD)
    raw = torch.from_numpy(tiny.pictures(2, 32, 32))
    with torch.no_grad():
        pixels = opened.module.encoder.pixels(raw)  # type: ignore[union-attr, operator]
        wanted = model.get_image_features(
            pixel_values=pixels, vision_feature_layer=-2, vision_feature_select_strategy="default"
        ).pooler_output
        assert (opened.module(raw) - torch.stack(list(wanted))).abs().max() < 1e-5


def test_the_original_projector_file_is_read_too(llava: Path, tmp_path: Path) -> None:
    model = transformers.LlavaForConditionalGeneration.from_pretrained(llava).eval()
    projector = model.model.multi_modal_projector
    state = {
        f"model.mm_projector.{place}.{kind}": getattr(getattr(projector, layer), kind).detach()
        for place, layer in ((0, "linear_1"), (2, "linear_2"))
        for kind in ("weight", "bias")
    }
    torch.save(state, tmp_path / "mm_projector.bin")
    with torch.no_grad():
        assert torch.equal(rows_of(f"llava:{tmp_path / 'mm_projector.bin'}"), projector(features()))


def test_a_projector_of_another_width_is_refused(llava: Path) -> None:
    with pytest.raises(ExportError, match="from width 32 to 24; the encoder gives 32 and the LLM reads 64"):
        rows_of(f"llava:{llava}", n_embd=64)


def test_a_folder_without_a_projector_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    save_file({"something": torch.zeros(2)}, tmp_path / "model.safetensors")
    with pytest.raises(ExportError, match="no tensor of LLaVA's projector"):
        rows_of(f"llava:{tmp_path}")


def test_a_module_by_import_path_is_used_as_it_is() -> None:
    assert rows_of("import:tests.test_sources_aligners:Half").shape == (2, 8, N_EMBD)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("tests.test_sources_aligners:wide", r"\[2, 8, 25\].*\[2, tokens, 24\]"),
        ("tests.test_sources_aligners:no_module", "returns an nn.Module, found str"),
        ("tests.test_sources_aligners:nothing", "wanted import:package.module:factory"),
        ("tests.test_sources_aligners:DIM", "cannot be called"),
        ("no.such.module:name", "No module named"),
        ("tests.test_sources_aligners:AlignerShape", "takes features_dim, positions and n_embd"),
        ("tests.test_sources_aligners:bare", "making the aligner failed: KeyError: 'weights' .test_sources"),
        ("tests.test_sources_aligners:mistyped", r"aligners:mistyped: making .* failed: TypeError: "),
        ("tests.test_sources_aligners:late", r"aligners:late: cannot take .*: KeyError: 'late' .*, line \d+"),
        ("tests.test_sources_aligners:unfilled", r"unfilled \(image\): makes NaN or infinity"),
        ("justonename", "wanted import:package.module:factory"),
    ],
)
def test_an_import_path_that_is_no_aligner_is_refused(path: str, message: str) -> None:
    with pytest.raises(AnymalError, match=message):
        rows_of(f"import:{path}")


@pytest.mark.parametrize("mistake", ["1 / 0", "def f(:", "import json.nothing", "from json import nothing"])
def test_a_module_that_cannot_be_imported_is_named(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own_aligner_module.py").write_text(mistake)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(
        ConfigError, match=r"import:own_aligner_module:make: .*(Error|'json\.nothing'|line 1)"
    ):
        rows_of("import:own_aligner_module:make")


@pytest.mark.parametrize(
    ("kind", "text"), [("linear", "x"), ("linear", "0"), ("linear", "-3"), ("perceiver", "")]
)
def test_random_aligners_need_a_number_of_tokens(kind: str, text: str) -> None:
    with pytest.raises(ConfigError, match="wanted a number of tokens"):
        rows_of(f"{kind}-random:{text}")


def test_random_aligners_are_the_same_every_time() -> None:
    first, second = rows_of("linear-random:5"), rows_of("linear-random:5")
    assert first.shape == (2, 5, N_EMBD)
    assert torch.equal(first, second)


@pytest.mark.parametrize(
    "text", ["checkpoint:/no/such/place", "checkpoint:/no/such.safetensors", "llava:/no/place"]
)
def test_an_aligner_that_is_not_there_is_named(text: str) -> None:
    with pytest.raises(ExportError, match=r"/no/"):
        rows_of(text)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"modality": "smell"}, "modality 'smell' is unknown"),
        ({"encoder": ""}, "encoder is empty"),
        ({"aligner": ""}, "aligner is empty"),
        ({"aligner": "mlp:x"}, "of no known kind"),
        ({"frames": 0}, "frames must be at least 1"),
        ({"window_s": -1.0}, "window_s must be"),
        ({"window_s": float("nan")}, "window_s must be"),
    ],
)
def test_a_modality_that_says_nonsense_is_refused(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        ModalitySource(**{"modality": "image", "encoder": "x", "aligner": "linear-random:2", **values})
