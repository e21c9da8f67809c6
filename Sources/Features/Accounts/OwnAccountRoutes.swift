import Hummingbird
import Values
import Web

extension Accounts {
    /// Opening an account, and what a person changes of his own.
    func addOwnAccountRoutes(to table: inout RouteTable) {
        table.page("/register", .openAccount, showRegistration)
        table.form("/register", .openAccount, upTo: .form, register)
        table.page("/my/account", .keepAccount, showAccount)
        table.form("/my/account/contact", .keepAccount, upTo: .form, keepContact)
        table.form("/my/account/password", .keepAccount, upTo: .form, changePassword)
    }

    @Sendable private func showRegistration(_ visit: Visit) async throws -> Response {
        if visit.visitor.session != nil { return Reply.see("/my") }
        return registration(visit, problems: [], status: .ok)
    }

    private func registration(
        _ visit: Visit, problems: [Problem], status: HTTPResponse.Status
    ) -> Response {
        let typed = ["name", "id-number", "phone"].map { String((visit.form[$0] ?? "").prefix(100)) }
        let page = RegistrationPage(
            check: registrations.check, typed: (typed[0], typed[1], typed[2]), problems: problems)
        return visit.page(page.page(for: visit.reader, key: visit.formKey), status: status)
    }

    @Sendable private func register(_ visit: Visit) async throws -> Response {
        let form = visit.form
        let password = form.asTyped("password")
        do {
            try await registrations.register(
                RegistrationDesk.Typed(
                    name: form["name"] ?? "", idNumber: form["id-number"] ?? "", phone: form["phone"] ?? "",
                    password: TypedPassword(password, again: form.asTyped("again")), address: visit.addressBucket),
                entropy: visit.entropy, at: visit.moment)
        } catch Failure.problems(let problems) {
            return registration(
                visit, problems: problems.map(RegistrationPage.placed), status: .unprocessableContent)
        } catch Failure.unavailable(let sentence) {
            // What was typed stays; the page says that nobody answered.
            let problem = Problem(place: "name", message: sentence, remedy: sentence)
            return registration(visit, problems: [problem], status: .serviceUnavailable)
        }
        let opened = try await sessions.signIn(
            SessionDesk.Attempt(
                name: form["phone"] ?? "", password: password, address: visit.addressBucket,
                replaced: visit.gate.cookies.value(.session, of: visit.request)),
            entropy: visit.entropy, at: visit.moment)
        var response = Reply.see("/my")
        response.setCookie(visit.gate.cookies.header(.session, opened.token, livesForSeconds: nil))
        return response
    }

    // MARK: One's own account

    @Sendable private func showAccount(_ visit: Visit) async throws -> Response {
        let news: Wording? =
            switch try visit.query()["done"] {
            case "contact": AccountWords.contactSaved
            case "password": AccountWords.passwordChanged
            default: nil
            }
        return try await account(visit, typed: nil, problems: [], news: news, status: .ok)
    }

    private func account(
        _ visit: Visit, typed: (String, String)?, problems: [Problem], news: Wording?, status: HTTPResponse.Status
    ) async throws -> Response {
        let session = try visit.session()
        let page = AccountPage(
            person: session.person, contact: try await desk.contact(of: session.person.id), typed: typed,
            problems: problems, news: news)
        return visit.page(page.page(for: visit.reader, key: visit.formKey), status: status)
    }

    @Sendable private func keepContact(_ visit: Visit) async throws -> Response {
        let typed = (visit.form["phone"] ?? "", visit.form["mail"] ?? "")
        do {
            try await desk.keep(
                AccountDesk.TypedContact(
                    phone: typed.0, mail: typed.1,
                    dropped: Set(
                        visit.form.all("drop").compactMap { AccountDesk.TypedContact.Part(rawValue: $0) })),
                of: try visit.session().person.id,
                by: try visit.acting("accounts/keep-contact"))
        } catch Failure.problems(let problems) {
            return try await account(
                visit, typed: typed, problems: problems, news: nil, status: .unprocessableContent)
        }
        return Reply.see("/my/account?done=contact")
    }

    @Sendable private func changePassword(_ visit: Visit) async throws -> Response {
        let form = visit.form
        do {
            try await desk.changePassword(
                from: form.asTyped("old-password"),
                to: TypedPassword(form.asTyped("password"), again: form.asTyped("again")), in: try visit.session(),
                entropy: visit.entropy, at: visit.moment)
        } catch Failure.problems(let problems) {
            return try await account(visit, typed: nil, problems: problems, news: nil, status: .unprocessableContent)
        }
        return Reply.see("/my/account?done=password")
    }
}

extension RegistrationPage {
    /// Problems of the account desk name the value; the form has a box for each.
    fileprivate static func placed(_ problem: Problem) -> Problem {
        switch problem.place {
        case "id_number": Problem(place: "id-number", message: problem.message, remedy: problem.remedy)
        case "login": Problem(place: "phone", message: problem.message, remedy: problem.remedy)
        default: problem
        }
    }
}
