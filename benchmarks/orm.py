"""The repair as the old script made it: row by row through Django, each row committed."""

from __future__ import annotations

import time

import django
import pymysql
import sqlalchemy as sa
from django.conf import settings
from django.db import connections, models

from benchmarks.measure import Seconds

pymysql.install_as_MySQLdb()
settings.configure(USE_TZ=True)
django.setup()

_ALIAS = "measured"


class _Table(models.Model):
    """A table of the shop's server, which is never migrated from here."""

    class Meta:
        abstract = True
        app_label = "benchmarks"
        managed = False


class _Boutique(_Table):
    nom = models.CharField(max_length=100)

    class Meta(_Table.Meta):
        db_table = "inventory_boutique"


class _Terminal(_Table):
    numero_serie = models.CharField(max_length=100)
    boutique = models.ForeignKey(_Boutique, models.DO_NOTHING, null=True)

    class Meta(_Table.Meta):
        db_table = "inventory_client"


class _Sale(_Table):
    numero_facture = models.CharField(max_length=100)
    date_vente = models.DateTimeField()
    montant_total = models.DecimalField(max_digits=12, decimal_places=2)
    client_maui = models.ForeignKey(_Terminal, models.DO_NOTHING, null=True)
    boutique = models.ForeignKey(_Boutique, models.DO_NOTHING, null=True)

    class Meta(_Table.Meta):
        db_table = "inventory_vente"


def repair_some(url: str, count: int) -> Seconds:
    """Attach `count` orphans to the present boutique of their terminal, or all
    where there are fewer; seconds for each."""
    connections.databases[_ALIAS] = _database(sa.make_url(url))
    attached = 0
    try:
        orphans = _Sale.objects.using(_ALIAS).filter(
            boutique=None, client_maui__boutique__isnull=False
        )
        begun = time.perf_counter()
        for sale in orphans[:count]:
            if sale.client_maui and sale.client_maui.boutique:
                sale.boutique = sale.client_maui.boutique
                sale.save()
                attached += 1
        seconds = time.perf_counter() - begun
    finally:
        connections[_ALIAS].close()
        del connections[_ALIAS]
    return seconds / attached


def _database(url: sa.URL) -> dict[str, object]:
    """What Django wants to be told of a database."""
    kind = {"sqlite": "sqlite3", "postgresql": "postgresql", "mysql": "mysql"}
    return {
        **connections.databases["default"],
        "ENGINE": f"django.db.backends.{kind[url.get_backend_name()]}",
        "NAME": url.database,
        "USER": url.username or "",
        "PASSWORD": url.password or "",
        "HOST": url.host or "",
        "PORT": url.port or "",
    }
