/// Several tasks in one paragraph, each closed by its units: 一是…（市A局负责）；二是…（市B局负责）。
enum TaskPieces {
    /// The pieces without the marks before them; the paragraph itself where it holds one task.
    static func cut(_ paragraph: LocatedText) -> [LocatedText] {
        let ranges = Responsibility.find(in: paragraph).ranges.sorted { $0.lowerBound < $1.lowerBound }
        guard ranges.count >= 2, ranges.allSatisfy({ isClosing($0, in: paragraph) }) else { return [paragraph] }
        var pieces: [LocatedText] = []
        var start = 0
        for range in ranges {
            let piece = unmarked(paragraph[start..<range.upperBound])
            // Two brackets behind one text belong together.
            guard range.lowerBound - start >= 8 else { return [paragraph] }
            pieces.append(piece)
            start = range.upperBound
            while start < paragraph.count, "；。".unicodeScalars.contains(paragraph.normal[start]) { start += 1 }
        }
        if start < paragraph.count { pieces[pieces.count - 1].append(paragraph[start..<paragraph.count]) }
        return pieces
    }

    /// Whether a bracket names somebody to lead and ends what it stands behind.
    private static func isClosing(_ range: Range<Int>, in paragraph: LocatedText) -> Bool {
        let next = range.upperBound < paragraph.count ? paragraph.normal[range.upperBound] : "。"
        guard "；。".unicodeScalars.contains(next), range.count > 2 else { return false }
        let found = Responsibility.read(paragraph[(range.lowerBound + 1)..<(range.upperBound - 1)])
        return !found.lead.isEmpty || !found.equal.isEmpty
    }

    /// Without 一是, ①, 1. and what introduces the first of them: 强化源头治理。一是….
    private static func unmarked(_ piece: LocatedText) -> LocatedText {
        if let heading = MandateHeading(piece.normal), heading.level >= .third {
            return piece[heading.length..<piece.count].trimmed
        }
        guard let stop = piece.normal.prefix(40).firstIndex(of: "。"), stop + 3 < piece.count else { return piece }
        let rest = piece[(stop + 1)..<piece.count].trimmed
        guard let heading = MandateHeading(rest.normal), heading.level >= .third, heading.number == 1 else {
            return piece
        }
        return rest[heading.length..<rest.count].trimmed
    }
}
