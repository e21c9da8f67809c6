import Foundation
import Proofs
import Values

/// Makes and checks passwords on threads of their own, at most two at a time, so that sign-ins cannot starve the
/// server: one takes 20 to 40 ms of a core and 19 MiB.
package struct PasswordDesk: Sendable {
    private let queue: OperationQueue

    /// More than this many waiting would keep people longer than they wait.
    private static let longestQueue = 64

    package init() {
        queue = OperationQueue()
        queue.name = "passwords"
        queue.maxConcurrentOperationCount = 2
        queue.qualityOfService = .utility
    }

    /// Whether the password is right; without a hash it takes the same time and is not.
    ///
    /// Throws `Failure.unavailable` when too many people sign in at once.
    package func verify(_ password: String, against hash: String?) async throws -> Bool {
        try await run {
            let isRight = PasswordHash.verify(password, against: hash ?? PasswordDesk.nobodys)
            return isRight && hash != nil
        }
    }

    /// - Parameter salt: 16 bytes or more, new for every password.
    package func hash(_ password: String, salt: [UInt8]) async throws -> String {
        try await run { PasswordHash.make(password, salt: salt) }
    }

    /// The hash of a password that nobody has.
    private static let nobodys = PasswordHash.make("", salt: [UInt8](repeating: 0, count: 16))

    private func run<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws -> T {
        guard queue.operationCount < PasswordDesk.longestQueue else {
            throw Failure.unavailable(
                Wording(zh: "现在登录的人太多，1 分钟后再试。", en: "Too many people are signing in; try again in a minute."))
        }
        return await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }
}
