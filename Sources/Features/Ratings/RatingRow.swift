import Values

/// A rating as lists show it: without words, names or telephones.
package struct RatingRow: Hashable, Sendable {
    package let id: String
    /// nil after erasure.
    package let caseID: String?
    package let occasion: RatingOccasion
    package let service: String
    package let item: String?
    package let region: String
    package let unit: String
    package let channel: String
    package let first: RatingGrade
    /// What counts now.
    package let grade: RatingGrade
    package let isNamed: Bool
    /// Keys of `rating-aspects`.
    package let aspects: [String]
    /// There are words that may be shown.
    package let hasWords: Bool
    package let givenAt: Moment
    package let followedAt: Moment?

    init(_ rating: Rating, id: String) {
        let service = rating.service
        self.id = id
        caseID = rating.isErased ? nil : service.caseID
        occasion = service.occasion
        self.service = service.service
        item = service.item
        region = service.region
        unit = service.unit
        channel = service.channel
        first = rating.first.grade
        grade = rating.present.grade
        isNamed = rating.isNamed
        aspects = rating.present.aspects
        hasWords =
            !rating.isErased
            && [rating.first, rating.further].compactMap { $0 }.contains { $0.mayPublish && !$0.words.isEmpty }
        givenAt = rating.first.at
        followedAt = rating.further?.at
    }

    init(
        id: String, caseID: String?, occasion: RatingOccasion, service: String, item: String?, region: String,
        unit: String, channel: String, first: RatingGrade, grade: RatingGrade, isNamed: Bool, aspects: [String],
        hasWords: Bool, givenAt: Moment, followedAt: Moment?
    ) {
        self.id = id
        self.caseID = caseID
        self.occasion = occasion
        self.service = service
        self.item = item
        self.region = region
        self.unit = unit
        self.channel = channel
        self.first = first
        self.grade = grade
        self.isNamed = isNamed
        self.aspects = aspects
        self.hasWords = hasWords
        self.givenAt = givenAt
        self.followedAt = followedAt
    }
}

/// Whose ratings are meant.
package enum RatingScope: Hashable, Sendable {
    case city
    case region(String)
    case unit(String)
    case service(String)
}

/// Behind which rating a page begins.
package struct RatingCursor: Hashable, Sendable {
    package let at: Moment
    package let id: String

    package init(at: Moment, id: String) {
        self.at = at
        self.id = id
    }

    /// Reads `MILLISECONDS.ID`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let milliseconds = Int64(parts[0]), Identifier<Rating>(parts[1]) != nil else {
            return nil
        }
        self.init(at: Moment(milliseconds: milliseconds), id: parts[1])
    }

    package var text: String { "\(at.milliseconds).\(id)" }
}
