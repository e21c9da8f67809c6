import Values

@testable import Rules

private func rule(_ tests: [String], _ output: String) -> DecisionTable.Rule {
    DecisionTable.Rule(tests: tests, output: output, law: nil, why: Wording(zh: "样例", en: "sample"))
}

/// The tables of the sample services and procedures that have rows.
let sampleTables: [DecisionTable] = [
    // procedures/rules/credit-repair.yaml
    DecisionTable(
        name: "least_period_over", hit: .unique,
        inputs: [
            "finding_class",
            #"today >= finding_date + duration("P3M")"#,
            #"today >= finding_date + duration("P1Y")"#,
        ],
        gives: .boolean,
        rules: [
            rule([#""minor""#, "-", "-"], "true"),
            rule([#""general""#, "true", "-"], "true"),
            rule([#""general""#, "false", "-"], "false"),
            rule([#""serious""#, "-", "true"], "true"),
            rule([#""serious""#, "-", "false"], "false"),
        ], otherwise: nil),
    // procedures/rules/credit-repair.yaml
    DecisionTable(
        name: "refusals", hit: .collect,
        inputs: [
            "duty_done",
            "commitment_made",
            "other_findings",
            "tasks.review.result",
        ],
        gives: .text,
        rules: [
            rule(["false", "-", "-", "-"], #""义务未履行""#),
            rule(["-", "false", "-", "-"], #""未作公开承诺""#),
            rule(["-", "-", "true", "-"], #""尚有其他未了结的失信认定""#),
            rule(["-", "-", "-", #""fails""#], #""审查不符合""#),
        ], otherwise: nil),
    // procedures/rules/enforcement.yaml
    DecisionTable(
        name: "hearing_due", hit: .first,
        inputs: [
            "happened.inquired.said.proposed_kind",
            "happened.inquired.said.proposed_amount",
        ],
        gives: .boolean,
        rules: [
            rule([#""revoke_licence""#, "-"], "true"),
            rule([#""close_down""#, "-"], "true"),
            rule(["-", ">= 100000"], "true"),
            rule(["-", "< 100000"], "false"),
        ], otherwise: nil),
    // procedures/rules/enforcement.yaml
    DecisionTable(
        name: "no_penalty_grounds", hit: .collect,
        inputs: [
            "slight",
            "corrected_in_time",
            "harm",
            "first_time",
            "at_fault",
        ],
        gives: .text,
        rules: [
            rule(["true", "true", #""none""#, "-", "-"], #""轻微并及时改正，没有造成危害后果""#),
            rule(["-", "true", #""slight""#, "true", "-"], #""初次违法且危害后果轻微并及时改正""#),
            rule(["-", "-", "-", "-", "false"], #""没有主观过错""#),
        ], otherwise: nil),
    // services/business-premises-filing/rules.yaml
    DecisionTable(
        name: "refusals", hit: .collect, inputs: ["premises.region = enterprise.registration_region"],
        gives: .text,
        rules: [
            rule(["false"], #""场所不在登记管辖区域内，应当办理分支机构登记""#)
        ], otherwise: nil),
    // services/company-name/rules.yaml
    DecisionTable(
        name: "refusals", hit: .collect, inputs: [#"contains(enterprise.proposed_name, "中国")"#],
        gives: .text,
        rules: [
            rule(["true"], #""名称含有限制用语""#)
        ], otherwise: nil),
    // services/company-registration/rules.yaml
    DecisionTable(
        name: "refusals", hit: .collect, inputs: [#"company_kind = "forbidden""#],
        gives: .text,
        rules: [
            rule(["true"], #""禁止类项目""#)
        ], otherwise: nil),
    // services/food-business-licence/rules.yaml
    DecisionTable(
        name: "refusals", hit: .collect, inputs: ["tasks.site_visit.result", "tasks.review.result", "business_kind"],
        gives: .text,
        rules: [
            rule([#""fail""#, "-", "-"], #""现场核查不符合""#),
            rule(["-", #""fails""#, "-"], #""书面审查不符合""#),
            rule(["-", "-", #""prepacked""#], #""仅销售预包装食品应当备案""#),
        ], otherwise: nil),
    // services/food-business-licence/rules.yaml
    DecisionTable(
        name: "risk", hit: .first, inputs: ["business_kind", "area"],
        gives: .text,
        rules: [
            rule([#""prepacked""#, "-"], #""low""#),
            rule([#""bulk_sale""#, "-"], #""low""#),
            rule(["-", "> 300"], #""high""#),
            rule([#""vending""#, "-"], #""middle""#),
            rule([#""catering""#, "<= 300"], #""middle""#),
        ], otherwise: nil),
    // services/plant-quarantine-transfer/rules.yaml
    DecisionTable(
        name: "refusals", hit: .collect, inputs: ["from_epidemic_area", "enterprise.credit_class"],
        gives: .text,
        rules: [
            rule(["true", "-"], #""来自疫区，须现场核验""#),
            rule(["-", #""D""#], #""严重失信，须人工审核""#),
        ], otherwise: nil),
    // services/real-estate-registration/rules.yaml
    DecisionTable(
        name: "refusals", hit: .collect, inputs: ["seized", "transaction"],
        gives: .text,
        rules: [
            rule(["true", #""transfer""#], #""不动产已被查封，不得转移""#),
            rule(["true", #""mortgage""#], #""不动产已被查封，不得抵押""#),
        ], otherwise: nil),
    // services/unemployment-benefit/rules.yaml
    DecisionTable(
        name: "months", hit: .unique, inputs: ["unemployment.months_paid"],
        gives: .number,
        rules: [
            rule(["< 12"], "0"),
            rule(["[12..60)"], "12"),
            rule(["[60..120)"], "18"),
            rule([">= 120"], "24"),
        ], otherwise: nil),
    // services/unemployment-benefit/rules.yaml
    DecisionTable(
        name: "refusals", hit: .collect,
        inputs: [
            "unemployment.months_paid",
            "unemployment.left_by_own_will",
            "unemployment.registered",
        ],
        gives: .text,
        rules: [
            rule(["< 12", "-", "-"], #""缴费不足一年""#),
            rule(["-", "true", "-"], #""本人意愿中断就业""#),
            rule(["-", "-", "false"], #""未办理失业登记""#),
        ], otherwise: nil),
    // services/water-connection/rules.yaml
    DecisionTable(
        name: "refusals", hit: .collect, inputs: ["tasks.survey.result"],
        gives: .text,
        rules: [
            rule([#""not_possible""#], #""不具备接入条件""#)
        ], otherwise: nil),
]
