import Values

/// A row of a table that was hit while a situation ran.
package struct RowHit: Hashable, Sendable {
    /// The service, or the procedure when it was tried by itself.
    package let owner: String
    package let table: String
    /// From 0, as `TableResult.hits`.
    package let row: Int

    package init(owner: String, table: String, row: Int) {
        self.owner = owner
        self.table = table
        self.row = row
    }
}

extension Checker {
    /// Rows of rules that no situation exercises: what nobody tried is not known to be right.
    ///
    /// - Parameter hits: from the situations as the kernel ran them, children included.
    package func unexercised(hits: Set<RowHit>) -> [Diagnostic] {
        var findings = Findings()
        for file in library.files.values where [.rules, .procedureRules].contains(file.kind) {
            let owners = library.owners(ofRules: file)
            for (table, content) in file.content["tables"]?.map ?? [:] {
                for row in (content["rules"]?.list ?? []).indices {
                    let isHit = owners.contains { hits.contains(RowHit(owner: $0, table: table, row: row)) }
                    if !isHit { report(file, table, row, into: &findings) }
                }
            }
        }
        return findings.sorted
    }

    private func report(_ file: SourceFile, _ table: String, _ row: Int, into findings: inout Findings) {
        findings.add(
            .rowNotExercised, file, "tables/\(table)/rules/\(row)",
            Wording(
                zh: "表“\(table)”第 \(row + 1) 行没有任何情形样例用到",
                en: "no situation exercises row \(row + 1) of `\(table)`"),
            remedy: Wording(zh: "加一个会命中它的情形，或删去这一行", en: "add a situation in which it hits, or remove it"))
    }
}

extension Library {
    /// The services and procedures whose situations run the tables of a file of rules.
    package func owners(ofRules file: SourceFile) -> Set<String> {
        var owners: Set<String> = []
        if file.kind == .rules { owners.insert(file.folder) }
        for (id, paths) in index.procedures where file.kind == .procedureRules {
            let named = paths.compactMap { files[$0]?.content["rules"]?.text }
            guard named.contains(where: { "Services/procedures/" + $0 == file.path }) else { continue }
            owners.insert(id)
            for (service, versions) in index.services {
                let uses = versions.contains { files[$0]?.content["procedure"]?.text == id }
                if uses { owners.insert(service) }
            }
        }
        return owners
    }

    /// The services that a bundle opens; empty for any other service.
    package func members(of service: String) -> Set<String> {
        let versions = index.services[service, default: []].compactMap { files[$0]?.content["members"]?.map }
        return Set(versions.flatMap { $0.values }.compactMap { $0["service"]?.text })
    }
}
