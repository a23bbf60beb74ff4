<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About vhdesk</source>
        <translation>关于 vhdesk</translation>
    </message>
    <message>
        <source>Video Hash Desk {version}</source>
        <translation>Video Hash Desk {version}</translation>
    </message>
    <message>
        <source>Finds videos by example, on your own computer.</source>
        <translation>以例找视频，全部在您自己的电脑上完成。</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <translation>Apache 许可证 2.0</translation>
    </message>
    <message>
        <source>Library: {path}</source>
        <translation>视频库：{path}</translation>
    </message>
</context>
<context>
    <name>AgreementMap</name>
    <message>
        <source>Differing bits of every segment of the query and of the video</source>
        <translation>查询与视频各片段的不同位数</translation>
    </message>
    <message>
        <source>query {a}, video {b}: {n} of {bits} bits differ</source>
        <translation>查询 {a}，视频 {b}：{bits} 位中有 {n} 位不同</translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>Bits of the chosen pair</source>
        <translation>所选配对的各位</translation>
    </message>
    <message>
        <source>{n} of {bits} bits are equal</source>
        <translation>{bits} 位中有 {n} 位相同</translation>
    </message>
</context>
<context>
    <name>BitsKnob</name>
    <message>
        <source>{n} bits</source>
        <translation>{n} 位</translation>
    </message>
</context>
<context>
    <name>ChartsControl</name>
    <message>
        <source>Something is being measured; the chart follows.</source>
        <translation>正在测量；图表稍后显示。</translation>
    </message>
    <message>
        <source>Charts are measured by labels, at least two of them, and there are too few. Put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>图表根据标签测量，至少需要两个标签，而现有标签太少。请按种类将视频分别放入各自的文件夹，再用“用文件夹名作为标签”添加。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message numerus="yes">
        <source>This is measured on your %Ln labelled video(s), in the background.</source>
        <translation>
            <numerusform>将在后台用您的 %Ln 个带标签的视频测量。</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes of {n} bits are not measured yet.</source>
        <translation>{n} 位编码尚未测量。</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>The chart was written to {name}.</source>
        <translation>图表已写入 {name}。</translation>
    </message>
</context>
<context>
    <name>ChartsDock</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Which chart is shown</source>
        <translation>显示哪个图表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片 (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>矢量图 (SVG)…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格 (CSV)…</translation>
    </message>
    <message>
        <source>The charts are being loaded…</source>
        <translation>正在加载图表…</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measure this chart again</source>
        <translation>重新测量此图表</translation>
    </message>
</context>
<context>
    <name>ClosingBox</name>
    <message>
        <source>Close vhdesk?</source>
        <translation>关闭 vhdesk？</translation>
    </message>
    <message>
        <source>Videos are still being indexed.</source>
        <translation>仍在为视频建立索引。</translation>
    </message>
    <message>
        <source>What is finished is saved. After the next start, “Rescan all folders” goes on from there.</source>
        <translation>已完成的部分已保存。下次启动后，“重新扫描所有文件夹”会从那里继续。</translation>
    </message>
    <message>
        <source>A system is still being trained.</source>
        <translation>仍在训练一个系统。</translation>
    </message>
    <message>
        <source>It is stopped and its best so far is kept. The training page can go on with it later.</source>
        <translation>训练将停止，目前最好的结果会保留。以后可以在训练页面继续。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>保持打开</translation>
    </message>
    <message>
        <source>Stop what runs and close the window</source>
        <translation>停止正在运行的任务并关闭窗口</translation>
    </message>
    <message>
        <source>Keep the window open and go on</source>
        <translation>保持窗口打开并继续</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Frame of the query</source>
        <translation>查询的帧</translation>
    </message>
    <message>
        <source>Frame of the result</source>
        <translation>结果的帧</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>播放或暂停（空格键）</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>后退一帧 (,)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>前进一帧 (.)</translation>
    </message>
    <message>
        <source>Moment that both show; 0 is where the match begins</source>
        <translation>两者显示的时刻；0 为匹配开始处</translation>
    </message>
    <message>
        <source>The result 0.1 s earlier</source>
        <translation>结果提前 0.1 秒</translation>
    </message>
    <message>
        <source>The result 0.1 s later</source>
        <translation>结果推后 0.1 秒</translation>
    </message>
    <message>
        <source>How much later the result is shown, seconds</source>
        <translation>结果推后显示的秒数</translation>
    </message>
    <message>
        <source>Show all of the frames (Ctrl+0)</source>
        <translation>显示整个画面 (Ctrl+0)</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Comparing the codes…</source>
        <translation>正在比较编码…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The codes of this video are not in the library any more.</source>
        <translation>此视频的编码已不在视频库中。</translation>
    </message>
    <message>
        <source>It matched because {n} of {bits} bits of these stretches are equal; their cosine is {cos}.</source>
        <translation>匹配的原因：这两段的 {bits} 位中有 {n} 位相同；余弦为 {cos}。</translation>
    </message>
    <message>
        <source>A weak match: {n} of {bits} bits are equal, and half are by chance; the cosine is {cos}.</source>
        <translation>弱匹配：{bits} 位中有 {n} 位相同，而随机也有一半相同；余弦为 {cos}。</translation>
    </message>
    <message>
        <source>■ {n} equal   ◆ {m} different</source>
        <translation>■ {n} 相同   ◆ {m} 不同</translation>
    </message>
    <message>
        <source>· {k} do not count</source>
        <translation>· {k} 不计</translation>
    </message>
</context>
<context>
    <name>CopiesModel</name>
    <message>
        <source>Its pictures were compared, since little moves in it.</source>
        <translation>画面中运动很少，因此比较的是图像。</translation>
    </message>
    <message numerus="yes">
        <source>Also like %Ln video(s) of other groups.</source>
        <translation>
            <numerusform>也与其他组中的 %Ln 个视频相似。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its drive or network folder is not connected.</source>
        <translation>其驱动器或网络文件夹未连接。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>best copy: {why}</source>
        <translation>最佳副本：{why}</translation>
    </message>
    <message>
        <source>Group {n} of {all}, {name}, {what}, {facts}</source>
        <translation>第 {n} 组（共 {all} 组），{name}，{what}，{facts}</translation>
    </message>
    <message>
        <source>Marked for the trash.</source>
        <translation>已标记为移到回收站。</translation>
    </message>
</context>
<context>
    <name>CopiesView</name>
    <message>
        <source>Groups of copies, the best of each first</source>
        <translation>副本分组，每组最佳者在前</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Compare with the best, or two that are selected</source>
        <translation>与最佳副本比较，或比较所选的两个</translation>
    </message>
    <message>
        <source>Search by this</source>
        <translation>用此结果搜索</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Mark for the trash, or not</source>
        <translation>标记或取消标记为移到回收站</translation>
    </message>
    <message>
        <source>Mark all but the best of this group</source>
        <translation>标记本组除最佳外的全部</translation>
    </message>
    <message>
        <source>Keep all of this group</source>
        <translation>保留本组全部</translation>
    </message>
    <message>
        <source>Not a copy</source>
        <translation>不是副本</translation>
    </message>
    <message>
        <source>List this group again</source>
        <translation>重新列出本组</translation>
    </message>
    <message>
        <source>Undo the last word on a group</source>
        <translation>撤销上一次对分组的标注</translation>
    </message>
    <message>
        <source>Move to trash…</source>
        <translation>移到回收站…</translation>
    </message>
</context>
<context>
    <name>CopyDelegate</name>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} could be freed</source>
        <translation>可释放 {size}</translation>
    </message>
    <message>
        <source>you keep all of them</source>
        <translation>您保留全部</translation>
    </message>
    <message>
        <source>you said: no copies</source>
        <translation>您标注：不是副本</translation>
    </message>
    <message>
        <source>Best: {name} ({why})</source>
        <translation>最佳：{name}（{why}）</translation>
    </message>
    <message>
        <source>★ best</source>
        <translation>★ 最佳</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>to the trash</source>
        <translation>移到回收站</translation>
    </message>
</context>
<context>
    <name>CopyFilters</name>
    <message>
        <source>Filter by name or folder</source>
        <translation>按名称或文件夹筛选</translation>
    </message>
    <message>
        <source>Show only groups in which a path holds this</source>
        <translation>只显示路径中包含此文字的组</translation>
    </message>
    <message>
        <source>Show only groups with a copy in a folder</source>
        <translation>只显示在某文件夹中有副本的组</translation>
    </message>
    <message>
        <source>Show only groups with a kind of copy</source>
        <translation>只显示含某类副本的组</translation>
    </message>
    <message>
        <source>Compare within watched folders, or across them</source>
        <translation>在受监视的文件夹内部或之间比较</translation>
    </message>
    <message>
        <source>Order of the groups</source>
        <translation>分组的顺序</translation>
    </message>
    <message>
        <source>How many bits copies may differ in at most</source>
        <translation>副本最多可相差的位数</translation>
    </message>
    <message>
        <source>Fewer bits: closer copies, fewer groups. The count above follows at once.</source>
        <translation>位数越少，副本越接近，组越少。上方的数目随即更新。</translation>
    </message>
    <message>
        <source>Closeness</source>
        <translation>接近程度</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>{n} of {bits} bits</source>
        <translation>{n} / {bits} 位</translation>
    </message>
    <message>
        <source>same file</source>
        <translation>相同文件</translation>
    </message>
    <message>
        <source>whole copy</source>
        <translation>完整副本</translation>
    </message>
    <message>
        <source>part</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>相同图片</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>所有配对</translation>
    </message>
    <message>
        <source>Within a folder</source>
        <translation>文件夹内</translation>
    </message>
    <message>
        <source>Across folders</source>
        <translation>跨文件夹</translation>
    </message>
    <message>
        <source>by space</source>
        <translation>按空间</translation>
    </message>
    <message>
        <source>by count</source>
        <translation>按数量</translation>
    </message>
    <message>
        <source>by closeness</source>
        <translation>按接近程度</translation>
    </message>
    <message>
        <source>by path</source>
        <translation>按路径</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>所有文件夹</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>The report as it would be copied</source>
        <translation>将被复制的报告</translation>
    </message>
    <message>
        <source>With names of files and folders, and the lines of the log</source>
        <translation>包含文件和文件夹的名称以及日志内容</translation>
    </message>
    <message>
        <source>Names can help to find a fault. They may be private.</source>
        <translation>名称有助于查找故障，但可能涉及隐私。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation>关闭报告</translation>
    </message>
    <message>
        <source>For a report about a fault. Nothing is sent: it is copied, and you decide where it goes.</source>
        <translation>用于报告故障。不会发送任何内容：报告只是被复制，由您决定发往何处。</translation>
    </message>
    <message>
        <source>The machine is being examined…</source>
        <translation>正在检查这台电脑…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close {title}</source>
        <translation>关闭{title}</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>With its part {range}</source>
        <translation>用其中的 {range}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more wait(s) behind it</source>
        <translation>
            <numerusform>后面还有 %Ln 个在等待</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders are added to the library</source>
        <translation>文件夹将添加到视频库</translation>
    </message>
    <message>
        <source>Add folder {name} to the library</source>
        <translation>将文件夹 {name} 添加到视频库</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln folder(s) to the library</source>
        <translation>
            <numerusform>将 %Ln 个文件夹添加到视频库</numerusform>
        </translation>
    </message>
    <message>
        <source>Search by {name}</source>
        <translation>用 {name} 搜索</translation>
    </message>
</context>
<context>
    <name>DuplicatesControl</name>
    <message numerus="yes">
        <source>%Ln group(s) kept; they are not listed again. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>已保留 %Ln 组，不再列出。按 Ctrl+Z 可撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is not a copy; that is remembered. Ctrl+Z takes it back.</source>
        <translation>{name} 不是副本；已记住。按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>These files are equal to the last byte: keep all of them (K), or mark some (X).</source>
        <translation>这些文件逐字节相同：全部保留（K），或标记其中一些（X）。</translation>
    </message>
    <message>
        <source>Listed again.</source>
        <translation>已重新列出。</translation>
    </message>
    <message>
        <source>The last word on a group was taken back.</source>
        <translation>已撤销上一次对分组的标注。</translation>
    </message>
    <message>
        <source>The file is not there now, so it cannot be moved.</source>
        <translation>该文件目前不存在，无法移动。</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln group(s) no copy would be left.</source>
        <translation>
            <numerusform>有 %Ln 组将不剩任何副本。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Back to searching</source>
        <translation>返回搜索</translation>
    </message>
    <message>
        <source>Back to searching (Esc)</source>
        <translation>返回搜索 (Esc)</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>再次搜索</translation>
    </message>
    <message>
        <source>Look for copies again</source>
        <translation>再次查找副本</translation>
    </message>
    <message>
        <source>Show or hide what you set aside</source>
        <translation>显示或隐藏您搁置的内容</translation>
    </message>
    <message>
        <source>X marks · Space compares with the best · Enter opens · K keeps all · N is not a copy</source>
        <translation>X 标记 · 空格与最佳比较 · 回车打开 · K 全部保留 · N 不是副本</translation>
    </message>
    <message>
        <source>Mark copies for the trash</source>
        <translation>标记要移到回收站的副本</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>All but the best of every group that is shown</source>
        <translation>每个显示的组中除最佳外的全部</translation>
    </message>
    <message>
        <source>Only equal files, all but the best</source>
        <translation>仅相同文件，除最佳外的全部</translation>
    </message>
    <message>
        <source>Take all marks off</source>
        <translation>取消所有标记</translation>
    </message>
    <message>
        <source>Move to trash…</source>
        <translation>移到回收站…</translation>
    </message>
    <message>
        <source>Move what is marked to the trash</source>
        <translation>将已标记的移到回收站</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复视频</translation>
    </message>
    <message>
        <source>The library is being opened…</source>
        <translation>正在打开视频库…</translation>
    </message>
    <message>
        <source>Copies could not be looked for</source>
        <translation>无法查找副本</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>Look for copies</source>
        <translation>查找副本</translation>
    </message>
    <message>
        <source>There is no video in the library yet: add a folder first.</source>
        <translation>视频库中还没有视频：请先添加文件夹。</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>尚无可比较的内容</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Other filters, or a larger distance, may show some.</source>
        <translation>换用其他筛选条件或更大的距离，也许会有结果。</translation>
    </message>
    <message>
        <source>No group passes the filter</source>
        <translation>没有符合筛选条件的组</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) were compared.</source>
        <translation>
            <numerusform>已比较 %Ln 个视频。</numerusform>
        </translation>
    </message>
    <message>
        <source>No copies found</source>
        <translation>未找到副本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) of copies</source>
        <translation>
            <numerusform>%Ln 组副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copies beside the best</source>
        <translation>
            <numerusform>最佳之外有 %Ln 个副本</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} could be freed</source>
        <translation>可释放 {size}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) compared</source>
        <translation>
            <numerusform>已比较 %Ln 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>in {n} s</source>
        <translation>用时 {n} 秒</translation>
    </message>
    <message>
        <source>The library has changed since: search again.</source>
        <translation>视频库此后有变化：请重新搜索。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are not there any more and are left out.</source>
        <translation>
            <numerusform>%Ln 个文件已不存在，不再列出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) that you set aside are left out.</source>
        <translation>
            <numerusform>您搁置的 %Ln 对不再列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide what you set aside</source>
        <translation>隐藏您搁置的内容</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked</source>
        <translation>
            <numerusform>已标记 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is marked</source>
        <translation>没有标记</translation>
    </message>
</context>
<context>
    <name>ExpectationBlock</name>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add a folder with labels</source>
        <translation>添加带标签的文件夹</translation>
    </message>
    <message>
        <source>Precision and recall are measured by labels. Put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>查准率和查全率根据标签测量。请按种类将视频分别放入各自的文件夹，再用“用文件夹名作为标签”添加。</translation>
    </message>
    <message>
        <source>What codes of {n} bits lead to on your labels is not measured yet.</source>
        <translation>{n} 位编码在您的标签上的效果尚未测量。</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measure precision and recall on your labels</source>
        <translation>用您的标签测量查准率和查全率</translation>
    </message>
    <message numerus="yes">
        <source>measured on %Ln of your videos</source>
        <translation>
            <numerusform>用您的 %Ln 个视频测量</numerusform>
        </translation>
    </message>
    <message>
        <source>On your labels: precision {p}, recall {r}</source>
        <translation>在您的标签上：查准率 {p}，查全率 {r}</translation>
    </message>
    <message>
        <source>{n} % keep nothing</source>
        <translation>{n}% 无保留结果</translation>
    </message>
    <message>
        <source>without a mask</source>
        <translation>不用掩码</translation>
    </message>
    <message>
        <source>On your labels, of the first five: precision {p}, recall {r}</source>
        <translation>在您的标签上，前五个结果：查准率 {p}，查全率 {r}</translation>
    </message>
    <message>
        <source>The labels have changed since: measure again.</source>
        <translation>此后标签有变化：请重新测量。</translation>
    </message>
</context>
<context>
    <name>FailuresControl</name>
    <message>
        <source>Every file in the library could be read.</source>
        <translation>视频库中的所有文件都能读取。</translation>
    </message>
</context>
<context>
    <name>FailuresDialog</name>
    <message>
        <source>Files that could not be read</source>
        <translation>无法读取的文件</translation>
    </message>
    <message>
        <source>Files and reasons</source>
        <translation>文件和原因</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all</source>
        <translation>复制选中的行，未选中则复制全部</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Index these files again</source>
        <translation>重新为这些文件建立索引</translation>
    </message>
    <message>
        <source>This library can be read but not written.</source>
        <translation>此视频库只能读取，不能写入。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>关闭此列表</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln 个文件无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were read in part</source>
        <translation>
            <numerusform>%Ln 个文件只读取了一部分</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest of the library is not touched. Nothing is changed or deleted on the disk.</source>
        <translation>视频库的其余部分不受影响。磁盘上的任何内容都不会被更改或删除。</translation>
    </message>
</context>
<context>
    <name>FailuresModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Why it could not be read</source>
        <translation>无法读取的原因</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip of the query</source>
        <translation>查询的胶片条</translation>
    </message>
    <message>
        <source>Start of the part to search by</source>
        <translation>用于搜索的部分的起点</translation>
    </message>
    <message>
        <source>End of the part to search by</source>
        <translation>用于搜索的部分的终点</translation>
    </message>
</context>
<context>
    <name>FolderDelegate</name>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Drop folders of videos here</source>
        <translation>将视频文件夹拖放到这里</translation>
    </message>
</context>
<context>
    <name>FolderWizard</name>
    <message>
        <source>Add folders of videos</source>
        <translation>添加视频文件夹</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>返回上一页</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>On to the next page</source>
        <translation>前往下一页</translation>
    </message>
    <message>
        <source>Start indexing</source>
        <translation>开始建立索引</translation>
    </message>
    <message>
        <source>Close this window and index in the background</source>
        <translation>关闭此窗口并在后台建立索引</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close this window and change nothing</source>
        <translation>关闭此窗口，不做任何更改</translation>
    </message>
    <message>
        <source>done in about {time}</source>
        <translation>大约需要 {time}</translation>
    </message>
</context>
<context>
    <name>FoldersModel</name>
    <message>
        <source>All videos</source>
        <translation>所有视频</translation>
    </message>
    <message>
        <source>This folder is not there now. Its videos stay in the library.</source>
        <translation>此文件夹目前不可用。其中的视频仍保留在视频库中。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln 个视频</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to index</source>
        <translation>
            <numerusform>%Ln 个尚待建立索引</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln 个无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer on the disk</source>
        <translation>
            <numerusform>%Ln 个已不在磁盘上</numerusform>
        </translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Which folders hold your videos?</source>
        <translation>您的视频在哪些文件夹中？</translation>
    </message>
    <message>
        <source>vhdesk only reads them. Nothing is changed or moved, nothing leaves this computer.</source>
        <translation>vhdesk 只读取它们：不更改、不移动，任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Folders to add</source>
        <translation>要添加的文件夹</translation>
    </message>
    <message>
        <source>Drop folders here; Delete takes the selected ones off the list.</source>
        <translation>将文件夹拖放到这里；按 Delete 键可从列表中移除选中的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder to add to the list</source>
        <translation>选择要加入列表的文件夹</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the selected folders off the list</source>
        <translation>从列表中移除选中的文件夹</translation>
    </message>
    <message>
        <source>{name} is not there. Check its name, or connect its drive.</source>
        <translation>找不到 {name}。请检查名称，或连接其所在的驱动器。</translation>
    </message>
    <message>
        <source>{name} is in the list already.</source>
        <translation>{name} 已在列表中。</translation>
    </message>
    <message>
        <source>Choose a folder of videos</source>
        <translation>选择视频文件夹</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>What is in these folders</source>
        <translation>这些文件夹中有什么</translation>
    </message>
    <message>
        <source>A look at names, sizes and a few of the files. Nothing is stored yet.</source>
        <translation>查看名称、大小和其中少数文件。目前尚未保存任何内容。</translation>
    </message>
    <message>
        <source>Progress of the look at the folders</source>
        <translation>查看文件夹的进度</translation>
    </message>
    <message>
        <source>Videos to read</source>
        <translation>待读取的视频</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Time to index</source>
        <translation>索引用时</translation>
    </message>
    <message>
        <source>The library grows by</source>
        <translation>视频库将增大</translation>
    </message>
    <message>
        <source>PASSED OVER</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <translation>正在查找视频…</translation>
    </message>
    <message>
        <source>Opening some of them to learn their length…</source>
        <translation>正在打开其中一些以了解时长…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) so far</source>
        <translation>
            <numerusform>目前 %Ln 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>These folders cannot be looked at.</source>
        <translation>无法查看这些文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in the library already.</source>
        <translation>全部内容都已在视频库中。</translation>
    </message>
    <message>
        <source>No video was found.</source>
        <translation>没有找到视频。</translation>
    </message>
    <message>
        <source>{length} in {videos}</source>
        <translation>{videos}，共 {length}</translation>
    </message>
    <message>
        <source>About {length} in {videos}</source>
        <translation>{videos}，约 {length}</translation>
    </message>
    <message>
        <source>being measured…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>about {value}</source>
        <translation>约 {value}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) in the library already</source>
        <translation>
            <numerusform>%Ln 个视频已在视频库中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s); the next page can add them</source>
        <translation>
            <numerusform>%Ln 张图片；可在下一页加入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subfolder(s)</source>
        <translation>
            <numerusform>%Ln 个子文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) left out by name</source>
        <translation>
            <numerusform>%Ln 项按名称排除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden file(s) or folder(s)</source>
        <translation>
            <numerusform>%Ln 个隐藏的文件或文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further name(s) of the same files</source>
        <translation>
            <numerusform>%Ln 个指向相同文件的其他名称</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) whose content is in a cloud only</source>
        <translation>
            <numerusform>%Ln 个内容仅在云端的文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that could not be read before</source>
        <translation>
            <numerusform>%Ln 个以前无法读取的文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are no videos by their name</source>
        <translation>
            <numerusform>%Ln 个从名称看不是视频的文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the opened file(s) gave no picture</source>
        <translation>
            <numerusform>打开的文件中有 %Ln 个没有画面</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IndexControl</name>
    <message>
        <source>{name} is next.</source>
        <translation>接下来是 {name}。</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>所有文件夹</translation>
    </message>
    <message>
        <source>Stopped. Everything finished is saved; rescan to go on.</source>
        <translation>已停止。已完成的部分都已保存；重新扫描即可继续。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could be read only in part; Show lists them.</source>
        <translation>
            <numerusform>%Ln 个文件只能读取一部分；点击“显示”查看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indexed %Ln video(s)</source>
        <translation>
            <numerusform>已为 %Ln 个视频建立索引</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to index.</source>
        <translation>没有新内容需要建立索引。</translation>
    </message>
    <message>
        <source>{videos} in {time} s.</source>
        <translation>{videos}，用时 {time} 秒。</translation>
    </message>
</context>
<context>
    <name>IndexingBlock</name>
    <message>
        <source>Indexing progress</source>
        <translation>索引进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>暂停建立索引</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop indexing</source>
        <translation>停止建立索引</translation>
    </message>
    <message>
        <source>INDEXING</source>
        <translation>建立索引</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Sample library</source>
        <translation>示例视频库</translation>
    </message>
    <message>
        <source>Making the sample videos…</source>
        <translation>正在生成示例视频…</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) found</source>
        <translation>
            <numerusform>找到 %Ln 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <translation>正在查找视频…</translation>
    </message>
    <message>
        <source>{n} videos/s</source>
        <translation>每秒 {n} 个视频</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>saved {n}</source>
        <translation>已保存 {n}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <translation>继续建立索引</translation>
    </message>
</context>
<context>
    <name>IntakeControl</name>
    <message>
        <source>Search by a video or a picture</source>
        <translation>用视频或图片搜索</translation>
    </message>
    <message>
        <source>The clipboard holds no file and no path of one.</source>
        <translation>剪贴板中没有文件，也没有文件路径。</translation>
    </message>
</context>
<context>
    <name>Knob</name>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset {title}</source>
        <translation>重置“{title}”</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Lines of the chart</source>
        <translation>图表中的线条</translation>
    </message>
    <message>
        <source>Tick the lines that are shown</source>
        <translation>勾选要显示的线条</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Folders of the library</source>
        <translation>视频库中的文件夹</translation>
    </message>
    <message>
        <source>+ Add folder…</source>
        <translation>+ 添加文件夹…</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>将文件夹添加到视频库</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the files that could not be read</source>
        <translation>显示无法读取的文件</translation>
    </message>
    <message>
        <source>LIBRARY</source>
        <translation>视频库</translation>
    </message>
    <message>
        <source>This library can be read but not written.</source>
        <translation>此视频库只能读取，不能写入。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln 个文件无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were read in part</source>
        <translation>
            <numerusform>%Ln 个文件只读取了一部分</numerusform>
        </translation>
    </message>
    <message>
        <source>Rescan all folders</source>
        <translation>重新扫描所有文件夹</translation>
    </message>
    <message>
        <source>Rescan this folder</source>
        <translation>重新扫描此文件夹</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
</context>
<context>
    <name>LicenceBox</name>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>“{name}” comes under this licence: {licence}</source>
        <translation>“{name}”采用此许可证：{licence}</translation>
    </message>
    <message>
        <source>It is asked once for all weights under the same words. They come from {source}.</source>
        <translation>对同一许可文本下的所有权重只询问一次。来源：{source}。</translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation>接受并下载</translation>
    </message>
    <message>
        <source>Accept the licence and download the weights</source>
        <translation>接受许可证并下载权重</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Download nothing</source>
        <translation>不下载</translation>
    </message>
</context>
<context>
    <name>LogDock</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Least level that is shown</source>
        <translation>显示的最低级别</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>复制选中的行，未选中则复制显示的全部</translation>
    </message>
    <message>
        <source>Copy diagnostics…</source>
        <translation>复制诊断信息…</translation>
    </message>
    <message>
        <source>Show and copy what a report about a fault needs</source>
        <translation>显示并复制故障报告所需的信息</translation>
    </message>
    <message>
        <source>Lines of the log, the newest last</source>
        <translation>日志内容，最新的在最后</translation>
    </message>
    <message>
        <source>No line of the log is like that.</source>
        <translation>没有符合条件的日志。</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>还没有日志。</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Choose a library</source>
        <translation>选择视频库</translation>
    </message>
    <message>
        <source>Libraries (*.vhdesk);;All files (*)</source>
        <translation>视频库 (*.vhdesk);;所有文件 (*)</translation>
    </message>
    <message>
        <source>This library can be read but not written: folders cannot be added.</source>
        <translation>此视频库只能读取，不能写入：无法添加文件夹。</translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation>没有找到文件管理器。</translation>
    </message>
    <message>
        <source>Stopping, then closing…</source>
        <translation>正在停止，随后关闭…</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open query…</source>
        <translation>打开查询文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste query or folder</source>
        <translation>粘贴查询或文件夹(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export results…</source>
        <translation>导出结果(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>视频库(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Rescan all folders</source>
        <translation>重新扫描所有文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>Find &amp;duplicates</source>
        <translation>查找重复视频(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Failures…</source>
        <translation>失败的文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Back to the query before</source>
        <translation>返回上一个查询(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward to the next query</source>
        <translation>前进到下一个查询(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Search dark, flat and still stretches too</source>
        <translation>同时搜索黑暗、单色和静止的片段(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;une panel</source>
        <translation>调节面板(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>设置(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics…</source>
        <translation>复制诊断信息(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;About vhdesk</source>
        <translation>关于 vhdesk(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ModelsControl</name>
    <message>
        <source>Videos are being indexed, or something is trained. Wait until that is done.</source>
        <translation>正在索引视频或训练系统。请等待完成。</translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation>未找到文件管理器。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) cannot be used as they are.</source>
        <translation>
            <numerusform>%Ln 个模型目前无法使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>All files are as they should be.</source>
        <translation>所有文件均正常。</translation>
    </message>
    <message>
        <source>“{name}” was downloaded and checked.</source>
        <translation>“{name}”已下载并通过检查。</translation>
    </message>
    <message>
        <source>Import “{name}”</source>
        <translation>导入“{name}”</translation>
    </message>
    <message>
        <source>Weights (*.pth *.pt *.pyth *.safetensors);;All files (*)</source>
        <translation>权重 (*.pth *.pt *.pyth *.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>No browser was found.</source>
        <translation>未找到浏览器。</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>已释放 {size}。</translation>
    </message>
    <message>
        <source>{file} was imported.</source>
        <translation>已导入 {file}。</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A system turns videos into codes. Weights are nets that others have published, which systems can be built on and trained from; nothing is fetched before you ask for it.</source>
        <translation>系统把视频变成编码。权重是他人发布的网络，系统可以基于它们构建和训练；未经您要求不会下载任何内容。</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>全部检查</translation>
    </message>
    <message>
        <source>Compare all installed files with their hashes</source>
        <translation>将所有已安装文件与其哈希值比较</translation>
    </message>
    <message>
        <source>Mirror and proxy…</source>
        <translation>镜像和代理…</translation>
    </message>
    <message>
        <source>Show the settings of downloads: mirror and proxy</source>
        <translation>显示下载设置：镜像和代理</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Search weights</source>
        <translation>搜索权重</translation>
    </message>
    <message>
        <source>The models are being looked up…</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>{size} on the disk</source>
        <translation>占用磁盘 {size}</translation>
    </message>
    <message>
        <source>Nothing was downloaded or trained yet</source>
        <translation>尚未下载或训练任何内容</translation>
    </message>
    <message>
        <source>No weights have these words.</source>
        <translation>没有包含这些词的权重。</translation>
    </message>
</context>
<context>
    <name>OptionField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: {title}</source>
        <translation>选择：{title}</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add to: {title}</source>
        <translation>添加到：{title}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the selected off: {title}</source>
        <translation>移除所选：{title}</translation>
    </message>
    <message>
        <source>Whole numbers with commas between them, please.</source>
        <translation>请输入以逗号分隔的整数。</translation>
    </message>
    <message>
        <source>A whole number, please.</source>
        <translation>请输入整数。</translation>
    </message>
    <message>
        <source>A number, please.</source>
        <translation>请输入数字。</translation>
    </message>
    <message>
        <source>At least {low}, please.</source>
        <translation>请输入至少 {low} 的值。</translation>
    </message>
    <message>
        <source>From {low} to {high}, please.</source>
        <translation>请输入 {low} 到 {high} 之间的值。</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>How to index them</source>
        <translation>如何建立索引</translation>
    </message>
    <message>
        <source>What is recommended is set. Everything can be changed later.</source>
        <translation>已采用推荐设置。以后都可以更改。</translation>
    </message>
    <message>
        <source>Subfolders too</source>
        <translation>包括子文件夹</translation>
    </message>
    <message>
        <source>Recommended: new subfolders are noticed by themselves.</source>
        <translation>推荐：会自动发现新的子文件夹。</translation>
    </message>
    <message>
        <source>Labels from folder names</source>
        <translation>用文件夹名作为标签</translation>
    </message>
    <message>
        <source>The first folder below each one becomes the label of its videos: for charts and filters.</source>
        <translation>每个文件夹下的第一级子文件夹名成为其中视频的标签，用于图表和筛选。</translation>
    </message>
    <message>
        <source>Pictures too</source>
        <translation>包括图片</translation>
    </message>
    <message>
        <source>Every picture counts as a video of one frame. This goes for the whole library.</source>
        <translation>每张图片视为只有一帧的视频。此选项适用于整个视频库。</translation>
    </message>
    <message>
        <source>Nothing; or names such as *trailer*, private/*</source>
        <translation>无；或如 *trailer*, private/* 之类的名称</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Names or paths below the folders that are left out, with * and ?, separated by commas.</source>
        <translation>要排除的文件夹内的名称或路径，可用 * 和 ?，以逗号分隔。</translation>
    </message>
    <message>
        <source>being measured…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>The encoder is being measured</source>
        <translation>正在测量编码器</translation>
    </message>
    <message>
        <source>To be indexed</source>
        <translation>将建立索引</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>{device}, {engine} {precision}: about {n} segments a second</source>
        <translation>{device}，{engine} {precision}：每秒约 {n} 个片段</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Picture of the query</source>
        <translation>查询的画面</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>{line}: {y} {value} at {x} {where}</source>
        <translation>{line}：{x} {where} 时{y} {value}</translation>
    </message>
    <message>
        <source>(95 %: {low} to {high})</source>
        <translation>（95%：{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{name}, bit {bit}: place {n} of {all}</source>
        <translation>{name}，第 {bit} 位：排名 {n}/{all}</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>不计入</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the measurement</source>
        <translation>取消测量</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Learning categories</source>
        <translation>学习类别</translation>
    </message>
    <message>
        <source>Category masks</source>
        <translation>类别掩码</translation>
    </message>
    <message>
        <source>Re-ranking</source>
        <translation>重新排序</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}：{done}/{total}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message>
        <source>Back to the query before</source>
        <translation>返回上一个查询</translation>
    </message>
    <message>
        <source>Forward to the next query</source>
        <translation>前进到下一个查询</translation>
    </message>
    <message>
        <source>Whole video</source>
        <translation>整个视频</translation>
    </message>
    <message>
        <source>Search by the whole video</source>
        <translation>用整个视频搜索</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>再次搜索</translation>
    </message>
    <message>
        <source>Search by the same file again</source>
        <translation>用同一文件再次搜索</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Choose another file to search by</source>
        <translation>选择另一个用于搜索的文件</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Put the query away</source>
        <translation>清除查询</translation>
    </message>
    <message>
        <source>Back to {name} (Alt+Left)</source>
        <translation>返回 {name} (Alt+←)</translation>
    </message>
    <message>
        <source>Forward to {name} (Alt+Right)</source>
        <translation>前进到 {name} (Alt+→)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more wait(s)</source>
        <translation>
            <numerusform>还有 %Ln 个在等待</numerusform>
        </translation>
    </message>
    <message>
        <source>{range} of {length}</source>
        <translation>{range}（共 {length}）</translation>
    </message>
    <message>
        <source>Waiting for the library…</source>
        <translation>正在等待视频库…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>searching with this picture</source>
        <translation>用此图片搜索</translation>
    </message>
    <message>
        <source>searching with {range} of {length}</source>
        <translation>用 {range} 搜索（共 {length}）</translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message>
        <source>Nothing similar found</source>
        <translation>没有找到相似内容</translation>
    </message>
    <message>
        <source>Try another video or picture.</source>
        <translation>请换一个视频或图片试试。</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>还没有可比较的内容</translation>
    </message>
    <message>
        <source>Drop another video or picture anywhere on the window.</source>
        <translation>将另一个视频或图片拖放到窗口任意位置。</translation>
    </message>
    <message>
        <source>Space compares side by side · Enter opens at the matching second · drop a result on the query</source>
        <translation>空格键并排比较 · 回车键在匹配的时间点打开 · 可将结果拖放到查询上</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>返回 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) filtered out.</source>
        <translation>
            <numerusform>%Ln 个结果已被筛除。</numerusform>
        </translation>
    </message>
    <message>
        <source>No result passes the filter</source>
        <translation>没有结果符合筛选条件</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Show all results</source>
        <translation>显示所有结果</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>将文件夹添加到视频库</translation>
    </message>
</context>
<context>
    <name>RelevanceControl</name>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: relevant. Ctrl+Z takes it back.</source>
        <translation>{name}：相关。按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>{name}: not a match; later searches by this query leave it out. Ctrl+Z takes it back.</source>
        <translation>{name}：不匹配；以后用此查询搜索时将略去。按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>{name}: nothing is said of it any more.</source>
        <translation>{name}：已取消标记。</translation>
    </message>
    <message>
        <source>The last mark was taken back.</source>
        <translation>已撤销上一个标记。</translation>
    </message>
</context>
<context>
    <name>RemoveBox</name>
    <message>
        <source>Remove weights?</source>
        <translation>移除权重？</translation>
    </message>
    <message>
        <source>Remove “{name}” from this computer?</source>
        <translation>从此计算机移除“{name}”？</translation>
    </message>
    <message>
        <source>{size} become free. What was made with these weights stays; to use them again they must be got again.</source>
        <translation>将释放 {size}。用这些权重生成的内容会保留；若要再次使用，需要重新获取。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the weights</source>
        <translation>移除权重</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep the weights</source>
        <translation>保留权重</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{name} is not there now. Rescan the library, or connect its drive.</source>
        <translation>目前找不到 {name}。请重新扫描视频库，或连接其所在的驱动器。</translation>
    </message>
    <message>
        <source>No program was found that opens {name}.</source>
        <translation>没有找到可以打开 {name} 的程序。</translation>
    </message>
    <message>
        <source>Opened {name} at {moment}.</source>
        <translation>已在 {moment} 处打开 {name}。</translation>
    </message>
    <message>
        <source>Opened at the beginning; the match is at {moment}.</source>
        <translation>已从头打开；匹配位置在 {moment}。</translation>
    </message>
    <message>
        <source>The folder could not be shown.</source>
        <translation>无法显示该文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) copied.</source>
        <translation>
            <numerusform>已复制 %Ln 个路径。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) with time copied.</source>
        <translation>
            <numerusform>已复制 %Ln 个路径和时间。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Use for this library…</source>
        <translation>用于此视频库…</translation>
    </message>
    <message>
        <source>Use the new system for the library</source>
        <translation>将新系统用于视频库</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with this training</source>
        <translation>继续此训练</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder of the new system</source>
        <translation>打开新系统的文件夹</translation>
    </message>
    <message>
        <source>Stopped. “{name}” cannot be used yet: it was stopped before its codes were trained.</source>
        <translation>已停止。“{name}”尚不能使用：在训练编码之前就停止了。</translation>
    </message>
    <message>
        <source>Stopped. The best of “{name}” so far is kept, and can be used.</source>
        <translation>已停止。“{name}”目前最好的结果已保留，可以使用。</translation>
    </message>
    <message>
        <source>“{name}” is trained.</source>
        <translation>“{name}”训练完成。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) gave nothing to train on; the log names them.</source>
        <translation>
            <numerusform>%Ln 个文件没有可用于训练的内容；日志中列出了它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>It took {time} and lies in {folder}.</source>
        <translation>用时 {time}，位于 {folder}。</translation>
    </message>
    <message>
        <source>On what was held out: {values}.</source>
        <translation>在保留数据上：{values}。</translation>
    </message>
    <message>
        <source>It lies outside of your data: put its folder among the models to use it here.</source>
        <translation>它位于您的数据之外：将其文件夹放到模型中即可在此使用。</translation>
    </message>
    <message>
        <source>What was done is kept: it can go on from there.</source>
        <translation>已完成的部分会保留：可以从那里继续。</translation>
    </message>
    <message>
        <source>Nothing was trained.</source>
        <translation>没有进行训练。</translation>
    </message>
    <message>
        <source>Cancelled: nothing of it is kept.</source>
        <translation>已取消：不保留任何内容。</translation>
    </message>
</context>
<context>
    <name>ResultControl</name>
    <message numerus="yes">
        <source>%Ln file(s) moved to the trash.</source>
        <translation>
            <numerusform>已将 %Ln 个文件移到回收站。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} could not be moved: its drive has no trash or may not be written. It is unchanged.</source>
        <translation>无法移动 {name}：所在驱动器没有回收站或不可写入。文件未改变。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be moved: no trash on the drive, or not writable.</source>
        <translation>
            <numerusform>%Ln 个文件无法移动：所在驱动器没有回收站或不可写入。</numerusform>
        </translation>
    </message>
    <message>
        <source>The library notices at its next scan.</source>
        <translation>视频库将在下次扫描时更新。</translation>
    </message>
    <message>
        <source>There are no results to export: search first.</source>
        <translation>没有可导出的结果：请先搜索。</translation>
    </message>
    <message>
        <source>Table (*.csv);;JSON (*.json)</source>
        <translation>表格 (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the results</source>
        <translation>导出结果</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) written to {name}.</source>
        <translation>
            <numerusform>已将 %Ln 个结果写入 {name}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>Hamming {n}</source>
        <translation>汉明 {n}</translation>
    </message>
    <message>
        <source>cosine {n}</source>
        <translation>余弦 {n}</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>✓ relevant</source>
        <translation>✓ 相关</translation>
    </message>
    <message>
        <source>✕ no match</source>
        <translation>✕ 不匹配</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
</context>
<context>
    <name>ResultFilters</name>
    <message>
        <source>Filter by name or folder</source>
        <translation>按名称或文件夹筛选</translation>
    </message>
    <message>
        <source>Show only results whose path holds this</source>
        <translation>只显示路径中含有此内容的结果</translation>
    </message>
    <message>
        <source>Show only results of a folder</source>
        <translation>只显示某个文件夹的结果</translation>
    </message>
    <message>
        <source>Show only results with a label</source>
        <translation>只显示带有某个标签的结果</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>结果的排序方式</translation>
    </message>
    <message>
        <source>by video</source>
        <translation>按视频</translation>
    </message>
    <message>
        <source>One result for each video; otherwise every segment is one</source>
        <translation>每个视频一个结果；否则每个片段一个结果</translation>
    </message>
    <message>
        <source>Size of the results</source>
        <translation>结果的大小</translation>
    </message>
    <message>
        <source>Size of the results; Ctrl and the mouse wheel do the same</source>
        <translation>结果的大小；也可用 Ctrl 加鼠标滚轮调整</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Duration, shortest first</source>
        <translation>时长，最短的在前</translation>
    </message>
    <message>
        <source>Date, newest first</source>
        <translation>日期，最新的在前</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>by rank</source>
        <translation>按名次</translation>
    </message>
    <message>
        <source>by distance</source>
        <translation>按距离</translation>
    </message>
    <message>
        <source>by path</source>
        <translation>按路径</translation>
    </message>
    <message>
        <source>by duration</source>
        <translation>按时长</translation>
    </message>
    <message>
        <source>by date</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>所有文件夹</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>No labels here: let folder names be labels when a folder is added</source>
        <translation>没有标签：添加文件夹时可用文件夹名作为标签</translation>
    </message>
</context>
<context>
    <name>ResultsHeader</name>
    <message>
        <source>Code length</source>
        <translation>编码长度</translation>
    </message>
    <message>
        <source>Longer codes are finer and larger.</source>
        <translation>编码越长越精细，也越占空间。</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>Codes of {n} bits</source>
        <translation>{n} 位编码</translation>
    </message>
    <message>
        <source>Search with codes of {n} bits</source>
        <translation>用 {n} 位编码搜索</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln segment(s)</source>
        <translation>
            <numerusform>共 %Ln 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln 个视频</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) found</source>
        <translation>
            <numerusform>找到 %Ln 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>{n} ms</source>
        <translation>{n} 毫秒</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Its drive or network folder is not connected.</source>
        <translation>其驱动器或网络文件夹未连接。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>Rank {rank}, {name}, from {start} to {end}, Hamming {hamming}, cosine {cosine}</source>
        <translation>第 {rank} 名，{name}，从 {start} 到 {end}，汉明 {hamming}，余弦 {cosine}</translation>
    </message>
    <message>
        <source>Marked as relevant.</source>
        <translation>已标记为相关。</translation>
    </message>
    <message>
        <source>Marked as not a match.</source>
        <translation>已标记为不匹配。</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Results, best first</source>
        <translation>结果，最佳的在前</translation>
    </message>
    <message>
        <source>Open at the matching second</source>
        <translation>在匹配的时间点打开</translation>
    </message>
    <message>
        <source>Compare with the query</source>
        <translation>与查询比较</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Relevant</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Not a match</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>Undo the last mark</source>
        <translation>撤销上一个标记</translation>
    </message>
    <message>
        <source>Move to trash…</source>
        <translation>移到回收站…</translation>
    </message>
    <message>
        <source>Search by this</source>
        <translation>用此结果搜索</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy path and time</source>
        <translation>复制路径和时间</translation>
    </message>
</context>
<context>
    <name>SearchControl</name>
    <message numerus="yes">
        <source>%Ln more file(s) wait: go forward to search by them.</source>
        <translation>
            <numerusform>还有 %Ln 个文件在等待：前进即可用它们搜索。</numerusform>
        </translation>
    </message>
    <message>
        <source>Search again to look through them too.</source>
        <translation>再次搜索即可包括它们。</translation>
    </message>
</context>
<context>
    <name>SearchingPage</name>
    <message>
        <source>Looking for copies…</source>
        <translation>正在查找副本…</translation>
    </message>
    <message>
        <source>Progress of the search for copies</source>
        <translation>查找副本的进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop looking for copies</source>
        <translation>停止查找副本</translation>
    </message>
    <message>
        <source>The codes of the library are being read.</source>
        <translation>正在读取视频库的编码。</translation>
    </message>
    <message>
        <source>{done} of {total} stretches compared</source>
        <translation>已比较 {done} / {total} 个片段</translation>
    </message>
    <message>
        <source>{done} of {total} pairs looked at closely</source>
        <translation>已细看 {done} / {total} 对</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset {title} to its default</source>
        <translation>将“{title}”恢复为默认值</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>A change takes effect at once.</source>
        <translation>更改立即生效。</translation>
    </message>
    <message>
        <source>re-rank</source>
        <translation>重新排序</translation>
    </message>
    <message>
        <source>A change orders the results anew.</source>
        <translation>更改会使结果重新排序。</translation>
    </message>
    <message>
        <source>re-index</source>
        <translation>重建索引</translation>
    </message>
    <message>
        <source>A change takes effect when the folders are indexed again.</source>
        <translation>更改在重新建立索引后生效。</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>A change takes effect when the window is opened again.</source>
        <translation>更改在重新打开窗口后生效。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Changed; the default is {value}</source>
        <translation>已更改；默认值为 {value}</translation>
    </message>
    <message>
        <source>This is no number. The value stays {value}.</source>
        <translation>这不是数字。值仍为 {value}。</translation>
    </message>
    <message>
        <source>From {low} to {high}, please. The value stays {value}.</source>
        <translation>请输入 {low} 到 {high} 之间的数。值仍为 {value}。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Indexing</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Decode processes</source>
        <translation>解码进程</translation>
    </message>
    <message>
        <source>How many videos are read at once; 0 is one less than the processor cores.</source>
        <translation>同时读取多少个视频；0 表示比处理器核心数少一个。</translation>
    </message>
    <message>
        <source>Segment length</source>
        <translation>片段长度</translation>
    </message>
    <message>
        <source>Milliseconds of video that share one code.</source>
        <translation>共用一个编码的视频毫秒数。</translation>
    </message>
    <message>
        <source>Segment overlap</source>
        <translation>片段重叠</translation>
    </message>
    <message>
        <source>Milliseconds that neighbouring segments share.</source>
        <translation>相邻片段共有的毫秒数。</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>解码方式</translation>
    </message>
    <message>
        <source>fast leaves out what changes no answer, and reads key frames alone where there are plenty; fastest reads long videos by key frames alone, up to 20 times quicker, but misses much where they are seconds apart; exact reads every frame.</source>
        <translation>“快速”略去不影响结果的部分，在关键帧充足时只读关键帧；“最快”对长视频只读关键帧，最多快 20 倍，但关键帧相隔数秒时会遗漏很多；“精确”读取每一帧。</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时间限制</translation>
    </message>
    <message>
        <source>Seconds of decoding after which a stretch of a file is given up.</source>
        <translation>解码文件的一段超过此秒数后放弃。</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>内存限制</translation>
    </message>
    <message>
        <source>Megabytes that one decode process may take (Linux and macOS).</source>
        <translation>一个解码进程可占用的兆字节数（Linux 和 macOS）。</translation>
    </message>
    <message>
        <source>Index pictures too</source>
        <translation>同时索引图片</translation>
    </message>
    <message>
        <source>Pictures count as videos of one frame.</source>
        <translation>图片视为只有一帧的视频。</translation>
    </message>
    <message>
        <source>Crops</source>
        <translation>裁剪数</translation>
    </message>
    <message>
        <source>For systems that look at clips: 1 is the middle of the picture, 10 are also its corners and all of them mirrored, which takes ten times as long; 0 is what the system has.</source>
        <translation>用于处理短片的系统：1 为画面中央，10 还包括四角以及全部镜像，耗时为十倍；0 为系统自带的设置。</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>短片数</translation>
    </message>
    <message>
        <source>For systems that look at clips: how many of a segment at most, evenly spread; their features are averaged. 0 is what the system has.</source>
        <translation>用于处理短片的系统：每个片段最多取多少个均匀分布的短片，其特征取平均；0 为系统自带的设置。</translation>
    </message>
    <message>
        <source>Keep frame features</source>
        <translation>保留帧特征</translation>
    </message>
    <message>
        <source>Keeps the features of every sampled frame (20 KB a segment) instead of one for all (1 KB).</source>
        <translation>保留每个采样帧的特征（每个片段 20 KB），而不是所有帧共用一个（1 KB）。</translation>
    </message>
    <message>
        <source>Readers per drive</source>
        <translation>每个驱动器的读取数</translation>
    </message>
    <message>
        <source>How many files of one drive are read at once; 0 is one on spinning and network drives, several on others.</source>
        <translation>同时读取同一驱动器上的多少个文件；0 表示机械硬盘和网络驱动器上一个，其他驱动器上多个。</translation>
    </message>
    <message>
        <source>Fetch files from the cloud</source>
        <translation>从云端获取文件</translation>
    </message>
    <message>
        <source>Also reads files whose content is in a cloud, which downloads them.</source>
        <translation>也读取内容在云端的文件，这会下载它们。</translation>
    </message>
    <message>
        <source>Quiet period</source>
        <translation>静默时间</translation>
    </message>
    <message>
        <source>Seconds that a file must not have changed before it is read: it may still be being copied.</source>
        <translation>文件在读取前必须保持不变的秒数：它可能仍在复制中。</translation>
    </message>
    <message>
        <source>Watch folders</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>New and changed videos are indexed by themselves.</source>
        <translation>新增和更改的视频会自动建立索引。</translation>
    </message>
    <message>
        <source>Look through network folders every</source>
        <translation>检查网络文件夹的间隔</translation>
    </message>
    <message>
        <source>Minutes between two looks at watched folders that cannot tell of changes themselves.</source>
        <translation>对无法自行通知更改的受监视文件夹，两次检查之间的分钟数。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>编码长度</translation>
    </message>
    <message>
        <source>Longer codes are finer and larger.</source>
        <translation>编码越长越精细，也越占空间。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果数</translation>
    </message>
    <message>
        <source>How many videos an answer holds in the window.</source>
        <translation>窗口中一次搜索最多显示多少个视频。</translation>
    </message>
    <message>
        <source>Search all segments</source>
        <translation>搜索所有片段</translation>
    </message>
    <message>
        <source>Also those that were set aside because they show next to nothing: dark, flat, frozen.</source>
        <translation>包括因几乎没有内容而搁置的片段：黑暗、单色、静止。</translation>
    </message>
    <message>
        <source>Group results by</source>
        <translation>结果分组方式</translation>
    </message>
    <message>
        <source>video: its best segment stands for it; segment: every segment is a result of its own.</source>
        <translation>“视频”：以最佳片段代表该视频；“片段”：每个片段都是单独的结果。</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Category mask</source>
        <translation>类别掩码</translation>
    </message>
    <message>
        <source>The share of the bits that counts: those that matter most for what the query shows. 1 counts all of them.</source>
        <translation>计入的位所占比例：对查询内容最重要的那些位。1 表示全部计入。</translation>
    </message>
    <message>
        <source>Category mask from</source>
        <translation>类别掩码起始置信度</translation>
    </message>
    <message>
        <source>How sure the category of a part of the query must be; with less all bits of that part count.</source>
        <translation>查询某一部分的类别所需的置信度；低于此值时该部分的所有位都计入。</translation>
    </message>
    <message>
        <source>Re-rank by affinity</source>
        <translation>按亲和度重新排序</translation>
    </message>
    <message>
        <source>Order the nearest by their features, and keep those alike enough.</source>
        <translation>按特征为最近的结果排序，只保留足够相似的。</translation>
    </message>
    <message>
        <source>Re-ranked results</source>
        <translation>重新排序的结果数</translation>
    </message>
    <message>
        <source>How many of the nearest are looked at.</source>
        <translation>查看多少个最近的结果。</translation>
    </message>
    <message>
        <source>Least likeness</source>
        <translation>最低相似度</translation>
    </message>
    <message>
        <source>The cosine that re-ranked results exceed; where none does the nearest are shown all the same.</source>
        <translation>重新排序的结果须超过的余弦；若都不超过，仍显示最近的结果。</translation>
    </message>
    <message>
        <source>Re-rank everything</source>
        <translation>对全部重新排序</translation>
    </message>
    <message>
        <source>Look for the nearest among all segments, not only among those with near codes. The first answer takes longer.</source>
        <translation>在所有片段中查找最近的，而不只在编码相近的片段中查找。首次搜索用时更长。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>auto takes CUDA, then MPS, then the CPU.</source>
        <translation>“自动”依次选用 CUDA、MPS、CPU。</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
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
        <translation>精度</translation>
    </message>
    <message>
        <source>auto takes bfloat16 where the device computes in it. A library is searched in the precision it was made with.</source>
        <translation>“自动”在设备支持时使用 bfloat16。视频库以建立时的精度搜索。</translation>
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
        <translation>模型</translation>
    </message>
    <message>
        <source>Mirror address</source>
        <translation>镜像地址</translation>
    </message>
    <message>
        <source>Web address of a folder that holds the files of weights by their published names; empty for where each was published.</source>
        <translation>存放权重文件（以发布时的文件名）的文件夹网址；留空则使用各自的发布地址。</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Web address of the proxy that downloads go through; empty for the one of the system or the environment.</source>
        <translation>下载所经代理的网址；留空则使用系统或环境的代理。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light, dark or as the system.</source>
        <translation>浅色、深色或跟随系统。</translation>
    </message>
    <message>
        <source>system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Size of results</source>
        <translation>结果的大小</translation>
    </message>
    <message>
        <source>Pixels that a result is wide, about.</source>
        <translation>每个结果的大致宽度（像素）。</translation>
    </message>
    <message>
        <source>Tune panel</source>
        <translation>调节面板</translation>
    </message>
    <message>
        <source>The sliders for searches, beside the results.</source>
        <translation>结果旁的搜索滑块。</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Charts of what searches find on your labels, beside the results.</source>
        <translation>结果旁的图表，显示在您的标签上的搜索效果。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language of the window. Numbers and dates follow it, too.</source>
        <translation>窗口的语言。数字和日期格式也随之改变。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Percent of the size that the system gives; everything grows with it.</source>
        <translation>系统字号的百分比；所有内容随之缩放。</translation>
    </message>
</context>
<context>
    <name>SettingsDock</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>没有包含这些词的设置。</translation>
    </message>
    <message>
        <source>Open settings file</source>
        <translation>打开设置文件</translation>
    </message>
    <message>
        <source>Open the settings file in an editor</source>
        <translation>在编辑器中打开设置文件</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Give every setting its default</source>
        <translation>将所有设置恢复为默认值</translation>
    </message>
    <message>
        <source>Some changes take effect when the window is opened again.</source>
        <translation>部分更改在重新打开窗口后生效。</translation>
    </message>
    <message>
        <source>Open again now</source>
        <translation>立即重新打开</translation>
    </message>
    <message>
        <source>Close the window and open it again</source>
        <translation>关闭窗口并重新打开</translation>
    </message>
    <message>
        <source>Some changes take effect when the folders are indexed again.</source>
        <translation>部分更改在重新建立索引后生效。</translation>
    </message>
    <message>
        <source>Index again</source>
        <translation>重新建立索引</translation>
    </message>
    <message>
        <source>Index all folders again</source>
        <translation>为所有文件夹重新建立索引</translation>
    </message>
    <message>
        <source>The settings are as they were.</source>
        <translation>设置已恢复原样。</translation>
    </message>
    <message>
        <source>Every setting has its default.</source>
        <translation>所有设置均为默认值。</translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation>撤销重置</translation>
    </message>
    <message>
        <source>Take back the reset of all settings</source>
        <translation>撤销对所有设置的重置</translation>
    </message>
    <message>
        <source>No program was found that opens {path}.</source>
        <translation>没有找到可以打开 {path} 的程序。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Add a folder of videos</source>
        <translation>添加视频文件夹</translation>
    </message>
    <message>
        <source>Choose a folder of videos to add</source>
        <translation>选择要添加的视频文件夹</translation>
    </message>
    <message>
        <source>Try the sample library</source>
        <translation>试用示例视频库</translation>
    </message>
    <message>
        <source>Make and search a sample library</source>
        <translation>生成并搜索示例视频库</translation>
    </message>
    <message>
        <source>Drop a folder of videos here</source>
        <translation>将视频文件夹拖放到这里</translation>
    </message>
    <message>
        <source>vhdesk reads it once, on this computer alone. Then drop a clip or a picture, and see where it appears, to the second.</source>
        <translation>vhdesk 只在这台电脑上读取一次。之后拖入一段视频或一张图片，即可看到它出现在哪里，精确到秒。</translation>
    </message>
    <message>
        <source>This library can be read but not written.</source>
        <translation>此视频库只能读取，不能写入。</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Contents of the library</source>
        <translation>视频库内容</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Encoding: starting…</source>
        <translation>编码：正在启动…</translation>
    </message>
    <message>
        <source>Encoding: {device}, {engine} {precision}</source>
        <translation>编码：{device}，{engine} {precision}</translation>
    </message>
    <message>
        <source>Encoding: not available</source>
        <translation>编码：不可用</translation>
    </message>
    <message numerus="yes">
        <source>Library %Ln segment(s)</source>
        <translation>
            <numerusform>视频库 %Ln 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dark stretch(es)</source>
        <translation>
            <numerusform>%Ln 段黑暗画面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stretch(es) of one colour</source>
        <translation>
            <numerusform>%Ln 段单色画面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still stretch(es)</source>
        <translation>
            <numerusform>%Ln 段静止画面</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} 位</translation>
    </message>
    <message>
        <source>{size} of codes</source>
        <translation>编码 {size}</translation>
    </message>
    <message>
        <source>{n} set aside</source>
        <translation>搁置 {n}</translation>
    </message>
    <message>
        <source>They show nothing to search for. The View menu can have them searched too.</source>
        <translation>其中没有可搜索的内容。可在“视图”菜单中选择同时搜索它们。</translation>
    </message>
</context>
<context>
    <name>SystemPane</name>
    <message>
        <source>The files are as they should be.</source>
        <translation>文件正常。</translation>
    </message>
    <message>
        <source>This library</source>
        <translation>此视频库</translation>
    </message>
    <message>
        <source>Quality on this library</source>
        <translation>在此视频库上的质量</translation>
    </message>
    <message>
        <source>Speed on this computer</source>
        <translation>在此计算机上的速度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Code lengths</source>
        <translation>编码长度</translation>
    </message>
    <message>
        <source>What it looks at</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Use for this library…</source>
        <translation>用于此视频库…</translation>
    </message>
    <message>
        <source>Use this system for the library</source>
        <translation>将此系统用于视频库</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>训练…</translation>
    </message>
    <message>
        <source>Train a system of your own from this one</source>
        <translation>以此系统为起点训练自己的系统</translation>
    </message>
    <message>
        <source>Measure the speed</source>
        <translation>测量速度</translation>
    </message>
    <message>
        <source>Measure the speed of this system here</source>
        <translation>测量此系统在本机的速度</translation>
    </message>
    <message>
        <source>Measure the quality</source>
        <translation>测量质量</translation>
    </message>
    <message>
        <source>Measure the quality of searches on your labels</source>
        <translation>用您的标签测量搜索质量</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Check the files of this system</source>
        <translation>检查此系统的文件</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder of this system</source>
        <translation>打开此系统的文件夹</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>在此训练</translation>
    </message>
    <message>
        <source>It is measured by labels, at least two of them: put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>质量按标签测量，至少需要两个：请将视频按类别放入各自的文件夹，并以“用文件夹名作为标签”添加。</translation>
    </message>
    <message>
        <source>The device of the settings is not there, so this cannot be told.</source>
        <translation>设置中的设备不可用，因此无法得知。</translation>
    </message>
    <message>
        <source>There is no video in the library yet.</source>
        <translation>视频库中还没有视频。</translation>
    </message>
    <message>
        <source>All of its videos are encoded: searches can use this system at once.</source>
        <translation>所有视频均已编码：搜索可立即使用此系统。</translation>
    </message>
    <message numerus="yes">
        <source>None of its %Ln video(s) is encoded: they would have to be read again.</source>
        <translation>
            <numerusform>%Ln 个视频均未编码：需要重新读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of its %Ln video(s) are encoded; the others would have to be read again.</source>
        <translation>
            <numerusform>%Ln 个视频中有 {done} 个已编码；其余需要重新读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message numerus="yes">
        <source>{n} bits: mAP {value}, measured on %Ln of your videos</source>
        <translation>
            <numerusform>{n} 位：mAP {value}，在您的 %Ln 个视频上测得</numerusform>
        </translation>
    </message>
    <message>
        <source>out of date: labels have changed</source>
        <translation>已过期：标签已更改</translation>
    </message>
    <message>
        <source>{speed} are encoded, on {device} with {engine} in {precision}</source>
        <translation>编码 {speed}，在 {device} 上使用 {engine}，{precision}</translation>
    </message>
    <message>
        <source>{n} frames of a segment, {side} × {side} pixels</source>
        <translation>每段 {n} 帧，{side} × {side} 像素</translation>
    </message>
</context>
<context>
    <name>SystemsModel</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>本机速度</translation>
    </message>
    <message>
        <source>Quality on this library</source>
        <translation>在此视频库上的质量</translation>
    </message>
    <message>
        <source>Videos encoded</source>
        <translation>已编码视频</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>one moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>needs weights</source>
        <translation>需要权重</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
</context>
<context>
    <name>ToolPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the library and its searches</source>
        <translation>返回视频库和搜索</translation>
    </message>
</context>
<context>
    <name>ToolPages</name>
    <message>
        <source>The quality is being measured…</source>
        <translation>正在测量质量…</translation>
    </message>
    <message>
        <source>The quality was measured.</source>
        <translation>质量已测量。</translation>
    </message>
</context>
<context>
    <name>TrainingControl</name>
    <message>
        <source>No file manager was found.</source>
        <translation>未找到文件管理器。</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Which system is trained</source>
        <translation>训练哪个系统</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>训练内容</translation>
    </message>
    <message>
        <source>Which part of the system is trained</source>
        <translation>训练系统的哪一部分</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Which videos it is trained on</source>
        <translation>用哪些视频训练</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add a folder of videos to the library</source>
        <translation>向视频库添加视频文件夹</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>The videos of this library</source>
        <translation>此视频库的视频</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>较少选项</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>更多选项</translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) of its videos are trained on.</source>
        <translation>
            <numerusform>将用其视频的 %Ln 个片段训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no labels, so the quality is shown by altered copies that find their original; with one folder per kind of video it would be shown as mAP, too.</source>
        <translation>没有标签，因此以修改过的副本能否找到原件来显示质量；若每类视频各放一个文件夹，还会显示 mAP。</translation>
    </message>
    <message>
        <source>The library is being opened…</source>
        <translation>正在打开视频库…</translation>
    </message>
    <message>
        <source>This needs at least {n} segments of video, and the library has {has}. Add a folder of videos.</source>
        <translation>至少需要 {n} 个视频片段，视频库有 {has} 个。请添加视频文件夹。</translation>
    </message>
    <message>
        <source>This is trained by labels: at least {n} kinds of videos, and there are {has}. Put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>此训练需要标签：至少 {n} 类视频，现有 {has} 类。请将视频按类别放入各自的文件夹，并以“用文件夹名作为标签”添加。</translation>
    </message>
    <message>
        <source>Add at least one folder.</source>
        <translation>请至少添加一个文件夹。</translation>
    </message>
</context>
<context>
    <name>TrainingLive</name>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>停止并保留最佳</translation>
    </message>
    <message>
        <source>Stop the training and keep the best so far</source>
        <translation>停止训练并保留目前最好的结果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the training and keep nothing of it</source>
        <translation>取消训练且不保留任何内容</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>The curves are being loaded…</source>
        <translation>正在加载曲线…</translation>
    </message>
    <message>
        <source>Nothing is being trained</source>
        <translation>当前没有训练</translation>
    </message>
    <message>
        <source>Training makes a system of its own beside those that there are, so nothing can get worse: try it, compare, switch back. It runs in the background; the window can be used meanwhile.</source>
        <translation>训练会在现有系统之外生成新的系统，因此不会变差：可以试用、比较、切换回来。训练在后台进行，期间窗口可正常使用。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Quality on what is held out</source>
        <translation>保留数据上的质量</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Reading videos</source>
        <translation>读取视频</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>读取图片</translation>
    </message>
    <message>
        <source>Encoding the videos and altered copies</source>
        <translation>编码视频及其修改副本</translation>
    </message>
    <message>
        <source>Encoding the pictures and altered copies</source>
        <translation>编码图片及其修改副本</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}：{done} / {total}</translation>
    </message>
    <message>
        <source>{what}: {done}</source>
        <translation>{what}：{done}</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>第 {n} 步，共 {all} 步</translation>
    </message>
    <message>
        <source>Step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>loss {loss} · {n} steps a second · pass {epoch} over the data</source>
        <translation>损失 {loss} · 每秒 {n} 步 · 数据第 {epoch} 轮</translation>
    </message>
    <message>
        <source>The best so far: {what} {value}, at step {n}</source>
        <translation>目前最佳：{what} {value}，第 {n} 步</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>The training has ended</source>
        <translation>训练已结束</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Makes a system of your own from one that there is. Nothing leaves this computer.</source>
        <translation>从现有系统生成您自己的系统。任何内容都不会离开此计算机。</translation>
    </message>
</context>
<context>
    <name>TrashBox</name>
    <message>
        <source>Move to trash?</source>
        <translation>移到回收站？</translation>
    </message>
    <message>
        <source>Move “{name}” to the trash?</source>
        <translation>将“{name}”移到回收站？</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the trash?</source>
        <translation>
            <numerusform>将 %Ln 个文件移到回收站？</numerusform>
        </translation>
    </message>
    <message>
        <source>{question} It frees {size}.</source>
        <translation>{question}可释放 {size}。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>以及另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave the results; the system&apos;s trash can give them back.</source>
        <translation>它们将从结果中消失；可从系统的回收站中恢复。</translation>
    </message>
    <message>
        <source>It leaves the results; the system&apos;s trash can give it back.</source>
        <translation>它将从结果中消失；可从系统的回收站中恢复。</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s)</source>
        <translation>
            <numerusform>移动 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>不作更改</translation>
    </message>
</context>
<context>
    <name>TrimHandle</name>
    <message>
        <source>Drag, or press the arrow keys: 0.1 s, with Shift 1 s</source>
        <translation>拖动或按方向键：0.1 秒；按住 Shift 为 1 秒</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Rebuild what can be read</source>
        <translation>重建可读取的部分</translation>
    </message>
    <message>
        <source>Rebuild the library from what can still be read</source>
        <translation>用仍可读取的内容重建视频库</translation>
    </message>
    <message>
        <source>Choose another library…</source>
        <translation>选择其他视频库…</translation>
    </message>
    <message>
        <source>Choose another library file</source>
        <translation>选择其他视频库文件</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try to open this library again</source>
        <translation>再次尝试打开此视频库</translation>
    </message>
    <message>
        <source>Rebuilding keeps the damaged file beside the new one and deletes nothing.</source>
        <translation>重建会保留损坏的文件，与新文件放在一起，不删除任何内容。</translation>
    </message>
    <message>
        <source>This library cannot be opened</source>
        <translation>无法打开此视频库</translation>
    </message>
    <message>
        <source>Rebuilding the library…</source>
        <translation>正在重建视频库…</translation>
    </message>
    <message>
        <source>This reads the whole file and may take some minutes.</source>
        <translation>这需要读取整个文件，可能要几分钟。</translation>
    </message>
</context>
<context>
    <name>TuneControl</name>
    <message>
        <source>This library has no categories, so all bits count.</source>
        <translation>此视频库没有类别，因此所有位都计入。</translation>
    </message>
    <message>
        <source>The measurement was stopped.</source>
        <translation>测量已停止。</translation>
    </message>
</context>
<context>
    <name>TuneDock</name>
    <message>
        <source>Tune</source>
        <translation>调节</translation>
    </message>
    <message>
        <source>What you are looking for</source>
        <translation>您要找什么</translation>
    </message>
    <message>
        <source>Sets all of the sliders below.</source>
        <translation>设置下方的所有滑块。</translation>
    </message>
    <message>
        <source>Exact copies</source>
        <translation>完全相同的副本</translation>
    </message>
    <message>
        <source>The same scene</source>
        <translation>同一场景</translation>
    </message>
    <message>
        <source>The same kind of action</source>
        <translation>同类动作</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>编码长度</translation>
    </message>
    <message>
        <source>Longer codes are finer and larger.</source>
        <translation>编码越长越精细，也越占空间。</translation>
    </message>
    <message>
        <source>Category mask</source>
        <translation>类别掩码</translation>
    </message>
    <message>
        <source>The share of the bits that counts: those that matter for what the query shows.</source>
        <translation>计入的位所占比例：对查询内容重要的那些位。</translation>
    </message>
    <message>
        <source>Learn from the labels</source>
        <translation>从标签学习</translation>
    </message>
    <message>
        <source>Learn categories from the labels</source>
        <translation>从标签学习类别</translation>
    </message>
    <message>
        <source>Re-rank by affinity</source>
        <translation>按亲和度重新排序</translation>
    </message>
    <message>
        <source>Orders the nearest by their features, and keeps those that are alike enough.</source>
        <translation>按特征为最近的结果排序，只保留足够相似的。</translation>
    </message>
    <message>
        <source>Re-ranked results</source>
        <translation>重新排序的结果数</translation>
    </message>
    <message>
        <source>How many of the nearest are looked at.</source>
        <translation>查看多少个最近的结果。</translation>
    </message>
    <message>
        <source>Cosine above</source>
        <translation>余弦高于</translation>
    </message>
    <message>
        <source>Higher keeps fewer and surer ones.</source>
        <translation>越高，保留的结果越少、越可靠。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Reset all of the sliders</source>
        <translation>重置所有滑块</translation>
    </message>
    <message>
        <source>LOOKING FOR</source>
        <translation>查找目标</translation>
    </message>
    <message>
        <source>This needs categories, which can be learned from your labels.</source>
        <translation>这需要类别，可从您的标签学习。</translation>
    </message>
    <message>
        <source>This needs categories, and they are learned from labels: put the videos in one folder per kind and add it with “Labels from folder names”.</source>
        <translation>这需要类别，而类别从标签学习：请按种类将视频分别放入各自的文件夹，再用“用文件夹名作为标签”添加。</translation>
    </message>
    <message>
        <source>None of them is that close: they are shown all the same.</source>
        <translation>没有一个如此接近：仍然显示它们。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln 个结果</numerusform>
        </translation>
    </message>
    <message>
        <source>{kept} of {all} kept</source>
        <translation>{all} 个中保留 {kept} 个</translation>
    </message>
    <message>
        <source>Not sure enough what it shows ({name}, {share}): all bits count.</source>
        <translation>不够确定其内容（{name}，{share}）：所有位都计入。</translation>
    </message>
    <message>
        <source>Taken for {names}: {n} of {all} bits count.</source>
        <translation>视为 {names}：{all} 位中有 {n} 位计入。</translation>
    </message>
</context>
<context>
    <name>UseBox</name>
    <message>
        <source>Use another system?</source>
        <translation>使用其他系统？</translation>
    </message>
    <message>
        <source>Use “{name}” for this library?</source>
        <translation>将“{name}”用于此视频库？</translation>
    </message>
    <message>
        <source>The library is opened again; searches then use its codes.</source>
        <translation>视频库将重新打开；之后的搜索使用其编码。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) have no codes of it yet: they are read again in the background, and found from then on.</source>
        <translation>
            <numerusform>%Ln 个视频还没有它的编码：将在后台重新读取，之后即可被找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>Encoding alone takes about {time}.</source>
        <translation>仅编码就需要约 {time}。</translation>
    </message>
    <message>
        <source>What other systems made stays in the library: you can switch back at any time.</source>
        <translation>其他系统生成的内容会保留在视频库中：可随时切换回来。</translation>
    </message>
    <message>
        <source>Use and read again</source>
        <translation>使用并重新读取</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use this system</source>
        <translation>使用此系统</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>不做更改</translation>
    </message>
</context>
<context>
    <name>WeightsModel</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>WeightsPane</name>
    <message>
        <source>The file is as it should be.</source>
        <translation>文件正常。</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Published hash</source>
        <translation>公布的哈希值</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Published accuracy</source>
        <translation>公布的准确率</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the download; what came is kept</source>
        <translation>暂停下载；已下载部分会保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the download and remove what came of it</source>
        <translation>取消下载并删除已下载部分</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import these weights from a file</source>
        <translation>从文件导入这些权重</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Compare the file with its hash</source>
        <translation>将文件与其哈希值比较</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>打开来源</translation>
    </message>
    <message>
        <source>Open the source of these weights in the browser</source>
        <translation>在浏览器中打开这些权重的来源</translation>
    </message>
    <message>
        <source>none: the file is only as good as its source</source>
        <translation>无：文件的可靠性取决于其来源</translation>
    </message>
    <message>
        <source>sha256 begins with {digits}</source>
        <translation>sha256 以 {digits} 开头</translation>
    </message>
    <message>
        <source>agrees with the published hash</source>
        <translation>与公布的哈希值一致</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Download these weights</source>
        <translation>下载这些权重</translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Go on with the download of these weights</source>
        <translation>继续下载这些权重</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>重新下载</translation>
    </message>
    <message>
        <source>Download these weights again</source>
        <translation>重新下载这些权重</translation>
    </message>
    <message>
        <source>Download {size}…</source>
        <translation>下载 {size}…</translation>
    </message>
    <message>
        <source>Discard what came</source>
        <translation>丢弃已下载部分</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove what came of the download</source>
        <translation>删除已下载部分</translation>
    </message>
    <message>
        <source>Remove these weights from this computer</source>
        <translation>从此计算机移除这些权重</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Choose a file to search by</source>
        <translation>选择用于搜索的文件</translation>
    </message>
    <message>
        <source>The library is being opened…</source>
        <translation>正在打开视频库…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s) can be searched.</source>
        <translation>
            <numerusform>可搜索 %Ln 个视频。</numerusform>
        </translation>
    </message>
    <message>
        <source>More are being indexed.</source>
        <translation>正在为更多视频建立索引。</translation>
    </message>
    <message>
        <source>The first videos are being indexed; what is done can be searched at once.</source>
        <translation>正在为第一批视频建立索引；完成的部分可立即搜索。</translation>
    </message>
    <message>
        <source>There is no video in the library yet: add a folder first.</source>
        <translation>视频库中还没有视频：请先添加文件夹。</translation>
    </message>
    <message>
        <source>There is no video in this library, and it cannot be written.</source>
        <translation>此视频库中没有视频，且无法写入。</translation>
    </message>
    <message>
        <source>Drop a video or a picture here</source>
        <translation>将视频或图片拖放到这里</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Precision at N</source>
        <translation>前 N 个的查准率</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>查准率和查全率</translation>
    </message>
    <message>
        <source>mAP by code length</source>
        <translation>mAP 与编码长度</translation>
    </message>
    <message>
        <source>mAP by category mask</source>
        <translation>mAP 与类别掩码</translation>
    </message>
    <message>
        <source>Re-ranking by cosine</source>
        <translation>按余弦重新排序</translation>
    </message>
    <message>
        <source>Bits and categories</source>
        <translation>位与类别</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>without hashing</source>
        <translation>不用哈希</translation>
    </message>
    <message>
        <source>class first</source>
        <translation>类别优先</translation>
    </message>
    <message>
        <source>{n} bits</source>
        <translation>{n} 位</translation>
    </message>
    <message>
        <source>mask {share}</source>
        <translation>掩码 {share}</translation>
    </message>
    <message>
        <source>Measured on {n} of your videos: not comparable with published tables.</source>
        <translation>基于你的 {n} 个视频测得：不可与已发表的表格比较。</translation>
    </message>
    <message>
        <source>videos returned</source>
        <translation>返回的视频数</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>查准率</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>查全率</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>category mask, {n} bits</source>
        <translation>类别掩码，{n} 位</translation>
    </message>
    <message>
        <source>as many random bits</source>
        <translation>同样多的随机位</translation>
    </message>
    <message>
        <source>mask of the true category</source>
        <translation>真实类别的掩码</translation>
    </message>
    <message>
        <source>share of bits that count</source>
        <translation>计入的位所占比例</translation>
    </message>
    <message>
        <source>precision, {k} re-ranked</source>
        <translation>查准率，重新排序 {k} 个</translation>
    </message>
    <message>
        <source>recall, {k} re-ranked</source>
        <translation>查全率，重新排序 {k} 个</translation>
    </message>
    <message>
        <source>nothing kept, {k} re-ranked</source>
        <translation>无保留，重新排序 {k} 个</translation>
    </message>
    <message>
        <source>cosine to exceed</source>
        <translation>须超过的余弦</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>The brighter, the more the bit matters; a mask keeps those in colour.</source>
        <translation>越亮表示该位越重要；掩码保留彩色的位。</translation>
    </message>
    <message>
        <source>bit</source>
        <translation>位</translation>
    </message>
</context>
<context>
    <name>copies</name>
    <message>
        <source>part {stretch}</source>
        <translation>片段 {stretch}</translation>
    </message>
    <message>
        <source>same file</source>
        <translation>相同文件</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>相同图片</translation>
    </message>
    <message>
        <source>whole copy</source>
        <translation>完整副本</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{n} Mbit/s</source>
        <translation>{n} Mbit/s</translation>
    </message>
    <message>
        <source>equal to the last byte</source>
        <translation>逐字节相同</translation>
    </message>
    <message>
        <source>{n} of {bits} bits apart</source>
        <translation>相差 {n} / {bits} 位</translation>
    </message>
    <message>
        <source>all are the same file; the first by name</source>
        <translation>全部是相同文件；按名称取第一个</translation>
    </message>
    <message>
        <source>whole, where another is damaged</source>
        <translation>完好，而另一个已损坏</translation>
    </message>
    <message>
        <source>in colour, where another is not</source>
        <translation>彩色，而另一个不是</translation>
    </message>
    <message>
        <source>no copy is better in anything that is known; the first by name</source>
        <translation>已知各方面没有更好的副本；按名称取第一个</translation>
    </message>
    <message>
        <source>longest: {a} against {b}</source>
        <translation>最长：{a}，另一个 {b}</translation>
    </message>
    <message>
        <source>largest: {a} against {b}</source>
        <translation>最大：{a}，另一个 {b}</translation>
    </message>
    <message>
        <source>smoothest: {a} against {b} frames a second</source>
        <translation>最流畅：每秒 {a} 帧，另一个 {b} 帧</translation>
    </message>
    <message>
        <source>highest bit rate: {a} against {b} Mbit/s</source>
        <translation>码率最高：{a}，另一个 {b} Mbit/s</translation>
    </message>
    <message>
        <source>codec {a} against {b}</source>
        <translation>编解码器 {a}，另一个 {b}</translation>
    </message>
    <message>
        <source>largest: {a} against {b} with black borders</source>
        <translation>最大：{a}，另一个 {b} 且带黑边</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>Something went wrong inside vhdesk ({fault}).</source>
        <translation>vhdesk 内部出错（{fault}）。</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>{n} s left</source>
        <translation>剩余 {n} 秒</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>剩余 {n} 分钟</translation>
    </message>
    <message>
        <source>{h} h {m} min left</source>
        <translation>剩余 {h} 小时 {m} 分钟</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分钟</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>{name}, trained here</source>
        <translation>{name}（在此训练）</translation>
    </message>
    <message>
        <source>Built-in system</source>
        <translation>内置系统</translation>
    </message>
    <message>
        <source>{n} segments/s</source>
        <translation>{n} 片段/秒</translation>
    </message>
    <message>
        <source>{n} segments a second</source>
        <translation>每秒 {n} 个片段</translation>
    </message>
    <message>
        <source>mAP {value} at {n} bits</source>
        <translation>mAP {value}（{n} 位）</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>downloading, {n} %</source>
        <translation>正在下载，{n} %</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>未下载</translation>
    </message>
    <message>
        <source>import only</source>
        <translation>仅可导入</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Waits for the download before it.</source>
        <translation>等待前一个下载完成。</translation>
    </message>
    <message>
        <source>{reason}; trying again…</source>
        <translation>{reason}；正在重试…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>每秒 {size}</translation>
    </message>
</context>
<context>
    <name>tool words</name>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>Mirror address</source>
        <translation>镜像地址</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>训练…</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss, held out</source>
        <translation>损失（保留数据）</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Quality on what is held out</source>
        <translation>保留数据上的质量</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Batches a step</source>
        <translation>每步批数</translation>
    </message>
    <message>
        <source>Share of altered pictures</source>
        <translation>修改图片的比例</translation>
    </message>
    <message>
        <source>Decay of the weights&apos; average</source>
        <translation>权重平均衰减</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Code lengths</source>
        <translation>编码长度</translation>
    </message>
    <message>
        <source>Steps for the codes</source>
        <translation>编码训练步数</translation>
    </message>
    <message>
        <source>Crops of a picture</source>
        <translation>每张图片的裁剪数</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout in every layer of the heads</source>
        <translation>头部每层使用 Dropout</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Patience of the learning rate</source>
        <translation>学习率耐心</translation>
    </message>
    <message>
        <source>Stored features</source>
        <translation>已存特征</translation>
    </message>
    <message>
        <source>Folds to measure with</source>
        <translation>测量用折数</translation>
    </message>
    <message>
        <source>Replace a system of that name</source>
        <translation>替换同名系统</translation>
    </message>
    <message>
        <source>Frames of a segment</source>
        <translation>每段帧数</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>冻结层数</translation>
    </message>
    <message>
        <source>Table of recordings</source>
        <translation>录像表</translation>
    </message>
    <message>
        <source>Dropout of the heads</source>
        <translation>头部 Dropout</translation>
    </message>
    <message>
        <source>Learning rate of the heads</source>
        <translation>头部学习率</translation>
    </message>
    <message>
        <source>Steps for the heads</source>
        <translation>头部训练步数</translation>
    </message>
    <message>
        <source>Share to measure on</source>
        <translation>测量用比例</translation>
    </message>
    <message>
        <source>Folders of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>System to imitate</source>
        <translation>模仿的系统</translation>
    </message>
    <message>
        <source>What is imitated</source>
        <translation>模仿内容</translation>
    </message>
    <message>
        <source>Weight of the imitation</source>
        <translation>模仿权重</translation>
    </message>
    <message>
        <source>Labels from folder names</source>
        <translation>用文件夹名作为标签</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Name of the new system</source>
        <translation>新系统名称</translation>
    </message>
    <message>
        <source>Batch norm first</source>
        <translation>批归一化在前</translation>
    </message>
    <message>
        <source>Folder of the new system</source>
        <translation>新系统文件夹</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Pooling over time</source>
        <translation>时间池化</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>运算精度</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Go on with a training that was stopped</source>
        <translation>继续已停止的训练</translation>
    </message>
    <message>
        <source>Seed of all random choices</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Side of the pictures</source>
        <translation>图片边长</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Networks to imitate</source>
        <translation>要模仿的网络</translation>
    </message>
    <message>
        <source>Folders of videos</source>
        <translation>视频文件夹</translation>
    </message>
    <message>
        <source>Share to choose the best by</source>
        <translation>用于选择最佳的比例</translation>
    </message>
    <message>
        <source>Batches whose gradients make one step.</source>
        <translation>多少批的梯度合成一步。</translation>
    </message>
    <message>
        <source>Of the pictures, so many are cropped, darkened, blurred… as copies are.</source>
        <translation>这么多图片会像副本那样被裁剪、变暗、模糊…等。</translation>
    </message>
    <message>
        <source>The average of the weights is kept; higher values look further back.</source>
        <translation>保留权重的平均值；值越大回看越远。</translation>
    </message>
    <message>
        <source>Pictures or clips a step. Less takes less memory.</source>
        <translation>每步的图片或片段数。越少占用内存越少。</translation>
    </message>
    <message>
        <source>Multiples of 8, with commas; empty for those of the system.</source>
        <translation>8 的倍数，用逗号分隔；留空则用系统的长度。</translation>
    </message>
    <message>
        <source>How long the codes themselves are trained.</source>
        <translation>编码本身训练多久。</translation>
    </message>
    <message>
        <source>How many parts of every picture are looked at.</source>
        <translation>每张图片查看多少个部分。</translation>
    </message>
    <message>
        <source>Keeps the weights small.</source>
        <translation>使权重保持较小。</translation>
    </message>
    <message>
        <source>Of the features, so many are left out at each step.</source>
        <translation>每步随机略去这么多特征。</translation>
    </message>
    <message>
        <source>Otherwise at their input alone.</source>
        <translation>否则仅在输入处。</translation>
    </message>
    <message>
        <source>Passes over all videos.</source>
        <translation>遍历所有视频的次数。</translation>
    </message>
    <message>
        <source>It falls to a tenth after so many epochs without gain.</source>
        <translation>这么多轮没有提升后降为十分之一。</translation>
    </message>
    <message>
        <source>A file (.npz or .safetensors) to train on instead of videos.</source>
        <translation>用于代替视频训练的文件（.npz 或 .safetensors）。</translation>
    </message>
    <message>
        <source>So many more trainings, each without a fifth of the recordings, for measuring.</source>
        <translation>额外训练这么多次，每次去掉五分之一的录像，用于测量。</translation>
    </message>
    <message>
        <source>Without it a system that is there stays as it is.</source>
        <translation>否则已有的系统保持不变。</translation>
    </message>
    <message>
        <source>How many frames of every segment are looked at.</source>
        <translation>每个片段查看多少帧。</translation>
    </message>
    <message>
        <source>The first layers that stay as they are.</source>
        <translation>保持不变的前几层。</translation>
    </message>
    <message>
        <source>A CSV file with the columns path and group: recordings are held out whole.</source>
        <translation>含 path 和 group 列的 CSV 文件：录像会整体保留。</translation>
    </message>
    <message>
        <source>How far each step of the heads goes.</source>
        <translation>头部每步的步长。</translation>
    </message>
    <message>
        <source>How long the head of every code length is trained.</source>
        <translation>每种编码长度的头部训练多久。</translation>
    </message>
    <message>
        <source>These recordings are not trained on; the quality is measured on them.</source>
        <translation>这些录像不参与训练，用来测量质量。</translation>
    </message>
    <message>
        <source>Pictures below these folders are looked at, too.</source>
        <translation>也会使用这些文件夹下的图片。</translation>
    </message>
    <message>
        <source>A trained system of the same kind, by name; empty for none.</source>
        <translation>同类的已训练系统名称；留空则无。</translation>
    </message>
    <message>
        <source>The tokens (bert) or the feature of the clip (mars).</source>
        <translation>词元（bert）或片段特征（mars）。</translation>
    </message>
    <message>
        <source>Empty for what was published.</source>
        <translation>留空则用论文的值。</translation>
    </message>
    <message>
        <source>For folders that you name here: shows mAP while it trains.</source>
        <translation>对此处指定的文件夹：训练时显示 mAP。</translation>
    </message>
    <message>
        <source>It ends after so long, at the latest.</source>
        <translation>最迟在此时间后结束。</translation>
    </message>
    <message>
        <source>By this name it is found among the models.</source>
        <translation>以此名称出现在模型中。</translation>
    </message>
    <message>
        <source>Before the ReLU of the heads instead of behind it.</source>
        <translation>在头部 ReLU 之前而非之后。</translation>
    </message>
    <message>
        <source>Empty for a folder among your data, where vhdesk finds it.</source>
        <translation>留空则放在您的数据中，vhdesk 可找到。</translation>
    </message>
    <message>
        <source>It ends after so many measurements without gain; empty for never.</source>
        <translation>这么多次测量没有提升后结束；留空则不提前结束。</translation>
    </message>
    <message>
        <source>By BERT, or by the mean as the baseline.</source>
        <translation>用 BERT，或以均值作为基线。</translation>
    </message>
    <message>
        <source>Mixed precision is faster on graphics processors.</source>
        <translation>混合精度在图形处理器上更快。</translation>
    </message>
    <message>
        <source>How far each step goes.</source>
        <translation>每步的步长。</translation>
    </message>
    <message>
        <source>With the same options and the same name.</source>
        <translation>使用相同的选项和名称。</translation>
    </message>
    <message>
        <source>The same seed and data give the same system.</source>
        <translation>相同的种子和数据得到相同的系统。</translation>
    </message>
    <message>
        <source>Pixels. Less is faster and sees less.</source>
        <translation>像素。越小越快，看到的越少。</translation>
    </message>
    <message>
        <source>A system by name, or a file of weights.</source>
        <translation>系统名称，或权重文件。</translation>
    </message>
    <message>
        <source>It ends after so many steps, at the latest.</source>
        <translation>最迟在这么多步后结束。</translation>
    </message>
    <message>
        <source>ONNX networks whose answers are learned.</source>
        <translation>学习其输出的 ONNX 网络。</translation>
    </message>
    <message>
        <source>Videos below these folders are trained on.</source>
        <translation>用这些文件夹下的视频训练。</translation>
    </message>
    <message>
        <source>Of the recordings that are trained on; the checkpoint is chosen by them.</source>
        <translation>取自训练用录像；据此选择检查点。</translation>
    </message>
    <message>
        <source>The built-in system</source>
        <translation>内置系统</translation>
    </message>
    <message>
        <source>Movement, R(2+1)D-18 with BERT</source>
        <translation>动作，R(2+1)D-18 与 BERT</translation>
    </message>
    <message>
        <source>Movement, R(2+1)D-34 with BERT</source>
        <translation>动作，R(2+1)D-34 与 BERT</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Fits the codes to your labels: one folder per kind of video. The encoder stays as it is.</source>
        <translation>让编码适应您的标签：每类视频一个文件夹。编码器保持不变。</translation>
    </message>
    <message>
        <source>Trains the net that looks at movement on your labels, one folder per kind of video, and then the codes. Takes hours on a graphics processor, days without one.</source>
        <translation>用您的标签（每类视频一个文件夹）训练观察动作的网络，然后训练编码。有图形处理器需数小时，没有则需数天。</translation>
    </message>
    <message>
        <source>Fits the codes to your videos, without labels, so that they tell apart what you have. Takes minutes; the encoder stays as it is.</source>
        <translation>无需标签，让编码适应您的视频，以区分您拥有的内容。需数分钟；编码器保持不变。</translation>
    </message>
    <message>
        <source>Trains the net that looks at frames, by imitating larger networks that you have as ONNX files, and then the codes. Takes an hour or more.</source>
        <translation>通过模仿您以 ONNX 文件提供的较大网络来训练观察画面的网络，然后训练编码。需一小时或更久。</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>precision of the first five</source>
        <translation>前五个的查准率</translation>
    </message>
    <message>
        <source>altered copies that find their original</source>
        <translation>能找到原件的修改副本</translation>
    </message>
</context>
</TS>
