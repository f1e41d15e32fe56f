<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Age</name>
    <message>
        <source>Updated just now</source>
        <extracomment>So much of a long connection's name is shown; where it is very narrow, still so much. What was fitted the last time, and into how much room.</extracomment>
        <translation>Actualisé à l’instant</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>Updated %1 s ago</source>
        <translation>Actualisé il y a %1 s</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>il y a %1 s</translation>
    </message>
    <message>
        <source>Updated %1 min ago</source>
        <translation>Actualisé il y a %1 min</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>Updated on %1</source>
        <translation>Actualisé le %1</translation>
    </message>
</context>
<context>
    <name>AmountButton</name>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>An amount has digits only, like 25 000.</source>
        <translation>Un montant n’a que des chiffres, comme 25 000.</translation>
    </message>
    <message>
        <source>Amount: %1 to %2 %3</source>
        <translation>Montant : %1 à %2 %3</translation>
    </message>
    <message>
        <source>Amount: at least %1 %2</source>
        <translation>Montant : au moins %1 %2</translation>
    </message>
    <message>
        <source>Amount: at most %1 %2</source>
        <translation>Montant : au plus %1 %2</translation>
    </message>
    <message>
        <source>Amount: %1</source>
        <translation>Montant : %1</translation>
    </message>
    <message>
        <source>Amount: all</source>
        <translation>Montant : tous</translation>
    </message>
</context>
<context>
    <name>AmountFilter</name>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
</context>
<context>
    <name>Applying</name>
    <message numerus="yes">
        <source>Apply to %Ln sale(s)?</source>
        <extracomment>The report is ready; carries `RepairReport`. The repair was made, but its report was cancelled or cannot be written. The repair was made, and its report is being written.</extracomment>
        <translation>
            <numerusform>Appliquer à %Ln vente ?</numerusform>
            <numerusform>Appliquer à %Ln ventes ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %Ln sale(s)</source>
        <translation>
            <numerusform>Appliquer à %Ln vente</numerusform>
            <numerusform>Appliquer à %Ln ventes</numerusform>
        </translation>
    </message>
    <message>
        <source>All is applied, or nothing. Ctrl+Z takes it back.</source>
        <translation>Tout est appliqué, ou rien. Annulable ensuite avec Ctrl+Z.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked sale(s) not shown will not be changed.</source>
        <translation>
            <numerusform>%Ln vente cochée mais masquée par les filtres ne sera pas modifiée.</numerusform>
            <numerusform>%Ln ventes cochées mais masquées par les filtres ne seront pas modifiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>The shops’ server seems to be writing to this file. Best apply when no shop is selling: a sale that arrives in that moment may be refused.</source>
        <translation>Le serveur des boutiques semble écrire dans ce fichier. Mieux vaut appliquer quand personne ne vend : une vente qui arrive à ce moment peut être refusée.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) repaired.</source>
        <translation>
            <numerusform>%Ln vente rattachée.</numerusform>
            <numerusform>%Ln ventes rattachées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Rédaction du compte rendu</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Orphan sales</source>
        <extracomment>So wide the evidence of most sales can be read whole. What is left of the screen on both sides.</extracomment>
        <translation>Ventes orphelines</translation>
    </message>
    <message>
        <source>The witnesses of the orphan sales are being heard…</source>
        <translation>Lecture des preuves des ventes orphelines…</translation>
    </message>
    <message>
        <source>The witnesses of the orphan sales could not be heard (%1). They stay.</source>
        <translation>Les preuves des ventes orphelines n’ont pas pu être lues (%1). Elles restent.</translation>
    </message>
    <message>
        <source>Show the sales</source>
        <translation>Voir les ventes</translation>
    </message>
    <message>
        <source>At least two witnesses name %1, none another boutique.</source>
        <translation>Au moins deux preuves désignent %1, aucune une autre boutique.</translation>
    </message>
    <message>
        <source>Only one witness, or nothing but this assignment, says that they belong to %1: tick it if you know it.</source>
        <translation>Une seule preuve, ou cette assignation seule, les rattache à %1 : cochez si vous le savez.</translation>
    </message>
    <message numerus="yes">
        <source>Also repair these %Ln sale(s)</source>
        <translation>
            <numerusform>Réparer aussi %Ln vente</numerusform>
            <numerusform>Réparer aussi ces %Ln ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also repair these %Ln sale(s): %1</source>
        <translation>
            <numerusform>Réparer aussi %Ln vente : %1</numerusform>
            <numerusform>Réparer aussi ces %Ln ventes : %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) of this terminal</source>
        <translation>
            <numerusform>%Ln vente orpheline de ce terminal</numerusform>
            <numerusform>%Ln ventes orphelines de ce terminal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) of these terminals</source>
        <translation>
            <numerusform>%Ln vente orpheline de ces terminaux</numerusform>
            <numerusform>%Ln ventes orphelines de ces terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) of this terminal: %1</source>
        <translation>
            <numerusform>%Ln vente orpheline de ce terminal : %1</numerusform>
            <numerusform>%Ln ventes orphelines de ce terminal : %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) of these terminals: %1</source>
        <translation>
            <numerusform>%Ln vente orpheline de ces terminaux : %1</numerusform>
            <numerusform>%Ln ventes orphelines de ces terminaux : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the terminals</source>
        <translation>Voir les terminaux</translation>
    </message>
    <message>
        <source>Nothing is written before you confirm. It can be taken back with Ctrl+Z.</source>
        <translation>Rien n’est écrit avant votre confirmation. Annulable ensuite avec Ctrl+Z.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>AssignSales</name>
    <message>
        <source>Assign sales</source>
        <translation>Assigner des ventes</translation>
    </message>
    <message>
        <source>Nothing is written before “Assign”. Afterwards Ctrl+Z takes it back.</source>
        <translation>Rien n’est écrit avant « Assigner ». Ensuite, Ctrl+Z l’annule.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assigner</translation>
    </message>
</context>
<context>
    <name>AssignSalesDialog</name>
    <message numerus="yes">
        <source>Assign also the %Ln sale(s) that belong elsewhere by their witnesses</source>
        <extracomment>So many boutiques are named of those that witnesses name instead.</extracomment>
        <translation>
            <numerusform>Assigner aussi la vente (%Ln) qui est d’ailleurs d’après ses témoins</numerusform>
            <numerusform>Assigner aussi les %Ln ventes qui sont d’ailleurs d’après leurs témoins</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign orphan sales to %1</source>
        <translation>Assigner des ventes orphelines à %1</translation>
    </message>
    <message>
        <source>None goes there unless you tick it below.</source>
        <translation>Aucune n’y va, sauf si vous cochez ci-dessous.</translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln orphan sale(s) to %1</source>
        <translation>
            <numerusform>Assigner %Ln vente orpheline à %1</numerusform>
            <numerusform>Assigner %Ln ventes orphelines à %1</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them counts.</source>
        <translation>Aucune ne compte (impayées ou annulées).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): the witnesses name %1</source>
        <translation>
            <numerusform>%Ln vente : les témoins désignent %1</numerusform>
            <numerusform>%Ln ventes : les témoins désignent %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): no witness speaks, you decide</source>
        <translation>
            <numerusform>%Ln vente : aucun témoin ne parle, vous décidez</numerusform>
            <numerusform>%Ln ventes : aucun témoin ne parle, vous décidez</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): the witnesses disagree, one of them names %1</source>
        <translation>
            <numerusform>%Ln vente : les témoins se contredisent, l’un désigne %1</numerusform>
            <numerusform>%Ln ventes : les témoins se contredisent, l’un désigne %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): the witnesses name another boutique (%1)</source>
        <translation>
            <numerusform>%Ln vente : les témoins désignent une autre boutique (%1)</numerusform>
            <numerusform>%Ln ventes : les témoins désignent une autre boutique (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected sale(s) have a boutique and stay as they are</source>
        <translation>
            <numerusform>%Ln vente sélectionnée a déjà une boutique et reste comme elle est</numerusform>
            <numerusform>%Ln ventes sélectionnées ont déjà une boutique et restent comme elles sont</numerusform>
        </translation>
    </message>
    <message>
        <source>This boutique has closed since</source>
        <translation>Cette boutique a fermé depuis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): the terminal belongs to another merchant</source>
        <translation>
            <numerusform>%Ln vente : le terminal est d’un autre commerçant</numerusform>
            <numerusform>%Ln ventes : le terminal est d’un autre commerçant</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assignment</name>
    <message>
        <source>Assign</source>
        <translation>Assigner</translation>
    </message>
    <message>
        <source>Without a boutique the server refuses every sale of a terminal, and leaves no trace of it. Sales made before stay where they are.</source>
        <translation>Sans boutique, le serveur refuse toute vente d’un terminal et n’en garde aucune trace. Les ventes déjà faites restent où elles sont.</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>The server will refuse the sales of a terminal that is switched off, as if it did not know it.</source>
        <translation>Le serveur refusera les ventes d’un terminal désactivé, comme s’il ne le connaissait pas.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Yes, they go to another merchant: %1</source>
        <translation>Oui, les envoyer à un autre commerçant : %1</translation>
    </message>
    <message>
        <source>Yes, although no till is allowed there</source>
        <translation>Oui, bien que la vente par terminal y soit interdite</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Suit</translation>
    </message>
    <message>
        <source>May follow</source>
        <translation>Peut suivre</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Devient</translation>
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
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>No boutique matches.</source>
        <extracomment>Why a boutique cannot be chosen; empty where it can.</extracomment>
        <translation>Aucune boutique ne correspond.</translation>
    </message>
    <message>
        <source>Tick what has to be confirmed first.</source>
        <extracomment>So many rows are in sight however much else is said; more where there is room. As wide as it becomes where the screen is too low for every line. What the frame around a window takes of the screen's height. What the button says that does it. What has to be ticked before it can be done.</extracomment>
        <translation>Cochez d’abord ce qui est à confirmer.</translation>
    </message>
    <message>
        <source>The server will refuse their sales.</source>
        <extracomment>So many terminals are named of those a warning is about. The token of its border: accent, orphan (to be confirmed) or error (refused).</extracomment>
        <translation>Le serveur refusera leurs ventes.</translation>
    </message>
    <message>
        <source>Orphan sales are being counted…</source>
        <translation>Comptage des ventes orphelines…</translation>
    </message>
    <message>
        <source>Depot: does not sell</source>
        <translation>Dépôt : ne vend pas</translation>
    </message>
    <message>
        <source>Closed: reopen on the server</source>
        <translation>Fermée : à rouvrir sur le serveur</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>N’existe plus</translation>
    </message>
    <message>
        <source>%1 is a depot: it does not sell, so no terminal can go there.</source>
        <translation>%1 est un dépôt : il ne vend pas, aucun terminal ne peut donc y aller.</translation>
    </message>
    <message>
        <source>%1 is closed, so no terminal can go there. A boutique is reopened on the server.</source>
        <translation>%1 est fermée, aucun terminal ne peut donc y aller. Une boutique se rouvre sur le serveur.</translation>
    </message>
    <message>
        <source>This boutique is no longer there.</source>
        <translation>Cette boutique n’existe plus.</translation>
    </message>
    <message>
        <source>Another merchant: confirm</source>
        <translation>Autre commerçant : confirmer</translation>
    </message>
    <message>
        <source>No till allowed: confirm</source>
        <translation>Terminaux interdits : confirmer</translation>
    </message>
    <message>
        <source>The merchant may not sell through terminals in this boutique.</source>
        <translation>Le commerçant n’a pas le droit de vendre par terminal dans cette boutique.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show its sales</source>
        <translation>Voir ses ventes</translation>
    </message>
    <message>
        <source>Assign to…</source>
        <translation>Assigner à…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Ensuite</translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s)</source>
        <translation>
            <numerusform>%Ln terminal</numerusform>
            <numerusform>%Ln terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln terminal(s) to %1</source>
        <translation>
            <numerusform>Assigner %Ln terminal à %1</numerusform>
            <numerusform>Assigner %Ln terminaux à %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln terminal(s) to…</source>
        <translation>
            <numerusform>Assigner %Ln terminal à…</numerusform>
            <numerusform>Assigner %Ln terminaux à…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Detach %Ln terminal(s)</source>
        <translation>
            <numerusform>Détacher %Ln terminal</numerusform>
            <numerusform>Détacher %Ln terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch on %Ln terminal(s)</source>
        <translation>
            <numerusform>Activer %Ln terminal</numerusform>
            <numerusform>Activer %Ln terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch off %Ln terminal(s)</source>
        <translation>
            <numerusform>Désactiver %Ln terminal</numerusform>
            <numerusform>Désactiver %Ln terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) will be examined</source>
        <translation>
            <numerusform>%Ln vente orpheline sera examinée</numerusform>
            <numerusform>%Ln ventes orphelines seront examinées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) will be examined: %1</source>
        <translation>
            <numerusform>%Ln vente orpheline sera examinée : %1</numerusform>
            <numerusform>%Ln ventes orphelines seront examinées : %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) are without boutique already</source>
        <translation>
            <numerusform>%Ln terminal est déjà sans boutique</numerusform>
            <numerusform>%Ln terminaux sont déjà sans boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) are there already</source>
        <translation>
            <numerusform>%Ln terminal y est déjà</numerusform>
            <numerusform>%Ln terminaux y sont déjà</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) have not called for 7 days or more: sales that are still on them will be stored under the new boutique.</source>
        <translation>
            <numerusform>%Ln terminal ne s’est pas manifesté depuis 7 jours ou plus : les ventes qu’il n’a pas encore envoyées seront rangées dans la nouvelle boutique.</numerusform>
            <numerusform>%Ln terminaux ne se sont pas manifestés depuis 7 jours ou plus : les ventes qu’ils n’ont pas encore envoyées seront rangées dans la nouvelle boutique.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) are switched off: the server refuses their sales until they are switched on again.</source>
        <translation>
            <numerusform>%Ln terminal est désactivé : le serveur refuse ses ventes tant qu’il n’est pas réactivé.</numerusform>
            <numerusform>%Ln terminaux sont désactivés : le serveur refuse leurs ventes tant qu’ils ne sont pas réactivés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) belong to another merchant than this boutique: their sales will count for this one.</source>
        <translation>
            <numerusform>%Ln terminal appartient à un autre commerçant que cette boutique : ses ventes compteront pour elle.</numerusform>
            <numerusform>%Ln terminaux appartiennent à un autre commerçant que cette boutique : leurs ventes compteront pour elle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Terminal(s) concerned (%Ln): %1</source>
        <translation>
            <numerusform>Terminal concerné : %1</numerusform>
            <numerusform>Terminaux concernés (%Ln) : %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln past sale(s) do not move: they stay in the boutique where they were made. The server’s own dashboard will nevertheless count them at %1 too.</source>
        <translation>
            <numerusform>%Ln vente passée ne bouge pas : elle reste dans la boutique où elle a été faite. Le tableau de bord du serveur la comptera pourtant aussi à %1.</numerusform>
            <numerusform>%Ln ventes passées ne bougent pas : elles restent dans la boutique où elles ont été faites. Le tableau de bord du serveur les comptera pourtant aussi à %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) stay: nobody can tell where they belong.</source>
        <translation>
            <numerusform>%Ln vente reste : personne ne peut dire où elle va.</numerusform>
            <numerusform>%Ln ventes restent : personne ne peut dire où elles vont.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) stay for the repair: their witnesses name %1.</source>
        <translation>
            <numerusform>%Ln vente reste pour la réparation : ses preuves désignent %1.</numerusform>
            <numerusform>%Ln ventes restent pour la réparation : leurs preuves désignent %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) assigned to %1.</source>
        <translation>
            <numerusform>%Ln terminal assigné à %1.</numerusform>
            <numerusform>%Ln terminaux assignés à %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) repaired.</source>
        <translation>
            <numerusform>%Ln vente réparée.</numerusform>
            <numerusform>%Ln ventes réparées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) detached.</source>
        <translation>
            <numerusform>%Ln terminal détaché.</numerusform>
            <numerusform>%Ln terminaux détachés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) switched on.</source>
        <translation>
            <numerusform>%Ln terminal activé.</numerusform>
            <numerusform>%Ln terminaux activés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) switched off.</source>
        <translation>
            <numerusform>%Ln terminal désactivé.</numerusform>
            <numerusform>%Ln terminaux désactivés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln serial number(s)</source>
        <translation>
            <numerusform>Copier le numéro de série</numerusform>
            <numerusform>Copier les %Ln numéros de série</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) found</source>
        <translation>
            <numerusform>%Ln terminal trouvé</numerusform>
            <numerusform>%Ln terminaux trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln inconnu</numerusform>
            <numerusform>%Ln inconnus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln twice in the list</source>
        <translation>
            <numerusform>%Ln en double dans la liste</numerusform>
            <numerusform>%Ln en double dans la liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln vente</numerusform>
            <numerusform>%Ln ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan(s)</source>
        <translation>
            <numerusform>dont %Ln orpheline</numerusform>
            <numerusform>dont %Ln orphelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its sales count(s) in no boutique</source>
        <translation>
            <numerusform>%Ln de ses ventes ne compte dans aucune boutique</numerusform>
            <numerusform>%Ln de ses ventes ne comptent dans aucune boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its sales count(s) in no boutique: %1</source>
        <translation>
            <numerusform>%Ln de ses ventes ne compte dans aucune boutique : %1</numerusform>
            <numerusform>%Ln de ses ventes ne comptent dans aucune boutique : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Without boutique</source>
        <extracomment>What stands between a boutique's name and what is added to it. What stands in the row that detaches. Why no terminal goes there; what somebody has to confirm first. The currencies of the revenue, one column each.</extracomment>
        <translation>Sans boutique</translation>
    </message>
    <message>
        <source>Drop here to detach</source>
        <translation>Déposer ici pour détacher</translation>
    </message>
    <message>
        <source>Another merchant</source>
        <translation>Autre commerçant</translation>
    </message>
    <message>
        <source>No till allowed</source>
        <translation>Terminaux interdits</translation>
    </message>
    <message>
        <source>Term.</source>
        <translation>Term.</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>A boutique's or terminal's name, by its id. Whether it works there now.</extracomment>
        <translation>oui</translation>
    </message>
    <message>
        <source>First sale</source>
        <translation>Première vente</translation>
    </message>
    <message>
        <source>Last sale</source>
        <translation>Dernière vente</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Plutôt %1 ?</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>En double</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>Ambigu</translation>
    </message>
    <message>
        <source>More than one terminal bears it, but for spaces around it.</source>
        <translation>Plusieurs terminaux le portent, aux espaces près.</translation>
    </message>
    <message>
        <source>Select terminals first.</source>
        <translation>Sélectionnez d’abord des terminaux.</translation>
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
        <source>Terminals</source>
        <translation>Terminaux</translation>
    </message>
    <message>
        <source>terminals</source>
        <comment>beginning of a file name</comment>
        <translation>terminaux</translation>
    </message>
    <message>
        <source>Export of the terminals</source>
        <translation>Export des terminaux</translation>
    </message>
    <message>
        <source>Boutiques</source>
        <translation>Boutiques</translation>
    </message>
    <message>
        <source>boutiques</source>
        <comment>beginning of a file name</comment>
        <translation>boutiques</translation>
    </message>
    <message>
        <source>Export of the boutiques</source>
        <translation>Export des boutiques</translation>
    </message>
</context>
<context>
    <name>AssignmentPage</name>
    <message>
        <source>Terminals and boutiques</source>
        <translation>Terminaux et boutiques</translation>
    </message>
    <message>
        <source>Assign a &amp;list…</source>
        <translation>Assigner une &amp;liste…</translation>
    </message>
    <message>
        <source>&amp;Assign to…</source>
        <translation>&amp;Assigner à…</translation>
    </message>
    <message>
        <source>Prepare this database…</source>
        <translation>Préparer cette base…</translation>
    </message>
    <message>
        <source>Filter the boutiques…</source>
        <translation>Filtrer les boutiques…</translation>
    </message>
</context>
<context>
    <name>AssignmentScreen</name>
    <message>
        <source>Which terminals</source>
        <extracomment>Below this width the sentence beside the title would be cut to nothing. The period was changed while nobody looked.</extracomment>
        <translation>Quels terminaux</translation>
    </message>
    <message>
        <source>Boutiques</source>
        <translation>Boutiques</translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) without boutique</source>
        <translation>
            <numerusform>%Ln terminal sans boutique</numerusform>
            <numerusform>%Ln terminaux sans boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) of %1</source>
        <translation>
            <numerusform>%Ln terminal sur %1</numerusform>
            <numerusform>%Ln terminaux sur %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Let go to assign, Esc to give up</source>
        <translation>Relâchez pour assigner, Échap pour abandonner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) selected</source>
        <translation>
            <numerusform>%Ln terminal sélectionné</numerusform>
            <numerusform>%Ln terminaux sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln vente orpheline</numerusform>
            <numerusform>%Ln ventes orphelines</numerusform>
        </translation>
    </message>
    <message>
        <source>Orphan sales of all dates; amounts: paid, uncancelled</source>
        <translation>Ventes orphelines de toutes les dates ; montants : payées, non annulées</translation>
    </message>
</context>
<context>
    <name>BoutiquePage</name>
    <message>
        <source>Merchant</source>
        <translation>Commerçant</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Its terminals, now and before</source>
        <translation>Ses terminaux, actuels et passés</translation>
    </message>
    <message>
        <source>Terminals that came or left, by the journal</source>
        <translation>Terminaux arrivés ou partis, d’après le journal</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>No terminal works here, and none sold here.</source>
        <translation>Aucun terminal n’y travaille, et aucun n’y a vendu.</translation>
    </message>
    <message>
        <source>no terminal</source>
        <translation>aucun terminal</translation>
    </message>
</context>
<context>
    <name>BoutiquePane</name>
    <message>
        <source>No boutique matches the filter</source>
        <extracomment>As high as Qt lets anything be. Stands below the row that detaches, where the filter leaves no boutique.</extracomment>
        <translation>Aucune boutique ne correspond au filtre</translation>
    </message>
    <message>
        <source>Part of a name, a merchant, a code or a terminal is enough.</source>
        <translation>Une partie du nom, du commerçant, du code ou d’un terminal suffit.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
</context>
<context>
    <name>BoutiquePicker</name>
    <message>
        <source>Part of a name, a merchant, a city or a code</source>
        <translation>Une partie du nom, du commerçant, de la ville ou du code</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
</context>
<context>
    <name>Boutiques</name>
    <message>
        <source>Revenue %1</source>
        <translation>CA %1</translation>
    </message>
    <message>
        <source>Paid and uncancelled sales, before expenses</source>
        <translation>Ventes payées et non annulées, avant dépenses (CA brut)</translation>
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
        <source>Code</source>
        <translation>Code</translation>
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
</context>
<context>
    <name>BoutiquesCard</name>
    <message>
        <source>Boutiques today</source>
        <extracomment>More lines than these nobody reads here. Carries a boutique's id.</extracomment>
        <translation>Boutiques aujourd’hui</translation>
    </message>
    <message>
        <source>last sale received</source>
        <translation>dernière vente reçue</translation>
    </message>
    <message>
        <source>There is no boutique that sells.</source>
        <translation>Aucune boutique ne vend.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln vente</numerusform>
            <numerusform>%Ln ventes</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>It never sold.</source>
        <translation>Elle n’a jamais vendu.</translation>
    </message>
    <message>
        <source>Last sale received on %1.</source>
        <translation>Dernière vente reçue le %1.</translation>
    </message>
    <message>
        <source>It usually sells at this hour.</source>
        <translation>D’habitude, elle vend à cette heure.</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Choose the boutique from a list (%1)</source>
        <translation>Choisir la boutique dans une liste (%1)</translation>
    </message>
    <message>
        <source>Select terminals first.</source>
        <translation>Sélectionnez d’abord des terminaux.</translation>
    </message>
    <message>
        <source>Drag terminals onto a boutique, or choose it from a list.</source>
        <translation>Glissez des terminaux sur une boutique, ou choisissez-la dans une liste.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Try again</source>
        <extracomment>What could not be read is wanted again.</extracomment>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>Lecture impossible.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>There is no connection to the database just now.</source>
        <extracomment>The sentence for what was done, from what came of it. From the id of a set that was applied, its sentence and its outcome: what can be offered with the message, and how it is called. Rows were changed, here or elsewhere; carries `Touched`. A change begins or has ended. The change sets this window has applied, undos among them. A change whose answer was lost and of which nobody could tell yet what came of it.</extracomment>
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
        <source>Redo (Ctrl+Y)</source>
        <translation>Rétablir (Ctrl+Y)</translation>
    </message>
    <message>
        <source>There is nothing to take back in this window.</source>
        <translation>Il n’y a plus rien à annuler dans cette fenêtre.</translation>
    </message>
    <message>
        <source>There is nothing to make again in this window.</source>
        <translation>Il n’y a rien à rétablir dans cette fenêtre.</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>Rétabli : %1</translation>
    </message>
    <message>
        <source>Nothing of it is left to make again: %1</source>
        <translation>Il n’y a plus rien à en rétablir : %1</translation>
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
        <source>Too late to cancel. %1</source>
        <translation>Trop tard pour annuler. %1</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>More values than these are not taken back before the operator has read how many there are. Asks the operator whether to go on, with what it is about and how many values that is. How the operator calls it. How many values that is. The entry is an undo itself: to take it back is to make something again. What was taken back is made again. On a worker; None where nothing is left to do. `last` or `last_undone` is another one. Asked before more than a few values are taken back, and before they are made again. The undos of this window that can be taken back in their turn.</extracomment>
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
    <name>ChartExporter</name>
    <message>
        <source>chart</source>
        <translation>graphique</translation>
    </message>
    <message>
        <source>Copied as a picture</source>
        <translation>Image copiée</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>No sale in this period</source>
        <translation>Aucune vente sur cette période</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>Orphan</source>
        <translation>Orphelin</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Bars: %1 in all. The highest is %2 with %3, the lowest %4 with %5.</source>
        <translation>Barres : %1 en tout. La plus haute : %2 avec %3 ; la plus basse : %4 avec %5.</translation>
    </message>
    <message>
        <source>Lines: %1, from %2 to %3. The highest point is %4 of %5, on %6.</source>
        <translation>Courbes : %1, de %2 à %3. Le point le plus haut : %4 de %5, %6.</translation>
    </message>
    <message>
        <source>Parts of a whole: %1.</source>
        <translation>Parts d’un tout : %1.</translation>
    </message>
    <message>
        <source>Hours of the week. The strongest is %1 with %2.</source>
        <translation>Heures de la semaine. La plus forte : %1 avec %2.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec</source>
        <translation>janv.,févr.,mars,avr.,mai,juin,juil.,août,sept.,oct.,nov.,déc.</translation>
    </message>
    <message>
        <source>Mon,Tue,Wed,Thu,Fri,Sat,Sun</source>
        <translation>lun.,mar.,mer.,jeu.,ven.,sam.,dim.</translation>
    </message>
    <message>
        <source>Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday</source>
        <translation>lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche</translation>
    </message>
    <message>
        <source>&amp;Copy as a picture</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Picture (P&amp;NG)…</source>
        <translation>Image (P&amp;NG)…</translation>
    </message>
    <message>
        <source>Drawing (&amp;SVG)…</source>
        <translation>Dessin (&amp;SVG)…</translation>
    </message>
    <message>
        <source>Document (P&amp;DF)…</source>
        <translation>Document (P&amp;DF)…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dessin SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Select sales or groups of sales first.</source>
        <translation>Sélectionnez d’abord des ventes ou des groupes de ventes.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Work is under way</source>
        <extracomment>Whether a change has to be made before the window goes, and what was made before.</extracomment>
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
    <name>ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Tick what the table shows. Drag a line, or use the arrows, to put it elsewhere.</source>
        <translation>Cochez ce que le tableau montre. Faites glisser une ligne, ou utilisez les flèches, pour la déplacer.</translation>
    </message>
    <message>
        <source>Further to the left</source>
        <translation>Plus à gauche</translation>
    </message>
    <message>
        <source>Further to the left (Alt+Up)</source>
        <translation>Plus à gauche (Alt+Haut)</translation>
    </message>
    <message>
        <source>Further to the right</source>
        <translation>Plus à droite</translation>
    </message>
    <message>
        <source>Further to the right (Alt+Down)</source>
        <translation>Plus à droite (Alt+Bas)</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Comme au début</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Demo shop</source>
        <extracomment>The size at which every column of the sales is whole. Under which key the connection is remembered that was opened last. So long a worker may keep the interpreter while the window waits for it: a fifth of what is usual, because one painting may have to wait several times. How it is called on the command line.</extracomment>
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
        <source>No connection</source>
        <extracomment>Empty while nothing is connected.</extracomment>
        <translation>Aucune connexion</translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation>Choisissez une base</translation>
    </message>
    <message>
        <source>Connecting…</source>
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
    <message>
        <source>This server takes no changes: it is a copy that follows another one, or was set to be read only. Connect to the main server to make changes.</source>
        <translation>Ce serveur n’accepte pas de modification : c’est une copie qui suit un autre serveur, ou il a été réglé en lecture seule. Connectez-vous au serveur principal pour modifier.</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Discard what is not saved?</source>
        <extracomment>The settings were written; holds them as they are now. What to open, once accepted. The fields one was told of: they are judged again with every key.</extracomment>
        <translation>Abandonner ce qui n’est pas enregistré ?</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continuer la saisie</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Save the other connections too?</source>
        <translation>Enregistrer aussi les autres connexions ?</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Tout enregistrer</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Seulement celle-ci</translation>
    </message>
    <message>
        <source>Delete the connection “%1”?</source>
        <translation>Supprimer la connexion « %1 » ?</translation>
    </message>
    <message>
        <source>Its password is forgotten too. The database itself is not touched.</source>
        <translation>Son mot de passe est oublié aussi. La base elle-même n’est pas touchée.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>La garder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>S&amp;top the test</source>
        <translation>Arrê&amp;ter le test</translation>
    </message>
    <message>
        <source>&amp;Test again</source>
        <translation>&amp;Tester à nouveau</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>Save and open</source>
        <translation>Enregistrer et ouvrir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Connexions enregistrées</translation>
    </message>
    <message>
        <source>New conn&amp;ection</source>
        <translation>Nou&amp;velle connexion</translation>
    </message>
    <message>
        <source>A shop to try everything on</source>
        <translation>Une boutique pour tout essayer</translation>
    </message>
    <message>
        <source>Boutiques, terminals and sales that are made up, with the troubles one meets in real ones. They live on this PC alone. Whatever you do there, nothing real is touched.</source>
        <translation>Des boutiques, des terminaux et des ventes inventés, avec les problèmes que l’on rencontre dans les vrais. Ils n’existent que sur ce PC. Quoi que vous y fassiez, rien de réel n’est touché.</translation>
    </message>
    <message>
        <source>A connection to the database sees every merchant: it is a tool for support. The journal notes your system user, this workstation and the database login with every change.</source>
        <translation>Une connexion à la base voit tous les commerçants : c’est un outil d’assistance. À chaque modification, le journal note votre utilisateur système, ce poste et le compte de la base.</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>Supp&amp;rimer</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Unchanged</source>
        <extracomment>Something was typed or chosen. While a draft is shown, nothing that changes was changed by anybody.</extracomment>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite3 *.sqlite *.db);;All files (*)</source>
        <translation>Bases SQLite (*.sqlite3 *.sqlite *.db);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose the database file</source>
        <translation>Choisir le fichier de la base</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose the certificate</source>
        <translation>Choisir le certificat</translation>
    </message>
    <message>
        <source>Required, certificate verified</source>
        <translation>Obligatoire, certificat vérifié</translation>
    </message>
    <message>
        <source>Required, with a certificate of your own authority</source>
        <translation>Obligatoire, avec le certificat de votre autorité</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>This server is this PC: what is sent does not leave it.</source>
        <translation>Ce serveur est ce PC : ce qui est envoyé n’en sort pas.</translation>
    </message>
    <message>
        <source>Whoever listens on the network can read along, the password too. Only for a network of your own.</source>
        <translation>Qui écoute le réseau peut tout lire, mot de passe compris. Seulement pour un réseau à vous.</translation>
    </message>
    <message>
        <source>Only for this session: this PC has no store for passwords.</source>
        <translation>Seulement pour cette session : ce PC n’a pas de coffre de mots de passe.</translation>
    </message>
    <message>
        <source>Only for this session: this PC’s store for passwords refuses.</source>
        <translation>Seulement pour cette session : le coffre de mots de passe de ce PC refuse.</translation>
    </message>
    <message>
        <source>Kept by Windows, never in a file.</source>
        <translation>Gardé par Windows, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Kept by the system’s credential store, never in a file.</source>
        <translation>Gardé par le coffre du système, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Give it a name, by which you will find it again.</source>
        <translation>Donnez-lui un nom, pour la retrouver.</translation>
    </message>
    <message>
        <source>Another connection has this name already.</source>
        <translation>Une autre connexion porte déjà ce nom.</translation>
    </message>
    <message>
        <source>This name is reserved. Choose another one.</source>
        <translation>Ce nom est réservé. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Choose the file of the database.</source>
        <translation>Choisissez le fichier de la base.</translation>
    </message>
    <message>
        <source>Give the whole path, with its drive and folders.</source>
        <translation>Donnez le chemin complet, avec son lecteur et ses dossiers.</translation>
    </message>
    <message>
        <source>Give the name or the address of the server.</source>
        <translation>Donnez le nom ou l’adresse du serveur.</translation>
    </message>
    <message>
        <source>Only the name or the address, for example db.boutiques.example.</source>
        <translation>Seulement le nom ou l’adresse, par exemple db.boutiques.example.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Un port est un nombre de 1 à 65535.</translation>
    </message>
    <message>
        <source>Give the name of the database on the server.</source>
        <translation>Donnez le nom de la base sur le serveur.</translation>
    </message>
    <message>
        <source>Choose the file of the certificate.</source>
        <translation>Choisissez le fichier du certificat.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>The file the shop’s server works with, or a copy of it.</source>
        <translation>Le fichier avec lequel travaille le serveur des boutiques, ou une copie.</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>D&amp;atabase</source>
        <translation>&amp;Base</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Montrer le mot de passe</translation>
    </message>
    <message>
        <source>Encr&amp;yption</source>
        <translation>&amp;Chiffrement</translation>
    </message>
    <message>
        <source>Cert&amp;ificate</source>
        <translation>Cert&amp;ificat</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>&amp;Read and write</source>
        <translation>&amp;Lecture et écriture</translation>
    </message>
    <message>
        <source>Read &amp;only</source>
        <translation>Lecture s&amp;eule</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>This is &amp;production: real sales</source>
        <translation>C’est la &amp;production : de vraies ventes</translation>
    </message>
    <message>
        <source>The window then wears a coloured bar, so that nobody takes it for a test.</source>
        <translation>La fenêtre porte alors une barre de couleur, pour que personne ne la prenne pour un essai.</translation>
    </message>
</context>
<context>
    <name>ConnectionResult</name>
    <message>
        <source>Copy the details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>New connection</source>
        <translation>Nouvelle connexion</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démonstration</translation>
    </message>
    <message>
        <source>Made-up data</source>
        <translation>Données d’exemple</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistrée</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>SQLite file</source>
        <translation>Fichier SQLite</translation>
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
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln boutique(s)</source>
        <extracomment>What a server says that is not ready, in English and French.</extracomment>
        <translation>
            <numerusform>%Ln boutique</numerusform>
            <numerusform>%Ln boutiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s)</source>
        <translation>
            <numerusform>%Ln terminal</numerusform>
            <numerusform>%Ln terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln vente</numerusform>
            <numerusform>%Ln ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln vente orpheline</numerusform>
            <numerusform>%Ln ventes orphelines</numerusform>
        </translation>
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
    <name>Delay</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 j %2 h</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>All</source>
        <comment>sales</comment>
        <extracomment>By which column the sales are sorted; -1: as they came.</extracomment>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>sales</comment>
        <translation>Modifiées</translation>
    </message>
    <message>
        <source>Left alone</source>
        <comment>sales</comment>
        <translation>Ignorées</translation>
    </message>
    <message>
        <source>Which sales are shown</source>
        <translation>Quelles ventes sont affichées</translation>
    </message>
    <message>
        <source>Copying the sales</source>
        <translation>Copie des ventes</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message numerus="yes">
        <source>%Ln sale(s) selected</source>
        <extracomment>Arrow keys that run through the rows ask once they rest. An answer that takes longer is said to be awaited. The orphans among these sales (ids) shall go to a boutique: its id, or None to be asked.</extracomment>
        <translation>
            <numerusform>%Ln vente sélectionnée</numerusform>
            <numerusform>%Ln ventes sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>No sale selected</source>
        <translation>Aucune vente sélectionnée</translation>
    </message>
    <message>
        <source>Select a sale to see its articles and its journal.</source>
        <translation>Sélectionnez une vente pour voir ses articles et son journal.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture en cours…</translation>
    </message>
    <message>
        <source>Sale number copied</source>
        <translation>Numéro de vente copié</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message numerus="yes">
        <source>%Ln value(s) become what they were.</source>
        <translation>
            <numerusform>%Ln valeur redevient ce qu’elle était.</numerusform>
            <numerusform>%Ln valeurs redeviennent ce qu’elles étaient.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take this change back?</source>
        <translation>Annuler cette modification ?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are changed again.</source>
        <translation>
            <numerusform>%Ln valeur est de nouveau modifiée.</numerusform>
            <numerusform>%Ln valeurs sont de nouveau modifiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make this change again?</source>
        <translation>Rétablir cette modification ?</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Rétablir la modification</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Take the change back</source>
        <translation>Annuler la modification</translation>
    </message>
    <message>
        <source>The settings cannot be read: %1</source>
        <translation>Les réglages ne peuvent pas être lus : %1</translation>
    </message>
</context>
<context>
    <name>EffectPart</name>
    <message>
        <source>Counting…</source>
        <extracomment>More boutiques than these are counted, not shown.</extracomment>
        <translation>Calcul en cours…</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more boutique(s)</source>
        <translation>
            <numerusform>… et %Ln autre boutique</numerusform>
            <numerusform>… et %Ln autres boutiques</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Revenue %1</source>
        <translation>Chiffre d’affaires %1</translation>
    </message>
    <message>
        <source>Effect of these sales</source>
        <translation>Effet de ces ventes</translation>
    </message>
    <message>
        <source>Effect on %1</source>
        <translation>Effet sur %1</translation>
    </message>
    <message>
        <source>Before and after, all its sales</source>
        <translation>Avant et après, toutes ses ventes</translation>
    </message>
    <message>
        <source>Before and after, on %1</source>
        <translation>Avant et après, le %1</translation>
    </message>
    <message>
        <source>Before and after, from %1 to %2</source>
        <translation>Avant et après, du %1 au %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after</source>
        <translation>%1 : %2 avant, %3 après</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>less than 0.1%</source>
        <translation>moins de 0,1 %</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
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
        <source>This database is not prepared for changes</source>
        <extracomment>Of what is missing, no more is named.</extracomment>
        <translation>Cette base n’est pas préparée pour les modifications</translation>
    </message>
    <message>
        <source>Nothing was changed; everything can still be read. Prepare it in the list of connections, or ask whoever manages it.</source>
        <translation>Rien n’a été modifié, et tout reste lisible. Préparez-la dans la liste des connexions, ou adressez-vous à la personne qui la gère.</translation>
    </message>
    <message>
        <source>Nothing was changed: it can only be read</source>
        <translation>Rien n’a été modifié : la base est en lecture seule</translation>
    </message>
    <message>
        <source>The database has changed</source>
        <translation>La base de données a changé</translation>
    </message>
    <message>
        <source>A table or a column that is read here is gone, or bears another name. Try again later; if that does not help, ask whoever manages the database.</source>
        <translation>Une table ou une colonne lue ici n’existe plus, ou porte un autre nom. Réessayez plus tard ; si cela ne suffit pas, adressez-vous à la personne qui gère la base.</translation>
    </message>
    <message>
        <source>The file holds something else. Choose another file.</source>
        <translation>Le fichier contient autre chose. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>The database file is damaged</source>
        <translation>Le fichier de la base est endommagé</translation>
    </message>
    <message>
        <source>Do not write to it any more. Ask for a copy, or restore a backup.</source>
        <translation>N’y écrivez plus. Demandez une copie, ou restaurez une sauvegarde.</translation>
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
        <source>It does not let this PC in. Ask whoever manages the database.</source>
        <translation>Elle n’accepte pas ce PC. Adressez-vous à la personne qui gère la base.</translation>
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
        <source>It took too long, and was broken off. Try again.</source>
        <translation>L’opération a pris trop de temps et a été interrompue. Réessayez.</translation>
    </message>
    <message>
        <source>Somebody else changed the same just now. Nothing was changed; refresh, then try again.</source>
        <translation>Quelqu’un d’autre vient de modifier la même chose. Rien n’a été modifié ici. Actualisez, puis réessayez.</translation>
    </message>
    <message>
        <source>Somebody tampered with its journal: it does not end where it says it does. Nothing was changed. Have the journal checked, and the database put back from a backup.</source>
        <translation>Quelqu’un a altéré son journal : il ne finit pas où il dit finir. Rien n’a été modifié. Faites vérifier le journal, et rétablir la base depuis une sauvegarde.</translation>
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
    <name>Examination</name>
    <message>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>A server that does not answer is waited for, ten seconds at most.</source>
        <translation>Un serveur qui ne répond pas est attendu dix secondes au plus.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again.</source>
        <translation>Le disque est plein. Faites de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>The folder of the settings may not be written to: %1</source>
        <translation>Le dossier des réglages ne peut pas être écrit : %1</translation>
    </message>
    <message>
        <source>The connection could not be saved</source>
        <translation>La connexion n’a pas pu être enregistrée</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lecture et écriture</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>It is not prepared for changes yet, and this login may not do it. Open it, then choose “Prepare this database”: it shows the statements to hand to an administrator.</source>
        <translation>Elle n’est pas encore préparée pour les modifications, et ce compte ne peut pas le faire. Ouvrez-la, puis choisissez « Préparer cette base » : les instructions à remettre à un administrateur y sont montrées.</translation>
    </message>
    <message>
        <source>It is not prepared for changes yet: everything can be read, nothing changed. Open it, then choose “Prepare this database”.</source>
        <translation>Elle n’est pas encore préparée pour les modifications : tout peut être lu, rien modifié. Ouvrez-la, puis choisissez « Préparer cette base ».</translation>
    </message>
    <message>
        <source>Server reached</source>
        <translation>Serveur joint</translation>
    </message>
    <message>
        <source>Server reached in %1 ms</source>
        <translation>Serveur joint en %1 ms</translation>
    </message>
    <message>
        <source>File opened</source>
        <translation>Fichier ouvert</translation>
    </message>
    <message>
        <source>Login accepted</source>
        <translation>Mot de passe accepté</translation>
    </message>
    <message>
        <source>Database found</source>
        <translation>Base trouvée</translation>
    </message>
    <message>
        <source>A shop’s tables</source>
        <translation>Tables d’une boutique</translation>
    </message>
    <message>
        <source>Encrypted connection (%1)</source>
        <translation>Connexion chiffrée (%1)</translation>
    </message>
    <message>
        <source>Not encrypted: the server is this PC</source>
        <translation>Non chiffrée : le serveur est ce PC</translation>
    </message>
    <message>
        <source>Not encrypted: others can read along</source>
        <translation>Non chiffrée : d’autres peuvent lire</translation>
    </message>
    <message>
        <source>%1, last sale on %2</source>
        <translation>%1, dernière vente le %2</translation>
    </message>
    <message>
        <source>Prepared for changes</source>
        <translation>Préparée pour les modifications</translation>
    </message>
    <message>
        <source>Not prepared for changes</source>
        <translation>Pas préparée pour les modifications</translation>
    </message>
    <message>
        <source>The shop’s server seems to write to this file just now</source>
        <translation>Le serveur des boutiques semble écrire dans ce fichier en ce moment</translation>
    </message>
    <message>
        <source>File: it is damaged</source>
        <translation>Fichier : il est endommagé</translation>
    </message>
    <message>
        <source>File: another program holds it</source>
        <translation>Fichier : un autre programme le tient</translation>
    </message>
    <message>
        <source>File: it is not a database</source>
        <translation>Fichier : ce n’est pas une base de données</translation>
    </message>
    <message>
        <source>Database: this login may not enter it</source>
        <translation>Base : ce compte ne peut pas y entrer</translation>
    </message>
    <message>
        <source>File: it cannot be opened</source>
        <translation>Fichier : il ne peut pas être ouvert</translation>
    </message>
    <message>
        <source>Address: no server of this name is found</source>
        <translation>Adresse : aucun serveur de ce nom</translation>
    </message>
    <message>
        <source>Port: the server does not answer</source>
        <translation>Port : le serveur ne répond pas</translation>
    </message>
    <message>
        <source>Encryption: no secure connection comes about</source>
        <translation>Chiffrement : pas de connexion sûre</translation>
    </message>
    <message>
        <source>Login: the server does not let you in</source>
        <translation>Identification : le serveur ne vous laisse pas entrer</translation>
    </message>
    <message>
        <source>Database: the server has none of that name</source>
        <translation>Base : le serveur n’en a pas de ce nom</translation>
    </message>
    <message>
        <source>Tables: this is not a shop’s database</source>
        <translation>Tables : ce n’est pas une base de boutiques</translation>
    </message>
    <message>
        <source>Rights: this login may not read all that is needed</source>
        <translation>Droits : ce compte ne peut pas lire tout ce qu’il faut</translation>
    </message>
    <message>
        <source>The journal cannot be read</source>
        <translation>Le journal ne peut pas être lu</translation>
    </message>
    <message>
        <source>Ask whoever manages the database for the right to read: %1.</source>
        <translation>Demandez à qui gère la base le droit de lire : %1.</translation>
    </message>
    <message>
        <source>Choose the file that the shop’s server works with, or a copy of it.</source>
        <translation>Choisissez le fichier avec lequel travaille le serveur des boutiques, ou une copie.</translation>
    </message>
    <message>
        <source>It knows no such user from this PC. Ask whoever manages the server to let this PC in.</source>
        <translation>Il n’accepte pas cet utilisateur depuis ce PC. Demandez à qui gère le serveur d’autoriser ce PC.</translation>
    </message>
    <message>
        <source>It is just being started or stopped. Wait a moment, then try again.</source>
        <translation>Il est en train de démarrer ou de s’arrêter. Attendez un moment, puis réessayez.</translation>
    </message>
    <message>
        <source>Something answers there, but not as this kind of database does. Check port and kind.</source>
        <translation>Quelque chose y répond, mais pas comme ce type de base. Vérifiez le port et le type.</translation>
    </message>
    <message>
        <source>The chosen file holds no certificate that can be read. Choose another.</source>
        <translation>Le fichier choisi ne contient pas de certificat lisible. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The server offers no encryption. Ask whoever manages it to switch it on; without it others on the network can read along.</source>
        <translation>Le serveur n’offre pas de chiffrement. Demandez à qui le gère de l’activer ; sans lui, d’autres sur le réseau peuvent tout lire.</translation>
    </message>
    <message>
        <source>The server lets nobody in without encryption. Choose “Required”.</source>
        <translation>Le serveur ne laisse entrer personne sans chiffrement. Choisissez « Obligatoire ».</translation>
    </message>
    <message>
        <source>The server’s certificate is for another name. Write the server’s name as its certificate has it, or ask whoever manages it.</source>
        <translation>Le certificat du serveur est pour un autre nom. Écrivez le nom du serveur comme dans son certificat, ou demandez à qui le gère.</translation>
    </message>
    <message>
        <source>The server’s certificate is not one that everybody trusts. Ask whoever manages it for the certificate of its authority, and choose that file.</source>
        <translation>Le certificat du serveur n’est pas reconnu par tous. Demandez à qui le gère le certificat de son autorité, et choisissez ce fichier.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>&amp;Copy the table</source>
        <extracomment>What a style leaves between an icon and a text.</extracomment>
        <translation>&amp;Copier le tableau</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Copy, save or print what is shown</source>
        <translation>Copier, enregistrer ou imprimer ce qui est affiché</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <comment>button</comment>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>C&amp;SV, French (semicolon, decimal comma)…</source>
        <translation>C&amp;SV français (point-virgule, virgule décimale)…</translation>
    </message>
    <message>
        <source>CSV, &amp;international (comma, decimal point)…</source>
        <translation>CSV i&amp;nternational (virgule, point décimal)…</translation>
    </message>
    <message>
        <source>E&amp;xcel workbook…</source>
        <translation>Classeur &amp;Excel…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF…</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>Fichier CSV (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>“%1” could not be written: it is open in another program, or this folder is protected. Close it there, or choose another name. Nothing was saved.</source>
        <translation>« %1 » n’a pas pu être écrit : il est ouvert dans un autre programme, ou ce dossier est protégé. Fermez-le là-bas, ou choisissez un autre nom. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>“%1” could not be written: its folder is not there. Nothing was saved.</source>
        <translation>« %1 » n’a pas pu être écrit : son dossier n’existe pas. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>“%1” could not be written: there is no room left on the disk. Nothing was saved.</source>
        <translation>« %1 » n’a pas pu être écrit : il ne reste plus de place sur le disque. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>“%1” could not be written: it would be too large. Nothing was saved.</source>
        <translation>« %1 » n’a pas pu être écrit : il serait trop grand. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>“%1” could not be written (%2). Nothing was saved.</source>
        <translation>« %1 » n’a pas pu être écrit (%2). Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>The data changed while it was being written, so nothing was saved. Refresh, look again, and start once more.</source>
        <translation>Les données ont changé pendant l’écriture : rien n’a été enregistré. Actualisez, vérifiez, puis recommencez.</translation>
    </message>
    <message>
        <source>%1 Nothing was saved.</source>
        <translation>%1 Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Stands where a table has no row.</extracomment>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>Aucune ligne</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>only those selected</source>
        <translation>seulement celles sélectionnées</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%Ln row(s) are too many to copy: narrow them down to %1.</source>
        <extracomment>The clipboard is no file: more rows than these make every program that looks at it crawl. A PDF of more pages than these is asked about. A preview paints all its pages at once. Copying so many rows is over before it could be read that it is under way.</extracomment>
        <translation>
            <numerusform>%Ln ligne est trop pour une copie : réduisez à %1.</numerusform>
            <numerusform>%Ln lignes sont trop pour une copie : réduisez à %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied, with the columns’ names</source>
        <translation>
            <numerusform>%Ln ligne copiée, avec les noms des colonnes</numerusform>
            <numerusform>%Ln lignes copiées, avec les noms des colonnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This PDF would have %Ln page(s)</source>
        <translation>
            <numerusform>Ce PDF aurait %Ln page</numerusform>
            <numerusform>Ce PDF aurait %Ln pages</numerusform>
        </translation>
    </message>
    <message>
        <source>A workbook holds the same rows in one table that can be searched and sorted. For paper, filter the table first.</source>
        <translation>Un classeur contient les mêmes lignes en un seul tableau, où l’on peut chercher et trier. Pour le papier, filtrez d’abord le tableau.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save all pages…</source>
        <translation>Enregistrer toutes les pages…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are too many to print. Filter the table first.</source>
        <translation>
            <numerusform>%Ln page est trop pour une impression. Filtrez d’abord le tableau.</numerusform>
            <numerusform>%Ln pages sont trop pour une impression. Filtrez d’abord le tableau.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
</context>
<context>
    <name>Fate</name>
    <message numerus="yes">
        <source>%Ln of these sale(s) were taken back since.</source>
        <extracomment>All of it was taken back, and nothing made it again. What became of it, as a sentence; empty while it holds as it was made.</extracomment>
        <translation>
            <numerusform>%Ln de ces ventes a été annulée depuis.</numerusform>
            <numerusform>%Ln de ces ventes ont été annulées depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back since: everything is as it was before.</source>
        <translation>Annulé depuis : tout est comme avant.</translation>
    </message>
    <message>
        <source>Taken back by %1 on %2: everything is as it was before.</source>
        <translation>Annulé par %1 le %2 : tout est comme avant.</translation>
    </message>
</context>
<context>
    <name>FigureBar</name>
    <message>
        <source>The sales behind this figure: %1</source>
        <translation>Les ventes derrière ce chiffre : %1</translation>
    </message>
    <message>
        <source>Some of the sales behind this figure: %1</source>
        <translation>Une partie des ventes derrière ce chiffre : %1</translation>
    </message>
    <message>
        <source>The period of the window does not matter here: a figure has its own time.</source>
        <translation>La période de la fenêtre ne compte pas ici : un chiffre a ses propres dates.</translation>
    </message>
    <message>
        <source>Show all sales</source>
        <translation>Montrer toutes les ventes</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Type to find…</source>
        <translation>Tapez pour trouver…</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Rien ne correspond</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Any date</source>
        <translation>Toutes dates</translation>
    </message>
    <message>
        <source>Orphans have no period: all are shown. Press to show only those of the days chosen above.</source>
        <translation>Les orphelines n’ont pas de période : toutes sont montrées. Appuyez pour ne voir que celles des jours choisis en haut.</translation>
    </message>
</context>
<context>
    <name>FreePeriod</name>
    <message>
        <source>The last day comes before the first.</source>
        <translation>Le dernier jour vient avant le premier.</translation>
    </message>
    <message>
        <source>Which days?</source>
        <translation>Quels jours ?</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Premier jour</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Dernier jour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Show these days</source>
        <translation>&amp;Afficher ces jours</translation>
    </message>
</context>
<context>
    <name>FrozenBar</name>
    <message numerus="yes">
        <source>%Ln sale(s) stay selected, as picked (frozen at %1)</source>
        <translation>
            <numerusform>%Ln vente reste sélectionnée, telle que choisie (figée à %1)</numerusform>
            <numerusform>Les %Ln ventes choisies restent sélectionnées (figées à %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln sale(s) that match are selected (frozen at %1)</source>
        <translation>
            <numerusform>La vente qui correspond est sélectionnée (%Ln, figée à %1)</numerusform>
            <numerusform>Les %Ln ventes qui correspondent sont sélectionnées (figées à %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) that matched an earlier filter are selected (frozen at %1)</source>
        <translation>
            <numerusform>%Ln vente d’un filtre précédent est sélectionnée (figée à %1)</numerusform>
            <numerusform>%Ln ventes d’un filtre précédent sont sélectionnées (figées à %1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales that arrive from now on are not among them.</source>
        <translation>Les ventes qui arrivent désormais n’en font pas partie.</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Tout désélectionner</translation>
    </message>
</context>
<context>
    <name>Grains</name>
    <message>
        <source>Over time</source>
        <extracomment>The week, where the grains of time stand. The sales of no boutique, among boutiques that are known by their ids. Whether the hours of the week are shown instead of lines.</extracomment>
        <translation>Dans le temps</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Export of the journal</source>
        <extracomment>More entries than any journal has.</extracomment>
        <translation>Export du journal</translation>
    </message>
    <message>
        <source>journal</source>
        <comment>beginning of a file name</comment>
        <translation>journal</translation>
    </message>
    <message>
        <source>Kind of the change</source>
        <translation>Genre de modification</translation>
    </message>
    <message>
        <source>Who</source>
        <comment>a filter</comment>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Who: all</source>
        <translation>Qui : tous</translation>
    </message>
    <message>
        <source>Who: %1</source>
        <translation>Qui : %1</translation>
    </message>
    <message>
        <source>Who: %1 +%2</source>
        <translation>Qui : %1 +%2</translation>
    </message>
    <message>
        <source>Journal</source>
        <extracomment>What the chip of what was taken back shows.</extracomment>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Filter the journal…</source>
        <translation>Filtrer le journal…</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Lecture du journal…</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Rien n’a encore été modifié</translation>
    </message>
    <message>
        <source>Whatever is changed with this program stands here, with who did it and the way back.</source>
        <translation>Tout ce qui est modifié avec ce programme figure ici, avec son auteur et le moyen de revenir en arrière.</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>Aucune entrée ne correspond</translation>
    </message>
    <message>
        <source>Part of a sale number, of a terminal’s name or serial number, of a boutique’s name or of a person’s name is enough.</source>
        <translation>Une partie d’un n° de vente, du nom ou du n° de série d’un terminal, du nom d’une boutique ou d’une personne suffit.</translation>
    </message>
    <message>
        <source>Nothing was changed in this period</source>
        <translation>Rien n’a été modifié sur cette période</translation>
    </message>
    <message>
        <source>There may be something on other days.</source>
        <translation>Il y a peut-être quelque chose à d’autres jours.</translation>
    </message>
    <message>
        <source>Widen the period</source>
        <translation>Élargir la période</translation>
    </message>
    <message>
        <source>This database has no journal yet</source>
        <translation>Cette base n’a pas encore de journal</translation>
    </message>
    <message>
        <source>It has not been prepared for changes. The menu of the connections, at the top left, offers to prepare it.</source>
        <translation>Elle n’a pas été préparée pour être modifiée. Le menu des connexions, en haut à gauche, propose de la préparer.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Assignations</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Réparations</translation>
    </message>
    <message>
        <source>Switched on or off</source>
        <translation>Activations</translation>
    </message>
    <message>
        <source>Undos</source>
        <translation>Annulations</translation>
    </message>
    <message>
        <source>Taken back</source>
        <comment>chip</comment>
        <translation>Annulées</translation>
    </message>
    <message>
        <source>Entries that were taken back, wholly or partly</source>
        <translation>Les entrées annulées, entièrement ou en partie</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>a button</comment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <comment>a button</comment>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Partly left alone</source>
        <translation>En partie laissée</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Rien de modifié</translation>
    </message>
    <message>
        <source>Taken back at %1</source>
        <translation>Annulée à %1</translation>
    </message>
    <message>
        <source>Taken back on %1 at %2</source>
        <translation>Annulée le %1 à %2</translation>
    </message>
    <message>
        <source>Partly taken back</source>
        <translation>Annulée en partie</translation>
    </message>
    <message>
        <source>Made again</source>
        <translation>Rétablie</translation>
    </message>
    <message>
        <source>Taken back</source>
        <comment>a row</comment>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Taken back by %1, %2</source>
        <translation>Annulée par %1, %2</translation>
    </message>
    <message>
        <source>Left alone: %1</source>
        <translation>Laissées telles quelles : %1</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Laissée telle quelle</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Aujourd’hui, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Hier, %1</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>Afficher les entrées plus anciennes</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a change, and when it was made</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done, and to what</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Everything was left alone: there is nothing to take back.</source>
        <translation>Tout a été laissé tel quel : il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>Cannot be taken back: %1</source>
        <translation>Ne peut pas être annulée : %1</translation>
    </message>
    <message>
        <source>Cannot be made again: %1</source>
        <translation>Ne peut pas être rétablie : %1</translation>
    </message>
    <message>
        <source>Goes together with the other rows of its group.</source>
        <translation>Va ensemble avec les autres lignes de son groupe.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>Sur quoi</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>JournalActs</name>
    <message>
        <source>%1 (of: %2)</source>
        <translation>%1 (de : %2)</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Make again what was taken back of it</source>
        <translation>Rétablir ce qui en a été annulé</translation>
    </message>
    <message>
        <source>Show the sale</source>
        <translation>Afficher la vente</translation>
    </message>
    <message>
        <source>Show the terminal</source>
        <translation>Afficher le terminal</translation>
    </message>
    <message>
        <source>Follow this sale through the journal</source>
        <translation>Suivre cette vente dans le journal</translation>
    </message>
    <message>
        <source>Follow this terminal through the journal</source>
        <translation>Suivre ce terminal dans le journal</translation>
    </message>
    <message>
        <source>Copy the number of this entry</source>
        <translation>Copier l’identifiant de cette entrée</translation>
    </message>
</context>
<context>
    <name>JournalChecker</name>
    <message>
        <source>Checking the journal</source>
        <extracomment>A check begins or has ended.</extracomment>
        <translation>Vérification du journal</translation>
    </message>
    <message>
        <source>Cancelled. The journal was not checked to its end.</source>
        <translation>Arrêté. Le journal n’a pas été vérifié jusqu’au bout.</translation>
    </message>
</context>
<context>
    <name>JournalScreen</name>
    <message>
        <source>Kind of the change</source>
        <extracomment>The period or the rows have changed while nobody looked. What one came here for is opened once it is read. Rows that others added leave what one looks at where it stands.</extracomment>
        <translation>Genre de modification</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Vérifier le journal</translation>
    </message>
    <message>
        <source>Whether any entry was altered, removed or added behind this program’s back.</source>
        <translation>Si une entrée a été altérée, supprimée ou ajoutée à l’insu de ce programme.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln modification</numerusform>
            <numerusform>%Ln modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in the period</source>
        <translation>
            <numerusform>%Ln modification sur la période</numerusform>
            <numerusform>%Ln modifications sur la période</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln sélectionnée</numerusform>
            <numerusform>%Ln sélectionnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected</source>
        <translation>
            <numerusform>1 sélectionnée : %Ln vente</numerusform>
            <numerusform>1 sélectionnée : %Ln ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected: %1</source>
        <translation>
            <numerusform>1 sélectionnée : %Ln vente, %1</numerusform>
            <numerusform>1 sélectionnée : %Ln ventes, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The sum counts paid and uncancelled sales</source>
        <translation>La somme compte les ventes payées et non annulées</translation>
    </message>
    <message>
        <source>%1, %2 time</source>
        <translation>%1, heure de %2</translation>
    </message>
</context>
<context>
    <name>JournalSubject</name>
    <message>
        <source>Show the whole journal</source>
        <translation>Afficher tout le journal</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Search everywhere</source>
        <translation>Chercher partout</translation>
    </message>
    <message>
        <source>Filter what is shown</source>
        <translation>Filtrer ce qui est affiché</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Annuler la dernière modification</translation>
    </message>
    <message>
        <source>Make again what was taken back last</source>
        <translation>Rétablir ce qui a été annulé en dernier</translation>
    </message>
    <message>
        <source>In the journal: take back, or make again, the row one is at</source>
        <translation>Dans le journal : annuler ou rétablir la ligne courante</translation>
    </message>
    <message>
        <source>Assign to…, or choose where sales go in the repair</source>
        <translation>Assigner à…, ou choisir la boutique dans la réparation</translation>
    </message>
    <message>
        <source>In the repair: tick what is selected, or take the ticks away</source>
        <translation>Dans la réparation : cocher la sélection, ou la décocher</translation>
    </message>
    <message>
        <source>In the overview: put a point off, with a reason</source>
        <translation>Dans la vue d’ensemble : remettre un point à plus tard, avec une raison</translation>
    </message>
    <message>
        <source>In the overview: what a figure counts</source>
        <translation>Dans la vue d’ensemble : ce que compte un chiffre</translation>
    </message>
    <message>
        <source>In a chart: from figure to figure, and the sales behind it</source>
        <translation>Dans un graphique : d’un chiffre à l’autre, et les ventes derrière</translation>
    </message>
    <message>
        <source>The place before, the place after</source>
        <translation>L’écran précédent, l’écran suivant</translation>
    </message>
    <message>
        <source>The period before, the period after</source>
        <translation>La période précédente, la période suivante</translation>
    </message>
    <message>
        <source>Select all, copy</source>
        <translation>Tout sélectionner, copier</translation>
    </message>
    <message>
        <source>Copy or save all that is shown, print it</source>
        <translation>Copier ou enregistrer tout ce qui est affiché, l’imprimer</translation>
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
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Kind of connection</source>
        <translation>Type de connexion</translation>
    </message>
</context>
<context>
    <name>LinesPart</name>
    <message>
        <source>Reading…</source>
        <extracomment>More lines of a sale than these are counted, not shown. So many letters of an article's name are shown.</extracomment>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Articles sold</source>
        <translation>Articles vendus</translation>
    </message>
    <message>
        <source>This sale has no articles.</source>
        <translation>Cette vente n’a aucun article.</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more line(s)</source>
        <translation>
            <numerusform>… et %Ln autre ligne</numerusform>
            <numerusform>… et %Ln autres lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>article of no boutique</source>
        <translation>article d’aucune boutique</translation>
    </message>
    <message>
        <source>from the depot %1</source>
        <translation>du dépôt %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Se&amp;ttings</source>
        <translation>&amp;Réglages</translation>
    </message>
    <message>
        <source>%1 time, %2</source>
        <extracomment>What the keys of the digits 1 to 9 give on a French or Belgian keyboard. Where the orphans wait. The window has been painted for the first time, and its first screen was made. The window was closed, and nothing is under way any more. Screens that do not show what the database holds now.</extracomment>
        <translation>Heure de %1, %2</translation>
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
        <source>%Ln fewer orphan(s)</source>
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
        <source>Press to see them. Looked for now and then: the newest sale, the number of orphans, the journal, where the terminals are. A sale that the server cancels or moves, or an amount it corrects, is seen only after a refresh.</source>
        <translation>Cliquez pour les voir. Sont regardés de temps en temps : la vente la plus récente, le nombre d’orphelines, le journal, la place des terminaux. Une vente que le serveur annule ou déplace, ou un montant qu’il corrige, ne se voit qu’après avoir actualisé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln vente orpheline</numerusform>
            <numerusform>%Ln ventes orphelines</numerusform>
        </translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
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
    <name>MoversCard</name>
    <message>
        <source>Boutiques compared with before</source>
        <extracomment>Below this width the two lists stand below one another. Carries a boutique's id.</extracomment>
        <translation>Boutiques par rapport à avant</translation>
    </message>
    <message>
        <source>Fell most</source>
        <translation>Les plus fortes baisses</translation>
    </message>
    <message>
        <source>Rose most</source>
        <translation>Les plus fortes hausses</translation>
    </message>
    <message>
        <source>None fell by a tenth or more.</source>
        <translation>Aucune n’a baissé d’un dixième ou plus.</translation>
    </message>
    <message>
        <source>None rose by a tenth or more.</source>
        <translation>Aucune n’a augmenté d’un dixième ou plus.</translation>
    </message>
    <message>
        <source>All dates have no period before them. Choose a period to compare.</source>
        <translation>Toutes les dates : il n’y a rien avant. Choisissez une période pour comparer.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>%1 before, %2 now</source>
        <comment>amounts</comment>
        <translation>%1 avant, %2 maintenant</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Navigation</source>
        <extracomment>As the style sheet has them: beside the name, between icon and name, behind the badge. Room that is kept for a count, so that not every new one makes the navigation wider. A count was shown, or none any more: `wide_width` may be another.</extracomment>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Vue d’&amp;ensemble</translation>
    </message>
    <message>
        <source>&amp;Terminals and boutiques</source>
        <translation>&amp;Terminaux et boutiques</translation>
    </message>
    <message>
        <source>&amp;Sales</source>
        <translation>&amp;Ventes</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Réparation</translation>
    </message>
    <message>
        <source>Re&amp;venue</source>
        <translation>Re&amp;venus</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Journal</translation>
    </message>
</context>
<context>
    <name>OrphanWords</name>
    <message>
        <source>Assign to…</source>
        <extracomment>So many letters of a boutique's name fit on a button.</extracomment>
        <translation>Assigner à…</translation>
    </message>
    <message>
        <source>Assign to %1…</source>
        <translation>Assigner à %1…</translation>
    </message>
    <message>
        <source>Sales without boutique can be assigned to one</source>
        <translation>Les ventes sans boutique peuvent être assignées</translation>
    </message>
    <message>
        <source>Those that have a boutique stay as they are.</source>
        <translation>Celles qui ont une boutique restent comme elles sont.</translation>
    </message>
    <message>
        <source>None of these sales has a boutique</source>
        <translation>Aucune de ces ventes n’a de boutique.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these sales have no boutique</source>
        <translation>
            <numerusform>%Ln de ces ventes n’a pas de boutique.</numerusform>
            <numerusform>%Ln de ces ventes n’ont pas de boutique.</numerusform>
        </translation>
    </message>
    <message>
        <source>The others stay as they are.</source>
        <translation>Les autres restent comme elles sont.</translation>
    </message>
    <message>
        <source>More than %1 sales are only added up.</source>
        <translation>Au-delà de %1 ventes, seul le total est calculé.</translation>
    </message>
    <message>
        <source>Neither boutique nor terminal is known of this sale.</source>
        <translation>On ne connaît ni la boutique ni le terminal de cette vente.</translation>
    </message>
    <message>
        <source>Only its articles can tell where it was made.</source>
        <translation>Seuls ses articles peuvent dire où elle a été faite.</translation>
    </message>
    <message>
        <source>This sale has no boutique, and its terminal has none either.</source>
        <translation>Cette vente n’a pas de boutique, et son terminal n’en a pas non plus.</translation>
    </message>
    <message>
        <source>Assign the terminal, or the sale alone.</source>
        <translation>Assignez le terminal, ou seulement cette vente.</translation>
    </message>
    <message>
        <source>Its terminal works at %1 at present, which alone proves nothing.</source>
        <translation>Son terminal travaille aujourd’hui à %1, ce qui ne prouve rien à soi seul.</translation>
    </message>
    <message>
        <source>This sale has no boutique: it counts nowhere.</source>
        <translation>Cette vente n’a pas de boutique : elle ne compte nulle part.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1 : %2.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Looking at the shop…</source>
        <translation>Examen de la boutique…</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 ago</source>
        <comment>hours, minutes</comment>
        <translation>il y a %1 h %2</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>il y a %1 j</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <comment>names, how many</comment>
        <translation>%1 et %2 autres</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>chart, currency</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <comment>database, moment</comment>
        <translation>%1, état au %2</translation>
    </message>
    <message>
        <source>Refused sales that nobody has dealt with</source>
        <translation>Ventes refusées non traitées</translation>
    </message>
    <message>
        <source>refused-sales</source>
        <comment>beginning of a file name</comment>
        <translation>ventes-refusees</translation>
    </message>
    <message>
        <source>Export of the refused sales</source>
        <translation>Export des ventes refusées</translation>
    </message>
</context>
<context>
    <name>OverviewPart</name>
    <message>
        <source>Looking for what the orphans share…</source>
        <extracomment>More terminals than these are counted, not named. Other sections are shown. What was found out about that plan. It is being found out.</extracomment>
        <translation>Recherche de ce que les orphelines ont en commun…</translation>
    </message>
    <message>
        <source>Select a group or a sale to see what the witnesses say of it.</source>
        <translation>Sélectionnez un groupe ou une vente pour voir ce qu’en disent les témoins.</translation>
    </message>
    <message>
        <source>No version, address, merchant or day stands out among the orphans.</source>
        <translation>Aucune version, adresse, aucun commerçant ni aucun jour ne se distingue parmi les orphelines.</translation>
    </message>
    <message>
        <source>Common causes</source>
        <translation>Causes fréquentes</translation>
    </message>
    <message>
        <source>Orphan sales are still being made although the terminal has a boutique: the server does not link them. Repairing does not stop that.</source>
        <translation>Des ventes orphelines naissent encore alors que le terminal a une boutique : le serveur ne les relie pas. Réparer n’y met pas fin.</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more terminal(s)</source>
        <translation>
            <numerusform>… et %Ln autre terminal</numerusform>
            <numerusform>… et %Ln autres terminaux</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the terminal %1</source>
        <translation>Afficher le terminal %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the last days, the last on %1, although at %2</source>
        <translation>
            <numerusform>%Ln ces derniers jours, le %1, alors qu’il est à %2</numerusform>
            <numerusform>%Ln ces derniers jours, la dernière le %1, alors qu’il est à %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the boutiques of this merchant</source>
        <translation>Afficher les boutiques de ce commerçant</translation>
    </message>
    <message>
        <source>An old app sent them, or something else than a terminal.</source>
        <translation>Envoyées par une ancienne application, ou par autre chose qu’un terminal.</translation>
    </message>
    <message>
        <source>No app version</source>
        <translation>Aucune version de l’application</translation>
    </message>
    <message>
        <source>App version %1</source>
        <translation>Version %1 de l’application</translation>
    </message>
    <message>
        <source>Update the terminals that still have it.</source>
        <translation>Mettez à jour les terminaux qui l’ont encore.</translation>
    </message>
    <message>
        <source>Network address %1</source>
        <translation>Adresse réseau %1</translation>
    </message>
    <message>
        <source>Look at what sends sales from there, and how it is set up.</source>
        <translation>Regardez ce qui envoie des ventes de là, et son réglage.</translation>
    </message>
    <message>
        <source>Merchant %1</source>
        <translation>Commerçant %1</translation>
    </message>
    <message>
        <source>Look at the terminals of this merchant, and at their boutiques.</source>
        <translation>Regardez les terminaux de ce commerçant, et leurs boutiques.</translation>
    </message>
    <message>
        <source>Look at what was changed on the server at that time.</source>
        <translation>Regardez ce qui a changé sur le serveur à ce moment-là.</translation>
    </message>
    <message>
        <source>Sold on %1</source>
        <translation>Vendues le %1</translation>
    </message>
    <message>
        <source>Sold from %1 to %2</source>
        <translation>Vendues du %1 au %2</translation>
    </message>
    <message>
        <source>%1 of %2 orphan sales (%3%), but only %4 of all %5 sales (%6%)</source>
        <translation>%1 des %2 ventes orphelines (%3 %), mais seulement %4 des %5 ventes (%6 %)</translation>
    </message>
</context>
<context>
    <name>OverviewScreen</name>
    <message numerus="yes">
        <source>%Ln terminal(s) without boutique</source>
        <extracomment>So often what is told of the time that has passed is told anew. The parts that are asked for, each by itself. Parts that could not be read. What was changed, or came, while nobody looked. The keyboard shall work here once there is something to work on.</extracomment>
        <translation>
            <numerusform>%Ln terminal sans boutique</numerusform>
            <numerusform>%Ln terminaux sans boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s)</source>
        <translation>
            <numerusform>%Ln boutique</numerusform>
            <numerusform>%Ln boutiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s)</source>
        <translation>
            <numerusform>%Ln terminal</numerusform>
            <numerusform>%Ln terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) in the period</source>
        <translation>
            <numerusform>%Ln vente sur la période</numerusform>
            <numerusform>%Ln ventes sur la période</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>Which days the sales and the revenue are of. Orphans are always all shown.</source>
        <translation>De quels jours sont les ventes et le chiffre d’affaires. Les orphelines comptent toujours toutes.</translation>
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
    <name>PlacePage</name>
    <message>
        <source>Reading…</source>
        <extracomment>Facts stand in so many pairs of name and value side by side. The terminal shown shall be assigned.</extracomment>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>The journal tells nothing of this yet.</source>
        <translation>Le journal n’en dit rien encore.</translation>
    </message>
    <message>
        <source>No sale in the last twelve months.</source>
        <translation>Aucune vente ces douze derniers mois.</translation>
    </message>
    <message>
        <source>Show these sales</source>
        <translation>Voir ces ventes</translation>
    </message>
    <message>
        <source>Sales of the last twelve months</source>
        <translation>Ventes des douze derniers mois</translation>
    </message>
    <message>
        <source>See in the journal</source>
        <translation>Voir dans le journal</translation>
    </message>
    <message>
        <source>&amp;Assign to…</source>
        <translation>&amp;Assigner à…</translation>
    </message>
    <message>
        <source>Show the &amp;sales</source>
        <translation>Voir les &amp;ventes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PrepareDialog</name>
    <message>
        <source>It cannot be done from here</source>
        <extracomment>The database can be changed from now on: the session should be looked at again.</extracomment>
        <translation>Cela ne peut pas se faire d’ici</translation>
    </message>
    <message>
        <source>%1 Hand the statements above to whoever administers the database: run once, they do the same.</source>
        <translation>%1 Remettez les instructions ci-dessus à qui administre la base : exécutées une fois, elles font la même chose.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Save the statements</source>
        <translation>Enregistrer les instructions</translation>
    </message>
    <message>
        <source>SQL files (*.sql);;All files (*)</source>
        <translation>Fichiers SQL (*.sql);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Le fichier n’a pas pu être écrit : %1</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>The database is prepared</source>
        <translation>La base est préparée</translation>
    </message>
    <message>
        <source>Changes can be made from now on, and each can be taken back.</source>
        <translation>On peut désormais la modifier, et annuler chaque modification.</translation>
    </message>
    <message>
        <source>This login may not make tables.</source>
        <translation>Ce compte ne peut pas créer de tables.</translation>
    </message>
    <message>
        <source>The database was not prepared</source>
        <translation>La base n’a pas été préparée</translation>
    </message>
    <message>
        <source>Prepare this database</source>
        <translation>Préparer cette base</translation>
    </message>
    <message>
        <source>Before the first change</source>
        <translation>Avant la première modification</translation>
    </message>
    <message>
        <source>To be able to take every change back, the program keeps a journal: who changed what, when, and what it was before. It lies in the same database, so that a change and its entry are written together or not at all.</source>
        <translation>Pour pouvoir annuler chaque modification, le programme tient un journal : qui a modifié quoi, quand, et ce que c’était avant. Il se trouve dans la même base, pour qu’une modification et son inscription soient écrites ensemble ou pas du tout.</translation>
    </message>
    <message>
        <source>Only tables of its own are made, whose names all begin with desktop_admin_. No table and no row of the shop is touched, and the shop’s server does not notice. Until then everything can be read, and nothing changed.</source>
        <translation>Seules ses propres tables sont créées, dont les noms commencent tous par desktop_admin_. Aucune table ni aucune ligne des boutiques n’est touchée, et leur serveur ne remarque rien. D’ici là, tout peut être lu, et rien modifié.</translation>
    </message>
    <message>
        <source>The &amp;statements, for whoever administers the database:</source>
        <translation>Les in&amp;structions, pour qui administre la base :</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>&amp;Préparer</translation>
    </message>
</context>
<context>
    <name>PreviewMenu</name>
    <message>
        <source>Tick</source>
        <extracomment>Another target is to be chosen for the selected rows; carries it, or None: to be asked.</extracomment>
        <translation>Cocher</translation>
    </message>
    <message>
        <source>Untick</source>
        <translation>Décocher</translation>
    </message>
    <message>
        <source>Show the evidence</source>
        <translation>Voir les preuves</translation>
    </message>
    <message>
        <source>Attach to %1</source>
        <translation>Rattacher à %1</translation>
    </message>
    <message>
        <source>Choose the terminal…</source>
        <translation>Choisir le terminal…</translation>
    </message>
    <message>
        <source>Choose the boutique…</source>
        <translation>Choisir la boutique…</translation>
    </message>
    <message>
        <source>Show the boutique %1</source>
        <translation>Voir la boutique %1</translation>
    </message>
    <message>
        <source>Show the terminal %1</source>
        <translation>Voir le terminal %1</translation>
    </message>
    <message>
        <source>Show the sale</source>
        <translation>Voir la vente</translation>
    </message>
    <message>
        <source>Copy the sale number</source>
        <translation>Copier le numéro de vente</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>To deal with</source>
        <translation>À traiter</translation>
    </message>
    <message numerus="yes">
        <source>Put off (%Ln)</source>
        <translation>
            <numerusform>Remis à plus tard (%Ln)</numerusform>
            <numerusform>Remis à plus tard (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s), the most urgent first</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points, les plus urgents d’abord</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Rien ne vous attend.</translation>
    </message>
</context>
<context>
    <name>ProblemRow</name>
    <message>
        <source>Put off… (Del)</source>
        <extracomment>All buttons of the list are of one width, as one reads them in a column. Where it is solved is wanted; it is to be put off, or taken up again; carry the kind. The row above (-1) or below (1) is wanted.</extracomment>
        <translation>Remettre à plus tard… (Suppr)</translation>
    </message>
    <message>
        <source>Put off…</source>
        <translation>Remettre à plus tard…</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>Urgent</source>
        <extracomment>When the last sale of each terminal came, as people read it.</extracomment>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Important</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recent sale(s) stored without boutique</source>
        <translation>
            <numerusform>%Ln vente récente enregistrée sans boutique</numerusform>
            <numerusform>%Ln ventes récentes enregistrées sans boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) ready to be attached</source>
        <translation>
            <numerusform>%Ln vente orpheline est prête à être rattachée</numerusform>
            <numerusform>%Ln ventes orphelines sont prêtes à être rattachées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) in conflict</source>
        <translation>
            <numerusform>%Ln vente orpheline en conflit</numerusform>
            <numerusform>%Ln ventes orphelines en conflit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) with one witness only</source>
        <translation>
            <numerusform>%Ln vente orpheline n’a qu’un témoin</numerusform>
            <numerusform>%Ln ventes orphelines n’ont qu’un témoin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) without any witness</source>
        <translation>
            <numerusform>%Ln vente orpheline n’a aucun témoin</numerusform>
            <numerusform>%Ln ventes orphelines n’ont aucun témoin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused sale(s) that nobody has dealt with</source>
        <translation>
            <numerusform>%Ln vente refusée n’a pas été traitée</numerusform>
            <numerusform>%Ln ventes refusées n’ont pas été traitées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) in another boutique than their terminal</source>
        <translation>
            <numerusform>%Ln vente hors de la boutique de son terminal</numerusform>
            <numerusform>%Ln ventes hors de la boutique de leur terminal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) without terminal</source>
        <translation>
            <numerusform>%Ln vente n’a pas de terminal</numerusform>
            <numerusform>%Ln ventes n’ont pas de terminal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) without boutique</source>
        <translation>
            <numerusform>%Ln terminal n’a pas de boutique</numerusform>
            <numerusform>%Ln terminaux n’ont pas de boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln switched-off terminal(s) still selling</source>
        <translation>
            <numerusform>%Ln terminal désactivé vend encore</numerusform>
            <numerusform>%Ln terminaux désactivés vendent encore</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) silent at an hour of sales</source>
        <translation>
            <numerusform>%Ln terminal se tait à une heure où il vend d’habitude</numerusform>
            <numerusform>%Ln terminaux se taisent à une heure où ils vendent d’habitude</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) silent for more than 7 days</source>
        <translation>
            <numerusform>%Ln terminal est silencieux depuis plus de 7 jours</numerusform>
            <numerusform>%Ln terminaux sont silencieux depuis plus de 7 jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln sale(s) in the last 7 days.</source>
        <translation>
            <numerusform>%1 : %Ln vente en 7 jours.</numerusform>
            <numerusform>%1 : %Ln ventes en 7 jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: switched off, or without network.</source>
        <translation>%1 : éteints, ou sans réseau.</translation>
    </message>
    <message>
        <source>%1: assigned all the same; repairing will not stop it.</source>
        <translation>%1 : une boutique est assignée, réparer ne suffira pas.</translation>
    </message>
    <message>
        <source>%1: nothing since %2; it had sold by now in %3 of %4 weeks.</source>
        <translation>%1 : rien depuis le %2 ; d’habitude il a déjà vendu (%3 semaines sur %4).</translation>
    </message>
    <message>
        <source>Two witnesses agree. The preview changes nothing.</source>
        <translation>Deux témoins concordent. L’aperçu ne modifie rien.</translation>
    </message>
    <message>
        <source>Their witnesses name different boutiques: somebody must choose.</source>
        <translation>Les témoins se contredisent : il faut choisir la boutique.</translation>
    </message>
    <message>
        <source>A boutique is proposed for each: look, then tick.</source>
        <translation>Une boutique est proposée : regardez, puis cochez.</translation>
    </message>
    <message>
        <source>Assign the terminal first, or choose by hand.</source>
        <translation>Assignez d’abord le terminal, ou choisissez à la main.</translation>
    </message>
    <message>
        <source>The server did not store them: they are lost.</source>
        <translation>Le serveur ne les a pas enregistrées : elles sont perdues.</translation>
    </message>
    <message>
        <source>The terminal has moved since, or they are miscounted.</source>
        <translation>Terminal déplacé depuis, ou ventes mal comptées.</translation>
    </message>
    <message>
        <source>A terminal is proposed where there are traces.</source>
        <translation>Un terminal est proposé là où il reste des traces.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) attachable after the assignment.</source>
        <translation>
            <numerusform>%Ln vente sera rattachable après l’assignation.</numerusform>
            <numerusform>%Ln ventes seront rattachables après l’assignation.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the server refuses their sales.</source>
        <translation>%1 : le serveur refuse leurs ventes.</translation>
    </message>
    <message>
        <source>%1: they usually sell at this hour.</source>
        <translation>%1 : d’habitude, ils vendent à cette heure.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assigner</translation>
    </message>
    <message>
        <source>See the preview</source>
        <translation>Voir l’aperçu</translation>
    </message>
    <message>
        <source>Choose the boutique</source>
        <translation>Choisir la boutique</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Find the terminal</source>
        <translation>Trouver le terminal</translation>
    </message>
    <message>
        <source>See the sales</source>
        <translation>Voir les ventes</translation>
    </message>
    <message>
        <source>Open the terminal</source>
        <translation>Ouvrir le terminal</translation>
    </message>
    <message>
        <source>See the terminals</source>
        <translation>Voir les terminaux</translation>
    </message>
</context>
<context>
    <name>PutOff</name>
    <message>
        <source>Put off</source>
        <translation>Remettre à plus tard</translation>
    </message>
    <message>
        <source>It is kept in “Put off”, and comes back by itself as soon as it grows.</source>
        <translation>Le point reste sous « Remis à plus tard » et revient de lui-même dès qu’il grandit.</translation>
    </message>
    <message>
        <source>&amp;Why can it wait?</source>
        <translation>&amp;Pourquoi peut-il attendre ?</translation>
    </message>
    <message>
        <source>In a few words, for whoever looks later</source>
        <translation>En quelques mots, pour qui regardera plus tard</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PutOffDialog</name>
    <message>
        <source>Being dealt with</source>
        <extracomment>So many letters of the font one has chosen stand in a line. Carries the reason.</extracomment>
        <translation>En cours de traitement</translation>
    </message>
    <message>
        <source>To be settled with the merchant</source>
        <translation>À voir avec le commerçant</translation>
    </message>
    <message>
        <source>The terminal is being repaired</source>
        <translation>Terminal en réparation</translation>
    </message>
    <message>
        <source>Known, and of no importance</source>
        <translation>Connu, sans importance</translation>
    </message>
</context>
<context>
    <name>PuttingOff</name>
    <message>
        <source>Put off: %1</source>
        <translation>Remis à plus tard : %1</translation>
    </message>
    <message>
        <source>Taken up again: %1</source>
        <translation>Repris : %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>RejectedDialog</name>
    <message numerus="yes">
        <source>%Ln refused sale(s)</source>
        <translation>
            <numerusform>%Ln vente refusée</numerusform>
            <numerusform>%Ln ventes refusées</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused on</source>
        <translation>Refusée le</translation>
    </message>
    <message>
        <source>Sale number</source>
        <translation>N° de vente</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Boutique</source>
        <translation>Boutique</translation>
    </message>
</context>
<context>
    <name>RejectedSales</name>
    <message>
        <source>Refused sales</source>
        <translation>Ventes refusées</translation>
    </message>
    <message>
        <source>The server refused these sales and stored nothing of them: they have to be entered again on the terminal, or by whoever manages the server.</source>
        <translation>Le serveur a refusé ces ventes et n’en a rien enregistré : elles sont à ressaisir sur le terminal, ou par la personne qui gère le serveur.</translation>
    </message>
    <message>
        <source>Double-click or Enter opens the terminal. Ctrl+C copies what is selected.</source>
        <translation>Un double-clic ou Entrée ouvre le terminal. Ctrl+C copie la sélection.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>Show more: %1 are left</source>
        <extracomment>So many letters of a name widen its column. An amount in cents that leaves room for what a choice may change.</extracomment>
        <translation>Afficher la suite : il en reste %1</translation>
    </message>
    <message>
        <source>Unpaid or cancelled: it counts in no revenue</source>
        <translation>Impayée ou annulée : elle ne compte dans aucun chiffre d’affaires</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>le %1</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>Changed since the analysis: it is left alone</source>
        <translation>Modifiée depuis l’analyse : ignorée</translation>
    </message>
    <message>
        <source>partly ticked</source>
        <translation>cochée en partie</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>All of them, whatever their state</source>
        <translation>Toutes, quel que soit leur état</translation>
    </message>
    <message>
        <source>Amount %1</source>
        <translation>Montant %1</translation>
    </message>
    <message>
        <source>Paid and uncancelled sales</source>
        <translation>Ventes payées et non annulées</translation>
    </message>
    <message>
        <source>Sold</source>
        <extracomment>Empty where nobody knows. Proposed, and neither ticked nor chosen. Those in which no sale has a fraction. By group number.</extracomment>
        <translation>Vendues</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Evidence, or before and after</source>
        <translation>Preuve, ou avant et après</translation>
    </message>
    <message>
        <source>What is repaired</source>
        <translation>Ce qui est réparé</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Analyser à nouveau</translation>
    </message>
    <message>
        <source>Nothing is written before “Apply”</source>
        <translation>Rien n’est écrit avant « Appliquer »</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Tout replier</translation>
    </message>
    <message>
        <source>Analysis</source>
        <extracomment>The rows of this confidence are wanted.</extracomment>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Without terminal</source>
        <extracomment>Where sales are that lack what they are to get. Where sales of one group go to different places. How the column is called that says where sales go.</extracomment>
        <translation>Sans terminal</translation>
    </message>
    <message>
        <source>Without boutique</source>
        <translation>Sans boutique</translation>
    </message>
    <message>
        <source>no terminal</source>
        <translation>sans terminal</translation>
    </message>
    <message>
        <source>no boutique</source>
        <translation>aucune boutique</translation>
    </message>
    <message>
        <source>several terminals</source>
        <translation>plusieurs terminaux</translation>
    </message>
    <message>
        <source>several boutiques</source>
        <translation>plusieurs boutiques</translation>
    </message>
    <message>
        <source>Boutique and proposed terminal</source>
        <translation>Boutique et terminal proposé</translation>
    </message>
    <message>
        <source>Terminal and target boutique</source>
        <translation>Terminal et boutique cible</translation>
    </message>
    <message>
        <source>Repair</source>
        <extracomment>The two lists of the screen.</extracomment>
        <translation>Réparation</translation>
    </message>
    <message>
        <source>Search in the preview…</source>
        <translation>Filtrer l’aperçu…</translation>
    </message>
    <message>
        <source>Hearing the witnesses of every orphan sale…</source>
        <translation>Examen des preuves de chaque vente orpheline…</translation>
    </message>
    <message>
        <source>Nothing to repair</source>
        <translation>Rien à réparer</translation>
    </message>
    <message>
        <source>Every sale has its boutique. New orphans will be counted in the navigation.</source>
        <translation>Chaque vente a sa boutique. De nouvelles orphelines seraient comptées dans la navigation.</translation>
    </message>
    <message>
        <source>No orphan sale matches</source>
        <translation>Aucune vente orpheline ne correspond</translation>
    </message>
    <message>
        <source>What is not shown is not changed either. Part of a sale number, of a terminal’s name or serial number, or of a boutique’s name is enough.</source>
        <translation>Ce qui n’est pas montré n’est pas modifié non plus. Une partie du numéro de vente, du nom ou du numéro de série d’un terminal, ou du nom d’une boutique suffit.</translation>
    </message>
    <message>
        <source>Hearing the witnesses of every sale without terminal…</source>
        <translation>Examen des preuves de chaque vente sans terminal…</translation>
    </message>
    <message>
        <source>Every sale has its terminal.</source>
        <translation>Chaque vente a son terminal.</translation>
    </message>
    <message>
        <source>No sale without terminal matches</source>
        <translation>Aucune vente sans terminal ne correspond</translation>
    </message>
    <message>
        <source>Sales without boutique</source>
        <translation>Ventes sans boutique</translation>
    </message>
    <message>
        <source>Orphans: they count in no boutique</source>
        <translation>Orphelines : elles ne comptent dans aucune boutique</translation>
    </message>
    <message>
        <source>Sales without terminal</source>
        <translation>Ventes sans terminal</translation>
    </message>
    <message>
        <source>Nobody knows which terminal made them</source>
        <translation>Personne ne sait quel terminal les a faites</translation>
    </message>
    <message>
        <source>Certain</source>
        <comment>several sales</comment>
        <translation>Certaines</translation>
    </message>
    <message>
        <source>Certain</source>
        <comment>one group</comment>
        <translation>Certaine</translation>
    </message>
    <message>
        <source>Ticked: two witnesses agree, none disagrees.</source>
        <translation>Cochées : deux témoins s’accordent, aucun ne contredit.</translation>
    </message>
    <message>
        <source>Deduced</source>
        <comment>several sales</comment>
        <translation>Déduites</translation>
    </message>
    <message>
        <source>Deduced</source>
        <comment>one group</comment>
        <translation>Déduite</translation>
    </message>
    <message>
        <source>Not ticked: only one witness speaks. Look, then tick.</source>
        <translation>Décochées : un seul témoin parle. Vérifiez, puis cochez.</translation>
    </message>
    <message>
        <source>In conflict</source>
        <comment>several sales</comment>
        <translation>En conflit</translation>
    </message>
    <message>
        <source>Conflict</source>
        <comment>one group</comment>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Not ticked: the witnesses disagree. Choose, then tick.</source>
        <translation>Décochées : les témoins se contredisent. Choisissez, puis cochez.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <comment>several sales</comment>
        <translation>Bloquées</translation>
    </message>
    <message>
        <source>Blocked</source>
        <comment>one group</comment>
        <translation>Bloquée</translation>
    </message>
    <message>
        <source>No witness speaks: assign the terminal first, or choose by hand.</source>
        <translation>Aucun témoin ne parle : assignez d’abord le terminal, ou choisissez à la main.</translation>
    </message>
    <message>
        <source>Export of the preview</source>
        <translation>Export de l’aperçu</translation>
    </message>
    <message>
        <source>repair</source>
        <comment>beginning of a file name</comment>
        <translation>reparation</translation>
    </message>
</context>
<context>
    <name>RepairBar</name>
    <message>
        <source>Nothing is ticked</source>
        <extracomment>The operator wants to apply what is said here.</extracomment>
        <translation>Rien n’est coché</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %Ln sale(s)</source>
        <translation>
            <numerusform>Appliquer à %Ln vente</numerusform>
            <numerusform>Appliquer à %Ln ventes</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>All is applied, or nothing. Ctrl+Z takes it back.</source>
        <translation>Tout est appliqué, ou rien. Annulable ensuite avec Ctrl+Z.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked sale(s) not shown will not be changed.</source>
        <translation>
            <numerusform>%Ln vente cochée mais masquée par les filtres ne sera pas modifiée.</numerusform>
            <numerusform>%Ln ventes cochées mais masquées par les filtres ne seront pas modifiées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln vente</numerusform>
            <numerusform>%Ln ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s)</source>
        <translation>
            <numerusform>%Ln terminal</numerusform>
            <numerusform>%Ln terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s)</source>
        <translation>
            <numerusform>%Ln boutique</numerusform>
            <numerusform>%Ln boutiques</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 → %2, %3</source>
        <translation>%1 → %2, %3</translation>
    </message>
</context>
<context>
    <name>RepairNotice</name>
    <message>
        <source>Analyse again</source>
        <translation>Analyser à nouveau</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>Evidence</source>
        <extracomment>Arrow keys that run through the rows ask once they rest. An answer that takes longer is said to be awaited. The boutique or the terminal that the operator chose for what is shown: its id. A terminal shall be assigned: its id. What is to be shown; None: nothing is selected. What is shown.</extracomment>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln vente</numerusform>
            <numerusform>%Ln ventes</numerusform>
        </translation>
    </message>
    <message>
        <source>Sale number copied</source>
        <translation>N° de vente copié</translation>
    </message>
    <message>
        <source>Terminal of %1</source>
        <translation>Terminal de %1</translation>
    </message>
    <message>
        <source>Boutique of %1</source>
        <translation>Boutique de %1</translation>
    </message>
    <message>
        <source>%1 sales</source>
        <translation>%1 ventes</translation>
    </message>
    <message>
        <source>Depot: does not sell</source>
        <translation>Dépôt : ne vend pas</translation>
    </message>
    <message>
        <source>No terminal matches.</source>
        <translation>Aucun terminal ne correspond.</translation>
    </message>
    <message>
        <source>Part of a name, a serial number or a boutique</source>
        <translation>Partie d’un nom, d’un n° de série ou d’une boutique</translation>
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
        <source>agrees</source>
        <comment>a witness</comment>
        <translation>d’accord</translation>
    </message>
    <message>
        <source>agrees, weakly</source>
        <comment>a witness</comment>
        <translation>d’accord, faiblement</translation>
    </message>
    <message>
        <source>divided</source>
        <comment>a witness</comment>
        <translation>partagés</translation>
    </message>
    <message>
        <source>disagrees</source>
        <comment>a witness</comment>
        <translation>pas d’accord</translation>
    </message>
    <message>
        <source>disagrees, weakly</source>
        <comment>a witness</comment>
        <translation>pas d’accord, faiblement</translation>
    </message>
    <message>
        <source>silent</source>
        <comment>a witness</comment>
        <translation>ne dit rien</translation>
    </message>
    <message>
        <source>speaks</source>
        <comment>a witness</comment>
        <translation>parle</translation>
    </message>
    <message>
        <source>differs by sale</source>
        <comment>a witness</comment>
        <translation>selon les ventes</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Sale number</source>
        <translation>N° de vente</translation>
    </message>
    <message>
        <source>Network address</source>
        <translation>Adresse réseau</translation>
    </message>
    <message>
        <source>its serial is in the number</source>
        <translation>son n° de série est dans le n° de vente</translation>
    </message>
    <message>
        <source>boutique named by the number</source>
        <translation>boutique dans le n° de vente</translation>
    </message>
    <message>
        <source>boutique of the articles</source>
        <translation>boutique des articles</translation>
    </message>
    <message>
        <source>boutique of the terminal at that time</source>
        <translation>boutique du terminal à ce moment</translation>
    </message>
    <message>
        <source>present boutique of the terminal</source>
        <translation>boutique actuelle du terminal</translation>
    </message>
    <message>
        <source>seen at the sale’s address</source>
        <translation>vu à l’adresse de la vente</translation>
    </message>
    <message>
        <source>worked in the sale’s boutique</source>
        <translation>travaillait dans la boutique de la vente</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>votre choix</translation>
    </message>
    <message>
        <source>Copy the sale number</source>
        <translation>Copier le n° de vente</translation>
    </message>
    <message>
        <source>Close the evidence (Esc)</source>
        <translation>Fermer les preuves (Échap)</translation>
    </message>
    <message>
        <source>Close the evidence</source>
        <translation>Fermer les preuves</translation>
    </message>
</context>
<context>
    <name>RepairReport</name>
    <message>
        <source>Analyse again</source>
        <extracomment>The button of a cause was pressed; carries the `Cause`.</extracomment>
        <translation>Analyser à nouveau</translation>
    </message>
    <message>
        <source>Analyse and choose</source>
        <translation>Analyser et choisir</translation>
    </message>
    <message>
        <source>Assign the terminals</source>
        <translation>Assigner les terminaux</translation>
    </message>
    <message>
        <source>Show the sales</source>
        <translation>Voir les ventes</translation>
    </message>
    <message>
        <source>Boutique</source>
        <extracomment>The id of the row that adds all boutiques up; no boutique has it.</extracomment>
        <translation>Boutique</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Before (%1)</source>
        <translation>Avant (%1)</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Rattaché %1</translation>
    </message>
    <message>
        <source>After (%1)</source>
        <translation>Après (%1)</translation>
    </message>
    <message>
        <source>Effect %1</source>
        <translation>Effet %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Sale number</source>
        <translation>N° de vente</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>Vendue le</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>one sale</comment>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Left alone</source>
        <comment>one sale</comment>
        <translation>Ignorée</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparation</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>New &amp;analysis</source>
        <translation>Nouvelle &amp;analyse</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Annuler (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Effect on the boutiques</source>
        <translation>Effet sur les boutiques</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>This report stays in the journal, where every row can still be taken back.</source>
        <translation>Ce compte rendu reste dans le journal, où chaque ligne peut encore être annulée.</translation>
    </message>
    <message>
        <source>Open the journal</source>
        <translation>Ouvrir le journal</translation>
    </message>
</context>
<context>
    <name>RepairScreen</name>
    <message>
        <source>Analysing the sales without terminal</source>
        <extracomment>Of the list that is not looked at. In which order the rows stand. The operator wants to see this once it is there.</extracomment>
        <translation>Analyse des ventes sans terminal</translation>
    </message>
    <message>
        <source>Analysing the orphan sales</source>
        <translation>Analyse des ventes orphelines</translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation>Pas encore analysé</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analyser</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) without terminal</source>
        <translation>
            <numerusform>%Ln vente sans terminal</numerusform>
            <numerusform>%Ln ventes sans terminal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln vente orpheline</numerusform>
            <numerusform>%Ln ventes orphelines</numerusform>
        </translation>
    </message>
    <message>
        <source>analysed at %1</source>
        <translation>analysées à %1</translation>
    </message>
    <message>
        <source>A change is being made just now.</source>
        <translation>Une modification est en cours.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s), %1</source>
        <translation>
            <numerusform>%Ln groupe, %1</numerusform>
            <numerusform>%Ln groupes, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln vente</numerusform>
            <numerusform>%Ln ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ticked: %Ln sale(s)</source>
        <translation>
            <numerusform>Cochées : %Ln vente</numerusform>
            <numerusform>Cochées : %Ln ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ticked: %Ln sale(s), %1</source>
        <translation>
            <numerusform>Cochées : %Ln vente, %1</numerusform>
            <numerusform>Cochées : %Ln ventes, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The sum counts paid and uncancelled sales</source>
        <translation>La somme compte les ventes payées et non annulées</translation>
    </message>
</context>
<context>
    <name>RepairSections</name>
    <message numerus="yes">
        <source>%Ln of them unpaid or cancelled: not in the amounts</source>
        <extracomment>How far the sentences of a witness stand in. The one sale; None: a group. The terminal of orphans; None: not known, or that is what is missing. The sales do not say which terminal that is; their numbers do. The boutique of sales without terminal.</extracomment>
        <translation>
            <numerusform>dont %Ln impayée ou annulée : hors des montants</numerusform>
            <numerusform>dont %Ln impayées ou annulées : hors des montants</numerusform>
        </translation>
    </message>
    <message>
        <source>What the witnesses say</source>
        <translation>Ce que disent les témoins</translation>
    </message>
    <message>
        <source>Caution: %1.</source>
        <translation>Attention : %1.</translation>
    </message>
    <message>
        <source>Boutique</source>
        <translation>Boutique</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Ira à</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>Vendue le</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>Reçue le</translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation>impayée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Montants</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendues</translation>
    </message>
    <message>
        <source>named by the sale’s number</source>
        <translation>désigné par le n° de vente</translation>
    </message>
    <message>
        <source>at %1 today</source>
        <translation>aujourd’hui à %1</translation>
    </message>
    <message>
        <source>without boutique today</source>
        <translation>aujourd’hui sans boutique</translation>
    </message>
    <message>
        <source>Show the terminal %1</source>
        <translation>Afficher le terminal %1</translation>
    </message>
    <message>
        <source>Show the boutique %1</source>
        <translation>Afficher la boutique %1</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>Show this sale among the sales</source>
        <translation>Voir cette vente dans Ventes</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more sale(s): something else again</source>
        <translation>
            <numerusform>%Ln autre vente : encore autre chose</numerusform>
            <numerusform>%Ln autres ventes : encore autre chose</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 — %3</source>
        <translation>%1 : %2 — %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): %1</source>
        <translation>
            <numerusform>%Ln vente : %1</numerusform>
            <numerusform>%Ln ventes : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Analysis: done. Preview: done. Report: this is where you are.</source>
        <extracomment>Where there is less room than this, what remains stands below the tables. A new analysis is wanted. What the report tells of shall be taken back. The report is written: `status` says something now.</extracomment>
        <translation>Analyse : faite. Aperçu : fait. Compte rendu : vous êtes ici.</translation>
    </message>
    <message>
        <source>Every sale of the repair</source>
        <translation>Toutes les ventes de la réparation</translation>
    </message>
    <message>
        <source>The report is being made</source>
        <translation>Le compte rendu se prépare</translation>
    </message>
    <message>
        <source>The change is done. What it came to is being counted.</source>
        <translation>La modification est faite. On compte ce qu’elle a donné.</translation>
    </message>
    <message>
        <source>The change itself was made, and stands in the journal. %1</source>
        <translation>La modification elle-même est faite, et figure au journal. %1</translation>
    </message>
    <message>
        <source>The report could not be made</source>
        <translation>Le compte rendu n’a pas pu être fait</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>sales</comment>
        <translation>modifiées</translation>
    </message>
    <message>
        <source>left alone</source>
        <comment>sales</comment>
        <translation>ignorées</translation>
    </message>
    <message>
        <source>Change set: %1</source>
        <translation>Lot : %1</translation>
    </message>
    <message>
        <source>Hash of the entry: %1</source>
        <translation>Empreinte de l’entrée : %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) changed</source>
        <translation>
            <numerusform>%Ln vente modifiée</numerusform>
            <numerusform>%Ln ventes modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left alone</source>
        <translation>
            <numerusform>%Ln ignorée</numerusform>
            <numerusform>%Ln ignorées</numerusform>
        </translation>
    </message>
    <message>
        <source>repair</source>
        <comment>beginning of a file name</comment>
        <translation>reparation</translation>
    </message>
    <message>
        <source>Export of the report</source>
        <translation>Export du rapport</translation>
    </message>
</context>
<context>
    <name>Revenue</name>
    <message>
        <source>All boutiques and none</source>
        <extracomment>By the name of a filter of the sales. How many sales are behind it.</extracomment>
        <translation>Toutes les boutiques, et sans boutique</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, de %2 à %3</translation>
    </message>
    <message>
        <source>To be attributed</source>
        <translation>À rattacher</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2 : %3</translation>
    </message>
    <message>
        <source>%1, %2: %3 before expenses</source>
        <translation>%1, %2 : %3 avant dépenses</translation>
    </message>
    <message>
        <source>Nothing in %1: all amounts are zero</source>
        <extracomment>How the parts of the certainty are called in its chart. None while nobody knows what could be attributed. What stands where there is nothing to draw.</extracomment>
        <translation>Rien en %1 : tous les montants sont nuls</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>à décider</translation>
    </message>
    <message>
        <source>Dotted: not over yet, until %1.</source>
        <translation>Pointillé : pas encore terminé, jusqu’à %1.</translation>
    </message>
    <message>
        <source>%1 boutiques are chosen; the %2 that made most are drawn.</source>
        <translation>%1 boutiques sont choisies ; les %2 premières sont tracées.</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Certain</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Heures de la semaine</translation>
    </message>
    <message>
        <source>First %1 boutiques</source>
        <translation>%1 premières boutiques</translation>
    </message>
    <message>
        <source>Boutiques</source>
        <translation>Boutiques</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>boutiques drawn</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <comment>boutique</comment>
        <translation>%1 (disparue)</translation>
    </message>
    <message>
        <source>Total</source>
        <extracomment>Where there is nothing to tell. What goes first where there is no room for all.</extracomment>
        <translation>Total</translation>
    </message>
    <message>
        <source>Sales that need a decision: %1</source>
        <translation>Ventes qui demandent une décision : %1</translation>
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
        <source>Day of the week</source>
        <extracomment>Makes it of what is drawn; None where there is nothing.</extracomment>
        <translation>Jour de la semaine</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Mode de paiement</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Semaine du</translation>
    </message>
    <message>
        <source>Paid and uncancelled sales</source>
        <translation>Ventes payées et non annulées</translation>
    </message>
    <message>
        <source>Revenue (%1)</source>
        <translation>CA (%1)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <source>Sales without boutique of which every witness names this one: the repair attributes them.</source>
        <translation>Ventes sans boutique dont tous les indices désignent celle-ci : la réparation les y rattache.</translation>
    </message>
    <message>
        <source>After the repair</source>
        <translation>Après réparation</translation>
    </message>
    <message>
        <source>Change after</source>
        <translation>Évol. réparée</translation>
    </message>
    <message>
        <source>Revenue</source>
        <extracomment>Below this the two charts stand one under the other. So many lines of the table are shown without scrolling in it, where the window is low. Carries the id of the row. Whatever can be pointed at.</extracomment>
        <translation>Revenus</translation>
    </message>
    <message>
        <source>Filter the boutiques…</source>
        <translation>Filtrer les boutiques…</translation>
    </message>
    <message>
        <source>Adding up the sales…</source>
        <translation>Addition des ventes…</translation>
    </message>
    <message>
        <source>No sale in this database</source>
        <translation>Aucune vente dans cette base</translation>
    </message>
    <message>
        <source>As soon as a terminal sends a sale, what it brought is shown here.</source>
        <translation>Dès qu’un terminal envoie une vente, ce qu’elle a rapporté s’affiche ici.</translation>
    </message>
    <message>
        <source>No boutique matches</source>
        <translation>Aucune boutique ne correspond</translation>
    </message>
    <message>
        <source>Part of the name of a boutique or of its merchant is enough.</source>
        <translation>Une partie du nom d’une boutique ou de son commerçant suffit.</translation>
    </message>
    <message>
        <source>No sale in this period</source>
        <translation>Aucune vente sur cette période</translation>
    </message>
    <message>
        <source>There may be some on other days.</source>
        <translation>Il y en a peut-être d’autres jours.</translation>
    </message>
    <message>
        <source>Widen the period</source>
        <translation>Élargir la période</translation>
    </message>
    <message>
        <source>No boutique</source>
        <translation>Sans boutique</translation>
    </message>
    <message>
        <source>Boutique %1 (deleted)</source>
        <translation>Boutique %1 (supprimée)</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, jusqu’à %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <comment>merchants</comment>
        <translation>%1 et %2 autres</translation>
    </message>
    <message>
        <source>CDF, dollars converted</source>
        <translation>CDF, dollars convertis</translation>
    </message>
    <message>
        <source>Gross revenue: paid and uncancelled sales, by the sale’s own boutique; sales without boutique are in the total.</source>
        <translation>CA brut : ventes payées et non annulées, selon la boutique de la vente ; les ventes sans boutique sont dans le total.</translation>
    </message>
    <message>
        <source>Net revenue: paid and uncancelled sales minus the applied expenses of the cash reports, on the day of the report; sales without boutique are in the total.</source>
        <translation>CA net : ventes payées et non annulées, moins les dépenses appliquées des rapports de caisse, au jour du rapport ; les ventes sans boutique sont dans le total.</translation>
    </message>
    <message>
        <source>Payments, certainty and the hours of the week are gross.</source>
        <translation>Modes de paiement, certitude et heures de la semaine sont en brut.</translation>
    </message>
    <message>
        <source>Dollars are converted at today’s rate of %1: %2; the rates of the days of sale are not kept.</source>
        <translation>Les dollars sont convertis au taux d’aujourd’hui de %1 : %2 ; les taux des jours de vente ne sont pas conservés.</translation>
    </message>
    <message>
        <source>Not in it, for want of a rate: %1.</source>
        <translation>Non compris, faute de taux : %1.</translation>
    </message>
    <message>
        <source>The period is not over: it is compared with the same part of the one before, %1.</source>
        <translation>La période n’est pas terminée : elle est comparée à la même partie de la précédente, %1.</translation>
    </message>
    <message>
        <source>Days and hours are those of %1.</source>
        <translation>Jours et heures de %1.</translation>
    </message>
    <message>
        <source>Revenue by boutique, %1</source>
        <translation>CA par boutique, %1</translation>
    </message>
    <message>
        <source>revenue</source>
        <comment>beginning of a file name</comment>
        <translation>revenus</translation>
    </message>
    <message>
        <source>Export of the revenue</source>
        <translation>Export des revenus</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparé à</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>Graphique : %1</translation>
    </message>
    <message>
        <source>&amp;Monthly sheets by boutique…</source>
        <translation>Fiches &amp;mensuelles par boutique…</translation>
    </message>
    <message>
        <source>Revenue: %1 (%2)</source>
        <comment>chart, currency</comment>
        <translation>CA : %1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Figures as a table</source>
        <translation>C&amp;hiffres en tableau</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, au %2</translation>
    </message>
    <message>
        <source>by boutique</source>
        <translation>par boutique</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>dans le temps</translation>
    </message>
    <message>
        <source>hours of the week</source>
        <translation>heures de la semaine</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>modes de paiement</translation>
    </message>
    <message>
        <source>certainty</source>
        <translation>certitude</translation>
    </message>
</context>
<context>
    <name>RevenueBody</name>
    <message>
        <source>By boutique</source>
        <translation>Par boutique</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Modes de paiement</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
</context>
<context>
    <name>RevenueCard</name>
    <message>
        <source>Revenue by day</source>
        <extracomment>Another currency is looked at. Carries the `Figure` that was pressed.</extracomment>
        <translation>Chiffre d’affaires par jour</translation>
    </message>
    <message>
        <source>Revenue over time</source>
        <translation>Chiffre d’affaires dans le temps</translation>
    </message>
    <message>
        <source>How sure this revenue is</source>
        <translation>Ce chiffre d’affaires est-il sûr ?</translation>
    </message>
    <message>
        <source>Revenue in %1</source>
        <translation>Chiffre d’affaires en %1</translation>
    </message>
    <message>
        <source>There is no revenue in this period.</source>
        <translation>Aucun chiffre d’affaires sur cette période.</translation>
    </message>
    <message>
        <source>Revenue by hour</source>
        <translation>Chiffre d’affaires par heure</translation>
    </message>
    <message>
        <source>Revenue by week</source>
        <translation>Chiffre d’affaires par semaine</translation>
    </message>
    <message>
        <source>Revenue by month</source>
        <translation>Chiffre d’affaires par mois</translation>
    </message>
    <message>
        <source>Revenue, %1: %2</source>
        <comment>some days, an amount</comment>
        <translation>Chiffre d’affaires, %1 : %2</translation>
    </message>
</context>
<context>
    <name>RevenueChoices</name>
    <message>
        <source>Currency</source>
        <extracomment>Another currency, rate, net or gross.</extracomment>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Rate of conversion</source>
        <translation>Taux de conversion</translation>
    </message>
    <message>
        <source>Gross or net</source>
        <translation>Brut ou net</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brut</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Converti</translation>
    </message>
    <message>
        <source>Minus the applied expenses of the cash reports</source>
        <translation>Moins les dépenses appliquées des rapports de caisse</translation>
    </message>
    <message>
        <source>This database does not tell which expenses were applied.</source>
        <translation>Cette base ne dit pas quelles dépenses ont été appliquées.</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Comparer au %1</translation>
    </message>
    <message>
        <source>Today’s rate of %1; which one counts can be chosen.</source>
        <translation>Taux d’aujourd’hui de %1 ; on peut choisir lequel compte.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a rate, whose it is</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>RevenueScreen</name>
    <message numerus="yes">
        <source>%Ln boutique(s)</source>
        <extracomment>What its attribution is of. For which answer the hours of the week were asked. What is shown, and what its figures count. By which column the rows stand, and which way. The period or the sales, or the terminals, have changed while nobody looked. Which answer is shown, and whether it is said that the plan could not be read. For which answer the plan was read anew, because it spoke of other sales.</extracomment>
        <translation>
            <numerusform>%Ln boutique</numerusform>
            <numerusform>%Ln boutiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln sale(s)</source>
        <translation>
            <numerusform>%1, %Ln vente</numerusform>
            <numerusform>%1, %Ln ventes</numerusform>
        </translation>
    </message>
    <message>
        <source>Of all boutiques and of no boutique, each currency by itself</source>
        <translation>De toutes les boutiques et sans boutique, chaque devise à part</translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>Total : %1</translation>
    </message>
    <message>
        <source>%1, %2 time</source>
        <translation>%1, heure de %2</translation>
    </message>
</context>
<context>
    <name>SaleAssigner</name>
    <message>
        <source>Hearing the witnesses</source>
        <extracomment>Of so few sales the terminals are looked up first, so that only their orphans are heard. How many of the selected sales have a boutique, or are gone.</extracomment>
        <translation>Examen des ventes orphelines</translation>
    </message>
    <message>
        <source>None of the selected sales is without boutique.</source>
        <translation>Aucune des ventes sélectionnées n’est sans boutique.</translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln orphan sale(s) to…</source>
        <translation>
            <numerusform>Assigner %Ln vente orpheline à…</numerusform>
            <numerusform>Assigner %Ln ventes orphelines à…</numerusform>
        </translation>
    </message>
    <message>
        <source>Depot: does not sell</source>
        <translation>Dépôt : ne vend pas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) assigned to %1.</source>
        <translation>
            <numerusform>%Ln vente assignée à %1.</numerusform>
            <numerusform>%Ln ventes assignées à %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaleDetail</name>
    <message>
        <source>Copy the sale number</source>
        <translation>Copier le numéro de vente</translation>
    </message>
    <message>
        <source>Close the detail (Esc)</source>
        <translation>Fermer le détail (Échap)</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Fermer le détail</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Autre…</translation>
    </message>
</context>
<context>
    <name>SaleMenu</name>
    <message numerus="yes">
        <source>Assign %Ln sale(s) to…</source>
        <extracomment>So many letters of a name fit into a line of the menu.</extracomment>
        <translation>
            <numerusform>Assigner %Ln vente à…</numerusform>
            <numerusform>Assigner %Ln ventes à…</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the detail</source>
        <translation>Voir le détail</translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln sale(s) with the columns’ names</source>
        <translation>
            <numerusform>Copier %Ln vente avec les en-têtes</numerusform>
            <numerusform>Copier %Ln ventes avec les en-têtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the sale number</source>
        <translation>Copier le numéro de vente</translation>
    </message>
    <message>
        <source>Select all that match</source>
        <translation>Sélectionner tout ce qui correspond</translation>
    </message>
    <message>
        <source>Show the terminal %1</source>
        <translation>Voir le terminal %1</translation>
    </message>
    <message>
        <source>Show the boutique %1</source>
        <translation>Voir la boutique %1</translation>
    </message>
    <message>
        <source>Only the boutique %1</source>
        <translation>Seulement la boutique %1</translation>
    </message>
    <message>
        <source>Only the terminal %1</source>
        <translation>Seulement le terminal %1</translation>
    </message>
</context>
<context>
    <name>SaleSections</name>
    <message>
        <source>Journal of the sale</source>
        <extracomment>More lines or entries than these are counted, not shown.</extracomment>
        <translation>Journal de la vente</translation>
    </message>
    <message>
        <source>See in the journal</source>
        <translation>Voir dans le journal</translation>
    </message>
    <message>
        <source>By terminal</source>
        <translation>Par terminal</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more terminal(s)</source>
        <translation>
            <numerusform>… et %Ln autre terminal</numerusform>
            <numerusform>… et %Ln autres terminaux</numerusform>
        </translation>
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
        <source>Merchant</source>
        <translation>Commerçant</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>Vendue le</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>Reçue le</translation>
    </message>
    <message>
        <source>How long after the sale the server received it: %1</source>
        <translation>Temps entre la vente et sa réception : %1</translation>
    </message>
    <message>
        <source>Show the boutique %1</source>
        <translation>Voir la boutique %1</translation>
    </message>
    <message>
        <source>Show the terminal %1</source>
        <translation>Voir le terminal %1</translation>
    </message>
    <message>
        <source>works nowhere at present</source>
        <translation>sans boutique aujourd’hui</translation>
    </message>
    <message>
        <source>works at %1 at present</source>
        <translation>aujourd’hui à %1</translation>
    </message>
    <message>
        <source>%1, cancelled</source>
        <translation>%1, annulée</translation>
    </message>
    <message>
        <source>%1, paid</source>
        <translation>%1, payée</translation>
    </message>
    <message>
        <source>%1, not paid</source>
        <translation>%1, impayée</translation>
    </message>
    <message>
        <source>This sale has no lines.</source>
        <translation>Cette vente n’a pas de lignes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s), from %1</source>
        <translation>
            <numerusform>%Ln article, de %1</numerusform>
            <numerusform>%Ln articles, de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Qté</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Total %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more line(s)</source>
        <translation>
            <numerusform>… et %Ln autre ligne</numerusform>
            <numerusform>… et %Ln autres lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>An article of %1</source>
        <translation>Un article de %1</translation>
    </message>
    <message>
        <source>Nothing was changed with this program.</source>
        <translation>Rien n’a été changé avec ce programme.</translation>
    </message>
    <message>
        <source>Boutique: %1 → %2</source>
        <translation>Boutique : %1 → %2</translation>
    </message>
    <message>
        <source>Terminal: %1 → %2</source>
        <translation>Terminal : %1 → %2</translation>
    </message>
    <message>
        <source>assignment by %1</source>
        <translation>assignation, par %1</translation>
    </message>
    <message>
        <source>repair by %1</source>
        <translation>réparation, par %1</translation>
    </message>
    <message>
        <source>undone by %1</source>
        <translation>annulation, par %1</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>Période</translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>Cash</source>
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
        <extracomment>Stands where a sale lacks something that need not be there. "Sold: %1" and "Received: %1".</extracomment>
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
        <source>Received at</source>
        <translation>Reçue le</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>How long after the sale the server received it</source>
        <translation>Temps entre la vente et sa réception par le serveur</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>Commerçant</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>N° de série</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column</comment>
        <translation>Id</translation>
    </message>
    <message>
        <source>Its number in the database</source>
        <translation>Son numéro dans la base de données</translation>
    </message>
    <message>
        <source>State of the sales</source>
        <extracomment>Where the columns are remembered.</extracomment>
        <translation>État des ventes</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>The filter names what is no longer in this database: %1. It matches nothing.</source>
        <translation>Le filtre nomme ce qui n’est plus dans cette base : %1. Aucune vente n’y correspond.</translation>
    </message>
    <message>
        <source>The sum counts paid and uncancelled sales, each currency by itself</source>
        <translation>La somme compte les ventes payées et non annulées, chaque devise à part</translation>
    </message>
    <message>
        <source>%1, %2 time</source>
        <translation>%1, heure de %2</translation>
    </message>
    <message>
        <source>Sales</source>
        <extracomment>The key of the chip that narrows nothing down.</extracomment>
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
        <source>No sale in this period</source>
        <translation>Aucune vente sur cette période</translation>
    </message>
    <message>
        <source>There may be some on other days.</source>
        <translation>Il y en a peut-être à d’autres dates.</translation>
    </message>
    <message>
        <source>Widen the period</source>
        <translation>Élargir la période</translation>
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
    <message>
        <source>Clear</source>
        <comment>all filters</comment>
        <extracomment>What a filter is set to, and how each value was called when it was. A filter was set otherwise. Everything that narrows the table down shall go. Stands where the screen puts it.</extracomment>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Effacer tous les filtres</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <comment>a value of a filter</comment>
        <translation>%1 (disparu)</translation>
    </message>
    <message>
        <source>Boutique: all</source>
        <translation>Boutique : toutes</translation>
    </message>
    <message>
        <source>Boutique: %1</source>
        <translation>Boutique : %1</translation>
    </message>
    <message>
        <source>Boutique: %1 +%2</source>
        <translation>Boutique : %1 +%2</translation>
    </message>
    <message>
        <source>Terminal: all</source>
        <translation>Terminal : tous</translation>
    </message>
    <message>
        <source>Terminal: %1</source>
        <translation>Terminal : %1</translation>
    </message>
    <message>
        <source>Terminal: %1 +%2</source>
        <translation>Terminal : %1 +%2</translation>
    </message>
    <message>
        <source>Merchant: all</source>
        <translation>Commerçant : tous</translation>
    </message>
    <message>
        <source>Merchant: %1</source>
        <translation>Commerçant : %1</translation>
    </message>
    <message>
        <source>Merchant: %1 +%2</source>
        <translation>Commerçant : %1 +%2</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Confidence: all</source>
        <translation>Confiance : toutes</translation>
    </message>
    <message>
        <source>Confidence: %1</source>
        <translation>Confiance : %1</translation>
    </message>
    <message>
        <source>Confidence: %1 +%2</source>
        <translation>Confiance : %1 +%2</translation>
    </message>
    <message>
        <source>Payment: all</source>
        <translation>Paiement : tous</translation>
    </message>
    <message>
        <source>Payment: %1</source>
        <translation>Paiement : %1</translation>
    </message>
    <message>
        <source>Payment: %1 +%2</source>
        <translation>Paiement : %1 +%2</translation>
    </message>
    <message>
        <source>Currency: all</source>
        <translation>Devise : toutes</translation>
    </message>
    <message>
        <source>Currency: %1</source>
        <translation>Devise : %1</translation>
    </message>
    <message>
        <source>Currency: %1 +%2</source>
        <translation>Devise : %1 +%2</translation>
    </message>
    <message>
        <source>Detail beside the table (Enter)</source>
        <extracomment>Where the rows and the panel together have less room, the panel waits to be asked for. The operator closed it: the keyboard belongs to the rows. What the operator wants where there is room for both. They asked for it in spite of the little room.</extracomment>
        <translation>Détail à côté du tableau (Entrée)</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Filters and columns kept by name</source>
        <translation>Filtres et colonnes gardés sous un nom</translation>
    </message>
    <message>
        <source>No view saved yet</source>
        <translation>Aucune vue enregistrée</translation>
    </message>
    <message>
        <source>Save what is shown as a view…</source>
        <translation>Enregistrer l’affichage comme vue…</translation>
    </message>
    <message>
        <source>Replace by what is shown</source>
        <translation>Remplacer par l’affichage</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Save a view</source>
        <translation>Enregistrer une vue</translation>
    </message>
    <message>
        <source>View “%1” saved</source>
        <translation>Vue « %1 » enregistrée</translation>
    </message>
    <message>
        <source>Rename a view</source>
        <translation>Renommer une vue</translation>
    </message>
    <message>
        <source>View “%1” deleted</source>
        <translation>Vue « %1 » supprimée</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Export of the sales</source>
        <translation>Export des ventes</translation>
    </message>
    <message>
        <source>sales</source>
        <comment>beginning of a file name</comment>
        <translation>ventes</translation>
    </message>
    <message>
        <source>The sales behind this figure</source>
        <translation>Les ventes derrière ce chiffre</translation>
    </message>
</context>
<context>
    <name>SalesParts</name>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln vente</numerusform>
            <numerusform>%Ln ventes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalesScreen</name>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <extracomment>What the table was narrowed down to when it was left, by connection. What the rows that are shown were asked by; newer ones may be on their way. What a change has made untrue here while nobody looked. Something else happened while nobody looked.</extracomment>
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
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Cancel</source>
        <extracomment>Writes a file; hears how far it is, and may be cancelled. Where the folder is remembered that was saved to last. Writing takes minutes where there is much: workers are left for what one looks at meanwhile.</extracomment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>“%1” is already there</source>
        <translation>« %1 » existe déjà</translation>
    </message>
    <message>
        <source>What it holds would be lost.</source>
        <translation>Son contenu serait perdu.</translation>
    </message>
    <message>
        <source>“%1” is written as soon as other work has ended.</source>
        <translation>« %1 » sera écrit dès qu’un autre travail sera terminé.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was saved.</source>
        <translation>Annulé. Rien n’a été enregistré.</translation>
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
        <extracomment>What the list was found for; the text may be another by now. Enter was pressed before there was an answer: the best hit is gone to at once.</extracomment>
        <translation>Rien trouvé pour « %1 ».</translation>
    </message>
    <message>
        <source>without boutique</source>
        <translation>sans boutique</translation>
    </message>
</context>
<context>
    <name>SerialDialog</name>
    <message>
        <source>A list of serial numbers</source>
        <extracomment>The ids of the terminals that were found. What is to be said of where the list comes from.</extracomment>
        <translation>Une liste de numéros de série</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt);;All files (*)</source>
        <translation>Listes (*.csv *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 holds no serial number.</source>
        <translation>%1 ne contient aucun numéro de série.</translation>
    </message>
    <message>
        <source>Column read: “%1”.</source>
        <translation>Colonne lue : « %1 ».</translation>
    </message>
    <message>
        <source>No column is headed as serial numbers: known ones were taken wherever they stand, on the other lines column %1 of %2 was read.</source>
        <translation>Aucune colonne n’est intitulée numéro de série : les numéros connus ont été pris où qu’ils se trouvent, sur les autres lignes la colonne %1 sur %2 a été lue.</translation>
    </message>
    <message>
        <source>%1 cannot be opened. See whether the file is still there and not open in another program, then choose it again.</source>
        <translation>%1 ne peut pas être ouvert. Vérifiez que le fichier existe encore et qu’il n’est pas ouvert dans un autre programme, puis choisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>%1 is too large for a list of serial numbers: nothing of it was read. Save the column of serial numbers alone in a file.</source>
        <translation>%1 est trop grand pour une liste de numéros de série : rien n’en a été lu. Enregistrez la seule colonne des numéros de série dans un fichier.</translation>
    </message>
    <message>
        <source>%1 cannot be read as a list. Save the sheet in the format CSV (UTF-8), then choose that file; or copy its column of serial numbers and paste it here.</source>
        <translation>%1 ne peut pas être lu comme une liste. Enregistrez la feuille au format CSV (UTF-8), puis choisissez ce fichier ; ou copiez la colonne des numéros de série et collez-la ici.</translation>
    </message>
</context>
<context>
    <name>SerialList</name>
    <message>
        <source>Assign a list of terminals</source>
        <translation>Assigner une liste de terminaux</translation>
    </message>
    <message>
        <source>Paste serial numbers, one a line, or choose a CSV file. Nothing is written before you have chosen the boutique and confirmed.</source>
        <translation>Collez des numéros de série, un par ligne, ou choisissez un fichier CSV. Rien n’est écrit avant d’avoir choisi la boutique et confirmé.</translation>
    </message>
    <message>
        <source>Serial numbers</source>
        <translation>Numéros de série</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Choisir un &amp;fichier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose the &amp;boutique…</source>
        <translation>Choisir la &amp;boutique…</translation>
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
</context>
<context>
    <name>SheetsDialog</name>
    <message>
        <source>%1 (closed)</source>
        <extracomment>Others are ticked.</extracomment>
        <translation>%1 (fermée)</translation>
    </message>
    <message>
        <source>Where the sheets are written</source>
        <extracomment>So many months back can be chosen.</extracomment>
        <translation>Où écrire les fiches</translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s) chosen</source>
        <translation>
            <numerusform>%Ln boutique choisie</numerusform>
            <numerusform>%Ln boutiques choisies</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “%1” is not there. Choose another one.</source>
        <translation>Le dossier « %1 » n’existe pas. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Monthly sheets</source>
        <translation>Fiches mensuelles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Adding up the sales…</source>
        <translation>Calcul des ventes…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %Ln file(s) were written and are whole.</source>
        <translation>
            <numerusform>Arrêté. %Ln fichier a été écrit et il est complet.</numerusform>
            <numerusform>Arrêté. %Ln fichiers ont été écrits et ils sont complets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written to %1</source>
        <translation>
            <numerusform>%Ln fichier écrit dans %1</numerusform>
            <numerusform>%Ln fichiers écrits dans %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written to %1; those that existed were kept</source>
        <translation>
            <numerusform>%Ln fichier écrit dans %1 ; ceux qui existaient ont été gardés</numerusform>
            <numerusform>%Ln fichiers écrits dans %1 ; ceux qui existaient ont été gardés</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>“%1” could not be written (%2).</source>
        <translation>« %1 » n’a pas pu être écrit (%2).</translation>
    </message>
    <message>
        <source>“%1” could not be written (%2). See whether it is open in another program.</source>
        <translation>« %1 » n’a pas pu être écrit (%2). Voyez s’il est ouvert dans un autre programme.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were written before.</source>
        <translation>
            <numerusform>%Ln fichier a été écrit avant.</numerusform>
            <numerusform>%Ln fichiers ont été écrits avant.</numerusform>
        </translation>
    </message>
    <message>
        <source>One file for each boutique: its revenue by day, week and payment, and compared with the month before.</source>
        <translation>Un fichier par boutique : son CA par jour, par semaine et par mode de paiement, comparé au mois précédent.</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Mois</translation>
    </message>
    <message>
        <source>&amp;Boutiques</source>
        <translation>&amp;Boutiques</translation>
    </message>
    <message>
        <source>Type to find…</source>
        <translation>Tapez pour chercher…</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Toutes</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>A&amp;ucune</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>&amp;PDF, to print and to send</source>
        <translation>&amp;PDF, à imprimer et à envoyer</translation>
    </message>
    <message>
        <source>&amp;Excel, to calculate with</source>
        <translation>&amp;Excel, pour calculer</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Write the sheets</source>
        <translation>Écri&amp;re les fiches</translation>
    </message>
</context>
<context>
    <name>SheetsQuestion</name>
    <message numerus="yes">
        <source>%Ln file(s) exist already in this folder</source>
        <extracomment>So many of them are named.</extracomment>
        <translation>
            <numerusform>%Ln fichier existe déjà dans ce dossier</numerusform>
            <numerusform>%Ln fichiers existent déjà dans ce dossier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… et %Ln autre</numerusform>
            <numerusform>… et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Write nothing</source>
        <translation>Ne rien écrire</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Les remplacer</translation>
    </message>
    <message>
        <source>Keep them, write the others</source>
        <translation>Les garder, écrire les autres</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Boutiques</source>
        <extracomment>The boutique's id, once the drag is over. The boutique the sales were dropped on, by id; told after the drag.</extracomment>
        <translation>Boutiques</translation>
    </message>
    <message>
        <source>Drop the sales on their boutique</source>
        <translation>Déposez les ventes sur leur boutique</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Put off by %1 on %2: %3</source>
        <comment>who, when, why</comment>
        <extracomment>Which days are shown, and with which they are compared.</extracomment>
        <translation>Remis par %1 le %2 : %3</translation>
    </message>
    <message>
        <source>It has grown since it was put off by %1 on %2: %3</source>
        <comment>who, when, why</comment>
        <translation>A grandi depuis que %1 l’a remis le %2 : %3</translation>
    </message>
    <message>
        <source>%1, under way, compared with %2 until %3</source>
        <translation>%1, en cours, comparé au %2 jusqu’à %3</translation>
    </message>
    <message>
        <source>Compared with %1, until %2.</source>
        <translation>Comparé au %1, jusqu’à %2.</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation>%1, comparé au %2</translation>
    </message>
    <message>
        <source>Compared with %1.</source>
        <translation>Comparé au %1.</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>If this terminal were assigned to…</source>
        <extracomment>So many letters of a name fit on a button. How many would then go to that boutique by themselves. The terminal shall be assigned: its id.</extracomment>
        <translation>Et si ce terminal était assigné à…</translation>
    </message>
    <message>
        <source>Assign this terminal…</source>
        <translation>Assigner ce terminal…</translation>
    </message>
    <message>
        <source>A simulation: nothing is written.</source>
        <translation>Simulation : rien n’est écrit.</translation>
    </message>
    <message>
        <source>Choose a boutique…</source>
        <translation>Choisir une boutique…</translation>
    </message>
    <message>
        <source>If this terminal were assigned to: %1</source>
        <translation>Et si ce terminal était assigné à : %1</translation>
    </message>
    <message>
        <source>If %1 were assigned to…</source>
        <translation>Et si %1 était assigné à…</translation>
    </message>
    <message>
        <source>It is there already</source>
        <translation>Il y est déjà</translation>
    </message>
    <message>
        <source>Hearing the witnesses again…</source>
        <translation>Les témoins sont réentendus…</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>This terminal has no orphan sales any more.</source>
        <translation>Ce terminal n’a plus de ventes orphelines.</translation>
    </message>
    <message>
        <source>It would change nothing for its orphan sales.</source>
        <translation>Rien ne changerait pour ses ventes orphelines.</translation>
    </message>
    <message>
        <source>None of its orphan sales would go to %1.</source>
        <translation>Aucune de ses ventes orphelines n’irait à %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its orphan sales would go to %1.</source>
        <translation>
            <numerusform>%Ln de ses ventes orphelines irait à %1.</numerusform>
            <numerusform>%Ln de ses ventes orphelines iraient à %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Staleness</name>
    <message>
        <source>Changed since the analysis of %1.</source>
        <extracomment>Carries `Stale`.</extracomment>
        <translation>Changements depuis l’analyse de %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) shown here would be left alone.</source>
        <translation>
            <numerusform>%Ln vente de cet aperçu a changé et sera ignorée.</numerusform>
            <numerusform>%Ln ventes de cet aperçu ont changé et seront ignorées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new sale(s) to look at.</source>
        <translation>
            <numerusform>%Ln nouvelle vente à examiner.</numerusform>
            <numerusform>%Ln nouvelles ventes à examiner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) work(s) elsewhere.</source>
        <translation>
            <numerusform>%Ln terminal a changé de boutique.</numerusform>
            <numerusform>%Ln terminaux ont changé de boutique.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s) changed.</source>
        <translation>
            <numerusform>%Ln boutique a changé.</numerusform>
            <numerusform>%Ln boutiques ont changé.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubjectBar</name>
    <message>
        <source>Only what was done to the terminal %1 and its sales</source>
        <translation>Seulement ce qui concerne le terminal %1 et ses ventes</translation>
    </message>
    <message>
        <source>Only what was done to the sale %1</source>
        <translation>Seulement ce qui concerne la vente %1</translation>
    </message>
    <message>
        <source>Only what came to the boutique %1 or left it</source>
        <translation>Seulement ce qui est arrivé à la boutique %1 ou l’a quittée</translation>
    </message>
    <message>
        <source>Only one entry of the journal</source>
        <translation>Une seule entrée du journal</translation>
    </message>
</context>
<context>
    <name>SurenessStrip</name>
    <message>
        <source>Certain</source>
        <extracomment>The colour and the pattern of each part: they are told apart without colour too.</extracomment>
        <translation>Certain</translation>
    </message>
    <message>
        <source>Sales that have their boutique.</source>
        <translation>Ventes qui ont leur boutique.</translation>
    </message>
    <message>
        <source>To be attributed</source>
        <translation>À rattacher</translation>
    </message>
    <message>
        <source>Orphan sales that two witnesses place: repaired in one go.</source>
        <translation>Ventes orphelines que deux témoins situent : elles se réparent en une fois.</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Orphan sales that need a decision.</source>
        <translation>Ventes orphelines qui demandent une décision.</translation>
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
        <source>Edit the connection…</source>
        <translation>Modifier la connexion…</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>Saisir le mot de passe…</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
</context>
<context>
    <name>TargetChoice</name>
    <message numerus="yes">
        <source>Which terminal made %Ln sale(s)?</source>
        <extracomment>Room for the round mark of a radio button. One of the candidates was chosen: its id. Something else shall be chosen. The terminal shall be assigned: its id.</extracomment>
        <translation>
            <numerusform>Quel terminal a fait cette vente ?</numerusform>
            <numerusform>Quel terminal a fait ces %Ln ventes ?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where do %Ln sale(s) belong?</source>
        <translation>
            <numerusform>De quelle boutique est cette vente ?</numerusform>
            <numerusform>De quelle boutique sont ces %Ln ventes ?</numerusform>
        </translation>
    </message>
    <message>
        <source>No witness speaks</source>
        <translation>Aucun témoin ne parle</translation>
    </message>
    <message>
        <source>Assign the terminal to its boutique, then analyse again; or choose by hand.</source>
        <translation>Assignez le terminal à sa boutique, puis analysez à nouveau ; ou choisissez à la main.</translation>
    </message>
    <message>
        <source>Made in a browser: there is no terminal to find.</source>
        <translation>Faite dans un navigateur : il n’y a pas de terminal à trouver.</translation>
    </message>
    <message>
        <source>Whoever knows which terminal made it can choose it by hand.</source>
        <translation>Qui sait quel terminal l’a faite peut le choisir à la main.</translation>
    </message>
    <message>
        <source>Whoever knows where it was made can choose the boutique by hand.</source>
        <translation>Qui sait où elle a été faite peut choisir la boutique à la main.</translation>
    </message>
    <message>
        <source>Assign the terminal first</source>
        <translation>Assigner le terminal d’abord</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Choose the terminal…</source>
        <translation>Choisir le terminal…</translation>
    </message>
    <message>
        <source>Other terminal…</source>
        <translation>Autre terminal…</translation>
    </message>
    <message>
        <source>Choose the boutique…</source>
        <translation>Choisir la boutique…</translation>
    </message>
    <message>
        <source>Other boutique…</source>
        <translation>Autre boutique…</translation>
    </message>
</context>
<context>
    <name>TerminalPage</name>
    <message>
        <source>Boutiques it has sold for</source>
        <translation>Boutiques pour lesquelles il a vendu</translation>
    </message>
    <message>
        <source>Changes in the journal</source>
        <translation>Changements d’après le journal</translation>
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
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>Changed on the server</source>
        <translation>Modifié sur le serveur</translation>
    </message>
    <message>
        <source>It has not sold anything yet.</source>
        <translation>Il n’a encore rien vendu.</translation>
    </message>
    <message>
        <source>Last session</source>
        <translation>Dernière session</translation>
    </message>
    <message>
        <source>From address</source>
        <translation>Depuis l’adresse</translation>
    </message>
    <message>
        <source>%1, still open</source>
        <translation>%1, encore ouverte</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>du %1 au %2</translation>
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
        <translation>Il ne s’est pas manifesté auprès du serveur depuis sept jours ou plus.</translation>
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
        <extracomment>None while they are being counted. "%1 min ago", "%1 h ago", "%1 d ago". "Revenue (%1)" and what counts in it.</extracomment>
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
        <source>Inactive, sells</source>
        <translation>Inactif, vend</translation>
    </message>
    <message>
        <source>Switched off on the server, and yet it sold in the last seven days.</source>
        <translation>Désactivé sur le serveur, il a pourtant vendu ces sept derniers jours.</translation>
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
        <source>Orph.</source>
        <translation>Orph.</translation>
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
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Inactive ones</source>
        <translation>Inactifs</translation>
    </message>
    <message>
        <source>Silent 7 d</source>
        <translation>Silencieux 7 j</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>What it counts</source>
        <extracomment>The icon before the note. As large as the first line. The note is a name, which may be cut where there is no room; what it says is in the tooltip. It tells of something that is not right: it is tinted, and its caption coloured. What a press does; empty: nothing.</extracomment>
        <translation>Ce que ce chiffre compte</translation>
    </message>
</context>
<context>
    <name>TileWords</name>
    <message>
        <source>could not be read</source>
        <translation>lecture impossible</translation>
    </message>
    <message>
        <source>Press to try again.</source>
        <translation>Appuyez pour réessayer.</translation>
    </message>
    <message>
        <source>Paid and uncancelled sales of the period, before expenses, each currency by itself. Sales without boutique are in it.</source>
        <translation>Ventes payées et non annulées de la période, avant dépenses, chaque devise à part. Les ventes sans boutique y sont.</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Chiffre d’affaires</translation>
    </message>
    <message>
        <source>Press to see the revenue by boutique.</source>
        <translation>Appuyez pour le voir par boutique.</translation>
    </message>
    <message>
        <source>All sales of the period, also unpaid and cancelled ones.</source>
        <translation>Toutes les ventes de la période, même impayées ou annulées.</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Press to see these sales.</source>
        <translation>Appuyez pour voir ces ventes.</translation>
    </message>
    <message>
        <source>Sales without boutique, of all dates: they are in the revenue of no boutique. Amounts are of paid and uncancelled ones.</source>
        <translation>Ventes sans boutique, de toutes dates : elles ne comptent dans le chiffre d’aucune boutique. Les montants sont ceux des ventes payées et non annulées.</translation>
    </message>
    <message>
        <source>Invisible money</source>
        <translation>Argent invisible</translation>
    </message>
    <message>
        <source>no orphan sale</source>
        <translation>aucune vente orpheline</translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln vente orpheline</numerusform>
            <numerusform>%Ln ventes orphelines</numerusform>
        </translation>
    </message>
    <message>
        <source>Press to repair them.</source>
        <translation>Appuyez pour les réparer.</translation>
    </message>
    <message>
        <source>Terminals that belong to no boutique: the server refuses their sales, or stores them as orphans.</source>
        <translation>Terminaux qui n’appartiennent à aucune boutique : le serveur refuse leurs ventes, ou les enregistre comme orphelines.</translation>
    </message>
    <message>
        <source>Terminals without boutique</source>
        <translation>Terminaux sans boutique</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>so many terminals</comment>
        <translation>sur %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln has/have already sold</source>
        <translation>
            <numerusform>%Ln a déjà vendu</numerusform>
            <numerusform>%Ln ont déjà vendu</numerusform>
        </translation>
    </message>
    <message>
        <source>Press to assign them.</source>
        <translation>Appuyez pour les assigner.</translation>
    </message>
    <message>
        <source>Press to see them all.</source>
        <translation>Appuyez pour les voir tous.</translation>
    </message>
    <message>
        <source>Terminals that are switched off on the server, and sold in the last seven days.</source>
        <translation>Terminaux désactivés sur le serveur, et qui ont vendu ces sept derniers jours.</translation>
    </message>
    <message>
        <source>Inactive ones that sell</source>
        <translation>Inactifs qui vendent</translation>
    </message>
    <message>
        <source>Press to open it.</source>
        <translation>Appuyez pour l’ouvrir.</translation>
    </message>
    <message>
        <source>When the server received its newest sale, and in which boutique it was made.</source>
        <translation>Quand le serveur a reçu sa dernière vente, et dans quelle boutique elle a été faite.</translation>
    </message>
    <message>
        <source>Last sale received</source>
        <translation>Dernière vente reçue</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>without boutique</source>
        <translation>sans boutique</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, boutique</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Press to see this sale.</source>
        <translation>Appuyez pour voir cette vente.</translation>
    </message>
    <message>
        <source>new</source>
        <comment>against before</comment>
        <translation>nouveau</translation>
    </message>
</context>
<context>
    <name>Tips</name>
    <message>
        <source>No sale is behind it.</source>
        <translation>Aucune vente derrière.</translation>
    </message>
    <message numerus="yes">
        <source>Click: see %Ln sale(s)</source>
        <translation>
            <numerusform>Cliquer : voir la vente</numerusform>
            <numerusform>Cliquer : voir les %Ln ventes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <extracomment>How long a message stays that asks for nothing, and one that offers a way back. As round as the style sheet has it, and the width of the mark at the left edge.</extracomment>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>The connection is lost.</source>
        <extracomment>Margins, and the icon. Since when no sale came, where none comes. How many terminals are silent that usually sell now. Something could not be read. Of when what one sees is, where the connection is lost. It is the demo, to which no sale ever comes. Side by side where there is room for both, else below one another.</extracomment>
        <translation>La connexion est perdue.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) count(s) in no boutique.</source>
        <translation>
            <numerusform>%Ln vente ne compte dans aucune boutique.</numerusform>
            <numerusform>%Ln ventes ne comptent dans aucune boutique.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no sale yet.</source>
        <translation>Il n’y a encore aucune vente.</translation>
    </message>
    <message>
        <source>Nobody can say yet whether all is right.</source>
        <translation>On ne peut pas encore dire si tout va bien.</translation>
    </message>
    <message>
        <source>Your shop is being looked at…</source>
        <translation>Vos boutiques sont en cours d’examen…</translation>
    </message>
    <message>
        <source>Every sale counts in a boutique.</source>
        <translation>Chaque vente compte dans une boutique.</translation>
    </message>
    <message>
        <source>All is right.</source>
        <translation>Tout va bien.</translation>
    </message>
    <message>
        <source>What you see is of %1.</source>
        <translation>Ce que vous voyez date du %1.</translation>
    </message>
    <message>
        <source>Figures appear here as soon as the server receives a sale.</source>
        <translation>Les chiffres apparaîtront dès que le serveur recevra une vente.</translation>
    </message>
    <message>
        <source>Some of it could not be read.</source>
        <translation>Une partie n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>What is known already stands below.</source>
        <translation>Ce que l’on sait déjà est ci-dessous.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s) to deal with.</source>
        <translation>
            <numerusform>%Ln point est à traiter.</numerusform>
            <numerusform>%Ln points sont à traiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every sale counts in a boutique, and nothing waits.</source>
        <translation>Chaque vente compte dans une boutique, et rien n’attend.</translation>
    </message>
    <message>
        <source>How they are repaired is being looked at.</source>
        <translation>La façon de les réparer est en cours d’examen.</translation>
    </message>
    <message>
        <source>All of it is repaired in one go.</source>
        <translation>Tout se répare en une fois.</translation>
    </message>
    <message>
        <source>All of it needs a decision.</source>
        <translation>Tout demande une décision.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln is/are repaired in one go, one needs a decision.</source>
        <translation>
            <numerusform>%Ln se répare en une fois, une demande une décision.</numerusform>
            <numerusform>%Ln se réparent en une fois, une demande une décision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is/are repaired in one go, %1 need a decision.</source>
        <translation>
            <numerusform>%Ln se répare en une fois, %1 demandent une décision.</numerusform>
            <numerusform>%Ln se réparent en une fois, %1 demandent une décision.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales are coming in as usual.</source>
        <translation>Les ventes arrivent normalement.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) is/are unusually silent.</source>
        <translation>
            <numerusform>%Ln terminal est étrangement silencieux.</numerusform>
            <numerusform>%Ln terminaux sont étrangement silencieux.</numerusform>
        </translation>
    </message>
    <message>
        <source>The demo receives no new sales.</source>
        <translation>La démonstration ne reçoit pas de nouvelles ventes.</translation>
    </message>
    <message>
        <source>No sale has come in since %1: that is unusual.</source>
        <translation>Aucune vente n’est arrivée depuis le %1 : c’est inhabituel.</translation>
    </message>
</context>
<context>
    <name>ViewName</name>
    <message>
        <source>Replace</source>
        <extracomment>What the screen shows now, as a view of that name.</extracomment>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Name of the view</source>
        <translation>&amp;Nom de la vue</translation>
    </message>
    <message>
        <source>A view keeps the filters, the order and the columns. It counts and changes nothing by itself.</source>
        <translation>Une vue garde les filtres, le tri et les colonnes. Elle ne calcule et ne change rien d’elle-même.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Find the sales that no boutique sees, and put them right.</source>
        <translation>Trouver les ventes qu’aucune boutique ne voit, et les réparer.</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>Essayer la &amp;démonstration</translation>
    </message>
    <message>
        <source>Connect to a data&amp;base</source>
        <translation>Se connecter à une &amp;base</translation>
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
