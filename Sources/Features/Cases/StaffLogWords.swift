import Casework
import Definitions
import Values

/// What a line of the internal log says: one sentence for each kind of event.
struct StaffLogWords {
    let plan: Plan
    let definition: Definition

    /// The sentence; an event of a newer version shows its kind.
    func title(of event: PastEvent) -> Wording {
        let open = event.body.open
        guard let kind = CaseEventKind(rawValue: event.body.kind) else {
            return Wording(zh: event.body.kind, en: event.body.kind)
        }
        if let wording = taskTitle(kind, open) ?? clockTitle(kind, open) ?? obligationTitle(kind, open) {
            return wording
        }
        switch kind {
        case .opened: return Wording(zh: "提交申请", en: "Application filed")
        case .acted: return deedName(open)
        case .answered:
            return joined("查明或更新事实", "Facts recorded", names: facts(of: event))
        case .evidenceAdded:
            let needs = (open["evidence"]?.list ?? []).compactMap { $0["need"]?.text }.map(need)
            return joined("收到材料", "Documents received", names: needs)
        case .stageEntered:
            let stage = plan.stages.first { $0.id == open["stage"]?.text }?.name ?? plain(open["stage"]?.text)
            return Wording(zh: "进入环节：\(stage.zh)", en: "Stage: \(stage.en)")
        case .documentServed:
            let name = template(open["template"]?.text)
            return Wording(zh: "送达文书：\(name.zh)", en: "Notice served: \(name.en)")
        case .repinned: return Wording(zh: "改按另一版本的规定办理", en: "Another version of the rules applies")
        case .corrected: return Wording(zh: "更正记录", en: "A record was put right")
        case .childPlanned, .childOpened, .childLeftOut, .childSettled:
            return Wording(zh: "联办事项：\(open["child"]?.text ?? "")", en: "Member: \(open["child"]?.text ?? "")")
        default: return Wording(zh: event.body.kind, en: event.body.kind)
        }
    }

    private func taskTitle(_ kind: CaseEventKind, _ open: [String: JSON]) -> Wording? {
        let task = task(open["task"]?.text)
        let result = result(open["task"]?.text, open["result"]?.text)
        switch kind {
        case .taskOpened: return Wording(zh: "任务开始：\(task.zh)", en: "Task opened: \(task.en)")
        case .taskSkipped: return Wording(zh: "不需要：\(task.zh)", en: "Not needed: \(task.en)")
        case .taskUnclear: return Wording(zh: "是否需要待明确：\(task.zh)", en: "Not known whether needed: \(task.en)")
        case .taskCancelled: return Wording(zh: "任务取消：\(task.zh)", en: "Task cancelled: \(task.en)")
        case .taskSigned:
            if let id = open["action"]?.text {
                let action = plan.actions.first { $0.id == id }?.deed.name ?? plain(id)
                return Wording(zh: "签名：\(action.zh)", en: "Signed: \(action.en)")
            }
            return Wording(zh: "签名：\(task.zh)（\(result.zh)）", en: "Signed: \(task.en) (\(result.en))")
        case .taskTried: return Wording(zh: "未成：\(task.zh)（\(result.zh)）", en: "Tried: \(task.en) (\(result.en))")
        case .taskDone: return Wording(zh: "\(task.zh)：\(result.zh)", en: "\(task.en): \(result.en)")
        case .taskUnstaffed:
            return Wording(
                zh: "无人可办，请上级指派：\(task.zh)", en: "Nobody may do it; the unit above names someone: \(task.en)")
        default: return nil
        }
    }

    private func clockTitle(_ kind: CaseEventKind, _ open: [String: JSON]) -> Wording? {
        let clock = open["clock"]?.text.map(clock) ?? task(open["task"]?.text)
        let ground = open["ground"]?.text ?? ""
        switch kind {
        case .clockStarted: return Wording(zh: "开始计时：\(clock.zh)", en: "Clock started: \(clock.en)")
        case .clockLimited: return Wording(zh: "时限确定：\(clock.zh)", en: "Limit settled: \(clock.en)")
        case .clockStopped:
            return Wording(zh: "暂停计时：\(clock.zh)（\(ground)）", en: "Clock stopped: \(clock.en) (\(ground))")
        case .clockResumed: return Wording(zh: "恢复计时：\(clock.zh)", en: "Clock resumed: \(clock.en)")
        case .clockExtended: return Wording(zh: "延长期限：\(clock.zh)", en: "Extended: \(clock.en)")
        case .clockMissed: return Wording(zh: "超过承诺期限：\(clock.zh)", en: "Promise missed: \(clock.en)")
        case .clockExpired: return Wording(zh: "期限届满：\(clock.zh)", en: "Expired: \(clock.en)")
        case .clockEnded: return Wording(zh: "停止计时：\(clock.zh)", en: "Clock ended: \(clock.en)")
        case .clockRecomputed: return Wording(zh: "工作日历更新，重新计算：\(clock.zh)", en: "Computed anew: \(clock.en)")
        default: return nil
        }
    }

    private func obligationTitle(_ kind: CaseEventKind, _ open: [String: JSON]) -> Wording? {
        let id = open["obligation"]?.text
        let name = plan.obligations.first { $0.id == id }?.name ?? plain(id)
        switch kind {
        case .obligationOpened: return Wording(zh: "待履行：\(name.zh)", en: "Owed: \(name.en)")
        case .obligationKept: return Wording(zh: "已履行：\(name.zh)", en: "Kept: \(name.en)")
        case .obligationDropped: return Wording(zh: "不再需要：\(name.zh)", en: "No longer owed: \(name.en)")
        case .obligationBroken: return Wording(zh: "未履行：\(name.zh)", en: "Broken: \(name.en)")
        case .obligationLate: return Wording(zh: "办理单位逾期：\(name.zh)", en: "The office is late: \(name.en)")
        case .obligationDischarged: return Wording(zh: "已了结：\(name.zh)", en: "Discharged: \(name.en)")
        default: return nil
        }
    }

    private func deedName(_ open: [String: JSON]) -> Wording {
        let path = open["deed"]?.text ?? ""
        if path == "opens" { return Wording(zh: "申请已收到", en: "Application received") }
        return plan.deed(at: path)?.name ?? plain(open["event"]?.text ?? path)
    }

    private func facts(of event: PastEvent) -> [Wording] {
        let ids =
            (event.body.open["facts"]?.map?.keys.sorted() ?? [])
            + (event.body.open["sealed_facts"]?.list ?? []).compactMap(\.text)
        return ids.map { definition.fields[$0]?.ask ?? plain($0) }
    }

    private func joined(_ zh: String, _ en: String, names: [Wording]) -> Wording {
        Wording(
            zh: zh + "：" + names.map(\.zh).joined(separator: "、"),
            en: en + ": " + names.map(\.en).joined(separator: ", "))
    }

    func template(_ id: String?) -> Wording { id.flatMap { definition.messages[$0]?.name } ?? plain(id) }
    private func need(_ id: String) -> Wording { plan.evidence.first { $0.id == id }?.name ?? plain(id) }
    private func clock(_ id: String) -> Wording { plan.clocks.first { $0.id == id }?.name ?? plain(id) }
    private func task(_ id: String?) -> Wording { plan.tasks.first { $0.id == id }?.name ?? plain(id) }

    private func result(_ task: String?, _ result: String?) -> Wording {
        plan.tasks.first { $0.id == task }?.results.first { $0.id == result }?.name ?? plain(result)
    }

    private func plain(_ id: String?) -> Wording { Wording(zh: id ?? "", en: id ?? "") }
}
