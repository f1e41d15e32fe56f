<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Applying</name>
    <message numerus="yes">
        <source>Apply to %Ln sale(s)?</source>
        <extracomment>The report is ready; carries `RepairReport`. The repair was made, but its report was cancelled or cannot be written. The repair was made, and its report is being written.</extracomment>
        <translation>
            <numerusform>Apply to %Ln sale?</numerusform>
            <numerusform>Apply to %Ln sales?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply to %Ln sale(s)</source>
        <translation>
            <numerusform>Apply to %Ln sale</numerusform>
            <numerusform>Apply to %Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked sale(s) not shown will not be changed.</source>
        <translation>
            <numerusform>%Ln ticked sale that the filters hide will not be changed.</numerusform>
            <numerusform>%Ln ticked sales that the filters hide will not be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) repaired.</source>
        <translation>
            <numerusform>%Ln sale repaired.</numerusform>
            <numerusform>%Ln sales repaired.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message numerus="yes">
        <source>Also repair these %Ln sale(s)</source>
        <translation>
            <numerusform>Also repair %Ln sale</numerusform>
            <numerusform>Also repair these %Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also repair these %Ln sale(s): %1</source>
        <translation>
            <numerusform>Also repair %Ln sale: %1</numerusform>
            <numerusform>Also repair these %Ln sales: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) of this terminal</source>
        <translation>
            <numerusform>%Ln orphan sale of this terminal</numerusform>
            <numerusform>%Ln orphan sales of this terminal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) of these terminals</source>
        <translation>
            <numerusform>%Ln orphan sale of these terminals</numerusform>
            <numerusform>%Ln orphan sales of these terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) of this terminal: %1</source>
        <translation>
            <numerusform>%Ln orphan sale of this terminal: %1</numerusform>
            <numerusform>%Ln orphan sales of this terminal: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) of these terminals: %1</source>
        <translation>
            <numerusform>%Ln orphan sale of these terminals: %1</numerusform>
            <numerusform>%Ln orphan sales of these terminals: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignSalesDialog</name>
    <message numerus="yes">
        <source>Assign also the %Ln sale(s) that belong elsewhere by their witnesses</source>
        <extracomment>So many boutiques are named of those that witnesses name instead.</extracomment>
        <translation>
            <numerusform>Assign also the %Ln sale that belongs elsewhere by its witnesses</numerusform>
            <numerusform>Assign also the %Ln sales that belong elsewhere by their witnesses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln orphan sale(s) to %1</source>
        <translation>
            <numerusform>Assign %Ln orphan sale to %1</numerusform>
            <numerusform>Assign %Ln orphan sales to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): the witnesses name %1</source>
        <translation>
            <numerusform>%Ln sale: the witnesses name %1</numerusform>
            <numerusform>%Ln sales: the witnesses name %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): no witness speaks, you decide</source>
        <translation>
            <numerusform>%Ln sale: no witness speaks, you decide</numerusform>
            <numerusform>%Ln sales: no witness speaks, you decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): the witnesses disagree, one of them names %1</source>
        <translation>
            <numerusform>%Ln sale: the witnesses disagree, one of them names %1</numerusform>
            <numerusform>%Ln sales: the witnesses disagree, one of them names %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): the witnesses name another boutique (%1)</source>
        <translation>
            <numerusform>%Ln sale: the witnesses name another boutique (%1)</numerusform>
            <numerusform>%Ln sales: the witnesses name another boutique (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected sale(s) have a boutique and stay as they are</source>
        <translation>
            <numerusform>%Ln selected sale has a boutique and stays as it is</numerusform>
            <numerusform>%Ln selected sales have a boutique and stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): the terminal belongs to another merchant</source>
        <translation>
            <numerusform>%Ln sale: the terminal belongs to another merchant</numerusform>
            <numerusform>%Ln sales: the terminal belongs to another merchant</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assignment</name>
    <message numerus="yes">
        <source>%Ln terminal(s)</source>
        <translation>
            <numerusform>%Ln terminal</numerusform>
            <numerusform>%Ln terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln terminal(s) to %1</source>
        <translation>
            <numerusform>Assign %Ln terminal to %1</numerusform>
            <numerusform>Assign %Ln terminals to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln terminal(s) to…</source>
        <translation>
            <numerusform>Assign %Ln terminal to…</numerusform>
            <numerusform>Assign %Ln terminals to…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Detach %Ln terminal(s)</source>
        <translation>
            <numerusform>Detach %Ln terminal</numerusform>
            <numerusform>Detach %Ln terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch on %Ln terminal(s)</source>
        <translation>
            <numerusform>Switch on %Ln terminal</numerusform>
            <numerusform>Switch on %Ln terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch off %Ln terminal(s)</source>
        <translation>
            <numerusform>Switch off %Ln terminal</numerusform>
            <numerusform>Switch off %Ln terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) will be examined</source>
        <translation>
            <numerusform>%Ln orphan sale will be examined</numerusform>
            <numerusform>%Ln orphan sales will be examined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) will be examined: %1</source>
        <translation>
            <numerusform>%Ln orphan sale will be examined: %1</numerusform>
            <numerusform>%Ln orphan sales will be examined: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) are without boutique already</source>
        <translation>
            <numerusform>%Ln terminal is without boutique already</numerusform>
            <numerusform>%Ln terminals are without boutique already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) are there already</source>
        <translation>
            <numerusform>%Ln terminal is there already</numerusform>
            <numerusform>%Ln terminals are there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) have not called for 7 days or more: sales that are still on them will be stored under the new boutique.</source>
        <translation>
            <numerusform>%Ln terminal has not called for 7 days or more: sales that are still on it will be stored under the new boutique.</numerusform>
            <numerusform>%Ln terminals have not called for 7 days or more: sales that are still on them will be stored under the new boutique.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) are switched off: the server refuses their sales until they are switched on again.</source>
        <translation>
            <numerusform>%Ln terminal is switched off: the server refuses its sales until it is switched on again.</numerusform>
            <numerusform>%Ln terminals are switched off: the server refuses their sales until they are switched on again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) belong to another merchant than this boutique: their sales will count for this one.</source>
        <translation>
            <numerusform>%Ln terminal belongs to another merchant than this boutique: its sales will count for this one.</numerusform>
            <numerusform>%Ln terminals belong to another merchant than this boutique: their sales will count for this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Terminal(s) concerned (%Ln): %1</source>
        <translation>
            <numerusform>Terminal concerned: %1</numerusform>
            <numerusform>Terminals concerned (%Ln): %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln past sale(s) do not move: they stay in the boutique where they were made. The server’s own dashboard will nevertheless count them at %1 too.</source>
        <translation>
            <numerusform>%Ln past sale does not move: it stays in the boutique where it was made. The server’s own dashboard will nevertheless count it at %1 too.</numerusform>
            <numerusform>%Ln past sales do not move: they stay in the boutique where they were made. The server’s own dashboard will nevertheless count them at %1 too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) stay: nobody can tell where they belong.</source>
        <translation>
            <numerusform>%Ln sale stays: nobody can tell where it belongs.</numerusform>
            <numerusform>%Ln sales stay: nobody can tell where they belong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) stay for the repair: their witnesses name %1.</source>
        <translation>
            <numerusform>%Ln sale stays for the repair: its witnesses name %1.</numerusform>
            <numerusform>%Ln sales stay for the repair: their witnesses name %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) assigned to %1.</source>
        <translation>
            <numerusform>%Ln terminal assigned to %1.</numerusform>
            <numerusform>%Ln terminals assigned to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) repaired.</source>
        <translation>
            <numerusform>%Ln sale repaired.</numerusform>
            <numerusform>%Ln sales repaired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) detached.</source>
        <translation>
            <numerusform>%Ln terminal detached.</numerusform>
            <numerusform>%Ln terminals detached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) switched on.</source>
        <translation>
            <numerusform>%Ln terminal switched on.</numerusform>
            <numerusform>%Ln terminals switched on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) switched off.</source>
        <translation>
            <numerusform>%Ln terminal switched off.</numerusform>
            <numerusform>%Ln terminals switched off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln serial number(s)</source>
        <translation>
            <numerusform>Copy the serial number</numerusform>
            <numerusform>Copy %Ln serial numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) found</source>
        <translation>
            <numerusform>%Ln terminal found</numerusform>
            <numerusform>%Ln terminals found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unknown</numerusform>
            <numerusform>%Ln unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln twice in the list</source>
        <translation>
            <numerusform>%Ln twice in the list</numerusform>
            <numerusform>%Ln twice in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln sale</numerusform>
            <numerusform>%Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan(s)</source>
        <translation>
            <numerusform>%Ln orphan</numerusform>
            <numerusform>%Ln orphans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its sales count(s) in no boutique</source>
        <translation>
            <numerusform>%Ln of its sales counts in no boutique</numerusform>
            <numerusform>%Ln of its sales count in no boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its sales count(s) in no boutique: %1</source>
        <translation>
            <numerusform>%Ln of its sales counts in no boutique: %1</numerusform>
            <numerusform>%Ln of its sales count in no boutique: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignmentScreen</name>
    <message numerus="yes">
        <source>%Ln terminal(s) without boutique</source>
        <translation>
            <numerusform>%Ln terminal without boutique</numerusform>
            <numerusform>%Ln terminals without boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) of %1</source>
        <translation>
            <numerusform>%Ln terminal of %1</numerusform>
            <numerusform>%Ln terminals of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) selected</source>
        <translation>
            <numerusform>%Ln terminal selected</numerusform>
            <numerusform>%Ln terminals selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln orphan sale</numerusform>
            <numerusform>%Ln orphan sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoutiquesCard</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln sale</numerusform>
            <numerusform>%Ln sales</numerusform>
        </translation>
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
            <numerusform>%Ln terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln sale</numerusform>
            <numerusform>%Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln orphan sale</numerusform>
            <numerusform>%Ln orphan sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message numerus="yes">
        <source>%Ln sale(s) selected</source>
        <extracomment>Arrow keys that run through the rows ask once they rest. An answer that takes longer is said to be awaited. The orphans among these sales (ids) shall go to a boutique: its id, or None to be asked.</extracomment>
        <translation>
            <numerusform>%Ln sale selected</numerusform>
            <numerusform>%Ln sales selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message numerus="yes">
        <source>%Ln value(s) become what they were.</source>
        <translation>
            <numerusform>%Ln value becomes what it was.</numerusform>
            <numerusform>%Ln values become what they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are changed again.</source>
        <translation>
            <numerusform>%Ln value is changed again.</numerusform>
            <numerusform>%Ln values are changed again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffectPart</name>
    <message numerus="yes">
        <source>… and %Ln more boutique(s)</source>
        <translation>
            <numerusform>… and %Ln more boutique</numerusform>
            <numerusform>… and %Ln more boutiques</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%Ln row(s) are too many to copy: narrow them down to %1.</source>
        <extracomment>The clipboard is no file: more rows than these make every program that looks at it crawl. A PDF of more pages than these is asked about. A preview paints all its pages at once. Copying so many rows is over before it could be read that it is under way.</extracomment>
        <translation>
            <numerusform>%Ln row is too many to copy: narrow them down to %1.</numerusform>
            <numerusform>%Ln rows are too many to copy: narrow them down to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied, with the columns’ names</source>
        <translation>
            <numerusform>%Ln row copied, with the columns’ names</numerusform>
            <numerusform>%Ln rows copied, with the columns’ names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This PDF would have %Ln page(s)</source>
        <translation>
            <numerusform>This PDF would have %Ln page</numerusform>
            <numerusform>This PDF would have %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are too many to print. Filter the table first.</source>
        <translation>
            <numerusform>%Ln page is too many to print. Filter the table first.</numerusform>
            <numerusform>%Ln pages are too many to print. Filter the table first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fate</name>
    <message numerus="yes">
        <source>%Ln of these sale(s) were taken back since.</source>
        <extracomment>All of it was taken back, and nothing made it again. What became of it, as a sentence; empty while it holds as it was made.</extracomment>
        <translation>
            <numerusform>%Ln of these sales was taken back since.</numerusform>
            <numerusform>%Ln of these sales were taken back since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrozenBar</name>
    <message numerus="yes">
        <source>%Ln sale(s) stay selected, as picked (frozen at %1)</source>
        <translation>
            <numerusform>%Ln sale stays selected, as picked (frozen at %1)</numerusform>
            <numerusform>%Ln sales stay selected, as picked (frozen at %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln sale(s) that match are selected (frozen at %1)</source>
        <translation>
            <numerusform>The %Ln sale that matches is selected (frozen at %1)</numerusform>
            <numerusform>All %Ln sales that match are selected (frozen at %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) that matched an earlier filter are selected (frozen at %1)</source>
        <translation>
            <numerusform>%Ln sale that matched an earlier filter is selected (frozen at %1)</numerusform>
            <numerusform>%Ln sales that matched an earlier filter are selected (frozen at %1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalScreen</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in the period</source>
        <translation>
            <numerusform>%Ln change in the period</numerusform>
            <numerusform>%Ln changes in the period</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected</source>
        <translation>
            <numerusform>1 selected: %Ln sale</numerusform>
            <numerusform>1 selected: %Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected: %1</source>
        <translation>
            <numerusform>1 selected: %Ln sale, %1</numerusform>
            <numerusform>1 selected: %Ln sales, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinesPart</name>
    <message numerus="yes">
        <source>… and %Ln more line(s)</source>
        <translation>
            <numerusform>… and %Ln more line</numerusform>
            <numerusform>… and %Ln more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%Ln more orphan(s)</source>
        <translation>
            <numerusform>%Ln more orphan</numerusform>
            <numerusform>%Ln more orphans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer orphan(s)</source>
        <translation>
            <numerusform>%Ln fewer orphan</numerusform>
            <numerusform>%Ln fewer orphans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln orphan sale</numerusform>
            <numerusform>%Ln orphan sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrphanWords</name>
    <message numerus="yes">
        <source>%Ln of these sales have no boutique</source>
        <translation>
            <numerusform>%Ln of these sales has no boutique</numerusform>
            <numerusform>%Ln of these sales have no boutique</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPart</name>
    <message numerus="yes">
        <source>… and %Ln more terminal(s)</source>
        <translation>
            <numerusform>… and %Ln more terminal</numerusform>
            <numerusform>… and %Ln more terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the last days, the last on %1, although at %2</source>
        <translation>
            <numerusform>%Ln in the last days, on %1, although at %2</numerusform>
            <numerusform>%Ln in the last days, the last on %1, although at %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewScreen</name>
    <message numerus="yes">
        <source>%Ln terminal(s) without boutique</source>
        <extracomment>So often what is told of the time that has passed is told anew. The parts that are asked for, each by itself. Parts that could not be read. What was changed, or came, while nobody looked. The keyboard shall work here once there is something to work on.</extracomment>
        <translation>
            <numerusform>%Ln terminal without boutique</numerusform>
            <numerusform>%Ln terminals without boutique</numerusform>
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
            <numerusform>%Ln terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) in the period</source>
        <translation>
            <numerusform>%Ln sale in the period</numerusform>
            <numerusform>%Ln sales in the period</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message numerus="yes">
        <source>Put off (%Ln)</source>
        <translation>
            <numerusform>Put off (%Ln)</numerusform>
            <numerusform>Put off (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s), the most urgent first</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points, the most urgent first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message numerus="yes">
        <source>%Ln recent sale(s) stored without boutique</source>
        <translation>
            <numerusform>%Ln recent sale stored without boutique</numerusform>
            <numerusform>%Ln recent sales stored without boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) ready to be attached</source>
        <translation>
            <numerusform>%Ln orphan sale is ready to be attached</numerusform>
            <numerusform>%Ln orphan sales are ready to be attached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) in conflict</source>
        <translation>
            <numerusform>%Ln orphan sale in conflict</numerusform>
            <numerusform>%Ln orphan sales in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) with one witness only</source>
        <translation>
            <numerusform>%Ln orphan sale has one witness only</numerusform>
            <numerusform>%Ln orphan sales have one witness only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s) without any witness</source>
        <translation>
            <numerusform>%Ln orphan sale has no witness</numerusform>
            <numerusform>%Ln orphan sales have no witness</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused sale(s) that nobody has dealt with</source>
        <translation>
            <numerusform>%Ln refused sale that nobody has dealt with</numerusform>
            <numerusform>%Ln refused sales that nobody has dealt with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) in another boutique than their terminal</source>
        <translation>
            <numerusform>%Ln sale is in another boutique than its terminal</numerusform>
            <numerusform>%Ln sales are in another boutique than their terminal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) without terminal</source>
        <translation>
            <numerusform>%Ln sale has no terminal</numerusform>
            <numerusform>%Ln sales have no terminal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) without boutique</source>
        <translation>
            <numerusform>%Ln terminal has no boutique</numerusform>
            <numerusform>%Ln terminals have no boutique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln switched-off terminal(s) still selling</source>
        <translation>
            <numerusform>%Ln switched-off terminal still sells</numerusform>
            <numerusform>%Ln switched-off terminals still sell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) silent at an hour of sales</source>
        <translation>
            <numerusform>%Ln terminal is silent at an hour at which it usually sells</numerusform>
            <numerusform>%Ln terminals are silent at an hour at which they usually sell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) silent for more than 7 days</source>
        <translation>
            <numerusform>%Ln terminal is silent for more than 7 days</numerusform>
            <numerusform>%Ln terminals are silent for more than 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln sale(s) in the last 7 days.</source>
        <translation>
            <numerusform>%1: %Ln sale in the last 7 days.</numerusform>
            <numerusform>%1: %Ln sales in the last 7 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) attachable after the assignment.</source>
        <translation>
            <numerusform>%Ln sale can be attached once it is assigned.</numerusform>
            <numerusform>%Ln sales can be attached once they are assigned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RejectedDialog</name>
    <message numerus="yes">
        <source>%Ln refused sale(s)</source>
        <translation>
            <numerusform>%Ln refused sale</numerusform>
            <numerusform>%Ln refused sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairBar</name>
    <message numerus="yes">
        <source>Apply to %Ln sale(s)</source>
        <translation>
            <numerusform>Apply to %Ln sale</numerusform>
            <numerusform>Apply to %Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked sale(s) not shown will not be changed.</source>
        <translation>
            <numerusform>%Ln ticked sale that the filters hide will not be changed.</numerusform>
            <numerusform>%Ln ticked sales that the filters hide will not be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln sale</numerusform>
            <numerusform>%Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s)</source>
        <translation>
            <numerusform>%Ln terminal</numerusform>
            <numerusform>%Ln terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s)</source>
        <translation>
            <numerusform>%Ln boutique</numerusform>
            <numerusform>%Ln boutiques</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln sale</numerusform>
            <numerusform>%Ln sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairScreen</name>
    <message numerus="yes">
        <source>%Ln sale(s) without terminal</source>
        <translation>
            <numerusform>%Ln sale without terminal</numerusform>
            <numerusform>%Ln sales without terminal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln orphan sale</numerusform>
            <numerusform>%Ln orphan sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s), %1</source>
        <translation>
            <numerusform>%Ln group, %1</numerusform>
            <numerusform>%Ln groups, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln sale</numerusform>
            <numerusform>%Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ticked: %Ln sale(s)</source>
        <translation>
            <numerusform>Ticked: %Ln sale</numerusform>
            <numerusform>Ticked: %Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ticked: %Ln sale(s), %1</source>
        <translation>
            <numerusform>Ticked: %Ln sale, %1</numerusform>
            <numerusform>Ticked: %Ln sales, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairSections</name>
    <message numerus="yes">
        <source>%Ln of them unpaid or cancelled: not in the amounts</source>
        <extracomment>How far the sentences of a witness stand in. The one sale; None: a group. The terminal of orphans; None: not known, or that is what is missing. The sales do not say which terminal that is; their numbers do. The boutique of sales without terminal.</extracomment>
        <translation>
            <numerusform>%Ln of them unpaid or cancelled: not in the amounts</numerusform>
            <numerusform>%Ln of them unpaid or cancelled: not in the amounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more sale(s): something else again</source>
        <translation>
            <numerusform>%Ln more sale: something else again</numerusform>
            <numerusform>%Ln more sales: something else again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s): %1</source>
        <translation>
            <numerusform>%Ln sale: %1</numerusform>
            <numerusform>%Ln sales: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message numerus="yes">
        <source>%Ln sale(s) changed</source>
        <translation>
            <numerusform>%Ln sale changed</numerusform>
            <numerusform>%Ln sales changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left alone</source>
        <translation>
            <numerusform>%Ln left alone</numerusform>
            <numerusform>%Ln left alone</numerusform>
        </translation>
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
            <numerusform>%1, %Ln sale</numerusform>
            <numerusform>%1, %Ln sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaleAssigner</name>
    <message numerus="yes">
        <source>Assign %Ln orphan sale(s) to…</source>
        <translation>
            <numerusform>Assign %Ln orphan sale to…</numerusform>
            <numerusform>Assign %Ln orphan sales to…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) assigned to %1.</source>
        <translation>
            <numerusform>%Ln sale assigned to %1.</numerusform>
            <numerusform>%Ln sales assigned to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaleMenu</name>
    <message numerus="yes">
        <source>Assign %Ln sale(s) to…</source>
        <extracomment>So many letters of a name fit into a line of the menu.</extracomment>
        <translation>
            <numerusform>Assign %Ln sale to…</numerusform>
            <numerusform>Assign %Ln sales to…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln sale(s) with the columns’ names</source>
        <translation>
            <numerusform>Copy %Ln sale with the columns’ names</numerusform>
            <numerusform>Copy %Ln sales with the columns’ names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaleSections</name>
    <message numerus="yes">
        <source>… and %Ln more terminal(s)</source>
        <translation>
            <numerusform>… and %Ln more terminal</numerusform>
            <numerusform>… and %Ln more terminals</numerusform>
        </translation>
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
            <numerusform>%Ln article, from %1</numerusform>
            <numerusform>%Ln articles, from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more line(s)</source>
        <translation>
            <numerusform>… and %Ln more line</numerusform>
            <numerusform>… and %Ln more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalesParts</name>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln sale</numerusform>
            <numerusform>%Ln sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalesScreen</name>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <extracomment>What the table was narrowed down to when it was left, by connection. What the rows that are shown were asked by; newer ones may be on their way. What a change has made untrue here while nobody looked. Something else happened while nobody looked.</extracomment>
        <translation>
            <numerusform>%Ln sale</numerusform>
            <numerusform>%Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) of %1</source>
        <translation>
            <numerusform>%Ln sale of %1</numerusform>
            <numerusform>%Ln sales of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected, sum unknown</source>
        <translation>
            <numerusform>%Ln sale selected, sum unknown</numerusform>
            <numerusform>%Ln sales selected, sum unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected, adding up…</source>
        <translation>
            <numerusform>%Ln sale selected, adding up…</numerusform>
            <numerusform>%Ln sales selected, adding up…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected, none counts</source>
        <translation>
            <numerusform>%Ln sale selected, it does not count</numerusform>
            <numerusform>%Ln sales selected, none counts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) selected: %1</source>
        <translation>
            <numerusform>%Ln sale selected: %1</numerusform>
            <numerusform>%Ln sales selected: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetsDialog</name>
    <message numerus="yes">
        <source>%Ln boutique(s) chosen</source>
        <translation>
            <numerusform>%Ln boutique chosen</numerusform>
            <numerusform>%Ln boutiques chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %Ln file(s) were written and are whole.</source>
        <translation>
            <numerusform>Stopped. %Ln file was written and is whole.</numerusform>
            <numerusform>Stopped. %Ln files were written and are whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written to %1</source>
        <translation>
            <numerusform>%Ln file written to %1</numerusform>
            <numerusform>%Ln files written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written to %1; those that existed were kept</source>
        <translation>
            <numerusform>%Ln file written to %1; those that existed were kept</numerusform>
            <numerusform>%Ln files written to %1; those that existed were kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were written before.</source>
        <translation>
            <numerusform>%Ln file was written before.</numerusform>
            <numerusform>%Ln files were written before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetsQuestion</name>
    <message numerus="yes">
        <source>%Ln file(s) exist already in this folder</source>
        <extracomment>So many of them are named.</extracomment>
        <translation>
            <numerusform>%Ln file exists already in this folder</numerusform>
            <numerusform>%Ln files exist already in this folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message numerus="yes">
        <source>%Ln of its orphan sales would go to %1.</source>
        <translation>
            <numerusform>%Ln of its orphan sales would go to %1.</numerusform>
            <numerusform>%Ln of its orphan sales would go to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Staleness</name>
    <message numerus="yes">
        <source>%Ln sale(s) shown here would be left alone.</source>
        <translation>
            <numerusform>%Ln sale shown here has changed and is left alone.</numerusform>
            <numerusform>%Ln sales shown here have changed and are left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new sale(s) to look at.</source>
        <translation>
            <numerusform>%Ln new sale to look at.</numerusform>
            <numerusform>%Ln new sales to look at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) work(s) elsewhere.</source>
        <translation>
            <numerusform>%Ln terminal works elsewhere now.</numerusform>
            <numerusform>%Ln terminals work elsewhere now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s) changed.</source>
        <translation>
            <numerusform>%Ln boutique has changed.</numerusform>
            <numerusform>%Ln boutiques have changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetChoice</name>
    <message numerus="yes">
        <source>Which terminal made %Ln sale(s)?</source>
        <extracomment>Room for the round mark of a radio button. One of the candidates was chosen: its id. Something else shall be chosen. The terminal shall be assigned: its id.</extracomment>
        <translation>
            <numerusform>Which terminal made this sale?</numerusform>
            <numerusform>Which terminal made these %Ln sales?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where do %Ln sale(s) belong?</source>
        <translation>
            <numerusform>Where does this sale belong?</numerusform>
            <numerusform>Where do these %Ln sales belong?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TileWords</name>
    <message numerus="yes">
        <source>%Ln orphan sale(s)</source>
        <translation>
            <numerusform>%Ln orphan sale</numerusform>
            <numerusform>%Ln orphan sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln has/have already sold</source>
        <translation>
            <numerusform>%Ln has already sold</numerusform>
            <numerusform>%Ln have already sold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tips</name>
    <message numerus="yes">
        <source>Click: see %Ln sale(s)</source>
        <translation>
            <numerusform>Click: see the sale</numerusform>
            <numerusform>Click: see the %Ln sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message numerus="yes">
        <source>%Ln sale(s) count(s) in no boutique.</source>
        <translation>
            <numerusform>%Ln sale counts in no boutique.</numerusform>
            <numerusform>%Ln sales count in no boutique.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s) to deal with.</source>
        <translation>
            <numerusform>%Ln point to deal with.</numerusform>
            <numerusform>%Ln points to deal with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is/are repaired in one go, one needs a decision.</source>
        <translation>
            <numerusform>%Ln is repaired in one go, one needs a decision.</numerusform>
            <numerusform>%Ln are repaired in one go, one needs a decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is/are repaired in one go, %1 need a decision.</source>
        <translation>
            <numerusform>%Ln is repaired in one go, %1 need a decision.</numerusform>
            <numerusform>%Ln are repaired in one go, %1 need a decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln terminal(s) is/are unusually silent.</source>
        <translation>
            <numerusform>%Ln terminal is unusually silent.</numerusform>
            <numerusform>%Ln terminals are unusually silent.</numerusform>
        </translation>
    </message>
</context>
</TS>
