import Features
import Values

/// A ledger for a person at a terminal.
struct ImportSummary {
    let ledger: MandateLedger
    let source: SourceText

    var text: String {
        let paper = ledger.paper
        var lines = [
            paper.title,
            "  发文字号 number: \(paper.number ?? "—")   发文机关 issuer: \(paper.issuer ?? "—")   "
                + "成文日期 date: \(paper.date?.description ?? "—")   文种 kind: \(paper.kind ?? "—")",
        ]
        if let wraps = paper.wraps { lines.append("  印发 puts into force: \(wraps)") }
        for reference in paper.refersTo.prefix(20) {
            lines.append("  引用 refers to: 《\(reference.title)》 \(reference.number ?? "")")
        }
        let deadlines = ledger.tasks.reduce(0) { $0 + $1.deadlines.count }
        let targets = ledger.tasks.reduce(0) { $0 + $1.targets.count }
        lines.append(
            "\(ledger.tasks.count) 项任务 tasks, \(deadlines) 个时限 deadlines, \(targets) 个指标 targets, "
                + "\(ledger.doubts.count) 个疑点 doubts")
        var section = ""
        for task in ledger.tasks {
            if task.section != section {
                section = task.section
                lines += ["", section]
            }
            lines += self.lines(of: task)
        }
        if !ledger.goals.isEmpty { lines += ["", "总体目标 goals of the whole"] + ledger.goals.map { "  " + target($0) } }
        if !ledger.doubts.isEmpty { lines += ["", "疑点 doubts"] }
        for doubt in ledger.doubts {
            lines.append("  \(doubt.place.zh) \(doubt.place.en): \(doubt.message.zh)；\(doubt.message.en)")
        }
        return lines.joined(separator: "\n")
    }

    private func lines(of task: MandateLedger.Task) -> [String] {
        let place = SourcePlaces.wording(of: task.passage.from, in: source)
        var lines = ["\(task.id) \(task.title)  [\(place.en)]"]
        if !task.lead.isEmpty {
            let word = task.isLeadPrinted ? "牵头 lead" : "责任 responsible"
            lines.append("    \(word): \(task.lead.map(\.name).joined(separator: "、"))")
        }
        if !task.support.isEmpty {
            lines.append("    配合 support: \(task.support.map(\.name).joined(separator: "、"))")
        }
        for deadline in task.deadlines {
            lines.append("    时限 by: \(deadline.date?.description ?? deadline.kind.rawValue)  “\(deadline.raw)”")
        }
        return lines + task.targets.map { "    指标 target: " + target($0) }
    }

    private func target(_ target: MandateLedger.Target) -> String {
        let baseline = target.baseline.map { " (原 from \($0))" } ?? ""
        return
            "\(target.what) \(target.comparator.rawValue) \(target.value.shortest) \(target.unit)"
            + "\(baseline)  “\(target.raw)”"
    }
}
