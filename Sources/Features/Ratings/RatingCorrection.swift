import Values

/// A case that corrects what a bad rating found, as lists and measures see it (差评整改). Names below are those of the
/// procedure `rectification`; a test proves that they exist there.
package struct RatingCorrection: Hashable, Sendable {
    /// The service whose cases these are.
    package static let service = "rating-correction"
    /// The clock within which it is to be finished.
    static let clock = "finish"
    static let contactTask = "contact"
    static let callBackTask = "call_back"
    /// The further rating given in the case itself.
    static let rateAgain = "rate_again"
    static let inviting = "inviting"

    /// What happens in it and counts.
    enum Milestone: String, CaseIterable {
        /// Verified as malicious or plainly false: it counts no more.
        case excluded = "found_unfounded"
        case corrected
        /// The person was not content: corrected once more.
        case sentBack = "sent_back"
        case calledBack = "called_back"
        case ratedAgain = "rated_again"
    }

    package let caseID: String
    package let rating: String
    package let region: String
    package let unit: String
    package let service: String
    package let channel: String
    package let grade: RatingGrade
    package let isNamed: Bool
    package let openedAt: Moment
    /// Month of the rating, such as 202603.
    package let month: Int
    /// Last day to correct, then to call back; nil while it is not known, and when the person's turn has come.
    package var due: Day?
    package var contactedAt: Moment?
    package var correctedAt: Moment?
    package var calledAt: Moment?
    package var closedAt: Moment?
    package var isExcluded: Bool

    /// The office is late: with the correction, or with the call-back.
    package func isOverdue(on day: Day) -> Bool {
        guard closedAt == nil, let due else { return false }
        return due < day
    }
}

extension RatingCorrection {
    /// From the event that opened the case; nil for a case of another kind.
    init?(opening event: PastEvent) {
        let open = event.body.open
        guard event.body.open["service"]?.text == RatingCorrection.service, let facts = open["facts"]?.map,
            let rating = open["subjects"]?.list?.first(where: { $0["kind"]?.text == "rating" })?["id"]?.text,
            let region = open["region"]?.text, let unit = open["unit"]?.text,
            let service = facts["rated_service"]?.text, let channel = facts["rated_channel"]?.text,
            let grade = facts["rated_grade"]?.text.flatMap({ RatingGrade(rawValue: $0) }),
            let day = facts["rated_on"]?.text.flatMap({ Day($0) })
        else { return nil }
        self.init(
            caseID: event.stream, rating: rating, region: region, unit: unit, service: service, channel: channel,
            grade: grade, isNamed: facts["named"]?.bool ?? false, openedAt: event.body.effective.moment,
            month: day.ratingMonth, due: nil, contactedAt: nil, correctedAt: nil, calledAt: nil, closedAt: nil,
            isExcluded: false)
    }
}

extension Day {
    /// Year and month as one number: 202603.
    var ratingMonth: Int { year * 100 + month }
}
