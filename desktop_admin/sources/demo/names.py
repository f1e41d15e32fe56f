"""The words the demo is made of: merchants, places, goods and people of Kinshasa, all invented."""

from __future__ import annotations

from typing import NamedTuple


class Good(NamedTuple):
    """An article of a catalogue, its price in Congolese francs and how often it is bought."""

    name: str
    price: int
    weight: int


FOOD = (
    Good("Riz parfumé 25 kg", 68_000, 3),
    Good("Riz local 1 kg", 2_800, 14),
    Good("Farine de maïs 1 kg", 2_200, 13),
    Good("Farine de manioc 1 kg", 1_600, 12),
    Good("Huile végétale 1 L", 6_500, 9),
    Good("Huile de palme 5 L", 24_000, 4),
    Good("Sucre roux 1 kg", 3_500, 10),
    Good("Sel iodé 500 g", 800, 6),
    Good("Lait en poudre 400 g", 11_500, 5),
    Good("Tomate concentrée 70 g", 700, 14),
    Good("Haricots 1 kg", 4_200, 6),
    Good("Poisson salé 1 kg", 13_500, 4),
    Good("Chinchard congelé 1 kg", 8_000, 7),
    Good("Poulet congelé", 9_500, 6),
    Good("Œufs, plateau de 30", 16_000, 4),
    Good("Pain baguette", 1_000, 16),
    Good("Eau minérale 1,5 L", 1_500, 15),
    Good("Boisson gazeuse 50 cl", 1_500, 12),
    Good("Bière blonde 72 cl", 4_000, 9),
    Good("Savon de lessive", 1_800, 9),
    Good("Braise, sac", 35_000, 2),
    Good("Pâtes 500 g", 2_300, 7),
    Good("Café soluble 50 g", 3_900, 3),
    Good("Arachides 1 kg", 5_200, 3),
)
SUPERMARKET = (
    *FOOD,
    Good("Couches bébé, paquet", 22_000, 4),
    Good("Papier hygiénique, 10 rouleaux", 9_800, 6),
    Good("Dentifrice 100 ml", 3_400, 5),
    Good("Détergent 1 L", 7_900, 4),
    Good("Biscuits", 1_200, 10),
    Good("Vin rouge 75 cl", 26_000, 2),
    Good("Fromage 250 g", 14_500, 2),
)
PHARMACY = (
    Good("Paracétamol 500 mg, plaquette", 1_000, 16),
    Good("Artéméther-luméfantrine", 7_500, 9),
    Good("Test rapide paludisme", 4_500, 6),
    Good("Amoxicilline 500 mg, plaquette", 2_800, 9),
    Good("Sels de réhydratation", 900, 8),
    Good("Vitamine C effervescente", 4_200, 6),
    Good("Sirop contre la toux", 8_600, 5),
    Good("Moustiquaire imprégnée", 15_000, 3),
    Good("Thermomètre", 11_000, 1),
    Good("Alcool 70° 250 ml", 3_200, 5),
    Good("Coton hydrophile 100 g", 2_500, 4),
    Good("Pansements, boîte", 3_800, 4),
    Good("Lait infantile 400 g", 24_500, 3),
    Good("Fer et acide folique", 2_600, 4),
    Good("Gants, boîte de 100", 19_000, 1),
    Good("Crème dermique", 6_900, 3),
)
ELECTRONICS = (
    Good("Téléphone Android 64 Go", 320_000, 3),
    Good("Téléphone à touches", 45_000, 5),
    Good("Chargeur USB", 8_500, 12),
    Good("Écouteurs", 6_000, 10),
    Good("Batterie externe 10 000 mAh", 38_000, 6),
    Good("Lampe solaire", 28_000, 8),
    Good("Panneau solaire 100 W", 260_000, 2),
    Good("Ventilateur sur pied", 95_000, 3),
    Good("Télévision 32 pouces", 480_000, 1),
    Good("Fer à repasser", 42_000, 3),
    Good("Radio FM", 24_000, 4),
    Good("Multiprise 5 prises", 14_000, 8),
    Good("Ampoule LED 9 W", 3_500, 12),
    Good("Carte mémoire 32 Go", 15_500, 6),
    Good("Congélateur 200 L", 1_150_000, 1),
)


class House(NamedTuple):
    """A merchant: what the boutiques are called and sell, and where they are."""

    name: str
    manager: str
    account: str
    prefix: str
    goods: tuple[Good, ...]
    trade: str
    #: Congolese francs for one dollar.
    rate: int
    #: Boutique: name after the prefix, city, avenue.
    places: tuple[tuple[str, str, str], ...]


_KIN = "Kinshasa"

HOUSES = (
    House(
        "Établissements Mbuyi et Fils",
        "Joséphine Mbuyi",
        "mbuyi",
        "Mbuyi",
        FOOD,
        "ALIMENTATION",
        2_850,
        (
            ("Matete", _KIN, "Avenue de la Paix 14"),
            ("Ngaba", _KIN, "Avenue Kianza 3"),
            ("Lemba Terminus", _KIN, "Avenue By-Pass 112"),
            ("Masina Pascal", _KIN, "Boulevard Lumumba 540"),
            ("Masina Petro-Congo", _KIN, "Avenue Mafuta 27"),
            ("Ndjili Sainte-Thérèse", _KIN, "Place Sainte-Thérèse 2"),
            ("Kimbanseke", _KIN, "Avenue Mokali 61"),
            ("Makala", _KIN, "Avenue Elengesa 205"),
            ("Selembao", _KIN, "Avenue Libération 88"),
            ("Bumbu", _KIN, "Avenue Assossa 19"),
            ("Kisenso", _KIN, "Avenue Kisenso-Gare 7"),
            ("Matadi Port", "Matadi", "Avenue Inga 33"),
            ("Lukala Marché", "Lukala", "Route nationale 1"),
        ),
    ),
    House(
        "Kin Market SARL",
        "Patrick Ilunga",
        "kinmarket",
        "Kin Market",
        SUPERMARKET,
        "SUPERMARCHE",
        2_840,
        (
            ("Gombe", _KIN, "Boulevard du 30 Juin 210"),
            ("Gombe Royal", _KIN, "Avenue de la Justice 8"),
            ("Limete 7e Rue", _KIN, "Limete Résidentiel, 7e Rue"),
            ("Limete 14e Rue", _KIN, "Limete Industriel, 14e Rue"),
            ("Bandal Molaert", _KIN, "Avenue Molaert 45"),
            ("Bandal Tshibangu", _KIN, "Avenue Tshibangu 12"),
            ("Kintambo Magasin", _KIN, "Avenue Kasa-Vubu 301"),
            ("Ngaliema UPN", _KIN, "Route de Matadi 77"),
            ("Binza Pigeon", _KIN, "Avenue du Tourisme 9"),
            ("Kasa-Vubu Victoire", _KIN, "Rond-point Victoire 1"),
            ("Lemba Foire", _KIN, "Avenue de la Foire 24"),
            ("Mont-Ngafula", _KIN, "Route By-Pass 402"),
        ),
    ),
    House(
        "Pharmacies Lisungi",
        "Béatrice Nsimba",
        "lisungi",
        "Lisungi",
        PHARMACY,
        "PHARMACIE",
        2_860,
        (
            ("Gombe", _KIN, "Avenue Tombalbaye 15"),
            ("Kintambo", _KIN, "Avenue Bangala 6"),
            ("Lingwala", _KIN, "Avenue Huileries 130"),
            ("Barumbu", _KIN, "Avenue Bokassa 52"),
            ("Kalamu", _KIN, "Avenue Victoire 71"),
            ("Matete", _KIN, "Quartier Lumumba 18"),
            ("Lemba Salongo", _KIN, "Avenue Salongo 40"),
            ("Ndjili", _KIN, "Quartier 7, avenue 3"),
            ("Masina", _KIN, "Boulevard Lumumba 611"),
        ),
    ),
    House(
        "Boma Électronique",
        "Cédric Lukusa",
        "boma",
        "Boma Électro",
        ELECTRONICS,
        "ELECTRONIQUE",
        2_830,
        (
            ("Gombe Commerce", _KIN, "Avenue du Commerce 94"),
            ("Zando", _KIN, "Marché central, pavillon 5"),
            ("Bandal", _KIN, "Avenue Kimbondo 11"),
            ("Limete", _KIN, "Boulevard Lumumba 36"),
            ("Ngaba Rond-point", _KIN, "Rond-point Ngaba 4"),
            ("Boma Centre", "Boma", "Avenue Makhuku 20"),
        ),
    ),
)

CASHIERS = (
    "Élise",
    "Grâce",
    "Maman Thérèse",
    "Dieudonné",
    "Nadège",
    "Christelle",
    "Papy",
    "Fiston",
    "Ruth",
    "Merveille",
    "Jean-Claude",
    "Bénédicte",
    "Trésor",
    "Plamedi",
    "Rachel",
    "Exaucé",
)

CANCEL_REASONS = ("Erreur de caisse", "Article retourné", "Client parti", "Double saisie")
DISCOUNT_REASONS = ("Client fidèle", "Emballage abîmé", "Achat en gros", "Accord du gérant")
