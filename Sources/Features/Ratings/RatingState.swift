import Values

/// For how many days after the service, or after the first rating, something can be said. Configuration of the city.
package struct RatingLimits: Hashable, Sendable {
    package let firstInDays: Int
    package let furtherInDays: Int

    package init(firstInDays: Int, furtherInDays: Int) {
        self.firstInDays = firstInDays
        self.furtherInDays = furtherInDays
    }
}

/// What can be said of a service event on a day.
package enum RatingState: Hashable, Sendable {
    /// The matter goes on.
    case tooEarly
    case open(until: Day)
    /// Nobody rated it in time.
    case over
    /// Rated; the further rating can be given until then.
    case rated(furtherUntil: Day)
    /// Rated as bad; it can be rated again when it was corrected.
    case beingCorrected
    /// Rated, and nothing further can be said: it was said, it is too late, or the rating was found to be false.
    case done

    init(
        happenedAt: Moment?, rating: Rating?, correction: RatingCorrection?, _ limits: RatingLimits, on day: Day
    ) {
        guard let rating else {
            guard let happenedAt else {
                self = .tooEarly
                return
            }
            let last = happenedAt.day.adding(days: limits.firstInDays)
            self = day <= last ? .open(until: last) : .over
            return
        }
        let last = (correction?.correctedAt ?? rating.first.at).day.adding(days: limits.furtherInDays)
        if rating.further != nil || rating.isErased || correction?.isExcluded == true || day > last {
            self = .done
        } else if rating.first.grade.isBad, correction?.correctedAt == nil {
            self = .beingCorrected
        } else {
            self = .rated(furtherUntil: last)
        }
    }

    /// As the interface writes it.
    var text: String {
        switch self {
        case .tooEarly: "too_early"
        case .open: "open"
        case .over: "over"
        case .rated: "rated"
        case .beingCorrected: "being_corrected"
        case .done: "done"
        }
    }

    /// Throws `Failure.conflict` unless this can be said now.
    func check(wantsFurther: Bool) throws(Failure) {
        switch (self, wantsFurther) {
        case (.open, false), (.rated, true): return
        case (.tooEarly, _): throw .conflict(.notHere, sentence: RatingWords.tooEarly, citation: nil)
        case (.over, _): throw .conflict(.closed, sentence: RatingWords.over, citation: nil)
        case (.open, true): throw .conflict(.notHere, sentence: RatingWords.firstFirst, citation: nil)
        case (.rated, false): throw .conflict(.closed, sentence: RatingWords.ratedAlready, citation: nil)
        case (.beingCorrected, false): throw .conflict(.closed, sentence: RatingWords.ratedAlready, citation: nil)
        case (.beingCorrected, true): throw .conflict(.notHere, sentence: RatingWords.beingCorrected, citation: nil)
        case (.done, false): throw .conflict(.closed, sentence: RatingWords.ratedAlready, citation: nil)
        case (.done, true): throw .conflict(.closed, sentence: RatingWords.nothingFurther, citation: nil)
        }
    }
}

/// What may be ticked beside a grade: an entry of the list `rating-aspects` (评价方面).
package struct RatingAspect: Hashable, Sendable {
    static let list = "rating-aspects"

    package let key: String
    package let name: Wording

    init?(_ entry: ListDocument.Entry) {
        guard let key = entry.values["key"]?.text, let name = ListDocument.wording(entry.values["name"]) else {
            return nil
        }
        self.key = key
        self.name = name
    }
}

extension RatingContent {
    static let longestWords = 500
    static let longestName = 40

    /// Everything that must be put right before it can be recorded.
    ///
    /// - Parameter known: keys of aspects that there are.
    func problems(aspects known: Set<String>) -> [Problem] {
        var problems: [Problem] = []
        func add(_ place: String, _ message: Wording) {
            problems.append(Problem(place: place, message: message, remedy: message))
        }
        if grade == nil { add("grade", RatingWords.noGrade) }
        if !known.isSuperset(of: aspects) { add("aspects", RatingWords.unknownAspect) }
        if words.count > RatingContent.longestWords { add("words", RatingWords.tooLong(words.count)) }
        if isNamed {
            if name.isEmpty { add("name", RatingWords.noName) }
            if name.count > RatingContent.longestName { add("name", RatingWords.nameTooLong) }
            if PhoneNumber(phone) == nil { add("phone", RatingWords.noPhone) }
        }
        return problems
    }
}
