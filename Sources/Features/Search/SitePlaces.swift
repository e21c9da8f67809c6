import Values

/// A page of the site that one may look for, besides the guides.
struct SitePlace: Hashable, Sendable {
    let path: String
    let name: Wording
    /// What people call it.
    let also: [String]
}

/// The pages of the site by group, for the site map and the search. What a feature has not opened is left out by
/// whoever asks, so that nothing leads nowhere.
enum SitePlaces {
    static let groups: [(name: Wording, places: [SitePlace])] = [
        (
            Wording(zh: "找服务", en: "Find a service"),
            [
                SitePlace(path: "/", name: Wording(zh: "首页", en: "Home"), also: []),
                SitePlace(path: "/search", name: Wording(zh: "搜索", en: "Search"), also: []),
                SitePlace(path: "/person", name: Wording(zh: "个人办事", en: "For people"), also: []),
                SitePlace(path: "/corp", name: Wording(zh: "企业办事", en: "For business"), also: []),
                SitePlace(
                    path: "/services", name: Wording(zh: "全部服务", en: "All services"), also: ["事项大全", "办事大厅"]),
                SitePlace(path: "/life", name: Wording(zh: "按阶段办事", en: "By stage"), also: ["人生阶段"]),
                SitePlace(path: "/dept", name: Wording(zh: "按部门办事", en: "By department"), also: ["部门", "单位"]),
                SitePlace(path: "/district", name: Wording(zh: "按区县办事", en: "By district"), also: ["换区县", "切换地区"]),
            ]
        ),
        (
            Wording(zh: "我的", en: "Mine"),
            [
                SitePlace(path: "/my", name: Wording(zh: "我的", en: "My space"), also: ["个人中心", "我的空间"]),
                SitePlace(
                    path: "/my/cases", name: Wording(zh: "我的办件", en: "My cases"),
                    also: ["查进度", "办件进度", "办到哪了", "查办件", "进度查询", "track my case"]),
                SitePlace(path: "/my/drafts", name: Wording(zh: "草稿", en: "Drafts"), also: ["没填完的表", "暂存"]),
                SitePlace(
                    path: "/my/proxy", name: Wording(zh: "授权代办", en: "Delegations"),
                    also: ["请人代办", "家人代办", "替父母办", "委托", "代理"]),
                SitePlace(
                    path: "/my/looks", name: Wording(zh: "谁看过我的信息", en: "Who saw my data"),
                    also: ["个人信息查看记录", "用数记录", "隐私"]),
            ]
        ),
        (
            Wording(zh: "公开", en: "Open information"),
            [
                SitePlace(
                    path: "/items", name: Wording(zh: "权责清单", en: "Register of items"), also: ["权力清单", "责任清单"]),
                SitePlace(
                    path: "/lists", name: Wording(zh: "公开清单", en: "Open lists"), also: ["负面清单", "收费清单", "不罚清单"]),
                SitePlace(
                    path: "/open/promises", name: Wording(zh: "承诺兑现", en: "Promises kept"),
                    also: ["承诺", "督查", "目标", "指标"]),
                SitePlace(
                    path: "/open/ratings", name: Wording(zh: "好差评公开", en: "Published ratings"),
                    also: ["好差评", "差评", "评价结果"]),
                SitePlace(
                    path: "/verify", name: Wording(zh: "查验电子证照", en: "Verify a certificate"),
                    also: ["验证证照", "证照真伪", "核验证照", "查真伪", "verify licence"]),
                SitePlace(
                    path: "/rate", name: Wording(zh: "用评价码评价", en: "Rate with a code"),
                    also: ["评价服务", "评价码", "打分"]),
                SitePlace(
                    path: "/policies", name: Wording(zh: "政策文件", en: "Policy documents"), also: ["文件", "政策"]),
            ]
        ),
        (
            Wording(zh: "帮助", en: "Help"),
            [
                SitePlace(path: "/help", name: Wording(zh: "帮助", en: "Help"), also: ["怎么用", "客服", "电话"]),
                SitePlace(
                    path: "/accessibility", name: Wording(zh: "无障碍声明", en: "Accessibility"),
                    also: ["关怀版", "大字版", "老年版", "高对比度", "读屏"]),
                SitePlace(path: "/privacy", name: Wording(zh: "隐私与数据使用", en: "Privacy"), also: ["隐私", "个人信息保护"]),
                SitePlace(path: "/sitemap", name: Wording(zh: "站点地图", en: "Site map"), also: ["网站地图"]),
                SitePlace(path: "/sign-in", name: Wording(zh: "登录", en: "Sign in"), also: []),
            ]
        ),
    ]
}
