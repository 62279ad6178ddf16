package dev.kontor.engine.privacy;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.audit.DeletedPayloads;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.ErasureFile;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Erases a person by destroying the keys under which everything about the person lies. The record
 * stays as it was sealed and still verifies; nobody can read what it is about. What was pushed lies
 * under the key of its day with that of others, so it is deleted.
 */
public final class PersonErasure {

  /**
   * What came of it.
   *
   * @param open unfinished messages about the person's documents; then nothing was erased
   * @param shared payloads of colleagues under the same VAT id; then nothing was erased
   * @param keys destroyed
   * @param payloads that nobody can read any more
   * @param pushed what became of what systems pushed about the person
   */
  public record Result(List<Long> open, int shared, int keys, int payloads, Pushed pushed) {

    /** Whether nothing was in the way. */
    public boolean isDone() {
      return open.isEmpty() && shared == 0;
    }
  }

  /**
   * Bodies as they came through a door.
   *
   * @param deleted that are gone
   * @param kept that unfinished messages of others need, too
   * @param until when nobody will be able to read those any more, null if there are none
   */
  public record Pushed(int deleted, int kept, @Nullable Instant until) {

    static final Pushed NOTHING = new Pushed(0, 0, null);
  }

  private final DataSource source;
  private final Vault vault;
  private final ErasureFile file;
  private final AuditStore audit;

  public PersonErasure(DataSource source, Vault vault, ErasureFile file) {
    this.source = source;
    this.vault = vault;
    this.file = file;
    this.audit = new AuditStore(vault);
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
    Set<Long> pushed =
        open.isEmpty() && inTheWay == 0
            ? new PushedBodies(vault).about(connection, email, person)
            : Set.of();
    boolean isUnknown = person.keys().isEmpty() && pushed.isEmpty();
    if (isUnknown || !open.isEmpty() || inTheWay > 0) {
      return new Result(open, inTheWay, 0, 0, Pushed.NOTHING);
    }
    int payloads = PersonStore.under(connection, person.keys()).size();
    List<Long> bodies = PayloadStore.deleteDoors(connection, pushed);
    PersonStore.unlink(connection, sources, ids);
    List<String> names = vault.erase(connection, person.keys());
    Result result =
        new Result(List.of(), 0, names.size(), payloads, pushed(connection, pushed, bodies));
    record(connection, PersonName.of(vault, email), result, reason + " (" + by + ")");
    if (!bodies.isEmpty()) {
      audit.append(connection, List.of(DeletedPayloads.erased(bodies)));
    }
    file.add(TimeStore.now(connection), names, bodies);
    return result;
  }

  private static Pushed pushed(Connection connection, Set<Long> found, List<Long> deleted)
      throws SQLException {
    PersonStore.Left left = PersonStore.left(connection, found);
    return new Pushed(deleted.size(), left.payloads(), left.until());
  }

  private void record(Connection connection, String person, Result result, String why)
      throws SQLException {
    String details =
        "%d keys destroyed, %d payloads unreadable, %d pushed bodies deleted; %s"
            .formatted(result.keys(), result.payloads(), result.pushed().deleted(), why);
    audit.append(connection, List.of(AuditRow.of("person.erased", person, details)));
  }
}
