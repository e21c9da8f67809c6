import Foundation
import Values

@testable import Web

/// Whole pages made of all components: for snapshots, and for looking at in a browser.
enum DemoPages {
    static func simple(for reader: Reader) -> HTML {
        let language = reader.language
        return PublicPage(
            head: PageHeading(
                title: "公共场所卫生许可", column: "我的办件",
                article: .init(title: "公共场所卫生许可", publishedOn: Day(2026, 8, 7), source: "市卫健委")),
            current: "/my/cases", hasTabBar: true,
            before: Breadcrumb([("首页", "/"), ("我的办件", "/my/cases")], here: "公共场所卫生许可").html(in: language),
            body: PageHead(
                "公共场所卫生许可证核发", tag: Tag(.info, "审查中"), subtitle: "办件编号 LA-2026-0729-00418",
                buttons: [Button("打印", weight: .normal, size: .small, icon: .printer, act: .print)]
            ).html(in: language)
        ).html(on: .sample, for: reader)
    }

    static func components(for reader: Reader) -> HTML {
        let language = reader.language
        let samples = ComponentSample.all(in: language).filter {
            !["done", "verdicts", "worklist-table", "decision", "pager-onwards"].contains($0.name)
        }
        return PublicPage(
            head: PageHeading(title: "组件", column: "组件"), current: "/", hasTabBar: true,
            before: BackLink("上一步：主体信息", to: "/").html(in: language),
            body: "<h1>组件</h1><div class=\"stack-6 section\">\(samples, { "<div>\($0.html)</div>" })</div>"
        ).html(on: .sample, for: reader)
    }

    static func form(for reader: Reader) -> HTML {
        let language = reader.language
        let all = Dictionary(ComponentSample.all(in: language).map { ($0.name, $0.html) }, uniquingKeysWith: { $1 })
        return PublicPage(
            head: PageHeading(title: "经营场所", column: "在线办理", showsProblems: true), current: "/corp",
            hasTabBar: false,
            before: BackLink("上一步：主体信息", to: "/apply/1/1").html(in: language),
            body: """
                <div class="two two--main"><div>\(all["error-summary"])\(all["step-header"])<h1>经营场所在哪里？</h1>\
                <div class="section">\(all["form"])</div></div><aside class="stack" aria-label="帮助">\
                <div class="panel"><h2>草稿已保存</h2><p class="sub num">8 月 10 日 10:42，保留 30 天</p></div></aside></div>
                """
        ).html(on: .sample, for: reader)
    }

    static func single(_ name: String, for reader: Reader) -> HTML {
        let html = ComponentSample.all(in: reader.language).first { $0.name == name }?.html
        return PublicPage(
            head: PageHeading(title: name, column: name), current: nil, hasTabBar: true, body: html ?? .empty
        ).html(on: .sample, for: reader)
    }

    static let desk = StaffPage.Desk(
        name: "审批工作台", unit: "市市场监管局 食品经营科", home: "/w/inbox",
        groups: [
            .init(
                heading: nil,
                entries: [
                    .init("待我办理", icon: .inbox, link: "/w/inbox", count: 18),
                    .init("科室待领", icon: .hand, link: "/w/pool", count: 42),
                ]),
            .init(heading: "参考", entries: [.init("事项与规则", icon: .book, link: "/w/catalog", count: nil)]),
        ], search: "/w/search")

    static func worklist(for reader: Reader, rows: Int) -> HTML {
        let language = reader.language
        return StaffPage(
            head: PageHeading(title: "待我办理", column: "审批工作台"), desk: desk, current: "/w/inbox",
            body: """
                \(WorkHead("待我办理", side: "<span class=\"num\">8 月 10 日 星期一</span> \(Light(.bad, "超期 1"), language)"),
                    language)\
                \(ComponentSample.tabs, language)\(ComponentSample.filter, language)\
                \(ActionForm(action: "/w/bulk", formToken: reader.formToken, key: "k", hidden: [], hasFiles: false,
                    look: .plain, body: ComponentSample.worklist(rows: rows, language).html(in: language)), language)\
                \(Pager(summary: "第 1–8 件，共 18 件", kind: .onwards(first: nil, next: "/w/inbox?after=8")), language)
                """
        ).html(on: .sample, for: reader)
    }

    static func officersCase(for reader: Reader) -> HTML {
        let language = reader.language
        let all = Dictionary(ComponentSample.all(in: language).map { ($0.name, $0.html) }, uniquingKeysWith: { $1 })
        let about: HTML = "食品经营许可（新办）&ensp;LA-2026-0803-00126&ensp;\(Tag(.info, "审查"), language)"
        return StaffPage(
            head: PageHeading(title: "食品经营许可", column: "审批工作台"), desk: desk, current: "/w/inbox",
            body: """
                \(Breadcrumb([("待我办理", "/w/inbox")], here: "LA-2026-0803-00126"), language)\
                \(WorkHead("澜安小满餐饮管理有限公司", subtitle: about), language)\
                <div class="cd"><div class="stack">\
                \(Panel(id: "clock", heading: "时限", isHeadingHidden: true, density: .staff,
                    body: ClockView.sample(today: Day(2026, 8, 5)).html(in: language)), language)\
                \(Panel(id: "checks", heading: "自动核验：1 项不一致", density: .staff, body: all["check-table"] ?? .empty),
                    language)\
                \(all["timeline"])</div>\(ComponentSample.decision, language)</div>
                """
        ).html(on: .sample, for: reader)
    }

    static func write(to folder: URL) throws {
        let care = Display(isCare: true, isHighContrast: false)
        let contrast = Display(isCare: false, isHighContrast: true)
        let pages: [(String, HTML)] = [
            ("components", components(for: .sample(.chinese))), ("components-en", components(for: .sample(.english))),
            ("components-care", components(for: .sample(.chinese, display: care))),
            ("components-contrast", components(for: .sample(.chinese, display: contrast))),
            ("form", form(for: .sample(.chinese))), ("form-care", form(for: .sample(.chinese, display: care))),
            ("simple", simple(for: .sample(.chinese))), ("done", single("done", for: .sample(.chinese))),
            ("worklist", worklist(for: .sample(.chinese), rows: 8)),
            ("worklist-en", worklist(for: .sample(.english), rows: 8)),
            ("case", officersCase(for: .sample(.chinese))),
            (
                "error",
                ErrorPage(.defect("x"), reference: "r1", kept: nil).html(
                    on: .sample, for: .sample(.chinese, name: nil))
            ),
        ]
        for (name, html) in pages {
            try Data(html.bytes).write(to: folder.appending(path: name + ".html"))
        }
        for asset in Asset.all {
            let file = folder.appending(path: String(asset.link.text.dropFirst()))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(asset.bytes).write(to: file)
        }
    }
}
