import Casework
import Features
import Proofs
import Values

/// Bundles of seven members, one after the other, through the desks of this process: how long the write takes that
/// files one, and the write that settles its registration and opens and ends the five members behind it (一件事).
struct BenchBundle {
    let platform: Platform

    /// Milliseconds of each write, in the order of the bundles.
    struct Times {
        var filed: [Double] = []
        var fannedOut: [Double] = []
        /// Streams of cases in both writes of the last bundle.
        var streams = 0
    }

    func run(count: Int) async throws -> Times {
        var times = Times()
        for number in 0..<count { try await bundle(number, into: &times) }
        return times
    }

    private var desk: CaseDesk { platform.features.cases.desk }

    private func bundle(_ number: Int, into times: inout Times) async throws {
        let moment = platform.clock.now
        let entropy = BenchFolder.seed.part("bundle", number)
        let new = try await filing(entropy, at: moment)
        let begin = BenchLoad.now
        let filed = try await desk.file(new, by: sender(citizen, "file", entropy, at: moment))
        times.filed.append((BenchLoad.now - begin) * 1000)
        guard
            let registration = try await desk.open(new.id.text).file.children.first(where: {
                $0.key == "registration"
            })?.caseID
        else { throw Failure.defect("the bundle opened no registration") }
        let accept = Command.act(Act(action: "accept", said: [:], brings: [], seen: [:]))
        _ = try await desk.run(
            accept, on: registration,
            by: sender(officer("clerk", "yuzhong-market"), "accept", entropy, at: moment))
        let grant = Command.finish(
            Finish(task: "decide", number: nil, result: "grant_on_promise", said: [:], brings: [], seen: [:]))
        let start = BenchLoad.now
        let granted = try await desk.run(
            grant, on: registration,
            by: sender(officer("approver", "yuzhong-market-registration"), "grant", entropy, at: moment))
        times.fannedOut.append((BenchLoad.now - start) * 1000)
        times.streams = Set((filed.receipts + granted.receipts).map { $0.stream }).count
    }

    private var citizen: Acting {
        let person = SamplePeople.citizens[0].id.text
        return Acting(
            actor: .person(person), actingFor: nil, person: person, roles: [], units: [], region: nil,
            regionAncestors: [], delegations: [], isParty: true)
    }

    private func officer(_ role: String, _ unit: String) -> Acting {
        let territory = platform.features.territory.desk.current
        return Acting(
            actor: .post("bench-" + role), actingFor: nil, person: "bench-" + role, roles: [role],
            units: territory.chain(ofUnit: unit), region: SamplePeople.region,
            regionAncestors: territory.above(SamplePeople.region), delegations: [], isParty: false)
    }

    private func sender(
        _ acting: Acting, _ verb: String, _ entropy: Entropy, at moment: Moment
    ) -> CaseDesk.Sender {
        let part = entropy.part(verb, 0)
        return CaseDesk.Sender(
            acting: { _ in acting }, channel: "online",
            key: CommandKey(
                actor: acting.actor, verb: "bench/" + verb, clientKey: Hexadecimal.text(part.bytes("key", 0)),
                request: Array(verb.utf8)), moment: moment, entropy: part)
    }

    /// The promise of the premises names the text that was read.
    private func filing(_ entropy: Entropy, at moment: Moment) async throws -> FilingRequest {
        let unread = filing(entropy, signed: [:], at: moment)
        let definition = try await platform.features.catalogue.desk.definition(
            of: unread.service, region: unread.region, on: moment.day)
        let found = await desk.find(unread, for: definition, at: moment)
        let told = try desk.told(unread, found, by: definition, at: moment)
        return filing(entropy, signed: told.mapValues(\.hash), at: moment)
    }

    private func filing(_ entropy: Entropy, signed: [String: String], at moment: Moment) -> FilingRequest {
        let founder = SamplePeople.citizens[0]
        var content = Draft.Content(
            answers: [
                "staff": true, "wants_bank": true, "enterprise.proposed_name": "重庆山城早面有限公司（示例）",
                "company_form": "limited", "company_kind": "general", "residential": false,
                "enterprise.capital": "100000.00", "business_scope": "餐饮管理", "person.phone": "19900000001",
                "premises.address": "重庆市渝中区示例路1号", "premises.region": "yuzhong",
                "enterprise.bank": "bank_one", "enterprise.staff_count": 5, "representative_barred": false,
            ], promised: ["premises-proof", "articles-of-association"], deferred: [], track: "ordinary",
            present: [:])
        content.signed = signed
        return FilingRequest(
            id: entropy.identifier("case", 0, at: moment), service: "start-a-business", region: SamplePeople.region,
            applicant: .person(founder.id), agent: nil, delegation: nil,
            content: content,
            identity: ["person.id_number": .text(founder.idNumber), "person.name": .text(founder.name)], uploads: [],
            draftKey: nil)
    }
}
