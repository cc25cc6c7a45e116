# 紧急情况报了以后，通知值班的人；短信里什么都不说。
urgent-alarm-text = 有一件急事要您马上看。请登录工作台{ $link ->
    [none] {""}
   *[other] ：{ $link }
}
notice-audience-duty = 值班的人
urgent-told-people = 工作台首页已经提醒 { $people } 个该处置的人，短信发给了 { $messages } 人。短信里不写是什么事。
urgent-told-nobody = 没有查到别的该处置的人。请打电话。
