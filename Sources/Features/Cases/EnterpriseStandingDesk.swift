import Casework
import Definitions
import Storage
import Values

extension CaseDesk {
    /// How an applicant stands to the enterprise whose code stands in the answers. What cannot be read counts as not
    /// known, so that nothing is asked in its name.
    ///
    /// - Parameter sources: what the applicant did not type has one.
    func standing(
        of applicant: Subject, _ answers: [String: JSON], _ sources: [String: AnswerSource], service: String,
        on day: Day
    ) async -> EnterpriseStanding {
        let source = sources[EnterpriseStanding.code]?.name ?? "applicant"
        guard case .person(let person) = applicant, source == "applicant",
            let typed = answers[EnterpriseStanding.code]?.text, !typed.isEmpty
        else { return .settled }
        guard let code = UnifiedSocialCreditCode(typed)?.description else { return .unknown }
        do {
            return try await standing(of: person, to: code, service: service, on: day)
        } catch {
            return .unknown
        }
    }

    private func standing(
        of person: Person.ID, to code: String, service: String, on day: Day
    ) async throws -> EnterpriseStanding {
        let (account, mayActFor) = try await parts.database.read { connection -> (Enterprise?, Bool) in
            guard let enterprise = try AccountStore.enterprise(code: code, in: connection) else { return (nil, false) }
            let subject = Subject.enterprise(enterprise.id)
            let delegations = try AccountStore.delegations(to: person, for: subject, in: connection)
            return (enterprise, delegations.contains { $0.covers(service, on: day) })
        }
        if account?.representative == person { return .representative }
        let question = Register.Question(
            about: [EnterpriseStanding.code: code],
            facts: ["enterprise.name", EnterpriseStanding.representativeNumber], needs: [])
        let reply = await parts.registers.ask([EnterpriseStanding.register: question])[EnterpriseStanding.register]
        if let recorded = reply?.facts[EnterpriseStanding.representativeNumber]?.text {
            let own = try await ApplicantDesk(cases: self).identity(of: .person(person), agent: person)
            if own["person.id_number"]?.text == recorded { return .representative }
        }
        guard let name = account?.name ?? reply?.facts["enterprise.name"]?.text else { return .unknown }
        return .others(name: name, mayActFor: mayActFor)
    }

    /// Throws `Failure.problems` unless whoever files for somebody else may: for an enterprise its recorded legal
    /// representative, otherwise an agent under a delegation that covers the service that day.
    func mustRepresent(_ new: FilingRequest, on day: Day) async throws {
        if case .person = new.applicant, new.agent == nil { return }
        let isPermitted = try await parts.database.read { connection -> Bool in
            guard let agent = new.agent else { return false }
            if case .enterprise(let id) = new.applicant,
                try AccountStore.enterprise(id, in: connection)?.representative == agent
            {
                return true
            }
            guard let id = new.delegation, let found = try AccountStore.delegation(id, in: connection) else {
                return false
            }
            return found.agent == agent && found.subject == new.applicant && found.covers(new.service, on: day)
        }
        guard isPermitted else { throw Failure.problems([FilingPartyDesk.noDelegation]) }
    }
}

extension Found {
    /// Compares what was typed with what is on record: a difference is kept to be shown, and a code by which the
    /// record was found stays the applicant's to change.
    mutating func compare(with typed: [String: JSON], by definition: Definition) {
        for (id, mine) in typed where !mine.isNull {
            guard let source = sources[id], let recorded = answers[id] else { continue }
            if mine == recorded || mine.text?.comparisonKey == recorded.text?.comparisonKey {
                if source.name != "account", definition.fields[id]?.type == "code" { confirmed.insert(id) }
            } else {
                differences[id] = mine
            }
        }
    }
}
