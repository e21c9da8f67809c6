import Values

extension FEELValue {
    /// As the function `string` gives it: texts without quotes, days and numbers as written; `null` for null.
    package var written: String {
        if case .text(let text) = self { return text }
        return source
    }

    /// As an expression would write it: texts in quotes, so that it can be read again.
    package var source: String {
        switch self {
        case .null: "null"
        case .unknown(let unknown): "unknown(" + unknown.names.joined(separator: ", ") + ")"
        case .boolean(let boolean): boolean ? "true" : "false"
        case .number(let number): number.description
        case .text(let text): FEELValue.quoted(text)
        case .day(let day): day.description
        case .time(let time): time.text
        case .dateTime(let dateTime): dateTime.text
        case .daysDuration(let nanoseconds): FEELValue.period(nanoseconds: nanoseconds)
        case .monthsDuration(let months): FEELValue.period(months: months)
        case .list(let list): "[" + list.map(\.source).joined(separator: ", ") + "]"
        case .context(let context):
            "{" + context.entries.map { $0.key + ": " + $0.value.source }.joined(separator: ", ") + "}"
        case .range(let range):
            (range.includesLower ? "[" : "(") + range.lower.source + ".." + range.upper.source
                + (range.includesUpper ? "]" : ")")
        case .function(let function):
            "function(" + function.parameters.map(\.name).joined(separator: ", ") + ")"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func period(months: Int) -> String {
        let (years, rest) = months.magnitude.quotientAndRemainder(dividingBy: 12)
        let sign = months < 0 ? "-" : ""
        if years == 0 { return sign + "P\(rest)M" }
        return sign + "P\(years)Y" + (rest == 0 ? "" : "\(rest)M")
    }

    private static func period(nanoseconds: Int128) -> String {
        let sign = nanoseconds < 0 ? "-" : ""
        let (seconds, fraction) = nanoseconds.magnitude.quotientAndRemainder(
            dividingBy: UInt128(nanosecondsPerSecond))
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let (hours, minutes, left) = (rest / 3600, rest / 60 % 60, rest % 60)
        var text = days > 0 ? "\(days)D" : ""
        if rest > 0 || fraction > 0 || days == 0 {
            var time = (hours > 0 ? "\(hours)H" : "") + (minutes > 0 ? "\(minutes)M" : "")
            if left > 0 || fraction > 0 || time.isEmpty { time += "\(left)" + fractionText(Int64(fraction)) + "S" }
            if !(time == "0S" && days > 0) { text += "T" + time }
        }
        return sign + "P" + text
    }
}
