import Definitions
import Testing
import Values

/// Random faults: nothing may crash or hang, and what the check lets pass must be publishable.
@Suite struct RandomDamageTests {
    @Test func `what the check finds without error resolves and compiles everywhere`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("random damage, seed \(seed)")
        var random = Generator(state: seed)
        var clean = 0
        for round in 0..<30 {
            let library = GoodLibrary.library.replacing(damaged(by: &random))
            let errors = Checker(library).check().filter { $0.severity == .error }
            guard errors.isEmpty else { continue }
            clean += 1
            for id in library.serviceIds { try publish(id, of: library, "seed \(seed), round \(round)") }
        }
        #expect(clean > 0)
    }

    private func publish(_ id: String, of library: Library, _ label: String) throws {
        for region in library.publishingRegions(service: id) {
            for day in library.changeDays(service: id) {
                do throws(Failure) {
                    _ = try library.definition(service: id, region: region, on: day, hash: testHash)
                } catch {
                    if case .notFound = error { continue }
                    Issue.record("\(label): \(id) in \(region) on \(day): \(error)")
                }
            }
        }
    }

    private func damaged(by random: inout Generator) -> [String: String?] {
        let paths = GoodLibrary.texts.keys.sorted()
        var changes: [String: String?] = [:]
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            guard let path = paths.randomElement(using: &random), let text = GoodLibrary.texts[path] else { continue }
            changes[path] = mutated(text, by: &random)
        }
        return changes
    }

    private func mutated(_ text: String, by random: inout Generator) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = lines.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<6, using: &random) {
        case 0: lines.remove(at: index)
        case 1: lines.insert(lines[index], at: index)
        case 2: lines.swapAt(index, lines.indices.randomElement(using: &random) ?? 0)
        case 3: lines[index] = String(lines[index].dropLast())
        case 4: lines[index] = swapWords(lines[index], by: &random)
        default: lines[index] += "  # nothing"
        }
        return lines.joined(separator: "\n")
    }

    private func swapWords(_ line: String, by random: inout Generator) -> String {
        var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let first = words.indices.randomElement(using: &random),
            let second = words.indices.randomElement(using: &random)
        else { return line }
        words.swapAt(first, second)
        return words.joined(separator: " ")
    }

    /// SplitMix64: small, and the same on every machine.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }
}
