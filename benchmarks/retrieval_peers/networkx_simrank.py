"""SimRank of one node by networkx; JSON in and out.

In: `{"edges": [[from, to]], "nodes": count, "source": node}`. Out: its scores and the seconds.
"""

import json
import sys
import time

import networkx  # type: ignore[import-untyped]  # in an environment of its own


def main() -> None:
    """Read, compute, print."""
    asked = json.load(sys.stdin)
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(asked["nodes"]))
    graph.add_edges_from(asked["edges"])
    started = time.process_time()
    scores = networkx.simrank_similarity(
        graph, source=asked["source"], importance_factor=0.8, max_iterations=100, tolerance=1e-6
    )
    taken_s = time.process_time() - started
    print(json.dumps({"scores": [scores[v] for v in range(asked["nodes"])], "taken_s": taken_s}))


if __name__ == "__main__":
    main()
