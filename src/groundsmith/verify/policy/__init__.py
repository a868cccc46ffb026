"""Rules about what a text must not say, however well its sources support it.

Rules are data: `rules/*.yaml`, and files of the user's own that extend and override them.
"""

from groundsmith.verify.policy.finding import PolicyFinding
from groundsmith.verify.policy.policy import Policy
from groundsmith.verify.policy.settings import PolicySettings

__all__ = ["Policy", "PolicyFinding", "PolicySettings"]
