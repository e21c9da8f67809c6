import Values

/// Compares a ledger with labels that a person wrote: what was found, and what was invented.
///
/// Labels are JSON: `document` as printed, and `tasks` with `from` and `to` (first and last characters of the text),
/// `lead`, `support`, `deadlines` (`raw`, `date`) and `targets` (`[comparator, value, unit]`).
package struct LedgerScore: Sendable {
    /// One figure: labelled, found of those, and put out in all.
    package struct Count: Hashable, Sendable {
        package var labelled = 0
        package var found = 0
        package var put = 0

        /// Found of labelled; 1 where nothing was labelled.
        package var share: Double { labelled == 0 ? 1 : Double(found) / Double(labelled) }
        package var invented: Int { put - found }
    }

    package var papers = 0
    package var particulars = Count()
    package var tasks = Count()
    package var units = Count()
    package var deadlines = Count()
    package var targets = Count()
    /// What was missed or invented, a line each.
    package private(set) var differences: [String] = []

    package init() {}

    /// Of all that was put out, the share that no label has.
    package var inventedShare: Double {
        let all = [tasks, units, deadlines, targets]
        let put = all.reduce(0) { $0 + $1.put }
        return put == 0 ? 0 : Double(all.reduce(0) { $0 + $1.invented }) / Double(put)
    }

    /// Adds one document.
    ///
    /// - Throws: `Failure.problems` when the labels are not of the form above.
    package mutating func add(_ ledger: MandateLedger, labels: JSON, name: String) throws(Failure) {
        guard let document = labels["document"], let expected = labels["tasks"]?.list else {
            throw .problems([
                Problem(
                    place: name, message: Wording(zh: "标注缺少 document 或 tasks", en: "the labels lack document or tasks"),
                    remedy: Wording(zh: "见样本文件夹的说明", en: "see the README of the samples"))
            ])
        }
        papers += 1
        compare(document, with: ledger.paper, name: name)
        var rest = ledger.tasks
        for label in expected {
            tasks.labelled += 1
            let from = LedgerScore.bare(label["from"]?.text ?? "")
            let to = LedgerScore.bare(label["to"]?.text ?? "")
            guard let index = rest.firstIndex(where: { LedgerScore.begins($0, with: from) }) else {
                differences.append("\(name): no task begins with \(from)")
                count(label, as: nil, name: name)
                continue
            }
            let task = rest.remove(at: index)
            tasks.put += 1
            if LedgerScore.unclosed(task.text).hasSuffix(LedgerScore.unclosed(to)) {
                tasks.found += 1
            } else {
                differences.append("\(name) \(task.id): ends in …\(task.text.suffix(20)), not in \(to)")
            }
            count(label, as: task, name: name)
        }
        for task in rest {
            differences.append("\(name) \(task.id): invented \(task.text.prefix(30))")
            tasks.put += 1
            count(.null, as: task, name: name)
        }
    }

    private mutating func compare(_ document: JSON, with paper: MandateLedger.Paper, name: String) {
        let pairs = [
            ("title", paper.title), ("number", paper.number), ("issuer", paper.issuer),
            ("date", paper.date?.description),
        ]
        for (key, value) in pairs {
            particulars.labelled += 1
            particulars.put += 1
            if document[key]?.text == value {
                particulars.found += 1
            } else {
                differences.append("\(name) \(key): \(value ?? "none"), not \(document[key]?.text ?? "none")")
            }
        }
    }

    private mutating func count(_ label: JSON, as task: MandateLedger.Task?, name: String) {
        let id = "\(name) \(task?.id ?? "-")"
        let unit = { (key: String) in
            (label[key]?.list ?? []).compactMap(\.text).map { key + " " + LedgerScore.bare($0) }
        }
        let found =
            (task?.lead ?? []).map { "lead " + LedgerScore.bare($0.name) }
            + (task?.support ?? []).map { "support " + LedgerScore.bare($0.name) }
        match(unit("lead") + unit("support"), with: found, in: \.units, id: id)
        let dates = (label["deadlines"]?.list ?? []).map {
            "\(LedgerScore.bare($0["raw"]?.text ?? "")) \($0["date"]?.text ?? "null")"
        }
        let deadlines = (task?.deadlines ?? []).map { "\(LedgerScore.bare($0.raw)) \($0.date?.description ?? "null")" }
        match(dates, with: deadlines, in: \.deadlines, id: id)
        let figures = (label["targets"]?.list ?? []).map { target in
            let parts = target.list ?? []
            let value = parts.count > 1 ? parts[1].text ?? parts[1].number.map(String.init) ?? "" : ""
            return "\(parts.first?.text ?? "") \(value) \(parts.last?.text ?? "")"
        }
        let targets = (task?.targets ?? []).map { "\($0.comparator.rawValue) \($0.value.shortest) \($0.unit)" }
        match(figures, with: targets, in: \.targets, id: id)
    }

    private mutating func match(
        _ labelled: [String], with put: [String], in count: WritableKeyPath<LedgerScore, Count>, id: String
    ) {
        var rest = put
        self[keyPath: count].labelled += labelled.count
        self[keyPath: count].put += put.count
        for label in labelled {
            if let index = rest.firstIndex(of: label) {
                rest.remove(at: index)
                self[keyPath: count].found += 1
            } else {
                differences.append("\(id): missed \(label)")
            }
        }
        for item in rest { differences.append("\(id): invented \(item)") }
    }

    /// A title on a line of its own may belong to the text or stand above it.
    private static func begins(_ task: MandateLedger.Task, with from: String) -> Bool {
        if bare(task.text).hasPrefix(from) { return true }
        let lines = task.text.split(separator: "\n", maxSplits: 1)
        return lines.count == 2 && bare(String(lines[0])) == bare(task.title) && bare(String(lines[1])).hasPrefix(from)
    }

    /// Bare, and without the mark at the end: a bracket may stand before or behind it.
    private static func unclosed(_ text: String) -> String {
        var text = bare(text)
        while let last = text.last, "。；，;.".contains(last) { text.removeLast() }
        return text
    }

    /// Without blanks, and with the widths and brackets of the normal form.
    private static func bare(_ text: String) -> String {
        let read = Normalisation.read(text, line: 0, isMarkdown: false)
        return LocatedText.string(read.normal.filter { $0 != " " && $0 != "\n" })
    }

    /// The figures as lines for a person.
    package var summary: String {
        let rows: [(String, Count, Int)] = [
            ("tasks with right bounds", tasks, 97), ("lead and supporting units", units, 95),
            ("deadlines", deadlines, 95),
            ("targets", targets, 90), ("particulars of the documents", particulars, 95),
        ]
        let lines = rows.map { name, count, wanted in
            let share = LedgerScore.percent(count.share)
            return
                "\(name): \(count.found) of \(count.labelled) = \(share) % (wanted \(wanted)), "
                + "\(count.invented) not labelled"
        }
        return
            (["\(papers) documents"] + lines + [
                "invented of all put out: \(LedgerScore.percent(inventedShare)) % (wanted at most 2)"
            ])
            .joined(separator: "\n")
    }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
