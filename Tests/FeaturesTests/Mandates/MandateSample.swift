import Documents
import Features
import Proofs
import Storage
import Testing
import Values

@testable import Features

/// Policy documents that are imported into a platform's ledger.
enum MandateSample {
    static let region = "yuzhong"
    static let notice = """
        渝中区人民政府关于做好2026年政务服务工作的通知
        渝中府发〔2026〕9号
        各街道办事处，区政府各部门：
        现将有关事项通知如下：
        一、优化审批
        （一）压缩时限。食品经营许可办结时限压缩至9个工作日以内，2026年6月底前完成。（牵头单位：区市场监管局；配合单位：市司法局、区公安分局）
        （二）减少材料。公共服务事项申请材料减少30%以上，新建便民服务点12个，2026年12月31日前完成。（牵头单位：区政务服务办；配合单位：各街道）
        二、改进服务
        （三）规范窗口。各窗口要规范收件，逐步减少排队。（责任单位：区人力社保局、有关部门）
        渝中区人民政府
        2026年3月1日
        （此件公开发布）

        """

    static func arrival(_ text: String, name: String = "notice.txt") throws -> MandateDesk.Arrival {
        let bytes = Array(text.utf8)
        return MandateDesk.Arrival(
            bytes: bytes, name: name, source: try DocumentReader(limits: .standard).read(bytes, name: name))
    }

    static func acting(_ label: String, at moment: Moment = PlatformSample.now) -> AccountActing {
        let actor = Actor.post(SamplePeople.post(of: "jiang-zheng").text)
        return AccountActing(
            actor: actor, moment: moment, entropy: PlatformSample.entropy(label),
            key: CommandKey(actor: actor, verb: "test", clientKey: label, request: Array(label.utf8)))
    }

    /// Imports a text for 渝中区; gives the document's id.
    static func imported(
        _ text: String = notice, _ label: String = "import", in sample: PlatformSample
    ) async throws -> String {
        let outcome = try await sample.features.mandates.desk.take(
            try arrival(text), region: region, isLaterVersion: false, acting(label))
        guard case .recorded(let id) = outcome else { throw Failure.defect("not recorded: \(outcome)") }
        return id
    }

    static func shown(_ task: String, of document: MandateDocument) throws -> MandateDesk.Shown {
        let revision = try #require(document.task(task)).revision
        return MandateDesk.Shown(document: document.id, task: task, revision: revision)
    }

    static let assignment = MandateTask.Assignment(
        lead: ["yuzhong-market"], support: ["yuzhong-police-branch"],
        meant: meant(lead: ["yuzhong-market"], support: ["yuzhong-police-branch"]), due: Day(2026, 6, 30),
        isDuePrinted: true, continues: nil, reportEvery: .monthly)

    /// Units for which the document prints no name.
    static func meant(lead: [String], support: [String]) -> [MandateTask.Meant] {
        [
            MandateTask.Meant(part: .lead, printed: nil, units: lead),
            MandateTask.Meant(part: .support, printed: nil, units: support),
        ].filter { !$0.units.isEmpty }
    }

    /// Lets the ledger follow; what a follower writes must be placed before another sees it.
    static func follow(_ platform: PlatformSample) async throws {
        var seen = 0
        repeat {
            while try await platform.features.events.place(limit: 500) > 0 {}
            seen = try await platform.features.follow(limit: 200)
        } while seen > 0
    }

    /// Imports the sample notice and accepts its first task; gives the document and the cases of its two units.
    static func assigned(
        _ platform: PlatformSample, _ assignment: MandateTask.Assignment = assignment
    ) async throws -> (document: String, lead: String, support: String) {
        let desk = platform.features.mandates.desk
        let id = try await imported(in: platform)
        let document = try await desk.open(id, from: region).document
        let shown = try shown(document.tasks[0].id, of: document)
        _ = try await desk.accept(shown, assignment, from: region, acting("accept"))
        try await follow(platform)
        let record = "\(id)/\(document.tasks[0].id)"
        return (
            id, AssignmentFollower.caseID(of: record, at: "yuzhong-market"),
            AssignmentFollower.caseID(of: record, at: "yuzhong-police-branch")
        )
    }
}
