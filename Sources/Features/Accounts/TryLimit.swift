import Values

/// How often something may be tried: a fixed window, so at most twice as often across its border.
struct TryLimit: Sendable {
    let counter: AccountIndexes.TryCounter
    let tries: Int
    let windowInSeconds: Int

    /// Until the window that holds `moment` ends; at least 1.
    func secondsLeft(at moment: Moment) -> Int {
        let length = Int64(windowInSeconds) * 1000
        return max(1, Int((length - moment.milliseconds % length + 999) / 1000))
    }
}
