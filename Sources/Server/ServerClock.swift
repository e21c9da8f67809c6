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

    /// What `getentropy` gives in one call (POSIX.1-2024).
    private static let drawnAtOnce = 256

    /// Bytes from the operating system's random source.
    static func draw(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        for begin in stride(from: 0, to: count, by: ServerClock.drawnAtOnce) {
            let end = min(begin + ServerClock.drawnAtOnce, count)
            let fault = bytes.withUnsafeMutableBytes { getentropy($0.baseAddress! + begin, end - begin) }
            precondition(fault == 0, "the operating system gave no random bytes (\(errno))")
        }
        return bytes
    }
}
