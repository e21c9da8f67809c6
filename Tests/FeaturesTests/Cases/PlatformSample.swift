import Casework
import Definitions
import Features
import Foundation
import Proofs
import Storage
import TestSupport
import Values

/// All features around one database, with the repository's own services published and the sample people added.
struct PlatformSample: Sendable {
    let database: Database
    let features: AllFeatures

    static let now = Moment(2026, 3, 2, hour: 9, minute: 15)

    /// Opens what `template` made; publishes nothing.
    private init(opening database: Database) async throws {
        guard let masterKey = MasterKey([UInt8](repeating: 7, count: 32)) else {
            throw Failure.defect("the sample key is no key")
        }
        self.database = database
        try await database.migrate(AllFeatures.migrations)
        let deployment = try await EventLog.open(
            database, key: masterKey, from: "sample.key", newLog: "01JQSAMPLE0000000000000000")
        features = AllFeatures(
            AllFeatures.Ground(
                database: database, deployment: deployment, masterKey: masterKey,
                registers: try PlatformSample.registers.get()))
        _ = try await features.rebuild(database).prepare()
    }

    private static let registers = Result {
        Registers(try RegisterSamples.read(PlatformSample.texts(below: "Samples")).map(\.register))
    }

    /// Everything published and the sample people added, once in a process: that takes seconds, a copy does not.
    private static let template = DatabaseTemplate(places: 6) { database in
        let features = try await PlatformSample(opening: database).features
        let library = Library(
            texts: try PlatformSample.texts(below: "Services").merging(PlatformSample.texts(below: "Territory")) { $1 })
        _ = try await features.territory.desk.publish(
            library, by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("territory"))
        _ = try await features.catalogue.desk.publish(
            library, by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("catalogue"))
        _ = try await features.catalogue.desk.items.publish(
            library, by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("items"))
        _ = try await features.lists.desk.publish(
            library, by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("lists"))
        _ = try await features.search.desk.vocabulary.publish(
            library, by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("vocabulary"))
        _ = try await features.supervision.metrics.publish(
            library, by: .platform, at: PlatformSample.now, entropy: PlatformSample.entropy("metrics"))
        _ = try await SampleDesk(accounts: features.accounts.desk)
            .add(entropy: PlatformSample.entropy("people"), at: PlatformSample.now)
    }

    static func onBothEngines(_ body: (PlatformSample) async throws -> Void) async throws {
        try await template.onBothEngines { try await body(try await opened($0)) }
    }

    static func onSQLite(_ body: (PlatformSample) async throws -> Void) async throws {
        try await template.onSQLite { try await body(try await opened($0)) }
    }

    private static func opened(_ database: Database) async throws -> PlatformSample {
        let platform = try await PlatformSample(opening: database)
        try await platform.features.refresh()
        return platform
    }

    static func entropy(_ label: String) -> Entropy {
        Entropy([UInt8](repeating: 5, count: 32)).part(label, 0)
    }

    /// The texts of a folder of the repository, by their paths in it.
    static func texts(below folder: String) throws -> [String: String] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
        guard let files = FileManager.default.enumerator(atPath: root + "/" + folder) else {
            throw Failure.defect("there is no folder \(root)/\(folder)")
        }
        var texts: [String: String] = [:]
        for case let file as String in files where file.hasSuffix(".yaml") || file.hasSuffix(".md") {
            texts[folder + "/" + file] = try String(contentsOfFile: "\(root)/\(folder)/\(file)", encoding: .utf8)
        }
        guard !texts.isEmpty else { throw Failure.defect("\(root)/\(folder) holds no texts") }
        return texts
    }

    /// A sender who acts from the post of a sample officer.
    func officer(_ key: String, _ command: String, at moment: Moment) throws -> CaseDesk.Sender {
        guard let person = SamplePeople.all.first(where: { $0.key == key }), let role = person.role,
            let unit = person.unit
        else { throw Failure.defect("there is no sample officer \(key)") }
        let territory = features.territory.desk.current
        let acting = Acting(
            actor: .post(person.id.text), actingFor: nil, person: person.id.text, roles: [role.rawValue],
            units: territory.chain(ofUnit: unit), region: SamplePeople.region(ofUnit: unit),
            regionAncestors: territory.above(SamplePeople.region(ofUnit: unit)), delegations: [], isParty: false)
        return sender(acting, command, at: moment)
    }

    /// A sample citizen who acts for himself.
    func citizen(_ person: SamplePerson, _ command: String, at moment: Moment) -> CaseDesk.Sender {
        let acting = Acting(
            actor: .person(person.id.text), actingFor: nil, person: person.id.text, roles: [], units: [], region: nil,
            regionAncestors: [], delegations: [], isParty: true)
        return sender(acting, command, at: moment)
    }

    /// The legal representative of the sample enterprise, acting for it.
    func agent(_ command: String, at moment: Moment) -> CaseDesk.Sender {
        let person = SamplePeople.enterprise.representative
        let acting = Acting(
            actor: .person(person.text), actingFor: .enterprise(SamplePeople.enterprise.id.text), person: person.text,
            roles: [], units: [], region: nil, regionAncestors: [], delegations: ["*"], isParty: true)
        return sender(acting, command, at: moment)
    }

    private func sender(_ acting: Acting, _ command: String, at moment: Moment) -> CaseDesk.Sender {
        CaseDesk.Sender(
            acting: { _ in acting }, channel: "online",
            key: CommandKey(actor: acting.actor, verb: "test", clientKey: command, request: Array(command.utf8)),
            moment: moment, entropy: PlatformSample.entropy(command))
    }

    /// A food business licence for a small shop of the sample enterprise.
    func newLicence(_ label: String, area: Int = 60, at moment: Moment = now) -> FilingRequest {
        let enterprise = SamplePeople.enterprise
        return FilingRequest(
            id: PlatformSample.entropy(label).identifier("case", 0, at: moment), service: "food-business-licence",
            region: SamplePeople.region, applicant: .enterprise(enterprise.id), agent: enterprise.representative,
            delegation: nil,
            content: Draft.Content(
                answers: [
                    "renewal": false, "business_kind": "bulk_sale", "area": .number(Int64(area)),
                    "premises.address": "重庆市渝中区示例路1号",
                ], promised: ["food-safety-promise"], deferred: [], track: "ordinary", present: [:]),
            identity: ["enterprise.uscc": .text(enterprise.code), "enterprise.name": .text(enterprise.name)],
            uploads: [], draftKey: nil)
    }
}
