"""The tables of the shop's server that this program knows.

The schema is Django's, not ours: it is read, never migrated. Every column says which migration
added it (`since`), so that an older database is recognised and a newer one is not needed. The
same description makes the tables of the embedded demo, at any migration.

Django keeps defaults and what happens on delete to itself: the database has neither. Secrets
(`cle_api`, `cle_api_boutique`, password hashes, tokens) are described because rows need them;
`SECRETS` are never read.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql

from desktop_admin.sources.sql.described import Column, Index, Table
from desktop_admin.sources.sql.types import Moment

#: The newest migration of the server's `inventory` application that this description covers.
NEWEST = 63
#: The oldest one that has every table and column this program cannot do without.
OLDEST = 6

SECRETS = frozenset({"cle_api", "cle_api_boutique", "password", "token_session"})

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BIG = sa.BigInteger()
_INT = sa.Integer()
_BOOL = sa.Boolean(create_constraint=False)
_TEXT = sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
_MOMENT = Moment()
_ADDRESS = sa.CHAR(39).with_variant(postgresql.INET(), "postgresql")
_JSON = _TEXT.with_variant(postgresql.JSONB(), "postgresql")


def _chars(length: int) -> sa.String:
    return sa.String(length)


def _money(digits: int) -> sa.Numeric[Any]:
    return sa.Numeric(digits, 2)


C = Column

USER = Table(
    "auth_user",
    [
        C("id", _INT, key=True),
        C("password", _chars(128)),
        C("last_login", _MOMENT, null=True),
        C("is_superuser", _BOOL),
        C("username", _chars(150), unique=True),
        C("first_name", _chars(150)),
        C("last_name", _chars(150)),
        C("email", _chars(254)),
        C("is_staff", _BOOL),
        C("is_active", _BOOL),
        C("date_joined", _MOMENT),
    ],
    required=False,
)

MERCHANT = Table(
    "inventory_commercant",
    [
        C("id", _ID, key=True),
        C("nom_entreprise", _chars(200)),
        C("nom_responsable", _chars(100)),
        C("email", _chars(254), unique=True),
        C("telephone", _chars(20)),
        C("adresse", _TEXT),
        C("numero_registre_commerce", _chars(50)),
        C("numero_fiscal", _chars(50)),
        C("est_actif", _BOOL),
        C("date_creation", _MOMENT),
        C("date_mise_a_jour", _MOMENT),
        C("type_abonnement", _chars(50)),
        C("max_boutiques", _INT),
        C("limite_articles_par_boutique", _INT),
        C("notes_admin", _TEXT),
        C("user_id", _INT, references="auth_user.id", unique=True),
        C("taux_dollar", _money(10), since=25),
    ],
)

BOUTIQUE = Table(
    "inventory_boutique",
    [
        C("id", _ID, key=True),
        C("nom", _chars(200)),
        C("description", _TEXT),
        C("type_commerce", _chars(50)),
        C("adresse", _TEXT),
        C("ville", _chars(100)),
        C("quartier", _chars(100)),
        C("telephone", _chars(20)),
        C("code_boutique", _chars(50), unique=True),
        C("cle_api_boutique", _chars(100), unique=True),
        C("est_active", _BOOL),
        C("date_creation", _MOMENT),
        C("date_mise_a_jour", _MOMENT),
        C("devise", _chars(10)),
        C("commercant_id", _BIG, references="inventory_commercant.id"),
        C("code_postal", _chars(10), since=3),
        C("email", _chars(254), since=3),
        C("alerte_stock_bas", _INT, since=4),
        C("pos_autorise", _BOOL, since=8),
        C("derniere_lecture_articles_negocies", _MOMENT, null=True, since=13),
        C("derniere_lecture_rapports_caisse", _MOMENT, null=True, since=13),
        C("derniere_lecture_retours_articles", _MOMENT, null=True, since=13),
        C("est_depot", _BOOL, since=20),
        C("taux_dollar", _money(10), since=41),
    ],
    [
        Index(
            "inventory_boutique_commercant_id_nom_3dd26e0c_uniq", ("commercant_id", "nom"), 1, True
        )
    ],
)

TERMINAL = Table(
    "inventory_client",
    [
        C("id", _ID, key=True),
        C("nom_terminal", _chars(100)),
        C("description", _TEXT),
        C("numero_serie", _chars(50), unique=True),
        C("cle_api", _chars(100), unique=True),
        C("est_actif", _BOOL),
        C("derniere_connexion", _MOMENT, null=True),
        C("derniere_activite", _MOMENT, null=True),
        C("version_app_maui", _chars(20)),
        C("derniere_adresse_ip", _ADDRESS, null=True),
        C("date_creation", _MOMENT),
        C("date_mise_a_jour", _MOMENT),
        C("notes", _TEXT),
        C("compte_proprietaire_id", _INT, references="auth_user.id"),
        C("boutique_id", _BIG, null=True, since=4, references="inventory_boutique.id"),
    ],
)

ARTICLE = Table(
    "inventory_article",
    [
        C("id", _ID, key=True),
        C("code", _chars(50)),
        C("nom", _chars(100)),
        C("description", _TEXT),
        C("prix_vente", _money(15)),
        C("prix_achat", _money(15)),
        C("quantite_stock", _INT),
        C("qr_code", _chars(100)),
        C("image", _chars(100), null=True),
        C("date_creation", _MOMENT),
        C("date_mise_a_jour", _MOMENT),
        C("categorie_id", _BIG, null=True),
        C("boutique_id", _BIG, null=True, since=2, references="inventory_boutique.id"),
        C("est_actif", _BOOL, since=5),
        C("date_suppression", _MOMENT, null=True, since=16),
        C("prix_achat_usd", _money(15), null=True, since=22),
        C("prix_vente_usd", _money(15), null=True, since=22),
        C("devise", _chars(3), since=23),
        C("date_expiration", sa.Date(), null=True, since=33),
        C("date_envoi", _MOMENT, null=True, since=38),
        C("date_validation", _MOMENT, null=True, since=38),
        C("est_valide_client", _BOOL, since=38),
        C("quantite_envoyee", _INT, since=38),
        C("last_updated", _MOMENT, since=55),
        C("version", _INT, since=55),
        C("quantite_attribuee", _INT, since=56),
    ],
    [
        Index(
            "inventory_article_code_boutique_id_70bb8650_uniq", ("code", "boutique_id"), 21, True
        ),
        Index("idx_article_boutique_actif", ("boutique_id", "est_actif"), 36),
    ],
)

SALE = Table(
    "inventory_vente",
    [
        C("id", _ID, key=True),
        C("numero_facture", _chars(100), unique=True),
        C("date_vente", _MOMENT),
        C("montant_total", _money(12)),
        C("paye", _BOOL),
        C("mode_paiement", _chars(50)),
        C("adresse_ip_client", _ADDRESS, null=True),
        C("version_app_maui", _chars(50)),
        C("client_maui_id", _BIG, null=True, references="inventory_client.id"),
        C("boutique_id", _BIG, null=True, since=6, references="inventory_boutique.id"),
        C("annulee_par", _chars(100), since=19),
        C("date_annulation", _MOMENT, null=True, since=19),
        C("est_annulee", _BOOL, since=19),
        C("motif_annulation", _TEXT, since=19),
        C("devise", _chars(3), since=22),
        C("montant_total_usd", _money(12), null=True, since=22),
        C("created_at", _MOMENT, null=True, since=58),
    ],
    [
        Index("idx_vente_date", ("date_vente",), 35),
        Index("idx_vente_client_date", ("client_maui_id", "date_vente"), 35),
        Index("idx_vente_statut", ("paye", "est_annulee"), 35),
        Index("idx_vente_boutique_date", ("boutique_id", "date_vente"), 35),
        Index("idx_vente_devise", ("devise",), 35),
    ],
)

LINE = Table(
    "inventory_lignevente",
    [
        C("id", _ID, key=True),
        C("quantite", _INT),
        C("prix_unitaire", _money(15)),
        C("article_id", _BIG, references="inventory_article.id"),
        C("vente_id", _BIG, references="inventory_vente.id"),
        C("devise", _chars(3), since=22),
        C("prix_unitaire_usd", _money(15), null=True, since=22),
        C("variante_id", _BIG, null=True, since=32),
        C("est_negocie", _BOOL, since=34),
        C("prix_original", _money(15), null=True, since=34),
        C("motif_reduction", _chars(255), since=37),
    ],
    [
        Index("idx_ligne_negocie", ("est_negocie",), 35),
        Index("idx_ligne_vente_nego", ("vente_id", "est_negocie"), 35),
    ],
)

MOVEMENT = Table(
    "inventory_mouvementstock",
    [
        C("id", _ID, key=True),
        C("type_mouvement", _chars(20)),
        C("quantite", _INT),
        C("date_mouvement", _MOMENT),
        C("commentaire", _TEXT),
        C("article_id", _BIG, references="inventory_article.id"),
        # Absent at 0006; which migration added them is not known, any later one is safe to say.
        C("stock_avant", _INT, null=True, since=7),
        C("stock_apres", _INT, null=True, since=7),
        C("reference_document", _chars(100), since=7),
        C("utilisateur", _chars(100), since=7),
    ],
    [
        Index("mouvement_article_date_idx", ("article_id", "date_mouvement"), 7),
        Index("mouvement_type_idx", ("type_mouvement",), 7),
        Index("mouvement_ref_idx", ("reference_document",), 7),
    ],
    required=False,
)

REJECTED = Table(
    "inventory_venterejetee",
    [
        C("id", _ID, key=True),
        C("vente_uid", _chars(100)),
        C("date_tentative", _MOMENT),
        C("date_vente_originale", _MOMENT, null=True),
        C("donnees_vente", _JSON),
        C("raison_rejet", _chars(50)),
        C("message_erreur", _TEXT),
        C("article_concerne_id", _INT, null=True),
        C("article_concerne_nom", _chars(100)),
        C("stock_demande", _INT, null=True),
        C("stock_disponible", _INT, null=True),
        C("action_requise", _chars(20)),
        C("traitee", _BOOL),
        C("date_traitement", _MOMENT, null=True),
        C("traite_par", _chars(100)),
        C("notes_traitement", _TEXT),
        C("created_at", _MOMENT),
        C("updated_at", _MOMENT),
        C("boutique_id", _BIG, references="inventory_boutique.id"),
        C("terminal_id", _BIG, references="inventory_client.id"),
    ],
    [
        Index("inventory_venterejetee_vente_uid_a82f1217", ("vente_uid",), 18),
        Index("rejet_boutique_date_idx", ("boutique_id", "date_tentative"), 18),
        Index("rejet_raison_idx", ("raison_rejet",), 18),
        Index("rejet_traitee_idx", ("traitee",), 18),
    ],
    since=18,
    required=False,
)

SESSION = Table(
    "inventory_sessionclientmaui",
    [
        C("id", _ID, key=True),
        C("token_session", _chars(100), unique=True),
        C("adresse_ip", _ADDRESS),
        C("user_agent", _TEXT),
        C("version_app", _chars(50)),
        C("date_debut", _MOMENT),
        C("date_fin", _MOMENT, null=True),
        C("est_active", _BOOL),
        C("client_id", _BIG, references="inventory_client.id"),
    ],
    required=False,
)

EXPENSE = Table(
    "inventory_rapportcaisse",
    [
        C("id", _ID, key=True),
        C("date_rapport", _MOMENT),
        C("detail", _TEXT),
        C("depense", _money(12)),
        C("devise", _chars(10)),
        C("est_synchronise", _BOOL),
        C("id_backend", _INT, null=True),
        C("created_at", _MOMENT),
        C("updated_at", _MOMENT),
        C("boutique_id", _BIG, references="inventory_boutique.id"),
        C("terminal_id", _BIG, references="inventory_client.id"),
        # Which later migration added these two is not known, any is safe to say.
        C("date_application_depense", _MOMENT, null=True, since=14),
        C("depense_appliquee", _BOOL, since=14),
    ],
    since=13,
    required=False,
)

MIGRATIONS = Table(
    "django_migrations",
    [
        C("id", _ID, key=True),
        C("app", _chars(255)),
        C("name", _chars(255)),
        C("applied", _MOMENT),
    ],
    required=False,
)

TABLES = (
    USER,
    MERCHANT,
    BOUTIQUE,
    TERMINAL,
    ARTICLE,
    SALE,
    LINE,
    MOVEMENT,
    REJECTED,
    SESSION,
    EXPENSE,
    MIGRATIONS,
)


def schema(migration: int = NEWEST) -> sa.MetaData:
    """The tables as the server has them at that `inventory` migration, ready to be created."""
    metadata = sa.MetaData()
    for table in TABLES:
        if table.since <= migration:
            _make(metadata, table, migration)
    return metadata


def _make(metadata: sa.MetaData, table: Table, migration: int) -> None:
    there = [column for column in table.columns if column.since <= migration]
    made = sa.Table(table.name, metadata, *(_column(column) for column in there))
    for column in there:
        if column.references:
            sa.Index(f"{table.name}_{column.name}_idx", made.c[column.name])
    for index in table.indexes:
        if index.since <= migration:
            sa.Index(index.name, *(made.c[name] for name in index.columns), unique=index.unique)


def _column(column: Column) -> sa.Column[Any]:
    references: tuple[sa.ForeignKey, ...] = ()
    if column.references:
        references = (sa.ForeignKey(column.references, deferrable=True, initially="DEFERRED"),)
    return sa.Column(
        column.name,
        column.type,
        *references,
        primary_key=column.key,
        nullable=column.null,
        unique=column.unique or None,
    )
