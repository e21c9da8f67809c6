import Casework
import Storage
import Values

extension StaffPeople {
    /// Reads posts, masked names and enterprises in one reading.
    static func read(of events: [PastEvent], in file: CaseFile, from database: Database) async throws -> StaffPeople {
        let (postIds, personIds) = ids(of: events, in: file)
        return try await database.read { connection in
            var posts: [String: Post] = [:]
            for id in postIds.compactMap({ Post.ID($0) }) {
                posts[id.text] = try AccountStore.post(id, in: connection)
            }
            var names: [String: String] = [:]
            for id in personIds.union(posts.values.map(\.person.text)).compactMap({ Person.ID($0) }) {
                names[id.text] = try AccountStore.person(id, in: connection)?.nameMask
            }
            var enterprises: [String: String] = [:]
            if case .enterprise(let text) = file.header.applicant, let id = Enterprise.ID(text) {
                enterprises[text] = try AccountStore.enterprise(id, in: connection)?.name
            }
            return StaffPeople(posts: posts, names: names, enterprises: enterprises)
        }
    }
}
