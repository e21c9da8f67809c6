/// Who acts, or on whose behalf: written `person:ID`, `enterprise:ID`, `post:ID`, `system:ID` or `platform`.
package enum Actor: Hashable, Sendable, CustomStringConvertible {
    case person(String)
    case enterprise(String)
    case post(String)
    case system(String)
    case platform

    /// Reads the written form; nil for another kind or an empty id.
    package init?(_ text: String) {
        if text == "platform" {
            self = .platform
            return
        }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let id = String(text[text.index(after: colon)...])
        guard !id.isEmpty else { return nil }
        switch text[..<colon] {
        case "person": self = .person(id)
        case "enterprise": self = .enterprise(id)
        case "post": self = .post(id)
        case "system": self = .system(id)
        default: return nil
        }
    }

    package var description: String {
        switch self {
        case .person(let id): "person:" + id
        case .enterprise(let id): "enterprise:" + id
        case .post(let id): "post:" + id
        case .system(let id): "system:" + id
        case .platform: "platform"
        }
    }
}
