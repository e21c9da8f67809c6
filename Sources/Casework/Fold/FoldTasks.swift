import Values

extension CaseFile {
    /// A task's turn has come: it opens, is skipped, or is unclear; an unclear one may open later.
    mutating func foldTaskTurn(_ kind: CaseEventKind, _ reader: EventReader) {
        guard let task = reader.text("task"), let number = reader.number("number") else { return }
        if index(ofTask: task, number: number) == nil {
            tasks.append(newRun(of: task, number: number, since: reader.moment))
            if let waiting = calls[task] { calls[task] = waiting > 1 ? waiting - 1 : nil }
        }
        guard let at = index(ofTask: task, number: number) else { return }
        tasks[at].revision = version
        switch kind {
        case .taskOpened:
            tasks[at].state = .open
            tasks[at].since = reader.moment
            tasks[at].unit = reader.text("unit") ?? ""
            tasks[at].role = reader.text("role") ?? ""
            tasks[at].within = reader["within"]?.limits ?? Limits(statutory: nil, promised: nil)
            tasks[at].due = Dues(promised: reader["due"]?.due, legal: reader["legal_due"]?.due)
            tasks[at].names = []
        case .taskUnclear:
            tasks[at].state = .unclear
            tasks[at].unit = reader.text("unit") ?? ""
            tasks[at].role = reader.text("role") ?? ""
            tasks[at].names = reader.texts("names")
        default:
            tasks[at].state = .skipped
            tasks[at].endedAt = reader.moment
        }
    }

    mutating func foldTaskChange(_ kind: CaseEventKind, _ reader: EventReader) {
        if kind == .taskSigned, let action = reader.text("action") {
            foldActionSigned(action, reader)
            return
        }
        guard let task = reader.text("task"), let number = reader.number("number"),
            let at = index(ofTask: task, number: number)
        else { return }
        tasks[at].revision = version
        switch kind {
        case .taskSigned:
            guard let person = reader.text("person") else { return }
            tasks[at].signing = tasks[at].signing.signed(by: person, result: reader.text("result"), reader)
            noteDoer(person, of: task)
        case .taskTried:
            tasks[at].tries += 1
            if let person = reader.text("person") { noteDoer(person, of: task) }
        case .taskDone:
            tasks[at].state = .done
            tasks[at].result = reader.text("result")
            tasks[at].said = reader.split("said")
            tasks[at].signers = reader.texts("signers")
            tasks[at].isDeemed = reader.flag("deemed")
            tasks[at].endedAt = reader.moment
            tasks[at].signing = nil
            for person in tasks[at].signers { noteDoer(person, of: task) }
        case .taskUnstaffed: tasks[at].unitAbove = reader.text("unit")
        default:
            tasks[at].state = .cancelled
            tasks[at].endedAt = reader.moment
            tasks[at].signing = nil
        }
    }

    private mutating func foldActionSigned(_ action: String, _ reader: EventReader) {
        guard let person = reader.text("person") else { return }
        signings[action] = signings[action].signed(by: person, result: nil, reader)
        noteDoer(person, of: action)
    }

    func index(ofTask task: String, number: Int) -> Int? {
        tasks.lastIndex { $0.number == number && $0.task == task }
    }

    private func newRun(of task: String, number: Int, since: Moment) -> TaskRun {
        TaskRun(
            task: task, number: number, stage: stage, visit: visit, state: .open, unit: "", role: "", since: since,
            within: Limits(statutory: nil, promised: nil), due: Dues(promised: nil, legal: nil), said: [:],
            signers: [], isDeemed: false, tries: 0, names: [], revision: version)
    }
}

extension Signing? {
    /// One signature more; another result than before begins anew.
    fileprivate func signed(by person: String, result: String?, _ reader: EventReader) -> Signing {
        if var signing = self, signing.result == result {
            signing.persons.append(person)
            return signing
        }
        return Signing(result: result, said: reader.split("said"), persons: [person])
    }
}
