import Values

/// Entries of `items.yaml`: codes of the right shape, each once, and of one type with the services that name them.
struct ItemCheck {
    let library: Library
    let file: SourceFile

    func run(into findings: inout Findings) {
        var owners: [String: String] = [:]
        for (id, item) in (file.content["items"]?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let code = item["code"]?.text else { continue }
            let place = "items/\(id)"
            guard let read = ItemCode(code), read.text == code else {
                findings.add(
                    .badItemCode, file, place,
                    Wording(zh: "“\(code)”不是事项基本编码", en: "`\(code)` is no basic code"),
                    remedy: Wording(
                        zh: "写 12 位：区划 2、类型 2、部门 2、主项 3、子项 3",
                        en: "write 12 digits: area 2, type 2, department 2, main item 3, sub item 3"))
                continue
            }
            if let type = item["type"]?.text, read.type != type {
                findings.add(
                    .badItemCode, file, place,
                    Wording(
                        zh: "编码第 3、4 位是“\(read.type)”，类型却写“\(type)”",
                        en: "digits 3 and 4 of the code say `\(read.type)`, `type` says `\(type)`"),
                    remedy: Wording(zh: "使两者一致", en: "make them agree"))
            }
            if let other = owners.updateValue(id, forKey: code) {
                findings.add(
                    .itemCodeTwice, file, place,
                    Wording(zh: "编码 \(code) 也用于“\(other)”", en: "the code \(code) is that of `\(other)` too"),
                    remedy: Wording(zh: "每个事项一个编码", en: "give each entry a code of its own"))
            }
            kinds(of: id, type: read.type, basis: item["basis"], into: &findings)
        }
    }

    /// The same type, and a basis that the entry knows, in every service of it (四级四同: 类型、依据相同).
    private func kinds(of id: String, type: String, basis: JSON?, into findings: inout Findings) {
        // A bundle has a name and a basis of its own; it stands under the item of what it begins with.
        let services = library.files.values.filter {
            $0.kind == .service && $0.content["item"]?.text == id && $0.content["kind"] != "一件事"
        }
        for service in services.sorted(by: { $0.path < $1.path }) {
            if let kind = service.content["kind"]?.text, let known = ItemCheck.types[kind], known != type {
                findings.add(
                    .levelsDiffer, service, "kind",
                    Wording(
                        zh: "“\(kind)”与目录事项“\(id)”的类型“\(type)”不同（四级四同）",
                        en: "`\(kind)` is not the type `\(type)` of the item `\(id)`"),
                    remedy: Wording(
                        zh: "改 kind，或改 items.yaml 中的类型和编码", en: "correct `kind`, or type and code in items.yaml"))
            }
            guard let basis = basis?.list else { continue }
            for (index, own) in (service.content["basis"]?.list ?? []).enumerated() where !basis.contains(own) {
                findings.add(
                    .levelsDiffer, service, "basis/\(index)",
                    Wording(
                        zh: "依据不在目录事项“\(id)”的依据之内（四级四同）", en: "this basis is not one of the item `\(id)`"),
                    remedy: Wording(zh: "改依据，或补入 items.yaml", en: "correct it, or add it in items.yaml"))
            }
        }
    }

    /// Kind of a service → type of power. Source: the item types of GB/T 39554.1 as reconstructed from public codes.
    private static let types = [
        "行政许可": "01", "行政给付": "05", "行政确认": "07", "行政奖励": "08", "行政裁决": "09", "其他行政权力": "10",
        "公共服务": "20",
    ]
}

/// The same name, item, type and basis wherever a service is implemented (四级四同: 名称、编码、类型、依据相同).
enum SameAtAllLevels {
    /// What one region's document says.
    struct Head {
        let region: String
        let file: SourceFile
        let layer: SourceFile?
        let values: [String: JSON]

        init(region: String, resolved: Resolved) {
            self.init(
                region: region, file: resolved.base[0].file,
                layer: resolved.base.last.flatMap { $0.layer == region ? $0.file : nil },
                service: resolved.document["service"] ?? .null)
        }

        init(region: String, file: SourceFile, layer: SourceFile?, service: JSON) {
            self.region = region
            self.file = file
            self.layer = layer
            values = ["name", "item", "kind", "basis", "filing"].reduce(into: [:]) { $0[$1] = service[$1] ?? .null }
        }
    }

    /// Compares every region with the first, which is the city.
    static func check(_ heads: [Head], into findings: inout Findings) {
        guard let first = heads.first else { return }
        for head in heads.dropFirst() {
            for key in first.values.keys.sorted() where head.values[key] != first.values[key] {
                findings.add(
                    .levelsDiffer, head.layer ?? head.file, key,
                    Wording(
                        zh: "“\(head.region)”的 \(key) 与“\(first.region)”不同（四级四同）",
                        en: "`\(key)` in `\(head.region)` is not that of `\(first.region)`"),
                    remedy: Wording(
                        zh: "名称、编码、类型、依据各级必须相同，删去本级的改动",
                        en: "name, code, type and basis are the same at all levels; remove the change"))
            }
        }
    }
}
