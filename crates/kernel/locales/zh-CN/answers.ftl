# answers that were published
answers-title = 先看看别人问过的
answers-lead = 别人问过、已经公开答复的事。里面没有姓名，也看不出是谁。
answers-home-small = 供暖、草场、工资、医保……已公开的答复
answers-search = 找什么
answers-about = 关于什么
answers-all = 都看
answers-more = 再看后面的
answers-else = 没有您要的？直接反映，每一条都会单独答复您。
answers-file = 反映一件事
answers-nothing = 没有找到相近的答复
answers-nothing-text = 换个说法再找，或者直接反映。没有人问过，也一样要答复您。
answers-none-yet = 还没有公开的答复
answers-none-yet-text = 有了会放在这里。您可以直接反映。
answers-back = 别人问过的
answers-day = 公开的日子
answers-yours = 您的情况不一样，或者照这个办了没办成？
answers-still = 还是要反映
