import Foundation
import Values

/// The one place where the platform reads the time of day and the random source.
struct ServerClock: Sendable {
    private let shift: Int64

    /// - Parameter today: the day it is to be; the real time of day runs on from there. nil: the real day.
    init(today: Day?) {
        let now = ServerClock.real
        shift = today.map { Int64($0.number - now.day.number) * 86_400_000 } ?? 0
    }

    var now: Moment { ServerClock.real.adding(milliseconds: shift) }

    private static var real: Moment {
        Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Bytes from the operating system's random source.
    static func draw(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            withUnsafeBytes(of: source.next()) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }
}
