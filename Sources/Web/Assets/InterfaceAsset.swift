/// Base, components and layouts of every page.
///
/// Literals and not resources, because a bundle's path is compiled into the binary.
extension Asset {
    static let interface = Asset(
        name: "ui.css", mediaType: "text/css; charset=utf-8",
        text: [
            InterfaceStyle.frame, InterfaceStyle.controls, InterfaceStyle.readings, InterfaceStyle.publicPages,
            InterfaceStyle.staffPages, InterfaceStyle.papers,
        ].joined(separator: "\n\n"))
}

/// The parts of the one stylesheet, in the order in which they are joined: later rules win.
enum InterfaceStyle {}
