import Features

/// Commands that were decided and wait to be written together.
struct SimulationBatch {
    private var gathered: [ReadyCommand] = []
    /// Applicants of whom tables will say something else: by what was gathered, and by what was handed over and is not
    /// written yet.
    private var touched: Set<String> = []
    private var handedOver: Set<String> = []

    /// What must be written before something of a person is read.
    enum Wait { case none, handedOver, everything }

    var count: Int { gathered.count }

    mutating func add(_ commands: [ReadyCommand]) { gathered += commands }

    mutating func touch(_ applicant: String) { touched.insert(applicant) }

    func wait(for applicant: String) -> Wait {
        if touched.contains(applicant) { return .everything }
        return handedOver.contains(applicant) ? .handedOver : .none
    }

    /// Everything gathered, to be written now; what was handed over before is written.
    mutating func take() -> [ReadyCommand] {
        handedOver = touched
        touched = []
        defer { gathered = [] }
        return gathered
    }

    /// What was handed over is written.
    mutating func settle() { handedOver = [] }
}
