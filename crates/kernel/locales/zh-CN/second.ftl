# 双包案：两个人一起包。
leaders-deed-second-taken = 定了一起包案的人
leaders-charge-both = { $first }，{ $second }一起包
leaders-second = 双包案
leaders-second-text = 上一级的领导包着，再请正在办的单位的负责人一起包，各有各的职责和日子。
leaders-second-hint = 从正在办的单位里选
leaders-do-take-second = 请一起包
leaders-add-take-second = 请一起包
refusal-leader-second-same = 不能是同一个人、同一个单位。一个是上一级的，一个是正在办的单位的。
refusal-leader-second-unit = 一起包的人要从正在办这一件的单位里选。
