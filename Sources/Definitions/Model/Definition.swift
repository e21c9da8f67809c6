import Rules
import Values

/// One service as it is in force in one region from one day on: everything a case needs, resolved and compiled (业务办理项).
///
/// Made from a published document only; a case pins `hash` and nothing published later touches it. It and
/// the rules of its plans are classes, because every command and page hands them on many times.
package final class Definition: Sendable {
    /// SM3 of the canonical bytes of the resolved document, 64 hexadecimal digits.
    package let hash: String
    package let service: ServiceHeader
    /// The region for which it was resolved.
    package let region: String
    /// Every name an expression of this definition may read; facts are kept by its slots.
    package let scope: Scope
    /// Types and wording of every fact: questions, form fields, concepts, facts of the procedure, by id.
    package let fields: [String: Field]
    /// The guide's questions, in order (情形引导).
    package let questions: [String]
    package let form: [FormSection]
    /// The ordinary plan first; then one per variant (办理情形), in the order in which their `when` is asked.
    package let plans: [Plan]
    package let tables: [String: CompiledTable]
    /// Lists that expressions read through `listed(list, key)`.
    package let lists: [String: ListDefinition]
    /// The same by id as `listed(list, key)` asks: what stands under `key`, `service` or `item`.
    package let listKeys: [String: Set<String>]
    package let messages: [String: MessageTemplate]
    package let certificates: [String: CertificateKind]
    /// Guide text by language, Markdown.
    package let guide: [Language: String]
    /// Which layers set a value: path such as `clocks.decide.promised` → the layers, the lowest first. What differs in
    /// a variant stands under `variants.<id>.` before the path; ask by `origins(of:inVariant:)`.
    package let origins: [String: [Origin]]
    /// The resolved document itself, whose canonical bytes give `hash`.
    package let document: JSON

    /// From its parts; `reading(document:hash:)` is how one is made from what was published.
    package init(
        hash: String, service: ServiceHeader, region: String, scope: Scope, fields: [String: Field],
        questions: [String], form: [FormSection], plans: [Plan], tables: [String: CompiledTable],
        lists: [String: ListDefinition], messages: [String: MessageTemplate],
        certificates: [String: CertificateKind], guide: [Language: String], origins: [String: [Origin]],
        document: JSON
    ) {
        self.hash = hash
        self.service = service
        self.region = region
        self.scope = scope
        self.fields = fields
        self.questions = questions
        self.form = form
        self.plans = plans
        self.tables = tables
        self.lists = lists
        listKeys = lists.mapValues { list in
            Set(list.entries.compactMap { ($0["key"] ?? $0["service"] ?? $0["item"])?.text })
        }
        self.messages = messages
        self.certificates = certificates
        self.guide = guide
        self.origins = origins
        self.document = document
    }

    /// The plan of a variant; nil names the ordinary one.
    package func plan(ofVariant variant: String?) -> Plan? {
        plans.first { $0.variant == variant }
    }
}

/// What does not change with the variant: the top of `service.yaml`.
package struct ServiceHeader: Sendable {
    package var id: String
    /// Entry of the national catalogue (事项), key of `items.yaml`.
    package var item: String?
    package var name: Wording
    /// 行政许可, 行政确认 …, as printed.
    package var kind: String
    package var isFiling: Bool
    /// `city`, `district` or `township`: the level that decides.
    package var level: String
    /// Name of the deciding authority; resolved to a unit of the region at filing.
    package var authority: String
    package var basis: [Citation]
    package var inForceFrom: Day
    package var inForceUntil: Day?
    package var reform: String?
    package var channels: [String]
    /// Visits in person that the ordinary road needs.
    package var visits: Int
    package var tracks: [String]
    /// `person`, `enterprise`.
    package var applicants: [String]
    /// Read in expressions as `service.<name>`.
    package var constants: [String: JSON]
    /// Paths that a lower level may set; `*` matches one id.
    package var lowerLevelsMay: [String]
    /// Contact keys such as `unit`, `phone`, `place`, `hours`.
    package var contact: [String: String]

    package init(
        id: String, item: String?, name: Wording, kind: String, isFiling: Bool, level: String, authority: String,
        basis: [Citation], inForceFrom: Day, inForceUntil: Day?, reform: String?, channels: [String], visits: Int,
        tracks: [String], applicants: [String], constants: [String: JSON], lowerLevelsMay: [String],
        contact: [String: String]
    ) {
        self.id = id
        self.item = item
        self.name = name
        self.kind = kind
        self.isFiling = isFiling
        self.level = level
        self.authority = authority
        self.basis = basis
        self.inForceFrom = inForceFrom
        self.inForceUntil = inForceUntil
        self.reform = reform
        self.channels = channels
        self.visits = visits
        self.tracks = tracks
        self.applicants = applicants
        self.constants = constants
        self.lowerLevelsMay = lowerLevelsMay
        self.contact = contact
    }
}

/// Who set a value, and what it replaced.
package struct Origin: Hashable, Sendable {
    /// `procedure <id>`, `service`, a region id, or `variant <id>`.
    package let layer: String
    package let value: String
    package let because: Citation?
    package let from: Day

    package init(layer: String, value: String, because: Citation?, from: Day) {
        self.layer = layer
        self.value = value
        self.because = because
        self.from = from
    }
}
