import Casework
import Definitions
import Proofs
import Storage
import Values

/// Works out what a decision gives to the certificate library, and finds what it holds.
package struct CertificateDesk: Sendable {
    let database: Database
    let events: EventDesk

    package init(database: Database, events: EventDesk) {
        self.database = database
        self.events = events
    }

    /// What a case's decision writes into streams of certificates, to be appended with the case's own events.
    package struct Outcome: Sendable {
        package var changes: [StreamAppend] = []
        package var keys = StreamKeys.none
        /// All events of each touched stream that was there before.
        package var earlier: [String: [PastEvent]] = [:]
        /// Certificates that come into being here, as the library will show them.
        package var issued: [CertificateStore.Entry] = []
    }

    /// The decision about which certificates are issued, changed or revoked.
    package struct Occasion: Sendable {
        package let decision: Decision
        package let definition: Definition
        package let territory: TerritoryMap
        package let moment: Moment
        package let entropy: Entropy
        package let actor: Actor

        package init(
            decision: Decision, definition: Definition, territory: TerritoryMap, moment: Moment, entropy: Entropy,
            actor: Actor
        ) {
            self.decision = decision
            self.definition = definition
            self.territory = territory
            self.moment = moment
            self.entropy = entropy
            self.actor = actor
        }
    }

    /// Reads what it must about earlier certificates; writes nothing.
    ///
    /// - Parameters:
    ///   - before: what earlier decisions in the same write give; the result has it too.
    ///   - settled: asked before certificates are read; returns when they can be.
    package func outcome(
        of occasion: Occasion, after before: Outcome, settled: () async throws -> Void
    ) async throws -> Outcome {
        var outcome = before
        for (index, issue) in occasion.decision.issues.enumerated() {
            if issue.certificate == nil || issue.change != nil { try await settled() }
            guard let kindID = issue.certificate else {
                try await revoke(occasion, into: &outcome)
                continue
            }
            guard let kind = occasion.definition.certificates[kindID] else {
                throw Failure.defect("definition \(occasion.definition.hash) lacks certificate \(kindID)")
            }
            if let change = issue.change {
                try await self.change(change, of: kind, occasion, into: &outcome)
            } else {
                try issueNew(kind, issue, at: index, occasion, into: &outcome)
            }
        }
        return outcome
    }

    private func issueNew(
        _ kind: CertificateKind, _ issue: Decision.Issue, at index: Int, _ occasion: Occasion,
        into outcome: inout Outcome
    ) throws {
        let file = occasion.decision.file
        guard let holder = Subject(file.header.applicant.description) else {
            throw Failure.defect("case \(file.id) has no applicant who could hold a certificate")
        }
        let body = occasion.decision.events[issue.event]
        let from = body.effective.day
        let id: Certificate.ID = occasion.entropy.identifier("certificate", index, at: occasion.moment)
        let number = number(of: kind, id: id, occasion)
        let until = (issue.valid ?? kind.validity).map { CertificateDesk.end(of: $0, from: from) }
        var fields = CertificateDesk.fields(of: kind, in: file)
        fields[kind.numberConcept] = .text(number)
        let computed: [String: JSON?] = [
            "licence.valid_from": .text(from.description), "licence.valid_until": until.map { .text($0.description) },
            "licence.authority": .text(occasion.territory.units[file.header.unit]?.name ?? kind.authority),
        ]
        for (concept, value) in computed where kind.fields.contains(concept) { fields[concept] = value }
        let sealed = Set(fields.keys.filter { occasion.definition.fields[$0]?.sensitivity.isSealed ?? false })
        let new = CertificateIssue(
            id: id, kind: kind, holder: holder, fields: fields, sealedFields: sealed,
            authority: occasion.territory.units[file.header.unit]?.name ?? kind.authority, validFrom: from,
            validUntil: until, number: number, caseID: file.id)
        outcome.changes.append(
            StreamAppend(
                stream: id.text, expectedVersion: 0, lastAt: nil,
                bodies: [new.body(by: occasion.actor, at: occasion.moment)], at: occasion.moment))
        outcome.keys.new[id.text] = occasion.entropy.streamKey("certificate-key", index)
        outcome.issued.append(
            CertificateStore.Entry(
                id: id, version: 1, kind: kind.id, number: number, holder: holder.description, state: .valid,
                validFrom: from, validUntil: until, caseID: file.id, authority: new.authority, grade: kind.grade))
    }

    /// `adds <concept>`: the value joins what the holder's valid certificate of the kind says already.
    private func change(
        _ change: String, of kind: CertificateKind, _ occasion: Occasion, into outcome: inout Outcome
    ) async throws {
        let file = occasion.decision.file
        let holder = file.header.applicant.description
        let day = occasion.moment.day
        let held = try await database.read { try CertificateStore.held(by: holder, kind: kind.id, in: $0) }
        guard let entry = held.first(where: { $0.isValid(on: day) }) else { return }
        let words = change.split(separator: " ").map(String.init)
        guard words.count == 2, words[0] == "adds", let value = file.answers[words[1]]?.value else {
            throw Failure.defect("certificate change `\(change)` cannot be done")
        }
        let stream = try await events.stream(entry.id.text)
        guard let certificate = Certificate(folding: stream.events) else {
            throw Failure.defect("certificate \(entry.id) cannot be read")
        }
        let said = outcome.changes.first { $0.stream == entry.id.text }?.bodies.last?.data["fields"]?[words[1]]
        let before = (said ?? certificate.fields[words[1]]).map { $0.list ?? [$0] } ?? []
        let fields = [words[1]: JSON.list(before + [value])]
        let sealed = Set(fields.keys.filter { occasion.definition.fields[$0]?.sensitivity.isSealed ?? false })
        let body = CertificateChange.changed(fields: fields, sealed: sealed)
            .body(caseID: file.id, by: occasion.actor, on: day)
        add(body, to: stream, of: entry.id, at: occasion.moment, into: &outcome)
    }

    /// Revokes what this case issued.
    private func revoke(_ occasion: Occasion, into outcome: inout Outcome) async throws {
        let file = occasion.decision.file
        let issued = try await database.read { try CertificateStore.issued(by: file.id, in: $0) }
        for entry in issued where entry.state == .valid || entry.state == .suspended {
            let stream = try await events.stream(entry.id.text)
            let body = CertificateChange.revoked(.revoked)
                .body(caseID: file.id, by: occasion.actor, on: occasion.moment.day)
            add(body, to: stream, of: entry.id, at: occasion.moment, into: &outcome)
        }
    }

    private func add(
        _ body: EventBody, to stream: OpenedStream, of id: Certificate.ID, at moment: Moment,
        into outcome: inout Outcome
    ) {
        if let index = outcome.changes.firstIndex(where: { $0.stream == id.text }) {
            // Changed before in this write: one append to one stream.
            let bodies = outcome.changes[index].bodies + [body]
            outcome.changes[index] = StreamAppend(stream: id.text, after: stream.events, bodies: bodies, at: moment)
        } else {
            outcome.changes.append(StreamAppend(stream: id.text, after: stream.events, bodies: [body], at: moment))
        }
        outcome.keys.saved[id.text] = stream.key
        outcome.earlier[id.text] = stream.events
    }

    private func number(of kind: CertificateKind, id: Certificate.ID, _ occasion: Occasion) -> String {
        let file = occasion.decision.file
        if kind.numberPrefix.isEmpty, let number = file.answers[kind.numberConcept]?.value?.text { return number }
        let day = occasion.moment.day
        let region = [file.header.region] + occasion.territory.above(file.header.region)
        let code = region.lazy.compactMap { occasion.territory.regions[$0]?.code(on: day) }.first ?? ""
        return CertificateNumber.make(prefix: kind.numberPrefix, regionCode: code, year: day.year, id: id)
    }

    private static func fields(of kind: CertificateKind, in file: CaseFile) -> [String: JSON] {
        kind.fields.reduce(into: [:]) { fields, concept in
            guard let value = file.answers[concept]?.value else { return }
            fields[concept] = kind.many.contains(concept) && value.list == nil ? .list([value]) : value
        }
    }

    /// The last day of a period of validity that begins on `from`: the day before its anniversary.
    private static func end(of period: LegalPeriod, from day: Day) -> Day {
        switch period.unit {
        case .years: day.adding(months: period.amount * 12).previous
        case .months: day.adding(months: period.amount).previous
        case .days, .workdays: day.adding(days: period.amount).previous
        case .hours, .sameDay: day
        }
    }

    // MARK: Reading

    /// A certificate with everything it says. Throws `Failure.notFound`.
    package func certificate(_ id: Certificate.ID) async throws -> Certificate {
        let stream = try await events.stream(id.text)
        guard let certificate = Certificate(folding: stream.events) else {
            throw Failure.notFound(Wording(zh: "没有这份证照", en: "There is no such certificate"))
        }
        return certificate
    }

    package func held(by holder: Subject) async throws -> [CertificateStore.Entry] {
        try await database.read { try CertificateStore.held(by: holder.description, in: $0) }
    }

    package func issued(by caseID: String) async throws -> [CertificateStore.Entry] {
        try await database.read { try CertificateStore.issued(by: caseID, in: $0) }
    }
}
