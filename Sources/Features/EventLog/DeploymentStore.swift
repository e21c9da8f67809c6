import Storage
import Values

/// All SQL about the deployment: one row, written at the first start.
package enum DeploymentStore {
    /// nil for a database that was never started.
    package static func find(in connection: any Connection) throws -> Deployment? {
        try connection.first("SELECT log, check_value FROM deployment", []).map {
            Deployment(log: try $0.text(0), checkValue: try $0.blob(1))
        }
    }

    /// The deployment that was there first: this one, or the one another node saved before.
    package static func save(_ deployment: Deployment, in connection: any Connection) throws -> Deployment {
        try connection.execute(
            "INSERT INTO deployment(one, log, check_value) VALUES (1, $1, $2) ON CONFLICT (one) DO NOTHING",
            [SQLValue(deployment.log), SQLValue(deployment.checkValue)])
        return try find(in: connection) ?? deployment
    }
}
