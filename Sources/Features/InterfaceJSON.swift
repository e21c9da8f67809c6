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

/// Which part of a listing a system asks for.
struct InterfacePaging {
    static let usual = 50
    static let most = 100

    let limit: Int
    /// Where the page before ended; nil for the first.
    let cursor: String?

    /// Reads `limit` and `cursor`. Throws `Failure.problems` for a limit outside of 1...100.
    init(_ query: FormInput) throws(Failure) {
        cursor = query.filled("cursor")
        guard let text = query.filled("limit") else {
            limit = InterfacePaging.usual
            return
        }
        guard let number = Int(text), (1...InterfacePaging.most).contains(number) else {
            throw .problems([
                Problem(
                    place: "limit", message: Wording(zh: "limit 应为 1 到 100", en: "`limit` is 1 to 100"),
                    remedy: Wording(zh: "改正后再请求", en: "correct it and ask again"))
            ])
        }
        limit = number
    }

    static let wrongCursor = Failure.problems([
        Problem(
            place: "cursor", message: Wording(zh: "cursor 不是本接口给出的", en: "`cursor` was not given by this interface"),
            remedy: Wording(zh: "用上一页的 next，或从第一页开始", en: "use `next` of the page before, or begin anew"))
    ])
}

extension Visit {
    /// The connected system. Throws `Failure.signInNeeded` for anyone else.
    func system() throws(Failure) -> ConnectedSystem {
        guard case .system(let system) = visitor else { throw .signInNeeded }
        return system
    }

    /// The region that a question names, otherwise the city. Throws `Failure.notFound` for one that is not there.
    func region(_ query: FormInput, in territory: TerritoryMap) throws(Failure) -> TerritoryMap.Region {
        let region = query.filled("region").map { territory.regions[$0] } ?? territory.root
        guard let region else { throw .notFound(Wording(zh: "没有这个区划", en: "There is no such region")) }
        return region
    }

    /// The day that a question names, otherwise today. Throws `Failure.problems` for a text that is no day.
    func day(_ query: FormInput) throws(Failure) -> Day {
        guard let text = query.filled("day") else { return day }
        guard let day = Day(text) else {
            throw .problems([
                Problem(
                    place: "day",
                    message: Wording(
                        zh: "day 应为日期，例如 2026-03-02", en: "`day` is a date such as 2026-03-02"),
                    remedy: Wording(zh: "改正后再请求", en: "correct it and ask again"))
            ])
        }
        return day
    }
}
