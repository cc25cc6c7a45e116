# languages, Mongolian and voice notes
# ── languages ──
voice-language-zh = 中文
voice-language-en = English
voice-language-mn = 蒙古文
voice-languages = 换语言
voice-hello = 您好
voice-hello-text = 这一页有蒙古文。
voice-hello-recorded = 这一页有蒙古文和蒙古语录音。
voice-listen = 听
voice-listen-to = 听蒙古语：{ $what }
voice-chinese-counts = 以汉文本为准
voice-unreviewed = 待校
voice-unreviewed-means = 带点线的蒙古文还没有经过母语的人校对，意思以汉文为准。
voice-other-way = 用蒙古文看这一页
# ── recording ──
voice-label = 录音
voice-hint = 可以只录音，说方言、说本民族的话都行，有人替您记成文字，再念给您听。
voice-limit = 最长 { $minutes } 分钟。
voice-record = 录音
voice-stop = 停
voice-again = 重录
voice-remove = 不要这段了
voice-play = 听一听
voice-recording = 正在录，{ $time }
voice-recorded = 录好了，{ $time }
voice-full = 录满了，{ $time }。还有要说的，登记以后可以再补一段。
voice-refused = 没有让用话筒。可以在浏览器里允许，或者选一段录好的。
voice-broken = 这台设备录不了。可以选一段录好的。
voice-kept = 上次录的还在
voice-choose = 或者选一段录好的
voice-file-name = 录音
voice-facts = 见录音。
voice-claim = 想怎么解决，见录音。听过以后分条写上
voice-sent = 您的录音
voice-save = 存下来
voice-transcript = 由{ $who }记录，{ $read ->
    [yes] 念过
   *[no] 还没念给您听
}
voice-transcript-none = 还没记成文字。记好以后会念给您听。
# ── at the desk ──
voice-desk-title = 把录音记成文字
voice-desk-lead = 逐句照着记，听不清的写“听不清”，不改她的意思。
voice-desk-task = 待记成文字
voice-desk-write = 记成文字
voice-desk-text = 录音里说的
voice-desk-text-hint = 说蒙古语的，记成汉文；原话要紧的地方，蒙古文写在后面。
voice-desk-read = 已经念给本人听过，她说对
voice-desk-read-hint = 没联系上就先不勾，念过以后再记一次。
voice-desk-send = 记下
voice-desk-done = 记下了，她在自己的那一页也看得到。
voice-desk-transcript = 由{ $who }记录，{ $read ->
    [yes] 念给本人听过
   *[no] 还没念给本人听
}
voice-desk-note = 录音“{ $file }”记成文字，由{ $who }记录，{ $read ->
    [yes] 念给本人听过
   *[no] 还没念给本人听
}：
refusal-voice-too-long = 这段录音太长，最多 { $minutes } 分钟。可以分几段，登记以后再补。
refusal-voice-kind = “{ $file }”不是录音。请选一段录音，照片和材料放在下面那一栏。
