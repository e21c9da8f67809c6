import Documents
import Values

@testable import Web

/// One sample of each component in each of its states; shown on the demo pages and kept as snapshots.
struct ComponentSample {
    let name: String
    let html: HTML

    static func all(in language: Language) -> [ComponentSample] {
        clocks(language) + display(language) + fields(language) + lists(language) + officers(language)
    }

    private static func clocks(_ language: Language) -> [ComponentSample] {
        let pause = [Day(2026, 8, 3)...Day(2026, 8, 6)]
        let clocks: [(String, ClockView)] = [
            ("running", .sample(pauses: pause)),
            ("due-today", .sample(today: Day(2026, 8, 5))),
            ("over", .sample(today: Day(2026, 8, 7))),
            ("paused", .sample(pauses: [Day(2026, 8, 3)...Day(2026, 8, 10)], pausedSince: Day(2026, 8, 3))),
            ("ended", .sample(ended: Day(2026, 8, 4))),
            ("only-legal", .sample(promised: nil)),
            ("aggregated", .sample(promised: 30, legal: 45)),
            (
                "not-yet-known",
                .sample(started: Day(2026, 12, 25), promised: 10, legal: nil, today: Day(2026, 12, 28))
            ),
        ]
        return clocks.flatMap { name, clock in
            let html: HTML = "\(clock, language)\(clock.mini(in: language))"
            let panel = Panel(
                id: "clock-\(name)", heading: "\(language.words.clock.heading) \(name)", isHeadingHidden: true,
                density: .normal,
                body: html)
            return [ComponentSample(name: "clock-\(name)", html: panel.html(in: language))]
        }
    }

    private static func display(_ language: Language) -> [ComponentSample] {
        let timeline = Timeline([
            .init(.coming, "作出决定", details: ["预计 8 月 11 日前"]),
            .init(.now, "现场核查", tag: Tag(.warn, "进行中"), details: ["市卫健委卫生监督所", "已预约 8 月 11 日 9:30"]),
            .init(
                .done, "卫生检测完成，恢复计时", details: ["8 月 6 日 16:20", "市疾控中心"],
                documents: [DocumentLink("检测报告", note: "PDF，1.2 MB", to: "/cases/1/documents/2")]),
            .init(.paused, "暂停计时：卫生检测", details: ["8 月 3 日 9:00"], text: "检测时间不计入办理时限。"),
            .init(.refused, "不予受理", details: ["7 月 28 日"]),
        ])
        return [
            ComponentSample(name: "timeline", html: panel("办理进展", "tl", timeline.html(in: language), language)),
            ComponentSample(
                name: "lights",
                html: panel(
                    "灯和标签", "lights",
                    """
                    <p class="row">\(Light(.normal, "正常"), language)\(Light(.warn, "今天到期"), language)\
                    \(Light(.bad, "超期 2 天"), language)\(Light(.pause, "暂停计时"), language)</p>\
                    <p class="row">\(Tone.allCases.map { Tag($0, "审查中") }, language)</p>
                    """, language)),
            ComponentSample(
                name: "notices",
                html:
                    """
                    <div class="stack-2">\(Tone.allCases.map { Notice($0, title: "草稿已保存", paragraphs: ["保留 30 天。"]) },
                        language)</div>
                    """
            ),
            ComponentSample(
                name: "key-facts",
                html: KeyFacts([
                    .init("多久办好", "5 个工作日", note: "法定 10 个工作日"), .init("跑几趟", "0 趟"), .init("收费", "不收费"),
                    .init("材料", "2–5 份", note: "其余由部门共享"), .init("结果", "食品经营许可证", note: "有效期 5 年"),
                ]).html(in: language)),
            ComponentSample(
                name: "flow",
                html: panel("办理流程", "flow", Flow([("提交申请", "您来做。"), ("受理", nil)]).html(in: language), language)),
            ComponentSample(
                name: "materials",
                html: panel(
                    "材料", "mat",
                    MaterialsList(
                        caption: "您的材料清单",
                        materials: MaterialsList.How.allCases.map {
                            .init("布局图", how: $0, note: "可手绘。<a href=\"\(Link.part("x"))\">看样例</a>")
                        }
                    ).html(in: language), language)),
        ] + moreDisplay(language)
    }

    private static func moreDisplay(_ language: Language) -> [ComponentSample] {
        let code = QRCode("https://tongban.example/verify/1", correction: .medium)
        return [
            ComponentSample(
                name: "done",
                html: DonePanel("申请已提交", numberLabel: "办件编号", number: "LA-2026-0810-00233").html(in: language)),
            ComponentSample(
                name: "empty",
                html: panel(
                    "空", "empty",
                    EmptyState(
                        icon: .inbox, heading: "还没有办件", text: "提交申请后，进度会显示在这里。",
                        buttons: [Button("去找要办的事", weight: .main, act: .go("/"))]
                    ).html(in: language), language)),
            ComponentSample(
                name: "verdicts",
                html:
                    """
                    <div class="stack-2">\(Verdict.Kind.allCases.map { Verdict($0, heading: "证照有效",
                        paragraphs: ["8 月 10 日 10:42 查验"]) }, language)</div>
                    """
            ),
            ComponentSample(
                name: "qr",
                html: code.map { QRFigure(path: $0.path, side: $0.viewBoxSide, label: "核验二维码").html(in: language) }
                    ?? .empty),
            ComponentSample(
                name: "disclosure",
                html: panel("问", "qa", Disclosure("为什么暂停了 4 天？", "<p>卫生检测。</p>").html(in: language), language)),
            ComponentSample(
                name: "case-card",
                html: """
                    <ul class="stack-2">\(CaseCard(
                        "食品经营许可", link: "/cases/1", details: ["LA-2026-0803-00126", "8 月 3 日"], tag: Tag(.warn, "要补正"),
                        side: ClockView.sample(today: Day(2026, 8, 5)).mini(in: language)), language)</ul>
                    """),
        ]
    }

    private static func form(_ language: Language, _ wrong: FieldFrame) -> HTML {
        """
        \(KnownFacts(
                heading: "已经掌握的信息", correction: "来自营业执照，不用再填。有误请先变更营业执照。",
                facts: [.init("企业名称", "澜安小满餐饮管理有限公司", source: "市市场监管局 8 月 10 日核验")]), language)\
        \(TextField(FieldFrame(id: "name", label: "姓名"), kind: .personName, value: "张<三>", width: .characters12),
                language)\
        \(TextField(FieldFrame(id: "tel", label: "手机号", hint: "核查人员会打这个电话"), kind: .telephone, value: "",
                width: .characters12), language)\
        \(TextField(FieldFrame(id: "pw", label: "密码"), kind: .password, value: "secret", width: .characters20),
                language)\
        \(NumberField(wrong, value: "约60", unit: "平方米", isWhole: false), language)\
        \(DateField(FieldFrame(id: "lease", label: "租赁到期日", hint: "例如 2029 年 3 月 27 日", error: "租赁到期日要晚于今天"),
                value: DateField.Value(year: "2025", month: "9", day: "30"), isBirthday: false), language)\
        \(ChoiceField(FieldFrame(id: "src", label: "场所来源"), style: .radios, options: [.init("own", "自有"),
                .init("rent", "租赁", hint: "要有备案", reveal: "<p>追加问题</p>")], chosen: ["rent"]), language)\
        \(ChoiceField(FieldFrame(id: "items", label: "经营项目", isOptional: true), style: .checkboxCards,
                options: [.init("hot", "热食"), .init("cold", "冷食")], chosen: ["hot"]), language)\
        \(ChoiceField(FieldFrame(id: "dist", label: "区县"), style: .select, options: [.init("a", "文昌区"), .init("b",
                "临港区")], chosen: ["b"]), language)\
        \(ChoiceField.yesOrNo(FieldFrame(id: "first", label: "是不是首次申请？"), chosen: true, in: language), language)\
        \(TextArea(FieldFrame(id: "note", label: "其他说明", isOptional: true), value: "\n第二行"), language)\
        \(FileField(FieldFrame(id: "plan", label: "布局图", hint: "JPG、PNG 或 PDF，每个文件不超过 20 MB"),
                mediaTypes: ["image/jpeg", "application/pdf"],
                kept: [.init(name: "图.pdf", sizeInBytes: 1_258_291, link: "/files/1", reference: "f1")]), language)\
        \(PromiseField(FieldFrame(id: "agree", label: "以上信息真实。"), consequence: "提供虚假材料要承担法律责任。", isTicked: false),
                language)\
        \(ButtonRow([.submit(language.words.form.saveAndContinue), Button(language.words.form.saveDraft,
                weight: .quiet, act: .send(name: "later", value: "1"))]), language)
        """
    }

    private static func fields(_ language: Language) -> [ComponentSample] {
        let wrong = FieldFrame(
            id: "area", label: "经营面积", hint: "含后厨和库房，以平方米计", error: "经营面积要填大于 0 的数字")
        let problems = [
            Problem(
                place: "area", message: Wording(zh: "经营面积要填大于 0 的数字", en: "The area must be above 0"),
                remedy: Wording(zh: "填平方米数", en: "give square metres")),
            Problem(
                place: "lease", message: Wording(zh: "租赁到期日要晚于今天", en: "The lease must end after today"),
                remedy: Wording(zh: "查看合同", en: "see the contract")),
        ]
        let form = form(language, wrong)
        return [
            ComponentSample(name: "error-summary", html: ErrorSummary(problems).html(in: language)),
            ComponentSample(
                name: "step-header",
                html: StepHeader(subject: "食品经营许可（新办）", names: ["主体信息", "经营场所", "食品安全管理", "核对并提交"], current: 1).html(
                    in: language)),
            ComponentSample(
                name: "form",
                html: ActionForm(
                    action: "/apply/1/2", formToken: "t", key: "k", hidden: [("revision", "3")], hasFiles: true,
                    look: .panel,
                    body: form
                ).html(in: language)),
            ComponentSample(
                name: "summary-list",
                html: panel(
                    "核对", "sum",
                    SummaryList([
                        .init(
                            "经营地址", text: "文昌区桂花路 18 号", action: .init(language.words.form.change, to: "/apply/1/2")),
                        .init(
                            "其他说明", text: language.words.form.notFilledIn,
                            action: .init(language.words.form.fillIn, to: "/apply/1/2")),
                    ]).html(in: language), language)),
            ComponentSample(
                name: "summary-plain",
                html: panel(
                    "信息", "sum2", SummaryList([.init("电话", text: "0000-00000000")]).html(in: language), language)),
            ComponentSample(
                name: "buttons",
                html: ButtonRow(
                    Button.Weight.allCases.map { Button("提交申请", weight: $0, act: .send(name: "do", value: "x")) }
                        + [Button("打印", weight: .normal, size: .small, icon: .printer, act: .print)]
                ).html(in: language)),
        ]
    }

    private static func lists(_ language: Language) -> [ComponentSample] {
        [
            ComponentSample(
                name: "task-list",
                html: panel(
                    "任务", "tasks",
                    TaskList([
                        .init("填写主体信息", link: "/apply/1/1", status: .done("已完成")),
                        .init("上传材料", link: "/apply/1/3", status: .open(Tag(.warn, "还没开始"))),
                        .init("核对并提交", link: nil, status: .done("前面完成后才能开始")),
                    ]).html(in: language), language)),
            ComponentSample(
                name: "pager-numbered",
                html: Pager(
                    summary: "第 1–8 件，共 180 件", kind: .numbered(current: 4, last: 23, link: { "/w/inbox?page=\($0)" })
                ).html(in: language)),
            ComponentSample(
                name: "pager-onwards",
                html: Pager(summary: "20 件", kind: .onwards(first: "/w/inbox", next: "/w/inbox?after=8")).html(
                    in: language)),
            ComponentSample(name: "filter-tabs", html: tabs.html(in: language)),
            ComponentSample(name: "filter-form", html: filter.html(in: language)),
        ]
    }

    static let tabs = FilterTabs(
        label: "视图",
        tabs: [
            .init("全部", count: 18, isUrgent: false, link: "/w/inbox", isCurrent: true),
            .init("今天到期", count: 4, isUrgent: true, link: "/w/inbox?view=due", isCurrent: false),
            .init("会办", count: nil, isUrgent: false, link: "/w/inbox?view=joint", isCurrent: false),
        ])

    static let filter = FilterForm(
        label: "筛选",
        action: "/w/inbox",
        controls: [
            .select(id: "service", label: "事项", options: [("", "全部事项"), ("food", "食品经营许可")], chosen: "food"),
            .words(id: "q", label: "关键字", value: "a\"b"), .kept(id: "view", value: "due"),
        ])

    private static func officers(_ language: Language) -> [ComponentSample] {
        let checks = CheckTable(
            caption: "核验结果",
            checks: [
                .init("企业名称", given: "澜安小满", found: "相同", source: "营业执照，8/10 9:02", result: .match),
                .init("租赁备案", given: "2029-05-31", found: "", source: "住建委", result: .unknown),
                .init("经营面积", given: "60 平方米", found: "42 平方米", source: "不动产登记，8/10 9:02", result: .mismatch),
            ])
        return [
            ComponentSample(name: "check-table", html: checks.html(in: language)),
            ComponentSample(name: "decision", html: decision.html(in: language)),
            ComponentSample(name: "worklist-table", html: worklist(rows: 8, language).html(in: language)),
        ]
    }

    static let decision = DecisionPanel(
        heading: "审查意见",
        fields: """
            \(ChoiceField(FieldFrame(id: "result", label: "结论"), style: .radios, options: [.init("grant", "同意，报决定"),
                .init("ask", "要申请人说明或更正")], chosen: ["ask"]), .chinese)\
            \(TextArea(FieldFrame(id: "opinion", label: "给申请人看的意见", hint: "写清哪里不对、怎么改、什么时候前改"), value: ""), .chinese)
            """,
        notice: Notice(.info, title: nil, paragraphs: ["选这一项<b>不会</b>暂停计时。"]),
        buttons: [
            Button("下一步：核对并签名", weight: .main, size: .block, act: .send(name: nil, value: "")),
            Button("只保存意见", weight: .quiet, act: .send(name: "save", value: "1")),
        ], form: .init(action: "/w/case/1/sign", formToken: "t", key: "k", hidden: [("task", "review")]))

    static func worklist(rows count: Int, _ language: Language) -> DataTable {
        let clocks: [ClockView] = [
            .sample(today: Day(2026, 8, 7)), .sample(today: Day(2026, 8, 5)), .sample(),
            .sample(pauses: [Day(2026, 8, 3)...Day(2026, 8, 10)], pausedSince: Day(2026, 8, 3)),
            .sample(promised: 10, legal: 20, today: Day(2026, 7, 30)), .sample(today: Day(2026, 7, 30)),
        ]
        let rows = (0..<count).map { index in
            let clock = clocks[index % clocks.count]
            let name = "澜安小满餐饮管理有限公司 \(index)"
            let tone: Tone = clock.lightState == .bad ? .bad : clock.lightState == .warn ? .warn : .plain
            return DataTable.Row(
                [
                    """
                    <input class="check" type="checkbox" name="case" value="\(index)" aria-label="选择 \(name)">
                    """,
                    clock.mini(in: language),
                    """
                    <a href="\("/w/case/\(index)" as Link)">食品经营许可（新办）</a><span class="sub2 num">LA-2026-0803-00\
                    \(100 + index)</span>
                    """,
                    "\(name)<span class=\"sub2\">企业</span>", "审查", "8/7 9:18", "网上",
                    index % 3 == 0 ? "\(Tag(.warn, "1 项不一致"), language)" : "",
                ], tone: tone)
        }
        return DataTable(
            caption: "待我办理，按剩余时限由少到多排列", isCaptionShown: false,
            columns: [
                .init("选择", isHidden: true),
                .init("时限", order: .ascending, sortLink: "/w/inbox?order=-due", isNamedOnPhones: false),
                .init("事项 / 编号"),
                .init("申请人", isNamedOnPhones: false), .init("环节"), .init("接收", sortLink: "/w/inbox?order=in"),
                .init("来源"), .init("提示", isNamedOnPhones: false),
            ], rows: rows, headerColumn: 2, hasCardsOnPhones: true)
    }

    private static func panel(_ heading: String, _ id: String, _ body: HTML, _ language: Language) -> HTML {
        Panel(id: id, heading: heading, density: .normal, body: body).html(in: language)
    }
}
