<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChartsControl</name>
    <message numerus="yes">
        <source>This is measured on your %Ln labelled video(s), in the background.</source>
        <translation>
            <numerusform>This is measured on your %Ln labelled video, in the background.</numerusform>
            <numerusform>This is measured on your %Ln labelled videos, in the background.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesModel</name>
    <message numerus="yes">
        <source>Also like %Ln video(s) of other groups.</source>
        <translation>
            <numerusform>Also like %Ln video of other groups.</numerusform>
            <numerusform>Also like %Ln videos of other groups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyDelegate</name>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln video</numerusform>
            <numerusform>%Ln videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>%Ln more wait(s) behind it</source>
        <translation>
            <numerusform>%Ln more waits behind it</numerusform>
            <numerusform>%Ln more wait behind it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln folder(s) to the library</source>
        <translation>
            <numerusform>Add %Ln folder to the library</numerusform>
            <numerusform>Add %Ln folders to the library</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesControl</name>
    <message numerus="yes">
        <source>%Ln group(s) kept; they are not listed again. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%Ln group kept; it is not listed again. Ctrl+Z takes it back.</numerusform>
            <numerusform>%Ln groups kept; they are not listed again. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln group(s) no copy would be left.</source>
        <translation>
            <numerusform>Of %Ln group no copy would be left.</numerusform>
            <numerusform>Of %Ln groups no copy would be left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%Ln video(s) were compared.</source>
        <translation>
            <numerusform>%Ln video was compared.</numerusform>
            <numerusform>%Ln videos were compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) of copies</source>
        <translation>
            <numerusform>%Ln group of copies</numerusform>
            <numerusform>%Ln groups of copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copies beside the best</source>
        <translation>
            <numerusform>%Ln copy beside the best</numerusform>
            <numerusform>%Ln copies beside the best</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) compared</source>
        <translation>
            <numerusform>%Ln video compared</numerusform>
            <numerusform>%Ln videos compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are not there any more and are left out.</source>
        <translation>
            <numerusform>%Ln file is not there any more and is left out.</numerusform>
            <numerusform>%Ln files are not there any more and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) that you set aside are left out.</source>
        <translation>
            <numerusform>%Ln pair that you set aside is left out.</numerusform>
            <numerusform>%Ln pairs that you set aside are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked</source>
        <translation>
            <numerusform>%Ln marked</numerusform>
            <numerusform>%Ln marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpectationBlock</name>
    <message numerus="yes">
        <source>measured on %Ln of your videos</source>
        <translation>
            <numerusform>measured on %Ln of your videos</numerusform>
            <numerusform>measured on %Ln of your videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailuresDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln file could not be read</numerusform>
            <numerusform>%Ln files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were read in part</source>
        <translation>
            <numerusform>%Ln file was read in part</numerusform>
            <numerusform>%Ln files were read in part</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldersModel</name>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln video</numerusform>
            <numerusform>%Ln videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to index</source>
        <translation>
            <numerusform>%Ln still to index</numerusform>
            <numerusform>%Ln still to index</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln could not be read</numerusform>
            <numerusform>%Ln could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer on the disk</source>
        <translation>
            <numerusform>%Ln no longer on the disk</numerusform>
            <numerusform>%Ln no longer on the disk</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message numerus="yes">
        <source>%Ln video(s) so far</source>
        <translation>
            <numerusform>%Ln video so far</numerusform>
            <numerusform>%Ln videos so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln video</numerusform>
            <numerusform>%Ln videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) in the library already</source>
        <translation>
            <numerusform>%Ln video is in the library already</numerusform>
            <numerusform>%Ln videos are in the library already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s); the next page can add them</source>
        <translation>
            <numerusform>%Ln picture; the next page can add it</numerusform>
            <numerusform>%Ln pictures; the next page can add them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subfolder(s)</source>
        <translation>
            <numerusform>%Ln subfolder</numerusform>
            <numerusform>%Ln subfolders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) left out by name</source>
        <translation>
            <numerusform>%Ln thing left out by name</numerusform>
            <numerusform>%Ln things left out by name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden file(s) or folder(s)</source>
        <translation>
            <numerusform>%Ln hidden file or folder</numerusform>
            <numerusform>%Ln hidden files or folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further name(s) of the same files</source>
        <translation>
            <numerusform>%Ln further name of the same files</numerusform>
            <numerusform>%Ln further names of the same files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) whose content is in a cloud only</source>
        <translation>
            <numerusform>%Ln file whose content is in a cloud only</numerusform>
            <numerusform>%Ln files whose content is in a cloud only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that could not be read before</source>
        <translation>
            <numerusform>%Ln file that could not be read before</numerusform>
            <numerusform>%Ln files that could not be read before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are no videos by their name</source>
        <translation>
            <numerusform>%Ln file that is no video by its name</numerusform>
            <numerusform>%Ln files that are no videos by their names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the opened file(s) gave no picture</source>
        <translation>
            <numerusform>%Ln of the opened files gave no picture</numerusform>
            <numerusform>%Ln of the opened files gave no picture</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IndexControl</name>
    <message numerus="yes">
        <source>%Ln file(s) could be read only in part; Show lists them.</source>
        <translation>
            <numerusform>%Ln file could be read only in part; Show lists it.</numerusform>
            <numerusform>%Ln files could be read only in part; Show lists them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indexed %Ln video(s)</source>
        <translation>
            <numerusform>Indexed %Ln video</numerusform>
            <numerusform>Indexed %Ln videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IndexingBlock</name>
    <message numerus="yes">
        <source>%Ln video(s) found</source>
        <translation>
            <numerusform>%Ln video found</numerusform>
            <numerusform>%Ln videos found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln file could not be read</numerusform>
            <numerusform>%Ln files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were read in part</source>
        <translation>
            <numerusform>%Ln file was read in part</numerusform>
            <numerusform>%Ln files were read in part</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsControl</name>
    <message numerus="yes">
        <source>%Ln model(s) cannot be used as they are.</source>
        <translation>
            <numerusform>%Ln model cannot be used as it is.</numerusform>
            <numerusform>%Ln models cannot be used as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message numerus="yes">
        <source>%Ln more wait(s)</source>
        <translation>
            <numerusform>%Ln more waits</numerusform>
            <numerusform>%Ln more wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message numerus="yes">
        <source>%Ln result(s) filtered out.</source>
        <translation>
            <numerusform>%Ln result is filtered out.</numerusform>
            <numerusform>%Ln results are filtered out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelevanceControl</name>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln video</numerusform>
            <numerusform>%Ln videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message numerus="yes">
        <source>%Ln path(s) copied.</source>
        <translation>
            <numerusform>%Ln path was copied.</numerusform>
            <numerusform>%Ln paths were copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) with time copied.</source>
        <translation>
            <numerusform>%Ln path was copied with its time.</numerusform>
            <numerusform>%Ln paths were copied with their times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message numerus="yes">
        <source>%Ln file(s) gave nothing to train on; the log names them.</source>
        <translation>
            <numerusform>%Ln file gave nothing to train on; the log names it.</numerusform>
            <numerusform>%Ln files gave nothing to train on; the log names them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultControl</name>
    <message numerus="yes">
        <source>%Ln file(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln file was moved to the trash.</numerusform>
            <numerusform>%Ln files were moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be moved: no trash on the drive, or not writable.</source>
        <translation>
            <numerusform>%Ln file could not be moved: its drive has no trash or may not be written.</numerusform>
            <numerusform>%Ln files could not be moved: their drive has no trash or may not be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) written to {name}.</source>
        <translation>
            <numerusform>%Ln result was written to {name}.</numerusform>
            <numerusform>%Ln results were written to {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsHeader</name>
    <message numerus="yes">
        <source>of %Ln segment(s)</source>
        <translation>
            <numerusform>of %Ln segment</numerusform>
            <numerusform>of %Ln segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln video</numerusform>
            <numerusform>%Ln videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) found</source>
        <translation>
            <numerusform>%Ln segment found</numerusform>
            <numerusform>%Ln segments found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchControl</name>
    <message numerus="yes">
        <source>%Ln more file(s) wait: go forward to search by them.</source>
        <translation>
            <numerusform>%Ln more file waits: go forward to search by it.</numerusform>
            <numerusform>%Ln more files wait: go forward to search by them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>Library %Ln segment(s)</source>
        <translation>
            <numerusform>Library %Ln segment</numerusform>
            <numerusform>Library %Ln segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dark stretch(es)</source>
        <translation>
            <numerusform>%Ln dark stretch</numerusform>
            <numerusform>%Ln dark stretches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stretch(es) of one colour</source>
        <translation>
            <numerusform>%Ln stretch of one colour</numerusform>
            <numerusform>%Ln stretches of one colour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still stretch(es)</source>
        <translation>
            <numerusform>%Ln still stretch</numerusform>
            <numerusform>%Ln still stretches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SystemPane</name>
    <message numerus="yes">
        <source>None of its %Ln video(s) is encoded: they would have to be read again.</source>
        <translation>
            <numerusform>Its %Ln video is not encoded: it would have to be read again.</numerusform>
            <numerusform>None of its %Ln videos is encoded: they would have to be read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of its %Ln video(s) are encoded; the others would have to be read again.</source>
        <translation>
            <numerusform>{done} of its %Ln video is encoded; the rest would have to be read again.</numerusform>
            <numerusform>{done} of its %Ln videos are encoded; the others would have to be read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bits: mAP {value}, measured on %Ln of your videos</source>
        <translation>
            <numerusform>{n} bits: mAP {value}, measured on %Ln of your videos</numerusform>
            <numerusform>{n} bits: mAP {value}, measured on %Ln of your videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message numerus="yes">
        <source>%Ln segment(s) of its videos are trained on.</source>
        <translation>
            <numerusform>%Ln segment of its videos is trained on.</numerusform>
            <numerusform>%Ln segments of its videos are trained on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashBox</name>
    <message numerus="yes">
        <source>Move %Ln file(s) to the trash?</source>
        <translation>
            <numerusform>Move %Ln file to the trash?</numerusform>
            <numerusform>Move %Ln files to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s)</source>
        <translation>
            <numerusform>Move %Ln file</numerusform>
            <numerusform>Move %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TuneDock</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UseBox</name>
    <message numerus="yes">
        <source>%Ln video(s) have no codes of it yet: they are read again in the background, and found from then on.</source>
        <translation>
            <numerusform>%Ln video has no codes of it yet: it is read again in the background, and found from then on.</numerusform>
            <numerusform>%Ln videos have no codes of it yet: they are read again in the background, and found from then on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message numerus="yes">
        <source>%Ln video(s) can be searched.</source>
        <translation>
            <numerusform>%Ln video can be searched.</numerusform>
            <numerusform>%Ln videos can be searched.</numerusform>
        </translation>
    </message>
</context>
</TS>
