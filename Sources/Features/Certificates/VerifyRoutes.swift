import Hummingbird
import Values
import Web

/// The public paths of verifying.
struct VerifyRoutes: Sendable {
    let desk: VerifyDesk

    func add(to table: inout RouteTable) {
        table.page("/verify", .readPublicPages, show)
        table.form("/verify", .readPublicPages, upTo: .form, ask)
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let question = VerifyDesk.Question(number: try visit.query()["number"] ?? "", initial: "")
        let page = VerifyPage(question: question, answer: nil, problems: [])
        return visit.page(page.page(for: visit.reader, key: visit.formKey))
    }

    @Sendable private func ask(_ visit: Visit) async throws -> Response {
        let question = VerifyDesk.Question(
            number: visit.form["number"] ?? "", initial: visit.form["initial"] ?? "")
        do {
            let state = try await desk.answer(question, from: visit.addressBucket, at: visit.moment)
            let page = VerifyPage(question: question, answer: state.map { .state($0) } ?? .notFound, problems: [])
            return visit.page(page.page(for: visit.reader, key: visit.formKey))
        } catch Failure.problems(let problems) {
            let page = VerifyPage(question: question, answer: nil, problems: problems)
            return visit.page(page.page(for: visit.reader, key: visit.formKey), status: .unprocessableContent)
        }
    }
}
