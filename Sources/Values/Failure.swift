/// The operation cannot go on, or the state does not allow it.
///
/// Becomes a status and a page in `Web/ErrorPage.swift` only.
package enum Failure: Error, Hashable, Sendable {
    /// The sender can put it right; all problems at once. 422.
    case problems([Problem])
    /// The request cannot be read, so nothing in it was looked at. 400.
    case unreadable([Problem])
    /// This place answers other methods only. 405.
    case wrongMethod(allowed: [String])
    /// The content is of a kind that this place does not read. 415.
    case wrongType(accepted: String)
    /// The request must say which revision it replaces. 428.
    case revisionNeeded
    /// Another revision stands there now; nothing was changed. 412.
    case otherRevision
    /// Who acts may not do this; the sentence says who may. 403.
    case forbidden(Wording)
    /// The state does not allow it; the sentence is for the person. 409.
    case conflict(ConflictCode, sentence: Wording, citation: Citation?)
    /// Nothing is there, or nothing that this person may see. 404.
    case notFound(Wording)
    /// Nobody is signed in. 401, or the sign-in page.
    case signInNeeded
    /// Too many tries; may come back after that many seconds. 429.
    case tooMany(retryAfterSeconds: Int)
    /// The request is larger than what this place takes. 413.
    case tooLarge(limitInBytes: Int)
    /// The key was used for another request before. 422.
    case keyReused
    /// Another write came first; the desk decides again and only then gives up. 409.
    case staleVersion(stream: String)
    /// The platform cannot serve this now, and nothing was changed. 503.
    case unavailable(Wording)
    /// We are wrong. The text goes to the log and never to the visitor. 500.
    case defect(String)
}

/// Why a command does not fit the state: the codes of the definition language, in the order in which they are checked.
package enum ConflictCode: String, Hashable, Sendable, CaseIterable {
    case closed
    case notHere = "not_here"
    case noTask = "no_task"
    case noResult = "no_result"
    case signatures
    case condition
    case notKnown = "not_known"
    case blocked
    case extendedAlready = "extended_already"
    /// What the page showed is no longer so: the task or the answer has another revision.
    case changedMeanwhile = "changed_meanwhile"
    /// The stream holds an event of a kind or a number that this version does not know.
    case newerEvent = "newer_event"
    /// The personal data of the case were erased.
    case erased
}
