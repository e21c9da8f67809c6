import Storage
import Synchronization
import Values

/// Gives the systems behind bearer tokens, as read at most two seconds ago: a system sends many commands with one
/// token. A token that ended may so be used for two seconds more; one that nobody holds is asked for each time.
final class SystemDesk: Sendable {
    private struct Kept {
        let system: ConnectedSystem
        let readAt: Moment
    }

    private let database: Database
    private let kept = Mutex<[String: Kept]>([:])
    private static let keptForMilliseconds: Int64 = 2000
    /// A city connects some hundreds; whoever asks for more begins anew.
    private static let most = 1000

    init(database: Database) {
        self.database = database
    }

    /// nil when nobody holds the token, or it has expired.
    func system(_ tokenHash: String, at moment: Moment) async throws -> ConnectedSystem? {
        let found = kept.withLock { $0[tokenHash] }
        if let found, (0..<SystemDesk.keptForMilliseconds).contains(moment.milliseconds - found.readAt.milliseconds) {
            return found.system
        }
        let system = try await database.read { try SessionStore.system(tokenHash: tokenHash, at: moment, in: $0) }
        kept.withLock { kept in
            if kept.count >= SystemDesk.most { kept = [:] }
            kept[tokenHash] = system.map { Kept(system: $0, readAt: moment) }
        }
        return system
    }
}
