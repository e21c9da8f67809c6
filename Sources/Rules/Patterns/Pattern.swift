/// A regular expression, ready to run. It backtracks, so every step is counted and the number of steps is limited:
/// a pattern that explodes ends without an answer instead of holding up the program.
struct Pattern: Sendable {
    struct Flags: Sendable {
        var dotIsAll = false
        var isMultiline = false
        var ignoresCase = false
        var ignoresBlanks = false
        var isLiteral = false

        /// nil for a letter that is no flag.
        init?(_ letters: String) {
            for letter in letters {
                switch letter {
                case "s": dotIsAll = true
                case "m": isMultiline = true
                case "i": ignoresCase = true
                case "x": ignoresBlanks = true
                case "q": isLiteral = true
                default: return nil
                }
            }
        }
    }

    enum Instruction: Sendable {
        case set(PatternSet)
        case any, start, end, match
        /// Tries the first way, then the second.
        case split(Int, Int)
        case jump(Int)
        case save(Int)
        case back(Int)
        /// Remembers the place, and goes on only when it has moved since.
        case mark(Int)
        case progress(Int)

        func moved(by distance: Int) -> Instruction {
            switch self {
            case .split(let one, let other): .split(one + distance, other + distance)
            case .jump(let place): .jump(place + distance)
            default: self
            }
        }
    }

    /// Places in the text: of the whole match and of each group, −1 where a group took no part.
    struct Match {
        let places: [Int]

        var range: Range<Int> { places[0]..<places[1] }

        func group(_ number: Int) -> Range<Int>? {
            guard 2 * number + 1 < places.count, places[2 * number] >= 0, places[2 * number + 1] >= 0 else {
                return nil
            }
            return places[2 * number]..<places[2 * number + 1]
        }
    }

    enum Ending: Error {
        case tooManySteps
    }

    static let mostSteps = 500_000

    let program: [Instruction]
    let flags: Flags
    let groups: Int
    let marks: Int

    /// nil when it is no pattern.
    static func read(_ source: String, flags: Flags) -> Pattern? {
        guard source.unicodeScalars.count <= 5000 else { return nil }
        if flags.isLiteral {
            let program = source.unicodeScalars.map { Instruction.set(PatternSet($0)) }
            return Pattern(program: program + [.match], flags: flags, groups: 0, marks: 0)
        }
        return PatternReader.read(source, flags: flags)
    }

    /// The first match from a place on.
    ///
    /// - Parameter steps: how many steps are left; counted down.
    func first(
        in text: [Unicode.Scalar], from start: Int, steps: inout Int
    ) throws(Ending) -> Match? {
        var place = start
        while place <= text.count {
            if let match = try match(text, at: place, steps: &steps) { return match }
            place += 1
        }
        return nil
    }

    private struct Thread {
        var counter: Int
        var place: Int
        var registers: [Int]
    }

    private func match(
        _ text: [Unicode.Scalar], at start: Int, steps: inout Int
    ) throws(Ending) -> Match? {
        var registers = [Int](repeating: -1, count: 2 * groups + 2 + marks)
        registers[0] = start
        var thread = Thread(counter: 0, place: start, registers: registers)
        var waiting: [Thread] = []
        while true {
            // Groups are copied at each fork, so many of them cost more.
            steps -= 1 + thread.registers.count / 8
            guard steps >= 0 else { throw .tooManySteps }
            if case .match = program[thread.counter] {
                thread.registers[1] = thread.place
                return Match(places: Array(thread.registers.prefix(2 * groups + 2)))
            }
            if step(&thread, in: text, waiting: &waiting) { continue }
            guard let next = waiting.popLast() else { return nil }
            thread = next
        }
    }

    /// False when this way has come to its end.
    private func step(_ thread: inout Thread, in text: [Unicode.Scalar], waiting: inout [Thread]) -> Bool {
        let place = thread.place
        switch program[thread.counter] {
        case .match: return true
        case .set(let set):
            guard place < text.count, set.holds(text[place], ignoresCase: flags.ignoresCase) else { return false }
            thread.place += 1
        case .any:
            guard place < text.count, flags.dotIsAll || (text[place] != "\n" && text[place] != "\r") else {
                return false
            }
            thread.place += 1
        case .start:
            guard place == 0 || (flags.isMultiline && text[place - 1] == "\n") else { return false }
        case .end:
            guard place == text.count || (flags.isMultiline && text[place] == "\n") else { return false }
        case .split(let one, let other):
            waiting.append(Thread(counter: other, place: place, registers: thread.registers))
            thread.counter = one
            return true
        case .jump(let target):
            thread.counter = target
            return true
        case .save(let register): thread.registers[register] = place
        case .mark(let mark): thread.registers[2 * groups + 2 + mark] = place
        case .progress(let mark):
            guard thread.registers[2 * groups + 2 + mark] != place else { return false }
        case .back(let group):
            let (from, to) = (thread.registers[2 * group], thread.registers[2 * group + 1])
            guard from >= 0, to >= from else { break }
            let length = to - from
            guard place + length <= text.count, text[from..<to].elementsEqual(text[place..<place + length]) else {
                return false
            }
            thread.place += length
        }
        thread.counter += 1
        return true
    }
}
