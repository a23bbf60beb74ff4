<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About vhdesk</source>
        <translation>Über vhdesk</translation>
    </message>
    <message>
        <source>Video Hash Desk {version}</source>
        <translation>Video Hash Desk {version}</translation>
    </message>
    <message>
        <source>Finds videos by example, on your own computer.</source>
        <translation>Findet Videos nach Beispiel, auf dem eigenen Computer.</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <translation>Apache-Lizenz 2.0</translation>
    </message>
    <message>
        <source>Library: {path}</source>
        <translation>Bibliothek: {path}</translation>
    </message>
</context>
<context>
    <name>AgreementMap</name>
    <message>
        <source>Differing bits of every segment of the query and of the video</source>
        <translation>Verschiedene Bits aller Segmente der Suchvorlage und des Videos</translation>
    </message>
    <message>
        <source>query {a}, video {b}: {n} of {bits} bits differ</source>
        <translation>Suchvorlage {a}, Video {b}: {n} von {bits} Bits verschieden</translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>Bits of the chosen pair</source>
        <translation>Bits des gewählten Paars</translation>
    </message>
    <message>
        <source>{n} of {bits} bits are equal</source>
        <translation>{n} von {bits} Bits sind gleich</translation>
    </message>
</context>
<context>
    <name>BitsKnob</name>
    <message>
        <source>{n} bits</source>
        <translation>{n} Bit</translation>
    </message>
</context>
<context>
    <name>ChartsControl</name>
    <message>
        <source>Something is being measured; the chart follows.</source>
        <translation>Es wird gerade gemessen; das Diagramm folgt.</translation>
    </message>
    <message>
        <source>Charts are measured by labels, at least two of them, and there are too few. Put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>Diagramme werden an Labels gemessen, mindestens zweien, und es gibt zu wenige. Legen Sie die Videos in einen Ordner je Art und fügen Sie ihn mit „Labels aus Ordnernamen“ hinzu.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message numerus="yes">
        <source>This is measured on your %Ln labelled video(s), in the background.</source>
        <translation>
            <numerusform>Gemessen wird im Hintergrund, an Ihrem %Ln Video mit Label.</numerusform>
            <numerusform>Gemessen wird im Hintergrund, an Ihren %Ln Videos mit Label.</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes of {n} bits are not measured yet.</source>
        <translation>Codes mit {n} Bit sind noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Das Diagramm exportieren</translation>
    </message>
    <message>
        <source>The chart was written to {name}.</source>
        <translation>Das Diagramm wurde in {name} geschrieben.</translation>
    </message>
</context>
<context>
    <name>ChartsDock</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Which chart is shown</source>
        <translation>Welches Diagramm gezeigt wird</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Das Diagramm exportieren</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG) …</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Zeichnung (SVG) …</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>The charts are being loaded…</source>
        <translation>Die Diagramme werden geladen …</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>Measure this chart again</source>
        <translation>Dieses Diagramm neu messen</translation>
    </message>
</context>
<context>
    <name>ClosingBox</name>
    <message>
        <source>Close vhdesk?</source>
        <translation>vhdesk schließen?</translation>
    </message>
    <message>
        <source>Videos are still being indexed.</source>
        <translation>Es werden noch Videos indiziert.</translation>
    </message>
    <message>
        <source>What is finished is saved. After the next start, “Rescan all folders” goes on from there.</source>
        <translation>Was fertig ist, ist gespeichert. Nach dem nächsten Start macht „Alle Ordner neu durchsuchen“ dort weiter.</translation>
    </message>
    <message>
        <source>A system is still being trained.</source>
        <translation>Ein System wird noch trainiert.</translation>
    </message>
    <message>
        <source>It is stopped and its best so far is kept. The training page can go on with it later.</source>
        <translation>Das Training wird angehalten, das Beste bisher bleibt erhalten. Auf der Trainingsseite kann es später weitergehen.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Stop what runs and close the window</source>
        <translation>Anhalten, was läuft, und das Fenster schließen</translation>
    </message>
    <message>
        <source>Keep the window open and go on</source>
        <translation>Das Fenster offen lassen und weitermachen</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Frame of the query</source>
        <translation>Bild der Suchvorlage</translation>
    </message>
    <message>
        <source>Frame of the result</source>
        <translation>Bild des Ergebnisses</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Abspielen oder anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>Ein Bild zurück (,)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>Ein Bild weiter (.)</translation>
    </message>
    <message>
        <source>Moment that both show; 0 is where the match begins</source>
        <translation>Zeitpunkt, den beide zeigen; 0 ist der Anfang der Übereinstimmung</translation>
    </message>
    <message>
        <source>The result 0.1 s earlier</source>
        <translation>Das Ergebnis 0,1 s früher</translation>
    </message>
    <message>
        <source>The result 0.1 s later</source>
        <translation>Das Ergebnis 0,1 s später</translation>
    </message>
    <message>
        <source>How much later the result is shown, seconds</source>
        <translation>Um wie viel später das Ergebnis gezeigt wird, in Sekunden</translation>
    </message>
    <message>
        <source>Show all of the frames (Ctrl+0)</source>
        <translation>Die ganzen Bilder zeigen (Strg+0)</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Comparing the codes…</source>
        <translation>Die Codes werden verglichen …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The codes of this video are not in the library any more.</source>
        <translation>Die Codes dieses Videos sind nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>It matched because {n} of {bits} bits of these stretches are equal; their cosine is {cos}.</source>
        <translation>Treffer, weil {n} von {bits} Bits dieser Abschnitte gleich sind; ihr Kosinus ist {cos}.</translation>
    </message>
    <message>
        <source>A weak match: {n} of {bits} bits are equal, and half are by chance; the cosine is {cos}.</source>
        <translation>Ein schwacher Treffer: {n} von {bits} Bits sind gleich, die Hälfte ist es durch Zufall; der Kosinus ist {cos}.</translation>
    </message>
    <message>
        <source>■ {n} equal   ◆ {m} different</source>
        <translation>■ {n} gleich   ◆ {m} verschieden</translation>
    </message>
    <message>
        <source>· {k} do not count</source>
        <translation>· {k} zählen nicht</translation>
    </message>
</context>
<context>
    <name>CopiesModel</name>
    <message>
        <source>Its pictures were compared, since little moves in it.</source>
        <translation>Verglichen wurden die Bilder, weil sich darin wenig bewegt.</translation>
    </message>
    <message numerus="yes">
        <source>Also like %Ln video(s) of other groups.</source>
        <translation>
            <numerusform>Gleicht auch %Ln Video anderer Gruppen.</numerusform>
            <numerusform>Gleicht auch %Ln Videos anderer Gruppen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its drive or network folder is not connected.</source>
        <translation>Das Laufwerk oder der Netzwerkordner ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>best copy: {why}</source>
        <translation>beste Kopie: {why}</translation>
    </message>
    <message>
        <source>Group {n} of {all}, {name}, {what}, {facts}</source>
        <translation>Gruppe {n} von {all}, {name}, {what}, {facts}</translation>
    </message>
    <message>
        <source>Marked for the trash.</source>
        <translation>Für den Papierkorb markiert.</translation>
    </message>
</context>
<context>
    <name>CopiesView</name>
    <message>
        <source>Groups of copies, the best of each first</source>
        <translation>Gruppen von Kopien, die beste jeweils zuerst</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Compare with the best, or two that are selected</source>
        <translation>Mit der besten vergleichen, oder zwei ausgewählte</translation>
    </message>
    <message>
        <source>Search by this</source>
        <translation>Hiermit suchen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Mark for the trash, or not</source>
        <translation>Für den Papierkorb markieren, oder nicht</translation>
    </message>
    <message>
        <source>Mark all but the best of this group</source>
        <translation>In dieser Gruppe alle außer der besten markieren</translation>
    </message>
    <message>
        <source>Keep all of this group</source>
        <translation>Alle dieser Gruppe behalten</translation>
    </message>
    <message>
        <source>Not a copy</source>
        <translation>Keine Kopie</translation>
    </message>
    <message>
        <source>List this group again</source>
        <translation>Diese Gruppe wieder auflisten</translation>
    </message>
    <message>
        <source>Undo the last word on a group</source>
        <translation>Letzte Angabe zu einer Gruppe zurücknehmen</translation>
    </message>
    <message>
        <source>Move to trash…</source>
        <translation>In den Papierkorb legen …</translation>
    </message>
</context>
<context>
    <name>CopyDelegate</name>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln Video</numerusform>
            <numerusform>%Ln Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} could be freed</source>
        <translation>{size} könnten frei werden</translation>
    </message>
    <message>
        <source>you keep all of them</source>
        <translation>Sie behalten alle</translation>
    </message>
    <message>
        <source>you said: no copies</source>
        <translation>Sie sagten: keine Kopien</translation>
    </message>
    <message>
        <source>Best: {name} ({why})</source>
        <translation>Beste: {name} ({why})</translation>
    </message>
    <message>
        <source>★ best</source>
        <translation>★ beste</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>to the trash</source>
        <translation>in den Papierkorb</translation>
    </message>
</context>
<context>
    <name>CopyFilters</name>
    <message>
        <source>Filter by name or folder</source>
        <translation>Nach Name oder Ordner filtern</translation>
    </message>
    <message>
        <source>Show only groups in which a path holds this</source>
        <translation>Nur Gruppen zeigen, in denen ein Pfad dies enthält</translation>
    </message>
    <message>
        <source>Show only groups with a copy in a folder</source>
        <translation>Nur Gruppen mit einer Kopie in einem Ordner zeigen</translation>
    </message>
    <message>
        <source>Show only groups with a kind of copy</source>
        <translation>Nur Gruppen mit einer Art von Kopie zeigen</translation>
    </message>
    <message>
        <source>Compare within watched folders, or across them</source>
        <translation>Innerhalb überwachter Ordner vergleichen, oder zwischen ihnen</translation>
    </message>
    <message>
        <source>Order of the groups</source>
        <translation>Reihenfolge der Gruppen</translation>
    </message>
    <message>
        <source>How many bits copies may differ in at most</source>
        <translation>In wie vielen Bits Kopien höchstens abweichen dürfen</translation>
    </message>
    <message>
        <source>Fewer bits: closer copies, fewer groups. The count above follows at once.</source>
        <translation>Weniger Bits: nähere Kopien, weniger Gruppen. Die Zahl darüber folgt sofort.</translation>
    </message>
    <message>
        <source>Closeness</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>{n} of {bits} bits</source>
        <translation>{n} von {bits} Bits</translation>
    </message>
    <message>
        <source>same file</source>
        <translation>gleiche Datei</translation>
    </message>
    <message>
        <source>whole copy</source>
        <translation>ganze Kopie</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>gleiches Bild</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Alle Paare</translation>
    </message>
    <message>
        <source>Within a folder</source>
        <translation>In einem Ordner</translation>
    </message>
    <message>
        <source>Across folders</source>
        <translation>Zwischen Ordnern</translation>
    </message>
    <message>
        <source>by space</source>
        <translation>nach Platz</translation>
    </message>
    <message>
        <source>by count</source>
        <translation>nach Anzahl</translation>
    </message>
    <message>
        <source>by closeness</source>
        <translation>nach Nähe</translation>
    </message>
    <message>
        <source>by path</source>
        <translation>nach Pfad</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>The report as it would be copied</source>
        <translation>Der Bericht, wie er kopiert würde</translation>
    </message>
    <message>
        <source>With names of files and folders, and the lines of the log</source>
        <translation>Mit Namen von Dateien und Ordnern und den Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Names can help to find a fault. They may be private.</source>
        <translation>Namen können helfen, einen Fehler zu finden. Sie können vertraulich sein.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Den Bericht kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation>Den Bericht schließen</translation>
    </message>
    <message>
        <source>For a report about a fault. Nothing is sent: it is copied, and you decide where it goes.</source>
        <translation>Für eine Fehlermeldung. Nichts wird gesendet: Der Bericht wird kopiert, und Sie entscheiden, wohin er geht.</translation>
    </message>
    <message>
        <source>The machine is being examined…</source>
        <translation>Der Computer wird untersucht …</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close {title}</source>
        <translation>{title} schließen</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>With its part {range}</source>
        <translation>Mit dem Ausschnitt {range}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more wait(s) behind it</source>
        <translation>
            <numerusform>%Ln weitere wartet dahinter</numerusform>
            <numerusform>%Ln weitere warten dahinter</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders are added to the library</source>
        <translation>Ordner kommen in die Bibliothek</translation>
    </message>
    <message>
        <source>Add folder {name} to the library</source>
        <translation>Ordner {name} zur Bibliothek hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln folder(s) to the library</source>
        <translation>
            <numerusform>%Ln Ordner zur Bibliothek hinzufügen</numerusform>
            <numerusform>%Ln Ordner zur Bibliothek hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Search by {name}</source>
        <translation>Mit {name} suchen</translation>
    </message>
</context>
<context>
    <name>DuplicatesControl</name>
    <message numerus="yes">
        <source>%Ln group(s) kept; they are not listed again. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%Ln Gruppe behalten; sie wird nicht mehr aufgelistet. Strg+Z nimmt es zurück.</numerusform>
            <numerusform>%Ln Gruppen behalten; sie werden nicht mehr aufgelistet. Strg+Z nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is not a copy; that is remembered. Ctrl+Z takes it back.</source>
        <translation>{name} ist keine Kopie; das wird gemerkt. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>These files are equal to the last byte: keep all of them (K), or mark some (X).</source>
        <translation>Diese Dateien sind bis aufs letzte Byte gleich: behalten Sie alle (K), oder markieren Sie einige (X).</translation>
    </message>
    <message>
        <source>Listed again.</source>
        <translation>Wieder aufgelistet.</translation>
    </message>
    <message>
        <source>The last word on a group was taken back.</source>
        <translation>Die letzte Angabe zu einer Gruppe wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The file is not there now, so it cannot be moved.</source>
        <translation>Die Datei ist jetzt nicht da und kann nicht verschoben werden.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln group(s) no copy would be left.</source>
        <translation>
            <numerusform>Von %Ln Gruppe bliebe keine Kopie übrig.</numerusform>
            <numerusform>Von %Ln Gruppen bliebe keine Kopie übrig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Back to searching</source>
        <translation>Zurück zur Suche</translation>
    </message>
    <message>
        <source>Back to searching (Esc)</source>
        <translation>Zurück zur Suche (Esc)</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Look for copies again</source>
        <translation>Noch einmal nach Kopien suchen</translation>
    </message>
    <message>
        <source>Show or hide what you set aside</source>
        <translation>Zeigen oder verbergen, was Sie beiseitegelegt haben</translation>
    </message>
    <message>
        <source>X marks · Space compares with the best · Enter opens · K keeps all · N is not a copy</source>
        <translation>X markiert · Leertaste vergleicht mit der besten · Eingabe öffnet · K behält alle · N ist keine Kopie</translation>
    </message>
    <message>
        <source>Mark copies for the trash</source>
        <translation>Kopien für den Papierkorb markieren</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>All but the best of every group that is shown</source>
        <translation>In jeder gezeigten Gruppe alle außer der besten</translation>
    </message>
    <message>
        <source>Only equal files, all but the best</source>
        <translation>Nur gleiche Dateien, alle außer der besten</translation>
    </message>
    <message>
        <source>Take all marks off</source>
        <translation>Alle Markierungen entfernen</translation>
    </message>
    <message>
        <source>Move to trash…</source>
        <translation>In den Papierkorb legen …</translation>
    </message>
    <message>
        <source>Move what is marked to the trash</source>
        <translation>Markiertes in den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>The library is being opened…</source>
        <translation>Die Bibliothek wird geöffnet …</translation>
    </message>
    <message>
        <source>Copies could not be looked for</source>
        <translation>Nach Kopien konnte nicht gesucht werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look for copies</source>
        <translation>Nach Kopien suchen</translation>
    </message>
    <message>
        <source>There is no video in the library yet: add a folder first.</source>
        <translation>Noch ist kein Video in der Bibliothek: Fügen Sie zuerst einen Ordner hinzu.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Other filters, or a larger distance, may show some.</source>
        <translation>Andere Filter oder ein größerer Abstand zeigen vielleicht welche.</translation>
    </message>
    <message>
        <source>No group passes the filter</source>
        <translation>Keine Gruppe passt zum Filter</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) were compared.</source>
        <translation>
            <numerusform>%Ln Video wurde verglichen.</numerusform>
            <numerusform>%Ln Videos wurden verglichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No copies found</source>
        <translation>Keine Kopien gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) of copies</source>
        <translation>
            <numerusform>%Ln Gruppe von Kopien</numerusform>
            <numerusform>%Ln Gruppen von Kopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copies beside the best</source>
        <translation>
            <numerusform>%Ln Kopie neben der besten</numerusform>
            <numerusform>%Ln Kopien neben den besten</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} could be freed</source>
        <translation>{size} könnten frei werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) compared</source>
        <translation>
            <numerusform>%Ln Video verglichen</numerusform>
            <numerusform>%Ln Videos verglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>in {n} s</source>
        <translation>in {n} s</translation>
    </message>
    <message>
        <source>The library has changed since: search again.</source>
        <translation>Die Bibliothek hat sich seither geändert: suchen Sie neu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are not there any more and are left out.</source>
        <translation>
            <numerusform>%Ln Datei ist nicht mehr da und bleibt weg.</numerusform>
            <numerusform>%Ln Dateien sind nicht mehr da und bleiben weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) that you set aside are left out.</source>
        <translation>
            <numerusform>%Ln Paar, das Sie beiseitegelegt haben, bleibt weg.</numerusform>
            <numerusform>%Ln Paare, die Sie beiseitegelegt haben, bleiben weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide what you set aside</source>
        <translation>Beiseitegelegtes verbergen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked</source>
        <translation>
            <numerusform>%Ln markiert</numerusform>
            <numerusform>%Ln markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is marked</source>
        <translation>Nichts ist markiert</translation>
    </message>
</context>
<context>
    <name>ExpectationBlock</name>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder with labels</source>
        <translation>Einen Ordner mit Labels hinzufügen</translation>
    </message>
    <message>
        <source>Precision and recall are measured by labels. Put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>Präzision und Trefferquote werden an Labels gemessen. Legen Sie die Videos in einen Ordner je Art und fügen Sie ihn mit „Labels aus Ordnernamen“ hinzu.</translation>
    </message>
    <message>
        <source>What codes of {n} bits lead to on your labels is not measured yet.</source>
        <translation>Wozu Codes mit {n} Bit bei Ihren Labels führen, ist noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measure precision and recall on your labels</source>
        <translation>Präzision und Trefferquote an Ihren Labels messen</translation>
    </message>
    <message numerus="yes">
        <source>measured on %Ln of your videos</source>
        <translation>
            <numerusform>gemessen an %Ln Ihrer Videos</numerusform>
            <numerusform>gemessen an %Ln Ihrer Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>On your labels: precision {p}, recall {r}</source>
        <translation>Bei Ihren Labels: Präzision {p}, Trefferquote {r}</translation>
    </message>
    <message>
        <source>{n} % keep nothing</source>
        <translation>{n} % behalten nichts</translation>
    </message>
    <message>
        <source>without a mask</source>
        <translation>ohne Maske</translation>
    </message>
    <message>
        <source>On your labels, of the first five: precision {p}, recall {r}</source>
        <translation>Bei Ihren Labels, unter den ersten fünf: Präzision {p}, Trefferquote {r}</translation>
    </message>
    <message>
        <source>The labels have changed since: measure again.</source>
        <translation>Die Labels haben sich seitdem geändert: Bitte neu messen.</translation>
    </message>
</context>
<context>
    <name>FailuresControl</name>
    <message>
        <source>Every file in the library could be read.</source>
        <translation>Jede Datei der Bibliothek konnte gelesen werden.</translation>
    </message>
</context>
<context>
    <name>FailuresDialog</name>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>Files and reasons</source>
        <translation>Dateien und Gründe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all</source>
        <translation>Die markierten Zeilen kopieren, sonst alle</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Index these files again</source>
        <translation>Diese Dateien noch einmal indizieren</translation>
    </message>
    <message>
        <source>This library can be read but not written.</source>
        <translation>Diese Bibliothek kann gelesen, aber nicht geändert werden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>Diese Liste schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln Datei konnte nicht gelesen werden</numerusform>
            <numerusform>%Ln Dateien konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were read in part</source>
        <translation>
            <numerusform>%Ln Datei wurde teilweise gelesen</numerusform>
            <numerusform>%Ln Dateien wurden teilweise gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest of the library is not touched. Nothing is changed or deleted on the disk.</source>
        <translation>Der Rest der Bibliothek bleibt unberührt. Auf dem Datenträger wird nichts geändert oder gelöscht.</translation>
    </message>
</context>
<context>
    <name>FailuresModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why it could not be read</source>
        <translation>Warum sie nicht gelesen werden konnte</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip of the query</source>
        <translation>Filmstreifen der Suchvorlage</translation>
    </message>
    <message>
        <source>Start of the part to search by</source>
        <translation>Anfang des Ausschnitts, mit dem gesucht wird</translation>
    </message>
    <message>
        <source>End of the part to search by</source>
        <translation>Ende des Ausschnitts, mit dem gesucht wird</translation>
    </message>
</context>
<context>
    <name>FolderDelegate</name>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Drop folders of videos here</source>
        <translation>Ordner mit Videos hier ablegen</translation>
    </message>
</context>
<context>
    <name>FolderWizard</name>
    <message>
        <source>Add folders of videos</source>
        <translation>Ordner mit Videos hinzufügen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>Zurück zur vorigen Seite</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>On to the next page</source>
        <translation>Weiter zur nächsten Seite</translation>
    </message>
    <message>
        <source>Start indexing</source>
        <translation>Indizieren beginnen</translation>
    </message>
    <message>
        <source>Close this window and index in the background</source>
        <translation>Dieses Fenster schließen und im Hintergrund indizieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close this window and change nothing</source>
        <translation>Dieses Fenster schließen und nichts ändern</translation>
    </message>
    <message>
        <source>done in about {time}</source>
        <translation>fertig in etwa {time}</translation>
    </message>
</context>
<context>
    <name>FoldersModel</name>
    <message>
        <source>All videos</source>
        <translation>Alle Videos</translation>
    </message>
    <message>
        <source>This folder is not there now. Its videos stay in the library.</source>
        <translation>Dieser Ordner ist gerade nicht da. Seine Videos bleiben in der Bibliothek.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln Video</numerusform>
            <numerusform>%Ln Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to index</source>
        <translation>
            <numerusform>%Ln noch zu indizieren</numerusform>
            <numerusform>%Ln noch zu indizieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln konnte nicht gelesen werden</numerusform>
            <numerusform>%Ln konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer on the disk</source>
        <translation>
            <numerusform>%Ln nicht mehr auf dem Datenträger</numerusform>
            <numerusform>%Ln nicht mehr auf dem Datenträger</numerusform>
        </translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Which folders hold your videos?</source>
        <translation>In welchen Ordnern sind Ihre Videos?</translation>
    </message>
    <message>
        <source>vhdesk only reads them. Nothing is changed or moved, nothing leaves this computer.</source>
        <translation>vhdesk liest sie nur. Nichts wird geändert oder verschoben, nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Folders to add</source>
        <translation>Ordner, die hinzugefügt werden</translation>
    </message>
    <message>
        <source>Drop folders here; Delete takes the selected ones off the list.</source>
        <translation>Ordner hier ablegen; Entf nimmt die markierten von der Liste.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose a folder to add to the list</source>
        <translation>Einen Ordner für die Liste wählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the selected folders off the list</source>
        <translation>Die markierten Ordner von der Liste nehmen</translation>
    </message>
    <message>
        <source>{name} is not there. Check its name, or connect its drive.</source>
        <translation>{name} ist nicht da. Prüfen Sie den Namen, oder schließen Sie das Laufwerk an.</translation>
    </message>
    <message>
        <source>{name} is in the list already.</source>
        <translation>{name} steht schon auf der Liste.</translation>
    </message>
    <message>
        <source>Choose a folder of videos</source>
        <translation>Einen Ordner mit Videos wählen</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>What is in these folders</source>
        <translation>Was in diesen Ordnern ist</translation>
    </message>
    <message>
        <source>A look at names, sizes and a few of the files. Nothing is stored yet.</source>
        <translation>Ein Blick auf Namen, Größen und einige der Dateien. Noch wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Progress of the look at the folders</source>
        <translation>Fortschritt beim Ansehen der Ordner</translation>
    </message>
    <message>
        <source>Videos to read</source>
        <translation>Zu lesende Videos</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time to index</source>
        <translation>Dauer des Indizierens</translation>
    </message>
    <message>
        <source>The library grows by</source>
        <translation>Die Bibliothek wächst um</translation>
    </message>
    <message>
        <source>PASSED OVER</source>
        <translation>ÜBERGANGEN</translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <translation>Videos werden gesucht …</translation>
    </message>
    <message>
        <source>Opening some of them to learn their length…</source>
        <translation>Einige werden geöffnet, um ihre Länge zu erfahren …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) so far</source>
        <translation>
            <numerusform>bisher %Ln Video</numerusform>
            <numerusform>bisher %Ln Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>These folders cannot be looked at.</source>
        <translation>Diese Ordner können nicht angesehen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln Video</numerusform>
            <numerusform>%Ln Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in the library already.</source>
        <translation>Alles ist schon in der Bibliothek.</translation>
    </message>
    <message>
        <source>No video was found.</source>
        <translation>Es wurde kein Video gefunden.</translation>
    </message>
    <message>
        <source>{length} in {videos}</source>
        <translation>{length} in {videos}</translation>
    </message>
    <message>
        <source>About {length} in {videos}</source>
        <translation>Etwa {length} in {videos}</translation>
    </message>
    <message>
        <source>being measured…</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>about {value}</source>
        <translation>etwa {value}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) in the library already</source>
        <translation>
            <numerusform>%Ln Video schon in der Bibliothek</numerusform>
            <numerusform>%Ln Videos schon in der Bibliothek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s); the next page can add them</source>
        <translation>
            <numerusform>%Ln Bild; die nächste Seite kann es hinzunehmen</numerusform>
            <numerusform>%Ln Bilder; die nächste Seite kann sie hinzunehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subfolder(s)</source>
        <translation>
            <numerusform>%Ln Unterordner</numerusform>
            <numerusform>%Ln Unterordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) left out by name</source>
        <translation>
            <numerusform>%Ln Eintrag nach Namen ausgelassen</numerusform>
            <numerusform>%Ln Einträge nach Namen ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden file(s) or folder(s)</source>
        <translation>
            <numerusform>%Ln versteckte Datei oder versteckter Ordner</numerusform>
            <numerusform>%Ln versteckte Dateien oder Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further name(s) of the same files</source>
        <translation>
            <numerusform>%Ln weiterer Name derselben Dateien</numerusform>
            <numerusform>%Ln weitere Namen derselben Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) whose content is in a cloud only</source>
        <translation>
            <numerusform>%Ln Datei, deren Inhalt nur in einer Cloud ist</numerusform>
            <numerusform>%Ln Dateien, deren Inhalt nur in einer Cloud ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that could not be read before</source>
        <translation>
            <numerusform>%Ln Datei, die schon früher nicht gelesen werden konnte</numerusform>
            <numerusform>%Ln Dateien, die schon früher nicht gelesen werden konnten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are no videos by their name</source>
        <translation>
            <numerusform>%Ln Datei, die dem Namen nach kein Video ist</numerusform>
            <numerusform>%Ln Dateien, die dem Namen nach keine Videos sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the opened file(s) gave no picture</source>
        <translation>
            <numerusform>%Ln der geöffneten Dateien ergab kein Bild</numerusform>
            <numerusform>%Ln der geöffneten Dateien ergaben kein Bild</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IndexControl</name>
    <message>
        <source>{name} is next.</source>
        <translation>{name} ist als Nächstes an der Reihe.</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>Stopped. Everything finished is saved; rescan to go on.</source>
        <translation>Angehalten. Alles Fertige ist gespeichert; „Neu durchsuchen“ macht weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could be read only in part; Show lists them.</source>
        <translation>
            <numerusform>%Ln Datei konnte nur teilweise gelesen werden; „Zeigen“ nennt sie.</numerusform>
            <numerusform>%Ln Dateien konnten nur teilweise gelesen werden; „Zeigen“ nennt sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indexed %Ln video(s)</source>
        <translation>
            <numerusform>%Ln Video indiziert</numerusform>
            <numerusform>%Ln Videos indiziert</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to index.</source>
        <translation>Es gibt nichts Neues zu indizieren.</translation>
    </message>
    <message>
        <source>{videos} in {time} s.</source>
        <translation>{videos} in {time} s.</translation>
    </message>
</context>
<context>
    <name>IndexingBlock</name>
    <message>
        <source>Indexing progress</source>
        <translation>Fortschritt des Indizierens</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>Das Indizieren unterbrechen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop indexing</source>
        <translation>Das Indizieren anhalten</translation>
    </message>
    <message>
        <source>INDEXING</source>
        <translation>INDIZIEREN</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Sample library</source>
        <translation>Beispielbibliothek</translation>
    </message>
    <message>
        <source>Making the sample videos…</source>
        <translation>Beispielvideos werden erzeugt …</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) found</source>
        <translation>
            <numerusform>%Ln Video gefunden</numerusform>
            <numerusform>%Ln Videos gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <translation>Videos werden gesucht …</translation>
    </message>
    <message>
        <source>{n} videos/s</source>
        <translation>{n} Videos/s</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>saved {n}</source>
        <translation>{n} gespeichert</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <translation>Das Indizieren fortsetzen</translation>
    </message>
</context>
<context>
    <name>IntakeControl</name>
    <message>
        <source>Search by a video or a picture</source>
        <translation>Mit einem Video oder Bild suchen</translation>
    </message>
    <message>
        <source>The clipboard holds no file and no path of one.</source>
        <translation>Die Zwischenablage enthält weder eine Datei noch einen Pfad.</translation>
    </message>
</context>
<context>
    <name>Knob</name>
    <message>
        <source>reset</source>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>Reset {title}</source>
        <translation>{title} zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Lines of the chart</source>
        <translation>Linien des Diagramms</translation>
    </message>
    <message>
        <source>Tick the lines that are shown</source>
        <translation>Gezeigte Linien ankreuzen</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Folders of the library</source>
        <translation>Ordner der Bibliothek</translation>
    </message>
    <message>
        <source>+ Add folder…</source>
        <translation>+ Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>Einen Ordner zur Bibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the files that could not be read</source>
        <translation>Die Dateien zeigen, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>LIBRARY</source>
        <translation>BIBLIOTHEK</translation>
    </message>
    <message>
        <source>This library can be read but not written.</source>
        <translation>Diese Bibliothek kann gelesen, aber nicht geändert werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln Datei konnte nicht gelesen werden</numerusform>
            <numerusform>%Ln Dateien konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were read in part</source>
        <translation>
            <numerusform>%Ln Datei wurde teilweise gelesen</numerusform>
            <numerusform>%Ln Dateien wurden teilweise gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rescan all folders</source>
        <translation>Alle Ordner neu durchsuchen</translation>
    </message>
    <message>
        <source>Rescan this folder</source>
        <translation>Diesen Ordner neu durchsuchen</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
</context>
<context>
    <name>LicenceBox</name>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>“{name}” comes under this licence: {licence}</source>
        <translation>„{name}“ steht unter dieser Lizenz: {licence}</translation>
    </message>
    <message>
        <source>It is asked once for all weights under the same words. They come from {source}.</source>
        <translation>Für alle Gewichte unter demselben Wortlaut wird nur einmal gefragt. Sie kommen von {source}.</translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation>Annehmen und herunterladen</translation>
    </message>
    <message>
        <source>Accept the licence and download the weights</source>
        <translation>Die Lizenz annehmen und die Gewichte herunterladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Download nothing</source>
        <translation>Nichts herunterladen</translation>
    </message>
</context>
<context>
    <name>LogDock</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Least level that is shown</source>
        <translation>Niedrigste Stufe, die gezeigt wird</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>Die markierten Zeilen kopieren, sonst alle gezeigten</translation>
    </message>
    <message>
        <source>Copy diagnostics…</source>
        <translation>Diagnose kopieren …</translation>
    </message>
    <message>
        <source>Show and copy what a report about a fault needs</source>
        <translation>Zeigen und kopieren, was eine Fehlermeldung braucht</translation>
    </message>
    <message>
        <source>Lines of the log, the newest last</source>
        <translation>Zeilen des Protokolls, die neueste zuletzt</translation>
    </message>
    <message>
        <source>No line of the log is like that.</source>
        <translation>Keine Zeile des Protokolls passt dazu.</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>Noch wurde nichts protokolliert.</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Choose a library</source>
        <translation>Eine Bibliothek wählen</translation>
    </message>
    <message>
        <source>Libraries (*.vhdesk);;All files (*)</source>
        <translation>Bibliotheken (*.vhdesk);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This library can be read but not written: folders cannot be added.</source>
        <translation>Diese Bibliothek kann gelesen, aber nicht geändert werden: Ordner können nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation>Es wurde kein Dateimanager gefunden.</translation>
    </message>
    <message>
        <source>Stopping, then closing…</source>
        <translation>Wird angehalten und dann geschlossen …</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open query…</source>
        <translation>&amp;Suchvorlage öffnen …</translation>
    </message>
    <message>
        <source>&amp;Paste query or folder</source>
        <translation>Vorlage oder Ordner &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>&amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Export results…</source>
        <translation>Ergebnisse &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Rescan all folders</source>
        <translation>Alle Ordner &amp;neu durchsuchen</translation>
    </message>
    <message>
        <source>Find &amp;duplicates</source>
        <translation>&amp;Duplikate finden</translation>
    </message>
    <message>
        <source>&amp;Failures…</source>
        <translation>&amp;Fehlschläge …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Back to the query before</source>
        <translation>&amp;Zurück zur vorigen Suchvorlage</translation>
    </message>
    <message>
        <source>&amp;Forward to the next query</source>
        <translation>&amp;Vor zur nächsten Suchvorlage</translation>
    </message>
    <message>
        <source>&amp;Search dark, flat and still stretches too</source>
        <translation>Auch dunkle, einfarbige und &amp;stehende Strecken durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>T&amp;une panel</source>
        <translation>Feineinste&amp;llung</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>Dia&amp;gramme</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics…</source>
        <translation>&amp;Diagnose kopieren …</translation>
    </message>
    <message>
        <source>&amp;About vhdesk</source>
        <translation>Ü&amp;ber vhdesk</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>ModelsControl</name>
    <message>
        <source>Videos are being indexed, or something is trained. Wait until that is done.</source>
        <translation>Es werden Videos indiziert, oder es wird etwas trainiert. Warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation>Es wurde kein Dateimanager gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) cannot be used as they are.</source>
        <translation>
            <numerusform>%Ln Modell ist so nicht zu gebrauchen.</numerusform>
            <numerusform>%Ln Modelle sind so nicht zu gebrauchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files are as they should be.</source>
        <translation>Alle Dateien sind, wie sie sein sollen.</translation>
    </message>
    <message>
        <source>“{name}” was downloaded and checked.</source>
        <translation>„{name}“ wurde heruntergeladen und geprüft.</translation>
    </message>
    <message>
        <source>Import “{name}”</source>
        <translation>„{name}“ importieren</translation>
    </message>
    <message>
        <source>Weights (*.pth *.pt *.pyth *.safetensors);;All files (*)</source>
        <translation>Gewichte (*.pth *.pt *.pyth *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No browser was found.</source>
        <translation>Es wurde kein Browser gefunden.</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>{size} sind wieder frei.</translation>
    </message>
    <message>
        <source>{file} was imported.</source>
        <translation>{file} wurde importiert.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>A system turns videos into codes. Weights are nets that others have published, which systems can be built on and trained from; nothing is fetched before you ask for it.</source>
        <translation>Ein System macht aus Videos Codes. Gewichte sind von anderen veröffentlichte Netze, auf denen Systeme aufbauen und mit denen sie trainiert werden können; ohne Ihren Wunsch wird nichts geholt.</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>Compare all installed files with their hashes</source>
        <translation>Alle installierten Dateien mit ihren Prüfsummen vergleichen</translation>
    </message>
    <message>
        <source>Mirror and proxy…</source>
        <translation>Spiegel und Proxy …</translation>
    </message>
    <message>
        <source>Show the settings of downloads: mirror and proxy</source>
        <translation>Die Einstellungen für Downloads zeigen: Spiegel und Proxy</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Search weights</source>
        <translation>Gewichte suchen</translation>
    </message>
    <message>
        <source>The models are being looked up…</source>
        <translation>Die Modelle werden nachgesehen …</translation>
    </message>
    <message>
        <source>{size} on the disk</source>
        <translation>{size} auf der Platte</translation>
    </message>
    <message>
        <source>Nothing was downloaded or trained yet</source>
        <translation>Noch nichts heruntergeladen oder trainiert</translation>
    </message>
    <message>
        <source>No weights have these words.</source>
        <translation>Keine Gewichte enthalten diese Wörter.</translation>
    </message>
</context>
<context>
    <name>OptionField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose: {title}</source>
        <translation>Auswählen: {title}</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Add to: {title}</source>
        <translation>Hinzufügen zu: {title}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take the selected off: {title}</source>
        <translation>Ausgewählte wegnehmen: {title}</translation>
    </message>
    <message>
        <source>Whole numbers with commas between them, please.</source>
        <translation>Bitte ganze Zahlen mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>A whole number, please.</source>
        <translation>Bitte eine ganze Zahl.</translation>
    </message>
    <message>
        <source>A number, please.</source>
        <translation>Bitte eine Zahl.</translation>
    </message>
    <message>
        <source>At least {low}, please.</source>
        <translation>Bitte mindestens {low}.</translation>
    </message>
    <message>
        <source>From {low} to {high}, please.</source>
        <translation>Bitte von {low} bis {high}.</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>How to index them</source>
        <translation>Wie sie indiziert werden</translation>
    </message>
    <message>
        <source>What is recommended is set. Everything can be changed later.</source>
        <translation>Eingestellt ist, was empfohlen wird. Alles kann später geändert werden.</translation>
    </message>
    <message>
        <source>Subfolders too</source>
        <translation>Auch Unterordner</translation>
    </message>
    <message>
        <source>Recommended: new subfolders are noticed by themselves.</source>
        <translation>Empfohlen: Neue Unterordner werden von selbst bemerkt.</translation>
    </message>
    <message>
        <source>Labels from folder names</source>
        <translation>Labels aus Ordnernamen</translation>
    </message>
    <message>
        <source>The first folder below each one becomes the label of its videos: for charts and filters.</source>
        <translation>Der erste Ordner unter jedem wird zum Label seiner Videos: für Diagramme und Filter.</translation>
    </message>
    <message>
        <source>Pictures too</source>
        <translation>Auch Bilder</translation>
    </message>
    <message>
        <source>Every picture counts as a video of one frame. This goes for the whole library.</source>
        <translation>Jedes Bild zählt als Video aus einem Einzelbild. Das gilt für die ganze Bibliothek.</translation>
    </message>
    <message>
        <source>Nothing; or names such as *trailer*, private/*</source>
        <translation>Nichts; oder Namen wie *trailer*, privat/*</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Names or paths below the folders that are left out, with * and ?, separated by commas.</source>
        <translation>Namen oder Pfade unter den Ordnern, die ausgelassen werden, mit * und ?, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>being measured…</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>The encoder is being measured</source>
        <translation>Der Encoder wird gemessen</translation>
    </message>
    <message>
        <source>To be indexed</source>
        <translation>Zu indizieren</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>{device}, {engine} {precision}: about {n} segments a second</source>
        <translation>{device}, {engine} {precision}: etwa {n} Segmente in der Sekunde</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Picture of the query</source>
        <translation>Bild der Suchvorlage</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>{line}: {y} {value} at {x} {where}</source>
        <translation>{line}: {y} {value} bei {x} {where}</translation>
    </message>
    <message>
        <source>(95 %: {low} to {high})</source>
        <translation>(95 %: {low} bis {high})</translation>
    </message>
    <message>
        <source>{name}, bit {bit}: place {n} of {all}</source>
        <translation>{name}, Bit {bit}: Platz {n} von {all}</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>zählt</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>zählt nicht</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the measurement</source>
        <translation>Die Messung abbrechen</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>Learning categories</source>
        <translation>Kategorien lernen</translation>
    </message>
    <message>
        <source>Category masks</source>
        <translation>Kategoriemasken</translation>
    </message>
    <message>
        <source>Re-ranking</source>
        <translation>Neu ordnen</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}: {done} von {total}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message>
        <source>Back to the query before</source>
        <translation>Zurück zur vorigen Suchvorlage</translation>
    </message>
    <message>
        <source>Forward to the next query</source>
        <translation>Vor zur nächsten Suchvorlage</translation>
    </message>
    <message>
        <source>Whole video</source>
        <translation>Ganzes Video</translation>
    </message>
    <message>
        <source>Search by the whole video</source>
        <translation>Mit dem ganzen Video suchen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Search by the same file again</source>
        <translation>Noch einmal mit derselben Datei suchen</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Choose another file to search by</source>
        <translation>Eine andere Datei wählen, mit der gesucht wird</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Put the query away</source>
        <translation>Die Suchvorlage weglegen</translation>
    </message>
    <message>
        <source>Back to {name} (Alt+Left)</source>
        <translation>Zurück zu {name} (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward to {name} (Alt+Right)</source>
        <translation>Vor zu {name} (Alt+Rechts)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more wait(s)</source>
        <translation>
            <numerusform>%Ln weitere wartet</numerusform>
            <numerusform>%Ln weitere warten</numerusform>
        </translation>
    </message>
    <message>
        <source>{range} of {length}</source>
        <translation>{range} von {length}</translation>
    </message>
    <message>
        <source>Waiting for the library…</source>
        <translation>Wartet auf die Bibliothek …</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>searching with this picture</source>
        <translation>gesucht wird mit diesem Bild</translation>
    </message>
    <message>
        <source>searching with {range} of {length}</source>
        <translation>gesucht wird mit {range} von {length}</translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message>
        <source>Nothing similar found</source>
        <translation>Nichts Ähnliches gefunden</translation>
    </message>
    <message>
        <source>Try another video or picture.</source>
        <translation>Versuchen Sie ein anderes Video oder Bild.</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>Noch nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>Drop another video or picture anywhere on the window.</source>
        <translation>Legen Sie ein anderes Video oder Bild irgendwo auf dem Fenster ab.</translation>
    </message>
    <message>
        <source>Space compares side by side · Enter opens at the matching second · drop a result on the query</source>
        <translation>Leertaste vergleicht nebeneinander · Eingabe öffnet an der passenden Sekunde · ein Ergebnis auf die Suchvorlage ziehen</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>Zurück zu {name}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) filtered out.</source>
        <translation>
            <numerusform>%Ln Ergebnis ist ausgefiltert.</numerusform>
            <numerusform>%Ln Ergebnisse sind ausgefiltert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No result passes the filter</source>
        <translation>Kein Ergebnis passt zum Filter</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Show all results</source>
        <translation>Alle Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>Einen Ordner zur Bibliothek hinzufügen</translation>
    </message>
</context>
<context>
    <name>RelevanceControl</name>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln Video</numerusform>
            <numerusform>%Ln Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: relevant. Ctrl+Z takes it back.</source>
        <translation>{name}: relevant. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>{name}: not a match; later searches by this query leave it out. Ctrl+Z takes it back.</source>
        <translation>{name}: kein Treffer; spätere Suchen mit dieser Suchvorlage lassen es weg. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>{name}: nothing is said of it any more.</source>
        <translation>{name}: nicht mehr markiert.</translation>
    </message>
    <message>
        <source>The last mark was taken back.</source>
        <translation>Die letzte Markierung wurde zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>RemoveBox</name>
    <message>
        <source>Remove weights?</source>
        <translation>Gewichte entfernen?</translation>
    </message>
    <message>
        <source>Remove “{name}” from this computer?</source>
        <translation>„{name}“ von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>{size} become free. What was made with these weights stays; to use them again they must be got again.</source>
        <translation>{size} werden frei. Was mit diesen Gewichten gemacht wurde, bleibt; um sie wieder zu benutzen, müssen sie neu geholt werden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the weights</source>
        <translation>Die Gewichte entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the weights</source>
        <translation>Die Gewichte behalten</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{name} is not there now. Rescan the library, or connect its drive.</source>
        <translation>{name} ist gerade nicht da. Durchsuchen Sie die Bibliothek neu, oder schließen Sie das Laufwerk an.</translation>
    </message>
    <message>
        <source>No program was found that opens {name}.</source>
        <translation>Es wurde kein Programm gefunden, das {name} öffnet.</translation>
    </message>
    <message>
        <source>Opened {name} at {moment}.</source>
        <translation>{name} bei {moment} geöffnet.</translation>
    </message>
    <message>
        <source>Opened at the beginning; the match is at {moment}.</source>
        <translation>Am Anfang geöffnet; die Übereinstimmung ist bei {moment}.</translation>
    </message>
    <message>
        <source>The folder could not be shown.</source>
        <translation>Der Ordner konnte nicht gezeigt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) copied.</source>
        <translation>
            <numerusform>%Ln Pfad wurde kopiert.</numerusform>
            <numerusform>%Ln Pfade wurden kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) with time copied.</source>
        <translation>
            <numerusform>%Ln Pfad wurde mit Zeit kopiert.</numerusform>
            <numerusform>%Ln Pfade wurden mit Zeit kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Use for this library…</source>
        <translation>Für diese Bibliothek benutzen …</translation>
    </message>
    <message>
        <source>Use the new system for the library</source>
        <translation>Das neue System für die Bibliothek benutzen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with this training</source>
        <translation>Dieses Training fortsetzen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of the new system</source>
        <translation>Den Ordner des neuen Systems öffnen</translation>
    </message>
    <message>
        <source>Stopped. “{name}” cannot be used yet: it was stopped before its codes were trained.</source>
        <translation>Angehalten. „{name}“ ist noch nicht zu gebrauchen: Die Codes wurden noch nicht trainiert.</translation>
    </message>
    <message>
        <source>Stopped. The best of “{name}” so far is kept, and can be used.</source>
        <translation>Angehalten. Das Beste von „{name}“ bisher ist erhalten und kann benutzt werden.</translation>
    </message>
    <message>
        <source>“{name}” is trained.</source>
        <translation>„{name}“ ist trainiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) gave nothing to train on; the log names them.</source>
        <translation>
            <numerusform>%Ln Datei gab nichts zum Trainieren her; das Protokoll nennt sie.</numerusform>
            <numerusform>%Ln Dateien gaben nichts zum Trainieren her; das Protokoll nennt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>It took {time} and lies in {folder}.</source>
        <translation>Es hat {time} gedauert und liegt in {folder}.</translation>
    </message>
    <message>
        <source>On what was held out: {values}.</source>
        <translation>Auf dem Zurückgehaltenen: {values}.</translation>
    </message>
    <message>
        <source>It lies outside of your data: put its folder among the models to use it here.</source>
        <translation>Es liegt außerhalb Ihrer Daten: Legen Sie den Ordner zu den Modellen, um es hier zu benutzen.</translation>
    </message>
    <message>
        <source>What was done is kept: it can go on from there.</source>
        <translation>Was getan ist, bleibt erhalten: Es kann von dort weitergehen.</translation>
    </message>
    <message>
        <source>Nothing was trained.</source>
        <translation>Es wurde nichts trainiert.</translation>
    </message>
    <message>
        <source>Cancelled: nothing of it is kept.</source>
        <translation>Abgebrochen: Nichts davon bleibt.</translation>
    </message>
</context>
<context>
    <name>ResultControl</name>
    <message numerus="yes">
        <source>%Ln file(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln Datei wurde in den Papierkorb gelegt.</numerusform>
            <numerusform>%Ln Dateien wurden in den Papierkorb gelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} could not be moved: its drive has no trash or may not be written. It is unchanged.</source>
        <translation>{name} konnte nicht verschoben werden: Das Laufwerk hat keinen Papierkorb oder ist schreibgeschützt. Die Datei ist unverändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be moved: no trash on the drive, or not writable.</source>
        <translation>
            <numerusform>%Ln Datei konnte nicht verschoben werden: Ihr Laufwerk hat keinen Papierkorb oder ist schreibgeschützt.</numerusform>
            <numerusform>%Ln Dateien konnten nicht verschoben werden: Ihr Laufwerk hat keinen Papierkorb oder ist schreibgeschützt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library notices at its next scan.</source>
        <translation>Die Bibliothek merkt es beim nächsten Durchsuchen.</translation>
    </message>
    <message>
        <source>There are no results to export: search first.</source>
        <translation>Es gibt keine Ergebnisse zum Exportieren: Bitte zuerst suchen.</translation>
    </message>
    <message>
        <source>Table (*.csv);;JSON (*.json)</source>
        <translation>Tabelle (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the results</source>
        <translation>Die Ergebnisse exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) written to {name}.</source>
        <translation>
            <numerusform>%Ln Ergebnis wurde in {name} geschrieben.</numerusform>
            <numerusform>%Ln Ergebnisse wurden in {name} geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>Hamming {n}</source>
        <translation>Hamming {n}</translation>
    </message>
    <message>
        <source>cosine {n}</source>
        <translation>Kosinus {n}</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>✓ relevant</source>
        <translation>✓ relevant</translation>
    </message>
    <message>
        <source>✕ no match</source>
        <translation>✕ kein Treffer</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
</context>
<context>
    <name>ResultFilters</name>
    <message>
        <source>Filter by name or folder</source>
        <translation>Nach Name oder Ordner filtern</translation>
    </message>
    <message>
        <source>Show only results whose path holds this</source>
        <translation>Nur Ergebnisse zeigen, deren Pfad dies enthält</translation>
    </message>
    <message>
        <source>Show only results of a folder</source>
        <translation>Nur Ergebnisse eines Ordners zeigen</translation>
    </message>
    <message>
        <source>Show only results with a label</source>
        <translation>Nur Ergebnisse mit einem Label zeigen</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>Reihenfolge der Ergebnisse</translation>
    </message>
    <message>
        <source>by video</source>
        <translation>je Video</translation>
    </message>
    <message>
        <source>One result for each video; otherwise every segment is one</source>
        <translation>Ein Ergebnis je Video; sonst ist jedes Segment eines</translation>
    </message>
    <message>
        <source>Size of the results</source>
        <translation>Größe der Ergebnisse</translation>
    </message>
    <message>
        <source>Size of the results; Ctrl and the mouse wheel do the same</source>
        <translation>Größe der Ergebnisse; auch mit Strg und dem Mausrad</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Duration, shortest first</source>
        <translation>Dauer, kürzeste zuerst</translation>
    </message>
    <message>
        <source>Date, newest first</source>
        <translation>Datum, neueste zuerst</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>by rank</source>
        <translation>nach Rang</translation>
    </message>
    <message>
        <source>by distance</source>
        <translation>nach Abstand</translation>
    </message>
    <message>
        <source>by path</source>
        <translation>nach Pfad</translation>
    </message>
    <message>
        <source>by duration</source>
        <translation>nach Dauer</translation>
    </message>
    <message>
        <source>by date</source>
        <translation>nach Datum</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>No labels here: let folder names be labels when a folder is added</source>
        <translation>Hier gibt es keine Labels: Beim Hinzufügen eines Ordners können Ordnernamen Labels werden</translation>
    </message>
</context>
<context>
    <name>ResultsHeader</name>
    <message>
        <source>Code length</source>
        <translation>Codelänge</translation>
    </message>
    <message>
        <source>Longer codes are finer and larger.</source>
        <translation>Längere Codes sind feiner und größer.</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>Codes of {n} bits</source>
        <translation>Codes mit {n} Bit</translation>
    </message>
    <message>
        <source>Search with codes of {n} bits</source>
        <translation>Mit Codes von {n} Bit suchen</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln segment(s)</source>
        <translation>
            <numerusform>von %Ln Segment</numerusform>
            <numerusform>von %Ln Segmenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln Video</numerusform>
            <numerusform>%Ln Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) found</source>
        <translation>
            <numerusform>%Ln Segment gefunden</numerusform>
            <numerusform>%Ln Segmente gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
    <message>
        <source>{n} ms</source>
        <translation>{n} ms</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Its drive or network folder is not connected.</source>
        <translation>Das Laufwerk oder der Netzwerkordner ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Rank {rank}, {name}, from {start} to {end}, Hamming {hamming}, cosine {cosine}</source>
        <translation>Rang {rank}, {name}, von {start} bis {end}, Hamming {hamming}, Kosinus {cosine}</translation>
    </message>
    <message>
        <source>Marked as relevant.</source>
        <translation>Als relevant markiert.</translation>
    </message>
    <message>
        <source>Marked as not a match.</source>
        <translation>Als kein Treffer markiert.</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Results, best first</source>
        <translation>Ergebnisse, das beste zuerst</translation>
    </message>
    <message>
        <source>Open at the matching second</source>
        <translation>An der passenden Sekunde öffnen</translation>
    </message>
    <message>
        <source>Compare with the query</source>
        <translation>Mit der Suchvorlage vergleichen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Relevant</source>
        <translation>Relevant</translation>
    </message>
    <message>
        <source>Not a match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Undo the last mark</source>
        <translation>Letzte Markierung zurücknehmen</translation>
    </message>
    <message>
        <source>Move to trash…</source>
        <translation>In den Papierkorb legen …</translation>
    </message>
    <message>
        <source>Search by this</source>
        <translation>Hiermit suchen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy path and time</source>
        <translation>Pfad und Zeit kopieren</translation>
    </message>
</context>
<context>
    <name>SearchControl</name>
    <message numerus="yes">
        <source>%Ln more file(s) wait: go forward to search by them.</source>
        <translation>
            <numerusform>%Ln weitere Datei wartet: Mit „Vor“ wird mit ihr gesucht.</numerusform>
            <numerusform>%Ln weitere Dateien warten: Mit „Vor“ wird mit ihnen gesucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search again to look through them too.</source>
        <translation>Suchen Sie erneut, um auch sie zu durchsuchen.</translation>
    </message>
</context>
<context>
    <name>SearchingPage</name>
    <message>
        <source>Looking for copies…</source>
        <translation>Kopien werden gesucht …</translation>
    </message>
    <message>
        <source>Progress of the search for copies</source>
        <translation>Fortschritt der Suche nach Kopien</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop looking for copies</source>
        <translation>Die Suche nach Kopien anhalten</translation>
    </message>
    <message>
        <source>The codes of the library are being read.</source>
        <translation>Die Codes der Bibliothek werden gelesen.</translation>
    </message>
    <message>
        <source>{done} of {total} stretches compared</source>
        <translation>{done} von {total} Abschnitten verglichen</translation>
    </message>
    <message>
        <source>{done} of {total} pairs looked at closely</source>
        <translation>{done} von {total} Paaren genau betrachtet</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset {title} to its default</source>
        <translation>{title} auf die Vorgabe zurücksetzen</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>A change takes effect at once.</source>
        <translation>Eine Änderung wirkt sofort.</translation>
    </message>
    <message>
        <source>re-rank</source>
        <translation>neu ordnen</translation>
    </message>
    <message>
        <source>A change orders the results anew.</source>
        <translation>Eine Änderung ordnet die Ergebnisse neu.</translation>
    </message>
    <message>
        <source>re-index</source>
        <translation>neu indizieren</translation>
    </message>
    <message>
        <source>A change takes effect when the folders are indexed again.</source>
        <translation>Eine Änderung wirkt, wenn die Ordner neu indiziert werden.</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>A change takes effect when the window is opened again.</source>
        <translation>Eine Änderung wirkt, wenn das Fenster neu geöffnet wird.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Changed; the default is {value}</source>
        <translation>Geändert; die Vorgabe ist {value}</translation>
    </message>
    <message>
        <source>This is no number. The value stays {value}.</source>
        <translation>Das ist keine Zahl. Der Wert bleibt {value}.</translation>
    </message>
    <message>
        <source>From {low} to {high}, please. The value stays {value}.</source>
        <translation>Bitte von {low} bis {high}. Der Wert bleibt {value}.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Indexing</source>
        <translation>Indizieren</translation>
    </message>
    <message>
        <source>Decode processes</source>
        <translation>Decodierprozesse</translation>
    </message>
    <message>
        <source>How many videos are read at once; 0 is one less than the processor cores.</source>
        <translation>Wie viele Videos gleichzeitig gelesen werden; 0 heißt: eines weniger als Prozessorkerne.</translation>
    </message>
    <message>
        <source>Segment length</source>
        <translation>Segmentlänge</translation>
    </message>
    <message>
        <source>Milliseconds of video that share one code.</source>
        <translation>Millisekunden Video, die sich einen Code teilen.</translation>
    </message>
    <message>
        <source>Segment overlap</source>
        <translation>Segmentüberlappung</translation>
    </message>
    <message>
        <source>Milliseconds that neighbouring segments share.</source>
        <translation>Millisekunden, die benachbarte Segmente gemeinsam haben.</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Decodieren</translation>
    </message>
    <message>
        <source>fast leaves out what changes no answer, and reads key frames alone where there are plenty; fastest reads long videos by key frames alone, up to 20 times quicker, but misses much where they are seconds apart; exact reads every frame.</source>
        <translation>„schnell“ lässt aus, was keine Antwort ändert, und liest nur Schlüsselbilder, wo es viele gibt; „am schnellsten“ liest lange Videos nur nach Schlüsselbildern, bis zu 20-mal so schnell, übersieht aber viel, wo diese Sekunden auseinanderliegen; „genau“ liest jedes Einzelbild.</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>am schnellsten</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Seconds of decoding after which a stretch of a file is given up.</source>
        <translation>Sekunden, nach denen das Decodieren einer Strecke einer Datei aufgegeben wird.</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Megabytes that one decode process may take (Linux and macOS).</source>
        <translation>Megabyte, die ein Decodierprozess belegen darf (Linux und macOS).</translation>
    </message>
    <message>
        <source>Index pictures too</source>
        <translation>Auch Bilder indizieren</translation>
    </message>
    <message>
        <source>Pictures count as videos of one frame.</source>
        <translation>Bilder zählen als Videos aus einem Einzelbild.</translation>
    </message>
    <message>
        <source>Crops</source>
        <translation>Ausschnitte</translation>
    </message>
    <message>
        <source>For systems that look at clips: 1 is the middle of the picture, 10 are also its corners and all of them mirrored, which takes ten times as long; 0 is what the system has.</source>
        <translation>Für Systeme, die Clips betrachten: 1 ist die Bildmitte, 10 sind auch die Ecken und alle gespiegelt, was zehnmal so lange dauert; 0 ist, was das System vorsieht.</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>For systems that look at clips: how many of a segment at most, evenly spread; their features are averaged. 0 is what the system has.</source>
        <translation>Für Systeme, die Clips betrachten: wie viele eines Segments höchstens, gleichmäßig verteilt; ihre Merkmale werden gemittelt. 0 ist, was das System vorsieht.</translation>
    </message>
    <message>
        <source>Keep frame features</source>
        <translation>Bildmerkmale behalten</translation>
    </message>
    <message>
        <source>Keeps the features of every sampled frame (20 KB a segment) instead of one for all (1 KB).</source>
        <translation>Behält die Merkmale jedes entnommenen Bildes (20 KB je Segment) statt eines für alle (1 KB).</translation>
    </message>
    <message>
        <source>Readers per drive</source>
        <translation>Leser je Laufwerk</translation>
    </message>
    <message>
        <source>How many files of one drive are read at once; 0 is one on spinning and network drives, several on others.</source>
        <translation>Wie viele Dateien eines Laufwerks gleichzeitig gelesen werden; 0 heißt: eine auf Festplatten und Netzlaufwerken, mehrere auf anderen.</translation>
    </message>
    <message>
        <source>Fetch files from the cloud</source>
        <translation>Dateien aus der Cloud holen</translation>
    </message>
    <message>
        <source>Also reads files whose content is in a cloud, which downloads them.</source>
        <translation>Liest auch Dateien, deren Inhalt in einer Cloud ist; sie werden dabei heruntergeladen.</translation>
    </message>
    <message>
        <source>Quiet period</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Seconds that a file must not have changed before it is read: it may still be being copied.</source>
        <translation>Sekunden, die eine Datei unverändert sein muss, bevor sie gelesen wird: Sie könnte noch kopiert werden.</translation>
    </message>
    <message>
        <source>Watch folders</source>
        <translation>Ordner beobachten</translation>
    </message>
    <message>
        <source>New and changed videos are indexed by themselves.</source>
        <translation>Neue und geänderte Videos werden von selbst indiziert.</translation>
    </message>
    <message>
        <source>Look through network folders every</source>
        <translation>Netzordner durchsehen alle</translation>
    </message>
    <message>
        <source>Minutes between two looks at watched folders that cannot tell of changes themselves.</source>
        <translation>Minuten zwischen zwei Blicken in beobachtete Ordner, die Änderungen nicht selbst melden können.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>Codelänge</translation>
    </message>
    <message>
        <source>Longer codes are finer and larger.</source>
        <translation>Längere Codes sind feiner und größer.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>How many videos an answer holds in the window.</source>
        <translation>Wie viele Videos eine Antwort im Fenster enthält.</translation>
    </message>
    <message>
        <source>Search all segments</source>
        <translation>Alle Segmente durchsuchen</translation>
    </message>
    <message>
        <source>Also those that were set aside because they show next to nothing: dark, flat, frozen.</source>
        <translation>Auch die beiseitegelegten, die fast nichts zeigen: dunkle, einfarbige, stehende.</translation>
    </message>
    <message>
        <source>Group results by</source>
        <translation>Ergebnisse gruppieren nach</translation>
    </message>
    <message>
        <source>video: its best segment stands for it; segment: every segment is a result of its own.</source>
        <translation>Video: Sein bestes Segment steht für das Video; Segment: Jedes Segment ist ein eigenes Ergebnis.</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Category mask</source>
        <translation>Kategoriemaske</translation>
    </message>
    <message>
        <source>The share of the bits that counts: those that matter most for what the query shows. 1 counts all of them.</source>
        <translation>Der Anteil der Bits, die zählen: die wichtigsten für das, was die Suchvorlage zeigt. Bei 1 zählen alle.</translation>
    </message>
    <message>
        <source>Category mask from</source>
        <translation>Kategoriemaske ab</translation>
    </message>
    <message>
        <source>How sure the category of a part of the query must be; with less all bits of that part count.</source>
        <translation>Wie sicher die Kategorie eines Teils der Suchvorlage sein muss; darunter zählen alle Bits dieses Teils.</translation>
    </message>
    <message>
        <source>Re-rank by affinity</source>
        <translation>Nach Affinität neu ordnen</translation>
    </message>
    <message>
        <source>Order the nearest by their features, and keep those alike enough.</source>
        <translation>Ordnet die nächsten nach ihren Merkmalen und behält, was ähnlich genug ist.</translation>
    </message>
    <message>
        <source>Re-ranked results</source>
        <translation>Neu geordnete Ergebnisse</translation>
    </message>
    <message>
        <source>How many of the nearest are looked at.</source>
        <translation>Wie viele der nächsten betrachtet werden.</translation>
    </message>
    <message>
        <source>Least likeness</source>
        <translation>Mindestähnlichkeit</translation>
    </message>
    <message>
        <source>The cosine that re-ranked results exceed; where none does the nearest are shown all the same.</source>
        <translation>Der Kosinus, den neu geordnete Ergebnisse übertreffen; wo es keines tut, werden die nächsten trotzdem gezeigt.</translation>
    </message>
    <message>
        <source>Re-rank everything</source>
        <translation>Alles neu ordnen</translation>
    </message>
    <message>
        <source>Look for the nearest among all segments, not only among those with near codes. The first answer takes longer.</source>
        <translation>Sucht die nächsten unter allen Segmenten, nicht nur unter denen mit nahen Codes. Die erste Antwort dauert länger.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto takes CUDA, then MPS, then the CPU.</source>
        <translation>„automatisch“ nimmt CUDA, dann MPS, dann die CPU.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>cuda</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>mps</source>
        <translation>MPS</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>auto takes bfloat16 where the device computes in it. A library is searched in the precision it was made with.</source>
        <translation>„automatisch“ nimmt bfloat16, wo das Gerät darin rechnet. Eine Bibliothek wird in der Genauigkeit durchsucht, in der sie gemacht wurde.</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Mirror address</source>
        <translation>Spiegeladresse</translation>
    </message>
    <message>
        <source>Web address of a folder that holds the files of weights by their published names; empty for where each was published.</source>
        <translation>Webadresse eines Ordners, der die Gewichtsdateien unter ihren veröffentlichten Namen enthält; leer: dort, wo jede veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Web address of the proxy that downloads go through; empty for the one of the system or the environment.</source>
        <translation>Webadresse des Proxys, über den Downloads gehen; leer für den des Systems oder der Umgebung.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Light, dark or as the system.</source>
        <translation>Hell, dunkel oder wie das System.</translation>
    </message>
    <message>
        <source>system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Size of results</source>
        <translation>Größe der Ergebnisse</translation>
    </message>
    <message>
        <source>Pixels that a result is wide, about.</source>
        <translation>Etwa so viele Pixel ist ein Ergebnis breit.</translation>
    </message>
    <message>
        <source>Tune panel</source>
        <translation>Feineinstellung</translation>
    </message>
    <message>
        <source>The sliders for searches, beside the results.</source>
        <translation>Die Regler für Suchen, neben den Ergebnissen.</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Charts of what searches find on your labels, beside the results.</source>
        <translation>Diagramme dazu, was Suchen bei Ihren Labels finden, neben den Ergebnissen.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of the window. Numbers and dates follow it, too.</source>
        <translation>Die Sprache des Fensters. Auch Zahlen und Daten folgen ihr.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Percent of the size that the system gives; everything grows with it.</source>
        <translation>Prozent der Größe, die das System vorgibt; alles wächst mit.</translation>
    </message>
</context>
<context>
    <name>SettingsDock</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Open settings file</source>
        <translation>Einstellungsdatei öffnen</translation>
    </message>
    <message>
        <source>Open the settings file in an editor</source>
        <translation>Die Einstellungsdatei in einem Editor öffnen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Give every setting its default</source>
        <translation>Jeder Einstellung ihre Vorgabe geben</translation>
    </message>
    <message>
        <source>Some changes take effect when the window is opened again.</source>
        <translation>Einige Änderungen wirken, wenn das Fenster neu geöffnet wird.</translation>
    </message>
    <message>
        <source>Open again now</source>
        <translation>Jetzt neu öffnen</translation>
    </message>
    <message>
        <source>Close the window and open it again</source>
        <translation>Das Fenster schließen und neu öffnen</translation>
    </message>
    <message>
        <source>Some changes take effect when the folders are indexed again.</source>
        <translation>Einige Änderungen wirken, wenn die Ordner neu indiziert werden.</translation>
    </message>
    <message>
        <source>Index again</source>
        <translation>Neu indizieren</translation>
    </message>
    <message>
        <source>Index all folders again</source>
        <translation>Alle Ordner neu indizieren</translation>
    </message>
    <message>
        <source>The settings are as they were.</source>
        <translation>Die Einstellungen sind wie zuvor.</translation>
    </message>
    <message>
        <source>Every setting has its default.</source>
        <translation>Jede Einstellung hat ihre Vorgabe.</translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the reset of all settings</source>
        <translation>Das Zurücksetzen aller Einstellungen zurücknehmen</translation>
    </message>
    <message>
        <source>No program was found that opens {path}.</source>
        <translation>Es wurde kein Programm gefunden, das {path} öffnet.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Add a folder of videos</source>
        <translation>Ordner mit Videos hinzufügen</translation>
    </message>
    <message>
        <source>Choose a folder of videos to add</source>
        <translation>Einen Ordner mit Videos zum Hinzufügen wählen</translation>
    </message>
    <message>
        <source>Try the sample library</source>
        <translation>Beispielbibliothek ausprobieren</translation>
    </message>
    <message>
        <source>Make and search a sample library</source>
        <translation>Eine Beispielbibliothek erzeugen und durchsuchen</translation>
    </message>
    <message>
        <source>Drop a folder of videos here</source>
        <translation>Legen Sie hier einen Ordner mit Videos ab</translation>
    </message>
    <message>
        <source>vhdesk reads it once, on this computer alone. Then drop a clip or a picture, and see where it appears, to the second.</source>
        <translation>vhdesk liest ihn einmal, nur auf diesem Computer. Legen Sie dann einen Clip oder ein Bild ab, und sehen Sie sekundengenau, wo es vorkommt.</translation>
    </message>
    <message>
        <source>This library can be read but not written.</source>
        <translation>Diese Bibliothek kann gelesen, aber nicht geändert werden.</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Encoding</source>
        <translation>Codierung</translation>
    </message>
    <message>
        <source>Contents of the library</source>
        <translation>Inhalt der Bibliothek</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Encoding: starting…</source>
        <translation>Codierung: beginnt …</translation>
    </message>
    <message>
        <source>Encoding: {device}, {engine} {precision}</source>
        <translation>Codierung: {device}, {engine} {precision}</translation>
    </message>
    <message>
        <source>Encoding: not available</source>
        <translation>Codierung: nicht verfügbar</translation>
    </message>
    <message numerus="yes">
        <source>Library %Ln segment(s)</source>
        <translation>
            <numerusform>Bibliothek %Ln Segment</numerusform>
            <numerusform>Bibliothek %Ln Segmente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dark stretch(es)</source>
        <translation>
            <numerusform>%Ln dunkle Strecke</numerusform>
            <numerusform>%Ln dunkle Strecken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stretch(es) of one colour</source>
        <translation>
            <numerusform>%Ln einfarbige Strecke</numerusform>
            <numerusform>%Ln einfarbige Strecken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still stretch(es)</source>
        <translation>
            <numerusform>%Ln stehende Strecke</numerusform>
            <numerusform>%Ln stehende Strecken</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} Bit</translation>
    </message>
    <message>
        <source>{size} of codes</source>
        <translation>{size} Codes</translation>
    </message>
    <message>
        <source>{n} set aside</source>
        <translation>{n} beiseitegelegt</translation>
    </message>
    <message>
        <source>They show nothing to search for. The View menu can have them searched too.</source>
        <translation>Sie zeigen nichts, wonach man sucht. Das Menü Ansicht kann auch sie durchsuchen lassen.</translation>
    </message>
</context>
<context>
    <name>SystemPane</name>
    <message>
        <source>The files are as they should be.</source>
        <translation>Die Dateien sind, wie sie sein sollen.</translation>
    </message>
    <message>
        <source>This library</source>
        <translation>Diese Bibliothek</translation>
    </message>
    <message>
        <source>Quality on this library</source>
        <translation>Güte in dieser Bibliothek</translation>
    </message>
    <message>
        <source>Speed on this computer</source>
        <translation>Tempo auf diesem Computer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Code lengths</source>
        <translation>Codelängen</translation>
    </message>
    <message>
        <source>What it looks at</source>
        <translation>Was es ansieht</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Use for this library…</source>
        <translation>Für diese Bibliothek benutzen …</translation>
    </message>
    <message>
        <source>Use this system for the library</source>
        <translation>Dieses System für die Bibliothek benutzen</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Trainieren …</translation>
    </message>
    <message>
        <source>Train a system of your own from this one</source>
        <translation>Aus diesem ein eigenes System trainieren</translation>
    </message>
    <message>
        <source>Measure the speed</source>
        <translation>Tempo messen</translation>
    </message>
    <message>
        <source>Measure the speed of this system here</source>
        <translation>Das Tempo dieses Systems hier messen</translation>
    </message>
    <message>
        <source>Measure the quality</source>
        <translation>Güte messen</translation>
    </message>
    <message>
        <source>Measure the quality of searches on your labels</source>
        <translation>Die Güte der Suche an Ihren Labels messen</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>Dateien prüfen</translation>
    </message>
    <message>
        <source>Check the files of this system</source>
        <translation>Die Dateien dieses Systems prüfen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of this system</source>
        <translation>Den Ordner dieses Systems öffnen</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>hier trainiert</translation>
    </message>
    <message>
        <source>It is measured by labels, at least two of them: put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>Gemessen wird an Labels, mindestens zwei: Legen Sie die Videos in je einen Ordner pro Art und fügen Sie ihn mit „Labels aus Ordnernamen“ hinzu.</translation>
    </message>
    <message>
        <source>The device of the settings is not there, so this cannot be told.</source>
        <translation>Das Gerät aus den Einstellungen ist nicht da, deshalb lässt sich das nicht sagen.</translation>
    </message>
    <message>
        <source>There is no video in the library yet.</source>
        <translation>In der Bibliothek ist noch kein Video.</translation>
    </message>
    <message>
        <source>All of its videos are encoded: searches can use this system at once.</source>
        <translation>Alle ihre Videos sind codiert: Die Suche kann dieses System sofort benutzen.</translation>
    </message>
    <message numerus="yes">
        <source>None of its %Ln video(s) is encoded: they would have to be read again.</source>
        <translation>
            <numerusform>Ihr %Ln Video ist nicht codiert: Es müsste noch einmal gelesen werden.</numerusform>
            <numerusform>Keines ihrer %Ln Videos ist codiert: Sie müssten noch einmal gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of its %Ln video(s) are encoded; the others would have to be read again.</source>
        <translation>
            <numerusform>{done} von ihrem %Ln Video ist codiert; der Rest müsste noch einmal gelesen werden.</numerusform>
            <numerusform>{done} von ihren %Ln Videos sind codiert; die übrigen müssten noch einmal gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>{n} bits: mAP {value}, measured on %Ln of your videos</source>
        <translation>
            <numerusform>{n} Bit: mAP {value}, gemessen an %Ln Ihrer Videos</numerusform>
            <numerusform>{n} Bit: mAP {value}, gemessen an %Ln Ihrer Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>out of date: labels have changed</source>
        <translation>veraltet: Labels haben sich geändert</translation>
    </message>
    <message>
        <source>{speed} are encoded, on {device} with {engine} in {precision}</source>
        <translation>{speed} werden codiert, auf {device} mit {engine} in {precision}</translation>
    </message>
    <message>
        <source>{n} frames of a segment, {side} × {side} pixels</source>
        <translation>{n} Bilder eines Segments, {side} × {side} Pixel</translation>
    </message>
</context>
<context>
    <name>SystemsModel</name>
    <message>
        <source>System</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Tempo hier</translation>
    </message>
    <message>
        <source>Quality on this library</source>
        <translation>Güte in dieser Bibliothek</translation>
    </message>
    <message>
        <source>Videos encoded</source>
        <translation>Videos codiert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>one moment…</source>
        <translation>einen Moment …</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>needs weights</source>
        <translation>braucht Gewichte</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
</context>
<context>
    <name>ToolPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the library and its searches</source>
        <translation>Zurück zur Bibliothek und ihrer Suche</translation>
    </message>
</context>
<context>
    <name>ToolPages</name>
    <message>
        <source>The quality is being measured…</source>
        <translation>Die Güte wird gemessen …</translation>
    </message>
    <message>
        <source>The quality was measured.</source>
        <translation>Die Güte wurde gemessen.</translation>
    </message>
</context>
<context>
    <name>TrainingControl</name>
    <message>
        <source>No file manager was found.</source>
        <translation>Es wurde kein Dateimanager gefunden.</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Which system is trained</source>
        <translation>Welches System trainiert wird</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>Was trainiert wird</translation>
    </message>
    <message>
        <source>Which part of the system is trained</source>
        <translation>Welcher Teil des Systems trainiert wird</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Trainieren mit</translation>
    </message>
    <message>
        <source>Which videos it is trained on</source>
        <translation>Mit welchen Videos trainiert wird</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder of videos to the library</source>
        <translation>Der Bibliothek einen Ordner mit Videos hinzufügen</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training beginnen</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>Das Training beginnen</translation>
    </message>
    <message>
        <source>The videos of this library</source>
        <translation>Die Videos dieser Bibliothek</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Weniger Optionen</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Mehr Optionen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) of its videos are trained on.</source>
        <translation>
            <numerusform>Trainiert wird mit %Ln Segment ihrer Videos.</numerusform>
            <numerusform>Trainiert wird mit %Ln Segmenten ihrer Videos.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no labels, so the quality is shown by altered copies that find their original; with one folder per kind of video it would be shown as mAP, too.</source>
        <translation>Es gibt keine Labels, deshalb zeigt sich die Güte daran, wie oft veränderte Kopien ihr Original finden; mit je einem Ordner pro Art von Video auch als mAP.</translation>
    </message>
    <message>
        <source>The library is being opened…</source>
        <translation>Die Bibliothek wird geöffnet …</translation>
    </message>
    <message>
        <source>This needs at least {n} segments of video, and the library has {has}. Add a folder of videos.</source>
        <translation>Dafür braucht es mindestens {n} Videosegmente, die Bibliothek hat {has}. Fügen Sie einen Ordner mit Videos hinzu.</translation>
    </message>
    <message>
        <source>This is trained by labels: at least {n} kinds of videos, and there are {has}. Put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>Das wird mit Labels trainiert: mindestens {n} Arten von Videos, und es gibt {has}. Legen Sie die Videos in je einen Ordner pro Art und fügen Sie ihn mit „Labels aus Ordnernamen“ hinzu.</translation>
    </message>
    <message>
        <source>Add at least one folder.</source>
        <translation>Fügen Sie mindestens einen Ordner hinzu.</translation>
    </message>
</context>
<context>
    <name>TrainingLive</name>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Anhalten, Bestes behalten</translation>
    </message>
    <message>
        <source>Stop the training and keep the best so far</source>
        <translation>Das Training anhalten und das Beste bisher behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the training and keep nothing of it</source>
        <translation>Das Training abbrechen und nichts davon behalten</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>The curves are being loaded…</source>
        <translation>Die Kurven werden geladen …</translation>
    </message>
    <message>
        <source>Nothing is being trained</source>
        <translation>Es wird nichts trainiert</translation>
    </message>
    <message>
        <source>Training makes a system of its own beside those that there are, so nothing can get worse: try it, compare, switch back. It runs in the background; the window can be used meanwhile.</source>
        <translation>Training macht ein eigenes System neben denen, die da sind; nichts kann schlechter werden: ausprobieren, vergleichen, zurückwechseln. Es läuft im Hintergrund, das Fenster ist währenddessen benutzbar.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Quality on what is held out</source>
        <translation>Güte auf dem Zurückgehaltenen</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Vorbereiten …</translation>
    </message>
    <message>
        <source>Reading videos</source>
        <translation>Videos lesen</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>Bilder lesen</translation>
    </message>
    <message>
        <source>Encoding the videos and altered copies</source>
        <translation>Videos und veränderte Kopien codieren</translation>
    </message>
    <message>
        <source>Encoding the pictures and altered copies</source>
        <translation>Bilder und veränderte Kopien codieren</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}: {done} von {total}</translation>
    </message>
    <message>
        <source>{what}: {done}</source>
        <translation>{what}: {done}</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <source>Step {n}</source>
        <translation>Schritt {n}</translation>
    </message>
    <message>
        <source>loss {loss} · {n} steps a second · pass {epoch} over the data</source>
        <translation>Verlust {loss} · {n} Schritte pro Sekunde · Durchgang {epoch} durch die Daten</translation>
    </message>
    <message>
        <source>The best so far: {what} {value}, at step {n}</source>
        <translation>Das Beste bisher: {what} {value}, bei Schritt {n}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Anhalten …</translation>
    </message>
    <message>
        <source>The training has ended</source>
        <translation>Das Training ist zu Ende</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Makes a system of your own from one that there is. Nothing leaves this computer.</source>
        <translation>Macht aus einem vorhandenen System ein eigenes. Nichts verlässt diesen Computer.</translation>
    </message>
</context>
<context>
    <name>TrashBox</name>
    <message>
        <source>Move to trash?</source>
        <translation>In den Papierkorb legen?</translation>
    </message>
    <message>
        <source>Move “{name}” to the trash?</source>
        <translation>„{name}“ in den Papierkorb legen?</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the trash?</source>
        <translation>
            <numerusform>%Ln Datei in den Papierkorb legen?</numerusform>
            <numerusform>%Ln Dateien in den Papierkorb legen?</numerusform>
        </translation>
    </message>
    <message>
        <source>{question} It frees {size}.</source>
        <translation>{question} Das macht {size} frei.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave the results; the system&apos;s trash can give them back.</source>
        <translation>Sie verschwinden aus den Ergebnissen; der Papierkorb des Systems kann sie zurückgeben.</translation>
    </message>
    <message>
        <source>It leaves the results; the system&apos;s trash can give it back.</source>
        <translation>Es verschwindet aus den Ergebnissen; der Papierkorb des Systems kann es zurückgeben.</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei verschieben</numerusform>
            <numerusform>%Ln Dateien verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
</context>
<context>
    <name>TrimHandle</name>
    <message>
        <source>Drag, or press the arrow keys: 0.1 s, with Shift 1 s</source>
        <translation>Ziehen oder Pfeiltasten: 0,1 s, mit Umschalt 1 s</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Rebuild what can be read</source>
        <translation>Lesbares wiederherstellen</translation>
    </message>
    <message>
        <source>Rebuild the library from what can still be read</source>
        <translation>Die Bibliothek aus dem wiederherstellen, was noch lesbar ist</translation>
    </message>
    <message>
        <source>Choose another library…</source>
        <translation>Andere Bibliothek wählen …</translation>
    </message>
    <message>
        <source>Choose another library file</source>
        <translation>Eine andere Bibliotheksdatei wählen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try to open this library again</source>
        <translation>Noch einmal versuchen, diese Bibliothek zu öffnen</translation>
    </message>
    <message>
        <source>Rebuilding keeps the damaged file beside the new one and deletes nothing.</source>
        <translation>Das Wiederherstellen behält die beschädigte Datei neben der neuen und löscht nichts.</translation>
    </message>
    <message>
        <source>This library cannot be opened</source>
        <translation>Diese Bibliothek kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Rebuilding the library…</source>
        <translation>Die Bibliothek wird wiederhergestellt …</translation>
    </message>
    <message>
        <source>This reads the whole file and may take some minutes.</source>
        <translation>Dabei wird die ganze Datei gelesen; das kann einige Minuten dauern.</translation>
    </message>
</context>
<context>
    <name>TuneControl</name>
    <message>
        <source>This library has no categories, so all bits count.</source>
        <translation>Diese Bibliothek hat keine Kategorien, also zählen alle Bits.</translation>
    </message>
    <message>
        <source>The measurement was stopped.</source>
        <translation>Die Messung wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>TuneDock</name>
    <message>
        <source>Tune</source>
        <translation>Feineinstellung</translation>
    </message>
    <message>
        <source>What you are looking for</source>
        <translation>Wonach Sie suchen</translation>
    </message>
    <message>
        <source>Sets all of the sliders below.</source>
        <translation>Stellt alle Regler darunter ein.</translation>
    </message>
    <message>
        <source>Exact copies</source>
        <translation>Genaue Kopien</translation>
    </message>
    <message>
        <source>The same scene</source>
        <translation>Dieselbe Szene</translation>
    </message>
    <message>
        <source>The same kind of action</source>
        <translation>Dieselbe Art von Handlung</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene Einstellung</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>Codelänge</translation>
    </message>
    <message>
        <source>Longer codes are finer and larger.</source>
        <translation>Längere Codes sind feiner und größer.</translation>
    </message>
    <message>
        <source>Category mask</source>
        <translation>Kategoriemaske</translation>
    </message>
    <message>
        <source>The share of the bits that counts: those that matter for what the query shows.</source>
        <translation>Der Anteil der Bits, die zählen: die wichtigen für das, was die Suchvorlage zeigt.</translation>
    </message>
    <message>
        <source>Learn from the labels</source>
        <translation>Aus den Labels lernen</translation>
    </message>
    <message>
        <source>Learn categories from the labels</source>
        <translation>Kategorien aus den Labels lernen</translation>
    </message>
    <message>
        <source>Re-rank by affinity</source>
        <translation>Nach Affinität neu ordnen</translation>
    </message>
    <message>
        <source>Orders the nearest by their features, and keeps those that are alike enough.</source>
        <translation>Ordnet die nächsten nach ihren Merkmalen und behält, was ähnlich genug ist.</translation>
    </message>
    <message>
        <source>Re-ranked results</source>
        <translation>Neu geordnete Ergebnisse</translation>
    </message>
    <message>
        <source>How many of the nearest are looked at.</source>
        <translation>Wie viele der nächsten betrachtet werden.</translation>
    </message>
    <message>
        <source>Cosine above</source>
        <translation>Kosinus über</translation>
    </message>
    <message>
        <source>Higher keeps fewer and surer ones.</source>
        <translation>Höher behält weniger und sicherere.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all of the sliders</source>
        <translation>Alle Regler zurücksetzen</translation>
    </message>
    <message>
        <source>LOOKING FOR</source>
        <translation>GESUCHT</translation>
    </message>
    <message>
        <source>This needs categories, which can be learned from your labels.</source>
        <translation>Das braucht Kategorien; sie können aus Ihren Labels gelernt werden.</translation>
    </message>
    <message>
        <source>This needs categories, and they are learned from labels: put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>Das braucht Kategorien, und die werden aus Labels gelernt: Legen Sie die Videos in einen Ordner je Art und fügen Sie ihn mit „Labels aus Ordnernamen“ hinzu.</translation>
    </message>
    <message>
        <source>None of them is that close: they are shown all the same.</source>
        <translation>Keines ist so nah: Sie werden trotzdem gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln Ergebnis</numerusform>
            <numerusform>%Ln Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>{kept} of {all} kept</source>
        <translation>{kept} von {all} behalten</translation>
    </message>
    <message>
        <source>Not sure enough what it shows ({name}, {share}): all bits count.</source>
        <translation>Nicht sicher genug, was sie zeigt ({name}, {share}): Alle Bits zählen.</translation>
    </message>
    <message>
        <source>Taken for {names}: {n} of {all} bits count.</source>
        <translation>Gehalten für {names}: {n} von {all} Bits zählen.</translation>
    </message>
</context>
<context>
    <name>UseBox</name>
    <message>
        <source>Use another system?</source>
        <translation>Ein anderes System benutzen?</translation>
    </message>
    <message>
        <source>Use “{name}” for this library?</source>
        <translation>„{name}“ für diese Bibliothek benutzen?</translation>
    </message>
    <message>
        <source>The library is opened again; searches then use its codes.</source>
        <translation>Die Bibliothek wird neu geöffnet; die Suche benutzt dann seine Codes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) have no codes of it yet: they are read again in the background, and found from then on.</source>
        <translation>
            <numerusform>%Ln Video hat noch keine Codes davon: Es wird im Hintergrund noch einmal gelesen und danach gefunden.</numerusform>
            <numerusform>%Ln Videos haben noch keine Codes davon: Sie werden im Hintergrund noch einmal gelesen und danach gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Encoding alone takes about {time}.</source>
        <translation>Allein das Codieren dauert etwa {time}.</translation>
    </message>
    <message>
        <source>What other systems made stays in the library: you can switch back at any time.</source>
        <translation>Was andere Systeme gemacht haben, bleibt in der Bibliothek: Sie können jederzeit zurückwechseln.</translation>
    </message>
    <message>
        <source>Use and read again</source>
        <translation>Benutzen und neu lesen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use this system</source>
        <translation>Dieses System benutzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
</context>
<context>
    <name>WeightsModel</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>Was sie sind</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>WeightsPane</name>
    <message>
        <source>The file is as it should be.</source>
        <translation>Die Datei ist, wie sie sein soll.</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Published hash</source>
        <translation>Veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Woher sie kommt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Published accuracy</source>
        <translation>Veröffentlichte Trefferquote</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the download; what came is kept</source>
        <translation>Den Download unterbrechen; was da ist, bleibt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the download and remove what came of it</source>
        <translation>Den Download abbrechen und entfernen, was da ist</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Import these weights from a file</source>
        <translation>Diese Gewichte aus einer Datei importieren</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Datei prüfen</translation>
    </message>
    <message>
        <source>Compare the file with its hash</source>
        <translation>Die Datei mit ihrer Prüfsumme vergleichen</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Quelle öffnen</translation>
    </message>
    <message>
        <source>Open the source of these weights in the browser</source>
        <translation>Die Quelle dieser Gewichte im Browser öffnen</translation>
    </message>
    <message>
        <source>none: the file is only as good as its source</source>
        <translation>keine: Die Datei ist nur so gut wie ihre Quelle</translation>
    </message>
    <message>
        <source>sha256 begins with {digits}</source>
        <translation>sha256 beginnt mit {digits}</translation>
    </message>
    <message>
        <source>agrees with the published hash</source>
        <translation>stimmt mit der veröffentlichten Prüfsumme überein</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen …</translation>
    </message>
    <message>
        <source>Download these weights</source>
        <translation>Diese Gewichte herunterladen</translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation>Weiter herunterladen</translation>
    </message>
    <message>
        <source>Go on with the download of these weights</source>
        <translation>Den Download dieser Gewichte fortsetzen</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Neu herunterladen</translation>
    </message>
    <message>
        <source>Download these weights again</source>
        <translation>Diese Gewichte neu herunterladen</translation>
    </message>
    <message>
        <source>Download {size}…</source>
        <translation>{size} herunterladen …</translation>
    </message>
    <message>
        <source>Discard what came</source>
        <translation>Verwerfen, was da ist</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove what came of the download</source>
        <translation>Entfernen, was vom Download da ist</translation>
    </message>
    <message>
        <source>Remove these weights from this computer</source>
        <translation>Diese Gewichte von diesem Computer entfernen</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Choose a file to search by</source>
        <translation>Eine Datei wählen, mit der gesucht wird</translation>
    </message>
    <message>
        <source>The library is being opened…</source>
        <translation>Die Bibliothek wird geöffnet …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) can be searched.</source>
        <translation>
            <numerusform>%Ln Video kann durchsucht werden.</numerusform>
            <numerusform>%Ln Videos können durchsucht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>More are being indexed.</source>
        <translation>Weitere werden indiziert.</translation>
    </message>
    <message>
        <source>The first videos are being indexed; what is done can be searched at once.</source>
        <translation>Die ersten Videos werden indiziert; was fertig ist, kann sofort durchsucht werden.</translation>
    </message>
    <message>
        <source>There is no video in the library yet: add a folder first.</source>
        <translation>Noch ist kein Video in der Bibliothek: Fügen Sie zuerst einen Ordner hinzu.</translation>
    </message>
    <message>
        <source>There is no video in this library, and it cannot be written.</source>
        <translation>In dieser Bibliothek ist kein Video, und sie kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Drop a video or a picture here</source>
        <translation>Legen Sie hier ein Video oder ein Bild ab</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Precision at N</source>
        <translation>Präzision bei N</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Präzision und Trefferquote</translation>
    </message>
    <message>
        <source>mAP by code length</source>
        <translation>mAP nach Codelänge</translation>
    </message>
    <message>
        <source>mAP by category mask</source>
        <translation>mAP nach Kategoriemaske</translation>
    </message>
    <message>
        <source>Re-ranking by cosine</source>
        <translation>Neu ordnen nach Kosinus</translation>
    </message>
    <message>
        <source>Bits and categories</source>
        <translation>Bits und Kategorien</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>without hashing</source>
        <translation>ohne Hashing</translation>
    </message>
    <message>
        <source>class first</source>
        <translation>Kategorie zuerst</translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} Bit</translation>
    </message>
    <message>
        <source>mask {share}</source>
        <translation>Maske {share}</translation>
    </message>
    <message>
        <source>Measured on {n} of your videos: not comparable with published tables.</source>
        <translation>Gemessen an {n} Ihrer Videos: nicht mit veröffentlichten Tabellen vergleichbar.</translation>
    </message>
    <message>
        <source>videos returned</source>
        <translation>gelieferte Videos</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>category mask, {n} bits</source>
        <translation>Kategoriemaske, {n} Bit</translation>
    </message>
    <message>
        <source>as many random bits</source>
        <translation>ebenso viele zufällige Bits</translation>
    </message>
    <message>
        <source>mask of the true category</source>
        <translation>Maske der wahren Kategorie</translation>
    </message>
    <message>
        <source>share of bits that count</source>
        <translation>Anteil der Bits, die zählen</translation>
    </message>
    <message>
        <source>precision, {k} re-ranked</source>
        <translation>Präzision, {k} neu geordnet</translation>
    </message>
    <message>
        <source>recall, {k} re-ranked</source>
        <translation>Trefferquote, {k} neu geordnet</translation>
    </message>
    <message>
        <source>nothing kept, {k} re-ranked</source>
        <translation>nichts behalten, {k} neu geordnet</translation>
    </message>
    <message>
        <source>cosine to exceed</source>
        <translation>zu übertreffender Kosinus</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>The brighter, the more the bit matters; a mask keeps those in colour.</source>
        <translation>Je heller, desto wichtiger das Bit; eine Maske behält die farbigen.</translation>
    </message>
    <message>
        <source>bit</source>
        <translation>Bit</translation>
    </message>
</context>
<context>
    <name>copies</name>
    <message>
        <source>part {stretch}</source>
        <translation>Teil {stretch}</translation>
    </message>
    <message>
        <source>same file</source>
        <translation>gleiche Datei</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>gleiches Bild</translation>
    </message>
    <message>
        <source>whole copy</source>
        <translation>ganze Kopie</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{n} Mbit/s</source>
        <translation>{n} Mbit/s</translation>
    </message>
    <message>
        <source>equal to the last byte</source>
        <translation>bis aufs letzte Byte gleich</translation>
    </message>
    <message>
        <source>{n} of {bits} bits apart</source>
        <translation>{n} von {bits} Bits entfernt</translation>
    </message>
    <message>
        <source>all are the same file; the first by name</source>
        <translation>alle sind die gleiche Datei; die erste dem Namen nach</translation>
    </message>
    <message>
        <source>whole, where another is damaged</source>
        <translation>ganz, wo eine andere beschädigt ist</translation>
    </message>
    <message>
        <source>in colour, where another is not</source>
        <translation>in Farbe, wo eine andere es nicht ist</translation>
    </message>
    <message>
        <source>no copy is better in anything that is known; the first by name</source>
        <translation>keine Kopie ist in etwas Bekanntem besser; die erste dem Namen nach</translation>
    </message>
    <message>
        <source>longest: {a} against {b}</source>
        <translation>längste: {a} gegen {b}</translation>
    </message>
    <message>
        <source>largest: {a} against {b}</source>
        <translation>größte: {a} gegen {b}</translation>
    </message>
    <message>
        <source>smoothest: {a} against {b} frames a second</source>
        <translation>flüssigste: {a} gegen {b} Bilder je Sekunde</translation>
    </message>
    <message>
        <source>highest bit rate: {a} against {b} Mbit/s</source>
        <translation>höchste Bitrate: {a} gegen {b} Mbit/s</translation>
    </message>
    <message>
        <source>codec {a} against {b}</source>
        <translation>Codec {a} gegen {b}</translation>
    </message>
    <message>
        <source>largest: {a} against {b} with black borders</source>
        <translation>größte: {a} gegen {b} mit schwarzen Rändern</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>Something went wrong inside vhdesk ({fault}).</source>
        <translation>In vhdesk ist etwas schiefgegangen ({fault}).</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>{n} s left</source>
        <translation>noch {n} s</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>noch {n} min</translation>
    </message>
    <message>
        <source>{h} h {m} min left</source>
        <translation>noch {h} h {m} min</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} h {m} min</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>{name}, trained here</source>
        <translation>{name}, hier trainiert</translation>
    </message>
    <message>
        <source>Built-in system</source>
        <translation>Eingebautes System</translation>
    </message>
    <message>
        <source>{n} segments/s</source>
        <translation>{n} Segmente/s</translation>
    </message>
    <message>
        <source>{n} segments a second</source>
        <translation>{n} Segmente pro Sekunde</translation>
    </message>
    <message>
        <source>mAP {value} at {n} bits</source>
        <translation>mAP {value} bei {n} Bit</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>downloading, {n} %</source>
        <translation>lädt, {n} %</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>zum Teil da</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>import only</source>
        <translation>nur Import</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Anhalten …</translation>
    </message>
    <message>
        <source>Waits for the download before it.</source>
        <translation>Wartet auf den Download davor.</translation>
    </message>
    <message>
        <source>{reason}; trying again…</source>
        <translation>{reason}; neuer Versuch …</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>{size} pro Sekunde</translation>
    </message>
</context>
<context>
    <name>tool words</name>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>Mirror address</source>
        <translation>Adresse des Spiegels</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Trainieren …</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>loss, held out</source>
        <translation>Verlust, zurückgehalten</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Quality on what is held out</source>
        <translation>Güte auf dem Zurückgehaltenen</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Batches a step</source>
        <translation>Batches pro Schritt</translation>
    </message>
    <message>
        <source>Share of altered pictures</source>
        <translation>Anteil veränderter Bilder</translation>
    </message>
    <message>
        <source>Decay of the weights&apos; average</source>
        <translation>Abklingen des Gewichtsmittels</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Code lengths</source>
        <translation>Codelängen</translation>
    </message>
    <message>
        <source>Steps for the codes</source>
        <translation>Schritte für die Codes</translation>
    </message>
    <message>
        <source>Crops of a picture</source>
        <translation>Ausschnitte pro Bild</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabfall</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout in every layer of the heads</source>
        <translation>Dropout in jeder Schicht der Köpfe</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Patience of the learning rate</source>
        <translation>Geduld der Lernrate</translation>
    </message>
    <message>
        <source>Stored features</source>
        <translation>Gespeicherte Merkmale</translation>
    </message>
    <message>
        <source>Folds to measure with</source>
        <translation>Teilungen zum Messen</translation>
    </message>
    <message>
        <source>Replace a system of that name</source>
        <translation>Ein System dieses Namens ersetzen</translation>
    </message>
    <message>
        <source>Frames of a segment</source>
        <translation>Bilder pro Segment</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>Eingefrorene Schichten</translation>
    </message>
    <message>
        <source>Table of recordings</source>
        <translation>Tabelle der Aufnahmen</translation>
    </message>
    <message>
        <source>Dropout of the heads</source>
        <translation>Dropout der Köpfe</translation>
    </message>
    <message>
        <source>Learning rate of the heads</source>
        <translation>Lernrate der Köpfe</translation>
    </message>
    <message>
        <source>Steps for the heads</source>
        <translation>Schritte für die Köpfe</translation>
    </message>
    <message>
        <source>Share to measure on</source>
        <translation>Anteil zum Messen</translation>
    </message>
    <message>
        <source>Folders of pictures</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>System to imitate</source>
        <translation>Nachzuahmendes System</translation>
    </message>
    <message>
        <source>What is imitated</source>
        <translation>Was nachgeahmt wird</translation>
    </message>
    <message>
        <source>Weight of the imitation</source>
        <translation>Gewicht der Nachahmung</translation>
    </message>
    <message>
        <source>Labels from folder names</source>
        <translation>Labels aus Ordnernamen</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Name of the new system</source>
        <translation>Name des neuen Systems</translation>
    </message>
    <message>
        <source>Batch norm first</source>
        <translation>Batch-Norm zuerst</translation>
    </message>
    <message>
        <source>Folder of the new system</source>
        <translation>Ordner des neuen Systems</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Pooling over time</source>
        <translation>Zusammenfassen über die Zeit</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Rechengenauigkeit</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Go on with a training that was stopped</source>
        <translation>Ein angehaltenes Training fortsetzen</translation>
    </message>
    <message>
        <source>Seed of all random choices</source>
        <translation>Startwert für alles Zufällige</translation>
    </message>
    <message>
        <source>Side of the pictures</source>
        <translation>Seitenlänge der Bilder</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Networks to imitate</source>
        <translation>Nachzuahmende Netze</translation>
    </message>
    <message>
        <source>Folders of videos</source>
        <translation>Ordner mit Videos</translation>
    </message>
    <message>
        <source>Share to choose the best by</source>
        <translation>Anteil zum Auswählen des Besten</translation>
    </message>
    <message>
        <source>Batches whose gradients make one step.</source>
        <translation>Batches, deren Gradienten einen Schritt ergeben.</translation>
    </message>
    <message>
        <source>Of the pictures, so many are cropped, darkened, blurred… as copies are.</source>
        <translation>So viele der Bilder werden wie Kopien beschnitten, verdunkelt, weichgezeichnet …, damit sie erkannt werden.</translation>
    </message>
    <message>
        <source>The average of the weights is kept; higher values look further back.</source>
        <translation>Behalten wird das Mittel der Gewichte; höhere Werte blicken weiter zurück.</translation>
    </message>
    <message>
        <source>Pictures or clips a step. Less takes less memory.</source>
        <translation>Bilder oder Clips pro Schritt. Weniger braucht weniger Speicher.</translation>
    </message>
    <message>
        <source>Multiples of 8, with commas; empty for those of the system.</source>
        <translation>Vielfache von 8, mit Kommas; leer für die des Systems.</translation>
    </message>
    <message>
        <source>How long the codes themselves are trained.</source>
        <translation>Wie lange die Codes selbst trainiert werden.</translation>
    </message>
    <message>
        <source>How many parts of every picture are looked at.</source>
        <translation>Wie viele Ausschnitte von jedem Bild angesehen werden.</translation>
    </message>
    <message>
        <source>Keeps the weights small.</source>
        <translation>Hält die Gewichte klein.</translation>
    </message>
    <message>
        <source>Of the features, so many are left out at each step.</source>
        <translation>So viele der Merkmale werden bei jedem Schritt weggelassen.</translation>
    </message>
    <message>
        <source>Otherwise at their input alone.</source>
        <translation>Sonst nur am Eingang.</translation>
    </message>
    <message>
        <source>Passes over all videos.</source>
        <translation>Durchgänge durch alle Videos.</translation>
    </message>
    <message>
        <source>It falls to a tenth after so many epochs without gain.</source>
        <translation>Sie fällt nach so vielen Epochen ohne Gewinn auf ein Zehntel.</translation>
    </message>
    <message>
        <source>A file (.npz or .safetensors) to train on instead of videos.</source>
        <translation>Eine Datei (.npz oder .safetensors), mit der statt mit Videos trainiert wird.</translation>
    </message>
    <message>
        <source>So many more trainings, each without a fifth of the recordings, for measuring.</source>
        <translation>So viele weitere Trainings, jedes ohne ein Fünftel der Aufnahmen, zum Messen.</translation>
    </message>
    <message>
        <source>Without it a system that is there stays as it is.</source>
        <translation>Sonst bleibt ein vorhandenes System, wie es ist.</translation>
    </message>
    <message>
        <source>How many frames of every segment are looked at.</source>
        <translation>Wie viele Bilder von jedem Segment angesehen werden.</translation>
    </message>
    <message>
        <source>The first layers that stay as they are.</source>
        <translation>Die ersten Schichten, die bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>A CSV file with the columns path and group: recordings are held out whole.</source>
        <translation>Eine CSV-Datei mit den Spalten path und group: Aufnahmen werden als Ganzes zurückgehalten.</translation>
    </message>
    <message>
        <source>How far each step of the heads goes.</source>
        <translation>Wie weit jeder Schritt der Köpfe geht.</translation>
    </message>
    <message>
        <source>How long the head of every code length is trained.</source>
        <translation>Wie lange der Kopf jeder Codelänge trainiert wird.</translation>
    </message>
    <message>
        <source>These recordings are not trained on; the quality is measured on them.</source>
        <translation>Mit diesen Aufnahmen wird nicht trainiert; an ihnen wird die Güte gemessen.</translation>
    </message>
    <message>
        <source>Pictures below these folders are looked at, too.</source>
        <translation>Bilder unter diesen Ordnern werden auch angesehen.</translation>
    </message>
    <message>
        <source>A trained system of the same kind, by name; empty for none.</source>
        <translation>Ein trainiertes System derselben Art, mit Namen; leer für keines.</translation>
    </message>
    <message>
        <source>The tokens (bert) or the feature of the clip (mars).</source>
        <translation>Die Tokens (bert) oder das Merkmal des Clips (mars).</translation>
    </message>
    <message>
        <source>Empty for what was published.</source>
        <translation>Leer für das Veröffentlichte.</translation>
    </message>
    <message>
        <source>For folders that you name here: shows mAP while it trains.</source>
        <translation>Für Ordner, die Sie hier nennen: zeigt mAP während des Trainings.</translation>
    </message>
    <message>
        <source>It ends after so long, at the latest.</source>
        <translation>Spätestens dann endet es.</translation>
    </message>
    <message>
        <source>By this name it is found among the models.</source>
        <translation>Unter diesem Namen steht es bei den Modellen.</translation>
    </message>
    <message>
        <source>Before the ReLU of the heads instead of behind it.</source>
        <translation>Vor der ReLU der Köpfe statt dahinter.</translation>
    </message>
    <message>
        <source>Empty for a folder among your data, where vhdesk finds it.</source>
        <translation>Leer für einen Ordner bei Ihren Daten, wo vhdesk es findet.</translation>
    </message>
    <message>
        <source>It ends after so many measurements without gain; empty for never.</source>
        <translation>Es endet nach so vielen Messungen ohne Gewinn; leer für nie.</translation>
    </message>
    <message>
        <source>By BERT, or by the mean as the baseline.</source>
        <translation>Durch BERT, oder durch das Mittel als Vergleich.</translation>
    </message>
    <message>
        <source>Mixed precision is faster on graphics processors.</source>
        <translation>Gemischte Genauigkeit ist auf Grafikprozessoren schneller.</translation>
    </message>
    <message>
        <source>How far each step goes.</source>
        <translation>Wie weit jeder Schritt geht.</translation>
    </message>
    <message>
        <source>With the same options and the same name.</source>
        <translation>Mit denselben Optionen und demselben Namen.</translation>
    </message>
    <message>
        <source>The same seed and data give the same system.</source>
        <translation>Gleicher Startwert und gleiche Daten ergeben dasselbe System.</translation>
    </message>
    <message>
        <source>Pixels. Less is faster and sees less.</source>
        <translation>Pixel. Weniger ist schneller und sieht weniger.</translation>
    </message>
    <message>
        <source>A system by name, or a file of weights.</source>
        <translation>Ein System mit Namen, oder eine Datei mit Gewichten.</translation>
    </message>
    <message>
        <source>It ends after so many steps, at the latest.</source>
        <translation>Es endet spätestens nach so vielen Schritten.</translation>
    </message>
    <message>
        <source>ONNX networks whose answers are learned.</source>
        <translation>ONNX-Netze, deren Antworten gelernt werden.</translation>
    </message>
    <message>
        <source>Videos below these folders are trained on.</source>
        <translation>Mit Videos unter diesen Ordnern wird trainiert.</translation>
    </message>
    <message>
        <source>Of the recordings that are trained on; the checkpoint is chosen by them.</source>
        <translation>Von den Aufnahmen, mit denen trainiert wird; nach ihnen wird der beste Stand gewählt.</translation>
    </message>
    <message>
        <source>The built-in system</source>
        <translation>Das eingebaute System</translation>
    </message>
    <message>
        <source>Movement, R(2+1)D-18 with BERT</source>
        <translation>Bewegung, R(2+1)D-18 mit BERT</translation>
    </message>
    <message>
        <source>Movement, R(2+1)D-34 with BERT</source>
        <translation>Bewegung, R(2+1)D-34 mit BERT</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Fits the codes to your labels: one folder per kind of video. The encoder stays as it is.</source>
        <translation>Passt die Codes Ihren Labels an: je ein Ordner pro Art von Video. Der Encoder bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Trains the net that looks at movement on your labels, one folder per kind of video, and then the codes. Takes hours on a graphics processor, days without one.</source>
        <translation>Trainiert das Netz, das Bewegung ansieht, mit Ihren Labels, je ein Ordner pro Art von Video, und dann die Codes. Dauert Stunden auf einem Grafikprozessor, Tage ohne.</translation>
    </message>
    <message>
        <source>Fits the codes to your videos, without labels, so that they tell apart what you have. Takes minutes; the encoder stays as it is.</source>
        <translation>Passt die Codes ohne Labels Ihren Videos an, sodass sie unterscheiden, was Sie haben. Dauert Minuten; der Encoder bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Trains the net that looks at frames, by imitating larger networks that you have as ONNX files, and then the codes. Takes an hour or more.</source>
        <translation>Trainiert das Netz, das Bilder ansieht, indem es größere Netze nachahmt, die Sie als ONNX-Dateien haben, und dann die Codes. Dauert eine Stunde oder länger.</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>precision of the first five</source>
        <translation>Präzision der ersten fünf</translation>
    </message>
    <message>
        <source>altered copies that find their original</source>
        <translation>veränderte Kopien, die ihr Original finden</translation>
    </message>
</context>
</TS>
