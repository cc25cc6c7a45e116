# 登记时选的网格。
refusal-grid-unknown = 没有这个网格。请重新选，或者不选。
refusal-grid-elsewhere = { $name }不在选的那个地方。请改网格，或者改地方。
grid-field = 住在哪个网格
grid-field-hint = 知道就选，不知道不用选。选了，就先找这个网格的代办员
grid-none = 不知道
refusal-reception-same = 时间和地点都没有改。
admin-event-reception-moved = 接访改期
grid-hers = 住在哪个网格
grid-hers-none = 不知道，不选
