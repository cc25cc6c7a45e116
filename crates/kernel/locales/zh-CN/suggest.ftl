# 建议：甄别、派单、相近事项、公开答复

suggest-type-wrongdoing = 说到了工作人员的行为，请再看一遍；属实的话，那一部分密封转出
suggest-type-proposal = 主要是提建议
suggest-type-no-wrongdoing = 没有发现检举干部的内容。有的话，那一部分会密封转出
route-reason-category = 这一类事通常走这条路
route-reason-duty = 要求主管部门管起来，属申请履行职责，一般 2 个月内答复
route-reason-lawsuit = 说到法院或判决，属诉讼
route-reason-labour = 工资和劳动合同的事先走劳动仲裁
route-reason-decision = 对机关的决定不服，可以申请行政复议
route-reason-rest = 前五项都不合适，走信访程序；合同争议也可以起诉

suggest-category-words = 说到“{ $words }”
suggest-category-precedents = 相近的事里 { $count } 件是这一类
suggest-category-both = 说到“{ $words }”，相近的事里 { $count } 件是这一类

duty-lead = 主办
duty-assist = 可加为协办
suggest-unit-catalogue = 目录：{ $category } × { $place } → { $unit }
suggest-unit-catalogue-all = 目录：{ $category } → { $unit }
suggest-unit-co = 目录把它列为{ $category }的协办
suggest-unit-superior = 目录里的单位是被反映的一方，改由它的上级办
suggest-unit-peer = 目录里的单位是被反映的一方，改由目录里的另一个单位办
suggest-unit-note = { $note }
suggest-unit-all = 近一年同类 { $all } 件都由它办，退件 { $returned } 次
suggest-unit-some = 近一年同类 { $all } 件，{ $had } 件由它办，退件 { $returned } 次
suggest-unit-not-listed = 目录没有写这一类，按以往办的情况建议
suggest-unit-no-party = 不是被反映的一方
suggest-barred-respondent = 它是被反映的一方，不能自己办自己
suggest-barred-belongs = 它归被反映的单位管，不能办上级的事
suggest-barred-not-handling = 它不办理信访事项
suggest-barred-level = { $category }不在{ WORD($level) }的职责清单里，只陪办
suggest-barred-party = 原话里它是对方，不能自己办自己
org-level-village = 嘎查村、社区
org-level-township = 苏木乡镇、街道
org-level-county = 旗县市区
org-level-prefecture = 盟市
org-level-region = 自治区

suggest-like-place = 都在{ $place }
suggest-like-division = 在同一个地方
suggest-like-words = 都说到{ $words }
suggest-wave = { $days } 天里同一个地方 { $count } 件。可以一起查原因，每件仍各自编号、各自答复
suggest-wave-place = { $days } 天里{ $place } { $count } 件。可以一起查原因，每件仍各自编号、各自答复

said-same-cause = 同一原因
said-different = 不是一回事
said-taken-back = 撤回先前的说法
event-petition-look-alike-said = 与另一件相近的事：{ WORD($said) }
event-order-look-alike-said = 与另一件相近的事：{ WORD($said) }
timeline-order-look-alike-said = 登记了与另一件事的关系
refusal-cause-itself = 选的就是这一件，不能和自己放在一起。请选另一件。
refusal-cause-none = 还没有选哪一件。请先勾选相近的事。
refusal-cause-too-many = 一次选得太多，最多 { $max } 件。请分几次选。
refusal-category-path = 类别读不出来。请写一到三级，中间用“/”隔开，例如“城乡建设/供热/室温不达标”。

refusal-answer-personal = 里面有{ WORD($kind) }，不能公开。请删去，或改成“有关单位的公开电话”。
refusal-answer-names-her = 里面有信访人的姓名、电话、住址或编号，不能公开。请改成“有群众反映”。
refusal-answer-region = 公开答复不能移到另一个盟市。请在那里另写一条。
personal-phone = 电话号码
personal-id-number = 身份证号
personal-bank-card = 银行卡号

refusal-catalogue-category = 类别树里没有“{ $category }”。请先导入类别，或改成树里有的类别。
refusal-catalogue-not-handling = “{ $name }”不办理信访事项，不能写进目录。请改成有权处理的单位。
refusal-catalogue-level = “{ $text }”不是层级。可以写嘎查村、苏木乡镇、旗县、盟市，中间用“、”隔开。
refusal-catalogue-row-taken = 这个类别和地方已经有一行。请改那一行，不另写一行。
refusal-catalogue-past = 生效日期不能早于今天（{ $today }）。以前的建议用的是当时的版本，不能改。
