import Hummingbird
import Logging
import Values

@testable import Web

extension SiteIdentity {
    static let sample = SiteIdentity(
        platform: Wording(zh: "通办", en: "Tongban"),
        title: Wording(zh: "澜安市一体化政务服务平台", en: "Lan’an City Government Services"),
        government: Wording(zh: "澜安市人民政府", en: "the Lan’an City People’s Government"),
        host: Wording(zh: "澜安市人民政府办公室", en: "Office of the Lan’an City People’s Government"),
        operator: Wording(zh: "澜安市政务服务管理局", en: "Lan’an City Government Services Bureau"),
        domain: "tongban.example", hotline: "12345",
        support: Wording(zh: "0000-00000000（工作日 9:00–17:30）", en: "0000-00000000 (working days 9:00–17:30)"),
        siteCode: "0000000000", icpNumber: "示例ICP备00000000号", policeNumber: "示例公网安备 00000000000000号",
        isSampleData: true)
}

extension Site {
    static let sample = Site(
        identity: .sample,
        navigation: Navigation(
            main: [
                Destination(Wording(zh: "首页", en: "Home"), to: "/", icon: .home),
                Destination(Wording(zh: "个人办事", en: "For people"), to: "/person", icon: nil),
                Destination(Wording(zh: "企业办事", en: "For business"), to: "/corp", icon: nil),
                Destination(Wording(zh: "我的办件", en: "My cases"), to: "/my/cases", icon: nil),
                Destination(Wording(zh: "授权代办", en: "Proxies"), to: "/my/proxy", icon: nil),
                Destination(Wording(zh: "帮助", en: "Help"), to: "/help", icon: nil),
            ],
            tabs: [
                Destination(Wording(zh: "首页", en: "Home"), to: "/", icon: .home),
                Destination(Wording(zh: "办件", en: "Cases"), to: "/my/cases", icon: .list),
                Destination(Wording(zh: "帮助", en: "Help"), to: "/help", icon: .phone),
                Destination(Wording(zh: "我的", en: "Me"), to: "/my", icon: .user),
            ],
            foot: [
                Destination(Wording(zh: "无障碍声明", en: "Accessibility"), to: "/accessibility", icon: nil),
                Destination(Wording(zh: "帮助", en: "Help"), to: "/help", icon: nil),
            ],
            search: "/search", signIn: "/sign-in", own: "/my", signOut: "/session/end"))
}

extension Reader {
    static func sample(
        _ language: Language, display: Display = .standard, name: String? = "张晓雯"
    ) -> Reader {
        Reader(
            language: language, display: display, name: name, moment: Moment(2026, 8, 10, hour: 10, minute: 42),
            here: "/my/cases", formToken: "0123456789abcdef0123456789abcdef")
    }
}

extension WorkCalendar {
    /// A year without a single holiday notice entry: Monday to Friday.
    static let plain2026 = WorkCalendar(
        years: [Year(year: 2026, notice: "sample", off: [], work: [])], version: "sample")
}

/// Whose time a sample clock counts.
enum Whose { case office, applicant }

extension ClockView {
    static func sample(
        started: Day = Day(2026, 7, 29), promised: Int? = 5, legal: Int? = 10, pauses: [ClosedRange<Day>] = [],
        pausedSince: Day? = nil, ended: Day? = nil, way: ClockFacts.End.Way = .done, whose: Whose = .office,
        today: Day = Day(2026, 8, 10)
    ) -> ClockView {
        func limit(_ amount: Int?) -> ClockFacts.Limit? {
            amount.map {
                let period = LegalPeriod($0, .workdays)
                let due = WorkCalendar.plain2026.due(
                    period, from: started, startInstant: Moment(started), excluded: pauses, rolls: false)
                return ClockFacts.Limit(period, due: due)
            }
        }
        let facts = ClockFacts(
            startedOn: started, promise: limit(promised), legal: limit(legal), pauses: pauses,
            isPaused: pausedSince != nil, end: ended.map { ClockFacts.End(on: $0, way) }, isOffices: whose == .office,
            warnAt: 1)
        return ClockView(of: facts, calendar: .plain2026, today: today)
    }
}

/// A router behind the entrance, as Server makes it.
func sampleRouter() -> Router<WebContext> {
    let router = Router(context: WebContext.self)
    Entrance(
        site: .sample, cookies: CookiePolicy(isSecure: false),
        now: { Moment(2026, 8, 10, hour: 10, minute: 42) }, draw: { Array(0..<UInt8($0)) }
    ).open(on: router)
    return router
}

final class CollectingWriter: ResponseBodyWriter {
    // The writer belongs to one answer; the protocol hands it over as a whole.
    private(set) var bytes: [UInt8] = []
    func write(_ buffer: ByteBuffer) async throws { bytes.append(contentsOf: buffer.readableBytesView) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Router<WebContext> {
    func answer(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> Answer {
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "tongban.example", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        logger[metadataKey: "hb.request.id"] = "r1"
        let response = try await buildResponder().respond(to: request, context: WebContext(logger: logger))
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return Answer(status: response.status.code, headers: response.headers, bytes: writer.bytes)
    }
}
