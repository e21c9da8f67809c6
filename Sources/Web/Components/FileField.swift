import Values

/// The upload of one document; format and size are said before, and what was uploaded stays after an error.
package struct FileField: Piece {
    package struct Kept: Sendable {
        package let name: String
        package let sizeInBytes: Int
        package let link: Link
        /// Value of the form field `id-kept`, by which the server finds the file again.
        package let reference: String

        package init(name: String, sizeInBytes: Int, link: Link, reference: String) {
            self.name = name
            self.sizeInBytes = sizeInBytes
            self.link = link
            self.reference = reference
        }
    }

    package let field: FieldFrame
    /// Media types of `accept`.
    package let mediaTypes: [String]
    package let kept: [Kept]

    package init(_ field: FieldFrame, mediaTypes: [String], kept: [Kept]) {
        self.field = field
        self.mediaTypes = mediaTypes
        self.kept = kept
    }

    package func html(in language: Language) -> HTML {
        let words = language.words.form
        return field.around(
            """
            \(kept, {
                """
                <p class="file"><span class="file__name"><a href="\($0.link)">\($0.name)</a></span>\
                <span class="muted small">\(language.fileSize($0.sizeInBytes))</span>\
                <button class="btn btn--sm" type="submit" name="remove" value="\($0.reference)" formnovalidate>\
                \(words.removeFile)<span class="sr">\($0.name)</span></button>\
                <input type="hidden" name="\(field.id)-kept" value="\($0.reference)"></p>
                """
            })<div class="upload"><input type="file" id="\(field.id)" name="\(field.id)"\
             accept="\(mediaTypes.joined(separator: ","))"\(attribute: "aria-invalid", field.invalid)\
            \(attribute: "aria-describedby", field.describedBy)></div>
            """, in: language)
    }
}
