import Values

/// How the public site groups services and what people call them (检索词表); a value made from one published document.
package struct Vocabulary: Sendable {
    /// A theme, or a stage of life or of an enterprise.
    package struct Group: Hashable, Sendable {
        package let id: String
        package let name: Wording
        /// Name of a drawing.
        package let icon: String
        package let services: [String]
    }

    /// A policy document of the registry, as far as our sources give it.
    package struct Policy: Hashable, Sendable {
        package let number: String
        package let title: String?
        package let day: Day?
        package let issuer: String?
    }

    package let themes: [Group]
    package let stages: [Group]
    /// Services that are named first.
    package let popular: [String]
    /// Other names and spoken situations by service.
    package let also: [String: [String]]
    package let asked: [String: [String]]
    package let synonyms: [[String]]
    package let fillers: [String]
    package let readings: [Unicode.Scalar: [String]]
    package let policies: [Policy]
    /// Name and code of the items of the national catalogue, by id.
    package let items: [String: [String]]
    /// Counts what was published; two that are equal hold the same.
    package let version: Int

    /// Reads a published document; what it lacks is not there.
    package init(document: JSON, version: Int) {
        self.version = version
        themes = Vocabulary.groups(document["themes"]?["themes"])
        stages = Vocabulary.groups(document["themes"]?["stages"])
        popular = Vocabulary.texts(document["themes"]?["popular"])
        let services = document["search"]?["services"]?.map ?? [:]
        also = services.mapValues { Vocabulary.texts($0["also"]) }
        asked = services.mapValues { Vocabulary.texts($0["asked"]) }
        synonyms = (document["search"]?["synonyms"]?.list ?? []).map { Vocabulary.texts($0) }
        fillers = Vocabulary.texts(document["search"]?["fillers"])
        readings = (document["search"]?["readings"]?.map ?? [:]).reduce(into: [:]) { readings, entry in
            guard let scalar = entry.key.unicodeScalars.first else { return }
            readings[scalar] = Vocabulary.texts(entry.value)
        }
        policies = (document["documents"]?.map ?? [:]).map { number, json in
            Policy(
                number: number, title: json["title"]?.text, day: json["date"]?.text.flatMap { Day($0) },
                issuer: json["issuer"]?.text)
        }.sorted { $0.number < $1.number }
        items = (document["items"]?.map ?? [:]).mapValues { item in
            [item["name"]?["zh"]?.text, item["name"]?["en"]?.text, item["code"]?.text].compactMap { $0 }
        }
    }

    private static func texts(_ json: JSON?) -> [String] { (json?.list ?? []).compactMap(\.text) }

    /// In the order of the file.
    private static func groups(_ json: JSON?) -> [Group] {
        (json?.map ?? [:]).sorted {
            ($0.value["place"]?.number ?? 0, $0.key) < ($1.value["place"]?.number ?? 0, $1.key)
        }
        .map { id, entry in
            let zh = entry["name"]?["zh"]?.text ?? id
            return Group(
                id: id, name: Wording(zh: zh, en: entry["name"]?["en"]?.text ?? zh),
                icon: entry["icon"]?.text ?? "", services: texts(entry["services"]))
        }
    }
}
