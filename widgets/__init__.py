"""What a reader touches: the studio, the actor network, the causal map, the timeline, the evidence,
and the tables of a place."""

from widgets.causal_map import CausalMap
from widgets.evidence import Evidence
from widgets.landscape import Landscape
from widgets.network import Network
from widgets.studio import Studio
from widgets.timeline import Timeline

__all__ = ["CausalMap", "Evidence", "Landscape", "Network", "Studio", "Timeline"]
