# 拒绝的四段话：不能什么。这一件的事实。那怎么办。《法规》第几条：一句人话。
refusal-stale = 您打开之后，这一件有了变化。您写的还在，请看一眼新情况再交。
refusal-not-permitted = 这一件不归您看。
refusal-not-signed-in = 请先登录。您写的还在。
refusal-text-empty = 这一处还空着。
refusal-text-too-long = 这一处写了 { $length } 字，最多 { $max } 字。长的内容可以放进附件。
refusal-list-empty = 至少要有一条。
refusal-phone = 电话号码看着不对。手机是 11 位，固定电话请带区号。
refusal-name = 姓名里要有文字。
refusal-case-number = 编号看着不对，再对一遍。
refusal-query-code = 查询码是 8 位数字。
refusal-division-code = 区划代码是 2、4、6、9 或 12 位数字，“{ $value }”不是。
