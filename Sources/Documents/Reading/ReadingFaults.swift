import Values

/// What is said of a file that cannot be read: each sentence with what to do.
struct ReadingFaults: Sendable {
    let name: String

    private func failure(_ message: Wording, _ remedy: Wording) -> Failure {
        .problems([Problem(place: name, message: message, remedy: remedy)])
    }

    var empty: Failure {
        failure(
            Wording(zh: "文件中没有文字", en: "the file holds no text"),
            Wording(zh: "请检查是否选错了文件", en: "check whether it is the right file"))
    }

    func tooLarge(_ limit: Int) -> Failure {
        failure(
            Wording(zh: "文件超过\(limit >> 20) MB", en: "the file is larger than \(limit >> 20) MB"),
            Wording(zh: "请拆分，或去掉其中的图片", en: "split it, or take its pictures out"))
    }

    func kind(_ kind: String) -> Failure {
        failure(
            Wording(zh: "不能读取这种文件（\(kind)）", en: "files of this kind (\(kind)) are not read"),
            Wording(
                zh: "请另存为 .docx、.pdf（带文字）、.xlsx、.html、.md 或 .txt",
                en: "save it as .docx, .pdf (with text), .xlsx, .html, .md or .txt"))
    }

    func picture(_ kind: String) -> Failure {
        failure(
            Wording(zh: "这是图片（\(kind)），没有文字", en: "this is a picture (\(kind)) without text"),
            ReadingFaults.recognise)
    }

    /// A file of the Office of before 2007, or a newer one under a password: both lie in the same kind of container.
    func oldOffice(_ bytes: [UInt8]) -> Failure {
        // Names in the container are UTF-16.
        var name: [UInt8] = []
        for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
        let isEncrypted = bytes.indices.contains { index in
            bytes[index] == 0x45 && bytes[index...].starts(with: name)
        }
        return isEncrypted ? locked : kind("Office 97–2003")
    }

    var locked: Failure {
        failure(
            Wording(zh: "文件有密码保护", en: "the file is protected by a password"),
            Wording(zh: "请去掉密码后再导入", en: "take the password off and import it again"))
    }

    /// - Parameter part: what in the file is damaged, as far as it is known.
    func damaged(_ part: String) -> Failure {
        failure(
            Wording(zh: "文件已损坏或不完整（\(part)）", en: "the file is damaged or incomplete (\(part))"),
            Wording(zh: "请重新下载，或向发文单位索取", en: "download it again, or ask who issued it"))
    }

    func bomb(_ why: Wording) -> Failure {
        failure(
            Wording(zh: "文件解压后过大，未读取：\(why.zh)", en: "the file unpacks to too much and was not read: \(why.en)"),
            Wording(zh: "请在办公软件中打开后另存", en: "open it in an office program and save it again"))
    }

    func noTextLayer(pages: Int) -> Failure {
        failure(
            Wording(
                zh: "PDF 共\(pages)页，没有文字层，可能是扫描件",
                en: "the PDF has \(pages) pages and no text in them; it is probably a scan"),
            ReadingFaults.recognise)
    }

    func tooManyPages(_ pages: Int, limit: Int) -> Failure {
        failure(
            Wording(zh: "PDF 有\(pages)页，超过\(limit)页", en: "the PDF has \(pages) pages, more than \(limit)"),
            Wording(zh: "请拆分后分别导入", en: "split it and import the parts"))
    }

    var encoding: Failure {
        failure(
            Wording(
                zh: "不能辨认文字编码（不是 UTF-8、GB18030、Big5 或 UTF-16）",
                en: "the encoding is not known (not UTF-8, GB18030, Big5 or UTF-16)"),
            Wording(zh: "请在编辑器中另存为 UTF-8", en: "save it as UTF-8 in an editor"))
    }

    var pdfToolMissing: Failure {
        .unavailable(
            Wording(
                zh: "没有找到 pdftotext，不能读取 PDF；请管理员安装 poppler-utils",
                en: "pdftotext was not found, so no PDF can be read; install the package poppler-utils"))
    }

    var tooSlow: Failure {
        failure(
            Wording(zh: "读取时间过长，已停止", en: "reading took too long and was stopped"),
            Wording(zh: "请拆分，或另存后再导入", en: "split it, or save it again and import that"))
    }

    private static let recognise = Wording(
        zh: "请先做文字识别，或索取电子文本", en: "recognise its text first, or ask for the electronic text")
}
