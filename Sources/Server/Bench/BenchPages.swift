import Features
import Foundation
import Values

/// Pages as officers and citizens read them: signed in by cookie, every one from the database.
struct BenchPages {
    let load: BenchLoad
    let seconds: Double

    /// Signs a sample person in through the form of the site; gives the header `Cookie` of the session.
    func signIn(_ login: String) throws(Failure) -> String {
        let connection = try BenchClient(port: load.port)
        let form = try connection.get("/sign-in", headers: "")
        let visitor = form.cookies.joined(separator: "; ")
        let fields = [
            ("form-token", value(of: "form-token", in: form.text)), ("form-key", value(of: "form-key", in: form.text)),
            ("login", login), ("password", SamplePeople.password),
        ]
        let body = fields.map { "\($0)=\($1)" }.joined(separator: "&")
        let reply = try connection.post(
            "/session",
            headers: "Cookie: \(visitor)\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Origin: http://127.0.0.1:\(load.port)\r\n",
            body: body)
        guard reply.status == 303 else { throw BenchClient.broken("\(login) cannot sign in: \(reply.status)") }
        return "Cookie: \((form.cookies + reply.cookies).joined(separator: "; "))\r\n"
    }

    /// Reads pages at once by all clients; every reply must be 200 and hold a text.
    ///
    /// - Parameter path: the page of a repetition.
    func measure(
        cookie: String, holding text: String, _ path: @escaping @Sendable (Int) -> String
    ) -> BenchLoad.Result {
        _ = read(cookie, text, path, until: .times(200))
        return read(cookie, text, path, until: .after(seconds: seconds))
    }

    private func read(
        _ cookie: String, _ needle: String, _ path: @escaping @Sendable (Int) -> String, until end: BenchLoad.End
    ) -> BenchLoad.Result {
        load.run(until: end) { client, number, connection in
            let reply = try connection.get(path(number), headers: cookie)
            guard reply.status == 200 else {
                throw BenchClient.broken("\(path(number)) was answered \(reply.status): \(reply.text.prefix(500))")
            }
            // Only now and then: searching costs the client more than reading.
            if number % 100 == 0, !reply.text.contains(needle) {
                throw BenchClient.broken("\(path(number)) does not show what it must")
            }
        }
    }

    private func value(of name: String, in page: String) -> String {
        guard let field = page.range(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(page[field.upperBound...].prefix { $0 != "\"" })
    }
}
