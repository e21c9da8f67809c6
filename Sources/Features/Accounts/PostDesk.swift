import Storage
import Synchronization
import Values

/// Gives the posts from which connected systems act, as read at most two seconds ago: a system names the same few
/// posts in every command.
///
/// An officer whose post was ended at another node may so act for two seconds more; at the node that ended it no
/// longer. Whether a post is held that day is always asked.
package final class PostDesk: Sendable {
    private struct Kept {
        let post: Post
        let readAt: Moment
    }

    private let database: Database
    private let kept = Mutex<[Post.ID: Kept]>([:])
    private static let keptForMilliseconds: Int64 = 2000
    /// A city has some thousands; whoever asks for more begins anew.
    private static let most = 10_000

    package init(database: Database) {
        self.database = database
    }

    /// The post, when it is held on the day of the moment.
    ///
    /// Throws `Failure.forbidden` otherwise: it tells nobody which posts there are.
    package func held(_ id: Post.ID, at moment: Moment) async throws -> Post {
        guard let post = try await post(id, at: moment), post.isHeld(on: moment.day) else {
            throw Failure.forbidden(
                Wording(zh: "没有这个岗位，或者今天无人在岗", en: "There is no such post, or nobody holds it today"))
        }
        return post
    }

    /// From now on the post is read anew: it was ended here.
    func forget(_ id: Post.ID) { kept.withLock { $0[id] = nil } }

    private func post(_ id: Post.ID, at moment: Moment) async throws -> Post? {
        let found = kept.withLock { $0[id] }
        if let found, (0..<PostDesk.keptForMilliseconds).contains(moment.milliseconds - found.readAt.milliseconds) {
            return found.post
        }
        let post = try await database.read { try AccountStore.post(id, in: $0) }
        kept.withLock { kept in
            if kept.count >= PostDesk.most { kept = [:] }
            kept[id] = post.map { Kept(post: $0, readAt: moment) }
        }
        return post
    }
}
