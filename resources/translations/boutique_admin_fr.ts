<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Boutiques</name>
    <message>
        <source>Open</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>No terminal</source>
        <translation>Sans terminal</translation>
    </message>
    <message>
        <source>No terminal works here: it cannot sell.</source>
        <translation>Aucun terminal ne travaille ici&#xa0;: elle ne peut pas vendre.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Non autorisée</translation>
    </message>
    <message>
        <source>Its merchant may not sell through terminals here.</source>
        <translation>Le commerçant n’a pas le droit d’y vendre par terminal.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermée</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>Dépôt</translation>
    </message>
    <message>
        <source>A depot stores and does not sell; no terminal belongs here.</source>
        <translation>Un dépôt stocke et ne vend pas&#xa0;; aucun terminal n’y a sa place.</translation>
    </message>
    <message>
        <source>Revenue %1</source>
        <extracomment>None while they are being counted. &quot;Revenue (%1)&quot; and what counts in it.</extracomment>
        <translation>CA %1</translation>
    </message>
    <message>
        <source>Paid and uncancelled sales, before expenses</source>
        <translation>Ventes payées et non annulées, avant dépenses (CA brut)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Boutique</source>
        <translation>Boutique</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>Commerçant</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>Terminaux</translation>
    </message>
    <message>
        <source>Terminals that work here at present</source>
        <translation>Terminaux qui travaillent ici actuellement</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>All its sales, whatever their state</source>
        <translation>Toutes ses ventes, quel que soit leur état</translation>
    </message>
    <message>
        <source>Boutiques</source>
        <translation>Boutiques</translation>
    </message>
    <message>
        <source>Filter the boutiques…</source>
        <translation>Filtrer les boutiques…</translation>
    </message>
    <message>
        <source>Reading the boutiques…</source>
        <translation>Lecture des boutiques…</translation>
    </message>
    <message>
        <source>No boutique in this database</source>
        <translation>Aucune boutique dans cette base</translation>
    </message>
    <message>
        <source>Boutiques appear here once their merchants enter them.</source>
        <translation>Les boutiques apparaissent ici dès que leurs commerçants les créent.</translation>
    </message>
    <message>
        <source>No boutique matches the filter</source>
        <translation>Aucune boutique ne correspond au filtre</translation>
    </message>
    <message>
        <source>Part of a name, a merchant or a city is enough.</source>
        <translation>Une partie du nom, du commerçant ou de la ville suffit.</translation>
    </message>
</context>
<context>
    <name>BoutiquesScreen</name>
    <message numerus="yes">
        <source>%Ln boutique(s) and depot(s)</source>
        <translation>
            <numerusform>%Ln boutique ou dépôt</numerusform>
            <numerusform>%Ln boutiques et dépôts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s) of %1</source>
        <translation>
            <numerusform>%Ln boutique sur %1</numerusform>
            <numerusform>%Ln boutiques sur %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s) selected</source>
        <translation>
            <numerusform>%Ln boutique sélectionnée</numerusform>
            <numerusform>%Ln boutiques sélectionnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s) selected: %1</source>
        <translation>
            <numerusform>%Ln boutique sélectionnée&#xa0;: %1</numerusform>
            <numerusform>%Ln boutiques sélectionnées&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Demo shop</source>
        <extracomment>The size at which every column of the sales is whole.</extracomment>
        <translation>Démonstration</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <extracomment>Empty while nothing is connected.</extracomment>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lecture et écriture</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>Changes can be made, and undone.</source>
        <translation>Des modifications sont possibles, et annulables.</translation>
    </message>
    <message>
        <source>This connection was set up for reading only.</source>
        <translation>Cette connexion a été réglée en lecture seule.</translation>
    </message>
    <message>
        <source>The file lies on a network share, where two PCs writing to it would damage it.</source>
        <translation>Le fichier se trouve sur un partage réseau&#xa0;: deux PC qui y écriraient l’abîmeraient.</translation>
    </message>
    <message>
        <source>You may read the file, but not write to it.</source>
        <translation>Vous pouvez lire ce fichier, mais pas y écrire.</translation>
    </message>
    <message>
        <source>This database is not prepared for changes yet: everything can be read, nothing changed.</source>
        <translation>Cette base n’est pas encore préparée aux modifications&#xa0;: tout peut être lu, rien ne peut être modifié.</translation>
    </message>
    <message>
        <source>This login may read the database, but not write to it.</source>
        <translation>Ce compte peut lire la base, mais pas y écrire.</translation>
    </message>
</context>
<context>
    <name>CrashTeller</name>
    <message>
        <source>Something went wrong that was not foreseen</source>
        <translation>Une erreur imprévue s’est produite</translation>
    </message>
    <message>
        <source>No change is half made. You can go on; if it happens again, close the program, and send this report to support:
%1</source>
        <translation>Aucune modification n’est faite à moitié. Vous pouvez continuer&#xa0;; si cela se reproduit, fermez le programme et envoyez ce rapport au support&#xa0;:
%1</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The database cannot be reached</source>
        <translation>Impossible de joindre la base de données</translation>
    </message>
    <message>
        <source>The connection to the database was lost</source>
        <translation>La connexion à la base de données est perdue</translation>
    </message>
    <message>
        <source>The database is busy</source>
        <translation>La base de données est occupée</translation>
    </message>
    <message>
        <source>This is not a shop’s database</source>
        <translation>Ce n’est pas la base d’un commerce</translation>
    </message>
    <message>
        <source>The database refuses access</source>
        <translation>La base de données refuse l’accès</translation>
    </message>
    <message>
        <source>The database gave no answer</source>
        <translation>La base de données n’a pas répondu</translation>
    </message>
    <message>
        <source>The file was not found, or may not be opened. Check where it is, and your rights.</source>
        <translation>Le fichier est introuvable ou ne peut pas être ouvert. Vérifiez son emplacement et vos droits.</translation>
    </message>
    <message>
        <source>The address leads nowhere. Check how it is written, and the network of this PC.</source>
        <translation>L’adresse ne mène nulle part. Vérifiez son orthographe et le réseau de ce PC.</translation>
    </message>
    <message>
        <source>The machine does not answer. Is the database running, and does the firewall let this PC through?</source>
        <translation>La machine ne répond pas. La base est-elle démarrée, et le pare-feu laisse-t-il passer ce PC&#xa0;?</translation>
    </message>
    <message>
        <source>The secure connection failed: the server’s certificate is not trusted. Ask whoever manages the server.</source>
        <translation>La connexion sécurisée a échoué&#xa0;: le certificat du serveur n’est pas reconnu. Adressez-vous à la personne qui gère le serveur.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong. Check both, then try again.</source>
        <translation>Le nom d’utilisateur ou le mot de passe est faux. Vérifiez les deux, puis réessayez.</translation>
    </message>
    <message>
        <source>A password stood in the address, where others can read it. Take it out: it belongs in the system’s credential store.</source>
        <translation>Un mot de passe figurait dans l’adresse, où d’autres peuvent le lire. Retirez-le&#xa0;: sa place est dans le coffre du système.</translation>
    </message>
    <message>
        <source>The server has no database of that name. Check how it is written.</source>
        <translation>Le serveur n’a pas de base de ce nom. Vérifiez son orthographe.</translation>
    </message>
    <message>
        <source>This login lacks the rights. Ask whoever manages the database.</source>
        <translation>Ce compte n’a pas les droits nécessaires. Adressez-vous à la personne qui gère la base.</translation>
    </message>
    <message>
        <source>Too many programs are connected to it. Close one, or wait a moment.</source>
        <translation>Trop de programmes y sont connectés. Fermez-en un, ou attendez un instant.</translation>
    </message>
    <message>
        <source>The file is damaged. Ask for a copy, or restore a backup.</source>
        <translation>Le fichier est abîmé. Demandez une copie, ou restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>Its disk is full. Make room, then try again.</source>
        <translation>Son disque est plein. Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>It does not answer. Check that it is running, and the network of this PC.</source>
        <translation>Elle ne répond pas. Vérifiez qu’elle est démarrée, et le réseau de ce PC.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the network, then try again.</source>
        <translation>Rien n’a été modifié. Vérifiez le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>Another program is writing to it. Wait a moment, then try again.</source>
        <translation>Un autre programme y écrit. Attendez un instant, puis réessayez.</translation>
    </message>
    <message>
        <source>It answers, and says no. Ask whoever manages the database.</source>
        <translation>Elle répond, et dit non. Adressez-vous à la personne qui gère la base.</translation>
    </message>
    <message>
        <source>Try again. The log tells more.</source>
        <translation>Réessayez. Le journal technique en dit plus.</translation>
    </message>
    <message>
        <source>It does not hold the tables of a shop. Choose another database.</source>
        <translation>Elle ne contient pas les tables d’un commerce. Choisissez une autre base.</translation>
    </message>
    <message>
        <source>It lacks what a shop’s database has: %1. Choose another database.</source>
        <translation>Il lui manque ce qu’a la base d’un commerce&#xa0;: %1. Choisissez une autre base.</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Their revenue: paid and uncancelled sales, each currency by itself</source>
        <translation>Leur CA&#xa0;: ventes payées et non annulées, chaque devise à part</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Times of %1</source>
        <extracomment>The window has been painted for the first time. Screens that do not show what the database holds now.</extracomment>
        <translation>Heure de %1</translation>
    </message>
    <message>
        <source>Updated just now</source>
        <translation>Actualisé à l’instant</translation>
    </message>
    <message>
        <source>Updated %1 s ago</source>
        <translation>Actualisé il y a %1 s</translation>
    </message>
    <message>
        <source>Updated %1 min ago</source>
        <translation>Actualisé il y a %1 min</translation>
    </message>
    <message>
        <source>Updated on %1</source>
        <translation>Actualisé le %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture en cours…</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>Read everything again (F5)</source>
        <translation>Tout relire (F5)</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>&amp;Terminals</source>
        <translation>&amp;Terminaux</translation>
    </message>
    <message>
        <source>&amp;Boutiques</source>
        <translation>&amp;Boutiques</translation>
    </message>
    <message>
        <source>&amp;Sales</source>
        <translation>&amp;Ventes</translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>Cash</source>
        <extracomment>&quot;Sold: %1&quot; and &quot;Received: %1&quot;.</extracomment>
        <translation>Espèces</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Mobile money</source>
        <translation>Mobile money</translation>
    </message>
    <message>
        <source>none</source>
        <comment>boutique</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>none</source>
        <comment>terminal</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>This sale is no longer in the database. Refresh to take it out.</source>
        <translation>Cette vente n’est plus dans la base. Actualisez pour la retirer.</translation>
    </message>
    <message>
        <source>Sold: %1</source>
        <translation>Vendue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Reçue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Orphan</source>
        <translation>Orpheline</translation>
    </message>
    <message>
        <source>This sale has no boutique: it is in no history and in no revenue.</source>
        <translation>Cette vente n’a pas de boutique&#xa0;: elle n’est dans aucun historique ni aucun chiffre d’affaires.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Impayée</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payée</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Sale number</source>
        <translation>N° de vente</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>Vendue le</translation>
    </message>
    <message>
        <source>Boutique</source>
        <translation>Boutique</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>State of the sales</source>
        <extracomment>The key of the chip that narrows nothing down. How many sales there are, as long as nobody asked to read everything again.</extracomment>
        <translation>État des ventes</translation>
    </message>
    <message>
        <source>The sum counts paid and uncancelled sales, each currency by itself</source>
        <translation>La somme compte les ventes payées et non annulées, chaque devise à part</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Filter the sales…</source>
        <translation>Filtrer les ventes…</translation>
    </message>
    <message>
        <source>Reading the sales…</source>
        <translation>Lecture des ventes…</translation>
    </message>
    <message>
        <source>No sale in this database</source>
        <translation>Aucune vente dans cette base</translation>
    </message>
    <message>
        <source>Nothing has reached the server yet: check that the terminals are switched on, assigned and connected.</source>
        <translation>Rien n’est encore arrivé au serveur&#xa0;: vérifiez que les terminaux sont allumés, assignés et connectés.</translation>
    </message>
    <message>
        <source>No sale matches</source>
        <translation>Aucune vente ne correspond</translation>
    </message>
    <message>
        <source>Part of a sale number, of a terminal’s name or serial number, or of a boutique’s name is enough.</source>
        <translation>Une partie du numéro de vente, du nom ou du numéro de série d’un terminal, ou du nom d’une boutique suffit.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>Orphelines</translation>
    </message>
    <message>
        <source>Sales that have no boutique</source>
        <translation>Ventes qui n’ont pas de boutique</translation>
    </message>
    <message>
        <source>Without terminal</source>
        <translation>Sans terminal</translation>
    </message>
    <message>
        <source>Sales of which no terminal is known</source>
        <translation>Ventes dont on ne connaît pas le terminal</translation>
    </message>
    <message>
        <source>Boutique other than the terminal’s</source>
        <translation>Autre boutique que le terminal</translation>
    </message>
    <message>
        <source>Sales of a boutique where their terminal does not work at present</source>
        <translation>Ventes d’une boutique où leur terminal ne travaille pas actuellement</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <comment>chip</comment>
        <translation>Impayées</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>chip</comment>
        <translation>Annulées</translation>
    </message>
</context>
<context>
    <name>SalesScreen</name>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln vente</numerusform>
            <numerusform>%Ln ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) of %1</source>
        <translation>
            <numerusform>%Ln vente sur %1</numerusform>
            <numerusform>%Ln ventes sur %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected, sum unknown</source>
        <translation>
            <numerusform>%Ln vente sélectionnée, somme inconnue</numerusform>
            <numerusform>%Ln ventes sélectionnées, somme inconnue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected, adding up…</source>
        <translation>
            <numerusform>%Ln vente sélectionnée, calcul en cours…</numerusform>
            <numerusform>%Ln ventes sélectionnées, calcul en cours…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected, none counts</source>
        <translation>
            <numerusform>%Ln vente sélectionnée, qui ne compte pas</numerusform>
            <numerusform>%Ln ventes sélectionnées, aucune ne compte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected: %1</source>
        <translation>
            <numerusform>%Ln vente sélectionnée&#xa0;: %1</numerusform>
            <numerusform>%Ln ventes sélectionnées&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln count(s) in no boutique</source>
        <translation>
            <numerusform>%Ln ne compte dans aucune boutique</numerusform>
            <numerusform>%Ln ne comptent dans aucune boutique</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>TableScreen</name>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
</context>
<context>
    <name>Terminals</name>
    <message>
        <source>No boutique</source>
        <translation>Sans boutique</translation>
    </message>
    <message>
        <source>This terminal belongs to no boutique: the server refuses its sales.</source>
        <translation>Ce terminal n’appartient à aucune boutique&#xa0;: le serveur refuse ses ventes.</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silencieux</translation>
    </message>
    <message>
        <source>It has not called the server for seven days or more.</source>
        <translation>Il n’a pas appelé le serveur depuis sept jours ou plus.</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactif</translation>
    </message>
    <message>
        <source>It is switched off on the server, which refuses its sales.</source>
        <translation>Il est désactivé sur le serveur, qui refuse ses ventes.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>None while they are being counted. &quot;%1 min ago&quot;, &quot;%1 h ago&quot;, &quot;%1 d ago&quot;.</extracomment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>il y a %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>il y a %1 j</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>N° de série</translation>
    </message>
    <message>
        <source>Boutique</source>
        <translation>Boutique</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>When it last called the server</source>
        <translation>Son dernier appel au serveur</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of the selling app</source>
        <translation>Version de l’application de vente</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>All its sales, whatever their state</source>
        <translation>Toutes ses ventes, quel que soit leur état</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>Orphelines</translation>
    </message>
    <message>
        <source>Its sales that have no boutique</source>
        <translation>Ses ventes qui n’ont pas de boutique</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>Terminaux</translation>
    </message>
    <message>
        <source>Filter the terminals…</source>
        <translation>Filtrer les terminaux…</translation>
    </message>
    <message>
        <source>Reading the terminals…</source>
        <translation>Lecture des terminaux…</translation>
    </message>
    <message>
        <source>No terminal in this database</source>
        <translation>Aucun terminal dans cette base</translation>
    </message>
    <message>
        <source>Terminals appear here once they are entered on the server.</source>
        <translation>Les terminaux apparaissent ici dès qu’ils sont enregistrés sur le serveur.</translation>
    </message>
    <message>
        <source>No terminal matches the filter</source>
        <translation>Aucun terminal ne correspond au filtre</translation>
    </message>
    <message>
        <source>Part of a name, a serial number or a boutique is enough.</source>
        <translation>Une partie du nom, du numéro de série ou de la boutique suffit.</translation>
    </message>
</context>
<context>
    <name>TerminalsScreen</name>
    <message numerus="yes">
        <source>%Ln terminal(s)</source>
        <translation>
            <numerusform>%Ln terminal</numerusform>
            <numerusform>%Ln terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without boutique</source>
        <translation>
            <numerusform>%Ln sans boutique</numerusform>
            <numerusform>%Ln sans boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) of %1</source>
        <translation>
            <numerusform>%Ln terminal sur %1</numerusform>
            <numerusform>%Ln terminaux sur %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) selected</source>
        <translation>
            <numerusform>%Ln terminal sélectionné</numerusform>
            <numerusform>%Ln terminaux sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) selected: %1</source>
        <translation>
            <numerusform>%Ln terminal sélectionné&#xa0;: %1</numerusform>
            <numerusform>%Ln terminaux sélectionnés&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
