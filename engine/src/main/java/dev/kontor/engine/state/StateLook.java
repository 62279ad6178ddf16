package dev.kontor.engine.state;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks at documents of a flow of state in source, ledger and target, many at once. Only reads. */
public final class StateLook {

  private final DataSource database;
  private final Drafts drafts;
  private final CrossrefStore crossrefs = new CrossrefStore();

  public StateLook(DataSource database, Translator translator, Payloads payloads) {
    this.database = database;
    this.drafts = new Drafts(translator, payloads);
  }

  /** Whether the target itself can be looked at, and not only what it confirmed. */
  public static boolean seesTarget(FlowLine line) {
    return line.to().descriptor().can(line.config().to().entity(), Ability.COMPARE);
  }

  /**
   * Those of the documents that the source has, in its order.
   *
   * @throws FaultException if one of the systems cannot be read
   */
  public List<SeenState> at(FlowLine line, List<String> ids) {
    List<Document> documents =
        line.from().reader(line.config().from().entity()).fetch(ids).stream()
            .filter(document -> !document.deleted() && document.content() != null)
            .toList();
    Map<String, Crossref> confirmed =
        confirmed(line, documents.stream().map(Document::id).toList());
    Map<String, Writer.Draft> made = new HashMap<>();
    Map<String, Fault> refused = new HashMap<>();
    for (Document document : documents) {
      try {
        made.put(document.id(), drafts.draft(line, document, confirmed.get(document.id())));
      } catch (FaultException e) {
        refused.put(document.id(), e.fault());
      }
    }
    Map<String, Standing> there = there(line, made);
    List<SeenState> seen = new ArrayList<>();
    for (Document document : documents) {
      String id = document.id();
      Writer.@Nullable Draft draft = made.get(id);
      seen.add(
          new SeenState(
              id,
              Objects.requireNonNullElse(document.number(), id),
              document.version(),
              draft == null ? null : drafts.fingerprint(draft.content()),
              confirmed.get(id),
              there.get(id),
              refused.get(id)));
    }
    return seen;
  }

  private Map<String, Crossref> confirmed(FlowLine line, List<String> ids) {
    return Transactions.run(database, c -> new Known(crossrefs).of(c, line, ids));
  }

  private static Map<String, Standing> there(FlowLine line, Map<String, Writer.Draft> made) {
    if (made.isEmpty() || !seesTarget(line)) {
      return Map.of();
    }
    List<Map.Entry<String, Writer.Draft>> entries = List.copyOf(made.entrySet());
    List<Standing> standings =
        line.to()
            .writer(line.config().to().entity())
            .compare(entries.stream().map(Map.Entry::getValue).toList());
    Map<String, Standing> there = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      there.put(entries.get(i).getKey(), standings.get(i));
    }
    return there;
  }

  /** Everything the target was given and not told since that it is gone. */
  public List<Crossref> given(FlowLine line) {
    return Transactions.run(
            database,
            c ->
                crossrefs.all(c, line.from().name(), line.config().to().entity(), line.to().name()))
        .stream()
        .filter(there -> !StateOutcome.isRemoved(there))
        .toList();
  }

  /**
   * What the target confirmed of these counts for nothing: the next notice writes them though they
   * are the same. Runs in the caller's transaction.
   */
  public static void distrust(
      Connection connection, String source, EntityType entity, List<String> ids, String target)
      throws SQLException {
    CrossrefStore crossrefs = new CrossrefStore();
    crossrefs.upsert(
        connection,
        crossrefs.find(connection, source, entity, ids, target).stream()
            .filter(there -> !StateOutcome.isRemoved(there))
            .map(StateOutcome::uncertain)
            .toList());
  }
}
