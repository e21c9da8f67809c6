import ArgumentParser
import Features
import Values

/// Reads a policy document into a ledger of tasks.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Reads the tasks, units, deadlines and figures of a policy document.",
        discussion: """
            FILE is a notice, plan or list of tasks of a Chinese authority: .txt, .md, .html, .docx, .xlsx, or .pdf \
            with text in it (a scan must have its text recognised first). Nothing is stored: what was read is printed \
            for a person to look at.

            Without options it prints a summary, task by task, and then what it was unsure of, each with its place in \
            the file. With --json it prints one object:

              {"document": {"title", "number", "issuer", "date"},
               "tasks": [{"id", "section", "title", "text", "lead": [], "support": [],
                          "deadlines": [{"raw", "date"}],
                          "targets": [{"raw", "comparator", "value", "unit"}]}],
               "doubts": [{"place", "message"}]}

            Days are written 2026-03-02; null means that the document does not say. Comparators are <= >= < > = \
            reduce_by increase_by; values are numbers with 万 and 亿 multiplied out. An id is the printed number in \
            digits, with the numbers of the headings above (2.1) where several tasks have the same one. Where a \
            document names responsible units without a lead, all of them stand in `lead` and a doubt says so.

            With --score FOLDER it reads every document of a folder that has labels beside it (plan.txt and \
            plan.labels.json) and prints how much was found and how much invented.

            Exits with code 1 when a file cannot be read; the sentence says why and what to do.
            """)

    @Argument(help: "The document.")
    var file: String?

    @Flag(help: "One JSON object instead of the summary.")
    var json = false

    @Option(help: ArgumentHelp("Score the labelled documents of this folder instead.", valueName: "folder"))
    var score: String?

    func validate() throws {
        guard (file == nil) != (score == nil) else {
            throw ValidationError("name one FILE, or a folder with --score FOLDER")
        }
    }

    func run() async throws {
        do {
            if let score {
                print(try ImportScore.run(folder: score, json: json))
            } else if let file {
                let source = try ImportedFile.read(file)
                let ledger = LedgerReader.read(source)
                print(json ? LedgerJSON.text(ledger) : ImportSummary(ledger: ledger, source: source).text)
            }
        } catch {
            try endWithSentence(error)
        }
    }
}
