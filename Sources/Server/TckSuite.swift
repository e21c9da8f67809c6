import Definitions
import Foundation
import Rules
import Values

/// The public conformance tests of decision models (DMN TCK): models, and cases with what each must give.
struct TckSuite {
    /// One case with what came out.
    struct Outcome {
        /// `compliance-level-3/0050-feel-abs-function/0050-feel-abs-function-test-01/001`.
        let id: String
        let expectsValue: Bool
        /// nil: passed.
        let fault: String?
    }

    /// A folder of the suite: one topic.
    struct Topic {
        let level: String
        let name: String
        var outcomes: [Outcome] = []
        /// Files that could not be run, with the reason.
        var skipped: [(file: String, cases: Int, reason: String)] = []

        var isWhole: Bool { skipped.isEmpty && outcomes.allSatisfy { $0.fault == nil } }
    }

    /// Holds the folders of the levels, or is above `TestCases`.
    let path: String
    /// The moment of every evaluation.
    let moment: Moment

    /// Runs everything, in the order of names.
    ///
    /// Throws `Failure.notFound` when there is no suite.
    func run() throws -> [Topic] {
        let inner = path + "/TestCases"
        let root = FileManager.default.fileExists(atPath: inner) ? inner : path
        let levels = names(in: root).filter { $0.hasPrefix("compliance-level-") }
        guard !levels.isEmpty else {
            throw Failure.notFound(
                Wording(
                    zh: "\(path) 中没有 compliance-level-… 文件夹", en: "there is no compliance-level-… folder in \(path)"))
        }
        var topics: [Topic] = []
        for level in levels {
            for name in names(in: root + "/" + level) {
                topics.append(topic(root + "/" + level + "/" + name, Topic(level: level, name: name)))
            }
        }
        return topics
    }

    private func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    private func topic(_ folder: String, _ empty: Topic) -> Topic {
        var topic = empty
        let files = names(in: folder)
        var models: [String: DecisionModel] = [:]
        var faults: [String: String] = [:]
        for file in files where file.hasSuffix(".dmn") {
            do throws(MarkupProblem) {
                models[file] = try DecisionModelReading.model(of: text(folder + "/" + file))
            } catch {
                faults[file] = "line \(error.line): \(error.message.en)"
            }
        }
        for file in files where file.hasSuffix(".xml") {
            let title = String(file.dropLast(4))
            guard let document = try? Markup.read(text(folder + "/" + file)), document.name == "testCases" else {
                topic.skipped.append((file, 0, "no test file"))
                continue
            }
            let cases = document.children("testCase")
            let name = document.text(of: "modelName") ?? ""
            guard let model = models[name] else {
                topic.skipped.append((file, cases.count, faults[name] ?? "there is no model \(name)"))
                continue
            }
            let others = models.filter { $0.key != name }.map(\.value)
            let compiled = CompiledModel.compile(model, imports: others)
            let start = empty.level + "/" + empty.name + "/" + title + "/"
            for element in cases {
                topic.outcomes += TckCase(element: element, model: compiled, moment: moment).outcomes(start)
            }
        }
        return topic
    }

    private func text(_ file: String) -> String {
        String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }
}

/// One case: inputs, and the results that are expected.
private struct TckCase {
    let element: Markup
    let model: CompiledModel
    let moment: Moment

    func outcomes(_ start: String) -> [TckSuite.Outcome] {
        let results = element.children("resultNode")
        return results.map { result in
            let name = result.attributes["name"] ?? ""
            let id = start + (element.attributes["id"] ?? "?") + (results.count > 1 ? "/" + name : "")
            let expected = result.child("expected").map { TckValue.value(in: $0) } ?? .null
            return TckSuite.Outcome(id: id, expectsValue: !expected.isNull, fault: fault(of: name, expected))
        }
    }

    private func fault(of name: String, _ expected: FEELValue) -> String? {
        do throws(EvaluationFault) {
            guard let found = try found(name) else { return "there is no decision `\(name)`" }
            if TckValue.same(found, expected) { return nil }
            return "\(found.source.prefix(300)) instead of \(expected.source.prefix(300))"
        } catch {
            return expected.isNull ? nil : error.wording.en
        }
    }

    private func found(_ name: String) throws(EvaluationFault) -> FEELValue? {
        var inputs: [String: FEELValue] = [:]
        for input in element.children("inputNode") {
            let name = input.attributes["name"] ?? ""
            let full = input.attributes["namespace"].map { "{" + $0 + "}" + name }
            inputs[full ?? name] = TckValue.value(in: input)
        }
        guard let invocable = element.attributes["invocableName"] else {
            return try model.evaluate(decision: name, inputs: inputs, moment: moment)
        }
        guard element.attributes["type"] == "decisionService" else {
            return try model.invoke(invocable, arguments: inputs, moment: moment)
        }
        let found = try model.invoke(invocable, arguments: inputs, moment: moment)
        // A service of several outputs gives them by name.
        if case .context(let context)? = found, let output = context[name] { return output }
        return found
    }
}

/// Values as the test files write them.
private enum TckValue {
    static func value(in element: Markup) -> FEELValue {
        if element.attributes["xsi:nil"] == "true" { return .null }
        if let list = element.child("list") {
            if list.attributes["xsi:nil"] == "true" { return .null }
            return .list(list.children("item").map { value(in: $0) })
        }
        let components = element.children("component")
        if !components.isEmpty {
            var context = FEELContext()
            for component in components { context[component.attributes["name"] ?? ""] = value(in: component) }
            return .context(context)
        }
        guard let value = element.child("value") else { return .null }
        if value.attributes["xsi:nil"] == "true" { return .null }
        return plain(value)
    }

    private static func plain(_ value: Markup) -> FEELValue {
        let type = value.attributes.first { $0.key.hasSuffix(":type") || $0.key == "type" }?.value ?? "xsd:string"
        let text = value.trimmed
        switch type.split(separator: ":").last ?? "" {
        case "decimal", "double", "integer", "int", "long", "float":
            return Decimal(text).map { .number($0) } ?? .text(text)
        case "boolean": return .boolean(text == "true" || text == "1")
        case "date", "time", "dateTime", "duration": return FEELValue(temporal: text) ?? .text(text)
        default: return .text(value.text)
        }
    }

    /// Numbers within a hundred-millionth; everything else exactly, contexts without order.
    static func same(_ left: FEELValue, _ right: FEELValue) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)):
            guard let distance = left.subtracting(right)?.magnitude, let most = Decimal("0.00000001") else {
                return false
            }
            return distance <= most
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { same($0, $1) }
        case (.context(let left), .context(let right)):
            return left.entries.count == right.entries.count
                && left.entries.allSatisfy { entry in right[entry.key].map { same(entry.value, $0) } ?? false }
        default: return left == right
        }
    }
}
