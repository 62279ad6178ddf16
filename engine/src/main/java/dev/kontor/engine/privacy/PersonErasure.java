package dev.kontor.engine.privacy;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.ErasureFile;
import dev.kontor.engine.vault.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Erases a person by destroying the keys under which everything about the person lies. The record
 * stays as it was sealed and still verifies; nobody can read what it is about.
 */
public final class PersonErasure {

  /**
   * What came of it.
   *
   * @param open unfinished messages about the person's documents; then nothing was erased
   * @param shared payloads of colleagues under the same VAT id; then nothing was erased
   * @param keys destroyed
   * @param payloads that nobody can read any more
   * @param doorsUntil until when what systems pushed about the person is kept, null if nothing is
   */
  public record Result(
      List<Long> open, int shared, int keys, int payloads, @Nullable Instant doorsUntil) {

    /** Whether nothing was in the way. */
    public boolean isDone() {
      return open.isEmpty() && shared == 0;
    }
  }

  private final DataSource source;
  private final Vault vault;
  private final ErasureFile file;

  public PersonErasure(DataSource source, Vault vault, ErasureFile file) {
    this.source = source;
    this.vault = vault;
    this.file = file;
  }

  /**
   * @param email of the person, in any case of letters
   * @param withColleagues whether documents of others under the same VAT id may go, too
   * @param by who erases
   * @param reason in that person's words
   */
  public Result erase(String email, boolean withColleagues, String by, String reason) {
    return Transactions.run(source, c -> erase(c, email, withColleagues, by, reason));
  }

  private Result erase(
      Connection connection, String email, boolean withColleagues, String by, String reason)
      throws SQLException {
    Person person = new Persons(vault).find(connection, email);
    String[] sources = person.sources();
    String[] ids = person.ids();
    List<Long> open = PersonStore.open(connection, sources, ids);
    int inTheWay = withColleagues ? 0 : person.shared();
    if (!open.isEmpty() || inTheWay > 0 || person.keys().isEmpty()) {
      return new Result(open, inTheWay, 0, 0, null);
    }
    int payloads = PersonStore.under(connection, person.keys()).size();
    Instant doors = PersonStore.doorsUntil(connection, sources, ids);
    PersonStore.unlink(connection, sources, ids);
    List<String> names = vault.erase(connection, person.keys());
    record(connection, email, names.size(), payloads, reason + " (" + by + ")");
    file.add(TimeStore.now(connection), names);
    return new Result(List.of(), 0, names.size(), payloads, doors);
  }

  private void record(Connection connection, String email, int keys, int payloads, String why)
      throws SQLException {
    String details = keys + " keys destroyed, " + payloads + " payloads unreadable; " + why;
    new AuditStore(vault)
        .append(
            connection,
            List.of(AuditRow.of("person.erased", PersonName.of(vault, email), details)));
  }
}
