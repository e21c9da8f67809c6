import Features

/// Commands that were decided and wait to be written together.
struct SimulationBatch {
    private var gathered: [ReadyCommand] = []
    /// Applicants whose certificates change in what is not written yet.
    private var touched: Set<String> = []

    var count: Int { gathered.count }

    mutating func add(_ commands: [ReadyCommand]) { gathered += commands }

    mutating func touch(_ applicant: String) { touched.insert(applicant) }

    func touches(_ applicant: String) -> Bool { touched.contains(applicant) }

    /// Everything gathered, to be written now.
    mutating func take() -> [ReadyCommand] {
        defer { gathered = [] }
        return gathered
    }

    /// Everything is written.
    mutating func settle() { touched = [] }
}
