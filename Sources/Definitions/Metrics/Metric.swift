import Rules
import Values

/// One measure of what the platform does, with the sentence that promises it where a document prints one (指标).
package struct Metric: Sendable {
    /// How the values of what is counted become one figure.
    package enum Take: String, Hashable, Sendable, CaseIterable { case count, share, sum, average, median, max }

    package let id: String
    package let name: Wording
    package let take: Take
    /// What is counted; nil where the platform cannot count it.
    package let part: MetricPart?
    /// What a share divides by.
    package let whole: MetricPart?
    /// As printed: %, 件, 工作日.
    package let unit: String
    /// By what it may be taken apart: `service`, `unit`, `region`, `channel`, `month`.
    package let by: [String]
    package let target: MetricTarget?
    /// Why it is not measurable here; nil where it is.
    package let elsewhere: Wording?

    /// The same, held against another promise, or against none.
    package func promising(_ target: MetricTarget?) -> Metric {
        Metric(
            id: id, name: name, take: take, part: part, whole: whole, unit: unit, by: by, target: target,
            elsewhere: elsewhere)
    }

    /// Whether it follows from events; otherwise it is worked out from the definitions in force.
    package var isCounted: Bool { part.map { !$0.source.isState } ?? false }
}

/// What is counted, under which condition, and which of its numbers is taken.
package struct MetricPart: Sendable {
    /// Names what is counted, whatever the metric is called: the same words have the same key.
    package let key: String
    package let source: MetricSource
    package let condition: Expression?
    /// nil: each counts as one.
    package let value: Expression?
}

/// What there is to count (计数对象).
package enum MetricSource: Hashable, Sendable {
    /// Each case, on the day on which it is filed.
    case filing
    /// Each deed of a case that has an event name.
    case deed
    /// Each deed with this event name.
    case event(String)
    /// Each case that has ended; of one procedure or service, where it is named.
    case closed(String?)
    /// Each answer to a need of evidence.
    case evidence
    /// Each rating; a further one takes the place of the first.
    case rating
    /// Each service that is offered, by its definition in force.
    case service
    /// Each kind of certificate in the definitions in force.
    case certificate
    /// Each entry of a list.
    case list(String)

    /// Reads `event granted`, `case licence`, `filing`; nil for what the platform does not know.
    package init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("filing", 1): self = .filing
        case ("deed", 1): self = .deed
        case ("event", 2): self = .event(words[1])
        case ("case", 1): self = .closed(nil)
        case ("case", 2): self = .closed(words[1])
        case ("evidence", 1): self = .evidence
        case ("rating", 1): self = .rating
        case ("service", 1): self = .service
        case ("certificate", 1): self = .certificate
        case ("list", 2): self = .list(words[1])
        default: return nil
        }
    }

    /// Whether it is a state of the definitions and not something that happens.
    package var isState: Bool {
        switch self {
        case .service, .certificate, .list: true
        case .filing, .deed, .event, .closed, .evidence, .rating: false
        }
    }
}

/// What a document promises of a metric, in its own words (承诺目标).
package struct MetricTarget: Hashable, Sendable {
    package enum Comparison: String, Hashable, Sendable, CaseIterable {
        case atLeast = "at_least"
        case atMost = "at_most"
        case equals
        case moreThan = "more_than"
        case lessThan = "less_than"
    }

    /// The clock of a service that must be at least as strict.
    package struct Limit: Hashable, Sendable {
        package let service: String
        /// nil: the ordinary plan.
        package let variant: String?
        package let clock: String
        /// The condition of the row that the sentence speaks of, as written there, or `otherwise`; nil: every row.
        package let when: String?

        /// Every row of a clock of the ordinary plan.
        package init(service: String, clock: String) {
            self.init(service: service, variant: nil, clock: clock, when: nil)
        }

        init(service: String, variant: String?, clock: String, when: String?) {
            self.service = service
            self.variant = variant
            self.clock = clock
            self.when = when
        }
    }

    package let comparison: Comparison
    package let value: Decimal
    /// The first day on which it is measured; nil: as long as there are figures.
    package let from: Day?
    /// The day by which it is to be reached.
    package let byDate: Day?
    /// nil: the whole city.
    package let region: String?
    package let limit: Limit?
    /// Printed number of the document, its article and the sentence as printed.
    package let policy: String
    package let article: String
    package let sentence: String

    /// A promise that no file of `Services/` prints.
    ///
    /// - Parameter limit: the clock that must be at least as strict, where it promises how long a service takes.
    package init(
        comparison: Comparison, value: Decimal, from: Day?, byDate: Day?, region: String?, limit: Limit?,
        policy: String, article: String, sentence: String
    ) {
        self.comparison = comparison
        self.value = value
        self.from = from
        self.byDate = byDate
        self.region = region
        self.limit = limit
        self.policy = policy
        self.article = article
        self.sentence = sentence
    }

    init?(_ json: JSON?) {
        guard let json, let policy = json["policy"]?.text, let article = json["article"]?.text,
            let sentence = json["sentence"]?.text,
            let comparison = Comparison.allCases.first(where: { json[$0.rawValue] != nil }),
            let value = json[comparison.rawValue]?.decimal
        else { return nil }
        self.comparison = comparison
        self.value = value
        from = json["from"]?.text.flatMap { Day($0) }
        byDate = json["by_date"]?.text.flatMap { Day($0) }
        region = json["region"]?.text
        limit = json["limit"].flatMap { limit in
            guard let service = limit["service"]?.text, let clock = limit["clock"]?.text else { return nil }
            return Limit(service: service, variant: limit["variant"]?.text, clock: clock, when: limit["when"]?.text)
        }
        self.policy = policy
        self.article = article
        self.sentence = sentence
    }

    /// Whether `part / whole` is as promised; `whole` is at least 1.
    package func holds(_ part: Int, over whole: Int) -> Bool {
        guard let wanted = value.multiplied(by: Decimal(whole)) else { return false }
        let found = Decimal(part)
        return switch comparison {
        case .atLeast: found >= wanted
        case .atMost: found <= wanted
        case .equals: found == wanted
        case .moreThan: found > wanted
        case .lessThan: found < wanted
        }
    }
}

extension JSON {
    fileprivate var decimal: Decimal? { number.map { Decimal($0) } ?? text.flatMap { Decimal($0) } }
}
