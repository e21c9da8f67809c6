import Testing
import Values

@Suite struct CodeFaultTests {
    private let name = Wording(zh: "统一社会信用代码", en: "Unified social credit code")

    @Test func `a fault says what is wrong and what to do, in both languages`() {
        let problem = CodeFault.length(expected: 18, actual: 17).problem(at: "enterprise.uscc", named: name)
        #expect(problem.place == "enterprise.uscc")
        #expect(problem.message.zh == "统一社会信用代码应为18位，现为17位")
        #expect(problem.message.en == "Unified social credit code: it has 18 characters, but 17 were entered")
        #expect(problem.remedy.zh == "请对照证件逐位核对")
    }

    @Test func `a suspected typing error names the likely digit`() {
        let problem = CodeFault.suspectedTypingError("O", position: 4, likely: "0").problem(at: "f", named: name)
        #expect(problem.message.zh == "统一社会信用代码第4位的“O”可能是“0”")
        #expect(problem.remedy.en == "Compare it with the document; if it is “0”, correct it.")
    }

    @Test func `every fault has words`() {
        let faults: [CodeFault] = [
            .empty, .length(expected: 1, actual: 2), .character("A", position: 1), .checkCharacter, .dateDoesNotExist,
            .dateInTheFuture, .dateTooLongAgo, .unknownProvince("99"), .form,
            .suspectedTypingError("I", position: 1, likely: "1"),
        ]
        let messages = Set(faults.map { $0.problem(at: "f", named: name).message })
        #expect(messages.count == faults.count)
    }
}
