import Proofs
import Storage
import Values

/// How a person is reached, and the password: what he changes himself.
extension AccountDesk {
    private static let oldPasswords = TryLimit(counter: .person, tries: 10, windowInSeconds: 900)

    /// The newest contact, opened. Empty for nobody and after erasure.
    package func contact(of person: Person.ID) async throws -> Contact {
        Contact(folding: try await events.stream(person.text).events)
    }

    /// What a person types; an empty text leaves what is kept, because pages never show it in full.
    package struct TypedContact: Sendable {
        package let phone: String
        package let mail: String
        /// What is taken away.
        package let dropped: Set<Part>

        package enum Part: String, Hashable, Sendable, CaseIterable { case phone, mail }

        package init(phone: String, mail: String, dropped: Set<Part>) {
            self.phone = phone
            self.mail = mail
            self.dropped = dropped
        }
    }

    /// Keeps the contact sealed in the person's stream. The name to sign in with stays as it is.
    ///
    /// Throws `Failure.problems` for a number or an address that is none.
    package func keep(_ typed: TypedContact, of person: Person.ID, by acting: AccountActing) async throws {
        var problems: [Problem] = []
        var phone: PhoneNumber?
        if !typed.phone.isEmpty {
            do throws(CodeFault) {
                phone = try PhoneNumber(reading: typed.phone)
            } catch {
                problems.append(error.problem(at: "phone", named: AccountProblems.phoneName))
            }
        }
        let mail = MailAddress(typed.mail)
        if !typed.mail.isEmpty && mail == nil { problems.append(AccountProblems.mailWrong) }
        guard problems.isEmpty else { throw Failure.problems(problems) }
        let (newPhone, newMail) = (phone, mail)
        _ = try await acting.run(on: events) {
            let past = try await events.stream(person.text)
            guard !past.isErased, let key = past.key, !past.events.isEmpty else {
                throw Failure.notFound(AccountProblems.personNotFound)
            }
            let kept = Contact(folding: past.events)
            let contact = Contact(
                phone: newPhone ?? (typed.dropped.contains(.phone) ? nil : kept.phone),
                mail: newMail ?? (typed.dropped.contains(.mail) ? nil : kept.mail))
            let isSame = kept == contact
            let body = AccountEvents.kept(contact, by: acting.actor, at: acting.moment)
            let change = StreamAppend(
                stream: person.text, after: past.events, bodies: isSame ? [] : [body], at: acting.moment)
            return decided(
                isSame ? [] : [change], keys: StreamKeys(new: [:], saved: [person.text: key]),
                result: ["person": .text(person.text)], after: [person.text: past.events], also: { _ in })
        }
    }

    /// Another password for all names under which the person signs in; every other session of the person ends.
    ///
    /// Throws `Failure.problems` when the present one is wrong or the new one will not do, and `Failure.tooMany` after
    /// ten tries in a quarter of an hour.
    package func changePassword(
        from old: String, to new: TypedPassword, in session: Session, entropy: Entropy, at moment: Moment
    ) async throws {
        let person = session.person.id
        guard new.problems.isEmpty else { throw Failure.problems(new.problems) }
        try await count(AccountDesk.oldPasswords, "password:" + person.text, at: moment)
        let hash = try await database.read { try SessionStore.passwordHash(of: person, in: $0) }
        guard try await passwords.verify(String(old.prefix(1024)), against: hash) else {
            throw Failure.problems([AccountProblems.oldPasswordWrong])
        }
        let renewed = try await passwords.hash(
            new.text, salt: Array(entropy.bytes("password-salt", 0).prefix(16)))
        defer { visitors.empty() }
        try await database.write { connection in
            try SessionStore.renew(passwordHash: renewed, of: person, in: connection)
            try SessionStore.endOthers(than: session.id, of: person, in: connection)
        }
    }
}

/// A new password as it was typed twice.
package struct TypedPassword: Sendable {
    package let text: String
    package let again: String

    /// Set by the platform itself: long rather than odd.
    package static let shortest = 10
    package static let longestInBytes = 1024

    package init(_ text: String, again: String) {
        self.text = text
        self.again = again
    }

    /// Everything that speaks against it.
    package var problems: [Problem] {
        var problems: [Problem] = []
        if text.count < TypedPassword.shortest || text.utf8.count > TypedPassword.longestInBytes {
            problems.append(AccountProblems.passwordShort)
        } else if Set(text).count < 4 {
            problems.append(AccountProblems.passwordSimple)
        }
        if text != again { problems.append(AccountProblems.passwordsDiffer) }
        return problems
    }
}
