import Proofs
import Values

/// The one row that a stream of `Accounts` gives.
package enum AccountRow: Hashable, Sendable {
    /// The stream is no business of `Accounts`, or gives no row.
    case none
    /// - Parameter 1: blind index of the identity number.
    case person(Person, [UInt8])
    /// The key was destroyed: masks and index go.
    case erasedPerson(Person.ID)
    case enterprise(Enterprise)
    case post(Post)
    case delegation(Delegation)
    case system(ConnectedSystem)

    /// Folds a stream from its first event.
    ///
    /// Throws `Failure.defect` when an event of `Accounts` lacks a value: somebody else wrote it.
    init(of stream: [PastEvent], indexes: AccountIndexes) throws(Failure) {
        guard let first = stream.first, let kind = AccountEventKind(rawValue: first.body.kind) else {
            self = .none
            return
        }
        let fields = AccountFields(event: first)
        switch kind {
        case .personRegistered:
            self = try AccountRow.person(fields, contact: Contact(folding: stream), indexes: indexes)
        case .enterpriseRegistered: self = .enterprise(try fields.enterprise())
        case .postAssigned: self = .post(try fields.post(endedOn: try AccountRow.end(stream, .postEnded)))
        case .delegationGranted:
            self = .delegation(try fields.delegation(revokedOn: try AccountRow.end(stream, .delegationRevoked)))
        case .systemConnected: self = .system(try fields.system())
        case .postEnded, .delegationRevoked, .contactKept:
            throw Failure.defect("the stream \(first.stream) begins with \(kind.rawValue)")
        case .personalDataSeen: self = .none
        }
    }

    private static func person(
        _ fields: AccountFields, contact: Contact, indexes: AccountIndexes
    ) throws(Failure) -> AccountRow {
        let id: Person.ID = try fields.id()
        if fields.event.isErased { return .erasedPerson(id) }
        let told = try fields.person()
        return .person(
            Person(
                id: id, nameMask: Masking.name(told.name), idNumberMask: told.idNumber.masked,
                phoneMask: contact.phone?.masked, isSample: told.isSample),
            indexes.idNumber(told.idNumber))
    }

    /// The day of the last event of that kind; nil when there is none.
    private static func end(_ stream: [PastEvent], _ kind: AccountEventKind) throws(Failure) -> Day? {
        guard let event = stream.last(where: { $0.body.kind == kind.rawValue }) else { return nil }
        return try AccountFields(event: event).day("on")
    }
}

/// The blind indexes of `Accounts`: they find equal values without showing them.
package struct AccountIndexes: Sendable {
    private let masterKey: MasterKey

    package init(masterKey: MasterKey) {
        self.masterKey = masterKey
    }

    package func idNumber(_ number: CitizenIdentityNumber) -> [UInt8] {
        masterKey.blindIndex(field: "id-number", value: number.text)
    }

    package func login(_ name: LoginName) -> [UInt8] {
        masterKey.blindIndex(field: "login-" + name.kind.rawValue, value: name.text)
    }

    /// What tries are counted under; the database shows neither names nor addresses.
    package func counter(_ kind: TryCounter, _ value: String) -> [UInt8] {
        masterKey.blindIndex(field: "tries-" + kind.rawValue, value: value)
    }

    /// What is counted, so that guessing ends.
    package enum TryCounter: String, Sendable { case name, address, person }
}

/// Takes the values of an account event one by one; a missing one is named.
struct AccountFields {
    let event: PastEvent

    func id<Owner>() throws(Failure) -> Identifier<Owner> {
        guard let id = Identifier<Owner>(event.stream) else { throw fault("stream") }
        return id
    }

    /// Opened values of a person; the caller keeps them no longer than it needs them.
    func person() throws(Failure) -> PersonRegistration {
        guard let number = CitizenIdentityNumber(try text("id_number")) else { throw fault("id_number") }
        return PersonRegistration(
            name: try text("name"), idNumber: number, phone: data["phone"]?.text.flatMap { PhoneNumber($0) },
            isSample: data["sample"]?.bool ?? false)
    }

    func enterprise() throws(Failure) -> Enterprise {
        guard let representative = Person.ID(try text("representative")) else { throw fault("representative") }
        return Enterprise(
            id: try id(), code: try text("code"), name: try text("name"), representative: representative,
            isSample: data["sample"]?.bool ?? false)
    }

    /// - Parameter end: the day that no longer counts; it only shortens.
    func post(endedOn end: Day?) throws(Failure) -> Post {
        guard let person = Person.ID(try text("person")), let role = Role(rawValue: try text("role")) else {
            throw fault("person")
        }
        let planned = data["until"]?.text.flatMap { Day($0) }
        let last = [planned, end?.previous].compactMap { $0 }.min()
        return Post(
            id: try id(), person: person, unit: try text("unit"), region: try text("region"), role: role,
            from: try day("from"), until: last)
    }

    func delegation(revokedOn: Day?) throws(Failure) -> Delegation {
        guard let subject = Subject(try text("subject")), let agent = Person.ID(try text("agent")) else {
            throw fault("subject")
        }
        return Delegation(
            id: try id(), subject: subject, agent: agent, services: data["services"]?.list?.compactMap(\.text),
            from: try day("from"), until: try day("until"), revokedOn: revokedOn)
    }

    func system() throws(Failure) -> ConnectedSystem {
        let scopes = (data["scopes"]?.list ?? []).compactMap { $0.text.flatMap { ConnectedSystem.Scope(rawValue: $0) } }
        return ConnectedSystem(id: event.stream, name: try text("name"), scopes: Set(scopes))
    }

    func text(_ key: String) throws(Failure) -> String {
        guard let text = data[key]?.text else { throw fault(key) }
        return text
    }

    func day(_ key: String) throws(Failure) -> Day {
        guard let day = Day(try text(key)) else { throw fault(key) }
        return day
    }

    private var data: [String: JSON] { event.body.data }

    /// Never the value itself: it may be personal.
    private func fault(_ key: String) -> Failure {
        .defect("`\(key)` of \(event.body.kind) in \(event.stream) is missing or cannot be read")
    }
}
