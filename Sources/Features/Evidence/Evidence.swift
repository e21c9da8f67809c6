import Storage

/// What proves a need: registers, uploads, and what the city knows already (材料与证据).
package struct Evidence: Feature {
    package let name = "Evidence"
    package let migrations = [UploadStore.migration]
    package let kinds: [EventKind] = []
    package let projections: [any Projection] = []
    package let followers: [any Follower] = []
    package let uploads: UploadDesk
    package let registers: Registers

    package init(uploads: UploadDesk, registers: Registers) {
        self.uploads = uploads
        self.registers = registers
    }

    package func addRoutes(to table: inout RouteTable) {}
}
