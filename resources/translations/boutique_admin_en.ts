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
    <name>SalesScreen</name>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
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
    <message numerus="yes">
        <source>%Ln count(s) in no boutique</source>
        <translation>
            <numerusform>%Ln counts in no boutique</numerusform>
            <numerusform>%Ln count in no boutique</numerusform>
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
