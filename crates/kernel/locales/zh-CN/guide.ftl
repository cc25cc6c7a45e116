# 演示的陈旧与重做；指南。

cli-demo-aged-remade = 演示是 { $day } 做的，没有人动过，现在按今天重做。
cli-demo-aged-kept = 演示是 { $day } 做的，之后有人办过事，原样留着：里面的日子不会跟着今天走。要重做，加 --fresh。
cli-demo-seed-remade = 演示是用种子 { $seed } 做的，没有人动过，现在换种子重做。
cli-demo-seed-kept = 演示是用种子 { $seed } 做的，之后有人办过事，原样留着。要换种子重做，加 --fresh。

guide-keys-lead = 不用鼠标也能办完一件事。每个键都有对应的按钮或链接。
guide-password-lead = 换一个只有您自己知道的密码。换完以后，在别处登录着的都会退出。
guide-divisions-lead = 事情发生在哪里，就按这里的地名登记。地名以统计局公布的为准。
guide-import-lead = 选一份表格，先看每一行会怎样，看对了再导入。不对的行写着哪里不对，什么也不会悄悄改掉。
guide-unit-new-lead = 群众在进度页上看到的电话、地址、上班时间就是这里写的。
guide-row-lead = 这一类事情在这个地方由谁办。改了从选定的那天起用，原来的版本留着，已经派出去的不变。
