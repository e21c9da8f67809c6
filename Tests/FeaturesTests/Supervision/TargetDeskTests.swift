import Definitions
import Testing
import Values

@testable import Features

/// Figures of documents: what is proposed to measure them, what a person says, and how they then stand.
@Suite struct TargetDeskTests {
    private static func target(
        _ sentence: String, _ what: String, _ comparator: MandateLedger.Comparator, _ value: Int, _ unit: String
    ) -> AcceptedTarget {
        AcceptedTarget(
            id: "01KE4VS900Q6KP1A98PV340EE2/1/0", document: "01KE4VS900Q6KP1A98PV340EE2", documentNumber: "x",
            documentTitle: "y", region: "chongqing", task: "1", taskTitle: "", sentence: sentence, raw: "\(value)",
            what: what, comparator: comparator, value: Decimal(value), unit: unit, baseline: nil, isSoft: false,
            due: Day(2026, 12, 31), leadUnits: [], supportUnits: [], acceptedAt: PlatformSample.now)
    }

    @Test func `the metric of the same sentence, or of the same words and unit, is proposed`() throws {
        let library = Library(
            texts: try PlatformSample.texts(below: "Services").merging(PlatformSample.texts(below: "Territory")) { $1 })
        let book = try MetricBook.reading(library.metricDocument)
        func proposed(_ target: AcceptedTarget) -> String? {
            TargetMatching.proposal(for: target, in: book, services: Self.services)?.metric.id
        }
        #expect(
            proposed(Self.target("“零材料提交”事项达到100项以上", "“零材料提交”事项", .atLeast, 100, "项"))
                == "zero-material-items")
        #expect(
            proposed(Self.target("审批实际办理时间比法定时限平均减少70%以上", "审批实际办理时间", .reduceBy, 70, "%"))
                == "decide-time-ratio")
        #expect(proposed(Self.target("获得用气用户办理总用时不超过13个工作日", "用气", .atMost, 13, "个工作日")) == "gas-time")
        #expect(proposed(Self.target("差评整改率达到100%", "差评整改率", .equal, 100, "%")) == "bad-rating-corrected")
        #expect(proposed(Self.target("按承诺时限办结率不低于98%", "按时办结率", .atLeast, 98, "%")) == "on-time")
        #expect(proposed(Self.target("新建5公里道路", "道路", .atLeast, 5, "公里")) == nil)
        #expect(proposed(Self.target("绿化覆盖率达到45%", "绿化覆盖率", .atLeast, 45, "%")) == nil)
    }

    private static let services: [(id: String, name: Wording)] = [
        ("food-business-licence", Wording(zh: "食品经营许可（新办）", en: "Food licence")),
        ("prepacked-food-filing", Wording(zh: "仅销售预包装食品备案", en: "Prepacked food")),
    ]
    private static let yuzhong = TargetBinding.MetricScope(region: "yuzhong", service: nil)

    @Test func `a sentence that names a service is measured over it, and how long it takes by its longest case`() throws
    {
        let library = Library(
            texts: try PlatformSample.texts(below: "Services").merging(PlatformSample.texts(below: "Territory")) { $1 })
        let book = try MetricBook.reading(library.metricDocument)
        let limit = Self.target("食品经营许可办结时限压缩至3个工作日以内", "食品经营许可办结时限", .atMost, 3, "个工作日")
        let proposal = TargetMatching.proposal(for: limit, in: book, services: Self.services)
        #expect(proposal?.metric.id == "time-longest" && proposal?.service == "food-business-licence")
        let unnamed = Self.target("办结时限压缩至3个工作日以内", "办结时限", .atMost, 3, "个工作日")
        #expect(TargetMatching.proposal(for: unnamed, in: book, services: Self.services)?.service == nil)
        let longest = try #require(book.metric("time-longest"))
        let clock = MetricTarget.Limit(service: "food-business-licence", clock: "decide")
        let promise = try #require(MetricTarget(limit, measuredBy: longest, region: nil, clock: clock))
        #expect(promise.limit?.clock == "decide")
    }

    @Test func `a reduction is held against the share that is left, and against nothing else`() throws {
        let library = Library(
            texts: try PlatformSample.texts(below: "Services").merging(PlatformSample.texts(below: "Territory")) { $1 })
        let book = try MetricBook.reading(library.metricDocument)
        let cut = Self.target("减少70%以上", "时间", .reduceBy, 70, "%")
        let ratio = try #require(book.metric("decide-time-ratio"))
        let promise = try #require(MetricTarget(cut, measuredBy: ratio, region: nil, clock: nil))
        #expect(promise.comparison == .atMost && promise.value == Decimal(30))
        let papers = try #require(book.metric("uploads-average"))
        #expect(MetricTarget(cut, measuredBy: papers, region: nil, clock: nil) == nil)
    }

    @Test func `a person says what measures a figure, once for what the page showed, and its state follows`()
        async throws
    {
        try await RatingSample.onBothEngines { sample in
            let platform = sample.platform
            try await Self.acceptFirst(in: platform)
            _ = try await sample.ended("target", channel: "online")
            let desk = platform.features.supervision.targets
            let day = sample.now.day
            let found = try await desk.targets(of: nil, after: nil, limit: 20, isBoundOnly: false, on: day).bound
            let first = try #require(found.first)
            #expect(first.binding == nil && first.measured == nil)
            let target = first.target.id
            try await desk.bind(
                target, to: .metric("days-from-filing", Self.yuzhong), seen: 0, from: "yuzhong", for: nil,
                MandateSample.acting("b1"))
            let bound = try await desk.target(target, on: day)
            #expect(bound.measured?.state == .kept && bound.measured?.value?.text == "0")
            #expect(bound.measured?.metric.target?.sentence == first.target.sentence)
            await #expect(throws: Failure.self) {
                try await desk.bind(
                    target, to: .unmeasured(.unclear), seen: 0, from: "yuzhong", for: nil, MandateSample.acting("b2"))
            }
            await #expect(throws: Failure.problems([TargetWords.chooseMetric])) {
                try await desk.bind(
                    target, to: .metric("x", Self.yuzhong), seen: 1, from: "yuzhong", for: nil,
                    MandateSample.acting("b3"))
            }
            try await desk.bind(
                target, to: .unmeasured(.unclear), seen: 1, from: "yuzhong", for: nil, MandateSample.acting("b4"))
            #expect(try await desk.target(target, on: day).binding?.choice == .unmeasured(.unclear))
            let supervisor = try await sample.staff.browser("jiang-zheng")
            let list = try await supervisor.see("/w/targets")
            #expect(list.status == 200 && list.text.contains("9个工作日") && list.text.contains("原文没有说清"))
            let form = try await supervisor.see("/w/targets/binding?id=\(target)")
            #expect(form.status == 200 && form.text.contains("name=\"revision\" value=\"2\""))
            let wrong = try await supervisor.send(
                "/w/targets/binding", [("id", target), ("metric", ""), ("revision", "2")], key: "wrong")
            #expect(wrong.status == 422 && wrong.text.contains("选择一个指标或原因"))
            let fields = [("id", target), ("metric", "days-from-filing"), ("region", "yuzhong"), ("revision", "2")]
            #expect(try await supervisor.send("/w/targets/binding", fields, key: "right").status == 303)
            #expect(try await supervisor.see("/w/targets").text.contains("从申请到办结的平均自然日"))
            let open = try await sample.staff.router.ask(.get, "/open/promises", cookies: [:])
            #expect(open.text.contains("文件任务里的数字") && open.text.contains(first.target.raw))
            let rebuild = try await platform.features.rebuild(platform.database).run()
            #expect(rebuild.tables.first { $0.table == "target_binding" }?.isEqual == true)
        }
    }

    @Test
    func
        `a figure may be measured over one service of the whole city, whose clock must be as strict`()
        async throws
    {
        try await RatingSample.onBothEngines { sample in
            try await Self.acceptFirst(in: sample.platform)
            let desk = sample.platform.features.supervision.targets
            let day = sample.now.day
            let found = try await desk.targets(of: nil, after: nil, limit: 20, isBoundOnly: false, on: day).bound
            let target = try #require(found.first).target.id
            func bind(_ scope: TargetBinding.MetricScope, _ key: String) async throws {
                try await desk.bind(
                    target, to: .metric("time-longest", scope), seen: 0, from: "yuzhong", for: nil,
                    MandateSample.acting(key))
            }
            await #expect(throws: Failure.problems([TargetWords.serviceOfCity])) {
                try await bind(
                    TargetBinding.MetricScope(region: "yuzhong", service: "food-business-licence"), "s1")
            }
            await #expect(throws: Failure.problems([TargetWords.chooseService])) {
                try await bind(TargetBinding.MetricScope(region: nil, service: "no-such-service"), "s2")
            }
            try await bind(TargetBinding.MetricScope(region: nil, service: "food-business-licence"), "s3")
            let bound = try await desk.target(target, on: day)
            #expect(bound.measured?.service == "food-business-licence")
            #expect(bound.measured?.strictness?.isKept == true)
            let supervisor = try await sample.staff.browser("jiang-zheng")
            #expect(try await supervisor.see("/w/targets").text.contains("全市，食品经营许可"))
        }
    }

    /// The first task of the sample document, accepted.
    private static func acceptFirst(in platform: PlatformSample) async throws {
        let mandates = platform.features.mandates.desk
        let id = try await MandateSample.imported(in: platform)
        let document = try await mandates.open(id, from: MandateSample.region).document
        let task = try #require(document.tasks.first)
        let shown = try MandateSample.shown(task.id, of: document)
        _ = try await mandates.accept(
            shown, MandateSample.assignment, from: MandateSample.region, MandateSample.acting("accept"))
    }
}
