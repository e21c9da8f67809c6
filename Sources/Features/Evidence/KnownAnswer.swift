import Values

/// Where the city already holds a fact about somebody, so that nobody is asked for it again.
///
/// The value itself lies only in the stream that gave it, sealed under that stream's key: erasing the stream erases
/// the answer. This says where to look, and which of several is best.
package struct KnownAnswer: Hashable, Sendable {
    /// `person:ID` or `enterprise:ID`.
    package let subject: String
    package let concept: String
    /// The case that holds it.
    package let stream: String
    /// `applicant`, `officer`, or the name of a register.
    package let source: String
    /// A best … D worst (国办函〔2016〕108号).
    package let grade: String
    package let effective: Moment
    /// The last day on which it may be used; nil: no end.
    package let expiry: Day?

    package init(
        subject: String, concept: String, stream: String, source: String, grade: String, effective: Moment,
        expiry: Day?
    ) {
        self.subject = subject
        self.concept = concept
        self.stream = stream
        self.source = source
        self.grade = grade
        self.effective = effective
        self.expiry = expiry
    }

    /// The best of several for one concept: grade, then the latest, then the stream.
    package static func best(of answers: [KnownAnswer], on day: Day) -> KnownAnswer? {
        answers.filter { $0.expiry.map { day <= $0 } ?? true }.min { left, right in
            if left.grade != right.grade { return left.grade < right.grade }
            if left.effective != right.effective { return left.effective > right.effective }
            return left.stream < right.stream
        }
    }
}
