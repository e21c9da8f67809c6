import Testing
import Values

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("13812345678", "13812345678"), ("+86 138 1234 5678", "13812345678"), ("0086-138-1234-5678", "13812345678"),
        ("１３８１２３４５６７８", "13812345678"), ("16212345678", "16212345678"), ("17012345678", "17012345678"),
        ("19212345678", "19212345678"), ("023-63851234", "02363851234"), ("(023) 6385 1234", "02363851234"),
        ("010-66013060", "01066013060"), ("0816-2222222", "08162222222"),
    ]) func `a number is read however it is typed`(typed: String, text: String) throws {
        #expect(try PhoneNumber(reading: typed).text == text)
    }

    @Test(arguments: [
        ("", CodeFault.empty),
        ("1381234567", .length(expected: 11, actual: 10)),
        ("138123456789", .length(expected: 11, actual: 12)),
        ("12012345678", .character("2", position: 2)),
        ("1381234567a", .character("A", position: 11)),
        ("63851234", .form),
        ("023-6385123", .length(expected: 11, actual: 10)),
        ("023-93851234", .character("9", position: 4)),
        ("023", .form),
        ("0", .form),
        ("+86", .empty),
    ]) func `a wrong number is refused with its fault`(typed: String, fault: CodeFault) {
        #expect(throws: fault) { try PhoneNumber(reading: typed) }
    }

    @Test func `a prefix that nobody has is a warning only`() throws {
        #expect(try PhoneNumber(reading: "15412345678").warnings == [.prefixNotAssigned("154")])
        #expect(try PhoneNumber(reading: "19412345678").warnings == [.prefixNotAssigned("194")])
        #expect(try PhoneNumber(reading: "13812345678").warnings == [])
        #expect(try PhoneNumber(reading: "16192345678").warnings == [])
    }

    @Test func `what is printed is masked`() throws {
        #expect(try "\(PhoneNumber(reading: "13812345678"))" == "138****5678")
        #expect(try PhoneNumber(reading: "023-63851234").masked == "023****1234")
        #expect(try PhoneNumber(reading: "023-63851234").kind == .fixedLine)
    }
}
