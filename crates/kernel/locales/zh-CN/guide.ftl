# 演示的陈旧与重做；指南。

cli-demo-aged-remade = 演示是 { $day } 做的，没有人动过，现在按今天重做。
cli-demo-aged-kept = 演示是 { $day } 做的，之后有人办过事，原样留着：里面的日子不会跟着今天走。要重做，加 --fresh。
cli-demo-seed-remade = 演示是用种子 { $seed } 做的，没有人动过，现在换种子重做。
cli-demo-seed-kept = 演示是用种子 { $seed } 做的，之后有人办过事，原样留着。要换种子重做，加 --fresh。
