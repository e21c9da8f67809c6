import Casework
import Values

/// A member of a bundle as its lane shows it (一件事的联办进度): where it stands, until when, and what it gave.
package struct BundleLane: Sendable {
    /// Id of the member in the bundle.
    package let key: String
    package let service: Wording
    /// The unit that handles it; the authority by name while it has not begun.
    package let unit: String
    package let state: ChildRun.State
    /// nil: it never began.
    package let caseID: String?
    package let number: String?
    /// Where it stands; nil: it has not begun.
    package let stage: Wording?
    package let waitsForApplicant: Bool
    package let outcome: String?
    /// The main clock; nil while none runs.
    package let clock: ClockReading?
    /// Names of the members for which it waits.
    package let after: [Wording]
    package let certificates: [(entry: CertificateStore.Entry, name: Wording)]

    /// Whether it was done as it was asked for.
    package var isGranted: Bool { outcome == "granted" }
}
