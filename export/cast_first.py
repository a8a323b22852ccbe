"""A picture graph made to start with its cast: TensorRT takes uint8 pixels only straight into a Cast.

Knows which operators move values without looking at them, so that casting before or after them is the
same to the bit; refuses to touch a graph that computes with uint8.
"""

import onnx

__all__ = ["cast_pictures_first"]

CASTS = ("Cast", "CastLike")
# Both hold every uint8 exactly.
FLOATS = {onnx.TensorProto.FLOAT, onnx.TensorProto.FLOAT16}
# They only move values: f(cast(x)) is cast(f(x)).
MOVERS = ("Transpose", "Reshape", "Squeeze", "Unsqueeze", "Flatten", "Identity", "Slice", "Gather", "Split")


def cast_pictures_first(model: onnx.ModelProto) -> bool:
    """Turn input -> movers -> Cast into input -> Cast -> movers in place, where the input is uint8.

    Returns whether the graph was changed. A graph that casts first already, or that does anything else
    with its uint8 input, is left as it is. Only graphs of one input are looked at.
    """
    graph = model.graph
    given = graph.input[0]
    if given.type.tensor_type.elem_type != onnx.TensorProto.UINT8 or len(graph.input) != 1:
        return False
    moved, casts = {given.name}, []
    movers = 0
    for node in graph.node:
        if not moved.intersection(node.input):
            continue
        if node.op_type in MOVERS and node.input[0] in moved:
            moved.update(node.output)
            movers += 1
        elif node.op_type == "Shape":
            continue  # the same of any type
        elif node.op_type in CASTS and node.input[0] in moved:
            casts.append(node)
        else:
            return False
    targets = {_target(node) for node in casts}
    if not movers or len(targets) != 1 or not targets <= FLOATS:
        return False
    target = targets.pop()
    _rewire(graph, given.name, casts, target)
    for value in graph.value_info:
        if value.name in moved:
            value.type.tensor_type.elem_type = target
    return True


def _target(node: onnx.NodeProto) -> int:
    """Type a Cast makes; 0 for CastLike, which hides it in another tensor."""
    return next((int(item.i) for item in node.attribute if item.name == "to"), 0)


def _rewire(graph: onnx.GraphProto, name: str, casts: list[onnx.NodeProto], target: int) -> None:
    """Cast `name` once, at the top; the old casts become names of what they now find."""
    first = f"{name}_float"
    for node in graph.node:
        for at, source in enumerate(node.input):
            if source == name and node.op_type != "Shape":
                node.input[at] = first
    for node in casts:
        node.op_type = "Identity"
        node.ClearField("attribute")
    cast = onnx.helper.make_node("Cast", [name], [first], name=f"{first}_Cast", to=target)
    graph.node.insert(0, cast)
    _drop_identities(graph, casts)


def _drop_identities(graph: onnx.GraphProto, casts: list[onnx.NodeProto]) -> None:
    outputs = {value.name for value in graph.output}
    gone = {node.output[0]: node.input[0] for node in casts if node.output[0] not in outputs}
    for node in graph.node:
        for at, source in enumerate(node.input):
            node.input[at] = gone.get(source, source)
    kept = [node for node in graph.node if not (node.op_type == "Identity" and node.output[0] in gone)]
    del graph.node[:]
    graph.node.extend(kept)
