import Values

/// A worked example of a service or a procedure: a test written as data (情形).
package struct Situation: Sendable {
    package struct Step: Sendable {
        package var at: Moment?
        /// Action id.
        package var action: String?
        package var task: String?
        package var result: String?
        /// `role/name`; the name defaults to the role.
        package var by: String?
        package var signedBy: [String]
        package var say: [String: JSON]
        /// Evidence needs handed in with this step.
        package var brings: [String]
        /// Facts that become established; null takes them back to not established.
        package var learn: [String: JSON]
        package var source: String?
        package var child: String?
        /// Code with which the step must be refused.
        package var refused: String?
        package var expect: Expectation?
        /// `file:line`.
        package var place: String

        /// Nothing said yet; `place` is file and line.
        package init(place: String) {
            self.place = place
            signedBy = []
            say = [:]
            brings = []
            learn = [:]
        }
    }

    /// What must be true; nil is not asked.
    package struct Expectation: Sendable {
        package struct Clock: Sendable {
            package var state: String?
            package var started: String?
            package var due: String?
            package var legalDue: String?

            package init() {}
        }

        package var stage: String?
        package var outcome: String?
        package var track: String?
        package var variant: String?
        package var evidence: [String]?
        package var tasks: [String]?
        package var openTasks: [String]?
        package var due: String?
        package var clocks: [String: Clock]
        package var happened: [String]
        package var issues: [String]?
        package var notices: [String]?
        package var refusals: [String]?
        package var values: [String: JSON]
        package var because: [String: String]
        package var children: [String: String]
        package var form: [String]?
        package var materials: [String]?
        package var place: String

        /// Expects nothing yet; `place` is file and line.
        package init(place: String) {
            self.place = place
            clocks = [:]
            happened = []
            values = [:]
            because = [:]
            children = [:]
        }
    }

    package var name: String
    /// The service, or nil when `procedure` is tried by itself.
    package var service: String?
    package var procedure: String?
    package var region: String?
    package var filed: Moment
    package var track: String
    package var given: [String: JSON]
    package var lacks: [String]
    package var defers: [String]
    /// Needs that are promised although they could be answered otherwise (告知承诺).
    package var promises: [String]
    /// Code with which the filing itself must be refused.
    package var refused: String?
    /// nil: the ordinary road is walked on the day of filing.
    package var steps: [Step]?
    package var expect: Expectation
    package var place: String

    /// A situation filed at that instant; everything it does not say is empty.
    package init(name: String, filed: Moment, expect: Expectation, place: String) {
        self.name = name
        self.filed = filed
        self.expect = expect
        self.place = place
        track = "ordinary"
        given = [:]
        lacks = []
        defers = []
        promises = []
    }
}
