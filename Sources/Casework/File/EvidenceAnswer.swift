import Definitions
import Values

/// What answers a need of evidence (材料): where it came from, how good it is, and where it lies.
package struct EvidenceAnswer: Hashable, Sendable {
    package var need: String
    package var source: EvidenceNeed.Source
    /// A–D.
    package var grade: String
    /// Id of the certificate, name of the register, id of the earlier case.
    package var reference: String?
    /// Addresses of the uploaded files.
    package var files: [String]
    package var expires: Day?
    /// Version of the event that brought it; 0 before it is recorded.
    package var revision: Int

    package init(
        need: String, source: EvidenceNeed.Source, grade: String, reference: String?, files: [String], expires: Day?
    ) {
        self.need = need
        self.source = source
        self.grade = grade
        self.reference = reference
        self.files = files
        self.expires = expires
        revision = 0
    }

    init?(_ json: JSON, revision: Int) {
        guard let need = json["need"]?.text, let source = json["source"]?.text.flatMap(EvidenceNeed.Source.init)
        else { return nil }
        self.need = need
        self.source = source
        grade = json["grade"]?.text ?? "D"
        reference = json["reference"]?.text
        files = json["files"]?.texts ?? []
        expires = json["expires"]?.day
        self.revision = revision
    }

    var recorded: JSON {
        .map([
            "need": .text(need), "source": .text(source.rawValue), "grade": .text(grade),
            "reference": JSON(reference), "files": JSON(files), "expires": JSON(expires),
        ])
    }
}
