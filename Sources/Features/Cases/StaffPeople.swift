import Casework
import Values

/// Who the officers and persons of a case are, as its log names them: masked, with post and unit.
package struct StaffPeople: Sendable {
    /// By post id.
    let posts: [String: Post]
    /// Masked names by person id.
    let names: [String: String]
    /// Names of enterprises by id; they are public.
    let enterprises: [String: String]

    /// Every id that the events and the head of a case name.
    static func ids(of events: [PastEvent], in file: CaseFile) -> (posts: Set<String>, persons: Set<String>) {
        var posts: Set<String> = []
        var persons: Set<String> = []
        for event in events {
            for actor in [event.body.actor, event.body.actingFor].compactMap({ $0 }) {
                switch actor {
                case .post(let id): posts.insert(id)
                case .person(let id): persons.insert(id)
                case .enterprise, .system, .platform: break
                }
            }
            for key in ["person", "second"] { if let id = event.body.open[key]?.text { persons.insert(id) } }
            persons.formUnion((event.body.open["signers"]?.list ?? []).compactMap(\.text))
        }
        for actor in [file.header.applicant, file.header.agent].compactMap({ $0 }) {
            if case .person(let id) = actor { persons.insert(id) }
        }
        for run in file.openTasks { persons.formUnion(run.signing?.persons ?? []) }
        for signing in file.signings.values { persons.formUnion(signing.persons) }
        return (posts, persons)
    }
}
