enum GoodSurroundings {
    static let texts: [String: String] = [
        GoodLibrary.message: """
        message: decision
        name: {zh: 决定书, en: Decision}
        to: applicant
        ways: [inbox]
        document: true
        law: {law: 行政许可法, article: 第三十八条}
        must_say: [outcome, reasons]
        appeal: {reconsideration: {within: 60 days, law: {law: 行政许可法}}}
        text:
          zh: |
            {applicant.name}：{service.name.zh}（{case.number}），结果是{outcome_name.zh}。
            {if outcome != "granted": 理由：{reasons}。可以在{appeal.reconsideration.within}内复议。}
          en: |
            {applicant.name}: {service.name.en} ({case.number}): {outcome_name.en}.
        """,
        "Services/messages/told.yaml": """
        message: told
        name: {zh: 补正告知, en: What is missing}
        to: applicant
        ways: [inbox]
        must_say: [missing]
        text: {zh: "缺少：{for need in missing: {need.name.zh}；}", en: "Missing: {for need in missing: {need.name.en}; }"}
        """,
        GoodLibrary.certificate: """
        certificate: stall-permit
        name: {zh: 摆摊许可证, en: Stall permit}
        authority: 城市管理局
        holder: person
        number: {prefix: BT, concept: licence.number}
        fields: [licence.number, person.name]
        many: []
        layout: {size: A4, orientation: portrait, order: [person.name, licence.number]}
        validity: {kind: period, period: 1 years, warns: [30 days]}
        states: [valid, revoked]
        public: true
        grade: A
        """,
        GoodLibrary.list: """
        list: grounds
        name: {zh: 理由, en: Grounds}
        kind: choice
        owner: 城市管理局
        basis: [{own: 示例数据}]
        version: "1"
        in_force: {from: 2019-01-01}
        columns: {key: text, name: name}
        entries:
          - {key: too_large, name: {zh: 过大, en: Too large}}
        """,
        GoodLibrary.concepts: """
        concepts:
          person.name: {name: {zh: 姓名, en: Name}, type: text, register: 人口基础库, sensitivity: personal}
          credit.serious: {name: {zh: 严重失信, en: Bad credit}, type: boolean, register: 信用库, sensitivity: internal}
          credit.promise_broken: {name: {zh: 失诺, en: A promise was broken}, type: boolean, register: 承诺记录, sensitivity: internal}
          licence.number: {name: {zh: 编号, en: Number}, type: code, sensitivity: public}
          case.number: {name: {zh: 办件编号, en: Case number}, type: code, sensitivity: internal}
        """,
        GoodLibrary.metrics: """
        metrics:
          granted:
            name: {zh: 准予数, en: Granted}
            take: count
            what: event granted
            where: happened.accepted.times > 0
            unit: 件
            by: [unit]
            target: {at_least: 1, region: wansheng, policy: 渝府办发〔2020〕63号, article: 一, sentence: 办理}
          granted-time:
            name: {zh: 用时, en: Time}
            take: average
            what: event accepted
            value: days
            unit: 天
            by: [unit, region]
          first-hand:
            name: {zh: 一次办成, en: Done at once}
            take: share
            what: event accepted
            where: uploads = 0
            of: {what: event accepted}
            unit: '%'
            by: [region]
        """,
        GoodLibrary.reports: """
        reports:
          bulletin:
            name: {zh: 月通报, en: Bulletin}
            every: month
            for: [city, districts]
            circulated: true
            parts:
              - {measures: [granted, granted-time], name: {zh: 办件, en: Cases}}
              - {measures: [granted-time], by: region, name: {zh: 分区县, en: By district}}
              - {promises: all, name: {zh: 承诺, en: Promises}}
              - {tasks: late, name: {zh: 任务, en: Tasks}}
              - {ranking: districts, name: {zh: 排名, en: Ranking}}
              - {index: speed, name: {zh: 指数, en: Index}}
        rankings:
          districts: {name: {zh: 区县排名, en: Districts}, of: region, index: speed, counted: granted-time, least: 3}
        indexes:
          speed:
            name: {zh: 指数, en: Index}
            basis: {own: 示例数据}
            needs: 50
            parts: # weights
              granted-time: {weight: 60, none: 10, full: 2.5}
              first-hand: {weight: 40, none: 0, full: 100}
        """,
        GoodLibrary.themes: """
        themes:
          street: {name: {zh: 街头, en: Street}, icon: bowl, services: [street-stall, open-a-stall]}
        stages:
          begin: {name: {zh: 起步, en: Beginning}, icon: chart, services: [street-stall]}
        popular: [street-stall]
        """,
        GoodLibrary.search: """
        services:
          street-stall: {also: [摊位证], asked: [摆地摊, sell in the street]}
        synonyms:
          - [摊位, 地摊]
          - [许可证, permit]
        fillers: [我想]
        readings: {行: [xing, hang]}
        """,
        GoodLibrary.items: """
        items:
          street-stall: {name: {zh: 摆摊, en: Stall}, code: "000199001000", type: "01", sample: true, basis: [{law: 行政许可法, article: 第十二条}]}
        """,
        "Services/laws.yaml":
            "laws:\n  行政许可法: {name: {zh: 行政许可法, en: Licensing Law}, number: null, in_force: {from: 2004-07-01}}\n",
        "Services/documents.yaml": """
        documents:
          渝府办发〔2020〕63号: {number: 渝府办发〔2020〕63号, title: null, date: null, issuer: null, text: null}
          万盛经开办发〔2021〕24号: {number: 万盛经开办发〔2021〕24号, title: null, date: null, issuer: null, text: null}
        """,
        GoodLibrary.regions: """
        regions:
          chongqing: {name: {zh: 重庆市, en: Chongqing}, parent: null, codes: [], from: 1997-01-01, until: null, successor: null}
          wansheng: {name: {zh: 万盛, en: Wansheng}, parent: chongqing, codes: [], from: 2011-01-01, until: null, successor: null}
          yuzhong: {name: {zh: 渝中区, en: Yuzhong}, parent: chongqing, codes: [], from: 1997-01-01, until: null, successor: null}
        """,
        GoodLibrary.units: """
        units:
          yz-city: {name: 城市管理局, region: yuzhong, code: 115001030099000137, parent: null, from: 2019-01-01, until: null, successor: null}
          yz-permits: {name: 许可科, region: yuzhong, parent: yz-city, from: 2019-01-01, until: null, successor: null}
          ws-city: {name: 城市管理局, region: wansheng, parent: null, from: 2019-01-01, until: null, successor: null}
          ws-permits: {name: 许可科, region: wansheng, parent: ws-city, from: 2019-01-01, until: null, successor: null}
          ws-window: {name: 摊贩窗口, region: wansheng, parent: ws-city, from: 2019-01-01, until: null, successor: null}
        """,
    ]
}
