import Values

// How values of the kernel stand in an event, and how they are read back.

extension JSON {
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init(_ number: Int) { self = .number(Int64(number)) }
    init(_ texts: [String]) { self = .list(texts.map { .text($0) }) }
    init(_ day: Day?) { self.init(day?.description) }
    init(_ period: LegalPeriod?) { self.init(period?.description) }
    init(_ actor: Actor?) { self.init(actor?.description) }

    /// A day, a local instant, what is not known yet, or null.
    init(_ due: DueDate?) {
        switch due {
        case nil: self = .null
        case .on(let day): self = .text(day.description)
        case .at(let moment): self = .text(moment.local)
        case .notYetKnown(let left, let after):
            self = .map(["workdays_left": JSON(left), "after": .text(after.description)])
        }
    }

    init(_ limits: Limits) {
        self = .map(["statutory": JSON(limits.statutory), "promised": JSON(limits.promised)])
    }

    init(_ citation: Citation?) {
        var map: [String: JSON] = [:]
        switch citation {
        case nil:
            self = .null
            return
        case .law(let name, let article, let paragraph, let item):
            map["law"] = .text(name)
            if let article { map["article"] = .text(article) }
            if let paragraph { map["paragraph"] = JSON(paragraph) }
            if let item { map["item"] = .text(item) }
        case .policy(let number, let article, let sentence):
            map["policy"] = .text(number)
            if let article { map["article"] = .text(article) }
            if let sentence { map["sentence"] = .text(sentence) }
        case .own(let text): map["own"] = .text(text)
        }
        self = .map(map)
    }

    var texts: [String] { list?.compactMap(\.text) ?? [] }
    var day: Day? { text.flatMap { Day($0) } }
    var local: Moment? { text.flatMap { Moment(local: $0) } }
    var period: LegalPeriod? { text.flatMap { LegalPeriod($0) } }
    var actor: Actor? { text.flatMap { Actor($0) } }

    var due: DueDate? {
        if let text { return Day(text).map { .on($0) } ?? Moment(local: text).map { .at($0) } }
        guard let left = self["workdays_left"]?.number, let after = self["after"]?.day else { return nil }
        return .notYetKnown(workdaysLeft: left, after: after)
    }

    var limits: Limits { Limits(statutory: self["statutory"]?.period, promised: self["promised"]?.period) }

    var citation: Citation? {
        if let law = self["law"]?.text {
            return .law(
                name: law, article: self["article"]?.text, paragraph: self["paragraph"]?.number,
                item: self["item"]?.text)
        }
        if let policy = self["policy"]?.text {
            return .policy(number: policy, article: self["article"]?.text, sentence: self["sentence"]?.text)
        }
        return self["own"]?.text.map { .own($0) }
    }
}

/// Reads the data of one event: absent and `null` are the same, and what is unknown is left alone.
struct EventReader {
    let event: PastEvent
    private var open: [String: JSON] { event.body.open }

    init(_ event: PastEvent) {
        self.event = event
    }

    /// The instant at which it happened in law.
    var moment: Moment { event.body.effective.moment }

    subscript(_ key: String) -> JSON? {
        guard let value = open[key], !value.isNull else { return nil }
        return value
    }

    func text(_ key: String) -> String? { open[key]?.text }
    func number(_ key: String) -> Int? { open[key]?.number }
    func flag(_ key: String) -> Bool { open[key]?.bool ?? false }
    func texts(_ key: String) -> [String] { open[key]?.texts ?? [] }

    /// A map that is split into both parts; a sealed value that is not there any more is nil.
    func split(_ key: String) -> [String: JSON?] {
        var values: [String: JSON?] = open[key]?.map.map { $0.mapValues { Optional($0) } } ?? [:]
        guard let names = open["sealed_" + key]?.list else { return values }
        let sealed = event.isErased ? nil : event.body.sealed[key]?.map
        for name in names.compactMap(\.text) { values[name] = .some(sealed?[name]) }
        return values
    }
}

/// Splits a map by sensitivity: public values open, personal values and free text sealed, their names open.
struct SealedSplit {
    private(set) var open: [String: JSON] = [:]
    private(set) var sealed: [String: JSON] = [:]

    init(_ values: [String: JSON], isSealed: (String) -> Bool) {
        for (name, value) in values {
            if !value.isNull, isSealed(name) { sealed[name] = value } else { open[name] = value }
        }
    }

    /// Writes both halves under `key`; nothing when both are empty.
    func write(_ key: String, open data: inout [String: JSON], sealed hidden: inout [String: JSON]) {
        if !open.isEmpty { data[key] = .map(open) }
        guard !sealed.isEmpty else { return }
        data["sealed_" + key] = JSON(sealed.keys.sorted())
        hidden[key] = .map(sealed)
    }
}
