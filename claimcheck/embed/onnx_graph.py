"""A BERT encoder (Devlin et al. 2019) as an ONNX graph, built from a folder with config.json and model.safetensors.

Built here and not exported from torch: exporting would import torch, which is what this back end is there to avoid, and
the exporters change with every release. The contract tests hold the vectors against the reference.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Weights = dict[str, NDArray[np.float32]]

OPSET = 20  # the first with Gelu
IR_VERSION = 9
MASKED = -1e9  # added to the scores of padding, which softmax then makes zero


def bert(folder: Path, instead: Path | None = None) -> tuple[bytes, Weights]:
    """The model and its weights by their names in it, which are given to the session beside it: copied into the model
    they would be written and read once more, 90 MB of them. `instead` is a file of weights that stand in the place of
    those of the folder that have the same names.

    The model has inputs `ids` (n, tokens) int64 and `mask` (n, tokens) float32, output (n, tokens, d) float32. Raises
    ValueError for a model of another make.
    """
    from onnx import TensorProto, helper
    from safetensors.numpy import load_file

    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    found = (config["model_type"], config["hidden_act"], config.get("position_embedding_type", "absolute"))
    if found != ("bert", "gelu", "absolute"):
        raise ValueError(f"not a BERT encoder that can be built: {' '.join(found)}")
    weights = load_file(str(folder / "model.safetensors"))
    if instead is not None:
        own = load_file(str(instead))
        weights |= {name: own[name].astype("float32") for name in own.keys() & weights.keys()}
    graph = _Graph(weights, float(config["layer_norm_eps"]))
    states = _embeddings(graph)
    for layer in range(config["num_hidden_layers"]):
        states = _layer(graph, states, f"encoder.layer.{layer}.", config["num_attention_heads"])
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "tokens"]),
        helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["n", "tokens"]),
    ]
    output = helper.make_tensor_value_info(states, TensorProto.FLOAT, ["n", "tokens", config["hidden_size"]])
    made = helper.make_graph(graph.nodes, "bert", inputs, [output], initializer=graph.initializers)
    opset = helper.make_opsetid("", OPSET)
    model = helper.make_model(made, opset_imports=[opset], ir_version=IR_VERSION)
    return bytes(model.SerializeToString()), graph.beside


class _Graph:
    """Nodes and constants so far; every method adds something and returns the name of its output."""

    def __init__(self, weights: Weights, epsilon: float) -> None:
        self.weights = weights
        self.epsilon = epsilon
        self.beside: Weights = {}
        self.nodes: list[Any] = []
        self.initializers: list[Any] = []

    def add(self, operation: str, *inputs: str, **attributes: Any) -> str:
        from onnx import helper

        name = f"{operation}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operation, list(inputs), [name], name=name, **attributes))
        return name

    def constant(self, value: Any, dtype: str = "float32") -> str:
        import numpy as np
        from onnx import numpy_helper

        name = f"constant_{len(self.initializers)}"
        self.initializers.append(numpy_helper.from_array(np.asarray(value, dtype=dtype), name))
        return name

    def weight(self, array: NDArray[np.float32]) -> str:
        import numpy as np
        from onnx import TensorProto

        name = f"weight_{len(self.initializers)}"
        tensor = TensorProto(
            name=name, dims=array.shape, data_type=TensorProto.FLOAT, data_location=TensorProto.EXTERNAL
        )
        tensor.external_data.add(key="location", value="given to the session")
        self.initializers.append(tensor)
        self.beside[name] = np.ascontiguousarray(array, dtype=np.float32)
        return name

    def linear(self, states: str, key: str, scale: float = 1.0) -> str:
        product = self.add("MatMul", states, self.weight(self.weights[f"{key}.weight"].T * scale))
        return self.add("Add", product, self.weight(self.weights[f"{key}.bias"] * scale))

    def norm(self, states: str, key: str) -> str:
        weight, bias = (self.weight(self.weights[f"{key}.{part}"]) for part in ("weight", "bias"))
        return self.add("LayerNormalization", states, weight, bias, axis=-1, epsilon=self.epsilon)


def _embeddings(graph: _Graph) -> str:
    """Words plus positions plus the one kind of segment there is, normed."""
    words = graph.add("Gather", graph.weight(graph.weights["embeddings.word_embeddings.weight"]), "ids")
    segment = graph.weights["embeddings.token_type_embeddings.weight"][0]
    places = graph.weight(graph.weights["embeddings.position_embeddings.weight"] + segment)
    tokens = graph.add("Shape", "ids", start=1, end=2)
    places = graph.add("Slice", places, graph.constant([0], "int64"), tokens, graph.constant([0], "int64"))
    return graph.norm(graph.add("Add", words, places), "embeddings.LayerNorm")


def _layer(graph: _Graph, states: str, key: str, heads: int) -> str:
    attended = graph.linear(_attention(graph, states, f"{key}attention.self.", heads), f"{key}attention.output.dense")
    states = graph.norm(graph.add("Add", attended, states), f"{key}attention.output.LayerNorm")
    inner = graph.add("Gelu", graph.linear(states, f"{key}intermediate.dense"))
    outer = graph.linear(inner, f"{key}output.dense")
    return graph.norm(graph.add("Add", outer, states), f"{key}output.LayerNorm")


def _attention(graph: _Graph, states: str, key: str, heads: int) -> str:
    width = graph.weights[f"{key}query.weight"].shape[0]
    split = graph.constant([0, 0, heads, width // heads], "int64")  # 0 keeps an axis as it is

    def part(name: str, order: list[int], scale: float = 1.0) -> str:
        return graph.add("Transpose", graph.add("Reshape", graph.linear(states, key + name, scale), split), perm=order)

    query = part("query", [0, 2, 1, 3], (width / heads) ** -0.5)
    scores = graph.add("MatMul", query, part("key", [0, 2, 3, 1]))
    shares = graph.add("Softmax", graph.add("Add", scores, _bias(graph)), axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", shares, part("value", [0, 2, 1, 3])), perm=[0, 2, 1, 3])
    return graph.add("Reshape", mixed, graph.constant([0, 0, width], "int64"))


def _bias(graph: _Graph) -> str:
    """What is added to the scores, shape (n, 1, 1, tokens): nothing for a token, MASKED for padding."""
    hidden = graph.add("Sub", graph.constant(1.0), "mask")
    hidden = graph.add("Mul", hidden, graph.constant(MASKED))
    return graph.add("Unsqueeze", hidden, graph.constant([1, 2], "int64"))
