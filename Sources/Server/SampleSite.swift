import Values
import Web

extension Site {
    /// The site of the demo: an invented identity over the city whose documents the services cite.
    static let sample = Site(
        identity: SiteIdentity(
            platform: Wording(zh: "通办", en: "Tongban"),
            title: Wording(zh: "重庆市政务服务（示例站）", en: "Chongqing Government Services (sample)"),
            government: Wording(zh: "示例市人民政府", en: "the sample city's government"),
            host: Wording(zh: "示例市人民政府办公室", en: "Office of the sample city's government"),
            operator: Wording(zh: "示例市政务服务管理局", en: "Sample government services bureau"),
            domain: "tongban.example", hotline: "12345",
            support: Wording(zh: "0000-00000000（工作日 9:00–17:30）", en: "0000-00000000 (working days 9:00–17:30)"),
            siteCode: "0000000000", icpNumber: "示例ICP备00000000号", policeNumber: "示例公网安备00000000000000号",
            isSampleData: true),
        navigation: Navigation(
            main: [
                Destination(Wording(zh: "首页", en: "Home"), to: "/", icon: .home),
                Destination(Wording(zh: "个人办事", en: "For people"), to: "/person", icon: nil),
                Destination(Wording(zh: "企业办事", en: "For business"), to: "/corp", icon: nil),
                Destination(Wording(zh: "我的办件", en: "My cases"), to: "/my/cases", icon: nil),
                Destination(Wording(zh: "授权代办", en: "Delegations"), to: "/my/proxy", icon: nil),
                Destination(Wording(zh: "帮助", en: "Help"), to: "/help", icon: nil),
            ],
            tabs: [
                Destination(Wording(zh: "首页", en: "Home"), to: "/", icon: .home),
                Destination(Wording(zh: "办件", en: "Cases"), to: "/my/cases", icon: .list),
                Destination(Wording(zh: "帮助", en: "Help"), to: "/help", icon: .phone),
                Destination(Wording(zh: "我的", en: "Me"), to: "/my", icon: .user),
            ],
            foot: [
                Destination(Wording(zh: "站点地图", en: "Site map"), to: "/sitemap", icon: nil),
                Destination(Wording(zh: "清单公开", en: "Open lists"), to: "/lists", icon: nil),
                Destination(Wording(zh: "承诺兑现", en: "Promises kept"), to: "/open/promises", icon: nil),
                Destination(Wording(zh: "好差评公开", en: "Published ratings"), to: "/open/ratings", icon: nil),
                Destination(Wording(zh: "无障碍声明", en: "Accessibility"), to: "/accessibility", icon: nil),
                Destination(Wording(zh: "隐私与数据使用", en: "Privacy"), to: "/privacy", icon: nil),
                Destination(Wording(zh: "政策文件", en: "Policy documents"), to: "/policies", icon: nil),
                Destination(Wording(zh: "帮助", en: "Help"), to: "/help", icon: nil),
            ],
            search: "/search", signIn: "/sign-in", own: "/my", signOut: "/session/end"))
}
