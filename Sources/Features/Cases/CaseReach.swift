import Casework
import Definitions
import Proofs
import Values

/// All cases that one command reaches: the one it was sent to, children that open, a parent that hears of an end
/// (一件事). They are written together or not at all. Pure: what is read and decided comes from `CaseReachDesk`.
struct CaseReach: Sendable {
    /// One of the cases, with all that is to be written to its stream.
    struct Reached: Sendable {
        /// As it was read; nil for a case that begins now.
        let before: CaseFile?
        let definition: Definition
        let key: StreamKey?
        /// The state after `events`.
        var file: CaseFile
        var events: [EventBody]
    }

    /// By id of the case.
    private(set) var cases: [String: Reached] = [:]
    /// In the order in which they were reached; the first is the one to which the command was sent.
    private(set) var order: [String] = []
    /// What all decisions together do to certificates.
    private(set) var certificates = CertificateDesk.Outcome()
    private(set) var newKeys: [String: StreamKey] = [:]
    private(set) var savedKeys: [String: StreamKey] = [:]
    /// Decisions so far, so that each has chance of its own.
    private(set) var decisions = 0

    /// Adds what one decision gives to a case.
    ///
    /// - Parameters:
    ///   - start: how the case was read or is begun; ignored when it was reached before.
    ///   - outcome: of certificates, with what earlier decisions gave.
    mutating func add(
        _ events: [EventBody], leadingTo file: CaseFile, from start: Start,
        certificates outcome: CertificateDesk.Outcome
    ) {
        decisions += 1
        certificates = outcome
        if var reached = cases[file.id] {
            reached.events += events
            reached.file = file
            cases[file.id] = reached
            return
        }
        order.append(file.id)
        cases[file.id] = Reached(
            before: start.before, definition: start.definition, key: start.key, file: file, events: events)
        guard let key = start.key else { return }
        if start.isKeyNew { newKeys[file.id] = key } else { savedKeys[file.id] = key }
    }

    /// A case before the first decision of this command about it.
    struct Start: Sendable {
        let before: CaseFile?
        let definition: Definition
        let key: StreamKey?
        /// The database has not seen the key yet.
        let isKeyNew: Bool
    }

    /// Everything to be appended.
    func changes(at moment: Moment) -> [StreamAppend] {
        order.compactMap { id in
            cases[id].map { reached in
                StreamAppend(
                    stream: id, expectedVersion: reached.before?.version ?? 0, lastAt: reached.before?.lastAt,
                    bodies: reached.events, at: moment)
            }
        } + certificates.changes
    }

    var keys: StreamKeys {
        StreamKeys(
            new: newKeys.merging(certificates.keys.new) { $1 },
            saved: savedKeys.merging(certificates.keys.saved) { $1 })
    }

    /// What was opened in this command for the holder of a case, and is in no table yet.
    func issued(to holder: String) -> [CertificateStore.Entry] {
        certificates.issued.filter { $0.holder == holder }
    }

    /// Chance for the next decision; the first one has the command's own.
    func entropy(of command: Entropy) -> Entropy {
        decisions == 0 ? command : command.part("case-decision", decisions)
    }
}
