import Casework
import Proofs
import Storage
import Values
import Web

/// All rooms in their order; each uses those above it, never those below.
package struct AllFeatures: Sendable {
    /// Tables that do not follow from the log, of all features; run before anything else.
    package static let migrations =
        EventLog.migrations + [SessionStore.migration, CatalogueStore.migration, UploadStore.migration]
        + [
            DraftStore.migration, ListStore.migration, NoticeStore.migration, MandateStore.migration,
            ReportStore.migration,
        ]

    package let events: EventDesk
    package let reader: EventReader
    package let territory: Territory
    package let accounts: Accounts
    package let catalogue: Catalogue
    package let lists: Lists
    package let evidence: Evidence
    package let certificates: Certificates
    package let notices: Notices
    package let cases: Cases
    package let ratings: Ratings
    package let items: Items
    package let mandates: Mandates
    package let search: Search
    package let supervision: Supervision
    package let staff: StaffListDesk
    /// Proves that an event stands in the log.
    package let proofs: LogProofDesk
    private let logName: String

    /// In the order of the house.
    package var all: [any Feature] {
        [
            territory, accounts, catalogue, lists, evidence, certificates, notices, cases, ratings, items, mandates,
            search, supervision,
        ]
    }

    /// Every kind of event that is written.
    package static let kinds = EventKinds(
        Territory.kinds + Accounts.kinds + Catalogue.kinds + Lists.kinds + Certificates.kinds + Notices.kinds
            + Cases.kinds + Ratings.kinds + Mandates.kinds + Search.kinds
            + Supervision.kinds)

    /// What all features stand on.
    package struct Ground: Sendable {
        package let database: Database
        package let deployment: Deployment
        package let masterKey: MasterKey
        package let registers: Registers

        package init(
            database: Database, deployment: Deployment, masterKey: MasterKey, registers: Registers
        ) {
            self.database = database
            self.deployment = deployment
            self.masterKey = masterKey
            self.registers = registers
        }
    }

    package init(_ ground: Ground) {
        let database = ground.database
        let writer = EventWriter(
            log: ground.deployment.log, masterKey: ground.masterKey, kinds: AllFeatures.kinds)
        reader = EventReader(masterKey: ground.masterKey, kinds: AllFeatures.kinds)
        events = EventDesk(database: database, writer: writer, reader: reader)
        proofs = LogProofDesk(database: database)
        logName = ground.deployment.log
        let places = TerritoryDesk(database: database, events: events)
        territory = Territory(desk: places)
        let catalogueDesk = CatalogueDesk(database: database, events: events, territory: places)
        catalogue = Catalogue(desk: catalogueDesk, territory: places)
        lists = Lists(
            desk: ListDesk(database: database, events: events), territory: places, catalogue: catalogueDesk)
        accounts = Accounts(
            desk: AccountDesk(
                database: database, events: events, masterKey: ground.masterKey, passwords: PasswordDesk()),
            names: AllFeatures.names(places, catalogueDesk), identity: AllFeatures.identity(ground.registers))
        let uploads = UploadDesk(database: database)
        evidence = Evidence(uploads: uploads, registers: ground.registers)
        certificates = Certificates(
            desk: CertificateDesk(database: database, events: events), accounts: accounts.desk)
        notices = Notices(
            Notices.Ground(
                database: database, events: events, reader: reader, accounts: accounts.desk, catalogue: catalogueDesk,
                territory: places),
            channels: nil)
        let staffList = StaffListDesk(database: database)
        staff = staffList
        let parts = CaseDesk.Parts(
            database: database, events: events, reader: reader, catalogue: catalogueDesk, territory: places,
            certificates: certificates.desk, numbers: CaseNumberDesk(database: database, territory: places),
            registers: ground.registers, uploads: uploads,
            drafts: DraftDesk(database: database, writer: writer, reader: reader),
            staff: { staffList.persons(role: $0, unit: $1, on: $2, in: places.current) })
        cases = Cases(
            desk: CaseDesk(parts: parts, cache: CaseCache(size: 20_000)), accounts: accounts, notices: notices.desk)
        ratings = Ratings(
            desk: RatingDesk(
                cases: cases.desk, lists: lists.desk, codes: RatingCode(masterKey: ground.masterKey)),
            staff: StaffDesk(cases: cases.desk, looks: accounts.looks))
        items = Items(
            desk: AdjustmentDesk(staff: StaffDesk(cases: cases.desk, looks: accounts.looks)),
            follower: AdjustmentFollower(items: catalogueDesk.items, events: events))
        let caseDesk = cases.desk
        let masterKey = ground.masterKey
        supervision = Supervision(
            cases: cases.desk, lists: lists.desk, looks: accounts.looks, posts: accounts.desk.posts,
            entropy: { Entropy(masterKey.blindIndex(field: "supervision-entropy", value: $0)) })
        let targets = supervision.targets
        mandates = Mandates(
            desk: MandateDesk(
                database: database, events: events, uploads: uploads, territory: places, lists: lists.desk),
            cases: caseDesk, figures: { try await targets.figures(ofTask: $1, in: $0, on: $2) },
            entropy: { Entropy(masterKey.blindIndex(field: "mandate-entropy", value: $0)) })
        search = Search(
            desk: SearchDesk(
                vocabulary: VocabularyDesk(database: database, events: events), catalogue: catalogueDesk,
                territory: places, cases: cases.desk, staff: StaffDesk(cases: cases.desk, looks: accounts.looks)))
    }

    /// Reads what other nodes published or assigned since; called every few seconds.
    package func refresh() async throws {
        try await territory.desk.refresh()
        try await catalogue.desk.refresh()
        try await lists.desk.refresh()
        try await staff.refresh()
        try await search.desk.refresh()
        try await supervision.metrics.refresh()
    }

    /// Lets the next page ask for news again; called four times a second.
    package func growOld() {
        territory.desk.growOld()
        catalogue.desk.growOld()
        search.desk.growOld()
    }

    /// Shows all features what was placed before now, but for messages that go out; gives how many events were shown
    /// to those that answer with commands.
    ///
    /// What is placed meanwhile waits for the next call: few events at once cost nearly as much as many.
    package func follow(limit: Int) async throws -> Int {
        let database = cases.desk.parts.database
        let desk = FollowerDesk(database: database, reader: reader, recent: events.recent)
        let end = try await database.read { try LogStore.size(in: $0) }
        // Corrections ask of what ratings show, which so comes first.
        let shown: [any Follower] = [
            ratings.follower, notices.desk.followers.notices, mandates.tasks, supervision.follower,
        ]
        while try await desk.step(together: shown, limit: limit, before: end) > 0 {}
        let answering: [any Follower] =
            [ratings.corrections, mandates.assignments, supervision.demands] + items.followers
        // Another node may have been quicker above: no command rests on what is not shown yet.
        let leaders = [ratings.follower.name, mandates.tasks.name]
        let shownTo = try await database.read { connection in
            try leaders.map { try FollowerStore.position(of: $0, in: connection) }.min() ?? 0
        }
        var answered = 0
        while true {
            let step = try await desk.step(together: answering, limit: limit, before: min(end, shownTo))
            if step == 0 { return answered }
            answered += step
        }
    }

    /// Lets all followers see everything there is; for who is alone at the database.
    package func followAll() async throws {
        while try await follow(limit: 2000) > 0 {}
        while try await notices.desk.follow(limit: 2000) > 0 {}
    }

    /// Deletes what nobody needs any more: expired sessions, old answers, unused drafts, files that nothing names.
    package func sweep(at moment: Moment) async throws {
        let month = moment.adding(hours: -24 * 30)
        try await cases.desk.parts.database.write { connection in
            _ = try SessionStore.sweep(at: moment, in: connection)
            _ = try IdempotencyStore.sweep(before: month, in: connection)
            _ = try UploadStore.sweep(at: moment, in: connection)
        }
        _ = try await cases.desk.parts.drafts.sweep(at: moment)
    }

    /// The frame of an officer's pages: where he works and where he can go.
    package func desk(of session: Session, in language: Language) -> StaffPage.Desk {
        let post = session.post
        let unit = post.flatMap { territory.desk.current.units[$0.unit]?.name } ?? ""
        let role = post?.role.name[language] ?? ""
        let isChinese = language == .chinese
        let worksOnCases = post.map { Permissions.allows(.readWorklist, to: .officer($0.role)) } ?? false
        var entries: [StaffPage.Entry] = []
        if worksOnCases {
            entries.append(StaffPage.Entry(isChinese ? "待办" : "Worklist", icon: .list, link: "/w/inbox", count: nil))
        }
        if post?.role == .itemManager {
            entries.append(
                StaffPage.Entry(
                    isChinese ? "权责清单调整" : "Register of items", icon: .book, link: "/w/items", count: nil))
        }
        if let post, Permissions.allows(.readBoard, to: .officer(post.role)) {
            entries.append(
                StaffPage.Entry(
                    isChinese ? "承诺与指标" : "Promises and measures", icon: .chart, link: BoardPage.link, count: nil))
        }
        if let post, Permissions.allows(.readReports, to: .officer(post.role)) {
            let name = isChinese ? "定期报告" : "Scheduled reports"
            entries.append(StaffPage.Entry(name, icon: .document, link: ReportsPage.link, count: nil))
        }
        if let post, Permissions.allows(.superviseRatings, to: .officer(post.role)) {
            entries.append(
                StaffPage.Entry(isChinese ? "好差评监督" : "Ratings", icon: .star, link: MeasuresPage.link, count: nil))
        }
        if let post, Permissions.allows(.readMandates, to: .officer(post.role)) {
            entries.append(
                StaffPage.Entry(
                    isChinese ? "政策文件与任务" : "Policy documents", icon: .document, link: MandatesPage.link,
                    count: nil))
            entries.append(
                StaffPage.Entry(
                    isChinese ? "督查督办台账" : "Ledger of tasks", icon: .list, link: LedgerPage.link, count: nil))
        }
        if let post, Permissions.allows(.supervisePromises, to: .officer(post.role)) {
            entries.append(
                StaffPage.Entry(
                    isChinese ? "承诺与容缺" : "Promises", icon: .checkCircle, link: "/w/promises", count: nil))
        }
        if post?.role == .clerk {
            entries.append(
                StaffPage.Entry(isChinese ? "窗口收件" : "Window", icon: .pencil, link: "/w/window", count: nil))
        }
        entries.append(
            StaffPage.Entry(
                isChinese ? "权限表" : "Permissions", icon: .user, link: "/w/admin/permissions", count: nil))
        if let post, Permissions.allows(.readOutbox, to: .officer(post.role)) {
            entries.append(
                StaffPage.Entry(
                    isChinese ? "短信与邮件（演示替身）" : "Messages (stand-in)", icon: .inbox, link: "/w/admin/outbox",
                    count: nil))
        }
        return StaffPage.Desk(
            name: role, unit: unit, home: worksOnCases ? "/w/inbox" : "/w/admin/permissions",
            groups: [StaffPage.Group(heading: nil, entries: entries)],
            search: worksOnCases ? "/w/find" : nil)
    }

    /// Every route with its verb.
    package var routes: RouteTable {
        var table = RouteTable()
        for feature in all { feature.addRoutes(to: &table) }
        LogAPI(database: cases.desk.parts.database, proofs: proofs, log: logName).add(to: &table)
        return table
    }

    /// Looks after the tables that follow from the log.
    package func rebuild(_ database: Database) -> Rebuild {
        Rebuild(
            database: database, reader: reader, projections: all.flatMap(\.projections),
            followers: all.flatMap(\.followers))
    }

    /// The population register says whether a name and a number belong together; without it nobody does.
    private static func identity(_ registers: Registers) -> IdentityCheck {
        let register = registers["人口基础库"]
        return IdentityCheck(
            name: register?.shownName ?? Wording(zh: "人口基础库", en: "population register"),
            isStandIn: register?.isStandIn ?? false,
            ask: { name, number in
                let question = Register.Question(
                    about: ["person.id_number": number.text], facts: ["person.name"], needs: [])
                guard let reply = await register?.ask(question) else { return .silent }
                let isSame = reply.facts["person.name"]?.text?.comparisonKey == name.comparisonKey
                return isSame ? .matches : .differs
            })
    }

    private static func names(_ places: TerritoryDesk, _ catalogue: CatalogueDesk) -> AccountNames {
        AccountNames(
            unit: { id in
                let name = places.current.units[id]?.name ?? id
                return Wording(zh: name, en: name)
            },
            region: { places.current.regions[$0]?.name ?? Wording(zh: $0, en: $0) },
            fact: { catalogue.nameOfFact($0) ?? Wording(zh: $0, en: $0) },
            services: { day in
                guard let root = places.current.root else { return [] }
                var services: [AccountNames.Offer] = []
                for id in catalogue.services(in: root.id, on: day) {
                    let definition = try await catalogue.definition(of: id, region: root.id, on: day)
                    guard definition.takesApplications else { continue }
                    services.append(AccountNames.Offer(id: id, name: definition.service.name))
                }
                return services
            })
    }
}
