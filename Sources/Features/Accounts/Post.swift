import Values

/// What a post is for (岗位职责). The words of the procedures and of the permission table.
package enum Role: String, Hashable, Sendable, CaseIterable {
    case clerk, reviewer, approver, inspector, head, presiding, expert, handler, `operator`, supervisor
    case legalReviewer = "legal_reviewer"
    case creditOfficer = "credit_officer"
    case itemManager = "item_manager"
    case dataSteward = "data_steward"
    case auditor
    case administrator

    package var name: Wording {
        switch self {
        case .clerk: Wording(zh: "窗口人员", en: "Window clerk")
        case .reviewer: Wording(zh: "审查人员", en: "Reviewer")
        case .approver: Wording(zh: "审批人", en: "Approver")
        case .inspector: Wording(zh: "核查人员", en: "Inspector")
        case .head: Wording(zh: "负责人", en: "Head of the unit")
        case .presiding: Wording(zh: "听证主持人", en: "Presiding officer")
        case .expert: Wording(zh: "评审专家", en: "Expert")
        case .handler: Wording(zh: "经办人员", en: "Handler")
        case .operator: Wording(zh: "热线坐席", en: "Hotline operator")
        case .supervisor: Wording(zh: "督查人员", en: "Supervisor")
        case .legalReviewer: Wording(zh: "法制审核人员", en: "Legal reviewer")
        case .creditOfficer: Wording(zh: "信用管理人员", en: "Credit officer")
        case .itemManager: Wording(zh: "事项管理员", en: "Item manager")
        case .dataSteward: Wording(zh: "数据管理员", en: "Data steward")
        case .auditor: Wording(zh: "审计人员", en: "Auditor")
        case .administrator: Wording(zh: "系统管理员", en: "Administrator")
        }
    }

    /// Whoever works on cases; item managers, who do deeds of adjustments of the register only and see no personal
    /// data; supervisors, who verify bad ratings and call back, and look at data only where they have a task.
    package var hasWorklist: Bool { worksOnCases || self == .itemManager || self == .supervisor }

    /// Roles that do deeds of cases.
    package var worksOnCases: Bool {
        switch self {
        case .clerk, .reviewer, .approver, .inspector, .head, .presiding, .expert, .handler, .legalReviewer,
            .creditOfficer:
            true
        case .operator, .supervisor, .itemManager, .dataSteward, .auditor, .administrator: false
        }
    }
}

/// From where an officer acts: a role in a unit of a region (岗位).
package struct Post: Hashable, Sendable {
    package typealias ID = Identifier<Post>

    package let id: ID
    package let person: Person.ID
    package let unit: String
    package let region: String
    package let role: Role
    package let from: Day
    package let until: Day?

    package init(id: ID, person: Person.ID, unit: String, region: String, role: Role, from: Day, until: Day?) {
        self.id = id
        self.person = person
        self.unit = unit
        self.region = region
        self.role = role
        self.from = from
        self.until = until
    }

    package func isHeld(on day: Day) -> Bool {
        from <= day && (until.map { day <= $0 } ?? true)
    }
}
