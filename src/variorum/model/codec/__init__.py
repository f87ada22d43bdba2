"""A dossier to JSON and back: out and in again is the identity."""

from __future__ import annotations

from pydantic import ValidationError

from variorum.errors import DossierFormatError
from variorum.model.codec.decode import decode
from variorum.model.codec.encode import encode
from variorum.model.codec.parts import SCHEMA
from variorum.model.codec.whole import WireDossier, json_schema
from variorum.model.dossier import Dossier

__all__ = ["SCHEMA", "from_json", "json_schema", "to_json"]


def to_json(dossier: Dossier) -> str:
    """Return the dossier as JSON text, indented by one space, ending in a line feed.

    Equal dossiers give equal bytes.
    """
    model = WireDossier.model_validate(encode(dossier))
    return model.model_dump_json(by_alias=True, indent=1) + "\n"


def from_json(text: str | bytes) -> Dossier:
    """Return the dossier that `to_json` wrote.

    Raises:
        DossierFormatError: The text is no JSON, no dossier, or a dossier of another schema.
    """
    try:
        model = WireDossier.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole text"
        raise DossierFormatError(f"no dossier of schema {SCHEMA}: {place}: {first['msg']}") from None
    return decode(model)
