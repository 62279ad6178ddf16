package dev.kontor.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Migrations;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record begun before audit rows lay in months goes on in them. */
class AuditMigrationTest {

  @Test
  void theChainVerifiesAfterwardsAndGoesOn(@TempDir Path directory) {
    Database database = Database.forTests("Pacific/Chatham");
    emptied(database);
    Migrations.migrateTo(database.general(), "4");
    // The schema of that release lacks what this one's vault asks for.
    try (Database keys = Database.forTests("Pacific/Chatham");
        AuditBench bench = new AuditBench(directory, database, keys)) {
      bench.append(1, 3);
      bench.intrude("update audit set at = '2025-01-31 12:00:00+00'");
      bench.append(4, 6);
      bench.sealer.seal();

      Migrations.migrate(database.general());
      assertThat(bench.verify().findings()).isEmpty();
      bench.append(7, 9);
      assertThat(bench.sealer.seal()).isEqualTo(3);
      AuditReport report = bench.verify();
      assertThat(report.findings()).isEmpty();
      assertThat(report.sealedRows()).isEqualTo(9);
      assertThat(ids(bench)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }
  }

  private static List<Long> ids(AuditBench bench) {
    return Transactions.run(
        bench.database.general(),
        c -> Jdbc.query(c, "select id from audit order by id", row -> row.getLong(1)));
  }

  private static void emptied(Database database) {
    Transactions.execute(
        database.general(),
        c -> {
          Jdbc.update(c, "drop schema vault cascade");
          Jdbc.update(c, "drop schema public cascade");
          Jdbc.update(c, "create schema public");
        });
  }
}
