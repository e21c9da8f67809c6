import Definitions

/// A small library without a fault; each test of the check damages it in one place.
enum GoodLibrary {
    static let library = Library(texts: texts)

    static let service = "Services/street-stall/service.yaml"
    static let rules = "Services/street-stall/rules.yaml"
    static let situation = "Services/street-stall/situations/usual.yaml"
    static let layer = "Services/street-stall/territory/wansheng.yaml"
    static let later = "Services/street-stall/territory/wansheng@2023-01-01.yaml"
    static let guideless = "Services/open-a-stall/situations/usual.yaml"
    static let guide = "Services/street-stall/texts/guide.zh.md"
    static let bundle = "Services/open-a-stall/service.yaml"
    static let procedure = "Services/procedures/permit.yaml"
    static let message = "Services/messages/decision.yaml"
    static let certificate = "Services/certificates/stall-permit.yaml"
    static let list = "Services/lists/grounds.yaml"
    static let concepts = "Services/concepts.yaml"
    static let items = "Services/items.yaml"
    static let metrics = "Services/metrics.yaml"
    static let reports = "Services/reports.yaml"
    static let themes = "Services/themes.yaml"
    static let search = "Services/search.yaml"
    static let regions = "Territory/regions.yaml"
    static let units = "Territory/units.yaml"

    static let texts: [String: String] = GoodService.texts.merging(GoodProcedure.texts) { $1 }
        .merging(GoodSurroundings.texts) { $1 }
}

enum GoodService {
    static let texts: [String: String] = [
        GoodLibrary.service: """
        service: street-stall
        item: street-stall
        name: {zh: 摆摊许可, en: Street stall}
        kind: 行政许可
        level: district
        authority: 城市管理局
        procedure: permit
        basis: [{law: 行政许可法, article: 第十二条}]
        in_force: {from: 2020-01-01}
        channels: [online, window]
        visits: 0
        tracks: [ordinary, tolerance]
        concerns: []
        applicants: [person]
        constants: {free: true}
        questions:
          kind_of_stall:
            ask: {zh: 卖什么？, en: "What is sold?"}
            type: choice
            sensitivity: public
            choices: {food: {zh: 食品, en: Food}, goods: {zh: 用品, en: Goods}}
            usual: goods
        form:
          - section: {zh: 摊主, en: Owner}
            fields:
              person.name: {}
              stall_area: {ask: {zh: 面积, en: Area}, type: number, sensitivity: internal, must: stall_area > 0, else: {zh: 请填面积, en: Give the area}}
              kitchen: {ask: {zh: 是否现场加工？, en: Is it cooked there?}, type: boolean, sensitivity: public, when: 'kind_of_stall = "food"'}
        evidence:
          identity: {name: {zh: 身份证, en: Identity card}, from: [register], register: 人口基础库}
          plan: {name: {zh: 摊位图, en: Plan of the stall}, when: stall_area > 4, from: [case, upload], deferrable: 5 workdays}
          neighbours:
            name: {zh: 邻居同意的证明, en: Consent of the neighbours}
            when: kitchen = true
            from: [promise, upload]
            commitment:
              form: proof
              law: {own: 示例数据}
              conditions: [{text: {zh: 邻居都同意, en: All neighbours agree}, law: {own: 示例数据}}]
              consequences: [{text: {zh: 撤销许可, en: The permit is revoked}}]
              check: {zh: 十日内上门核查, en: Checked within ten days}
              notice: decision
        rules: rules.yaml
        clocks:
          decide: {promised: 5 workdays, promised_by: {policy: 渝府办发〔2020〕63号}}
        tasks:
          check: {unit: 许可科, within: {own: 2 workdays}}
        variants:
          food: {name: {zh: 食品摊, en: Food stall}, when: 'kind_of_stall = "food"', clocks: {decide: {promised: 8 workdays}}}
        outcome: {certificate: stall-permit, valid: 1 years}
        lower_levels: {may: [contact, clocks.decide.promised]}
        contact: {unit: 许可科}
        """,
        GoodLibrary.rules: """
        tables:
          fee:
            name: {zh: 费用, en: Fee}
            hit: unique
            inputs: [stall_area]
            gives: number
            rules:
              - {if: ['<= 4'], then: '0', why: {zh: 小摊免费, en: Free}}
              - {if: ['> 4'], then: '20', law: {own: 示例数据}, why: {zh: 大摊收费, en: A fee}}
          commitment_bars:
            name: {zh: 不适用告知承诺, en: No promises}
            hit: collect
            inputs: [credit.serious, credit.promise_broken]
            gives: string
            rules:
              - {if: ['true', '-'], then: '"失信"', law: {own: 示例数据}, why: {zh: 严重失信, en: Bad credit}}
              - {if: ['-', 'true'], then: '"失诺"', law: {own: 示例数据}, why: {zh: 曾作虚假承诺, en: A promise was broken}}
          refusals:
            name: {zh: 不予许可的理由, en: Grounds for refusal}
            hit: collect
            inputs: [stall_area, tasks.check.result]
            gives: string
            rules:
              - {if: ['> 20', '-'], then: '"过大"', law: {law: 行政许可法, article: 第三十八条}, why: {zh: 过大, en: Too large}}
              - {if: ['-', '"bad"'], then: '"不符合"', law: {law: 行政许可法, article: 第三十八条}, why: {zh: 不符合, en: Not in order}}
        """,
        GoodLibrary.situation: """
        name: 小摊当场通过
        filed: 2026-03-02
        region: wansheng
        given: {stall_area: 3}
        lacks: [plan]
        steps:
          - {at: 2026-03-02, do: accept}
          - {at: 2026-03-03, task: check, result: good, expect: {open_tasks: [approve], happened: [accepted]}}
        expect: {stage: decision, clocks: {decide: {state: running}}}
        """,
        GoodLibrary.layer: """
        overrides: street-stall
        region: wansheng
        in_force: {from: 2021-06-11}
        because: {policy: 万盛经开办发〔2021〕24号, article: "6", sentence: 三个工作日}
        set:
          clocks: {decide: {promised: 3 workdays}}
          contact: {unit: 摊贩窗口}
        """,
        GoodLibrary.later: """
        overrides: street-stall
        region: wansheng
        in_force: {from: 2023-01-01}
        because: {policy: 万盛经开办发〔2021〕24号, article: "6", sentence: 两个工作日}
        set:
          clocks: {decide: {promised: 2 workdays}}
        """,
        GoodLibrary.guide: "# 摆摊许可\n\n本指南中的费用和期限是示例数据。\n",
        GoodLibrary.bundle: """
        service: open-a-stall
        item: street-stall
        name: {zh: 开一个摊, en: Open a stall}
        kind: 一件事
        level: district
        authority: 城市管理局
        procedure: together
        basis: [{policy: 渝府办发〔2020〕63号}]
        in_force: {from: 2020-01-01}
        channels: [online]
        visits: 0
        applicants: [person]
        members:
          permit: {service: street-stall}
          again: {service: street-stall, after: [permit], takes: {plan: permit}}
        clocks:
          all: {promised: 16 workdays, promised_by: {policy: 渝府办发〔2020〕63号}}
        contact: {unit: 许可科}
        """,
        GoodLibrary.guideless: "name: 通常\nfiled: 2026-03-02\nexpect: {stage: filed}\n",
        "Services/open-a-stall/texts/guide.zh.md": "# 开一个摊\n",
    ]
}
