import Definitions
import Rules
import Values

extension Definition {
    /// Answers that are of another kind than their field, or that nobody asks for; `null` is the same as absent.
    ///
    /// - Parameter given: names that the deed itself takes besides the fields.
    package func problems(in answers: [String: JSON], besides given: Set<String>) -> [Problem] {
        var problems: [Problem] = []
        for (id, json) in answers.sorted(by: { $0.key < $1.key }) where !json.isNull {
            guard let field = fields[id] else {
                if !given.contains(id) { problems.append(.unknownName(id)) }
                continue
            }
            let type = scope.type(of: id) ?? .any
            if type == .day, let day = json.day, day < .earliestAnswer {
                problems.append(.tooEarly(id, field.ask))
            } else if FEELValue(json, as: type) == nil {
                problems.append(.wrongKind(id, field.ask))
            } else if !field.choices.isEmpty, let text = json.text, !field.choices.contains(where: { $0.id == text }) {
                problems.append(.wrongKind(id, field.ask))
            }
        }
        return problems
    }
}
