"""The same run on a Ray cluster: articles go out through Ray Data, rows come back to the one file.

pool.py     the driver's side: hands out articles, hears of rows, begins anew what was lost
source.py   an actor that holds the articles in flight, so that a lost worker loses none
gate.py     an actor with the run's one pace and one purse
worker.py   on any node: some articles -> their rows

Ray and its tasks may end at any moment; what counts is kept by the driver (rows, on its disk) and by two
actors on its node. A chunk of articles is forgotten only when its rows are written.
"""

from summarizer.batch.cluster.pool import ClusterPool, connect

__all__ = ["ClusterPool", "connect"]
