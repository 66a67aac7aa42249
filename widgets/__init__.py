"""What a reader touches: the studio, the actor network, the causal map, the timeline, the evidence."""

from widgets.causal_map import CausalMap
from widgets.evidence import Evidence
from widgets.network import Network
from widgets.studio import Studio
from widgets.timeline import Timeline

__all__ = ["CausalMap", "Evidence", "Network", "Studio", "Timeline"]
