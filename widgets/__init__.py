"""What a reader touches: the studio, the actor network, the causal map, the timeline, the evidence,
the tables of a place, and one plan in every place."""

from widgets.causal_map import CausalMap
from widgets.dashboard import Dashboard
from widgets.evidence import Evidence
from widgets.landscape import Landscape
from widgets.network import Network
from widgets.studio import Studio
from widgets.timeline import Timeline
from widgets.travel import Travel

__all__ = ["CausalMap", "Dashboard", "Evidence", "Landscape", "Network", "Studio", "Timeline", "Travel"]
