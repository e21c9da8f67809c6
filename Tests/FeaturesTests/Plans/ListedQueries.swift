import Definitions
import Proofs
import Storage
import Testing
import Values

@testable import Features

/// A query behind a page that lists, a feed, a leader or a sweep, as the stores ask it.
///
/// A rule of the house reads this file: a store's function that orders, limits or sweeps must be named here.
struct ListedQuery: Sendable, CustomTestStringConvertible {
    /// `Store.function(firstLabel)`.
    let name: String
    let run: @Sendable (any Connection) throws -> Void

    var testDescription: String { name }

    init(_ name: String, _ run: @escaping @Sendable (any Connection) throws -> Void) {
        self.name = name
        self.run = run
    }
}

enum ListedQueries {
    private static let today = Day(2026, 3, 12)
    private static let now = Moment(milliseconds: 1_700_000_100_000)
    private static let early = Moment(milliseconds: 1_600_000_000_000)
    private static let id = "01KE4VS900Q6KP1A98PV340EE2"

    static let all: [ListedQuery] =
        accounts + cases + worklists + records + papers + notices + ratings + mandates + boards + reports

    /// Queries that list and need no index, each with its reason.
    static let small: [String: String] = [
        "AccountStore.hasRealPersons(in)": "asked once by `simulate`; stops at the first row",
        "AccountStore.allPosts(in)": "some thousand officers, kept in memory",
        "CatalogueStore.all(in)": "some publications a service and region, kept in memory",
        "CaseStore.applicants(atMost)": "asked once by `simulate --fill`; stops at its limit, in the order of an index",
        "CaseStore.hasCases(in)": "stops at the first row",
        "DerivedStore.hasEvents(in)": "stops at the first row",
        "DerivedStore.columns(of)": "asks the database's own catalogue",
        "DerivedStore.compare(_)": "rebuild goes through everything",
        "ListStore.all(in)": "some publications a list, kept in memory",
        "SessionStore.passwordHash(of)": "a person's two or three login names, found by an index",
        "ItemStore.all(in)": "some publications an item, kept in memory",
    ]

    private static let accounts: [ListedQuery] = [
        ListedQuery("AccountStore.posts(of)") { _ = try AccountStore.posts(of: person, in: $0) },
        ListedQuery("AccountStore.posts(in)") {
            _ = try AccountStore.posts(in: "unit-1", role: .clerk, on: today, in: $0)
        },
        ListedQuery("AccountStore.delegations(to)") { _ = try AccountStore.delegations(to: person, in: $0) },
        ListedQuery("AccountStore.delegations(to:for)") {
            _ = try AccountStore.delegations(to: person, for: .person(person), in: $0)
        },
        ListedQuery("AccountStore.delegations(from)") {
            _ = try AccountStore.delegations(from: .person(person), in: $0)
        },
        ListedQuery("SessionStore.sweep(at)") { _ = try SessionStore.sweep(at: early, in: $0) },
        ListedQuery("VisitorStore.session(_)") { _ = try VisitorStore.session(id, at: now, in: $0) },
    ]

    private static let cases: [ListedQuery] = [
        ListedQuery("CaseStore.find(_)") { _ = try CaseStore.find("id1000000001", in: $0) },
        ListedQuery("CaseStore.rows(ofApplicant)") {
            _ = try CaseStore.rows(ofApplicant: "applicant-7", before: nil, limit: 50, in: $0)
        },
        ListedQuery("CaseStore.rows(ofUnit)") {
            _ = try CaseStore.rows(ofUnit: "unit-1", before: "id1000000500", limit: 50, in: $0)
        },
        ListedQuery("CaseStore.due(by)") { _ = try CaseStore.due(by: now, limit: 200, in: $0) },
        ListedQuery("CaseStore.tasks(in)") {
            _ = try CaseStore.tasks(in: "unit-1", role: "role-1", after: nil, limit: 50, in: $0)
        },
        ListedQuery("CaseStore.count(in)") {
            _ = try CaseStore.count(in: "unit-1", role: "role-1", dueBy: nil, limit: 1000, in: $0)
        },
        ListedQuery("OwnCasesStore.rows(_)") { connection in
            for choice in choices {
                _ = try OwnCasesStore.rows(choice, before: nil, limit: 20, in: connection)
                _ = try OwnCasesStore.rows(choice, before: "id1000000500", limit: 20, in: connection)
            }
        },
        ListedQuery("OwnCasesStore.count(_)") { connection in
            for choice in choices { _ = try OwnCasesStore.count(choice, limit: 100, in: connection) }
        },
        ListedQuery("DutyStore.rows(_)") { connection in
            for view in DutyView.allCases {
                for region in [nil, "region-1"] {
                    _ = try DutyStore.rows(view, region: region, today: today, after: nil, limit: 51, in: connection)
                }
            }
        },
        ListedQuery("DutyStore.count(_)") { connection in
            for view in DutyView.allCases {
                for region in [nil, "region-1"] {
                    _ = try DutyStore.count(view, region: region, today: today, in: connection)
                }
            }
        },
        ListedQuery("DutyStore.hasBrokenPromise(_)") { _ = try DutyStore.hasBrokenPromise("applicant-7", in: $0) },
        ListedQuery("DraftStore.drafts(of)") { _ = try DraftStore.drafts(of: .person(person.text), in: $0) },
        ListedQuery("DraftStore.unused(since)") { _ = try DraftStore.unused(since: now, in: $0) },
    ]

    private static let choices = OwnCasesStore.Choice.State.allCases.flatMap { state in
        [nil, ["service-1", "service-2"]].map { delegated in
            OwnCasesStore.Choice(applicant: "applicant-7", delegated: delegated, state: state, service: nil)
        }
    }

    private static let worklists: [ListedQuery] =
        Worklist.View.allCases.map { view in
            ListedQuery("WorklistStore.rows(_)") { connection in
                for units in [["unit-1"], ["unit-1", "unit-2", "unit-3"]] {
                    let queue = WorklistStore.Queue(units: units, role: "role-1", today: today)
                    _ = try WorklistStore.rows(view, of: queue, after: nil, in: connection)
                }
            }
        } + [
            ListedQuery("WorklistStore.counts(of)") { connection in
                let queue = WorklistStore.Queue(units: ["unit-1", "unit-2"], role: "role-1", today: today)
                _ = try WorklistStore.counts(of: queue, in: connection)
            }
        ]

    private static let records: [ListedQuery] = [
        ListedQuery("EventStore.events(of)") { _ = try EventStore.events(of: "id1000000001", after: 0, in: $0) },
        ListedQuery("LogStore.leaves(from)") { _ = try LogStore.leaves(from: 500, limit: 200, in: $0) },
        ListedQuery("LogStore.places(from)") { _ = try LogStore.places(from: 500, limit: 200, in: $0) },
        ListedQuery("LogStore.openFeed(from)") { _ = try LogStore.openFeed(from: 500, limit: 200, in: $0) },
        ListedQuery("LogStore.feed(from)") { _ = try LogStore.feed(from: 500, limit: 200, in: $0) },
        ListedQuery("LogFeedStore.entries(from)") { _ = try LogFeedStore.entries(from: 500, limit: 200, in: $0) },
        ListedQuery("LogStore.streams(after)") { _ = try LogStore.streams(after: "id1", limit: 100, in: $0) },
        ListedQuery("LogStore.stream(at)") { _ = try LogStore.stream(at: 7, in: $0) },
        ListedQuery("LogStore.place(limit)") { _ = try LogStore.place(limit: 1, in: $0) },
        ListedQuery("LogStore.size(in)") { _ = try LogStore.size(in: $0) },
        ListedQuery("IdempotencyStore.sweep(before)") { _ = try IdempotencyStore.sweep(before: early, in: $0) },
    ]

    private static let papers: [ListedQuery] = [
        ListedQuery("CertificateStore.find(number)") { _ = try CertificateStore.find(number: "id1000000001", in: $0) },
        ListedQuery("CertificateStore.held(by)") { connection in
            _ = try CertificateStore.held(by: "holder-7", in: connection)
            _ = try CertificateStore.held(by: "holder-7", kind: "kind-1", in: connection)
        },
        ListedQuery("CertificateStore.issued(by)") { _ = try CertificateStore.issued(by: "id1000000001", in: $0) },
        ListedQuery("KnownAnswerStore.answers(about)") {
            _ = try KnownAnswerStore.answers(about: "subject-7", in: $0)
        },
        ListedQuery("UploadStore.entries(of)") { _ = try UploadStore.entries(of: "id1000000001", in: $0) },
        ListedQuery("UploadStore.sending(_)") {
            _ = try UploadStore.sending(Identifier(at: now, random: [UInt8](repeating: 2, count: 10)), in: $0)
        },
        ListedQuery("UploadStore.sweep(at)") { _ = try UploadStore.sweep(at: early, in: $0) },
    ]

    private static let notices: [ListedQuery] = [
        ListedQuery("ConsentStore.ways(of)") { _ = try ConsentStore.ways(of: person, in: $0) },
        ListedQuery("NoticeStore.notices(of)") { connection in
            let place = InboxMessage.Place(position: 500, number: 0)
            for inbox in inboxes {
                for unread in [false, true] {
                    _ = try NoticeStore.notices(of: inbox, onlyUnread: unread, before: nil, limit: 20, in: connection)
                    _ = try NoticeStore.notices(of: inbox, onlyUnread: unread, before: place, limit: 20, in: connection)
                }
            }
        },
        ListedQuery("NoticeStore.unread(of)") { connection in
            for inbox in inboxes { _ = try NoticeStore.unread(of: inbox, limit: 100, in: connection) }
        },
        ListedQuery("NoticeStore.notices(from)") { _ = try NoticeStore.notices(from: 500, to: 700, in: $0) },
        ListedQuery("NoticeStore.deadlines(through)") {
            _ = try NoticeStore.deadlines(through: today, limit: 100, in: $0)
        },
        ListedQuery("ParcelStore.waiting(by)") { _ = try ParcelStore.waiting(by: now, limit: 100, in: $0) },
        ListedQuery("ParcelStore.letters(before)") { connection in
            _ = try ParcelStore.letters(before: nil, limit: 20, in: connection)
            _ = try ParcelStore.letters(before: ParcelStore.Cursor(at: now, key: id), limit: 20, in: connection)
        },
    ]

    private static let ratings: [ListedQuery] = [
        ListedQuery("RatingStore.rows(_)") { connection in
            for scope in [RatingScope.city, .region("region-1"), .unit("unit-1"), .service("service-1")] {
                _ = try RatingStore.rows(scope, before: nil, limit: 20, in: connection)
                _ = try RatingStore.rows(scope, before: place, limit: 20, in: connection)
            }
        },
        ListedQuery("CorrectionStore.rows(_)") { connection in
            for view in CorrectionStore.View.allCases {
                for region in [nil, "region-1"] {
                    _ = try CorrectionStore.rows(view, region: region, before: place, limit: 20, in: connection)
                }
            }
        },
        ListedQuery("RatedServiceStore.closed(in)") { connection in
            for region in [nil, "region-1"] {
                _ = try RatedServiceStore.closed(in: region, before: place, limit: 20, in: connection)
            }
        },
        ListedQuery("RatedServiceStore.rateable(after)") {
            _ = try RatedServiceStore.rateable(after: id, limit: 100, in: $0)
        },
        ListedQuery("RatedServiceStore.service(_)") { connection in
            _ = try RatedServiceStore.service(.outcome, of: id, in: connection)
            _ = try RatedServiceStore.service(mark: "mark", in: connection)
        },
        ListedQuery("CorrectionStore.correction(of)") { _ = try CorrectionStore.correction(of: id, in: $0) },
        ListedQuery("RatingSumStore.sums(of)") { connection in
            for value in [nil, "unit-1"] {
                _ = try RatingSumStore.sums(
                    of: .unit, value: value, region: "region-1", months: 202601...202612, in: connection)
            }
        },
    ]

    private static let mandates: [ListedQuery] = [
        ListedQuery("MandateStore.documents(region)") { connection in
            for region in [nil, "region-1"] {
                for before in [nil, MandateCursor(at: now, id: id)] {
                    _ = try MandateStore.documents(region: region, before: before, limit: 20, in: connection)
                }
            }
        },
        ListedQuery("MandateStore.version(number)") { connection in
            for number in [nil, "渝府发〔2026〕1号"] {
                _ = try MandateStore.version(number: number, title: "通知", region: "region-1", in: connection)
            }
        },
        ListedQuery("MandateStore.tasks(of)") {
            _ = try MandateStore.tasks(of: "id1000000001", from: 0, limit: 20, in: $0)
        },
        ListedQuery("SupervisedTaskStore.tasks(of)") {
            _ = try SupervisedTaskStore.tasks(of: "id1000000001", in: $0)
        },
        ListedQuery("SupervisedTaskStore.rows(_)") { connection in
            let choices: [(String?, String?, String?)] = [
                (nil, nil, nil), ("region-1", nil, nil), (nil, "unit-1", nil), (nil, nil, "id1000000001"),
                ("region-1", "unit-1", nil),
            ]
            for (region, unit, document) in choices {
                for light in [nil] + SupervisedTask.Light.allCases.map(Optional.some) {
                    for isClosed in [false, true] {
                        let after = SupervisedTaskCursor(due: today, caseID: id)
                        for reportBy in [nil, today] {
                            let choice = SupervisedTaskStore.Choice(
                                region: region, unit: unit, document: document, light: light, isClosed: isClosed,
                                dueBy: nil, reportBy: reportBy)
                            _ = try SupervisedTaskStore.rows(choice, on: today, after: after, limit: 20, in: connection)
                        }
                    }
                }
            }
        },
        ListedQuery("MandateStore.acceptedTargets(after)") { connection in
            let cursor = MandateStore.TargetCursor(document: "id1000000500", taskPlace: 3, place: 0)
            for after in [nil, cursor] {
                _ = try MandateStore.acceptedTargets(after: after, limit: 20, in: connection)
            }
        },
    ]

    private static let boards: [ListedQuery] = [
        ListedQuery("MetricReadingStore.months(of)") { connection in
            for (dimension, value) in [(MetricDimension.city, ""), (.region, "region-1")] {
                _ = try MetricReadingStore.months(
                    of: dimension, value: value, months: 202601...202612, reported: nil, only: nil, in: connection)
            }
        },
        ListedQuery("MetricReadingStore.values(of)") {
            _ = try MetricReadingStore.values(of: .unit, months: 202601...202612, reported: 202603, only: ["a"], in: $0)
        },
        ListedQuery("MetricReadingStore.faults(of)") { connection in
            for scope in [MetricReadingStore.FaultScope.city, .region("region-1"), .unit("unit-1")] {
                for before in [nil, FaultCursor(day: today, caseID: id)] {
                    _ = try MetricReadingStore.faults(
                        of: "on-time", in: scope, before: before, limit: 21, in: connection)
                }
            }
        },
        ListedQuery("MetricCaseStore.candidates(of)") { connection in
            for unit in [nil, "unit-1"] {
                for before in [nil, "id1000000500"] {
                    _ = try MetricCaseStore.candidates(of: unit, before: before, limit: 100, in: connection)
                }
            }
        },
        ListedQuery("LateCaseStore.count(on)") {
            _ = try LateCaseStore.count(on: today, in: "region-1", atMost: 10_000, in: $0)
        },
        ListedQuery("LateCaseStore.cases(on)") {
            _ = try LateCaseStore.cases(on: today, in: "region-1", limit: 100, in: $0)
        },
        ListedQuery("MetricSumStore.states(of)") { connection in
            _ = try MetricSumStore.states(of: [id, "other"], in: connection)
            _ = try MetricSumStore.dayFigures(["a", "b"], in: connection)
            _ = try MetricSumStore.monthFigures(["a", "b"], in: connection)
        },
    ]

    private static let reports: [ListedQuery] = [
        ListedQuery("ReportStore.reports(_)") { connection in
            for every in [nil, ReportSpan.Every.month] {
                for (before, day) in [(nil, nil), (ReportCursor(last: today, id: id), today)] {
                    let choice = ReportStore.Choice(
                        region: "region-1", every: every, isCirculatedOnly: every != nil, endsFrom: day, endsUntil: day)
                    _ = try ReportStore.reports(choice, before: before, limit: 31, in: connection)
                }
            }
        },
        ListedQuery("ReportStore.newest(of)") {
            _ = try ReportStore.newest(of: "plan-1", region: "region-1", in: $0)
        },
        ListedQuery("MetricReadingStore.days(from)") {
            _ = try MetricReadingStore.days(from: today, to: today.adding(days: 6), only: ["a"], in: $0)
        },
    ]

    private static let place = RatingCursor(at: now, id: id)

    private static let inboxes = [
        NoticeStore.Inbox(recipient: .person(person), reader: person, services: nil),
        NoticeStore.Inbox(recipient: .person(person), reader: person, services: ["service-1", "service-2"]),
    ]

    private static let person: Person.ID = Identifier(at: now, random: [UInt8](repeating: 1, count: 10))
}
