import Casework
import Storage
import Values

/// For whom a system files, with what the account vouches for (申请人、经办人).
struct FilingParty: Sendable {
    let applicant: Subject
    /// Names and numbers by concept.
    let identity: [String: JSON]
    /// Under which the agent acts; nil for the applicant himself.
    var delegation: Delegation.ID?
}

/// Finds for whom a system files.
struct FilingPartyDesk: Sendable {
    let cases: CaseDesk
    let accounts: Accounts
    private var parts: CaseDesk.Parts { cases.parts }

    /// Finds the account, and checks that the agent may act for it and that the service is for such applicants.
    ///
    /// For an enterprise somebody acts: its legal representative or an agent. An agent who is named without a
    /// delegation acts under the one that is recorded for him, also the one that came with his office.
    ///
    /// Throws `Failure.problems` when there is no such account or delegation, `Failure.conflict` when the service is
    /// for other applicants, `Failure.notFound` when the service is not offered there.
    func find(_ body: CaseBody.Filing, on day: Day) async throws -> FilingParty {
        let definition = try await parts.catalogue.definition(of: body.service, region: body.region, on: day)
        let known = try await parts.database.read { try accounts(for: body, in: $0) }
        let found = try await party(known)
        let kinds = definition.service.applicants
        guard kinds.isEmpty || kinds.contains(found.applicant.kind) else {
            let sentence = found.applicant.kind == "person" ? ApplyWords.onlyEnterprises : ApplyWords.onlyPersons
            throw Failure.conflict(.condition, sentence: sentence, citation: nil)
        }
        guard let agent = body.agent else {
            if case .enterprise = found.applicant { throw Failure.problems([FilingPartyDesk.noAgent]) }
            return found
        }
        let delegation = known.delegations.first { delegation in
            delegation.agent == agent && delegation.subject == found.applicant
                && delegation.covers(body.service, on: day)
        }
        guard let delegation else { throw Failure.problems([FilingPartyDesk.noDelegation]) }
        let ofAgent = try await ApplicantDesk(cases: cases).identity(ofAgent: agent, for: found.applicant)
        return FilingParty(
            applicant: found.applicant, identity: found.identity.merging(ofAgent) { $1 }, delegation: delegation.id)
    }

    /// The account that is named, at most one, and what delegations may count.
    private struct Known: Sendable {
        var enterprise: Enterprise?
        var person: Person?
        var delegations: [Delegation] = []

        var subject: Subject? { enterprise.map { .enterprise($0.id) } ?? person.map { .person($0.id) } }
    }

    private func accounts(for body: CaseBody.Filing, in connection: any Connection) throws -> Known {
        var known = try account(body.applicant, in: connection)
        guard let agent = body.agent, let subject = known.subject else { return known }
        if let id = body.delegation {
            known.delegations = [try AccountStore.delegation(id, in: connection)].compactMap { $0 }
        } else {
            known.delegations = try AccountStore.delegations(to: agent, for: subject, in: connection)
        }
        return known
    }

    /// The same for an applicant whose account is known. Throws `Failure.problems` when it is gone.
    ///
    /// - Parameter agent: nil for the applicant himself.
    func party(_ applicant: Subject, agent: Person.ID?) async throws -> FilingParty {
        guard let agent else {
            return try await party(try await parts.database.read { try account(.subject(applicant), in: $0) })
        }
        let identity = try await ApplicantDesk(cases: cases).identity(of: applicant, agent: agent)
        return FilingParty(applicant: applicant, identity: identity)
    }

    private func account(_ name: CaseBody.ApplicantName, in connection: any Connection) throws -> Known {
        switch name {
        case .subject(.enterprise(let id)): Known(enterprise: try AccountStore.enterprise(id, in: connection))
        case .code(let code):
            Known(
                enterprise: try AccountStore.enterprise(
                    code: UnifiedSocialCreditCode(code)?.description ?? code, in: connection))
        case .subject(.person(let id)): Known(person: try AccountStore.person(id, in: connection))
        case .idNumber(let number):
            Known(
                person: try AccountStore.person(
                    idNumberIndex: accounts.desk.indexes.idNumber(number), in: connection))
        }
    }

    private func party(_ known: Known) async throws -> FilingParty {
        if let found = known.enterprise {
            return FilingParty(
                applicant: .enterprise(found.id),
                identity: ["enterprise.uscc": .text(found.code), "enterprise.name": .text(found.name)])
        }
        guard let found = known.person else { throw Failure.problems([FilingPartyDesk.noAccount]) }
        let subject = Subject.person(found.id)
        return FilingParty(
            applicant: subject,
            identity: try await ApplicantDesk(cases: cases).identity(of: subject, agent: found.id))
    }

    private static let noAccount = Problem(
        place: "applicant", message: Wording(zh: "申请人还没有账户", en: "The applicant has no account"),
        remedy: Wording(zh: "先开立账户，或核对编号", en: "open an account first, or check the number"))

    private static let noAgent = Problem(
        place: "agent",
        message: Wording(zh: "企业的申请要写明经办人", en: "An enterprise's application names who acts for it"),
        remedy: Wording(
            zh: "写上法定代表人或有授权的经办人", en: "give its legal representative, or an agent with a delegation"))

    static let noDelegation = Problem(
        place: "delegation",
        message: Wording(
            zh: "没有这份授权，或者它今天不包括这个事项", en: "There is no such delegation, or it does not cover this service today"),
        remedy: Wording(zh: "核对授权编号、经办人和期限", en: "check its id, the agent and its dates"))
}
