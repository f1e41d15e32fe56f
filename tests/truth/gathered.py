"""The evidence of a made-up shop as the SQL source gathers it."""

import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from desktop_admin.domain.evidence import Evidence
from desktop_admin.domain.repair import plan_repair
from desktop_admin.sources.sql.source import open_sql
from tests.truth.judge import evidence_of
from tests.truth.made import Made


def gather_from(url: str, made: Made) -> Evidence:
    """Write the shop into the empty database at `url` and gather its evidence from there.

    The journal's assignments are added: rows alone cannot have them.
    """
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        made.write(connection)
    engine.dispose()
    with closing(open_sql(url)) as source:
        return replace(source.evidence(), assignments=made.assignments)


def gathered(made: Made) -> Evidence:
    """The evidence by way of a SQLite file; raises where its verdicts are not the reference's."""
    with tempfile.TemporaryDirectory() as directory:
        found = gather_from(f"sqlite:///{Path(directory) / 'shop.sqlite3'}", made)
    ours, theirs = verdicts(found), verdicts(evidence_of(made))
    differing = [id_ for id_, verdict in theirs.items() if ours.get(id_) != verdict]
    if differing or len(ours) != len(theirs):
        told = [(id_, ours.get(id_), theirs[id_]) for id_ in differing[:5]]
        raise AssertionError(f"{made.scenario.name}, seed {made.seed}: {told}")
    return found


def verdicts(evidence: Evidence) -> Mapping[int, object]:
    """What the plan says, by sale; a conflict's candidates of the same strength have no order."""
    return {
        orphan.sale_id: (verdict.confidence, verdict.target, frozenset(verdict.options))
        for orphan, verdict in plan_repair(evidence).proposals
    }
