<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BoutiquesScreen</name>
    <message numerus="yes">
        <source>%Ln boutique(s) and depot(s)</source>
        <translation>
            <numerusform>%Ln boutique or depot</numerusform>
            <numerusform>%Ln boutiques and depots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s) of %1</source>
        <translation>
            <numerusform>%Ln boutique of %1</numerusform>
            <numerusform>%Ln boutiques of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s) selected</source>
        <translation>
            <numerusform>%Ln boutique selected</numerusform>
            <numerusform>%Ln boutiques selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boutique(s) selected: %1</source>
        <translation>
            <numerusform>%Ln boutique selected: %1</numerusform>
            <numerusform>%Ln boutiques selected: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
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
        <extracomment>Arrow keys that run through the rows ask once they rest. An answer that takes longer is said to be awaited. The orphans among what is shown shall go to a boutique: its id, or None to be asked.</extracomment>
        <translation>
            <numerusform>%Ln sale selected</numerusform>
            <numerusform>%Ln sales selected</numerusform>
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
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%Ln more orphan(s)</source>
        <translation>
            <numerusform>%Ln more orphan</numerusform>
            <numerusform>%Ln more orphans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orphan(s) fewer</source>
        <translation>
            <numerusform>%Ln orphan fewer</numerusform>
            <numerusform>%Ln orphans fewer</numerusform>
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
        <source>Take this back? %Ln value(s) become what they were.</source>
        <translation>
            <numerusform>Take this back? %Ln value becomes what it was.</numerusform>
            <numerusform>Take this back? %Ln values become what they were.</numerusform>
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
    <name>SaleCopier</name>
    <message numerus="yes">
        <source>%Ln sale(s) are too many to copy: narrow them down to %1.</source>
        <extracomment>The clipboard is no file: more rows than these make every program that looks at it crawl.</extracomment>
        <translation>
            <numerusform>%Ln sale is too many to copy: narrow down to %1.</numerusform>
            <numerusform>%Ln sales are too many to copy: narrow them down to %1, by filters or period.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) copied, with the columns’ names</source>
        <translation>
            <numerusform>%Ln sale copied, with the columns’ names</numerusform>
            <numerusform>%Ln sales copied, with the columns’ names</numerusform>
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
    <name>SalesScreen</name>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <extracomment>What the table was narrowed down to when it was left, by connection. Something happened while nobody looked.</extracomment>
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
    <name>TerminalsScreen</name>
    <message numerus="yes">
        <source>%Ln terminal(s)</source>
        <translation>
            <numerusform>%Ln terminal</numerusform>
            <numerusform>%Ln terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without boutique</source>
        <translation>
            <numerusform>%Ln without boutique</numerusform>
            <numerusform>%Ln without boutique</numerusform>
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
        <source>%Ln terminal(s) selected: %1</source>
        <translation>
            <numerusform>%Ln terminal selected: %1</numerusform>
            <numerusform>%Ln terminals selected: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
