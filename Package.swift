// swift-tools-version:6.2
import PackageDescription

// The rooms of the house, in the order in which they may know each other (docs/tour.md).
let package = Package(
    name: "tongban",
    products: [
        .executable(name: "tongban", targets: ["Server"])
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CGcrypt", providers: [.apt(["libgcrypt20-dev"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CQR", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CCairo", pkgConfig: "pangocairo", providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
        .systemLibrary(name: "CXlsx", providers: [.apt(["libxlsxwriter-dev"])]),

        .target(name: "Values"),
        .target(name: "Rules", dependencies: ["Values"]),
        .target(name: "Definitions", dependencies: ["Values", "Rules", "Yams"]),
        .target(name: "Casework", dependencies: ["Values", "Rules", "Definitions"]),
        .target(name: "Proofs", dependencies: ["Values", "CCrypto", "CGcrypt", "CArgon2"]),
        .target(
            name: "Storage",
            dependencies: ["Values", "CSQLite", "CPQ", .product(name: "Logging", package: "swift-log")]
        ),
        .target(
            name: "Web",
            dependencies: [
                "Values",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(name: "Documents", dependencies: ["Values", "CQR", "CZip", "CCairo", "CXlsx"]),
        .target(
            name: "Features",
            dependencies: [
                "Values", "Rules", "Definitions", "Casework", "Proofs", "Storage", "Web", "Documents",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .executableTarget(
            name: "Server",
            dependencies: [
                "Values", "Rules", "Definitions", "Casework", "Proofs", "Storage", "Web", "Documents", "Features",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            linkerSettings: [.linkedLibrary("jemalloc")]  // In the place of malloc: a tenth more commands a second.
        ),

        .target(  // Fresh databases of both engines for the tests of Storage and everything above it.
            name: "TestSupport",
            dependencies: ["Storage", "Values", "CPQ", .product(name: "Logging", package: "swift-log")],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "ValuesTests", dependencies: ["Values"]),
        .testTarget(name: "RulesTests", dependencies: ["Rules", "Values"]),
        .testTarget(name: "DefinitionsTests", dependencies: ["Definitions", "Rules", "Values"]),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework", "Definitions", "Rules", "Values"]),
        .testTarget(name: "ProofsTests", dependencies: ["Proofs", "TestSupport", "Values"]),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "TestSupport", "Values"]),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Values"], exclude: ["Samples"]),
        .testTarget(
            name: "WebTests",
            dependencies: ["Web", "Values", "Documents", .product(name: "Hummingbird", package: "hummingbird")],
            exclude: ["Snapshots"]
        ),
        .testTarget(
            name: "FeaturesTests",
            dependencies: [
                "Features", "Casework", "Definitions", "Rules", "Values", "Storage", "TestSupport", "Web", "Proofs",
                "Documents",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            exclude: [
                "Accounts/Snapshots", "Cases/Snapshots", "Mandates/Samples", "Mandates/Snapshots",
                "Ratings/Snapshots", "Supervision/Snapshots",
            ]
        ),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Server", "Features", "Casework", "Definitions", "Proofs", "Storage", "TestSupport", "Values",
            ],
            exclude: ["tck-passed.txt"]
        ),
        .testTarget(name: "HouseRulesTests"),
    ],
    swiftLanguageModes: [.v6]
)
