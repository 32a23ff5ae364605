"""The part of SARIF 2.1.0 (OASIS, 2020, errata 01) that our reports use, as a JSON schema written from the standard.

It allows nothing else: a property with a wrong name fails, as it does with the schema of the standard, which is larger
and not ours to keep here. Set CLAIMCHECK_SARIF_SCHEMA to a copy of it to test against both.
"""

from __future__ import annotations

from typing import Any


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required.split(), "properties": properties}


def _array(items: Any, *, unique: bool = True) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": unique}


_TEXT = {"type": "string"}
_INDEX = {"type": "integer", "minimum": 0}
_COUNTED = {"type": "integer", "minimum": 1}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_BAG = {"type": "object", "properties": {"tags": _array(_TEXT)}}
_MESSAGE = _object("text", text=_TEXT, markdown=_TEXT)
_ARTIFACT_LOCATION = _object("uri", uri=_TEXT | {"format": "uri-reference"}, uriBaseId=_TEXT, index=_INDEX)
_REGION = _object(
    startLine=_COUNTED, startColumn=_COUNTED, endLine=_COUNTED, endColumn=_COUNTED, charOffset=_INDEX,
    charLength=_INDEX, snippet=_object("text", text=_TEXT),
) | {"anyOf": [{"required": ["startLine"]}, {"required": ["charOffset"]}]}
_LOCATION = _object(
    "physicalLocation", id=_INDEX, message=_MESSAGE,
    physicalLocation=_object(
        "artifactLocation region", artifactLocation=_ARTIFACT_LOCATION, region=_REGION, contextRegion=_REGION
    ),
)
_RULE = _object(
    "id", id=_TEXT, shortDescription=_MESSAGE, fullDescription=_MESSAGE, help=_MESSAGE,
    defaultConfiguration=_object(level=_LEVEL), properties=_BAG,
)
_RESULT = _object(
    "message", ruleId=_TEXT, ruleIndex=_INDEX, level=_LEVEL, message=_MESSAGE,
    kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
    locations=_array(_LOCATION, unique=False), relatedLocations=_array(_LOCATION), properties=_BAG,
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
) | {"if": {"properties": {"kind": {"const": "fail"}}}, "else": {"properties": {"level": {"const": "none"}}}}  # 3.27.10
_RUN = _object(
    "tool",
    tool=_object("driver", driver=_object(
        "name", name=_TEXT, fullName=_TEXT, version=_TEXT, rules=_array(_RULE),
        semanticVersion=_TEXT | {"pattern": r"^\d+\.\d+\.\d+"},
    )),
    invocations=_array(_object(
        "executionSuccessful", executionSuccessful={"type": "boolean"},
        toolExecutionNotifications=_array(_object("message", message=_MESSAGE, level=_LEVEL), unique=False),
    ), unique=False),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts=_array(_object(location=_ARTIFACT_LOCATION, roles=_array({"enum": ["analysisTarget"]}))),
    results=_array(_RESULT, unique=False),
)
SCHEMA = _object(
    "version runs", version={"const": "2.1.0"}, runs=_array(_RUN, unique=False),
    **{"$schema": _TEXT | {"format": "uri"}},
)
