import Values
import Web

/// How values of the house are written in the interface for systems (`/api/v1`); `openapi.yaml` describes each.
enum InterfaceJSON {
    static func optional(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }
    static func optional(_ day: Day?) -> JSON { optional(day?.description) }
    static func optional(_ moment: Moment?) -> JSON { optional(moment?.description) }
    static func optional(_ period: LegalPeriod?) -> JSON { optional(period?.description) }
    static func optional(_ number: Int?) -> JSON { number.map { .number(Int64($0)) } ?? .null }
    static func number(_ number: Int) -> JSON { .number(Int64(number)) }
    static func texts(_ texts: [String]) -> JSON { .list(texts.map { .text($0) }) }

    /// `{zh, en}`.
    static func wording(_ wording: Wording?) -> JSON {
        guard let wording else { return .null }
        return .map(["zh": .text(wording.zh), "en": .text(wording.en)])
    }

    /// The source in its parts, and `text` as it is cited in Chinese.
    static func citation(_ citation: Citation?) -> JSON {
        guard let citation else { return .null }
        var map: [String: JSON] = ["text": .text(Language.chinese.citation(citation))]
        switch citation {
        case .law(let name, let article, let paragraph, let item):
            map["law"] = .text(name)
            map["article"] = optional(article)
            map["paragraph"] = optional(paragraph)
            map["item"] = optional(item)
        case .policy(let number, let article, let sentence):
            map["policy"] = .text(number)
            map["article"] = optional(article)
            map["sentence"] = optional(sentence)
        case .own(let text): map["own"] = .text(text)
        }
        return .map(map)
    }

    /// A day, a local instant for hours, or what is known while a calendar is not published.
    static func due(_ due: DueDate?) -> JSON {
        switch due {
        case nil: .null
        case .on(let day): .text(day.description)
        case .at(let moment): .text(moment.local)
        case .notYetKnown(let left, let after):
            .map(["workdays_left": number(left), "after": .text(after.description)])
        }
    }

    /// One page of a listing; `next` is the cursor of the page after it, or null.
    static func page(_ items: [JSON], next: String?) -> JSON {
        .map(["items": .list(items), "next": optional(next)])
    }
}

extension Visit {
    /// The connected system. Throws `Failure.signInNeeded` for anyone else.
    func system() throws(Failure) -> ConnectedSystem {
        guard case .system(let system) = visitor else { throw .signInNeeded }
        return system
    }
}
