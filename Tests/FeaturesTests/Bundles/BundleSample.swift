import Casework
import Proofs
import Storage
import Testing
import Values

@testable import Features

/// 开办企业 filed by a sample citizen, and its officers.
extension PlatformSample {
    static let founder = SamplePeople.citizens[0]

    /// A small firm of 李明 with everything that its seven members ask for; its promises were read.
    func newFirm(
        _ label: String, answers: [String: JSON] = [:], at moment: Moment = now
    ) async throws -> FilingRequest {
        let unread = firm(label, answers: answers, signed: [:], at: moment)
        let definition = try await desk.parts.catalogue.definition(
            of: unread.service, region: unread.region, on: moment.day)
        let found = await desk.find(unread, for: definition, at: moment)
        let told = try desk.told(unread, found, by: definition, at: moment)
        return firm(label, answers: answers, signed: told.mapValues(\.hash), at: moment)
    }

    private func firm(
        _ label: String, answers: [String: JSON], signed: [String: String], at moment: Moment
    ) -> FilingRequest {
        let given: [String: JSON] = [
            "staff": true, "wants_bank": true, "enterprise.proposed_name": "重庆山城早面有限公司（示例）",
            "company_form": "limited", "company_kind": "general", "residential": false,
            "enterprise.capital": "100000.00", "business_scope": "餐饮管理", "person.phone": "19900000001",
            "premises.address": "重庆市渝中区示例路1号", "premises.region": "yuzhong", "enterprise.bank": "bank_one",
            "enterprise.staff_count": 5, "representative_barred": false,
        ]
        var content = Draft.Content(
            answers: given.merging(answers) { $1 }, promised: ["premises-proof", "articles-of-association"],
            deferred: [], track: "ordinary", present: [:])
        content.signed = signed
        return FilingRequest(
            id: PlatformSample.entropy(label).identifier("case", 0, at: moment), service: "start-a-business",
            region: SamplePeople.region, applicant: .person(PlatformSample.founder.id), agent: nil, delegation: nil,
            content: content,
            identity: [
                "person.id_number": .text(PlatformSample.founder.idNumber),
                "person.name": .text(PlatformSample.founder.name),
            ], uploads: [], draftKey: nil)
    }

    /// Files it; gives the id of the bundle.
    func filedFirm(
        _ label: String, answers: [String: JSON] = [:], at moment: Moment = now
    ) async throws -> String {
        let new = try await newFirm(label, answers: answers, at: moment)
        _ = try await desk.file(new, by: citizen(PlatformSample.founder, "file-" + label, at: moment))
        return new.id.text
    }

    var desk: CaseDesk { features.cases.desk }

    /// Id of a member's case.
    func member(_ key: String, of bundle: String) async throws -> String {
        try #require(try await desk.open(bundle).file.children.first { $0.key == key }?.caseID)
    }

    /// Accepts the registration of a firm.
    func accept(_ id: String, at moment: Moment) async throws {
        _ = try await desk.run(
            .act(Act(action: "accept", said: [:], brings: [], seen: [:])), on: id,
            by: officer("wu-jing", "accept-" + id, at: moment))
    }

    /// Settles it: `grant` or `refuse`.
    @discardableResult
    func settle(_ id: String, _ result: String, at moment: Moment) async throws -> Done {
        let cited = try await desk.open(id).definition.citations.prefix(1).map { JSON.text($0.written) }
        let said: [String: JSON] = result == "refuse" ? ["reason": "示例理由", "articles": .list(cited)] : [:]
        return try await desk.run(
            .finish(Finish(task: "decide", number: nil, result: result, said: said, brings: [], seen: [:])), on: id,
            by: officer("gu-xin", "decide-" + id, at: moment))
    }

    /// The clerk hands everything over.
    func handOver(_ id: String, _ result: String, at moment: Moment) async throws -> Done {
        try await desk.run(
            .finish(Finish(task: "hand_over", number: nil, result: result, said: [:], brings: [], seen: [:])), on: id,
            by: officer("wu-jing", "hand-over-" + id, at: moment))
    }

    /// Everything that follows from the log is made anew, and the whole log is gone through.
    func expectSameAfterRebuild() async throws {
        try await features.catalogue.desk.compileAll()
        let report = try await features.rebuild(database).run()
        #expect(report.unreadable.isEmpty)
        for table in report.tables { #expect(table.onlyBefore.isEmpty && table.onlyNow.isEmpty, "\(table)") }
        let audit = try await LogAudit(database: database, reader: features.reader).run(against: [])
        #expect(audit.faults.isEmpty)
    }
}
