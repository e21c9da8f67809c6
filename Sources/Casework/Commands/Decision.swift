import Values

/// What the kernel decided: events to append, and what others have to do about them in the same write.
package struct Decision: Sendable {
    /// A certificate to issue, or to revoke, because of the deed at an index of `events`.
    package struct Issue: Hashable, Sendable {
        /// Kind of certificate; nil revokes what this case issued.
        package var certificate: String?
        package var valid: LegalPeriod?
        /// `adds <concept>`: the holder's certificate is changed and not issued anew.
        package var change: String?
        package var event: Int
    }

    /// A template to render as a document of the case, because of the deed at an index of `events`.
    package struct Notice: Hashable, Sendable {
        package var template: String
        package var event: Int
    }

    /// A case to open for a child; its id derives from the parent's, so opening twice opens once.
    package struct Child: Hashable, Sendable {
        package var key: String
        package var caseID: String
        package var service: String?
        package var procedure: String?
        /// Id or name of the unit that handles it; nil: as the service says.
        package var unit: String?
        /// Answers that the parent passes on; the child also takes the parent's answers to its own fields.
        package var passes: [String: JSON]
        /// Need of the child → case whose result answers it.
        package var takes: [String: String]
    }

    /// The parent is told of an end.
    package struct News: Hashable, Sendable {
        package var parent: CaseHeader.Parent
        package var outcome: String?
        package var result: ChildResult
    }

    package var events: [EventBody]
    /// The state after them, equal to folding them.
    package var file: CaseFile
    package var issues: [Issue]
    package var notices: [Notice]
    package var children: [Child]
    /// Cases that are withdrawn with this one (`leaveWithParent`).
    package var withdrawals: [String]
    package var news: News?
}
