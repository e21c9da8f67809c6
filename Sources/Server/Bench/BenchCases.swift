import Features
import Foundation
import Values

/// The four calls of a food business licence through the interface: file, accept, review, decide.
struct BenchCases: Sendable {
    let enterprises: [Enterprise]
    /// Makes keys of this run differ from those of another one on the same database.
    let run: String

    static let commands = 4

    /// Sends the first calls of one lifecycle, and gives the id of its case.
    ///
    /// Throws `Failure.unavailable` with what the server said when a call is not answered by a success.
    @discardableResult
    func go(_ number: Int, calls: Int, over connection: BenchClient) throws(Failure) -> String {
        let enterprise = enterprises[number % enterprises.count]
        let filing = """
            {"service":"food-business-licence","region":"yuzhong","applicant":{"enterprise":"\(enterprise.id)"},\
            "agent":"\(enterprise.representative)","answers":{"business_kind":"bulk_sale","area":"40","renewal":false,\
            "premises.address":"重庆市渝中区示例路\(number % enterprises.count)号"},"promised":["food-safety-promise"]}
            """
        let filed = try send("/api/v1/cases", filing, key: "\(run)-\(number)-file", over: connection)
        guard let id = JSON(text: filed.text)?["id"]?.text else {
            throw BenchClient.broken("no id in \(filed.text)")
        }
        let deeds = [
            ("actions/accept", BenchCases.clerk), ("tasks/review/results/meets", BenchCases.reviewer),
            ("tasks/approve/results/grant", BenchCases.approver),
        ]
        for (deed, post) in deeds.prefix(calls - 1) {
            _ = try send(
                "/api/v1/cases/\(id)/\(deed)", "{\"post\":\"\(post)\"}", key: "\(run)-\(number)-\(deed)",
                over: connection)
        }
        return id
    }

    private func send(
        _ path: String, _ body: String, key: String, over connection: BenchClient
    ) throws(Failure) -> BenchClient.Reply {
        let reply = try connection.post(
            path, headers: BenchCases.authorization + "Idempotency-Key: \(key)\r\nContent-Type: application/json\r\n",
            body: body)
        guard (200...299).contains(reply.status) else {
            throw BenchClient.broken("\(path) was answered \(reply.status): \(reply.text)")
        }
        return reply
    }

    private static let authorization = "Authorization: Bearer \(SamplePeople.token.text)\r\n"
    private static let clerk = post("wu-jing")
    private static let reviewer = post("zheng-qiang")
    private static let approver = post("he-wei")

    private static func post(_ key: String) -> String { SamplePeople.post(of: key).text }
}
