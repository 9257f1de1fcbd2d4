"""By which names the formats are asked for."""

from enum import StrEnum


class Format(StrEnum):
    """A form that another tool reads."""

    BENCH = "bench"
    CSV = "csv"
    PARQUET = "parquet"
    PLOVER = "plover"
    CAMEO = "cameo"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSONLD = "jsonld"
    ANNOTATIONS = "annotations"
    FTM = "ftm"
    ICS = "ics"
    TIMELINEJS = "timelinejs"
    TRIG = "trig"
    STIX = "stix"
    FACTS = "facts"
