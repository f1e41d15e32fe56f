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
        <translation>Aucun terminal ne travaille ici : elle ne peut pas vendre.</translation>
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
        <translation>Un dépôt stocke et ne vend pas ; aucun terminal n’y a sa place.</translation>
    </message>
    <message>
        <source>Revenue %1</source>
        <extracomment>None while they are being counted. "Revenue (%1)" and what counts in it.</extracomment>
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
            <numerusform>%Ln boutique sélectionnée : %1</numerusform>
            <numerusform>%Ln boutiques sélectionnées : %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>There is no connection to the database just now.</source>
        <extracomment>More values than these are not taken back before the operator has read how many there are. The sentence for what was done, from what came of it. Asks the operator whether to go on: what is taken back, and how many values that is. Boutiques that gained or lost one of them. Rows were changed, here or elsewhere; carries `Touched`. A change begins or has ended. Asked before more than a few values are taken back. The change sets this window has applied, undos among them. A change whose answer was lost and of which nobody could tell yet what came of it.</extracomment>
        <translation>Il n’y a pas de connexion à la base de données en ce moment.</translation>
    </message>
    <message>
        <source>Another change is being made. Wait until it has ended.</source>
        <translation>Une autre modification est en cours. Attendez qu’elle se termine.</translation>
    </message>
    <message>
        <source>Writing the changes</source>
        <translation>Enregistrement des modifications</translation>
    </message>
    <message>
        <source>This window has changed nothing yet.</source>
        <translation>Cette fenêtre n’a encore rien modifié.</translation>
    </message>
    <message>
        <source>Already taken back: %1</source>
        <translation>Déjà annulé : %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Annulé : %1</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The change that was under way was not made. Nothing was changed.</source>
        <translation>La modification en cours n’a pas été faite. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abandonné. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Left alone: %1.</source>
        <translation>Laissé tel quel : %1.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Work is under way</source>
        <translation>Un travail est en cours</translation>
    </message>
    <message>
        <source>Wait until it has ended, or cancel it: then nothing of it is done.</source>
        <translation>Attendez qu’il se termine, ou annulez-le : rien n’en sera fait.</translation>
    </message>
    <message>
        <source>Wait, then close</source>
        <translation>Attendre, puis fermer</translation>
    </message>
    <message>
        <source>Cancel it and close</source>
        <translation>Annuler et fermer</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Demo shop</source>
        <extracomment>The size at which every column of the sales is whole. Under which key the connection is remembered that was opened last.</extracomment>
        <translation>Démonstration</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Connexions…</translation>
    </message>
    <message>
        <source>Prepare this database…</source>
        <translation>Préparer cette base…</translation>
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
        <source>Connection lost</source>
        <translation>Connexion perdue</translation>
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
        <translation>Le fichier se trouve sur un partage réseau : deux PC qui y écriraient l’abîmeraient.</translation>
    </message>
    <message>
        <source>You may read the file, but not write to it.</source>
        <translation>Vous pouvez lire ce fichier, mais pas y écrire.</translation>
    </message>
    <message>
        <source>This database is not prepared for changes yet: everything can be read, nothing changed.</source>
        <translation>Cette base n’est pas encore préparée aux modifications : tout peut être lu, rien ne peut être modifié.</translation>
    </message>
    <message>
        <source>This login may read the database, but not write to it.</source>
        <translation>Ce compte peut lire la base, mais pas y écrire.</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Production: changes here concern real shops</source>
        <translation>Production : les modifications concernent de vraies boutiques</translation>
    </message>
    <message>
        <source>The connection to the database is lost.</source>
        <translation>La connexion à la base de données est perdue.</translation>
    </message>
    <message>
        <source>What you see was read at %1. It is tried again every few seconds.</source>
        <translation>Ce que vous voyez a été lu le %1. Nouvel essai toutes les quelques secondes.</translation>
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
        <translation>Aucune modification n’est faite à moitié. Vous pouvez continuer ; si cela se reproduit, fermez le programme et envoyez ce rapport au support :
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
        <translation>La machine ne répond pas. La base est-elle démarrée, et le pare-feu laisse-t-il passer ce PC ?</translation>
    </message>
    <message>
        <source>The secure connection failed: the server’s certificate is not trusted. Ask whoever manages the server.</source>
        <translation>La connexion sécurisée a échoué : le certificat du serveur n’est pas reconnu. Adressez-vous à la personne qui gère le serveur.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong. Check both, then try again.</source>
        <translation>Le nom d’utilisateur ou le mot de passe est faux. Vérifiez les deux, puis réessayez.</translation>
    </message>
    <message>
        <source>A password stood in the address, where others can read it. Take it out: it belongs in the system’s credential store.</source>
        <translation>Un mot de passe figurait dans l’adresse, où d’autres peuvent le lire. Retirez-le : sa place est dans le coffre du système.</translation>
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
        <source>Nobody knows yet whether the change was made: it is looked up as soon as the database answers again. Do not repeat it.</source>
        <translation>Personne ne sait encore si la modification a été faite : ce sera vérifié dès que la base répondra. Ne la refaites pas.</translation>
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
        <translation>Il lui manque ce qu’a la base d’un commerce : %1. Choisissez une autre base.</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Their revenue: paid and uncancelled sales, each currency by itself</source>
        <translation>Leur CA : ventes payées et non annulées, chaque devise à part</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Times of %1</source>
        <extracomment>The window has been painted for the first time. The window was closed, and nothing is under way any more. Screens that do not show what the database holds now.</extracomment>
        <translation>Heure de %1</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>&amp;Réglages</translation>
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
        <source>New sales</source>
        <translation>Nouvelles ventes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more orphan(s)</source>
        <translation>
            <numerusform>%Ln orpheline de plus</numerusform>
            <numerusform>%Ln orphelines de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan(s) fewer</source>
        <translation>
            <numerusform>%Ln orpheline de moins</numerusform>
            <numerusform>%Ln orphelines de moins</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes by others</source>
        <translation>Modifications par d’autres</translation>
    </message>
    <message>
        <source>Press to see them. Looked for now and then: the newest sale, the number of orphans, the journal. A sale that the server changes in place, or a boutique that is renamed, is seen only after a refresh.</source>
        <translation>Cliquez pour les voir. Sont regardés de temps en temps : la vente la plus récente, le nombre d’orphelines, le journal. Une vente que le serveur modifie sur place, ou une boutique renommée, ne se voit qu’après avoir actualisé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln vente orpheline</numerusform>
            <numerusform>%Ln ventes orphelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take this back? %Ln value(s) become what they were.</source>
        <translation>
            <numerusform>Annuler cela ? %Ln valeur redevient ce qu’elle était.</numerusform>
            <numerusform>Annuler cela ? %Ln valeurs redeviennent ce qu’elles étaient.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>Read everything again (F5)</source>
        <translation>Tout relire (F5)</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
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
    <name>Period</name>
    <message>
        <source>Which days the sales and the revenue are of. Orphans are always all shown.</source>
        <translation>De quels jours sont les ventes et le chiffre d’affaires. Les orphelines comptent toujours toutes.</translation>
    </message>
    <message>
        <source>Which days?</source>
        <translation>Quels jours ?</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>The last day comes before the first.</source>
        <translation>Le dernier jour vient avant le premier.</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>D’autres jours…</translation>
    </message>
    <message>
        <source>January,February,March,April,May,June,July,August,September,October,November,December</source>
        <translation>janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre</translation>
    </message>
</context>
<context>
    <name>PeriodControl</name>
    <message>
        <source>The period before (Alt+Left)</source>
        <translation>La période précédente (Alt+Gauche)</translation>
    </message>
    <message>
        <source>The period after (Alt+Right)</source>
        <translation>La période suivante (Alt+Droite)</translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>Cash</source>
        <extracomment>"Sold: %1" and "Received: %1".</extracomment>
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
        <translation>Vendue : %1</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Reçue : %1</translation>
    </message>
    <message>
        <source>Orphan</source>
        <translation>Orpheline</translation>
    </message>
    <message>
        <source>This sale has no boutique: it is in no history and in no revenue.</source>
        <translation>Cette vente n’a pas de boutique : elle n’est dans aucun historique ni aucun chiffre d’affaires.</translation>
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
        <translation>Rien n’est encore arrivé au serveur : vérifiez que les terminaux sont allumés, assignés et connectés.</translation>
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
            <numerusform>%Ln vente sélectionnée : %1</numerusform>
            <numerusform>%Ln ventes sélectionnées : %1</numerusform>
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
    <name>SearchField</name>
    <message>
        <source>Serial number, boutique, sale number… (Ctrl+K)</source>
        <extracomment>What is shown of each kind.</extracomment>
        <translation>N° de série, boutique ou n° de vente… (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Chercher partout</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Rien trouvé pour « %1 ».</translation>
    </message>
    <message>
        <source>without boutique</source>
        <translation>sans boutique</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>&amp;Colours</source>
        <extracomment>Each language by its own name.</extracomment>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Touches…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>This holds until the window is closed: it could not be saved (%1).</source>
        <translation>Cela vaut jusqu’à la fermeture de la fenêtre : l’enregistrement a échoué (%1).</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>Ce que font les touches</translation>
    </message>
    <message>
        <source>Ctrl+K: search everywhere
Ctrl+F: filter what is shown
F5: refresh
Ctrl+Z: take back the last change
Ctrl+Enter: assign to…
Ctrl+PageUp, Ctrl+PageDown: the place before, the place after
Alt+Left, Alt+Right: the period before, the period after
Ctrl+A, Ctrl+C: select all, copy</source>
        <translation>Ctrl+K : chercher partout
Ctrl+F : filtrer ce qui est affiché
F5 : actualiser
Ctrl+Z : annuler la dernière modification
Ctrl+Entrée : assigner à…
Ctrl+Page préc., Ctrl+Page suiv. : l’écran précédent, l’écran suivant
Alt+Gauche, Alt+Droite : la période précédente, la période suivante
Ctrl+A, Ctrl+C : tout sélectionner, copier</translation>
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
        <translation>Ce terminal n’appartient à aucune boutique : le serveur refuse ses ventes.</translation>
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
        <extracomment>None while they are being counted. "%1 min ago", "%1 h ago", "%1 d ago".</extracomment>
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
            <numerusform>%Ln terminal sélectionné : %1</numerusform>
            <numerusform>%Ln terminaux sélectionnés : %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <extracomment>How long a message stays that asks for nothing, and one that offers a way back.</extracomment>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>reading</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>weighing</source>
        <translation>examen</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>préparation</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>vérification</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>écriture</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>achèvement</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Reading…</source>
        <translation>Lecture en cours…</translation>
    </message>
</context>
</TS>
