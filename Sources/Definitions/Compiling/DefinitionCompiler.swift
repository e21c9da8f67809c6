import Rules
import Values

/// Makes the model from a published document: fields, scope, plans, tables, notices, certificates, lists.
struct DefinitionCompiler {
    /// The definition, and what is wrong with its expressions; a definition with problems is never used.
    struct Output {
        let definition: Definition
        let problems: [CompileProblem]
    }

    /// Throws `defect` when the document is not one of ours.
    static func compile(_ json: JSON, hash: String) throws(Failure) -> Output {
        let document = Part(json, path: [])
        guard json["format"] == .number(Document.format) else {
            throw document.defect("format \(json["format"]?.number ?? 0) is not one that this version reads")
        }
        let reading = FieldReading(document: document)
        let making = ScopeMaking(document: document, fields: try reading.plain())
        var compiler = ExpressionCompiler(scope: making.scope)
        let messageScope = making.scope.adding(messageNames(document, known: making.names))
        let fields = try reading.compiled(by: &compiler)
        var plans: [Plan] = []
        for plan in document.list("plans") { plans.append(try compiler.plan(plan)) }
        var tables = TableReading(document: document, scope: making.scope)
        try tables.read(into: &compiler)
        var messages: [String: MessageTemplate] = [:]
        for (id, part) in document.entries("messages") {
            messages[id] = try compiler.message(id, part, scope: messageScope)
        }
        let definition = Definition(
            hash: hash, service: try header(document), region: try document.text("region"), scope: making.scope,
            fields: fields, questions: document.entries("questions").map(\.id), form: try form(document),
            plans: plans, tables: tables.compiled, lists: try lists(document), messages: messages,
            certificates: try certificates(document), guide: guide(document), origins: try origins(document),
            document: json)
        return Output(definition: definition, problems: compiler.problems)
    }

    /// Ways of appeal are named by the notices themselves.
    private static func messageNames(_ document: Part, known: [String: FactType]) -> [String: FactType] {
        var names = ScopeMaking.messageNames.filter { known[$0.key] == nil }
        for (_, message) in document.entries("messages") {
            for (way, _) in message.entries("appeal") { names["appeal.\(way).within"] = .text }
        }
        return names
    }

    private static func header(_ document: Part) throws(Failure) -> ServiceHeader {
        let service = try document.need("service")
        let force = try document.need("in_force")
        var contact: [String: String] = [:]
        for (key, value) in service.json["contact"]?.map ?? [:] { contact[key] = value.text }
        for key in ["place", "hours"] { contact[key] = service.optionalText(key) ?? contact[key] }
        return ServiceHeader(
            id: try service.text("id"), item: service.optionalText("item"), name: try service.wording("name"),
            kind: try service.text("kind"), isFiling: service.isTrue("filing"), level: try service.text("level"),
            authority: try service.text("authority"), basis: service.citations("basis"),
            inForceFrom: try force.day("from"), inForceUntil: try force.optionalDay("until"),
            reform: service.optionalText("reform"), channels: service.texts("channels"),
            visits: try service.number("visits"), tracks: tracks(document), applicants: service.texts("applicants"),
            constants: service.json["constants"]?.map ?? [:],
            lowerLevelsMay: service.at("lower_levels")?.texts("may") ?? [], contact: contact)
    }

    private static func tracks(_ document: Part) -> [String] {
        let own = document.at("service")?.texts("tracks") ?? []
        if !own.isEmpty { return own }
        // A procedure tried by itself has its own tracks; a service opens only what it names.
        let tracks = document.list("plans").first?.texts("tracks") ?? []
        return tracks.isEmpty ? ["ordinary"] : tracks
    }

    private static func form(_ document: Part) throws(Failure) -> [FormSection] {
        var sections: [FormSection] = []
        for section in document.list("form") {
            sections.append(
                FormSection(title: try section.wording("section"), fields: section.entries("fields").map(\.id)))
        }
        return sections
    }

    private static func lists(_ document: Part) throws(Failure) -> [String: ListDefinition] {
        var lists: [String: ListDefinition] = [:]
        for (id, list) in document.entries("lists") {
            lists[id] = ListDefinition(
                id: id, name: try list.wording("name"), kind: try list.text("kind"), version: try list.text("version"),
                columns: Dictionary(
                    uniqueKeysWithValues: (list.json["columns"]?.map ?? [:]).map { column, kind in
                        (column, kind.text ?? kind["kind"]?.text ?? "text")
                    }),
                entries: (list.json["entries"]?.list ?? []).compactMap(\.map))
        }
        return lists
    }

    private static func certificates(_ document: Part) throws(Failure) -> [String: CertificateKind] {
        var kinds: [String: CertificateKind] = [:]
        for (id, part) in document.entries("certificates") {
            let number = try part.need("number")
            let validity = try part.need("validity")
            kinds[id] = CertificateKind(
                id: id, name: try part.wording("name"), authority: try part.text("authority"),
                holder: try part.text("holder"), numberPrefix: number.optionalText("prefix") ?? "",
                numberConcept: try number.text("concept"), fields: part.texts("fields"), many: part.texts("many"),
                order: part.at("layout")?.texts("order") ?? [], validity: try validity.period("period"),
                warns: try validity.periods("warns"), renewBefore: try validity.period("renew_before"),
                states: part.texts("states"), isPublic: part.isTrue("public"), grade: try part.text("grade"))
        }
        return kinds
    }

    private static func guide(_ document: Part) -> [Language: String] {
        var guide: [Language: String] = [:]
        for (key, text) in document.json["guide"]?.map ?? [:] {
            if let language = Language(rawValue: key) { guide[language] = text.text }
        }
        return guide
    }

    private static func origins(_ document: Part) throws(Failure) -> [String: [Origin]] {
        var origins: [String: [Origin]] = [:]
        for path in (document.json["origins"]?.map ?? [:]).keys {
            guard let map = document.at("origins") else { continue }
            for entry in map.list(path) {
                origins[path, default: []].append(
                    Origin(
                        layer: try entry.text("layer"), value: try entry.text("value"),
                        because: entry.citation("because"), from: try entry.day("from")))
            }
        }
        return origins
    }
}

extension Definition {
    /// Reads a published document: `hash` is the SM3 of its canonical bytes, as 64 hexadecimal digits.
    ///
    /// Throws `problems` when an expression does not compile, `defect` when it is not a document of ours. What passed
    /// `Checker` before it was published gives neither.
    package static func reading(document: JSON, hash: String) throws(Failure) -> Definition {
        let output = try DefinitionCompiler.compile(document, hash: hash)
        guard output.problems.isEmpty else {
            throw .problems(output.problems.map(\.problem))
        }
        return output.definition
    }

    /// Which layers set a value in a plan, the lowest first: the last one is in force, the others were replaced.
    package func origins(of path: String, inVariant variant: String?) -> [Origin] {
        if let variant, let own = origins["variants.\(variant).\(path)"] { return own }
        return origins[path] ?? []
    }
}

extension Library {
    /// A service resolved and compiled, with its hash.
    ///
    /// - Parameter hash: SM3; the pure rooms below Proofs cannot compute it themselves.
    /// Throws as `document(service:region:on:)` and `Definition.reading(document:hash:)`.
    package func definition(service: String, region: String, on day: Day, hash: ([UInt8]) -> [UInt8])
        throws(Failure) -> Definition
    {
        let document = try document(service: service, region: region, on: day)
        return try Definition.reading(document: document, hash: Library.hexadecimal(hash(document.canonical)))
    }

    /// The same for a procedure tried by itself.
    package func procedureDefinition(_ id: String, region: String, on day: Day, hash: ([UInt8]) -> [UInt8])
        throws(Failure) -> Definition
    {
        let document = try document(procedure: id, region: region, on: day)
        return try Definition.reading(document: document, hash: Library.hexadecimal(hash(document.canonical)))
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
