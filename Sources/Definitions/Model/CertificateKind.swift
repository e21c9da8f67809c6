import Values

/// A kind of certificate (证照类型): what it shows, whose it is, how long it holds.
package struct CertificateKind: Sendable {
    package var id: String
    package var name: Wording
    package var authority: String
    /// `person` or `enterprise`, or another kind of subject.
    package var holder: String
    package var numberPrefix: String
    /// The concept that holds the number; when the prefix is empty its value is the number.
    package var numberConcept: String
    /// Concept ids in the order of the document.
    package var fields: [String]
    /// Those of `fields` that hold several values.
    package var many: [String]
    /// Order on the page.
    package var order: [String]
    /// nil: unlimited.
    package var validity: LegalPeriod?
    package var warns: [LegalPeriod]
    package var renewBefore: LegalPeriod?
    package var states: [String]
    package var isPublic: Bool
    /// Grade A–D of what it proves.
    package var grade: String

    package init(
        id: String, name: Wording, authority: String, holder: String, numberPrefix: String, numberConcept: String,
        fields: [String], many: [String], order: [String], validity: LegalPeriod?, warns: [LegalPeriod],
        renewBefore: LegalPeriod?, states: [String], isPublic: Bool, grade: String
    ) {
        self.id = id
        self.name = name
        self.authority = authority
        self.holder = holder
        self.numberPrefix = numberPrefix
        self.numberConcept = numberConcept
        self.fields = fields
        self.many = many
        self.order = order
        self.validity = validity
        self.warns = warns
        self.renewBefore = renewBefore
        self.states = states
        self.isPublic = isPublic
        self.grade = grade
    }
}
