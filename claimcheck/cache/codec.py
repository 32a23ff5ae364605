"""The data types of claimcheck as JSON and back, exactly.

What is written follows from the declared types: a dataclass is the list of its fields, so nothing but the values is
kept and nothing can be named in an entry that would then be run, as with pickle. Whoever reads must know the type; a
changed type is another version of the package and so another key.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Step = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, type(None))


class DamagedError(ValueError):
    """The bytes do not hold a value of the type."""


def dump(kind: type[T], value: T) -> bytes:
    """`value` of type `kind` (a dataclass of dataclasses, enums, tuples, frozensets, dates, decimals) as JSON."""
    return json.dumps(_writer(cast(Any, kind))(value), separators=(",", ":"), allow_nan=False).encode("ascii")


def load(kind: type[T], data: bytes) -> T:
    """The value that `dump` was given. Raises DamagedError for anything it cannot have written."""
    try:
        return cast(T, _reader(cast(Any, kind))(json.loads(data)))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError) as error:
        raise DamagedError(f"not a {kind.__name__}: {error}") from error


def identity(value: object) -> bytes:
    """Bytes that are equal for equal values and differ for others, for keys; also of what cannot be read back."""
    return json.dumps(_named(value), separators=(",", ":"), sort_keys=True).encode("ascii")


def _named(value: object) -> object:
    if isinstance(value, Enum):
        return [type(value).__name__, value.name]
    if isinstance(value, _PLAIN):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: _named(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {type(value).__name__: fields}
    if isinstance(value, Mapping):
        return {"mapping": sorted(([_named(k), _named(v)] for k, v in value.items()), key=json.dumps)}
    if isinstance(value, set | frozenset):
        return {"set": sorted((_named(v) for v in value), key=json.dumps)}
    if isinstance(value, tuple | list):
        return [_named(v) for v in value]
    if isinstance(value, Decimal | date | PurePath):
        return {type(value).__name__: str(value)}
    raise TypeError(f"no part of a key: {type(value).__name__}")


@functools.cache
def _writer(kind: Any) -> _Step:
    if dataclasses.is_dataclass(kind):
        steps = [(name, _writer(of)) for name, of in _fields(kind)]
        return lambda value: [step(getattr(value, name)) for name, step in steps]
    if _is_union(kind):
        return _union_writer(get_args(kind))
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple and inner[-1] is Ellipsis:
        each = _writer(inner[0])
        return lambda value: [each(v) for v in value]
    if origin is tuple:
        row = [_writer(of) for of in inner]
        return lambda value: [step(v) for step, v in zip(row, value, strict=True)]
    if origin is frozenset:
        member = _writer(inner[0])
        return lambda value: sorted(member(v) for v in value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    if kind is Decimal:
        return str
    if kind in (date, datetime):
        return lambda value: value.isoformat()
    if kind in _PLAIN:
        return lambda value: value
    raise TypeError(f"not a type that can be kept: {kind!r}")


@functools.cache
def _reader(kind: Any) -> _Step:
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(cast(type, kind))
    if _is_union(kind):
        return _union_reader(get_args(kind))
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple and inner[-1] is Ellipsis:
        each = _reader(inner[0])
        return lambda data: tuple([each(v) for v in data])
    if origin is tuple:
        row = [_reader(of) for of in inner]
        return lambda data: tuple([step(v) for step, v in zip(row, data, strict=True)])
    if origin is frozenset:
        member = _reader(inner[0])
        return lambda data: frozenset([member(v) for v in data])
    if kind in (date, datetime):
        return cast(_Step, kind.fromisoformat)
    if kind is Decimal or (isinstance(kind, type) and issubclass(kind, Enum)):
        return cast(_Step, kind)
    if kind in _PLAIN:
        return functools.partial(_plain, kind)
    raise TypeError(f"not a type that can be kept: {kind!r}")


def _dataclass_reader(kind: type) -> _Step:
    steps = [_reader(of) for _, of in _fields(kind)]
    return lambda data: kind(*[step(v) for step, v in zip(steps, data, strict=True)])


def _union_writer(kinds: tuple[Any, ...]) -> _Step:
    """None is null; else the number of the type and the value."""
    steps = [(i, kind, _writer(kind)) for i, kind in enumerate(kinds) if kind is not type(None)]

    def write(value: Any) -> Any:
        if value is None:
            return None
        for number, kind, step in steps:
            if isinstance(value, get_origin(kind) or kind):
                return [number, step(value)]
        raise TypeError(f"{type(value).__name__} is none of {kinds}")

    return write


def _union_reader(kinds: tuple[Any, ...]) -> _Step:
    steps = [_reader(kind) if kind is not type(None) else None for kind in kinds]

    def read(data: Any) -> Any:
        if data is None and None in steps:
            return None
        step = steps[data[0]]
        if step is None:
            raise ValueError("a value of no type")
        return step(data[1])

    return read


def _plain(kind: type, data: Any) -> Any:
    if kind is float and type(data) is int:  # a whole number put where a float is declared
        return data
    if type(data) is not kind:
        raise ValueError(f"{type(data).__name__} for {kind.__name__}")
    return data


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


def _fields(kind: Any) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(f.name, hints[f.name]) for f in dataclasses.fields(kind)]
