import Testing
import Values

@testable import Definitions

@Suite struct ItemCheckTests {
    private let service: JSON = [
        "name": ["zh": "摆摊许可", "en": "Street stall"], "item": "street-stall", "kind": "行政许可",
        "basis": [["law": "行政许可法"]],
    ]

    private func findings(below changed: [String: JSON]) -> [Diagnostic] {
        let file = SourceFile(
            path: GoodLibrary.service, text: GoodLibrary.texts[GoodLibrary.service] ?? "", kind: .service)
        let layer = SourceFile(path: GoodLibrary.layer, text: GoodLibrary.texts[GoodLibrary.layer] ?? "", kind: .layer)
        var found = Findings()
        SameAtAllLevels.check(
            [
                SameAtAllLevels.Head(region: "chongqing", file: file, layer: nil, service: service),
                SameAtAllLevels.Head(
                    region: "wansheng", file: file, layer: layer,
                    service: .map((service.map ?? [:]).merging(changed) { $1 })),
            ], into: &found)
        return found.list
    }

    @Test func `a level that says the same as the city has nothing against it`() {
        #expect(findings(below: ["visits": 3]) == [])
    }

    @Test(arguments: ["name", "item", "kind", "basis"])
    func `a level with another name, item, type or basis is told at its own file`(key: String) {
        let found = findings(below: [key: "x"])
        #expect(found.map(\.kind) == [.levelsDiffer])
        #expect(found.first?.file == GoodLibrary.layer)
        #expect(found.first?.message.zh.contains("四级四同") == true)
    }
}
