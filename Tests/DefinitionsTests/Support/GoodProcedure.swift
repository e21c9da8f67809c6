enum GoodProcedure {
    static let texts: [String: String] = [
        GoodLibrary.procedure: """
        procedure: permit
        name: {zh: 许可程序, en: Permit}
        basis: [{law: 行政许可法}]
        in_force: {from: 2019-01-01}
        main_clock: decide
        facts:
          urgent: {ask: {zh: 是否紧急？, en: Is it urgent?}, type: boolean, sensitivity: internal}
        stages:
          filed: {name: {zh: 已提交, en: Filed}, waits_for: office}
          missing: {name: {zh: 待补正, en: To be completed}, waits_for: applicant}
          review: {name: {zh: 审查, en: Review}, waits_for: office}
          decision: {name: {zh: 决定, en: Decision}, waits_for: office}
          closed: {name: {zh: 办结, en: Closed}, final: true}
        opens: {by: [applicant, clerk], gives: {note: optional text}, event: filed, to: filed}
        actions:
          accept:
            name: {zh: 受理, en: Accept}
            usual: true
            in: [filed]
            by: clerk
            when: count(missing_evidence) = 0 and not(urgent = false and service.id = "x")
            else: {zh: 材料不齐, en: Something is missing}
            event: accepted
            to: review
          ask:
            name: {zh: 告知补正, en: Ask for more}
            in: [filed]
            by: clerk
            gives: {missing: list, not_seen: boolean}
            when: happened.asked.times = 0 or said.not_seen = true
            event: asked
            to: missing
            notice: told
          complete: {name: {zh: 补正, en: Complete}, in: [missing], by: applicant, event: completed, to: filed}
          go_on: {name: {zh: 审查完毕, en: Review is over}, in: [review], by: platform, when: open_tasks = 0, event: reviewed, to: decision}
        tasks:
          look: {name: {zh: 接件, en: Look at it}, in: filed, role: clerk, results: {}}
          check:
            name: {zh: 审查, en: Check}
            in: review
            role: reviewer
            results:
              good: {name: {zh: 符合, en: Good}}
              bad: {name: {zh: 不符合, en: Bad}, gives: {reason: text}}
          approve:
            name: {zh: 决定, en: Decide}
            in: decision
            role: approver
            not_by: [check]
            results:
              grant: {name: {zh: 准予, en: Grant}, when: count(refusals) = 0, event: granted, to: closed, outcome: granted, issues: service.outcome.certificate, notice: decision}
              refuse: {name: {zh: 不予, en: Refuse}, gives: {reason: text, ground: choice grounds}, event: refused, to: closed, outcome: refused, notice: decision}
        clocks:
          decide:
            name: {zh: 办理期限, en: Time to decide}
            starts: [accepted]
            ends: [granted, refused]
            statutory: 20 workdays
            stops: [{while: decision, ground: 听证, law: {law: 行政许可法, article: 第四十五条}}]
            law: {law: 行政许可法, article: 第四十二条}
          complete:
            name: {zh: 补正期限, en: Time to complete}
            starts: [asked]
            ends: [completed]
            promised: 20 workdays
            expires: {event: lapsed, to: closed, outcome: lapsed, law: {own: 示例数据}}
            law: {own: 示例数据}
        obligations:
          deferred:
            name: {zh: 容缺材料, en: Deferred document}
            owed_by: applicant
            opens: [accepted]
            per: deferred_evidence
            within: each.within
            kept_by: [completed]
            kept_when: obligations.deferred = "open"
            dropped_by: [granted]
            law: {own: 示例数据}
        """,
        "Services/procedures/together.yaml": """
        procedure: together
        name: {zh: 联办程序, en: Together}
        basis: [{policy: 渝府办发〔2020〕63号}]
        in_force: {from: 2019-01-01}
        main_clock: all
        stages:
          filed: {name: {zh: 已提交, en: Filed}, waits_for: office}
          running: {name: {zh: 联办, en: Under way}, waits_for: other}
          closed: {name: {zh: 办结, en: Closed}, final: true}
        opens: {by: applicant, event: filed, to: filed}
        actions:
          start: {name: {zh: 分发, en: Start}, in: [filed], by: platform, when: count(missing_evidence) = 0, event: accepted, to: running}
          gather: {name: {zh: 全部办结, en: All is settled}, in: [running], by: platform, when: open_children = 0, event: granted, to: closed, outcome: granted}
        tasks:
          help: {name: {zh: 帮办, en: Help}, in: filed, role: clerk, results: {}}
        clocks:
          all: {name: {zh: 联办期限, en: Time for all}, starts: [accepted], promised: 3 workdays, ends: [granted], law: {own: 示例数据}}
        children: {}
        """,
    ]
}
