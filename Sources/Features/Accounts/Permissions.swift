import Values

/// Everything that can be asked of the platform. Each route names one; what a verb may do in a case is checked
/// again by the kernel (role, unit, region, party, four eyes).
package enum Verb: String, Hashable, Sendable, CaseIterable {
    case readPublicPages = "read-public-pages"
    case signIn = "sign-in"
    case signOut = "sign-out"
    case choosePost = "choose-post"
    case manageDelegations = "manage-delegations"
    case keepDrafts = "keep-drafts"
    case fileCase = "file-case"
    case readOwnCases = "read-own-cases"
    case actAsApplicant = "act-as-applicant"
    case readLooks = "read-looks"
    case openAccount = "open-account"
    case keepAccount = "keep-account"
    case readMessages = "read-messages"
    case chooseWays = "choose-ways"
    case readOutbox = "read-outbox"
    case readCertificates = "read-certificates"
    case takeInAtWindow = "take-in-at-window"
    case readWorklist = "read-worklist"
    case readCaseAsOfficer = "read-case-as-officer"
    case actAsOfficer = "act-as-officer"
    case lookAtPersonalData = "look-at-personal-data"
    case readPermissions = "read-permissions"
    case readByInterface = "read-by-interface"
    case fileByInterface = "file-by-interface"
    case decideByInterface = "decide-by-interface"
    /// An action of a case, for an applicant or from a post: which of both, the route asks again.
    case actByInterface = "act-by-interface"
    case manageItems = "manage-items"
    case readFeedByInterface = "read-feed-by-interface"
    /// Rate a service event by its code; never from a post, so that no officer rates for somebody.
    case rateService = "rate-service"
    case superviseRatings = "supervise-ratings"
    case supervisePromises = "supervise-promises"
    /// The board of promises and measures; it shows sums, and the cases that count against a promise.
    case readBoard = "read-board"
    /// Scheduled reports of the own region, of those below it, and what those above it circulate.
    case readReports = "read-reports"
    /// The same reports for a connected system; not for every scope, because they say what is wrong where.
    case readReportsByInterface = "read-reports-by-interface"
    /// Say which metric measures a figure of an accepted document.
    case bindTargets = "bind-targets"
    case readMandates = "read-mandates"
    /// Import policy documents, and put right, accept and reject what was read in them.
    case manageMandates = "manage-mandates"

    package var name: Wording {
        switch self {
        case .readPublicPages: Wording(zh: "看公开页面", en: "Read public pages")
        case .signIn: Wording(zh: "登录", en: "Sign in")
        case .signOut: Wording(zh: "退出", en: "Sign out")
        case .choosePost: Wording(zh: "选择岗位或代办对象", en: "Choose a post or whom to act for")
        case .manageDelegations: Wording(zh: "管理授权代办", en: "Manage delegations")
        case .keepDrafts: Wording(zh: "填写和保存草稿", en: "Fill in and keep drafts")
        case .fileCase: Wording(zh: "提交申请", en: "File an application")
        case .readOwnCases: Wording(zh: "看自己的办件", en: "Read one’s own cases")
        case .actAsApplicant: Wording(zh: "补正、撤回等申请人行为", en: "Act as applicant")
        case .readLooks: Wording(zh: "看谁查看过我的信息", en: "Read who looked at one’s data")
        case .openAccount: Wording(zh: "注册账户", en: "Open an account")
        case .keepAccount: Wording(zh: "管理自己的账户", en: "Keep one’s own account")
        case .readMessages: Wording(zh: "看消息", en: "Read one’s messages")
        case .chooseWays: Wording(zh: "选择接收方式", en: "Choose how to be told")
        case .readOutbox: Wording(zh: "看替身的发件箱", en: "Read the outbox of the stand-ins")
        case .readCertificates: Wording(zh: "看证照", en: "Read certificates")
        case .takeInAtWindow: Wording(zh: "窗口收件", en: "Take in at the window")
        case .readWorklist: Wording(zh: "看待办", en: "Read the worklist")
        case .readCaseAsOfficer: Wording(zh: "看办件（工作人员）", en: "Read a case as an officer")
        case .actAsOfficer: Wording(zh: "办理、签署", en: "Work on cases and sign")
        case .lookAtPersonalData: Wording(zh: "查看完整个人信息（留痕）", en: "Look at personal data (recorded)")
        case .readPermissions: Wording(zh: "看权限表", en: "Read the permission table")
        case .readByInterface: Wording(zh: "接口读取", en: "Read by the interface")
        case .fileByInterface: Wording(zh: "接口提交", en: "File by the interface")
        case .decideByInterface: Wording(zh: "接口办理", en: "Decide by the interface")
        case .manageItems: Wording(zh: "提出和管理权责清单调整", en: "Propose adjustments of the register")
        case .actByInterface: Wording(zh: "接口办理或代申请人行为", en: "Act by the interface")
        case .supervisePromises: Wording(zh: "督查承诺与容缺", en: "Supervise promises and documents that may follow")
        case .readFeedByInterface: Wording(zh: "接口读取事件流", en: "Read the event feed by the interface")
        case .rateService: Wording(zh: "评价服务（好差评）", en: "Rate a service")
        case .superviseRatings: Wording(zh: "监督好差评", en: "Supervise ratings")
        case .readBoard: Wording(zh: "看承诺与指标", en: "Read promises and measures")
        case .readReports: Wording(zh: "看定期报告", en: "Read scheduled reports")
        case .readReportsByInterface: Wording(zh: "接口读取定期报告", en: "Read scheduled reports by the interface")
        case .bindTargets: Wording(zh: "确认文件目标由什么来量", en: "Say what measures the figures of documents")
        case .readMandates: Wording(zh: "看政策文件和任务台账", en: "Read policy documents and their tasks")
        case .manageMandates: Wording(zh: "导入政策文件、核对采纳任务", en: "Import documents and accept their tasks")
        }
    }
}

/// The columns of the permission table.
package enum Standing: Hashable, Sendable, CaseIterable {
    case anyone
    /// A signed-in person who acts for himself or as an agent, not from a post.
    case citizen
    case officer(Role)
    case system(ConnectedSystem.Scope)

    package static var allCases: [Standing] {
        [.anyone, .citizen] + Role.allCases.map { .officer($0) } + ConnectedSystem.Scope.allCases.map { .system($0) }
    }

    package var name: Wording {
        switch self {
        case .anyone: Wording(zh: "任何人", en: "Anyone")
        case .citizen: Wording(zh: "个人、企业经办人", en: "Citizen or agent")
        case .officer(let role): role.name
        case .system(.read): Wording(zh: "系统（读取）", en: "System (read)")
        case .system(.file): Wording(zh: "系统（提交）", en: "System (file)")
        case .system(.decide): Wording(zh: "系统（办理）", en: "System (decide)")
        case .system(.feed): Wording(zh: "系统（事件流）", en: "System (feed)")
        }
    }
}

/// The one table of who may ask for what (权限表): printed at `/w/admin/permissions` and walked by a test.
package enum Permissions {
    package static func allows(_ verb: Verb, to standing: Standing) -> Bool {
        switch verb {
        case .readPublicPages, .signIn, .openAccount: true
        case .signOut, .choosePost, .keepAccount: isSignedIn(standing)
        // An officer is also a person with matters of his own; he steps out of the post for them.
        case .manageDelegations, .keepDrafts, .fileCase, .readOwnCases, .actAsApplicant, .readLooks, .readMessages,
            .chooseWays:
            standing == .citizen
        case .readCertificates: isSignedIn(standing)
        case .takeInAtWindow: standing == .officer(.clerk)
        case .readWorklist, .actAsOfficer: isOfficer(standing) { $0.hasWorklist }
        case .readCaseAsOfficer:
            isOfficer(standing) { $0.hasWorklist || $0 == .auditor }
        case .supervisePromises: isOfficer(standing) { [.supervisor, .auditor, .creditOfficer].contains($0) }
        case .manageItems: standing == .officer(.itemManager)
        case .lookAtPersonalData: isOfficer(standing) { $0.worksOnCases || $0 == .supervisor }
        case .readPermissions: isOfficer(standing) { _ in true }
        case .readOutbox: standing == .officer(.administrator)
        case .readByInterface: isSystem(standing)
        case .fileByInterface: standing == .system(.file)
        case .decideByInterface: standing == .system(.decide)
        case .actByInterface: standing == .system(.file) || standing == .system(.decide)
        case .readFeedByInterface: standing == .system(.feed)
        case .readReportsByInterface: standing == .system(.read)
        case .rateService: standing == .anyone || standing == .citizen
        case .readBoard, .readReports: isOfficer(standing) { [.supervisor, .auditor, .head].contains($0) }
        case .superviseRatings, .bindTargets, .manageMandates: standing == .officer(.supervisor)
        case .readMandates: isOfficer(standing) { $0.hasWorklist || $0 == .auditor }
        }
    }

    /// Where a visitor stands; a system stands in as many places as it has scopes.
    package static func standings(of visitor: Visitor) -> [Standing] {
        switch visitor {
        case .anyone: [.anyone]
        case .person(let session): [session.post.map { .officer($0.role) } ?? .citizen]
        case .system(let system): system.scopes.map { .system($0) }
        }
    }

    /// Throws `signInNeeded` or `forbidden` unless the visitor may ask for this.
    package static func require(_ verb: Verb, of visitor: Visitor) throws(Failure) {
        if standings(of: visitor).contains(where: { allows(verb, to: $0) }) { return }
        if case .anyone = visitor { throw Failure.signInNeeded }
        let who = Standing.allCases.filter { allows(verb, to: $0) }
        throw Failure.forbidden(
            Wording(
                zh: "“\(verb.name.zh)”由\(who.map(\.name.zh).joined(separator: "、"))办理，您现在的身份不能办理",
                en: "“\(verb.name.en)” is for: \(who.map(\.name.en).joined(separator: ", "))"))
    }

    private static func isSignedIn(_ standing: Standing) -> Bool {
        switch standing {
        case .citizen, .officer: true
        case .anyone, .system: false
        }
    }

    private static func isOfficer(_ standing: Standing, _ holds: (Role) -> Bool) -> Bool {
        if case .officer(let role) = standing { return holds(role) }
        return false
    }

    private static func isSystem(_ standing: Standing) -> Bool {
        if case .system = standing { return true }
        return false
    }
}
