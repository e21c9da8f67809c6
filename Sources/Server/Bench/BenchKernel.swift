import Casework
import Definitions
import Dispatch
import Features
import Proofs
import Values

/// The same four commands through the kernel alone, on one core: no database, no network, nothing written.
struct BenchKernel {
    let definition: Definition
    let calendar: WorkCalendar

    init(folder: String) throws {
        let library = try Folder(path: folder).library()
        calendar = TerritoryMap(document: TerritoryDesk.document(of: library), version: "folder").calendar
        definition = try library.definition(
            service: "food-business-licence", region: "yuzhong", on: BenchFolder.today, hash: SM3.hash)
    }

    /// The same by several threads at once, which share the definition as those of a server do.
    ///
    /// - Returns: commands a second of all together.
    func run(threads: Int, seconds: Double) -> Int {
        let counts = BenchList()
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            guard let figures = try? run(seconds: seconds), let rate = figures["commands_per_second"]?.number else {
                return
            }
            counts.add(String(rate))
        }
        return counts.all.compactMap { Int($0) }.reduce(0, +)
    }

    /// Decides, and folds what was decided, for so long.
    func run(seconds: Double) throws(Failure) -> [String: JSON] {
        let begin = BenchLoad.now
        var lifecycles = 0
        var events = 0
        while BenchLoad.now - begin < seconds {
            events += try lifecycle(lifecycles)
            lifecycles += 1
        }
        let elapsed = BenchLoad.now - begin
        let commands = lifecycles * BenchCases.commands
        return [
            "commands_per_second": .number(Int64(Double(commands) / elapsed)),
            "events_per_second": .number(Int64(Double(events) / elapsed)),
            "count": .number(Int64(commands)), "milliseconds": .number(Int64(elapsed * 1000)),
        ]
    }

    private func lifecycle(_ number: Int) throws(Failure) -> Int {
        let applicant = Actor.enterprise("applicant")
        let id = "case-\(number)"
        let evidence = ["business-licence", "food-safety-promise"].map { need in
            EvidenceAnswer(
                need: need, source: need == "business-licence" ? .register : .promise, grade: "A", reference: nil,
                files: [], expires: nil)
        }
        let filing = Filing(
            id: id, region: "yuzhong", unit: definition.service.authority, applicant: applicant, agent: nil,
            delegation: nil, subjects: [CaseHeader.Subject(kind: "enterprise", id: "applicant")], track: "ordinary",
            answers: BenchKernel.answers, sources: [:], evidence: evidence, deferred: [], parent: nil)
        let filed = try decide(
            .file(filing), on: nil, by: definition, in: around(.applicant(applicant, person: "applicant")))
        let accept = Act(action: "accept", said: [:], brings: [], seen: [:])
        let accepted = try decide(
            .act(accept), on: filed.file, by: definition, in: around(officer("clerk", filed.file.header.unit)))
        let reviewed = try finish("review", "meets", as: "reviewer", on: accepted.file)
        let granted = try finish("approve", "grant", as: "approver", on: reviewed.file)
        return granted.file.version
    }

    private func finish(
        _ task: String, _ result: String, as role: String, on file: CaseFile
    ) throws(Failure) -> Decision {
        let unit = file.openTasks.first { $0.task == task }?.unit ?? file.header.unit
        let finish = Finish(task: task, number: nil, result: result, said: [:], brings: [], seen: [:])
        return try decide(.finish(finish), on: file, by: definition, in: around(officer(role, unit)))
    }

    private func around(_ acting: Acting) -> Surroundings {
        Surroundings(
            moment: Moment(BenchFolder.today), calendar: calendar, acting: acting, channel: "api", places: .plain,
            number: nil, childID: { $0 })
    }

    private func officer(_ role: String, _ unit: String) -> Acting {
        Acting(
            actor: .post(role), actingFor: nil, person: role, roles: [role], units: [unit], region: "yuzhong",
            regionAncestors: [], delegations: [], isParty: false)
    }

    private static let answers: [String: JSON] = [
        "business_kind": "bulk_sale", "area": "40", "renewal": false, "enterprise.uscc": "91500103MA9TB0018J",
        "enterprise.name": "示例", "enterprise.legal_person": "王芳", "premises.address": "重庆市渝中区示例路1号",
    ]
}
