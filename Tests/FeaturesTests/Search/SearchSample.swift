import Foundation
import Hummingbird
import TestSupport
import Values
import Web

@testable import Features

/// What tests of the search share: the index over the repository's own services, and pages asked for by anybody.
struct SearchSample: ApplicantSample {
    let platform: PlatformSample
    let router: Router<WebContext>

    init(_ platform: PlatformSample) {
        self.platform = platform
        router = SearchSample.router(platform)
    }

    private static func router(_ platform: PlatformSample) -> Router<WebContext> { Plain().router(platform) }
    private struct Plain: ApplicantSample {}

    var desk: SearchDesk { platform.features.search.desk }

    static func onBothEngines(_ body: (SearchSample) async throws -> Void) async throws {
        try await PlatformSample.onBothEngines { try await body(SearchSample($0)) }
    }

    static func onSQLite(_ body: (SearchSample) async throws -> Void) async throws {
        try await PlatformSample.onSQLite { try await body(SearchSample($0)) }
    }

    /// As somebody without a session reads it.
    func see(_ path: String, cookies: [String: String] = [:]) async throws -> RouteAnswer {
        try await router.ask(.get, path, cookies: cookies.merging(["visitor": visitor]) { $1 })
    }

    func search(_ words: String) async throws -> RouteAnswer { try await see("/search?q=\(Link.encoded(words))") }

    func matches(_ words: String, in region: String = "yuzhong") async throws -> [SearchMatch] {
        let shelf = try await desk.shelf(of: region, at: PlatformSample.now)
        return try await desk.matches(words, in: shelf, at: PlatformSample.now)
    }

    /// What is typed and what must come first, from the file beside this one.
    static func pairs() throws -> [(typed: String, expected: String)] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("expected-first.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { line in
                let parts = line.split(separator: "\t").map(String.init)
                guard parts.count == 2 else { throw Failure.defect("a line of the pairs is not a pair: \(line)") }
                return (parts[0], parts[1])
            }
    }
}
