/// The known name nearest to one that is not known, for remedies.
package enum Nearest {
    /// nil when none is near enough to be meant.
    package static func name(to text: String, among names: some Sequence<String>) -> String? {
        let limit = max(1, text.count / 3)
        var best: (name: String, distance: Int)?
        for name in names.sorted() {
            let distance = editDistance(Array(text.unicodeScalars), Array(name.unicodeScalars))
            if distance <= limit, distance < (best?.distance ?? .max) { best = (name, distance) }
        }
        return best?.name
    }

    /// Signs to add, drop, change or swap with their neighbour until one text is the other.
    private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var last = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var line = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(last[column + 1] + 1, line[column] + 1, last[column] + (scalar == other ? 0 : 1))
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    best = min(best, before[column - 1] + 1)
                }
                line.append(best)
            }
            (before, last) = (last, line)
        }
        return last[right.count]
    }
}
