import Proofs
import Storage
import Values

/// Writes the sample people into a database that lacks them; for `--demo` only.
package struct SampleDesk: Sendable {
    private let accounts: AccountDesk

    package init(accounts: AccountDesk) {
        self.accounts = accounts
    }

    /// Adds whoever is missing; a second call adds nobody. Gives how many people were added.
    package func add(entropy: Entropy, at moment: Moment) async throws -> Int {
        let hash = try await accounts.passwords.hash(
            SamplePeople.password, salt: Array(entropy.bytes("sample-salt", 0).prefix(16)))
        var added = 0
        for (number, person) in SamplePeople.all.enumerated() {
            let isThere = try await accounts.database.read { try AccountStore.person(person.id, in: $0) != nil }
            if isThere { continue }
            let acting = SampleDesk.acting(entropy.part("person", number), at: moment)
            try await add(person, passwordHash: hash, by: acting)
            added += 1
        }
        try await addEnterprise(by: SampleDesk.acting(entropy.part("enterprise", 0), at: moment))
        try await addSystem(by: SampleDesk.acting(entropy.part("system", 0), at: moment))
        return added
    }

    private func add(_ sample: SamplePerson, passwordHash: String, by acting: AccountActing) async throws {
        guard let number = CitizenIdentityNumber(sample.idNumber), let phone = PhoneNumber(sample.phone) else {
            throw Failure.defect("the sample person \(sample.key) has a wrong number")
        }
        let names =
            [LoginName(number), LoginName(phone)] + [sample.account.flatMap { LoginName($0) }].compactMap { $0 }
        try await accounts.registerPerson(
            PersonRegistration(name: sample.name, idNumber: number, phone: phone, isSample: true), as: sample.id,
            login: AccountDesk.Login(names: names, passwordHash: passwordHash), by: acting)
        guard let role = sample.role, let unit = sample.unit else { return }
        let post = Post(
            id: SamplePeople.post(of: sample.key), person: sample.id, unit: unit,
            region: SamplePeople.region(ofUnit: unit), role: role, from: SamplePeople.start, until: nil)
        try await accounts.assignPost(post, by: acting)
    }

    private func addEnterprise(by acting: AccountActing) async throws {
        let enterprise = SamplePeople.enterprise
        let isThere = try await accounts.database.read { try AccountStore.enterprise(enterprise.id, in: $0) != nil }
        if isThere { return }
        try await accounts.registerEnterprise(
            enterprise, delegation: SamplePeople.delegations[0].id, until: SamplePeople.end, by: acting)
        for delegation in SamplePeople.delegations.dropFirst() {
            try await accounts.recordDelegation(delegation, by: acting)
        }
    }

    private func addSystem(by acting: AccountActing) async throws {
        let system = SamplePeople.system
        let isThere = try await accounts.database.read { connection in
            try SessionStore.system(tokenHash: SamplePeople.token.hash, at: acting.moment, in: connection) != nil
        }
        if isThere { return }
        try await accounts.connectSystem(system, by: acting)
        try await accounts.save(SamplePeople.token, for: system.id, until: Moment(SamplePeople.end))
    }

    private static func acting(_ entropy: Entropy, at moment: Moment) -> AccountActing {
        AccountActing(actor: .platform, moment: moment, entropy: entropy, key: nil)
    }
}
