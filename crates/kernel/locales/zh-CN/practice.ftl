# 实践做法

term-point = 代办点
term-station = 代办站
term-center = 代办中心
term-agent = 代办员
term-station-lead = 站长
term-grid-member = 网格员
term-dispatch = 派单
term-claim = 认领
term-reply = 答复
term-done = 办完
term-follow-up = 回访
term-rate = 评价
term-escalate = 提级
term-close = 结束
term-lead = 主办

practice-part-agent = 代办
practice-part-assist = 协办
practice-part-lead = 主办

every-day = 每日
every-week = 每周
every-half-month = 每半月
every-month = 每月
every-year = 每年

practice-mistake = { $file } 第 { $line } 行
practice-mistake-whole = { $file }

refusal-practice-file-missing = 少了文件 { $file }。每个做法都要有，可以从 practices 里别的做法抄一份来改。
refusal-practice-file-unknown = 这个文件名不认得，里面写的不会生效。可以用的名字：{ $known }。给人看的说明用 .md 结尾。
refusal-practice-toml = 这一行看不懂：{ $detail }。写法是 名字 = "值"，一行一个。
refusal-practice-name = 名字写的是“{ $name }”，文件夹叫“{ $folder }”。两个要一样，请改成“{ $folder }”。
refusal-practice-day = 日期看不懂。请写成 2026-01-01 这样。
refusal-practice-clock-unknown = 没有叫“{ $clock }”的期限。最像的是 { $like }。全部名字用 lianxin deadline 可以列出来。
refusal-practice-clock-unit = 期限“{ $clock }”的单位看不懂。可以写：{ $known }。
refusal-practice-clock-law-unit = 期限“{ $clock }”的单位是法律定的，不能改成别的。请写 unit = "{ $unit }"，最多 { $max }。
refusal-practice-clock-beyond-law = 期限“{ $clock }”写了 { $length }，法律最多给 { $max }。本地的做法只能更短。请写 { $max } 或者更小的数。
refusal-practice-clock-shorter-right = 期限“{ $clock }”是群众的权利，法律给 { $max }，不能缩短到 { $length }。请写 { $max } 或者更大的数。
refusal-practice-clock-given = 期限“{ $clock }”每一件单独定，这里不能写死。请删掉这一段。
refusal-practice-setting-unknown = 没有叫“{ $name }”的参数。可以写：{ $known }。
refusal-practice-twice = “{ $what }”写了两遍。请留一行。
refusal-practice-department-unknown = 单位“{ $name }”不在 departments.csv 里。请先在那里加一行，或者用：{ $known }。
refusal-practice-division-unknown = 区划 { $code } 不存在。请查 sample/divisions.csv 里的代码。
refusal-practice-word-unknown = “{ $text }”看不懂。可以填：{ $known }。
refusal-practice-cycle-owner = 没有写谁负责。没有人负责的事没有人做。可以填：{ $known }。
refusal-practice-days = “{ $text }”不是天数。请写大于 0 的整数。
refusal-practice-assignment-beyond-law = 写了 { $days } 天，法律最多给 { $max } 天。请写 { $max } 或者更小的数。
refusal-practice-no-county = 没有写演示在哪个旗县。请至少写一段 [[county]]。
refusal-practice-no-post = 登录名“{ $login }”对不上岗位：“{ $word }”这样的岗位有 { $there } 个。请改“第几位”，或者在 sample/posts.csv 里加一行。
refusal-practice-letter-unknown = 没有这种文书，里面写的不会生效。文件名可以是：{ $known }，后面加 .txt。
refusal-practice-ranking = 不能写“{ $word }”。做法里不给人排名、打分。请写要做的事和到哪天，比如“逐件看，该提级的提级”。
refusal-practice-mark = 不能写“{ $word }”。做法里不给群众贴标签。请写那一件事，比如“他说已经等了 40 天，要一个准日子”。
refusal-practice-target = 不能写“{ $word }”。比例是结果，不是目标：当了目标就会有人凑数。请写几天之内做什么。
refusal-practice-wording = 不写“{ $word }”。请写：{ $instead }

cli-practice-row = { $name }　{ $title }（区划 { $division }，自 { $day }）
cli-practice-source = 依据：{ $source }
cli-practice-sound = { $name }：没有错。期限 { $clocks } 项，派单目录 { $catalogue } 行，说法 { $words } 个，职责 { $duties } 条，周期 { $cycles } 条。
cli-practice-mistakes = { $name }：{ $count } 处要改。
cli-practice-unknown = 没有叫“{ $name }”的做法。有：{ $known }。
cli-practice-exported = 写到 { $dir }，{ $count } 个文件。改完用 lianxin practice check { $dir } 查一遍。
cli-practice-exists = { $dir } 已经有东西了。请换一个空的文件夹。

admin-tab-practice = 做法
admin-practice-title = 本地做法
admin-practice-lead = 期限、派单、说法、职责、周期成套管。法律和事实哪里都一样，做法只换词、换分工、缩短时间。
admin-practice-none = 还没有从哪个做法开始
admin-practice-none-text = 现在用的都是程序自带的。可以从下面选一个做法，先试算，看清楚改什么再生效。
admin-practice-now = 现在用的：{ $title }（{ $version }）
admin-practice-from = 自 { $day } 起
admin-practice-source = 依据：{ $source }
admin-practice-words = 说法
admin-practice-word-standard = 标准词
admin-practice-word-here = 这里说成
admin-practice-duties = 各级职责
admin-practice-level = 层级
admin-practice-part = 角色
admin-practice-body = 主体
admin-practice-first = 第一责任人
admin-practice-what = 做什么
admin-practice-cycles = 周期
admin-practice-every = 多久一次
admin-practice-owner = 谁负责
admin-practice-assignments = 专门的单
admin-practice-name = 名称
admin-practice-by = 谁领办
admin-practice-respond = 几天内响应
admin-practice-close = 几天内办结
admin-practice-changed = 开始以后本地改了什么
admin-practice-changed-none = 和开始时一样，没有改过。
admin-practice-changed-count = { $count } 个文件不一样
admin-practice-out = 取出这一套（一个文件，里面是整个文件夹）
admin-practice-start = 从一个做法开始
admin-practice-start-text = 先试算。试算什么都不写，只说会改什么。
admin-practice-pack = 做法
admin-practice-day = 哪天生效
admin-practice-day-hint = 今天或者以后。以前登记的件照登记那天的规则办。
admin-practice-mode = 试算还是生效
admin-practice-file = 或者上传自己改好的做法
admin-practice-file-hint = 从这里取出、改好的文件。传了文件就用文件里的。
admin-practice-go = 试算或生效
admin-practice-tried = 试算：会改 { $count } 个文件里的内容。什么都没有写。
admin-practice-done = 生效了：版本 { $version }，自 { $day } 起。
admin-practice-same = 和现在用的一样，没有要改的。
admin-practice-diff = { $file }
admin-practice-gone = 去掉
admin-practice-came = 加上
admin-practice-line = 内容
admin-practice-did = 改动
admin-practice-left-out = 派单目录里没有采用的行：本地没有这个单位
admin-practice-mistakes = 上传的做法有 { $count } 处要改，什么都没有写
admin-practice-where = 在哪里
admin-practice-wrong = 哪里不对，改成什么
refusal-practice-choose = 没有选做法。请选一个，或者上传一个。
refusal-practice-bundle = 这个文件看不懂：里面没有“=== 文件名 ===”这样的行。请传从这里取出的那个文件。
