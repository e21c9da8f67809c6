import Definitions

/// At least one damage for each diagnostic.
enum Damages {
    static let all = reading + library + names + more + reports + law + flow + use

    private typealias Good = GoodLibrary

    private static let reading: [Damage] = [
        Damage(.yamlSyntax, Good.guideless, "expect: {", "expect: {{", at: "expect: {{"),
        Damage(.yamlForbidden, Good.list, "owner: 城市管理局", "owner: &here 城市管理局", at: "&here"),
        Damage(.yamlForbidden, Good.list, "owner: 城市管理局", "owner: !!str 城市管理局", at: "!!str"),
        Damage(.duplicateKey, Good.list, "owner: 城市管理局", "owner: 城市管理局\nowner: 市场监管局", at: "市场监管局"),
        Damage(
            .tooLarge, Good.guideless, "filed: 2026-03-02", "given: \(Damages.deep)\nfiled: 2026-03-02", at: "given"),
        Damage(.unknownKey, Good.service, "visits: 0", "visits: 0\nvisit: 1", at: "visit: 1"),
        Damage(.missingKey, Good.certificate, "grade: A", "", at: "certificate: stall-permit"),
        Damage(
            .missingKey, Good.service, "from: [register], register: 人口基础库", "from: [register]",
            at: "identity: {"),
        Damage(.missingKey, Good.list, "{key: too_large, name", "{name", at: "- {name"),
        Damage(.wrongType, Good.certificate, "public: true", "public: maybe", at: "public: maybe"),
        Damage(.badId, Good.list, "{key: text, name: name}", "{key: text, name: name, Big: text}", at: "Big: text"),
        Damage(.badLimit, Good.certificate, "warns: [30 days]", "warns: [30 moons]", at: "30 moons"),
        Damage(.badDate, Good.regions, "from: 2011-01-01", "from: 2011-02-30", at: "2011-02-30"),
        Damage(.badWord, Good.certificate, "size: A4", "size: A5", at: "size: A5"),
    ]

    /// A list in a list in a list …
    private static let deep = "{a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "}"

    private static let library: [Damage] = [
        Damage(
            .wrongName, Good.certificate, "certificate: stall-permit", "certificate: stall-permits", at: "stall-permits"
        ),
        Damage(.overlappingForce, Good.later, "from: 2023-01-01", "from: 2021-06-11", at: "in_force"),
        Damage(.layerForbidden, Good.layer, "set:", "set:\n  visits: 1", at: "visits: 1"),
        Damage(.layerForbidden, Good.layer, "promised: 3 workdays", "statutory: 20 workdays", at: "statutory"),
        Damage(.layerLonger, Good.layer, "3 workdays", "6 workdays", at: "6 workdays"),
        Damage(.layerLonger, Good.layer, "3 workdays", "5 days", at: "5 days"),
        Damage(.layerOrphan, Good.layer, "overrides: street-stall", "overrides: street-stalls", at: "overrides"),
        Damage(.incompleteEntry, Good.service, "  check: {unit", "  chek: {unit", at: "chek: {unit"),
    ]

    private static let names: [Damage] = [
        Damage(.unknownName, Good.service, "when: stall_area > 4", "when: stal_area > 4", at: "stal_area"),
        Damage(.unknownName, Good.procedure, "said.not_seen", "said.not_sen", at: "said.not_sen"),
        Damage(.unknownName, Good.rules, "inputs: [stall_area]", "inputs: [stall_aria]", at: "stall_aria"),
        Damage(.unknownName, Good.situation, "given: {stall_area: 3}", "given: {stal_area: 3}", at: "stal_area"),
        Damage(.unknownName, Good.message, "（{case.number}）", "（{case.numbr}）", at: "zh: |"),
        Damage(
            .expressionType, Good.service, "must: stall_area > 0", "must: stall_area > true", at: "stall_area > true"),
        Damage(
            .expressionSyntax, Good.service, "when: stall_area > 4", "when: stall_area >", at: "when: stall_area >,"),
        Damage(.unknownEvent, Good.procedure, "happened.asked.times", "happened.told.times", at: "happened.told"),
        Damage(.unknownEvent, Good.procedure, "dropped_by: [granted]", "dropped_by: [grante]", at: "grante]"),
        Damage(.unknownEvent, Good.metrics, "event granted", "event grante", at: "event grante"),
        Damage(.unknownTask, Good.procedure, "not_by: [check]", "not_by: [chek]", at: "not_by: [chek]"),
        Damage(.unknownTask, Good.situation, "do: accept", "do: acept", at: "do: acept"),
        Damage(.unknownStage, Good.situation, "stage: decision", "stage: decisions", at: "stage: decisions"),
        Damage(.unknownClock, Good.procedure, "main_clock: decide", "main_clock: decides", at: "main_clock"),
        Damage(.unknownObligation, Good.procedure, "obligations.deferred =", "obligations.defered =", at: "defered ="),
        Damage(
            .unknownConcept, Good.certificate, "fields: [licence.number, ",
            "fields: [licence.numbers, licence.number, ", at: "licence.numbers"),
        Damage(.unknownConcept, Good.service, "person.name: {}", "person.nam: {}", at: "person.nam: {}"),
        Damage(.unknownList, Good.procedure, "choice grounds", "choice ground", at: "choice ground"),
        Damage(
            .unknownCertificate, Good.service, "certificate: stall-permit", "certificate: stal-permit",
            at: "stal-permit"),
        Damage(.unknownMessage, Good.procedure, "notice: told", "notice: tell", at: "notice: tell"),
    ]

    private static let more: [Damage] = [
        Damage(.unknownProcedure, Good.metrics, "what: event granted", "what: case permits", at: "case permits"),
        Damage(
            .unknownService, Good.bundle, "permit: {service: street-stall}", "permit: {service: street-stal}",
            at: "street-stal}"),
        Damage(.unknownItem, Good.service, "item: street-stall", "item: street-stalls", at: "item: street-stalls"),
        Damage(.unknownRegion, Good.metrics, "region: wansheng", "region: wanshen", at: "region: wanshen"),
        Damage(.unknownUnit, Good.layer, "unit: 摊贩窗口", "unit: 摊贩处", at: "摊贩处"),
        Damage(
            .ambiguousUnit, Good.units, "  ws-window:",
            "  ws-other: {name: 摊贩窗口, region: wansheng, parent: ws-city, from: 2019-01-01}\n  ws-window:",
            at: "unit: 摊贩窗口", in: Good.layer),
        Damage(
            .unknownCitation, Good.rules, "{law: 行政许可法, article: 第三十八条}, why: {zh: 过大",
            "{law: 许可法, article: 第三十八条}, why: {zh: 过大", at: "law: 许可法"),
        Damage(
            .unknownCitation, Good.bundle, "basis: [{policy: 渝府办发〔2020〕63号}]", "basis: [{policy: 渝府办发〔2020〕64号}]",
            at: "64号"),
        Damage(
            .badItemCode, Good.items, "\"000199001000\"", "\"0001990010\"", at: "street-stall: {"),
        Damage(.badItemCode, Good.items, "type: \"01\"", "type: \"05\"", at: "street-stall: {"),
        Damage(
            .itemCodeTwice, Good.items, "  street-stall: {",
            "  other: {name: {zh: 别, en: Other}, code: \"000199001000\", type: \"01\"}\n  street-stall: {",
            at: "street-stall: {"),
        Damage(.levelsDiffer, Good.service, "kind: 行政许可", "kind: 行政确认", at: "kind: 行政确认"),
        Damage(
            .levelsDiffer, Good.service, "basis: [{law: 行政许可法, article: 第十二条}]",
            "basis: [{law: 行政许可法, article: 第十三条}]", at: "basis: ["),
        Damage(.badUnitCode, Good.units, "115001030099000137", "115001030099000138", at: "yz-city: {"),
        Damage(
            .leafAndPrefix, Good.concepts, "  licence.number:",
            "  licence.number.old: {name: {zh: 旧号, en: Old}, type: code, sensitivity: public}\n  licence.number:",
            at: "  licence.number:"),
        Damage(.messageText, Good.message, "理由：{reasons}。可以", "理由：{if true: x}。可以", at: "zh: |"),
        Damage(.unknownCount, Good.metrics, "what: event granted", "what: windows", at: "what: windows"),
        Damage(
            .promiseLooser, Good.metrics, "target: {at_least: 1,",
            "target: {at_most: 1, limit: {service: street-stall, clock: decide},", at: "target: {"),
        Damage(
            .unknownService, Good.metrics, "target: {at_least: 1,",
            "target: {at_most: 1, limit: {service: street-stal, clock: decide},", at: "target: {"),
        Damage(
            .unknownClock, Good.metrics, "target: {at_least: 1,",
            "target: {at_most: 1, limit: {service: street-stall, clock: decides},", at: "target: {"),
        Damage(
            .expressionType, Good.metrics, "where: happened.accepted.times > 0", "where: happened.accepted.times",
            at: "where:"),
        Damage(
            .sealedInMetric, Good.metrics, "where: happened.accepted.times > 0", "where: person.name = \"x\"",
            at: "person.name"),
    ]

    private static let reports: [Damage] = [
        Damage(.indexWeights, Good.reports, "weight: 60", "weight: 61", at: "# weights"),
        Damage(.indexScale, Good.reports, "none: 10, full: 2.5", "none: 2.5, full: 2.5", at: "granted-time: {"),
        Damage(.indexScale, Good.reports, "full: 2.5", "full: 2.125", at: "granted-time: {"),
        Damage(
            .indexMetric, Good.reports, "first-hand: {", "granted: {", at: "granted: {",
            also: [("of: region", "of: unit")]),
        Damage(.unknownMetric, Good.reports, "first-hand: {", "first-hands: {", at: "first-hands: {"),
        Damage(.unknownMetric, Good.reports, "[granted, granted-time]", "[grants, granted-time]", at: "grants"),
        Damage(.unknownMetric, Good.reports, "counted: granted-time", "counted: grant-time", at: "grant-time"),
        Damage(.unknownIndex, Good.reports, "index: speed, counted", "index: sped, counted", at: "sped"),
        Damage(.unknownIndex, Good.reports, "{index: speed,", "{index: sped,", at: "sped"),
        Damage(.unknownRanking, Good.reports, "ranking: districts", "ranking: district", at: "ranking: district,"),
        Damage(.notDivided, Good.reports, "of: region", "of: unit", at: "of: unit"),
        Damage(.notDivided, Good.reports, "counted: granted-time", "counted: granted", at: "counted: granted,"),
        Damage(.missingKey, Good.reports, "every: month", "", at: "name: {zh: 月通报"),
        Damage(.badWord, Good.reports, "every: month", "every: decade", at: "decade"),
    ]

    private static let law: [Damage] = [
        Damage(
            .promiseTooLong, Good.service, "{own: 2 workdays}",
            "{statutory: 1 workdays, promised: 2 workdays, law: {law: 行政许可法}}", at: "check: {unit"),
        Damage(.promiseTooLong, Good.service, "promised: 8 workdays", "promised: 30 days", at: "30 days"),
        Damage(.uncited, Good.service, "{own: 2 workdays}", "{statutory: 2 workdays}", at: "check: {unit"),
        Damage(.sampleNotSaid, Good.guide, "示例数据", "样例", at: "# 摆摊许可"),
        Damage(.documentOfAnother, Good.service, "plan: {name: {zh: 摊位图", "plan: {name: {zh: 摆摊许可证", at: "plan: {"),
        Damage(.catchAllMaterial, Good.service, "zh: 摊位图", "zh: 其他材料", at: "其他材料"),
        Damage(
            .sensitivityMissing, Good.service, "type: number, sensitivity: internal", "type: number",
            at: "stall_area: {ask"),
        Damage(
            .refusalWithoutNotice, Good.procedure, "outcome: refused, notice: decision", "outcome: refused",
            at: "refuse: {name"),
    ]

    private static let flow: [Damage] = [
        Damage(
            .stageWithoutExit, Good.procedure, "stages:", "stages:\n  dead: {name: {zh: 死, en: Dead}}",
            at: "dead: {name",
            also: [
                (old: "tasks:\n", new: wayToDeadStage)
            ]),
        Damage(
            .unreachableStage, Good.procedure, "stages:", "stages:\n  dead: {name: {zh: 死, en: Dead}, final: true}",
            at: "dead: {"),
        Damage(.silentState, Good.procedure, "starts: [asked]", "starts: [accepted]", at: "missing: {name"),
        Damage(
            .automaticCycle, Good.procedure, "tasks:\n",
            "  back: {name: {zh: 退回, en: Back}, in: [decision], by: platform, event: sent_back, to: review}\ntasks:\n",
            at: "go_on: {"),
        Damage(
            .noNextTask, Good.procedure, "event: refused, to: closed, outcome: refused, notice: decision",
            "event: refused", at: "refuse: {name"),
        Damage(
            .memberCycle, Good.bundle, "permit: {service: street-stall}",
            "permit: {service: street-stall, after: [permit]}", at: "permit: {"),
        Damage(.bundlePromise, Good.bundle, "promised: 16 workdays", "promised: 9 workdays", at: "9 workdays"),
        Damage(.toleranceEmpty, Good.service, "tracks: [ordinary, tolerance]", "tracks: [ordinary]", at: "plan: {"),
        Damage(.toleranceEmpty, Good.service, ", deferrable: 5 workdays", "", at: "tracks: ["),
        Damage(.commitmentArea, Good.service, "concerns: []", "concerns: [environment]", at: "[environment]"),
        Damage(.commitmentArea, Good.service, "concerns: []\n", "", at: "service: street-stall"),
        Damage(
            .commitmentBars, Good.rules, "inputs: [credit.serious, credit.promise_broken]",
            "inputs: [credit.serious, stall_area > 90]", at: "rules: rules.yaml", in: Good.service),
        Damage(.commitmentText, Good.service, "from: [promise, upload]", "from: [upload]", at: "commitment:"),
        Damage(
            .commitmentText, Good.service, "tracks: [ordinary, tolerance]", "tracks: [ordinary, tolerance, commitment]",
            at: "tracks: ["),
        Damage(.unknownMessage, Good.service, "notice: decision", "notice: decisions", at: "notice: decisions"),
        Damage(
            .bundleOrder, Good.bundle, "again: {service: street-stall, after: [permit], takes",
            "again: {service: street-stall, takes", at: "takes: {plan"),
        Damage(
            .bundleAsksMore, Good.bundle, "members:\n",
            "questions:\n  income: {ask: {zh: 收入, en: Income}, type: number, sensitivity: internal, usual: 1}\n"
                + "members:\n",
            at: "income: {ask"),
        Damage(
            .bundleAsksLess, Good.bundle, "members:\n",
            "form:\n  - section: {zh: 摊, en: Stall}\n    fields:\n      "
                + "stall_area: {ask: {zh: 面积, en: Area}, type: number, sensitivity: internal, "
                + "when: 'kind_of_stall = \"food\"', usual: 3}\nmembers:\n",
            at: "stall_area: {ask"),
        Damage(
            .bundleDiffers, Good.bundle, "members:\n",
            "questions:\n  kind_of_stall: {ask: {zh: 卖什么？, en: Sold?}, type: choice, sensitivity: public, usual: food, "
                + "choices: {food: {zh: 食品, en: Food}, toys: {zh: 玩具, en: Toys}}}\nmembers:\n",
            at: "kind_of_stall: {ask"),
    ]

    private static let wayToDeadStage = """
          die: {name: {zh: 死, en: Die}, in: [filed], by: clerk, event: died, to: dead}
        tasks:
          wait: {name: {zh: 等, en: Wait}, in: dead, role: clerk, results: {}}

        """

    private static let use: [Damage] = [
        Damage(
            .unreachableField, Good.service, "when: 'kind_of_stall = \"food\"'}\nevidence",
            "when: 'kind_of_stall = \"food\" and kind_of_stall = \"goods\"'}\nevidence", at: "kitchen"),
        Damage(.tableGap, Good.rules, "'> 4'", "'> 5'", at: "fee:"),
        Damage(.tableOverlap, Good.rules, "'> 4'", "'> 3'", at: "'<= 4'"),
        Damage(.rowNeverHits, Good.rules, "'> 20', '-'", "'[9..3]', '-'", at: "[9..3]"),
        Damage(
            .limitRows, Good.service, "promised: 8 workdays", "promised: [{when: stall_area > 3, limit: 8 workdays}]",
            at: "8 workdays"),
        Damage(.serviceWithoutTheme, Good.themes, "[street-stall, open-a-stall]", "[street-stall]", at: "themes:"),
        Damage(.unknownService, Good.themes, "popular: [street-stall]", "popular: [street-stal]", at: "street-stal]"),
        Damage(.unknownService, Good.search, "  street-stall: {also", "  street-stalls: {also", at: "street-stalls"),
        Damage(.doubleWord, Good.search, "[许可证, permit]", "[许可证, 地摊]", at: "[许可证"),
    ]
}
